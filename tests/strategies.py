"""Hypothesis strategies for whole valid plans and for edits on them, drawn from the table of fields."""

from __future__ import annotations

import itertools
import uuid
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any, cast

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from renaksi_desktop.domain import edits as edit
from renaksi_desktop.domain.edits import Edit
from renaksi_desktop.domain.fields import (
    FIELDS,
    MAX_PENANDATANGAN,
    MAX_RUPIAH,
    Angka,
    Choice,
    Choices,
    Kind,
    Tanggal,
    Targets,
    Text,
    Texts,
    Uuid,
    Whole,
    normal,
)
from renaksi_desktop.domain.findings import Code
from renaksi_desktop.domain.kode import SHAPES, Coded
from renaksi_desktop.domain.kontribusi_edits import set_kontribusi
from renaksi_desktop.domain.plan import (
    CHILDREN,
    NO_CHILDREN,
    SINGLES,
    Cetak,
    Dokumen,
    Id,
    Indikator,
    Kontribusi,
    Node,
    Penandatangan,
    Pengecualian,
    Plan,
    SubKomponen,
    below,
    new_id,
    walk,
)

_PRINTABLE = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"))


def plans(*, max_children: int = 2) -> SearchStrategy[Plan]:
    """Return valid plans: any values within bounds, up to `max_children` nodes below each node.

    The nth node of every drawn plan has the same id, so that two drawn plans have ids in common.
    """
    return _plans(max_children)


def values(kind: Kind) -> SearchStrategy[Any]:
    """Return values of one kind of field, blank ones included where they are allowed."""
    if kind not in _MADE:
        _MADE[kind] = _OF_KIND[type(kind)](kind)
    return _MADE[kind]


_MADE: dict[Kind, SearchStrategy[Any]] = {}
"""Strategies by the kind of field: to make one takes longer than to draw from it."""


@st.composite
def edits(draw: DrawFn, plan: Plan) -> Edit:
    """Return one edit that fits `plan`: any of those in `domain.edits`."""
    nodes = list(walk(plan))[1:]
    movable = [node for node in nodes if node.id not in SINGLES]
    drawn: Edit = draw(st.one_of(_changes(nodes), *_to_indikator(nodes), *_structural(plan, movable)))
    return drawn


@st.composite
def _plans(draw: DrawFn, max_children: int) -> Plan:
    ids = _ids()
    drawn: dict[Id, type[Node]] = {Plan.id: Plan, Dokumen.id: Dokumen, Cetak.id: Cetak}

    def fields(kind: type[Node]) -> dict[str, Any]:
        own = {name: field.kind for name, field in FIELDS.get(kind, {}).items()}
        return {
            name: draw(st.sampled_from(_namable(kind, drawn)) if isinstance(value, Uuid) else values(value))
            for name, value in own.items()
        }

    def node(kind: type[Node]) -> Node:
        node_id = next(ids)
        drawn[node_id] = kind
        return cast(Callable[..., Node], kind)(id=node_id, **fields(kind), **below(kind))

    def below(kind: type[Node]) -> dict[str, Any]:
        return {
            name: tuple(node(child) for _ in range(draw(st.integers(0, most(child)))))
            for name, child in CHILDREN.get(kind, NO_CHILDREN).items()
        }

    def most(child: type[Node]) -> int:
        if child is Kontribusi and not _namable(child, drawn):
            return 0
        return min(max_children, MAX_PENANDATANGAN) if child is Penandatangan else max_children

    singles = {name: type(getattr(Plan(), name)) for name in SINGLES}
    return Plan(**{name: kind(**fields(kind)) for name, kind in singles.items()}, **below(Plan))


def _namable(kind: type[Node], drawn: Mapping[Id, type[Node]]) -> list[Id]:
    """Return the ids that a node of this type may name: see `plan.REFERENCES`."""
    if kind is Kontribusi:
        return [node_id for node_id, drawn_kind in drawn.items() if drawn_kind is SubKomponen]
    return [node_id for node_id, drawn_kind in drawn.items() if drawn_kind is not Pengecualian]


def _ids() -> Iterator[Id]:
    """Yield ids in an order that is not that of the alphabet."""
    return (str(uuid.uuid5(uuid.NAMESPACE_OID, str(n))) for n in itertools.count())


def _changes(nodes: list[Node]) -> SearchStrategy[Edit]:
    fields = [
        (node, name, field.kind)
        for node in nodes
        for name, field in FIELDS[type(node)].items()
        if not isinstance(field.kind, Uuid)
    ]
    return st.sampled_from(fields).flatmap(
        lambda place: values(place[2]).map(lambda value: edit.change(place[0], **{place[1]: value}))
    )


def _to_indikator(nodes: list[Node]) -> Iterator[SearchStrategy[Edit]]:
    """Yield what is done to an Indikator as a whole: targets of several months, several lines that pay for it."""
    indikator = [node for node in nodes if isinstance(node, Indikator)]
    lines = [node for node in nodes if isinstance(node, SubKomponen)]
    if indikator:
        targets = st.dictionaries(st.integers(1, 12), _targets(), min_size=1, max_size=3)
        yield st.builds(edit.set_targets, st.sampled_from(indikator), targets)
    if indikator and lines:
        jumlah = values(FIELDS[Kontribusi]["jumlah"].kind)
        shares = st.dictionaries(st.sampled_from(lines), jumlah, min_size=1, max_size=2)
        yield st.builds(edit.add_kontribusi, st.sampled_from(indikator), shares)
        amounts = st.dictionaries(st.sampled_from([node.id for node in indikator]), jumlah, min_size=1, max_size=3)
        yield st.builds(set_kontribusi, st.sampled_from(lines), amounts)


def _structural(plan: Plan, nodes: list[Node]) -> Iterator[SearchStrategy[Edit]]:
    parents: list[Node] = [plan, *(node for node in nodes if type(node) in CHILDREN)]
    yield st.sampled_from(parents).flatmap(lambda parent: _additions(plan, parent))
    if nodes:
        yield st.sampled_from(nodes).map(edit.remove)
        yield st.lists(st.sampled_from(nodes), min_size=1, max_size=3).map(lambda some: edit.remove(*some))
        yield st.builds(edit.shift, st.sampled_from(nodes), st.sampled_from([-1, 1]))
    if copied := [node for node in nodes if not isinstance(node, Penandatangan)]:
        yield st.builds(edit.duplicate, st.sampled_from(copied), with_kontribusi=st.booleans())
    if rows := [row for parent in parents for row in _coded_rows(parent)]:
        yield st.sampled_from(rows).map(edit.renumber)
    homes = [
        (node, parent) for node in nodes for parent in parents if type(node) in CHILDREN[type(parent)].values()
    ]
    if homes:
        yield st.sampled_from(homes).flatmap(lambda home: _moves(*home))


def _moves(node: Node, parent: Node) -> SearchStrategy[Edit]:
    beside = st.sampled_from([None, *below(parent, type(node))])
    return beside.map(lambda before: edit.rearrange([node], parent, before))


def _coded_rows(parent: Node) -> Iterator[tuple[Coded, ...]]:
    """Yield the children of `parent` that carry a kode, where it has any, each type by itself."""
    for name, kind in CHILDREN[type(parent)].items():
        if kind in SHAPES and (siblings := getattr(parent, name)):
            yield siblings


def _additions(plan: Plan, parent: Node) -> SearchStrategy[Edit]:
    lines = [node.id for node in walk(plan) if isinstance(node, SubKomponen)]
    kinds = [
        kind
        for kind in CHILDREN[type(parent)].values()
        if (kind is not Kontribusi or lines)
        and (kind is not Penandatangan or len(plan.penandatangan) < MAX_PENANDATANGAN)
    ]

    owed: dict[type[Node], dict[str, Any]] = {
        Kontribusi: {"subkomponen": lines[-1] if lines else ""},
        Pengecualian: {"temuan": Code.TANPA_ANGGARAN, "simpul": parent.id},
    }

    def new(kind: type[Node]) -> Node:
        return cast(Callable[..., Node], kind)(id=new_id(), **owed.get(kind, {}))

    if not kinds:
        return _changes([plan.dokumen])
    return st.builds(
        lambda kind, index: edit.add(new(kind), parent, index), st.sampled_from(kinds), st.integers(0, 3)
    )


def _texts(kind: Text) -> SearchStrategy[str]:
    letters = _PRINTABLE | st.sampled_from("\t\n" if kind.lines else "\t")
    return st.text(letters, max_size=min(kind.limit, 12))


def _numbers() -> SearchStrategy[Decimal]:
    return st.builds(
        lambda digits, places: normal(Decimal(digits).scaleb(-places)),
        st.integers(-MAX_RUPIAH, MAX_RUPIAH) | st.integers(0, 100),
        st.integers(0, 15) | st.just(0),
    )


def _targets() -> SearchStrategy[Any]:
    return st.none() | _numbers() | _texts(Text()).filter(str.strip)


def _wholes(kind: Whole) -> SearchStrategy[int | None]:
    numbers = st.integers(kind.low, kind.high)
    return st.none() | numbers if kind.optional else numbers


def _choices(kind: Choice) -> SearchStrategy[Any]:
    words = st.sampled_from(list(kind.enum))
    return st.none() | words if kind.optional else words


def _subsets(kind: Choices) -> SearchStrategy[Any]:
    return st.sets(st.sampled_from(list(kind.enum))).map(lambda some: tuple(w for w in kind.enum if w in some))


_OF_KIND: dict[type[Any], Callable[[Any], SearchStrategy[Any]]] = {
    Text: _texts,
    Whole: _wholes,
    Angka: lambda _: _targets(),
    Targets: lambda _: st.lists(_targets(), max_size=12).map(lambda some: (*some, *[None] * (12 - len(some)))),
    Tanggal: lambda _: st.none() | st.dates(),
    Choice: _choices,
    Choices: _subsets,
    Texts: lambda kind: st.lists(_texts(Text(lines=True)), max_size=kind.most).map(tuple),
}
