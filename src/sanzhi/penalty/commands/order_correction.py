"""Order the respondent to correct the violation (行政处罚法 §28); the day for it must lie ahead."""

from datetime import date
from typing import Any

from pydantic import Field

from sanzhi.cases import queries
from sanzhi.cases.card import Card
from sanzhi.cases.deadlines import deadline
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.news import is_news
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.days import chinese_date
from sanzhi.ledger.commands import record
from sanzhi.penalty import events
from sanzhi.penalty.models import Correction
from sanzhi.penalty.queries import correction_of, ordered_on, was_reviewed_then
from sanzhi.penalty.rules import only_corrects


class OrderCorrection(OnProceeding):
    content: str = Field(min_length=5, max_length=2000)
    correct_by_on: date


def _standing(proceeding: Proceeding) -> dict[str, Any]:
    row = correction_of(proceeding)
    return {"content": row.content, "correct_by_on": row.correct_by_on} if row else {}


CARD = Card(captions={"content": "改正内容", "correct_by_on": "改正期限"}, initial=_standing)


@act("penalty.order_correction", title="责令改正", card=CARD)
def order_correction(actor: Actor, order: OrderCorrection, *, on: Proceeding) -> Correction:
    """A later order is a row of its own; while one runs, served and not yet looked at again, none replaces it."""
    standing, today = correction_of(on), clock.today()
    served_on = ordered_on(on)
    was_late = standing is not None and served_on is not None and served_on > standing.correct_by_on
    running = standing and served_on and not was_late and standing.reviewed_on is None
    until = deadline(on, "case_decision")
    require(
        only_corrects(order.content),
        is_news(filter(None, [standing]), order.said(), what="责令改正"),
        Verdict.when(order.correct_by_on >= today, "改正期限不能早于今天。"),
        Verdict.when(
            until is None or until.on < today or order.correct_by_on <= until.on,
            f"改正期限不能晚于作出决定的期限{chinese_date(until.on) if until else ''}。",
            citation="行政处罚法第二十八条、第六十条",
            remedy="请核对日期；确需更长的，先延长办案期限。",
        ),
        Verdict.when(
            standing is None or not standing.is_corrected or not was_reviewed_then(on),
            "责令改正经复查已经改正，不能再次责令。",
            citation="行政处罚法第二十八条、第三十三条",
            remedy="当事人再次违法的，是另一违法行为，请另行登记线索。",
        ),
        Verdict.when(
            not running, "责令改正通知书已经送达，期限正在计算，不能改写。", citation="行政处罚法第二十八条"
        ),
    )
    correction = Correction(
        proceeding=on,
        cause_code=on.cause_code,
        violated=queries.power_of(on).prohibition,
        content=order.content,
        correct_by_on=order.correct_by_on,
        ordered_on=today,
    )
    correction.save()
    facts = {"correct_by_on": chinese_date(order.correct_by_on)}
    record(events.CORRECTION_ORDERED, actor=actor, subject=on.case, facts=facts)
    return correction
