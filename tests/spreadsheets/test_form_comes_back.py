"""A plan that goes out as the form's workbook and comes in again is what it was, as far as the form says."""

from __future__ import annotations

from hypothesis import given
from tests.spreadsheets.form_plans import readable_plans, shown
from tests.spreadsheets.workbooks import sheets_of
from tests.strategies import plans

from renaksi_desktop.domain.difference import difference
from renaksi_desktop.domain.plan import Plan
from renaksi_desktop.interchange import read_json
from renaksi_desktop.resources import SAMPLE
from renaksi_desktop.spreadsheets.form.reader import is_form, read_form
from renaksi_desktop.spreadsheets.form.writer import write_form
from renaksi_desktop.spreadsheets.kertas_kerja.writer import write_kertas_kerja
from renaksi_desktop.spreadsheets.reading import read_sheets
from renaksi_desktop.spreadsheets.recognition import Source, recognised


def test_the_sample_comes_back() -> None:
    jember = read_json(SAMPLE.read_bytes())
    sheets = read_sheets(write_form(jember), "formulir.xlsx")
    assert recognised(sheets) is Source.FORMULIR
    taken = read_form(sheets)
    assert taken.problems == ()
    assert taken.remarks == ()
    assert shown(taken.plan) == shown(jember)


@given(readable_plans())
def test_all_that_the_form_says_comes_back(plan: Plan) -> None:
    taken = read_form(sheets_of(write_form(plan)))
    assert taken.problems == ()
    assert shown(taken.plan) == shown(plan)


@given(readable_plans())
def test_a_form_read_onto_its_own_plan_changes_nothing(plan: Plan) -> None:
    taken = read_form(sheets_of(write_form(plan)), onto=plan)
    assert taken.problems == ()
    assert not difference(plan, taken.plan)


@given(plans())
def test_the_form_of_any_plan_is_read_without_a_fault(plan: Plan) -> None:
    sheets = sheets_of(write_form(plan))
    assert is_form(sheets)
    assert recognised(sheets) is Source.FORMULIR
    taken = read_form(sheets)
    assert bool(taken.plan.sasaran) == bool(plan.sasaran)
    assert shown(read_form(sheets, onto=taken.plan).plan) == shown(taken.plan)


@given(plans())
def test_a_kertas_kerja_is_not_taken_for_a_form(plan: Plan) -> None:
    assert not is_form(sheets_of(write_kertas_kerja(plan)))
