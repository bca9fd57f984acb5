# What is wrong with a page for who cannot see it, or has no mouse.
# SPDX-License-Identifier: GPL-3.0-or-later
from accessible import Atspi, GLib, Role, State, children, has, look, seen_within

# What is acted on, or read as one thing: each must be called something.
SPOKEN = (Role.BUTTON, Role.TOGGLE_BUTTON, Role.CHECK_BOX, Role.RADIO_BUTTON, Role.COMBO_BOX, Role.ENTRY, Role.TEXT,
          Role.SPIN_BUTTON, Role.PAGE_TAB, Role.TREE_TABLE, Role.SWITCH, Role.SLIDER, Role.DIALOG, Role.FRAME, Role.LINK,
          Role.MENU_ITEM, Role.CHECK_MENU_ITEM, Role.RADIO_MENU_ITEM, Role.LIST_ITEM, Role.PROGRESS_BAR, Role.HEADING,
          Role.IMAGE)

# Their names say all that is in them.
WHOLES = (Role.BUTTON, Role.TOGGLE_BUTTON, Role.CHECK_BOX, Role.RADIO_BUTTON, Role.PAGE_TAB, Role.MENU_ITEM,
          Role.CHECK_MENU_ITEM, Role.RADIO_MENU_ITEM, Role.LABEL, Role.IMAGE, Role.SCROLL_BAR, Role.SEPARATOR)

# Where Tab stops, as far as it can have the focus; others are only said to be able to.
STOPS = (Role.BUTTON, Role.TOGGLE_BUTTON, Role.CHECK_BOX, Role.RADIO_BUTTON, Role.ENTRY, Role.TEXT, Role.SPIN_BUTTON,
         Role.PAGE_TAB, Role.SWITCH, Role.LINK, Role.LIST_ITEM, Role.TABLE_ROW, Role.IMAGE)

# One of each is a stop, the arrow keys lead to the others.
GROUPS = (Role.LIST, Role.TREE_TABLE, Role.PAGE_TAB_LIST, Role.TABLE)

# They say nothing of what can be done with them.
NO_ROLES = (Role.PANEL, Role.FILLER, Role.UNKNOWN, Role.INVALID, Role.REDUNDANT_OBJECT)

# What a person writes or chooses in; a label stands beside or above.
FIELDS = (Role.ENTRY, Role.TEXT, Role.SPIN_BUTTON, Role.COMBO_BOX, Role.SWITCH)

# A popover hangs at one of them.
OPENERS = (Role.BUTTON, Role.TOGGLE_BUTTON, Role.COMBO_BOX, Role.ENTRY, Role.TEXT, Role.FRAME)

Relation = Atspi.RelationType

MOST_STOPS = 150
A_BLINK = 2  # seconds for the focus to go on
TOLERANCE = 6  # pixels that count for nothing
ROWS = 3  # of a table that are looked at
SMALLEST = 34  # pixels of what a finger presses
SORTED = "Sorted by "  # what a table says of its order, before the column and behind
DESCENDING = ", descending"


def called(node):
    return f"{node.get_role_name()} “{node.get_name()}”"


class Seen:
    """A node, what was asked of it once, and what it is in: each question goes to the program and back."""

    def __init__(self, node, inside):
        self.node = node
        self.inside = inside
        self.role = node.get_role()
        states = node.get_state_set()
        self.is_shown = self.role == Role.APPLICATION or states.contains(State.SHOWING)
        self.is_focusable = states.contains(State.FOCUSABLE)
        self.is_sensitive = states.contains(State.SENSITIVE)
        self.is_wrong = states.contains(State.INVALID_ENTRY)
        self.name = node.get_name().strip() if self.role in SPOKEN else ""

    def is_whole(self):
        """The button that opens a menu is in one that cannot have the focus."""
        return self.role in WHOLES and (self.is_focusable or self.role not in (Role.BUTTON, Role.TOGGLE_BUTTON))

    def find_round(self, check):
        seen = self.inside
        while seen is not None and not check(seen):
            seen = seen.inside
        return seen

    def says_where(self):
        around = self.find_round(lambda seen: seen.name != "")
        return f"{called(self.node)} in {called(around.node) if around is not None else 'the window'}"

    def group(self):
        """(nullable): the nearest round it of which one is a stop"""
        if self.role == Role.RADIO_BUTTON and self.find_round(lambda seen: seen.role == Role.LIST_ITEM) is None:
            return self.inside
        return self.find_round(lambda seen: seen.role in GROUPS)


def look_over(node, inside=None, met=None):
    """What is shown, from the outside to the inside; of a table only itself."""
    met = set() if met is None else met
    seen = Seen(node, inside)
    if not seen.is_shown:
        return
    # What a row of libadwaita shows of the list that it opens is said by the row.
    if seen.role == Role.LIST_ITEM and seen.find_round(lambda around: around.role == Role.COMBO_BOX) is not None:
        return
    yield seen
    if seen.is_whole() or seen.role == Role.TREE_TABLE:
        return
    for child in children(node):
        # The pages of a stack that are not shown each give the one that is as their child.
        if child not in met:
            met.add(child)
            yield from look_over(child, seen, met)


# names

def is_called_by_its_value(seen):
    """A list to choose from says what it is for, and not only what is chosen."""
    button = look(seen.node, Role.TOGGLE_BUTTON, lambda part: True) if seen.role == Role.COMBO_BOX else None
    label = look(button, Role.LABEL, lambda part: True) if button is not None else None
    return label is not None and label.get_name() == seen.name


def list_nameless(page):
    findings = []
    for seen in page:
        if seen.role in SPOKEN and seen.name == "" and (seen.role != Role.LIST_ITEM or seen.is_focusable):
            findings.append(f"without a name: {seen.says_where()}")
        elif is_called_by_its_value(seen):
            findings.append(f"called by its value only: {seen.says_where()}")
    return findings


# roles and relations

def list_roleless(nodes):
    """What has had the focus says what it is; more is said to be able to have it than is."""
    return [f"without a role: {called(node)} in {called(node.get_parent())}" for node in nodes
            if node.get_role() in NO_ROLES]


def label_of_row(seen):
    """(nullable): what the first field of a row is called for the eye: the first label in it"""
    row = seen.find_round(lambda around: around.role == Role.LIST_ITEM)
    if row is None or seen.find_round(lambda around: around.role in FIELDS) is not None:
        return None
    if look(row.node, None, lambda node: node.get_role() in FIELDS) != seen.node:
        return None
    label = look(row.node, Role.LABEL, lambda node: node.get_name().strip() != "")
    return label.get_name() if label is not None else None


def list_unlabelled(page):
    """A field is called as the label beside it says, and by it where there is one."""
    findings = []
    for seen in page:
        label = label_of_row(seen) if seen.role in FIELDS else None
        if label is not None and not seen.name.startswith(label):
            findings.append(f"not called as its label “{label}” says: {seen.says_where()}")
    return findings


def targets(node, kind):
    """What a node is related to."""
    return [relation.get_target(index) for relation in node.get_relation_set() if relation.get_relation_type() == kind
            for index in range(relation.get_n_targets())]


def own_label(seen):
    """(nullable): of a row that is read as one thing, such as a switch, the words in it"""
    label = look(seen.node, Role.LABEL, lambda node: node.get_name().strip() != "")
    return label.get_name() if label is not None and label.get_name() == seen.name else None


def list_unrelated(page):
    """A field knows the label beside it, and that knows the field: a screen reader leads from one to the other."""
    findings = []
    for seen in page:
        if seen.role not in FIELDS:
            continue
        text = label_of_row(seen) or own_label(seen)
        if text is None:
            continue
        labels = [label for label in targets(seen.node, Relation.LABELLED_BY) if label.get_name() == text]
        if not labels:
            findings.append(f"not related to its label “{text}”: {seen.says_where()}")
        findings += [f"its label does not lead to it: {seen.says_where()}" for label in labels
                     if seen.node not in targets(label, Relation.LABEL_FOR)]
        findings += [f"what describes it does not lead to it: {seen.says_where()}"
                     for said in targets(seen.node, Relation.DESCRIBED_BY)
                     if seen.node not in targets(said, Relation.DESCRIPTION_FOR)]
    return findings


def list_undescribed(page):
    """What is wrong is said of the field that it is about."""
    return [f"does not say what is wrong: {seen.says_where()}" for seen in page
            if seen.is_wrong and seen.node.get_description().strip() == ""]


def list_unexplained(page):
    """What is wrong is seen in words too, and those are known to be about the field."""
    findings = []
    for seen in page:
        if not seen.is_wrong:
            continue
        words = [words for words in targets(seen.node, Relation.ERROR_MESSAGE)
                 if has(words, State.SHOWING) and words.get_name().strip() != ""]
        if not words:
            findings.append(f"wrong without words that are seen: {seen.says_where()}")
        findings += [f"the words do not lead to what is wrong: {seen.says_where()}" for said in words
                     if seen.node not in targets(said, Relation.ERROR_FOR)]
    return findings


# tables

def list_heads(table, heads):
    """The head of the column by which a table is sorted says so, and which way; the others do not."""
    order = table.get_description()
    by = order.removeprefix(SORTED).removesuffix(DESCENDING)
    return [f"head that does not say whether the table is sorted by it: {called(head)}" for head in heads
            if head.get_description() != (order if head.get_name() == by else "")]


def list_rows(table):
    """Of the first rows, what they do not say."""
    heads = [head for row in children(table) if row.get_role() == Role.TABLE_ROW for head in children(row)
             if has(head, State.SHOWING)]
    findings = [f"column without a head: {called(table)}" for head in heads if head.get_name().strip() == ""]
    findings += list_heads(table, heads)
    names = sorted(head.get_name() for head in heads)
    for body in (child for child in children(table) if child.get_role() == Role.LIST):
        for index in range(min(ROWS, body.get_child_count())):
            row = body.get_child_at_index(index)
            cells = [cell for cell in children(row) if cell.get_role() == Role.TABLE_CELL and has(cell, State.SHOWING)]
            if row.get_name().strip() == "":
                findings.append(f"row without a name: {called(table)}")
            if heads and len(cells) != len(heads):
                findings.append(f"{len(cells)} cells below {len(heads)} heads: {called(row)}")
            # Of the one column of a narrow window there is nothing to say.
            elif len(heads) > 1 and sorted(cell.get_attributes().get("colindextext", "") for cell in cells) != names:
                findings.append(f"cells that do not say their column: {called(row)}")
    return findings


def list_tables(page):
    """A table says its order; each column has a head, each row a name and a cell below each head."""
    findings = []
    for seen in page:
        if seen.role == Role.TREE_TABLE:
            if seen.node.get_description() == "":
                findings.append(f"does not say its order: {seen.says_where()}")
            findings += list_rows(seen.node)
    return findings


def place_of(node):
    area = Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)
    return area.x, area.y, area.width, area.height


def is_taken_along(seen):
    """Whether a press beside it, on its row, presses it too."""
    return (seen.role in (Role.CHECK_BOX, Role.RADIO_BUTTON, Role.SWITCH) and
            seen.find_round(lambda around: around.role == Role.LIST_ITEM) is not None)


def list_small(page):
    """What cannot be hit with a finger; what is written in takes its row along."""
    findings = []
    for seen in page:
        if (seen.role in STOPS and seen.role not in (Role.TEXT, Role.IMAGE) and seen.is_focusable and
                not is_taken_along(seen)):
            _, _, width, height = place_of(seen.node)
            if min(width, height) < SMALLEST:
                findings.append(f"only {width} × {height} large: {seen.says_where()}")
    return findings


# the focus

def is_folded(node):
    return node.get_role() == Role.LIST_ITEM and has(node, State.EXPANDABLE) and not has(node, State.EXPANDED)


def focused_in(person):
    """(nullable): what has the focus, once that is in the dialog that has come up"""
    top, focused = person.top(), person.focused()
    node = focused
    while node is not None and node != top:
        node = node.get_parent()
    return focused if node is not None or top == person.application else None


def walk_stops(person, unfolding):
    """Presses Tab until the focus comes to where it was; gives each stop with the one before it."""
    before = seen_within(A_BLINK, lambda: focused_in(person))
    stops = [before]
    for _ in range(MOST_STOPS):
        person.press("Tab")
        now = seen_within(A_BLINK, lambda: person.focused() if person.focused() != before else None)
        if now is None or now in stops:
            return
        yield before, now
        stops.append(now)
        before = now
        if unfolding and is_folded(now):
            person.press("space")
            # What opens takes the eye to its first field.
            inner = seen_within(A_BLINK, lambda: person.focused() if person.focused() != now else None)
            if inner is not None:
                yield now, inner
                stops.append(inner)
                before = inner


def goes_back(before, now):
    """Whether the eye has to go up, or on one line to the left, from one place to the other."""
    left, top, width, height = before
    new_left, new_top, new_width, new_height = now
    if new_top + new_height <= top + TOLERANCE:
        return new_left < left + width - TOLERANCE
    common = min(top + height, new_top + new_height) - max(top, new_top)
    return common > min(height, new_height) / 2 and new_left + new_width <= left + TOLERANCE


def is_of_window(node):
    """Its own keys close a window and make it large or small."""
    return node.get_description().endswith("the window")


def go_round(person, unfolding=False):
    """Goes once round with Tab: gives where it goes back, and where it was."""
    backward, stops, places = [], [], []
    for before, now in walk_stops(person, unfolding):
        for stop in (before, now):
            if stop is not None and stop not in stops:
                stops.append(stop)
                places.append(place_of(stop))
        if before is not None and goes_back(place_of(before), place_of(now)):
            backward.append((before, now))
    # Wherever the round begins, it goes back once: from the last to the first, which stands before all others.
    start = next((step for step in backward if step[1] != stops[0] and is_first(step[1], stops, places)), None)
    return [f"Tab goes back: from {called(before)} to {called(now)}" for before, now in backward
            if (before, now) != start], set(stops)


def is_first(node, stops, places):
    """Whether nothing stands above it, or beside it to the left: neither now, nor when the focus came there, since when
    something may have been scrolled."""
    at, place = stops.index(node), place_of(node)
    return not any(goes_back(places[at], places[i]) and goes_back(place, place_of(stops[i]))
                   for i in range(len(stops)) if i != at)


def list_unreached(page, reached):
    groups = {seen.group() for seen in page if seen.node in reached}
    return [f"Tab does not come there: {seen.says_where()}" for seen in page
            if seen.role in STOPS and seen.is_focusable and seen.is_sensitive and seen.node not in reached and
            (seen.group() is None or seen.group() not in groups) and not is_of_window(seen.node)]


def popover_of(node):
    """What has opened below a button, by something in it."""
    while node.get_parent() is not None and node.get_parent().get_role() not in OPENERS:
        node = node.get_parent()
    return node


def list_all(person, tabbing=True, unfolding=False, root=None):
    """Everything that is wrong with what is shown, or with a part of it; the focus comes back to where it was."""
    backward, reached = go_round(person, unfolding) if tabbing or unfolding else ([], set())
    page = list(look_over(root or person.top()))
    findings = [finding for look_for in (list_nameless, list_unlabelled, list_unrelated, list_undescribed,
                                                     list_unexplained, list_tables, list_small)
                for finding in look_for(page)]
    findings += list_roleless(reached or [node for node in [person.focused()] if node is not None])
    return findings + backward + (list_unreached(page, reached) if reached else [])


# what is said at once

class Ears:
    """Hears what a screen reader is told to say at once."""

    def __init__(self, person):
        self.pid = person.process.pid
        self.said = []
        self.listener = Atspi.EventListener.new(self.hear)
        self.listener.register("object:announcement")

    def hear(self, event):
        if event.source.get_process_id() == self.pid:
            self.said.append(str(event.any_data))

    def have_heard(self, text):
        while GLib.MainContext.default().iteration(False):
            pass
        return any(text in sentence for sentence in self.said)
