"""A form kept for years: PDF/A-3 with the plan inside, and always the same bytes."""

from __future__ import annotations

import io
from dataclasses import replace
from functools import cache

import pikepdf
import pytest
from hypothesis import given, settings
from tests.reports.prose import wordy_plans

from renaksi_desktop import resources
from renaksi_desktop.domain.plan import Cantuman, Dokumen, Plan
from renaksi_desktop.interchange import read_json
from renaksi_desktop.reports.archive import MIME_TYPE, archived
from renaksi_desktop.reports.form import render

SOURCE = b"SQLite format 3\x00" + bytes(range(256)) * 40


@cache
def jember() -> bytes:
    return render(read_json(resources.SAMPLE.read_bytes())).pdf


def opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pdf))


def test_it_is_a_pdf_a_3b_with_the_file_of_the_plan_as_its_source() -> None:
    pdf, refused = archived(jember(), SOURCE, "jember.renaksi")
    assert refused == ""
    with opened(pdf) as document:
        with document.open_metadata() as metadata:
            assert (metadata.pdfa_status, metadata["dc:title"]) == ("3B", document.docinfo["/Title"])
        attached = document.attachments["jember.renaksi"]
        assert attached.relationship == pikepdf.Name.Source
        assert attached.get_file().mime_type == MIME_TYPE
        assert attached.get_file().read_bytes() == SOURCE
        assert document.Root.Lang == "id-ID"
        assert "/OutputIntents" in document.Root


def test_nothing_of_the_form_is_lost() -> None:
    with opened(jember()) as before, opened(archived(jember(), SOURCE, "j.renaksi").pdf) as after:
        assert len(before.pages) == len(after.pages)
        for old, new in zip(before.pages, after.pages, strict=True):
            assert old.Contents.read_bytes() == new.Contents.read_bytes()
        with before.open_outline() as old_outline, after.open_outline() as new_outline:
            assert [entry.title for entry in old_outline.root] == [entry.title for entry in new_outline.root]


def test_the_same_form_and_file_give_the_same_bytes_whatever_the_day() -> None:
    one, other = (archived(jember(), SOURCE, "j.renaksi").pdf for _ in range(2))
    assert one == other
    assert b"2025-08-29" in one
    assert b"D:20250829" in one


def test_every_font_is_embedded() -> None:
    with opened(archived(jember(), SOURCE, "j.renaksi").pdf) as document:
        fonts = [node for node in document.objects if is_a(node, "/Font")]
        assert len(fonts) == 2
        assert all("/FontFile2" in font.FontDescriptor for font in fonts)


def is_a(node: pikepdf.Object, kind: str) -> bool:
    return isinstance(node, pikepdf.Dictionary) and node.get("/Type") == kind


@settings(max_examples=10, deadline=None)
@given(wordy_plans(longest=300, most=10))
def test_any_plan_can_be_archived(plan: Plan) -> None:
    marked = replace(plan, cetak=replace(plan.cetak, cantuman=tuple(Cantuman)))
    assert archived(render(marked).pdf, SOURCE, "rencana.renaksi").refused == ""


def test_a_character_that_the_font_lacks_does_not_stand_in_the_way() -> None:
    plan = Plan(Dokumen(unit_kerja="漢 ☺ \u202e \x9f", catatan="\U0001f600"))
    assert archived(render(plan).pdf, SOURCE, "漢 & <b>.renaksi").refused == ""


def test_where_it_is_refused_the_ordinary_pdf_is_delivered_with_the_reason() -> None:
    with opened(jember()) as document:
        document.pages[0].Contents = pikepdf.Stream(document, b"/Nosuch gs")
        document.save(broken := io.BytesIO())
    pdf, refused = archived(broken.getvalue(), SOURCE, "j.renaksi")
    assert pdf == broken.getvalue()
    assert refused.startswith("PDF/A-3 tidak dapat dibuat, jadi ditulis PDF biasa")


@pytest.mark.parametrize("name", ["rencana 100% #1.renaksi", "a" * 200 + ".renaksi", "😀.renaksi"])
def test_any_name_of_a_file_will_do(name: str) -> None:
    pdf, refused = archived(jember(), SOURCE, name)
    assert refused == ""
    with opened(pdf) as document:
        assert document.attachments[name].get_file().read_bytes() == SOURCE


def test_a_name_that_is_no_text_is_written_as_far_as_it_is() -> None:
    pdf, refused = archived(jember(), SOURCE, "rencana\udcff.renaksi")
    assert refused == ""
    with opened(pdf) as document:
        assert [*document.attachments] == ["rencana_.renaksi"]
