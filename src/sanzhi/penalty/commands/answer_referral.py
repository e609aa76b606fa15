"""Answer the report: the head lets the matter go or keeps it, and says why (移送规定 §5; 行政处罚法 §57).

What was let go he may keep after all, until it is handed over.
"""

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.fixed import tells_of_now
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnJudged
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record
from sanzhi.organisation.policies import presides
from sanzhi.organisation.roles import Role
from sanzhi.penalty import events
from sanzhi.penalty.models import Referral, Referred
from sanzhi.penalty.referrals import CRIME, LETTERS, running


class AnswerReferral(OnJudged):
    approves: bool = False
    answer: str = Field(min_length=2, max_length=1000)


def _objects(proceeding: Proceeding) -> Verdict:
    row = running(proceeding)
    return Verdict.when(
        row and row.handed_at is None,
        "没有待审批、待移交的移送。",
        citation=CRIME,
        remedy="请先由承办人报告移送。",
    )


def _is_awaited(proceeding: Proceeding) -> bool:
    row = running(proceeding)
    return row is not None and row.is_approved is None


def _takes_back(proceeding: Proceeding, row: Referral, *, approves: bool) -> Verdict:
    """A letter that says the matter goes elsewhere does not stay in the file of a matter that does not."""
    if not row.is_approved:
        return Verdict.yes()
    letter = LETTERS[Referred(row.to)]
    return Verdict.when(
        not approves,
        "本次移送已经批准。",
        citation=CRIME,
        remedy="请办理移交；不再移送的，请不勾选批准并写明理由。",
    ) & Verdict.when(
        not tells_of_now(proceeding, letter),
        "移送的文书已经制发，不能直接撤回批准。",
        citation=CRIME,
        remedy="请先作废移送函（移送书）。",
    )


CARD = Card(
    citation="行政处罚法第二十七条；行政执法机关移送涉嫌犯罪案件的规定第五条",
    office=(Role.BUREAU_HEAD,),
    captions={"approves": "批准移送", "answer": "审批意见"},
    helps={"answer": "不批准的，或者移交以前撤回批准的，写明理由（不少于5个字），记录在案。"},
    objects=_objects,
    reads=lambda on: (running(on),),
    is_main=True,
    after_closure=True,
    awaited=_is_awaited,
)


@act("penalty.answer_referral", title="审批移送", card=CARD)
def answer_referral(actor: Actor, order: AnswerReferral, *, on: Proceeding) -> Referral:
    row = running(on)
    assert row is not None  # the card has asked for it
    require(
        presides(actor.officer_id) if row.to == Referred.POLICE else Verdict.yes(),
        Verdict.when(order.approves or len(order.answer) >= 5, "不批准移送的，请写明理由。", citation=CRIME),
        _takes_back(on, row, approves=order.approves),
    )
    refusal = "撤回批准" if row.is_approved else "不批准"
    row.is_approved, row.answer = order.approves, order.answer
    row.answered_at, row.answered_by = clock.now(), actor.name
    row.save()
    outcome = "批准" if order.approves else f"{refusal}：{order.answer}"
    record(events.REFERRAL_ANSWERED, actor=actor, subject=on.case, facts={"outcome": outcome})
    return row
