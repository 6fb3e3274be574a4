"""A plan from a spreadsheet in the layout of the form: as this program writes it, and as offices retype it.

Everything is recognised by the words of headings and the shapes of kode. What is not understood, and what the form
says twice in different ways, is listed by its cell.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice, takewhile
from typing import Final

from renaksi_desktop.domain.fields import MAX_NODES
from renaksi_desktop.domain.plan import Cetak, Dokumen, Gaya, Kolom, Periode, Plan, walk
from renaksi_desktop.domain.tanggal import format_tanggal
from renaksi_desktop.spreadsheets.form.closing import Closing, read_closing
from renaksi_desktop.spreadsheets.form.found import Line, lines
from renaksi_desktop.spreadsheets.form.heads import Outer, inner, outer, second
from renaksi_desktop.spreadsheets.form.rows import find
from renaksi_desktop.spreadsheets.form.taken_table import read_table
from renaksi_desktop.spreadsheets.form.taking import Taking
from renaksi_desktop.spreadsheets.form.title import names_a_year, read_title, texts
from renaksi_desktop.spreadsheets.sheet import Sheet, SheetRefused
from renaksi_desktop.spreadsheets.taken import Taken

NO_FORM: Final = "Lembar kerja ini bukan formulir Rencana Aksi: judul kolom Sasaran dan Indikator tidak ditemukan."
TOO_LARGE: Final = f"Formulir ini lebih dari {MAX_NODES} bagian."
OTHER_SHEET: Final = "Lembar “{}” tidak dibaca: bukan formulir Rencana Aksi."
OTHER_FORM: Final = "Lembar “{}” tidak dibaca: formulir lain daripada lembar “{}”."
NO_YEAR: Final = "Judul formulir tidak menyebut tahun; dipakai {}."


def is_form(sheets: Sequence[Sheet]) -> bool:
    """Say whether some sheet is in the layout of the form."""
    return any(_has_table(sheet) for sheet in sheets)


def read_form(sheets: Sequence[Sheet], onto: Plan | None = None) -> Taken:
    """Return the plan that a form shows.

    What a form does not show is as in `onto`, whose nodes are found again by their kode and keep their ids: the
    budget lines that nobody takes from, kinds of target, the set-up of pages. Sasaran, Indikator and Kontribusi
    that the form lacks are gone.

    Raises:
        SheetRefused: no sheet is a form, or it is larger than a plan may be.
    """
    chosen, remarks = _chosen(sheets)
    form = find(line for sheet in chosen for line in lines(sheet))
    if form.head is None:
        raise SheetRefused(NO_FORM)
    before = onto or Plan(dokumen=Dokumen())
    taking = Taking()
    taking.problems.extend(form.problems)
    dokumen = read_title(form.titles, before.dokumen, taking)
    closing = read_closing(form.closing, form.head, dokumen, before.penandatangan, taking)
    cetak = before.cetak if onto else _cetak(form.head, closing)
    base = replace(before, dokumen=closing.dokumen, cetak=cetak, penandatangan=closing.penandatangan)
    plan = read_table(form, base, taking)
    if sum(1 for _ in islice(walk(plan), MAX_NODES + 4)) > MAX_NODES + 3:  # the plan, its dokumen and cetak
        raise SheetRefused(TOO_LARGE)
    if not names_a_year(form.titles):
        remarks.append(NO_YEAR.format(plan.dokumen.tahun))
    return Taken(plan, tuple(taking.problems), tuple(remarks))


def _chosen(sheets: Sequence[Sheet]) -> tuple[list[Sheet], list[str]]:
    """Return the sheets that are one form together, page after page, and what is to be known of the others."""
    forms = [sheet for sheet in sheets if _has_table(sheet)]
    remarks = [OTHER_SHEET.format(sheet.name) for sheet in sheets if sheet not in forms]
    title = _title(forms[0]) if forms else set()
    others = [sheet for sheet in forms[1:] if names_a_year(_above(sheet)) and _title(sheet) != title]
    remarks += [OTHER_FORM.format(sheet.name, forms[0].name) for sheet in others]
    return [sheet for sheet in forms if sheet not in others], remarks


def _above(sheet: Sheet) -> list[Line]:
    return [*takewhile(lambda line: outer(line.cells) is None, lines(sheet))]


def _title(sheet: Sheet) -> set[str]:
    return {text for text, _ in texts(_above(sheet))}


def _has_table(sheet: Sheet) -> bool:
    """Say whether a sheet has the headings of the table, and of its months or of what is nested in it."""
    head: Outer | None = None
    for line in lines(sheet):
        head = outer(line.cells) or head
        if head and (head.months or head.anggaran or second(head, line.cells) or inner(line.cells)):
            return True
    return False


def _cetak(head: Outer, closing: Closing) -> Cetak:
    """Return the set-up of a form with these columns, so that it is printed as it was."""
    kolom = {
        Kolom.SATUAN: head.satuan,
        Kolom.TARGET_TAHUNAN: head.tahunan,
        Kolom.NIP: any(party.nip for party in closing.penandatangan),
    }
    periode = Periode.BULANAN if not head.quarters else Periode.KEDUANYA if head.months else Periode.TRIWULAN
    tanggal = closing.dokumen.tanggal
    words = {gaya: format_tanggal(tanggal, gaya).casefold() for gaya in Gaya}
    indonesia = closing.tanggal.casefold() == words[Gaya.INDONESIA] != words[Gaya.RESMI]
    return Cetak(
        kolom=tuple(column for column, shown in kolom.items() if shown),
        periode=periode,
        gaya=Gaya.INDONESIA if indonesia else Gaya.RESMI,
    )
