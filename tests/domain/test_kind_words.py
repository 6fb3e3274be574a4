"""Which kind of target is suggested: by the months, and by the words where the months leave it open."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from tests.strategies import plans

from renaksi_desktop.domain.kind_words import Suggestion, suggested_kind
from renaksi_desktop.domain.plan import Indikator, JenisTarget, Plan, walk
from renaksi_desktop.domain.target_checks import likely_kind

K = JenisTarget


def indikator(uraian: str, *last: int | str | None, **fields: Any) -> Indikator:
    """Return an Indikator with these targets in its last months."""
    values = [Decimal(value) if isinstance(value, int) else value for value in last]
    return Indikator("i", "01", uraian, (*[None] * (12 - len(values)), *values), **fields)


@pytest.mark.parametrize(
    ("uraian", "fields", "kind"),
    [
        ("Persentase sampel yang ditindaklanjuti", {}, None),
        ("Persentase sampel yang ditindaklanjuti", {"satuan": "%"}, None),
        ("Tingkat efektivitas KIE", {}, None),
        ("Jumlah desa pangan aman", {}, K.KUMULATIF),
        ("jumlah laporan keuangan", {}, K.KUMULATIF),
        ("Jumlah laporan keuangan", {"satuan": "laporan", "target_tahunan": Decimal(12)}, K.KUMULATIF),
        ("Jumlah laporan keuangan", {"satuan": "Laporan", "target_tahunan": Decimal(1)}, K.AKHIR_TAHUN),
        ("Laporan kinerja yang tepat waktu", {}, K.AKHIR_TAHUN),
        ("Rencana kebutuhan", {"satuan": "dokumen"}, K.AKHIR_TAHUN),
        ("Indeks kepuasan masyarakat", {"target_tahunan": Decimal("88.5")}, K.AKHIR_TAHUN),
        ("Nilai AKIP", {}, K.AKHIR_TAHUN),
        ("Kepuasan pengguna", {"satuan": "Indeks"}, K.AKHIR_TAHUN),
        ("Nilainya meningkat", {}, None),
        ("Opini BPK atas laporan keuangan", {}, K.KUALITATIF),
        ("", {}, None),
    ],
)
def test_words_suggest_a_kind_while_all_months_are_blank(
    uraian: str, fields: dict[str, Any], kind: JenisTarget | None
) -> None:
    assert suggested_kind(indikator(uraian, **fields)) == (kind and Suggestion(kind, by_words=True))


def test_months_speak_before_words() -> None:
    assert suggested_kind(indikator("Indeks kepuasan", 80, 80, 80)) == Suggestion(K.KONSTAN)
    assert suggested_kind(indikator("Jumlah sekolah", 30, 100, 4)) == Suggestion(K.PROGRES)
    assert suggested_kind(indikator("Jumlah desa", 4)) == Suggestion(K.AKHIR_TAHUN)


def test_a_count_that_goes_up_and_down_counts_each_month_for_itself() -> None:
    assert suggested_kind(indikator("Jumlah desa", 5, 3, 400, 4)) == Suggestion(K.NON_KUMULATIF, by_words=True)
    assert suggested_kind(indikator("Jumlah desa", 5, 3, 4, target_tahunan=Decimal(4))) is None, "no sum of them"
    assert suggested_kind(indikator("Persentase desa", 5, 3, 4)) is None
    assert suggested_kind(indikator("Jumlah desa", 5, "tiga", 4)) is None


@given(plans())
def test_words_never_speak_against_the_months(plan: Plan) -> None:
    for node in walk(plan):
        if isinstance(node, Indikator) and (kind := likely_kind(node)):
            assert suggested_kind(node) == Suggestion(kind)
