# A clerk's first day with a new register, and no mouse: an organization, its members, an event, a gift; finds, changes,
# undoes, exports, and finds all of it again the next morning: test-day.py PROGRAM
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import os
import subprocess
import sys
import tempfile

import openpyxl

import steps
from accessible import Role, State, has, text_of, wait
from person import Person
from words import is_vietnamese, words

ORGANIZATION = "Hội Hữu nghị Việt Nam – Đan Mạch"
MEMBERS = ("Đỗ Thị Hạnh", "Nguyễn Văn Đức", "Trần Ánh Tuyết")
EVENT = "Gặp mặt hữu nghị đầu xuân"
DONOR = "Công ty Hoàng Hà"
KINDS = ("organization", "person", "membership", "event", "donation")


class Clerk:
    independent = False

    def __init__(self, program, folder):
        self.program = program
        self.register = os.path.join(folder, "so.huunghi")
        self.workbook = os.path.join(folder, "nam.xlsx")
        self.person = None
        self.kinds = {kind["name"]: kind for kind in json.loads(self.ask("kinds", "--format", "json"))}
        self.steps = (
            self.start, self.add_organization, self.add_people, self.add_memberships, self.add_event, self.add_gift,
            self.find_gift, self.change_gift, self.undo, self.export, self.quit, self.start_again,
        )

    # what several steps do

    def ask(self, *arguments):
        return subprocess.run([self.program, *arguments], check=True, stdout=subprocess.PIPE, text=True).stdout

    def list(self, kind):
        return json.loads(self.ask("list", self.register, kind, "--format", "json"))

    def label(self, kind, field, answer=None):
        """What a field is called in the language of the test, or one of its answers."""
        found = next(part for part in self.kinds[kind]["fields"] if part["name"] == field)
        if answer is not None:
            found = next(choice for choice in found["choices"] if choice["name"] == answer)
        return found["label_vi" if is_vietnamese() else "label"]

    def go_on(self, key):
        """To another tab, or to another list of the tab."""
        before = wait("a list", self.person.shown_list)
        self.person.press(key)
        wait("another list", lambda: self.person.other_list(before))

    def open_form(self):
        self.person.press("ctrl+n")
        return self.person.find(Role.DIALOG, lambda node: True)

    def save(self, form):
        self.person.press("ctrl+Return")
        wait("the form gone", lambda: not has(form, State.SHOWING))

    def save_and_go_on(self, first):
        """The next is written into an empty form."""
        self.person.press("ctrl+shift+Return")
        wait("an empty form", lambda: text_of(self.person.entry(first)) == "")

    def search(self, text):
        self.person.press("ctrl+f", "ctrl+a")
        self.person.wait_focus(self.person.search_entry())
        self.person.type(text)

    def open_found(self):
        self.person.press("Return")
        wait("the row selected", lambda: has(self.person.rows()[0], State.SELECTED))
        self.person.press("Return")
        return self.person.find(Role.DIALOG, lambda node: True)

    # the steps

    def start(self):
        """starts with a new register, which says what belongs there"""
        self.ask("new", self.register)
        self.person = Person(self.program, [self.register])
        self.person.find(Role.LABEL, words("No %s Yet", words("organizations")))

    def add_organization(self):
        """adds an organization"""
        form = self.open_form()
        self.person.fill(self.label("organization", "name"), ORGANIZATION)
        self.person.answer(self.label("organization", "kind"), self.label("organization", "kind", "bilateral"))
        self.save(form)
        self.person.wait_names("the organization", lambda names: names == [ORGANIZATION])

    def add_people(self):
        """adds three people, one after the other"""
        self.go_on("ctrl+Next")
        form = self.open_form()
        name = self.label("person", "name")
        for index, member in enumerate(MEMBERS):
            self.person.fill(name, member)
            if index + 1 < len(MEMBERS):
                self.save_and_go_on(name)
        self.save(form)
        self.person.wait_names("three people", lambda names: sorted(names) == sorted(MEMBERS))

    def add_memberships(self):
        """makes them members"""
        self.go_on("ctrl+Next")
        form = self.open_form()
        person = self.label("membership", "person")
        for index, (member, typed) in enumerate(zip(MEMBERS, ("do thi hanh", "nguyen van duc", "tran anh tuyet"))):
            self.person.complete(person, typed, member)
            self.person.complete(self.label("membership", "organization"), "dan mach", ORGANIZATION)
            self.person.fill(self.label("membership", "joined"), "6/5/2021")
            if index + 1 < len(MEMBERS):
                self.save_and_go_on(person)
        self.save(form)
        self.person.wait_names("three members", lambda names: len(names) == len(MEMBERS))

    def add_event(self):
        """adds an event"""
        self.go_on("alt+2")
        form = self.open_form()
        self.person.fill(self.label("event", "title"), EVENT)
        self.person.answer(self.label("event", "type"), self.label("event", "type", "meeting"))
        self.person.fill(self.label("event", "from"), "20/2/2021")
        self.save(form)
        self.person.wait_names("the event", lambda names: len(names) == 1 and EVENT in names[0])

    def add_gift(self):
        """adds a gift of money"""
        self.go_on("alt+3")
        form = self.open_form()
        self.person.fill(self.label("donation", "date"), "6/5/2021")
        self.person.fill(self.label("donation", "donor"), DONOR)
        self.person.fill(self.label("donation", "amount"), "5000000")
        self.save(form)
        self.person.wait_cell(DONOR, "5.000.000 đ")

    def find_gift(self):
        """finds it without marks"""
        self.search("zzzz")
        self.person.find(Role.LABEL, words("Nothing Found"))
        self.search("hoang ha")
        self.person.wait_names("the gift", lambda names: len(names) == 1 and DONOR in names[0])

    def change_gift(self):
        """changes its amount"""
        form = self.open_found()
        self.person.fill(self.label("donation", "amount"), "7500000")
        self.save(form)
        self.person.wait_cell(DONOR, "7.500.000 đ")

    def undo(self):
        """takes the change back, and does it again"""
        self.person.press("ctrl+z")
        self.person.wait_cell(DONOR, "5.000.000 đ")
        self.person.press("ctrl+shift+z")
        self.person.wait_cell(DONOR, "7.500.000 đ")

    def export(self):
        """exports the year’s workbook, which has the gift and the members"""
        self.person.press("ctrl+e")
        year = self.person.find(Role.SPIN_BUTTON, words("Year"))
        self.person.go_to(year)
        self.person.press("ctrl+a")
        self.person.type("2021")
        self.person.press("Return")
        self.person.hear("15/12/2020")
        button = self.person.find(Role.BUTTON, words("Export Excel"))
        wait("a year to export", lambda: has(button, State.SENSITIVE))
        self.person.press("ctrl+s")
        self.person.focus_window(words("Save the Workbook"))
        self.person.name_file(self.workbook)
        self.person.hear(words("“%s” is written", os.path.basename(self.workbook)))
        self.person.focus_window(words("Hữu Nghị"))
        book = openpyxl.load_workbook(self.workbook, data_only=True)
        for sheet, text in (("M08", DONOR), ("M02", MEMBERS[0]), ("M04", EVENT), ("M01", ORGANIZATION)):
            texts = {str(cell) for row in book[sheet].iter_rows(values_only=True) for cell in row if cell is not None}
            assert any(text in cell for cell in texts), f"{text} is not in {sheet}"

    def quit(self):
        """quits"""
        self.person.leave("ctrl+q")
        self.ask("check", self.register)

    def start_again(self):
        """starts again, and all is there"""
        assert {kind: len(self.list(kind)) for kind in KINDS} == dict(zip(KINDS, (1, 3, 3, 1, 1)))
        self.person = Person(self.program, [self.register])
        self.go_on("alt+3")
        self.person.wait_cell(DONOR, "7.500.000 đ")
        self.go_on("alt+2")
        self.person.wait_names("the event", lambda names: len(names) == 1 and EVENT in names[0])
        self.go_on("alt+1")
        self.person.wait_names("the organization", lambda names: names == [ORGANIZATION])
        self.go_on("ctrl+Next")
        self.person.wait_names("the people", lambda names: sorted(names) == sorted(MEMBERS))
        self.go_on("ctrl+Next")
        self.person.wait_names("the members", lambda names: len(names) == len(MEMBERS))
        self.person.leave("ctrl+q")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        sys.exit(steps.run(Clerk(sys.argv[1], home)))
