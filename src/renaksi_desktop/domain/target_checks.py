"""The rules about the twelve targets of an Indikator, and which kind of target they look like.

The kinds are those of section 8 of the design. In `progres` the months B01..B11 are percent of progress and B12
is the annual target in its own unit, so that a fall into B12 is right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Final

from renaksi_desktop.domain.bulan import BULAN, label
from renaksi_desktop.domain.findings import Code, Finding, Place, Severity
from renaksi_desktop.domain.plan import Indikator, JenisTarget, Polaritas, Target

SCHEDULES: Final[dict[JenisTarget, frozenset[int]]] = {
    JenisTarget.AKHIR_TAHUN: frozenset({12}),
    JenisTarget.BERKALA: frozenset({3, 6, 9, 12}),
}
"""The months (Bulan 1..12) that have a target, for the kinds that do not have one in every month."""

EVERY_MONTH: Final = frozenset(BULAN)

_PERCENT_UNITS: Final = ("%", "persen", "prosen")
_PERCENT_NAME: Final = re.compile(r"\s*(persentase|prosentase)\b", re.IGNORECASE)


def _at(indikator: Indikator, bulan: int) -> Place:
    return Place(indikator.id, "target", bulan)


def _b12_filled(indikator: Indikator) -> Iterator[Finding]:
    if indikator.target[11] is None:
        yield Finding(Severity.ERROR, Code.B12_KOSONG, _at(indikator, 12))


def _annual(indikator: Indikator) -> Iterator[Finding]:
    """B12 is the annual target, or the months sum to it where they do not accumulate."""
    annual, b12 = indikator.target_tahunan, indikator.target[11]
    if annual is None or b12 is None:
        return
    if indikator.jenis_target is not JenisTarget.NON_KUMULATIF:
        if b12 != annual:
            yield Finding(Severity.WARNING, Code.B12_BUKAN_TAHUNAN, _at(indikator, 12), (b12, annual))
    elif (whole := _sum(indikator.target)) != annual:
        place = Place(indikator.id, "target_tahunan")
        yield Finding(Severity.WARNING, Code.JUMLAH_BUKAN_TAHUNAN, place, (whole, annual))


def _order(indikator: Indikator) -> Iterator[Finding]:
    """Each filled month follows from the one before as the declared kind of target asks."""
    jenis = indikator.jenis_target
    if jenis is None or (broken := _direction(jenis, indikator.polaritas)) is None:
        return
    for (before, old), (bulan, new) in pairwise(_ordered(indikator.target, jenis)):
        if _breaks(broken, old, new):
            data = (label(before), old, new, jenis)
            yield Finding(Severity.WARNING, broken, _at(indikator, bulan), data)


def _schedule(indikator: Indikator) -> Iterator[Finding]:
    """The kinds with a schedule have a target in those months and in no other."""
    jenis = indikator.jenis_target
    if jenis not in SCHEDULES:
        return
    for bulan in BULAN[:-1]:  # a blank B12 is an error in itself
        filled = indikator.target[bulan - 1] is not None
        if filled != (bulan in SCHEDULES[jenis]):
            code = Code.BULAN_LUAR_JADWAL if filled else Code.BULAN_KOSONG
            yield Finding(Severity.WARNING, code, _at(indikator, bulan), (label(bulan), jenis))


def _no_holes(indikator: Indikator) -> Iterator[Finding]:
    """No month is blank between filled ones; one finding for all holes of an Indikator, at the first."""
    if schedule(indikator) is not EVERY_MONTH:
        return
    filled = _filled(indikator.target)
    holes = [bulan for bulan in range(filled[0], filled[-1]) if bulan not in filled] if filled else []
    if holes:
        data = (", ".join(map(label, holes)),)
        yield Finding(Severity.WARNING, Code.BULAN_KOSONG, _at(indikator, holes[0]), data)


def _text_or_number(indikator: Indikator) -> Iterator[Finding]:
    """Targets are text where the kind is `kualitatif`, and numbers where it is any other."""
    if (jenis := indikator.jenis_target) is None:
        return
    qualitative = jenis is JenisTarget.KUALITATIF
    code = Code.TARGET_BUKAN_TEKS if qualitative else Code.TARGET_BUKAN_ANGKA
    for bulan, value in enumerate(indikator.target, 1):
        if value is not None and isinstance(value, str) is not qualitative:
            yield Finding(Severity.WARNING, code, _at(indikator, bulan), (value, jenis))


def _percentages(indikator: Indikator) -> Iterator[Finding]:
    """A percentage stays within 0..100: by its unit, else by its name, and always the progress of `progres`."""
    percent = _is_percentage(indikator)
    for bulan, value in _numbers(indikator.target):
        progress = indikator.jenis_target is JenisTarget.PROGRES and bulan != 12
        if (percent or progress) and not 0 <= value <= 100:
            yield Finding(Severity.WARNING, Code.PERSEN_LUAR_BATAS, _at(indikator, bulan), (value,))


def _suggestion(indikator: Indikator) -> Iterator[Finding]:
    if indikator.jenis_target is None and (kind := likely_kind(indikator)):
        place = Place(indikator.id, "jenis_target")
        yield Finding(Severity.INFO, Code.SARAN_JENIS, place, (kind,))


RULES: Final = (
    _b12_filled,
    _annual,
    _order,
    _schedule,
    _no_holes,
    _text_or_number,
    _percentages,
    _suggestion,
)
"""What is looked at in every Indikator."""


def schedule(indikator: Indikator) -> frozenset[int]:
    """Return the months that are to have a target: by the declared kind, else by what the months look like."""
    kind = indikator.jenis_target or _likely_schedule(_filled(indikator.target))
    return SCHEDULES.get(kind, EVERY_MONTH) if kind else EVERY_MONTH


def likely_kind(indikator: Indikator) -> JenisTarget | None:
    """Return the kind of target that the twelve months look like, or None where no kind is likely."""
    target, filled = indikator.target, _filled(indikator.target)
    if not filled:
        return None
    if kind := _likely_schedule(filled):
        return kind
    if all(isinstance(target[bulan - 1], str) for bulan in filled):
        return JenisTarget.KUALITATIF
    if len(_numbers(target)) < len(filled):
        return None
    if _sum(target) == indikator.target_tahunan:
        return JenisTarget.NON_KUMULATIF
    in_order = (JenisTarget.KONSTAN, JenisTarget.KUMULATIF, JenisTarget.PROGRES)
    return next((kind for kind in in_order if _in_order(indikator, kind)), None)


def _likely_schedule(filled: list[int]) -> JenisTarget | None:
    """Return the kind with a schedule that has all filled months, B12 among them."""
    return next((kind for kind, months in SCHEDULES.items() if 12 in filled and months.issuperset(filled)), None)


def _in_order(indikator: Indikator, kind: JenisTarget) -> bool:
    months = _ordered(indikator.target, kind)
    if kind is JenisTarget.PROGRES and not all(0 <= value <= 100 for _, value in months):
        return False
    broken = _direction(kind, indikator.polaritas)
    return len(months) > 1 and not any(_breaks(broken, old, new) for (_, old), (_, new) in pairwise(months))


def _direction(kind: JenisTarget, polaritas: Polaritas | None) -> Code | None:
    """Return what must not happen from one month to the next; None where anything may."""
    if kind is JenisTarget.KONSTAN:
        return Code.TARGET_BERUBAH
    if kind is JenisTarget.PROGRES:
        return Code.TARGET_TURUN
    if kind is JenisTarget.KUMULATIF:
        return Code.TARGET_NAIK if polaritas is Polaritas.MINIMUM else Code.TARGET_TURUN
    return None


def _breaks(broken: Code | None, old: Decimal, new: Decimal) -> bool:
    """Say whether the step from one month to the next is what must not happen."""
    harmless = Code.TARGET_NAIK if new < old else Code.TARGET_TURUN
    return old != new and broken is not harmless


def _ordered(target: tuple[Target | None, ...], kind: JenisTarget) -> list[tuple[int, Decimal]]:
    """Return the months whose order counts: all with a number, without B12 in `progres`."""
    return _numbers(target[:11] if kind is JenisTarget.PROGRES else target)


def _numbers(target: tuple[Target | None, ...]) -> list[tuple[int, Decimal]]:
    return [(bulan, value) for bulan, value in enumerate(target, 1) if isinstance(value, Decimal)]


def _filled(target: tuple[Target | None, ...]) -> list[int]:
    return [bulan for bulan, value in enumerate(target, 1) if value is not None]


def _sum(target: tuple[Target | None, ...]) -> Decimal:
    return sum((value for _, value in _numbers(target)), Decimal(0))


def _is_percentage(indikator: Indikator) -> bool:
    if unit := indikator.satuan.strip().lower():
        return unit.startswith(_PERCENT_UNITS)
    return _PERCENT_NAME.match(indikator.uraian) is not None
