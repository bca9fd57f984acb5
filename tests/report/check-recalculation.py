#!/usr/bin/env python3
"""LibreOffice recalculates a workbook made by hand and comes to the stored values: check-recalculation.py MAKE_WORKBOOK"""
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import shutil
import subprocess
import sys
import tempfile

import office_suite


def main(program):
    if not office_suite.is_there():
        return office_suite.SKIPPED
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for dress in (None, 'report', 'appendix', 'list'):
            paths.append(os.path.join(folder, f'{dress}.xlsx'))
            subprocess.run([program, paths[-1]] + (['C', dress] if dress else []), check=True)
        assert min(office_suite.recalculate(folder, paths)) > 40

        # And it can be printed: four pages, of which M08 has two.
        pdf, = office_suite.convert(folder, paths[:1], 'pdf')
        if shutil.which('pdfinfo') is not None:
            info = subprocess.run(['pdfinfo', pdf], capture_output=True, text=True, check=True).stdout
            assert [line.split()[1] for line in info.splitlines() if line.startswith('Pages:')] == ['4'], info
    return 0


sys.exit(main(sys.argv[1]))
