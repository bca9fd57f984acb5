#!/usr/bin/env python3
"""Reads the Vietnamese catalogue as a clerk would: check-translation.py check SOURCE_DIR
                                             check-translation.py data DESKTOP_FILE METAINFO_FILE
                                             check-translation.py refuses SOURCE_DIR

check    every text is there, none is fuzzy, plural forms are those of Vietnamese, and each translation has what its English
         has: the same places for values, a letter for the keyboard, the same space and mark at its end; none is English
data     what the desktop shows of the program is in both languages: the menu entry and the description, as built
refuses  these checks, check-po and check-potfiles.py find what they are for: each mistake planted into a copy is reported
"""
# SPDX-License-Identifier: GPL-3.0-or-later
import configparser
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree

from catalogue import Catalogue

# Vietnamese has no plural: one form serves every number.
PLURAL = re.compile(r"^Plural-Forms: nplurals=1; plural=0;$", re.MULTILINE)
DIRECTIVE = re.compile(r"%(?:(\d+)\$)?[-+ #0']*\d*(?:\.\d+)?(?:hh|h|ll|l|z|j|t|L)?(?:<PRI\w+>|[a-zA-Z%])")
MNEMONIC = re.compile(r"_(?=\w)")
MARKS = ".?!:…;,"
WORD = re.compile(r"[a-z]{3}")
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
DESKTOP_KEYS = ("Name", "GenericName", "Comment", "Keywords")
METAINFO_TAGS = ("name", "summary", "p", "li", "caption")


def directives(text):
    """What stands in for values, in the order in which they are given."""
    found = list(DIRECTIVE.finditer(text))
    if any(match[1] for match in found):
        found.sort(key=lambda match: int(match[1] or 0))
    return [re.sub(r"\d+\$", "", match[0]) for match in found]


def edges(text):
    return text[:len(text) - len(text.lstrip())], text[len(text.rstrip()):]


def mark(text):
    last = text.rstrip()[-1:]
    return last if last in MARKS else ""


def wrong_in_translation(english, vietnamese):
    if directives(english) != directives(vietnamese):
        yield "other values stand in it"
    if len(MNEMONIC.findall(english)) != len(MNEMONIC.findall(vietnamese)):
        yield "a letter for the keyboard is missing, or one too many"
    if edges(english) != edges(vietnamese):
        yield "other space at its beginning or end"
    if mark(english) != mark(vietnamese):
        yield "it ends otherwise"
    if english == vietnamese and WORD.search(DIRECTIVE.sub("", english)):
        yield "still English"


def wrong_in_entry(entry):
    if "fuzzy" in entry.flags:
        yield "fuzzy"
    if not all(entry.translations) or not entry.translations:
        yield "not translated"
        return
    plural_names = {name for name in entry.fields if name.startswith("msgstr")}
    if plural_names != ({"msgstr[0]"} if entry.plural else {"msgstr"}):
        yield "not the plural forms of Vietnamese, which has one"
        return
    yield from wrong_in_translation(entry.plural or entry.msgid, entry.translations[0])
    if "..." in entry.msgid + entry.translations[0]:
        yield "three points for one …"


def wrong(source):
    catalogue = Catalogue(source / "po/vi.po")
    header = catalogue.header.translations[0]
    if not PLURAL.search(header):
        yield "the header: its plural forms are not those of Vietnamese"
    if "\nLanguage: vi\n" not in header or "charset=UTF-8" not in header:
        yield "the header: another language, or not UTF-8"
    for entry in catalogue.entries:
        for what in wrong_in_entry(entry):
            yield f"{entry.where}: “{entry.msgid}”: {what}"


def report(found):
    found = list(found)
    sys.stdout.writelines(f"{line}\n" for line in found)
    return not found


def check(source):
    return report(wrong(pathlib.Path(source)))


# --- what is built ---------------------------------------------------------


def wrong_desktop(path):
    desktop = configparser.RawConfigParser(delimiters=("=",), strict=False)
    desktop.optionxform = str
    desktop.read(path, encoding="utf-8")
    for section in desktop.sections():
        for key in DESKTOP_KEYS:
            if key in desktop[section] and not desktop[section].get(f"{key}[vi]"):
                yield f"{path}: [{section}] {key} is not in Vietnamese"


def wrong_metainfo(path):
    """Translations stand behind what they are of."""
    for parent in tree.parse(path).iter():
        children = list(parent)
        for tag in METAINFO_TAGS:
            originals = [child for child in children if child.tag == tag and child.get(LANGUAGE) is None
                         and child.get("translate") != "no" and parent.get("translate") != "no"]
            translated = [child for child in children if child.tag == tag and child.get(LANGUAGE) == "vi"]
            if parent.get(LANGUAGE) is None and len(originals) != len(translated):
                yield f"{path}: <{parent.tag}> has {len(originals)} <{tag}>, {len(translated)} in Vietnamese"


def check_data(desktop, metainfo):
    return report([*wrong_desktop(desktop), *wrong_metainfo(metainfo)])


# --- that mistakes are found -----------------------------------------------


def finds_itself(source):
    return "\n".join(wrong(source))


def run(*command):
    done = subprocess.run(command, check=False, capture_output=True, text=True, env=os.environ | {"LC_ALL": "C.UTF-8"})
    return "" if done.returncode == 0 else done.stdout + done.stderr


def finds_po(source):
    return run(str(pathlib.Path(__file__).parent / "check-po"), str(source))


def finds_potfiles(source):
    return run(sys.executable, str(pathlib.Path(__file__).parent / "check-potfiles.py"), str(source))


def replace(source, name, pattern, text):
    path = source / name
    changed, n = re.subn(pattern, text, path.read_text(encoding="utf-8"), count=1)
    assert n == 1, f"{name}: {pattern}"
    path.write_text(changed, encoding="utf-8")


def in_catalogue(pattern, text):
    return lambda source: replace(source, "po/vi.po", pattern, text)


def with_new_text(source):
    (source / "src/text/planted.c").write_text('_("Nobody has translated this");\n', encoding="utf-8")
    with (source / "po/POTFILES").open("a", encoding="utf-8") as potfiles:
        potfiles.write("src/text/planted.c\n")


def without_potfile(source):
    (source / "src/text/planted.c").write_text('_("Undo");\n', encoding="utf-8")


UNTRANSLATED = in_catalogue(r'msgid "Undo"\nmsgstr ".*"', 'msgid "Undo"\nmsgstr ""')
FUZZY = in_catalogue(r'msgid "Undo"\n', '#, fuzzy\nmsgid "Undo"\n')
PLANTED = [
    ("an untranslated text", UNTRANSLATED, finds_itself, "not translated"),
    ("an untranslated text", UNTRANSLATED, finds_po, "untranslated"),
    ("English for Vietnamese", in_catalogue(r'msgid "Undo"\nmsgstr ".*"', 'msgid "Undo"\nmsgstr "Undo"'), finds_itself,
     "still English"),
    ("a fuzzy text", FUZZY, finds_itself, "fuzzy"),
    ("a fuzzy text", FUZZY, finds_po, "review"),
    ("a text that is not in the catalogue", with_new_text, finds_po, "used but not defined"),
    ("a file that POTFILES lacks", without_potfile, finds_potfiles, "src/text/planted.c"),
    ("a file that POTFILES lists for nothing", lambda s: replace(s, "po/POTFILES", r"\A", "src/text/gone.c\n"),
     finds_potfiles, "src/text/gone.c"),
    ("two plural forms in the header", in_catalogue(r"nplurals=1; plural=0;", "nplurals=2; plural=(n != 1);"),
     finds_itself, "plural forms"),
    ("two plural forms in the header", in_catalogue(r"nplurals=1; plural=0;", "nplurals=2; plural=(n != 1);"),
     finds_po, "nplurals"),
    ("a second plural form", in_catalogue(r"(msgstr\[0\] )(.*\n)", r"\1\2msgstr[1] \2"), finds_itself, "which has one"),
    ("another value", in_catalogue(r'(msgid "Sent on %s"\nmsgstr ".*)%s', r"\1%u"), finds_itself, "other values"),
    ("a value that is missing", in_catalogue(r'(msgid "Sent on %s"\nmsgstr ".*)%s', r"\1"), finds_itself, "other values"),
    ("values in another order", in_catalogue(r'(msgid "Page %u of %u"\nmsgstr ").*"', r'\1%2$u %1$s"'), finds_itself,
     "other values"),
    ("no letter for the keyboard", in_catalogue(r'(msgid "_Print"\nmsgstr ")_', r"\1"), finds_itself, "keyboard"),
    ("a space at the end", in_catalogue(r'(msgid "Undo"\nmsgstr ".*)"', r'\1 "'), finds_itself, "other space"),
    ("no points at the end", in_catalogue(r'(msgid "_Mark as Sent…"\nmsgstr ".*)…', r"\1"), finds_itself, "ends otherwise"),
    ("three points", in_catalogue(r'(msgid "Undo"\nmsgstr ".*)"', r'\1..."'), finds_itself, "three points"),
    ("the menu entry untranslated", in_catalogue(r'(msgid "Register of a friendship union"\nmsgstr ").*"', r'\1"'),
     finds_itself, "desktop.in"),
]


def plant(source, planting, finding, expected):
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder)
        for part in ("po",) if finding is finds_itself else ("po", "src", "resources", "data"):
            shutil.copytree(source / part, copy / part)
        planting(copy)
        return expected in finding(copy)


def check_built(source):
    """A copy of the menu entry and of the description, without a line of their Vietnamese."""
    with tempfile.TemporaryDirectory() as folder:
        desktop, metainfo = pathlib.Path(folder, "a.desktop"), pathlib.Path(folder, "a.xml")
        desktop.write_text("[Desktop Entry]\nName=A\nName[vi]=A\nComment=B\n", encoding="utf-8")
        metainfo.write_text('<component><name>A</name><name xml:lang="vi">A</name><description><p>B</p></description>'
                            "</component>", encoding="utf-8")
        said = [*wrong_desktop(desktop), *wrong_metainfo(metainfo)]
        return len(said) == 2 and "Comment" in said[0] and "<p>" in said[1]


def check_refuses(source):
    missed = [name for name, planting, finding, expected in PLANTED
              if not plant(pathlib.Path(source).resolve(), planting, finding, expected)]
    if not check_built(source):
        missed.append("the menu entry or the description without Vietnamese")
    return report(f"{name} was not noticed" for name in missed)


def main(what, *paths):
    return 0 if {"check": check, "data": check_data, "refuses": check_refuses}[what](*paths) else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
