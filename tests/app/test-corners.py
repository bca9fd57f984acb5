# What is seen seldom, as a screen reader and who has no mouse meets it: how a register begins and comes back, what is
# settled, questions, work that goes on, a narrow window: test-corners.py PROGRAM
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile

import audit
import steps
from accessible import Role, State, cells, children, has, look, wait, walk
from person import Person, xdotool
from walker import NAME, Walker

NARROW = (360, 700)
BORDER = 10  # that the window draws round itself, for its shadow, where no manager does
PLURAL = "Organizations"
CLASH = "Changed on Both Sides"
PHOTOGRAPH = "anh-chup.png"


class Wanderer(Walker):
    def __init__(self, program, folder):
        super().__init__(program, folder)
        self.ears = None
        self.steps = tuple(self.make_step(see.__doc__, see) for see in (
            self.see_first_start, self.see_refused, self.see_copy, self.see_no_copy, self.see_preferences,
            self.see_help, self.see_deletion, self.see_unsaved, self.see_clash, self.see_attachment, self.see_period,
            self.see_saving_filter, self.see_work, self.see_narrow, self.see_narrow_record, self.sort_narrow,
        ))

    # what several steps do

    def start(self, *arguments, **environment):
        if self.person is not None:
            self.person.end()
        self.person = Person(self.program, arguments, **environment)
        self.ears = audit.Ears(self.person)

    def start_sample(self):
        self.start(self.register)
        self.person.wait_names("the organizations", lambda names: len(names) > 10)

    def sit_down(self):
        """Each begins anew."""

    def wait_said(self, sentence):
        wait(f"“{sentence}” said", lambda: self.ears.have_heard(sentence))

    def wait_described(self, entry, problem):
        wait(f"“{problem}” said of the field", lambda: problem in entry.get_description())
        assert has(entry, State.INVALID_ENTRY), "the field is not said to be wrong"

    def make_narrow(self):
        self.start_sample()
        xdotool("windowsize", self.person.window, *(str(length + BORDER) for length in NARROW))
        self.person.find(Role.BUTTON, "Sort the List")

    # the steps

    def see_first_start(self):
        """the first start, and what is missing in the letterhead"""
        self.start(XDG_DATA_HOME=os.path.join(self.folder, "leer"))
        self.person.find(Role.LABEL, "Welcome to Hữu Nghị")
        self.check("the welcome")
        self.person.press("Home", "Return")
        self.person.find(Role.LABEL, "Letterhead and Signature")
        self.check("the letterhead")
        self.press_button("Create")
        self.wait_said("Choose the province of the office.")
        province = self.person.find(Role.COMBO_BOX, lambda node: True)
        self.wait_described(province, "Choose the province of the office.")
        self.check("what is missing", tabbing=False)

    def see_refused(self):
        """a register that cannot be opened"""
        path, data = os.path.join(self.folder, "mat.huunghi"), os.path.join(self.folder, "so")
        os.makedirs(os.path.join(data, "huu-nghi"))
        shutil.copy(self.register, os.path.join(data, "huu-nghi"))
        self.start(path, XDG_DATA_HOME=data)
        self.person.find(Role.LABEL, "The Register Cannot Be Opened")
        self.check("the page")
        self.press_button("Try Again")
        self.person.hear(path)
        self.check_popover(lambda: self.press_button("Open Another", Role.TOGGLE_BUTTON), "other registers")

    def see_copy(self):
        """a copy that is to be restored"""
        self.start("--restore", self.register, XDG_DATA_HOME=os.path.join(self.folder, "khac"))
        self.person.find(Role.LABEL, "What Shall Become of It")
        self.check("the copy")

    def see_no_copy(self):
        """a copy that is none"""
        path = os.path.join(self.folder, "anh.huunghi")
        with open(path, "w", encoding="utf-8") as file:
            file.write("Đây không phải là sổ.\n" * 100)
        self.start_sample()
        subprocess.run([self.program, "--restore", path], check=True, timeout=60)
        self.person.find(Role.LABEL, "This Copy Cannot Be Restored")
        self.wait_said("“anh.huunghi” is not a copy of a register of Hữu Nghị.")
        self.check("the refusal")

    def see_preferences(self):
        """the preferences, page by page, and what they open"""
        self.start_sample()
        self.person.choose_entry("F10", "_Preferences")
        dialog = self.wait_dialog()
        names = ("General", "Office", "Reports", "Spelling")
        for name in names:
            self.person.push(self.person.find(Role.PAGE_TAB, name))
            wait(f"the page {name}", lambda: has(self.person.find(Role.PAGE_TAB, name), State.SELECTED))
            self.check(name)
        self.press_button("Search", Role.TOGGLE_BUTTON)
        wait("the search", lambda: look(dialog, None, lambda node: node.get_role() in (Role.ENTRY, Role.TEXT) and
                                        has(node, State.FOCUSED)))
        self.person.type("holidays")
        self.person.find(Role.LIST_ITEM, "Holidays")
        self.check("what is found")
        self.person.press("Escape")

    def see_help(self):
        """the guide"""
        self.start_sample()
        self.person.press("F1")
        self.person.find(Role.HEADING, "Associations and People")
        self.person.focus_window("Help")
        self.check("a page", tabbing=False)
        self.person.press("ctrl+f")
        self.person.wait_focus(self.person.entry("Search the guide"))
        self.person.type("zzzz")
        self.person.find(Role.LABEL, "Nothing Found")
        self.check("nothing found", tabbing=False)

    def see_deletion(self):
        """what says that something was deleted, and takes it back"""
        self.start_sample()
        self.ask("add", self.register, "organization", "name=A Hội Mới", "kind=bilateral", "countries=SE")
        self.person.wait_names("the new one", lambda names: "A Hội Mới" in names)
        self.person.press("ctrl+f")
        self.person.wait_focus(self.person.search_entry())
        self.person.type("a hoi moi")
        self.person.wait_names("it alone", lambda names: names == ["A Hội Mới"])
        self.person.press("Return")
        wait("the row selected", lambda: has(self.person.rows()[0], State.SELECTED))
        self.person.press("Delete")
        self.wait_said("Deleted “A Hội Mới”")
        self.check("the toast", tabbing=False)

    def see_unsaved(self):
        """the question about changes that are not saved"""
        self.start_sample()
        self.person.press("ctrl+n")
        self.person.wait_focus(self.person.entry("Name"))
        self.person.type("abc")
        self.person.wait_text(self.person.entry("Name"), "abc")
        self.person.press("Escape")
        self.person.hear("Save Changes?")
        self.check("the question")

    def see_clash(self):
        """the question about what two have changed"""
        self.start_sample()
        self.select_record()
        number = next(row["id"] for row in json.loads(self.ask("list", self.register, "organization", "--format",
                                                                  "json")) if row["name"] == NAME)
        self.person.press("Return")
        self.person.find(Role.DIALOG, lambda node: NAME in node.get_name())
        self.person.fill("Telephone", "0912345678")
        self.ask("set", self.register, "organization", str(number), "phone=0987654321")
        self.person.press("ctrl+Return")
        question = self.person.find(Role.DIALOG, CLASH)
        self.check("the question")
        group = look(question, None, lambda node: node.get_role() in (Role.GROUPING, Role.PANEL) and
                     node.get_name() == "Telephone")
        assert group is not None, "the answers do not say which field they are about"

    def see_attachment(self):
        """what is said about an attachment, and that it needs a name"""
        path = os.path.join(self.folder, PHOTOGRAPH)
        subprocess.run(["convert", "-size", "640x480", "plasma:steelblue-khaki", path], check=True)
        self.start_sample()
        self.select_record()
        self.press_button("Add Files (or drop them here)")
        self.person.focus_window("Add Files")
        self.person.press("ctrl+l")
        self.person.name_file(path)
        self.person.focus_window("Hữu Nghị")
        tile = self.person.find(Role.TABLE_CELL, lambda node: node.get_name().startswith(PHOTOGRAPH))
        self.check("the tile", tabbing=False)
        menu = look(tile, Role.TOGGLE_BUTTON, lambda node: node.get_name() == "More Actions")
        self.check_popover(lambda: self.person.push(menu), "the tile’s menu")
        self.person.push(menu)
        self.person.find(Role.MENU, lambda node: True)
        self.person.press("d")
        self.person.find(Role.DIALOG, "Describe the Attachment")
        self.check("the dialog")
        name = self.person.entry("Name")
        self.person.go_to(name)
        self.person.press("ctrl+a", "BackSpace", "Return")
        self.wait_said("A file needs a name. Write one.")
        self.wait_described(name, "A file needs a name. Write one.")
        self.check("the problem", tabbing=False)

    def see_period(self):
        """the filter of a period, and what is none"""
        self.start_sample()
        self.person.press("alt+2")
        wait("the events", lambda: self.person.shown_list() == "Events")
        self.check_popover(lambda: self.press_button("From", Role.TOGGLE_BUTTON))
        self.person.gone(None, lambda node: node.get_name() == "Year, quarter, month or day")
        self.press_button("From", Role.TOGGLE_BUTTON)
        entry = self.person.entry("Year, quarter, month or day")
        self.person.go_to(entry)
        self.person.wait_focus(entry)
        self.person.type("xyz")
        self.person.press("Return")
        self.wait_described(entry, "This is no period.")
        self.check("what is wrong", tabbing=False, root=audit.popover_of(entry))

    def see_saving_filter(self):
        """the name of a filter that is kept"""
        self.start_sample()
        self.person.press("ctrl+f")
        self.person.wait_focus(self.person.search_entry())
        self.person.type("lao")
        self.person.wait_names("Lao ones", lambda names: all("Lào" in name for name in names))
        self.press_button("Saved Filters", Role.TOGGLE_BUTTON)
        self.press_button("Save the Filter As…")
        self.wait_dialog()
        self.check("the question")

    def see_work(self):
        """work that goes on, here for somebody else has the register"""
        self.start_sample()
        self.person.press("ctrl+f")
        self.person.wait_focus(self.person.search_entry())
        self.person.press("Down", "ctrl+a")
        wait("all rows selected", lambda: all(has(row, State.SELECTED) for row in self.person.rows()))
        database = sqlite3.connect(self.register, isolation_level=None)
        try:
            database.execute("BEGIN EXCLUSIVE")
            self.person.press("Delete")
            dialog = self.wait_dialog()
            self.check(dialog.get_name(), tabbing=False)
            look(dialog, Role.PROGRESS_BAR, lambda node: True)
        finally:
            database.close()
        self.person.end()

    def see_narrow(self):
        """a narrow window, and its lists"""
        self.make_narrow()
        self.check("the list")
        self.check_popover(lambda: self.press_button(PLURAL, Role.TOGGLE_BUTTON), "the choice of a list")
        self.check_popover(lambda: self.press_button("Filter", Role.TOGGLE_BUTTON), "the filters")

    def see_narrow_record(self):
        """a record in a narrow window, where it lies over its list"""
        self.make_narrow()
        self.person.press("ctrl+f")
        self.person.wait_focus(self.person.search_entry())
        self.person.press("Down", "Return")
        self.person.find(Role.HEADING, lambda node: True)
        self.check("the record", tabbing=False)

    def sort_narrow(self):
        """a narrow list is sorted by keyboard"""
        self.make_narrow()
        self.person.go_to(self.person.find(Role.TOGGLE_BUTTON, "Sort the List"))
        before = self.person.names()
        self.person.press("space")
        descending = self.person.find(Role.TOGGLE_BUTTON, "Descending")
        self.check("the menu", tabbing=False, root=audit.popover_of(descending))
        assert look(audit.popover_of(descending), Role.CHECK_BOX, lambda node: True) is None, "columns are offered"
        self.person.go_to(descending)
        self.person.press("space")
        self.person.wait_names("another order", lambda names: names and names[0] != before[0])
        wait("the order said", lambda: self.person.find(Role.TREE_TABLE, PLURAL).get_description().endswith(
            "descending"))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        sys.exit(steps.run(Wanderer(sys.argv[1], home)))
