"""Ask that a re-inspection, an answer of the court, a refund or a taking no longer counts: it was entered wrongly.

Another person approves it, and the right one is entered anew. What something rests on already stays: the thing given back.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.commands import AskCorrection, ask_correction
from sanzhi.cases.correcting import no_correction_waits
from sanzhi.cases.models import Proceeding, RecordCorrection, RecordKind
from sanzhi.cases.orders import OnProceeding
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.days import chinese_date
from sanzhi.law.money import yuan
from sanzhi.penalty.court import answers, last_answer
from sanzhi.penalty.models import Confiscation, CourtAnswer
from sanzhi.penalty.queries import (
    confiscations,
    court_applications,
    enforcement_end,
    granted_deferrals,
    refunds,
    reviews,
    surplus,
)

LAW = "行政处罚法第四十七条"


class CorrectEntry(OnProceeding):
    entry: str = Field(max_length=40)
    proof: str = Field(min_length=4, max_length=200)
    reason: str = Field(min_length=5, max_length=1000)


@dataclass(frozen=True)
class Entered:
    """A record that may be wrong; `rests`: what was done on it already."""

    kind: RecordKind
    wrong: int
    says: str
    rests: str = ""

    @property
    def key(self) -> str:
        return f"{self.kind}:{self.wrong}"


def _entered(proceeding: Proceeding) -> Iterator[Entered]:
    decided = "已经作出决定" if hasattr(proceeding, "decision") else ""
    for review in reviews(proceeding):
        found = "已改正" if review.is_corrected else "未改正"
        says = f"{chinese_date(review.reviewed_on or review.ordered_on)}整改复查（{found}）"
        yield Entered(RecordKind.REVIEW, review.pk, says, decided)
    for answer in (row for asked in court_applications(proceeding) for row in answers(asked)):
        says = f"人民法院的答复：{answer}"
        yield Entered(RecordKind.COURT_ANSWER, answer.pk, says, _answered_on(proceeding, answer))
    for refund in refunds(proceeding):
        yield Entered(RecordKind.REFUND, refund.pk, f"退款{yuan(refund.amount)}元，凭证号{refund.voucher}")
    for taken in confiscations(proceeding):
        rests = "已经返还" if taken.returned_on else _filled_up(proceeding, taken)
        yield Entered(RecordKind.TAKING, taken.pk, f"{taken.what}，票据号{taken.voucher}", rests)


def _filled_up(proceeding: Proceeding, taken: Confiscation) -> str:
    """What was too much was so by what had come before."""
    over = surplus(proceeding)
    before = over and taken.measure == over[0].measure and taken not in over
    return "多收的违法所得尚未返还，应先更正多收的登记" if before else ""


def _answered_on(proceeding: Proceeding, answer: CourtAnswer) -> str:
    """What was done on the court's answer: it said more, the enforcement was given up, time to pay was given."""
    if answer != last_answer(proceeding):
        return "其后已经登记其他答复或者再次申请"
    if enforcement_end(proceeding) is not None:
        return "已经据以终结执行"
    given = any(
        row.decided_on and row.decided_on >= answer.received_on for row in granted_deferrals(proceeding)
    )
    return "其后已经批准暂缓、分期缴纳" if given else ""


CARD = Card(
    citation=LAW,
    captions={"entry": "有误的登记", "proof": "证明登记有误的材料", "reason": "更正理由"},
    helps={"entry": "批准以后这条登记不再算数，原登记保留；实际情况请另行登记。"},
    choices={"entry": lambda proceeding: [(row.key, row.says) for row in _entered(proceeding)]},
    objects=lambda proceeding: (
        Verdict.when(
            any(_entered(proceeding)),
            "本案没有登记过整改复查、法院的答复、退款、没收的执行。",
            citation=LAW,
            remedy="请核对案件；送达、缴款、复议诉讼登记有误的，请申请更正该项登记。",
        )
        & no_correction_waits(proceeding)
    ),
    at_any_step=True,
    after_closure=True,
)


@act("penalty.correct_entry", title="更正复查、法院答复、退款、没收登记", card=CARD)
def correct_entry(actor: Actor, order: CorrectEntry, *, on: Proceeding) -> RecordCorrection:
    row = next((row for row in _entered(on) if row.key == order.entry), None)
    require(Verdict.when(row, "没有这条登记。", citation=LAW, remedy="请从本案的登记中选择。"))
    assert row is not None
    require(
        Verdict.when(
            not row.rests,
            f"{row.says}：{row.rests}，不能再更正。",
            citation=LAW,
            remedy="请依法纠正据以办理的事项，并在备考表中写明。",
        ),
    )
    asked = AskCorrection(
        case=on.case_id,
        proceeding=on.pk,
        kind=row.kind,
        wrong=row.wrong,
        what=row.says,
        says=f"{row.says}登记有误，{order.proof}",
        content={"proof": order.proof},
        reason=order.reason,
    )
    return ask_correction(actor, asked)
