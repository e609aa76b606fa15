"""Reads of the ledger: what happened to something, a proof that it was recorded, the state of the log."""

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import Model, Q, QuerySet

from sanzhi.kernel.actor import Actor
from sanzhi.kernel.events import event
from sanzhi.kernel.verdict import Verdict
from sanzhi.ledger.canonical import spelt_entry
from sanzhi.ledger.checkpoint import opened_checkpoint
from sanzhi.ledger.commands.record import subject_parts
from sanzhi.ledger.joint import acts_for as acts_for  # offered to the pages as well
from sanzhi.ledger.joint import joint_of, may_decline, may_settle
from sanzhi.ledger.log_files import log_folder
from sanzhi.ledger.merkle import inclusion_proof
from sanzhi.ledger.models import Cosignature, Entry, JointAct, RowSeal, Waiting
from sanzhi.ledger.tiles import Tiles

PROOF_FORMAT = "sanzhi-proof/1"


@dataclass(frozen=True)
class TimelineItem:
    """One line of a timeline. `index` is the entry's place in the published log, None until it has one."""

    entry_id: int
    event: str
    sentence: str
    actor_name: str
    happened_at: datetime
    actor_key: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)
    index: int | None = None


@dataclass(frozen=True)
class LogState:
    """`size` leaves are published under `root` (base64) and the signed `checkpoint` (a note); `waiting` are not yet.

    `vkey` is the public key's line, for `verify.py --key`.
    """

    size: int
    root: str
    waiting: int
    checkpoint: str
    vkey: str


@dataclass(frozen=True)
class ProofState:
    """`index` is the entry's place, None while it cannot be proved yet; `size` is that of the published log."""

    index: int | None
    size: int


def entries_of(*subjects: Model | str) -> QuerySet[Entry]:
    """The entries about any of `subjects` (rows or keys such as `cases.case:12`), oldest first."""
    wanted = Q(pk__in=[])
    for kind, row in map(subject_parts, subjects):
        wanted |= Q(subject_kind=kind, subject_id=row)
    return Entry.objects.filter(wanted).select_related("leaf").order_by("id")


def timeline(*subjects: Model | str) -> list[TimelineItem]:
    """What happened to `subjects`, oldest first, as sentences; a long case has a thousand of them."""
    asked = ("id", "event", "facts", "actor_key", "actor_name", "happened_at", "salt", "leaf__index")
    return [_item(row) for row in entries_of(*subjects).values(*asked)]


def rows_touched(subject: Model | str) -> dict[int, list[tuple[str, int]]]:
    """Of each entry about `subject` the rows that it has sealed: table (`cases.paper`) and key (1 query)."""
    kind, row = subject_parts(subject)
    seals = RowSeal.objects.filter(entry__subject_kind=kind, entry__subject_id=row).order_by("id")
    found: dict[int, list[tuple[str, int]]] = {}
    for entry, table, touched in seals.values_list("entry", "table", "row"):
        found.setdefault(entry, []).append((table, touched))
    return found


def entry_of(subject: Model | str, pk: int) -> Entry | None:
    """The entry `pk`, if it is about `subject`."""
    return entries_of(subject).filter(pk=pk).first()


def _item(row: Mapping[str, Any]) -> TimelineItem:
    erased, told = row["salt"] is None, event(row["event"]).tell
    sentence = "内容已依法抹去" if erased else told(row["facts"] or {})
    facts = {} if erased else row["facts"] or {}
    return TimelineItem(
        row["id"],
        row["event"],
        sentence,
        row["actor_name"],
        row["happened_at"],
        row["actor_key"],
        facts,
        row["leaf__index"],
    )


def vouching_entry(subject: Model | str) -> Entry | None:
    """The entry that vouches for `subject`: its latest with a file's hash, else its first."""
    entries = entries_of(subject)
    return entries.filter(facts__has_key="sha256").last() or entries.first()


def proof_state(subject: Model | str) -> ProofState:
    """Where the entry that vouches for `subject` stands in the published log."""
    entry, checkpoint = vouching_entry(subject), log_folder().checkpoint()
    index = entry.leaf.index if entry and hasattr(entry, "leaf") and not entry.is_erased else None
    size = checkpoint.size if checkpoint else 0
    return ProofState(index if index is not None and index < size else None, size)


def proof_bundle(subject: Model) -> dict[str, Any] | None:
    """What `verify.py` checks: the entry, its salt, its place, the proof, the signed checkpoint.

    `subject` is an Entry, or a row for which an entry vouches. None while the entry is not published yet, or after
    its content was erased. Hazard: it shows the facts.
    """
    entry = subject if isinstance(subject, Entry) else vouching_entry(subject)
    folder = log_folder()
    leaf = getattr(entry, "leaf", None)
    if entry is None or leaf is None or entry.is_erased:
        return None
    note = _checkpoint_behind(leaf.index) or folder.checkpoint_note()
    checkpoint = opened_checkpoint(note, folder.public_key()) if note else None
    if checkpoint is None or leaf.index >= checkpoint.size:
        return None
    proof = inclusion_proof(Tiles(folder.read, checkpoint.size).node, leaf.index, size=checkpoint.size)
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


def _checkpoint_behind(index: int) -> str | None:
    """The latest checkpoint over the leaf that a witness has signed: it says more than the newest one."""
    signed = Cosignature.objects.filter(size__gt=index, witness__retired_on=None)
    return signed.order_by("-size").values_list("note", flat=True).first()


def newest_at() -> datetime | None:
    """When the newest entry was made (1 query)."""
    return Entry.objects.order_by("-pk").values_list("happened_at", flat=True).first()


def log_state() -> LogState | None:
    """None before the first sequencing."""
    folder = log_folder()
    note, checkpoint = folder.checkpoint_note(), folder.checkpoint()
    if note is None or checkpoint is None:
        return None
    return LogState(
        size=checkpoint.size,
        root=b64encode(checkpoint.root).decode(),
        waiting=Waiting.objects.count(),
        checkpoint=note,
        vkey=str(folder.public_key()),
    )


@dataclass(frozen=True)
class Settling:
    """What stands against this reader's confirming a joint act, and against declining it or taking it back.

    `is_asked`: whether it waits for an office that the reader has; to others the reasons say nothing.
    """

    confirms: Verdict
    declines: Verdict
    is_asked: bool = False


def settling(actor: Actor, row: JointAct) -> Settling:
    """As the page shows it beside its buttons; what is settled asks nothing any more."""
    found = joint_of(row.act)
    if found is None or row.settled_at is not None:
        done = Verdict.no("这一事项已经办结，或者不再须由两人办理。")
        return Settling(done, done)
    registered, joint = found
    order = registered.order.model_validate(row.fields)
    return Settling(
        may_settle(actor, row, joint=joint, order=order),
        may_decline(actor, row, joint=joint),
        is_asked=actor.has(*joint.confirms),
    )


def joint_acts_for(actor: Actor) -> QuerySet[JointAct]:
    """What others have proposed and waits for an office of this person, the oldest first."""
    rows = JointAct.objects.filter(authority=actor.authority, settled_at=None, act__in=acts_for(actor))
    return rows.exclude(proposed_by=actor.key).order_by("id")


def page_of(row: JointAct) -> str:
    """Where more of a waiting one is to be read than its sentence; empty where there is nothing."""
    found = joint_of(row.act)
    if found is None or row.settled_at is not None:
        return ""
    registered, joint = found
    return joint.page(registered.order.model_validate(row.fields))


def is_about(actor: Actor, row: JointAct) -> bool:
    """Whether it is about this person, who has no part in it."""
    found = joint_of(row.act)
    if found is None:
        return False
    registered, joint = found
    return actor.officer_id in joint.concerns(registered.order.model_validate(row.fields))


def joint_acts_of(authority: str) -> QuerySet[JointAct]:
    """The joint acts of the authority, what waits first, then the newest."""
    rows = JointAct.objects.filter(authority=authority).annotate(waits=Q(settled_at=None))
    return rows.order_by("-waits", "-id")
