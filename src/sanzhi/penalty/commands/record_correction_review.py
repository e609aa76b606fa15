"""Record the re-inspection: corrected or not, not before the day that was given."""

from pydantic import Field

from sanzhi.cases import queries
from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record
from sanzhi.penalty import events
from sanzhi.penalty.models import Correction

CARD = Card(captions={"is_corrected": "已经改正", "result": "复查情况"})


class RecordCorrectionReview(OnProceeding):
    is_corrected: bool
    result: str = Field(min_length=5, max_length=2000)


@act("penalty.record_correction_review", title="记录整改复查", card=CARD)
def record_correction_review(actor: Actor, order: RecordCorrectionReview, *, on: Proceeding) -> Correction:
    correction = Correction.objects.filter(proceeding=on).first()
    today = clock.today()
    require(
        Verdict.when(correction, "尚未责令改正，不能复查。", citation="行政处罚法第二十八条"),
        # a party who refuses outright may be re-inspected early only to find that all is mended
        Verdict.when(
            correction is None or order.is_corrected or today >= correction.correct_by_on,
            "改正期限尚未届满，不能认定逾期未改正。",
            citation=queries.power_of(on).penalty_basis,
        ),
    )
    assert correction is not None
    correction.reviewed_on, correction.is_corrected = today, order.is_corrected
    correction.result = order.result
    correction.save()
    outcome = "已改正" if order.is_corrected else "未改正"
    record(events.CORRECTION_REVIEWED, actor=actor, subject=on.case, facts={"outcome": outcome})
    return correction
