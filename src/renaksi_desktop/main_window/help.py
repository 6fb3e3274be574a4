"""Help for who works in the window: the guide at the right page, and all keys."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QWidget

from renaksi_desktop.widgets.key_names import sequences

if TYPE_CHECKING:
    from renaksi_desktop.dialogs.guide import GuideWindow
    from renaksi_desktop.dialogs.shortcuts import KeyGroup

FIRST_PAGE: Final = "README.md"
PAGES: Final = {
    "halamanMulai": "rencana-pertama.md",
    "targetGrid": "mengisi-tabel.md",
    "kontribusiTable": "mengisi-tabel.md",
    "rincianIndikator": "jenis-target-dan-pola.md",
    "anggaranTable": "mengisi-tabel.md",
    "sharingPanel": "membagi-anggaran.md",
    "matrixGrid": "membagi-anggaran.md",
    "planTree": "mengisi-tabel.md",
    "ringkasan": "ringkasan.md",
    "dokumenPage": "rencana-pertama.md",
    "temuanDock": "temuan.md",
    "pageView": "pratinjau-dan-cetak.md",
    "pengaturanHalaman": "mengatur-halaman.md",
}
"""Which page of the guide tells of a part of the window, by that part's object name."""


class Help(QObject):
    """Opens what helps; the guide stays open beside the window."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._guide: GuideWindow | None = None

    def show_guide(self) -> None:
        """Open the guide at the page that tells of where the keyboard is."""
        if self._guide is None:
            from renaksi_desktop.dialogs.guide import GuideWindow  # not needed for the first paint

            self._guide = GuideWindow(self._window)
        self._guide.show_page(_page_about(QApplication.focusWidget()))

    def show_shortcuts(self) -> None:
        """Show the keys of all commands and of the tables."""
        from renaksi_desktop.dialogs.shortcuts import ShortcutsDialog

        of_parts = (self._of_tree(), self._of_tables(), self._of_sharing(), self._of_findings())
        dialog = ShortcutsDialog([*self._of_menus(), *of_parts], self._window)
        dialog.exec()
        dialog.deleteLater()

    def _of_menus(self) -> Iterator[KeyGroup]:
        """Yield for each menu its commands that have keys."""
        from renaksi_desktop.dialogs.shortcuts import KeyGroup

        for menu in self._window.menuBar().findChildren(QMenu):
            keys = [
                (_plain(action.text()), QKeySequence.listToString(action.shortcuts(), _NATIVE).replace("; ", ", "))
                for action in menu.actions()
                if action.shortcuts()
            ]
            if keys:
                yield KeyGroup(_plain(menu.title()), keys)

    def _of_tree(self) -> KeyGroup:
        from renaksi_desktop.dialogs.shortcuts import KeyGroup

        return KeyGroup(
            self.tr("Pohon Rencana"),
            [
                (self.tr("Ke sel baris ini di tabel"), "Enter"),
                (self.tr("Ganti nama"), self.tr("F2 atau klik ganda")),
                (self.tr("Hapus baris yang dipilih"), _keys("Del")),
                (self.tr("Pilih beberapa baris"), self.tr("Shift dengan panah, Ctrl atau Shift dengan klik")),
                (self.tr("Ke baris yang memuat kata"), self.tr("ketik awal kata atau kodenya")),
                (self.tr("Buka atau tutup baris"), _keys("Right", "Left")),
                (self.tr("Buka semua di bawah baris"), "*"),
                (self.tr("Pindahkan baris"), self.tr("seret, atau Alt+Atas dan Alt+Bawah")),
            ],
        )

    def _of_tables(self) -> KeyGroup:
        from renaksi_desktop.dialogs.shortcuts import KeyGroup

        return KeyGroup(
            self.tr("Tabel"),
            [
                (self.tr("Ganti isi sel"), self.tr("ketik isinya")),
                (self.tr("Perbaiki isi sel"), self.tr("F2 atau klik ganda")),
                (self.tr("Terima dan turun, atau naik"), "Enter, Shift+Enter"),
                (self.tr("Terima dan ke sel isian berikutnya, atau sebelumnya"), "Tab, Shift+Tab"),
                (self.tr("Terima ke semua sel yang dipilih"), _keys("Ctrl+Enter")),
                (self.tr("Batalkan yang sedang diketik"), "Esc"),
                (self.tr("Kosongkan sel yang dipilih"), _keys("Del")),
                (self.tr("Pilih beberapa sel"), self.tr("Shift+panah atau Shift+klik")),
                (self.tr("Ke tepi sel yang terisi"), self.tr("Ctrl+panah")),
                (self.tr("Ke awal atau akhir baris"), _keys("Home", "End")),
                (self.tr("Ke awal atau akhir tabel"), _keys("Ctrl+Home", "Ctrl+End")),
                (self.tr("Menu perintah untuk baris ini"), _keys("Shift+F10")),
            ],
        )

    def _of_sharing(self) -> KeyGroup:
        from renaksi_desktop.dialogs.shortcuts import KeyGroup

        return KeyGroup(
            self.tr("Bagi ke Indikator"),
            [
                (self.tr("Centang Indikator yang dicari"), "Enter"),
                (self.tr("Centang baris yang dipilih di tabel"), self.tr("Spasi")),
                (self.tr("Terapkan pembagian"), _keys("Ctrl+Enter")),
                (self.tr("Tutup panel"), _keys("Esc")),
            ],
        )

    def _of_findings(self) -> KeyGroup:
        from renaksi_desktop.dialogs.shortcuts import KeyGroup

        return KeyGroup(
            self.tr("Temuan"),
            [
                (self.tr("Ke tempat temuan"), "Enter"),
                (self.tr("Perbaiki temuan yang jawabannya hanya satu"), _keys("Ctrl+Enter")),
                (self.tr("Terima temuan, dengan alasan"), _keys("Ctrl+Shift+Enter")),
            ],
        )


_NATIVE: Final = QKeySequence.SequenceFormat.NativeText


def _page_about(widget: QWidget | None) -> str:
    """Return the page of the guide about the nearest part around `widget` that has one."""
    while widget is not None:
        if widget.objectName() in PAGES:
            return PAGES[widget.objectName()]
        widget = widget.parentWidget()
    return FIRST_PAGE


def _plain(text: str) -> str:
    """Return a text of a menu without its mnemonic."""
    return text.replace("&", "").removesuffix("…")


def _keys(*keys: str) -> str:
    return ", ".join(key.toString(_NATIVE) for key in sequences(*keys))
