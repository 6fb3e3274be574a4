"""The plan at a glance as Qt objects see it: made anew with each check, and only while somebody looks at it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, ClassVar, Final

from PySide6.QtCore import QObject, Qt, Signal

from renaksi_desktop.document.document import Change
from renaksi_desktop.domain import summary_text
from renaksi_desktop.domain.outline import ROOT, Key, Outline
from renaksi_desktop.domain.summary import PlanSummary
from renaksi_desktop.domain.summary_text import Line
from renaksi_desktop.models.cells import EMPTY, Cell
from renaksi_desktop.models.findings import MARKS
from renaksi_desktop.models.keyed_model import KeyedModel
from renaksi_desktop.models.keyed_rows import Index
from renaksi_desktop.models.session import PlanSession

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


class SummaryModel(KeyedModel):
    """Rows of a summary, all of them derived: one for each of its `lines`."""

    heading_column = _NO_STRIP
    framed: ClassVar[bool] = True
    """Whether a bar is a part of a whole, which a frame around it shows."""

    def __init__(self, live: LiveSummary, parent: QObject | None = None) -> None:
        self.live = live
        self._lines: Mapping[Key, Line] = {}
        super().__init__(live.session, parent)
        live.renewed.connect(self._show)

    def lines(self) -> Iterable[tuple[Key, Line]]:
        """Return the lines with their keys."""
        raise NotImplementedError

    def line(self, index: Index) -> Line | None:
        """Return what a row shows; None for one that is about to go."""
        return self._lines.get(self.key(index))

    def outline(self) -> Outline:
        self._lines = dict(self.lines())
        return {ROOT: tuple(self._lines)}

    def cell(self, key: Key, column: int) -> Cell:
        line = self._lines.get(key)
        return Cell(line.texts[column]) if line else EMPTY

    def heading(self, key: Key) -> str | None:
        line = self._lines.get(key)
        return line.texts[NAME] if line and line.heads else None

    def is_quiet(self, index: Index) -> bool:
        return False  # where all is derived, nothing need say so

    def follow(self, change: Change) -> None:
        """Leave it to the summary to follow the plan."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in _SPOKEN_ROLES and (line := self.line(index)):
            if role == Qt.ItemDataRole.ToolTipRole:
                return "\n".join(filter(None, (line.texts[NAME], line.words)))
            if role == Qt.ItemDataRole.AccessibleDescriptionRole or (line.bar and index.column() == BAR):
                return line.words
        return super().data(index, role)

    def _show(self) -> None:
        self.sync()
        self.refresh()


class SharesModel(SummaryModel):
    """What each Sasaran and Indikator costs, beside a bar whose full length is the largest of all."""

    numeric = (AMOUNT, REST)
    framed = False

    def lines(self) -> Iterable[tuple[Key, Line]]:
        return ((line.place.node, line) for line in summary_text.shares(self.live.value, self.session.gaya))

    def headers(self) -> Sequence[str]:
        return (self.tr("Sasaran dan Indikator"), self.tr("Perbandingan"), self.tr("Anggaran"), self.tr("Bagian"))


class SpreadsModel(SummaryModel):
    """How each RO is shared out; the amount that is shared out, only the bar tells."""

    numeric = (AMOUNT, REST)

    def lines(self) -> Iterable[tuple[Key, Line]]:
        for line in summary_text.spreads(self.live.value, self.session.gaya):
            name, bar, whole, _, rest = line.texts
            yield line.place.node, line._replace(texts=(name, bar, whole, rest))

    def headers(self) -> Sequence[str]:
        return (self.tr("RO"), self.tr("Terbagi"), self.tr("Anggaran"), self.tr("Sisa"))


class GroupsModel(SummaryModel):
    """The kinds of what is found, the gravest first, each with the number of its findings."""

    numeric = (1,)

    def lines(self) -> Iterable[tuple[Key, Line]]:
        for group in self.live.value.groups:
            severity, code, found = group
            text = f"{MARKS[severity]} {summary_text.group(group, self.session.plan)}"
            line = Line((text, str(len(found))), found[0].where, f"{len(found)} {severity}")
            yield f"{severity}:{code}", line

    def headers(self) -> Sequence[str]:
        return (self.tr("Temuan"), self.tr("Jumlah"))
