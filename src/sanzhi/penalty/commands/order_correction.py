"""Order the respondent to correct the violation (行政处罚法 §28), on a proof of it; the day for it must lie ahead."""

from datetime import date
from typing import Any

from pydantic import Field

from sanzhi.cases import queries
from sanzhi.cases.card import Card
from sanzhi.cases.deadlines import deadline
from sanzhi.cases.joinders import usable_evidence
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding, Told
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.news import is_news
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.days import chinese_date
from sanzhi.ledger.commands import record
from sanzhi.penalty import events
from sanzhi.penalty.models import Correction
from sanzhi.penalty.queries import correction_of, orders_of, was_reviewed_then, was_told_in_time
from sanzhi.penalty.rules import only_corrects


class OrderCorrection(OnProceeding):
    content: str = Field(min_length=5, max_length=2000)
    correct_by_on: date
    extended_for: Told = Field(default="", max_length=300)


def _standing(proceeding: Proceeding) -> dict[str, Any]:
    row = correction_of(proceeding)
    return {"content": row.content, "correct_by_on": row.correct_by_on} if row else {}


CARD = Card(
    captions={
        "content": "改正内容",
        "correct_by_on": "改正期限",
        "extended_for": "当事人申请延长改正期限的理由",
    },
    helps={
        "correct_by_on": "至少到送达的次日，才能认定逾期不改正；当天改正的，复查后登记已经改正。",
        "extended_for": "只在已经送达的期限届满以前、当事人说明理由申请延长时填写；另定的期限须重新送达。",
    },
    initial=_standing,
    objects=lambda proceeding: _is_proved(proceeding) & _is_not_corrected(proceeding),
)


@act("penalty.order_correction", title="责令改正", card=CARD)
def order_correction(actor: Actor, order: OrderCorrection, *, on: Proceeding) -> Correction:
    """A later order is a row of its own; while one runs, served and not yet looked at again, none replaces it."""
    standing = correction_of(on)
    require(
        only_corrects(order.content),
        is_news(filter(None, [standing]), order.said(), what="责令改正"),
        _is_in_time(on, order),
        _replaces_rightly(on, order),
    )
    correction = Correction(
        proceeding=on,
        cause_code=on.cause_code,
        violated=queries.power_of(on).prohibition,
        content=order.content,
        correct_by_on=order.correct_by_on,
        ordered_on=clock.today(),
        extended_for=order.extended_for,
    )
    correction.save()
    facts = {"correct_by_on": chinese_date(order.correct_by_on)}
    record(events.CORRECTION_ORDERED, actor=actor, subject=on.case, facts=facts)
    return correction


def _is_not_corrected(on: Proceeding) -> Verdict:
    standing = correction_of(on)
    return Verdict.when(
        standing is None or not standing.is_corrected or not was_reviewed_then(on),
        "责令改正经复查已经改正，不能再次责令。",
        citation="行政处罚法第二十八条、第三十三条",
        remedy="当事人再次违法的，是另一违法行为，请另行登记线索。",
    )


def _is_proved(proceeding: Proceeding) -> Verdict:
    """What the paper calls unlawful was seen by somebody: on discovery one proof is enough (行政处罚法 §28, §40)."""
    return Verdict.when(
        usable_evidence(proceeding.case),
        "还没有登记证明违法行为的证据，不能责令改正。",
        citation="行政处罚法第二十八条第一款、第四十条",
        remedy="请先登记现场检查笔录、现场照片等证据；发现当时即可登记并责令改正。",
    )


def _is_in_time(proceeding: Proceeding, order: OrderCorrection) -> Verdict:
    today, until = clock.today(), deadline(proceeding, "case_decision")
    return Verdict.when(
        order.correct_by_on >= today,
        "改正期限不能早于今天。",
        citation="行政处罚法第二十八条",
        remedy="请按责令改正的合理期限填写。",
    ) & Verdict.when(
        until is None or until.on < today or order.correct_by_on <= until.on,
        f"改正期限不能晚于作出决定的期限{chinese_date(until.on) if until else ''}。",
        citation="行政处罚法第二十八条、第六十条",
        remedy="请核对日期；确需更长的，先延长办案期限。",
    )


def _replaces_rightly(proceeding: Proceeding, order: OrderCorrection) -> Verdict:
    """A day that runs is moved only to a later one, at the party's request, before it has passed.

    What was granted and not yet told may be granted anew: the party has the later day all the same.
    """
    running, standing = _running(proceeding), correction_of(proceeding)
    is_asked = len(order.extended_for.strip()) >= 5
    is_later = running is not None and running.correct_by_on < order.correct_by_on
    is_open = running is not None and (clock.today() <= running.correct_by_on or standing != running)
    return Verdict.when(
        running is None or (is_asked and is_later and is_open),
        "责令改正通知书已经送达，期限正在计算，不能改写。",
        citation="行政处罚法第二十八条",
        remedy="当事人在期限届满以前说明理由申请延长的，填写理由（至少五个字）并另定更晚的日期；期限已满的，请先复查。",
    ) & Verdict.when(
        running is not None or not order.extended_for,
        "没有正在计算的改正期限，不存在延长。",
        citation="行政处罚法第二十八条",
        remedy="请不要填写申请延长的理由，重新确定改正期限。",
    )


def _running(proceeding: Proceeding) -> Correction | None:
    """The order that was told last in time, and not yet looked at again: one that nobody was told replaces none."""
    told = [row for row in orders_of(proceeding) if was_told_in_time(proceeding, row)]
    return told[-1] if told and told[-1].reviewed_on is None else None
