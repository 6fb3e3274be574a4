"""The plan is a value, and the table of fields describes all of it."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, fields
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import plans, values

from renaksi_desktop.domain.fields import (
    ANGKA,
    FIELDS,
    MAX_RUPIAH,
    MAX_TEXT,
    RUPIAH,
    Choices,
    Kind,
    Tanggal,
    Targets,
    Text,
    Uuid,
    Whole,
    clean,
)
from renaksi_desktop.domain.plan import (
    CHILDREN,
    NO_CHILDREN,
    Cetak,
    Kolom,
    Node,
    Plan,
    children,
    new_id,
    walk,
)

KINDS = [(node, name, field.kind) for node, table in FIELDS.items() for name, field in table.items()]


@pytest.mark.parametrize("kind", FIELDS)
def test_every_part_of_a_node_is_its_id_a_field_or_a_child(kind: type[Node]) -> None:
    parts = [field.name for field in fields(kind) if field.name != "id"]
    known = {*FIELDS[kind], *CHILDREN.get(kind, NO_CHILDREN)}
    assert set(parts) == known


@given(st.sampled_from(KINDS), st.data())
def test_a_value_has_one_plain_form_and_is_read_back_from_it(
    place: tuple[type[Node], str, Kind], data: st.DataObject
) -> None:
    kind = place[2]
    value = data.draw(st.uuids().map(str) if isinstance(kind, Uuid) else values(kind))
    assert kind.read(kind.plain(value)) == value


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.decimals() | st.text(max_size=5) | st.just(()),
    lambda inner: st.lists(inner, max_size=13),
    max_leaves=13,
)


@given(st.sampled_from(KINDS), JUNK)
def test_any_plain_value_is_read_or_refused_with_a_reason(place: tuple[type[Node], str, Kind], plain: Any) -> None:
    kind = place[2]
    try:
        value = kind.read(plain)
    except ValueError as error:
        reason = str(error)
    else:
        reason = "read"
        assert kind.read(kind.plain(value)) == value
    assert reason


@pytest.mark.parametrize(
    ("kind", "plain", "reason"),
    [
        (Text(), 1, "harus berupa teks"),
        (Text(), "a\nb", "karakter kendali"),
        (Text(lines=True), "a\x00", "karakter kendali"),
        (Text(), "a" * (MAX_TEXT + 1), "lebih dari 10000 karakter"),
        (RUPIAH, True, "bilangan bulat"),
        (RUPIAH, Decimal(5), "bilangan bulat"),
        (RUPIAH, -1, "harus antara 0"),
        (RUPIAH, MAX_RUPIAH + 1, "harus antara 0"),
        (RUPIAH, None, "bilangan bulat"),
        (Whole(0, 9), 10, "harus antara 0 dan 9"),
        (ANGKA, True, "angka, teks, atau null"),
        (ANGKA, " ", "tidak boleh kosong"),
        (ANGKA, Decimal("NaN"), "berhingga"),
        (ANGKA, Decimal("1e15"), "terlalu besar"),
        (ANGKA, Decimal("1." + "0" * 30 + "1"), "lebih dari 15 digit"),
        (Targets(), [None] * 13, "12 nilai"),
        (Tanggal(), "2025-02-29", "kalender"),
        (Tanggal(), "29-08-2025", "YYYY-MM-DD"),
        (Tanggal(), "٢٠٢٥-٠٨-٢٩", "YYYY-MM-DD"),
        (Choices(Kolom), ["nama"], "salah satu dari"),
        (Uuid(), "A" * 36, "uuid"),
    ],
)
def test_what_a_field_does_not_hold(kind: Kind, plain: Any, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        kind.read(plain)


def test_chosen_columns_stand_in_one_order() -> None:
    assert Choices(Kolom).read(["nip", "satuan"]) == (Kolom.SATUAN, Kolom.NIP)


def test_a_date_is_read() -> None:
    assert Tanggal().read("2024-02-29") == date(2024, 2, 29)


@given(st.text(max_size=40), st.booleans())
def test_cleaned_text_is_what_a_field_holds_and_stays_as_it_is(text: str, lines: bool) -> None:
    cleaned = clean(text, lines=lines)
    assert Text(lines=lines).read(cleaned) == clean(cleaned, lines=lines) == cleaned
    assert [letter for letter in cleaned if letter.isalnum()] == [letter for letter in text if letter.isalnum()]


def test_a_plan_cannot_be_changed() -> None:
    plan = Plan()
    with pytest.raises(FrozenInstanceError):
        plan.cetak = Cetak()  # type: ignore[misc]
    with pytest.raises((AttributeError, TypeError)):
        plan.catatan = ""  # type: ignore[attr-defined]


@given(plans())
def test_a_walk_meets_every_node_once_and_parents_first(plan: Plan) -> None:
    met = list(walk(plan))
    assert len({node.id for node in met}) == len(met)
    order = {node.id: number for number, node in enumerate(met)}
    for node in met:
        assert all(order[child.id] > order[node.id] for child in children(node))


def test_ids_are_new_and_in_the_form_that_files_hold() -> None:
    ids = [new_id() for _ in range(100)]
    assert len(set(ids)) == 100
    assert all(Uuid().read(id_) == id_ for id_ in ids)
