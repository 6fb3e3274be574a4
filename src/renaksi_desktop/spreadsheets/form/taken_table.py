"""The Sasaran, Indikator and Kontribusi that were found in a form as those of a plan, and what does not add up."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Final, cast

from renaksi_desktop.domain.bulan import BULAN
from renaksi_desktop.domain.plan import (
    Id,
    Indikator,
    JenisTarget,
    Kontribusi,
    Plan,
    Sasaran,
    Target,
    new_id,
    walk,
)
from renaksi_desktop.domain.rupiah import format_rupiah
from renaksi_desktop.domain.totals import anggaran
from renaksi_desktop.domain.triwulan import quarters, with_quarters
from renaksi_desktop.spreadsheets.form.found import Found, FoundForm, FoundIndikator, FoundKontribusi, FoundSasaran
from renaksi_desktop.spreadsheets.form.shapes import is_number
from renaksi_desktop.spreadsheets.form.taken_budget import Budget
from renaksi_desktop.spreadsheets.form.taking import Known, Taking
from renaksi_desktop.spreadsheets.form.tree import amount

WRONG_SUM: Final = "Anggaran Indikator tertulis {}, sedangkan Kontribusinya berjumlah {}."
WRONG_TOTAL: Final = "Total tertulis {}, sedangkan Kontribusi yang terbaca berjumlah {}, selisih {}."
NO_AMOUNT: Final = "Kontribusi tidak tertulis, dianggap nol."


def read_table(form: FoundForm, before: Plan, taking: Taking) -> Plan:
    """Return a plan with what was found in a form; all else stays, and what is found again keeps its id."""
    table = _Table(before, taking)
    known = Known(before.sasaran)
    sasaran = tuple(table.sasaran(found, known) for found in form.sasaran)
    plan = replace(before, anggaran=table.budget.finished(), sasaran=sasaran)
    total = sum(anggaran(indikator) for node in sasaran for indikator in node.indikator)
    table.compare(form.total, total, WRONG_TOTAL)
    ids = {node.id for node in walk(plan)}
    return replace(plan, pengecualian=tuple(node for node in plan.pengecualian if node.simpul in ids))


class _Table:
    """Reads one form's table."""

    def __init__(self, before: Plan, taking: Taking) -> None:
        self._taking, self._gaya = taking, before.cetak.gaya
        self.budget: Final = Budget(before.anggaran, taking, self._gaya)

    def sasaran(self, found: FoundSasaran, known: Known[Sasaran]) -> Sasaran:
        node = known.pop(Sasaran, found.text) or Sasaran(new_id())
        below = Known(node.indikator)
        indikator = tuple(self._indikator(row, below) for row in found.indikator)
        return replace(node, **self._taking.named(node, found.text, found.line), indikator=indikator)

    def _indikator(self, found: FoundIndikator, known: Known[Indikator]) -> Indikator:
        node = known.pop(Indikator, found.text) or Indikator(new_id())
        before = {line.subkomponen: line for line in reversed(node.kontribusi)}
        node = replace(
            node,
            **self._taking.named(node, found.text, found.line),
            target=self._targets(found, node),
            kontribusi=tuple(self._kontribusi(row, before) for row in found.lines),
        )
        if found.head.satuan:
            node = replace(node, satuan=self._taking.field(node, "satuan", found.satuan) if found.satuan else "")
        if found.head.tahunan:
            node = replace(node, target_tahunan=self._target(node, found.tahunan, node.target_tahunan))
        self.compare(found.anggaran, anggaran(node), WRONG_SUM)
        return node

    def _targets(self, found: FoundIndikator, node: Indikator) -> tuple[Target | None, ...]:
        """Return the twelve targets; a form by quarters says what the last month of each comes to."""
        if not any(is_number(cell.value) for cell in found.targets.values()):
            node = replace(node, jenis_target=JenisTarget.KUALITATIF)
        read = partial(self._target, node)
        if found.head.months:
            months = zip(BULAN, node.target, strict=True)
            return tuple(
                read(found.targets.get(bulan), old) if bulan in found.head.months else old for bulan, old in months
            )
        if not found.head.quarters:
            return node.target
        values = [read(found.targets.get(place * 3), old) for place, old in enumerate(quarters(node), 1)]
        return with_quarters(node, values)

    def _target(self, node: Indikator, found: Found | None, old: Target | None) -> Target | None:
        if found is None:
            return None
        return cast(Target | None, self._taking.field(replace(node, target_tahunan=old), "target_tahunan", found))

    def _kontribusi(self, row: FoundKontribusi, before: dict[Id, Kontribusi]) -> Kontribusi:
        line = self.budget.line(row)
        node = before.pop(line, None) or Kontribusi(new_id(), line)
        if row.jumlah is None:
            self._taking.problems.append(row.line.problem(NO_AMOUNT))
            return replace(node, jumlah=0)
        return replace(node, jumlah=self._taking.field(node, "jumlah", row.jumlah))

    def compare(self, written: Found | None, computed: int, reason: str) -> None:
        """Tell where a written sum is another than what was read."""
        rupiah = amount(written)
        if written is not None and rupiah is not None and rupiah != computed:
            amounts = (rupiah, computed, abs(rupiah - computed))
            self._taking.problems.append(
                written.problem(reason.format(*(format_rupiah(each, self._gaya) for each in amounts)))
            )
