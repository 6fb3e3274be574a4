"""What is wrong or doubtful in a plan (section 8 of the design), rule by rule.

A rule is a generator over one node. `RULES` says which rules look at which type of node; nothing else decides
what is checked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final, NamedTuple, TypeAlias

from renaksi_desktop.domain import kode, print_checks, target_checks, totals
from renaksi_desktop.domain.fields import FIELDS
from renaksi_desktop.domain.findings import Code, Finding, Place, Severity
from renaksi_desktop.domain.plan import (
    CHILDREN,
    RO,
    Dokumen,
    Id,
    Indikator,
    Komponen,
    Kontribusi,
    Node,
    Penandatangan,
    Plan,
    Sasaran,
    SubKomponen,
)

EXAMPLES: Final[dict[type[kode.Coded], str]] = {RO: "DR.3165.QIA.002", **kode.FIRST}
"""A well-formed kode of each type."""

_FILLED: Final[dict[type[Node], dict[str, Severity]]] = {
    Dokumen: {
        "unit_kerja": Severity.WARNING,
        "instansi": Severity.WARNING,
        "tempat": Severity.ERROR,
        "tanggal": Severity.ERROR,
    },
    Penandatangan: {"jabatan": Severity.ERROR, "nama": Severity.ERROR},
    Sasaran: {"uraian": Severity.WARNING},
    Indikator: {"uraian": Severity.WARNING},
    RO: {"nama": Severity.WARNING},
    Komponen: {"nama": Severity.WARNING},
    SubKomponen: {"nama": Severity.WARNING},
}
"""The fields that a form should not leave blank."""


class Facts(NamedTuple):
    """What a rule may know beside the node it looks at; of the totals, what `checks` notices when it changes."""

    totals: totals.Totals
    known_kro: frozenset[str] | None


Rule: TypeAlias = Callable[[Any, Facts], Iterator[Finding]]


def _blank(node: Node, _: Facts) -> Iterator[Finding]:
    for name, severity in _FILLED[type(node)].items():
        if not getattr(node, name):
            label = FIELDS[type(node)][name].label
            yield Finding(severity, Code.ISIAN_KOSONG, Place(node.id, name), (label,))


def _nobody_signs(plan: Plan, _: Facts) -> Iterator[Finding]:
    if not plan.penandatangan:
        yield Finding(Severity.ERROR, Code.PENANDATANGAN_KOSONG, Place(plan.id, "penandatangan"))


def _printing(plan: Plan, _: Facts) -> Iterator[Finding]:
    yield from print_checks.contradictions(plan)
    yield from print_checks.anchors(plan)


def _total_is_pagu(dokumen: Dokumen, facts: Facts) -> Iterator[Finding]:
    total, pagu = facts.totals.total, dokumen.pagu
    if pagu is not None and total != pagu:
        data = (total, pagu, abs(total - pagu))
        yield Finding(Severity.WARNING, Code.TOTAL_BUKAN_PAGU, Place(dokumen.id, "pagu"), data)


def _within_line(kontribusi: Kontribusi, facts: Facts) -> Iterator[Finding]:
    """A Kontribusi is not below zero, nor above the whole Sub Komponen."""
    anggaran, jumlah = facts.totals.lines[kontribusi.subkomponen].subkomponen.anggaran, kontribusi.jumlah
    place = Place(kontribusi.id, "jumlah")
    if jumlah < 0:
        yield Finding(Severity.ERROR, Code.KONTRIBUSI_NEGATIF, place, (jumlah,))
    if jumlah > anggaran:
        yield Finding(Severity.ERROR, Code.KONTRIBUSI_BERLEBIH, place, (jumlah, anggaran))


def _shared_out(line: SubKomponen, facts: Facts) -> Iterator[Finding]:
    """All Indikator together take the whole Anggaran of a Sub Komponen, no less and no more."""
    shared, remainder, place = (
        facts.totals.shared(line.id),
        facts.totals.remainder(line.id),
        Place(line.id, "anggaran"),
    )
    if remainder < 0:
        data = (shared, line.anggaran, -remainder)
        yield Finding(Severity.ERROR, Code.PEMBAGIAN_BERLEBIH, place, data)
    if remainder > 0:
        yield Finding(Severity.WARNING, Code.PEMBAGIAN_BERSISA, place, (line.anggaran, remainder))


def _targets(indikator: Indikator, _: Facts) -> Iterator[Finding]:
    for rule in target_checks.RULES:
        yield from rule(indikator)


def _line_once(indikator: Indikator, facts: Facts) -> Iterator[Finding]:
    seen: set[Id] = set()
    for kontribusi in indikator.kontribusi:
        if kontribusi.subkomponen in seen:
            data = (facts.totals.lines[kontribusi.subkomponen].kode,)
            yield Finding(Severity.ERROR, Code.KONTRIBUSI_GANDA, Place(kontribusi.id, "subkomponen"), data)
        seen.add(kontribusi.subkomponen)


def _has_budget(indikator: Indikator, _: Facts) -> Iterator[Finding]:
    if totals.anggaran(indikator) == 0:
        yield Finding(Severity.WARNING, Code.TANPA_ANGGARAN, Place(indikator.id))


def _kode_shape(node: kode.Coded, _: Facts) -> Iterator[Finding]:
    if not kode.well_formed(type(node), node.kode):
        data = (node.kode, EXAMPLES[type(node)])
        yield Finding(Severity.ERROR, Code.KODE_SALAH_BENTUK, Place(node.id, "kode"), data)


def _known_kro(ro: RO, facts: Facts) -> Iterator[Finding]:
    kro = kode.kro(ro.kode)
    if kro is not None and facts.known_kro is not None and kro not in facts.known_kro:
        yield Finding(Severity.INFO, Code.KRO_TIDAK_DIKENAL, Place(ro.id, "kode"), (kro,))


def _distinct_kode(parent: Node, _: Facts) -> Iterator[Finding]:
    """Siblings have different kode; a kode of the budget has one name."""
    for name in CHILDREN[type(parent)]:
        first: dict[str, kode.Coded] = {}
        for node in getattr(parent, name):
            if not (own := getattr(node, "kode", "")):
                continue
            if (other := first.setdefault(own, node)) is not node:
                yield Finding(Severity.ERROR, Code.KODE_GANDA, Place(node.id, "kode"), (own,))
                yield from _same_name(other, node)


def _same_name(first: kode.Coded, second: kode.Coded) -> Iterator[Finding]:
    if isinstance(first, RO | Komponen | SubKomponen) and first.nama != getattr(second, "nama", None):
        data = (first.kode, first.nama)
        yield Finding(Severity.WARNING, Code.KODE_DUA_NAMA, Place(second.id, "nama"), data)


def _sasaran_numbers(plan: Plan, _: Facts) -> Iterator[Finding]:
    # A unit may have only some of the Sasaran of its head office, so their kode may skip: worth no warning.
    yield from _gaps(plan.sasaran, Severity.INFO)


def _indikator_numbers(sasaran: Sasaran, _: Facts) -> Iterator[Finding]:
    yield from _gaps(sasaran.indikator, Severity.WARNING)


def _gaps(siblings: Sequence[Sasaran | Indikator], severity: Severity) -> Iterator[Finding]:
    """Siblings are numbered 01, 02, ... in any order; say before which one a number is missing."""
    numbered = {int(node.kode): node for node in siblings if kode.well_formed(type(node), node.kode)}
    previous = 0
    for number in sorted(numbered):
        first, last = f"{previous + 1:02d}", f"{number - 1:02d}"
        if first <= last:
            missing = first if first == last else f"{first}–{last}"
            yield Finding(severity, Code.NOMOR_MELOMPAT, Place(numbered[number].id, "kode"), (missing,))
        previous = number


RULES: Final[dict[type[Node], tuple[Rule, ...]]] = {
    Plan: (_nobody_signs, _printing, _distinct_kode, _sasaran_numbers),
    Dokumen: (_blank, _total_is_pagu),
    Penandatangan: (_blank,),
    Sasaran: (_kode_shape, _blank, _distinct_kode, _indikator_numbers),
    Indikator: (_kode_shape, _blank, _targets, _has_budget, _line_once),
    Kontribusi: (_within_line,),
    RO: (_kode_shape, _blank, _known_kro, _distinct_kode),
    Komponen: (_kode_shape, _blank, _distinct_kode),
    SubKomponen: (_kode_shape, _blank, _shared_out),
}
"""The rules that look at each type of node."""
