"""Which command stands where: the menus and the tool bar, by the names of commands."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMainWindow, QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from renaksi_desktop.main_window.command_set import COLUMN_COMMANDS, PERIODE_COMMANDS
from renaksi_desktop.main_window.commands import Commands
from renaksi_desktop.main_window.looks import THEME_COMMANDS
from renaksi_desktop.widgets import icons


def fill_menu_bar(window: QMainWindow, commands: Commands) -> QMenu:
    """Build the menus of a window; return the one that lists recent files, which is still empty."""
    bar = window.menuBar()
    berkas = bar.addMenu(_tr("&Berkas"))
    commands.fill(berkas, "baru", "buka")
    recent = berkas.addMenu(_tr("Buka &Terakhir"))
    commands.fill(berkas, "impor", "", "simpan", "simpan-sebagai", "", "pdf")
    others = ("ekspor-excel", "ekspor-kertas-kerja", "", "ekspor-ringkasan", "json")
    commands.fill(berkas.addMenu(_tr("Ekspor &Lainnya")), *others)
    commands.fill(berkas, "", "atur-halaman", "cetak", "cetak-ringkasan", "", "keluar")
    cells = ("", "potong", "salin", "tempel", "", "ganti-isi", "isi-kanan", "isi-bawah", "pilih-semua", "")
    parts = ("gandakan", "gandakan-tanpa-kontribusi", "naik", "turun", "nomori", "", "hapus")
    sunting = bar.addMenu(_tr("&Sunting"))
    commands.fill(sunting, "urung", "ulang", *cells, *parts, "")
    commands.fill(sunting.addMenu(_tr("&Cari")), "cari", "ganti-kata", "", "cari-berikutnya", "cari-sebelumnya")
    adding = ("tambah-sasaran", "tambah-indikator", "tambah-kontribusi", "", "isi-pola", "")
    commands.fill(bar.addMenu(_tr("&Rencana")), *adding, "tambah-penandatangan")
    budget = ("tambah-ro", "tambah-komponen", "tambah-subkomponen", "", "bagi")
    commands.fill(bar.addMenu(_tr("&Anggaran")), *budget)
    pages = [f"halaman-{page}" for page in ("target", "anggaran", "matriks", "ringkasan", "dokumen", "pratinjau")]
    tampilan = bar.addMenu(_tr("&Tampilan"))
    commands.fill(tampilan, *pages, "", *PERIODE_COMMANDS.values())
    commands.fill(tampilan.addMenu(_tr("K&olom Tabel Target")), *COLUMN_COMMANDS.values())
    commands.fill(tampilan, "", "hanya-sasaran")
    commands.fill(tampilan, "bentangkan", "ciutkan", "", "pohon", "temuan", "")
    commands.fill(tampilan, "perbesar", "perkecil", "ukuran-biasa", "")
    commands.fill(tampilan.addMenu(_tr("Te&ma")), *THEME_COMMANDS.values())
    commands.fill(bar.addMenu(_tr("Ba&ntuan")), "panduan", "pintasan", "", "tentang")
    return recent


def add_tool_bar(window: QMainWindow, commands: Commands) -> None:
    """Give a window its tool bar."""
    bar = QToolBar(_tr("Bilah alat"))
    bar.setObjectName("toolBar")
    bar.setMovable(False)
    bar.setIconSize(icons.SIZE)
    commands.fill(bar, "baru", "buka", "simpan", "", "urung", "ulang", "")
    commands.fill(bar, "tambah-sasaran", "tambah-indikator", "tambah-kontribusi", "")
    commands.fill(bar, "naik", "turun", "hapus", "", "pdf", "cetak")
    rest = QWidget()
    rest.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    bar.addWidget(rest)
    commands.fill(bar, "cari")
    button = bar.widgetForAction(commands["cari"])
    if isinstance(button, QToolButton):
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    window.addToolBar(bar)


def _tr(text: str) -> str:
    return QCoreApplication.translate("menus", text)
