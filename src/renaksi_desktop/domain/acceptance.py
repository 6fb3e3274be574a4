"""Findings that are meant as they are: accepted with a reason, which the plan keeps as a Pengecualian."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from decimal import Decimal
from typing import TypeAlias

from renaksi_desktop.domain import edits
from renaksi_desktop.domain.edits import Edit
from renaksi_desktop.domain.errors import EditRefused
from renaksi_desktop.domain.fields import MAX_TEXT, clean
from renaksi_desktop.domain.findings import Datum, Finding, Severity
from renaksi_desktop.domain.plan import Pengecualian, Plan, new_id, walk

Accepted: TypeAlias = dict[Finding, Pengecualian]
"""The findings that are accepted, each with what says so."""


def accepted(findings: Iterable[Finding], plan: Plan) -> Accepted:
    """Return which of the findings of a plan are accepted.

    An acceptance holds for the values that were accepted: when a figure is another, the finding asks again. An
    error is never accepted.
    """
    nodes = {exception.simpul for exception in plan.pengecualian}
    kept = {_about(exception): exception for exception in plan.pengecualian}
    asked = (finding for finding in findings if finding.where.node in nodes and acceptable(finding))
    matched = ((finding, kept.get(_about(_exception(finding)))) for finding in asked)
    return {finding: exception for finding, exception in matched if exception is not None}


def acceptable(finding: Finding) -> bool:
    """Say whether a finding may be accepted: an error has to be mended."""
    return finding.severity is not Severity.ERROR


def accept(finding: Finding, alasan: str, exception: Pengecualian | None = None) -> Edit:
    """Accept a finding for a reason, or for another one where `exception` says already that it is accepted.

    The edit is refused for an error, without a reason, and for what is gone.
    """
    alasan = clean(alasan)
    new = _exception(finding, new_id(), alasan)

    def apply(plan: Plan) -> Plan:
        if not acceptable(finding):
            raise EditRefused("Galat tidak dapat diterima, perbaikilah isinya.")
        if not _readable(alasan):
            raise EditRefused("Tulis alasannya dahulu.")
        if len(alasan) > MAX_TEXT:
            raise EditRefused(f"Alasan paling panjang {MAX_TEXT} karakter.")
        if all(node.id != new.simpul for node in walk(plan)):
            raise EditRefused("Bagian yang hendak diterima sudah tidak ada di rencana ini.")
        return (edits.change(exception, alasan=alasan) if exception else edits.add(new, plan)).apply(plan)

    return Edit("Ubah alasan penerimaan temuan" if exception else f"Terima {finding.severity}", apply)


def withdraw(exception: Pengecualian) -> Edit:
    """Let an accepted finding count again, even where a merge or an import brought the same acceptance twice."""

    def apply(plan: Plan) -> Plan:
        same = (other for other in plan.pengecualian if _about(other) == _about(exception))
        return edits.remove(exception, *(other for other in same if other.id != exception.id)).apply(plan)

    return Edit("Cabut penerimaan temuan", apply)


def _exception(finding: Finding, node_id: str = "", alasan: str = "") -> Pengecualian:
    node, field, bulan = finding.where
    return Pengecualian(
        node_id, finding.code, node, field or "", bulan, tuple(map(_neutral, finding.data)), alasan
    )


def _readable(text: str) -> bool:
    """Say whether a text has anything to read: marks of direction alone are nothing."""
    return any(unicodedata.category(letter)[0] not in "CZ" for letter in text)


def _about(exception: Pengecualian) -> tuple[object, ...]:
    """Return all that makes a finding this one and no other."""
    return exception.temuan, exception.simpul, exception.isian, exception.bulan, exception.data


def _neutral(datum: Datum) -> str:
    """Return a value as text, the same in every style of numbers: 61559000, 82.5."""
    return f"{datum.normalize():f}" if isinstance(datum, Decimal) else str(datum)
