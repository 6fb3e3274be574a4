"""Which command stands where: the menus and the tool bar, by the names of commands."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMainWindow, QMenu, QToolBar

from renaksi_desktop.main_window.command_set import PERIODE_COMMANDS
from renaksi_desktop.main_window.commands import Commands
from renaksi_desktop.main_window.looks import THEME_COMMANDS
from renaksi_desktop.widgets import icons


def fill_menu_bar(window: QMainWindow, commands: Commands) -> QMenu:
    """Build the menus of a window; return the one that lists recent files, which is still empty."""
    bar = window.menuBar()
    berkas = bar.addMenu(_tr("&Berkas"))
    commands.fill(berkas, "baru", "buka")
    recent = berkas.addMenu(_tr("Buka &Terakhir"))
    commands.fill(berkas, "", "simpan", "simpan-sebagai", "", "pdf", "json")
    commands.fill(berkas, "", "atur-halaman", "cetak", "", "keluar")
    cells = ("", "potong", "salin", "tempel", "", "isi-kanan", "isi-bawah", "pilih-semua", "")
    sunting = ("urung", "ulang", *cells, "gandakan", "naik", "turun", "nomori", "", "hapus")
    commands.fill(bar.addMenu(_tr("&Sunting")), *sunting)
    adding = ("tambah-sasaran", "tambah-indikator", "tambah-kontribusi", "", "isi-pola", "")
    commands.fill(bar.addMenu(_tr("&Rencana")), *adding, "tambah-penandatangan")
    budget = ("tambah-ro", "tambah-komponen", "tambah-subkomponen", "", "bagi")
    commands.fill(bar.addMenu(_tr("&Anggaran")), *budget)
    pages = [f"halaman-{page}" for page in ("target", "anggaran", "matriks", "dokumen", "pratinjau")]
    tampilan = bar.addMenu(_tr("&Tampilan"))
    commands.fill(tampilan, *pages, "", *PERIODE_COMMANDS.values(), "", "pohon", "temuan", "")
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
    window.addToolBar(bar)


def _tr(text: str) -> str:
    return QCoreApplication.translate("menus", text)
