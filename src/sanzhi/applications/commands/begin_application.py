"""Begin an application for an item as its guide stands: a number and a code, of which only a slow hash is kept.

The same form sent twice begins one application, while it is a draft; refuses an address that begins too many.
"""

import re

from pydantic import Field

from sanzhi.applications import events
from sanzhi.applications.codes import code_of, key_of
from sanzhi.applications.models import Application, State
from sanzhi.applications.patience import may_begin_from
from sanzhi.applications.shapes import Asked
from sanzhi.kernel import clock, db
from sanzhi.kernel.actor import APPLICANT_ROLE, Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.errors import NotVisible
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record
from sanzhi.organisation.models import Authority
from sanzhi.organisation.queries import authority


class BeginApplication(Order):
    """`once` marks the form; `code_digest` is the hash of its code, made beforehand (`beginning`); of `address`, whence it
    came, a keyed digest is kept."""

    item: str = Field(min_length=1, max_length=40)
    title: str = Field(min_length=2, max_length=100)
    edition: int = Field(ge=1)
    asked: Asked
    once: str = Field(pattern=r"^[0-9a-z]{24,40}$")
    code_digest: str = Field(max_length=128)
    address: str = Field(max_length=64)


@command("applications.begin_application", title="开始申请", internal=True)
def begin_application(actor: Actor, order: BeginApplication) -> Application:
    if not actor.has(APPLICANT_ROLE):
        raise NotVisible
    mine, address = authority(actor.authority), key_of("address", order.address)
    db.one_at_a_time(f"application numbers {_prefix(mine)}")
    digest = key_of("once", order.once)
    row = Application.objects.filter(authority=mine, once_digest=digest).first()
    require(
        Verdict.when(row is None or row.state == State.DRAFT, "这张申请表已经用过。", remedy="请重新开始。"),
        Verdict.yes() if row is not None else may_begin_from(address),
    )
    row = row or _begun(order, mine, digest=digest, address=address)
    row.told_once = code_of(order.once)
    facts = {"item": row.item_title, "number": row.number}
    record(events.BEGUN, actor=actor, subject=row, facts=facts)
    return row


def _begun(order: BeginApplication, mine: Authority, *, digest: str, address: str) -> Application:
    row = Application(
        authority=mine,
        number=_next_number(mine),
        item_code=order.item,
        item_title=order.title,
        edition=order.edition,
        asked=order.asked.model_dump(),
        code_digest=order.code_digest,
        once_digest=digest,
        begun_from=address,
        created_at=clock.now(),
        changed_at=clock.now(),
    )
    row.save()
    return row


def _next_number(mine: Authority) -> str:
    """舞城许申2026-0001: the next of the year. None comes twice: rows stay when what is in them is erased."""
    start = f"{_prefix(mine)}许申{clock.today().year}-"
    numbers = Application.objects.filter(number__startswith=start).values_list("number", flat=True)
    last = max((int(text.removeprefix(start)) for text in numbers), default=0)
    return f"{start}{last + 1:04d}"


def _prefix(mine: Authority) -> str:
    """The authority's word for its papers without its last sign 管."""
    return re.sub("管$", "", mine.number_prefix)
