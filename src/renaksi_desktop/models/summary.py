"""The plan at a glance as Qt objects see it: made anew with each check, and only while somebody looks at it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, ClassVar, Final, Generic, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from renaksi_desktop.document.document import Change
from renaksi_desktop.domain import share_text, summary_text
from renaksi_desktop.domain.findings import Place
from renaksi_desktop.domain.outline import ROOT, Key, Outline
from renaksi_desktop.domain.plan import RO, Sasaran
from renaksi_desktop.domain.rupiah import format_rupiah
from renaksi_desktop.domain.summary import FindingGroup, PlanSummary, Share
from renaksi_desktop.domain.texts import named
from renaksi_desktop.domain.totals import Sums
from renaksi_desktop.models.cells import EMPTY, Cell
from renaksi_desktop.models.findings import MARKS
from renaksi_desktop.models.keyed_model import Index, KeyedModel
from renaksi_desktop.models.session import PlanSession

EntryT = TypeVar("EntryT")
NAME, BAR, AMOUNT, REST = range(4)
_SPOKEN_ROLES: Final = (
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)
_NO_STRIP: Final = 1_000
"""Past the last column: a Sasaran has a bar and an amount beside its name."""


class LiveSummary(QObject):
    """The `PlanSummary` of the session's plan. It follows the checks, which run shortly after the last key."""

    renewed = Signal()

    def __init__(self, session: PlanSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session, self._wanted = session, False
        session.findings.recounted.connect(self._outdate)
        self._renew()

    def want(self, wanted: bool) -> None:
        """Say whether anyone looks at the summary."""
        self._wanted = wanted
        if wanted and self._stale:
            self._renew()

    def _outdate(self) -> None:
        self._stale = True
        self.want(self._wanted)

    def _renew(self) -> None:
        session = self.session
        self.value = PlanSummary.of(session.plan, session.totals, session.findings.open)
        self._stale = False
        self.renewed.emit()


class Row(NamedTuple):
    """What a row shows: a text for each column, a bar, what the bar says in words, and where the row leads."""

    texts: Sequence[str]
    place: Place
    bar: Sums | None = None
    words: str = ""


class SummaryModel(KeyedModel, Generic[EntryT]):
    """Rows of a summary, all of them derived: those of `entries`, shown as `row_of` says."""

    heading_column = _NO_STRIP
    framed: ClassVar[bool] = True
    """Whether a bar is a part of a whole, which a frame around it shows."""

    def __init__(self, live: LiveSummary, parent: QObject | None = None) -> None:
        self.live = live
        self._entries: Mapping[Key, EntryT] = {}
        super().__init__(live.session, parent)
        live.renewed.connect(self._show)

    def entries(self) -> Iterable[tuple[Key, EntryT]]:
        """Return what each row is about, by its key."""
        raise NotImplementedError

    def row_of(self, entry: EntryT) -> Row:
        """Return what a row shows."""
        raise NotImplementedError

    def row(self, index: Index) -> Row | None:
        """Return what a row shows; None for one that is about to go."""
        entry = self._entries.get(self.key(index))
        return None if entry is None else self.row_of(entry)

    def outline(self) -> Outline:
        self._entries = dict(self.entries())
        return {ROOT: tuple(self._entries)}

    def cell(self, key: Key, column: int) -> Cell:
        entry = self._entries.get(key)
        return EMPTY if entry is None else Cell(self.row_of(entry).texts[column])

    def follow(self, change: Change) -> None:
        """Leave it to the summary to follow the plan."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in _SPOKEN_ROLES and (row := self.row(index)):
            if role == Qt.ItemDataRole.ToolTipRole:
                return "\n".join(filter(None, (row.texts[NAME], row.words)))
            if role == Qt.ItemDataRole.AccessibleDescriptionRole or (row.bar and index.column() == BAR):
                return row.words
        return super().data(index, role)

    def _show(self) -> None:
        self.sync()
        self.refresh()


class SharesModel(SummaryModel[Share]):
    """What each Sasaran and Indikator costs, beside a bar whose full length is the largest of all."""

    numeric = (AMOUNT, REST)
    framed = False

    def entries(self) -> Iterable[tuple[Key, Share]]:
        shares = self.live.value.shares
        self._largest = max((share.anggaran for share in shares), default=0)
        return ((share.node.id, share) for share in shares)

    def row_of(self, entry: Share) -> Row:
        node, gaya = entry.node, self.session.gaya
        part = summary_text.of_total(entry.anggaran, self.live.value, gaya)
        texts = (named(node.kode, node.uraian), "", format_rupiah(entry.anggaran, gaya), part)
        words = self.tr("Anggaran {}, {} dari Total").format(texts[AMOUNT], part)
        return Row(texts, Place(node.id), Sums.of(self._largest, max(0, entry.anggaran)), words)

    def headers(self) -> Sequence[str]:
        return (self.tr("Sasaran dan Indikator"), self.tr("Perbandingan"), self.tr("Anggaran"), self.tr("Bagian"))

    def heading(self, key: Key) -> str | None:
        entry = self._entries.get(key)
        return entry.node.uraian if entry and isinstance(entry.node, Sasaran) else None


class SpreadsModel(SummaryModel[tuple[RO, Sums]]):
    """How each RO is shared out."""

    numeric = (AMOUNT, REST)

    def entries(self) -> Iterable[tuple[Key, tuple[RO, Sums]]]:
        return ((ro.id, (ro, sums)) for ro, sums in self.live.value.spreads)

    def row_of(self, entry: tuple[RO, Sums]) -> Row:
        (ro, sums), gaya = entry, self.session.gaya
        rest = share_text.remainder(sums, gaya)
        texts = (named(ro.kode, ro.nama), "", format_rupiah(sums.anggaran, gaya), rest)
        return Row(texts, Place(ro.id), sums, share_text.shared_out(sums, gaya))

    def headers(self) -> Sequence[str]:
        return (self.tr("RO"), self.tr("Terbagi"), self.tr("Anggaran"), self.tr("Sisa"))


class GroupsModel(SummaryModel[FindingGroup]):
    """The kinds of what is found, the gravest first, each with the number of its findings."""

    numeric = (1,)

    def entries(self) -> Iterable[tuple[Key, FindingGroup]]:
        return ((f"{group.severity}:{group.code}", group) for group in self.live.value.groups)

    def row_of(self, entry: FindingGroup) -> Row:
        text = f"{MARKS[entry.severity]} {summary_text.group(entry, self.session.plan)}"
        words = f"{len(entry.findings)} {entry.severity}"
        return Row((text, str(len(entry.findings))), entry.findings[0].where, None, words)

    def headers(self) -> Sequence[str]:
        return (self.tr("Temuan"), self.tr("Jumlah"))
