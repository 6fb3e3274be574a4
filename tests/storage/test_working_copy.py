"""Every edit is on disk before it counts, and is found again after the program died."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import apsw
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.strategies import edits, plans

from renaksi_desktop.domain.difference import difference
from renaksi_desktop.domain.edits import change
from renaksi_desktop.domain.plan import Plan
from renaksi_desktop.storage import atomic, migrations, schema, working_copy
from renaksi_desktop.storage.errors import Damaged, InvalidContent, NewerFormat, WorkNotKept, WorkTaken
from renaksi_desktop.storage.identity import Identity
from renaksi_desktop.storage.places import Places
from renaksi_desktop.storage.recovery import abandoned, discard
from renaksi_desktop.storage.working_copy import Origin, WorkingCopy, resume


@pytest.fixture
def work(tmp_path: Path) -> Path:
    return Places(tmp_path).work


@pytest.fixture
def origin(identity: Identity) -> Origin:
    return Origin(Path("/rumah/rencana \udcff 😀.renaksi"), identity, "0" * 64)


@pytest.fixture
def copy(work: Path, plan: Plan, origin: Origin) -> Iterator[WorkingCopy]:
    copy = WorkingCopy.create(work, plan, origin)
    yield copy
    copy._connection.close()


def retitled(plan: Plan, judul: str) -> Plan:
    return change(plan.dokumen, judul=judul).apply(plan)


def commit(copy: WorkingCopy, old: Plan, new: Plan) -> None:
    copy.commit(difference(old, new), new)


def failing(*_: object, **__: object) -> None:
    raise PermissionError


def die(copy: WorkingCopy) -> None:
    """Let go of a copy as the system does for a program that was killed: nothing is tidied up."""
    copy._connection.close()


@settings(max_examples=40, deadline=None)
@given(plan=plans(), data=st.data())
def test_after_any_edits_the_copy_holds_the_plan_as_it_is(plan: Plan, data: st.DataObject) -> None:
    with TemporaryDirectory() as folder:
        copy = WorkingCopy.create(Path(folder), plan, Origin(None, Identity.new(), None))
        for _ in range(data.draw(st.integers(1, 8))):
            old, plan = plan, data.draw(edits(plan)).apply(plan)
            commit(copy, old, plan)
        die(copy)
        copy, found = resume(copy.path)
        copy.close()
    assert found == plan


def test_an_edit_writes_only_the_rows_that_changed(copy: WorkingCopy, plan: Plan) -> None:
    before = copy._connection.total_changes()
    commit(copy, plan, retitled(plan, "BARU"))
    assert copy._connection.total_changes() - before == 2  # the document, and the state of the copy


def test_unsaved_work_of_a_dead_owner_is_offered(
    copy: WorkingCopy, work: Path, plan: Plan, origin: Origin
) -> None:
    edited = retitled(plan, "BARU")
    commit(copy, plan, edited)
    die(copy)
    for _ in range(2):  # looking takes nothing away
        (found,) = abandoned(work)
        assert (found.path, found.origin) == (copy.path, origin)
        assert found.changed.tzinfo is not None
    again, recovered = resume(found.path)
    assert recovered == edited
    assert again.origin == origin
    again.close()
    assert abandoned(work) == []


def test_resumed_work_is_offered_again_after_another_death(copy: WorkingCopy, work: Path, plan: Plan) -> None:
    edited = retitled(plan, "BARU")
    commit(copy, plan, edited)
    die(copy)
    again, _ = resume(copy.path)
    die(again)
    (found,) = abandoned(work)
    again, recovered = resume(found.path)
    assert recovered == edited
    again.close()


def test_a_copy_without_unsaved_work_is_removed(copy: WorkingCopy, work: Path) -> None:
    die(copy)
    assert abandoned(work) == []
    assert not copy.path.exists()


def test_undoing_back_to_what_is_saved_leaves_nothing_to_recover(
    copy: WorkingCopy, work: Path, plan: Plan
) -> None:
    edited = retitled(plan, "BARU")
    commit(copy, plan, edited)
    commit(copy, edited, plan)
    die(copy)
    assert abandoned(work) == []


def test_after_a_save_only_later_edits_are_unsaved(
    copy: WorkingCopy, work: Path, plan: Plan, origin: Origin
) -> None:
    edited = retitled(plan, "BARU")
    commit(copy, plan, edited)
    saved = replace(origin, identity=origin.identity.next(), digest="1" * 64)
    copy.mark_saved(saved)
    commit(copy, edited, plan)
    die(copy)
    (found,) = abandoned(work)
    assert found.origin == saved


def test_what_the_disk_may_lose_stays_unsaved(copy: WorkingCopy, work: Path, plan: Plan, origin: Origin) -> None:
    commit(copy, plan, retitled(plan, "BARU"))
    written = replace(origin, identity=origin.identity.next(), digest="1" * 64)
    copy.mark_saved(written, durable=False)
    commit(copy, retitled(plan, "BARU"), plan)
    assert copy.is_modified, "what was saved before is in the file no longer"
    die(copy)
    (found,) = abandoned(work)
    assert found.origin == written


def test_a_save_that_cannot_be_noted_leaves_its_plan_unsaved(
    copy: WorkingCopy, plan: Plan, origin: Origin, monkeypatch: pytest.MonkeyPatch
) -> None:
    edited = retitled(plan, "BARU")
    commit(copy, plan, edited)
    with monkeypatch.context() as broken:
        broken.setattr(working_copy, "_put_state", failing)
        with pytest.raises(WorkNotKept):
            copy.mark_saved(replace(origin, digest="1" * 64))
    assert copy.is_modified
    commit(copy, edited, plan)
    assert copy.is_modified, "what was saved before is in the file no longer"


def test_closing_removes_the_copy(copy: WorkingCopy, work: Path, plan: Plan) -> None:
    commit(copy, plan, retitled(plan, "BARU"))
    copy.close()
    assert [file.name for file in work.iterdir()] == ["kunci"]


def test_the_copy_of_a_living_window_is_left_alone(copy: WorkingCopy, work: Path, plan: Plan) -> None:
    assert abandoned(work) == []
    commit(copy, plan, retitled(plan, "BARU"))
    assert abandoned(work) == []
    with pytest.raises(WorkTaken):
        resume(copy.path)
    with pytest.raises(WorkTaken):
        discard(copy.path)
    commit(copy, retitled(plan, "BARU"), plan)


@pytest.mark.crash
@pytest.mark.parametrize("edited", [False, True])
def test_the_copy_of_another_living_program_is_left_alone(
    copy: WorkingCopy, work: Path, plan: Plan, edited: bool
) -> None:
    if edited:
        commit(copy, plan, retitled(plan, "BARU"))
    program = """
import sys
from pathlib import Path
from renaksi_desktop.storage.recovery import abandoned
print(abandoned(Path(sys.argv[1])))
"""
    run = subprocess.run([sys.executable, "-c", program, work], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
    assert copy.path.exists()


def test_declined_work_can_be_discarded(copy: WorkingCopy, work: Path, plan: Plan) -> None:
    commit(copy, plan, retitled(plan, "BARU"))
    die(copy)
    discard(copy.path)
    assert abandoned(work) == []
    with pytest.raises(WorkTaken):
        resume(copy.path)


def test_what_a_killed_save_left_is_tidied_at_the_next_start(
    work: Path, tmp_path: Path, plan: Plan, identity: Identity
) -> None:
    path = tmp_path / "rencana.renaksi"
    copy = WorkingCopy.create(work, plan, Origin(path, identity, None))
    left = path.with_name(f"{atomic._prefix(path)}00000000.tmp")
    left.write_bytes(b"separuh")
    die(copy)
    abandoned(work)
    assert not left.exists()


def test_a_copy_that_was_not_yet_made_is_removed(work: Path) -> None:
    (work / "baru.kerja").write_bytes(b"")
    assert abandoned(work) == []
    assert not (work / "baru.kerja").exists()


def test_a_damaged_copy_is_offered_and_says_so(work: Path) -> None:
    (work / "rusak.kerja").write_bytes(b"bukan basis data" * 1000)
    (found,) = abandoned(work)
    with pytest.raises(Damaged):
        resume(found.path)
    assert found.path.exists()
    discard(found.path)
    assert abandoned(work) == []


def test_a_copy_that_cannot_be_removed_does_not_hide_the_others(
    copy: WorkingCopy, work: Path, plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    (work / "baru.kerja").write_bytes(b"")
    commit(copy, plan, retitled(plan, "BARU"))
    die(copy)
    with monkeypatch.context() as held:
        held.setattr(Path, "unlink", failing)
        assert [found.path for found in abandoned(work)] == [copy.path]
    assert [found.path for found in abandoned(work)] == [copy.path]
    assert not (work / "baru.kerja").exists()


def test_a_copy_that_holds_no_plan_says_why(copy: WorkingCopy) -> None:
    copy._connection.execute("UPDATE dokumen SET tahun = 1")
    die(copy)
    with pytest.raises(InvalidContent, match="tahun"):
        resume(copy.path)
    assert copy.path.exists()


def test_a_full_disk_refuses_the_edit_and_keeps_the_work(copy: WorkingCopy, work: Path, plan: Plan) -> None:
    edited = retitled(plan, "BARU")
    commit(copy, plan, edited)
    copy._connection.pragma("max_page_count", copy._connection.pragma("page_count"))
    huge = change(edited.dokumen, catatan="x" * 10_000).apply(edited)
    with pytest.raises(WorkNotKept, match="disk penuh"):
        commit(copy, edited, huge)
    copy._connection.pragma("max_page_count", 1_000_000)
    last = retitled(edited, "TERAKHIR")
    commit(copy, edited, last)
    die(copy)
    assert resume(abandoned(work)[0].path)[1] == last


def test_a_folder_that_is_gone_is_told(tmp_path: Path, plan: Plan, origin: Origin) -> None:
    with pytest.raises(WorkNotKept):
        WorkingCopy.create(tmp_path / "tidak ada", plan, origin)
    with pytest.raises(WorkNotKept):
        abandoned(tmp_path / "tidak ada")


def test_a_copy_of_a_newer_program_is_kept_for_it(copy: WorkingCopy, work: Path, plan: Plan) -> None:
    commit(copy, plan, retitled(plan, "BARU"))
    copy._connection.pragma("user_version", schema.FORMAT + 1)
    die(copy)
    with pytest.raises(NewerFormat):
        resume(copy.path)
    assert len(abandoned(work)) == 1


def test_a_copy_of_an_older_program_is_brought_up_to_date(
    copy: WorkingCopy, work: Path, plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    edited = retitled(plan, "BARU")
    commit(copy, plan, edited)
    copy._connection.execute("ALTER TABLE ro RENAME COLUMN nama TO uraian")
    copy._connection.pragma("user_version", schema.FORMAT - 1)
    die(copy)

    def upgrade(connection: apsw.Connection) -> None:
        connection.execute("ALTER TABLE ro RENAME COLUMN uraian TO nama")

    monkeypatch.setattr(working_copy, "STEPS", {schema.FORMAT - 1: migrations.Step({}, upgrade)})
    again, found = resume(abandoned(work)[0].path)
    assert found == edited
    again.close()


def test_every_commit_waits_for_the_disk(copy: WorkingCopy) -> None:
    pragmas = [copy._connection.pragma(name) for name in ("journal_mode", "synchronous", "locking_mode")]
    assert pragmas == ["wal", 2, "exclusive"]


def test_two_plans_in_one_program_do_not_disturb_each_other(work: Path, plan: Plan, origin: Origin) -> None:
    with (
        closing(WorkingCopy.create(work, plan, origin)) as one,
        closing(WorkingCopy.create(work, plan, origin)) as two,
    ):
        commit(one, plan, retitled(plan, "SATU"))
        commit(two, plan, retitled(plan, "DUA"))
        assert abandoned(work) == []
