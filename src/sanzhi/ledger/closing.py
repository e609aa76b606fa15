"""What happens between a command's last word and its commit: its entries are written, its rows are sealed."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sanzhi.kernel.commands import Work
from sanzhi.kernel.randomness import random_bytes
from sanzhi.ledger.canonical import salted, spelt_entry
from sanzhi.ledger.models import Entry, RowSeal
from sanzhi.ledger.sealing import in_chunks, rows_of, spelt_row


@dataclass(frozen=True)
class Draft:
    """An entry as a command said it; `facts` are plain already."""

    event: str
    authority: str
    actor_key: str
    actor_name: str
    subject_kind: str
    subject_id: int
    facts: dict[str, Any]
    happened_at: datetime


def close(work: Work) -> None:
    """Write the drafted entries of `work`; the last one, the outermost command's own word, carries the seals."""
    seals = seals_of(work)
    entries = [_entry(draft, []) for draft in work.drafts[:-1]] + [_entry(work.drafts[-1], seals)]
    Entry.objects.bulk_create(entries)  # a trigger puts each into the sequencer's queue
    for seal in seals:
        seal.entry = entries[-1]
    if seals:
        RowSeal.objects.bulk_create(seals, batch_size=500)


def seals_of(work: Work) -> list[RowSeal]:
    by_table: dict[str, list[int]] = defaultdict(list)
    for table, row in work.touched:
        by_table[table].append(row)
    seals = []
    for table in sorted(by_table):
        for rows in in_chunks(sorted(by_table[table])):
            found = rows_of(table).in_bulk(rows)
            seals += [_seal(table, row, found=found.get(row)) for row in rows]
    return seals


def _seal(table: str, row: int, *, found: Any) -> RowSeal:
    if found is None:
        return RowSeal(table=table, row=row, digest="")
    salt = random_bytes(32).hex()
    return RowSeal(table=table, row=row, salt=salt, digest=salted(salt, spelt_row(found)))


def _entry(draft: Draft, seals: list[RowSeal]) -> Entry:
    entry = Entry(salt=random_bytes(32).hex(), **vars(draft))
    entry.digest = salted(entry.salt or "", spelt_entry(entry, seals))
    return entry
