# A person at the program in its sandbox, and the start of it there.
# SPDX-License-Identifier: GPL-3.0-or-later
import subprocess

from accessible import Atspi, Role, children
from person import Person


def flatpak(*arguments, **options):
    return subprocess.run(["flatpak", *arguments], check=True, stdout=subprocess.PIPE, text=True, **options).stdout


class Resident(Person):
    """A person whose program is in the sandbox, where the bus sees another process than the one that was started."""

    def _find_application(self):
        assert self.process.poll() is None, f"the program ended with status {self.process.returncode}"
        return next((child for child in children(Atspi.get_desktop(0)) if child.get_child_count() > 0), None)

    def _hear_focus(self, event):
        if event.detail1:
            self.last_focus = event.source

    def choose_menu_item(self, entry):
        """From the main menu, by its letter: the toolkit does not tell the names of a menu's entries."""
        self.press("F10")
        self.find(Role.MENU, lambda node: True)
        self.press(entry[entry.index("_") + 1].lower())
