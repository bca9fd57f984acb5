"""Where the pictures of a look begin: registers, and the program open on one of them."""
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import shutil

from photographer import GLib, Role, State, has, wait

NAME = "Hội Hữu nghị Việt Nam - Lào"  # of the record that is shown, with everything that can hang on one


class Desk:
    """A register in a window, with a record selected in its first list: begin() for Photographer.shoot()."""

    def __init__(self, one, register):
        self.register = register
        self.record = one.program.find_id(register, "organization", NAME)

    def __call__(self, one):
        if one.person is None:
            one.open(self.register)
            one.see_list()
        self.clear(one)
        show_record(one, self.register, "organization", self.record)
        see_selected(one, NAME)
        if one.is_slim():
            hide_side(one)
        one.press("ctrl+f")
        one.person.wait_focus(one.person.search_entry())
        one.press("Down")
        see_selected(one, NAME)

    def clear(self, one):
        """Nothing lies over the window any more."""
        one.person.focus_window(one.say("Hữu Nghị"))
        while one.person.top() != one.person.application:
            one.leave_dialog()
        if one.person.shown_list() is None:
            one.leave_page()


class Lists:
    """A register in a window, at its first list, as it is when it is opened."""

    def __init__(self, register):
        self.register = register

    def __call__(self, one):
        one.close()
        one.open(self.register)
        one.see_list()


def shows_side(one):
    return one.person.look(Role.HEADING, NAME) is not None


def show_side(one):
    """In a slim window the record covers its list."""
    if not shows_side(one):
        one.press("F9")
        one.person.find(Role.HEADING, NAME)


def hide_side(one):
    one.person.find(Role.HEADING, NAME)
    one.press("F9")
    one.person.gone(Role.HEADING, NAME)


def show_record(one, register, kind, number):
    one.ask_program("open-record", GLib.Variant("(ssx)", (register, kind, number)))


def see_selected(one, name):
    wait(f"“{name}” selected", lambda: any(has(row, State.SELECTED) and row.get_name().startswith(name)
                                           for row in one.person.rows()))


def copy_of(path, folder, name):
    """A register that a scene may change."""
    return shutil.copy(path, os.path.join(folder, name))
