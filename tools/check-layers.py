#!/usr/bin/env python3
"""Refuses upward includes: check-layers.py includes|refuses|compiler SOURCE_DIR [BUILD_DIR]

includes  every #include in src/ names a header of the same layer, of one below, or of a library open to it
refuses   the check above finds what it is for: an upward include planted into a copy is reported
compiler  the build itself refuses it: with the flags of each layer, a header of a layer above is not found
"""
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

BELOW = {
    "text": set(),
    "help": {"text"},
    "kind": {"text"},
    "store": {"text", "kind"},
    "sample": {"text", "kind", "store"},
    "search": {"text", "kind", "store"},
    "report": {"text", "kind", "store"},
    "paper": {"text", "kind", "store", "report"},
    "cli": {"text", "kind", "store", "sample", "report", "paper"},
    "model": {"text", "kind", "store", "report", "paper"},
    "ui": {"text", "help", "kind", "store", "report", "paper", "model"},
    "app": {"text", "help", "kind", "store", "sample", "report", "paper", "cli", "model", "ui"},
}
# Headers of libraries that are not everybody's business.
LIBRARIES = {
    r"gtk/.*|gdk/.*|adwaita\.h": {"ui", "app"},
    r"gio/.*": {"help", "store", "sample", "search", "report", "paper", "cli", "model", "ui", "app"},
    r"cairo.*|pango/.*": {"paper", "ui"},
    r"sqlite3\.h": {"store"},
    r"xlsxwriter.*": {"report"},
    r"json-glib/.*": {"report", "cli"},
}
INCLUDE = re.compile(r'^\s*#\s*include\s+([<"])([^>"]+)[>"]', re.MULTILINE)


def layers(source):
    return [layer for layer in BELOW if any((source / "src" / layer).rglob("*.[ch]"))]


def headers(source, layer):
    return sorted((source / "src" / layer).rglob("*.h"))


def wrong_includes(source):
    owner = {header.name: layer for layer in layers(source) for header in headers(source, layer)}
    for layer in layers(source):
        for path in sorted((source / "src" / layer).rglob("*.[ch]")):
            for quote, name in INCLUDE.findall(path.read_text(encoding="utf-8")):
                where = f"{path.relative_to(source)}: #include {name}"
                if quote == '"':
                    other = owner.get(pathlib.PurePath(name).name)
                    if "/" in name:
                        yield f"{where}: by its bare name, so that the layer's own include folders decide"
                    elif other is not None and other != layer and other not in BELOW[layer]:
                        yield f"{where}: {layer} does not stand on {other}"
                for pattern, allowed in LIBRARIES.items():
                    if re.fullmatch(pattern, name) and layer not in allowed:
                        yield f"{where}: a library that {layer} does not use"


def check_includes(source):
    wrong = list(wrong_includes(source))
    sys.stdout.writelines(f"{line}\n" for line in wrong)
    return not wrong


def upward_pairs(source):
    """(layer, a header of a layer that it must not see)"""
    present = layers(source)
    for layer in present:
        for other in present:
            if other != layer and other not in BELOW[layer] and headers(source, other):
                yield layer, headers(source, other)[0]


def check_refuses(source):
    pairs = list(upward_pairs(source))
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder)
        shutil.copytree(source / "src", copy / "src")
        for number, (layer, header) in enumerate(pairs):
            planted = copy / "src" / layer / f"planted-{number}.c"
            planted.write_text(f'#include "{header.name}"\n', encoding="utf-8")
        wrong = "".join(wrong_includes(copy))
    unseen = [pair for number, pair in enumerate(pairs) if f"planted-{number}.c" not in wrong]
    for layer, header in unseen:
        print(f"{header.name} in {layer} was not noticed")
    return not unseen


def flags_of(source, build):
    """The compiler and its include flags, by layer."""
    found = {}
    for entry in json.loads((build / "compile_commands.json").read_text(encoding="utf-8")):
        path = (pathlib.Path(entry["directory"]) / entry["file"]).resolve()
        if path.is_relative_to(source / "src"):
            command = shlex.split(entry["command"])
            if pathlib.PurePath(command[0]).name == "ccache":
                command.pop(0)
            flags = [part for part in command if part.startswith(("-I", "-D", "-std", "-isystem"))]
            # Where there is a ccache, Meson puts it in front.
            compiler = command[:2] if pathlib.PurePath(command[0]).name == "ccache" else command[:1]
            found.setdefault(path.relative_to(source / "src").parts[0], (entry["directory"], [*compiler, *flags]))
    return found


def finds(flags, header):
    directory, command = flags
    done = subprocess.run([*command, "-E", "-x", "c", "-o", "/dev/null", "-"], cwd=directory, check=False,
                          input=f'#include "{header}"\n', capture_output=True, text=True)
    return done.returncode == 0


def check_compiler(source, build):
    flags, good = flags_of(source, build), True
    for layer in flags:
        if headers(source, layer) and not finds(flags[layer], headers(source, layer)[0].name):
            print(f"{layer} does not find its own {headers(source, layer)[0].name}: this test tests nothing")
            good = False
    for layer, header in upward_pairs(source):
        if layer in flags and finds(flags[layer], header.name):
            print(f"{layer} can include {header.name}, which is above it")
            good = False
    return good and bool(flags)


def main(what, *folders):
    checks = {"includes": check_includes, "refuses": check_refuses, "compiler": check_compiler}
    return 0 if checks[what](*(pathlib.Path(folder).resolve() for folder in folders)) else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
