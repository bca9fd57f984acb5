# The steps of a story, a line of TAP each.
# SPDX-License-Identifier: GPL-3.0-or-later
import locale
import traceback

from person import Person


class Finding(AssertionError):
    """Something is wrong that does not keep a person from going on."""


def say_why(error, person):
    for line in traceback.format_exception_only(error) + traceback.format_tb(error.__traceback__)[-2:]:
        print("# " + line.rstrip().replace("\n", "\n# "))
    if isinstance(error, Finding) or person is None or person.process.poll() is not None:
        return
    for line in person.describe():
        print(f"#   {line}")


def hear_warnings():
    """Nobody sees what the toolkit complains of, but there is always something wrong."""
    warnings = [line for person in Person.everyone for line in person.new_warnings()]
    if warnings:
        raise Finding("\n".join(warnings))


def attempt(step, story):
    """Gives the error that ended the step, or None."""
    try:
        step()
        hear_warnings()
        return None
    except Exception as error:  # whatever it is, the step has failed, and says so
        say_why(error, story.person)
        return error


def run(story):
    """Runs story.steps in their order; gives the exit status.

    story.person is who sits at the program, or None. Where the steps are not story.independent, nothing more is tried
    after one that failed.
    """
    try:
        locale.setlocale(locale.LC_ALL, "")
    except locale.Error:
        print("1..0 # SKIP the system does not have this language")
        return 0

    failed, broken = False, None
    print(f"TAP version 14\n1..{len(story.steps)}", flush=True)
    for number, step in enumerate(story.steps, 1):
        name = step.__doc__.strip().splitlines()[0]
        if broken:
            print(f"ok {number} - {name} # SKIP since {broken} failed", flush=True)
            continue
        error = attempt(step, story)
        print(f"{'ok' if error is None else 'not ok'} {number} - {name}", flush=True)
        failed = failed or error is not None
        if error is None or isinstance(error, Finding):
            continue
        if not story.independent:
            broken = number
        elif story.person is not None:
            story.person.end()
    if story.person is not None:
        story.person.end()
    return 1 if failed else 0
