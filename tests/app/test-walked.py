# Every page, dialog and popover of the program is walked by a story, and nothing moves that the person's setting does not
# stop: test-walked.py SOURCES
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import re
import sys

# Where each template is walked: the story, and what of it comes there. A new one is walked first, then named here.
WALKED = {
    "hn-attachment-dialog": ("test-corners.py", "see_attachment"),
    "hn-attachment-tile": ("test-corners.py", "see_attachment"),
    "hn-attachments": ("test-walk.py", "see_side"),
    "hn-bulk-edit": ("test-walk.py", "one field of several records"),
    "hn-clash-dialog": ("test-corners.py", "see_clash"),
    "hn-columns-menu": ("test-walk.py", "the columns"),
    "hn-comparison-page": ("test-report.py", "compare"),
    "hn-editor": ("test-walk.py", "see_forms"),
    "hn-editor-form": ("test-walk.py", "see_forms"),
    "hn-entry-row": ("test-depths.py", "see_calendar"),
    "hn-field-row": ("test-walk.py", "see_problem"),
    "hn-figure-side": ("test-report.py", "press_figure"),
    "hn-filter-bar": ("test-walk.py", "see_lists"),
    "hn-filter-chip": ("test-walk.py", "a filter of answers"),
    "hn-filter-menu": ("test-walk.py", "all filters"),
    "hn-filter-records": ("test-walk.py", "a filter of countries"),
    "hn-find-dialog": ("test-walk.py", "the search everywhere"),
    "hn-help-leaf": ("test-corners.py", "see_help"),
    "hn-help-window": ("test-corners.py", "see_help"),
    "hn-history-page": ("test-walk.py", "the history"),
    "hn-history-row": ("test-walk.py", "the history"),
    "hn-list-export": ("test-walk.py", "the export of a list"),
    "hn-list-page": ("test-walk.py", "see_lists"),
    "hn-new-register": ("test-corners.py", "see_first_start"),
    "hn-note-row": ("test-walk.py", "see_forms"),
    "hn-office-page": ("test-walk.py", "see_office"),
    "hn-period-chooser": ("test-corners.py", "see_period"),
    "hn-preferences": ("test-corners.py", "see_preferences"),
    "hn-preferences-office": ("test-depths.py", "see_profile"),
    "hn-preferences-reports": ("test-depths.py", "see_rule"),
    "hn-record-side": ("test-walk.py", "see_side"),
    "hn-reference-row": ("test-walk.py", "see_forms"),
    "hn-report-forms": ("test-walk.py", "the report"),
    "hn-report-page": ("test-walk.py", "the report"),
    "hn-report-period": ("test-walk.py", "the report"),
    "hn-report-view": ("test-walk.py", "the report"),
    "hn-restore-dialog": ("test-corners.py", "see_copy"),
    "hn-saved-menu": ("test-walk.py", "the saved filters"),
    "hn-send-dialog": ("test-depths.py", "see_sending"),
    "hn-shortcuts-dialog": ("test-walk.py", "the keyboard shortcuts"),
    "hn-similar-box": ("test-depths.py", "see_second"),
    "hn-submissions-page": ("test-walk.py", "the sent reports"),
    "hn-suggestions": ("test-depths.py", "see_suggestions"),
    "hn-tab-page": ("test-walk.py", "see_lists"),
    "hn-window": ("test-walk.py", "see_lists"),
    "hn-work-dialog": ("test-corners.py", "see_work"),
}

# Questions that no template is for: what makes each, and where it is walked.
QUESTIONS = {
    "hn-attachment-dialog.c": ("test-corners.py", "see_attachment"),
    "hn-bulk-delete.c": ("test-walk.py", "the question about deleting"),
    "hn-editor-questions.c": ("test-depths.py", "see_second"),
    "hn-failure.c": ("test-openings.py", ""),
    "hn-saved-menu.c": ("test-corners.py", "see_saving_filter"),
    "hn-take-back.c": ("test-depths.py", "see_take_back"),
}

# What moves by itself; the toolkit's stacks and revealers ask the person's setting, these do not.
MOVES = re.compile(r"gtk_widget_add_tick_callback|gdk_frame_clock_begin_updating|adw_(timed|spring)_animation_new|"
                   r"@keyframes|\b(transition|animation)(-[a-z]+)?\s*:")
ASKS = "adw_get_enable_animations"


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def files(folder, *ends):
    return sorted(os.path.join(place, name) for place, _, names in os.walk(folder) for name in names
                  if name.endswith(ends))


def list_unwalked(names, walked, stories):
    """What is named nowhere, or by a story that does not come there or looks at nothing; and what is gone."""
    findings = [f"{name} is walked nowhere" for name in names if name not in walked]
    findings += [f"{name} is no more" for name in walked if name not in names]
    for name, (story, step) in walked.items():
        text = read(os.path.join(stories, story))
        if step not in text:
            findings.append(f"{name}: {story} has no “{step}”")
    return findings


def list_moving(paths):
    return [f"{os.path.basename(path)} moves something and does not ask whether it shall" for path in paths
            if MOVES.search(read(path)) and ASKS not in read(path)]


def report(number, name, findings):
    for finding in findings:
        print(f"# {finding}")
    print(f"{'not ok' if findings else 'ok'} {number} - {name}")
    return not findings


def main(sources):
    stories = os.path.join(sources, "tests", "app")
    templates = [os.path.basename(path)[:-4] for path in files(os.path.join(sources, "resources", "ui"), ".blp")]
    code = files(os.path.join(sources, "src", "ui"), ".c")
    askers = [os.path.basename(path) for path in code if "hn_dialog_new_question (" in read(path) and
              os.path.basename(path) != "hn-dialog.c"]
    unasked = [os.path.basename(path) for path in code if "adw_alert_dialog_new (" in read(path) and
               os.path.basename(path) != "hn-dialog.c"]
    moving = code + files(os.path.join(sources, "resources"), ".css")
    print("TAP version 14\n1..6")
    good = [
        report(1, "every template is walked", list_unwalked(templates, WALKED, stories)),
        report(2, "every question is walked", list_unwalked(askers, QUESTIONS, stories)),
        report(3, "every question has a heading that wraps", [f"{name} makes its own" for name in unasked]),
        report(4, "nothing moves unasked", list_moving(moving)),
        # And that these find something.
        report(5, "a new template is missed", [] if len(list_unwalked([*templates, "hn-new"], WALKED, stories)) == 1
               else ["it is not"]),
        report(6, "what moves is found", [] if all(MOVES.search(text) for text in (
            "  gtk_widget_add_tick_callback (widget, step, NULL, NULL);", "  transition: opacity 200ms;",
            "@keyframes blink {", "adw_timed_animation_new (")) else ["it is not"]),
    ]
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
