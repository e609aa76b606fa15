"""One act is one case: what another case has in hand, or has ended and may take up again, goes on there (行政处罚法 §29, §45).

Whoever could begin a second case would leave behind what binds the first: orders obeyed, pleas, hearings, suits.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from sanzhi.cases import queries
from sanzhi.cases.models import ClosureKind, Proceeding
from sanzhi.cases.parties import before, beside
from sanzhi.catalogues import queries as catalogues
from sanzhi.kernel.db import rows_of, with_lists, with_rows
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.measures import Disposal
from sanzhi.penalty.grounds import Grounds
from sanzhi.penalty.models import SparedFor
from sanzhi.penalty.once import is_same_act, others_alike
from sanzhi.penalty.queries import obeyed

LAW = "行政处罚法第二十八条、第二十九条、第四十五条；行政诉讼法第七十一条"
UNTOUCHED = {ClosureKind.NOT_FILED, ClosureKind.REFERRED}
TOLD = ("correction_order", "plea_notice", "hearing_notice")
ROAD = {
    "open": "请在该案中继续办理，本案以“同一违法行为另案办理”提出不予处罚（尚未立案的，不予立案）",
    "fallen": "请在该案中“撤销后重新办理”，本案以“同一违法行为另案办理”提出不予处罚（尚未立案的，不予立案）",
    "ended": "终止有误的，请在该案中更正终止登记后继续办理",
    "decided": "该案的决定确有错误的，请依法撤销或者变更",
}


def is_in_no_other_case(proceeding: Proceeding) -> Verdict:
    """Not decided as long as another case has, or may have, the same act in hand."""
    rows = elsewhere(proceeding)
    same = [row for row in rows if is_same_act(proceeding, row)]
    asked = [row for row in rows if is_same_act(proceeding, row) is None]
    roads = dict.fromkeys(ROAD[_how(row)] for row in same)
    return Verdict.when(
        not same,
        f"同一违法行为已由本机关另案办理（{_numbers(same)}），不得在本案中另行处理。",
        citation=LAW,
        remedy=f"{'；'.join(roads)}；确系另一违法行为的，请如实登记其时间、地点；"
        "证件号码不同、只是同名的，请由负责人判断并写明理由。",
    ) & Verdict.when(
        not asked,
        f"同一当事人同日，或者三十日内同地、同一案由的行为另有案件（{_numbers(asked)}），尚未判断是否同一违法行为。",
        citation=LAW,
        remedy="请由负责人判断是否同一违法行为并写明理由。",
    )


def goes_on_elsewhere(proceeding: Proceeding) -> bool:
    """Another case has the same act in hand: as is plain, or as a person says."""
    return any(is_same_act(proceeding, row) for row in elsewhere(proceeding))


def is_not_left_to_it(proceeding: Proceeding) -> Verdict:
    """What a standing decision of another case calls in hand here, and nowhere else, is not declined (行政处罚法 §54, §57)."""
    left = [row for row in _left_to(proceeding) if not _others_hold(row, but=proceeding)]
    numbers = "、".join(row.decision.number for row in left)
    return Verdict.when(
        not numbers,
        f"不予处罚决定（{numbers}）以本案正在办理同一违法行为为由，本案不能不予立案。",
        citation="行政处罚法第五十四条、第五十七条、第七十五条第二款",
        remedy="请在审批表中建议立案并继续办理；确不应立案的，请先依法撤销该决定。",
    )


def _left_to(proceeding: Proceeding) -> list[Proceeding]:
    """The others that were spared, by decisions that stand, because this one has the act in hand."""
    spared = [row for row in others_alike(proceeding) if _is_left_elsewhere(row)]
    return [row for row in spared if is_same_act(row, proceeding)]


def _is_left_elsewhere(proceeding: Proceeding) -> bool:
    decision = getattr(proceeding, "decision", None)
    if decision is None or queries.has_fallen(proceeding):
        return False
    return Grounds.of(decision.proposal).spared == SparedFor.IN_HAND


def _others_hold(proceeding: Proceeding, *, but: Proceeding) -> bool:
    held = [row for row in elsewhere(proceeding) if row.pk != but.pk]
    return any(is_same_act(proceeding, row) for row in held)


def elsewhere(proceeding: Proceeding) -> Sequence[Proceeding]:
    """What goes before this one on what may be the same act of the same respondent, in other cases.

    A fine, or that the party was spared, is asked for by `once`.
    """
    found = others_alike(proceeding)
    _bring_course(row for row in found if not hasattr(row, "decision"))
    return [row for row in found if _goes_before(row, proceeding)]


def _bring_course(rows: Iterable[Proceeding]) -> None:
    """What ranks the undecided: orders, papers, services, what else there is in their cases (six queries for all)."""
    found = with_lists(with_lists(rows, "corrections"), "proposals")
    papers = [
        paper for row in with_lists(found, "papers", joined=("document",)) for paper in rows_of(row.papers)
    ]
    with_lists((paper.document for paper in papers), "services")
    cases = with_lists((row.case for row in found), "proceedings")
    with_rows((other for case in cases for other in rows_of(case.proceedings)), "respondent")


def _goes_before(other: Proceeding, proceeding: Proceeding) -> bool:
    """What fell goes on where it fell, what is undecided where the party has obeyed, or was told first."""
    if other.closure_kind in UNTOUCHED:
        return False
    if queries.has_fallen(other):
        return not any(row.pk > other.pk for row in beside(other))
    decision = getattr(other, "decision", None)
    if decision is not None:
        return decision.disposal == Disposal.PUNISH and not decision.weight.fine
    return _rank(other) < _rank(proceeding)


def _rank(proceeding: Proceeding) -> tuple[bool, bool, date, int]:
    """Where the act ended by obedience; where it was decided before; where the party was first told; the older case.

    What is decided anew was told what its predecessors in the case have told (行政处罚法 §45).
    """
    former = before(proceeding)
    papers = (paper for row in (*former, proceeding) for paper in queries.issued_for(row, *TOLD))
    first = min((paper.served_on for paper in papers if paper.served_on), default=date.max)
    fell = any(queries.has_fallen(row) for row in former)
    return not _ended_by_obedience(proceeding), not fell, first, proceeding.case_id


def _ended_by_obedience(proceeding: Proceeding) -> bool:
    """An order was obeyed under a cause that punishes only the disobedient (行政处罚法 §28)."""
    listed = catalogues.powers_of_edition(proceeding.power_edition_id)
    codes = (row.cause_code for row in obeyed(proceeding))
    return any(code in listed and listed[code].correct_first for code in codes)


def _how(row: Proceeding) -> str:
    if queries.has_fallen(row):
        return "fallen"
    if hasattr(row, "decision"):
        return "decided"
    return "ended" if queries.termination_of(row) else "open"


def _numbers(rows: Sequence[Proceeding]) -> str:
    return "、".join(str(row.case) for row in rows)
