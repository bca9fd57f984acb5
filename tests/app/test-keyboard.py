# A clerk without a mouse, on the sample register: whatever the window can do is done by keys: test-keyboard.py PROGRAM
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import os
import subprocess
import sys
import tempfile

import steps
from accessible import Role, State, has, look, text_of, wait, walk
from person import Person

PLURAL = "Partners"
NAME = "Quỹ Bình Minh"
ADD = "Add partner"


class Typist:
    independent = False

    def __init__(self, program, folder):
        self.program = program
        self.register = os.path.join(folder, "mau.huunghi")
        self.person = None
        self.steps = (
            self.open_sample, self.walk_tabs, self.add, self.save_and_add_another, self.leave_untouched_form, self.edit,
            self.duplicate, self.delete_and_undo, self.redo, self.filter, self.select_and_copy, self.open_menu,
            self.find_everywhere, self.toggle_side, self.walk_parts, self.see_history, self.see_keys, self.quit,
        )

    def ask(self, *arguments):
        return subprocess.run([self.program, *arguments], check=True, stdout=subprocess.PIPE, text=True).stdout

    def partners(self, *arguments):
        return json.loads(self.ask("list", self.register, "partner", *arguments, "--format", "json"))

    def ours(self):
        return self.partners("--search", NAME)

    def focus_is(self, what, check):
        def find():
            focused = self.person.focused()
            return focused is not None and check(focused)
        wait(f"the focus on {what}", find)

    def search(self, text):
        self.person.press("ctrl+f", "ctrl+a")
        self.person.wait_focus(self.person.search_entry())
        self.person.type(text)

    def clear_search(self):
        self.person.press("ctrl+f")
        self.person.wait_focus(self.person.search_entry())
        self.person.press("Escape")
        self.person.find(Role.LABEL, f"{len(self.partners())} partners")

    def select_ours(self, number=1):
        self.search("binh minh")
        self.person.wait_names("ours", lambda names: len(names) == number and all(NAME in name for name in names))
        self.person.press("Return")
        wait("the first row selected", lambda: has(self.person.rows()[0], State.SELECTED))

    def form_gone(self, title):
        self.person.gone(Role.DIALOG, title)

    def fill_form(self, name):
        """From its first field."""
        self.person.wait_focus(self.person.entry("Name"))
        self.person.give(self.person.entry("Name"), name)
        self.person.answer("Type", "Firm")

    # the steps

    def open_sample(self):
        """opens the sample register"""
        self.ask("sample", self.register)
        self.person = Person(self.program, [self.register])
        self.person.wait_names("the organizations", lambda names: len(names) > 10)

    def walk_tabs(self):
        """Alt+1 to 4 go to the tabs, Ctrl+Page Down to their lists"""
        for key, plural in (("4", "Overseas contacts"), ("3", "Donations"), ("1", "Organizations"), ("2", "Events")):
            self.person.press(f"alt+{key}")
            wait(plural, lambda: self.person.shown_list() == plural)
        self.person.go_to_list(PLURAL)
        self.person.press("ctrl+Prior")
        wait("the list before", lambda: self.person.shown_list() not in (None, PLURAL))
        self.person.press("ctrl+Next")
        wait("the list again", lambda: self.person.shown_list() == PLURAL)

    def add(self):
        """Ctrl+N opens a form, Ctrl+Enter saves it, and the new record is selected in the list"""
        self.person.press("ctrl+n")
        self.person.find(Role.DIALOG, ADD)
        self.fill_form(NAME)
        self.person.press("ctrl+Return")
        self.form_gone(ADD)
        assert len(self.ours()) == 1, self.ours()

        def is_selected():
            return any(NAME in row.get_name() and has(row, State.SELECTED) for row in self.person.rows())
        wait("the new record selected", is_selected)

    def save_and_add_another(self):
        """Ctrl+Shift+Enter saves and gives an empty form, for a pile of them"""
        self.person.press("ctrl+n")
        self.person.find(Role.DIALOG, ADD)
        for number in (1, 2):
            self.fill_form(f"Công ty Số {number}")
            self.person.press("ctrl+shift+Return")
            wait("an empty form", lambda: text_of(self.person.entry("Name")) == "")
            self.focus_is("the first field", lambda node: node.get_name() == "Name")
        assert len(self.partners("--search", "Công ty Số")) == 2

    def leave_untouched_form(self):
        """Escape leaves a form without words where nothing was typed, and asks where something was"""
        self.person.press("Escape")
        self.form_gone(ADD)
        self.person.press("ctrl+n")
        self.person.find(Role.DIALOG, ADD)
        self.person.wait_focus(self.person.entry("Name"))
        self.person.type("abc")
        self.discard()
        assert self.partners("--search", "abc") == []

    def discard(self):
        """A form that was typed into."""
        self.person.press("Escape")
        self.person.find(Role.LABEL, "Save Changes?")
        self.person.go_to(self.person.find(Role.BUTTON, "Discard"))
        self.person.press("Return")
        self.form_gone(ADD)

    def edit(self):
        """Enter on a row opens its form, Tab goes through it"""
        self.select_ours()
        self.person.press("Return")
        form = self.person.find(Role.DIALOG, lambda node: NAME in node.get_name())
        contact = self.person.entry("Contact")
        self.person.go_to(contact)
        self.person.give(contact, "Bà Lan")
        self.person.press("ctrl+Return")
        wait("the form gone", lambda: not has(form, State.SHOWING))
        self.person.wait_cell(NAME, "Bà Lan")

    def duplicate(self):
        """Ctrl+D opens a form with the same in it, which is a new record"""
        self.select_ours()
        self.person.press("ctrl+d")
        self.person.find(Role.DIALOG, ADD)
        name = self.person.entry("Name")
        self.person.wait_text(name, NAME)
        self.person.wait_text(self.person.entry("Contact"), "Bà Lan")
        self.person.go_to(name)
        self.person.give(name, NAME + " Hai")
        self.person.press("ctrl+Return")
        self.form_gone(ADD)
        assert sorted(partner["name"] for partner in self.ours()) == [NAME, NAME + " Hai"]

    def delete_and_undo(self):
        """Delete takes several records away at once; Undo on the toast is reached by Tab"""
        self.select_ours(2)
        self.person.press("ctrl+a")
        wait("both selected", lambda: all(has(row, State.SELECTED) for row in self.person.rows()))
        self.person.press("Delete")
        self.person.find(Role.LABEL, "Nothing Found")
        assert self.ours() == []
        self.person.go_to(self.person.find(Role.BUTTON, "Undo"))
        self.person.press("space")
        self.person.wait_names("both again", lambda names: len(names) == 2)
        assert len(self.ours()) == 2

    def redo(self):
        """Ctrl+Z takes back what was last, Ctrl+Shift+Z does it again"""
        self.search("binh minh hai")
        self.person.wait_names("the copy", lambda names: len(names) == 1)
        self.person.press("Return")
        wait("the row selected", lambda: has(self.person.rows()[0], State.SELECTED))
        self.person.press("Delete")
        self.person.find(Role.LABEL, "Nothing Found")
        self.person.press("ctrl+z")
        self.person.wait_names("the copy again", lambda names: len(names) == 1)
        self.person.press("ctrl+shift+z")
        self.person.find(Role.LABEL, "Nothing Found")
        assert len(self.ours()) == 1

    def filter(self):
        """the chips of the filter are reached by Tab and answered by Space"""
        self.clear_search()
        firms = len(self.partners("--where", "type=firm"))
        assert 0 < firms < len(self.partners())
        self.person.press("ctrl+f")
        self.person.wait_focus(self.person.search_entry())
        chip = self.person.find(Role.TOGGLE_BUTTON, "Type")
        self.person.go_to(chip)
        self.person.press("space")
        firm = self.person.find(Role.CHECK_BOX, "Firm")
        assert self.person.look(Role.TOGGLE_BUTTON, "Type") == chip, "the chip has another name while it is open"
        self.person.go_to(firm)
        self.person.press("space")
        self.person.wait_names("firms alone", lambda names: len(names) == firms)
        self.person.press("Escape")
        self.person.hear(f"{firms} of {len(self.partners())} partners")
        self.person.go_to(self.person.find(Role.BUTTON, "Take This Filter Off"))
        self.person.press("space")
        self.person.find(Role.LABEL, f"{len(self.partners())} partners")
        self.person.go_to(self.person.find(Role.TOGGLE_BUTTON, "Filter"))
        self.person.press("space")
        wait("the focus on what can be filtered by", lambda: self.person.focused().get_role() == Role.LIST_ITEM)
        self.person.press("Escape")

    def select_and_copy(self):
        """Ctrl+A selects all of a list, Ctrl+C copies it as a table"""
        self.search("binh minh")
        self.person.wait_names("ours", lambda names: len(names) == 1)
        self.person.press("Return")
        wait("the row selected", lambda: has(self.person.rows()[0], State.SELECTED))
        self.person.press("ctrl+a", "ctrl+c")
        self.person.hear("opied")  # “Copied 1 partner”
        # The program answers whoever pastes; a field of several lines is near at hand.
        self.person.press("ctrl+n")
        self.person.find(Role.DIALOG, ADD)
        note = self.person.unfolded_entry("Note")
        self.person.go_to(note)
        self.person.press("ctrl+v")
        wait("the table pasted", lambda: NAME in text_of(note))
        lines = text_of(note).splitlines()
        assert len(lines) == 2 and lines[0].startswith("Name\t") and "Bà Lan" in lines[1].split("\t"), lines
        self.discard()
        self.clear_search()

    def open_menu(self):
        """Shift+F10 opens what can be done with a row, Escape closes it, and D duplicates"""
        self.select_ours()
        for key in ("shift+F10", "Menu"):
            self.person.press(key)
            self.person.find(Role.MENU, lambda node: True)
            self.focus_is("the menu", lambda node: node.get_role() == Role.MENU_ITEM)
            self.person.press("Escape")
            self.person.gone(Role.MENU, lambda node: True)
        self.focus_is("the list", lambda node: node.get_role() in (Role.TABLE_ROW, Role.LIST_ITEM, Role.TABLE_CELL))
        self.person.press("shift+F10")
        self.person.find(Role.MENU, lambda node: True)
        self.person.press("d")
        self.person.find(Role.DIALOG, ADD)
        self.person.press("Escape")
        self.form_gone(ADD)

    def find_everywhere(self):
        """Ctrl+K finds a record of another tab, and Enter goes there"""
        self.person.press("ctrl+k")
        dialog = self.person.find(Role.DIALOG, "Find")
        self.focus_is("the words", lambda node: node.get_name() == "Find a record of any kind")
        self.person.type("viet nam - duc")
        self.person.find(Role.LIST_ITEM, "Hội Hữu nghị Việt Nam - Đức")
        self.person.press("Return")
        wait("the dialog gone", lambda: not has(dialog, State.SHOWING))
        wait("the organizations", lambda: self.person.shown_list() == "Organizations")

        def is_selected():
            return any("Việt Nam - Đức" in row.get_name() and has(row, State.SELECTED) for row in self.person.rows())
        wait("the association selected", is_selected)

    def toggle_side(self):
        """F9 hides and shows the record beside the list"""
        title = "Hội Hữu nghị Việt Nam - Đức"
        self.person.find(Role.HEADING, title)
        self.person.press("F9")
        self.person.gone(Role.HEADING, title)
        self.person.press("F9")
        self.person.find(Role.HEADING, title)

    def walk_parts(self):
        """F6 goes from the list to the record beside it, to the header, and back; Shift+F6 the other way"""
        def in_list():
            return any(row == self.person.focused() or any(node == self.person.focused() for node in walk(row))
                       for row in self.person.rows())
        self.person.press("ctrl+f", "Return")
        wait("the focus in the list", in_list)
        places = []
        for _ in range(3):
            before = self.person.focused()
            self.person.press("F6")
            wait("the focus elsewhere", lambda: self.person.focused() not in (None, before))
            places.append(self.person.focused())
        wait("the focus in the list again", in_list)
        self.person.press("shift+F6")
        wait("the focus back", lambda: self.person.focused() not in (None, places[2]))
        assert not in_list()

    def see_history(self):
        """Ctrl+H shows what was changed, Alt+Left leads back"""
        self.person.press("ctrl+h")
        self.person.find(Role.ENTRY, "Search the history")
        self.person.hear(NAME)
        self.person.press("alt+Left")
        self.person.gone(Role.ENTRY, "Search the history")
        wait("the list again", lambda: self.person.shown_list() == "Organizations")

    def see_keys(self):
        """Ctrl+? lists the keys"""
        self.person.press("ctrl+question")
        self.person.find(Role.DIALOG, "Keyboard Shortcuts")
        self.person.hear("Ctrl+K")
        self.person.press("Escape")
        self.form_gone("Keyboard Shortcuts")

    def quit(self):
        """Ctrl+Q asks about a form that was typed into, and then ends the program"""
        self.person.press("ctrl+n")
        form = self.person.find(Role.DIALOG, "Add organization")
        self.person.wait_focus(self.person.entry("Name"))
        self.person.type("abc")
        self.person.press("ctrl+q")
        self.person.find(Role.LABEL, "Save Changes?")
        self.person.press("Escape")
        self.person.gone(Role.LABEL, "Save Changes?")
        assert has(form, State.SHOWING), "the form is gone"
        self.person.press("ctrl+q")
        self.person.find(Role.LABEL, "Save Changes?")
        self.person.go_to(self.person.find(Role.BUTTON, "Discard"))
        self.person.leave("Return")
        self.ask("check", self.register)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        sys.exit(steps.run(Typist(sys.argv[1], home)))
