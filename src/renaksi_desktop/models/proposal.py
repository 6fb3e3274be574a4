"""What an import would change, in groups, and which budget lines it offers to share out again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from renaksi_desktop.document.incoming import Proposal
from renaksi_desktop.domain.comparison import Change
from renaksi_desktop.domain.plan import Gaya, Id
from renaksi_desktop.domain.resplitting import Offer
from renaksi_desktop.domain.rupiah import format_rupiah
from renaksi_desktop.models.keyed_model import bold

_OFFER: Final = Qt.ItemDataRole.UserRole


class _Row(NamedTuple):
    place: str
    before: str = ""
    after: str = ""
    offer: Offer | None = None


class ProposalModel(QStandardItemModel):
    """Columns: the place, what stands there, and what will stand there. Offers carry a tick."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ticks: dict[Id, bool] = {}

    def show(self, proposal: Proposal) -> None:
        """Show a proposal. A tick stays as it was left; at first all are set but for equal shares of nothing."""
        self._ticks |= {_line(item): item.checkState() is Qt.CheckState.Checked for item in self._offers()}
        self.clear()
        self.setHorizontalHeaderLabels([self.tr("Bagian rencana"), self.tr("Sebelum"), self.tr("Sesudah")])
        for title, rows in _groups(proposal):
            self._add_group(title, list(rows))

    def groups(self) -> list[QModelIndex]:
        """Return the rows of the groups."""
        return [self.index(row, 0) for row in range(self.rowCount())]

    def chosen(self) -> list[Offer]:
        """Return the offers that are ticked."""
        return [item.data(_OFFER) for item in self._offers() if item.checkState() is Qt.CheckState.Checked]

    def _offers(self) -> Iterator[QStandardItem]:
        for group in map(self.item, range(self.rowCount())):
            below = map(group.child, range(group.rowCount()))
            yield from (item for item in below if item.isCheckable())

    def _add_group(self, title: str, rows: list[_Row]) -> None:
        if not rows:
            return
        group = QStandardItem(f"{title} ({len(rows)})")
        group.setFont(bold())
        group.setEditable(False)
        for row in rows:
            group.appendRow(list(self._items(row)))
        self.appendRow(group)

    def _items(self, row: _Row) -> Iterator[QStandardItem]:
        first, *others = map(_item, (row.place, row.before, row.after))
        if offer := row.offer:
            first.setData(offer, _OFFER)
            first.setCheckable(True)
            ticked = self._ticks.get(_line(first), not offer.equal)
            first.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        yield from (first, *others)


def _item(text: str) -> QStandardItem:
    item = QStandardItem(text)
    item.setEditable(False)
    item.setToolTip(text)
    return item


def _line(item: QStandardItem) -> Id:
    offer: Offer = item.data(_OFFER)
    return offer.line.subkomponen.id


def _groups(proposal: Proposal) -> Iterator[tuple[str, Iterable[_Row]]]:
    """Yield each group by its title: first what was not understood, since that is to be mended in the file."""
    gaya = proposal.plan.cetak.gaya
    yield _tr("Perlu diperiksa"), (_Row(str(problem)) for problem in proposal.problems)
    yield _tr("Kontribusi yang dapat dibagi ulang"), (_offered(offer, gaya) for offer in proposal.offers)
    yield _tr("Keterangan"), map(_Row, proposal.remarks)
    for change in Change:
        lines = (line for line in proposal.changes if line.change is change)
        yield change.capitalize(), (_Row(line.place, line.before, line.after) for line in lines)


def _offered(offer: Offer, gaya: Gaya) -> _Row:
    def told(shared: int, anggaran: int) -> str:
        return _tr("{} dari {}").format(format_rupiah(shared, gaya), format_rupiah(anggaran, gaya))

    place = f"{offer.line.kode} {offer.line.subkomponen.nama}"
    after = told(offer.proposed, offer.after) if offer.amounts else _tr("perlu dibagi dengan tangan")
    return _Row(place, told(offer.shared, offer.before), after, offer if offer.amounts else None)


def _tr(text: str) -> str:
    return QCoreApplication.translate("proposal", text)
