"""Send a proceeding back for further investigation, before it is decided (行政处罚法 §57; what was done stays)."""

from pydantic import Field

from sanzhi.cases import events, queries
from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.cases.moving import move
from sanzhi.cases.orders import OnJudged
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict
from sanzhi.ledger.commands import record
from sanzhi.organisation.roles import Role


class SendBack(OnJudged):
    reason: str = Field(min_length=5, max_length=1000)


def _objects(proceeding: Proceeding) -> Verdict:
    return Verdict.when(
        not hasattr(proceeding, "decision"),
        "本案已经作出决定，不能退回。",
        citation="行政处罚法第五十七条",
        remedy="决定确有错误的，依法撤销或者变更。",
    )


CARD = Card(
    office=(Role.BUREAU_HEAD, Role.SQUAD_LEADER, Role.LEGAL_REVIEWER),
    captions={"reason": "退回的理由、需要查明或者重新处理的事项"},
    objects=_objects,
    reads=lambda on: (queries.current_proposal(on), on.finding),
)


@act("cases.send_back", title="退回", card=CARD)
def send_back(actor: Actor, order: SendBack, *, on: Proceeding) -> Proceeding:
    """The step names where to (`back`); what was told, heard and reviewed counts on as far as it still fits."""
    step = queries.current_step(on)
    assert step is not None  # the act is offered by a step
    target = queries.procedure_of(on).step(step.back)
    move(on, target.key)
    facts = {"step": step.title, "next": target.title, "reason": order.reason}
    record(events.SENT_BACK, actor=actor, subject=on.case, facts=facts)
    return on
