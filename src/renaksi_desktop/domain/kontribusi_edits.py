"""Edits that set what Indikator take of SubKomponen, whatever they took before, or move it between them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from renaksi_desktop.domain import edits
from renaksi_desktop.domain.edits import Edit, compose
from renaksi_desktop.domain.errors import EditRefused
from renaksi_desktop.domain.fields import MAX_RUPIAH
from renaksi_desktop.domain.plan import Id, Indikator, Kontribusi, Node, Plan, SubKomponen, every_indikator, new_id
from renaksi_desktop.domain.totals import Totals


def taken(indikator: Indikator, line_id: Id) -> int:
    """Return what an Indikator takes of a SubKomponen, in rupiah; zero where it takes nothing."""
    return sum(kontribusi.jumlah for kontribusi in indikator.kontribusi if kontribusi.subkomponen == line_id)


def set_kontribusi(line: SubKomponen, amounts: Mapping[Id, int]) -> Edit:
    """Let each of these Indikator (by id) take exactly so many rupiah of `line`; zero takes its Kontribusi out.

    A Kontribusi that stays keeps its id and its place; a new one stands last. Where the same SubKomponen stood
    twice below an Indikator, one Kontribusi holds the amount afterwards. Other Indikator stay as they are.
    """
    new = {indikator: Kontribusi(new_id(), line.id, jumlah) for indikator, jumlah in amounts.items() if jumlah}

    def apply(plan: Plan) -> Plan:
        there = [node for node in every_indikator(plan) if node.id in amounts]
        if len(there) < len(amounts):
            raise EditRefused("Indikator yang hendak dibiayai sudah tidak ada di rencana ini.")
        steps = [step for node in there for step in _steps(node, line.id, amounts[node.id], new.get(node.id))]
        return compose("", *steps).apply(plan)

    return Edit("Ubah Kontribusi", apply)


def set_amounts(amounts: Mapping[Id, int]) -> Edit:
    """Give each of these Kontribusi (by its own id) so many rupiah, zero too; each keeps its place."""

    def apply(plan: Plan) -> Plan:
        missing = set(amounts)

        def of(indikator: Indikator) -> Indikator:
            own = {node.id for node in indikator.kontribusi} & missing
            if not own:
                return indikator
            missing.difference_update(own)
            new = (replace(node, jumlah=amounts.get(node.id, node.jumlah)) for node in indikator.kontribusi)
            return replace(indikator, kontribusi=tuple(new))

        sasaran = [replace(node, indikator=tuple(map(of, node.indikator))) for node in plan.sasaran]
        if missing:
            raise EditRefused("Kontribusi yang hendak diubah sudah tidak ada di rencana ini.")
        return replace(plan, sasaran=tuple(sasaran)) if amounts else plan

    return Edit("Ubah Kontribusi", apply)


def move_kontribusi(nodes: Sequence[Kontribusi], indikator: Indikator, before: Node | None) -> Edit | None:
    """Let `indikator` have these Kontribusi, right before its Kontribusi `before`, or last.

    One that comes from another Indikator to one that has the same SubKomponen already is added to what is there,
    so that no line stands twice and as much is shared out as before. It is None where that is too much rupiah.
    """
    own = {node.id for node in indikator.kontribusi}
    there = {node.subkomponen: node for node in indikator.kontribusi}
    moving, sums = list[Kontribusi](), dict[Id, int]()
    for node in nodes:
        same = there.setdefault(node.subkomponen, node)
        if node.id in own or same is node:
            moving.append(node)
        else:
            sums[node.subkomponen] = sums.get(node.subkomponen, same.jumlah) + node.jumlah
    if any(abs(jumlah) > MAX_RUPIAH for jumlah in sums.values()):
        return None
    steps = [edits.rearrange(moving, indikator, before)] if moving else []
    steps += [edits.change(there[line], jumlah=jumlah) for line, jumlah in sums.items()]
    merged = [node for node in nodes if node not in moving]
    if not merged:
        return steps[0]
    return compose("Gabungkan Kontribusi", *steps, edits.remove(*merged))


def share_out(line: SubKomponen, amounts: Mapping[Id, int]) -> Edit:
    """Share a SubKomponen out: `set_kontribusi`, refused where all shares are more than its Anggaran.

    `amounts` names every Indikator that is to take something; those that are not named keep what they have.
    """
    takers = sum(1 for jumlah in amounts.values() if jumlah)
    name = f"Bagi Anggaran Sub Komponen {line.kode} ke {takers} Indikator"
    setting = set_kontribusi(line, amounts)

    def apply(plan: Plan) -> Plan:
        after = setting.apply(plan)
        if Totals(after).shared(line.id) > line.anggaran:
            raise EditRefused(f"Pembagian melebihi Anggaran Sub Komponen {line.kode}.")
        return after

    return Edit(name if takers else f"Kosongkan pembagian Sub Komponen {line.kode}", apply)


def _steps(indikator: Indikator, line_id: Id, jumlah: int, new: Kontribusi | None) -> Iterator[Edit]:
    """Yield what turns the Kontribusi of one Indikator into `jumlah`; `new` is added where none is."""
    present = [node for node in indikator.kontribusi if node.subkomponen == line_id]
    if [node.jumlah for node in present] == ([jumlah] if jumlah else []):
        return
    kept, surplus = (present[:1], present[1:]) if jumlah else ([], present)
    if surplus:
        yield edits.remove(*surplus)
    if kept:
        yield edits.change(kept[0], jumlah=jumlah)
    elif new is not None:
        yield edits.add(new, indikator)
