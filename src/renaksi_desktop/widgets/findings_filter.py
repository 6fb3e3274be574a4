"""Which of the findings are shown: by words, and by kind."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from renaksi_desktop.models.findings_tree import GROUPS, FindingsModel
from renaksi_desktop.widgets.text_scale import FollowText, scaled

SEARCH_WIDTHS: Final = (96, 216)


class FindingsFilter(QWidget):
    """A field for words, and for each kind a button that shows it or not and tells how many there are."""

    def __init__(self, model: FindingsModel) -> None:
        super().__init__()
        self._model = model
        search = QLineEdit()
        search.setObjectName("saringTemuan")
        search.setPlaceholderText(self.tr("Saring temuan"))
        search.setAccessibleName(search.placeholderText())
        search.setClearButtonEnabled(True)
        FollowText(search, lambda: _fit(search))
        search.textChanged.connect(model.search)
        self._kinds = {group: self._kind(group) for group in GROUPS}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(search, 1)
        for button in self._kinds.values():
            layout.addWidget(button)
        model.session.findings.recounted.connect(self._count)
        self._count()

    def _kind(self, group: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(f"tampilkan-{group}")
        button.setCheckable(True)
        button.setChecked(group not in self._model.hidden)
        button.setAutoRaise(True)
        button.setToolTip(self.tr("Tampilkan {}").format(group))
        button.toggled.connect(self._choose)
        return button

    def _choose(self) -> None:
        self._model.hide([group for group, button in self._kinds.items() if not button.isChecked()])

    def _count(self) -> None:
        for group, button in self._kinds.items():
            count = self._model.count(group)
            button.setText(f"{GROUPS[group]} {count}")
            button.setAccessibleName(f"{group.capitalize()}: {count}")


def _fit(search: QLineEdit) -> None:
    least, most = map(scaled, SEARCH_WIDTHS)
    search.setMinimumWidth(least)
    search.setMaximumWidth(most)
