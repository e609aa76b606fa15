"""What a day is, statute by statute: asked of every row of the deadlines at once, so that no new row can differ."""

from sanzhi.law.citations import parse_citations
from sanzhi.law.days import DayUnit
from sanzhi.law.deadline_rules import RULES
from sanzhi.law.deadlines import DeadlineRule

# what a party has, and not the authority: only this moves past a holiday
OWN = {
    "payment",
    "reconsideration",
    "reconsideration_untold",
    "litigation",
    "litigation_untold",
    "litigation_after_reconsideration",
    "litigation_after_silence",
    "compensation_suit",
    "compensation_claim",
    "goods_collection",
    "proxy_costs",
    "goods_collection_called",
    "goods_unclaimed",
    "goods_ownerless",
    "green_filing",
    "levy_payment",
}
# twenty-four hours, which the page's clock shows as a day (行政强制法 §19); to the minute they are counted by law.hours
HOURS_AS_A_DAY = {"urgent_report"}
# of an applicant, not of the authority (行政许可法 §82): the days before the end of a licence, read in the applicant's
# favour, and the bans of §§78, 79
OF_APPLICANTS = {"license_renewal", "license_ban_after_hiding", "license_ban_after_fraud"}
ENDS = {"license_renewal_decision"}  # the day on which the licence ends, no count of days
# how far back the desk may date what came in: a figure of ours 建议 and no period of the law, in plain days as the stricter
OF_THE_DESK = {"license_entry", "license_entry_at_all"}


def rows(statute: str) -> list[DeadlineRule]:
    """The deadlines whose figure the statute itself gives; what is 建议 follows it all the same."""
    found = [row for row in RULES if any(cited.statute == statute for cited in parse_citations(row.citation))]
    assert found
    return found


def test_which_days_of_the_penalty_law_are_working_days() -> None:
    for row in rows("行政处罚法"):
        assert (row.unit == DayUnit.WORKING) == (row.days in {2, 3, 5, 7}), row.key


def test_ten_days_of_coercion_are_working_days() -> None:
    for row in rows("行政强制法"):
        if row.key in HOURS_AS_A_DAY:
            continue
        assert (row.unit == DayUnit.WORKING) == (row.unit != DayUnit.MONTH and row.days <= 10), row.key


def test_days_of_licences_are_working_days() -> None:
    plain = {row.key for row in rows("行政许可法") if row.unit != DayUnit.WORKING}
    assert plain == OF_APPLICANTS | ENDS | OF_THE_DESK


def test_which_days_of_reconsideration_are_working_days() -> None:
    """行政复议法 §88(2): 三日, 五日, 七日, 十日."""
    for row in rows("行政复议法"):
        assert (row.unit == DayUnit.WORKING) == (row.days in {3, 5, 7, 10}), row.key


def test_a_day_before_is_counted_back_and_rolls_over_nothing() -> None:
    back = {row.key for row in RULES if row.before}
    assert back == {"second_demand", "license_hearing_notice", "license_renewal", "calendar_entry"}
    assert not any(row.before and row.rolls_over for row in RULES)


def test_only_the_partys_own_time_moves_past_a_holiday() -> None:
    assert {row.key for row in RULES if row.rolls_over} == OWN
