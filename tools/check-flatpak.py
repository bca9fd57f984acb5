#!/usr/bin/env python3
"""The Flatpak's manifest gives no more rights than are meant, and builds what meson.build asks for, pinned:
    check-flatpak.py SOURCE_DIR            checks the manifest
    check-flatpak.py --refuses SOURCE_DIR  sees that a manifest with one mistake each is refused
"""
# SPDX-License-Identifier: GPL-3.0-or-later
import copy
import json
import os
import re
import sys

APPLICATION = "vn.huunghi.HuuNghi"
RIGHTS = {"--socket=wayland", "--socket=fallback-x11", "--share=ipc", "--device=dri"}
# What the runtime lacks, or has without what we need, and how the version stands in the address.
MODULES = {
    "sqlite": (r"sqlite-autoconf-(\d)(\d\d)(\d\d)00\.tar", r"dependency\('sqlite3', version: '>= ([\d.]+)'\)"),
    "libxlsxwriter": (r"/v(\d+)\.(\d+)\.(\d+)\.tar", r"xlsxwriter_version\.version_compare\('>= ([\d.]+)'\)"),
    "libcsv": (r"libcsv-(\d+)\.(\d+)\.(\d+)\.tar", None),
    "iso-codes": (r"iso-codes-v(\d+)\.(\d+)\.(\d+)\.tar", None),
}
# Without these it builds and then writes a workbook that cannot be read, or has no undo, or is without a language.
OPTIONS = {
    "sqlite": ("-DSQLITE_ENABLE_SESSION", "-DSQLITE_ENABLE_PREUPDATE_HOOK", "--soname=legacy"),
    "libxlsxwriter": ("-DUSE_DTOA_LIBRARY=ON",),
}
FIRST_RUNTIME = 49  # its SDK is the first with blueprint-compiler; GTK and libadwaita are above the floors of meson.build


def numbers(version):
    return tuple(int(part) for part in version.split("."))


def check_sources(module):
    for source in module["sources"]:
        if not re.fullmatch(r"https://[^/]+/.+", source.get("url", "")):
            yield f"{module['name']}: a source without an https address"
        if not re.fullmatch(r"[0-9a-f]{64}", source.get("sha256", "")):
            yield f"{module['name']}: a source without a checksum of 64 digits"
        if source.get("type") != "archive":
            yield f"{module['name']}: a source that is not pinned as an archive is"


def check_version(module, build):
    of_address, of_build = MODULES[module["name"]]
    match = re.search(of_address, module["sources"][0].get("url", ""))
    if match is None:
        yield f"{module['name']}: the address does not tell the version"
    elif of_build is not None:
        floor = re.search(of_build, build)
        version = tuple(int(part) for part in match.groups())
        if floor is None:
            yield f"{module['name']}: meson.build does not say what it needs"
        elif version < numbers(floor[1]):
            yield f"{module['name']}: {'.'.join(map(str, version))} is older than {floor[1]}, which meson.build needs"


def check_options(module):
    said = " ".join([module.get("build-options", {}).get("cflags", ""), *module.get("config-opts", [])]).split()
    for option in OPTIONS.get(module["name"], ()):
        if option not in said:
            yield f"{module['name']}: without {option}"


def check(manifest, build):
    """Gives a line for each thing that is wrong."""
    if manifest.get("id") != APPLICATION or manifest.get("command") != "huu-nghi":
        yield "another program"
    if (manifest.get("runtime"), manifest.get("sdk")) != ("org.gnome.Platform", "org.gnome.Sdk"):
        yield "another runtime than GNOME's"
    if int(manifest.get("runtime-version", "0")) < FIRST_RUNTIME:
        yield f"a runtime older than {FIRST_RUNTIME}"
    rights = manifest.get("finish-args", [])
    if set(rights) != RIGHTS or len(rights) != len(RIGHTS):
        yield f"rights {', '.join(sorted(set(rights) ^ RIGHTS))}"
    if manifest.get("separate-locales") is not False:
        yield "one of the two languages may be left out"

    *libraries, own = manifest["modules"]
    if sorted(module["name"] for module in libraries) != sorted(MODULES):
        yield f"modules {', '.join(module['name'] for module in libraries)}"
        return
    if [source["type"] for source in own["sources"]] != ["dir"] or own["name"] != "huu-nghi":
        yield "the last module is not the program of this folder"
    for module in libraries:
        yield from check_sources(module)
        yield from check_version(module, build)
        yield from check_options(module)


def mistakes(manifest):
    """Manifests with one mistake each, and what it is."""
    def change(what, deed):
        wrong = copy.deepcopy(manifest)
        deed(wrong)
        return what, wrong

    def sqlite(wrong):
        return next(module for module in wrong["modules"] if module["name"] == "sqlite")

    for right in ("--share=network", "--filesystem=home", "--talk-name=org.freedesktop.secrets", "--device=all"):
        yield change(right, lambda wrong, right=right: wrong["finish-args"].append(right))
    yield change("no display", lambda wrong: wrong["finish-args"].remove("--socket=wayland"))
    yield change("no checksum", lambda wrong: sqlite(wrong)["sources"][0].pop("sha256"))
    yield change("half a checksum", lambda wrong: sqlite(wrong)["sources"][0].update(sha256="0" * 32))
    yield change("an open address", lambda wrong: sqlite(wrong)["sources"][0].update(url="http://sqlite.org/a.tar.gz"))
    yield change("an old SQLite", lambda wrong: sqlite(wrong)["sources"][0].update(
        url="https://sqlite.org/2022/sqlite-autoconf-3380500.tar.gz"))
    yield change("no session extension", lambda wrong: sqlite(wrong)["build-options"].update(cflags="-O2"))
    yield change("a module less", lambda wrong: wrong["modules"].pop(0))
    yield change("an old runtime", lambda wrong: wrong.update({"runtime-version": "48"}))


def main(*arguments):
    refuses, source = arguments[0] == "--refuses", arguments[-1]
    with open(os.path.join(source, "flatpak", f"{APPLICATION}.json"), encoding="utf-8") as file:
        manifest = json.load(file)
    with open(os.path.join(source, "meson.build"), encoding="utf-8") as file:
        build = file.read()
    if refuses:
        wrong = [f"“{what}” is not refused" for what, mistaken in mistakes(manifest) if not list(check(mistaken, build))]
    else:
        wrong = list(check(manifest, build))
    sys.stdout.writelines(f"{line}\n" for line in wrong)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
