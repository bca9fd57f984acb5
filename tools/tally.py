#!/usr/bin/env python3
"""Counts the results of `meson test` runs: tally.py FOLDER LOCALE..., one FOLDER/testlog-LOCALE.json each.

Every line of a TAP program counts for itself; a program of another kind counts once. A program that crashed,
timed out or ended with a failure without having named one counts as one failure more.
The last line is "N passed, N failed"; the exit status is 1 if anything failed or nothing ran.
"""
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import os
import re
import sys

TAP_LINE = re.compile(r"^(ok|not ok)\b\s*\d*\s*-?\s*([^#]*)(#\s*(SKIP|TODO)\b.*)?", re.IGNORECASE)
TAP_PLAN = re.compile(r"^1\.\.(\d+)", re.MULTILINE)
GOOD, SKIPPED = ("OK", "EXPECTEDFAIL"), ("SKIP",)


def count(test):
    """Returns (passed, names of the failed, skipped) of one test program."""
    passed, failed, skipped = 0, [], 0
    output = test.get("stdout") or ""
    is_tap = TAP_PLAN.search(output) is not None
    for line in output.splitlines() if is_tap else []:
        match = TAP_LINE.match(line)
        if match is None:
            continue
        directive = (match[4] or "").upper()
        if directive:
            skipped += 1
        elif match[1].lower() == "ok":
            passed += 1
        else:
            failed.append(match[2].strip() or "(unnamed)")

    result = test["result"]
    if result in SKIPPED and is_tap and not skipped and "# SKIP" not in output.upper():
        failed.append("(ran nothing)")
    elif result in SKIPPED:
        skipped = max(skipped, 1)
    elif result not in GOOD:
        if not failed:
            failed.append(f"({result.lower()}, exit status {test.get('returncode')})")
    elif not is_tap:
        passed += 1
    elif passed + skipped == 0:
        failed.append("(ran nothing)")
    return passed, failed, skipped


def main(folder, *locales):
    total_passed, total_failed, skipped_names = 0, 0, []
    for run in locales:
        log = os.path.join(folder, f"testlog-{run}.json")
        if not os.path.exists(log):
            print(f"FAILED under {run}: the tests did not start")
            total_failed += 1
            continue
        with open(log, encoding="utf-8") as lines:
            for test in map(json.loads, lines):
                passed, failed, skipped = count(test)
                total_passed += passed
                total_failed += len(failed)
                if skipped:
                    skipped_names.append(f"{test['name']} under {run}")
                for name in failed:
                    print(f"FAILED under {run}: {test['name']}: {name}")
    for name in skipped_names:
        print(f"skipped: {name}")
    print(f"{total_passed} passed, {total_failed} failed")
    return 1 if total_failed or not total_passed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
