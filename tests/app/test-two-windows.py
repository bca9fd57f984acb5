# Two programs and the command line on one register: each sees what the others save, and who changes what another has
# changed is asked, field by field: test-two-windows.py PROGRAM
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import os
import subprocess
import sys
import tempfile

import steps
from accessible import Role, State, cells, has, look, wait
from person import Person

PLURAL = "Partners"
NAME = "Quỹ Hòa Bình"
CLASH = "Changed on Both Sides"


class Colleagues:
    """Lan is story.person while she works; the windows have no manager, so each is given the keyboard by its turn."""
    independent = False

    def __init__(self, program, folder):
        self.program = program
        self.register = os.path.join(folder, "chung.huunghi")
        self.people = []
        self.person = None
        self.steps = (
            self.open_both, self.add_here, self.change_by_command, self.delete_and_undo_there, self.change_different_fields,
            self.change_same_field, self.choose_mine, self.choose_theirs, self.close_both,
        )

    def ask(self, *arguments):
        return subprocess.run([self.program, *arguments], check=True, stdout=subprocess.PIPE, text=True).stdout

    def partner(self):
        found = json.loads(self.ask("list", self.register, "partner", "--search", NAME, "--format", "json"))
        return found[0] if found else None

    def turn_to(self, number):
        """The other sits down: the keyboard is theirs."""
        self.person = self.people[number]
        self.person.focus_again()
        return self.person

    def wait_both(self, what, check):
        for person in self.people:
            wait(what, lambda: check(person))

    def cell_is_seen(self, text):
        def check(person):
            return any(NAME in row.get_name() and text in cells(row) for row in person.rows())
        self.wait_both(f"“{text}” in the row", check)

    def open_form(self, person):
        """Of the partner, which is the only row that is found."""
        person.press("ctrl+f", "ctrl+a")
        person.wait_focus(person.search_entry())
        person.type("hoa binh")
        person.wait_names("the partner alone", lambda names: len(names) == 1 and NAME in names[0])
        person.press("Return")
        wait("the row selected", lambda: has(person.rows()[0], State.SELECTED))
        person.press("Return")
        return person.find(Role.DIALOG, lambda node: NAME in node.get_name())

    def write(self, label, text):
        """In the form that is open."""
        entry = self.person.entry(label)
        self.person.go_to(entry)
        self.person.give(entry, text)

    def save(self):
        self.person.press("ctrl+Return")

    def wait_saved(self, form):
        wait("the form gone", lambda: not has(form, State.SHOWING))

    # the steps

    def open_both(self):
        """two programs open one register"""
        self.ask("new", self.register)
        self.ask("add", self.register, "partner", "name=Đối tác cũ", "type=firm")
        for _ in range(2):
            # As at two computers: on one desktop the second start would only show the first's window.
            own = f"--gapplication-app-id=vn.huunghi.HuuNghi.person{len(self.people)}"
            self.people.append(Person(self.program, [own, self.register]))
            self.person = self.people[-1]
            self.person.press("alt+2")
            self.person.go_to_list(PLURAL)
            self.person.wait_names("the partner", lambda names: len(names) == 1)

    def add_here(self):
        """what one adds, the other sees"""
        person = self.turn_to(0)
        person.press("ctrl+n")
        form = person.find(Role.DIALOG, "Add partner")
        self.write("Name", NAME)
        person.answer("Type", "Firm")
        self.save()
        self.wait_saved(form)
        self.wait_both("the new partner", lambda one: any(NAME in name for name in one.names()))

    def change_by_command(self):
        """what the command line changes, both see"""
        self.ask("set", self.register, "partner", str(self.partner()["id"]), "contact=Bà Lan")
        self.cell_is_seen("Bà Lan")

    def delete_and_undo_there(self):
        """what one deletes and brings back goes and comes at the other’s"""
        person = self.turn_to(1)
        form = self.open_form(person)
        person.press("Escape")
        self.wait_saved(form)
        person.press("Delete")
        wait("the partner gone", lambda: not any(NAME in name for name in self.people[0].names()))
        person.press("ctrl+z")
        self.wait_both("the partner again", lambda one: any(NAME in name for name in one.names()))

    def change_different_fields(self):
        """who changes another field than the other keeps both changes"""
        first = self.open_form(self.turn_to(0))
        second = self.open_form(self.turn_to(1))
        self.write("Contact", "Bà Mai")
        self.save()
        self.wait_saved(second)
        self.turn_to(0)
        self.person.unfold("Telephone")
        self.write("Telephone", "0912345678")
        self.save()
        self.wait_saved(first)
        now = self.partner()
        assert now["contact"] == "Bà Mai" and now["phone"].replace(" ", "").endswith("912345678"), now

    def clash(self, mine, theirs):
        """Both write the contact before either saves; who saves last is asked."""
        form = self.open_form(self.turn_to(0))
        self.write("Contact", mine)
        other = self.open_form(self.turn_to(1))
        self.write("Contact", theirs)
        self.save()
        self.wait_saved(other)
        person = self.turn_to(0)
        self.save()
        question = person.find(Role.DIALOG, CLASH)
        for line in (mine, theirs, "Contact"):
            wait(f"“{line}” in the question", lambda: look(question, Role.LABEL, line))
        assert self.partner()["contact"] == theirs, "it was saved without asking"
        return form, question

    def change_same_field(self):
        """who changes the same field is told of both values, and may go on editing"""
        form, _ = self.clash("Bà Hoa", "Ông Nam")
        self.person.press("Escape")
        self.person.gone(Role.DIALOG, CLASH)
        assert has(form, State.SHOWING), "the form is gone"
        assert self.partner()["contact"] == "Ông Nam"
        self.person.press("Escape")
        self.person.push(self.person.find(Role.BUTTON, "Discard"))
        self.wait_saved(form)

    def choose_mine(self):
        """who keeps the own value saves it"""
        form, question = self.clash("Bà Hoa", "Ông Sơn")
        self.person.push(look(question, Role.BUTTON, "Save"))
        self.wait_saved(form)
        self.cell_is_seen("Bà Hoa")

    def choose_theirs(self):
        """who takes the other’s value leaves it as it is"""
        form, question = self.clash("Bà Liên", "Ông Tư")
        mine = look(question, Role.RADIO_BUTTON, lambda node: has(node, State.CHECKED))
        theirs = look(question, Role.RADIO_BUTTON, lambda node: not has(node, State.CHECKED))
        self.person.go_to(mine)
        self.person.press("Down")
        wait("the focus on the other’s value", lambda: self.person.focused().get_name() == theirs.get_name())
        self.person.press("space")
        wait("the other’s value chosen", lambda: has(theirs, State.CHECKED))
        self.person.push(look(question, Role.BUTTON, "Save"))
        self.wait_saved(form)
        assert self.partner()["contact"] == "Ông Tư"

    def close_both(self):
        """both close, and the register is whole"""
        for number in range(2):
            self.turn_to(number).leave("ctrl+q")
        self.ask("check", self.register)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        story = Colleagues(sys.argv[1], home)
        status = steps.run(story)
        for one in story.people:
            one.end()
        sys.exit(status)
