#!/usr/bin/env python3
"""Checks the guide against itself and against the program: check-help.py check|refuses SOURCE_DIR

check    the pages of help/ are the same in all languages and are those of help/meson.build; every link leads somewhere,
         and every page is reached from the index; a word that a page says is in the program is there; the keys are the
         same in all languages; F1 leads to pages that there are
refuses  the check above finds what it is for: each mistake planted into a copy is reported
"""
# SPDX-License-Identifier: GPL-3.0-or-later
import pathlib
import re
import shutil
import sys
import tempfile
import xml.etree.ElementTree as tree

from catalogue import Catalogue

MALLARD = "{http://projectmallard.org/1.0/}"
LANGUAGES = ("C", "vi")
INDEX = "index"
# Both languages of a word of a record's fields stand in the tables of its kind.
LABEL = re.compile(r'\{ ("(?:[^"\\]|\\.)*"),\s*("(?:[^"\\]|\\.)*") \}')


def words_of(element):
    return " ".join("".join(element.itertext()).split())


class Page:
    def __init__(self, path):
        self.name = path.stem
        self.root = tree.parse(path).getroot()
        self.id = self.root.get("id")
        self.sections = [section.get("id") for section in self.root.iter(f"{MALLARD}section")]

    def links(self, kind=None):
        return [link.get("xref") for link in self.root.iter(f"{MALLARD}link") if link.get("type") == kind]

    def words(self):
        return [words_of(gui) for gui in self.root.iter(f"{MALLARD}gui")]

    def quotations(self):
        """What a page says that the program says: the pieces of it between the … that stand for names."""
        titles = [words_of(title) for title in self.root.iter(f"{MALLARD}title")]
        return [piece.strip() for title in titles if title.startswith("“") and title.endswith("”")
                for piece in title[1:-1].split("…") if piece.strip()]

    def keys(self):
        return sorted(words_of(key) for key in self.root.iter(f"{MALLARD}key"))

    def sort(self):
        return [words_of(title) for title in self.root.iter(f"{MALLARD}title") if title.get("type") == "sort"]


def plain(words):
    """As the guide writes a word of the program: without the key that it has, and without dots behind."""
    return re.sub(r"_(?=\w)", "", words).removesuffix("…")


def known_words(source):
    """The words of the program, by language."""
    known = {language: set() for language in LANGUAGES}
    for entry in Catalogue(source / "po/vi.po").entries:
        known["C"].update(plain(text) for text in (entry.msgid, entry.plural) if text)
        known["vi"].update(plain(text) for text in entry.translations if text)
    for path in (source / "src/kind/kinds").glob("*.c"):
        for english, vietnamese in LABEL.findall(path.read_text(encoding="utf-8")):
            known["C"].add(english.strip('"'))
            known["vi"].add(vietnamese.strip('"'))
    return known


def read_pages(source, language):
    return {path.stem: Page(path) for path in sorted((source / "help" / language).glob("*.page"))}


def listed_pages(source):
    text = (source / "help/meson.build").read_text(encoding="utf-8")
    return re.findall(r"'([a-z-]+)'", re.search(r"help_pages = \[(.*?)\]", text, re.DOTALL)[1])


def resolves(pages, target):
    name, _, section = target.partition("#")
    return name in pages and (not section or section in pages[name].sections)


def wrong_links(pages):
    for page in pages.values():
        for kind in (None, "guide", "seealso"):
            for target in page.links(kind):
                if not resolves(pages, target):
                    yield page.name, f"the link to {target} leads nowhere"
        if page.name != INDEX and not any(target.startswith(f"{INDEX}#") for target in page.links("guide")):
            yield page.name, "no section of the index leads here"
    for section in pages[INDEX].sections:
        if not any(f"{INDEX}#{section}" in page.links("guide") for page in pages.values()):
            yield INDEX, f"section {section} leads nowhere"


def wrong_in_page(page, known):
    if page.id != page.name:
        yield page.name, f"its id is {page.id}"
    if len(set(page.sections)) != len(page.sections) or None in page.sections:
        yield page.name, "sections need an id each, of their own"
    for words in page.words():
        if words not in known:
            yield page.name, f"the program does not say “{words}”"
    for piece in page.quotations():
        if not any(piece in text for text in known):
            yield page.name, f"no message has “{piece}” in it"


def wrong_between(one, other):
    """What must not depend on the language."""
    for what in ("sections", "sort", "keys", "guides", "others"):
        first, second = ({
            "sections": page.sections, "sort": page.sort(), "keys": page.keys(),
            "guides": page.links("guide"), "others": sorted(page.links("seealso") + page.links()),
        }[what] for page in (one, other))
        if first != second:
            yield one.name, f"{what} differ by language: {first} and {second}"


def wrong_contexts(source, pages):
    """The tables that F1 goes by: a class, tab or kind, and its page."""
    path = source / "src/ui/window/hn-window-help.c"
    text = path.read_text(encoding="utf-8")
    declared = {"Hn" + "".join(part.capitalize() for part in name.split("_"))
                for header in (source / "src/ui").rglob("*.h")
                for name in re.findall(r"G_DECLARE_\w+_TYPE \(\w+, hn_(\w+)", header.read_text(encoding="utf-8"))}
    classes = re.findall(r'\{ "(Hn\w+)", "', text)
    targets = re.findall(r'(?:\{ "\w+",|\] =) "([a-z#-]+)"', text) + re.findall(r'[?:] "([a-z#-]+)"', text)
    if not classes or len(targets) < len(classes) + 4:
        yield path.name, "its tables are not found"
    for name in classes:
        if name not in declared:
            yield path.name, f"there is no {name}"
    for target in targets:
        if not resolves(pages, target):
            yield path.name, f"F1 leads to {target}, which is not there"


def wrong(source):
    known, books = known_words(source), {language: read_pages(source, language) for language in LANGUAGES}
    listed = listed_pages(source)
    for language, pages in books.items():
        if sorted(pages) != sorted(listed):
            yield language, f"help/meson.build lists other pages: {sorted(set(pages) ^ set(listed))}"
            continue
        for page in pages.values():
            yield from ((f"{language}/{name}", what) for name, what in wrong_in_page(page, known[language]))
        yield from ((f"{language}/{name}", what) for name, what in wrong_links(pages))
    if all(sorted(pages) == sorted(listed) for pages in books.values()):
        for name in listed:
            yield from wrong_between(books["C"][name], books["vi"][name])
        yield from wrong_contexts(source, books["C"])


def check(source):
    found = list(wrong(source))
    for where, what in found:
        print(f"{where}: {what}")
    return not found


def replace(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{path}: {old}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


# A mistake, and a word of what is said of it.
PLANTED = {
    "a page that is not listed": (lambda s: shutil.copy(s / "help/C/find.page", s / "help/C/lost.page"), "lists other"),
    "a page in one language": (lambda s: (s / "help/vi/find.page").unlink(), "lists other"),
    "another id": (lambda s: replace(s / "help/C/find.page", 'id="find"', 'id="found"'), "its id is"),
    "a link that leads nowhere": (lambda s: replace(s / "help/C/search.page", 'xref="filters"', 'xref="filter"'),
                                  "leads nowhere"),
    "a section that is not there": (lambda s: replace(s / "help/vi/forms.page", "report#explain", "report#no"),
                                    "leads nowhere"),
    "a page beside the index": (lambda s: replace(s / "help/C/find.page", "index#find-change", "search"),
                                "no section of the index"),
    "an English word": (lambda s: replace(s / "help/C/filters.page", "<gui>Clear Filters", "<gui>Clean Filters"),
                        "does not say “Clean Filters”"),
    "a Vietnamese word": (lambda s: replace(s / "help/vi/filters.page", "<gui>Bỏ bộ lọc", "<gui>Xóa bộ lọc"),
                          "does not say “Xóa bộ lọc”"),
    "a message": (lambda s: replace(s / "help/vi/trouble.page", "đã bị hỏng", "bị hư"), "no message has"),
    "another key": (lambda s: replace(s / "help/vi/find.page", "<key>K</key>", "<key>J</key>"), "keys differ"),
    "another section": (lambda s: replace(s / "help/vi/fill-in.page", 'id="dates"', 'id="days"'), "sections differ"),
    "two sections of one id": (lambda s: replace(s / "help/C/fill-in.page", 'id="dates"', 'id="numbers"'),
                               "an id each"),
    "F1 in a dialog that is gone": (lambda s: replace(s / "src/ui/window/hn-window-help.c", "HnBulkEdit", "HnBulkCopy"),
                                    "no HnBulkCopy"),
    "F1 into nothing": (lambda s: replace(s / "src/ui/window/hn-window-help.c", '"change-many" }', '"change" }'),
                        "F1 leads to change"),
}


def copy_of(source, folder):
    copy = pathlib.Path(folder)
    for part in ("help", "po", "src/kind/kinds", "src/ui"):
        shutil.copytree(source / part, copy / part)
    return copy


def check_refuses(source):
    good = True
    for name, (plant, expected) in PLANTED.items():
        with tempfile.TemporaryDirectory() as folder:
            copy = copy_of(source, folder)
            plant(copy)
            if not any(expected in what for _, what in wrong(copy)):
                print(f"{name} was not noticed")
                good = False
    return good


def main(what, source):
    return 0 if {"check": check, "refuses": check_refuses}[what](pathlib.Path(source).resolve()) else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
