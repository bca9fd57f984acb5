"""One window after another in one look (language, colours, width), and the pictures of it."""
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import pathlib
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent.parent / "tests" / "app")]

from accessible import Role, State, has, is_entry, look, wait, walk  # noqa: E402
from catalogue import Catalogue  # noqa: E402
from gi.repository import Gio, GLib  # noqa: E402
from person import Person, xdotool  # noqa: E402

PROGRAM = os.environ.get("HN_PROGRAM", "huu-nghi")
APPLICATION = "vn.huunghi.HuuNghi"
LOCALES = {"en": "en_US.UTF-8", "vi": "vi_VN.UTF-8"}
COLOURS = {
    "light": {},
    "dark": {"ADW_DEBUG_COLOR_SCHEME": "prefer-dark"},
    "contrast": {"ADW_DEBUG_HIGH_CONTRAST": "1"},
    "darkcontrast": {"ADW_DEBUG_COLOR_SCHEME": "prefer-dark", "ADW_DEBUG_HIGH_CONTRAST": "1"},
}
NARROW, SLIM = 900, 560  # below which the window has less beside each other
SHADOW = 5  # that a window draws round itself, where no manager does
TRIES = 40  # looks at a window that does not come to rest
CURSOR = 200  # bytes by which a picture differs for a cursor that blinks


def screen(width, height, offset=0):
    """A PNG of that part of the screen, of the screen since a menu is a window of its own; once nothing moves in it but
    a cursor that blinks."""
    before = None
    for _ in range(TRIES):
        now = subprocess.run(["import", "-silent", "-window", "root", "-crop", f"{width}x{height}+{offset}+{offset}",
                              "+repage", "-depth", "8", "png:-"], check=True, capture_output=True).stdout
        if before is not None and abs(len(now) - len(before)) < CURSOR:
            return now
        before = now
        time.sleep(0.2)
    raise AssertionError("it does not come to rest")


class Dictionary:
    """What the program says in a language, from its own catalogue: a picture needs no second opinion of a word."""

    def __init__(self, language):
        self.words = {}
        if language != "en":
            for entry in Catalogue(HERE.parent.parent / "po" / f"{language}.po").entries:
                self.words[(entry.fields.get("msgctxt"), entry.msgid)] = entry.translations[0]

    def say(self, english, context=None):
        return self.words.get((context, english), english)


class Photographer:
    """Sits at the program as a person does. What could not be taken is in missing, a sentence each."""

    def __init__(self, folder, home, look_name, height=800):
        language, colour, width = look_name.split("-")
        self.folder, self.home, self.name = folder, home, look_name
        self.width, self.height = int(width), height
        self.dictionary = Dictionary(language)
        self.colours = COLOURS[colour]
        self.missing = []
        self.person, self.environment = None, {}
        os.environ["LC_ALL"] = LOCALES[language]  # the person reads it too
        os.environ["LANGUAGE"] = ""

    def say(self, english, context=None):
        return self.dictionary.say(english, context)

    def called(self, english, context=None):
        """What a screen reader says of a button: without the line below a letter."""
        return self.say(english, context).replace("_", "")

    # the program

    def open(self, *arguments, data=None):
        """With settings of its own, which are forgotten; data is where registers are kept, a new folder if not said."""
        self.environment = {f"XDG_{name}_HOME": os.path.join(self.home, name.lower())
                            for name in ("CONFIG", "DATA", "CACHE")}
        self.environment |= {"GSETTINGS_BACKEND": "memory", **self.colours}
        if data is not None:
            self.environment["XDG_DATA_HOME"] = data
        self.person = Person(PROGRAM, arguments, **self.environment)
        self.size_window()

    def size_window(self):
        xdotool("windowsize", "--sync", self.person.window, str(self.width + 2 * SHADOW), str(self.height + 2 * SHADOW))

    def close(self):
        if self.person is not None:
            self.person.listener.deregister("object:state-changed:focused")
            self.person.end()
        self.person = None

    def ask_program(self, action, *parameters):
        """What the desktop asks of the program."""
        Gio.bus_get_sync(Gio.BusType.SESSION).call_sync(
            APPLICATION, "/vn/huunghi/HuuNghi", "org.freedesktop.Application", "ActivateAction",
            GLib.Variant("(sava{sv})", (action, list(parameters), {})), None, Gio.DBusCallFlags.NONE, -1, None)

    def is_narrow(self):
        """Whether a list has one column, and its filters are in a menu."""
        return self.width < NARROW

    def is_slim(self):
        """Whether the selected record covers its list."""
        return self.width < SLIM

    # the scene

    def shoot(self, begin, shots):
        """A list of pairs: what is on the picture, and how it is taken. Each shot begins as begin() leaves the program,
        which opens it where it is not open."""
        for what, take in shots:
            try:
                begin(self)
                take(self)
            except Exception as error:  # whatever it is, the others are taken
                self.missing.append(f"{self.name}-{what}: {error or type(error).__name__}")
                print(self.missing[-1], flush=True)
                self.picture(f"{what}-FAILED", at_rest=False)
                self.close()
        self.close()

    def picture(self, what, at_rest=True):
        path = os.path.join(self.folder, f"{self.name}-{what}.png")
        if at_rest:
            with open(path, "wb") as file:
                file.write(screen(self.width, self.height, SHADOW))
        else:
            subprocess.run(["import", "-silent", "-window", "root", path], check=False)

    # hands

    def press(self, *keys):
        self.person.press(*keys)

    def push(self, english, role=Role.BUTTON, context=None):
        self.person.push(self.person.find(role, self.called(english, context)))

    def choose(self, keys, *entries):
        """From the menu that the keys open, entry by entry."""
        self.press(keys)
        self.choose_shown(*entries)

    def choose_shown(self, *entries):
        """From the menu that is open."""
        for entry in entries:
            self.push(entry, Role.MENU_ITEM)

    def see_dialog(self):
        """The one that is on top."""
        return wait("a dialog", lambda: self.person.top() != self.person.application and self.person.top())

    def take_dialog(self, what):
        """A picture of the dialog that is open, which is closed then."""
        self.see_dialog()
        self.picture(what)
        self.leave_dialog()

    def leave_dialog(self):
        before = self.see_dialog()
        self.press("Escape")
        wait("the dialog gone", lambda: self.person.top() != before)

    def take_popover(self, what):
        """A picture of what opened below a button, which is closed then."""
        self.picture(what)
        self.press("Escape")

    def see_list(self, before=None):
        """Another one than that."""
        return wait("a list", lambda: self.person.other_list(before))

    def take_page(self, what):
        """A picture of the page that lies over the lists, which is left then."""
        self.picture(what)
        self.leave_page()

    def leave_page(self):
        self.press("alt+Left")
        self.see_list()

    def search(self, typed):
        self.press("ctrl+f", "ctrl+a")
        self.person.wait_focus(self.person.search_entry())
        self.person.type(typed)


__all__ = ["COLOURS", "GLib", "PROGRAM", "Person", "Photographer", "Role", "SHADOW", "State", "has", "is_entry", "look",
           "screen", "wait", "walk", "xdotool"]
