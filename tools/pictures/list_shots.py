"""Pictures of every list, full and empty, of every form, and of a list of many rows."""
# SPDX-License-Identifier: GPL-3.0-or-later
from photographer import Role, State, has, wait
from scenes import Lists

OFFICE = "O_ffice & Reference Lists"


def walk_tab(one, number, names):
    """Goes from list to list of a tab; gives the kind of each."""
    one.press(f"alt+{number}")
    for name in names:
        shown = wait("a list", one.person.shown_list)
        yield name
        one.press("ctrl+Next")
        if len(names) > 1:
            one.see_list(shown)


def walk_office(one):
    """Goes through what the office has settled, until its first list comes again; gives the number of each."""
    before = wait("a list", one.person.shown_list)
    one.choose("F10", OFFICE)
    shown = one.see_list(before)
    seen = []
    while shown not in seen:
        seen.append(shown)
        yield f"office-{len(seen):02}"
        one.press("ctrl+Next")
        shown = one.see_list(shown)


def take_lists(one, suffix=""):
    for number, tab, names in one.kinds.tabs():
        for name in walk_tab(one, number, names):
            one.picture(f"list-{tab}-{name}{suffix}")


def take_office(one, suffix=""):
    for what in walk_office(one):
        one.picture(f"list-{what}{suffix}")


def take_first_lists(one, suffix=""):
    for number, tab, names in one.kinds.tabs():
        one.press(f"alt+{number}")
        wait("a list", one.person.shown_list)
        one.picture(f"list-{tab}-{names[0]}{suffix}")


def take_forms(one, number, names):
    for name in walk_tab(one, number, names):
        one.press("ctrl+n")
        one.take_dialog(f"form-{name}")


def take_office_forms(one):
    for what in walk_office(one):
        one.press("ctrl+n")
        one.take_dialog(f"form-{what}")


def take_many(one):
    """Of many rows the middle, far from the ends."""
    one.press("ctrl+Next")
    wait("the people", lambda: len(one.person.rows()) > 5)
    one.picture("many-rows")
    one.press("ctrl+f", "Return")
    wait("the first row selected", lambda: any(has(row, State.SELECTED) for row in one.person.rows()))
    one.press("End")
    wait("the last row selected", lambda: any(has(row, State.SELECTED) for row in one.person.rows()))
    one.picture("many-rows-end")
    one.search("nguyen van")
    one.person.find(Role.LABEL, lambda node: "100.000" in node.get_name() or "100,000" in node.get_name())
    one.picture("many-rows-found")


def take_work(one):
    """Of a work that takes long, which is given up then."""
    one.press("ctrl+Next")
    wait("the people", lambda: len(one.person.rows()) > 5)
    one.press("ctrl+f", "Down", "ctrl+a")
    wait("all rows selected", lambda: all(has(row, State.SELECTED) for row in one.person.rows()))
    one.press("Delete")
    one.picture_while("work", lambda: one.person.look(Role.PROGRESS_BAR, lambda node: True))


def shoot_lists(one, register):
    one.shoot(Lists(register), [("lists", take_lists), ("office", take_office)])


def shoot_first_lists(one, register):
    one.shoot(Lists(register), [("lists", take_first_lists)])


def shoot_empty(one, register):
    one.shoot(Lists(register), [("empty-lists", lambda one: take_lists(one, "-empty")),
                                ("empty-office", lambda one: take_office(one, "-empty"))])


def shoot_forms(one, register):
    shots = [(f"forms-{tab}", lambda one, number=number, names=names: take_forms(one, number, names))
             for number, tab, names in one.kinds.tabs()]
    one.shoot(Lists(register), [*shots, ("forms-office", take_office_forms)])


def shoot_many(one, register):
    one.shoot(Lists(register), [("many-rows", take_many), ("work", take_work)])
