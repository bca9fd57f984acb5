# A report from its forms to its comparison: chosen, seen, a figure pressed and its record corrected, exported, marked as
# sent, compared after the next correction: test-report.py PROGRAM
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import os
import subprocess
import sys
import tempfile

import openpyxl

import audit
import steps
from accessible import Role, State, has, look, seen_within, wait, walk
from person import A_MOMENT, TRIES, Person, xdotool

YEAR = "2021"
WINDOW = "15/12/2020 – 14/12/2021"
FORM = "M08"
DONOR = "Ông Nguyễn Văn Bảy"
AMOUNTS = ("5000000", "7500000", "9000000")
PRINTED = ("5.000.000", "7.500.000", "9.000.000")
SENT_TO = "Sở Ngoại vụ"
WIDE, ON_PAGE = ("1900", "800"), ("1000", "500")  # of a window, and in it
FIGURES = 80  # that are gone through at most


class Reporter:
    independent = False

    def __init__(self, program, folder):
        self.program = program
        self.register = os.path.join(folder, "mau.huunghi")
        self.workbook = os.path.join(folder, "bao-cao.xlsx")
        self.person = None
        self.ears = None
        self.steps = (
            self.open_report, self.choose_form, self.choose_year, self.press_figure, self.correct_record, self.come_back,
            self.export, self.mark_as_sent, self.correct_again, self.compare, self.open_cause, self.leave,
        )

    # what several steps do

    def ask(self, *arguments):
        return subprocess.run([self.program, *arguments], check=True, stdout=subprocess.PIPE, text=True).stdout

    def ours(self):
        found = json.loads(self.ask("list", self.register, "donation", "--search", DONOR, "--format", "json"))
        return [donation["amount"] for donation in found]

    def check(self):
        findings = audit.list_all(self.person, tabbing=False)
        assert not findings, "\n".join(findings)

    def paper(self):
        return self.person.find(Role.IMAGE, lambda node: FORM in node.get_name())

    def figure(self):
        """What is said of the one that the focus is at."""
        paper = self.person.focused()
        return (paper.get_name(), paper.get_description()) if paper is not None else None

    def find_figure(self, value):
        """With the arrow keys, from where the focus was in the pages to ours; each is said."""
        self.paper()
        self.person.go_to_any([node for node in walk(self.person.top()) if node.get_role() == Role.IMAGE])
        for _ in range(FIGURES):
            before = self.figure()
            if DONOR in before[1] and value in before[1]:
                return
            # A busy display loses a key.
            for _ in range(TRIES):
                self.person.press("Right")
                if seen_within(A_MOMENT, lambda: self.figure() not in (None, before)):
                    break
        raise AssertionError(f"no figure {value} on the pages")

    def correct(self, amount):
        """In the form that is open."""
        form = self.person.find(Role.DIALOG, lambda node: DONOR in node.get_name())
        self.person.fill("Amount", amount)
        self.person.press("ctrl+Return")
        wait("the form gone", lambda: not has(form, State.SHOWING))

    # the steps

    def open_report(self):
        """opens the report"""
        self.ask("sample", self.register)
        self.ask("add", self.register, "donation", f"donor={DONOR}", "date=2021-05-06", f"amount={AMOUNTS[0]}",
                 "currency=VND", "direction=received", "form=money", "state=received")
        self.person = Person(self.program, [self.register])
        self.ears = audit.Ears(self.person)
        self.person.wait_names("the organizations", lambda names: len(names) > 10)
        self.person.press("ctrl+e")
        self.person.find(Role.IMAGE, lambda node: "M01" in node.get_name())

    def choose_form(self):
        """takes the tick off all forms and gives it to one"""
        every = self.person.find(Role.CHECK_BOX, "All Forms")
        self.person.go_to(every)
        self.person.press("space")
        self.person.find(Role.LABEL, "Nothing Chosen Yet")
        self.person.go_to(self.person.find(Role.CHECK_BOX, lambda node: node.get_name().startswith(FORM)))
        self.person.press("space")
        self.paper()

    def choose_year(self):
        """chooses the year, and sees whose days are counted"""
        year = self.person.find(Role.SPIN_BUTTON, "Year")
        self.person.go_to(year)
        self.person.press("ctrl+a")
        self.person.type(YEAR)
        self.person.press("Return")
        self.person.hear(WINDOW)

    def press_figure(self):
        """goes to a figure with the arrow keys, wherever the pointer rests, presses it, and sees the record behind it"""
        # So wide that the page is larger than the window: keys scroll it below the pointer.
        xdotool("windowsize", "--sync", self.person.window, *WIDE)
        xdotool("mousemove", "--window", self.person.window, *ON_PAGE)
        self.find_figure(PRINTED[0])
        wait("the figure said", lambda: self.ears.have_heard(PRINTED[0]))
        self.person.press("Return")
        side = self.person.find(Role.LIST, "Records behind the figure")
        wait("the record", lambda: look(side, Role.LIST_ITEM, lambda node: DONOR in node.get_name()))
        self.check()

    def correct_record(self):
        """opens the record, and corrects it"""
        record = self.person.find(Role.LIST_ITEM, lambda node: DONOR in node.get_name())
        self.person.go_to(record)
        self.person.press("Return")
        self.correct(AMOUNTS[1])
        assert self.ours() == [int(AMOUNTS[1])], self.ours()

    def come_back(self):
        """is at the report again, where the figure has changed"""
        self.person.hear(PRINTED[1])
        self.find_figure(PRINTED[1])

    def export(self):
        """exports the workbook, which has it too"""
        button = self.person.find(Role.BUTTON, "Export Excel")
        wait("a report to export", lambda: has(button, State.SENSITIVE))
        self.person.press("ctrl+s")
        self.person.focus_window("Save the Workbook")
        self.person.name_file(self.workbook)
        self.person.hear(f"“{os.path.basename(self.workbook)}” is written")
        self.person.focus_window("Hữu Nghị")
        book = openpyxl.load_workbook(self.workbook, data_only=True)
        assert book.sheetnames == [FORM], book.sheetnames
        ours = [row for row in book[FORM].iter_rows(values_only=True) if DONOR in row]
        assert len(ours) == 1 and int(AMOUNTS[1]) in ours[0], ours

    def mark_as_sent(self):
        """marks it as sent"""
        self.person.push(self.person.find(Role.BUTTON, "Mark as Sent"))
        dialog = self.person.find(Role.DIALOG, "Mark as Sent")
        self.check()
        sent_to = self.person.entry("Sent to")
        self.person.go_to(sent_to)
        self.person.give(sent_to, SENT_TO)
        self.person.push(look(dialog, Role.BUTTON, "Mark as Sent"))
        wait("the dialog gone", lambda: not has(dialog, State.SHOWING))
        self.person.find(Role.BUTTON, lambda node: node.get_name().startswith("Sent on "))
        sent = json.loads(self.ask("list", self.register, "submission", "--format", "json"))
        assert [one["sent_to"] for one in sent] == [SENT_TO], sent

    def correct_again(self):
        """corrects the record once more, in its list"""
        self.person.press("alt+Left")
        wait("the lists", self.person.shown_list)
        self.person.press("alt+3")
        wait("the donations", lambda: self.person.shown_list() == "Donations")
        self.person.press("ctrl+f")
        self.person.wait_focus(self.person.search_entry())
        self.person.type("nguyen van bay")
        self.person.wait_names("the record", lambda names: len(names) == 1 and DONOR in names[0])
        self.person.press("Return")
        wait("the row selected", lambda: has(self.person.rows()[0], State.SELECTED))
        self.person.press("Return")
        self.correct(AMOUNTS[2])

    def compare(self):
        """compares what was sent with today: the difference names the record"""
        self.person.choose_entry("F10", "_Sent Reports…")
        self.choose_sent_year()
        row = self.person.find(Role.LIST_ITEM, lambda node: FORM in node.get_name() and YEAR in node.get_name())
        self.check()
        self.person.push(wait("the button", lambda: look(row, Role.BUTTON, "Compare with Today")))
        self.person.hear(f"{PRINTED[1]} → {PRINTED[2]}")
        self.person.find(Role.LIST_ITEM, lambda node: DONOR in node.get_name() and has(node, State.FOCUSABLE) and
                         not has(node, State.EXPANDABLE))
        self.check()

    def choose_sent_year(self):
        """Of which the report is; the page may begin with another."""
        self.person.find(Role.LIST, lambda node: node.get_name() in ("Sent", "Late", "Due"))
        drop_down = self.person.find(Role.COMBO_BOX, "Year")
        if look(drop_down, Role.TOGGLE_BUTTON, f"Year: {YEAR}") is None:
            self.person.choose(drop_down, YEAR)

    def open_cause(self):
        """goes from there to the record"""
        cause = self.person.find(Role.LIST_ITEM, lambda node: DONOR in node.get_name() and
                                 has(node, State.FOCUSABLE) and not has(node, State.EXPANDABLE))
        self.person.go_to(cause)
        self.person.press("Return")
        self.person.wait_cell(DONOR, PRINTED[2] + " đ")

    def leave(self):
        """leaves, and what was sent is as it was"""
        self.person.leave("ctrl+q")
        assert self.ours() == [int(AMOUNTS[2])], self.ours()
        self.ask("check", self.register)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        sys.exit(steps.run(Reporter(sys.argv[1], home)))
