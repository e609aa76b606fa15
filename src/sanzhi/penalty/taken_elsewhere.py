"""A thing that its number tells from all others is confiscated in one case only (行政处罚法 §28, §40)."""

from collections.abc import Iterable

from django.db.models import Q

from sanzhi.cases import queries
from sanzhi.cases.models import Proceeding
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.marks import are_one_thing, numbered_in, numbers_in
from sanzhi.law.measures import Disposal
from sanzhi.penalty.gains import standing_of
from sanzhi.penalty.grounds import Untaken
from sanzhi.penalty.own import PENALTIES

LAW = "行政处罚法第四条、第五条、第二十八条"


def is_taken_in_no_other_case(proceeding: Proceeding, lists: Iterable[str]) -> Verdict:
    """Not where it was confiscated before this act happened: whoever has it since has got it anew."""
    things = [thing for text in lists for thing in numbered_in(text)]
    twice = {
        thing: str(row.case)
        for thing in things
        for row in _naming(proceeding, numbers_in(thing))
        if any(are_one_thing(thing, one) for one in _things_of(row))
    }
    return Verdict.when(
        not twice,
        f"{'、'.join(twice)}已经在另案（{'、'.join(dict.fromkeys(twice.values()))}）中提出或者决定没收，同一财物不能没收两次。",
        citation=LAW,
        remedy=(
            "同号而不是一件的，请写明区别（品牌、颜色等）；只有一件的，只向所有人没收：另案有误的，先在该案中重新提出或者撤销决定；"
            f"另案无误的，本案选择“{Untaken.OTHERS.label}”或者“{Untaken.GONE.label}”并附证据。"
        ),
    )


def _naming(proceeding: Proceeding, numbers: Iterable[str]) -> list[Proceeding]:
    """The proceedings of other cases whose decision, or present proposal, names one of the numbers."""
    named = Q()
    for number in numbers:
        now = Q(proposals__text__icontains=number, proposals__is_current=True)
        named |= now | Q(decision__text__icontains=number)
    rows = Proceeding.objects.filter(named, PENALTIES, case__authority=proceeding.case.authority_id)
    rows = rows.exclude(case=proceeding.case_id).select_related("case", "decision").distinct()
    return [row for row in rows.order_by("pk") if _counts(row, proceeding)]


def _counts(row: Proceeding, proceeding: Proceeding) -> bool:
    decision = getattr(row, "decision", None)
    if decision is None:
        return True
    is_older = decision.decided_on < proceeding.happened_on
    return decision.disposal == Disposal.PUNISH and not is_older and not queries.has_fallen(row)


def _things_of(proceeding: Proceeding) -> list[str]:
    row = standing_of(proceeding)
    return [thing for term in row.measures for thing in numbered_in(term.thing)] if row is not None else []
