"""A budget export becomes a plan, or revises the budget of one; what that does to it is told."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.spreadsheets.exports import RKK, fa, flat, sheet, without_ids

from renaksi_desktop import resources
from renaksi_desktop.domain.comparison import compare
from renaksi_desktop.domain.plan import RO, Dokumen, Gaya, Plan
from renaksi_desktop.domain.resplitting import resplit
from renaksi_desktop.domain.rupiah import format_rupiah
from renaksi_desktop.domain.totals import Totals
from renaksi_desktop.interchange import read_json
from renaksi_desktop.spreadsheets.budget import budget_taken, is_budget, read_budget, revision_of, understood
from renaksi_desktop.spreadsheets.sheet import Sheet, SheetRefused

LETTER = sheet([{1: "Yth. Kepala Balai"}], "Surat")


@pytest.fixture
def jember() -> Plan:
    return read_json(resources.SAMPLE.read_bytes())


def changed(plan: Plan, amounts: dict[str, int]) -> tuple[RO, ...]:
    """Return the budget of a plan in which lines, by their path of codes, have other amounts."""
    return tuple(
        replace(ro, komponen=tuple(
            replace(komponen, subkomponen=tuple(
                replace(line, anggaran=amounts.get(f"{ro.kode}/{komponen.kode}/{line.kode}", line.anggaran))
                for line in komponen.subkomponen
            ))
            for komponen in ro.komponen
        ))
        for ro in plan.anggaran
    )  # fmt: skip


def test_an_export_fills_a_new_plan(jember: Plan) -> None:
    taken = budget_taken([LETTER, RKK(page=40, year=2026).sheet(jember.anggaran)])
    assert without_ids(taken.plan.anggaran) == without_ids(jember.anggaran)
    assert taken.plan.dokumen == Dokumen(
        tahun=2026,
        unit_kerja="BALAI POM DI JEMBER",
        instansi="BADAN PENGAWAS OBAT DAN MAKANAN",
        pagu=sum(line.subkomponen.anggaran for line in Totals(jember).lines.values()),
    )
    assert taken.problems == ()
    assert taken.remarks[0] == "Dibaca sebagai Rincian Kertas Kerja (RKK/POK) dari lembar “RKK_MULTIYEAR_SATKER”."


@pytest.mark.parametrize("export", [RKK(page=30).sheet, fa, flat])
def test_the_budget_it_already_has_changes_nothing_in_a_plan(jember: Plan, export: object) -> None:
    plan = replace(jember, dokumen=replace(jember.dokumen, pagu=Totals(jember).budget))
    taken = budget_taken([export(jember.anggaran)], plan)  # type: ignore[operator]
    assert taken.plan == plan
    assert taken.problems == ()


def test_a_revision_of_the_budget_keeps_the_links_and_tells_which_kontribusi_no_longer_fit(jember: Plan) -> None:
    line = next(line for line in Totals(jember).lines.values() if Totals(jember).shared(line.subkomponen.id))
    budget = changed(jember, {line.kode: line.subkomponen.anggaran * 2})
    jember = replace(jember, cetak=replace(jember.cetak, gaya=Gaya.INDONESIA))
    taken = budget_taken([fa(budget)], jember)
    assert taken.plan.sasaran == jember.sasaran
    assert Totals(taken.plan).lines[line.subkomponen.id].subkomponen.anggaran == 2 * line.subkomponen.anggaran
    once, twice = (format_rupiah(times * line.subkomponen.anggaran, Gaya.INDONESIA) for times in (1, 2))
    assert taken.remarks[-1] == (
        f"{line.kode}: Anggaran berubah dari {once} menjadi {twice};"
        f" Kontribusi masih {once} dan perlu dibagi ulang."
    )


def test_lines_that_the_export_does_not_hold_go_with_their_kontribusi(jember: Plan) -> None:
    taken = budget_taken([RKK().sheet(jember.anggaran[1:])], jember)
    gone = jember.anggaran[0].kode
    assert gone not in {ro.kode for ro in taken.plan.anggaran}
    assert f"dihapus: RO {gone}: " in "\n".join(map(str, compare(jember, taken.plan)))


def test_the_budget_of_a_part_of_the_unit_can_leave_the_rest_and_the_pagu(jember: Plan) -> None:
    part = RKK().sheet(jember.anggaran[1:])
    kept = revision_of(jember, read_budget(part, understood([part])[0]), keep=True).plan
    assert {ro.kode for ro in kept.anggaran} == {ro.kode for ro in jember.anggaran}
    assert kept.sasaran == jember.sasaran
    assert kept.dokumen.pagu == jember.dokumen.pagu


def test_the_kontribusi_can_be_shared_out_again_as_they_were(jember: Plan) -> None:
    doubled = fa(
        changed(jember, {line.kode: 2 * line.subkomponen.anggaran for line in Totals(jember).lines.values()})
    )
    revision = revision_of(jember, read_budget(doubled, understood([doubled])[0]))
    after = Totals(resplit(revision.offers).apply(revision.plan))
    assert after.shares == {key: 2 * jumlah for key, jumlah in Totals(jember).shares.items()}
    assert after.total == 2 * Totals(jember).total


def test_a_budget_of_another_year_says_so_and_leaves_the_year(jember: Plan) -> None:
    taken = budget_taken([RKK(year=2026).sheet(jember.anggaran)], jember)
    assert taken.plan.dokumen.tahun == 2025
    assert "Berkas ini anggaran tahun 2026, sedangkan rencana ini untuk tahun 2025." in taken.remarks


def test_names_that_the_old_export_cuts_stay_whole(jember: Plan) -> None:
    assert without_ids(budget_taken([flat(jember.anggaran)], jember).plan.anggaran) == without_ids(jember.anggaran)


def test_other_sheets_with_a_budget_are_named(jember: Plan) -> None:
    old = RKK().sheet(jember.anggaran[:1])._replace(name="Semula")
    taken = budget_taken([old, RKK().sheet(jember.anggaran)])
    assert taken.remarks[-1] == "Lembar lain yang juga berisi anggaran tidak dibaca: Semula."


@pytest.mark.parametrize("sheets", [[], [LETTER], [Sheet("Kosong", {})]])
def test_a_file_without_a_budget_is_refused(sheets: list[Sheet]) -> None:
    assert not is_budget(sheets)
    with pytest.raises(SheetRefused, match="tidak berisi anggaran"):
        budget_taken(sheets)


def test_an_export_of_twenty_thousand_rows_is_read_whole(jember: Plan) -> None:
    base = jember.anggaran
    kodes = [f"{program}.3165.QIA.{number:03}" for program in ("DR", "WA") for number in range(150)]
    budget = tuple(replace(base[place % len(base)], kode=kode) for place, kode in enumerate(kodes))
    written = RKK(page=45).sheet(budget, accounts=3, details=5)
    assert len(written.rows) > 20_000
    taken = budget_taken([written])
    assert without_ids(taken.plan.anggaran) == without_ids(budget)
    assert taken.problems == ()
