"""Who settles an adjustment, and which outcome the law allows."""

from datetime import date

from sanzhi.amendments import queries
from sanzhi.amendments.models import Adjustment, Outcome, Target
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.citations import parse_citations
from sanzhi.law.statute_diff import ENDED, RENUMBERED
from sanzhi.organisation.roles import Role
from sanzhi.statutes import queries as statutes

NO_BASIS = "行政处罚法第三十八条"


def may_settle(actor: Actor, adjustment: Adjustment) -> Verdict:
    return Verdict.when(
        actor.has(Role.LEGAL_REVIEWER), "依据调整由法制审核人员核对办结，您没有这一岗位。"
    ) & Verdict.when(adjustment.settled_on is None, f"{adjustment}的依据调整已经办结。")


def is_possible(adjustment: Adjustment, outcome: Outcome, *, on: date) -> Verdict:
    """What is without basis cannot still fit; what a list says can only be changed by its next edition."""
    if outcome == Outcome.STILL_FITS:
        return _rests_on_something(adjustment) & _names_its_article(adjustment)
    if adjustment.target_kind != Target.ROW:
        return Verdict.yes()
    remedy = "请在清单中起草新版；新版施行时本项自动办结。"
    if outcome == Outcome.AMENDED:
        return Verdict.no("清单项只能由新版清单调整。", remedy=remedy)
    row = queries.row_of(adjustment)
    ends = str(row.content.get("valid_to") or "") if row else "0"
    return Verdict.when(
        ends and ends < on.isoformat(), "清单项仍在施行，没有写明已经终止。", citation=NO_BASIS, remedy=remedy
    )


def _rests_on_something(adjustment: Adjustment) -> Verdict:
    """没有依据的，行政处罚无效: an ended article needs a successor."""
    statute = queries.change(adjustment.change_key).statute
    orphans = []
    for hit in adjustment.hits:
        cited = parse_citations(hit["citation"])
        heirs = statutes.successors_of(statute, cited[0].article, suffix=cited[0].suffix) if cited else []
        if hit["change"] == ENDED and not heirs:
            orphans.append(hit["citation"])
    return Verdict.when(
        not orphans,
        f"{'、'.join(orphans)}已经终止，没有承接条款，不能认定仍然适用。",
        citation=NO_BASIS,
        remedy=f"有承接条款的，先在“{statute}”页面登记。",
    )


def _names_its_article(adjustment: Adjustment) -> Verdict:
    moved = [hit["citation"] for hit in adjustment.hits if hit["change"] == RENUMBERED]
    return Verdict.when(
        adjustment.target_kind != Target.ROW or not moved,
        f"{'、'.join(moved)}的条号已经变动，清单写的仍是原条号。",
        remedy="请在清单新版中改写条号；新版施行时本项自动办结。",
    )
