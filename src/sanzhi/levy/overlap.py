"""A fee is charged once: not again for the same party, item and place on days that another case has charged (城市道路管理条例 §37)."""

from sanzhi.cases import queries as cases
from sanzhi.cases.models import Proceeding
from sanzhi.cases.parties import alike, is_same
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.days import chinese_date
from sanzhi.law.levies import Use
from sanzhi.levy.assessing import LAW
from sanzhi.levy.queries import assessment_of, levy_end_of, used_now


def is_charged_once(proceeding: Proceeding, use: Use, *, item: str, apart_for: str) -> Verdict:
    """Or it is said why it is another use."""
    row = _charged(proceeding, use, item=item)
    apart = len(apart_for.strip()) >= 10
    if row is None:
        return Verdict.when(
            not apart_for.strip(), "没有期间重叠的另案征收，不写不是同一占用的理由。", citation=LAW
        )
    days = "、".join(f"{chinese_date(one.from_on)}至{chinese_date(one.to_on)}" for one in used_now(row))
    return Verdict.when(
        apart,
        f"{row.case.number}已向同一缴费义务人就同一地点征收“{item}”，期间{days}，与本案重叠，不得重复征收。",
        citation=LAW,
        remedy="请更改期间；确实不是同一占用、使用的（例如增加的面积），写明理由（至少十个字）；前案有误的，先撤销、变更前案。",
    )


def _charged(proceeding: Proceeding, use: Use, *, item: str) -> Proceeding | None:
    """The oldest that still stands."""
    if proceeding.respondent is None:
        return None
    others = Proceeding.objects.filter(
        respondent__in=[row.pk for row in alike(proceeding.respondent)]
    ).exclude(pk=proceeding.pk)
    others = others.filter(case__authority=proceeding.case.authority_id, assessments__item=item).distinct()
    found = others.select_related("case", "respondent").order_by("pk")
    return next((row for row in found if _stands(row, proceeding, item=item) and _meets(row, use)), None)


def _stands(other: Proceeding, now: Proceeding, *, item: str) -> bool:
    """Assessed for the same party and place, and neither overturned nor ended undecided."""
    row, party = assessment_of(other), now.respondent
    is_theirs = party is not None and other.respondent is not None and is_same(party, other.respondent)
    is_there = _letters(other.case.place) == _letters(now.case.place)
    ended = levy_end_of(other) is not None or cases.termination_of(other) is not None
    goes_on = not cases.has_fallen(other) and (hasattr(other, "decision") or not ended)
    return row is not None and row.item == item and is_theirs and is_there and goes_on


def _meets(other: Proceeding, use: Use) -> bool:
    return any(one.from_on <= use.to_on and use.from_on <= one.to_on for one in used_now(other))


def _letters(place: str) -> str:
    return "".join(place.split())
