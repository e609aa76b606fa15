"""What is known of a matter that goes elsewhere, and what may not be done with it meanwhile."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sanzhi.cases.fact_groups import facts
from sanzhi.cases.models import Proceeding
from sanzhi.cases.parties import beside
from sanzhi.kernel import clock
from sanzhi.kernel.db import rows_of, with_lists
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.deadline_rules import rule
from sanzhi.law.deadlines import due
from sanzhi.law.receipts import is_of_others
from sanzhi.law.wording import in_book_marks
from sanzhi.organisation import queries as organisation
from sanzhi.penalty.models import Referral, Referred
from sanzhi.penalty.once import is_same_act, referred_nearby

POLICE = re.compile("公安(?:局|厅|部|分局|机关)|派出所|(?:经侦|刑侦|治安|环侦)(?:支队|大队)")
CRIME = "行政处罚法第二十七条；行政执法机关移送涉嫌犯罪案件的规定第五条、第十一条"
JURISDICTION = "行政处罚法第二十二条至第二十五条"
SAID = "receiver ground reason things reporters approved_by approved_on"
ACTS = {"approved_by approved_on": "penalty.answer_referral", "": "penalty.report_referral"}
LETTERS = {Referred.AGENCY: "referral_letter", Referred.POLICE: "crime_letter"}
LAW = {Referred.AGENCY: JURISDICTION, Referred.POLICE: CRIME}


def referral_of(proceeding: Proceeding) -> Referral | None:
    """The last referral, how far it ever is."""
    return next(reversed(rows_of(proceeding.referrals)), None)


def running(proceeding: Proceeding) -> Referral | None:
    """The referral that is neither refused nor given back."""
    row = referral_of(proceeding)
    return row if row is not None and not row.is_settled else None


def goes_elsewhere(proceeding: Proceeding, to: Referred, *, receiver: str) -> Verdict:
    """To the police goes what may be a crime, to an authority with a name of its own whatever is not ours."""
    return Verdict.when(
        not organisation.names_us(receiver, authority=proceeding.case.authority),
        f"“{receiver}”是本机关或者本机关的机构，不能移送给自己。",
        citation=LAW[to],
        remedy="请填写有管辖权的机关的全称；涉嫌犯罪的，填写公安机关。",
    ) & Verdict.when(
        to != Referred.POLICE or POLICE.search(receiver),
        f"涉嫌犯罪的案件应当移送公安机关，“{receiver}”不是公安机关。",
        citation=LAW[to],
        remedy="请填写同级公安机关的全称；不涉嫌犯罪的，选择移送其他机关。",
    )


def is_of_the_receiver(proceeding: Proceeding, to: Referred, *, number: str) -> Verdict:
    """Receipt and answer are papers of the receiver, with its own number (移送规定 §7, §8)."""
    return Verdict.when(
        is_of_others(number, own=proceeding.case.authority.number_prefix),
        f"“{number}”不像接收机关的文号。",
        citation=LAW[to],
        remedy="请按其回执、通知书填写完整的文号，例如“×公受字〔2026〕1号”。",
    )


def is_not_elsewhere(proceeding: Proceeding) -> Verdict:
    """What has left the bureau for good is investigated there."""
    row = referral_of(proceeding)
    return Verdict.when(
        row is None or not row.is_elsewhere,
        "本案已经移送，由接收机关调查。",
        citation="行政处罚法第二十七条、第五十七条",
        remedy="请办理结案。",
    )


def referral_settled(proceeding: Proceeding) -> Verdict:
    """Nothing is decided while the same act is on its way elsewhere, or with the police (移送规定 §10, §11)."""
    here = _is_settled_here(proceeding, also={row.pk for row in beside(proceeding)})
    return here & _is_settled_in_other_cases(proceeding)


def _is_settled_here(proceeding: Proceeding, *, also: Iterable[int] = ()) -> Verdict:
    all_of_them = with_lists(rows_of(proceeding.case.proceedings), "referrals")
    rows = (row for one in all_of_them for row in rows_of(one.referrals))
    waiting = (row for row in rows if not row.is_settled)
    # of another's matter, only what is still on its way can become this one's
    own = {proceeding.pk, *also}
    row = next((row for row in waiting if row.proceeding_id in own or not row.is_elsewhere), None)
    if row is None:
        return Verdict.yes()
    return Verdict.no(
        f"本案正在移送{row.receiver}（{_stage(row)}），移送期间不得作出处罚决定。",
        LAW[Referred(row.to)],
        remedy="负责人不批准移送，或者公安机关不予立案、退回的，再行处理。",
    )


def _is_settled_in_other_cases(proceeding: Proceeding) -> Verdict:
    verdict = Verdict.yes()
    for other in referred_elsewhere(proceeding):
        row, same = running(other), is_same_act(proceeding, other)
        if row is None or same is False:
            continue
        verdict &= Verdict.when(
            same is None,
            f"同一违法行为（{other.case}）正在移送{row.receiver}（{_stage(row)}），移送期间不得作出处罚决定。",
            citation=LAW[Referred(row.to)],
            remedy="公安机关不予立案、接收机关退回的，再行处理；确系另一违法行为的，请如实登记其时间、地点。",
        ) & Verdict.when(
            same is not None,
            f"同一当事人同日，或者三十日内同地、同一案由的行为正在移送（{other.case}），尚未判断是否同一违法行为。",
            citation=LAW[Referred(row.to)],
            remedy="请由负责人判断是否同一违法行为并写明理由。",
        )
    return verdict


def referred_elsewhere(proceeding: Proceeding) -> Sequence[Proceeding]:
    """Those in other cases, for what may be the same act, whose referral is neither refused nor given back."""
    return [row for row in referred_nearby(proceeding) if running(row) is not None]


def referral_lets_close(proceeding: Proceeding) -> Verdict:
    """What was punished and then handed to the police stays punished: the fine is set off there (行政处罚法 §35)."""
    own = referral_of(proceeding)
    after_decision = hasattr(proceeding, "decision") and own is not None and own.to == Referred.POLICE
    return Verdict.yes() if after_decision and own and own.handed_at else _is_settled_here(proceeding)


def _stage(row: Referral) -> str:
    if row.handed_at:
        return "已移交"
    return "已批准，待移交" if row.is_approved else "已报告，待审批"


@facts("referral", SAID, by=ACTS)
def referral(proceeding: Proceeding) -> dict[str, Any]:
    return _said(proceeding, Referred.AGENCY)


@facts("crime", SAID, by=ACTS)
def crime(proceeding: Proceeding) -> dict[str, Any]:
    return _said(proceeding, Referred.POLICE)


def _said(proceeding: Proceeding, to: Referred) -> dict[str, Any]:
    row = referral_of(proceeding)
    if row is None or row.to != to or not row.is_approved:
        return {}
    return {
        "receiver": row.receiver,
        "ground": in_book_marks(row.ground),
        "reason": row.reason,
        "things": [{"name": thing} for thing in row.things] or [{"name": "无涉案物品"}],
        "reporters": "、".join(one["name"] for one in row.reporters),
        "approved_by": row.answered_by,
        "approved_on": row.answered_at.astimezone(clock.CHINA).date() if row.answered_at else None,
    }


def answer_since(proceeding: Proceeding) -> date | None:
    """From when the head's three days run."""
    row = running(proceeding)
    waits = row is not None and row.to == Referred.POLICE and row.is_approved is None
    return row.reported_at.astimezone(clock.CHINA).date() if row and waits else None


def handing_since(proceeding: Proceeding) -> date | None:
    """From when the twenty-four hours run."""
    row = running(proceeding)
    if row is None or row.to != Referred.POLICE or not row.answered_at or row.handed_at:
        return None
    return row.answered_at.astimezone(clock.CHINA).date()


def asked_since(proceeding: Proceeding) -> date | None:
    """From when the police have three days to say whether they open a case (移送规定 §8)."""
    row = running(proceeding)
    waits = row is not None and row.to == Referred.POLICE and row.is_taken_up is None
    return row.handed_at.astimezone(clock.CHINA).date() if row and waits and row.handed_at else None


def objection_since(proceeding: Proceeding) -> date | None:
    """From when the authority may object that no case was opened: a right, which simply ends (移送规定 §9)."""
    row = referral_of(proceeding)
    if row is None or row.is_taken_up is not False or row.outcome_on is None:
        return None
    last = due(rule("crime_objection", row.outcome_on), row.outcome_on, calendar=proceeding.calendar)
    return row.outcome_on if clock.today() <= last.on else None


GROUPS = (referral, crime)
