"""The date of signing, written in a style."""

from __future__ import annotations

from datetime import date
from typing import Final

from renaksi_desktop.domain.bulan import NAMA_BULAN
from renaksi_desktop.domain.plan import Gaya

ENGLISH: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def format_tanggal(tanggal: date | None, gaya: Gaya) -> str:
    """Return a date as the form prints it: 29 August 2025 (resmi) or 29 Agustus 2025 (indonesia)."""
    if tanggal is None:
        return ""
    names = ENGLISH if gaya is Gaya.RESMI else NAMA_BULAN
    return f"{tanggal.day} {names[tanggal.month - 1]} {tanggal.year}"
