"""Reads of the ledger: what happened to something, a proof that it was recorded, the state of the log."""

from base64 import b64encode
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Model, Q, QuerySet

from sanzhi.kernel.events import event
from sanzhi.ledger.canonical import spelt_entry
from sanzhi.ledger.commands.record import subject_parts
from sanzhi.ledger.log_files import log_folder
from sanzhi.ledger.merkle import inclusion_proof
from sanzhi.ledger.models import Entry, Waiting
from sanzhi.ledger.tiles import Tiles

PROOF_FORMAT = "sanzhi-proof/1"


@dataclass(frozen=True)
class TimelineItem:
    """One line of a timeline. `index` is the entry's place in the tree, None while it waits for one."""

    entry_id: int
    event: str
    sentence: str
    actor_name: str
    happened_at: datetime
    index: int | None
    is_erased: bool


@dataclass(frozen=True)
class LogState:
    """`size` leaves are published under the signed `checkpoint` (a note); `waiting` entries have no place yet."""

    size: int
    waiting: int
    checkpoint: str
    public_key: str


def entries_of(*subjects: Model | str) -> QuerySet[Entry]:
    """The entries about any of `subjects` (rows or keys such as `cases.case:12`), oldest first."""
    wanted = Q(pk__in=[])
    for kind, row in map(subject_parts, subjects):
        wanted |= Q(subject_kind=kind, subject_id=row)
    return Entry.objects.filter(wanted).select_related("leaf").order_by("id")


def timeline(*subjects: Model | str) -> list[TimelineItem]:
    """What happened to `subjects`, oldest first, as sentences."""
    return [_item(entry) for entry in entries_of(*subjects)]


def recent_entries(authority: str, count: int = 50) -> list[TimelineItem]:
    """The last `count` things that happened in an authority, newest first."""
    found = Entry.objects.filter(authority=authority).select_related("leaf").order_by("-id")[:count]
    return [_item(entry) for entry in found]


def _item(entry: Entry) -> TimelineItem:
    leaf = getattr(entry, "leaf", None)
    return TimelineItem(
        entry_id=entry.pk,
        event=entry.event,
        sentence="内容已依法抹去" if entry.is_erased else event(entry.event).tell(entry.facts or {}),
        actor_name=entry.actor_name,
        happened_at=entry.happened_at,
        index=leaf.index if leaf else None,
        is_erased=entry.is_erased,
    )


def proof_bundle(entry: Entry) -> dict[str, Any] | None:
    """What `verify.py` checks: the entry, its salt, its place, the proof, the signed checkpoint.

    None while the entry is not published yet, or after its content was erased. Hazard: it shows the facts.
    """
    leaf = getattr(entry, "leaf", None)
    folder = log_folder()
    note = folder.checkpoint_note()
    checkpoint = folder.checkpoint() if note else None
    if leaf is None or entry.is_erased or checkpoint is None or leaf.index >= checkpoint.size:
        return None
    proof = inclusion_proof(Tiles(folder.read, checkpoint.size).node, leaf.index, checkpoint.size)
    return {
        "format": PROOF_FORMAT,
        "entry": spelt_entry(entry, list(entry.seals.order_by("id"))),
        "salt": entry.salt,
        "digest": entry.digest,
        "index": leaf.index,
        "proof": [b64encode(step).decode() for step in proof],
        "checkpoint": note,
        "key": str(folder.public_key()),
    }


def log_state() -> LogState | None:
    """None before the first sequencing."""
    folder = log_folder()
    note = folder.checkpoint_note()
    checkpoint = folder.checkpoint() if note else None
    if note is None or checkpoint is None:
        return None
    return LogState(checkpoint.size, Waiting.objects.count(), note, str(folder.public_key()))
