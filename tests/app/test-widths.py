# Every list and page in windows of several widths, with long names, with no rows and with a hundred thousand, and with
# text of twice its size: no window is wider than it was asked to be: test-widths.py PROGRAM
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import subprocess
import sys
import tempfile

import steps
from accessible import Role, State, has, wait
from person import Person, xdotool

WIDTHS = (360, 720, 1280, 1920)
OFFICE = (360, 1280)  # in which the lists of the office are seen, and the pages
LARGE = (360, 720, 1280)  # with text of twice its size
HEIGHT = 800
BORDER = 10  # that the window draws round itself, for its shadow, where no manager does
PEOPLE = 100_000
LONG = "Hội Hữu nghị Việt Nam – các nước Đông Nam Á, Nam Á và châu Đại Dương của Trường Cao đẳng nghề kỹ thuật " * 3
TABS = 4


class Measurer:
    independent = True

    def __init__(self, program, folder):
        self.program = program
        self.folder = folder
        self.person = None
        self.steps = (
            self.write_registers,
            *(self.make_step(width, name, words) for width in WIDTHS
              for name, words in (("dai", "long names"), ("trong", "no rows"), ("lon", "a hundred thousand people"))),
            *(self.make_step(width, "dai", "large text", XENVIRONMENT=self.write_resources(folder)) for width in LARGE),
        )

    def path(self, name):
        return os.path.join(self.folder, f"{name}.huunghi")

    def write_resources(self, folder):
        """As the display tells how large text is: twice as large as it is usually."""
        path = os.path.join(folder, "resources")
        with open(path, "w", encoding="ascii") as file:
            file.write(f"Xft.dpi: {2 * 96}\n")
        return path

    def make_step(self, width, name, words, **environment):
        def step():
            self.look_at(width, name, environment)
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
            ("organization", f"name={LONG}", "kind=union", f"address={LONG}"),
            ("person", f"name={LONG}", f"address={LONG}"),
            ("event", f"title={LONG}", "type=exchange", "from=2022-05-06", f"place={LONG}"),
            ("campaign", f"name={LONG}"),
            ("donation", f"donor=Ông {LONG}", "date=2022-05-06", "amount=5000000", "currency=VND",
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

    def walk_lists(self):
        """Of the tab that is shown, until its first comes again."""
        first = wait("a list", self.person.shown_list)
        shown = first
        while True:
            yield shown
            self.person.press("ctrl+Next")
            shown = wait("another list", lambda: self.person.other_list(shown))
            if shown == first:
                return

    def go_to_tab(self, number):
        """From the one before it. Behind the tabs is what the office has settled, from the main menu."""
        before = wait("a list", self.person.shown_list)
        if number == 1:
            return
        if number <= TABS:
            self.person.press(f"alt+{number}")
        else:
            self.person.press("F10")
            self.person.find(Role.MENU, lambda node: True)
            self.person.press("f")
        wait("another tab", lambda: self.person.other_list(before))

    def look_at(self, width, name, environment):
        """Of the many people the lists that grow with them; of the others all, the office’s in two widths."""
        self.person = Person(self.program, [self.path(name)], **environment)
        self.resize(width)
        last = 1 if name == "lon" else TABS + (width in OFFICE)
        for number in range(1, last + 1):
            self.go_to_tab(number)
            for shown in self.walk_lists():
                self.see_record(shown)
                assert self.is_as_wide(width), f"{shown} makes the window wider than {width}"
        if name != "trong":
            self.see_side()
        assert self.is_as_wide(width), f"the record at the side makes the window wider than {width}"
        if name == "dai":
            self.see_pages(width)
        self.person.leave("ctrl+q")

    def see_record(self, shown):
        """The first of the list is selected, as far as there is one."""
        if self.person.look(Role.TREE_TABLE, shown) is None:
            return
        self.person.press("ctrl+f", "ctrl+a")
        self.person.wait_focus(self.person.search_entry())
        self.person.press("Return")
        wait("the first row selected", lambda: any(has(row, State.SELECTED) for row in self.person.rows()))

    def see_pages(self, width):
        """What lies over the lists."""
        for go, role, name in (("ctrl+h", Role.ENTRY, "Search the history"), ("ctrl+e", Role.LIST, "Pages"),
                               (None, Role.LIST, "Late")):
            if go is not None:
                self.person.press(go)
            else:
                self.person.choose_entry("F10", "_Sent Reports…")
            self.person.find(role, name)
            assert self.is_as_wide(width), f"the page of “{name}” makes the window wider than {width}"
            self.person.press("alt+Left")
            wait("the lists again", self.person.shown_list)

    def see_side(self):
        """Of an organization with a long name, or of the first one; in a slim window it lies over the list."""
        self.person.press("alt+1")
        wait("the organizations", lambda: self.person.shown_list() == "Organizations")
        self.see_record("Organizations")
        if self.person.look(Role.HEADING, lambda node: True) is None:
            self.person.press("F9")
        self.person.find(Role.HEADING, lambda node: True)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        sys.exit(steps.run(Measurer(sys.argv[1], home)))
