"""What a day is, statute by statute: asked of every row of the deadlines at once, so that no new row can differ."""

from sanzhi.law.citations import parse_citations
from sanzhi.law.days import DayUnit
from sanzhi.law.deadline_rules import RULES
from sanzhi.law.deadlines import DeadlineRule

# what a party has, and not the authority: only this moves past a holiday
OWN = {"payment", "reconsideration", "litigation", "litigation_after_reconsideration"}


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
        if row.key == "urgent_report":  # twenty-four hours are no days of work (行政强制法 §19)
            continue
        assert (row.unit == DayUnit.WORKING) == (row.unit != DayUnit.MONTH and row.days <= 10), row.key


def test_days_of_licences_are_working_days() -> None:
    assert {row.unit for row in rows("行政许可法")} == {DayUnit.WORKING}


def test_only_the_partys_own_time_moves_past_a_holiday() -> None:
    assert {row.key for row in RULES if row.rolls_over} == OWN
