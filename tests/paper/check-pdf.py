#!/usr/bin/env python3
"""Reads the pages with Poppler: check-pdf.py MAKE_PDF"""
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import re
import subprocess
import sys
import tempfile

ROWS = 100


def make(program, folder, dress, rows=ROWS, locale="C.UTF-8"):
    """Returns the path of the PDF, or None where the locale is missing."""
    path = os.path.join(folder, f"{dress}-{rows}-{locale}.pdf")
    done = subprocess.run([program, path, dress, str(rows), locale], stderr=subprocess.PIPE, text=True, check=False)
    if done.returncode == 2:
        return None
    assert done.returncode == 0, done.stderr
    left = [entry for entry in os.listdir(folder) if entry.startswith(".huu-nghi")]
    assert not left, f"{left} are left behind"
    return path


def tool(*arguments):
    return subprocess.run(arguments, stdout=subprocess.PIPE, check=True, text=True).stdout


def pages(path):
    return tool("pdftotext", "-layout", path, "-").split("\f")[:-1]


def info(path):
    return dict(re.findall(r"^(.+?): +(.*)$", tool("pdfinfo", path), re.MULTILINE))


def check_report(program, folder):
    path = make(program, folder, "report")
    told, text = info(path), pages(path)
    assert told["Title"] == "Báo cáo Năm 2021", told
    assert int(told["Pages"]) == len(text) >= 4, (told["Pages"], len(text))

    first = [line for line in text[0].splitlines() if "CỘNG HÒA" in line]
    assert len(first) == 1 and "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in first[0], first
    assert "Độc lập - Tự do - Hạnh phúc" in text[0] and "Kính gửi: Ủy ban nhân dân" in text[0], text[0]

    # Every page of a table has its heads; every row is there once, in order.
    tables = [page for page in text if re.search(r"Chi hội hữu nghị số", page)]
    assert len(tables) == len(text) and all("Tên đơn vị" in page and "(5)" in page for page in tables), tables
    found = [int(number) for page in text for number in re.findall(r"hữu nghị số (\d+)", page)]
    assert found == [*range(1, ROWS + 1), 1, 2, 3], found
    assert text[-2].count("NGƯỜI LẬP BIỂU") == 1 and text[-1].count("Nơi nhận:") == 1, text[-2:]
    assert "7.425.000.000" in text[-2] and "7.425.000.000" not in text[0], text[-2]

    # Numbers of pages from the second on, by form.
    numbers = [page.splitlines()[0].strip() for page in text]
    assert numbers[1:-1] == [str(number) for number in range(2, len(text))], numbers
    assert not numbers[0].isdigit() and not numbers[-1].isdigit(), numbers


def check_size(program, folder):
    path = make(program, folder, "report")
    sizes = re.findall(r"Page +\d+ size: +([\d.]+) x ([\d.]+)", tool("pdfinfo", "-l", "-1", path))
    assert all(abs(float(a) - 595.28) < 1 and abs(float(b) - 841.89) < 1 for a, b in sizes[:-1]), sizes
    assert abs(float(sizes[-1][0]) - 841.89) < 1, sizes


def check_dresses(program, folder):
    appendix = "\n".join(pages(make(program, folder, "appendix")))
    assert "Phụ lục I\n" in appendix and "Phụ lục II\n" in appendix and "(Kèm theo Báo cáo số" in appendix, appendix
    plain = "\n".join(pages(make(program, folder, "list")))
    for text in (appendix, plain):
        assert "CỘNG HÒA" not in text and "NGƯỜI LẬP BIỂU" not in text and "DANH SÁCH THỬ" in text, text


def check_end(program, folder):
    """Every form of an official paper ends with its mark, also one whose last is a table; a list has none."""
    for dress in ("report", "appendix", "list"):
        for rows in (ROWS, 0):
            text = "\n".join(pages(make(program, folder, dress, rows=rows)))
            ends = re.findall(r"\./\.", text)
            assert len(ends) == (0 if dress == "list" else 2), (dress, rows, text)


def check_nothing(program, folder):
    text = pages(make(program, folder, "report", rows=0))
    assert "Không phát sinh" in text[0] and "NGƯỜI LẬP BIỂU" in text[0], text[0]


def check_locale(program, folder):
    path = make(program, folder, "report", locale="vi_VN.UTF-8")
    if path is not None:
        assert pages(path) == pages(make(program, folder, "report")), "the locale changes the pages"


def main(program):
    with tempfile.TemporaryDirectory() as folder:
        for check in (check_report, check_size, check_dresses, check_end, check_nothing, check_locale):
            check(program, folder)


if __name__ == "__main__":
    main(sys.argv[1])
