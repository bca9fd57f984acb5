#!/usr/bin/env python3
"""Whether every figure can be measured, on a small register; not what it is: test-bench.py BUILD."""
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import pathlib
import subprocess
import sys
import tempfile

FIGURES = 32  # the rows of the table


def main(build):
    folder = tempfile.mkdtemp()
    output = pathlib.Path(folder) / "bench.json"
    done = subprocess.run([sys.executable, pathlib.Path(__file__).with_name("bench.py"), "--build", build,
                           "--registers", folder, "--output", output, "--people", "500", "1000", "--runs", "1"],
                          capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    written = json.loads(output.read_text(encoding="utf-8"))
    assert not written["not measured"], written["not measured"]
    rows = written["figures"]
    assert len(rows) == FIGURES, [row["figure"] for row in rows]
    for row in rows:
        assert row["ours"] is not None and row["figure"] in done.stdout, row
    # Each is told when it is known, and once more in the table.
    assert done.stdout.count(rows[0]["figure"]) == 2, done.stdout
    for sample in written["samples"]:
        assert sample["values"] and all(value >= 0 for value in sample["values"]), sample


main(sys.argv[1])
