"""Ask that the record of a reconsideration or a suit no longer counts: it was entered wrongly; another approves it.

What something rests on already stays: the decision that fell by it, the court that was asked within a period that it moved.
"""

from pydantic import Field

from sanzhi.cases import board, queries
from sanzhi.cases.card import Card
from sanzhi.cases.commands.ask_correction import AskCorrection, ask_correction
from sanzhi.cases.contests import contests
from sanzhi.cases.correcting import no_correction_waits
from sanzhi.cases.models import Contest, Proceeding, RecordCorrection, RecordKind
from sanzhi.cases.orders import OnProceeding
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.days import chinese_date
from sanzhi.law.receipts import plain_number

LAW = "河南省行政执法条例第三十五条"


class CorrectContest(OnProceeding):
    contest: int
    proof: str = Field(min_length=4, max_length=200)
    reason: str = Field(min_length=5, max_length=1000)


def _says(row: Contest) -> str:
    return f"{row.get_way_display()} {row.number}（{chinese_date(row.accepted_on)}受理）"


CARD = Card(
    citation=LAW,
    captions={"contest": "有误的登记", "proof": "证明登记有误的材料", "reason": "更正理由"},
    helps={"contest": "批准以后这条登记不再算数，原登记保留；实际情况请另行登记。"},
    choices={"contest": lambda on: [(row.pk, _says(row)) for row in contests(on)]},
    objects=lambda on: (
        Verdict.when(contests(on), "没有登记过复议、诉讼。", citation=LAW, remedy="请核对案件。")
        & no_correction_waits(on)
    ),
    at_any_step=True,
    after_closure=True,
)


@act("cases.correct_contest", title="更正复议、诉讼登记", card=CARD)
def correct_contest(actor: Actor, order: CorrectContest, *, on: Proceeding) -> RecordCorrection:
    row = next((one for one in contests(on) if one.pk == order.contest), None)
    require(Verdict.when(row, "没有这条登记。", citation=LAW, remedy="请从本案的登记中选择。"))
    assert row is not None
    require(
        Verdict.when(
            not (rests := _rests(on, row)),
            f"{_says(row)}：{rests}，不能再更正。",
            citation=LAW,
            remedy="请依法纠正据以办理的事项，并在备考表中写明。",
        )
    )
    asked = AskCorrection(
        case=on.case_id,
        proceeding=on.pk,
        kind=RecordKind.CONTEST,
        wrong=row.pk,
        what=_says(row),
        says=f"{_says(row)}登记有误，{order.proof}",
        content={"proof": order.proof},
        reason=order.reason,
    )
    return ask_correction(actor, asked)


def _rests(proceeding: Proceeding, row: Contest) -> str:
    """What was done on it; what was entered after the application has moved no period of it."""
    number = plain_number(row.outcome_number)
    entered = {plain_number(one.reference) for one in queries.overturns(proceeding) if one.decided_on}
    if number and number in entered:
        return "已经据以撤销、变更决定"
    asked = row.ended_on is not None and any(
        day >= row.recorded_on for day in board.asked_court_on(proceeding)
    )
    return "其后已经申请法院强制执行" if asked else ""
