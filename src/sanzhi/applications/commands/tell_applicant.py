"""Tell the applicant something; a correction is told once (行政许可法 §32)."""

from datetime import date

from pydantic import Field

from sanzhi.applications import events
from sanzhi.applications.models import Message, MessageKind
from sanzhi.applications.policies import is_filed, is_first_correction
from sanzhi.applications.queries import taken_for_update
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record


class TellApplicant(Order):
    """`paper` is the code under which the public site verifies the paper that says the same."""

    application: int
    kind: MessageKind
    text: str = Field(min_length=2, max_length=5000)
    citation: str = Field(default="", max_length=200)
    due_on: date | None = None
    paper: str = Field(default="", pattern=r"^([0-9a-z]{12,32})?$")


@command("applications.tell_applicant", title="告知申请人", internal=True)
def tell_applicant(actor: Actor, order: TellApplicant) -> Message:
    row = taken_for_update(actor, order.application)
    is_correction = order.kind == MessageKind.CORRECTION
    require(is_filed(row), is_first_correction(row) if is_correction else Verdict.yes())
    message = Message(application=row, told_at=clock.now(), **order.model_dump(exclude={"application"}))
    message.save()
    facts = {"number": row.number, "kind": MessageKind(order.kind).label}
    record(events.TOLD, actor=actor, subject=row, facts=facts)
    return message
