# Where the keyboard is: in dialogs of a narrow window, while a window gets another size, and in another language:
# test-focus.py PROGRAM
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import sys
import tempfile

import steps
from accessible import Role, look, wait
from person import Person, xdotool
from walker import Walker

NARROW = 360
WIDTHS = (800, 500, NARROW, 1200)  # past each of which the window has another face
HEIGHT = 700
BORDER = 10  # that the window draws round itself, for its shadow, where no manager does
LANGUAGE = "Ngôn ngữ"

# How a dialog is opened from the list, and where it begins.
DIALOGS = (
    ("one field of several records", lambda person: person.choose_entry("shift+F10", "_Set a Field…"), "Field"),
    ("the export of a list", lambda person: person.choose_entry("shift+F10", "E_xport List…"), "Export…"),
    ("the preferences", lambda person: person.press("ctrl+comma"), "Appearance"),
    ("a new record", lambda person: person.press("ctrl+n"), "Name"),
)


class Observer(Walker):
    def __init__(self, program, folder):
        super().__init__(program, folder)
        self.steps = (
            *(self.make_step(f"{what}, in a narrow window", self.see_dialog, go, first) for what, go, first in DIALOGS),
            self.make_step("a report marked as sent, in a narrow window", self.see_sending),
            self.make_step("the search, while the window gets narrow and wide", self.resize_search),
            self.make_step("a row, while the window gets narrow and wide", self.resize_row),
            self.make_step("a form, while the window gets narrow and wide", self.resize_form),
            self.make_step("the first start, while the window gets narrow and wide", self.resize_first_start),
            self.make_step("the language, after another one is chosen", self.choose_language),
        )

    def sit_down(self):
        """Each begins anew."""
        if self.person is not None:
            self.person.end()
        self.person = Person(self.program, [self.register])
        self.person.wait_names("the organizations", lambda names: len(names) > 10)

    def resize(self, width):
        xdotool("windowsize", "--sync", self.person.window, str(width + BORDER), str(HEIGHT))
        wait(f"a window of {width} pixels", lambda: self.is_as_wide(width))

    def is_as_wide(self, width):
        frame = look(self.person.application, Role.FRAME, lambda node: True)
        lines = dict(line.split("=") for line in xdotool("getwindowgeometry", "--shell", self.person.window))
        return frame is not None and int(lines["WIDTH"]) == width + BORDER

    def is_at(self, name):
        focused = self.person.focused()
        return focused is not None and focused.get_name() == name

    def wait_named(self, name):
        wait(f"the focus on “{name}”", lambda: self.is_at(name))

    def focus_row(self):
        self.person.press("ctrl+f")
        self.person.wait_focus(self.person.search_entry())
        self.person.press("Down")
        wait("a row", lambda: self.person.focused() is not None and
             self.person.focused().get_role() == Role.TABLE_ROW)

    def resize_through(self, check):
        for width in WIDTHS:
            self.resize(width)
            wait(f"the focus where it was, at {width} pixels", check)

    # the steps

    def see_dialog(self, go, first):
        self.resize(NARROW)
        self.person.find(Role.BUTTON, "Sort the List")
        self.focus_row()
        go(self.person)
        self.wait_dialog()
        self.wait_named(first)
        self.leave_dialog()

    def see_sending(self):
        self.person.choose_entry("F10", "_Sent Reports…")
        self.person.find(Role.LIST, "Late")
        self.resize(NARROW)
        self.press_button("Mark as Sent…")
        self.wait_dialog()
        self.wait_named("Sent to")

    def resize_search(self):
        self.person.press("ctrl+f")
        search = self.person.search_entry()
        self.person.wait_focus(search)
        self.resize_through(lambda: self.is_at("Search"))

    def resize_row(self):
        self.focus_row()
        name = self.person.focused().get_name()
        self.resize_through(lambda: self.is_at(name))

    def resize_form(self):
        self.person.press("ctrl+n")
        entry = self.person.entry("Name")
        self.person.wait_focus(entry)
        self.person.press("Tab")
        wait("the next field", lambda: self.person.focused() not in (None, entry))
        name = self.person.focused().get_name()
        self.resize_through(lambda: self.is_at(name))

    def resize_first_start(self):
        self.person.end()
        self.person = Person(self.program, [], XDG_DATA_HOME=os.path.join(self.folder, "leer"))
        self.person.find(Role.LABEL, "Welcome to Hữu Nghị")
        self.wait_named("New Register")
        self.resize_through(lambda: self.is_at("New Register"))

    def choose_language(self):
        self.person.press("ctrl+comma")
        self.wait_dialog()
        self.wait_named("Appearance")
        self.person.press("Tab")
        self.wait_named("Language")
        self.person.press("space")
        wait("the list of them", lambda: self.person.focused() is not None and
             self.person.focused().get_role() == Role.LIST_ITEM)
        self.person.press("Down", "Return")
        wait("a window in another language", lambda: self.person.look(None, lambda node: node.get_name() == LANGUAGE))
        self.wait_named(LANGUAGE)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        sys.exit(steps.run(Observer(sys.argv[1], home)))
