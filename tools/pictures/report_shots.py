"""Pictures of the report, of what is behind a figure, and of what was sent."""
# SPDX-License-Identifier: GPL-3.0-or-later
import re

from photographer import Role, look, wait, walk
from scenes import Desk

YEAR = 2021
SENT_TO = "Sở Ngoại vụ"
FORM = "M08"
COUNT = re.compile(r"(^|\s)[1-9]\d+($|[\s,.])")
FIGURES = 60  # that are gone through at most
STOPS = 80  # of Tab on the way to the pages, at most
TOGGLE = Role.TOGGLE_BUTTON
DONOR = "Ông Nguyễn Văn Bảy"


def open_report(one):
    one.press("ctrl+e")
    one.person.find(Role.SPIN_BUTTON, one.say("Year")).get_value_iface().set_current_value(YEAR)
    one.person.hear(f"{YEAR - 1} – 14/12/{YEAR}")
    one.person.find(Role.IMAGE, lambda node: "M01" in node.get_name())


def show_forms(one):
    """In a narrow window they cover the pages."""
    if one.is_narrow():
        button = one.person.look(TOGGLE, one.say("Choose Forms"))
        if button is not None:
            one.person.push(button)
    one.person.find(Role.CHECK_BOX, one.say("All Forms"))


def mark_as_sent(one):
    if one.person.look(Role.BUTTON, one.called("_Mark as Sent")) is not None:
        one.push("_Mark as Sent")
        return
    one.push("Print and Save", TOGGLE)
    one.choose_shown("_Mark as Sent…")


def take_report(one):
    open_report(one)
    one.picture("report")
    show_forms(one)
    one.picture("report-forms")
    one.push("_Options", TOGGLE)
    one.picture("report-options")
    one.press("Escape")


def go_to_pages(one):
    """With Tab, through the forms; a page may be drawn anew on the way there."""
    for _ in range(STOPS):
        before = wait("the focus", one.person.focused)
        if before.get_role() == Role.IMAGE:
            return
        one.press("Tab")
        wait("the focus somewhere else", lambda: one.person.focused() not in (None, before))
    raise AssertionError("Tab never comes to the pages")


def said_of_figure(one):
    """Nothing before the first key; None if the focus is nowhere."""
    focused = one.person.focused()
    return focused.get_description() if focused is not None else None


def go_to_count(one):
    """To a figure that has records behind it: one of two digits or more."""
    for _ in range(FIGURES):
        said = said_of_figure(one)
        if said is not None and COUNT.search(said):
            return
        one.press("Right")
        wait("another figure", lambda: said_of_figure(one) not in (None, said))
    raise AssertionError("there is no figure with records behind it")


def show_figure(one):
    """Pressed, with the records behind it beside the pages."""
    open_report(one)
    go_to_pages(one)
    go_to_count(one)
    one.press("Return")
    one.person.find(Role.LIST, one.say("Records behind the figure"))


def take_figure(one):
    show_figure(one)
    one.picture("report-figure")


def take_nothing_chosen(one):
    open_report(one)
    show_forms(one)
    one.person.go_to(one.person.find(Role.CHECK_BOX, one.say("All Forms")))
    one.press("space")
    one.person.find(Role.LABEL, one.say("Nothing Chosen Yet"))
    one.picture("report-nothing-chosen")


def take_send(one):
    open_report(one)
    mark_as_sent(one)
    dialog = one.see_dialog()
    entry = one.person.entry(one.say("Sent to"))
    one.person.give(entry, SENT_TO)
    one.picture("send")
    one.person.push(look(dialog, Role.BUTTON, one.called("_Mark as Sent")))
    wait("the dialog gone", lambda: one.person.top() == one.person.application)
    one.picture("report-sent")


def take_sent(one):
    one.choose("F10", "_Sent Reports…")
    one.person.find(Role.COMBO_BOX, one.say("Year"))
    one.picture("sent-reports")


def take_comparison(one, register):
    """What was sent beside what has been entered since."""
    one.program.ask("add", register, "donation", f"donor={DONOR}", "date=2021-05-06", "amount=5000000", "currency=VND",
        "direction=received", "form=money", "state=received")
    one.choose("F10", "_Sent Reports…")
    drop_down = one.person.find(Role.COMBO_BOX, one.say("Year"))
    said = f"{one.say('Year')}: {YEAR}"
    if look(drop_down, Role.TOGGLE_BUTTON, said) is None:
        one.person.choose(drop_down, str(YEAR))
    one.picture("sent-reports-year")
    one.push("Compare with Today")
    one.person.find(Role.LIST_ITEM, lambda node: DONOR in node.get_name())
    one.picture("comparison")
    one.press("alt+Left")
    one.person.find(Role.COMBO_BOX, one.say("Year"))


def shoot_reports(one, register):
    one.shoot(Desk(one, register), [
        ("report", take_report),
        ("report-figure", take_figure),
        ("report-nothing-chosen", take_nothing_chosen),
        ("send", take_send),
        ("sent-reports", take_sent),
        ("comparison", lambda one: take_comparison(one, register)),
    ])
