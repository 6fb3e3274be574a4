"""A plan at a glance: its sums by Sasaran and RO, how far the months are filled, and what is found."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

import pytest
from hypothesis import given
from tests.strategies import plans

from renaksi_desktop import resources
from renaksi_desktop.domain import share_text, summary_text
from renaksi_desktop.domain.checks import check
from renaksi_desktop.domain.findings import Code, Finding, Place, Severity
from renaksi_desktop.domain.plan import (
    RO,
    Dokumen,
    Gaya,
    Indikator,
    JenisTarget,
    Komponen,
    Kontribusi,
    Plan,
    Sasaran,
    SubKomponen,
    Target,
)
from renaksi_desktop.domain.summary import FindingGroup, PlanSummary
from renaksi_desktop.domain.totals import Sums, Totals
from renaksi_desktop.interchange import read_json

BAIK = Decimal(80)


def summary(plan: Plan, findings: tuple[Finding, ...] | None = None) -> PlanSummary:
    return PlanSummary.of(plan, Totals(plan), check(plan) if findings is None else findings)


def with_targets(*filled: int, jenis: JenisTarget | None = None) -> Indikator:
    """Return an Indikator with a target in these months."""
    target: list[Target | None] = [BAIK if bulan in filled else None for bulan in range(1, 13)]
    return Indikator("-".join(map(str, filled)) or "kosong", target=tuple(target), jenis_target=jenis)


def of_indikator(*indikator: Indikator) -> PlanSummary:
    return summary(Plan(sasaran=(Sasaran("s", indikator=indikator),)))


@pytest.fixture
def jember() -> Plan:
    return read_json(resources.SAMPLE.read_bytes())


@pytest.fixture
def two_lines() -> Plan:
    """An RO of two lines: of one too much is shared out, of the other too little by as much."""
    lines = SubKomponen("a", "A", "Sampel", 1000), SubKomponen("b", "B", "Perjalanan", 1000)
    shares = Kontribusi("k", "a", 1100), Kontribusi("l", "b", 900)
    return Plan(
        Dokumen(pagu=2500),
        anggaran=(RO("r", "DR.3165.QIA.001", "", (Komponen("c", "055", "", lines),)), RO("e", "DR.3165.QIA.002")),
        sasaran=(
            Sasaran("s", "01", "", (Indikator("i", "01", kontribusi=shares), Indikator("j", "02"))),
            Sasaran("t", "02"),
        ),
    )


def test_the_jember_plan(jember: Plan) -> None:
    found = summary(jember)
    assert (found.total, found.pagu) == (7_829_237_000, 7_829_237_000)
    assert found.budget == Sums(7_829_237_000)
    assert [(share.node.kode, share.anggaran) for share in found.shares[:3]] == [
        ("01", 171_801_500),
        ("01", 61_559_000),
        ("02", 44_850_000),
    ]
    assert [(month.filled, month.due) for month in found.months] == [(5, 15), (8, 15), *[(13, 15)] * 9, (14, 16)]
    assert found.months[11].missing == Place(jember.sasaran[0].indikator[6].id, "target", 12)
    gravest = found.groups[0]
    assert (gravest.code, len(gravest.findings)) == (Code.B12_KOSONG, 2)


def test_what_one_line_has_too_much_makes_up_for_no_other(two_lines: Plan) -> None:
    found = summary(two_lines)
    assert found.spreads == (
        (two_lines.anggaran[0], Sums(2000, sisa=100, lebih=100)),
        (two_lines.anggaran[1], Sums()),
    )
    assert found.budget.terbagi == found.total == 2000
    assert found.unshared == Place("a", "anggaran")


def test_of_two_lines_that_are_not_right_the_one_with_too_much_comes_first(two_lines: Plan) -> None:
    turned = two_lines.anggaran[0].komponen[0].subkomponen[::-1]
    plan = Plan(anggaran=(RO("r", "", "", (Komponen("c", "", "", turned),)),), sasaran=two_lines.sasaran)
    assert summary(plan).unshared == Place("a", "anggaran")


def test_each_sasaran_costs_what_its_indikator_cost(two_lines: Plan) -> None:
    shares = [(share.node.id, share.anggaran) for share in summary(two_lines).shares]
    assert shares == [("s", 2000), ("i", 2000), ("j", 0), ("t", 0)]


@pytest.mark.parametrize(
    ("indikator", "due"),
    [
        (with_targets(), [1] * 12),
        (with_targets(1, 2), [1] * 12),
        (with_targets(12), [0] * 11 + [1]),
        (with_targets(6, 12), [0, 0, 1] * 4),
        (with_targets(5, 12), [1] * 12),
        (with_targets(12, jenis=JenisTarget.KONSTAN), [1] * 12),
        (with_targets(jenis=JenisTarget.AKHIR_TAHUN), [0] * 11 + [1]),
        (with_targets(1, 2, jenis=JenisTarget.BERKALA), [0, 0, 1] * 4),
    ],
)
def test_a_month_is_due_by_the_kind_that_is_declared_or_looked_like(indikator: Indikator, due: list[int]) -> None:
    assert [month.due for month in of_indikator(indikator).months] == due


def test_a_target_out_of_schedule_fills_nothing() -> None:
    found = of_indikator(with_targets(1, 3, jenis=JenisTarget.BERKALA))
    assert (found.filled.filled, found.filled.due) == (1, 4)
    assert found.filled.missing == Place("1-3", "target", 6)
    assert [month.missing for month in found.months[:3]] == [None] * 3


def test_the_gravest_findings_come_first_and_of_these_the_most() -> None:
    def some(severity: Severity, code: Code, *nodes: str) -> list[Finding]:
        return [Finding(severity, code, Place(node)) for node in nodes]

    found = (
        *some(Severity.INFO, Code.NOMOR_MELOMPAT, "a", "b", "c"),
        *some(Severity.WARNING, Code.NOMOR_MELOMPAT, "d"),
        *some(Severity.ERROR, Code.KODE_GANDA, "e"),
        *some(Severity.WARNING, Code.TANPA_ANGGARAN, "f", "g"),
        *some(Severity.ERROR, Code.B12_KOSONG, "h", "i"),
    )
    groups = summary(Plan(), found).groups
    assert [[finding.where.node for finding in group.findings] for group in groups] == [
        ["h", "i"],
        ["e"],
        ["f", "g"],
        ["d"],
        ["a", "b", "c"],
    ]


@given(plans())
def test_nothing_is_lost_or_counted_twice(plan: Plan) -> None:
    totals, findings = Totals(plan), check(plan)
    found = PlanSummary.of(plan, totals, findings)
    assert sum(share.anggaran for share in found.shares if isinstance(share.node, Sasaran)) == totals.total
    assert (found.budget.anggaran, found.budget.terbagi) == (totals.budget, totals.total)
    assert [ro for ro, _ in found.spreads] == list(plan.anggaran)
    assert Counter(f for group in found.groups for f in group.findings) == Counter(findings)
    assert len(found.months) == 12
    for month in found.months:
        assert 0 <= month.filled <= month.due
        assert (month.missing is None) is (month.filled == month.due)


@given(plans())
def test_any_plan_can_be_told(plan: Plan) -> None:
    found, gaya = summary(plan), plan.cetak.gaya
    figures = summary_text.figures(found, gaya)
    assert [figure.name for figure in figures] == ["Total", "Pagu", "Terbagi", "Target terisi", "Temuan"]
    assert all(figure.value and figure.note for figure in figures)
    assert all(share_text.shared_out(spread, gaya) for _, spread in found.spreads)
    assert all(summary_text.group(group, plan) for group in found.groups)


def told(plan: Plan) -> dict[str, tuple[str, str]]:
    figures = summary_text.figures(summary(plan), Gaya.INDONESIA)
    return {figure.name: (figure.value, figure.note) for figure in figures}


def test_the_figures_of_a_plan_that_is_not_right(two_lines: Plan) -> None:
    assert told(two_lines) == {
        "Total": ("2.000", "2 Indikator"),
        "Pagu": ("2.500", "Total kurang 500"),
        "Terbagi": ("95 %", "lebih 100, sisa 100"),
        "Target terisi": ("0 %", "24 masih kosong"),
        "Temuan": told(two_lines)["Temuan"],
    }


def test_the_figures_of_an_empty_plan() -> None:
    figures = told(Plan())
    assert figures["Pagu"] == ("–", "Pagu belum diisi")
    assert figures["Terbagi"] == ("–", "belum ada Anggaran")
    assert figures["Target terisi"] == ("–", "belum ada Indikator")
    assert figures["Temuan"] == ("3 galat", "2 peringatan, 0 informasi")


def test_every_figure_that_is_not_right_leads_to_where_it_is_mended(two_lines: Plan) -> None:
    found = summary(two_lines)
    places = {figure.name: figure.place for figure in summary_text.figures(found, Gaya.RESMI)}
    assert places == {
        "Total": None,
        "Pagu": Place("dokumen", "pagu"),
        "Terbagi": Place("a", "anggaran"),
        "Target terisi": Place("i", "target", 1),
        "Temuan": found.groups[0].findings[0].where,
    }


def test_a_single_finding_is_told_with_its_values_and_several_without() -> None:
    one, other = (
        Finding(Severity.WARNING, Code.PEMBAGIAN_BERSISA, Place(node), (1000, 100)) for node in ("a", "b")
    )
    alone = FindingGroup(one.severity, one.code, (one,))
    assert summary_text.group(alone, Plan()) == "Anggaran 1,000 belum habis dibagi, sisa 100"
    assert summary_text.group(alone._replace(findings=(one, other)), Plan()) == (
        "Anggaran … belum habis dibagi, sisa …"
    )


@pytest.mark.parametrize(
    ("sums", "length"),
    [
        (Sums.of(0, 0), 0),
        (Sums.of(100, 0), 0),
        (Sums.of(100, 50), 20),
        (Sums.of(10**12, 1), 1),
        (Sums.of(10**12, 10**12 - 1), 38),
        (Sums.of(100, 100), 40),
    ],
)
def test_only_nothing_is_empty_and_only_all_is_full(sums: Sums, length: float) -> None:
    assert sums.length(40, 1) == length
