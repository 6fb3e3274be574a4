"""The sheet Petunjuk of the kertas kerja: what an officer needs to know to fill in the others."""

from __future__ import annotations

from typing import Final

from renaksi_desktop.spreadsheets.kertas_kerja.book import Book
from renaksi_desktop.spreadsheets.kertas_kerja.styles import Look

_WIDTHS: Final = (18, 96)

_SECTIONS: Final[dict[str, tuple[tuple[str, str], ...]]] = {
    "Cara mengisi": (
        (
            "Sel putih",
            "Isilah. Sel abu-abu dihitung sendiri, atau dipakai program untuk mengenali baris.",
        ),
        ("Baris baru", "Ketik di bawah baris terakhir, atau sisipkan baris. Biarkan kolom Id kosong."),
        (
            "Menghapus baris",
            "Kosongkan semua sel putihnya; baris tanpa isi dianggap dihapus. Untuk membuang barisnya sama sekali,"
            " buka dahulu proteksi lembar (Tinjau > Buka Proteksi Lembar, tanpa kata sandi).",
        ),
        (
            "Urutan",
            "Urutan baris menjadi urutan pada rencana. Sebelum mengurutkan, buka proteksi lembar, lalu urutkan"
            " seluruh baris bersama kolom Id.",
        ),
        (
            "Kembali ke Renaksi",
            "Simpan buku kerja ini, lalu impor di Renaksi. Sebelum ada yang berubah, Renaksi menunjukkan apa yang"
            " ditambah, diubah, dan dihapus, serta sel yang tidak dapat dibaca.",
        ),
    ),
    "Yang boleh ditulis": (
        ("Angka", "Angka biasa, atau teks seperti 1.234,5 dan 1,234.5. Rupiah ditulis bulat."),
        ("Bulan", "Bulan yang kosong bukan nol. Target kualitatif ditulis dengan kata."),
        ("Tanggal", "Sebagai tanggal, atau teks seperti 29 Agustus 2025."),
        ("Kode", "Sebagai teks: 01, 055, A. Indikator ditulis 01 > 02, Sub Komponen DR.3165.QIA.002/055/A."),
        ("Tanda ‹ ›", "Yang diapit ‹ dan › dipakai apa adanya, juga bila tampak seperti angka."),
    ),
    "Lembar": (
        ("Dokumen", "Judul, tahun, unit kerja, Pagu, tempat dan tanggal, serta pengaturan cetak."),
        ("Penandatangan", "Satu baris untuk setiap pihak, paling banyak dua."),
        ("Sasaran", "Satu baris untuk setiap Sasaran Kegiatan."),
        ("Indikator", "Satu baris untuk setiap Indikator, dengan target B01 sampai B12."),
        (
            "Anggaran",
            "Satu baris untuk setiap Sub Komponen, dengan RO dan Komponennya. Kode dan nama yang sama ditulis pada"
            " setiap baris.",
        ),
        ("Kontribusi", "Rupiah dari satu Sub Komponen untuk satu Indikator."),
    ),
}


def write_instructions(book: Book) -> None:
    """Add the sheet, headed by what plan this is."""
    page, dokumen = book.page("Petunjuk", _WIDTHS), book.plan.dokumen
    page.put(1, 1, "Kertas kerja Renaksi", Look.TITLE)
    page.put(2, 1, ", ".join(filter(None, (dokumen.unit_kerja, str(dokumen.tahun)))), Look.PLAIN)
    row = 4
    for title, lines in _SECTIONS.items():
        page.put(row, 1, title, Look.SUBTITLE)
        page.put(row, 2, None, Look.SUBTITLE)
        for place, (name, text) in enumerate(lines, row + 1):
            page.put(place, 1, name, Look.PROSE)
            page.put(place, 2, text, Look.PROSE)
        row += len(lines) + 2
    page.plain()
    page.printed(row - 2, len(_WIDTHS), repeated=False)
    page.protect()
