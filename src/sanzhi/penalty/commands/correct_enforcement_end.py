"""Ask that the end of an enforcement be taken back, whose ground was registered wrongly; a head approves it (行政强制法 §40)."""

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.commands import AskCorrection, ask_correction
from sanzhi.cases.models import Proceeding, RecordCorrection, RecordKind
from sanzhi.cases.orders import OnProceeding
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict
from sanzhi.penalty.ending import LAW
from sanzhi.penalty.queries import enforcement_end


class CorrectEnforcementEnd(OnProceeding):
    proof: str = Field(min_length=4, max_length=200)
    reason: str = Field(min_length=5, max_length=1000)


CARD = Card(
    citation=LAW,
    captions={"proof": "证明终结执行的情形不存在的材料", "reason": "更正理由"},
    objects=lambda proceeding: Verdict.when(
        enforcement_end(proceeding),
        "本案没有终结执行的登记。",
        citation=LAW,
        remedy="请核对案件；终止调查登记有误的，请申请更正终止登记。",
    ),
    at_any_step=True,
    after_closure=True,
)


@act("penalty.correct_enforcement_end", title="更正终结执行登记", card=CARD)
def correct_enforcement_end(
    actor: Actor, order: CorrectEnforcementEnd, *, on: Proceeding
) -> RecordCorrection:
    wrong = enforcement_end(on)
    assert wrong is not None  # the card has asked for it
    asked = AskCorrection(
        case=on.case_id,
        proceeding=on.pk,
        kind=RecordKind.ENFORCEMENT_END,
        wrong=wrong.pk,
        what=RecordKind.ENFORCEMENT_END.label,
        says=f"{wrong.get_ground_display()}登记有误，{order.proof}",
        content={"proof": order.proof},
        reason=order.reason,
    )
    return ask_correction(actor, asked)
