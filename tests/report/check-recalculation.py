#!/usr/bin/env python3
"""LibreOffice recalculates a workbook made by hand and comes to the stored values: check-recalculation.py MAKE_WORKBOOK"""
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import zipfile

import openpyxl

SKIPPED = 77


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


def main(program):
    if shutil.which('soffice') is None:
        return SKIPPED
    with tempfile.TemporaryDirectory() as folder:
        paths, bare = [], []
        for dress in (None, 'report', 'appendix', 'list'):
            paths.append(os.path.join(folder, f'{dress}.xlsx'))
            bare.append(os.path.join(folder, f'bare-{dress}.xlsx'))
            subprocess.run([program, paths[-1]] + (['C', dress] if dress else []), check=True)
            forget_values(paths[-1], bare[-1])
        for path, calculated in zip(paths, convert(folder, bare, 'xlsx')):
            stored = openpyxl.load_workbook(path, data_only=True)
            assert compare(stored, openpyxl.load_workbook(calculated, data_only=True)) > 40

        # And it can be printed: four pages, of which M08 has two.
        pdf, = convert(folder, paths[:1], 'pdf')
        if shutil.which('pdfinfo') is not None:
            info = subprocess.run(['pdfinfo', pdf], capture_output=True, text=True, check=True).stdout
            assert [line.split()[1] for line in info.splitlines() if line.startswith('Pages:')] == ['4'], info
    return 0


sys.exit(main(sys.argv[1]))
