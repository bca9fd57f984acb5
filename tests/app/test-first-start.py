# From the first start to a register of the office’s own, its copy, and the copy restored; and one process for all of it:
# test-first-start.py PROGRAM
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import os
import subprocess
import sys
import tempfile

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

import steps  # noqa: E402
from accessible import Role, State, children, has, is_entry, wait  # noqa: E402
from person import Person, xdotool  # noqa: E402

NAME = "vn.huunghi.HuuNghi"
OFFICE = "Liên hiệp các tổ chức hữu nghị tỉnh Lào Cai"


class Newcomer:
    independent = False

    def __init__(self, program, folder):
        self.program = os.path.abspath(program)
        self.folder = folder
        self.data = os.path.join(folder, "data")
        self.register = os.path.join(self.data, "huu-nghi", "Lào Cai.huunghi")
        self.elsewhere = os.path.join(folder, "nơi khác")
        self.copy = os.path.join(folder, "copy.huunghi")
        self.environment = {
            "XDG_DATA_HOME": self.data, "XDG_CONFIG_HOME": os.path.join(folder, "config"), "GSETTINGS_BACKEND": "keyfile",
        }
        self.person = None
        self.steps = (
            self.start_first, self.name_no_office, self.make_register, self.see_office, self.start_again, self.add_person,
            self.save_copy, self.open_relative, self.open_record, self.open_gone, self.find_text, self.refuse_copy,
            self.restore_copy, self.replace, self.leave_all, self.miss_last, self.miss_all,
        )

    def ask(self, *arguments):
        return subprocess.run([self.program, *arguments], check=True, stdout=subprocess.PIPE, text=True).stdout

    def list(self, register, kind):
        return json.loads(self.ask("list", register, kind, "--format", "json"))

    def start(self, *arguments):
        """A second start; it ends at once, since the first one does what is asked."""
        subprocess.run([self.program, *arguments], check=True, env={**os.environ, **self.environment},
                       cwd=self.elsewhere, timeout=60)

    def call(self, action, parameter):
        """What the desktop does."""
        bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        parameters = GLib.Variant("(sava{sv})", (action, [parameter], {}))
        bus.call_sync(NAME, "/vn/huunghi/HuuNghi", "org.freedesktop.Application", "ActivateAction", parameters, None,
                      Gio.DBusCallFlags.NONE, -1, None)

    def windows(self):
        return len(list(children(self.person.application)))

    def turn_to(self, title):
        """There is no window manager: the window is given the keyboard by its title."""
        def find():
            found = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", f"^{title} – Hữu Nghị$"],
                                   stdout=subprocess.PIPE, text=True)
            return found.stdout.split()
        self.person.window = wait(f"the window of {title}", find)[-1]
        xdotool("windowraise", self.person.window, "windowfocus", "--sync", self.person.window)

    def dialog(self, name):
        return self.person.find(Role.DIALOG, name)

    # the steps

    def start_first(self):
        """the first start asks how the register begins, and makes nothing unasked"""
        os.mkdir(self.elsewhere)
        self.person = Person(self.program, [], **self.environment)
        self.person.find(Role.LABEL, "Welcome to Hữu Nghị")
        assert not os.path.exists(os.path.join(self.data, "huu-nghi")), "something was made"
        self.person.press("Return")
        self.person.find(Role.LABEL, "Letterhead and Signature")

    def name_no_office(self):
        """without a province and a name it is not made, and what is missing is said"""
        create = self.person.find(Role.BUTTON, "Create")
        self.person.push(create)
        self.person.hear("Choose the province of the office.")
        assert not os.path.exists(self.register)

    def make_register(self):
        """the province proposes the rest, and the register is made"""
        combo = self.person.find(Role.COMBO_BOX, lambda node: True)
        self.person.go_to(combo)
        self.person.press("space")
        wait("the search", lambda: self.person.look(None, lambda node: is_entry(node) and has(node, State.FOCUSED)))
        self.person.type("lao cai")
        self.person.find(Role.LABEL, "Lào Cai (tỉnh)")
        self.person.press("Down", "Return")
        entry = self.person.entry("Name of the office")
        self.person.wait_text(entry, OFFICE)
        self.person.wait_text(self.person.entry("Superior body"), "Ủy ban nhân dân tỉnh Lào Cai")
        self.person.give(self.person.entry("Who signs"), "Nguyễn Văn An")
        self.person.push(self.person.find(Role.BUTTON, "Create"))
        self.person.find(Role.LABEL, "No organizations Yet")
        profile = self.list(self.register, "office_profile")[0]
        assert profile["name"] == OFFICE and profile["signatory"] == "Nguyễn Văn An", profile
        assert profile["place"] == "Lào Cai" and profile["symbol"] == "LHHN", profile

    def see_office(self):
        """the window shows the office of the letterhead"""
        self.turn_to("Lào Cai")
        self.person.open_office("Office & Reference Lists")
        self.person.wait_names("the office", lambda names: OFFICE in names)
        self.person.leave("ctrl+q")

    def start_again(self):
        """the next start opens that register"""
        self.person = Person(self.program, [], **self.environment)
        self.person.find(Role.LABEL, "No organizations Yet")
        assert self.person.look(Role.LABEL, "Welcome to Hữu Nghị") is None

    def add_person(self):
        """what is added from the command line is seen"""
        self.ask("add", self.register, "person", "name=Trần Thị Bình")
        self.person.press("alt+1")
        self.person.go_to_list("People")
        self.person.wait_names("the person", lambda names: len(names) == 1)

    def save_copy(self):
        """a copy is saved and checked"""
        self.person.press("F10")
        self.person.find(Role.MENU, lambda node: True)
        self.person.press("c")
        self.person.focus_window("Save a Copy")
        self.person.name_file(self.copy)
        self.turn_to("Lào Cai")
        self.person.hear("The copy “copy.huunghi” is there and checked")
        assert len(self.list(self.copy, "person")) == 1

    def open_relative(self):
        """a second start with a path of its own folder shows that register in the first process"""
        self.ask("new", os.path.join(self.elsewhere, "khac.huunghi"))
        self.start("khac.huunghi")
        self.turn_to("khac")
        wait("two windows", lambda: self.windows() == 2)
        wait("an empty list", self.person.empty_title)
        self.person.press("ctrl+w")
        wait("one window", lambda: self.windows() == 1)
        self.turn_to("Lào Cai")

    def open_record(self):
        """a record is shown on demand of the desktop"""
        found = self.list(self.register, "person")[0]
        self.person.press("alt+1")
        self.person.go_to_list("Organizations")
        self.call("open-record", GLib.Variant("(ssx)", (self.register, "person", found["id"])))
        self.person.wait_names("the person", lambda names: any("Trần Thị Bình" in name for name in names))
        wait("the row selected", lambda: has(self.person.rows()[0], State.SELECTED))

    def open_gone(self):
        """a record that is gone is said to be gone"""
        self.call("open-record", GLib.Variant("(ssx)", (self.register, "person", 12345)))
        self.person.hear("The Record Cannot Be Shown")
        self.person.press("Escape")

    def find_text(self):
        """a text is looked for in all lists on demand of the desktop"""
        self.call("find", GLib.Variant("(ss)", ("", "thi binh")))
        self.dialog("Find")
        self.person.find(Role.LIST_ITEM, lambda node: "Trần Thị Bình" in node.get_name())
        self.person.press("Escape")
        self.person.gone(Role.DIALOG, "Find")
        self.call("find", GLib.Variant("(ss)", (self.register, "zzz")))
        self.person.hear("Nothing Found")
        self.person.press("Escape")
        self.person.gone(Role.DIALOG, "Find")

    def refuse_copy(self):
        """what is no copy is refused in a sentence"""
        path = os.path.join(self.elsewhere, "ảnh.huunghi")
        with open(path, "w", encoding="utf-8") as file:
            file.write("Đây không phải là sổ.\n" * 100)
        self.start("--restore", "ảnh.huunghi")
        self.person.hear("“ảnh.huunghi” is not a copy of a register of Hữu Nghị. Choose another file.")
        self.person.press("Escape")
        self.person.gone(Role.DIALOG, "Restore from a Copy")

    def restore_copy(self):
        """a copy becomes a register of its own"""
        self.start("--restore", self.copy)
        self.person.hear(OFFICE)
        self.person.hear("1 person")
        self.person.give(self.person.entry("Name of the register"), "Khôi phục")
        self.person.push(self.person.find(Role.BUTTON, "Restore"))
        self.turn_to("Khôi phục")
        assert len(self.list(os.path.join(self.data, "huu-nghi", "Khôi phục.huunghi"), "person")) == 1
        self.person.press("ctrl+w")
        wait("one window", lambda: self.windows() == 1)
        self.turn_to("Lào Cai")

    def replace(self):
        """a copy takes the place of the register, which is kept"""
        self.ask("add", self.register, "person", "name=Lê Văn Cường")
        self.person.wait_names("both people", lambda names: len(names) == 2)
        self.start("--restore", self.copy)
        self.person.hear(OFFICE)
        self.person.choose(self.person.find(Role.COMBO_BOX, lambda node: True), "To replace “Lào Cai”")
        self.person.hear("What is in it now is kept as “Lào Cai (replaced ")
        self.person.push(self.person.find(Role.BUTTON, "Restore"))
        self.person.hear("Restored. What was there is kept as “Lào Cai (replaced ")
        self.person.wait_names("one person", lambda names: len(names) == 1)
        kept = [name for name in os.listdir(os.path.join(self.data, "huu-nghi")) if "replaced" in name]
        assert len(self.list(os.path.join(self.data, "huu-nghi", kept[0]), "person")) == 2

    def leave_all(self):
        """nothing is left beside the registers"""
        self.turn_to("Lào Cai")
        self.person.leave("ctrl+q")
        left = [name for name in os.listdir(os.path.join(self.data, "huu-nghi")) if not name.endswith(".huunghi")]
        assert not left, left

    def miss_last(self):
        """where the last register is gone, another is opened, and it is said which"""
        aside = self.register + ".aside"
        os.rename(self.register, aside)
        self.person = Person(self.program, [], **self.environment)
        self.person.hear("“Lào Cai” is not where it was. This is “")
        wait("one window", lambda: self.windows() == 1)
        self.person.leave("ctrl+q")
        os.rename(aside, self.register)

    def miss_all(self):
        """where no register is left, that is said, and nothing is made"""
        self.person = Person(self.program, [self.register], **self.environment)
        self.turn_to("Lào Cai")
        self.person.leave("ctrl+q")
        os.rename(os.path.join(self.data, "huu-nghi"), os.path.join(self.folder, "aside"))
        os.remove(os.path.join(self.elsewhere, "khac.huunghi"))
        self.person = Person(self.program, [], **self.environment)
        self.person.find(Role.LABEL, "The Register Cannot Be Opened")
        self.person.hear("There is no file “")
        self.person.find(Role.BUTTON, "Make a New Register…")
        assert not os.path.exists(self.register), "it was made"
        self.person.leave("ctrl+q")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        sys.exit(steps.run(Newcomer(sys.argv[1], home)))
