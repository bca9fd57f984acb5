"""Pictures of how a register begins, is restored and cannot be opened, and of two people at one record."""
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import subprocess

from photographer import Role, look, wait
from scenes import copy_of, see_selected, show_record

DEADLINE = 60  # seconds
PARTNER = "Quỹ Hòa Bình"


def begin_without_register(one):
    one.close()
    one.open(home=os.path.join(one.program.home, "first"))
    one.person.find(Role.LABEL, lambda node: node.get_name() == one.say("Welcome to Hữu Nghị"))


def begin_office(one):
    """The first of the ways in which a register begins; a window that became narrow has the focus elsewhere."""
    one.press("Home", "Return")
    one.person.find(Role.LABEL, one.say("Letterhead and Signature"))


def take_first_start(one):
    one.picture("start")
    begin_office(one)
    one.picture("start-office")
    one.push("_Create")
    one.picture("start-office-problem")


def take_province(one):
    """The office of a province, which proposes the rest."""
    begin_office(one)
    combo = one.person.find(Role.COMBO_BOX, lambda node: True)
    one.person.go_to(combo)
    one.press("space")
    one.type_into_focused("lao cai")
    one.person.find(Role.LABEL, "Lào Cai (tỉnh)")
    one.picture("start-provinces")
    one.press("Down", "Return")
    one.person.hear("Lào Cai (tỉnh)")
    one.picture("start-office-filled")


def begin_with(path):
    def begin(one):
        one.close()
        one.open(path)
    return begin


def take_error(what):
    def shot(one):
        one.person.find(Role.LABEL, one.say("The Register Cannot Be Opened"))
        one.picture(what)
    return shot


def take_read_only(one):
    one.person.hear(one.say("This register can be read but not changed."))
    one.see_list()
    one.picture("read-only")


def restore(one, path):
    """A second start, which hands over to the first."""
    subprocess.run([*one.program.command, "--restore", path], check=True, env={**os.environ, **one.environment},
                   timeout=DEADLINE)


def take_restore(one, path):
    one.see_list()
    restore(one, path)
    one.person.entry(one.say("Name of the register"))
    one.take_dialog("restore")


def take_restore_refused(one, path):
    one.see_list()
    restore(one, path)
    one.person.hear(one.say("This Copy Cannot Be Restored"))
    one.take_dialog("restore-refused")


def shoot_starts(one, register):
    foreign = os.path.join(one.program.folder, "ảnh.huunghi")
    with open(foreign, "w", encoding="utf-8") as file:
        file.write("Đây không phải là sổ.\n" * 100)
    sealed = copy_of(register, one.program.folder, "chi-doc.huunghi")
    os.chmod(sealed, 0o444)
    one.shoot(begin_without_register, [("start", take_first_start), ("start-office-filled", take_province)])
    one.shoot(begin_with(foreign), [("error", take_error("error"))])
    one.shoot(begin_with(one.program.folder), [("error-folder", take_error("error-folder"))])
    one.shoot(begin_with(sealed), [("read-only", take_read_only)])
    copy = copy_of(register, one.program.folder, "Bản sao ngày 05-11-2026.huunghi")
    one.shoot(begin_with(register), [("restore", lambda one: take_restore(one, copy)),
                                     ("restore-refused", lambda one: take_restore_refused(one, foreign))])


## Two people

def open_partner(one, register):
    one.see_list()
    show_record(one, register, "partner", one.program.find_id(register, "partner", PARTNER))
    see_selected(one, PARTNER)
    one.push("Edit", context="verb")
    return one.person.find(Role.DIALOG, lambda node: PARTNER in node.get_name())


def take_clash(one, register):
    open_partner(one, register)
    contact = one.person.entry(one.kinds.field("partner", "contact"))
    one.person.go_to(contact)
    one.person.give(contact, "Bà Trần Thị Ngọc Ánh, Phó Giám đốc")
    one.program.ask("set", register, "partner", str(one.program.find_id(register, "partner", PARTNER)),
        "contact=Ông Nguyễn Đức Thắng, Trưởng phòng Hợp tác quốc tế", "phone=0912 345 678")
    one.press("ctrl+Return")
    dialog = one.person.find(Role.DIALOG, one.say("Changed on Both Sides"))
    wait("both values", lambda: look(dialog, Role.RADIO_BUTTON, lambda node: True))
    one.take_dialog("clash")


def shoot_clash(one):
    register = os.path.join(one.program.folder, "chung.huunghi")
    one.program.ask("new", register)
    one.program.ask("add", register, "partner", f"name={PARTNER}", "type=firm", "contact=Bà Lan")
    one.shoot(begin_with(register), [("clash", lambda one: take_clash(one, register))])


