# Of every kind that has a list: added, found, changed, deleted, and the deletion undone: test-kinds.py PROGRAM
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import os
import subprocess
import sys
import tempfile

import steps
from accessible import Role, State, has, text_of, wait
from person import Person

TABS = ("associations", "events", "donations", "diaspora")
OFFICE = "Office & Reference Lists"
MARK = "Zetaviet"  # found nowhere else

ORGANIZATION = ("viet nam - dan mach", "Hội Hữu nghị Việt Nam - Đan Mạch")
AID_PROJECT = ("nuoc sach", "Nước sạch Hồ Xanh")
PERSON = ("duong thi zeta", "Dương Thị Zeta")

# Of each kind: its list; what is written, a field each (a pair is typed and completed, a choice is chosen); and what is
# written over it. The first text has the mark.
FORMS = {
    "organization": ("Organizations", {"name": f"Hội {MARK}", "kind": "Branch"}, ("short_name", "HZ")),
    "person": ("People", {"name": f"Nguyễn Văn {MARK}"}, ("phone", "0912345678")),
    "membership": ("Memberships", {"person": PERSON, "organization": ORGANIZATION, "card_number": MARK}, ("note", "Mới")),
    "office": ("Offices", {"person": PERSON, "organization": ORGANIZATION, "title": MARK}, ("note", "Mới")),
    "term": ("Terms", {"organization": ORGANIZATION, "number": MARK}, ("note", "Mới")),
    "headcount": ("Headcounts", {"organization": ORGANIZATION, "as_of": "31/12/2021", "members": "120", "source": MARK},
                  ("note", "Mới")),
    "award": ("Awards", {"recipient": f"Ông {MARK}", "form": "Certificate of merit"}, ("given_by", "UBND tỉnh")),
    "event": ("Events", {"title": f"Gặp mặt {MARK}", "type": "Exchange", "from": "6/5/2021"}, ("place", "Bắc Giang")),
    "participant": ("Participants", {"event": ("xuan que huong", "Xuân Quê hương"), "person": f"Bà {MARK}"},
                    ("role", "Báo cáo viên")),
    "delegation": ("Delegations", {"direction": "Incoming", "title": f"Đoàn {MARK}", "from": "6/5/2021"},
                   ("head", "Bà Lan")),
    "partner": ("Partners", {"name": f"Quỹ {MARK}", "type": "Firm"}, ("contact", "Bà Lan")),
    "agreement": ("Agreements", {"partner": ("dai su quan cong hoa dan chu", "Đại sứ quán Cộng hòa Dân chủ"),
                                 "title": f"Bản ghi nhớ {MARK}"}, ("content", "Giao lưu")),
    "greeting": ("Greetings", {"partner": f"Ngài {MARK}", "occasion": "Năm mới", "date": "1/1/2022"},
                 ("signed_by", "Bà Lan")),
    "publication": ("Publications", {"title": f"Bản tin {MARK}", "type": "Bulletin", "date": "6/5/2021"},
                    ("issue", "Số 7")),
    "directive": ("Directives", {"issuer": f"Ban {MARK}", "title": "Về việc thử", "kind": "Plan"}, ("number", "7-KH")),
    "task": ("Tasks", {"directive": ("12-ct", "12-CT/TW"), "text": f"Việc {MARK}"}, ("number", "77")),
    "campaign": ("Campaigns", {"name": f"Quỹ {MARK}"}, ("called_by", "UBND tỉnh")),
    "donation": ("Donations", {"date": "6/5/2021", "donor": f"Ông {MARK}", "amount": "5000000"},
                 ("receipt_number", "PT7")),
    "aid_project": ("Aid projects", {"name": f"Dự án {MARK}", "kind": "Project"}, ("local_owner", "UBND xã")),
    "disbursement": ("Disbursements", {"aid_project": AID_PROJECT, "date": "6/5/2021", "amount": "5000", "note": MARK},
                     ("note", f"{MARK} hai")),
    "overseas_contact": ("Overseas contacts", {"name": f"Trần Thị {MARK}", "country": ("germ", "Germany")}, ("city", "Berlin")),
    "contact_log": ("Contact log", {"contact": PERSON, "date": "6/5/2021", "topic": "Other", "content": MARK},
                    ("note", "Mới")),
    "diaspora_count": ("Diaspora counts", {"as_of": "31/12/2021", "number": "700", "source": MARK}, ("note", "Mới")),
    "remittance": ("Remittances", {"from": "1/1/2021", "to": "31/12/2021", "amount": "5000", "source": MARK},
                   ("note", "Mới")),
    "association_abroad": ("Associations abroad", {"name": f"Hội người Việt {MARK}"}, ("address", "Berlin")),
    "office_profile": ("Office profiles", {"name": f"Cơ quan {MARK}", "place": "Bắc Ninh"}, ("symbol", "LH")),
    "stated_figure": ("Stated figures", {"indicator": f"Số {MARK}", "to": "31/12/2021", "number": "7"},
                      ("unit", "người")),
    "plan_target": ("Plan targets", {"indicator": "4. New members (people)", "year": "1999", "amount": "7",
                                     "source": MARK},
                    ("note", "Mới")),
    "former_name": ("Former names", {"organization": ORGANIZATION, "name": f"Hội {MARK}", "to": "31/12/2021"},
                    ("note", "Mới")),
    "anniversary": ("Anniversaries", {"title": f"Ngày {MARK}", "day": "6/5/1975"}, ("note", "Mới")),
    "holiday": ("Holidays", {"name": f"Tết {MARK}", "from": "1/1/2022"}, ("note", "Mới")),
    "report_rule": ("Period rules", {"rules": MARK, "period": "Month"}, ("note", "Mới")),
    "area": ("Areas", {"name": f"Xã {MARK}", "level": "Commune"}, ("code", "ZT7")),
    "country": ("Countries", {"code": "ZT", "name": f"Nước {MARK}"}, ("name_en", "Zetaland")),
    "submission": ("Submissions", {"form": f"M {MARK}", "period": "2021", "from": "15/12/2020", "to": "14/12/2021",
                                   "made_on": "15/12/2021", "workbook": None}, ("sent_to", "Sở Ngoại vụ")),
    "saved_list": ("Saved lists", {"name": f"Danh sách {MARK}", "list": "person"}, ("search", "lào")),
}


class Clerk:
    independent = True

    def __init__(self, program, folder):
        self.program = program
        self.folder = folder
        self.register = os.path.join(folder, "mau.huunghi")
        self.person = None
        self.kinds = json.loads(self.ask("kinds", "--format", "json"))
        self.steps = (self.know_all, *(self.make_step(kind) for kind in self.kinds if kind["name"] in FORMS))

    def make_step(self, kind):
        def step():
            self.go_through(kind)
        step.__doc__ = f"{FORMS[kind['name']][0]}: added, found, changed, deleted and brought back"
        return step

    def ask(self, *arguments):
        return subprocess.run([self.program, *arguments], check=True, stdout=subprocess.PIPE, text=True).stdout

    def found(self, kind):
        return json.loads(self.ask("list", self.register, kind["name"], "--search", MARK, "--format", "json"))

    def fields(self, kind):
        return {field["name"]: field for field in kind["fields"]}

    # the steps

    def know_all(self):
        """every kind that has a list is gone through, and every field that must be filled in is filled in"""
        beside = {"attachment"}  # of a record, at its side
        missing = {kind["name"] for kind in self.kinds} - set(FORMS) - beside
        assert not missing, f"nothing is tried of {missing}"
        self.ask("sample", self.register)
        self.ask("add", self.register, "organization", f"name={ORGANIZATION[1]}", "kind=bilateral", "countries=DK")
        self.ask("add", self.register, "person", f"name={PERSON[1]}")
        self.ask("add", self.register, "aid_project", f"name={AID_PROJECT[1]}", "kind=project")

    def start(self):
        if self.person is None or self.person.process.poll() is not None:
            self.person = Person(self.program, [self.register])
            self.person.wait_names("the organizations", lambda names: len(names) > 10)

    def go_to_list(self, kind):
        """With the keys for the tabs and for the lists of a tab."""
        if kind["tab"] in TABS:
            self.person.press(f"alt+{TABS.index(kind['tab']) + 1}")
        elif self.person.look(Role.LABEL, OFFICE) is None:
            self.person.open_office(OFFICE)
        self.person.go_to_list(FORMS[kind["name"]][0])

    def fill(self, kind, values):
        fields = self.fields(kind)
        for name, value in values.items():
            label = fields[name]["label"]
            if fields[name]["type"] == "bytes":
                self.choose_file(label)
            elif isinstance(value, tuple):
                self.person.complete(label, *value)
            elif fields[name]["type"] == "choice":
                self.person.answer(label, value)
            else:
                self.person.fill(label, value)

    def choose_file(self, label):
        path = os.path.join(self.folder, "bao-cao.xlsx")
        with open(path, "wb") as file:
            file.write(b"PK")
        self.person.unfold(label)
        self.person.push(self.person.find(Role.BUTTON, lambda node: node.get_name().startswith((label, "Choose…"))))
        self.person.focus_window(label)
        self.person.press("ctrl+l")  # else it asks for a name only where a file is to be written
        self.person.name_file(path)
        self.person.find(Role.LABEL, "2 B")
        self.person.focus_window("Hữu Nghị")

    def save(self, form):
        self.person.press("ctrl+Return")
        wait("the form gone", lambda: not has(form, State.SHOWING))

    def nothing_is_shown(self):
        """Neither by these words, nor, where it was the only one, at all."""
        return self.person.look(Role.LABEL, "Nothing Found") is not None or self.person.empty_title() is not None

    def go_through(self, kind):
        self.start()
        self.go_to_list(kind)
        label = kind["label"][0].lower() + kind["label"][1:]
        _, values, (changed, new) = FORMS[kind["name"]]

        self.person.press("ctrl+n")
        form = self.person.find(Role.DIALOG, f"Add {label}")
        self.fill(kind, values)
        self.save(form)
        assert len(self.found(kind)) == 1, f"{self.found(kind)} in the register"

        self.person.press("ctrl+f")
        self.person.wait_focus(self.person.search_entry())
        self.person.type(MARK.lower())
        self.person.wait_names("the record alone", lambda names: len(names) == 1)
        self.person.press("Return")
        wait("the row selected", lambda: has(self.person.rows()[0], State.SELECTED))

        self.person.press("Return")
        form = self.person.find(Role.DIALOG, lambda node: True)
        self.fill(kind, {changed: new})
        self.save(form)
        values = [record.get(changed) for record in self.found(kind)]
        assert values == [new], f"{changed} is {values}"

        wait("the row to delete", lambda: len(self.person.rows()) == 1 and has(self.person.rows()[0], State.SELECTED))
        self.person.press("Delete")
        wait("an empty list", self.nothing_is_shown)
        assert self.found(kind) == [], "it is still in the register"
        self.person.press("ctrl+z")
        self.person.wait_names("the record again", lambda names: len(names) == 1)
        assert len(self.found(kind)) == 1, "it is not in the register again"
        self.person.press("ctrl+f", "Escape")
        wait("no search", lambda: text_of(self.person.search_entry()) == "")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        sys.exit(steps.run(Clerk(sys.argv[1], home)))
