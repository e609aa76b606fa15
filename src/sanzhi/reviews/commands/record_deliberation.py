"""Record the collective discussion of the heads; for a major decision it follows the review (G-07)."""

from collections.abc import Collection, Mapping
from datetime import datetime, time
from typing import Annotated

from pydantic import AfterValidator, Field

from sanzhi.cases import board
from sanzhi.cases import queries as cases
from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding, Proposal
from sanzhi.cases.orders import OnJudged
from sanzhi.cases.policies import is_no_reviewer
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.news import is_news
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record
from sanzhi.organisation import queries as organisation
from sanzhi.organisation.models import Officer
from sanzhi.organisation.roles import Role
from sanzhi.reviews import events
from sanzhi.reviews.guards import review_passed
from sanzhi.reviews.models import Deliberation, Outcome
from sanzhi.reviews.queries import deliberations_of, reviews_of
from sanzhi.reviews.sequence import begins_after

LAW = "行政处罚法第五十七条；河南省行政执法条例第二十八条"
CONCLUDED = {
    Outcome.AGREED: "同意处理建议：{}。",
    Outcome.CHANGED: "现在的处理建议应当变更，退回重新提出。",
    Outcome.SPARED: "不予处罚，退回按此重新提出处理建议。",
    Outcome.DEFERRED: "补充调查以后再议。",
}


def _of_the_day(value: time) -> time:
    """An hour of the wall clock here. ValueError where it names a zone of time."""
    if value.tzinfo is not None:
        raise ValueError("请填写本地时间，如 09:30，不带时区。")
    return value


class RecordDeliberation(OnJudged):
    """Keys of officers; `dissenting` are those of the participants who voted against the outcome; times of today."""

    place: str = Field(min_length=2, max_length=100)
    began_at: Annotated[time, AfterValidator(_of_the_day)]
    ended_at: Annotated[time, AfterValidator(_of_the_day)]
    chair: int
    participants: list[int] = Field(min_length=2, max_length=30)
    reporter: int
    recorder: int
    listeners: list[int] = Field(default_factory=list, max_length=30)
    opinions: str = Field(min_length=5, max_length=10000)
    outcome: Outcome
    dissenting: list[int] = Field(default_factory=list, max_length=30)


def _officers(proceeding: Proceeding) -> dict[int, Officer]:
    return {row.pk: row for row in organisation.who_work_on_cases(proceeding.case.authority.code)}


def _names(proceeding: Proceeding) -> list[tuple[int, str]]:
    return [(row.pk, row.name) for row in _officers(proceeding).values()]


def _heads(proceeding: Proceeding) -> list[tuple[int, str]]:
    rows = _officers(proceeding).values()
    return [(row.pk, row.name) for row in rows if Role.BUREAU_HEAD in row.roles]


# 河南省行政执法条例 §28: 法制机构审核后，经负责人集体讨论决定
CARD = Card(
    office=(Role.BUREAU_HEAD, Role.LEGAL_REVIEWER),
    captions={
        "place": "地点",
        "began_at": "开始时间（今天）",
        "ended_at": "结束时间（今天）",
        "chair": "主持人",
        "participants": "参加讨论的负责人",
        "reporter": "汇报人",
        "recorder": "记录人",
        "listeners": "列席人员",
        "opinions": "讨论意见（各人意见）",
        "outcome": "讨论结果",
        "dissenting": "不同意讨论结果的负责人",
    },
    choices={
        "chair": _heads,
        "participants": _heads,
        "dissenting": _heads,
        "reporter": _names,
        "recorder": _names,
        "listeners": _names,
    },
    objects=lambda proceeding: _is_proposed(proceeding) & review_passed(proceeding),
    reads=lambda on: (cases.current_proposal(on), on.finding),
)


def _is_proposed(on: Proceeding) -> Verdict:
    return Verdict.when(
        cases.current_proposal(on), "尚未提出处理建议，没有可以讨论的内容。", citation="行政处罚法第五十七条"
    )


@act("reviews.record_deliberation", title="记录集体讨论", card=CARD)
def record_deliberation(actor: Actor, order: RecordDeliberation, *, on: Proceeding) -> Deliberation:
    """Another discussion is another row; none is written over."""
    proposal, officers = cases.current_proposal(on), _officers(on)
    require(
        _are_heads(on, order, heads=dict(_heads(on))),
        _attend(order, officers=officers),
        _stand_apart(on, order, officers=officers),
        _was_held(order),
        _follows_the_review(on, order),
    )
    assert proposal is not None
    against = set(order.dissenting)
    said = {
        "proposal_id": proposal.pk,
        "held_on": clock.today(),
        "chair": officers[order.chair].name,
        "reporter": officers[order.reporter].name,
        "recorder": officers[order.recorder].name,
        "participants": [_vote(officers[pk], pk not in against) for pk in sorted(set(order.participants))],
        "listeners": [officers[pk].name for pk in sorted(set(order.listeners))],
        "conclusion": _concluded(order, proposal),
        **order.model_dump(include={"place", "began_at", "ended_at", "opinions", "outcome"}),
    }
    require(is_news(deliberations_of(on), said, what="集体讨论"))
    deliberation = Deliberation(proceeding=on, **said)
    deliberation.save()
    facts = {"count": len(deliberation.participants), "outcome": deliberation.get_outcome_display()}
    record(events.DELIBERATION_RECORDED, actor=actor, subject=on.case, facts=facts)
    return deliberation


def _vote(officer: Officer, agrees: bool) -> dict[str, object]:
    return {"officer": officer.pk, "name": officer.name, "position": officer.position, "agrees": agrees}


def _concluded(order: RecordDeliberation, proposal: Proposal) -> str:
    """The outcome in words, from the votes and the proposal: nobody types a conclusion beside the outcome."""
    count, against = len(set(order.participants)), len(set(order.dissenting))
    votes = f"{count}人一致同意" if not against else f"{count - against}人同意、{against}人不同意"
    word = board.proposed_in(proposal.proceeding.procedure_key)
    concluded = CONCLUDED[order.outcome].replace(board.PROPOSAL, word)
    return f"经表决，{votes}。" + concluded.format(proposal.text.rstrip("。"))


def _are_heads(proceeding: Proceeding, order: RecordDeliberation, *, heads: dict[int, str]) -> Verdict:
    people = {*order.participants, order.chair}
    verdict = Verdict.when(
        len(set(order.participants)) >= 2, "集体讨论至少应有两名负责人参加。", citation=LAW
    )
    verdict &= Verdict.when(people <= set(heads), "参加集体讨论的应当是本机关现任负责人。", citation=LAW)
    verdict &= Verdict.when(order.chair in order.participants, "主持人应当参加讨论。", citation=LAW)
    handled = [heads[pk] for pk in people & set(heads) if cases.has_handled(proceeding.case, pk)]
    verdict &= Verdict.when(not handled, f"{'、'.join(handled)}承办过本案，不能参加集体讨论。", citation=LAW)
    for pk in sorted(people & set(heads)):
        verdict &= is_no_reviewer(proceeding.case, pk, name=heads[pk])
    against = set(order.dissenting)
    verdict &= Verdict.when(
        against <= set(order.participants), "只有参加讨论的负责人表决，请核对不同意的人员。", citation=LAW
    )
    return verdict & Verdict.when(
        2 * len(against) < len(set(order.participants)),
        "不同意的达到半数，不能形成这一讨论结果。",
        citation=LAW,
        remedy="请按多数意见选择讨论结果，或者补充调查后再议。",
    )


def _attend(order: RecordDeliberation, *, officers: Collection[int]) -> Verdict:
    """Who reports, writes or listens works here; who writes does not vote."""
    others = {order.reporter, order.recorder, *order.listeners}
    verdict = Verdict.when(
        others <= set(officers),
        "汇报人、记录人和列席人员应当是本机关在岗人员，系统管理员、安全管理员、安全审计员除外。",
        citation=LAW,
    )
    verdict &= Verdict.when(order.reporter != order.recorder, "汇报人不能同时是记录人。", citation=LAW)
    return verdict & Verdict.when(
        order.recorder not in order.participants and not set(order.listeners) & set(order.participants),
        "参加讨论的负责人不能同时是记录人或者列席人员。",
        citation=LAW,
    )


def _stand_apart(on: Proceeding, order: RecordDeliberation, *, officers: Mapping[int, Officer]) -> Verdict:
    """Who has to stand back neither votes nor sits there."""
    people = {*order.participants, order.chair, order.reporter, order.recorder, *order.listeners}
    apart = [officers[pk].name for pk in sorted(people) if pk in officers and cases.is_recused(on.case, pk)]
    return Verdict.when(
        not apart,
        f"已经决定{'、'.join(apart)}回避，不能参加集体讨论。",
        citation="行政处罚法第四十三条",
        remedy="请由其他人员参加。",
    )


def _was_held(order: RecordDeliberation) -> Verdict:
    now = clock.now()
    ended = datetime.combine(clock.today(), order.ended_at, tzinfo=now.tzinfo)
    return Verdict.when(
        order.began_at < order.ended_at and ended <= now,
        "讨论的开始时间应当早于结束时间，结束时间不能晚于现在。",
        citation=LAW,
        remedy="讨论结束以后再记录。",
    )


def _follows_the_review(on: Proceeding, order: RecordDeliberation) -> Verdict:
    reviews = reviews_of(on)
    return Verdict.when(
        not reviews or begins_after(reviews[0], clock.today(), began_at=order.began_at),
        "集体讨论的开始时间早于法制审核意见作出的时间。",
        citation=LAW,
        remedy="法制审核以后再集体讨论，按实际时间记录。",
    )
