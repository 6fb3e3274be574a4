"""A strip over the page for work that takes a while: what is being done, how far it is, and a way out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton

from renaksi_desktop.widgets.text_scale import FollowText, scaled

BAR_WIDTH = 200


class ProgressStrip(QFrame):
    """Hidden until it is told of progress."""

    cancelled = Signal()
    """The user wants the work to end."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("progressStrip")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._text, self._bar = QLabel(), QProgressBar()
        FollowText(self._bar, lambda: self._bar.setFixedWidth(scaled(BAR_WIDTH)))
        cancel = QPushButton(self.tr("Batalkan"))
        cancel.setObjectName("batalkanPekerjaan")
        cancel.clicked.connect(self.cancelled)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 4, 8, 4)
        layout.setSpacing(8)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._bar)
        layout.addWidget(cancel)
        self.hide()

    @property
    def text(self) -> str:
        return self._text.text()

    def tell(self, text: str, share: float) -> None:
        """Show that this share, 0..1, of what `text` says is done."""
        self._text.setText(text)
        self._bar.setValue(round(100 * share))
        self.show()
