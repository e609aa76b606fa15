"""Who may take part in a case on a given day, and who may change the bureau."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest

from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from tests.stories import appointed as confirmed_officer
from tests.stories import confirmed, done, reasons, refused

Reached = Callable[..., Story]
TODAY = date(2026, 9, 1)
DAY = timedelta(days=1)
LAW = "河南省行政执法条例第二十条"


def appointed(story: Story, **changed: Any) -> Any:
    person = {
        "unit": story.bureau.officers["zhifa1"].unit_id,
        "username": "newcomer",
        "password": "long-enough-91",
        "name": "路人甲",
        "roles": ["officer"],
        "qualified_on": TODAY,
    }
    officer = confirmed_officer(story, **{**person, **changed})
    story.bureau.officers["newcomer"] = officer
    return officer


def proposed(story: Story, **fields: Any) -> Any:
    order = {"act": "organisation.change_officer", "fields": fields, "reason": "人员调整"}
    return done(story, "ledger.propose_joint_act", who="guanli", **order)


def certified(story: Story, officer: Any, *, since: date = TODAY, until: date = TODAY + 30 * DAY) -> Any:
    paper = certificate(officer, since=since, until=until)
    return done(story, "organisation.issue_certificate", who="guanli", **paper)


def certificate(officer: Any, *, since: date = TODAY, until: date = TODAY + 30 * DAY) -> dict[str, Any]:
    return {"officer": officer.pk, "number": "16048199999", "issued_on": since, "valid_until": until}


def assignment(story: Story) -> dict[str, Any]:
    return {"officers": [story.bureau.officers[name].pk for name in ("zhifa1", "newcomer")]}


@pytest.mark.parametrize(
    ("person", "paper", "said"),
    [
        ({"employment": "contract"}, None, "不是在编在职人员"),
        ({"qualified_on": None}, None, "未经执法资格考试合格"),
        ({"qualified_on": TODAY + DAY}, {}, "未经执法资格考试合格"),
        ({}, None, "没有行政执法证"),
        ({}, {"since": TODAY - 2 * DAY, "until": TODAY - DAY}, "不在有效期内"),
        ({}, {"since": TODAY + DAY, "until": TODAY + 2 * DAY}, "不在有效期内"),
        ({}, {"since": TODAY - DAY, "until": TODAY}, ""),
        ({}, {"since": TODAY, "until": TODAY + DAY}, ""),
    ],
)
def test_who_may_enforce(
    reached: Reached, person: dict[str, Any], paper: dict[str, Any] | None, said: str
) -> None:
    story = reached(stop="lead")
    assert clock.today() == TODAY
    officer = appointed(story, **person)
    if paper is not None:
        certified(story, officer, **paper)
    elif person:
        assert LAW in refused(story, "organisation.issue_certificate", who="guanli", **certificate(officer))
    if said:
        told = refused(story, "cases.assign_officers", who="duizhang1", **assignment(story))
        assert said in told and LAW in told
    else:
        done(story, "cases.assign_officers", who="duizhang1", **assignment(story))


@pytest.mark.parametrize(("days", "left"), [(0, True), (1, False)])
def test_who_has_left_does_not_enforce_from_that_day(reached: Reached, days: int, left: bool) -> None:
    story = reached(stop="lead")
    certified(story, appointed(story))
    leaving = {"officer": story.bureau.officers["newcomer"].pk, "left_on": TODAY + days * DAY}
    proposed(story, **leaving)
    confirmed(story)
    if left:
        assert "路人甲已离岗" in refused(story, "cases.assign_officers", who="duizhang1", **assignment(story))
    else:
        done(story, "cases.assign_officers", who="duizhang1", **assignment(story))


def test_a_suspended_certificate_is_none_from_that_day(reached: Reached) -> None:
    story = reached(stop="lead")
    certificate = certified(story, appointed(story))
    suspension = {"certificate": certificate.pk, "reason": "年审未通过"}
    assert "只有本机关的系统管理员可以维护" in refused(
        story, "organisation.suspend_certificate", **suspension
    )
    done(story, "cases.assign_officers", who="duizhang1", **assignment(story))
    done(story, "organisation.suspend_certificate", who="guanli", **suspension)
    told = refused(story, "cases.assign_officers", who="duizhang1", **assignment(story))
    assert "16048199999已被暂扣（年审未通过）" in told and LAW in told


@pytest.mark.parametrize("who", ["zhifa1", "duizhang1", "juzhang", "fazhi", "gongshi"])
def test_the_administrator_changes_the_bureau(reached: Reached, who: str) -> None:
    story = reached(stop="lead")
    unit = {"authority": story.bureau.authority.code, "name": "执法九中队", "is_squad": True}
    assert "只有本机关的系统管理员可以维护机构、人员和证件" in refused(
        story, "organisation.open_unit", who=who, **unit
    )
    done(story, "organisation.open_unit", who="guanli", **unit)


def test_a_reviewer_has_the_qualification(reached: Reached) -> None:
    story = reached(stop="lead")
    change = {"officer": story.bureau.officers["zhifa1"].pk, "roles": ["legal_reviewer"]}
    told = reasons(partial(proposed, story, **change))
    assert "没有法律职业资格，不得担任法制审核人员" in told and "行政处罚法第五十八条" in told
    proposed(story, **{**change, "roles": ["officer", "archivist"]})
    assert confirmed(story).roles == ["archivist", "officer"]
