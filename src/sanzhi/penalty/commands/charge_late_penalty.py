"""Charge the late penalty as of today: 3 % of the fine a day, at most the fine (行政处罚法 §72)."""

from decimal import Decimal

from sanzhi.cases import queries
from sanzhi.cases.card import Card
from sanzhi.cases.contests import outcome_entered
from sanzhi.cases.correcting import no_correction_waits, nothing_is_doubted
from sanzhi.cases.deadlines import deadline
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.money import yuan
from sanzhi.ledger.commands import record
from sanzhi.penalty import events
from sanzhi.penalty.models import LatePenalty
from sanzhi.penalty.owed import late_penalty_today
from sanzhi.penalty.queries import late_penalty_of


class ChargeLatePenalty(OnProceeding):
    pass


def _objects(proceeding: Proceeding) -> Verdict:
    return (
        Verdict.when(
            not queries.has_fallen(proceeding),
            "处罚决定已被撤销，不能加处罚款。",
            citation="行政处罚法第七十二条",
            remedy="已经收取的，请退还当事人。",
        )
        & outcome_entered(proceeding)
        & no_correction_waits(proceeding)
        & nothing_is_doubted(proceeding)
        & _is_due_known(proceeding)
        & _has_grown(proceeding)
    )


def _is_due_known(proceeding: Proceeding) -> Verdict:
    due = deadline(proceeding, "payment")
    return Verdict.when(
        due is None or not due.estimated,
        "缴款期限届满日所在年度的放假安排尚未录入，不能按估算认定逾期。",
        citation="行政处罚法第六十七条、第七十二条",
        remedy="请管理员录入该年度放假安排。",
    )


def _has_grown(proceeding: Proceeding) -> Verdict:
    late, standing = late_penalty_today(proceeding), late_penalty_of(proceeding)
    now, charged = late.amount if late else Decimal(0), standing.amount if standing else Decimal(0)
    return Verdict.when(
        now > charged,
        "到今天为止应加处的数额已经加处，没有新增。" if charged else "罚款尚未逾期，不能加处。",
        citation="行政处罚法第七十二条",
        remedy="请在缴款期限届满以后、仍未缴清的办理。",
    )


@act("penalty.charge_late_penalty", title="加处罚款", card=Card(objects=_objects))
def charge_late_penalty(actor: Actor, order: ChargeLatePenalty, *, on: Proceeding) -> LatePenalty:
    late = late_penalty_today(on)
    assert late is not None  # the card asks
    charged = LatePenalty(proceeding=on, amount=late.amount, days=late.days, charged_on=clock.today())
    charged.save()
    facts = {"amount": yuan(late.amount), "days": late.days}
    record(events.LATE_PENALTY_CHARGED, actor=actor, subject=on.case, facts=facts)
    return charged
