"""Extend a seizure as it was proposed, before it ends; the party is told in writing why (行政强制法 §25)."""

from sanzhi.cases import board
from sanzhi.cases import queries as cases
from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnJudged
from sanzhi.cases.policies import is_no_reviewer
from sanzhi.cases.vouching import stands
from sanzhi.coercion import events, terms
from sanzhi.coercion.extending import may_be_extended
from sanzhi.coercion.models import Seizure
from sanzhi.coercion.queries import seizure_of
from sanzhi.coercion.rules import EXTENSION, act_of
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.days import chinese_date
from sanzhi.ledger.commands import record
from sanzhi.organisation.roles import Role


class ExtendSeizure(OnJudged):
    pass


def _objects(proceeding: Proceeding) -> Verdict:
    proposal = cases.current_proposal(proceeding)
    if proposal is None or act_of(proposal) != EXTENSION:
        return may_be_extended(proceeding) & Verdict.no(
            "没有报请延长的意见。", terms.LAW, remedy="请承办人先报请延长。"
        )
    verdict = may_be_extended(proceeding) & stands(proceeding, proposal)
    for name in ("reviews.review_passed", "reviews.deliberation_concluded"):
        verdict &= board.guard(name, proceeding)
    return verdict


CARD = Card(
    office=(Role.BUREAU_HEAD,),
    objects=_objects,
    reads=lambda on: (cases.current_proposal(on), seizure_of(on)),
)


@act("coercion.extend_seizure", title="批准延长期限", card=CARD)
def extend_seizure(actor: Actor, order: ExtendSeizure, *, on: Proceeding) -> Seizure:
    seizure, proposal = seizure_of(on), cases.current_proposal(on)
    assert seizure is not None and proposal is not None  # the card has asked for both
    require(is_no_reviewer(on.case, actor.officer_id))
    seizure.extended_at, seizure.extended_by = clock.now(), actor.name
    seizure.extended_days, seizure.extended_for = int(proposal.grounds["days"]), proposal.reason
    seizure.save()
    last = terms.until(on)
    facts = {"days": seizure.extended_days, "until": chinese_date(last.on) if last else ""}
    record(events.SEIZURE_EXTENDED, actor=actor, subject=on.case, facts=facts)
    return seizure
