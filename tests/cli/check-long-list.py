#!/usr/bin/env python3
"""Reads back the list of more than 100,000 members, cell by cell, with a reader of its own: check-long-list.py HUU-NGHI

Among them are people whose names are hard to write; the workbook is the same in every language of the system.
"""
# SPDX-License-Identifier: GPL-3.0-or-later
import hashlib
import os
import pathlib
import sqlite3
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree
import zipfile

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "report"))
import workbook_sound  # noqa: E402

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
PEOPLE = 145000  # of whom seven in ten are members
LEAST_ROWS = 100000
PERIOD = "2025"
LOCALES = ("C.UTF-8", "vi_VN.UTF-8")
TIMES = "docProps/core.xml"
PHONES = "09120000"
NUMBER, NAME, PHONE, CARD = "A", "B", "H", "L"

# As they are typed, and as they are read.
NAMES = {
    "=1+1": "=1+1",
    "+84 Nguyễn": "+84 Nguyễn",
    "-x Trần": "-x Trần",
    "@a Lê": "@a Lê",
    "Nguyễn Thị 🌸 Hoa": "Nguyễn Thị 🌸 Hoa",
    "Phạm\tVăn\x01Tab": "Phạm Văn Tab",
    "Nguyễn " + "N" * 293: "Nguyễn " + "N" * 293,
    "<b>&amp; \"Hoàng\"": "<b>&amp; \"Hoàng\"",
}


def run(program, *arguments, locale=LOCALES[0]):
    done = subprocess.run([program, *arguments], capture_output=True, text=True, env={**os.environ, "LC_ALL": locale})
    assert done.returncode == 0, (arguments[0], done.stderr)
    return done.stdout


def add_names(program, register):
    organization, = sqlite3.connect(register).execute(
        "SELECT id FROM organization WHERE kind = 'bilateral' LIMIT 1").fetchone()
    for number, name in enumerate(NAMES):
        person = run(program, "add", register, "person", f"name={name}", f"phone={PHONES}{number:02}").strip()
        run(program, "add", register, "membership", f"person=person:{person}",
            f"organization=organization:{organization}", "joined=2020", f"card_number=0000{number}")


def count_members(register):
    """Rows and people by SQL of its own: nobody of the generated register has left or ended."""
    question = ("SELECT COUNT (*), COUNT (DISTINCT m.person),"
                " COUNT (DISTINCT CASE WHEN p.gender = 'female' THEN p.id END)"
                " FROM (SELECT DISTINCT person, organization FROM membership AS m WHERE"
                " (m.joined IS NULL OR substr (m.joined || '-01-01', 1, 10) <= '2025-12-14')"
                " AND CASE WHEN m.left IS NOT NULL THEN substr (m.left || '-01-01', 1, 10) > '2025-12-14'"
                " ELSE m.status NOT IN ('left', 'deceased') END) AS m JOIN person AS p ON p.id = m.person")
    return sqlite3.connect(register).execute(question).fetchone()


def read_rows(path):
    """The cells of each row as (type, text), as far as they hold anything."""
    with zipfile.ZipFile(path) as package:
        names = [name for name in package.namelist() if name.startswith("xl/worksheets/sheet")]
        assert len(names) == 1, names
        with package.open(names[0]) as sheet:
            for _, element in tree.iterparse(sheet):
                if element.tag != MAIN + "row":
                    continue
                cells = {}
                for cell in element:
                    value = cell.find(MAIN + "v")
                    text = "".join(text.text or "" for text in cell.iter(MAIN + "t"))
                    assert cell.find(MAIN + "f") is None, cell.attrib
                    if text or value is not None:
                        cells[cell.get("r").rstrip("0123456789")] = (
                            (cell.get("t", "n"), text or value.text))
                element.clear()
                yield cells


def grouped(number):
    return f"{number:,}".replace(",", ".")


def check_rows(path, register):
    n_rows, n_people, n_women = count_members(register)
    assert n_rows > LEAST_ROWS, n_rows
    found, notes, last = {}, [], 0
    for cells in read_rows(path):
        kind, number = cells.get(NUMBER, ("", ""))
        if kind != "n":
            notes.append(number)
            continue
        last += 1
        assert int(number) == last, (number, last)
        assert cells[NAME][0] == "inlineStr", cells
        for column in (PHONE, CARD):
            assert cells.get(column, ("inlineStr",))[0] == "inlineStr", cells
        name = cells[NAME][1]
        if PHONE in cells and cells[PHONE][1].startswith(PHONES):
            found[name] = cells[PHONE][1], cells[CARD][1]
    assert last == n_rows, (last, n_rows)
    said = f"Danh sách này có {grouped(n_people)} hội viên; trong đó nữ: {grouped(n_women)} người."
    assert any(note.startswith(said.rstrip(".")) for note in notes), (said, notes[-12:])
    for number, name in enumerate(NAMES.values()):
        assert found.get(name) == (f"{PHONES}{number:02}", f"0000{number}"), (name, found.get(name))


def digest(path):
    with zipfile.ZipFile(path) as package:
        return {name: hashlib.sha256(package.read(name)).hexdigest() for name in package.namelist() if name != TIMES}


def main(program):
    with tempfile.TemporaryDirectory() as folder:
        register = os.path.join(folder, "dai.huunghi")
        run(program, "generate", register, "--people", str(PEOPLE))
        add_names(program, register)
        digests = []
        for locale in LOCALES:
            path = os.path.join(folder, f"{locale}.xlsx")
            run(program, "report", register, "--form", "M02", "--period", PERIOD, "--output", path, locale=locale)
            digests.append(digest(path))
        assert digests[0] == digests[1], "the workbook of vi_VN is not that of C"
        workbook_sound.check(path)
        check_rows(path, register)


main(sys.argv[1])
