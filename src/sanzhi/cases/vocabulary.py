"""The cases' own words."""

from sanzhi.cases import guards, hearings, told_first
from sanzhi.cases.board import Vocabulary
from sanzhi.cases.facts import GROUPS
from sanzhi.cases.waiting_matters import core_matters

VOCABULARY = Vocabulary(
    guards={
        "cases.party_registered": guards.party_registered,
        "cases.filing_approved": guards.filing_approved,
        "cases.two_qualified_officers": guards.two_qualified_officers,
        "cases.evidence_gathered": guards.evidence_gathered,
        "cases.facts_established": guards.facts_established,
        "cases.proposal_made": guards.proposal_made,
        "cases.notice_given": told_first.notice_given,
        "cases.plea_period_over": told_first.plea_period_over,
        "cases.plea_answered": guards.plea_answered,
        "cases.hearing_notified_in_time": hearings.is_notified_in_time,
        "cases.hearing_concluded": guards.hearing_concluded,
        "cases.decided_in_time": guards.decided_in_time,
        "cases.decision_served": guards.decision_served,
        "cases.overturn_served": guards.overturn_served,
    },
    conditions={
        "cases.electronic_evidence": guards.electronic_evidence,
        "cases.plea_made": guards.plea_made,
        "cases.hearing_requested": guards.hearing_requested,
        "cases.overturned_by_itself": guards.overturned_by_itself,
        "cases.hearing_public": guards.hearing_public,
        "cases.hearing_stands": guards.hearing_stands,
        "cases.hearing_papers_owed": hearings.papers_owed,
        "cases.hearing_announcement_owed": hearings.announcement_owed,
    },
    wordings={
        "cases.electronic_evidence": "有电子数据",
        "cases.plea_made": "当事人陈述申辩",
        "cases.hearing_requested": "当事人要求听证",
        "cases.overturned_by_itself": "决定由本机关撤销、变更",
        "cases.hearing_public": "听证公开举行",
        "cases.hearing_stands": "没有撤回听证申请",
        "cases.hearing_papers_owed": "听证的文书不齐",
        "cases.hearing_announcement_owed": "公开听证尚未公告",
    },
    facts=GROUPS,
    matters=core_matters,
)
