"""An input for one field of a node, or of several: shows it, follows it, and turns what is typed into an edit."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from renaksi_desktop.domain.edits import one_step
from renaksi_desktop.domain.entry import other_reading, show_field
from renaksi_desktop.domain.errors import EntryRefused
from renaksi_desktop.domain.fields import FIELDS, NAMES, Kind
from renaksi_desktop.domain.findings import Place
from renaksi_desktop.domain.plan import Id, Node
from renaksi_desktop.models.cells import field_edit
from renaksi_desktop.models.session import PlanSession
from renaksi_desktop.widgets.completion import complete
from renaksi_desktop.widgets.field_inputs import DIFFERENT, Line, input_for
from renaksi_desktop.widgets.field_mark import FieldMark

Find = Callable[[], Sequence[Node]]
"""Returns the nodes as they are in the present plan: mostly one, and none once it is gone."""


class FieldEditor(QWidget):
    """An editor with a mark for what is found there, and room below for the reason why a text is not taken.

    What is typed goes to all nodes that `find` returns, as one step. Several are for lines and choices only.
    """

    def __init__(self, session: PlanSession, kind: Kind, find: Find, name: str) -> None:
        super().__init__()
        self._session, self._find, self._name = session, find, name
        self._editor = input_for(kind)
        self._editor.setObjectName(name)
        self._editor.finished.connect(self._commit)
        self.setFocusProxy(self._editor)
        self._mark = FieldMark(session, self._editor)
        self._reason = QLabel()
        self._reason.setObjectName("reason")
        self._reason.setWordWrap(True)
        self._reason.hide()
        self._lay_out()
        session.changed.connect(self.follow)
        session.replaced.connect(self._load)
        session.currentChanged.connect(self.follow)
        self._load()

    def setAccessibleName(self, name: str) -> None:
        """Have the name spoken where the keyboard is."""
        super().setAccessibleName(name)
        self._editor.setAccessibleName(name)

    def offer(self, words: Callable[[], Iterable[str]]) -> None:
        """Offer these words while a line is typed."""
        if isinstance(self._editor, QLineEdit):
            complete(self._editor, words)

    def show_example(self, example: str) -> None:
        """Tell what is written in a line while it is blank."""
        if isinstance(self._editor, Line):
            self._editor.show_example(example)

    def follow(self) -> None:
        """Show other nodes or another value; a refused text stays until then, to be mended."""
        if self._state() != (self._of, self._shown):
            self._load()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(2)
        line.addWidget(self._editor, 1)
        line.addWidget(self._mark)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(line)
        layout.addWidget(self._reason)

    def _load(self) -> None:
        """Show the field as it is in the plan."""
        self._of, self._shown = self._state()
        self.setEnabled(bool(self._of))
        self._editor.show_text(self._shown)
        self._mark.show_at([Place(node, self._name) for node in self._of])
        self._reason.hide()

    def _state(self) -> tuple[Collection[Id], str]:
        nodes = self._find()
        texts = {show_field(node, self._name, self._session.gaya) for node in nodes}
        return [node.id for node in nodes], DIFFERENT if len(texts) > 1 else "".join(texts)

    def _commit(self, text: str) -> None:
        index = self._session.index.nodes
        nodes = [index[node] for node in self._of if node in index]  # those shown while it was typed
        if not nodes or text == self._shown:
            self._reason.hide()
            return
        try:
            steps = [field_edit(node, self._name, text) for node in nodes]
        except EntryRefused as reason:
            self._reason.setText(self.tr("⚠ {} Nilai lama tetap dipakai.").format(reason))
            self._reason.show()
            return
        of = type(nodes[0])
        name = self.tr("Ubah {} {{}} {}").format(FIELDS[of][self._name].label, NAMES[of])
        if self._session.apply(one_step(name, steps)):
            self._session.tell_readings([other_reading(nodes[0], self._name, text, self._session.gaya)])
        self._load()
