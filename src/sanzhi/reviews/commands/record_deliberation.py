"""Record the collective discussion of the heads; for a major decision it follows the review (G-07)."""

from pydantic import Field

from sanzhi.cases import queries as cases
from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record
from sanzhi.organisation import queries as organisation
from sanzhi.organisation.roles import Role
from sanzhi.reviews import events
from sanzhi.reviews.guards import review_passed
from sanzhi.reviews.models import Deliberation, Outcome


class RecordDeliberation(OnProceeding):
    """`chair` and `participants` are officers, heads in office today; others may be named in `opinions`."""

    place: str = Field(min_length=2, max_length=100)
    chair: int
    participants: list[int] = Field(min_length=2, max_length=30)
    opinions: str = Field(min_length=5, max_length=10000)
    outcome: Outcome
    conclusion: str = Field(min_length=5, max_length=5000)


def _heads(proceeding: Proceeding) -> list[tuple[int, str]]:
    rows = organisation.officers_of(proceeding.case.authority.code)
    return [(row.pk, row.name) for row in rows if Role.BUREAU_HEAD in row.roles]


# 河南省行政执法条例 §28: 法制机构审核后，经负责人集体讨论决定
CARD = Card(
    office=(Role.BUREAU_HEAD, Role.LEGAL_REVIEWER),
    captions={
        "place": "地点",
        "chair": "主持人",
        "participants": "参加讨论的负责人",
        "opinions": "讨论意见（列席人员、各人意见）",
        "outcome": "讨论结果",
        "conclusion": "讨论结论",
    },
    choices={"chair": _heads, "participants": _heads},
    objects=review_passed,
)


@act("reviews.record_deliberation", title="记录集体讨论", card=CARD)
def record_deliberation(actor: Actor, order: RecordDeliberation, *, on: Proceeding) -> Deliberation:
    """Another discussion is another row; none is written over."""
    proposal = cases.current_proposal(on)
    heads = dict(_heads(on))
    require(
        Verdict.when(proposal, "尚未提出处理建议，没有可以讨论的内容。", citation="行政处罚法第五十七条"),
        _are_heads(on, order, heads=heads),
    )
    assert proposal is not None
    people = sorted(set(order.participants))
    deliberation = Deliberation(
        proceeding=on,
        proposal=proposal,
        held_on=clock.today(),
        chair=heads[order.chair],
        participants=[{"officer": pk, "name": heads[pk]} for pk in people],
        **order.model_dump(include={"place", "opinions", "outcome", "conclusion"}),
    )
    deliberation.save()
    facts = {"count": len(people), "outcome": deliberation.get_outcome_display()}
    record(events.DELIBERATION_RECORDED, actor=actor, subject=on.case, facts=facts)
    return deliberation


def _are_heads(proceeding: Proceeding, order: RecordDeliberation, *, heads: dict[int, str]) -> Verdict:
    law = "行政处罚法第五十七条；河南省行政执法条例第二十八条"
    people = {*order.participants, order.chair}
    verdict = Verdict.when(
        len(set(order.participants)) >= 2, "集体讨论至少应有两名负责人参加。", citation=law
    )
    verdict &= Verdict.when(people <= set(heads), "参加集体讨论的应当是本机关现任负责人。", citation=law)
    verdict &= Verdict.when(order.chair in order.participants, "主持人应当参加讨论。", citation=law)
    apart = [heads[pk] for pk in people & set(heads) if cases.is_recused(proceeding.case, pk)]
    verdict &= Verdict.when(
        not apart, f"已经决定{'、'.join(apart)}回避，不能参加集体讨论。", citation="行政处罚法第四十三条"
    )
    handled = [heads[pk] for pk in people & set(heads) if cases.has_handled(proceeding.case, pk)]
    return verdict & Verdict.when(
        not handled, f"{'、'.join(handled)}承办过本案，不能参加集体讨论。", citation=law
    )
