#!/usr/bin/env python3
"""Every source file names its licence in its first lines: check-headers.py SOURCE_DIR"""
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import pathlib
import sys

MARK = "SPDX-License-Identifier: GPL-3.0-or-later"
SUFFIXES = {".c", ".h", ".py", ".sh", ".blp", ".sql", ".css", ".po", ".svg"}
ENDINGS = ("meson.build", ".gschema.xml", ".gresource.xml", ".metainfo.xml.in", ".mime.xml")
SKIPPED = {".git", "out", "__pycache__"}


def is_source(path):
    if path.suffix in SUFFIXES or path.name.endswith(ENDINGS):
        return True
    return path.suffix == "" and path.open("rb").read(2) == b"#!"


def main(source):
    wrong = []
    for folder, folders, names in os.walk(source):
        folders[:] = [name for name in folders if name not in SKIPPED]
        for path in (pathlib.Path(folder) / name for name in names):
            if is_source(path) and not any(MARK in line for line in path.read_text(encoding="utf-8").split("\n")[:20]):
                wrong.append(f"{path.relative_to(source)}: without “{MARK}”")
    sys.stdout.writelines(f"{line}\n" for line in sorted(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
