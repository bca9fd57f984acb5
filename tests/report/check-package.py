#!/usr/bin/env python3
"""Reads a workbook made by hand with Python's own libraries and openpyxl: check-package.py MAKE_WORKBOOK"""
# SPDX-License-Identifier: GPL-3.0-or-later
import datetime
import os
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree
import zipfile

import openpyxl
import workbook_sound

MAIN = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'


def make(program, path, locale=None):
    """Returns whether the locale is there."""
    done = subprocess.run([program, path] + ([locale] if locale else []), stderr=subprocess.PIPE, text=True)
    if locale and done.returncode == 2:
        return False
    assert done.returncode == 0, done.stderr
    return True


def sheets(path):
    """The parts that say what the sheets hold: all but the time in docProps/core.xml."""
    with zipfile.ZipFile(path) as package:
        assert package.testzip() is None
        return {name: package.read(name) for name in package.namelist() if name != 'docProps/core.xml'}


def check_page(parts, number, landscape):
    root = tree.fromstring(parts[f'xl/worksheets/sheet{number}.xml'])
    setup = root.find(MAIN + 'pageSetup').attrib
    assert setup['paperSize'] == '9', setup
    assert setup['orientation'] == ('landscape' if landscape else 'portrait'), setup
    # Excel knows page breaks only where the scale is given.
    if root.find(MAIN + 'rowBreaks') is not None:
        assert 50 < int(setup['scale']) < 100 and 'fitToHeight' not in setup, setup
    else:
        assert setup['fitToHeight'] == '0' and setup.get('fitToWidth', '1') == '1', setup
        assert root.find(MAIN + 'sheetPr/' + MAIN + 'pageSetUpPr').attrib['fitToPage'] == '1'
    margins = {side: float(inches) for side, inches in root.find(MAIN + 'pageMargins').attrib.items()}
    for side, least, most in (('left', 30, 35), ('right', 15, 20), ('top', 20, 25), ('bottom', 20, 25)):
        assert least - 0.01 <= margins[side] * 25.4 <= most, margins
    header = root.find(MAIN + 'headerFooter')
    assert header.attrib == {'differentFirst': '1'}, header.attrib
    assert header.find(MAIN + 'oddHeader').text == '&C&"Times New Roman,Regular"&13&P'
    assert header.find(MAIN + 'firstHeader') is None


def check_fonts(parts):
    styles = tree.fromstring(parts['xl/styles.xml'])
    names = {font.find(MAIN + 'name').attrib['val'] for font in styles.find(MAIN + 'fonts')}
    assert names == {'Times New Roman'}, names


def find(sheet, text):
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value == text:
                return cell
    raise AssertionError(f'{sheet.title}: no cell says {text!r}')


def check_gifts(sheet):
    assert find(sheet, 'UBND TỈNH BẮC GIANG').font.bold is False
    assert find(sheet, 'HỮU NGHỊ TỈNH BẮC GIANG').font.bold is True
    assert find(sheet, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM').font.sz == 13
    assert find(sheet, 'Độc lập - Tự do - Hạnh phúc').font.sz == 14
    assert find(sheet, 'Bắc Giang, ngày 16 tháng 12 năm 2021').font.i is True
    find(sheet, 'Số:          /BC-LHHN')
    title = find(sheet, 'TỔNG HỢP TIẾP NHẬN ỦNG HỘ, QUYÊN GÓP')
    assert title.font.b and title.font.sz == 14 and title.alignment.horizontal == 'center'
    find(sheet, 'Kính gửi: Ủy ban nhân dân tỉnh Bắc Giang')
    assert find(sheet, 'Đơn vị tính: đồng').alignment.horizontal == 'right'

    group, head, single = find(sheet, 'Bằng tiền'), find(sheet, 'Tiền Việt Nam'), find(sheet, 'STT')
    assert group.row == single.row == head.row - 1
    merged = {str(cells) for cells in sheet.merged_cells.ranges}
    assert f'E{group.row}:G{group.row}' in merged and f'A{group.row}:A{head.row}' in merged, merged
    assert find(sheet, '(15)').font.i is True
    assert sheet.print_title_rows == f'${group.row}:${head.row + 1}', sheet.print_title_rows
    assert sheet.print_area == f"'M08'!$A$1:$O${sheet.max_row}", sheet.print_area

    first = head.row + 2
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(first, first + 7, 1, 15)]
    assert rows[0][2] == 'Quỹ phòng, chống dịch'
    assert rows[1][1] == datetime.datetime(2021, 6, 20)
    assert sheet.cell(first + 1, 2).number_format == 'dd\\/mm\\/yyyy'
    assert rows[2][1] == '6/2021' and rows[3][1] == '2021' and rows[4][1] == '31/12/1899'
    for row, column, text in ((3, 3, '=1+1'), (3, 4, '+84'), (4, 4, '-Đồng Nai')):
        cell = sheet.cell(first + row, column)
        assert cell.data_type == 's' and cell.value == text, (cell.data_type, cell.value)
    assert rows[4][2].startswith('@')
    assert rows[1][14] == 'mộthai ba\nbốn', rows[1][14]
    assert rows[1][4] == 30000000 and sheet.cell(first + 1, 5).number_format == '#,##0'
    assert rows[7][9] == 10.5 and sheet.cell(first + 7, 10).number_format == '#,##0.0'

    assert rows[0][4] == f'=SUBTOTAL(9,E{first + 1}:E{first + 4})', rows[0][4]
    total = find(sheet, 'TỔNG CỘNG')
    assert sheet.cell(total.row, 5).value == f'=SUBTOTAL(9,E{first}:E{first + 7})'
    assert sheet.cell(total.row, 5).font.b and sheet.cell(total.row, 10).value is None
    assert find(sheet, 'Bằng chữ: Năm trăm linh bảy triệu đồng').font.i
    find(sheet, 'NGƯỜI LẬP BIỂU')
    assert find(sheet, 'TM. BAN THƯỜNG VỤ').row == find(sheet, 'CHỦ TỊCH').row - 1
    gap = find(sheet, 'Nguyễn Văn An').row - find(sheet, 'CHỦ TỊCH').row - 1
    assert 4 <= gap <= 5, gap
    label = find(sheet, 'Nơi nhận:')
    assert label.font.b and label.font.i and label.font.sz == 12
    assert find(sheet, '- Lưu: VT.').font.sz == 11


def check_stored(sheet):
    """The values beside the formulas."""
    total = find(sheet, 'TỔNG CỘNG').row
    assert [sheet.cell(total, column).value for column in (5, 7, 11, 12)] == [334000000, 23000000, 150000000, 507000000]


def check_heights(sheet):
    """Every row that holds something has a height of its own."""
    for row in range(1, sheet.max_row + 1):
        assert sheet.row_dimensions[row].height, (sheet.title, row)


def check_cut(program, path):
    """A list that is longer than a sheet goes on on the next one, below the same heads, and loses nothing."""
    assert subprocess.run([program, path, 'C', 'cut']).returncode == 0
    workbook_sound.check(path)
    book = openpyxl.load_workbook(path)
    assert book.sheetnames[:4] == ['M02', 'M02 (2)', 'M02 (3)', 'M04'], book.sheetnames
    numbers = []
    for name in book.sheetnames[:3]:
        sheet = book[name]
        head = find(sheet, 'STT').row
        assert sheet.print_title_rows == f'${head}:${head + 2}', sheet.print_title_rows
        assert (head == 1) == (name != 'M02')
        rows = [row for row in sheet.iter_rows(head + 3, sheet.max_row, 1, 7)]
        numbers += [row[0].value for row in rows if isinstance(row[0].value, int)]
        for row in rows:
            if isinstance(row[0].value, int):
                number = row[0].value
                assert row[4].value == f'0912{number:06}' and row[5].value == f'{number:05}', number
                assert row[1].value in (f'Nguyễn Văn {number} 🌸', 'N' * 300), row[1].value
    assert numbers == list(range(1, 61)), numbers
    assert find(book['M02 (3)'], 'Danh sách này có 60 hội viên./.')


def check_full(program, path):
    """All that a workbook can have: appendices, records behind figures, charts."""
    assert subprocess.run([program, path, 'C', 'appendix']).returncode == 0
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ['M02', 'M04', 'M08', 'M09', 'Biểu đồ', 'Căn cứ'], book.sheetnames
    for name, number in (('M02', 'I'), ('M04', 'II'), ('M08', 'III'), ('M09', 'IV')):
        first = book[name]['A1']
        assert first.value == f'Phụ lục {number}' and first.font.b and first.font.sz == 14, first.value
        said = [cell.value for row in book[name].iter_rows() for cell in row if isinstance(cell.value, str)]
        assert any(text.startswith('(Kèm theo Báo cáo số ......../BC-LHHN ngày') for text in said)
        assert not any('CỘNG HÒA' in text or 'Nơi nhận' in text or 'Kính gửi' in text for text in said)
    charts = book['Biểu đồ']._charts
    assert len(charts) == 2, charts
    basis = book['Căn cứ']
    rows = [[cell.value for cell in row] for row in basis.iter_rows(find(basis, 'Biểu').row + 2, basis.max_row, 1, 7)]
    assert len(rows) == 5 and rows[0][6] == '101', rows
    assert rows[3][0] == 'M09' and rows[3][5] == '1. Hàn Quốc: (3) 2.408', rows[3]
    assert rows[4][6] == '8' and rows[4][1] == 'Tổ chức', rows[4]
    assert basis.auto_filter.ref == f'A{find(basis, "Biểu").row + 1}:G{basis.max_row}', basis.auto_filter.ref


def main(program):
    with tempfile.TemporaryDirectory() as folder:
        plain, local = os.path.join(folder, 'c.xlsx'), os.path.join(folder, 'vi.xlsx')
        make(program, plain, 'C')
        parts = sheets(plain)
        for locale in ('vi_VN.UTF-8', 'en_US.UTF-8'):
            if make(program, local, locale):
                assert sheets(local) == parts, f'the workbook of {locale} is not that of C'

        for number, landscape in ((1, True), (2, True), (3, False)):
            check_page(parts, number, landscape)
        check_fonts(parts)

        book = openpyxl.load_workbook(plain)
        assert book.sheetnames == ['M04', 'M08', 'M09'] and book.active.title == 'M04'
        assert book.properties.title == 'Báo cáo Năm 2021', book.properties.title
        assert book.properties.creator == 'Liên hiệp các tổ chức hữu nghị tỉnh Bắc Giang'
        check_gifts(book['M08'])
        find(book['M04'], 'Không phát sinh')
        assert find(book['M09'], 'Tỷ lệ (%)') and find(book['M09'], '2016 - 2021')
        for sheet in book:
            check_heights(sheet)
        check_stored(openpyxl.load_workbook(plain, data_only=True)['M08'])
        check_cut(program, os.path.join(folder, 'cut.xlsx'))
        check_full(program, os.path.join(folder, 'full.xlsx'))


main(sys.argv[1])
