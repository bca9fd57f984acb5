# A window with a mistake in it, for the audit to find: mistakes.py MISTAKE, or "none"
# SPDX-License-Identifier: GPL-3.0-or-later
import sys

import gi

gi.require_version("Gtk", "4.0")
from gi.repository import Gio, GLib, GObject, Gtk  # noqa: E402


class Record(GObject.Object):
    def __init__(self, name):
        super().__init__()
        self.name = name


def say(widget, what, value):
    widget.update_property([what], [value])


def relate(widget, relation, other):
    widget.update_relation([relation], [Gtk.AccessibleList.new_from_list([other])])


def lead(button, following):
    """Tab goes to another one than the next."""
    keys = Gtk.ShortcutController(scope=Gtk.ShortcutScope.LOCAL)
    keys.add_shortcut(Gtk.Shortcut(trigger=Gtk.ShortcutTrigger.parse_string("Tab"),
                                   action=Gtk.CallbackAction.new(lambda *_: following.grab_focus())))
    button.add_controller(keys)


def create_buttons(mistake):
    """A row of buttons, read from the left to the right."""
    box = Gtk.Box(spacing=6)
    first = Gtk.Button(icon_name="list-add-symbolic", tooltip_text=None if mistake == "nameless" else "Add")
    second = Gtk.Button(label="Save")
    if mistake == "small":
        second = Gtk.Button(name="small", valign=Gtk.Align.CENTER, tooltip_text="Save")
        provider = Gtk.CssProvider()
        provider.load_from_string("#small { min-width: 10px; min-height: 10px; padding: 0; border: none; }")
        Gtk.StyleContext.add_provider_for_display(second.get_display(), provider, 800)
    box.append(first)
    box.append(second)
    if mistake == "backward":
        third, fourth = Gtk.Button(label="Print"), Gtk.Button(label="Send")
        box.append(third)
        box.append(fourth)
        for button, following in ((first, fourth), (fourth, third), (third, second)):
            lead(button, following)
    return box


def create_form(mistake):
    """A field in a row, whose label names it."""
    label, entry = Gtk.Label(label="Donor"), Gtk.Entry(text="x")
    box = Gtk.Box(spacing=6)
    box.append(label)
    box.append(entry)
    if mistake in ("unlabelled", "unrelated"):
        say(entry, Gtk.AccessibleProperty.LABEL, "Amount" if mistake == "unlabelled" else "Donor")
    else:
        relate(entry, Gtk.AccessibleRelation.LABELLED_BY, label)
    entry.update_state([Gtk.AccessibleState.INVALID], [int(mistake in ("undescribed", "unexplained", "described"))])
    if mistake in ("unexplained", "described"):
        say(entry, Gtk.AccessibleProperty.DESCRIPTION, "This is no donor.")
    if mistake in ("undescribed", "described"):
        problem = Gtk.Label(label="This is no donor.")
        box.append(problem)
        relate(entry, Gtk.AccessibleRelation.ERROR_MESSAGE, problem)
    row = Gtk.ListBoxRow(child=box, focusable=False)
    say(row, Gtk.AccessibleProperty.LABEL, "Donor")
    form = Gtk.ListBox(selection_mode=Gtk.SelectionMode.NONE)
    say(form, Gtk.AccessibleProperty.LABEL, "Form")
    form.append(row)
    return form


def fill_cell(_factory, item, mistake, title):
    item.get_child().set_label("" if mistake == "rows" else item.get_item().name)
    if mistake != "columnless":
        item.get_child().get_parent().update_relation([Gtk.AccessibleRelation.COL_INDEX_TEXT], [title])


def create_table(mistake):
    """Two records below a head, in an order."""
    records = Gio.ListStore(item_type=Record)
    for name in ("Bắc", "Nam"):
        records.append(Record(name))
    view = Gtk.ColumnView(model=Gtk.SingleSelection(model=records), vexpand=True)
    for title in ("" if mistake == "headless" else "Name", "Place"):
        cells = Gtk.SignalListItemFactory()
        cells.connect("setup", lambda factory, item: item.set_child(Gtk.Label(xalign=0)))
        cells.connect("bind", fill_cell, mistake, title)
        view.append_column(Gtk.ColumnViewColumn(title=title, factory=cells))
    named = Gtk.SignalListItemFactory()
    named.connect("bind", lambda factory, item: item.set_accessible_label(item.get_item().name))
    if mistake != "rows":
        view.set_row_factory(named)
    say(view, Gtk.AccessibleProperty.LABEL, "Records")
    if mistake != "unsorted":
        say(view, Gtk.AccessibleProperty.DESCRIPTION, "Sorted by Name")
    if mistake not in ("unsorted", "unsorted head"):
        say(view.get_first_child().get_first_child(), Gtk.AccessibleProperty.DESCRIPTION, "Sorted by Name")
    return view


def create_roleless():
    """It can be pressed, and does not say what it is."""
    return Gtk.DrawingArea(focusable=True, accessible_role=Gtk.AccessibleRole.GENERIC, content_width=60,
                           content_height=60)


def show(application, mistake):
    box = Gtk.Box(orientation=Gtk.Orientation.VERTICAL, spacing=12)
    box.append(create_buttons(mistake))
    box.append(create_form(mistake))
    if mistake == "roleless":
        box.append(create_roleless())
    box.append(create_table(mistake))
    if mistake == "warning":
        GLib.log_default_handler("Gtk", GLib.LogLevelFlags.LEVEL_WARNING, "Something is too small.")
    Gtk.ApplicationWindow(application=application, title="Hữu Nghị", child=box, default_width=500,
                          default_height=400).present()


if __name__ == "__main__":
    GLib.set_prgname("mistakes")
    program = Gtk.Application(flags=Gio.ApplicationFlags.NON_UNIQUE)
    program.connect("activate", show, sys.argv[1])
    sys.exit(program.run(None))
