"""The forms that data/reference/forms.csv names, in the order of a year's workbook."""
# SPDX-License-Identifier: GPL-3.0-or-later
import csv
import pathlib

TABLE = pathlib.Path(__file__).parents[2] / "data" / "reference" / "forms.csv"


def forms():
    with TABLE.open(encoding="utf-8", newline="") as table:
        return list(dict.fromkeys(row["form"] for row in csv.DictReader(table)))
