"""Goods that the article commands to be confiscated: taken once among all who took part, or said on evidence why nothing can be taken (行政处罚法 §4, §28, §40)."""

from collections.abc import Iterable

from sanzhi.cases import queries
from sanzhi.cases.models import Proceeding
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.measures import Measure, Weight, are_alike, mandatory_in
from sanzhi.penalty.gains import others_of, standing_of
from sanzhi.penalty.grounds import Grounds, Untaken
from sanzhi.penalty.proofs import proofs_to_choose
from sanzhi.penalty.queries import refused_to_correct

GOODS = Measure.CONFISCATION_OF_GOODS
LAW = "行政处罚法第四条、第五条、第二十八条"


def proofs_of_nothing(proceeding: Proceeding) -> list[tuple[int, str]]:
    """To choose from where goods are to be confiscated; elsewhere nobody is asked."""
    return proofs_to_choose(proceeding) if _is_commanded(proceeding) else []


def untaken_to_choose(proceeding: Proceeding) -> list[tuple[str, str]]:
    return [(row.value, row.label) for row in Untaken] if _is_commanded(proceeding) else []


def nothing_is_there(proceeding: Proceeding, *, grounds: Grounds, imposed: Iterable[Measure]) -> Verdict:
    """Why nothing is confiscated is a fact like others: chosen from a list, and proved."""
    if not grounds.untaken:
        return Verdict.when(
            not grounds.untaken_by,
            "选择了证明没有财物可以没收的证据，没有选择是哪一种情形。",
            citation=LAW,
            remedy="请选择没有财物可以没收的情形，或者去掉这些证据。",
        )
    is_taken_there = grounds.untaken == Untaken.BESIDE
    return (
        Verdict.when(
            GOODS not in set(imposed) and _is_commanded(proceeding),
            "选择了没有财物可以没收，却又提出没收财物，或者处罚依据没有规定应当没收财物。",
            citation=f"{queries.power_of(proceeding).penalty_basis}；行政处罚法第四条",
            remedy="请只保留一项；处罚依据没有规定应当没收的，不选择该情形。",
        )
        & Verdict.when(
            is_taken_there or grounds.untaken_by,
            "没有财物可以没收，没有证据证明。",
            citation="行政处罚法第四十条、第四十六条",
            remedy="请先登记证明该情形的证据，重新查明事实后选择；没有证据的，请依法提出没收。",
        )
        & Verdict.when(
            not is_taken_there or _things_beside(proceeding),
            "本案其他当事人的处罚建议、决定都没有没收财物，不能说已在对其处理中没收。",
            citation=LAW,
            remedy="请先提出向哪一名当事人没收；没有财物可以没收的，选择其他情形并附证据。",
        )
    )


def is_taken_from_one(proceeding: Proceeding, weight: Weight) -> Verdict:
    """One thing is confiscated from one party of the case only."""
    there = _things_beside(proceeding)
    twice = [thing for thing in sorted(weight.things) if any(are_alike(thing, one) for one in there)]
    return Verdict.when(
        not twice,
        f"{'、'.join(twice)}已经提出或者决定向本案其他当事人没收，同一财物不能没收两次。",
        citation=LAW,
        remedy=(
            "各有一件的，请写明区别（品牌、颜色、编号等）；只有一件的，只向所有人没收，"
            f"对其他当事人选择“{Untaken.BESIDE.label}”。"
        ),
    )


def _is_commanded(proceeding: Proceeding) -> bool:
    words = queries.power_of(proceeding).other_measures
    return GOODS in mandatory_in(words, refused=refused_to_correct(proceeding))


def _things_beside(proceeding: Proceeding) -> frozenset[str]:
    """What is confiscated, by decision or by what is proposed now, from the others of the case."""
    return frozenset(thing for row in others_of(proceeding) for thing in _weight(row).things)


def _weight(proceeding: Proceeding) -> Weight:
    row = standing_of(proceeding)
    return row.weight if row is not None else Weight()
