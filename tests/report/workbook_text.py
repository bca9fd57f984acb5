"""A workbook as lines that people can compare: each part with its digest, and what it says where that is worth reading."""
# SPDX-License-Identifier: GPL-3.0-or-later
import hashlib
import re
import xml.etree.ElementTree as tree
import zipfile

TIMES = re.compile(r"(<dcterms:(created|modified)[^>]*>)[^<]*")
# What never says anything of a report: their digests do.
DUMB = re.compile(r"theme1\.xml$|\[Content_Types\]\.xml$|\.rels$")
SHEET = re.compile(r"xl/worksheets/sheet\d+\.xml$")
ALWAYS = ("customHeight", "customWidth", "defaultRowHeight")


def name_of(tag):
    return tag.rpartition("}")[2]


def one_line(element):
    """An element with all that is in it: tag key=value (children)."""
    said = [name_of(element.tag)]
    said += [f"{name_of(key)}={value}" for key, value in element.attrib.items() if name_of(key) not in ALWAYS]
    if element.text and element.text.strip():
        said.append(repr(element.text))
    if len(element):
        said.append("(" + " ".join(map(one_line, element)) + ")")
    return " ".join(said)


def tell_value(cell):
    """What a cell says; a formula with what is stored beside it."""
    texts = [text.text or "" for text in cell.iter() if name_of(text.tag) == "t"]
    formula = next((child.text for child in cell if name_of(child.tag) == "f"), None)
    value = next((child.text for child in cell if name_of(child.tag) == "v"), None)
    if cell.get("t") == "inlineStr":
        return repr("".join(texts))
    if formula is not None:
        return f"={formula} -> {value}"
    if value is not None:
        return (cell.get("t", "") + " " + value).strip()
    return ""


def tell_row(row):
    """The cells with their styles; neighbours that say nothing and look alike are one."""
    said, run = [], []

    def end_run():
        if run:
            said.append((run[0][0] if len(run) == 1 else f"{run[0][0]}:{run[-1][0]}") + f" /{run[0][1]}")
            run.clear()

    for cell in row:
        place, style, value = cell.get("r"), cell.get("s", "0"), tell_value(cell)
        if value or (run and run[0][1] != style):
            end_run()
        if value:
            said.append(f"{place} /{style} {value}")
        else:
            run.append((place, style))
    end_run()
    rest = " ".join(f"{key}={value}" for key, value in row.attrib.items() if key not in ("r", "spans", *ALWAYS))
    return f"row {row.get('r')} {rest} | " + " | ".join(said)


def tell_sheet(root):
    for element in root:
        name = name_of(element.tag)
        if name == "sheetData":
            yield from map(tell_row, element)
        elif name == "cols":
            yield "cols " + " ".join(f"{col.get('min')}-{col.get('max')}:{col.get('width')}" for col in element)
        elif name == "mergeCells":
            yield "merged " + " ".join(cell.get("ref") for cell in element)
        else:
            yield one_line(element)


def tell_font(font):
    said = {name_of(child.tag): child.get("val", "") for child in font}
    return " ".join([said.get("name", ""), said.get("sz", ""), *(mark for mark in "biu" if mark in said)])


def tell_styles(root):
    """A line a style: its font, its format of numbers, its border, how it is aligned."""
    parts = {name_of(child.tag): list(child) for child in root}
    formats = {item.get("numFmtId"): item.get("formatCode") for item in parts.get("numFmts", [])}
    for number, xf in enumerate(parts["cellXfs"]):
        border = parts["borders"][int(xf.get("borderId"))]
        sides = ",".join(name_of(side.tag) + "=" + side.get("style") for side in border if side.get("style"))
        aligned = " ".join(one_line(child) for child in xf)
        number_format = formats.get(xf.get("numFmtId"), xf.get("numFmtId"))
        yield f"/{number} {tell_font(parts['fonts'][int(xf.get('fontId'))])} | {number_format} | {sides} | {aligned}"


def tell_part(name, text):
    if DUMB.search(name):
        return
    root = tree.fromstring(text)
    if SHEET.match(name):
        yield from tell_sheet(root)
    elif name == "xl/styles.xml":
        yield from tell_styles(root)
    else:
        yield from map(one_line, root)


def tell(path):
    """The lines of a workbook."""
    lines = []
    with zipfile.ZipFile(path) as package:
        assert package.testzip() is None
        for name in sorted(package.namelist()):
            text = TIMES.sub(r"\1", package.read(name).decode())
            lines.append(f"=== {name} {hashlib.sha256(text.encode()).hexdigest()[:16]}")
            lines += tell_part(name, text)
    return lines


def split_parts(lines):
    """The lines of each part, its heading first."""
    parts = []
    for line in lines:
        if line.startswith("=== "):
            parts.append([])
        parts[-1].append(line)
    return parts
