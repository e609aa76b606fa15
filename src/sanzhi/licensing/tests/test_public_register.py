"""What was granted stands in the public register by published copies alone; a refusal never does; what ended says so."""

from datetime import timedelta

from django.test import Client

from sanzhi.demo.publishing import publish
from sanzhi.disclosure.models import Release
from sanzhi.kernel import clock, jobs
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
    assert licence.number in page and licence.holder.name in page and "有效</span>" in page
    assert "没有查到许可" in shown(q="不存在的地点")
    clock.advance(timedelta(days=120))
    assert "有效期已满" in shown(q=licence.number)


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
