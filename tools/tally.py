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
MOST_SAID = 30
GOOD, SKIPPED = ("OK", "EXPECTEDFAIL"), ("SKIP",)


def read_tap(output):
    """Yields (result, name, what was said about it): the comments round the line of each test."""
    lines = output.splitlines()
    at = [number for number, line in enumerate(lines) if TAP_LINE.match(line)]
    for before, number, after in zip([-1] + at, at, at[1:] + [len(lines)]):
        match = TAP_LINE.match(lines[number])
        result = "skipped" if match[4] else match[1].lower()
        said = [line for line in lines[before + 1:after] if line.startswith("#") or line.startswith("Bail out!")]
        yield result, match[2].strip() or "(unnamed)", said


def last_words(test):
    """What a program that crashed or is no TAP program said."""
    return (test.get("stdout") or "").splitlines()[-MOST_SAID:] + (test.get("stderr") or "").splitlines()[-MOST_SAID:]


def count(test):
    """Returns (passed, [(name of a failure, what was said)], skipped) of one test program."""
    output = test.get("stdout") or ""
    is_tap = TAP_PLAN.search(output) is not None
    results = list(read_tap(output)) if is_tap else []
    passed = sum(result == "ok" for result, _, _ in results)
    skipped = sum(result == "skipped" for result, _, _ in results)
    failed = [(name, said[-MOST_SAID:]) for result, name, said in results if result == "not ok"]

    result = test["result"]
    if result in SKIPPED and is_tap and not skipped and "# SKIP" not in output.upper():
        failed.append(("(ran nothing)", []))
    elif result in SKIPPED:
        skipped = max(skipped, 1)
    elif result not in GOOD:
        if not failed:
            failed.append((f"({result.lower()}, exit status {test.get('returncode')})", last_words(test)))
    elif not is_tap:
        passed += 1
    elif passed + skipped == 0:
        failed.append(("(ran nothing)", []))
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
                for name, said in failed:
                    print(f"FAILED under {run}: {test['name']}: {name}")
                    print("".join(f"    {line}\n" for line in said), end="")
    for name in skipped_names:
        print(f"skipped: {name}")
    print(f"{total_passed} passed, {total_failed} failed")
    return 1 if total_failed or not total_passed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
