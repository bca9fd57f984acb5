# A person at the program: presses keys and buttons, types, and reads what a screen reader would read.
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import subprocess
import sys
import tempfile

from accessible import (DEADLINE, Atspi, GLib, Role, State, cells, children, describe, has, is_entry, look, rows,
                        seen_within, text_of, top_of, wait, walk)
from words import words

LISTS = 12  # that a tab has at most
TABS = 60  # controls that Tab goes through at most
TRIES = 3  # of typing something
A_MOMENT = 5  # seconds for what was typed to stand there


def xdotool(*arguments):
    return subprocess.run(["xdotool", *arguments], check=True, capture_output=True, text=True).stdout.split()


def is_empty_title(node):
    return node.get_role() == Role.LABEL and node.get_name().startswith(words("No %s Yet").split("%s", maxsplit=1)[0])


class Person:
    everyone = []  # who has sat at the program in this story

    def __init__(self, program, arguments, **environment):
        # What the program says comes always behind what it has said, also while that is read.
        self.said = tempfile.TemporaryFile("a+", encoding="utf-8", errors="replace")
        self.read = 0
        Person.everyone.append(self)
        self.process = subprocess.Popen([program, *arguments], env={**os.environ, **environment}, stderr=self.said)
        try:
            self.application = wait("the program", self._find_application)
            self.last_focus = None
            self.listener = Atspi.EventListener.new(self._hear_focus)
            self.listener.register("object:state-changed:focused")
            self.focus_window(words("Hữu Nghị"))
        except BaseException:
            self.end()
            raise

    def _find_application(self):
        assert self.process.poll() is None, f"the program ended with status {self.process.returncode}"
        for child in children(Atspi.get_desktop(0)):
            if child.get_process_id() == self.process.pid and child.get_child_count() > 0:
                return child
        return None

    def _hear_focus(self, event):
        try:
            if event.detail1 and event.source.get_process_id() == self.process.pid:
                self.last_focus = event.source
        except GLib.Error:
            pass  # whoever had it is gone

    def focus_window(self, title):
        """The newest whose title ends so; there is no window manager to do it."""
        def find():
            found = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", f"{title}$"],
                                   stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
            return found.stdout.split()
        self.window = wait(f"window {title}", find)[-1]
        self.focus_again()

    def focus_again(self):
        """After another program had the keyboard."""
        xdotool("windowraise", self.window, "windowfocus", "--sync", self.window)

    # hands

    def press(self, *keys):
        xdotool("key", "--clearmodifiers", *keys)

    def type(self, text):
        """Letters that the keyboard has."""
        xdotool("type", "--delay", "1", text)

    def give(self, entry, text):
        """Text with marks, at once, as an input method gives it."""
        Atspi.EditableText.set_text_contents(entry, text)
        self.wait_text(entry, text)

    def type_into(self, entry, text):
        """Letters into the entry with the focus; once more where a busy display has lost one."""
        for _ in range(TRIES):
            self.press("ctrl+a")
            self.type(text)
            if seen_within(A_MOMENT, lambda: text_of(entry) == text):
                return
        raise AssertionError(f"“{text}” cannot be typed: there is “{text_of(entry)}”")

    def push(self, node):
        Atspi.Action.do_action(node, 0)

    def go_to(self, node):
        """With Tab, from where the focus is."""
        self.go_to_any([node])

    def go_to_any(self, nodes):
        """To the one of a group that has its place among the controls."""
        for _ in range(TABS):
            if any(has(node, State.FOCUSED) for node in nodes):
                return
            before = self.focused()
            self.press("Tab")
            wait("the focus somewhere else", lambda: self.focused() not in (None, before))
        raise AssertionError(f"Tab never comes to “{nodes[0].get_name()}”")

    def choose(self, combo, answer):
        """From the list that a combo box opens, with the arrow keys."""
        def says_it(item):
            return look(item, Role.LABEL, answer) is not None
        button = look(combo, Role.TOGGLE_BUTTON, lambda node: True) or combo
        self.go_to(button)
        self.press("space")
        item = wait(f"“{answer}” offered", lambda: look(combo, Role.LIST_ITEM, says_it))
        answers = list(children(item.get_parent()))

        def chosen():
            return [node for node in answers if has(node, State.SELECTED)]
        for _ in answers:
            before = chosen()
            if item in before:
                break
            self.press("Down")
            wait("another answer", lambda: chosen() not in ([], before))
        self.press("Return")
        wait(f"“{answer}” chosen", lambda: has(button, State.FOCUSED) and look(combo, Role.LABEL, answer))

    # places

    def shown_list(self):
        """The plural of the list that is shown; a list without rows says which one is missing."""
        shown = self.look(None, lambda node: node.get_role() == Role.TREE_TABLE or is_empty_title(node))
        return shown.get_name() if shown is not None else None

    def other_list(self, before):
        """None as long as a list is shown that was there before."""
        shown = self.shown_list()
        return shown if shown != before else None

    def empty_title(self):
        label = self.look(None, is_empty_title)
        return label.get_name() if label is not None else None

    def go_to_list(self, plural):
        """With the keys for the lists of a tab."""
        missing = words("No %s Yet", plural[0].lower() + plural[1:])
        for _ in range(LISTS):
            before = wait("a list", self.shown_list)
            if before in (plural, missing):
                return
            self.press("ctrl+Next")
            wait("another list", lambda: self.shown_list() not in (None, before))
        raise AssertionError(f"no list “{plural}”")

    def choose_entry(self, keys, entry):
        """From the menu that the keys open, by the letter of an entry."""
        self.press(keys)
        self.find(Role.MENU, lambda node: True)
        text = words(entry)
        self.press(text[text.index("_") + 1].lower())

    def open_office(self, title):
        """From the main menu, by its letter."""
        self.press("F10")
        self.find(Role.MENU, lambda node: True)
        self.press("f")
        self.find(Role.LABEL, title)

    def name_file(self, path):
        """In the dialog of the toolkit, which is a window of its own."""
        wait("the name of the file", lambda: self.look(None, lambda node: is_entry(node) and
                                                      has(node, State.FOCUSED)))
        self.press("ctrl+a")
        self.type(path)
        self.press("Return")

    # the parts of a form

    def row_of(self, label):
        """The row of a form that has a label."""
        def is_row(node):
            return node.get_role() == Role.LIST_ITEM and look(node, Role.LABEL, label) is not None
        return wait(f"the row “{label}”", lambda: self.look(None, is_row))

    def unfold(self, label):
        """Opens the part of the form in which a field is, if that is closed; its parts say what is in them."""
        def is_closed(node):
            return (node.get_role() == Role.LIST_ITEM and has(node, State.EXPANDABLE) and
                    not has(node, State.EXPANDED) and
                    any(label in line.get_name().split(", ") for line in walk(node) if line.get_role() == Role.LABEL))
        part = self.look(None, is_closed)
        if part is not None:
            self.go_to(part)
            self.press("space")
            wait(f"the part with “{label}” open", lambda: has(part, State.EXPANDED))

    def unfolded_entry(self, label):
        """The entry of a field; what is not in sight is in a part that is closed."""
        entry = self.look(None, lambda node: is_entry(node) and node.get_name() == label)
        if entry is None:
            self.unfold(label)
            entry = self.entry(label)
        return entry

    def fill(self, label, text):
        """Writes over what is in a field, which may write it in its own way: 6/5/2021 as 06/05/2021."""
        entry = self.unfolded_entry(label)
        self.go_to(entry)
        if text.isascii():
            self.press("ctrl+a")
            self.type(text)
            wait(f"something in “{label}”", lambda: text_of(entry))
        else:
            self.give(entry, text)

    def complete(self, label, typed, meant):
        """Types a part of a name and takes the first that is offered for it."""
        entry = self.unfolded_entry(label)
        self.go_to(entry)
        for _ in range(TRIES):
            self.type_into(entry, typed)
            if seen_within(A_MOMENT, lambda: self.look(Role.LIST_ITEM, lambda node: meant in node.get_name())):
                break
        self.find(Role.LIST_ITEM, lambda node: meant in node.get_name())
        self.press("Return")
        wait(f"“{meant}” in “{label}”", lambda: meant in text_of(entry))

    def answer(self, label, answer):
        """One of a few that stand side by side, or one of a list."""
        self.unfold(label)
        row = self.row_of(label)
        button = look(row, Role.RADIO_BUTTON, answer)
        if button is None:
            self.choose(look(row, Role.COMBO_BOX, lambda node: True), answer)
            return
        buttons = [node for node in walk(row) if node.get_role() == Role.RADIO_BUTTON]
        self.go_to_any(buttons)
        for _ in buttons:
            if has(button, State.FOCUSED):
                break
            before = self.focused()
            self.press("Right")
            wait("another answer", lambda: self.focused() not in (None, before))
        self.press("space")
        wait(f"“{answer}” chosen", lambda: has(button, State.CHECKED))

    # eyes and ears

    def top(self):
        return top_of(self.application)

    def look(self, role, name):
        return look(self.top(), role, name)

    def find(self, role, name):
        called = "" if callable(name) else f" “{name}”"
        return wait(f"{Atspi.role_get_name(role)}{called}", lambda: self.look(role, name))

    def gone(self, role, name):
        called = "" if callable(name) else f" “{name}”"
        wait(f"{Atspi.role_get_name(role) if role is not None else 'it'}{called} gone", lambda: self.look(role, name) is None)

    def hear(self, sentence):
        """A line that is shown; it may stand between others."""
        return wait(f"“{sentence}”", lambda: self.look(Role.LABEL, lambda node: sentence in node.get_name()))

    def entry(self, label):
        def is_it(node):
            return is_entry(node) and node.get_name() == label
        return wait(f"entry “{label}”", lambda: self.look(None, is_it))

    def search_entry(self):
        return wait("the search", lambda: self.look(Role.ENTRY, lambda node: True))

    def focused(self):
        """The one that said so last, as far as it still is; to look for it everywhere takes long."""
        while GLib.MainContext.default().iteration(False):
            pass
        if self.last_focus is not None and has(self.last_focus, State.FOCUSED) and has(self.last_focus, State.SHOWING):
            return self.last_focus
        return self.look(None, lambda node: has(node, State.FOCUSED))

    def wait_focus(self, node):
        wait(f"the focus on “{node.get_name()}”", lambda: has(node, State.FOCUSED))

    def wait_text(self, node, text):
        wait(f"“{text}” in “{node.get_name()}”", lambda: text_of(node) == text)

    def rows(self):
        return rows(self.application)

    def names(self):
        return [row.get_name() for row in self.rows()]

    def wait_names(self, what, check):
        return wait(what, lambda: (lambda names: check(names) and names)(self.names()))

    def wait_cell(self, record, text):
        """A row by a part of its name, once it says something else."""
        def find():
            return next((row for row in self.rows() if record in row.get_name() and text in cells(row)), None)
        return wait(f"“{text}” in the row “{record}”", find)

    def describe(self):
        return describe(self.application)

    # the end

    def leave(self, *keys):
        """Closes the program as a person does, who then sees that it ended well."""
        self.listener.deregister("object:state-changed:focused")
        self.press(*keys)
        status = self.process.wait(DEADLINE)
        assert status == 0, f"the program ended with status {status}"

    def new_warnings(self):
        """What the toolkit had to complain of since this was asked last."""
        self.said.seek(self.read)
        lines = self.said.read().splitlines()
        self.read = self.said.tell()
        return [line.strip() for line in lines if "WARNING" in line or "CRITICAL" in line]

    def end(self):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self.said.seek(0)
        sys.stderr.write(self.said.read())
