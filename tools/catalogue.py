"""A catalogue of translations, as gettext keeps it in a .po file."""
# SPDX-License-Identifier: GPL-3.0-or-later
import ast
import re

FIELD = re.compile(r'^(?:(msgctxt|msgid|msgid_plural|msgstr(?:\[\d+\])?) )?(".*")$')


class Entry:
    def __init__(self, block):
        self.flags, self.places, self.fields = set(), [], {}
        name = None
        for line in block:
            if line.startswith("#,"):
                self.flags.update(flag.strip() for flag in line[2:].split(","))
            elif line.startswith("#:"):
                self.places += line[2:].split()
            elif match := FIELD.match(line):
                name = match[1] or name
                # A po file's strings are those of C; Python reads the same escapes.
                self.fields[name] = self.fields.get(name, "") + ast.literal_eval(match[2])

    @property
    def msgid(self):
        return self.fields.get("msgid", "")

    @property
    def plural(self):
        return self.fields.get("msgid_plural")

    @property
    def translations(self):
        return [text for name, text in self.fields.items() if name.startswith("msgstr")]

    @property
    def where(self):
        return self.places[0] if self.places else "the header"


class Catalogue:
    """The entries of a file, without its header and without those that are out of use."""

    def __init__(self, path):
        blocks = re.split(r"\n\s*\n", path.read_text(encoding="utf-8"))
        found = [Entry(block.splitlines()) for block in blocks]
        self.header = next(entry for entry in found if "msgid" in entry.fields and not entry.msgid)
        self.entries = [entry for entry in found if entry.msgid]
