"""An exported form as PDF/A-3b (ISO 19005-3), with the plan's own file inside as the source it was made from.

What pikepdf has written is read again and validated, and only what passes is delivered. Nothing comes from the
clock: the same form and the same file give the same bytes.
"""

from __future__ import annotations

import io
import re
from typing import Final, NamedTuple

import pikepdf
from pikepdf import pdfa

LEVEL: Final = "3b"
MIME_TYPE: Final = "application/vnd.renaksi+sqlite3"
_NOW: Final = re.compile(rb"(<xmp:MetadataDate>)[^<]*(</xmp:MetadataDate>)")
_CREATED: Final = re.compile(rb"<xmp:CreateDate>([^<]*)</xmp:CreateDate>")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
"""What stands in a file name for bytes that are no text; a PDF has no way to write it."""


class Archived(NamedTuple):
    """The PDF to deliver. Where PDF/A was refused it is the ordinary one, and `refused` says why in a sentence."""

    pdf: bytes
    refused: str


def archived(pdf: bytes, source: bytes, name: str) -> Archived:
    """Return a form as PDF/A-3b; `source` are the bytes of the plan's file, and `name` is what that is called."""
    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        _leave_out_transitions(document)
        _embed(document, source, _SURROGATE.sub("_", name))
        pdfa.prepare(document, LEVEL)
        _date_metadata_as_the_document(document)
        try:
            pdfa.save(document, written, LEVEL, repair=False, deterministic_id=True)
        except pdfa.PdfaError as error:
            return Archived(pdf, _sentence(error.report))
    return Archived(written.getvalue(), "")


def _leave_out_transitions(document: pikepdf.Pdf) -> None:
    """Remove the empty page transitions that reportlab writes: they mean nothing, and PDF/A knows none."""
    for page in document.pages:
        if "/Trans" in page:
            del page["/Trans"]


def _embed(document: pikepdf.Pdf, source: bytes, name: str) -> None:
    date = str(document.docinfo["/CreationDate"])
    document.attachments[name] = pikepdf.AttachedFileSpec(
        document,
        source,
        description="Berkas rencana yang dicetak pada dokumen ini",
        filename=name,
        mime_type=MIME_TYPE,
        creation_date=date,
        mod_date=date,
        relationship=pikepdf.Name.Source,
    )


def _date_metadata_as_the_document(document: pikepdf.Pdf) -> None:
    """Have the metadata say the date of the plan where pikepdf put the present time."""
    metadata = document.Root.Metadata
    text = metadata.read_bytes()
    created = _CREATED.search(text)
    if created:
        metadata.write(_NOW.sub(rb"\g<1>" + created[1] + rb"\g<2>", text))


def _sentence(report: pdfa.Report) -> str:
    first = report.findings[0]
    return (
        "PDF/A-3 tidak dapat dibuat, jadi ditulis PDF biasa tanpa berkas rencana di dalamnya"
        f" ({first.rule}: {first.message})."
    )
