"""What was granted stands in the public register by published copies alone; a refusal never does; what ended says so."""

import random
from datetime import timedelta

from django.test import Client

from sanzhi.demo import people
from sanzhi.demo.licences import LicenceStory
from sanzhi.demo.publishing import publish
from sanzhi.disclosure.models import Release
from sanzhi.kernel import clock, jobs
from sanzhi.law.days import chinese_date
from sanzhi.law.redaction import mask_person_name
from sanzhi.licensing.standing import state_on
from sanzhi.publications.models import Paper
from tests.licences import Applied


def shown(**asked: str) -> str:
    return Client().get("/licences/", asked).content.decode()


def test_a_licence_is_searched_by_holder_and_place_and_ends_with_its_day(applied: Applied) -> None:
    story = applied()
    assert "没有查到许可" in shown()
    jobs.run_due()
    publish(story.bureau, story.case)
    licence = story.licence
    page = shown(q=licence.place)
    assert licence.number in page and licence.holder.name in page
    assert "没有查到许可" in shown(q="不存在的地点")
    clock.advance(timedelta(days=120))
    assert "有效期已满" in shown(q=licence.number)


def checked(story: LicenceStory) -> str:
    paper = Paper.objects.filter(number=story.licence.number).latest("id")
    return Client().get(f"/verify/{paper.token}/").content.decode()


def test_a_certificate_says_how_it_stands_today(applied: Applied) -> None:
    """行政许可法 §40, §70: number, item, holder as the public may read, days; not begun, in force, run out."""
    story = applied(party=people.person(random.Random(3)))
    licence = story.licence
    page = checked(story)
    assert "真实有效" not in page and "<b>尚未生效</b>" in page
    assert licence.number in page and licence.item_title in page and chinese_date(licence.valid_until) in page
    assert mask_person_name(licence.holder.name) in page and licence.holder.name not in page
    clock.advance(licence.valid_from - clock.today())
    assert "真实有效" in checked(story) and "<b>有效</b>" in checked(story)
    clock.advance(licence.valid_until - clock.today() + timedelta(days=1))
    page = checked(story)
    assert "真实有效" not in page and "<b>有效期已满</b>" in page


def test_what_was_changed_and_revoked_is_told_by_every_certificate(applied: Applied) -> None:
    story = applied(ends="fraud")
    page = checked(story)
    assert "真实有效" not in page and "<b>已撤销</b>" in page


def test_what_begins_later_is_not_called_valid(applied: Applied) -> None:
    story = applied()
    jobs.run_due()
    publish(story.bureau, story.case)
    assert state_on(story.licence, clock.today()) == "尚未生效" and "尚未生效</span>" in shown()
    clock.advance(story.licence.valid_from - clock.today())
    assert "有效</span>" in shown()


def test_what_was_rescinded_is_shown_as_rescinded(applied: Applied) -> None:
    story = applied(stop="closed")
    jobs.run_due()
    publish(story.bureau, story.case)
    story.plan.stop, story.plan.ends = "", "fraud"
    for days in story.followed():
        clock.advance(timedelta(days=days))
    jobs.run_due()
    publish(story.bureau, story.case)
    page = shown()
    assert "已撤销" in page and page.count(story.licence.number) == 1


def test_a_refusal_is_not_published(applied: Applied) -> None:
    story = applied(is_fit=False)
    jobs.run_due()
    assert not Release.objects.filter(decision__proceeding__case=story.case).exists()


def test_penalties_are_listed_without_licences(applied: Applied) -> None:
    story = applied()
    jobs.run_due()
    publish(story.bureau, story.case)
    assert story.licence.number not in Client().get("/decisions/").content.decode()
