"""Goods that the article commands to be confiscated: taken once among all who took part, or said on evidence why nothing can be taken (行政处罚法 §4, §28, §40)."""

from collections.abc import Iterable
from datetime import date

from sanzhi.cases import queries
from sanzhi.cases.models import Proceeding, Proposal
from sanzhi.cases.parties import before
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.measures import Disposal, Measure, Term, Weight, are_alike, mandatory_in, missing_among
from sanzhi.penalty.gains import others_of, standing_of
from sanzhi.penalty.grounds import Grounds, Untaken
from sanzhi.penalty.proofs import proofs_to_choose
from sanzhi.penalty.queries import refused_to_correct
from sanzhi.penalty.taken_elsewhere import is_taken_in_no_other_case

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


def is_taken_from_one(proceeding: Proceeding, imposed: Iterable[Term]) -> Verdict:
    """One thing is confiscated from one party: of the case, and where its number tells which it is, of all cases."""
    terms = tuple(imposed)
    there = _things_beside(proceeding)
    twice = [
        thing for thing in sorted(Weight.of(terms).things) if any(are_alike(thing, one) for one in there)
    ]
    return Verdict.when(
        not twice,
        f"{'、'.join(twice)}已经提出或者决定向本案其他当事人没收，同一财物不能没收两次。",
        citation=LAW,
        remedy=(
            "各有一件的，请写明区别（品牌、颜色、编号等）；只有一件的，只向所有人没收，"
            f"对其他当事人选择“{Untaken.BESIDE.label}”。"
        ),
    ) & is_taken_in_no_other_case(proceeding, [row.thing for row in terms])


def stays_taken(proceeding: Proceeding, things: frozenset[str] = frozenset()) -> Verdict:
    """What a standing decision of the case says to be taken from this party is taken from him (行政处罚法 §4, §40).

    `things`: what is taken from him now; what another is taken instead counts as well.
    """
    left = missing_among(_relied_on(proceeding), things | _things_beside(proceeding))
    return Verdict.when(
        not left,
        f"本案已经作出的决定写明{'、'.join(left)}已在对本当事人的处理中没收，现在没有没收。",
        citation=f"{LAW}、第四十条",
        remedy="请按同一名称、数量提出没收；该决定所写有误的，请先撤销该决定。",
    )


def _relied_on(proceeding: Proceeding) -> frozenset[str]:
    """What was proposed to be taken from this party when another was decided to be taken nothing because of it."""
    found: frozenset[str] = frozenset()
    days = [row.decision.decided_on for row in others_of(proceeding) if _rests_on_others(row)]
    if not days:
        return found
    own = [row for one in (*before(proceeding), proceeding) for row in queries.proposals(one)]
    for day in days:
        last = next((row for row in reversed(own) if _was_proposed_by(row, day)), None)
        found |= last.weight.things if last is not None else frozenset()
    return found


def _was_proposed_by(proposal: Proposal, day: date) -> bool:
    """Of that very day only what punishes: that he is to be spared was not proposed before, or nothing rested on him."""
    is_of_that_day = proposal.proposed_on == day and proposal.disposal == Disposal.PUNISH
    return proposal.proposed_on < day or is_of_that_day


def _rests_on_others(proceeding: Proceeding) -> bool:
    decision = getattr(proceeding, "decision", None)
    return decision is not None and Grounds.of(decision.proposal).untaken == Untaken.BESIDE


def _is_commanded(proceeding: Proceeding) -> bool:
    words = queries.power_of(proceeding).other_measures
    return GOODS in mandatory_in(words, refused=refused_to_correct(proceeding))


def _things_beside(proceeding: Proceeding) -> frozenset[str]:
    """What is confiscated, by decision or by what is proposed now, from the others of the case."""
    return frozenset(thing for row in others_of(proceeding) for thing in _weight(row).things)


def _weight(proceeding: Proceeding) -> Weight:
    row = standing_of(proceeding)
    return row.weight if row is not None else Weight()
