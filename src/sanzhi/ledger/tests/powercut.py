"""Run as a program by test_powercut.py: four people write at once; at each sync what the disk then holds is kept.

Prints for each answered command `entry copy`: the newest finished copy when its `on_commit` hook ran, in which the entry
must be. Fails when a hook has not run, or in another's thread, or for a command that was refused.
"""

import os
import shutil
import sys
import threading
from itertools import count
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sanzhi.project.settings")
django.setup()

from django.db import connection  # noqa: E402 - the database only after setup

from sanzhi.kernel import durability  # noqa: E402
from sanzhi.kernel.errors import NothingRecorded, Undelivered  # noqa: E402
from sanzhi.ledger.models import Entry  # noqa: E402
from sanzhi.ledger.tests.scraps import LI, Note, listeners, note  # noqa: E402

PEOPLE = 4
EACH = 12


class Copies:
    """The write-ahead log as each sync found it, numbered; `broken` ones fail like a disk that is gone."""

    def __init__(self, folder: Path, *, broken: bool) -> None:
        self._folder = folder
        self._broken = broken
        self._numbers = count(1)
        self.newest = 0

    def sync(self, path: str) -> None:
        number = next(self._numbers)
        shutil.copyfile(path, self._folder / f"{number}-wal")
        durability.sync_path(path)
        if self._broken:
            raise OSError(5, "the disk is gone")
        self.newest = number


def write(person: int, announced: dict[str, tuple[int, int]], *, told: list[str]) -> None:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_autocheckpoint=0")  # the file beside the log then stays as it was
    for number in range(EACH):
        key = f"{person}-{number}"
        try:
            row = note(LI, Note(key=key, silent=number % 5 == 4))
        except (NothingRecorded, Undelivered) as refusal:
            assert key not in announced
            if isinstance(refusal, Undelivered):
                told.append("refused 0")
            continue
        thread, newest = announced[key]
        assert thread == threading.get_ident()
        entry = Entry.objects.get(subject_kind="ledger.witness", subject_id=row.pk)
        told.append(f"{entry.pk} {newest}")
    with connection.cursor() as cursor:
        level = cursor.execute("PRAGMA synchronous").fetchone()[0]
    told.append(f"synchronous {level}")
    connection.close()


def main(folder: str, disk: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database = Path(connection.settings_dict["NAME"])
    shutil.copyfile(database, Path(folder) / "base")
    Entry.objects.exists()  # our connection stays open: the log file stays
    copies = Copies(Path(folder), broken=disk == "broken")
    durability.group_commit = durability.GroupCommit(lambda: durability.synced_once(copies.sync))
    told: list[str] = []
    announced: dict[str, tuple[int, int]] = {}
    listeners.append(lambda key: announced.update({key: (threading.get_ident(), copies.newest)}))
    threads = [
        threading.Thread(target=write, args=(person, announced), kwargs={"told": told})
        for person in range(PEOPLE)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print("\n".join(told))


if __name__ == "__main__":
    main(*sys.argv[1:])
