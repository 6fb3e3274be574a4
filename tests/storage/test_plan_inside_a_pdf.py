"""A signed PDF comes back by mail, and its plan is opened from it: whole, or not at all."""

from __future__ import annotations

import io
import tracemalloc
import zlib
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from tests.strategies import plans

from renaksi_desktop.domain.errors import InputRefused
from renaksi_desktop.domain.plan import Plan
from renaksi_desktop.reports.archive import MIME_TYPE, archived
from renaksi_desktop.reports.form import render
from renaksi_desktop.storage.embedded import plan_inside
from renaksi_desktop.storage.errors import (
    Damaged,
    FileTooLarge,
    NoPlanInside,
    SeveralPlansInside,
    UnreadableInside,
)
from renaksi_desktop.storage.identity import Identity
from renaksi_desktop.storage.reader import MAX_BYTES, parse, read
from renaksi_desktop.storage.writer import pack

MARKED = b"<< /Type /EmbeddedFile /Subtype /application#2fvnd.renaksi+sqlite3 /Length %d >>\nstream\n"


@pytest.fixture
def pdf(plan: Plan, data: bytes) -> bytes:
    """The form of the plan, with the plan's file inside."""
    return archived(render(plan).pdf, data, "rencana.renaksi").pdf


@pytest.fixture
def signed(tmp_path: Path, pdf: bytes) -> Path:
    """The PDF as a signing service sends it back: with an update behind what was there."""
    update = b"\n99 0 obj\n<< /Type /Sig /Contents <00> >>\nendobj\nstartxref\n%d\n%%%%EOF\n"
    path = tmp_path / "ditandatangani.pdf"
    path.write_bytes(pdf + update % len(pdf))
    return path


def holding(*packed: bytes) -> bytes:
    """What looks like a PDF with these compressed files inside."""
    streams = (MARKED % len(inside) + inside + b"\nendstream\nendobj\n" for inside in packed)
    return b"%PDF-1.7\n" + b"".join(streams) + b"%%EOF"


def test_the_plan_comes_out_of_a_signed_pdf_as_it_went_in(signed: Path, plan: Plan, identity: Identity) -> None:
    stored = read(signed)
    assert (stored.plan, stored.identity, stored.in_pdf) == (plan, identity, True)


@settings(max_examples=25, deadline=None)
@given(plans())
def test_any_plan_comes_out_of_a_pdf(plan: Plan) -> None:
    identity = Identity.new()
    pdf, refused = archived(render(plan).pdf, pack(plan, identity), "rencana.renaksi")
    stored = parse(plan_inside(pdf, "rencana.pdf", MAX_BYTES), "rencana.pdf")
    assert (refused, stored.plan, stored.identity) == ("", plan, identity)


def test_a_pdf_without_a_plan_says_which_pdf_has_one(tmp_path: Path, plan: Plan) -> None:
    path = tmp_path / "biasa.pdf"
    path.write_bytes(render(plan).pdf)
    with pytest.raises(NoPlanInside, match="diekspor untuk arsip"):
        read(path)


def test_a_pdf_saved_anew_by_another_program_still_holds_it(tmp_path: Path, pdf: bytes, plan: Plan) -> None:
    path = tmp_path / "ulang.pdf"
    with pikepdf.open(io.BytesIO(pdf)) as document:
        document.save(path, object_stream_mode=pikepdf.ObjectStreamMode.disable, linearize=True)
    assert read(path).plan == plan


def test_an_encrypted_pdf_is_refused_for_that(tmp_path: Path, pdf: bytes) -> None:
    path = tmp_path / "terkunci.pdf"
    with pikepdf.open(io.BytesIO(pdf)) as document:
        document.save(path, encryption=pikepdf.Encryption(owner="rahasia", user="rahasia"))
    with pytest.raises(UnreadableInside, match="terenkripsi"):
        read(path)


def test_a_damaged_plan_inside_is_noticed(tmp_path: Path, pdf: bytes, data: bytes) -> None:
    path = tmp_path / "rusak.pdf"
    path.write_bytes(holding(zlib.compress(data.replace(b"Persentase", b"PERSENTASE"))))
    with pytest.raises(Damaged):
        read(path)


def test_every_cut_of_the_pdf_is_refused_or_whole(tmp_path: Path, pdf: bytes, plan: Plan) -> None:
    path = tmp_path / "terpotong.pdf"
    for end in range(0, len(pdf), len(pdf) // 60):
        path.write_bytes(pdf[:end])
        try:
            found = read(path).plan
        except InputRefused:
            continue
        assert found == plan


def test_a_bomb_is_not_unpacked() -> None:
    bomb = zlib.compress(bytes(MAX_BYTES + 2))
    with pytest.raises(FileTooLarge):
        plan_inside(holding(bomb), "bom.pdf", MAX_BYTES)


def test_two_different_plans_are_refused_and_the_same_twice_is_one() -> None:
    one, other = zlib.compress(b"satu"), zlib.compress(b"dua")
    assert plan_inside(holding(one, one), "a.pdf", MAX_BYTES) == b"satu"
    with pytest.raises(SeveralPlansInside):
        plan_inside(holding(one, other), "a.pdf", MAX_BYTES)


def test_of_many_large_ones_no_more_than_two_are_unpacked() -> None:
    limit = 2**20
    hostile = holding(*(zlib.compress(bytes(limit - 1) + bytes([number])) for number in range(8)))
    tracemalloc.start()
    try:
        with pytest.raises(SeveralPlansInside):
            plan_inside(hostile, "bom.pdf", limit)
        assert tracemalloc.get_traced_memory()[1] < 4 * limit
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("plus", [b"+", b"#2b", b"#2B"])
@pytest.mark.parametrize("slash", [b"#2f", b"#2F"])
def test_the_type_is_known_as_other_programs_write_it(slash: bytes, plus: bytes) -> None:
    pdf = holding(zlib.compress(b"isi")).replace(b"#2f", slash).replace(b"+", plus)
    assert plan_inside(pdf, "a.pdf", MAX_BYTES) == b"isi"


def test_a_type_that_stands_in_a_text_is_no_plan() -> None:
    text = b"stream\n<dc:title>/application#2fvnd.renaksi+sqlite3</dc:title>\nendstream\nendobj\n"
    with pytest.raises(NoPlanInside):
        plan_inside(b"%PDF-1.7\n" + text, "a.pdf", MAX_BYTES)


def test_a_file_full_of_places_that_look_like_plans_is_not_searched_to_its_end() -> None:
    with pytest.raises(SeveralPlansInside):
        plan_inside(holding(*[b"bukan"] * 100_000), "a.pdf", MAX_BYTES)


def test_a_marker_without_end_takes_no_time() -> None:
    with pytest.raises(NoPlanInside):
        plan_inside(b"%PDF-1.7" + b"/Subtype /application#2fvnd.renaksi+sqlite3 " * 300_000, "a.pdf", MAX_BYTES)


def test_a_plan_named_like_its_type_is_one_plan(tmp_path: Path, plan: Plan, identity: Identity) -> None:
    path = tmp_path / "aneh.pdf"
    odd = replace(plan, dokumen=replace(plan.dokumen, judul="/application#2Fvnd.renaksi+sqlite3 " * 20))
    path.write_bytes(archived(render(odd).pdf, pack(odd, identity), "aneh.renaksi").pdf)
    assert read(path).plan == odd


def test_the_type_is_the_one_that_the_archive_writes() -> None:
    assert MARKED.split()[4] == b"/" + MIME_TYPE.replace("/", "#2f").encode()
