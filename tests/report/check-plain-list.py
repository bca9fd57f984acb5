#!/usr/bin/env python3
"""Reads lists with Python's own libraries and openpyxl: check-plain-list.py MAKE_PLAIN_LIST"""
# SPDX-License-Identifier: GPL-3.0-or-later
import csv
import datetime
import os
import subprocess
import sys
import tempfile

import openpyxl
import workbook_sound


def make(program, folder, name, rows='0', locale='C.UTF-8'):
    """Returns the path of the file, or None where the locale is missing."""
    register = os.path.join(folder, f'{name}.huunghi')
    path = os.path.join(folder, name)
    done = subprocess.run([program, register, path, rows, locale], stderr=subprocess.PIPE, text=True)
    if done.returncode == 2:
        return None
    assert done.returncode == 0, done.stderr
    left = [entry for entry in os.listdir(folder) if entry.startswith('.huu-nghi')]
    assert not left, f'{left} are left behind'
    return path


def values(sheet, first=4):
    return [[cell.value for cell in row] for row in sheet.iter_rows(first, sheet.max_row, 1, sheet.max_column)]


def check_workbook(path):
    workbook_sound.check(path)
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ['Khoản ủng hộ'], book.sheetnames
    sheet = book.active
    assert sheet['A1'].value == 'Khoản ủng hộ' and sheet['A1'].font.b
    assert sheet['A2'].value == '3 bản ghi · Địa bàn: Yên Thế · 21/11/2026', sheet['A2'].value
    head = [cell.value for cell in sheet[3]]
    assert head == ['Ngày nhận', 'Bên ủng hộ', 'Hình thức', 'Số tiền', 'Số lượng', 'Trị giá (đồng)', 'Số chứng từ', 'Ghi chú'], head
    assert sheet.freeze_panes == 'A4', sheet.freeze_panes
    assert sheet.auto_filter.ref == 'A3:H6', sheet.auto_filter.ref
    assert sheet.print_title_rows == '$3:$3', sheet.print_title_rows
    widths = [sheet.column_dimensions[letter].width for letter in 'ABCDEFGH']
    assert all(width > 5 for width in widths), widths

    rows = values(sheet)
    assert rows[0] == [datetime.datetime(2021, 5, 6), 'Ông "Bảy"; Lào', 'Tiền', 1500000, None, None, '007',
                       'dòng một\ndòng hai'], rows[0]
    assert sheet['A4'].number_format == 'dd\\/mm\\/yyyy' and sheet['D4'].number_format == '#,##0'
    assert rows[1][:4] == ['5/2021', '=1+1', 'Tiền', 1234.5], rows[1]
    assert sheet['D5'].number_format == '#,##0.00 "USD"', sheet['D5'].number_format
    assert rows[2][4] == 10.5 and sheet['E6'].number_format == '#,##0.0'
    assert rows[2][5] == 150000000 and rows[2][0] == '2021'
    for cell in ('A5', 'A6', 'B5', 'G4', 'G5', 'H5', 'H6'):
        assert sheet[cell].data_type == 's', (cell, sheet[cell].data_type)
    for cell in ('G4', 'G5', 'H6'):
        assert sheet[cell].number_format == '@', (cell, sheet[cell].number_format)


def check_sheets(path):
    """Rows that a sheet does not hold go on to the next, which has a head of its own."""
    workbook_sound.check(path)
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ['Khoản ủng hộ', 'Khoản ủng hộ (2)'], book.sheetnames
    first, second = book.worksheets
    assert len(values(first)) == 2 and len(values(second)) == 1
    assert [cell.value for cell in second[3]] == [cell.value for cell in first[3]]
    assert second.auto_filter.ref == 'A3:H4' and second.freeze_panes == 'A4'
    assert second['B4'].value == 'Hội A', second['B4'].value


def check_text(path):
    with open(path, 'rb') as file:
        content = file.read()
    assert content.startswith(b'\xef\xbb\xbf') and content.endswith(b'\r\n')
    with open(path, encoding='utf-8-sig', newline='') as file:
        rows = list(csv.reader(file, delimiter=';'))
    assert len(rows) == 4 and all(len(row) == 8 for row in rows), rows
    assert rows[0][0] == 'Ngày nhận' and rows[0][7] == 'Ghi chú'
    assert rows[1] == ['06/05/2021', 'Ông "Bảy"; Lào', 'Tiền', '1500000', '', '', '007', 'dòng một\ndòng hai'], rows[1]
    assert rows[2][0] == '5/2021' and rows[2][1] == "'=1+1" and rows[2][3] == '1234,5 USD', rows[2]
    assert rows[2][6] == '+84 912' and rows[2][7] == "'-cmd|' /C calc'!A0", rows[2]
    assert rows[3][4] == '10,5' and rows[3][5] == '150000000' and rows[3][7] == "'@SUM(A1)", rows[3]


def main(program):
    with tempfile.TemporaryDirectory() as folder:
        check_workbook(make(program, folder, 'list.xlsx'))
        check_sheets(make(program, folder, 'two.xlsx', '2'))
        check_text(make(program, folder, 'list.csv'))

        # Under a locale with a decimal comma the numbers are the same.
        path = make(program, folder, 'vi.xlsx', locale='vi_VN.UTF-8')
        if path:
            sheet = openpyxl.load_workbook(path).active
            assert (sheet['D5'].value, sheet['E6'].value) == (1234.5, 10.5)


main(sys.argv[1])
