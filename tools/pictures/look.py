#!/usr/bin/env python3
"""The pictures of one look: look.py FOLDER built|flatpak LOOK PART..., on a display of its own (tools/with-display, or
tests/flatpak/own-world for the Flatpak). A picture that could not be taken is a line on standard output, and the exit
status is 1 then."""
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import sys
import tempfile

from program import Installed, Program
from photographer import Photographer
import list_shots
import report_shots
import start_shots
import window_shots

MANY = 100_000  # people in a large register


def make_register(program, name, verb, *options):
    path = os.path.join(program.folder, f"{name}.huunghi")
    if not os.path.exists(path):
        program.ask(verb, path, *options)
    return path


def main(folder, which, look_name, parts):
    with tempfile.TemporaryDirectory() as place:
        program = {"built": Program, "flatpak": Installed}[which](os.path.join(place, "home"))
        one = Photographer(folder, program, look_name)

        def full():
            return make_register(program, "mau", "sample")

        def empty():
            return make_register(program, "moi", "new")

        def many():
            return make_register(program, "lon", "generate", "--people", str(MANY))
        takes = {
            "lists": lambda: list_shots.shoot_lists(one, full()),
            "first-lists": lambda: list_shots.shoot_first_lists(one, full()),
            "empty": lambda: list_shots.shoot_empty(one, empty()),
            "forms": lambda: list_shots.shoot_forms(one, full()),
            "many": lambda: list_shots.shoot_many(one, many()),
            "starts": lambda: start_shots.shoot_starts(one, full()),
            "clash": lambda: start_shots.shoot_clash(one),
            "reports": lambda: report_shots.shoot_reports(one, full()),
            "window": lambda: window_shots.shoot_window(one, full()),
        }
        for part in parts:
            takes[part]()
        return 1 if one.missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], sys.argv[3], sys.argv[4:]))
