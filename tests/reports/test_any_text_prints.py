"""A plan of any characters and any numbers prints, in time, and always alike."""

from __future__ import annotations

from hypothesis import given, settings
from tests.strategies import plans

from renaksi_desktop.domain.fields import MAX_TEXT
from renaksi_desktop.domain.plan import Dokumen, Indikator, Plan, Sasaran
from renaksi_desktop.reports.form import render
from renaksi_desktop.reports.layout import lay_out


@settings(max_examples=40, deadline=None)
@given(plans())
def test_any_valid_plan_prints_and_always_alike(plan: Plan) -> None:
    form = render(plan)
    assert form.pdf.startswith(b"%PDF-")
    assert form == render(plan)


def test_the_longest_texts_fill_pages_and_end() -> None:
    text = "W" * MAX_TEXT
    indikator = Indikator("i", "01", text, satuan=text)
    plan = Plan(
        Dokumen(catatan="\n" * MAX_TEXT, unit_kerja=text), sasaran=(Sasaran("s", "01", text, (indikator,)),)
    )
    assert 100 < len(lay_out(plan).pages) < 500
    assert render(plan).missing == ""
