"""Answer a remark without changing the row: why it stays as it is."""

from pydantic import Field

from sanzhi.catalogues import events
from sanzhi.catalogues.models import Edition, Remark
from sanzhi.catalogues.policies import is_open, may_compile
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.errors import NotVisible
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record


class AnswerRemark(Order):
    remark: int
    answer: str = Field(min_length=2, max_length=1000)


@command("catalogues.answer_remark", title="答复审核意见")
def answer_remark(actor: Actor, order: AnswerRemark) -> Remark:
    remark = Remark.objects.filter(pk=order.remark).first()
    if remark is None:
        raise NotVisible
    edition = Edition.locked(remark.edition_id)
    require(
        may_compile(actor, edition.authority.code),
        is_open(edition),
        Verdict.when(remark.answered_on is None, "这条意见已经答复。"),
    )
    remark.answer, remark.answered_by, remark.answered_on = order.answer, actor.name, clock.today()
    remark.save()
    facts = {"title": edition.title, "ordinal": edition.ordinal, "row": remark.code, "text": order.answer}
    record(events.REMARK_ANSWERED, actor=actor, subject=edition, facts=facts)
    return remark
