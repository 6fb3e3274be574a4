"""The line over a table that says that it shows one Sasaran only, and shows all again."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton

from renaksi_desktop.models.session import PlanSession
from renaksi_desktop.widgets.elided_label import ElidedLabel


class OnlyBar(QFrame):
    """There as long as not all Sasaran are shown."""

    def __init__(self, session: PlanSession) -> None:
        super().__init__()
        self._only = session.only
        self.setObjectName("hanyaSasaran")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.text, button = ElidedLabel(), QToolButton()
        button.setText(self.tr("Tampilkan Semua"))
        button.setObjectName("tampilkanSemua")
        button.clicked.connect(self._only.show_all)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 4, 8, 4)
        layout.setSpacing(8)
        layout.addWidget(self.text, 1)
        layout.addWidget(button)
        for signal in (self._only.changed, session.changed):
            signal.connect(self._tell)
        self._tell()

    def _tell(self) -> None:
        sasaran = self._only.sasaran
        self.setVisible(sasaran is not None)
        if sasaran is not None:
            self.text.setText(self.tr("Hanya Sasaran {} {}").format(sasaran.kode, sasaran.uraian))
