"""The months B01..B12 of the form, numbered 1..12."""

from typing import Final

BULAN: Final = range(1, 13)

NAMA_BULAN: Final = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip


_SHORT: Final = {8: "agt", 11: "nop"}


def label(bulan: int) -> str:
    """Return the heading of a month on the form: 3 -> "B03"."""
    return f"B{bulan:02d}"


def is_name(text: str, bulan: int) -> bool:
    """Say whether a text names a month: as the form does, by its name, by three or more first letters of it, or by
    a short name that skips letters."""
    name, said = NAMA_BULAN[bulan - 1].casefold(), text.casefold()
    return said in (label(bulan).casefold(), _SHORT.get(bulan)) or (len(said) > 2 and name.startswith(said))
