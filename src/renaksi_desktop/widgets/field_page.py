"""A page that scrolls over groups of fields, and can bring any of them into view."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QGroupBox, QScrollArea, QWidget

from renaksi_desktop.domain.plan import Id, Node
from renaksi_desktop.models.session import PlanSession
from renaksi_desktop.widgets.field_editor import FieldEditor, Find
from renaksi_desktop.widgets.field_group import fill_form


class FieldPage(QScrollArea):
    """Knows the editor of each field that its groups show."""

    def __init__(self, session: PlanSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields are where the keyboard goes
        self._session = session
        self._editors: dict[tuple[Id, str], FieldEditor] = {}

    def show_field(self, node_id: Id, field: str | None) -> None:
        """Scroll to the editor of a field and give it the keyboard; to the page's own place if there is none."""
        editor: QWidget = self._editors.get((node_id, field or ""), self.place_without_field())
        editor.setFocus()
        # What was added just now has its place only after the next event.
        QTimer.singleShot(0, editor, lambda: self.ensureWidgetVisible(editor))

    def place_without_field(self) -> QWidget:
        """Return what is shown where no field is asked for: the first one."""
        return next(iter(self._editors.values()))

    def _group(self, title: str, fields: Iterable[str], of: type[Node], node_id: Id, find: Find) -> QGroupBox:
        group = QGroupBox(title)
        editors = fill_form(group, self._session, of, fields, find)
        self._editors.update({(node_id, name): editor for name, editor in editors.items()})
        return group

    def _forget(self, node_id: Id) -> None:
        """Know no more of the editors of a node that is gone."""
        self._editors = {of: editor for of, editor in self._editors.items() if of[0] != node_id}
