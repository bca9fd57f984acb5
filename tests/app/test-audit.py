# That the audit finds what it looks for: a window with one mistake each: test-audit.py PROGRAM
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import sys

import audit
import steps
from accessible import Role, State, has, wait
from person import Person

WINDOW = os.path.join(os.path.dirname(os.path.realpath(__file__)), "mistakes.py")

# What is wrong with a window, and what is to be said of it and of what follows from it.
MISTAKES = {
    "nameless": "without a name: button",
    "small": "large: button “Save”",
    "backward": ("Tab goes back: from button “Send” to button “Print”",
                 "Tab goes back: from button “Print” to button “Save”", "Tab does not come there: "),
    "roleless": "without a role: ",
    "unlabelled": ("not called as its label “Donor” says: ", "not related to its label “Donor”: "),
    "unrelated": "not related to its label “Donor”: ",
    "undescribed": "does not say what is wrong: ",
    "unexplained": "wrong without words that are seen: ",
    "headless": ("column without a head: ", "head that does not say whether the table is sorted by it: "),
    "rows": "row without a name: ",
    "unsorted": "does not say its order: ",
    "unsorted head": "head that does not say whether the table is sorted by it: ",
    "columnless": "cells that do not say their column: ",
}
GOOD = ("none", "described")


class Examiner:
    independent = True

    def __init__(self):
        self.person = None
        self.steps = (*(self.make_step(mistake, said) for mistake, said in MISTAKES.items()),
                      *(self.make_step(mistake, ()) for mistake in GOOD), self.hear_warning)

    def make_step(self, mistake, said):
        def step():
            self.look_at(mistake, said)
        step.__doc__ = f"a window with the mistake “{mistake}”" if said else f"a good window, “{mistake}”"
        return step

    def look_at(self, mistake, said):
        self.person = Person(sys.executable, [WINDOW, mistake])
        self.person.find(Role.TREE_TABLE, "Records")
        wait("the focus", lambda: self.person.focused() is not None and has(self.person.focused(), State.FOCUSED))
        findings = audit.list_all(self.person)
        self.person.end()
        wanted = (said,) if isinstance(said, str) else said
        for words in wanted:
            assert any(words in finding for finding in findings), findings or "nothing found"
        others = [finding for finding in findings if not any(words in finding for words in wanted)]
        assert not others, others

    def hear_warning(self):
        """a window of which the toolkit complains"""
        self.person = Person(sys.executable, [WINDOW, "warning"])
        self.person.find(Role.TREE_TABLE, "Records")
        warnings = self.person.new_warnings()
        assert any("Something is too small." in line for line in warnings), warnings
        assert self.person.new_warnings() == [], "it is heard twice"


if __name__ == "__main__":
    sys.exit(steps.run(Examiner()))
