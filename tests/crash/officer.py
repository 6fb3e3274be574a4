"""A program that edits and saves a plan without end, says what it has done, and is there to be killed.

Usage: officer.py FOLDER. Step n of the work is always the same, so that whoever killed it can tell from the plan
found afterwards how many steps were kept.
"""

from __future__ import annotations

import sys
import uuid
from pathlib import Path

from renaksi_desktop.domain.difference import difference
from renaksi_desktop.domain.edits import add, change, remove
from renaksi_desktop.domain.plan import Plan, Sasaran
from renaksi_desktop.storage.identity import Identity
from renaksi_desktop.storage.places import Places
from renaksi_desktop.storage.reader import read
from renaksi_desktop.storage.recovery import abandoned
from renaksi_desktop.storage.save import digest_of, save
from renaksi_desktop.storage.working_copy import Origin, WorkingCopy, resume

STEPS_TO_A_SAVE = 4


def step(plan: Plan) -> Plan:
    """Do one more step: note its number, and add a Sasaran in front, or take one out behind."""
    number = (plan.dokumen.pagu or 0) + 1
    plan = change(plan.dokumen, pagu=number).apply(plan)
    if len(plan.sasaran) > 5:
        return remove(*plan.sasaran[3:]).apply(plan)
    new = Sasaran(str(uuid.uuid5(uuid.NAMESPACE_OID, str(number))), f"{number % 100:02d}")
    return add(new, plan, 0).apply(plan)


def opened(places: Places, path: Path) -> tuple[WorkingCopy, Plan]:
    """Go on with what the last one left: unsaved work first, else the file, else a new plan."""
    if found := abandoned(places.work):
        return resume(found[0].path)
    if path.exists():
        stored = read(path)
        plan, origin = stored.plan, Origin(path, stored.identity, stored.digest)
    else:
        plan, origin = Plan(), Origin(path, Identity.new(), None)
    return WorkingCopy.create(places.work, plan, origin), plan


def work(folder: Path) -> None:
    places, path = Places(folder / "data"), folder / "rencana.renaksi"
    copy, plan = opened(places, path)
    tell("lanjut", plan)
    while True:
        old, plan = plan, step(plan)
        copy.commit(difference(old, plan), plan)
        tell("dicatat", plan)
        if (plan.dokumen.pagu or 0) % STEPS_TO_A_SAVE == 0:
            identity = copy.origin.identity.next()
            stored = save(plan, path, identity, replaces=digest_of(path), backups=places.backups)
            copy.mark_saved(Origin(path, stored.identity, stored.digest))
            tell("disimpan", plan)


def tell(what: str, plan: Plan) -> None:
    """Acknowledge a step, on a line of its own that the other side surely has when this returns."""
    sys.stdout.write(f"{what} {plan.dokumen.pagu or 0}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    work(Path(sys.argv[1]))
