"""The program that pictures are taken of: the one that was built, or the installed Flatpak in its sandbox."""
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import os
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
TESTS = HERE.parent.parent / "tests"
sys.path[:0] = [str(HERE.parent), str(TESTS / "app"), str(TESTS / "flatpak")]

import accessible  # noqa: E402
from accessible import Atspi, children, wait  # noqa: E402
from chooser import FileChooser  # noqa: E402
from gi.repository import Gio, GLib  # noqa: E402
from person import Person  # noqa: E402
from resident import Resident  # noqa: E402

# A picture has more time than a test: several looks share the processors, and a sandbox takes long to begin.
accessible.DEADLINE = 120
APPLICATION = "vn.huunghi.HuuNghi"
FIRST = {"associations": "organization", "events": "event", "donations": "donation", "diaspora": "overseas_contact"}
# Nothing is waited for that only moves.
SETTINGS = "[Settings]\ngtk-enable-animations=false\n"
FOLDER = "registers"
POINTS = 96  # an inch


class Program:
    """The one that was built. Home is a folder of its own, for all that it writes; in folder it sees every file."""

    command = [os.environ.get("HN_PROGRAM", "huu-nghi")]
    person_class = Person
    draws_file_dialogs = True

    def __init__(self, home):
        self.home = home
        self.folder = self.make_folder(home)
        # Where a file dialog begins is on its picture.
        os.environ["HOME"] = home
        os.chdir(self.folder)

    def make_folder(self, place):
        """Of the registers, whose names are shown with that of their folder."""
        folder = os.path.join(place, FOLDER)
        os.makedirs(folder)
        return folder

    def ask(self, *arguments):
        """The command line, which gives what it prints."""
        return subprocess.run([*self.command, *arguments], check=True, stdout=subprocess.PIPE, text=True).stdout

    def find_id(self, register, kind, name):
        found = json.loads(self.ask("list", register, kind, "--search", name, "--format", "json"))
        return next(record["id"] for record in found if record["name"] == name)

    def settle(self, colours, scale, home=None):
        """Gives the environment of a window, with settings that are forgotten; scale is how large its words are."""
        home = home or self.home
        places = {f"XDG_{name}_HOME": os.path.join(home, name.lower()) for name in ("CONFIG", "DATA", "CACHE")}
        return {**self.set_up(places["XDG_CONFIG_HOME"], scale), **colours, **places}

    def set_up(self, config, scale):
        """Writes what the toolkit reads."""
        resources = os.path.join(config, "xresources")
        os.makedirs(os.path.join(config, "gtk-4.0"), exist_ok=True)
        with open(os.path.join(config, "gtk-4.0", "settings.ini"), "w", encoding="utf-8") as file:
            file.write(SETTINGS)
        with open(resources, "w", encoding="utf-8") as file:
            file.write(f"Xft.dpi: {scale * POINTS}\n")
        return {"GSETTINGS_BACKEND": "memory", "XENVIRONMENT": resources}

    def start(self, arguments, environment):
        """Gives the person who sits at it."""
        return self.person_class(self.command[0], [*self.command[1:], *arguments], **environment)

    def end(self, person):
        person.listener.deregister("object:state-changed:focused")
        person.end()

    def hand_over(self, person, path, title, ask):
        """Asks for a file and names it in the dialog of the toolkit, which is a window of its own."""
        ask()
        person.focus_window(title)
        person.press("ctrl+l")
        person.name_file(path)


class Installed(Program):
    """The Flatpak: it sees of a home, which is one of its own, only the folder of the application."""

    command = ["flatpak", "run", "--user", "--die-with-parent", APPLICATION]
    person_class = Resident
    draws_file_dialogs = False  # the desktop does, outside of the sandbox

    def __init__(self, home):
        super().__init__(home)
        self.chooser = None
        # Files go through the portals, as they do in a sandbox.
        os.environ.pop("GTK_USE_PORTAL", None)

    def make_folder(self, place):
        return super().make_folder(os.path.join(self.own_folder(place), "data"))

    def own_folder(self, home):
        return os.path.join(home, ".var", "app", APPLICATION)

    def settle(self, colours, scale, home=None):
        home = home or self.home
        return {**self.set_up(os.path.join(self.own_folder(home), "config"), scale), **colours, "HOME": home}

    def end(self, person):
        super().end(person)
        # What is inside ends after its sandbox, and the next start would hand over to it.
        wait("the program gone", lambda: not self.is_owned() and
             person.application not in list(children(Atspi.get_desktop(0))))

    def is_owned(self):
        """Whether the bus knows the program."""
        return Gio.bus_get_sync(Gio.BusType.SESSION).call_sync(
            "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "NameHasOwner",
            GLib.Variant("(s)", (APPLICATION,)), None, Gio.DBusCallFlags.NONE, -1, None).unpack()[0]

    def hand_over(self, person, path, title, ask):
        """The desktop's dialog answers at once."""
        self.chooser = self.chooser or FileChooser()
        self.chooser.path = path
        ask()
        wait("the question for a file", lambda: self.chooser.path is None)


class Kinds:
    """What the program says of its kinds of records."""

    def __init__(self, program, language):
        self.kinds = json.loads(program.ask("kinds", "--format", "json"))
        self.which = "label_vi" if language == "vi" else "label"

    def tabs(self):
        """Of each tab its number, its name and its kinds, from the one that it shows first."""
        for number, (tab, first) in enumerate(FIRST.items(), 1):
            names = [kind["name"] for kind in self.kinds if kind["tab"] == tab]
            start = names.index(first)
            yield number, tab, names[start:] + names[:start]

    def field(self, kind, name):
        """What a field is called."""
        fields = next(one["fields"] for one in self.kinds if one["name"] == kind)
        return next(field for field in fields if field["name"] == name)[self.which]
