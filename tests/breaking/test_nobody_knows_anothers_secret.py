"""The administrator chose the initial password and still knows it once the office is confirmed: he signs in as the new head."""

from collections.abc import Callable

from django.test import Client

from sanzhi.demo.story import Story
from tests.stories import appointed, confirmed, done

KNOWN = "zhengque-Ma-Dianchi-26"


def test_who_appoints_does_not_sign_in_as_the_appointed(reached: Callable[..., Story]) -> None:
    story = reached(stop="notice")
    unit = story.bureau.officers["juzhang"].unit_id
    appointed(story, unit=unit, username="xinjuzhang", password=KNOWN, name="新任者", roles=["bureau_head"])
    browser = Client()
    browser.post("/office/sign-in/", {"username": "xinjuzhang", "password": KNOWN})
    answer = browser.get(f"/office/cases/{story.case_id}/")
    assert answer.status_code != 200, "the administrator reads and decides as a head, alone"


def test_who_confirms_a_reset_does_not_sign_in_as_the_other(reached: Callable[..., Story]) -> None:
    """The brother: the code that sets a head's password is shown whole to the security administrator, and is all that is asked."""
    story = reached(stop="notice")
    order = {"act": "organisation.reset_password", "fields": {"officer": story.bureau.officers["juzhang"].pk}}
    done(story, "ledger.propose_joint_act", who="guanli", reason="本人忘记密码", **order)
    code = confirmed(story).told_once
    browser = Client()
    browser.post("/office/reset/", {"username": "juzhang", "old": code, "new": KNOWN, "again": KNOWN})
    browser.post("/office/sign-in/", {"username": "juzhang", "password": KNOWN})
    assert browser.get(f"/office/cases/{story.case_id}/").status_code != 200
