# What a person sees of a register that cannot be opened or changed, and that it may be opened as often as they like:
# test-openings.py PROGRAM
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile

import steps
from accessible import Role, State, has, wait
from person import Person
from words import words

OPENINGS = 4
NO_DISPLAY = ("There is no display to show the window on. Start Hữu Nghị from the desktop, or see what the command line "
              "can do: huu-nghi --help")


def read(path):
    with open(path, "rb") as file:
        return file.read()


class Visitor:
    independent = True

    def __init__(self, program, folder):
        self.program = program
        self.folder = folder
        self.sample = os.path.join(folder, "mau.huunghi")
        self.person = None
        self.steps = (
            self.write_sample, self.open_foreign, self.open_damaged, self.open_newer, self.open_folder,
            self.open_missing, self.open_read_only, self.read_about, self.open_own, self.open_often,
            self.see_other_program, self.see_nothing,
        )

    def copy(self, name):
        return shutil.copy(self.sample, os.path.join(self.folder, name))

    def visit(self, *arguments, **environment):
        self.person = Person(self.program, arguments, **environment)

    def leave(self, *keys):
        self.person.leave(*keys)
        self.person = None

    def is_refused(self, path, sentence):
        """The window says why, also after another try; the program goes on until it is closed, the file as it was."""
        before = None if os.path.isdir(path) else read(path)
        self.visit(path)
        self.person.find(Role.LABEL, words("The Register Cannot Be Opened"))
        self.person.hear(words(sentence, path))
        self.person.push(self.person.find(Role.BUTTON, words("Try Again")))
        self.person.hear(words(sentence, path))
        assert self.person.look(Role.PAGE_TAB, words("Donations")) is None, "there are tabs"
        self.leave("ctrl+q")
        assert before is None or read(path) == before, "the file has changed"

    def wait_full(self):
        self.person.wait_names("the organizations", lambda names: len(names) > 10)

    # the steps

    def write_sample(self):
        """the sample register is written"""
        subprocess.run([self.program, "sample", self.sample], check=True, stdout=subprocess.DEVNULL)

    def open_foreign(self):
        """a file of another kind is refused"""
        path = os.path.join(self.folder, "anh.huunghi")
        with open(path, "w", encoding="utf-8") as file:
            file.write("Đây không phải là sổ.\n" * 100)
        self.is_refused(path, "“%s” is not a register of Hữu Nghị. Choose another file.")

    def open_damaged(self):
        """a register of which the end is lost is refused"""
        path = self.copy("hong & gay.huunghi")
        os.truncate(path, os.path.getsize(path) // 2)
        self.is_refused(path, "“%s” is damaged. Restore a saved copy of the register.")

    def open_newer(self):
        """a register of a newer version is refused"""
        path = self.copy("moi.huunghi")
        database = sqlite3.connect(path)
        database.execute("PRAGMA user_version = 9999")
        database.close()
        self.is_refused(path, "“%s” was made by a newer version of Hữu Nghị. Install that version to open it.")

    def open_folder(self):
        """a folder is refused"""
        path = os.path.join(self.folder, "thu-muc")
        os.mkdir(path)
        self.is_refused(path, "“%s” is a folder. Choose a register in it.")

    def open_missing(self):
        """a file that is not there is refused and not made; once it is there, another try opens it"""
        path = os.path.join(self.folder, "mat.huunghi")
        self.visit(path)
        self.person.find(Role.LABEL, words("The Register Cannot Be Opened"))
        self.person.hear(words("There is no file “%s”. Check its name and where it is kept.", path))
        assert not os.path.exists(path), "it was made"
        self.copy("mat.huunghi")
        self.person.push(self.person.find(Role.BUTTON, words("Try Again")))
        self.wait_full()
        self.leave("ctrl+q")

    def open_read_only(self):
        """a read-only register is shown with a banner, and no key or button changes it"""
        path = self.copy("chi-doc.huunghi")
        os.chmod(path, 0o444)
        before = read(path)
        self.visit(path)
        self.wait_full()
        self.person.find(Role.LABEL, words("This register can be read but not changed."))
        self.person.press("ctrl+f", "Return")
        wait("the first row selected", lambda: has(self.person.rows()[0], State.SELECTED))
        for name in ("Add", "Edit (Enter)", "Delete (Del)"):
            button = self.person.find(Role.BUTTON, words(name))
            assert not has(button, State.SENSITIVE), f"“{name}” can be pressed"

        names = self.person.names()
        self.person.press("ctrl+n", "Delete", "Return", "ctrl+z")
        self.person.press("alt+3", "alt+1")
        self.person.press("ctrl+f")
        self.person.wait_focus(self.person.search_entry())
        self.person.wait_names("the same rows", lambda seen: seen == names)
        assert self.person.look(Role.DIALOG, lambda node: True) is None, "a form has opened"
        self.leave("ctrl+q")
        assert read(path) == before, "the file has changed"

    def read_about(self):
        """“About” is in one language, also where the toolkit has words of its own"""
        self.visit(self.copy("gioi-thieu.huunghi"))
        self.wait_full()
        self.person.choose_entry("F10", "_About Hữu Nghị")
        for heading in ("What’s New", "Details", "Credits", "Legal"):
            self.person.find(Role.LABEL, words(heading))
        self.person.press("Escape")
        self.person.gone(Role.LABEL, words("Credits"))
        self.leave("ctrl+q")

    def open_own(self):
        """who names no register is asked how one begins, and in an empty one is told what belongs there"""
        data = os.path.join(self.folder, "data")
        self.visit(XDG_DATA_HOME=data)
        self.person.find(Role.LABEL, words("Welcome to Hữu Nghị"))
        assert not os.path.exists(os.path.join(data, "huu-nghi")), "something was made unasked"
        self.person.press("End", "Return")
        self.person.find(Role.LABEL, words("No %s Yet", words("organizations")))
        form = words("Add %s", words("organization"))
        self.person.push(self.person.find(Role.BUTTON, form))
        self.person.find(Role.DIALOG, form)
        self.person.press("Escape")
        self.person.gone(Role.DIALOG, form)
        self.leave("ctrl+q")
        subprocess.run([self.program, "check", os.path.join(data, "huu-nghi", words("Register") + ".huunghi")],
                       check=True, stdout=subprocess.DEVNULL)

    def open_often(self):
        """the register is opened and closed several times, and stays as it is"""
        path = self.copy("nhieu-lan.huunghi")
        for number in range(OPENINGS):
            self.visit(path)
            self.wait_full()
            self.leave("ctrl+q" if number % 2 == 0 else "ctrl+w")
        subprocess.run([self.program, "check", path], check=True, stdout=subprocess.DEVNULL)
        listed = [subprocess.run([self.program, "list", register, "person", "--format", "json"], check=True,
                                 stdout=subprocess.PIPE).stdout for register in (path, self.sample)]
        assert listed[0] == listed[1], "people have changed"

    def see_other_program(self):
        """what another program saves in the register appears in the window"""
        path = self.copy("chung.huunghi")
        self.visit(path)
        self.wait_full()
        subprocess.run([self.program, "add", path, "organization", "name=A Hội Mới", "kind=bilateral", "countries=SE"],
                       check=True, stdout=subprocess.DEVNULL)
        self.person.wait_names("the new organization", lambda names: "A Hội Mới" in names)
        self.leave("ctrl+q")

    def see_nothing(self):
        """without a display it ends with a sentence, and the command line works"""
        blind = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
        ended = subprocess.run([self.program, self.sample], env=blind, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                               text=True, timeout=60)
        assert ended.returncode == 1, f"it ended with status {ended.returncode}"
        assert ended.stdout == "" and ended.stderr == "huu-nghi: " + words(NO_DISPLAY) + "\n", ended.stderr
        subprocess.run([self.program, "check", self.sample], env=blind, check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        sys.exit(steps.run(Visitor(sys.argv[1], home)))
