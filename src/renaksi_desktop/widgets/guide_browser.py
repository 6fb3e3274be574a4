"""Pages of the guide as they are read: Markdown with pictures, links between pages, and a search in the page."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextBlock, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser

from renaksi_desktop.widgets.text_scale import FollowText, scaled

PICTURE_WIDTH: Final = 640
"""What is wider is shown smaller."""
MARGIN: Final = 16
_Flag = QTextDocument.FindFlag
_Move = QTextCursor.MoveOperation


class GuideBrowser(QTextBrowser):
    """Shows one Markdown file of a folder at a time; links lead to others, and to headings in them."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("halamanPanduan")
        self.setAccessibleName(self.tr("Halaman panduan"))
        self.document().setDocumentMargin(MARGIN)
        FollowText(self, self.reload)  # pictures are made for one size of text

    @property
    def page(self) -> Path:
        """The file that is shown."""
        return Path(self.source().toLocalFile())

    def show_page(self, path: Path) -> None:
        """Show a page from its beginning."""
        self.setSource(QUrl.fromLocalFile(str(path)))

    def search(self, text: str, *, backward: bool = False) -> bool:
        """Go to the next place of `text`, behind the last again to the first; say whether there is one."""
        flag = _Flag.FindBackward if backward else _Flag(0)
        here = self.textCursor()
        if self.find(text, flag):
            return True
        self.moveCursor(_Move.End if backward else _Move.Start)
        if self.find(text, flag):
            return True
        self.setTextCursor(here)
        return False

    def doSetSource(self, name: QUrl, *kind: Any) -> None:  # type: ignore[override]
        """Show the place that a link names: Qt makes no anchors of the headings of Markdown."""
        super().doSetSource(name, *kind)
        self.document().setDocumentMargin(MARGIN)
        heading = self._heading(name.fragment()) if name.hasFragment() else None
        if heading is not None:
            top = self.document().documentLayout().blockBoundingRect(heading).top()
            self.verticalScrollBar().setValue(round(top))

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Return a picture no wider than can be seen at once; anything else as it is."""
        image = QTextDocument.ResourceType.ImageResource.value
        picture = QImage(self.source().resolved(QUrl(name)).toLocalFile()) if kind == image else QImage()
        if picture.isNull():
            return super().loadResource(kind, name)
        ratio = self.devicePixelRatioF()
        width = round(min(picture.width(), scaled(PICTURE_WIDTH)) * ratio)
        picture = picture.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        picture.setDevicePixelRatio(ratio)
        return picture

    def _heading(self, fragment: str) -> QTextBlock | None:
        block = self.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel() and _slug(block.text()) == fragment:
                return block
            block = block.next()
        return None


def _slug(heading: str) -> str:
    """Return what links call a heading, as the usual renderers of Markdown make it."""
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")
