"""The open document as Qt objects see it: signals, the row in focus, and look-ups made once per plan."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Signal

from renaksi_desktop.document.document import Change, Document
from renaksi_desktop.domain.edits import Edit
from renaksi_desktop.domain.errors import RenaksiError
from renaksi_desktop.domain.index import Index
from renaksi_desktop.domain.outline import ROOT, Key, group_of, nodes_of
from renaksi_desktop.domain.plan import Gaya, Node, NodeT, Plan, every_indikator
from renaksi_desktop.domain.totals import Totals
from renaksi_desktop.models.findings import Findings
from renaksi_desktop.models.only_sasaran import OnlySasaran
from renaksi_desktop.models.search import Search


class PlanSession(QObject):
    """Stands between one document at a time and all models and pages of a window."""

    replaced = Signal()
    """Another document is open."""
    changed = Signal(object)
    """The plan changed; carries the `Change`."""
    stateChanged = Signal()
    """The file, the modified mark or the names of undo and redo may be others."""
    currentChanged = Signal(str)
    """The key of the row in focus, or the empty text."""
    chosenChanged = Signal()
    """Other rows than before are selected together with the one in focus."""
    summed = Signal(object)
    """The `Summary` of the selected cells of the view in use, or None for a single cell."""
    told = Signal(str)
    """Something was done that the officer should know more of, with the sentence that says it."""
    refused = Signal(str)
    """Something was not done, with the sentence that says why."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._take(document)
        self.findings = Findings(self)
        self.search = Search(self)
        self.only = OnlySasaran(self)

    def _take(self, document: Document) -> None:
        self._document = document
        self._totals = Totals(document.plan)
        self._index = Index.of(document.plan)
        self._current: Key = ROOT
        self._chosen: tuple[Key, ...] = ()
        document.subscribe(self._follow)

    @property
    def document(self) -> Document:
        return self._document

    @property
    def plan(self) -> Plan:
        return self._document.plan

    @property
    def gaya(self) -> Gaya:
        """The style of numbers, which the window shows as it will be printed."""
        return self.plan.cetak.gaya

    @property
    def totals(self) -> Totals:
        return self._totals

    @property
    def index(self) -> Index:
        return self._index

    @property
    def current(self) -> Key:
        """The key of the row in focus: a node's id, or that of a group; ROOT for none."""
        return self._current

    def focus(self, kind: type[NodeT]) -> NodeT | None:
        """Return the nearest node of this type among what is in focus and what it stands below."""
        return self.index.above(group_of(self._current)[0], kind)

    def focused(self) -> tuple[Node, ...]:
        """Return the nodes that are in focus: of all rows selected together; a group's are its Kontribusi."""
        keys = self._chosen if self._current in self._chosen else (self._current, *self._chosen)
        return tuple({node.id: node for key in keys for node in nodes_of(key, self.index)}.values())

    def chosen(self, kind: type[NodeT]) -> tuple[NodeT, ...]:
        """Return the nodes of this type that are in focus; where none is, the nearest one above."""
        found = tuple(node for node in self.focused() if isinstance(node, kind))
        nearest = self.focus(kind)
        return found or (() if nearest is None else (nearest,))

    def replace(self, document: Document) -> None:
        """Go on with another document, and close the one before."""
        old = self._document
        self._take(document)
        self.replaced.emit()
        self.select_first()
        self.stateChanged.emit()
        self._attempt(old.close)

    def apply(self, edit: Edit) -> bool:
        """Do an edit; where it is refused, tell why and return False."""
        return self._attempt(lambda: self._document.apply(edit))

    def tell_readings(self, sentences: Iterable[str]) -> None:
        """Tell how texts were read that may be meant otherwise; of several the first, and how many more."""
        if told := list(filter(None, sentences)):
            more = self.tr(" Begitu pula {} isian lain.").format(len(told) - 1)
            self.told.emit(told[0] + (more if len(told) > 1 else ""))

    def undo(self) -> bool:
        return self._attempt(self._document.undo)

    def redo(self) -> bool:
        return self._attempt(self._document.redo)

    def select_first(self) -> None:
        """Put the first Indikator in focus, so that a fresh window shows a whole example of what it is for."""
        first = next(every_indikator(self.plan), None)
        self._current, self._chosen = first.id if first else ROOT, ()
        self.currentChanged.emit(self._current)

    def select(self, key: Key, *chosen: Key) -> None:
        """Put a row in focus, so that every view shows it; `chosen` are all that are selected together with it."""
        current, before = self._current, self._chosen
        self._current, self._chosen = key, chosen
        if key != current:
            self.currentChanged.emit(key)
        if chosen != before:
            self.chosenChanged.emit()

    def _attempt(self, step: Callable[[], object]) -> bool:
        try:
            step()
        except RenaksiError as error:
            self.refused.emit(str(error))
            return False
        self.stateChanged.emit()
        return True

    def _follow(self, change: Change) -> None:
        self._totals = Totals(change.new, self._totals)
        self._index = self._index.after(change.difference)
        self.changed.emit(change)
        self._chosen = tuple(key for key in self._chosen if nodes_of(key, self.index))
        if not nodes_of(self._current, self.index):
            self.select(ROOT)
