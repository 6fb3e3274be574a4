"""What an officer can rely on in an open document."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from renaksi_desktop.document.document import Document
from renaksi_desktop.domain import edits
from renaksi_desktop.domain.errors import EditRefused, WriteFailed
from renaksi_desktop.domain.fields import MAX_NODES
from renaksi_desktop.domain.plan import Indikator, Penandatangan, Plan, Sasaran, new_id
from renaksi_desktop.reports.archive import archived
from renaksi_desktop.reports.form import render
from renaksi_desktop.storage import atomic
from renaksi_desktop.storage.errors import NotYetDurable
from renaksi_desktop.storage.identity import Identity
from renaksi_desktop.storage.places import Places
from renaksi_desktop.storage.reader import read
from renaksi_desktop.storage.writer import pack


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(tmp_path / "data")


@pytest.fixture
def document(places: Places) -> Document:
    """An empty new document."""
    return Document.new(Plan(), places)


def test_a_new_document_has_nothing_to_save_until_it_is_edited(document: Document) -> None:
    assert not document.is_modified
    document.apply(edits.add(Sasaran(new_id(), "01"), document.plan))
    assert document.is_modified


def test_undoing_back_to_what_was_saved_leaves_nothing_to_save(document: Document, tmp_path: Path) -> None:
    document.apply(edits.add(Sasaran(new_id(), "01"), document.plan))
    document.save_as(tmp_path / "a.renaksi")
    document.apply(edits.change(document.plan.dokumen, tahun=2026))
    document.undo()
    assert not document.is_modified
    document.undo()
    assert document.is_modified


def test_typing_the_saved_value_again_leaves_nothing_to_save(document: Document) -> None:
    before = document.plan.dokumen
    document.apply(edits.change(before, tahun=2026))
    document.apply(edits.change(before, tahun=before.tahun))
    assert not document.is_modified
    assert document.undo_name is not None


def test_an_edit_that_changes_nothing_is_no_step(document: Document) -> None:
    assert not document.apply(edits.change(document.plan.dokumen, tahun=document.plan.dokumen.tahun))
    assert document.undo_name is None


def test_a_refused_edit_leaves_the_plan_and_its_history(document: Document) -> None:
    before = document.plan
    with pytest.raises(EditRefused, match="tidak dapat diletakkan"):
        document.apply(edits.add(Indikator(new_id()), document.plan))
    for _ in range(2):
        document.apply(edits.add(Penandatangan(new_id()), document.plan))
    with pytest.raises(EditRefused, match="paling banyak 2"):
        document.apply(edits.add(Penandatangan(new_id()), document.plan))
    document.undo()
    document.undo()
    assert document.plan == before


def test_a_plan_out_of_a_pdf_has_no_file_yet_and_stays_the_same_document(tmp_path: Path, places: Places) -> None:
    identity, pdf = Identity.new(), tmp_path / "ditandatangani.pdf"
    pdf.write_bytes(archived(render(Plan()).pdf, pack(Plan(), identity), "rencana.renaksi").pdf)
    before = pdf.read_bytes()
    document = Document.open(pdf, places)
    assert (document.plan, document.path, document.is_modified) == (Plan(), None, False)
    document.save_as(tmp_path / "lagi.renaksi")
    saved = read(tmp_path / "lagi.renaksi").identity
    assert (saved.document, saved.parent) == (identity.document, identity.revision)
    assert pdf.read_bytes() == before


def test_a_file_changed_by_someone_else_is_not_overwritten(document: Document, tmp_path: Path) -> None:
    path = tmp_path / "a.renaksi"
    document.save_as(path)
    path.write_bytes(b"from a colleague")
    document.apply(edits.change(document.plan.dokumen, tahun=2026))
    with pytest.raises(WriteFailed, match="sudah berubah"):
        document.save()
    assert path.read_bytes() == b"from a colleague"
    assert document.is_modified
    document.save_as(tmp_path / "b.renaksi")
    assert not document.is_modified
    assert document.path == tmp_path / "b.renaksi"


def unconfirmed(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Let the disk not confirm the names in `folder`, nor in those below a folder of backups."""
    real_sync = atomic.sync_folder

    def sync(path: Path) -> None:
        if path == folder or path.parent == folder:
            raise OSError(errno.EIO, "I/O error")
        real_sync(path)

    monkeypatch.setattr(atomic, "sync_folder", sync)


def test_what_the_disk_did_not_confirm_is_saved_once_more(
    document: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.renaksi"
    document.save_as(path)
    document.apply(edits.change(document.plan.dokumen, tahun=2026))
    with monkeypatch.context() as failing:
        unconfirmed(failing, tmp_path)
        for _ in range(2):
            with pytest.raises(NotYetDurable, match="simpan sekali lagi"):
                document.save()
            assert document.is_modified
    assert read(path).plan == document.plan
    document.undo()
    assert document.is_modified, "the file no longer holds what was saved before"
    document.redo()
    document.save()
    assert not document.is_modified


def test_a_first_save_that_the_disk_did_not_confirm_gives_the_document_its_file(
    document: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.renaksi"
    with monkeypatch.context() as failing:
        unconfirmed(failing, tmp_path)
        with pytest.raises(NotYetDurable):
            document.save_as(path)
    assert document.path == path
    assert document.is_modified
    document.save()
    assert not document.is_modified


def test_a_backup_that_the_disk_did_not_confirm_leaves_the_file_to_be_saved(
    document: Document, places: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.renaksi"
    document.save_as(path)
    saved = path.read_bytes()
    document.apply(edits.change(document.plan.dokumen, tahun=2026))
    with monkeypatch.context() as failing:
        unconfirmed(failing, places.backups)
        with pytest.raises(NotYetDurable):
            document.save()
    assert path.read_bytes() == saved
    document.save()
    assert read(path).plan == document.plan


def test_a_plan_does_not_grow_past_what_a_file_holds(tmp_path: Path) -> None:
    sasaran = Sasaran(new_id(), "01", "", tuple(Indikator(new_id()) for _ in range(MAX_NODES - 1)))
    document = Document.new(Plan(sasaran=(sasaran,)), Places(tmp_path))
    with pytest.raises(EditRefused, match="paling banyak 49997 bagian"):
        document.apply(edits.add(Indikator(new_id()), sasaran))
    assert not document.is_modified
    document.close()
