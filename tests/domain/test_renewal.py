"""A plan made from an earlier one: what is taken over, what is as new, and that it is another document."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.test_edits import assert_valid
from tests.strategies import plans

from renaksi_desktop import resources
from renaksi_desktop.domain.fields import FIELDS
from renaksi_desktop.domain.plan import (
    BLANK_TARGETS,
    RO,
    SINGLES,
    Dokumen,
    Indikator,
    Komponen,
    Kontribusi,
    Node,
    Penandatangan,
    Plan,
    Sasaran,
    SubKomponen,
    walk,
)
from renaksi_desktop.domain.renewal import Part, renewed
from renaksi_desktop.domain.totals import Totals
from renaksi_desktop.interchange import read_json

LINE = SubKomponen("a", "A", "Pengadaan", 100)
LAST_YEAR = Plan(
    dokumen=Dokumen(
        tahun=2025,
        unit_kerja="BALAI",
        instansi="BADAN",
        revisi=2,
        pagu=100,
        catatan="Catatan",
        tempat="Jember",
        tanggal=date(2025, 8, 29),
    ),
    penandatangan=(Penandatangan("p", "Kepala", "NAMA"),),
    anggaran=(RO("ro", "DR.3165.QIA.001", "Layanan", (Komponen("k", "055", "Uji", (LINE,)),)),),
    sasaran=(
        Sasaran("s", "01", "Sasaran", (
            Indikator("i", "01", "Indikator", (Decimal(5),) * 12, "persen", None, None, Decimal(5), "Tim Uji",
                      (Kontribusi("x", "a", 60),)),
        )),
    ),
)  # fmt: skip

FIELDS_OF: dict[Part, set[tuple[type[Node], str]]] = {
    Part.TARGET: {(Indikator, "target"), (Indikator, "target_tahunan")},
    Part.ANGGARAN: {(Dokumen, "pagu"), (SubKomponen, "anggaran"), (Kontribusi, "jumlah")},
    Part.UNIT: {(Dokumen, "unit_kerja"), (Dokumen, "tempat"), (Indikator, "penanggung_jawab")},
}
ALWAYS: set[tuple[type[Node], str]] = {(Dokumen, "tahun"), (Dokumen, "tanggal"), (Dokumen, "revisi")}


def test_next_year_keeps_what_is_written_and_clears_what_is_of_one_year() -> None:
    new = renewed(LAST_YEAR, 2026, {Part.UNIT})
    assert new.dokumen == Dokumen(
        tahun=2026, unit_kerja="BALAI", instansi="BADAN", catatan="Catatan", tempat="Jember"
    )
    (line,) = new.anggaran[0].komponen[0].subkomponen
    (indikator,) = new.sasaran[0].indikator
    (kontribusi,) = indikator.kontribusi
    assert (line.kode, line.nama, line.anggaran) == ("A", "Pengadaan", 0)
    assert (kontribusi.subkomponen, kontribusi.jumlah) == (line.id, 0)
    assert (indikator.uraian, indikator.satuan, indikator.penanggung_jawab) == ("Indikator", "persen", "Tim Uji")
    assert (indikator.target, indikator.target_tahunan) == (BLANK_TARGETS, None)
    assert [signer.nama for signer in new.penandatangan] == ["NAMA"]


def test_targets_and_amounts_are_taken_over_where_they_are_wanted() -> None:
    new = renewed(LAST_YEAR, 2026, set(Part))
    assert (new.dokumen.pagu, Totals(new).budget, Totals(new).total) == (100, 100, 60)
    assert new.sasaran[0].indikator[0].target == (Decimal(5),) * 12


def test_another_unit_takes_over_the_structure_without_whose_it_was() -> None:
    new = renewed(LAST_YEAR, 2025)
    assert new.dokumen == Dokumen(tahun=2025, instansi="BADAN", catatan="Catatan")
    assert new.penandatangan == ()
    assert new.sasaran[0].indikator[0].penanggung_jawab == ""
    assert new.sasaran[0].uraian == "Sasaran"


def test_the_jember_plan_taken_over_whole_has_the_same_total() -> None:
    jember = read_json(resources.SAMPLE.read_bytes())
    new = renewed(jember, 2026, set(Part))
    assert Totals(new).total == 7_829_237_000
    assert len(list(walk(new))) == len(list(walk(jember)))


@given(plan=plans(), tahun=st.integers(1945, 2999), kept=st.sets(st.sampled_from(Part)))
def test_only_the_fields_of_what_is_not_kept_differ(plan: Plan, tahun: int, kept: set[Part]) -> None:
    new = renewed(plan, tahun, kept)
    assert_valid(new)
    may_differ = ALWAYS.union(*(FIELDS_OF[part] for part in Part if part not in kept))
    before = plan if Part.UNIT in kept else replace(plan, penandatangan=())
    for old, now in zip(walk(before), walk(new), strict=True):
        assert type(old) is type(now)
        differing = {(type(old), name) for name in FIELDS.get(type(old), {}) if differs(old, now, name)}
        assert differing - {(Kontribusi, "subkomponen")} <= may_differ
    assert new.cetak == plan.cetak
    assert new.dokumen.tahun == tahun


@given(plan=plans(), kept=st.sets(st.sampled_from(Part)))
def test_it_is_another_document_whose_kontribusi_take_from_the_same_lines(plan: Plan, kept: set[Part]) -> None:
    new = renewed(plan, 2026, kept)
    ids, old_ids = [node.id for node in walk(new)], {node.id for node in walk(plan)}
    assert set(ids) & old_ids == {Plan.id, *SINGLES}
    assert lines_taken_from(new) == lines_taken_from(plan)


@pytest.mark.parametrize("part", Part)
def test_every_part_holds_something_to_keep(part: Part) -> None:
    kept, cleared = renewed(LAST_YEAR, 2026, {part}), renewed(LAST_YEAR, 2026)
    pairs = zip(walk(kept), walk(cleared), strict=False)
    assert any(differs(a, b, name) for a, b in pairs for name in FIELDS.get(type(a), {}) if name != "subkomponen")


def differs(a: Node, b: Node, name: str) -> bool:
    return type(a) is not type(b) or getattr(a, name) != getattr(b, name)


def lines_taken_from(plan: Plan) -> list[int]:
    """Return for each Kontribusi the place of its line among all lines, which does not depend on ids."""
    lines = [node.id for node in walk(plan) if isinstance(node, SubKomponen)]
    return [lines.index(node.subkomponen) for node in walk(plan) if isinstance(node, Kontribusi)]
