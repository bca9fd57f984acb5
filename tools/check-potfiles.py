#!/usr/bin/env python3
"""Compares po/POTFILES with the sources that have something to translate: check-potfiles.py [--fix] SOURCE_DIR

With --fix it is written anew.
"""
# SPDX-License-Identifier: GPL-3.0-or-later
import difflib
import pathlib
import re
import sys

CALL = re.compile(r'(?<![A-Za-z0-9])(?:_|N_|C_|NC_|Q_|gettext|ngettext|g_dgettext|g_dngettext|g_dpgettext2)\s*\(\s*"')
MARKED = {
    ".c": CALL,
    ".h": CALL,
    ".blp": re.compile(r"""\b(?:_|C_)\(["']"""),
    ".ui": re.compile(r'translatable="(?:yes|true)"'),
}
WHOLE = (".desktop.in", ".metainfo.xml.in", ".gschema.xml")


def needs_translation(path):
    if path.name.endswith(WHOLE):
        return True
    pattern = MARKED.get(path.suffix)
    return pattern is not None and pattern.search(path.read_text(encoding="utf-8")) is not None


def main(arguments):
    root = pathlib.Path(arguments[-1])
    potfiles = root / "po/POTFILES"
    found = sorted(str(path.relative_to(root))
                   for folder in ("src", "resources", "data")
                   for path in (root / folder).rglob("*") if path.is_file() and needs_translation(path))
    text = "".join(f"{name}\n" for name in found)
    old = potfiles.read_text(encoding="utf-8")
    if old == text:
        return 0
    if "--fix" in arguments:
        potfiles.write_text(text, encoding="utf-8")
        return 0
    sys.stdout.writelines(difflib.unified_diff(old.splitlines(True), text.splitlines(True), "po/POTFILES", "needed"))
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
