# Who goes through the program to see what is wrong with each page for who cannot see it, or has no mouse.
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import subprocess

import audit
import steps
from accessible import Role, State, has, wait
from person import Person

NAME = "Hội Hữu nghị Việt Nam - Lào"


class Walker:
    """What several walks do; their steps are made by make_step()."""

    independent = True

    def __init__(self, program, folder):
        self.program = program
        self.folder = folder
        self.register = os.path.join(folder, "mau.huunghi")
        self.person = None
        self.findings = []
        self.ask("sample", self.register)

    def ask(self, *arguments):
        return subprocess.run([self.program, *arguments], check=True, stdout=subprocess.PIPE, text=True).stdout

    def make_step(self, what, see, *arguments):
        def step():
            self.findings = []
            self.sit_down()
            see(*arguments)
            if self.findings:
                raise steps.Finding("\n".join(self.findings))
        step.__doc__ = what
        return step

    def sit_down(self):
        """Where the last step has left the program, or before a new one."""
        if self.person is None or self.person.process.poll() is not None:
            self.person = Person(self.program, [self.register])
            self.person.wait_names("the organizations", lambda names: len(names) > 10)

    def check(self, what, **how):
        self.findings += [f"{what}: {finding}" for finding in audit.list_all(self.person, **how)]

    def press_button(self, name, role=Role.BUTTON):
        """That Tab comes there is seen elsewhere."""
        self.person.push(self.person.find(role, name))

    def select_record(self):
        self.person.press("alt+1")
        wait("the organizations", lambda: self.person.shown_list() == "Organizations")
        self.person.press("ctrl+f", "ctrl+a")
        self.person.wait_focus(self.person.search_entry())
        self.person.type("viet nam lao")
        self.person.wait_names(NAME, lambda names: names and names[0] == NAME)
        self.person.press("Return")
        wait("the row selected", lambda: has(self.person.rows()[0], State.SELECTED))
        self.person.find(Role.HEADING, NAME)

    def wait_dialog(self):
        return wait("a dialog", lambda: self.person.top() != self.person.application and self.person.top())

    def leave_dialog(self):
        self.person.press("Escape")
        wait("the dialog gone", lambda: self.person.top() == self.person.application)

    def check_popover(self, opens, what="it"):
        """What opens(), and Escape closes again."""
        before = self.person.focused()
        opens()
        focused = wait("the focus in it", lambda: self.person.focused() not in (None, before) and self.person.focused())
        if focused.get_role() == Role.TOGGLE_BUTTON:  # still where it was opened
            self.person.press("Tab")
            focused = wait("the focus in it", lambda: self.person.focused() not in (None, focused) and
                           self.person.focused())
        is_menu = focused.get_role() in (Role.MENU_ITEM, Role.CHECK_MENU_ITEM, Role.RADIO_MENU_ITEM)
        self.check(what, tabbing=not is_menu, root=audit.popover_of(focused))
        self.person.press("Escape")
        wait("the focus back", lambda: self.person.focused() not in (None, focused))
