# Every list in windows of several widths, with long names, with no rows and with a hundred thousand: nothing is without
# a name, and no window is wider than it was asked to be: test-widths.py PROGRAM
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import os
import subprocess
import sys
import tempfile

import steps
from accessible import Role, State, has, unnamed, wait
from person import Person, xdotool

WIDTHS = (360, 720, 1280, 1920)
HEIGHT = 800
BORDER = 10  # that the window draws round itself, for its shadow, where no manager does
PEOPLE = 100_000
LONG = "Hội Hữu nghị Việt Nam – các nước Đông Nam Á, Nam Á và châu Đại Dương của Trường Cao đẳng nghề kỹ thuật " * 3
TABS = ("associations", "events", "donations", "diaspora")


class Measurer:
    independent = True

    def __init__(self, program, folder):
        self.program = program
        self.folder = folder
        self.person = None
        kinds = json.loads(self.ask("kinds", "--format", "json"))
        self.lists = [(number, len([kind for kind in kinds if kind["tab"] == tab]))
                      for number, tab in enumerate(TABS, 1)]
        self.steps = (
            self.write_registers,
            *(self.make_step(width, name, words) for width in WIDTHS
              for name, words in (("dai", "long names"), ("trong", "no rows"), ("lon", "a hundred thousand people"))),
        )

    def path(self, name):
        return os.path.join(self.folder, f"{name}.huunghi")

    def make_step(self, width, name, words):
        def step():
            self.look_at(width, name)
        step.__doc__ = f"{width} pixels, {words}"
        return step

    def ask(self, *arguments):
        return subprocess.run([self.program, *arguments], check=True, stdout=subprocess.PIPE, text=True).stdout

    def write_registers(self):
        """the registers are written"""
        self.ask("generate", self.path("lon"), "--people", str(PEOPLE))
        self.ask("new", self.path("trong"))
        self.ask("sample", self.path("dai"))
        for kind, *fields in (
            ("organization", f"name={LONG}", "kind=branch", f"address={LONG}"),
            ("person", f"name={LONG}", f"address={LONG}"),
            ("event", f"title={LONG}", "type=exchange", "from=2022-05-06", f"place={LONG}"),
            ("campaign", f"name={LONG}"),
            ("donation", f"donor={LONG}", "date=2022-05-06", "amount=5000000", "currency=VND",
             "direction=received", "form=money", "state=received"),
            ("partner", f"name={LONG}", "type=firm"),
        ):
            self.ask("add", self.path("dai"), kind, *fields)

    def is_as_wide(self, width):
        """The window, in the pixels of the screen."""
        geometry = dict(line.split("=") for line in xdotool("getwindowgeometry", "--shell", self.person.window))
        return int(geometry["WIDTH"]) == width + BORDER

    def resize(self, width):
        xdotool("windowsize", self.person.window, str(width + BORDER), str(HEIGHT))
        wait(f"a window of {width} pixels", lambda: self.is_as_wide(width))

    def is_shown(self, empty):
        """Rows, or the words where there are none; names of records may be long, but each has one."""
        if empty:
            return self.person.empty_title() is not None
        return self.person.shown_list() is not None

    def look_at(self, width, name):
        self.person = Person(self.program, [self.path(name)])
        self.resize(width)
        nameless = []
        for number, lists in self.lists if name != "lon" else ((1, 2),):
            self.person.press(f"alt+{number}")
            for _ in range(lists):
                before = wait("a list", self.person.shown_list)
                nameless += [f"{before}: {control}" for control in unnamed(self.person.application)]
                assert self.is_as_wide(width), f"{before} makes the window wider than {width}"
                if name != "trong":
                    self.see_record(before)
                self.person.press("ctrl+Next")
                if lists > 1:
                    wait("another list", lambda: self.person.shown_list() not in (None, before))
        assert self.is_as_wide(width), f"the window is wider than {width}"
        if nameless:
            raise steps.Finding("; ".join(nameless))
        self.person.leave("ctrl+q")

    def see_record(self, plural):
        """The first of the list is selected, as far as there is one."""
        if self.person.look(Role.TREE_TABLE, plural) is None:
            return
        self.person.press("ctrl+f", "Return")
        wait("the first row selected", lambda: has(self.person.rows()[0], State.SELECTED))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        sys.exit(steps.run(Measurer(sys.argv[1], home)))
