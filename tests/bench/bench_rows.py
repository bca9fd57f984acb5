"""What came of measuring: the rows of the table, and how they are printed."""
# SPDX-License-Identifier: GPL-3.0-or-later
import statistics

OURS, BESIDE = "ours", "beside"

# What others take at least, as a part of which we may take so much.
OTHERS_GOALS = {"xlsxwriter": 1 / 4, "openpyxl": 1 / 7, "LibreOffice": 1 / 5}


def group(number):
    return f"{number:,}"


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


def judge_search(bench):
    """The desktop's search: from the start of the program to its first answer."""
    rows = worst_ratio(bench, "desktop's search starts, beside a bare service", bench.small, 2, "search-start")
    for people in sorted({bench.small, bench.large}):
        rows += worst_ratio(bench, f"desktop's search starts and answers, {group(people)} people, beside LIKE", people,
                            0.4, "search")
    return rows


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
    return rows + judge_search(bench) + judge_report(bench) + judge_stall(bench)


def print_value(value, unit):
    return "–" if value is None else f"{value:,.0f}" if unit == "" else f"{value:,.1f} {unit}"


def make_cells(entry):
    unit, ratio, noise = entry["unit"], entry["ratio"], entry["noise"]
    return (entry["figure"], print_value(entry["ours"], unit), print_value(entry["beside"], unit),
            "–" if ratio is None else f"{ratio:.2f}",
            f"≤ {entry['goal']:.4g}" + (f" {unit}".rstrip() if ratio is None else ""),
            "yes" if entry["met"] else "NO", "–" if noise is None else f"{noise:.2f}", entry["note"])


def print_row(entry):
    """As soon as it is known, before the table."""
    figure, ours, beside, ratio, goal, met, _, note = make_cells(entry)
    print(f"{figure}: {ours} beside {beside}, ratio {ratio}, goal {goal}: {met}" + (f" ({note})" if note else ""),
          flush=True)


def print_rows(rows):
    heads = ("figure", "ours", "beside", "ratio", "goal", "met", "noise", "worst case")
    table = [heads, *map(make_cells, rows)]
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
