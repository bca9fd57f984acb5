"""One window after another in one look (language, colours, width), and the pictures of it."""
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import pathlib
import subprocess
import time

from program import APPLICATION, HERE, Kinds
from accessible import Role, State, has, is_entry, look, wait, walk
from catalogue import Catalogue
from gi.repository import Gio, GLib
from person import xdotool

LOCALES = {"en": "en_US.UTF-8", "vi": "vi_VN.UTF-8"}
COLOURS = {
    "light": {},
    "dark": {"ADW_DEBUG_COLOR_SCHEME": "prefer-dark"},
    "contrast": {"ADW_DEBUG_HIGH_CONTRAST": "1"},
    "darkcontrast": {"ADW_DEBUG_COLOR_SCHEME": "prefer-dark", "ADW_DEBUG_HIGH_CONTRAST": "1"},
}
NARROW, SLIM = 900, 560  # with words of the usual size; below which the window has less beside each other
SHADOW = 5  # that a window draws round itself, where no manager does
TRIES = 40  # looks at a window that does not come to rest
CORNER = ("9999", "9999")  # of the screen, or as near to it as there is
LARGE = 2  # how large the words of a large look are
CURSOR = 200  # bytes by which a picture differs for a cursor that blinks


def cut(*options, window="root"):
    """A PNG of the screen, since a menu is a window of its own, or of one window."""
    return subprocess.run(["import", "-silent", "-window", window, *options, "-depth", "8", "png:-"], check=True,
                          capture_output=True).stdout


def rest(*options, **window):
    """The same, once nothing moves in it but a cursor that blinks."""
    before = None
    for _ in range(TRIES):
        now = cut(*options, **window)
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

    def __init__(self, folder, program, look_name, height=800):
        language, colour, width, *large = look_name.split("-")
        self.folder, self.program, self.name = folder, program, look_name
        self.width, self.height = int(width), height
        self.scale = LARGE if large else 1
        self.dictionary = Dictionary(language)
        self.colours = COLOURS[colour]
        self.missing = []
        self.person, self.environment = None, {}
        os.environ["LC_ALL"] = LOCALES[language]  # the person reads it too
        os.environ["LANGUAGE"] = ""
        self.kinds = Kinds(program, language)

    def say(self, english, context=None):
        return self.dictionary.say(english, context)

    def called(self, english, context=None):
        """What a screen reader says of a button: without the line below a letter."""
        return self.say(english, context).replace("_", "")

    # the program

    def open(self, *arguments, home=None):
        """With settings that are forgotten; home is that of who sits at it, the program's if not said."""
        self.environment = self.program.settle(self.colours, self.scale, home)
        self.person = self.program.start(arguments, self.environment)
        self.size_window()

    def size_window(self):
        # A pointer over the window would choose what it points at.
        xdotool("mousemove", *CORNER)
        xdotool("windowsize", "--sync", self.person.window, str(self.width + 2 * SHADOW), str(self.height + 2 * SHADOW))

    def close(self):
        if self.person is not None:
            self.program.end(self.person)
        self.person = None

    def ask_program(self, action, *parameters):
        """What the desktop asks of the program."""
        Gio.bus_get_sync(Gio.BusType.SESSION).call_sync(
            APPLICATION, "/vn/huunghi/HuuNghi", "org.freedesktop.Application", "ActivateAction",
            GLib.Variant("(sava{sv})", (action, list(parameters), {})), None, Gio.DBusCallFlags.NONE, -1, None)

    def is_narrow(self):
        """Whether a list has one column, and its filters are in a menu."""
        return self.width < NARROW * self.scale

    def is_slim(self):
        """Whether the selected record covers its list."""
        return self.width < SLIM * self.scale

    # the scene

    def shoot(self, begin, shots):
        """A list of pairs: what is on the picture, and how it is taken. Each shot begins as begin() leaves the program,
        which opens it where it is not open."""
        for what, take in shots:
            # On a busy computer a key may be lost: it is tried once more, from the beginning.
            error = self.attempt(what, begin, take) and self.attempt(what, begin, take)
            if error is not None:
                self.missing.append(f"{self.name}-{what}: {error or type(error).__name__}")
                print(self.missing[-1], flush=True)
        self.close()

    def attempt(self, what, begin, take):
        """Gives what went wrong, if anything did, and how that looked is on a picture."""
        failed = os.path.join(self.folder, f"{self.name}-{what}-FAILED.png")
        try:
            begin(self)
            take(self)
        except Exception as error:  # whatever it is, the others are taken
            subprocess.run(["import", "-silent", "-window", "root", failed], check=False)
            self.close()
            return error
        pathlib.Path(failed).unlink(missing_ok=True)
        return None

    def save(self, what, image):
        with open(os.path.join(self.folder, f"{self.name}-{what}.png"), "wb") as file:
            file.write(image)

    def frame(self):
        """Where the window is on the screen."""
        return "-crop", f"{self.width}x{self.height}+{SHADOW}+{SHADOW}", "+repage"

    def picture(self, what):
        self.save(what, rest(*self.frame()))

    def picture_with_menu(self, what):
        """With a menu that may be wider than a slim window: beyond both the screen is black, as nothing in the program is."""
        if not self.is_slim():
            self.picture(what)
            return
        self.save(what, rest("-crop", f"+{SHADOW}+{SHADOW}", "+repage", "-bordercolor", "black", "-border", "1", "-trim",
                             "+repage"))

    def picture_while(self, what, check):
        """Of what is there for a while: it was there before the picture and is there after it."""
        for _ in range(TRIES):
            wait(what, check)
            cut(*self.frame())  # what was made known is drawn a moment later
            image = cut(*self.frame())
            if check():
                self.save(what, image)
                return
        raise AssertionError("it is gone too soon")

    def picture_of_window(self, what, title):
        """Of another window than the program's first."""
        self.person.focus_window(title)
        self.save(what, rest(window=self.person.window))

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
        self.picture_with_menu(what)
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

    def type_into_focused(self, typed):
        """Once an entry of what is on top has the focus."""
        wait("an entry with the focus", lambda: self.person.look(None, lambda node: is_entry(node) and
                                                                 has(node, State.FOCUSED)))
        self.person.type(typed)


__all__ = ["GLib", "Photographer", "Role", "State", "has", "is_entry", "look", "rest", "wait",
           "walk"]
