#!/usr/bin/env python3
"""LibreOffice recalculates every form in every dress to the stored values, and its pages hold what they should:
check-pages.py HUU-NGHI
"""
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "report"))
import office_suite  # noqa: E402
import openpyxl  # noqa: E402
import reference  # noqa: E402

DRESSES = ("report", "appendix", "list")
COUNTRY = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
SIGNED = "NGƯỜI LẬP BIỂU"
N_FORMS = len(reference.forms())


def run(program, *arguments):
    done = subprocess.run([program, *arguments], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def make(program, folder):
    """A year with charts in each dress, the list of members that of one association."""
    register = os.path.join(folder, "mau.huunghi")
    run(program, "sample", register)
    every = json.loads(run(program, "list", register, "organization", "--where", "kind=bilateral", "--format", "json"))
    paths = []
    for dress in DRESSES:
        paths.append(os.path.join(folder, f"{dress}.xlsx"))
        run(program, "report", register, "--period", "2021", "--organization", str(every[0]["id"]), "--charts",
            "--dress", dress, "--output", paths[-1])
    return paths


def pages_of(pdf):
    """The lines of each page; spaces do not matter."""
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True).stdout
    return [[line.split() for line in page.splitlines() if line.strip()] for page in text.split("\f")[:-1]]


def has(page, words):
    wanted = words.split()
    return any(line[i:i + len(wanted)] == wanted for line in page for i in range(len(line)))


def check_pages(dress, pages):
    firsts = [page for page in pages if has(page, COUNTRY)]
    signed = [page for page in pages if has(page, SIGNED)]
    assert len(firsts) == len(signed) == (N_FORMS if dress == "report" else 0), (dress, len(firsts), len(signed))
    # No page of signatures without a row of the table, and no letterhead without one.
    for page in signed + firsts:
        assert any(line[0] == "(1)" for line in page) and len(page) > 6, page
    # Every official paper says that nothing follows, and below what it is that nothing follows.
    ends = [line[-1].endswith("./.") for page in pages for line in page]
    assert sum(ends) == (0 if dress == "list" else N_FORMS), (dress, sum(ends))
    for page in pages:
        marks = [at for at, line in enumerate(page) if line[-1].endswith("./.")]
        assert not marks or marks[0] > 3 and (dress == "report" or marks[-1] == len(page) - 1), page
    if dress == "appendix":
        numbers = [line[2] for page in pages for line in page if line[:2] == ["Phụ", "lục"]]
        assert len(numbers) == N_FORMS and numbers[:4] == ["I", "II", "III", "IV"], numbers
    # Charts are on the last page.
    assert has(pages[-1], "BIỂU ĐỒ") and sum(has(page, "BIỂU ĐỒ") for page in pages) == 1, pages[-1]


def main(program):
    if not office_suite.is_there():
        return office_suite.SKIPPED
    with tempfile.TemporaryDirectory() as folder:
        paths = make(program, folder)
        for path, n_numbers in zip(paths, office_suite.recalculate(folder, paths)):
            assert len(openpyxl.load_workbook(path, read_only=True).sheetnames) == N_FORMS + 1
            assert n_numbers > 500, (path, n_numbers)
        if shutil.which("pdftotext") is not None:
            for dress, pdf in zip(DRESSES, office_suite.convert(folder, paths, "pdf")):
                check_pages(dress, pages_of(pdf))
    return 0


sys.exit(main(sys.argv[1]))
