"""What this program is, its version, and the licences of its parts."""

from __future__ import annotations

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QMessageBox, QWidget

from renaksi_desktop import __version__


def show_about(parent: QWidget) -> None:
    """Show the about box."""
    QMessageBox.about(
        parent,
        parent.tr("Tentang Renaksi Desktop"),
        parent.tr(
            "<h3>Renaksi Desktop {}</h3>"
            "<p>Menyusun Rencana Aksi Perjanjian Kinerja: target bulanan setiap Indikator dan anggaran yang "
            "membiayainya, tanpa sambungan internet.</p>"
            "<p>Lisensi MIT. Memakai Qt {} (LGPL) melalui PySide6, SQLite melalui APSW, ReportLab, "
            "dan huruf Liberation Sans (SIL Open Font License).</p>"
        ).format(__version__, qVersion()),
    )
