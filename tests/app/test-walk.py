# Every page, dialog and popover of the program, as a screen reader and who has no mouse meets them: test-walk.py PROGRAM
# SPDX-License-Identifier: GPL-3.0-or-later
import sys
import tempfile

import audit
import steps
from accessible import Role, wait
from walker import Walker

FIRST = {"associations": "organization", "events": "event", "donations": "donation", "diaspora": "overseas_contact"}
OFFICE = "Office & Reference Lists"


def by_keys(*keys):
    return lambda walker: walker.person.press(*keys)


def by_menu(keys, entry):
    return lambda walker: walker.person.choose_entry(keys, entry)


def by_button(name, role=Role.BUTTON):
    return lambda walker: walker.press_button(name, role)


# What lies over the window until Escape is pressed, and how a person comes there. A record is selected.
DIALOGS = (
    ("a record’s form", by_keys("Return")),
    ("the question about deleting", by_keys("Delete")),
    ("one field of several records", by_menu("shift+F10", "_Set a Field…")),
    ("the export of a list", by_menu("shift+F10", "E_xport List…")),
    ("the search everywhere", by_keys("ctrl+k")),
    ("the keyboard shortcuts", by_keys("ctrl+question")),
    ("about", by_menu("F10", "_About Hữu Nghị")),
)

# What opens below a button until Escape is pressed.
POPOVERS = (
    ("the main menu", by_keys("F10")),
    ("a row’s menu", by_keys("shift+F10")),
    ("what can be added", by_button("Add Something Else", Role.TOGGLE_BUTTON)),
    ("a record’s menu", by_button("More Actions", Role.TOGGLE_BUTTON)),
    ("a filter of answers", by_button("Kind", Role.TOGGLE_BUTTON)),
    ("a filter of countries", by_button("Countries", Role.TOGGLE_BUTTON)),
    ("all filters", by_button("Filter", Role.TOGGLE_BUTTON)),
    ("the columns", by_button("Columns and Order", Role.TOGGLE_BUTTON)),
    ("the saved filters", by_button("Saved Filters", Role.TOGGLE_BUTTON)),
)

# Pages that lie over the lists until Alt+Left is pressed, and what is to be seen of them first.
PAGES = (
    ("the history", by_keys("ctrl+h"), Role.ENTRY, lambda node: node.get_name() == "Search the history"),
    ("the report", by_keys("ctrl+e"), Role.IMAGE, lambda node: "M01" in node.get_name()),
    ("the sent reports", by_menu("F10", "_Sent Reports…"), Role.LIST, lambda node: node.get_name() == "Late"),
)


class Visitor(Walker):
    def __init__(self, program, folder):
        super().__init__(program, folder)
        self.steps = (
            *(self.make_step(f"the lists of the {tab}", self.see_lists, number)
              for number, tab in enumerate(FIRST, 1)),
            self.make_step("the office’s lists", self.see_office),
            *(self.make_step(f"the forms of the {tab}", self.see_forms, number)
              for number, tab in enumerate(FIRST, 1)),
            self.make_step("the forms of the office", self.see_office_forms),
            self.make_step("the record beside the list", self.see_side),
            *(self.make_step(what, self.see_dialog, go) for what, go in DIALOGS),
            *(self.make_step(what, self.see_popover, go) for what, go in POPOVERS),
            *(self.make_step(what, self.see_page, go, role, name) for what, go, role, name in PAGES),
            self.make_step("what is wrong in a form", self.see_problem),
        )

    # what several steps do

    def walk_lists(self, number):
        """Of a tab, until its first comes again; of what the office has settled where there is no number."""
        before = wait("a list", self.person.shown_list)
        if number is not None:
            self.person.press(f"alt+{number}")
        elif self.person.look(Role.LABEL, OFFICE) is None:
            self.person.open_office(OFFICE)
        first = shown = wait("a list", self.person.shown_list)
        if number != 1 and shown == before:
            first = shown = wait("another tab", lambda: self.person.other_list(before))
        while True:
            yield shown
            self.person.press("ctrl+Next")
            shown = wait("another list", lambda: self.person.other_list(shown))
            if shown == first:
                return

    # the steps

    def see_lists(self, number):
        for index, shown in enumerate(self.walk_lists(number)):
            self.check(shown, tabbing=index == 0)

    def see_office(self):
        self.see_lists(None)
        self.person.press("alt+Left")

    def see_forms(self, number):
        """Of the first every part is unfolded, and Tab goes through all of it."""
        for index, _ in enumerate(self.walk_lists(number)):
            self.person.press("ctrl+n")
            form = self.person.find(Role.DIALOG, lambda node: True)
            self.check(form.get_name(), tabbing=index == 0, unfolding=index == 0)
            self.person.press("Escape")
            self.person.gone(Role.DIALOG, lambda node: True)

    def see_office_forms(self):
        self.see_forms(None)
        self.person.press("alt+Left")

    def see_side(self):
        self.select_record()
        self.check("the record")

    def see_dialog(self, go):
        self.select_record()
        go(self)
        self.check(self.wait_dialog().get_name())
        self.leave_dialog()

    def see_popover(self, go):
        self.select_record()
        self.check_popover(lambda: go(self))

    def see_page(self, go, role, name):
        before = wait("a list", self.person.shown_list)
        go(self)
        self.person.find(role, name)
        self.check("it")
        self.person.press("alt+Left")
        wait("the list again", lambda: self.person.shown_list() == before)

    def see_problem(self):
        """It is said at once, and of the field that it is about."""
        ears = audit.Ears(self.person)
        self.person.press("ctrl+n")
        self.person.find(Role.DIALOG, "Add organization")
        self.person.press("ctrl+Return")
        problem = "“Name” must be filled in."
        self.person.hear(problem)
        name = self.person.entry("Name")
        wait("the problem said of the field", lambda: name.get_description() == problem)
        wait("the problem said", lambda: ears.have_heard(problem))
        self.check("the form")
        self.person.press("Escape")
        self.person.gone(Role.DIALOG, lambda node: True)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        sys.exit(steps.run(Visitor(sys.argv[1], home)))
