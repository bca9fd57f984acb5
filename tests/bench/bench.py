#!/usr/bin/env python3
"""Measures the program beside bare references of the same build, and says what came of it: ./dev bench runs this.

Everything runs as often on both sides, by turns and in turn first, so that a machine that grows slow or warm is so for both.
A figure is the median of its runs; where it has several cases (columns, queries) the worst of them counts.
"""
# SPDX-License-Identifier: GPL-3.0-or-later
import argparse
import datetime
import hashlib
import json
import os
import pathlib
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

from bench_rows import BESIDE, group, judge, print_details, print_row, print_rows

SOURCE = pathlib.Path(__file__).resolve().parents[2]
FORMS = [f"M{number:02}" for number in range(1, 14)]
OTHERS = pathlib.Path(__file__).with_name("bench-others.py")
TIMEOUT = 900

# What decides how a generated register looks.
REGISTER_SOURCES = ("resources/sql", "src/sample", "src/text", "src/store/hn-search-text.c")


class CannotMeasure(Exception):
    """A program that measures has failed."""


class Bench:
    """The runs, and the samples they left: {(figure, people): {side: {case: [values]}}}."""

    def __init__(self, options, folder):
        self.build = pathlib.Path(options.build)
        self.registers = pathlib.Path(options.registers)
        self.small, self.large = options.people
        self.lists = sorted({min(self.small, 10_000), self.small, self.large})
        self.runs, self.pairs, self.saves = options.runs, options.pairs, options.saves
        self.folder = folder
        self.samples = {}
        self.environment = self.make_environment()

    def make_environment(self):
        home = self.folder / "home"
        home.mkdir()
        have = subprocess.run(["locale", "-a"], capture_output=True, text=True).stdout.lower()
        return dict(os.environ, HOME=str(home), XDG_CONFIG_HOME=str(home / "config"), XDG_DATA_HOME=str(home / "data"),
                    XDG_CACHE_HOME=str(home / "cache"), GSETTINGS_BACKEND="memory", GTK_A11Y="none",
                    GSETTINGS_SCHEMA_DIR=str(self.build / "data"), HN_LOCALEDIR=str(self.build / "po"),
                    LC_ALL="vi_VN.UTF-8" if "vi_vn.utf8" in have else "C.UTF-8", LANGUAGE="")

    # --- registers

    def register(self, people):
        """A register of so many people; made once, and again when what makes it has changed."""
        path = self.registers / f"people-{people}-{self.register_key()}.huunghi"
        if not path.exists():
            self.registers.mkdir(parents=True, exist_ok=True)
            for older in self.registers.glob(f"people-{people}-*"):
                older.unlink()
            print(f"bench: making a register of {group(people)} people", file=sys.stderr)
            unfinished = self.folder / "unfinished.huunghi"
            self.run("src/app/huu-nghi", "generate", unfinished, "--people", people)
            shutil.move(unfinished, path)
        return path

    @staticmethod
    def register_key():
        key = hashlib.sha256()
        for name in REGISTER_SOURCES:
            path = SOURCE / name
            for file in sorted(path.iterdir()) if path.is_dir() else [path]:
                key.update(file.read_bytes())
        return key.hexdigest()[:10]

    # --- programs

    def run(self, program, *arguments):
        """What one of our programs says; MILLISECONDS among the arguments is when it was started."""
        command = [str(self.build / program), *map(str, arguments)]
        started = repr(time.clock_gettime(time.CLOCK_MONOTONIC) * 1000)
        return self.run_command(f"{program} {arguments[0]}",
                                [started if word == "MILLISECONDS" else word for word in command])

    def run_command(self, name, command):
        try:
            done = subprocess.run(command, env=self.environment, stdin=subprocess.DEVNULL, capture_output=True,
                                  text=True, timeout=TIMEOUT)
        except subprocess.TimeoutExpired as error:
            raise CannotMeasure(f"{name}: not done after {TIMEOUT} seconds") from error
        except OSError as error:
            raise CannotMeasure(f"{name}: {error.strerror}") from error
        if done.returncode != 0:
            raise CannotMeasure(f"{name}: exit status {done.returncode}\n{done.stderr.strip()}")
        return done.stdout

    def take(self, people, said, only=None):
        for line in said.splitlines():
            figure, side, case, value = line.split("\t")
            if only is None or figure in only:
                cases = self.samples.setdefault((figure, people), {}).setdefault(side, {})
                cases.setdefault(case, []).append(float(value))

    def measure_window(self, figure, people, runs, only):
        self.take(people, self.run("tests/bench/bench-program", figure, "MILLISECONDS", runs, self.folder,
                                   self.register(people)), only)

    # --- what is measured

    def start(self):
        def bare():
            self.take(0, self.run("tests/bench/bench-window", "MILLISECONDS"), ["start"])

        def program(people):
            self.measure_window("start", people, 1, ["start"])

        turn = [bare, lambda: program(self.small), lambda: program(self.large)]
        for _ in range(self.pairs):
            for step in turn:
                step()
            turn.reverse()

    def memory(self):
        for run in range(self.runs):
            for people in (self.small, self.large)[::1 if run % 2 == 0 else -1]:
                self.measure_window("memory", people, self.runs, ["memory", "stall"])

    def scroll(self):
        self.measure_window("scroll", self.large, self.runs,
                            ["scroll", "scroll-median", "scroll-work", "stall"])

    def asks(self):
        self.measure_window("asks", self.large, self.runs, ["asks"])

    def type(self):
        for people in (self.small, self.large):
            self.measure_window("type", people, self.runs, ["type", "type-answered", "like", "stall"])

    def sort(self):
        # A first time is one only in a program that was just started.
        for run in range(self.runs):
            self.measure_window("sort", self.large, self.runs + run, ["sort", "sort-answered", "stall"])

    def save(self):
        ours, bare = self.folder / "ours.huunghi", self.folder / "bare.huunghi"
        for copy in (ours, bare):
            shutil.copyfile(self.register(self.small), copy)
        self.take(self.small, self.run("tests/bench/bench-save", self.saves, ours, bare))
        for copy in (ours, bare):
            copy.unlink()

    def export(self):
        for people in (self.small, self.large):
            self.measure_window("export", people, self.runs, ["export", "stall"])

    def report(self):
        """Lists of members by name and of people by row, the year's workbook, and cancelling."""
        for run in range(self.runs):
            for people in self.lists:
                for order in ("row", "name"):
                    for side in ("list", "bare")[::1 if run % 2 == 0 else -1]:
                        self.measure_report(side, people, order)
                self.measure_report("year", people, "name")
        self.measure_report("cancel", self.large, "row")
        for form in FORMS:
            self.measure_report("preview", self.large, form)
        self.take(self.large, self.run("tests/bench/bench-live", self.register(self.large), self.folder))
        sent = self.folder / "sent.huunghi"
        shutil.copyfile(self.register(self.small), sent)
        self.take(self.small, self.run("tests/bench/bench-live", sent, self.folder, "send"))
        sent.unlink()

    def others(self):
        """What an office would write the same cells with, beside the list in the order of its rows."""
        self.measure_report("cells", self.small, "row")
        cells = self.folder / "cells.csv"
        turn = [lambda: self.measure_report("list", self.small, "row"), lambda: self.write_by("xlsxwriter", cells),
                lambda: self.write_by("openpyxl", cells), lambda: self.convert(cells)]
        for _ in range(self.runs):
            for step in turn:
                step()
            turn.reverse()
        cells.unlink()

    def write_by(self, module, cells):
        book = self.folder / "others.xlsx"
        self.take(self.small, self.run(OTHERS, module, cells, book))
        book.unlink()

    def convert(self, cells):
        """By LibreOffice, with a profile that it has used before."""
        profile = (self.folder / "office").as_uri()
        command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "xlsx",
                   "--outdir", self.folder, "--infilter=CSV:44,34,76"]
        if not (self.folder / "office").exists():
            small = self.folder / "small.csv"
            small.write_text("1\n", encoding="utf-8")
            self.run_command("soffice", [*command, small])
        start = time.monotonic()
        self.run_command("soffice", [*command, cells])
        self.take(self.small, f"others\t{BESIDE}\tLibreOffice\t{(time.monotonic() - start) * 1000}\n")
        cells.with_suffix(".xlsx").unlink()

    def search(self):
        """The desktop's search: a program that was not there answers its first question."""
        services = self.folder / "services"
        services.mkdir()
        programs = [self.build / "src/search/huu-nghi-search-provider", self.build / "tests/bench/bench-answer"]
        for run in range(self.pairs):
            for people in (self.small, self.large):
                self.take(people, self.run("tests/bench/bench-search", run, services, self.register(people), *programs))

    def measure_report(self, side, people, order):
        self.take(people, self.run("tests/bench/bench-report", side, self.register(people), self.folder, order))

    MEASUREMENTS = ("start", "memory", "scroll", "asks", "type", "sort", "save", "export", "report", "search",
                    "others")

    # --- what came of it

    def values(self, figure, people, side):
        return self.samples.get((figure, people), {}).get(side, {})

    def medians(self, figure, people, side):
        return {case: statistics.median(values) for case, values in self.values(figure, people, side).items()}


def describe_machine():
    def read(path, field):
        for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines():
            if line.startswith(field):
                return line.split(":", 1)[1].strip()
        return ""

    return {"processor": read("/proc/cpuinfo", "model name") or platform.machine(), "cores": os.cpu_count(),
            "memory": read("/proc/meminfo", "MemTotal"), "kernel": platform.release(), "load": os.getloadavg()[0]}


def describe_versions():
    versions = {"python": platform.python_version()}
    for package in ("gtk4", "libadwaita-1", "glib-2.0", "sqlite3"):
        asked = subprocess.run(["pkg-config", "--modversion", package], capture_output=True, text=True)
        versions[package] = asked.stdout.strip()
    return versions


def read_options():
    parser = argparse.ArgumentParser(description="Measures the program beside bare references.")
    parser.add_argument("--build", required=True, help="a finished build")
    parser.add_argument("--registers", required=True, help="the folder where generated registers are kept")
    parser.add_argument("--output", required=True, help="the JSON file that is written")
    parser.add_argument("--quick", action="store_true", help="smaller registers and fewer runs: not the real thing")
    parser.add_argument("--people", type=int, nargs=2, metavar=("SMALL", "LARGE"))
    parser.add_argument("--runs", type=int)
    parser.add_argument("figures", nargs="*", metavar="NAME", help=" ".join(Bench.MEASUREMENTS))
    options = parser.parse_args()
    for name in options.figures:
        if name not in Bench.MEASUREMENTS:
            parser.error(f"there is no figure {name}; the figures are {' '.join(Bench.MEASUREMENTS)}")
    options.people = options.people or ([10_000, 100_000] if options.quick else [100_000, 1_000_000])
    options.runs = options.runs or (3 if options.quick else 5)
    # A start is short, and so is a save: their medians take more of them.
    options.pairs = options.runs if options.quick or options.runs < 5 else 11
    options.saves = 200 if options.runs >= 5 else 20 * options.runs
    return options


def write_json(path, bench, rows, failures, options, machine):
    samples = [{"figure": figure, "people": people, "side": side, "case": case, "values": values}
               for (figure, people), sides in bench.samples.items()
               for side, cases in sides.items() for case, values in cases.items()]
    machine["load afterwards"] = os.getloadavg()[0]
    pathlib.Path(path).parent.mkdir(parents=True, exist_ok=True)
    pathlib.Path(path).write_text(json.dumps({
        "date": datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds"),
        "quick": options.quick, "people": options.people, "runs": options.runs, "machine": machine,
        "versions": describe_versions(), "figures": rows, "not measured": failures, "samples": samples,
    }, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def measure(bench, names, write):
    """Says each row when it can be told, and writes what there is: a run takes hours, and may be cut off."""
    failures, told = {}, []
    for name in names:
        print(f"bench: measuring {name}", file=sys.stderr)
        try:
            getattr(bench, name)()
        except CannotMeasure as error:
            failures[name] = str(error)
        rows = judge(bench)
        for entry in rows:
            if entry not in told:
                print_row(entry)
        told = rows
        write(rows, failures)
    return failures


def main():
    options = read_options()
    if not os.environ.get("DISPLAY"):
        print("bench: there is no display: run this under tools/with-display", file=sys.stderr)
        return 1
    machine = describe_machine()
    with tempfile.TemporaryDirectory(prefix="run-", dir=make_folder(options.registers)) as folder:
        bench = Bench(options, pathlib.Path(folder))
        failures = measure(bench, options.figures or Bench.MEASUREMENTS,
                           lambda rows, failures: write_json(options.output, bench, rows, failures, options, machine))
    rows = judge(bench)

    print(f"\nXvfb, GSK_RENDERER={os.environ.get('GSK_RENDERER', '')} GDK_DISABLE={os.environ.get('GDK_DISABLE', '')} "
          f"GTK_A11Y=none, {machine['cores']} × {machine['processor']}, load {machine['load']:.1f}; "
          f"medians of {options.runs} runs ({options.pairs} starts, {options.saves} saves)\n")
    print_rows(rows)
    print_details(bench)
    if options.quick:
        print("\nThis was --quick: fewer people and fewer runs. It is not the real thing.")
    if any(entry["noise"] is not None and not 0.9 <= entry["noise"] <= 1.1 for entry in rows):
        print("\nThe machine was not quiet: a reference beside itself (noise) is more than a tenth from 1.")
    for name, why in failures.items():
        print(f"\nNOT MEASURED: {name}: {why}")
    return 1 if failures else 0


def make_folder(path):
    os.makedirs(path, exist_ok=True)
    return path


if __name__ == "__main__":
    sys.exit(main())
