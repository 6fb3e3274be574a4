"""A budget line is shared out over Indikator to the rupiah, and never by one step beyond its Anggaran."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import plans

from renaksi_desktop.domain.errors import EditRefused
from renaksi_desktop.domain.kontribusi_edits import set_kontribusi, share_out, taken
from renaksi_desktop.domain.numerals import NumberRefused
from renaksi_desktop.domain.plan import (
    RO,
    Gaya,
    Id,
    Indikator,
    Komponen,
    Kontribusi,
    Plan,
    Sasaran,
    SubKomponen,
    walk,
)
from renaksi_desktop.domain.share_text import remainder, shared_out
from renaksi_desktop.domain.sharing import Sharing, Way, parse_percent
from renaksi_desktop.domain.totals import Sums, Totals

A, B = SubKomponen("a", "A", "Pengadaan", 100), SubKomponen("b", "B", "Pengujian", 50)
PLAN = Plan(
    anggaran=(RO("ro", "DR.3165.QIA.001", "Sampel", (Komponen("k", "055", "Uji", (A, B)),)),),
    sasaran=(
        Sasaran("s1", "01", "Satu", (
            Indikator("i1", "01", kontribusi=(Kontribusi("x", "a", 60), Kontribusi("y", "b", 50))),
            Indikator("i2", "02", kontribusi=(Kontribusi("z", "a", 20),)),
        )),
        Sasaran("s2", "02", "Dua", (Indikator("i3", "01"),)),
    ),
)  # fmt: skip
NOTHING = Sharing(100, {"i1": 0, "i2": 0, "i3": 0})


def kontribusi(plan: Plan) -> list[tuple[Id, int]]:
    return [(node.id, node.jumlah) for node in walk(plan) if isinstance(node, Kontribusi)]


def test_a_line_nobody_takes_is_shared_equally_and_the_first_gets_the_odd_rupiah() -> None:
    fresh = Sharing.of(replace(PLAN, sasaran=()), A)
    assert (fresh.way, fresh.amounts) == (Way.EQUALLY, {})
    assert NOTHING.choose(["i3", "i1", "i2"], True).amounts == {"i1": 34, "i2": 33, "i3": 33}


def test_a_line_that_is_shared_already_starts_as_it_is() -> None:
    sharing = Sharing.of(PLAN, A)
    assert (sharing.way, sharing.chosen) == (Way.TYPED, frozenset({"i1", "i2"}))
    assert sharing.amounts == sharing.present == {"i1": 60, "i2": 20, "i3": 0}
    assert sharing.shared == 80


def test_three_times_33_33_percent_leaves_a_remainder_that_is_shown() -> None:
    sharing = replace(NOTHING, anggaran=1_000_000)
    for key in sharing.present:
        sharing = sharing.type(key, parse_percent("33,33"))
    assert list(sharing.amounts.values()) == [333_300] * 3
    assert shared_out(Sums.of(1_000_000, sharing.shared), Gaya.INDONESIA) == "terbagi 99,99 % – sisa 100"


def test_four_quarters_are_all_of_it() -> None:
    sharing = Sharing(10, dict.fromkeys("abcd", 0))
    for key in "abcd":
        sharing = sharing.type(key, Decimal(25))
    assert list(sharing.amounts.values()) == [3, 3, 2, 2]


def test_rupiah_and_percent_are_typed_side_by_side() -> None:
    sharing = NOTHING.type("i1", 30).type("i2", Decimal(50))
    assert sharing.amounts == {"i1": 30, "i2": 50, "i3": 0}
    assert sharing.type("i1", 0).amounts == {"i1": 0, "i2": 50, "i3": 0}


def test_what_remains_goes_on_top_of_what_the_chosen_have() -> None:
    sharing = Sharing.of(PLAN, A).by(Way.REMAINDER)
    assert sharing.amounts == sharing.present, "those who have some wait to be chosen"
    assert sharing.choose(["i2"], True).amounts == {"i1": 60, "i2": 40, "i3": 0}
    assert sharing.choose(["i2", "i3"], True).amounts == {"i1": 60, "i2": 30, "i3": 10}


def test_all_is_shared_in_proportion_to_what_they_have() -> None:
    sharing = Sharing.of(PLAN, A).by(Way.PROPORTION)
    assert sharing.amounts == {"i1": 75, "i2": 25, "i3": 0}
    assert NOTHING.by(Way.PROPORTION).choose(["i1"], True).shared == 0, "nothing has no proportion"


def test_typing_goes_on_from_what_is_shown() -> None:
    equally = NOTHING.choose(["i1", "i2"], True)
    assert equally.type("i2", 10).amounts == {"i1": 50, "i2": 10, "i3": 0}
    assert equally.type("i2", 10).choose(["i3"], True).amounts == {"i1": 50, "i2": 10, "i3": 40}


def test_leaving_the_remainder_keeps_those_who_have_some() -> None:
    sharing = Sharing.of(PLAN, A).by(Way.REMAINDER).choose(["i3"], True)
    assert sharing.by(Way.EQUALLY).amounts == {"i1": 34, "i2": 33, "i3": 33}


SHARINGS = st.integers(0, 4).flatmap(
    lambda n: st.builds(
        Sharing,
        st.integers(0, 10**12),
        st.just({}) if not n else st.fixed_dictionaries({f"i{i}": st.integers(0, 10**12) for i in range(n)}),
    )
)


@given(st.data(), SHARINGS)
def test_the_parts_sum_to_the_rupiah(data: st.DataObject, sharing: Sharing) -> None:
    keys = data.draw(st.sets(st.sampled_from(sorted(sharing.present)))) if sharing.present else set()
    had, left = sum(sharing.present.values()), sharing.anggaran - sum(sharing.present.values())
    by = {way: sharing.by(way).choose(keys, True) for way in (Way.EQUALLY, Way.REMAINDER, Way.PROPORTION)}
    assert by[Way.EQUALLY].shared == (sharing.anggaran if keys else 0)
    assert by[Way.REMAINDER].shared == (had + max(0, left) if keys else had)
    some = any(sharing.present[key] for key in keys)
    assert by[Way.PROPORTION].shared == (sharing.anggaran if some else 0)
    equal = [by[Way.EQUALLY].amounts[key] for key in keys]
    assert not equal or max(equal) - min(equal) <= 1


@given(st.data(), SHARINGS)
def test_a_draft_that_came_about_goes_on_in_its_way_with_the_same_amounts(
    data: st.DataObject, sharing: Sharing
) -> None:
    keys = data.draw(st.sets(st.sampled_from(sorted(sharing.present)))) if sharing.present else set()
    draft = sharing.by(data.draw(st.sampled_from(Way))).choose(keys, True)
    applied = replace(sharing, present=draft.amounts, way=Way.TYPED)
    assert draft.after(applied) == replace(draft, present=draft.amounts)
    if draft.shared <= draft.anggaran:
        assert draft.after(applied).amounts == draft.amounts


def test_a_draft_is_given_up_for_another_plan() -> None:
    draft, now = NOTHING.choose(["i1"], True), Sharing.of(PLAN, A)
    assert draft.after(NOTHING) == draft
    assert draft.after(now) == now
    assert draft.after(replace(NOTHING, anggaran=1)) == replace(NOTHING, anggaran=1)


@given(st.data(), SHARINGS)
def test_percents_come_to_what_they_come_to_together(data: st.DataObject, sharing: Sharing) -> None:
    percents = [data.draw(st.integers(0, 1_000_000)) for _ in sharing.present]
    for key, percent in zip(sharing.present, percents, strict=True):
        sharing = sharing.type(key, Decimal(percent).scaleb(-4))
    assert sharing.shared == sharing.anggaran * sum(percents) // 1_000_000
    assert sharing.by(Way.EQUALLY).by(Way.TYPED).shared == (sharing.anggaran if any(percents) else 0)


@given(plans(max_children=3), st.data())
def test_the_edit_gives_each_what_it_was_shown(plan: Plan, data: st.DataObject) -> None:
    lines = [node for node in walk(plan) if isinstance(node, SubKomponen)]
    keys = [node.id for node in walk(plan) if isinstance(node, Indikator)]
    if not lines or not keys:
        return
    line = data.draw(st.sampled_from(lines))
    sharing = replace(Sharing.of(plan, line), anggaran=line.anggaran).by(Way.EQUALLY)
    sharing = sharing.choose(keys, False).choose(data.draw(st.sets(st.sampled_from(keys))), True)
    after = share_out(line, sharing.amounts).apply(plan)
    assert Sharing.of(after, line).present == sharing.amounts
    assert _of_other_lines(after, line) == _of_other_lines(plan, line)


def _of_other_lines(plan: Plan, line: SubKomponen) -> list[Kontribusi]:
    return [node for node in walk(plan) if isinstance(node, Kontribusi) and node.subkomponen != line.id]


def test_shares_keep_their_id_and_place_new_ones_stand_last_and_zero_takes_out() -> None:
    step = share_out(A, {"i1": 70, "i2": 0, "i3": 30})
    assert step.name == "Bagi Anggaran Sub Komponen A ke 2 Indikator"
    after = step.apply(PLAN)
    (x, y), (new,) = after.sasaran[0].indikator[0].kontribusi, after.sasaran[1].indikator[0].kontribusi
    assert (x, y) == (Kontribusi("x", "a", 70), Kontribusi("y", "b", 50))
    assert (new.subkomponen, new.jumlah) == ("a", 30)
    assert after.sasaran[0].indikator[1].kontribusi == ()
    assert step.apply(PLAN) == after, "doing it again gives the same ids"


def test_what_stays_the_same_is_shared_with_the_plan_before() -> None:
    after = set_kontribusi(A, {"i1": 60, "i2": 40}).apply(PLAN)
    assert after.sasaran[0].indikator[0] is PLAN.sasaran[0].indikator[0]
    assert set_kontribusi(A, {"i1": 60, "i3": 0}).apply(PLAN) is PLAN


def test_a_line_that_stands_twice_stands_once_after_it_is_set() -> None:
    twice = replace(PLAN.sasaran[1].indikator[0], kontribusi=(Kontribusi("p", "b", 1), Kontribusi("q", "b", 2)))
    plan = replace(PLAN, sasaran=(Sasaran("s", indikator=(twice,)),))
    assert taken(twice, "b") == 3
    assert kontribusi(set_kontribusi(B, {"i3": 3}).apply(plan)) == [("p", 3)], "whatever the amount"
    assert kontribusi(set_kontribusi(B, {"i3": 5}).apply(plan)) == [("p", 5)]


def test_more_than_the_anggaran_is_not_shared_out() -> None:
    with pytest.raises(EditRefused, match=r"Pembagian melebihi Anggaran Sub Komponen A\."):
        share_out(A, {"i3": 21}).apply(PLAN)
    assert Totals(share_out(A, {"i3": 20}).apply(PLAN)).remainder("a") == 0
    assert Totals(set_kontribusi(A, {"i3": 21}).apply(PLAN)).remainder("a") == -1, (
        "one by one it may be, and is told"
    )


def test_all_can_be_taken_back() -> None:
    step = share_out(A, {"i1": 0, "i2": 0, "i3": 0})
    assert step.name == "Kosongkan pembagian Sub Komponen A"
    assert kontribusi(step.apply(PLAN)) == [("y", 50)]


def test_an_indikator_or_a_line_that_is_gone_is_refused() -> None:
    with pytest.raises(EditRefused, match="Indikator yang hendak dibiayai sudah tidak ada"):
        share_out(A, {"gone": 1}).apply(PLAN)
    with pytest.raises(EditRefused, match="Sub Komponen yang membiayai sudah tidak ada"):
        share_out(SubKomponen("gone", anggaran=9), {"i1": 1}).apply(PLAN)


@pytest.mark.parametrize(
    ("text", "percent"), [("25", "25"), ("33,33 %", "33.33"), ("0.0001", "0.0001"), ("", "0")]
)
def test_percents_are_read_in_either_style(text: str, percent: str) -> None:
    assert parse_percent(text) == Decimal(percent)


@pytest.mark.parametrize("text", ["-1", "100,0001", "0,00001", "1,,2", "banyak"])
def test_a_percent_that_cannot_be_is_refused(text: str) -> None:
    with pytest.raises(NumberRefused):
        parse_percent(text)


def test_the_running_line_says_what_is_left_or_too_much() -> None:
    assert shared_out(Sums.of(37_720_000, 28_290_000), Gaya.INDONESIA) == "terbagi 75 % – sisa 9.430.000"
    assert shared_out(Sums.of(3, 3), Gaya.INDONESIA) == "terbagi 100 % – sisa 0"
    assert shared_out(Sums.of(10**12, 10**12 - 1), Gaya.RESMI) == "terbagi 99.99 % – sisa 1"
    assert shared_out(Sums.of(10**12, 10**12 + 1000), Gaya.RESMI) == "terbagi 100 % – lebih 1,000"
    assert shared_out(Sums.of(0, 5), Gaya.RESMI) == "lebih 5"
    assert shared_out(Sums(2000, 500, 100), Gaya.RESMI) == "terbagi 75 % – lebih 100, sisa 500"
    assert remainder(Sums.of(7, 2), Gaya.RESMI) == "5"
