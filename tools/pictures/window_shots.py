"""Pictures of what opens over the window: menus and popovers, dialogs, pages, and the guide."""
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import subprocess

import scenes
from photographer import Role, State, has, look, wait, walk
from scenes import NAME, Desk

FILTER_NAME = "Lien hiep"
FOUND_IN_GUIDE = "excel"
ROWS = 20  # of a menu that are gone through at most
TOGGLE = Role.TOGGLE_BUTTON


def take_side(one):
    scenes.show_side(one)
    one.picture("side")


def take_record_menu(one):
    scenes.show_side(one)
    popover("record-menu", "More Actions")(one)


def by_keys(what, *keys):
    def shot(one):
        one.press(*keys)
        one.take_dialog(what)
    return shot


def by_menu(what, keys, *entries):
    def shot(one):
        one.choose(keys, *entries)
        one.take_dialog(what)
    return shot


def menu(what, *keys):
    def shot(one):
        one.press(*keys)
        one.person.find(Role.MENU, lambda node: True)
        one.take_popover(what)
        one.person.gone(Role.MENU, lambda node: True)
    return shot


def popover(what, button):
    """What opens below a button, which is said in English."""
    def shot(one):
        open_popover(one, one.say(button))
        one.take_popover(what)
    return shot


def open_popover(one, name):
    before = one.person.focused()
    one.person.push(one.person.find(TOGGLE, name))
    return wait("the focus in it", lambda: one.person.focused() not in (None, before))


def page(what, *keys):
    def shot(one):
        before = one.person.shown_list()
        one.press(*keys)
        wait("a page over the list", lambda: one.person.shown_list() != before)
        one.take_page(what)
    return shot


## Filters

def filter_by(what, kind, field):
    """What opens of one filter: at its chip, or in a narrow window in the menu of all of them."""
    def shot(one):
        name = one.kinds.field(kind, field)
        if one.is_narrow():
            open_popover(one, one.say("Filter"))
            row = one.person.find(Role.LIST_ITEM, name)
            for _ in range(ROWS):
                if has(row, State.FOCUSED):
                    break
                one.press("Down")
            one.person.wait_focus(row)
            one.press("Return")
            one.person.find(TOGGLE, name)
        else:
            open_popover(one, name)
        one.take_popover(what)
    return shot


def take_period(one):
    before = one.person.shown_list()
    one.press("alt+2")
    one.see_list(before)
    filter_by("filter-period", "event", "from")(one)


## Forms

def open_form(one):
    one.press("ctrl+n")
    return one.see_dialog()


def discard(one):
    one.press("Escape")
    one.push("_Discard")
    wait("the form gone", lambda: one.person.top() == one.person.application)


def take_unsaved(one):
    open_form(one)
    one.type_into_focused("abc")
    one.press("Escape")
    one.take_dialog("unsaved-question")
    discard(one)


def take_problem(one):
    open_form(one)
    one.press("ctrl+Return")
    one.picture("form-problem")


def take_similar(one):
    open_form(one)
    name = one.person.entry(one.kinds.field("organization", "name"))
    one.person.go_to(name)
    one.person.give(name, NAME)
    one.press("Tab")
    one.person.hear(one.say("There is something like it already:"))
    one.picture("form-similar")
    discard(one)


def take_calendar(one):
    one.press("alt+2", "ctrl+n")
    one.see_dialog()
    date = one.person.entry(one.kinds.field("event", "from"))
    one.person.go_to(date)
    one.press("alt+Down")
    wait("the focus in the calendar", lambda: one.person.focused() not in (None, date))
    one.take_popover("form-calendar")
    one.leave_dialog()


def take_suggestions(one):
    """Of a field that refers to another record."""
    open_form(one)
    parent = one.person.entry(one.kinds.field("organization", "parent"))
    one.person.go_to(parent)
    one.type_into_focused("huu nghi")
    one.person.find(Role.LIST_ITEM, lambda node: "Hữu nghị" in node.get_name())
    one.take_popover("form-suggestions")
    discard(one)


## Files

def take_file_dialogs(one):
    """Those of the toolkit; in a sandbox they are the desktop's."""
    scenes.show_side(one)
    one.push("Add Files (or drop them here)")
    one.picture_of_window("file-open", one.say("Add Files"))
    one.press("Escape")
    one.person.focus_window(one.say("Hữu Nghị"))
    one.choose("F10", "Save a _Copy…")
    one.picture_of_window("file-save", one.say("Save a Copy"))
    one.press("Escape")
    one.person.focus_window(one.say("Hữu Nghị"))


## Many shots

def take_delete_question(one):
    """Of several records; a single one goes at once."""
    one.press("shift+Down", "shift+Down")
    wait("three rows selected", lambda: sum(has(row, State.SELECTED) for row in one.person.rows()) == 3)
    one.picture("several-selected")
    one.press("Delete")
    one.take_dialog("delete-question")


def take_same(one):
    """A copy of a record is saved without a change."""
    one.choose("shift+F10", "_Duplicate")
    form = one.see_dialog()
    one.press("ctrl+Return")
    wait("the question", lambda: one.person.top() not in (one.person.application, form))
    one.take_dialog("same-question")
    one.close()


def take_nothing(one):
    one.search("zzzz")
    one.person.find(Role.LABEL, one.say("Nothing Found"))
    one.picture("nothing-found")
    one.press("Escape")


def take_find(one, typed, what):
    one.press("ctrl+k")
    one.see_dialog()
    one.type_into_focused(typed)
    wait("what is found", lambda: one.person.look(Role.LIST_ITEM, lambda node: True) or
         one.person.look(Role.LABEL, one.say("Nothing Found")))
    one.take_dialog(what)


def see_preferences(one, title):
    """One of its pages; which is said by a tab above or below them."""
    tab = one.person.find(Role.PAGE_TAB, title)
    one.person.push(tab)
    wait(f"“{title}”", lambda: has(tab, State.SELECTED))


def take_preferences(one):
    one.choose("F10", "_Preferences")
    one.see_dialog()
    for title, what in (("General", "general"), ("Office", "office"), ("Reports", "reports"), ("Spelling", "spelling")):
        see_preferences(one, one.say(title))
        one.picture(f"preferences-{what}")
    one.leave_dialog()


def take_registers(one):
    one.choose("F10", "Re_gisters")
    one.picture_with_menu("registers-menu")
    one.press("Escape")
    one.person.gone(Role.MENU, lambda node: True)


def take_saved(one):
    """A filter is chosen and saved, and stands in the menu then."""
    open_popover(one, one.kinds.field("organization", "kind"))
    one.press("space", "Escape")
    one.picture("filtered")
    open_popover(one, one.say("Saved Filters"))
    one.push("_Save the Filter As…")
    one.see_dialog()
    one.type_into_focused(FILTER_NAME)
    one.picture("save-filter")
    one.press("Return")
    one.person.hear(one.say("The filter is saved"))
    popover("saved-filter", "Saved Filters")(one)
    one.close()


def take_attachment(one):
    """A photograph is attached to the selected record, by its name, and described."""
    photograph = os.path.join(one.program.home, "anh.png")
    scenes.show_side(one)
    subprocess.run(["convert", "-size", "640x480", "plasma:steelblue-khaki", photograph], check=True)
    one.program.hand_over(one.person, photograph, one.say("Add Files"), lambda: one.push("Add Files (or drop them here)"))
    tile = one.person.find(Role.TABLE_CELL, lambda node: node.get_name().startswith("anh"))
    one.person.focus_window(one.say("Hữu Nghị"))
    one.picture("attachment")
    one.person.push(look(tile, TOGGLE, one.say("More Actions")))
    one.choose_shown("_Describe…")
    one.take_dialog("attachment-dialog")


def take_record_history(one):
    before = one.person.shown_list()
    one.choose("shift+F10", "Show _History")
    wait("a page over the list", lambda: one.person.shown_list() != before)
    one.take_page("record-history")


def take_back_question(one, register):
    """Of a change on which a later one stands."""
    number = str(one.program.find_id(register, "organization", NAME))
    for address in ("12 Nguyễn Gia Thiều, Bắc Giang", "45 Hùng Vương, Bắc Giang"):
        one.program.ask("set", register, "organization", number, f"address={address}")
    before = one.person.shown_list()
    one.press("ctrl+h")
    wait("a page over the list", lambda: one.person.shown_list() != before)
    said = one.say("Take This Change Back")
    buttons = wait("both changes", lambda: [node for node in walk(one.person.top()) if node.get_name() == said][:2])
    one.person.push(buttons[-1])
    one.take_dialog("take-back-question")
    one.leave_page()


def take_guide(one):
    """Its page on what is seen, and the one that it begins with."""
    one.press("F1")
    one.person.focus_window(one.say("Help"))
    one.size_window()
    one.picture("help-page")
    one.press("ctrl+w")
    one.person.focus_window(one.say("Hữu Nghị"))
    one.choose("F10", "_Help")
    one.person.focus_window(one.say("Help"))
    one.size_window()
    one.picture("help")
    one.press("ctrl+f")
    one.person.wait_focus(one.person.entry(one.say("Search the guide")))
    one.person.type(FOUND_IN_GUIDE)
    one.picture("help-search")
    one.press("ctrl+w")


def take_lists_menu(one):
    """Below the name of the list."""
    open_popover(one, one.person.shown_list())
    one.take_popover("lists-menu")


SHOTS_WHERE_NARROW = (
    ("lists-menu", take_lists_menu),
)
SHOTS_WHERE_WIDE = (
    ("columns", popover("columns", "Columns and Order")),
    ("saved-filter", take_saved),
)


def shoot_window(one, register):
    shots = [
        *(SHOTS_WHERE_NARROW if one.is_narrow() else SHOTS_WHERE_WIDE),
        ("side", take_side),
        ("main-menu", menu("main-menu", "F10")),
        ("registers-menu", take_registers),
        ("row-menu", menu("row-menu", "shift+F10")),
        ("add-menu", popover("add-menu", "Add Something Else")),
        ("record-menu", take_record_menu),
        ("filter-answers", filter_by("filter-answers", "organization", "kind")),
        ("filter-countries", filter_by("filter-countries", "organization", "countries")),
        ("filter-period", take_period),
        ("filter-menu", popover("filter-menu", "Filter")),
        ("saved-filters", popover("saved-filters", "Saved Filters")),
        ("form-filled", by_menu("form-filled", "shift+F10", "_Edit")),
        ("form-problem", take_problem),
        ("form-similar", take_similar),
        ("form-calendar", take_calendar),
        ("form-suggestions", take_suggestions),
        ("unsaved-question", take_unsaved),
        ("same-question", take_same),
        ("delete-question", take_delete_question),
        ("set-field", by_menu("set-field", "shift+F10", "_Set a Field…")),
        ("export-list", by_menu("export-list", "shift+F10", "E_xport List…")),
        ("about", by_menu("about", "F10", "_About Hữu Nghị")),
        ("shortcuts", by_keys("shortcuts", "ctrl+question")),
        ("preferences", take_preferences),
        ("new-register", by_menu("new-register", "F10", "Re_gisters", "_New Register…")),
        ("find", lambda one: take_find(one, "lao", "find")),
        ("find-nothing", lambda one: take_find(one, "zzzz", "find-nothing")),
        ("nothing-found", take_nothing),
        ("attachment", take_attachment),
        *((("file-dialogs", take_file_dialogs),) if one.program.draws_file_dialogs else ()),
        ("history", page("history", "ctrl+h")),
        ("record-history", take_record_history),
        ("take-back-question", lambda one: take_back_question(one, register)),
        ("guide", take_guide),
    ]
    one.shoot(Desk(one, register), shots)
