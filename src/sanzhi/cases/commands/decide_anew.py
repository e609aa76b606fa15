"""Begin anew after a decision has fallen: a proceeding of its own, with its own investigation, notice and decision."""

from copy import copy

from pydantic import Field

from sanzhi.cases import board, events, queries
from sanzhi.cases.card import Card
from sanzhi.cases.commands.close_case import close, nothing_waits
from sanzhi.cases.models import CaseParty, ClosureKind, Proceeding
from sanzhi.cases.opening import open_proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.cases.overturning import LAW
from sanzhi.cases.parties import beside
from sanzhi.cases.policies import is_not_ended, step_is_complete
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record
from sanzhi.organisation.roles import Role


class DecideAnew(OnProceeding):
    reason: str = Field(min_length=5, max_length=1000)


def _objects(proceeding: Proceeding) -> Verdict:
    step = queries.current_step(proceeding)
    fallen = Verdict.when(
        queries.has_fallen(proceeding),
        "决定没有被撤销，不能重新办理。",
        citation=LAW,
        remedy="决定确有错误的，请先提出撤销决定。",
    )
    fallen &= is_not_ended(proceeding) & _is_not_begun(proceeding) & nothing_waits(proceeding)
    return fallen & step_is_complete(proceeding, step) if step else fallen


def _is_not_begun(proceeding: Proceeding) -> Verdict:
    """For one decision that fell another is made, once (行政处罚法 §29)."""
    return Verdict.when(
        all(row.pk < proceeding.pk for row in beside(proceeding)),
        "本案对该当事人已经重新办理，不能再次重新办理。",
        citation="行政处罚法第二十九条、第七十五条第二款",
        remedy="请在重新办理的程序中处理；本程序的款项退还以后，以决定被撤销结案。",
    )


CARD = Card(
    citation=LAW,
    office=(Role.SQUAD_LEADER, Role.BUREAU_HEAD),
    captions={"reason": "重新办理的理由"},
    objects=_objects,
    after_closure=True,  # the act goes on where it was decided, not in a second case
)


def _again(party: CaseParty | None) -> CaseParty | None:
    """The same party as a row of its own: what is mended here leaves the decision that fell as it was."""
    if party is not None:
        party = copy(party)
        party.pk, party._state.adding = None, True
        party.save()
    return party


def _leave(on: Proceeding, *, reason: str) -> None:
    """The proceeding of the decision that fell is closed; where it was already, its case is open again."""
    if on.closed_on is None:
        close(on, ClosureKind.OVERTURNED, reason=reason)
    elif on.case.closed_on is not None:
        on.case.closed_on = None
        on.case.save()


@act("cases.decide_anew", title="撤销后重新办理", card=CARD)
def decide_anew(actor: Actor, order: DecideAnew, *, on: Proceeding) -> Proceeding:
    require(board.may_close(on, ClosureKind.OVERTURNED))
    step = queries.procedure_of(on).anew
    anew = open_proceeding(
        on.case,
        procedure=(on.procedure_edition_id, on.procedure_key),
        power=queries.power_of(on),
        respondent=_again(on.respondent),
        goes_on_from=on,
        step=step.key,
        filed_on=None if step.issues else clock.today(),
    )
    _leave(on, reason=order.reason)
    record(events.DECIDED_ANEW, actor=actor, subject=on.case, facts={"reason": order.reason})
    return anew
