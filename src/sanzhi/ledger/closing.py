"""What happens between a command's last word and its commit: its entries are written, its rows are sealed.

Written as plain rows by constant SQL, not as objects: every command of the platform waits for this.
"""

from collections import defaultdict
from typing import Any

from sanzhi.kernel import db, writing
from sanzhi.kernel.commands import Work
from sanzhi.kernel.randomness import random_bytes
from sanzhi.ledger.canonical import Draft, Seal, salted, spelt_entry
from sanzhi.ledger.keys import demand_secret, entry_stamp
from sanzhi.ledger.models import Entry, RowSeal
from sanzhi.ledger.sealing import in_chunks, model_of, spelt_row

ENTRY_COLUMNS = (
    "event",
    "authority",
    "actor_key",
    "actor_name",
    "subject_kind",
    "subject_id",
    "facts",
    "happened_at",
    "salt",
    "digest",
    "stamp",
)
SEAL_COLUMNS = ("entry_id", "table", "row", "salt", "digest")


def close(work: Work) -> None:
    """Write the drafted entries of `work`; the last one, the outermost command's own word, carries the seals."""
    demand_secret()
    seals = seals_of(work)
    *inner, outermost = work.drafts
    # a trigger puts each into the sequencer's queue
    if inner:
        writing.insert_rows(Entry, [_row(draft, []) for draft in inner], columns=ENTRY_COLUMNS)
    entry = writing.insert_row(Entry, _row(outermost, seals), columns=ENTRY_COLUMNS)
    if seals:
        writing.insert_rows(RowSeal, [(entry, *seal) for seal in seals], columns=SEAL_COLUMNS)


def seals_of(work: Work) -> list[Seal]:
    by_table: dict[str, list[int]] = defaultdict(list)
    for table, row in work.touched:
        by_table[table].append(row)
    seals = []
    for table in sorted(by_table):
        for rows in in_chunks(sorted(by_table[table])):
            found = db.rows_by_key(model_of(table), rows)
            seals += [_seal(table, row, found=found.get(row)) for row in rows]
    return seals


def _seal(table: str, row: int, *, found: Any) -> Seal:
    if found is None:
        return Seal(table, row, None, "")
    salt = random_bytes(32).hex()
    return Seal(table, row, salt, salted(salt, spelt_row(found)))


def _row(draft: Draft, seals: list[Seal]) -> tuple[Any, ...]:
    salt = random_bytes(32).hex()
    digest = salted(salt, spelt_entry(draft, seals))
    return (*vars(draft).values(), salt, digest, entry_stamp(digest))
