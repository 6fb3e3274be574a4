"""What of a pasted block does not fit, and whether to paste the rest."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from renaksi_desktop.models.blocks import Refusal, Typing
from renaksi_desktop.widgets.text_scale import scaled

WIDTH, HEIGHT = 760, 360
PLACE_WIDTH, TEXT_WIDTH = 240, 160


class PasteDoubtDialog(QDialog):
    """Lists each text that is refused, where, and why; nothing has been pasted yet."""

    def __init__(self, typing: Typing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Tempel"))
        self.resize(scaled(WIDTH), scaled(HEIGHT))
        told = self.tr("{} isian tidak dapat ditempel. Belum ada yang diubah.").format(len(typing.refused))
        buttons = QDialogButtonBox()
        self._rest = buttons.addButton(
            self.tr("Tempel {} Sel Lainnya").format(len(typing.steps)), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self._rest.setEnabled(bool(typing.steps))
        cancel = buttons.addButton(self.tr("Batal"), QDialogButtonBox.ButtonRole.RejectRole)
        cancel.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        for widget in (QLabel(told), self._table(typing.refused), buttons):
            layout.addWidget(widget)
        cancel.setFocus()

    def _table(self, refused: list[Refusal]) -> QTableWidget:
        titles = [self.tr("Tempat"), self.tr("Isian"), self.tr("Alasan")]
        table = QTableWidget(len(refused), len(titles))
        table.setAccessibleName(self.tr("Isian yang tidak dapat ditempel"))
        table.setHorizontalHeaderLabels(titles)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.horizontalHeader().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        table.setColumnWidth(0, scaled(PLACE_WIDTH))
        table.setColumnWidth(1, scaled(TEXT_WIDTH))
        table.verticalHeader().hide()
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        for row, refusal in enumerate(refused):
            for column, text in enumerate(refusal):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                table.setItem(row, column, item)
        return table
