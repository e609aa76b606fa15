"""Who sees the register and its buttons: keepers see nobody, who does not serve at the window sees its own cases only."""

import random

import pytest
from django.test import Client

from sanzhi.demo import people
from sanzhi.demo.licences import LicenceStory
from tests.licences import Applied


def page_of(story: LicenceStory, who: str, path: str) -> tuple[int, str]:
    client = Client()
    client.force_login(story.bureau.officers[who].user)
    answer = client.get(path)
    return answer.status_code, answer.content.decode()


@pytest.mark.parametrize("who", ["anquan", "guanli", "shenji"])
def test_keepers_read_no_holder(applied: Applied, who: str) -> None:
    """个人信息保护法 §6, §51; who keeps the machine reads no case."""
    story = applied(party=people.person(random.Random(3)))
    licence = story.licence
    assert page_of(story, who, f"/office/licences/{licence.pk}/")[0] == 404
    assert page_of(story, who, f"/office/licences/{licence.pk}/do/apply_for_change/")[0] == 404
    assert licence.holder.name not in page_of(story, who, "/office/licences/register/")[1]


def test_who_may_read_the_case_reads_its_licence(applied: Applied) -> None:
    story = applied(stop="licence_closure")
    path = f"/office/licences/{story.licence.pk}/"
    assert page_of(story, "dangan", path)[0] == 404  # the case is not closed yet
    for who in ("zhifa1", "juzhang", "jiandu", "gongshi"):
        status, page = page_of(story, who, path)
        assert status == 200 and story.licence.holder.name in page
        assert ("收件登记（许可变更）" in page) is (who == "zhifa1")


@pytest.mark.parametrize("who", ["gongshi", "juzhang", "dangan"])
def test_buttons_that_are_never_theirs_are_not_shown(applied: Applied, who: str) -> None:
    story = applied(stop="application")
    page = page_of(story, who, "/office/licences/")[1]
    assert "收件登记" not in page.replace("即登记收件", "") and "资格考试" not in page
    assert "收件登记" in page_of(story, "zhifa1", "/office/licences/")[1]
