"""What the public roster shows: a certificate that is valid today, and numbers that are numbers."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.organisation.commands import AppointOfficer, IssueCertificate, OpenUnit
from sanzhi.organisation.queries import RosterRow, public_roster
from tests.stories import done

Reached = Callable[..., Story]
ISSUED = {"officer": 1, "issued_on": date(2026, 9, 1), "valid_until": date(2031, 9, 1)}
PERSON = {"unit": 1, "username": "newcomer", "name": "路人甲", "roles": ["officer"]}


@pytest.mark.parametrize(
    "number", ["16048190001", "豫D-90001", "豫-D90001", "豫公执0481-00012", "00000000001"]
)
def test_a_number_of_a_certificate(number: str) -> None:
    assert IssueCertificate.model_validate({**ISSUED, "number": number}).number == number


@pytest.mark.parametrize(
    "number",
    [
        "此人正在被纪委调查停用",
        "被查12345停用",
        "已经停用12345",
        "豫D-9001",
        "ABCDEFGH",
        "9" * 21,
        "豫D 90001",
        "",
    ],
)
def test_a_sentence_is_no_number(number: str) -> None:
    with pytest.raises(ValidationError):
        IssueCertificate.model_validate({**ISSUED, "number": number})


def test_a_unit_and_a_place_are_named_and_not_described() -> None:
    for name in ("执法一中队", "政策法规监督科", "行政审批窗口"):
        assert OpenUnit(authority="1", name=name).name == name
    for name in ("此人正在被纪委调查", "有问题，请勿相信科", "", "队" * 31):
        with pytest.raises(ValidationError):
            OpenUnit(authority="1", name=name)
    assert AppointOfficer.model_validate({**PERSON, "area": "垭口街道", "position": "中队长"})
    for wrong in ({"area": "收钱，不给票。"}, {"position": "长" * 21}, {"position": "中队长 停用!"}):
        with pytest.raises(ValidationError):
            AppointOfficer.model_validate({**PERSON, **wrong})


def row_of(story: Story, name: str) -> RosterRow:
    code = story.bureau.authority.code
    return next(row for row in public_roster(code, on=clock.today()) if row.name == name)


def test_the_roster_shows_the_certificate_of_today(reached: Reached) -> None:
    story = reached(stop="lead")
    officer = story.bureau.officers["zhifa1"]
    own = row_of(story, officer.name)
    wrong: dict[str, Any] = {**ISSUED, "officer": officer.pk, "valid_until": date(2099, 1, 1)}
    made = done(story, "organisation.issue_certificate", who="guanli", number="16048177777", **wrong)
    assert row_of(story, officer.name).certificate in {own.certificate, made.number}
    done(story, "organisation.suspend_certificate", who="guanli", certificate=made.pk, reason="证号登记有误")
    assert row_of(story, officer.name) == own and own.is_valid
    done(
        story,
        "organisation.suspend_certificate",
        who="guanli",
        certificate=officer.certificates.get(number=own.certificate).pk,
        reason="依法暂扣",
    )
    assert not row_of(story, officer.name).is_valid
