#!/usr/bin/env python3
"""Follows every way through the functions of src/, by gcc -fanalyzer: check-analyzer.py SOURCE_DIR BUILD_DIR [PART...]

It finds what is used after it was freed, freed twice, or not at all where something fails, and pointers that may be NULL.
Nothing may be said. A file is looked at again only when it, a header that it includes, its flags or the compiler have
changed: what was found clean is remembered in BUILD_DIR. With PART, only files with that in their names.
"""
# SPDX-License-Identifier: GPL-3.0-or-later
import concurrent.futures
import hashlib
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys

# No widgets: they belong to GTK, which frees them by rules that a compiler cannot know.
LAYERS = {"text", "help", "kind", "store", "sample", "search", "report", "paper", "cli", "model"}
# With optimization it sees through GLib's inline functions and macros, and complains of less that cannot be.
# It cannot follow an index that is a difference of two numbers through their comparison; the sanitizers can.
FLAGS = ["-O2", "-g0", "-fanalyzer", "-Wno-analyzer-out-of-bounds", "-fdiagnostics-color=never", "-S", "-o", os.devnull]


def commands(source, build):
    """For each file of the layers: where it is compiled, by what, and into which object."""
    for entry in json.loads((build / "compile_commands.json").read_text(encoding="utf-8")):
        path = pathlib.Path(os.path.normpath(os.path.join(entry["directory"], entry["file"])))
        if not path.is_relative_to(source / "src") or path.relative_to(source / "src").parts[0] not in LAYERS:
            continue
        words = shlex.split(entry["command"])
        if pathlib.PurePath(words[0]).name == "ccache":
            words.pop(0)
        kept = [word for word in words if word not in ("-c", "-MD")]
        for option in ("-MQ", "-MF", "-o"):
            at = kept.index(option)
            del kept[at:at + 2]
        yield path, entry["directory"], [*kept, *FLAGS], entry["output"]


def dependencies(build):
    """What each object was made from, as ninja remembers it."""
    told = subprocess.run(["ninja", "-C", build, "-t", "deps"], capture_output=True, text=True, check=True).stdout
    found, name = {}, None
    for line in told.split("\n"):
        if line.startswith("    "):
            found[name].append(line.strip())
        elif ": #deps" in line:
            name = line.split(": #deps")[0]
            found[name] = []
    return found


class Cache:
    """Remembers of which state of a file and of all that it includes nothing was to be said."""

    def __init__(self, build, compiler):
        self.folder = build / "analyzed"
        self.folder.mkdir(exist_ok=True)
        self.made_from = dependencies(build)
        self.version = subprocess.run([compiler, "--version"], capture_output=True, check=True).stdout
        self.states = {}
        self.used = set()

    def state(self, path):
        if path not in self.states:
            self.states[path] = hashlib.sha256(pathlib.Path(path).read_bytes()).digest()
        return self.states[path]

    def key(self, path, directory, command, output):
        whole = hashlib.sha256(self.version)
        whole.update("\0".join(command).encode())
        whole.update(self.state(str(path)))
        for name in self.made_from.get(output, ()):
            whole.update(self.state(os.path.normpath(os.path.join(directory, name))))
        name = re.sub(r"\W", "-", path.name) + "-" + whole.hexdigest()[:32]
        self.used.add(name)
        return self.folder / name

    def forget_others(self):
        for path in self.folder.iterdir():
            if path.name not in self.used:
                path.unlink()


def analyze(directory, command, key):
    if key.exists():
        return ""
    done = subprocess.run(command, cwd=directory, capture_output=True, text=True, check=False)
    if done.returncode == 0 and done.stderr == "":
        key.touch()
    return done.stderr or ("" if done.returncode == 0 else f"{shlex.join(command)} failed\n")


def main(source, build, *parts):
    source, build = pathlib.Path(source).resolve(), pathlib.Path(build).resolve()
    todo = [job for job in commands(source, build) if not parts or any(part in str(job[0]) for part in parts)]
    if not todo:
        print("nothing to look at: is this a build folder?")
        return 1
    cache = Cache(build, todo[0][2][0])
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        said = list(pool.map(lambda job: analyze(job[1], job[2], cache.key(*job)), todo))
    if not parts:
        cache.forget_others()
    sys.stdout.writelines(said)
    return 1 if any(said) else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
