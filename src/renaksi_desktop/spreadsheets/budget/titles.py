"""The titles of the columns of a budget."""

from __future__ import annotations

import re
from collections.abc import Mapping as Rows
from collections.abc import Sequence
from itertools import islice
from typing import Final, TypeAlias

from renaksi_desktop.spreadsheets.budget.cells import Cells, text
from renaksi_desktop.spreadsheets.budget.mapping import Kind, Mapping, Role
from renaksi_desktop.spreadsheets.sheet import Sheet, Value

Titles: TypeAlias = dict[int, Cells]
"""The rows that hold the titles of the columns."""

_TOP: Final = 100
"""Rows among which the titles of the columns are looked for."""
_AMOUNTS: Final = (
    "PAGU REVISI", "PAGU AKHIR", "JUMLAH BIAYA", "JUMLAH PAGU", "JUMLAH ANGGARAN", "JUMLAH", "PAGU", "ALOKASI",
    "ANGGARAN", "BIAYA",
)  # fmt: skip
"""Titles of the column of amounts, the surest first."""
_TITLE: Final = re.compile(
    r"KODE|KD|URAIAN|NAMA|KETERANGAN|PROGRAM\b.*[/ ].*|VOL(UME)?|SATUAN|HARGA.*|JUMLAH.*|(LOCK )?PAGU.*|ALOKASI"
    r"|BIAYA|ANGGARAN|TOTAL|SD( ?/ ?CP)?|REALISASI.*|SISA.*|%|PERSEN.*|PERHITUNGAN.*|PERIODE (LALU|INI)"
    r"|S\.?D\.? PERIODE"
)

_FLAT: Final = {
    "level": Role.TINGKAT, "lvl": Role.TINGKAT, "thang": Role.TAHUN, "kdprogram": Role.PROGRAM,
    "kdgiat": Role.KEGIATAN, "kdoutput": Role.KRO, "kdsoutput": Role.RO, "kdkmpnen": Role.KOMPONEN,
    "kdskmpnen": Role.SUBKOMPONEN, "kdskmpen": Role.SUBKOMPONEN, "akun": Role.AKUN, "kdakun": Role.AKUN,
    "ket": Role.NAMA, "uraian": Role.NAMA, "pagu": Role.JUMLAH, "paguakhir": Role.JUMLAH,
}  # fmt: skip
"""The columns of the old flat export by their names; of two for one role the later in this list counts."""
_NEEDED: Final = {Role.KEGIATAN, Role.KRO, Role.RO, Role.KOMPONEN, Role.JUMLAH}


def flat_mapping(sheet: Sheet) -> Mapping | None:
    """Return how the old flat export is read, where a row names its columns; else None."""
    for row, cells in islice(sheet.rows.items(), _TOP):
        named = {text(value).lower(): column for column, value in cells.items()}
        columns = {role: named[title] for title, role in _FLAT.items() if title in named}
        if columns.keys() >= _NEEDED:
            return Mapping(Kind.FLAT, sheet.name, row, row + 1, columns)
    return None


def column_titles(rows: Rows[int, Cells]) -> Titles:
    """Return the rows with the titles of the columns: neighbouring ones that have two known titles or more."""
    found: Titles = {}
    for row, cells in islice(rows.items(), _TOP):
        if sum(_TITLE.fullmatch(_title(value)) is not None for value in cells.values()) >= 2:
            if found and row > max(found) + 1:
                break
            found[row] = cells
    return found


def amount_columns(titles: Titles) -> Sequence[int]:
    """Return the columns that the title of the amounts stands above; merged cells may be several."""
    named = [(column, _title(value)) for cells in titles.values() for column, value in cells.items()]
    for title in _AMOUNTS:
        for column, name in named:
            if name == title or name.startswith(f"{title} ("):
                return range(column, min((other for other, _ in named if other > column), default=column + 3))
    return ()


def _title(value: Value) -> str:
    return " ".join(text(value).upper().split())
