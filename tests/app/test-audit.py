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
    "backward": ("Tab goes back: from button “Print” to button “Save”", "Tab does not come there: "),
    "roleless": "without a role: ",
    "unlabelled": "not called as its label “Donor” says: ",
    "undescribed": "does not say what is wrong: ",
    "headless": "column without a head: ",
    "rows": "row without a name: ",
    "unsorted": "does not say its order: ",
}
GOOD = ("none", "described")


class Examiner:
    independent = True

    def __init__(self):
        self.person = None
        self.steps = (*(self.make_step(mistake, said) for mistake, said in MISTAKES.items()),
                      *(self.make_step(mistake, ()) for mistake in GOOD))

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


if __name__ == "__main__":
    sys.exit(steps.run(Examiner()))
