#!/usr/bin/env python3
"""Holds the headers against the sources: check-docs.py SOURCE_DIR

Every function that a header of src/ declares is defined, says what it does in a doc comment where it is defined, of no
parameter that it does not have, and is called from another file than its own: one that nobody else calls is static.

And the pages for people (README.md, CONTRIBUTING.md, docs/) link to, and name, only files and functions that are there.
"""
# SPDX-License-Identifier: GPL-3.0-or-later
import pathlib
import re
import sys

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
TEXT = re.compile(r'"(?:[^"\\\n]|\\.)*"')
# A name of ours before a parenthesis, at the end of what is a type: not in a macro, not in a typedef.
DECLARED = re.compile(r"^(?!typedef|#|G_D|return)[A-Za-z_][\w \t\n*]*?[\s*](hn_\w+)\s*\(", re.MULTILINE)
DEFINED = re.compile(r"^(hn_\w+) \(([^)]*(?:\([^)]*\)[^)]*)*)\)\n\{", re.MULTILINE)
PARAMETER = re.compile(r"(\w+)(?:\[\d*\])*\s*(?:,|$)")
TOLD = re.compile(r"^ \* @(\w+):", re.MULTILINE)
NAME = re.compile(r"\bhn_\w+")
# In a page: a link, a file by its name or path (not one of which a part stands in capitals), a function.
LINK = re.compile(r"\]\(([^)#:]+)[)#]")
FILE = re.compile(r"`((?:hn-|[a-z]+/)[\w./-]*\.(?:c|h|py|sql|csv|blp|xml|md|css|page))`")
PATTERN = re.compile(r"[A-Z]{2,}")
CALLED = re.compile(r"`(hn_\w+) ?\(")
# Names that GObject's macros define.
MADE = re.compile(r"_get_type$|_error_quark$")


def bare(text):
    return TEXT.sub('""', COMMENT.sub("", text))


def declared(source):
    """The names that headers declare, and in which."""
    found = {}
    for header in sorted((source / "src").rglob("*.h")):
        text = re.sub(r"^#.*(?:\\\n.*)*", "", bare(header.read_text(encoding="utf-8")), flags=re.MULTILINE)
        for name in DECLARED.findall(text):
            if not MADE.search(name):
                found[name] = header
    return found


def definitions(source):
    """For each name that is defined: the file, the comment right above its type, or None, and its parameters."""
    for path in sorted((source / "src").rglob("*.[ch]")):
        text = path.read_text(encoding="utf-8")
        for match in DEFINED.finditer(text):
            above = text[:match.start()].rstrip("\n").split("\n")
            # The line of the return type.
            above.pop()
            before = "\n".join(above)
            comment = None
            if before.endswith("*/"):
                comment = before[before.rindex("/*"):]
            yield match.group(1), path, comment, set(PARAMETER.findall(match.group(2)))


def says_what(name, comment):
    if comment is None or not comment.startswith(f"/**\n * {name}:"):
        return False
    words = re.sub(r"[\s*]+", " ", comment.split(":", 1)[1]).strip(" /")
    return words != ""


def uses(source):
    """For each name, the files where it stands; its header counts where it stands there a second time, in a macro."""
    found = {}
    for folder in ("src", "tests"):
        for path in sorted((source / folder).rglob("*.[ch]")):
            names = NAME.findall(bare(path.read_text(encoding="utf-8")))
            for name in set(names):
                if path.suffix == ".c" or names.count(name) > 1:
                    found.setdefault(name, set()).add(path)
    return found


def spoken(source):
    """Names in quotation marks: functions of SQL."""
    return {name for path in (source / "src").rglob("*.c")
            for name in re.findall(r'"(hn_\w+)"', path.read_text(encoding="utf-8"))}


def wrong_in_pages(source, known):
    names = {path.name for folder in ("src", "tests", "tools") for path in (source / folder).rglob("*.*")}
    for page in [source / "README.md", source / "CONTRIBUTING.md", *sorted((source / "docs").rglob("*.md"))]:
        text, where = page.read_text(encoding="utf-8"), page.relative_to(source)
        for link in LINK.findall(text):
            if not (page.parent / link).exists():
                yield f"{where}: links to {link}, which is not there"
        for name in FILE.findall(text):
            there = (source / name).exists() if "/" in name else name in names or (source / name).exists()
            if not there and not PATTERN.search(name):
                yield f"{where}: names {name}, which is not there"
        for name in CALLED.findall(text):
            if name not in known:
                yield f"{where}: names {name}(), which is not there"


def main(source):
    wrong, where = [], {}
    headers = declared(source)
    for name, path, comment, parameters in definitions(source):
        if name not in headers:
            continue
        where[name] = path
        if not says_what(name, comment):
            wrong.append(f"{path.relative_to(source)}: {name}() without a doc comment that says what it does")
            continue
        for told in TOLD.findall(comment):
            if told not in parameters:
                wrong.append(f"{path.relative_to(source)}: {name}() has no parameter @{told}")

    used = uses(source)
    for name, header in headers.items():
        if name not in where:
            wrong.append(f"{header.relative_to(source)}: {name}() is defined nowhere")
        elif not used[name] - {where[name]} and where[name] != header:
            wrong.append(f"{header.relative_to(source)}: {name}() is used in its own file only")

    wrong += wrong_in_pages(source, where.keys() | spoken(source))

    sys.stdout.writelines(f"{line}\n" for line in sorted(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]).resolve()))
