# A day in the sandbox: what the program can reach from there, and what a person does with it, in Vietnamese, with the
# real portals and a file chooser that answers at once: own-world python3 test-sandbox.py MANIFEST
# SPDX-License-Identifier: GPL-3.0-or-later
import configparser
import json
import os
import shlex
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "app"))
import openpyxl  # noqa: E402
import steps  # noqa: E402
from accessible import GLib, Role, State, has, wait  # noqa: E402
from chooser import FileChooser  # noqa: E402
from gi.repository import Gio  # noqa: E402
from resident import Resident, flatpak  # noqa: E402
from words import words  # noqa: E402

DONOR = "Công ty Đức Phát"
SECRET = "what only the host may know"
IN_RUNTIME = ("/usr/hn-test", "/app/hn-test")
IN_SYSTEM = "/etc/hn-test"


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def read_keys(path):
    """A key file, as the desktop reads it."""
    keys = configparser.ConfigParser(interpolation=None)
    keys.optionxform = str
    keys.read_string(read(path))
    return keys


def read(path):
    with open(path, encoding="utf-8", errors="replace") as file:
        return file.read()


class Stay:
    independent = False

    def __init__(self, manifest, folder):
        with open(manifest, encoding="utf-8") as file:
            self.manifest = json.load(file)
        self.id = self.manifest["id"]
        self.folder = folder
        self.home = os.environ["HOME"]
        self.data = os.path.join(self.home, ".var/app", self.id, "data/huu-nghi")
        self.register = os.path.join(self.data, "so-dang-ky.huunghi")
        self.workbook = os.path.join(self.home, "Tài liệu", "bao-cao.xlsx")
        self.copy = os.path.join(self.home, "Tài liệu", "ban-sao.huunghi")
        self.secrets = [write(os.path.join(place, "bi-mat.txt"), SECRET)
                        for place in (self.home, os.path.join(self.home, "Tài liệu"), folder)]
        self.chooser = None
        self.person = None
        self.steps = (
            self.have_permissions, self.see_with_rights, self.see_no_network, self.see_no_files, self.change_no_files,
            self.be_installed, self.be_started, self.write_sample, self.start, self.be_found, self.add_donation,
            self.export_year, self.save_copy, self.see_lent, self.open_copy, self.close, self.ask_for_reminders, self.start_again,
            self.be_reminded, self.leave,
        )

    # the sandbox

    def run(self, *arguments, options=(), **settings):
        return flatpak("run", "--user", *options, self.id, *arguments, **settings)

    def probe(self, *options):
        """What a program sees that runs in the place of ours. Whom it tries to reach is there, and listens."""
        with socket.create_server(("127.0.0.1", 0)) as loopback, socket.socket(socket.AF_UNIX) as abstract:
            abstract.bind(f"\0hn-flatpak-{os.getpid()}")
            abstract.listen()
            asked = {
                "port": loopback.getsockname()[1],
                "abstract": f"hn-flatpak-{os.getpid()}",
                "home": self.home,
                "lent": f"/run/user/{os.getuid()}/doc",
                "read": [*self.secrets, os.path.abspath(__file__), "/etc/shadow", "/etc/passwd"],
                "list": [os.path.dirname(path) for path in self.secrets] + [HERE],
                "write": [path + ".new" for path in self.secrets] + [*IN_RUNTIME, IN_SYSTEM],
            }
            with open(os.path.join(HERE, "probe.py"), encoding="utf-8") as script:
                return json.loads(self.run("-", json.dumps(asked), options=("--command=python3", *options),
                                           stdin=script))

    def sit_down(self):
        # Not for this process, whose system may not have the language.
        os.environ["LC_ALL"] = "vi_VN.UTF-8"
        self.person = Resident("flatpak", ["run", "--user", self.id], LANGUAGE="")
        self.person.wait_names("the list that was left", bool)

    def answer_with(self, path):
        self.chooser = self.chooser or FileChooser()
        self.chooser.asked.clear()
        self.chooser.path = path

    def was_asked(self):
        """Once, by this program, through the portal."""
        wait("the question where to", lambda: self.chooser.asked)
        assert [(question["method"], question["application"]) for question in self.chooser.asked] == \
            [("SaveFile", self.id)], self.chooser.asked

    # the steps

    def have_permissions(self):
        """what is installed has the permissions of the manifest, and no others"""
        given = flatpak("info", "--user", "--show-permissions", self.id).split("\n")
        lines = {line for line in given if line.strip()}
        assert lines == {"[Context]", "shared=ipc;", "sockets=x11;wayland;fallback-x11;", "devices=dri;"}, lines

    def see_with_rights(self):
        """with more rights than it has it would see the network and the files: the questions are the right ones"""
        rights = ["--share=network", f"--filesystem={self.home}", f"--filesystem={self.folder}", f"--filesystem={HERE}"]
        seen = self.probe(*rights)
        assert seen["loopback"] == seen["abstract"] == {"got": True}, seen
        for path in self.secrets:
            assert seen["read"][path] == {"got": SECRET}, (path, seen["read"][path])
            assert "bi-mat.txt" in seen["listed"][os.path.dirname(path)]["got"], seen["listed"]
            assert read(path + ".new") == "from the sandbox"
            os.remove(path + ".new")

    def see_no_network(self):
        """it reaches neither this computer's other programs nor the world"""
        seen = self.probe()
        assert seen["loopback"] == {"error": "ConnectionRefusedError"}, seen["loopback"]
        assert seen["abstract"] == {"error": "ConnectionRefusedError"}, seen["abstract"]
        assert "error" in seen["outside"], seen["outside"]
        assert seen["interfaces"] == ["lo"], seen["interfaces"]
        assert not any(line.startswith("Xvfb") for line in seen["processes"]), seen["processes"]

    def see_no_files(self):
        """it sees nothing of the home, and nothing of the system but its own"""
        seen = self.probe()
        for path in [*self.secrets, os.path.abspath(__file__)]:
            assert seen["read"][path] == {"error": "FileNotFoundError"}, (path, seen["read"][path])
        assert set(seen["home"]["got"]) <= {".var"}, seen["home"]
        for path, listed in seen["listed"].items():
            assert set(listed.get("got", [])) <= {".var"}, (path, listed)
        for path in ("/etc/shadow", "/etc/passwd"):
            try:
                own = read(path)
            except PermissionError:
                continue  # who may not read it here has nothing to keep in there
            assert seen["read"][path].get("got") != own, f"{path} is the host's"

    def change_no_files(self):
        """what it writes outside of its own folders is nowhere"""
        seen = self.probe()
        for path in IN_RUNTIME:
            assert "error" in seen["written"][path], (path, seen["written"][path])
        assert not os.path.exists(IN_SYSTEM), IN_SYSTEM
        for path in self.secrets:
            assert not os.path.exists(path + ".new"), path
            assert read(path) == SECRET, path

    def exported(self):
        return os.path.join(flatpak("info", "--user", "--show-location", self.id).strip(), "export/share")

    def be_installed(self):
        """the desktop is given the entry, the icons, the kind of file and the description"""
        share = self.exported()
        for path in (f"applications/{self.id}.desktop", f"icons/hicolor/scalable/apps/{self.id}.svg",
                     f"icons/hicolor/symbolic/apps/{self.id}-symbolic.svg",
                     f"icons/hicolor/scalable/mimetypes/{self.id}-register.svg", f"mime/packages/{self.id}.xml"):
            assert os.path.getsize(os.path.join(share, path)) > 0, path
        entry = read(os.path.join(share, f"applications/{self.id}.desktop"))
        assert f"--command={self.manifest['command']}" in entry and "@@" in entry, entry

    def search_provider(self):
        path = f"gnome-shell/search-providers/{self.id}.search-provider.ini"
        return read_keys(os.path.join(self.exported(), path))["Shell Search Provider"]

    def service(self, name):
        """How the bus starts it."""
        keys = read_keys(os.path.join(self.exported(), f"dbus-1/services/{name}.service"))["D-BUS Service"]
        assert keys["Name"] == name, dict(keys)
        return shlex.split(keys["Exec"])

    def be_started(self):
        """the bus is told how to start the program and its search, and the desktop whom to ask"""
        provider = self.search_provider()
        assert provider["DesktopId"] == f"{self.id}.desktop" and provider["Version"] == "2", dict(provider)
        for name, command in ((self.id, self.manifest["command"]), (provider["BusName"], "huu-nghi-search-provider")):
            line = self.service(name)
            own = next(word for word in line if word.startswith("--command="))
            assert "flatpak" in os.path.basename(line[0]) and self.id in line, line
            assert os.path.basename(own.removeprefix("--command=")) == command, line
        assert "--gapplication-service" in self.service(self.id)

    def ask(self, method, arguments, answer):
        """Of the search provider, as the desktop does."""
        provider = self.search_provider()
        bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        return bus.call_sync(provider["BusName"], provider["ObjectPath"], "org.gnome.Shell.SearchProvider2", method,
                             arguments, GLib.VariantType(answer), Gio.DBusCallFlags.NONE, 30000, None).unpack()[0]

    def is_owned(self, name):
        bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        return bus.call_sync("org.freedesktop.DBus", "/", "org.freedesktop.DBus", "NameHasOwner",
                             GLib.Variant("(s)", (name,)), None, Gio.DBusCallFlags.NONE, -1, None).unpack()[0]

    def be_found(self):
        """the desktop’s search is answered from the sandbox, with a record of the sample"""
        name = self.search_provider()["BusName"]
        database = sqlite3.connect(f"file:{self.register}?mode=ro", uri=True)
        number, title = database.execute("SELECT id, name FROM organization ORDER BY id").fetchone()
        database.close()
        # The bus of this test was there before the package, and does not start it by itself.
        with subprocess.Popen(self.service(name), stdout=subprocess.DEVNULL) as provider:
            wait("the search provider", lambda: self.is_owned(name))
            words_of_title = [word for word in title.split() if word.isalnum()]
            found = self.ask("GetInitialResultSet", GLib.Variant("(as)", (words_of_title,)), "(as)")
            assert f"organization:{number}" in found, (title, found)
            metas = self.ask("GetResultMetas", GLib.Variant("(as)", ([f"organization:{number}"],)), "(aa{sv})")
            assert [meta["name"] for meta in metas] == [title], metas
            # It leaves by itself some time after the last question.
            assert provider.wait(60) == 0, provider.returncode

    def write_sample(self):
        """the sample register is written into the program's own folder"""
        os.makedirs(self.data, exist_ok=True)
        self.run("sample", self.register)
        self.run("check", self.register)

    def start(self):
        """starts, and shows the register in Vietnamese"""
        self.sit_down()
        self.person.find(Role.PAGE_TAB, words("Donations"))

    def add_donation(self):
        """a donation is added and found without marks"""
        form = words("Add %s", words("donation"))
        self.person.press("alt+3")
        self.person.wait_names("the donations", lambda names: len(names) == 6)
        self.person.press("ctrl+n")
        self.person.find(Role.DIALOG, form)
        self.person.wait_focus(self.person.entry(words("Date")))
        self.person.type("6/5/2021")
        self.person.give(self.person.entry(words("Donor")), DONOR)
        self.person.fill(words("Amount"), "5000000")
        self.person.press("ctrl+Return")
        self.person.gone(Role.DIALOG, form)
        self.find_donation()

    def find_donation(self):
        self.person.press("ctrl+f", "ctrl+a")
        self.person.wait_focus(self.person.search_entry())
        self.person.type("duc phat")
        self.person.wait_names("the donation alone", lambda names: len(names) == 1 and DONOR in names[0])

    def export_year(self):
        """exports the year’s workbook through the portal"""
        self.answer_with(self.workbook)
        self.person.press("ctrl+e")
        button = self.person.find(Role.BUTTON, words("Export Excel"))
        self.person.find(Role.SPIN_BUTTON, words("Year")).get_value_iface().set_current_value(2021)
        self.person.hear("15/12/2020")
        wait("a year to export", lambda: has(button, State.SENSITIVE))
        self.person.push(button)
        self.was_asked()
        self.person.hear(words("“%s” is written", os.path.basename(self.workbook)))
        book = openpyxl.load_workbook(self.workbook, data_only=True)
        assert any(DONOR in row for row in book["M08"].iter_rows(values_only=True)), "the new donation is not in it"
        self.person.press("alt+Left")
        wait("the list again", self.person.shown_list)

    def save_copy(self):
        """saves a copy of the register through the portal"""
        self.answer_with(self.copy)
        self.person.choose_menu_item(words("Save a _Copy…"))
        self.was_asked()
        # That it is there is said behind what was said of the workbook, which stays until it is closed.
        wait("the copy with all donations", lambda: self.count_copied() == 7)

    def count_copied(self):
        """None as long as it is not a whole register."""
        if not os.path.exists(self.copy):
            return None
        database = sqlite3.connect(f"file:{self.copy}?mode=ro", uri=True)
        try:
            whole = database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            return database.execute("SELECT count(*) FROM donation").fetchone()[0] if whole else None
        except sqlite3.Error:
            return None
        finally:
            database.close()

    def see_lent(self):
        """of the home it sees the files that the person chose, and not what lies beside them"""
        names = [os.path.basename(path) for path in self.probe()["lent"]["got"]]
        assert sorted(names) == ["ban-sao.huunghi", "bao-cao.xlsx"], names

    def open_copy(self):
        """a copy that is opened in the file manager asks what shall become of it"""
        entry = read(os.path.join(self.exported(), f"applications/{self.id}.desktop"))
        line = next(line for line in entry.split("\n") if line.startswith("Exec="))
        subprocess.run([self.copy if word == "%f" else word for word in shlex.split(line.removeprefix("Exec="))],
                       check=True, stdout=subprocess.DEVNULL)
        dialog = words("Restore from a Copy")
        self.person.find(Role.DIALOG, dialog)
        self.person.find(Role.BUTTON, words("Restore"))
        self.person.press("Escape")
        self.person.gone(Role.DIALOG, dialog)

    def close(self):
        """closes"""
        self.person.leave("ctrl+q")
        self.run("check", self.register)

    def ask_for_reminders(self):
        """nobody was reminded unasked; now it is asked for, as the preferences do"""
        assert not self.chooser.shown, self.chooser.shown
        path = os.path.join(self.home, ".var/app", self.id, "config/glib-2.0/settings/keyfile")
        settings, group = read(path), "[vn/huunghi/HuuNghi]\n"
        assert group in settings and "notify-due" not in settings, settings
        write(path, settings.replace(group, f"{group}notify-due=true\n"))

    def start_again(self):
        """starts again, and the donation is there"""
        self.sit_down()
        self.person.press("alt+3")
        self.person.wait_names("the donations", lambda names: len(names) == 7)
        self.find_donation()

    def be_reminded(self):
        """reminds of what is due through the portal; a press would open it"""
        said = wait("the reminder", lambda: self.chooser.shown.get((self.id, f"follow-ups:{self.register}")))
        action, target = said["default-action"], said["default-action-target"]
        assert (action, target[:2]) == ("app.open-record", (self.register, "contact_log")), said

    def leave(self):
        """nothing was complained of on the way"""
        self.person.leave("ctrl+q")
        warnings = self.person.new_warnings()
        assert not warnings, warnings


if __name__ == "__main__":
    for name in ("GTK_USE_PORTAL", "LC_ALL", "LANGUAGE"):
        os.environ.pop(name, None)
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as home:
        status = steps.run(Stay(sys.argv[1], home))
    print(f"# {time.monotonic() - started:.0f} s")
    sys.exit(status)
