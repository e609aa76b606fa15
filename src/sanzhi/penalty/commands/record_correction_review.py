"""Record the re-inspection of an order, once: corrected or not, not before the day that was given."""

from pydantic import Field

from sanzhi.cases import queries
from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding, Told
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.days import chinese_date
from sanzhi.ledger.commands import record
from sanzhi.penalty import events
from sanzhi.penalty.models import Correction
from sanzhi.penalty.queries import TOLD_TOO_LATE, correction_of, ordered_on, was_told_in_time

CARD = Card(captions={"is_corrected": "已经改正", "result": "复查情况"})


class RecordCorrectionReview(OnProceeding):
    is_corrected: bool
    result: Told = Field(min_length=5, max_length=2000)


@act("penalty.record_correction_review", title="记录整改复查", card=CARD)
def record_correction_review(actor: Actor, order: RecordCorrectionReview, *, on: Proceeding) -> Correction:
    correction, served_on, today = correction_of(on), ordered_on(on), clock.today()
    basis = queries.power_of(on).penalty_basis
    by_on = correction.correct_by_on if correction else today
    require(
        Verdict.when(correction, "尚未责令改正，不能复查。", citation="行政处罚法第二十八条"),
        Verdict.when(
            correction is None or correction.reviewed_on is None,
            "这一次责令改正已经复查，复查结果不能改写。",
            citation="行政处罚法第二十八条、第四十七条",
            remedy="登记有误的，请申请更正该项登记；仍未改正、需要再给期限的，请重新责令改正、送达、复查；改正以后再次违法的，请另行登记线索。",
        ),
        # a party who refuses outright may be re-inspected early only to find that all is mended
        Verdict.when(
            order.is_corrected or today > by_on,
            f"改正期限到{chinese_date(by_on)}止，期限届满之前不能认定逾期未改正。",
            citation=basis,
        ),
        Verdict.when(
            correction is None or served_on is not None,
            "《责令改正通知书》尚未送达，不能复查。",
            citation="行政处罚法第二十八条、第四十条",
            remedy="请先送达责令改正通知书；责令以前已经改正的，在查明事实中写明改正日期。",
        ),
        Verdict.when(
            order.is_corrected or served_on is None or (correction and was_told_in_time(on, correction)),
            TOLD_TOO_LATE,
            citation=basis,
            remedy="请重新责令改正，期限至少到送达的次日，并送达。",
        ),
    )
    assert correction is not None
    correction.reviewed_on, correction.is_corrected = today, order.is_corrected
    correction.result = order.result
    correction.save()
    outcome = "已改正" if order.is_corrected else "未改正"
    record(events.CORRECTION_REVIEWED, actor=actor, subject=on.case, facts={"outcome": outcome})
    return correction
