"""LibreOffice as a second reader: it recalculates a workbook and sets its pages."""
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import pathlib
import shutil
import subprocess
import zipfile

import openpyxl

SKIPPED = 77


def is_there():
    return shutil.which('soffice') is not None


def convert(folder, paths, kind):
    """Converts with a profile of its own, which no other LibreOffice holds."""
    profile = pathlib.Path(folder, 'profile').as_uri()
    done = subprocess.run(['soffice', f'-env:UserInstallation={profile}', '--headless', '--convert-to', kind,
                           '--outdir', os.path.join(folder, 'out'), *paths], capture_output=True, text=True)
    results = [os.path.join(folder, 'out', pathlib.Path(path).stem + '.' + kind) for path in paths]
    assert all(map(os.path.exists, results)), done.stdout + done.stderr
    return results


def forget_values(path, to):
    """A copy in which all formulas have lost their values, so that whoever opens it has to calculate them."""
    book = openpyxl.load_workbook(path)
    book.save(to)
    with zipfile.ZipFile(to) as package:
        sheets = b''.join(package.read(name) for name in package.namelist() if name.startswith('xl/worksheets/sheet'))
    assert b'<f>' in sheets and b'</f><v></v>' in sheets.replace(b'<v />', b'<v></v>').replace(b'<v/>', b'<v></v>')


def compare(stored, calculated):
    n = 0
    for sheet in stored:
        for row in sheet.iter_rows():
            for cell in row:
                other = calculated[sheet.title][cell.coordinate].value
                if isinstance(cell.value, (int, float)):
                    assert abs(cell.value - other) < 1e-9, (sheet.title, cell.coordinate, cell.value, other)
                    n += 1
                elif cell.value is not None:
                    assert cell.value == other, (sheet.title, cell.coordinate, cell.value, other)
    return n


def recalculate(folder, paths):
    """Holds the stored values of each workbook against those that LibreOffice comes to; returns how many there are."""
    bare = [os.path.join(folder, 'bare-' + os.path.basename(path)) for path in paths]
    for path, to in zip(paths, bare):
        forget_values(path, to)
    return [compare(openpyxl.load_workbook(path, data_only=True), openpyxl.load_workbook(calculated, data_only=True))
            for path, calculated in zip(paths, convert(folder, bare, 'xlsx'))]
