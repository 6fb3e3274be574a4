"""What is to be known of a budget that was read: whether it agrees with its file, and what was decided in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from renaksi_desktop.domain.kode import kro
from renaksi_desktop.domain.plan import RO, Gaya
from renaksi_desktop.domain.rupiah import format_rupiah
from renaksi_desktop.referensi import known_kro
from renaksi_desktop.spreadsheets.budget.building import Builder
from renaksi_desktop.spreadsheets.budget.cells import short
from renaksi_desktop.spreadsheets.budget.lines import Lines, Total
from renaksi_desktop.spreadsheets.budget.mapping import Mapping
from renaksi_desktop.spreadsheets.budget.money import whole_rupiah
from renaksi_desktop.spreadsheets.budget.tree import Tree
from renaksi_desktop.spreadsheets.sheet import Sheet

_MOST_NAMED: Final = 10
"""What one sentence names one by one."""


class Found(NamedTuple):
    """What a sheet was read as, and all that came up while it was. Of `totals` the first is the surest."""

    sheet: Sheet
    ro: tuple[RO, ...]
    totals: tuple[Total, ...]
    lines: Lines
    tree: Tree
    builder: Builder
    mapping: Mapping
    gaya: Gaya


def told(found: Found) -> Iterator[str]:
    """Yield one sentence for each thing that is to be known."""
    yield from _reconciled(found)
    if found.mapping.satuan != 1:
        times = format_rupiah(found.mapping.satuan, found.gaya)
        yield f"Jumlah pada berkas ini dalam ribuan; semuanya sudah dikalikan {times}."
    if found.builder.rounded:
        yield "Jumlah yang tidak bulat dibulatkan ke rupiah terdekat."
    if found.sheet.uncalculated:
        yield (
            f"{found.sheet.uncalculated} rumus di lembar ini belum dihitung, jadi selnya dianggap kosong; buka"
            " berkas ini di Excel, simpan, lalu impor lagi."
        )
    if found.lines.blocked:
        yield f"{len(found.lines.blocked)} baris bertanda blokir (*); jumlahnya ikut dihitung."
    for sentence, names in _decided(found):
        if listed := list(dict.fromkeys(names)):
            more = len(listed) - _MOST_NAMED
            yield f"{sentence}: {', '.join(listed[:_MOST_NAMED])}{f', dan {more} lainnya' if more > 0 else ''}."


def _decided(found: Found) -> Iterator[tuple[str, Iterable[str]]]:
    """Yield what was decided or noticed, with what it is about."""
    yield "Komponen tanpa Sub Komponen mendapat satu “Tanpa Sub Komponen”", found.builder.without
    same = "Tertulis lebih dari sekali dengan jumlah yang sama"
    yield f"{same}, dihitung sekali", (f"{named} (baris {row})" for row, named in found.builder.once)
    yield f"{same}, dijumlahkan", (f"{named} (baris {row})" for row, named in found.builder.each)
    yield (
        "Kode yang tertulis lagi dengan nama lain, nama pertama yang dipakai",
        (
            f"{list(line.code.values())[-1]} “{short(line.nama)}” (baris {line.row})"
            for line, _ in found.tree.renamed
        ),
    )
    yield (
        "Huruf Yunani atau Kiril pada kode dibaca sebagai huruf Latin",
        (f"{kode} ({place})" for kode, place in found.lines.codes.foreign.items()),
    )
    yield (
        "KRO yang tidak ada dalam daftar referensi, sekadar untuk diketahui",
        (name for ro in found.ro if (name := kro(ro.kode)) is not None and name not in known_kro()),
    )


def _reconciled(found: Found) -> Iterator[str]:
    """Yield what was read beside what the sheet states, each different sum once."""
    komponen = [komponen for ro in found.ro for komponen in ro.komponen]
    lines = [line for one in komponen for line in one.subkomponen]
    read = sum(line.anggaran for line in lines)
    counts = f"{len(found.ro)} RO, {len(komponen)} Komponen, dan {len(lines)} Sub Komponen"
    yield f"Terbaca {counts} dengan jumlah {format_rupiah(read, found.gaya)}."
    if not found.totals:
        yield "Berkas ini tidak menyebut jumlah seluruhnya, sehingga hasil baca tidak dapat dicocokkan."
    for stated in {total.rupiah: total for total in reversed(found.totals)}.values():
        whole = whole_rupiah(stated.rupiah)
        left = format_rupiah(abs(whole - read), found.gaya)
        agrees = "cocok" if whole == read else f"selisih {left} {'belum' if whole > read else 'lebih'} terbaca"
        yield f"{stated.title} menurut berkas {format_rupiah(whole, found.gaya)}: {agrees}."
