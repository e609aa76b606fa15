"""The same unlawful act is not fined twice (行政处罚法 §29): what may be the same is found by the program, told apart by a person.

Refused outright: the same respondent, day, place and cause. What only resembles it (the same respondent on the
same day, or within a month at the same place or for the same cause) waits for a person's answer with reasons.
"""

from collections.abc import Iterable, Sequence
from datetime import timedelta

from sanzhi.cases import queries
from sanzhi.cases.contests import fell_by_others
from sanzhi.cases.models import Proceeding
from sanzhi.cases.parties import have_other_numbers
from sanzhi.kernel.db import rows_of, with_lists
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.measures import Disposal
from sanzhi.penalty.grounds import Grounds
from sanzhi.penalty.models import SameAct, SparedFor
from sanzhi.penalty.places import is_one_place, plain_place
from sanzhi.penalty.queries import obeyed
from sanzhi.penalty.same_party import same_party

LAW = "行政处罚法第二十九条"
NEAR = timedelta(days=30)  # 建议: a state that lasts is often written down on another day
# what was done was wrong, and only let off
WRONGED = {SparedFor.MINOR, SparedFor.FIRST, SparedFor.CORRECTED, SparedFor.EXPIRED, SparedFor.FINED}
# let off for having put it right in time
RIGHTED = {SparedFor.MINOR, SparedFor.FIRST, SparedFor.CORRECTED}


def is_not_punished_twice(proceeding: Proceeding, *, fines: bool = True) -> Verdict:
    """Neither spared for this act before, nor, where a fine is meant, fined for it by us or another agency."""
    verdict = _is_not_spared(proceeding)
    if not fines:
        return verdict
    found = resembling(proceeding)
    same = fined_already(proceeding, found)
    numbers, asked = "、".join(same), "、".join(_unanswered(proceeding, found, but=same))
    return (
        verdict
        & Verdict.when(
            not numbers,
            f"同一违法行为已经罚款（{numbers}），不得给予两次以上罚款。",
            citation=LAW,
            remedy="确系另一违法行为的，请如实登记其时间、地点；证件号码不同、只是同名的，请由负责人判断并写明理由。",
        )
        & Verdict.when(
            not asked,
            f"同一当事人同日，或者三十日内同地、同一案由的行为已有罚款决定（{asked}），尚未判断是否同一违法行为。",
            citation=LAW,
            remedy="请由负责人判断是否同一违法行为并写明理由。",
        )
    )


def _is_not_spared(proceeding: Proceeding) -> Verdict:
    """Who was told that there is no penalty is not punished for the same act while that decision stands."""
    found = spared_nearby(proceeding)
    answers = {row.other_id for row in answers_of(proceeding) if row.is_same}
    same = [row.decision.number for row in found if row.pk in answers or _is_identical(proceeding, row)]
    spared, asked = "、".join(same), "、".join(_unanswered(proceeding, found, but=same))
    return Verdict.when(
        not spared,
        f"对同一违法行为已经作出不予处罚决定（{spared}），该决定没有撤销。",
        citation="行政处罚法第五十七条、第七十五条第二款",
        remedy=(
            "决定确有错误的，请先撤销；确系另一违法行为的，请如实登记其时间、地点；"
            "证件号码不同、只是同名的，或者当事人按责令改正以后再次违法的，请由负责人判断并写明理由。"
        ),
    ) & Verdict.when(
        not asked,
        f"同一当事人同日，或者三十日内同地、同一案由的行为已有不予处罚决定（{asked}），尚未判断是否同一违法行为。",
        citation="行政处罚法第五十七条、第七十五条第二款",
        remedy="请由负责人判断是否同一违法行为并写明理由。",
    )


def _unanswered(proceeding: Proceeding, found: Sequence[Proceeding], *, but: Sequence[str]) -> list[str]:
    """The decisions of which nobody has said yet whether they are on the same act."""
    answered = {row.other_id for row in answers_of(proceeding)}
    numbers = [
        row.decision.number for row in found if row.pk not in answered and not _is_identical(proceeding, row)
    ]
    return [number for number in numbers if number not in but]


def fined_already(proceeding: Proceeding, found: Sequence[Proceeding]) -> tuple[str, ...]:
    """The decisions, of ours among `found` and of other agencies, that fine the same act: as is plain, or as a person says."""
    answers = {row.other_id: row for row in answers_of(proceeding)}
    standing = [row for row in found if not queries.has_fallen(row)]
    same = [row for row in standing if row.pk in answers and answers[row.pk].is_same]
    same += [row for row in standing if _is_identical(proceeding, row)]
    elsewhere = [row.agency for row in answers_of(proceeding) if row.agency and row.is_same]
    return tuple(dict.fromkeys([*(row.decision.number for row in same), *elsewhere]))


def decided_before(proceeding: Proceeding) -> Sequence[Proceeding]:
    """Decisions against this respondent in this case, or for an act that is the same: as is plain, or as a person says."""
    answers = {row.other_id for row in answers_of(proceeding) if row.is_same}
    own = [row for row in _decided(proceeding) if row.case_id == proceeding.case_id]
    elsewhere = [row for row in resembling(proceeding) if row.case_id != proceeding.case_id]
    return [*own, *(row for row in elsewhere if row.pk in answers or _is_identical(proceeding, row))]


def spared_before(proceeding: Proceeding) -> Sequence[Proceeding]:
    """Decisions in this case not to punish this respondent."""
    return [row for row in _decided(proceeding, Disposal.SPARE) if row.case_id == proceeding.case_id]


def resembling(proceeding: Proceeding) -> Sequence[Proceeding]:
    """Decisions that fine the same respondent for what may be the same act, also those that others revoked."""
    found = _nearby(proceeding, Disposal.PUNISH)
    return [row for row in found if row.decision.weight.fine and _counts(proceeding, row)]


def spared_nearby(proceeding: Proceeding) -> Sequence[Proceeding]:
    """The standing decisions not to punish the same respondent for what may be the same act.

    Who was spared because another case has the act in hand was not let off.
    """
    standing = [row for row in _nearby(proceeding, Disposal.SPARE) if not queries.has_fallen(row)]
    return [row for row in standing if Grounds.of(row.decision.proposal).spared != SparedFor.IN_HAND]


def referred_nearby(proceeding: Proceeding) -> Sequence[Proceeding]:
    """What may be the same act of the same respondent in another case, and was ever reported to go elsewhere."""
    found = with_lists(others_alike(proceeding), "referrals")
    return [row for row in found if rows_of(row.referrals)]


def others_alike(proceeding: Proceeding) -> Sequence[Proceeding]:
    """Whatever there is in other cases of ours against the same respondent on what may be the same act."""
    found = [row for row in _alike(proceeding, same_party(proceeding)) if row.case_id != proceeding.case_id]
    with_lists((row.decision for row in found if hasattr(row, "decision")), "overturns")
    return found


def is_same_act(proceeding: Proceeding, other: Proceeding) -> bool | None:
    """As is plain, or as a person says; None where nobody has said yet."""
    said = {row.other_id: row.is_same for row in answers_of(proceeding)}
    return True if _is_identical(proceeding, other) else said.get(other.pk)


def _nearby(proceeding: Proceeding, disposal: Disposal) -> Sequence[Proceeding]:
    return _alike(proceeding, _decided(proceeding, disposal))


def _alike(proceeding: Proceeding, others: Iterable[Proceeding]) -> Sequence[Proceeding]:
    day, place = proceeding.happened_on, _place(proceeding)
    return [
        row
        for row in others
        if abs(row.happened_on - day) <= NEAR
        and (row.happened_on == day or is_one_place(_place(row), place) or _same_cause(proceeding, row))
    ]


def _counts(proceeding: Proceeding, other: Proceeding) -> bool:
    """It stands, or others revoked or changed it in another case: there it must not come again (行政诉讼法 §71)."""
    if not queries.has_fallen(other):
        return True
    return other.case_id != proceeding.case_id and bool(fell_by_others(other))


def answers_of(proceeding: Proceeding) -> tuple[SameAct, ...]:
    """What was said of each candidate last; that it is another act was said of the facts as they were found then."""
    last = {(row.other_id, row.agency): row for row in rows_of(proceeding.same_acts)}
    now = facts_of(proceeding)
    return tuple(row for row in last.values() if row.is_same or now.startswith(row.facts))


def facts_of(proceeding: Proceeding) -> str:
    """Under which cause, when and where, and what was done once it is established: on this a person tells acts apart.

    What was said before the conduct was established begins what is said now, as long as cause, day and place are the same.
    """
    found = proceeding.finding
    told = f"{proceeding.cause_code}\n{proceeding.happened_on}\n{_place(proceeding)}\n"
    return told + (f"{found.conduct}\n" if found else "")


def was_spared_before(proceeding: Proceeding) -> bool:
    """A decision of the bureau has let this respondent off for the same sort of conduct: once is the first time."""
    rows = _decided_elsewhere(proceeding, Disposal.SPARE)
    return any(Grounds.of(row.decision.proposal).spared in WRONGED for row in rows)


def was_punished_before(proceeding: Proceeding) -> bool:
    """A decision of the bureau has punished this respondent for the same sort of conduct."""
    return bool(_decided_elsewhere(proceeding, Disposal.PUNISH))


def _decided_elsewhere(proceeding: Proceeding, disposal: Disposal) -> list[Proceeding]:
    """The standing decisions in other cases on the same sort of conduct, however long ago."""
    rows = (row for row in _decided(proceeding, disposal) if row.case_id != proceeding.case_id)
    return [row for row in rows if _same_cause(proceeding, row) and not queries.has_fallen(row)]


def _decided(proceeding: Proceeding, disposal: Disposal = Disposal.PUNISH) -> list[Proceeding]:
    """Our other decisions on this respondent, to punish or to spare."""
    decided = [row for row in same_party(proceeding) if hasattr(row, "decision")]
    with_lists((row.decision for row in decided), "overturns")
    return [row for row in decided if row.decision.disposal == disposal]


def _is_identical(one: Proceeding, other: Proceeding) -> bool:
    """The same day and place, under one cause or under two that the list of powers says compete.

    Who obeyed, was let off for it and did it again has acted twice, and a namesake with another number is another,
    where a person says so with reasons.
    """
    when_and_where = one.happened_on == other.happened_on and is_one_place(_place(one), _place(other))
    return when_and_where and _same_cause(one, other) and not _is_told_apart(one, other)


def _is_told_apart(one: Proceeding, other: Proceeding) -> bool:
    said = {row.other_id: row.is_same for row in answers_of(one)}
    return said.get(other.pk) is False and (_is_over_by_obeying(other) or _may_be_another(one, other))


def _may_be_another(one: Proceeding, other: Proceeding) -> bool:
    party, his = one.respondent, other.respondent
    return party is not None and his is not None and have_other_numbers(party, his)


def _is_over_by_obeying(proceeding: Proceeding) -> bool:
    """A standing decision lets the party off, who had obeyed the order to correct in time."""
    decision = getattr(proceeding, "decision", None)
    if decision is None or decision.disposal != Disposal.SPARE or queries.has_fallen(proceeding):
        return False
    return Grounds.of(decision.proposal).spared in RIGHTED and bool(obeyed(proceeding))


def _same_cause(one: Proceeding, other: Proceeding) -> bool:
    """One cause, or two of which the list of powers says that they compete, or that one has succeeded the other."""
    codes = (one.cause_code, other.cause_code)
    return len(set(codes)) == 1 or any(
        there in {*power.rivals, power.successor}
        for power, there in zip(map(queries.power_of, (one, other)), reversed(codes), strict=True)
    )


def _place(proceeding: Proceeding) -> str:
    found = proceeding.finding
    return plain_place(found.place if found else proceeding.case.place)
