"""A bar over the page for what the user should know: something refused, something done, and what to do next."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QStyle, QToolButton


class NoticeBar(QFrame):
    """Shows one sentence at a time, with buttons for what can be done about it, until it is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("noticeBar")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._icon = QLabel()
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._buttons: list[QPushButton] = []
        self._passes = False
        self._close = close = QToolButton()
        close.setAutoRaise(True)
        close.setToolTip(self.tr("Tutup pemberitahuan"))
        close.setAccessibleName(close.toolTip())
        close.clicked.connect(self.hide)
        self._row = layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 4, 8, 4)
        layout.setSpacing(8)
        layout.addWidget(self._icon)
        layout.addWidget(self._text, 1)
        layout.addWidget(close)
        self.hide()

    @property
    def text(self) -> str:
        return self._text.text()

    def warn(self, text: str, actions: dict[str, Callable[[], object]] | None = None) -> None:
        """Show what went wrong."""
        self._show(QStyle.StandardPixmap.SP_MessageBoxWarning, text, actions or {})

    def inform(self, text: str, actions: dict[str, Callable[[], object]] | None = None) -> None:
        """Show what was done."""
        self._show(QStyle.StandardPixmap.SP_MessageBoxInformation, text, actions or {})

    def inform_of_step(self, text: str, actions: dict[str, Callable[[], object]] | None = None) -> None:
        """Show what the last step did, until `pass_by` is called at the next."""
        self.inform(text, actions)
        self._passes = True

    def pass_by(self) -> None:
        """Take away what was told of a step that is no longer the last."""
        if self._passes:
            self.hide()

    def _show(self, icon: QStyle.StandardPixmap, text: str, actions: dict[str, Callable[[], object]]) -> None:
        self._icon.setPixmap(self.style().standardIcon(icon).pixmap(16, 16))
        self._close.setIcon(self.style().standardIcon(QStyle.StandardPixmap.SP_TitleBarCloseButton))
        self._text.setText(text)
        self._passes = False
        for button in self._buttons:
            button.deleteLater()
        self._buttons = [self._button(label, action) for label, action in actions.items()]
        self.show()

    def _button(self, label: str, action: Callable[[], object]) -> QPushButton:
        button = QPushButton(label)
        button.clicked.connect(self.hide)
        button.clicked.connect(lambda: action())
        self._row.insertWidget(self._row.count() - 1, button)
        return button
