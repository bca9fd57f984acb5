#!/usr/bin/env python3
"""Compares every form of the sample register with the golden ones, part by part of its workbook in each dress, and as
JSON of a year with much and of one with nothing: check-forms.py HUU-NGHI

Where they have changed on purpose, run it with --renew in a build and look at what git says has changed.
"""
# SPDX-License-Identifier: GPL-3.0-or-later
import difflib
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "report"))
import reference  # noqa: E402
import workbook_sound  # noqa: E402
import workbook_text  # noqa: E402

GOLDEN = pathlib.Path(__file__).with_name("golden")
LOCALES = ("C.UTF-8", "vi_VN.UTF-8")
DRESSES = ("report", "appendix", "list")
FORMS = reference.forms()
YEAR, EMPTY_YEAR = "2021", "1990"
MOST_LINES = 24  # of each sheet in the workbook of all forms: what they say stands in those of one form
SHOWN = 40


class Office:
    """The sample register, asked under one locale."""

    def __init__(self, program, folder, locale):
        self.program, self.folder, self.locale = program, folder, locale
        self.register = os.path.join(folder, "mau.huunghi")
        if not os.path.exists(self.register):
            self.run("sample", self.register)
        every = json.loads(self.run("list", self.register, "organization", "--where", "kind=bilateral",
                                    "--format", "json"))
        # The list of members is that of one association: all of them are the same again.
        self.options = ["--organization", str(every[0]["id"])]

    def run(self, *arguments):
        done = subprocess.run([self.program, *arguments], capture_output=True, text=True,
                              env={**os.environ, "LC_ALL": self.locale})
        assert done.returncode == 0, done.stderr
        return done.stdout

    def report(self, year, *options):
        return self.run("report", self.register, "--period", year, *self.options, *options)

    def workbook(self, year, *options):
        path = os.path.join(self.folder, "all.xlsx")
        self.report(year, *options, "--output", path)
        workbook_sound.check(path)
        return workbook_text.tell(path)


def make_each(office, dress):
    paths = office.report(YEAR, "--dress", dress, "--each", office.folder).split()
    for path in paths:
        assert workbook_sound.check(path) == 1
    return {f"{dress}/{pathlib.Path(path).stem[-3:].upper()}.txt": workbook_text.tell(path) for path in paths}


def make_json(office):
    made = {}
    for year, suffix in ((YEAR, ""), (EMPTY_YEAR, "-empty")):
        said = json.loads(office.report(year, "--format", "json"))
        forms = said.pop("forms")
        made[f"json/letterhead{suffix}.json"] = json.dumps(said, ensure_ascii=False, indent=1).splitlines()
        for form in forms:
            # A row a line.
            heads = {key: value for key, value in form.items() if key not in ("rows", "columns")}
            lines = json.dumps(heads, ensure_ascii=False, indent=1).splitlines()
            for part in ("columns", "rows"):
                lines += [f"{part}:"] + [json.dumps(item, ensure_ascii=False) for item in form.get(part, [])]
            made[f"json/{form['form']}{suffix}.json"] = lines
    return made


def make_all(office):
    made = make_json(office)
    for dress in DRESSES:
        made |= make_each(office, dress)
        made[f"{dress}/all.txt"] = office.workbook(YEAR, "--dress", dress, "--basis", "--charts")
        made[f"{dress}/empty.txt"] = office.workbook(EMPTY_YEAR, "--dress", dress)
    made["report/M08-basis.txt"] = office.workbook(YEAR, "--form", "M08", "--basis")
    for form in FORMS:
        for name in (f"json/{form}.json", f"json/{form}-empty.json", *(f"{dress}/{form}.txt" for dress in DRESSES)):
            assert name in made, f"{name} was not made"
    return made


def forget_ids(part):
    """The records behind figures stand in the order of their ids, which are others in each new register."""
    rows = sorted(re.sub(r"\b([A-G])\d+ /", r"\1 /", re.sub(r"^row \d+|\d{9,}", "", line)) for line in part[1:])
    return [part[0].rpartition(" ")[0]] + rows


def shorten(name, lines):
    """What is kept: of the workbooks of all forms the beginnings of parts, for which their digests stand."""
    most = MOST_LINES if pathlib.Path(name).stem in ("all", "empty") else None
    kept = []
    for part in workbook_text.split_parts(lines):
        if any("'CĂN CỨ SỐ LIỆU'" in line for line in part) and "/sheet" in part[0]:
            part = forget_ids(part)
        kept += part if most is None else part[:most + 1]
        if most is not None and len(part) > most + 1:
            kept.append(f"... {len(part) - most - 1} more")
    return kept


def keep(made):
    return {name: shorten(name, lines) if name.endswith(".txt") else lines for name, lines in made.items()}


def compare(name, locale, lines):
    path = GOLDEN / name
    golden = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    if lines == golden:
        return []
    return list(difflib.unified_diff(golden, lines, f"golden/{name}", f"made under {locale}", n=0, lineterm=""))[:SHOWN]


def main(program, *options):
    problems, before = [], None
    with tempfile.TemporaryDirectory() as folder:
        for locale in LOCALES:
            made = make_all(Office(program, folder, locale))
            before = before or made
            problems += [f"{name} of {locale} is not that of C" for name in made if made[name] != before[name]]
            made = keep(made)
            if "--renew" in options:
                for name, lines in made.items():
                    (GOLDEN / name).parent.mkdir(parents=True, exist_ok=True)
                    (GOLDEN / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
            for name, lines in made.items():
                problems += compare(name, locale, lines)
    kept = {path.relative_to(GOLDEN).as_posix() for path in GOLDEN.rglob("*") if path.is_file()}
    problems += [f"golden/{name} is of nothing that is made" for name in sorted(kept - made.keys())]
    print("\n".join(problems))
    return 1 if problems else 0


sys.exit(main(*sys.argv[1:]))
