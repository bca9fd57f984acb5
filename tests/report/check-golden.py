#!/usr/bin/env python3
"""Compares the workbooks made by hand, one a dress, part by part with the golden ones: check-golden.py MAKE_WORKBOOK

Where they have changed on purpose, run it with --renew in a build and look at what git says has changed.
"""
# SPDX-License-Identifier: GPL-3.0-or-later
import difflib
import pathlib
import shutil
import subprocess
import sys
import tempfile
import zipfile

import workbook_sound

GOLDEN = pathlib.Path(__file__).with_name("golden")
DRESSES = ("report", "appendix", "list")
LOCALES = ("C", "vi_VN.UTF-8", "en_US.UTF-8")
TIMES = "docProps/core.xml"  # has the time at which it was made
NO_LOCALE = 2


def read_parts(path):
    """The parts of a workbook; a tag a line, as people can compare them."""
    with zipfile.ZipFile(path) as package:
        assert package.testzip() is None
        return {name: package.read(name).decode().replace("><", ">\n<") + "\n"
                for name in package.namelist() if name != TIMES}


def make(program, dress, locale):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "report.xlsx")
        done = subprocess.run([program, path, locale, dress], capture_output=True, text=True)
        if done.returncode == NO_LOCALE and locale != "C":
            return None
        assert done.returncode == 0, done.stderr
        workbook_sound.check(path)
        return read_parts(path)


def read_golden(dress):
    folder = GOLDEN / dress
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
            for path in folder.rglob("*") if path.is_file()}


def renew(dress, parts):
    shutil.rmtree(GOLDEN / dress, ignore_errors=True)
    for name, text in parts.items():
        path = GOLDEN / dress / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def compare(dress, locale, parts, golden):
    problems = [f"{dress}, {locale}: {name} is there once only" for name in sorted(parts.keys() ^ golden.keys())]
    for name in sorted(parts.keys() & golden.keys()):
        if parts[name] != golden[name]:
            lines = difflib.unified_diff(golden[name].splitlines(), parts[name].splitlines(), f"golden/{dress}/{name}",
                                         f"made under {locale}", n=1, lineterm="")
            problems.append("\n".join(list(lines)[:40]))
    return problems


def main(program, *options):
    problems = []
    for dress in DRESSES:
        if "--renew" in options:
            renew(dress, make(program, dress, "C"))
        golden = read_golden(dress)
        for locale in LOCALES:
            parts = make(program, dress, locale)
            if parts is not None:
                problems += compare(dress, locale, parts, golden)
    print("\n".join(problems))
    return 1 if problems else 0


sys.exit(main(*sys.argv[1:]))
