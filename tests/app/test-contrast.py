# What is written can be read, on the pages as they are painted, and in high contrast it stands out more. Where a dialog is
# painted GTK 4.18 does not tell: they have the same style. test-contrast.py PROGRAM
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import subprocess
import sys
import tempfile

import steps
from accessible import Role, children, wait
from audit import called, look_over, place_of
from person import Person
from walker import Walker

HIGH = {"ADW_DEBUG_HIGH_CONTRAST": "1"}
# Small letters are thinner than a pixel: as painted, what has 4.5 to 1 is seen with 3 and more, and 7 with 4.5.
LOOKS = (
    ("usual", {}, 3),
    ("dark", {"ADW_DEBUG_COLOR_SCHEME": "prefer-dark"}, 3),
    ("high contrast", HIGH, 4.5),
    ("dark high contrast", {**HIGH, "ADW_DEBUG_COLOR_SCHEME": "prefer-dark"}, 4.5),
)
ROWS = 5  # of a table that are read
CURSOR = 300  # bytes of a picture that blink
TRIES = 20
HEAD = 40  # pixels
SMALL = 8  # pixels, below which nothing is read


def luminance(colour):
    """Of red, green and blue from 0 to 255, as WCAG 2.1 reckons it."""
    parts = [value / 255 for value in colour]
    parts = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in parts]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one, other):
    lights = sorted((luminance(one), luminance(other)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


class Picture:
    """What the window shows now."""

    def __init__(self, window):
        shot = subprocess.run(["import", "-silent", "-window", window, "-depth", "8", "ppm:-"], check=True,
                              capture_output=True).stdout
        _, size, _, self.pixels = shot.split(b"\n", 3)
        self.width, self.height = (int(length) for length in size.split())

    def differs(self, other):
        """In how many bytes, or in more than any cursor."""
        if len(self.pixels) != len(other.pixels):
            return CURSOR
        return sum(one != another for one, another in zip(self.pixels, other.pixels))

    def at(self, x, y):
        start = 3 * (y * self.width + x)
        return tuple(self.pixels[start:start + 3])

    def strongest(self, area):
        """How what is written stands out from what is most of an area."""
        left, top, width, height = area
        colours = [self.at(x, y) for y in range(max(top, 0), min(top + height, self.height))
                   for x in range(max(left, 0), min(left + width, self.width))]
        if not colours:
            return None
        ground = max(set(colours), key=colours.count)
        return max(contrast(ground, colour) for colour in set(colours))


class Reader(Walker):
    def __init__(self, program, folder):
        super().__init__(program, folder)
        self.steps = tuple(self.make_step(name, self.read_pages, environment, least)
                           for name, environment, least in LOOKS)

    def sit_down(self):
        """Each look begins anew."""

    def read(self, page, least):
        """Every label that is seen but of what cannot be used, which is faint."""
        picture = self.take_picture()
        offset = self.shadow(picture)
        words = [seen.node for seen in look_over(self.person.top())
                 if seen.role in (Role.LABEL, Role.HEADING, Role.TEXT) and seen.is_sensitive]
        if self.person.top() == self.person.application:
            words += [cell for row in self.person.rows()[:ROWS] for cell in children(row)]
        for node in words:
            left, top, width, height = place_of(node)
            if min(width, height) < SMALL or not node.get_name().strip():
                continue
            if top < HEAD or top + height > picture.height - 2 * offset:
                continue  # GTK 4.18 misplaces what is in a head; or it is not seen as a whole
            found = picture.strongest((left + offset, top + offset, width, height))
            if found is not None and found < least:
                self.findings.append(f"{page}: {found:.1f} to 1: {called(node)}")

    def take_picture(self):
        """Of the window at rest, but for a cursor that blinks."""
        before = None
        for _ in range(TRIES):
            now = Picture(self.person.window)
            if before is not None and now.differs(before) < CURSOR:
                break
            before = now
        return now

    def shadow(self, picture):
        """How far the window’s content is from the edge of the picture: its shadow."""
        frame = wait("the window", lambda: next((seen for seen in look_over(self.person.application)
                                                 if seen.role == Role.FRAME), None))
        _, _, width, _ = place_of(frame.node)
        return max((picture.width - width) // 2, 0)

    def read_pages(self, environment, least):
        if self.person is not None:
            self.person.end()
        self.person = Person(self.program, [self.register], **environment)
        self.person.wait_names("the organizations", lambda names: len(names) > 10)
        self.select_record()
        self.read("the list", least)
        self.person.press("ctrl+h")
        self.person.find(Role.ENTRY, lambda node: node.get_name() == "Search the history")
        self.read("the history", least)
        self.person.press("alt+Left")
        wait("the list again", self.person.shown_list)
        self.person.choose_entry("F10", "_Sent Reports…")
        self.person.find(Role.LIST, "Late")
        self.read("the sent reports", least)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        sys.exit(steps.run(Reader(sys.argv[1], home)))
