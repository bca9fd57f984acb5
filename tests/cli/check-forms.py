#!/usr/bin/env python3
"""Compares the sheet of every form of the sample register with the golden one: check-forms.py HUU-NGHI

Where they have changed on purpose, run it with --renew in a build and look at what git says has changed.
"""
# SPDX-License-Identifier: GPL-3.0-or-later
import difflib
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import zipfile

GOLDEN = pathlib.Path(__file__).with_name("golden")
SHEET = "xl/worksheets/sheet1.xml"
LOCALES = ("C.UTF-8", "vi_VN.UTF-8")
YEAR = "2021"


def run(program, *arguments, locale="C.UTF-8"):
    done = subprocess.run([program, *arguments], capture_output=True, text=True, env={**os.environ, "LC_ALL": locale})
    assert done.returncode == 0, done.stderr
    return done.stdout


def read_sheet(path):
    """A tag a line, as people can compare them."""
    with zipfile.ZipFile(path) as package:
        return package.read(SHEET).decode().replace("><", ">\n<") + "\n"


def make(program, register, folder, locale):
    """The sheets by their form. The list of members is that of one association: all of them are the same again."""
    every = json.loads(run(program, "list", register, "organization", "--where", "kind=bilateral", "--format", "json"))
    options = ["--period", YEAR, "--organization", str(every[0]["id"]), "--each", folder]
    paths = run(program, "report", register, *options, locale=locale).split()
    return {pathlib.Path(path).stem[-3:].upper(): read_sheet(path) for path in paths}


def compare(form, locale, sheet):
    path = GOLDEN / f"{form}.xml"
    golden = path.read_text(encoding="utf-8") if path.exists() else ""
    if sheet == golden:
        return []
    lines = difflib.unified_diff(golden.splitlines(), sheet.splitlines(), f"golden/{form}.xml", f"made under {locale}",
                                 n=1, lineterm="")
    return list(lines)[:40]


def main(program, *options):
    problems = []
    with tempfile.TemporaryDirectory() as folder:
        register = os.path.join(folder, "mau.huunghi")
        run(program, "sample", register)
        for locale in LOCALES:
            sheets = make(program, register, folder, locale)
            assert len(sheets) == 13, sorted(sheets)
            for form, sheet in sheets.items():
                if "--renew" in options:
                    GOLDEN.mkdir(exist_ok=True)
                    (GOLDEN / f"{form}.xml").write_text(sheet, encoding="utf-8")
                problems += compare(form, locale, sheet)
    print("\n".join(problems))
    return 1 if problems else 0


sys.exit(main(*sys.argv[1:]))
