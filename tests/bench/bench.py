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

SOURCE = pathlib.Path(__file__).resolve().parents[2]
OURS, BESIDE = "ours", "beside"
FORMS = [f"M{number:02}" for number in range(1, 14)]
OTHERS = pathlib.Path(__file__).with_name("bench-others.py")
TIMEOUT = 900

# What decides how a generated register looks.
REGISTER_SOURCES = ("resources/sql", "src/sample", "src/text", "src/store/hn-search-text.c")


# What others take at least, as a part of which we may take so much.
OTHERS_GOALS = {"xlsxwriter": 1 / 4, "openpyxl": 1 / 7, "LibreOffice": 1 / 5}


class CannotMeasure(Exception):
    """A program that measures has failed."""


def group(number):
    return f"{number:,}"


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

    def measure_report(self, side, people, order):
        self.take(people, self.run("tests/bench/bench-report", side, self.register(people), self.folder, order))

    MEASUREMENTS = ("start", "memory", "scroll", "asks", "type", "sort", "save", "export", "report", "others")

    # --- what came of it

    def values(self, figure, people, side):
        return self.samples.get((figure, people), {}).get(side, {})

    def medians(self, figure, people, side):
        return {case: statistics.median(values) for case, values in self.values(figure, people, side).items()}


def halves(values):
    """A side against itself, every other sample: how far from 1 a ratio is by chance."""
    if len(values) < 4:
        return None
    return statistics.median(values[::2]) / statistics.median(values[1::2])


def row(title, ours, goal, unit="ms", beside=None, ratio=None, noise=None, note=""):
    measured = ratio if ratio is not None else ours
    return {"figure": title, "ours": ours, "beside": beside, "unit": unit, "ratio": ratio, "goal": goal,
            "met": measured <= goal, "noise": noise, "note": note}


def worst_ratio(bench, title, people, goal, figure, beside=None, cases=None):
    """The case with the worst ratio to what is beside it."""
    ours, others = bench.medians(figure, people, OURS), bench.medians(beside or figure, people, BESIDE)
    cases = [case for case in ours if case in others and (cases is None or cases(case))]
    if not cases:
        return []
    worst = max(cases, key=lambda case: ours[case] / others[case])
    noise = halves(bench.values(beside or figure, people, BESIDE)[worst])
    return [row(title, ours[worst], goal, beside=others[worst], ratio=ours[worst] / others[worst], noise=noise,
                note=worst if len(cases) > 1 else "")]


def judge_start(bench):
    small = bench.medians("start", bench.small, OURS).get("first rows")
    large = bench.medians("start", bench.large, OURS).get("first rows")
    bare = bench.values("start", 0, BESIDE).get("bare window")
    if small is None or large is None or bare is None:
        return []
    beside, noise = statistics.median(bare), halves(bare)
    return [row(f"start to the first rows, {group(people)} people", ours, 1.6, beside=beside, ratio=ours / beside,
                noise=noise) for people, ours in ((bench.small, small), (bench.large, large))] + [
        row(f"start, {group(bench.large)} beside {group(bench.small)} people", large, 1.1, beside=small,
            ratio=large / small, noise=noise)]


def judge_memory(bench):
    small = bench.medians("memory", bench.small, OURS).get("settled")
    large = bench.medians("memory", bench.large, OURS).get("settled")
    if small is None or large is None or bench.large == bench.small:
        return []
    return [row("memory a million people cost", (large - small) / (bench.large - bench.small) * 1e6, 150, unit="MB")]


def judge_asks(bench):
    asked = bench.medians("asks", bench.large, OURS)
    if not asked:
        return []
    most = max(asked, key=asked.get)
    return [row("get_item calls for a reload, sort or search", asked[most], 410, unit="", note=most)]


def judge_report(bench):
    """The long lists and the year's workbook."""
    rows = []
    for people in bench.lists:
        for order, goal in (("row", 1.15), ("name", 1.25)):
            rows += worst_ratio(bench, f"list of {group(people)} people in {order} order", people, goal, "list",
                                cases=order.__eq__)
        rows += worst_ratio(bench, f"year's workbook, {group(people)} people", people, 1.3, "year")
    small, large = (bench.medians("list-memory", people, OURS) for people in (bench.lists[0], bench.large))
    if large and bench.large != bench.lists[0]:
        grown = {order: large[order] - small[order] for order in large}
        worst = max(grown, key=grown.get)
        rows.append(row("peak memory of a list, large beside small", grown[worst], 32, unit="MB", note=f"{worst} order"))
    rows += worst_ratio(bench, f"first page of a form, {group(bench.large)} people, beside its SQL", bench.large, 1.5,
                        "preview")
    rows += judge_others(bench)
    for figure, title, goal in (("list-cancel", "a list is cancelled and cleaned up", 300),
                                ("list-stall", "stall while a list is written", 33),
                                ("report-cancel", "an export of the window is cancelled and cleaned up", 300),
                                ("report-stall", "stall while reports are previewed and exported", 33)):
        values = bench.values(figure, bench.large, OURS)
        if values:
            rows.append(row(title, max(max(found) for found in values.values()), goal))
    waits = bench.values("send-wait", bench.small, OURS)
    if waits:
        rows.append(row(f"a save waits while {group(bench.small)} members are marked as sent",
                        max(max(found) for found in waits.values()), 500))
    return rows


def judge_others(bench):
    """How much longer others take; what is asked is at least so much, so the ratio is turned round."""
    ours, others = bench.medians("list", bench.small, OURS).get("row"), bench.medians("others", bench.small, BESIDE)
    if ours is None:
        return []
    return [row(f"list of {group(bench.small)} people beside {name}", ours, goal, beside=others[name],
                ratio=ours / others[name]) for name, goal in OTHERS_GOALS.items() if name in others]


def judge_stall(bench):
    stalls = {}
    for people in sorted({bench.small, bench.large}):
        for case, value in bench.medians("stall", people, OURS).items():
            stalls[f"{case}, {group(people)}"] = value
    if not stalls:
        return []
    longest = max(stalls, key=stalls.get)
    return [row("longest stall of the main loop", stalls[longest], 33, note=longest),
            *worst_ratio(bench, "longest stall of scrolling, beside made-up rows", bench.large, 1.4, "stall",
                         cases="scroll".__eq__)]


def judge(bench):
    """The rows of the table that can be told."""
    small, large = group(bench.small), group(bench.large)
    rows = judge_start(bench) + judge_memory(bench)
    for way in ("page", "jump"):
        rows += worst_ratio(bench, f"scrolling by {way}, {large} people, p99 of a frame", bench.large, 1.4, "scroll",
                            cases=way.__eq__)
    rows += judge_asks(bench)
    rows += worst_ratio(bench, f"keystroke to page, {small} people, beside its refill", bench.small, 1.6, "type")
    rows += worst_ratio(bench, f"keystroke to page, {large} people, beside LIKE", bench.large, 0.3, "type", "like")
    rows += worst_ratio(bench, f"sort by another column, {large} people", bench.large, 1.5, "sort",
                        cases=lambda case: case.endswith("first"))
    rows += worst_ratio(bench, f"durable save with its history, {small} people", bench.small, 3, "save")
    return rows + judge_report(bench) + judge_stall(bench)


def print_value(value, unit):
    return "–" if value is None else f"{value:,.0f}" if unit == "" else f"{value:,.1f} {unit}"


def print_rows(rows):
    heads = ("figure", "ours", "beside", "ratio", "goal", "met", "noise", "worst case")
    table = [heads]
    for entry in rows:
        unit, ratio, noise = entry["unit"], entry["ratio"], entry["noise"]
        table.append((entry["figure"], print_value(entry["ours"], unit), print_value(entry["beside"], unit),
                      "–" if ratio is None else f"{ratio:.2f}",
                      f"≤ {entry['goal']:.4g}" + (f" {unit}".rstrip() if ratio is None else ""),
                      "yes" if entry["met"] else "NO", "–" if noise is None else f"{noise:.2f}", entry["note"]))
    widths = [max(len(line[i]) for line in table) for i in range(len(heads))]
    for line in table:
        print("  ".join(cell.rjust(width) if 0 < i < 7 else cell.ljust(width)
                        for i, (cell, width) in enumerate(zip(line, widths))).rstrip())


def print_details(bench):
    """What the table leaves out: every query and every column."""
    for figure, title in (("type", "keystroke"), ("sort", "sort")):
        for people in sorted({bench.small, bench.large}):
            ours = bench.medians(figure, people, OURS)
            if not ours:
                continue
            answered = bench.medians(f"{figure}-answered", people, OURS)
            beside = bench.medians(figure, people, BESIDE)
            like = bench.medians("like", people, BESIDE)
            print(f"\n{title}, {group(people)} people: to the answer, to the painted page"
                  + ("; the refill, LIKE" if like else "; the index") + " (ms)")
            for case in ours:
                cells = [answered[case], ours[case], beside[case], like.get(case)]
                print(f"  {case:24}" + "".join(f"{cell:9.1f}" for cell in cells if cell is not None))
    for figure, title in (("scroll-median", "median of a frame"), ("scroll-work", "p99 of a frame on a processor")):
        ours, beside = (bench.medians(figure, bench.large, side) for side in (OURS, BESIDE))
        for way in ours:
            print(f"  scrolling by {way}, {title}: {ours[way]:.1f} ms, made-up rows {beside[way]:.1f}, "
                  f"ratio {ours[way] / beside[way]:.2f}")
    for people in sorted({bench.small, bench.large}):
        stalls = bench.values("stall", people, OURS)
        for case, values in stalls.items():
            if "search" not in case or statistics.median(values) > 33:
                print(f"  stall, {case}, {group(people)} people: {statistics.median(values):.1f} ms, "
                      f"at most {max(values):.1f}")


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


def measure(bench, names):
    failures = {}
    for name in names:
        print(f"bench: measuring {name}", file=sys.stderr)
        try:
            getattr(bench, name)()
        except CannotMeasure as error:
            failures[name] = str(error)
    return failures


def main():
    options = read_options()
    if not os.environ.get("DISPLAY"):
        print("bench: there is no display: run this under tools/with-display", file=sys.stderr)
        return 1
    machine = describe_machine()
    with tempfile.TemporaryDirectory(prefix="run-", dir=make_folder(options.registers)) as folder:
        bench = Bench(options, pathlib.Path(folder))
        failures = measure(bench, options.figures or Bench.MEASUREMENTS)
    rows = judge(bench)
    write_json(options.output, bench, rows, failures, options, machine)

    print(f"Xvfb, GSK_RENDERER={os.environ.get('GSK_RENDERER', '')} GDK_DISABLE={os.environ.get('GDK_DISABLE', '')} "
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
