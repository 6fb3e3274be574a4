"""An officer prepares a form for electronic signing: each anchor is there once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from renaksi_desktop.domain.checks import check
from renaksi_desktop.domain.findings import Code
from renaksi_desktop.domain.plan import (
    Cantuman,
    Cetak,
    Dokumen,
    Indikator,
    Kolom,
    Penandatangan,
    Plan,
    Sasaran,
    new_id,
)
from renaksi_desktop.domain.wording import sentence

SIGNED = Plan(
    cetak=Cetak(cantuman=(Cantuman.TTE,)),
    penandatangan=(Penandatangan(new_id(), "Kepala", "BUDI"),),
)


def remarks(plan: Plan) -> list[str]:
    codes = (Code.JANGKAR_GANDA, Code.JANGKAR_KURANG, Code.JANGKAR_TIDAK_COCOK)
    return [sentence(finding, plan) for finding in check(plan) if finding.code in codes]


def test_a_nip_that_is_not_printed_is_told() -> None:
    plan = replace(SIGNED, penandatangan=(replace(SIGNED.penandatangan[0], nip="196902301998031001"),))
    assert Code.NIP_TIDAK_DICETAK in {finding.code for finding in check(plan)}
    shown = replace(plan, cetak=replace(plan.cetak, kolom=(Kolom.NIP,)))
    assert Code.NIP_TIDAK_DICETAK not in {finding.code for finding in check(shown)}


def test_a_draft_is_not_signed() -> None:
    draft = replace(SIGNED, cetak=replace(SIGNED.cetak, cantuman=(Cantuman.DRAF, Cantuman.TTE)))
    assert Code.DRAF_DITANDATANGANI in {finding.code for finding in check(draft)}
    assert Code.DRAF_DITANDATANGANI not in {finding.code for finding in check(SIGNED)}


def test_an_anchor_of_its_own_is_fine() -> None:
    assert remarks(SIGNED) == []


def test_an_anchor_within_a_text_is_told() -> None:
    plan = replace(SIGNED, dokumen=Dokumen(catatan="Lihat lampiran #2"))
    assert remarks(plan) == ["Karakter jangkar “#” juga tercetak di tempat lain, yaitu pada “Lihat lampiran #2”."]


def test_an_anchor_within_a_target_is_told() -> None:
    indikator = Indikator(new_id(), target=("#1", *[None] * 11))
    plan = replace(SIGNED, sasaran=(Sasaran(new_id(), indikator=(indikator,)),))
    assert len(remarks(plan)) == 1


def test_each_penandatangan_needs_an_anchor_and_no_two_the_same() -> None:
    two = replace(SIGNED, penandatangan=(*SIGNED.penandatangan, Penandatangan(new_id(), "Atasan", "SITI")))
    assert remarks(two) == []
    (missing,) = remarks(replace(two, cetak=replace(two.cetak, jangkar="#")))
    assert "Penandatangan ke-2 belum mempunyai" in missing
    assert len(remarks(replace(two, cetak=replace(two.cetak, jangkar="##")))) == 1


@pytest.mark.parametrize("anchor", ["G", "0", ",", "\u200b"])
def test_what_the_form_prints_of_itself_is_no_anchor(anchor: str) -> None:
    (remark,) = remarks(replace(SIGNED, cetak=replace(SIGNED.cetak, jangkar=anchor)))
    assert remark == f"Karakter “{anchor}” tidak cocok sebagai jangkar; pilih lambang seperti # atau ^."


def test_anchors_do_not_matter_for_a_signature_on_paper() -> None:
    plan = replace(SIGNED, cetak=Cetak(), dokumen=Dokumen(catatan="#"))
    assert remarks(plan) == []
