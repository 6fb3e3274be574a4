"""Beside the choice of a kind of target: the kind that is suggested, or what the declared one means."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from renaksi_desktop.domain.edits import one_step
from renaksi_desktop.domain.explanations import explained
from renaksi_desktop.domain.kind_words import Suggestion, suggested_kind
from renaksi_desktop.domain.plan import Indikator
from renaksi_desktop.domain.target_remedies import choose_kind
from renaksi_desktop.domain.wording import spoken
from renaksi_desktop.models.session import PlanSession
from renaksi_desktop.widgets.elided_label import ElidedLabel


class KindHint(QWidget):
    """Suggests to each Indikator without a kind its own, all of which one button takes as one step."""

    def __init__(self, session: PlanSession, find: Callable[[], Sequence[Indikator]]) -> None:
        super().__init__()
        self._session, self._find = session, find
        self._text = ElidedLabel()
        self._text.setObjectName("saranJenis")
        self._take = QPushButton(self.tr("Pakai"))
        self._take.setObjectName("pakaiJenis")
        self._take.setAccessibleName(self.tr("Pakai jenis target yang disarankan"))
        self._take.clicked.connect(self._choose)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._take)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.follow()

    def follow(self) -> None:
        """Tell of the Indikator as they are now; while nobody looks, nothing is worked out."""
        if not self.isVisible():
            return
        suggested = self._suggested()
        self._take.setVisible(bool(suggested))
        self._text.setText(self._suggestion(suggested.values()) if suggested else self._explanation())

    def _suggested(self) -> dict[Indikator, Suggestion]:
        undeclared = [indikator for indikator in self._find() if indikator.jenis_target is None]
        return {indikator: found for indikator in undeclared if (found := suggested_kind(indikator))}

    def _suggestion(self, suggested: Collection[Suggestion]) -> str:
        kinds = ", ".join(dict.fromkeys(spoken(each.kind) for each in suggested))
        by_words = all(each.by_words for each in suggested)
        told = self.tr("Saran: {} (menurut kata-katanya)") if by_words else self.tr("Saran: {} (menurut isinya)")
        return told.format(kinds)

    def _explanation(self) -> str:
        kinds = {indikator.jenis_target for indikator in self._find()}
        kind = kinds.pop() if len(kinds) == 1 else None
        return explained(kind) if kind else ""

    def _choose(self) -> None:
        steps = [choose_kind(indikator, found.kind) for indikator, found in self._suggested().items()]
        if steps:
            self._session.apply(one_step(self.tr("Pilih jenis target yang disarankan pada {} Indikator"), steps))
