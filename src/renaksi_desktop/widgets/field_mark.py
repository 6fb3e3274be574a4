"""The mark beside an editor about whose field something is found, which says what."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtWidgets import QLabel, QWidget

from renaksi_desktop.domain.findings import Place
from renaksi_desktop.domain.wording import sentence
from renaksi_desktop.models.findings import MARKS
from renaksi_desktop.models.session import PlanSession
from renaksi_desktop.widgets.text_scale import FollowText


class FieldMark(QLabel):
    """Shows the gravest kind, and all sentences in its tooltip; they are spoken with `editor`.

    It keeps its place while there is nothing to show, so that the editor beside it stays as wide as it is.
    """

    def __init__(self, session: PlanSession, editor: QWidget) -> None:
        super().__init__()
        self.setObjectName("fieldMark")
        self._session, self._editor = session, editor
        self._places: Sequence[Place] = ()
        FollowText(self, self._fit)
        session.findings.moved.connect(self._follow)

    def show_at(self, places: Sequence[Place]) -> None:
        """Show what is found about these fields."""
        self._places = places
        self._update()

    def _fit(self) -> None:
        self.setFixedWidth(max(map(self.fontMetrics().horizontalAdvance, MARKS.values())))

    def _follow(self, moved: Collection[Place]) -> None:
        if not set(self._places).isdisjoint(moved):
            self._update()

    def _update(self) -> None:
        at, plan = self._session.findings.at, self._session.plan
        found = [finding for place in self._places for finding in at(place.node) if finding.where == place]
        kinds = {finding.severity for finding in found}
        self.setText(next((mark for severity, mark in MARKS.items() if severity in kinds), ""))
        told = "\n".join(dict.fromkeys(f"{MARKS[each.severity]} {sentence(each, plan)}" for each in found))
        self.setToolTip(told)
        self._editor.setAccessibleDescription(told)
