"""The administrator alone makes an enforcement officer: appoints, issues the certificate; no office is needed to open a case."""

from collections.abc import Callable

import pytest

from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.kernel.errors import NotVisible, Refused
from sanzhi.organisation.models import Officer
from sanzhi.organisation.queries import public_roster
from tests.stories import done


def alone(story: Story) -> Officer:
    """What `guanli` does without anybody else: nobody has confirmed an office."""
    unit = story.bureau.officers["zhifa1"].unit_id
    today = clock.today()
    who = {"unit": unit, "username": "yingzi", "name": "影子", "roles": ["officer"]}
    made: Officer = done(
        story, "organisation.appoint_officer", who="guanli", qualified_on="2022-05-20", position="局长", **who
    )
    until = today.replace(year=today.year + 3)
    paper = {"number": "16048199999", "issued_on": today, "valid_until": until}
    done(story, "organisation.issue_certificate", who="guanli", officer=made.pk, **paper)
    made.refresh_from_db()
    assert made.roles == []
    story.bureau.officers["yingzi"] = made
    return made


def test_no_office_opens_no_case(reached: Callable[..., Story]) -> None:
    story = reached(stop="notice")
    alone(story)
    lead = {
        "procedure": "penalty/ordinary",
        "cause_code": "C04",
        "source": "patrol",
        "happened_on": clock.today(),
        "found_on": clock.today(),
        "place": "舞钢市演示大道9号门前",
        "summary": "未经同意和审批，在人行道设置固定售货亭一处。",
    }
    with pytest.raises((Refused, NotVisible)):
        done(story, "cases.register_lead", who="yingzi", **lead)


def test_who_holds_no_office_is_not_on_the_public_roster(reached: Callable[..., Story]) -> None:

    story = reached(stop="notice")
    alone(story)
    names = {row.name for row in public_roster(story.bureau.authority.code, on=clock.today())}
    assert "影子" not in names
