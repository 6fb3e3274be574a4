"""What goes out as a kertas kerja comes back as it was, whatever the plan holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from tests.spreadsheets.edited_book import Book, jember
from tests.spreadsheets.workbooks import sheets_of
from tests.strategies import plans

from renaksi_desktop.domain.plan import Dokumen, Indikator, JenisTarget, Plan, Sasaran, new_id
from renaksi_desktop.spreadsheets.kertas_kerja.reader import is_kertas_kerja, read_kertas_kerja
from renaksi_desktop.spreadsheets.kertas_kerja.writer import write_kertas_kerja
from renaksi_desktop.spreadsheets.sheet import Sheet


@given(plans())
def test_out_and_in_again_is_the_same_plan(plan: Plan) -> None:
    sheets = sheets_of(write_kertas_kerja(plan))
    as_new, onto_itself = read_kertas_kerja(sheets), read_kertas_kerja(sheets, plan)
    assert as_new.plan == onto_itself.plan == plan
    assert as_new.problems == onto_itself.problems == ()


@given(plans(), plans())
def test_onto_another_plan_it_is_the_plan_of_the_workbook(plan: Plan, other: Plan) -> None:
    """Random plans have ids in common, for other types of nodes too."""
    taken = read_kertas_kerja(sheets_of(write_kertas_kerja(plan)), other)
    assert len(taken.plan.sasaran) == len(plan.sasaran)
    assert [node.uraian for node in taken.plan.sasaran] == [node.uraian for node in plan.sasaran]
    assert taken.plan.dokumen == plan.dokumen
    again = read_kertas_kerja(sheets_of(write_kertas_kerja(taken.plan)))
    assert again.plan == taken.plan


def test_the_sample_is_not_changed_by_a_round_trip() -> None:
    book = Book(jember())
    assert is_kertas_kerja(book.as_sheets())
    assert book.changes() == []
    assert read_kertas_kerja(book.as_sheets()).plan == jember()


@pytest.mark.parametrize(
    ("target", "cell"),
    [
        ("Baik", "Baik"),
        ("12", "‹12›"),
        ("-", "‹-›"),
        (" Baik ", "‹ Baik ›"),
        ("‹Baik›", "‹‹Baik››"),
        ("1.500", "‹1.500›"),
        (Decimal("70.49"), Decimal("70.49")),
        (Decimal("123456789012.345"), Decimal("123456789012.345")),
        (Decimal("0.000000000000001"), Decimal("1e-15")),
    ],
)
def test_a_target_is_shown_so_that_it_is_read_as_it_is(target: Decimal | str, cell: Decimal | str) -> None:
    indikator = Indikator(new_id(), "01", "Predikat", (target, *[None] * 11))
    book = Book(Plan(sasaran=(Sasaran(new_id(), "01", "Satu", (indikator,)),)))
    assert book.sheets["Indikator"][2][book.column("Indikator", "B01")] == cell
    assert book.read().plan == book.plan


def test_words_among_numbers_come_back_too() -> None:
    """Nobody can type them there, but a plan from elsewhere may hold them, and the checks tell it."""
    mixed = Indikator(
        new_id(), "01", "Campur", (Decimal(5), "Baik", *[None] * 10), jenis_target=JenisTarget.KONSTAN
    )
    book = Book(Plan(sasaran=(Sasaran(new_id(), "01", "Satu", (mixed,)),)))
    assert book.read().plan == book.plan


@pytest.mark.parametrize("day", [date(1, 1, 1), date(1900, 2, 28), date(1900, 3, 1), date(9999, 12, 31)])
def test_every_day_comes_back_also_where_spreadsheets_miscount(day: date) -> None:
    plan = Plan(dokumen=Dokumen(tanggal=day))
    assert Book(plan).read().plan == plan


def test_a_plan_without_anything_leaves_empty_sheets() -> None:
    book = Book(Plan())
    assert book.read().plan == Plan()
    assert "Temuan Diterima" not in book.sheets


def test_a_node_without_any_content_is_there_all_the_same() -> None:
    blank = Plan(sasaran=(Sasaran(new_id()), Sasaran(new_id(), "02", "Dua", (Indikator(new_id()),))))
    assert Book(blank).read().plan == blank
    assert read_kertas_kerja(Book(blank).as_sheets()).plan == blank


def test_another_workbook_is_none_of_ours() -> None:
    assert not is_kertas_kerja([])
    assert not is_kertas_kerja([Sheet("Anggaran", {1: {1: "KODE", 2: "URAIAN", 3: "JUMLAH BIAYA"}})])
    assert not is_kertas_kerja([Sheet("Sasaran", {1: {1: "Anggaran"}})])


def test_one_sheet_alone_changes_only_what_it_speaks_of() -> None:
    plan = replace(jember(), dokumen=replace(jember().dokumen, tempat="Kediri"))
    (indikator,) = [sheet for sheet in Book(jember()).as_sheets() if sheet.name == "Indikator"]
    taken = read_kertas_kerja([indikator], plan)
    assert taken.plan == plan
    assert "Lembar Kontribusi tidak ada; bagian itu tidak diubah." in taken.remarks
