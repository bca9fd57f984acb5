# A clerk's morning on the sample register: adds a donation, finds it without marks, changes it, deletes, undoes,
# exports the year, and finds all of it again after a new start: test-clerk.py PROGRAM
# SPDX-License-Identifier: GPL-3.0-or-later
import datetime
import json
import os
import subprocess
import sys
import tempfile
import unicodedata

import openpyxl

import steps
from accessible import Role, State, cells, has, is_entry, text_of, unnamed, wait
from person import Person
from words import words

DONOR = "Công ty Đức Phát"
TABS = (
    ("Associations", "organization", "organization", "organizations"),
    ("Events", "event", "event", "events"),
    ("Donations", "donation", "donation", "donations"),
    ("Diaspora", "overseas_contact", "overseas contact", "overseas contacts"),
)
ADD_DONATION = words("Add %s", words("donation"))


def without_marks(text):
    parts = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


class Clerk:
    independent = False

    def __init__(self, program, folder):
        self.program = program
        self.register = os.path.join(folder, "mau.huunghi")
        self.workbook = os.path.join(folder, "bao-cao.xlsx")
        self.person = None
        self.steps = (
            self.open_sample, self.see_tabs, self.name_controls, self.see_what_is_missing, self.add_donation,
            self.find_without_marks, self.find_nothing, self.change_amount, self.turn_back, self.delete_and_undo,
            self.undo_change, self.find_person, self.export_year, self.read_workbook, self.close, self.start_again,
            self.read_register,
        )

    # the same register, from the command line

    def ask(self, *arguments):
        return subprocess.run([self.program, *arguments], check=True, stdout=subprocess.PIPE, text=True).stdout

    def list(self, kind, *arguments):
        return json.loads(self.ask("list", self.register, kind, *arguments, "--format", "json"))

    def ours(self):
        return [donation for donation in self.list("donation") if DONOR in str(donation)]

    # what several steps do

    def start(self):
        self.person = Person(self.program, [self.register])
        self.person.wait_names("the organizations", lambda names: len(names) > 10)

    def choose_tab(self, title):
        tab = self.person.find(Role.PAGE_TAB, words(title))
        self.person.push(tab)
        wait(f"the tab “{title}” chosen", lambda: has(tab, State.SELECTED))

    def search(self, text):
        """From wherever the focus is."""
        self.person.press("ctrl+f", "ctrl+a")
        self.person.wait_focus(self.person.search_entry())
        self.person.type(text)

    def clear_search(self):
        self.person.press("ctrl+f")
        self.person.wait_focus(self.person.search_entry())
        self.person.press("Escape")

    def wait_ours_alone(self):
        self.person.wait_names("the donation alone", lambda names: len(names) == 1 and DONOR in names[0])

    def go_to_first_row(self):
        """From the search."""
        self.person.press("Return")
        wait("the first row selected", lambda: has(self.person.rows()[0], State.SELECTED))

    def open_ours(self):
        """The list shows it alone; the focus is in the search."""
        self.go_to_first_row()
        self.person.press("Return")
        return self.person.find(Role.DIALOG, lambda node: DONOR in node.get_name())

    # the steps

    def open_sample(self):
        """opens the sample register"""
        self.ask("sample", self.register)
        self.start()

    def see_tabs(self):
        """four tabs, each with its list, its rows and their number"""
        for title, kind, _, plural in TABS:
            self.choose_tab(title)
            records = self.list(kind)
            assert len(records) > 5, f"{len(records)} of {kind}"
            self.person.wait_names(plural, lambda names: len(names) > 5 and all(names))
            self.person.hear(f"{len(records)} {words(plural)}")
            wait(f"{plural} in words", lambda: all(any(cells(row)) for row in self.person.rows()))

    def name_controls(self):
        """every control has a name, in the window and in the form of each tab"""
        nameless = []
        for title, _, one, _ in TABS:
            form = words("Add %s", words(one))
            self.choose_tab(title)
            nameless += [f"{title}: {control}" for control in unnamed(self.person.application)]
            self.person.push(self.person.find(Role.BUTTON, words("Add")))
            dialog = self.person.find(Role.DIALOG, form)
            nameless += [f"{form}: {control}" for control in unnamed(dialog)]
            self.person.push(self.person.find(Role.BUTTON, words("Cancel")))
            self.person.gone(Role.DIALOG, form)
        if nameless:
            raise steps.Finding("; ".join(nameless))

    def see_what_is_missing(self):
        """Save without a donor says so at the donor, and saves nothing"""
        self.choose_tab("Donations")
        self.person.wait_names("the donations", lambda names: len(names) == 6)
        self.person.push(self.person.find(Role.BUTTON, words("Add")))
        self.person.find(Role.DIALOG, ADD_DONATION)
        self.person.wait_focus(self.person.entry(words("Date")))
        self.person.type("6/5/2021")
        self.person.push(self.person.find(Role.BUTTON, words("Save")))

        donor = self.person.entry(words("Donor"))
        problem = words("“%s” must be filled in.", words("Donor"))
        self.person.wait_focus(donor)
        wait("what is wrong with the donor", lambda: donor.get_description() == problem)
        self.person.hear(problem)
        self.person.wait_text(self.person.entry(words("Date")), "06/05/2021")
        self.person.find(Role.DIALOG, ADD_DONATION)
        assert len(self.list("donation")) == 6, "it was saved"

    def add_donation(self):
        """fills the form from field to field and saves with Ctrl+Enter"""
        donor = self.person.entry(words("Donor"))
        self.person.give(donor, DONOR)
        problem = words("“%s” must be filled in.", words("Donor"))
        self.person.press("Return")
        campaign = self.person.entry(words("Campaign"))
        self.person.wait_focus(campaign)
        self.person.gone(Role.LABEL, problem)
        self.person.type("vac xin")
        self.person.find(Role.LIST_ITEM, lambda node: "vắc-xin" in node.get_name())
        self.person.press("Return")
        wait("the campaign", lambda: "Quỹ vắc-xin" in text_of(campaign))

        amount = self.person.entry(words("Amount"))
        self.person.go_to(amount)
        self.person.type("5000000")
        self.person.wait_text(amount, "5.000.000")
        self.person.hear("Năm triệu đồng")
        self.person.press("ctrl+Return")
        self.person.gone(Role.DIALOG, ADD_DONATION)
        self.person.wait_names("seven donations", lambda names: len(names) == 7)
        self.person.wait_cell(DONOR, "5.000.000 đ")

    def find_without_marks(self):
        """“duc phat” finds the donation alone, as it was typed"""
        self.search("duc phat")
        self.wait_ours_alone()
        found = cells(self.person.rows()[0])
        for text in ("06/05/2021", DONOR, "5.000.000 đ"):
            assert text in found, f"{text} is not in {found}"
        self.person.hear(words("%s of %s %s", "1", "7", words("donations")))
        self.person.hear(words("Amount") + ": 5.000.000 đ")

    def find_nothing(self):
        """what is nowhere is said to be nowhere, and other words find again"""
        self.search("zzzz")
        self.person.find(Role.LABEL, words("Nothing Found"))
        self.search("phat duc")
        self.wait_ours_alone()
        self.person.gone(Role.LABEL, words("Nothing Found"))

    def change_amount(self):
        """changes the amount with the Save button, and the list shows it"""
        dialog = self.open_ours()
        amount = self.person.entry(words("Amount"))
        self.person.wait_text(amount, "5.000.000")
        self.person.go_to(amount)
        self.person.press("ctrl+a")
        self.person.type("7500000")
        self.person.wait_text(amount, "7.500.000")
        self.person.push(self.person.find(Role.BUTTON, words("Save")))
        wait("the form gone", lambda: not has(dialog, State.SHOWING))
        self.person.wait_cell(DONOR, "7.500.000 đ")

    def turn_back(self):
        """Escape on a form that was typed into asks; who discards changes nothing"""
        self.search("duc phat")
        self.wait_ours_alone()
        self.open_ours()
        donor = self.person.entry(words("Donor"))
        self.person.give(donor, DONOR + " Lợi")
        self.person.press("Escape")
        self.person.find(Role.LABEL, words("Save Changes?"))
        self.person.press("Escape")
        self.person.gone(Role.LABEL, words("Save Changes?"))
        self.person.wait_text(donor, DONOR + " Lợi")

        self.person.push(self.person.find(Role.BUTTON, words("Cancel")))
        self.person.find(Role.LABEL, words("Save Changes?"))
        self.person.push(self.person.find(Role.BUTTON, words("Discard")))
        self.person.gone(Role.LABEL, words("Save Changes?"))
        self.person.gone(Role.BUTTON, words("Discard"))
        self.person.gone(Role.DIALOG, lambda node: DONOR in node.get_name())
        assert "Lợi" not in str(self.ours()), "it was saved"

    def delete_and_undo(self):
        """Delete takes the donation away, Undo on the toast brings it back"""
        self.clear_search()
        before = self.person.wait_names("seven donations", lambda names: len(names) == 7)
        self.search("duc phat")
        self.wait_ours_alone()
        self.go_to_first_row()
        self.person.press("Delete")
        self.person.find(Role.LABEL, words("Nothing Found"))
        said = words("Deleted “%s”").split("%s", maxsplit=1)[0] + DONOR
        self.person.hear(said)
        assert self.ours() == [], "it is still in the register"

        self.person.push(self.person.find(Role.BUTTON, lambda node: node.get_name() == words("Undo")))
        self.person.wait_names("the donation back", lambda names: any(DONOR in name for name in names))
        self.clear_search()
        self.person.wait_names("all as before", lambda names: names == before)
        self.person.wait_cell(DONOR, "7.500.000 đ")

    def undo_change(self):
        """Ctrl+Z takes the change back, then the adding; Ctrl+Shift+Z does both again"""
        self.person.press("Return")
        self.person.press("ctrl+z")
        self.person.wait_cell(DONOR, "5.000.000 đ")
        self.person.press("ctrl+z")
        self.person.wait_names("six donations", lambda names: len(names) == 6)
        self.person.press("ctrl+shift+z")
        self.person.wait_cell(DONOR, "5.000.000 đ")
        self.person.press("ctrl+shift+z")
        self.person.wait_cell(DONOR, "7.500.000 đ")

    def find_person(self):
        """finds a person abroad without marks"""
        self.choose_tab("Diaspora")
        for wanted in self.list("overseas_contact"):
            plain = without_marks(wanted["name"])
            if plain != wanted["name"].lower() and len(self.list("overseas_contact", "--search", plain)) == 1:
                break
        self.search(plain)
        self.person.wait_names(wanted["name"], lambda names: names == [wanted["name"]])

    def export_year(self):
        """exports the year’s workbook where the person says"""
        self.person.press("ctrl+e")
        button = self.person.find(Role.BUTTON, words("Export Excel"))
        year = self.person.find(Role.SPIN_BUTTON, words("Year"))
        year.get_value_iface().set_current_value(2021)
        self.person.hear("15/12/2020")
        wait("a year to export", lambda: has(button, State.SENSITIVE))
        self.person.push(button)

        self.person.focus_window(words("Save the Workbook"))
        wait("the name of the file", lambda: self.person.look(None, lambda node: is_entry(node) and
                                                              has(node, State.FOCUSED)))
        self.person.press("ctrl+a")
        self.person.type(self.workbook)
        self.person.press("Return")
        self.person.hear(words("“%s” is written", os.path.basename(self.workbook)))
        self.person.find(Role.BUTTON, words("Open"))
        self.person.focus_window(words("Hữu Nghị"))

    def read_workbook(self):
        """the gifts of the year add up in the workbook, with the new one"""
        book = openpyxl.load_workbook(self.workbook, data_only=True)
        assert book.sheetnames == [f"M{number:02}" for number in range(1, 14)], book.sheetnames
        rows = [[cell for cell in row if cell is not None] for row in book["M08"].iter_rows(values_only=True)]
        ours = [row for row in rows if DONOR in row]
        assert [row[1:] for row in ours] == [[datetime.datetime(2021, 5, 6), DONOR, 7_500_000, 7_500_000]], ours
        total = [row for row in rows if row[:1] == ["TỔNG CỘNG"]]
        money, goods = 334_000_000 + 7_500_000, 150_000_000
        assert total == [["TỔNG CỘNG", money, goods, money + goods]], total

    def close(self):
        """closes"""
        self.person.leave("ctrl+q")
        self.ask("check", self.register)

    def start_again(self):
        """starts again, and all is there"""
        self.start()
        self.person.press("alt+3")
        self.person.wait_names("seven donations", lambda names: len(names) == 7)
        self.person.wait_cell(DONOR, "7.500.000 đ")
        self.person.leave("ctrl+w")

    def read_register(self):
        """the register holds what was typed"""
        ours = self.ours()
        assert len(ours) == 1 and len(self.list("donation")) == 7, ours
        for field, value in (("date", "2021-05-06"), ("donor", DONOR), ("amount", 7_500_000), ("currency", "VND"),
                             ("form", "money"), ("direction", "received"), ("state", "received")):
            assert ours[0].get(field) == value, f"{field} is {ours[0].get(field)}"
        assert "vắc-xin" in ours[0]["campaign_name"], ours[0]


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        sys.exit(steps.run(Clerk(sys.argv[1], home)))
