"""Decide on a licence: its paper, its row and its certificate are made with it (行政许可法 §§38, 39, 49, 50, 69, 70)."""

from typing import Any

from sanzhi.applications.models import MessageKind, Progress
from sanzhi.cases import queries
from sanzhi.cases.card import Card
from sanzhi.cases.commands import IssueDecision, IssuePaper, issue_decision, issue_own_paper
from sanzhi.cases.models import Decision, Proceeding
from sanzhi.cases.orders import OnJudged
from sanzhi.cases.policies import is_no_reviewer, may_decide_by
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.measures import Disposal
from sanzhi.ledger.commands import record
from sanzhi.licensing import events, granting
from sanzhi.licensing.banning import ban
from sanzhi.licensing.facts import DONE
from sanzhi.licensing.models import BanGround, EndingGround, Licence
from sanzhi.licensing.queries import application_of, ending_of, examined
from sanzhi.licensing.rules import major_reasons
from sanzhi.licensing.telling import tell
from sanzhi.organisation.roles import Role

NAME = "licensing.decide_licence"
GIVES = frozenset({Disposal.GRANT, Disposal.AMEND, Disposal.RENEW})


class DecideLicence(OnJudged):
    pass


def _objects(proceeding: Proceeding) -> Verdict:
    return may_decide_by(proceeding, act=NAME)


CARD = Card(
    office=(Role.BUREAU_HEAD,),
    objects=_objects,
    reads=lambda on: (queries.current_proposal(on), application_of(on), examined(on), ending_of(on)),
    is_main=True,
)


@act(NAME, title="作出许可决定", card=CARD)
def decide_licence(actor: Actor, order: DecideLicence, *, on: Proceeding) -> Decision:
    require(is_no_reviewer(on.case, actor.officer_id))
    proposal, step = queries.current_proposal(on), queries.procedure_of(on).step_with(NAME)
    assert proposal is not None and step is not None  # the guards have asked for both
    disposal = Disposal(proposal.disposal)
    place: dict[str, Any] = {"case": on.case_id, "proceeding": on.pk}
    licence = _written(on, disposal, said=proposal.grounds)
    form = step.issues[disposal]
    decision = issue_decision(actor, IssueDecision(**place, form=form, is_major=bool(major_reasons(on))))
    on.decision = decision
    if licence is not None:
        granting.tell(actor, licence, decision=decision)
    if disposal in GIVES:
        issue_own_paper(actor, IssuePaper(**place, purpose="license_certificate"))
    _banned(on, disposal, said=proposal.grounds)
    tell(
        actor,
        application_of(on),
        progress=Progress.DECIDED,
        kind=MessageKind.DECISION,
        text=f"已经作出决定：{DONE[disposal]}。决定书另行送达。",
        citation="行政许可法第三十八条、第四十四条",
    )
    record(events.LICENCE_DECIDED, actor=actor, subject=on.case, facts={"outcome": DONE[disposal]})
    return decision


def _written(on: Proceeding, disposal: Disposal, *, said: dict[str, Any]) -> Licence | None:
    if disposal == Disposal.GRANT:
        on.licence = granting.begin(on, said)
        return on.licence
    if disposal in GIVES:
        return granting.change(on, said)
    return None if disposal == Disposal.REFUSE else granting.end(on, disposal)


def _banned(on: Proceeding, disposal: Disposal, *, said: dict[str, Any]) -> None:
    ending = ending_of(on)
    if disposal == Disposal.REFUSE and said.get("was_false"):
        ban(on, BanGround.HIDING)
    if disposal == Disposal.RESCIND and ending is not None and ending.ground == EndingGround.FRAUD:
        ban(on, BanGround.FRAUD)
