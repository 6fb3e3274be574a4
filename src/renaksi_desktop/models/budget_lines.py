"""The budget lines that can be added to one Indikator, found by their words, each with the amount it is to pay."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QObject

from renaksi_desktop.domain.outline import Key, Outline, budget_lines
from renaksi_desktop.domain.plan import Indikator, SubKomponen
from renaksi_desktop.domain.rupiah import parse_rupiah
from renaksi_desktop.models.cells import Cell, rupiah_cell, sisa_cell
from renaksi_desktop.models.draft_model import DraftModel
from renaksi_desktop.models.session import PlanSession

KOLOM_RO, KOMPONEN, SUB_KOMPONEN, ANGGARAN, SISA, KONTRIBUSI = range(6)


class BudgetLinesModel(DraftModel[Mapping[Key, int]]):
    """Columns: RO, Komponen, Sub Komponen, Anggaran, what of it remains, and the Kontribusi.

    The draft holds the amounts that were typed; where none was, the line pays what remains of it.
    """

    numeric = (ANGGARAN, SISA, KONTRIBUSI)
    with_bar = (SISA,)
    typed = (KONTRIBUSI,)

    def __init__(self, session: PlanSession, indikator: Indikator, parent: QObject | None = None) -> None:
        self._indikator, self._search = indikator, ""
        super().__init__(session, {}, parent)

    def search(self, text: str) -> None:
        """Show only the lines that hold every word of `text`."""
        self._search = text
        self.sync()

    def amounts(self, keys: Iterable[Key]) -> dict[SubKomponen, int]:
        """Return what these lines are to pay, in rupiah, in the order of the budget."""
        wanted, lines = set(keys), self.session.totals.lines
        return {line.subkomponen: self._amount(key) for key, line in lines.items() if key in wanted}

    def written(self, draft: Mapping[Key, int], key: Key, column: int, text: str) -> Mapping[Key, int]:
        jumlah = parse_rupiah(text)
        others = {other: typed for other, typed in draft.items() if other != key}
        return others if jumlah is None else {**others, key: jumlah}

    def outline(self) -> Outline:
        return budget_lines(self.session.totals, self._indikator, self._search)

    def headers(self) -> Sequence[str]:
        return (
            self.tr("RO"),
            self.tr("Komponen"),
            self.tr("Sub Komponen"),
            self.tr("Anggaran"),
            self.tr("Sisa"),
            self.tr("Kontribusi"),
        )

    def draft_cell(self, key: Key, column: int) -> Cell:
        totals, gaya = self.session.totals, self.session.gaya
        line = totals.lines[key]
        if column <= SUB_KOMPONEN:
            return Cell(f"{line[column].kode} - {line[column].nama}")
        if column == SISA:
            return sisa_cell(totals.of(line.subkomponen), gaya)
        return rupiah_cell(line.subkomponen.anggaran if column == ANGGARAN else self._amount(key), gaya)

    def _amount(self, key: Key) -> int:
        return self.draft.get(key, max(0, self.session.totals.remainder(key)))
