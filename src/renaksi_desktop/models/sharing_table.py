"""The table on which one SubKomponen is shared out: all Indikator, what each has and what it is to get."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QObject, Qt

from renaksi_desktop.document.document import Change
from renaksi_desktop.domain.kontribusi_edits import share_out
from renaksi_desktop.domain.outline import ROOT, Key, Outline, indikator_rows
from renaksi_desktop.domain.plan import RO, Id, Indikator, Kontribusi, Sasaran, SubKomponen
from renaksi_desktop.domain.rupiah import format_rupiah, parse_rupiah
from renaksi_desktop.domain.share_text import percent
from renaksi_desktop.domain.sharing import Sharing, parse_percent
from renaksi_desktop.domain.target import format_target
from renaksi_desktop.domain.totals import Sums
from renaksi_desktop.models.cells import EMPTY, Cell
from renaksi_desktop.models.draft_model import DraftModel
from renaksi_desktop.models.keyed_rows import Index
from renaksi_desktop.models.session import PlanSession

INDIKATOR, SEKARANG, PERSEN, RUPIAH = range(4)
NOTHING = Sharing(0, {})


class SharingModel(DraftModel[Sharing]):
    """Columns: the Indikator with its tick, what it takes now, and percent and rupiah of what it is to get.

    It follows the SubKomponen in focus while it is `open`, and keeps the draft of each that is not applied.
    """

    numeric = (SEKARANG, PERSEN, RUPIAH)
    typed = (PERSEN, RUPIAH)

    def __init__(self, session: PlanSession, parent: QObject | None = None) -> None:
        self._search, self._line, self._is_open = "", "", False
        self._drafts: dict[Id, Sharing] = {}
        self._amounts: Mapping[Id, int] = {}
        super().__init__(session, NOTHING, parent)
        session.currentChanged.connect(self._follow_focus)

    @property
    def line(self) -> SubKomponen | None:
        """The SubKomponen that is shared out, if one is in focus."""
        return self.session.index.get(self._line, SubKomponen)

    @property
    def sums(self) -> Sums:
        """How far it would be shared out."""
        return Sums.of(self.draft.anggaran, sum(self._amounts.values()))

    def open(self, is_open: bool) -> None:
        """Follow the focus from now on, or do nothing any more."""
        self._is_open = is_open
        if is_open:
            self._follow_focus()
        else:
            self._show("")

    def search(self, text: str) -> None:
        """Show only the Indikator that hold every word of `text`."""
        self._search = text
        self.sync()

    def toggle(self, keys: Iterable[Key]) -> None:
        """Let the Indikator of these rows take part, or if all of them do, no longer; a heading is all of them."""
        rows = [key for row in keys for key in (self._below(row) or [row])]
        self.set_draft(self.draft.choose(rows, not self.draft.chosen.issuperset(rows)))

    def apply(self) -> bool:
        """Share out as drafted; where that is refused, tell why and return False."""
        line = self.line
        return line is not None and self.session.apply(share_out(line, self._amounts))

    def set_draft(self, draft: Sharing) -> None:
        self._drafts[self._line], self._amounts = draft, draft.amounts
        super().set_draft(draft)

    def written(self, draft: Sharing, key: Key, column: int, text: str) -> Sharing:
        return draft.type(key, parse_percent(text) if column == PERSEN else parse_rupiah(text) or 0)

    def outline(self) -> Outline:
        return indikator_rows(self.session.plan, self._search) if self.line else {ROOT: ()}

    def headers(self) -> Sequence[str]:
        return (self.tr("Indikator"), self.tr("Sekarang"), self.tr("Persen"), self.tr("Rupiah"))

    def heading(self, key: Key) -> str | None:
        sasaran = self.session.index.get(key, Sasaran)
        return f"{sasaran.kode}  {sasaran.uraian}" if sasaran else None

    def draft_cell(self, key: Key, column: int) -> Cell:
        indikator = self.session.index.get(key, Indikator)
        if indikator is None:
            return EMPTY
        if column == INDIKATOR:
            return Cell(f"{indikator.kode}  {indikator.uraian}")
        if column == PERSEN:
            return Cell(self._percent(key))
        jumlah = (self.draft.present if column == SEKARANG else self._amounts).get(key, 0)
        return Cell(format_rupiah(jumlah, self.session.gaya) if jumlah else "")

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.CheckStateRole and self._has_tick(index):
            chosen = self.key(index) in self.draft.chosen
            return Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked
        return super().data(index, role)

    def is_quiet(self, index: Index) -> bool:
        return super().is_quiet(index) and not self._has_tick(index)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if self._has_tick(index) else flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return super().setData(index, value, role)
        self.set_draft(self.draft.choose([self.key(index)], Qt.CheckState(value) is Qt.CheckState.Checked))
        return True

    def follow(self, change: Change) -> None:
        super().follow(change)
        self._renew()

    def reload(self) -> None:
        self._drafts, self._line = {}, ""
        super().reload()
        self._renew()

    def _has_tick(self, index: Index) -> bool:
        return index.column() == INDIKATOR and self.session.index.get(self.key(index), Indikator) is not None

    def _below(self, key: Key) -> list[Key]:
        sasaran = self.session.index.get(key, Sasaran)
        return [node.id for node in sasaran.indikator if self.index_of(node.id).isValid()] if sasaran else []

    def _percent(self, key: Key) -> str:
        part, jumlah, gaya = self.draft.typed.get(key), self._amounts.get(key, 0), self.session.gaya
        if isinstance(part, Decimal):
            return format_target(part.normalize(), gaya)
        return percent(jumlah, self.draft.anggaran, gaya) if jumlah and self.draft.anggaran else ""

    def _follow_focus(self) -> None:
        kontribusi, line = self.session.focus(Kontribusi), self.session.focus(SubKomponen)
        if kontribusi is None and self.session.focus(RO) is None:
            return  # what is in focus is no part of the budget
        found = kontribusi.subkomponen if kontribusi else line.id if line else ""
        if self._is_open and found != self._line:
            self._show(found)

    def _show(self, line_id: Id) -> None:
        self._line = line_id
        self.sync()
        self._renew()

    def _renew(self) -> None:
        """Take up the draft of the present line, as far as it still holds."""
        line = self.line
        fresh = Sharing.of(self.session.plan, line) if line else NOTHING
        self.set_draft(self._drafts.get(self._line, fresh).after(fresh))
