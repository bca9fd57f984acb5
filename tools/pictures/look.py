#!/usr/bin/env python3
"""The pictures of one look: look.py FOLDER REGISTERS LOOK PART..., inside tools/with-display; REGISTERS is a folder with
those that tools/screenshots has made. A picture that could not be taken is a line on standard output, and the exit
status is 1 then."""
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import sys
import tempfile

from photographer import Photographer
import list_shots
import report_shots
import scenes
import start_shots
import window_shots


def main(folder, registers, look_name, parts):
    with tempfile.TemporaryDirectory() as home:
        one = Photographer(folder, home, look_name)
        kinds = scenes.Kinds(look_name.split("-")[0])
        full, empty, many = (scenes.copy_of(os.path.join(registers, name), home, name)
                             for name in ("mau.huunghi", "moi.huunghi", "lon.huunghi"))
        takes = {
            "lists": lambda: list_shots.shoot_lists(one, kinds, full),
            "first-lists": lambda: list_shots.shoot_first_lists(one, kinds, full),
            "empty": lambda: list_shots.shoot_empty(one, kinds, empty),
            "forms": lambda: list_shots.shoot_forms(one, kinds, full),
            "many": lambda: list_shots.shoot_many(one, many),
            "starts": lambda: start_shots.shoot_starts(one, full),
            "clash": lambda: start_shots.shoot_clash(one, kinds),
            "reports": lambda: report_shots.shoot_reports(one, full),
            "window": lambda: window_shots.shoot_window(one, full),
        }
        for part in parts:
            takes[part]()
        return 1 if one.missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], sys.argv[3], sys.argv[4:]))
