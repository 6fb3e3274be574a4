"""What the form says around its table and in it, whatever it is written on."""

from __future__ import annotations

from typing import Final, TypeAlias

from renaksi_desktop.domain.plan import Cantuman, Dokumen, Kolom, Kontribusi, Penandatangan, Plan
from renaksi_desktop.domain.tanggal import format_tanggal
from renaksi_desktop.domain.texts import named
from renaksi_desktop.domain.totals import BudgetLine

TOTAL: Final = "Total"
CONTINUED: Final = "(lanjutan)"
DRAFT: Final = "DRAF"

Parties: TypeAlias = tuple[str, ...]
"""What a line of the signatures says of each party; the first signs on the right, the second on the left."""


def titles(dokumen: Dokumen) -> tuple[str, ...]:
    """Return the lines of the title: what the plan is and whose it is."""
    return tuple(filter(None, (f"{dokumen.judul} TAHUN {dokumen.tahun}", dokumen.unit_kerja, dokumen.instansi)))


def revision(plan: Plan) -> str:
    """Return which revision the plan is, where its form says so."""
    revisi = plan.dokumen.revisi
    return f"Revisi ke-{revisi}" if revisi and Cantuman.REVISI in plan.cetak.cantuman else ""


def name(dokumen: Dokumen) -> str:
    """Return the short name of the document: what it is and whose."""
    return " - ".join(filter(None, (f"{dokumen.judul} TAHUN {dokumen.tahun}", dokumen.unit_kerja)))


def numbered(number: int) -> str:
    """Return how rows are numbered: "1."."""
    return f"{number}."


def nested(line: BudgetLine, kontribusi: Kontribusi) -> tuple[str | int, ...]:
    """Return what the nested table shows of a Kontribusi, behind its number: three texts, then rupiah."""
    names = (named(node.kode, node.nama) for node in line)
    return *names, line.subkomponen.anggaran, kontribusi.jumlah


def above_signatures(plan: Plan) -> tuple[Parties, ...]:
    """Return the lines above the room to sign; some may be blank."""
    dokumen, parties = plan.dokumen, plan.penandatangan
    tanggal = format_tanggal(dokumen.tanggal, plan.cetak.gaya)
    return (
        (", ".join(filter(None, (dokumen.tempat, tanggal))),),
        tuple(party.peran for party in parties),
        tuple(f"{party.awalan} {party.jabatan}".strip() for party in parties),
    )


def below_signatures(plan: Plan) -> tuple[Parties, ...]:
    """Return the lines below the room to sign, the names first; some may be blank."""
    parties = plan.penandatangan
    nip = [tuple(map(_nip, parties))] if Kolom.NIP in plan.cetak.kolom else []
    return tuple(party.nama for party in parties), tuple(party.pangkat for party in parties), *nip


def _nip(party: Penandatangan) -> str:
    return f"NIP {party.nip}" if party.nip else ""
