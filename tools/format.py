#!/usr/bin/env python3
"""Puts the sources into the common format: format.py [--check] SOURCE_DIR

Bodies of C functions, but for the tables in them, by clang-format (.clang-format), the parameters above them in columns,
Blueprint files by blueprint-compiler. With --check nothing is written: what would change is printed, and the exit status is 1 if
anything would.
"""
# SPDX-License-Identifier: GPL-3.0-or-later
import difflib
import pathlib
import re
import subprocess
import sys

# _("text") and _(text) are written without a space before the parenthesis, which clang-format would put there.
# It never sees them: they are hidden as a plain literal and as a plain name of the same width.
# Names first: a text of one word, hidden, would look like one.
HIDE = (
    (re.compile(r"\b_\((\w[\w.>\[\]-]*)\)"), r"_0\g<1>0"),
    (re.compile(r'\b(N?_)\("((?:[^"\\\n]|\\.)*)"\)'), '"\x01\\1(\\2)"'),
)
SHOW = (
    (re.compile(r'"\x01(N?_)\(((?:[^"\\\n]|\\.)*)\)"'), r'\1("\2")'),
    (re.compile(r"\b_0(\w[\w.>\[\]-]*?)0(?!\w)"), r"_(\1)"),
)

HEAD = re.compile(r"\w+ \((?=.*,$)")
PARAMETER = re.compile(r"( *)(\S.*?) *(\**)(\w+(?:\[\d*\])*[,)])$")
MOST = 120
SPACED = re.compile(r'\b(N?_|N?C_)( )(?=\(")')


def replace(text, pairs):
    for pattern, replacement in pairs:
        text = pattern.sub(replacement, text)
    return text


def close_up(text):
    """What could not be hidden, texts of several literals: without the space, and aligned as before."""
    lines = text.split("\n")
    for number, line in enumerate(lines):
        match = SPACED.search(line)
        while match is not None:
            column = match.end() + 1
            line = lines[number] = line[:match.start(2)] + line[match.end(2):]
            for below in range(number + 1, len(lines)):
                if len(lines[below]) - len(lines[below].lstrip()) != column:
                    break
                lines[below] = lines[below][1:]
            match = SPACED.search(line)
    return "\n".join(lines)


def bodies(text):
    """The first and last line number of every piece of a function's body, without the tables in it."""
    lines, start, in_table = text.split("\n"), None, False
    for number, line in enumerate(lines, 1):
        if line == "{" and number > 1 and lines[number - 2].endswith(")"):
            start = number
        elif start is None:
            continue
        elif line == "}":
            yield start, number
            start = None
        elif line.endswith("= {"):
            if start < number:
                yield start, number - 1
            in_table = True
        elif in_table and line.strip() == "};":
            start, in_table = number + 1, False


def format_c(path, text):
    ranges = [f"--lines={first}:{last}" for first, last in bodies(text)]
    if not ranges:
        return text
    done = subprocess.run(["clang-format", f"--assume-filename={path}", *ranges],
                          input=replace(text, HIDE), capture_output=True, text=True, check=True)
    return close_up(replace(done.stdout, SHOW))


def read_parameters(lines):
    """The type, the stars and the name of each parameter, and where its name begins; None for what is no plain one."""
    read = [PARAMETER.match(line) for line in lines if line.strip() != "...)"]
    return None if None in read else read


def columns(text):
    """The names of a definition's parameters below each other, behind its parenthesis: a rename moves some of them."""
    lines = text.split("\n")
    for first, line in enumerate(lines):
        head = HEAD.match(line)
        if head is None or not re.match(r"[A-Za-z_]", lines[first - 1]):
            continue
        last = next(number for number in range(first, len(lines)) if lines[number].endswith(")"))
        indent = len(head.group())
        read = read_parameters([" " * indent + lines[first][indent:], *lines[first + 1:last + 1]])
        if read is None or all(len(match[1]) == indent and match.start(4) == read[0].start(4) for match in read):
            continue
        width = max(len(match[2]) for match in read) + 1 + max(len(match[3]) for match in read)
        for number, match in enumerate(read, first):
            start = head.group() if number == first else " " * indent
            lines[number] = f"{start}{match[2]}{match[3].rjust(width - len(match[2]))}{match[4]}"
    return "\n".join(lines)


def tidy(text):
    """What holds for every line, also outside of functions."""
    lines = [line.expandtabs(8).rstrip() for line in text.split("\n")]
    return "\n".join(lines).rstrip("\n") + "\n"


def list_long_comments(name, text):
    """They are broken by hand: only who wrote a sentence knows where."""
    return [f"{name}:{number}: a comment of {len(line)} characters\n" for number, line in enumerate(text.split("\n"), 1)
            if len(line) > MOST and line.lstrip().startswith(("/*", "* "))]


def sources(root, pattern):
    return [path for folder in ("src", "tests") for path in sorted((root / folder).rglob(pattern))]


def format_all_c(root, check):
    good = True
    for path in sources(root, "*.[ch]"):
        old = path.read_text(encoding="utf-8")
        new = tidy(columns(format_c(path, old)) if path.suffix == ".c" else old)
        name = str(path.relative_to(root))
        long = list_long_comments(name, new) if check else []
        sys.stdout.writelines(long)
        good = good and not long
        if new == old:
            continue
        good = False
        if check:
            sys.stdout.writelines(difflib.unified_diff(old.splitlines(True), new.splitlines(True), name, name, n=1))
        else:
            path.write_text(new, encoding="utf-8")
    return good


def format_all_blueprints(root, check):
    paths = sorted((root / "resources").rglob("*.blp"))
    if not paths:
        return True
    fix = [] if check else ["--fix"]
    return subprocess.run(["blueprint-compiler", "format", *fix, *paths], check=False).returncode == 0


def main(arguments):
    check = "--check" in arguments
    root = pathlib.Path(arguments[-1]).resolve()
    good = format_all_c(root, check)
    good = format_all_blueprints(root, check) and good
    return 1 if check and not good else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
