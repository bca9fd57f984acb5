"""What Excel refuses and other readers forgive: who opens such a workbook in it is asked whether it shall be repaired."""
# SPDX-License-Identifier: GPL-3.0-or-later
import re
import xml.etree.ElementTree as tree
import zipfile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
CELL = re.compile(r"([A-Z]+)(\d+)$")
LAST_ROW, LAST_COLUMN = 1048576, 16384
MOST_TEXT = 32767  # of a cell
MOST_NAME = 31  # of a sheet


def place(reference):
    letters, row = CELL.match(reference).groups()
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    assert 0 < int(row) <= LAST_ROW and column <= LAST_COLUMN, reference
    return int(row), column


def check_merged(name, root):
    """No cell is in two merged ranges, were they the same."""
    taken = {}
    merged = root.find(MAIN + "mergeCells")
    if merged is None:
        return
    assert int(merged.get("count")) == len(merged), name
    for item in merged:
        first, last = map(place, item.get("ref").split(":"))
        for row in range(first[0], last[0] + 1):
            for column in range(first[1], last[1] + 1):
                before = taken.setdefault((row, column), item)
                assert before is item, f"{name}: {item.get('ref')} is merged, and so is {before.get('ref')}"


def check_cells(name, root, n_styles, n_strings):
    """Rows and cells come in their order, each once, with styles and texts that there are."""
    last_row = 0
    for row in root.find(MAIN + "sheetData"):
        number, last_column = int(row.get("r")), 0
        assert number > last_row, f"{name}: row {number} stands after row {last_row}"
        last_row = number
        for cell in row:
            at = place(cell.get("r"))
            assert at[0] == number and at[1] > last_column, f"{name}: {cell.get('r')} is out of order"
            last_column = at[1]
            assert int(cell.get("s", 0)) < n_styles, f"{name}: {cell.get('r')} has a style that is not there"
            if cell.get("t") == "s":
                assert int(cell.find(MAIN + "v").text) < n_strings, f"{name}: {cell.get('r')} has no text"
            assert sum(len(text.text or "") for text in cell.iter(MAIN + "t")) <= MOST_TEXT, cell.get("r")
    return last_row


def check_breaks(name, root, last_row):
    breaks = root.find(MAIN + "rowBreaks")
    numbers = [int(item.get("id")) for item in breaks] if breaks is not None else []
    assert numbers == sorted(set(numbers)), f"{name}: pages end at {numbers}"
    assert all(0 < number < last_row for number in numbers), f"{name}: a page ends below row {last_row}: {numbers}"


def check_names(book):
    names = [sheet.get("name") for sheet in book.find(MAIN + "sheets")]
    assert len({name.lower() for name in names}) == len(names), names
    for name in names:
        assert 0 < len(name) <= MOST_NAME and not set(name) & set("[]:*?/\\"), name
    defined = [(item.get("name"), item.get("localSheetId")) for item in book.iter(MAIN + "definedName")]
    assert len(set(defined)) == len(defined), defined


def check(path):
    """Raises what is wrong with a workbook's package; returns how many sheets it has."""
    with zipfile.ZipFile(path) as package:
        assert package.testzip() is None and len(set(package.namelist())) == len(package.namelist())
        roots = {name: tree.fromstring(package.read(name)) for name in package.namelist()}
    listed = {item.get("PartName") for item in roots["[Content_Types].xml"] if item.get("PartName")}
    assert {part.lstrip("/") for part in listed} <= roots.keys(), listed
    check_names(roots["xl/workbook.xml"])
    n_styles = len(roots["xl/styles.xml"].find(MAIN + "cellXfs"))
    n_strings = len(roots["xl/sharedStrings.xml"]) if "xl/sharedStrings.xml" in roots else 0
    sheets = [name for name in roots if name.startswith("xl/worksheets/sheet")]
    for name in sheets:
        check_merged(name, roots[name])
        check_breaks(name, roots[name], check_cells(name, roots[name], n_styles, n_strings))
    return len(sheets)
