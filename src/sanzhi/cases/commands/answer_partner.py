"""The named officer confirms that he was there and takes part, or says that he was not (行政处罚法 §42)."""

from sanzhi.cases import events, partnering, queries
from sanzhi.cases.handling import may_handle
from sanzhi.cases.models import Assignment, Partner
from sanzhi.cases.orders import OnProceeding
from sanzhi.cases.policies import is_not_recused, is_open
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import command
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record
from sanzhi.organisation.queries import certificate_on


class AnswerPartner(OnProceeding):
    is_confirmed: bool


@command("cases.answer_partner", title="答复同行执法提名")
def answer_partner(actor: Actor, order: AnswerPartner) -> Partner:
    proceeding = queries.proceeding_for_update(actor, order)
    case, row = proceeding.case, partnering.named(proceeding.case)
    own = row is not None and row.officer_id == actor.officer_id
    require(
        Verdict.when(
            own, "没有等待您确认的同行执法提名。", citation=partnering.LAW, remedy="由被提名的人自己答复。"
        ),
        is_open(proceeding),
        is_not_recused(actor, case),
    )
    assert row is not None  # has just been required
    officer, today = row.officer, clock.today()
    if order.is_confirmed:
        require(may_handle(officer, case=case))
    certificate = certificate_on(officer, today)
    number = certificate.number if certificate else ""
    row.answered_at, row.is_confirmed = clock.now(), order.is_confirmed
    row.save()
    if not order.is_confirmed:
        record(events.PARTNER_DECLINED, actor=actor, subject=case, facts={"certificate": number})
        return row
    assert certificate is not None  # may_handle has just said so
    Assignment(case=case, officer=officer, certificate=certificate, assigned_on=today).save()
    numbers = [one.certificate.number for one in queries.assignments(case)] + [number]
    facts = {"certificates": "、".join(dict.fromkeys(numbers))}
    record(events.OFFICERS_ASSIGNED, actor=actor, subject=case, facts=facts)
    return row
