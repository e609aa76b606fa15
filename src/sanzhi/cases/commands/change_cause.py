"""Go on by the cause that the facts fit, or by the lighter provision that has followed: all is told anew."""

from pydantic import Field

from sanzhi.cases import board, events, queries
from sanzhi.cases.card import Card
from sanzhi.cases.models import CauseChange, Proceeding
from sanzhi.cases.moving import move
from sanzhi.cases.orders import OnProceeding, Told
from sanzhi.cases.policies import basis_applies, is_not_decided, is_running
from sanzhi.catalogues import queries as catalogues
from sanzhi.catalogues.powers import Power
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.order_form import Choices
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record

LAW = "行政处罚法第四十条、第五十七条"


class ChangeCause(OnProceeding):
    cause_code: str = Field(max_length=20)
    reason: Told = Field(min_length=10, max_length=500)


def _listed(proceeding: Proceeding) -> dict[str, Power]:
    """The other causes of the category that are ours, in the list by which the proceeding goes."""
    category = board.category_of(proceeding.procedure_key)
    listed = catalogues.powers_of_edition(proceeding.power_edition_id)
    ours = {code: power for code, power in listed.items() if power.is_ours and power.category == category}
    return {code: power for code, power in ours.items() if code != proceeding.cause_code}


def _applicable(proceeding: Proceeding) -> Choices:
    day = proceeding.happened_on
    return [
        (code, f"{code} {power.title}")
        for code, power in _listed(proceeding).items()
        if power.is_valid_on(day)
    ]


def _objects(proceeding: Proceeding) -> Verdict:
    """What came to its end without a decision has gone elsewhere or is over."""
    return (
        is_not_decided(proceeding)
        & is_running(proceeding)
        & Verdict.when(
            proceeding.step != queries.procedure_of(proceeding).last.key,
            "本案已经转入结案，不能再改定案由。",
            citation=LAW,
            remedy="请办理结案；已经移送的，接收机关退回以后再改定。",
        )
    )


CARD = Card(
    citation="行政处罚法第四十条；河南省行政执法条例第二十五条",
    captions={"cause_code": "改定为", "reason": "改定的理由（哪些事实符合该案由，不少于10个字）"},
    choices={"cause_code": _applicable},
    objects=_objects,
    at_any_step=True,
)


@act("cases.change_cause", title="改定案由", card=CARD)
def change_cause(actor: Actor, order: ChangeCause, *, on: Proceeding) -> Proceeding:
    """From a later step back to the one where facts are established: another cause may have to be corrected first."""
    power = _listed(on).get(order.cause_code)
    require(
        Verdict.when(
            power,
            f"本案适用的权责清单中没有可以改定的案由“{order.cause_code}”。",
            citation=LAW,
            remedy="请选择清单中由本机关实施、与现案由不同的案由；不属于本机关管辖的，请依法移送。",
        )
    )
    assert power is not None
    require(basis_applies(power, on.happened_on))
    before = queries.power_of(on)
    on.cause_code, on.cause = power.code, power.cause
    on.save()
    CauseChange(
        proceeding=on,
        before=before.title,
        after=power.title,
        reason=order.reason,
        changed_on=clock.today(),
        changed_by=actor.name,
    ).save()
    _investigate_again(on)
    facts = {"before": before.title, "after": power.title, "reason": order.reason}
    record(events.CAUSE_CHANGED, actor=actor, subject=on.case, facts=facts)
    return on


def _investigate_again(on: Proceeding) -> None:
    procedure = queries.procedure_of(on)
    keys = [step.key for step in procedure.steps]
    finds = procedure.step_with("cases.establish_facts")
    if finds is not None and keys.index(on.step) > keys.index(finds.key):
        move(on, finds.key)
