"""What is lawful and looks odd: the ten walks that the judge must let pass, and the alarms that would be false."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from tests.lawful.chronicle import Chronicle, Penalty
from tests.lawful.chronicle.happenings import (
    Answered,
    Challenged,
    Charged,
    Closed,
    Decided,
    Heard,
    HearingAsked,
    HearingNotified,
    Issued,
    Ordered,
    Paid,
    Pleaded,
    Proposed,
    Published,
    Rechecked,
    Served,
    Told,
    Waived,
)
from tests.lawful.chronicle.lanes import (
    DutyFulfilled,
    LaneClosed,
    LaneDecided,
    LaneDiscussed,
    LaneReviewed,
    ProxyCounted,
    ProxyPaid,
)
from tests.lawful.chronicle.measures import read_measures
from tests.lawful.chronicle.other_kinds import Enforced, Seized
from tests.lawful.judge import judge
from tests.lawful.judge.example import (
    BOTH,
    HEAD,
    ONE,
    TWO,
    at,
    changed,
    fine,
    offence,
    on,
    ordinary,
    plus,
    without,
)
from tests.lawful.judge.example_coercion import P, carried_out, kept
from tests.lawful.judge.example_grave import corrected_first, grave, pleaded, reviewed, spared, spot
from tests.lawful.judge.example_other import SITE, enforcing, seizure
from tests.lawful.judge.offences import OFFENCES

SUSPENDED = Penalty(
    fine=Decimal(800),
    measures=frozenset({"suspension", "restriction"}),
    text="暂扣许可证件；限制开展生产经营活动",
)


def at_once() -> Chronicle:
    """1: ordered, refused and fined on the spot within one minute, with the record of the refusal."""
    minute = timedelta(seconds=20)
    case = without(spot(offence=OFFENCES["C28"]), Ordered)
    order = Ordered(at=at(0, 10) - 2 * minute, by=(ONE, TWO), content="立即清理", is_written=False)
    refusal = Rechecked(at=at(0, 10) - minute, by=(ONE, TWO), is_corrected=False, result="当面拒不清理")
    return plus(case, order, refusal)


def accepted_and_lighter() -> Chronicle:
    """2: the plea holds, less is decided on the same basis, nobody is told again."""
    case = changed(pleaded(fine(600), told=fine(800)), Answered, is_accepted=True, text="情节较轻，采纳")
    return plus(case, Proposed(at=at(8), by=(ONE,), penalty=fine(600)))


def seized_at_night_on_a_holiday() -> Chronicle:
    """3: 行政强制法 §43 speaks of enforcement, not of measures."""
    return changed(seizure(approved_at=at(30, 22), ended=50), Seized, at=at(30, 23), on=on(30))


def refused_to_sign() -> Chronicle:
    """4: the refusal is noted, nothing is filmed."""
    return seizure(site=(SITE - {"signed"}) | {"refusal_noted"})


def refused_to_sign_the_spot_decision() -> Chronicle:
    case = changed(spot(), Served, relation="当事人拒绝签收，已在决定书上注明")
    rows = [
        replace(row, signers=BOTH) if isinstance(row, Issued) and row.form == "D43" else row for row in case
    ]
    return replace(case, happenings=tuple(rows))


def demolished_on_a_weekend() -> Chronicle:
    """5: a Sunday that is no statutory holiday; the marked stricter reading is not the judge's."""
    law = {"basis": "城乡规划法第六十八条", "starts_at": at(229, 10)}
    return enforcing("demolition", day=229, urged=209, **law)


def silent() -> Chronicle:
    """6: nobody pleads, nobody asks for a hearing, the periods are over."""
    return reviewed()


def executed_while_challenged() -> Chronicle:
    """7: reconsideration runs and the fine is paid all the same."""
    return plus(ordinary(), Challenged(at=at(16), on=on(16), until=None))


def not_heard_because_spared() -> Chronicle:
    """8: §33, no notice of a hearing."""
    return spared()


def suspended_without_hearing() -> Chronicle:
    """9: suspension and restriction are not in §63 (3), (4)."""
    row = offence(measures=frozenset({"suspension", "restriction"}))
    return ordinary(SUSPENDED, offence=row)


def ordered_only() -> Chronicle:
    """10: an order to correct is told, heard and written, and is no penalty."""
    case = without(ordinary(Penalty(text="责令限期拆除")), Paid)
    return replace(case, happenings=tuple(row for row in case if not isinstance(row, Closed | Published)))


def waived_with_proof() -> Chronicle:
    case = changed(ordinary(), Told, at=at(13), on=on(13))
    rows = [
        replace(row, at=at(13, 8)) if isinstance(row, Issued) and row.form == "D29" else row for row in case
    ]
    return plus(
        replace(case, happenings=tuple(sorted(rows, key=lambda row: row.at))),
        Waived(at=at(13, 12), on=on(13), by=(ONE,), right="plea", proof="signature"),
    )


def waived_without_proof_and_over() -> Chronicle:
    return plus(ordinary(), Waived(at=at(12), by=(ONE,), right="plea"))


def asked_too_late() -> Chronicle:
    case = without(grave(), Heard, HearingAsked, HearingNotified)
    return plus(case, HearingAsked(at=at(13), on=on(13), by=(ONE,)))


def announced_after_tries() -> Chronicle:
    case = without(ordinary(today=on(60)), Paid, Closed)
    return changed(
        case,
        Served,
        at=at(16, 10),
        on=on(46),
        method="public_notice",
        published_on=on(16),
        attempts=3,
        to="",
        relation="",
        note="三次上门无人，电话不通",
    )


def paid_in_parts_and_late() -> Chronicle:
    """Served on day 15, due on day 37; 500 in time, the rest three days late: 3 % of the fine a day at most."""
    case = without(ordinary(today=on(60)), Paid, Closed)
    return plus(
        case,
        Paid(at=at(25), on=on(25), by=(ONE,), amount=Decimal(500), receipt="2026000000021"),
        Charged(at=at(40), on=on(40), by=(ONE,), amount=Decimal(72), days=3),
        Paid(at=at(40, 10), on=on(40), by=(ONE,), amount=Decimal(372), receipt="2026000000022"),
        Closed(at=at(41), by=(HEAD,), kind="performed"),
    )


def corrected_and_spared() -> Chronicle:
    """A recheck found it corrected: no fine, education, decided by the head."""
    case = changed(spared(), Closed, kind="corrected")
    return plus(case, Rechecked(at=at(10), by=(ONE, TWO), is_corrected=True, result="已清理"))


def pleaded_twice_each_answered() -> Chronicle:
    more = (
        Pleaded(at=at(8), on=on(8), by=(ONE,), text="又说"),
        Answered(at=at(9), by=(ONE,), is_accepted=False, text="不成立"),
    )
    return plus(pleaded(), *more)


def heard_after_an_abandoned_one() -> Chronicle:
    return changed(grave(), Heard, is_abandoned=True)


def urged_words_are_no_measures() -> Chronicle:
    words = "责令限期清理；到期不缴纳罚款的，每日按罚款数额的百分之三加处罚款；不予吊销许可证件"
    return ordinary(fine(800, text=words, measures=read_measures(words)))


def the_loudspeaker_is_turned_off() -> Chronicle:
    """An order to correct whose words begin like those of a halt."""
    words = "责令停止使用高音喇叭，停止播放"
    return ordinary(fine(800, text=words, measures=read_measures(words)))


def told_again_and_heavier_with_new_evidence() -> Chronicle:
    """Undisputed: a second notice, its whole period, nothing pleaded to the first."""
    case = ordinary(fine(900), told=fine(800))
    return plus(
        case,
        Proposed(at=at(4), by=(ONE,), penalty=fine(900)),
        Told(
            at=at(4, 10),
            on=on(4),
            by=(ONE,),
            form="D29",
            penalty=fine(900),
            rights=frozenset({"plea"}),
            days=5,
        ),
    )


def seized_by_night_and_given_back_on_the_last_day() -> Chronicle:
    """11: decided at night, done at once, kept the whole thirty days (行政强制法 §25, §43)."""
    case = changed(kept(ended=34), LaneDecided, at=at(4, 22))
    return changed(case, Seized, at=at(4, 23), approved_at=at(4, 22))


def refused_to_sign_the_record_of_the_seizure() -> Chronicle:
    """12: noted, nothing filmed (行政强制法 §18(8))."""
    return changed(kept(), Seized, site=(SITE - {"signed"}) | {"refusal_noted"})


def minor_seizure_without_review() -> Chronicle:
    """13: what the list does not call major is reviewed by nobody (河南省行政执法条例 §28)."""
    case = without(kept(), LaneReviewed, LaneDiscussed)
    return changed(case, LaneDecided, is_major=False)


def cleared_away_while_the_party_is_silent() -> Chronicle:
    """14: nobody answers the demand; the period is over and it is done on the third working day."""
    return carried_out()


def cleared_away_in_an_emergency_by_night() -> Chronicle:
    """15: 行政强制法 §43 excepts what is urgent."""
    return carried_out(starts_at=at(62, 23), is_urgent=True)


def given_up_and_not_executed() -> Chronicle:
    """16: the party did it after the second demand."""
    case = without(carried_out(), Enforced, ProxyCounted, ProxyPaid)
    case = changed(case, LaneClosed, kind="fulfilled")
    return plus(case, DutyFulfilled(at=at(58), on=on(58), by=(ONE,), of=P))


WALKS = [
    *(at_once, accepted_and_lighter, seized_at_night_on_a_holiday, refused_to_sign),
    *(refused_to_sign_the_spot_decision, demolished_on_a_weekend, silent, executed_while_challenged),
    *(not_heard_because_spared, suspended_without_hearing, ordered_only),
    *(waived_with_proof, waived_without_proof_and_over, asked_too_late, announced_after_tries),
    *(paid_in_parts_and_late, corrected_and_spared, pleaded_twice_each_answered, spot, corrected_first),
    *(
        heard_after_an_abandoned_one,
        urged_words_are_no_measures,
        the_loudspeaker_is_turned_off,
        told_again_and_heavier_with_new_evidence,
    ),
    *(seized_by_night_and_given_back_on_the_last_day, refused_to_sign_the_record_of_the_seizure),
    *(minor_seizure_without_review, cleared_away_while_the_party_is_silent),
    *(cleared_away_in_an_emergency_by_night, given_up_and_not_executed),
]


@pytest.mark.parametrize("walk", WALKS, ids=lambda walk: walk.__name__)
def test_a_lawful_walk_is_let_pass(walk) -> None:  # type: ignore[no-untyped-def]
    assert [str(found) for found in judge(walk())] == []


def test_the_walks_are_cases() -> None:
    assert all(
        len(walk().happenings) > 3 and walk().first(Decided) is not None
        for walk in WALKS
        if walk not in SEIZED
    )


SEIZED = (
    *(seized_at_night_on_a_holiday, refused_to_sign, seized_by_night_and_given_back_on_the_last_day),
    *(refused_to_sign_the_record_of_the_seizure, minor_seizure_without_review),
)
