"""What `periksa` and `info` print."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence

from renaksi_desktop.domain.fields import NAMES
from renaksi_desktop.domain.findings import Finding, Severity
from renaksi_desktop.domain.index import Index
from renaksi_desktop.domain.plan import RO, Indikator, Komponen, Kontribusi, Plan, Sasaran, SubKomponen
from renaksi_desktop.domain.rupiah import format_rupiah
from renaksi_desktop.domain.totals import Totals
from renaksi_desktop.domain.wording import place, sentence
from renaksi_desktop.storage.identity import Identity


def as_text(findings: Sequence[Finding], plan: Plan) -> str:
    """Return one line for each finding, and one that counts them."""
    index = Index.of(plan)
    lines = [
        f"{finding.severity}: {place(finding.where, index)}: {sentence(finding, plan)}" for finding in findings
    ]
    counts = ", ".join(f"{count} {severity}" for severity, count in _counts(findings).items())
    return "\n".join((*lines, counts)) + "\n"


def as_json(findings: Sequence[Finding], plan: Plan) -> str:
    """Return the findings as JSON: the stable codes, the ids and the values, with the words for a reader."""
    index = Index.of(plan)
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
        }
        for finding in findings
    ]
    # A target is a Decimal, which goes out as text so that no digit is lost.
    report = {"jumlah": _counts(findings), "temuan": entries}
    return json.dumps(report, ensure_ascii=False, indent=1, default=str) + "\n"


def summary(plan: Plan, identity: Identity) -> str:
    """Return what a file holds as lines of "name : value"."""
    facts = dict(_facts(plan)) | {"Id dokumen": identity.document, "Id revisi": identity.revision}
    width = max(map(len, facts))
    return "".join(f"{name:<{width}} : {value}\n" for name, value in facts.items())


def _counts(findings: Sequence[Finding]) -> dict[Severity, int]:
    counted = Counter(finding.severity for finding in findings)
    return {severity: counted[severity] for severity in Severity}


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
