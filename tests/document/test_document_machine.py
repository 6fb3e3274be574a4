"""Every edit, undo, redo, save, reopening and sudden death of the program, in any order."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from tests.strategies import edits, plans

from renaksi_desktop.document.document import Change, Document
from renaksi_desktop.domain.difference import difference
from renaksi_desktop.domain.plan import Plan
from renaksi_desktop.storage.places import Places
from renaksi_desktop.storage.recovery import abandoned


class OneDocument(RuleBasedStateMachine):
    """Keeps beside the document what an officer would expect of it: the plan, what can be undone, the file."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.places = Places(self.folder / "data")
        self.file = self.folder / "rencana.renaksi"

    @initialize(plan=plans())
    def start(self, plan: Plan) -> None:
        self.plan = self.saved = plan
        self.past: list[Plan] = []
        self.future: list[Plan] = []
        self._take(Document.new(plan, self.places))

    @rule(data=st.data())
    def edit(self, data: st.DataObject) -> None:
        edit = data.draw(edits(self.plan))
        expected = edit.apply(self.plan)
        if self.document.apply(edit):
            assert self.document.undo_name == edit.name
            self.past, self.future, self.plan = [*self.past, self.plan], [], expected
        else:
            assert expected == self.plan

    @precondition(lambda self: self.past)
    @rule()
    def undo(self) -> None:
        self.document.undo()
        self.future.append(self.plan)
        self.plan = self.past.pop()

    @precondition(lambda self: self.future)
    @rule()
    def redo(self) -> None:
        self.document.redo()
        self.past.append(self.plan)
        self.plan = self.future.pop()

    @rule()
    def save(self) -> None:
        if self.document.path is None:
            self.document.save_as(self.file)
        else:
            self.document.save()
        self.saved = self.plan
        assert not self.document.is_modified

    @precondition(lambda self: self.file.exists())
    @rule()
    def close_and_reopen(self) -> None:
        self.document.close()
        assert abandoned(self.places.work) == []
        self._take(Document.open(self.file, self.places))
        self.plan, self.past, self.future = self.saved, [], []

    @rule()
    def die_and_recover(self) -> None:
        """What a kill leaves on disk is what stands there now; the dying owner's lock is not in a copy of it."""
        after = self.folder / "after"
        shutil.copytree(self.places.work, after / "kerja")
        found = abandoned(after / "kerja")
        if self.plan == self.saved:
            assert found == []
        else:
            recovered = Document.recover(found[0].path, Places(after))
            assert recovered.plan == self.plan
            assert recovered.path == self.document.path
            assert recovered.is_modified
            recovered.close()
        shutil.rmtree(after)

    @invariant()
    def what_is_seen_is_what_is_expected(self) -> None:
        assert self.document.plan == self.plan
        assert self.told == self.plan, "the listeners were told every change"
        assert (self.document.undo_name is None) == (not self.past)
        assert (self.document.redo_name is None) == (not self.future)

    def teardown(self) -> None:
        if hasattr(self, "document"):
            self.document.close()
        shutil.rmtree(self.folder)

    def _take(self, document: Document) -> None:
        self.document, self.told = document, document.plan
        document.subscribe(self._listen)

    def _listen(self, change: Change) -> None:
        assert change.old == self.told
        assert change.difference == difference(change.old, change.new)
        self.told = change.new


OneDocument.TestCase.settings = settings(
    max_examples=20,
    stateful_step_count=20,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
TestOneDocument = OneDocument.TestCase
