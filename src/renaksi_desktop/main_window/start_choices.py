"""What the start page of the window offers."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from renaksi_desktop.main_window.files import Files
from renaksi_desktop.main_window.imports import Imports
from renaksi_desktop.main_window.new_plans import NewPlans
from renaksi_desktop.widgets.start_page import Choice, StartPage


def start_page(files: Files, new: NewPlans, imports: Imports) -> StartPage:
    """Return a start page that begins plans and opens files."""
    choices = (
        Choice("mulaiKosong", _tr("Rencana &kosong"), _tr("Formulir tanpa isi untuk tahun ini."), new.empty),
        Choice(
            "mulaiTahunLalu",
            _tr("Dari rencana tahun &lalu…"),
            _tr("Susunan, nama, dan baris anggaran ikut; target dan rupiah menurut pilihan."),
            new.from_last_year,
        ),
        Choice(
            "mulaiUnitLain",
            _tr("Dari rencana &unit lain…"),
            _tr("Susunan dan uraian ikut; nama unit, penandatangan, dan rupiah menurut pilihan."),
            new.from_other_unit,
        ),
        Choice(
            "mulaiExcel",
            _tr("Dari &Excel…"),
            _tr("Kertas kerja, formulir yang diketik di Excel, atau ekspor anggaran."),
            imports.ask,
        ),
        Choice(
            "mulaiContoh",
            _tr("Lihat &contoh"),
            _tr("Rencana sebuah balai yang lengkap, untuk dicoba."),
            new.sample,
        ),
    )
    browse = Choice("bukaBerkas", _tr("Buka b&erkas…"), _tr("Rencana, PDF arsip, atau JSON."), files.ask_open)
    page = StartPage(choices, browse)
    page.recent.chosen.connect(files.open)
    return page


def _tr(text: str) -> str:
    return QCoreApplication.translate("start", text)
