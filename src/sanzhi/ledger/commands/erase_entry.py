"""Erase the content of one entry as the law demands: its facts and salts go, its digest stays, the tree verifies.

Rows whose latest seal hangs on the entry are sealed anew; refuses where such a row was changed by hand.
"""

from pydantic import Field

from sanzhi.kernel.actor import Actor
from sanzhi.kernel.clock import CHINA
from sanzhi.kernel.commands import Joint, Order, command, open_command
from sanzhi.kernel.events import event
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger import events
from sanzhi.ledger.canonical import remains
from sanzhi.ledger.commands.record import record
from sanzhi.ledger.comparing import wrong_row
from sanzhi.ledger.models import Entry, RowSeal
from sanzhi.ledger.policies import is_erasable
from sanzhi.ledger.sealing import rows_of


class EraseEntry(Order):
    entry: int
    reason: str = Field(min_length=2, max_length=200)


def _objects(actor: Actor, order: EraseEntry) -> Verdict:
    return is_erasable(Entry.objects.filter(pk=order.entry, authority=actor.authority).first())


def _who_did(order: EraseEntry) -> frozenset[int]:
    keys = Entry.objects.filter(pk=order.entry).values_list("actor_key", flat=True)
    return frozenset(int(key.partition(":")[2]) for key in keys if key.startswith("officer:"))


def _told(order: EraseEntry) -> str:
    """What and when, without who and without the facts: these go."""
    entry = Entry.objects.get(pk=order.entry)
    day = entry.happened_at.astimezone(CHINA)
    return f"抹去日志条目{entry.pk}（{day:%Y-%m-%d %H:%M}，{event(entry.event).caption}）的内容"


JOINT = Joint(
    proposes=("administrator", "legal_reviewer"),
    confirms=("auditor",),
    names=("entry",),
    tells=_told,
    concerns=_who_did,
    objects=_objects,
)


@command("ledger.erase_entry", title="依法抹去日志条目的内容", internal=True, joint=JOINT)
def erase_entry(actor: Actor, order: EraseEntry) -> Entry:
    # 个人信息保护法 §47
    require(_objects(actor, order))
    entry = Entry.objects.get(pk=order.entry)
    require(_sealed_anew(entry))
    entry.seals.filter(salt__isnull=False).update(salt=None)
    Entry.objects.filter(pk=entry.pk).update(facts=None, salt=None)
    entry.refresh_from_db()
    left = remains(entry, list(entry.seals.order_by("id")))
    facts = {"entry": entry.pk, "reason": order.reason, "remains": left}
    record(events.ENTRY_ERASED, actor=actor, subject=entry, facts=facts)
    return entry


def _sealed_anew(entry: Entry) -> Verdict:
    """Has the closing seal again every row whose latest seal is this entry's, after comparing it once more."""
    current = open_command()
    assert current is not None
    verdict = Verdict.yes()
    for seal in entry.seals.exclude(digest="").iterator():
        if RowSeal.objects.filter(table=seal.table, row=seal.row, id__gt=seal.pk).exists():
            continue
        row = rows_of(seal.table).filter(pk=seal.row).first()
        intact = row is not None and not wrong_row(row, seal)
        verdict &= Verdict.when(intact, f"{seal.table}第{seal.row}行与封印不符，须先查明。")
        current.work.touched[(seal.table, seal.row)] = row
    return verdict
