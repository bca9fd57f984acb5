#!/usr/bin/env python3
"""Writes cells as others would: bench-others.py xlsxwriter|openpyxl CELLS.csv WORKBOOK prints how long it took.

Only the writing is measured: the cells are typed and the formats made beforehand, as on the other side.
"""
# SPDX-License-Identifier: GPL-3.0-or-later
import csv
import datetime
import re
import sys
import time

FONT, SIZE = "Times New Roman", 11
DATE, NUMBER = "dd/mm/yyyy", "#,##0"


def typed(column, text):
    if column == 0:
        return int(text) if text else None
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return datetime.date.fromisoformat(text)
    return text or None


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return [[typed(column, text) for column, text in enumerate(line)] for line in csv.reader(file)]


def write_xlsxwriter(rows, path):
    import xlsxwriter

    start = time.monotonic()
    book = xlsxwriter.Workbook(path, {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    common = {"font_name": FONT, "font_size": SIZE, "border": 1}
    text = book.add_format(dict(common, text_wrap=True))
    number = book.add_format(dict(common, num_format=NUMBER))
    date = book.add_format(dict(common, num_format=DATE))
    sheet = book.add_worksheet()
    for index, row in enumerate(rows):
        for column, value in enumerate(row):
            if value is None:
                sheet.write_blank(index, column, None, text)
            elif isinstance(value, str):
                sheet.write_string(index, column, value, text)
            elif isinstance(value, int):
                sheet.write_number(index, column, value, number)
            else:
                sheet.write_datetime(index, column, value, date)
    book.close()
    return time.monotonic() - start


def write_openpyxl(rows, path):
    import openpyxl
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Border, Font, NamedStyle, Side

    start = time.monotonic()
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    line = Side(style="thin")
    styles = {}
    for kind, pattern, wrap in ((str, "General", True), (int, NUMBER, False), (datetime.date, DATE, False)):
        styles[kind] = NamedStyle(name=kind.__name__, font=Font(name=FONT, size=SIZE), number_format=pattern,
                                  border=Border(line, line, line, line), alignment=Alignment(wrap_text=wrap))
        book.add_named_style(styles[kind])

    def cells(row):
        for value in row:
            cell = WriteOnlyCell(sheet, value=value)
            cell.style = styles[str if value is None else type(value)].name
            yield cell

    for row in rows:
        sheet.append(cells(row))
    book.save(path)
    return time.monotonic() - start


def main():
    how, source, path = sys.argv[1:]
    seconds = {"xlsxwriter": write_xlsxwriter, "openpyxl": write_openpyxl}[how](read(source), path)
    print(f"others\tbeside\t{how}\t{seconds * 1000}")


main()
