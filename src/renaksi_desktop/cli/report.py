"""What `periksa` and `info` print."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from renaksi_desktop.domain.acceptance import Accepted, accepted
from renaksi_desktop.domain.fields import NAMES
from renaksi_desktop.domain.findings import Finding, Severity
from renaksi_desktop.domain.index import Index
from renaksi_desktop.domain.plan import RO, Indikator, Komponen, Kontribusi, Plan, Sasaran, SubKomponen
from renaksi_desktop.domain.rupiah import format_rupiah
from renaksi_desktop.domain.totals import Totals
from renaksi_desktop.domain.wording import place, sentence
from renaksi_desktop.storage.identity import Identity

_ACCEPTED: Final = "diterima"


def as_text(findings: Sequence[Finding], plan: Plan) -> str:
    """Return one line for each finding, what is accepted last with its reason, and one that counts them."""
    index, kept = Index.of(plan), accepted(findings, plan)
    told = {finding: f"{place(finding.where, index)}: {sentence(finding, plan)}" for finding in findings}
    lines = [f"{finding.severity}: {text}" for finding, text in told.items() if finding not in kept]
    lines += [f"{_ACCEPTED}: {told[finding]} Alasan: {exception.alasan}" for finding, exception in kept.items()]
    counts = _counts(findings, kept)
    named = ", ".join(f"{count} {kind}" for kind, count in counts.items() if count or kind != _ACCEPTED)
    return "\n".join((*lines, named)) + "\n"


def as_json(findings: Sequence[Finding], plan: Plan) -> str:
    """Return the findings as JSON: the stable codes, the ids and the values, with the words for a reader.

    One that is accepted has an `alasan` too.
    """
    index, kept = Index.of(plan), accepted(findings, plan)
    entries = [
        {
            "jenis": finding.severity,
            "kode": finding.code,
            "id": finding.where.node,
            "isian": finding.where.field,
            "bulan": finding.where.bulan,
            "data": finding.data,
            "tempat": place(finding.where, index),
            "kalimat": sentence(finding, plan),
            **({"alasan": kept[finding].alasan} if finding in kept else {}),
        }
        for finding in findings
    ]
    # A target is a Decimal, which goes out as text so that no digit is lost.
    report = {"jumlah": _counts(findings, kept), "temuan": entries}
    return json.dumps(report, ensure_ascii=False, indent=1, default=str) + "\n"


def summary(plan: Plan, identity: Identity) -> str:
    """Return what a file holds as lines of "name : value"."""
    facts = dict(_facts(plan)) | {"Id dokumen": identity.document, "Id revisi": identity.revision}
    width = max(map(len, facts))
    return "".join(f"{name:<{width}} : {value}\n" for name, value in facts.items())


def _counts(findings: Sequence[Finding], kept: Accepted) -> dict[str, int]:
    counted = Counter(finding.severity for finding in findings if finding not in kept)
    return {**{severity: counted[severity] for severity in Severity}, _ACCEPTED: len(kept)}


def _facts(plan: Plan) -> Iterator[tuple[str, object]]:
    dokumen, totals, gaya = plan.dokumen, Totals(plan), plan.cetak.gaya
    yield "Judul", dokumen.judul
    yield "Tahun", dokumen.tahun
    yield "Unit kerja", dokumen.unit_kerja
    yield "Instansi", dokumen.instansi
    if dokumen.revisi is not None:
        yield "Revisi", dokumen.revisi
    counted = Counter(type(node) for node in Index.of(plan).nodes.values())
    for kind in (Sasaran, Indikator, Kontribusi, RO, Komponen, SubKomponen):
        yield NAMES[kind], counted[kind]
    yield "Total", format_rupiah(totals.total, gaya)
    yield "Pagu", "-" if dokumen.pagu is None else format_rupiah(dokumen.pagu, gaya)
