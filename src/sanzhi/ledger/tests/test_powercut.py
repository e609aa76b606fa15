"""The power goes after an answer: the entry is in what the disk held then. A disk that fails has no answer."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from sanzhi.kernel.testing import installation, run
from sanzhi.ledger.tests.powercut import EACH, PEOPLE

ANSWERS = PEOPLE * (EACH - EACH // 5)  # each fifth command records nothing and is refused


def entries_after_power_cut(copies: Path, number: int) -> set[int]:
    """What SQLite recovers from the untouched database and the copy of its log."""
    place = copies / f"recovered-{number}"
    shutil.copyfile(copies / "base", place)
    shutil.copyfile(copies / f"{number}-wal", copies / f"{place.name}-wal")
    return entries_in(place)


def entries_in(place: Path) -> set[int]:
    database = sqlite3.connect(place)
    try:
        return {entry for (entry,) in database.execute("SELECT id FROM ledger_entry")}
    finally:
        database.close()


@pytest.mark.sqlite_only
@pytest.mark.parametrize(("disk", "answered"), [("whole", ANSWERS), ("broken", 0)])
@pytest.mark.processes
@pytest.mark.django_db(transaction=True)
def test_every_answered_command_survives_a_power_cut(tmp_path: Path, disk: str, answered: int) -> None:
    surroundings = installation(tmp_path)
    copies = tmp_path / "copies"
    copies.mkdir()
    told = run(surroundings, "-m", "sanzhi.ledger.tests.powercut", str(copies), disk).split("\n")
    pairs = [(word, int(number)) for word, number in (line.split() for line in told if line)]
    assert [number for word, number in pairs if word == "synchronous"] == [2] * PEOPLE  # FULL again
    kept = {int(word): number for word, number in pairs if word.isdecimal()}
    assert len(kept) == answered
    recovered = {number: entries_after_power_cut(copies, number) for number in set(kept.values())}
    assert [entry for entry, number in kept.items() if entry not in recovered[number]] == []
    written = len(entries_in(tmp_path / "copy.sqlite3"))
    assert written == answered or written <= PEOPLE  # after a failure nobody begins to write
