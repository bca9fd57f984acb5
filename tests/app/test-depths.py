# What lies two steps deep, as a screen reader and who has no mouse meets it: forms over the preferences, what opens at a
# field, what is asked of a change, and that no colour says anything alone: test-depths.py PROGRAM
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import sys
import tempfile

import audit
import steps
from accessible import Role, State, children, has, look, wait, walk
from person import Person, xdotool
from walker import NAME, Walker

NARROW = 360
HEIGHT = 700
BORDER = 10  # that the window draws round itself, for its shadow, where no manager does
PROFILE = "LIÊN HIỆP CÁC TỔ CHỨC HỮU NGHỊ TỈNH BẮC GIANG"
RULES = "Theo năm dương lịch"


class Diver(Walker):
    def __init__(self, program, folder):
        super().__init__(program, folder)
        self.steps = tuple(self.make_step(see.__doc__, see) for see in (
            self.see_profile, self.see_new_profile, self.see_rule, self.see_calendar, self.see_suggestions,
            self.see_second, self.see_take_back, self.see_sending, self.see_late, self.see_required, self.see_place,
        ))

    def sit_down(self):
        """Each begins anew."""
        if self.person is not None:
            self.person.end()
        self.person = Person(self.program, [self.register])
        self.person.wait_names("the organizations", lambda names: len(names) > 10)

    # what several steps do

    def open_preferences(self, page):
        self.person.press("ctrl+comma")
        dialog = self.wait_dialog()
        self.person.push(self.person.find(Role.PAGE_TAB, page))
        wait(f"the page {page}", lambda: has(self.person.find(Role.PAGE_TAB, page), State.SELECTED))
        return dialog

    def go_to_row(self, name):
        """Of a page of the preferences, with Tab."""
        def is_row(node):
            return node.get_name() == name and node.get_role() in (Role.LIST_ITEM, Role.BUTTON) and \
                has(node, State.FOCUSABLE)
        wait(f"the row “{name}”", lambda: self.person.look(None, is_row))
        self.person.go_to_any([node for node in walk(self.person.top()) if is_row(node)])

    def see_form(self, preferences):
        """Over the preferences; Escape leads back to them, to where the form was asked for."""
        before = self.person.focused()
        self.person.press("Return")
        form = wait("a form", lambda: self.person.top() not in (preferences, self.person.application) and
                    self.person.top())
        self.check(form.get_name())
        self.person.press("Escape")
        wait("the preferences again", lambda: self.person.top() == preferences)
        wait("the focus back", lambda: self.person.focused() == before)

    def find_row(self, text):
        """A row of a list by a part of its name."""
        return self.person.find(Role.LIST_ITEM, lambda node: text in node.get_name())

    # the steps

    def see_profile(self):
        """the form of an office profile, over the preferences"""
        dialog = self.open_preferences("Office")
        self.go_to_row(PROFILE)
        self.see_form(dialog)

    def see_new_profile(self):
        """the form of a new office profile"""
        dialog = self.open_preferences("Office")
        self.go_to_row("Add a Profile")
        self.see_form(dialog)

    def see_rule(self):
        """a set of period rules, and the form of one of them"""
        dialog = self.open_preferences("Reports")
        self.go_to_row(RULES)
        self.person.press("Return", "Tab")
        wait("the first rule", lambda: self.person.focused() is not None and self.person.focused().get_name() != RULES)
        self.check("the rules of a set", tabbing=False)
        self.see_form(dialog)

    def see_calendar(self):
        """the calendar of a date"""
        self.person.press("ctrl+n")
        self.person.find(Role.DIALOG, "Add organization")
        founded = self.person.unfolded_entry("Founded")
        self.person.go_to(founded)
        self.person.press("alt+Down")
        focused = wait("the focus in it", lambda: self.person.focused() not in (None, founded) and
                       self.person.focused())
        self.check("it", tabbing=False, root=audit.popover_of(focused))
        self.person.press("Escape")
        self.person.wait_focus(founded)

    def see_suggestions(self):
        """what is offered for a part of a name"""
        self.person.press("ctrl+n")
        self.person.find(Role.DIALOG, "Add organization")
        entry = self.person.entry("Belongs to")
        self.person.go_to(entry)
        self.person.type_into(entry, "lien h")
        self.person.find(Role.LIST_ITEM, lambda node: node.get_name().startswith("Chi hội"))
        self.check("it", tabbing=False)

    def see_second(self):
        """what looks like the record that is typed, and the question about it, in a narrow window"""
        xdotool("windowsize", "--sync", self.person.window, str(NARROW + BORDER), str(HEIGHT))
        self.person.find(Role.BUTTON, "Sort the List")
        self.person.press("ctrl+n")
        self.person.find(Role.DIALOG, "Add organization")
        name = self.person.entry("Name")
        self.person.wait_focus(name)
        self.person.give(name, NAME)
        self.person.answer("Kind", "Bilateral association")
        self.person.find(Role.LABEL, "There is something like it already:")
        self.check("the form", tabbing=False)
        self.person.fill("Countries", "Lào")
        self.person.press("ctrl+Return")
        self.person.hear("a Second Time?")
        self.check("the question")
        self.person.press("Escape")

    def see_take_back(self):
        """a change that cannot be taken back by itself"""
        number = next(row["id"] for row in json.loads(self.ask("list", self.register, "organization", "--format",
                                                                  "json")) if row["name"] == NAME)
        for phone in ("0912345678", "0987654321"):
            self.ask("set", self.register, "organization", str(number), f"phone={phone}")
        self.person.press("ctrl+h")
        self.person.find(Role.ENTRY, "Search the history")
        buttons = wait("two changes", lambda: (lambda found: len(found) > 1 and found)(
            [node for node in walk(self.person.top()) if node.get_name() == "Take This Change Back"]))
        self.person.push(buttons[1])
        self.wait_dialog()
        self.person.hear("This Cannot Be Taken Back by Itself")
        self.check("the question")
        self.leave_dialog()

    def see_sending(self):
        """what is written of a report that was sent, and a day that is none"""
        ears = audit.Ears(self.person)
        self.person.choose_entry("F10", "_Sent Reports…")
        self.person.find(Role.LIST, "Late")
        self.press_button("Mark as Sent…")
        self.wait_dialog()
        self.check("the dialog")
        day = self.person.entry("Day")
        self.person.go_to(day)
        self.person.press("ctrl+a")
        self.person.type("xyz")
        self.person.press("Return")
        problem = "Write the day on which it was sent, such as 14/12/2021."
        wait("the problem said", lambda: ears.have_heard(problem))
        self.check("what is wrong", tabbing=False)
        assert has(day, State.INVALID_ENTRY), "the day is not said to be wrong"

    def see_late(self):
        """what is late is said in words, and not in red alone"""
        self.person.choose_entry("F10", "_Sent Reports…")
        late = self.person.find(Role.LIST, "Late")
        rows = [row for row in children(late) if row.get_role() == Role.LIST_ITEM]
        assert rows, "nothing is late"
        for row in rows:
            said = look(row, Role.LABEL, lambda node: node.get_name().endswith((" day late", " days late")))
            assert said is not None, f"“{row.get_name()}” does not say how late it is"

    def see_required(self):
        """what must be filled in is said of the field, and a filter that is set by what it is called"""
        self.person.press("ctrl+n")
        self.person.find(Role.DIALOG, "Add organization")
        assert has(self.person.entry("Name"), State.REQUIRED), "the name is not said to be required"
        assert not has(self.person.entry("Belongs to"), State.REQUIRED), "all is said to be required"
        kind = self.person.find(Role.COMBO_BOX, "Kind")
        assert has(kind, State.REQUIRED), "the kind is not said to be required"
        self.person.press("Escape")
        self.person.gone(Role.DIALOG, lambda node: True)
        self.press_button("Kind", Role.TOGGLE_BUTTON)
        answer = self.person.find(Role.CHECK_BOX, lambda node: node.get_name().startswith("Union"))
        self.person.go_to(answer)
        self.person.press("space")
        self.person.find(Role.TOGGLE_BUTTON, lambda node: node.get_name().startswith("Kind: ") and
                         "Union" in node.get_name())

    def see_place(self):
        """a row says which of how many it is, and its cells their columns"""
        self.person.press("ctrl+f")
        self.person.wait_focus(self.person.search_entry())
        self.person.press("Down")
        number = len(json.loads(self.ask("list", self.register, "organization", "--format", "json")))
        for place in (1, 2, 3):
            wait(f"row {place}", lambda: self.person.focused() is not None and
                 self.person.focused().get_description().startswith(f"{place} of {number}"))
            named = {cell.get_attributes().get("colindextext"): cell.get_name()
                     for cell in children(self.person.focused())}
            assert named.get("Name") == self.person.focused().get_name(), named
            self.person.press("Down")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        sys.exit(steps.run(Diver(sys.argv[1], home)))
