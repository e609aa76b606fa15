"""Record the re-inspection: corrected or not, not before the day that was given."""

from pydantic import Field

from sanzhi.cases import events, queries
from sanzhi.cases.models import Correction
from sanzhi.cases.policies import may_act
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record


class RecordCorrectionReview(Order):
    case: int
    is_corrected: bool
    result: str = Field(min_length=5, max_length=2000)


@command("cases.record_correction_review", title="记录整改复查")
def record_correction_review(actor: Actor, order: RecordCorrectionReview) -> Correction:
    case = queries.case_for_update(actor, order.case)
    correction = Correction.objects.filter(case=case).first()
    today = clock.today()
    require(
        may_act(actor, case, act="record_correction_review"),
        Verdict.when(correction, "尚未责令改正，不能复查。", citation="行政处罚法第二十八条"),
        # a party who refuses outright may be re-inspected early only to find that all is mended
        Verdict.when(
            correction is None or order.is_corrected or today >= correction.correct_by_on,
            "改正期限尚未届满，不能认定逾期未改正。",
            citation=queries.power_of(case).penalty_basis,
        ),
    )
    assert correction is not None
    correction.reviewed_on, correction.is_corrected, correction.result = (
        today,
        order.is_corrected,
        order.result,
    )
    correction.save()
    outcome = "已改正" if order.is_corrected else "未改正"
    record(events.CORRECTION_REVIEWED, actor=actor, subject=case, facts={"outcome": outcome})
    return correction
