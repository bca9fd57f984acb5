# What a screen reader is told of the program, and waiting for it.
# SPDX-License-Identifier: GPL-3.0-or-later
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

# In the sandbox's tests this is the computer's own library, which may be older than the program's and lack names of roles.
for _role, _number in (("BUTTON", 43), ("SWITCH", 130)):
    if not hasattr(Atspi.Role, _role):
        setattr(Atspi.Role, _role, _number)

Role = Atspi.Role
State = Atspi.StateType

# In milliseconds, for one question and at the start: a machine under load is slow.
Atspi.set_timeout(10_000, 20_000)

DEADLINE = 30  # seconds for anything to be seen; a machine under load is slow
GLANCE = 50  # milliseconds between two looks

# What a person acts on; each of them must be called something.
CONTROLS = (Role.BUTTON, Role.TOGGLE_BUTTON, Role.CHECK_BOX, Role.COMBO_BOX, Role.ENTRY, Role.TEXT, Role.SPIN_BUTTON,
            Role.PAGE_TAB, Role.TREE_TABLE, Role.SWITCH, Role.SLIDER, Role.DIALOG, Role.FRAME)


def seen_within(seconds, check):
    """Looks until check() sees something, and gives that, or nothing; the events that come meanwhile are heard."""
    context = GLib.MainContext.default()
    end = time.monotonic() + seconds
    while True:
        try:
            seen = check()
        except GLib.Error:
            seen = None  # what was looked at went away
        if seen or time.monotonic() >= end:
            return seen
        GLib.timeout_add(GLANCE, lambda: GLib.SOURCE_REMOVE)
        context.iteration(True)


def wait(what, check):
    """What check() sees, as soon as it does."""
    seen = seen_within(DEADLINE, check)
    assert seen, f"never seen: {what}"
    return seen


def has(node, state):
    return node.get_state_set().contains(state)


def children(node):
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None:
            yield child


def walk(node, seen=None):
    """What is shown below a node, from the outside to the inside; tables are large: rows() goes into them."""
    seen = set() if seen is None else seen
    role = node.get_role()
    if role != Role.APPLICATION and not has(node, State.SHOWING):
        return
    yield node
    if role == Role.TREE_TABLE:
        return
    for child in children(node):
        # The pages of a stack that are not shown each give the one that is as their child.
        if child not in seen:
            seen.add(child)
            yield from walk(child, seen)


def top_of(application):
    """What a person can act on: the window that was opened last, or in it the dialog that is open, and nothing else."""
    windows = list(children(application))
    if not windows:
        return application  # for a moment, while one is drawn anew
    parts = [part for panel in children(windows[-1]) for part in children(panel)]
    dialogs = [part for part in parts if part.get_role() in (Role.DIALOG, Role.ALERT) and has(part, State.SHOWING)]
    return dialogs[-1] if dialogs else application


def rows(root):
    """The records of the table that is shown. Its head is a row too, but of the table itself, not of its list."""
    table = look(root, Role.TREE_TABLE, lambda node: True)
    lists = [child for child in children(table) if child.get_role() == Role.LIST] if table is not None else []
    return [row for row in children(lists[0]) if has(row, State.SHOWING)] if lists else []


def cells(row):
    return [cell.get_name() for cell in children(row) if cell.get_role() == Role.TABLE_CELL]


def text_of(node):
    return Atspi.Text.get_text(node, 0, -1)


def is_entry(node):
    return node.get_role() in (Role.TEXT, Role.ENTRY) and has(node, State.EDITABLE)


def matches(node, role, name):
    if role is not None and node.get_role() != role:
        return False
    return name(node) if callable(name) else node.get_name() == name


def look(root, role, name):
    """The first that is shown of a role, by its name or by a check of it; None if there is none."""
    return next((node for node in walk(root) if matches(node, role, name)), None)


def unnamed(root):
    """The controls that a screen reader could only call by their role."""
    return [f"{node.get_role_name()} in {node.get_parent().get_role_name()} “{node.get_parent().get_name()}”"
            for node in walk(root) if node.get_role() in CONTROLS and node.get_name().strip() == ""]


def describe(root):
    """What is shown, a line each, for who reads of a failure."""
    lines = []
    for node in walk(root):
        text = text_of(node) if is_entry(node) else ""
        focus = " (focus)" if has(node, State.FOCUSED) else ""
        if node.get_name() or text:
            lines.append(f"{node.get_role_name()} “{node.get_name()}” {text}{focus}")
        if node.get_role() == Role.TREE_TABLE:
            lines += [" | ".join(cells(row)) for row in rows(node)[:10]]
    return lines
