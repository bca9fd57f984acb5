# The guide, as whoever is at a loss comes to it: F1, a word typed without marks, a page, a link and back:
# test-help.py PROGRAM
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import subprocess
import sys
import tempfile

import steps
from accessible import Role, State, has, wait
from person import Person
from words import words


class Beginner:
    independent = False

    def __init__(self, program, folder):
        self.program = program
        self.register = os.path.join(folder, "mau.huunghi")
        self.person = None
        self.steps = (self.open_sample, self.ask_for_help, self.search, self.walk_lines, self.follow_and_return,
                      self.ask_elsewhere, self.close_guide, self.ask_in_form, self.open_from_menu, self.quit)

    def heading(self, words_of_it):
        """The title of the page that is read, or of a section of it."""
        return self.person.find(Role.HEADING, words(words_of_it))

    def focus_guide(self):
        self.person.focus_window(words("Help"))

    def focus_register(self):
        self.person.focus_window(words("Hữu Nghị"))

    # the steps

    def open_sample(self):
        """opens the sample register"""
        subprocess.run([self.program, "sample", self.register], check=True, stdout=subprocess.DEVNULL)
        self.person = Person(self.program, [self.register])
        self.person.wait_names("the organizations", lambda names: len(names) > 10)

    def ask_for_help(self):
        """presses F1: the page on the lists that are seen, its title read first"""
        self.person.press("F1")
        title = self.heading("Associations and People")
        self.focus_guide()
        self.person.wait_focus(title)

    def search(self):
        """types without marks, and Enter opens what is found first"""
        self.person.press("ctrl+f")
        entry = self.person.entry(words("Search the guide"))
        self.person.wait_focus(entry)
        self.person.type(words("make a report"))
        self.person.hear(words("Period, forms, the pages as they will be printed."))
        self.person.press("Down")
        wait("the focus on what is found", lambda: self.person.focused().get_role() == Role.LIST_ITEM)
        self.person.press("ctrl+f", "Return")
        self.person.wait_focus(self.heading("Make a Report"))

    def walk_lines(self):
        """goes through the page by the arrow keys: what is stood on is read out"""
        title = self.heading("Make a Report")
        self.person.press("Down")
        wait("another line", lambda: self.person.focused() not in (None, title))

    def follow_and_return(self):
        """follows a link by keys, and comes back"""
        link = self.person.find(Role.LIST_ITEM, words("Print, PDF, Excel"))
        self.person.go_to(link)
        self.person.press("Return")
        self.heading("Print, PDF, Excel")
        self.person.gone(Role.HEADING, words("Make a Report"))
        self.person.press("alt+Left")
        self.heading("Make a Report")

    def ask_elsewhere(self):
        """asks again from another page of the window: the same guide turns to it"""
        self.focus_register()
        self.person.press("ctrl+h")
        self.person.find(Role.ENTRY, lambda node: has(node, State.SHOWING))
        self.person.press("F1")
        self.heading("Undo and History")

    def close_guide(self):
        """closes the guide; the register stays"""
        self.focus_guide()
        self.person.press("ctrl+w")
        self.person.gone(Role.HEADING, words("Undo and History"))
        self.focus_register()

    def ask_in_form(self):
        """asks in a form: what was typed stays there"""
        self.person.press("Escape", "ctrl+n")
        field = self.person.entry(words("Name"))
        self.person.wait_focus(field)
        self.person.type("abc")
        self.person.press("F1")
        self.heading("Fill In a Form")
        self.focus_guide()
        self.person.press("ctrl+w")
        self.person.gone(Role.HEADING, words("Fill In a Form"))
        self.focus_register()
        self.person.wait_text(field, "abc")
        self.person.press("Escape")
        self.person.go_to(self.person.find(Role.BUTTON, words("Discard")))
        self.person.press("Return")
        self.person.gone(Role.DIALOG, lambda node: True)

    def open_from_menu(self):
        """opens the first page from the main menu"""
        self.person.press("F10")
        self.person.find(Role.MENU, lambda node: True)
        self.person.press(words("_Help").split("_")[1][0])
        self.heading("Hữu Nghị Guide")

    def quit(self):
        """quits from the guide, all windows at once"""
        self.focus_guide()
        self.person.leave("ctrl+q")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        sys.exit(steps.run(Beginner(sys.argv[1], home)))
