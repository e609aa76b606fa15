"""Ask that the end of an investigation be taken back, whose party has neither died nor ceased to be; a head approves it."""

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.commands.ask_correction import AskCorrection, ask_correction
from sanzhi.cases.models import Proceeding, RecordCorrection, RecordKind
from sanzhi.cases.orders import OnProceeding
from sanzhi.cases.queries import termination_of
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict

LAW = "行政处罚法第四十条、第五十七条"


class CorrectTermination(OnProceeding):
    proof: str = Field(min_length=4, max_length=200)
    reason: str = Field(min_length=5, max_length=1000)


def _objects(proceeding: Proceeding) -> Verdict:
    return Verdict.when(
        termination_of(proceeding),
        "本案没有终止调查的登记。",
        citation=LAW,
        remedy="请核对案件；终结执行登记有误的，请申请更正终结执行登记。",
    )


CARD = Card(
    citation="行政处罚法第四十七条；河南省行政执法条例第三十五条",
    captions={"proof": "证明当事人没有死亡、终止的材料", "reason": "更正理由"},
    objects=_objects,
    at_any_step=True,
    after_closure=True,
)


@act("cases.correct_termination", title="更正终止登记", card=CARD)
def correct_termination(actor: Actor, order: CorrectTermination, *, on: Proceeding) -> RecordCorrection:
    wrong = termination_of(on)
    assert wrong is not None  # the card has asked for it
    asked = AskCorrection(
        case=on.case_id,
        proceeding=on.pk,
        kind=RecordKind.TERMINATION,
        wrong=wrong.pk,
        what=RecordKind.TERMINATION.label,
        says=f"{wrong.get_ground_display()}登记有误，{order.proof}",
        content={"proof": order.proof},
        reason=order.reason,
    )
    return ask_correction(actor, asked)
