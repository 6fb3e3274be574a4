"""What mends a finding about targets at once."""

from __future__ import annotations

from typing import Final

from renaksi_desktop.domain import edits
from renaksi_desktop.domain.bulan import BULAN
from renaksi_desktop.domain.edits import Edit
from renaksi_desktop.domain.findings import Finding
from renaksi_desktop.domain.index import Index
from renaksi_desktop.domain.plan import Indikator, JenisTarget, Target
from renaksi_desktop.domain.target import format_target
from renaksi_desktop.domain.totals import Totals
from renaksi_desktop.domain.wording import spoken

_CARRIED_ON: Final = (JenisTarget.KONSTAN, JenisTarget.KUMULATIF)
"""The kinds in which a blank month stands where the month before stood."""


def fill_b12(finding: Finding, index: Index, _: Totals) -> Edit | None:
    """Put the annual target into B12; into that of a constant target, what the other months are."""
    indikator = index.get(finding.where.node, Indikator)
    value = _expected_b12(indikator) if indikator else None
    if indikator is None or value is None:
        return None
    name = f"Isi B12 dengan {format_target(value, index.plan.cetak.gaya)}"
    return edits.compose(name, edits.set_targets(indikator, {12: value}))


def _expected_b12(indikator: Indikator) -> Target | None:
    if indikator.jenis_target is JenisTarget.NON_KUMULATIF:
        return None  # its months sum to the annual target
    if indikator.target_tahunan is not None or indikator.jenis_target is not JenisTarget.KONSTAN:
        return indikator.target_tahunan
    return next((value for value in indikator.target if value is not None), None)


def carry_on(finding: Finding, index: Index, _: Totals) -> Edit | None:
    """Put into each blank month between filled ones what the month before holds."""
    indikator = index.get(finding.where.node, Indikator)
    if indikator is None or indikator.jenis_target not in _CARRIED_ON:
        return None
    step = edits.set_targets(indikator, _carried(indikator.target))
    return edits.compose("Isi bulan kosong dengan nilai bulan sebelumnya", step)


def _carried(target: tuple[Target | None, ...]) -> dict[int, Target]:
    last = max(bulan for bulan in BULAN if target[bulan - 1] is not None)
    carried: dict[int, Target] = {}
    before: Target | None = None
    for bulan in BULAN[: last - 1]:
        value = target[bulan - 1]
        if value is None and before is not None:
            carried[bulan] = before
        before = before if value is None else value
    return carried


def take_kind(finding: Finding, index: Index, _: Totals) -> Edit | None:
    """Declare the kind of target that the months look like."""
    indikator, (kind, *_rest) = index.get(finding.where.node, Indikator), finding.data
    if indikator is None or not isinstance(kind, JenisTarget):
        return None
    return choose_kind(indikator, kind)


def choose_kind(indikator: Indikator, kind: JenisTarget) -> Edit:
    """Declare a kind of target that was suggested."""
    return edits.compose(f"Pilih jenis target {spoken(kind)}", edits.change(indikator, jenis_target=kind))
