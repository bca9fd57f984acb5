#!/usr/bin/env python3
"""LibreOffice reads a table of the clipboard into cells with types: check-list-table.py MAKE_LIST_TABLE"""
# SPDX-License-Identifier: GPL-3.0-or-later
import datetime
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import openpyxl

SKIPPED = 77

# The reader that pasting uses.
READER = 'HTML (StarCalc)'


def convert(folder, path, locale):
    profile = pathlib.Path(folder, 'profile').as_uri()
    done = subprocess.run(['soffice', f'-env:UserInstallation={profile}', '--headless', f'--infilter={READER}',
                           '--convert-to', 'xlsx', '--outdir', os.path.join(folder, 'out'), path],
                          capture_output=True, text=True, env=dict(os.environ, LC_ALL=locale))
    result = os.path.join(folder, 'out', 'table.xlsx')
    assert os.path.exists(result), done.stdout + done.stderr
    return result


def check(sheet):
    assert [cell.value for cell in sheet[1]][:4] == ['Date', 'Donor', 'Form', 'Amount']
    date, amount, rate, quantity, value = (sheet[name] for name in ('A2', 'D2', 'D3', 'E4', 'F4'))
    assert date.value == datetime.datetime(2021, 5, 6), (date.value, date.number_format)
    assert date.number_format.lower().endswith('dd/mm/yyyy'), date.number_format
    assert amount.value == 1500000 and amount.number_format == '#,##0', (amount.value, amount.number_format)
    assert rate.value == 1234.5 and rate.number_format == '#,##0.00', (rate.value, rate.number_format)
    assert quantity.value == 10.5 and value.value == 150000000, (quantity.value, value.value)
    for name, text in (('A3', '5/2021'), ('A4', '2021'), ('B2', 'Ông "Bảy"; Lào'), ('B3', '=1+1'), ('G2', '007'),
                       ('G3', '+84 912'), ('H3', "-cmd|' /C calc'!A0"), ('H4', '@SUM(A1)')):
        cell = sheet[name]
        assert cell.data_type == 's' and cell.value == text, (name, cell.data_type, cell.value)
    assert sheet['H2'].value == 'dòng một dòng hai', sheet['H2'].value
    assert sheet.max_row == 4, sheet.max_row


def main(program):
    if shutil.which('soffice') is None:
        return SKIPPED
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'table.html')
        subprocess.run([program, os.path.join(folder, 'register.huunghi'), path], check=True)
        for locale in ('en_US.UTF-8', 'vi_VN.UTF-8'):
            check(openpyxl.load_workbook(convert(folder, path, locale)).active)
    return 0


sys.exit(main(sys.argv[1]))
