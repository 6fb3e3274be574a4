"""Which kind of target is suggested for an Indikator: by its months, and by its words where those leave it open.

A suggestion is never more than that. What an Indikator is called says how it is counted, seldom how its months
go on: "Persentase" may hold still, rise or be measured once, so it suggests nothing.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final, NamedTuple

from renaksi_desktop.domain.plan import Indikator, JenisTarget
from renaksi_desktop.domain.target_checks import likely_kind

_MEASURED_ONCE: Final = re.compile(r"(indeks|nilai|skor|peringkat)\b", re.IGNORECASE)
"""What an evaluation or a survey finds out once, when the year is over."""

_JUDGED: Final = re.compile(r"(opini|predikat)\b", re.IGNORECASE)
"""What is given in words: WTP, BB."""

_REPORT: Final = re.compile(r"(laporan|dokumen)\b", re.IGNORECASE)
"""What is finished as a whole: one of them is there at the year's end."""

_COUNTED: Final = re.compile(r"(jumlah|banyaknya)\b", re.IGNORECASE)
"""What is counted piece by piece."""


class Suggestion(NamedTuple):
    """A kind of target, and whether the words of the Indikator suggest it rather than its months."""

    kind: JenisTarget
    by_words: bool = False


def suggested_kind(indikator: Indikator) -> Suggestion | None:
    """Return the kind of target that suits an Indikator, whatever it has declared; None where none is likely."""
    if kind := likely_kind(indikator):
        return Suggestion(kind)
    blank = all(value is None for value in indikator.target)
    by_words = _kind_of_blank(indikator) if blank else _kind_of_falling(indikator)
    return Suggestion(by_words, by_words=True) if by_words else None


def _kind_of_blank(indikator: Indikator) -> JenisTarget | None:
    """Of a count, the running total is suggested: B12 is then the annual target, as the printed form reads."""
    if _speaks_of(_JUDGED, indikator):
        return JenisTarget.KUALITATIF
    if _speaks_of(_MEASURED_ONCE, indikator):
        return JenisTarget.AKHIR_TAHUN
    if _speaks_of(_REPORT, indikator):
        return JenisTarget.AKHIR_TAHUN if indikator.target_tahunan in (None, 1) else JenisTarget.KUMULATIF
    return JenisTarget.KUMULATIF if _COUNTED.match(indikator.uraian) else None


def _kind_of_falling(indikator: Indikator) -> JenisTarget | None:
    """Numbers that go up and down are no running total; of a count, each month is then one of its own."""
    numbers = all(value is None or isinstance(value, Decimal) for value in indikator.target)
    if numbers and indikator.target_tahunan is None and _COUNTED.match(indikator.uraian):
        return JenisTarget.NON_KUMULATIF
    return None


def _speaks_of(words: re.Pattern[str], indikator: Indikator) -> bool:
    """Say whether the satuan or the uraian begins so; "Jumlah laporan" does not, unless that is its satuan."""
    return bool(words.match(indikator.satuan) or words.match(indikator.uraian))
