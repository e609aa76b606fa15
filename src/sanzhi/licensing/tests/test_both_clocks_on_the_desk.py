"""The desk shows both clocks of an application: the statute's, and the one that the bureau has promised (facts-2 N3-09)."""

from datetime import timedelta

from django.contrib.auth.models import User
from django.test import Client

from sanzhi.demo.licences import LicenceStory
from sanzhi.kernel import clock
from sanzhi.law.days import chinese_date
from sanzhi.licensing import terms
from sanzhi.supervision.task import Task
from sanzhi.supervision.worklist import tasks_of
from tests.licences import Applied

BACKEND = "sanzhi.organisation.backends.OfficerBackend"


def line(story: LicenceStory, who: str) -> Task:
    (found,) = (row for row in tasks_of(story.bureau.actor(who)) if row.detail == story.case.number)
    return found


def desk(who: str) -> str:
    client = Client(headers={"host": "localhost"})
    client.force_login(User.objects.get(username=who), backend=BACKEND)
    return " ".join(client.get("/office/").content.decode().split())


def test_the_nearer_of_both_decides_and_each_is_named(applied: Applied) -> None:
    story = applied(stop="examination")
    law, promised = terms.decide_by(story.proceeding), terms.promised_by(story.proceeding)
    assert law is not None and promised is not None and promised.on < law.on
    task = line(story, "zhifa1")
    assert [(row.on, row.by_promise) for row in task.terms] == [(promised.on, True), (law.on, False)]
    assert (task.due_on, task.is_late) == (promised.on, False)
    page = desk("zhifa1")
    assert f"承诺{chinese_date(promised.on)}" in page and f"<div>法定{chinese_date(law.on)}" in page
    clock.advance(timedelta(days=(promised.on - clock.today()).days + 1))
    assert line(story, "zhifa1").is_late, "what was promised is over, the statute's day is to come"
    assert not [row for row in tasks_of(story.bureau.actor("juzhang")) if row.kind == "办案逾期"]


def test_the_head_sees_both(applied: Applied) -> None:
    story = applied(stop="licence_decision")
    assert [row.by_promise for row in line(story, "juzhang").terms] == [True, False]


def test_what_is_decided_has_no_promise_left(applied: Applied) -> None:
    story = applied(stop="delivery")
    shown = [left for row in tasks_of(story.bureau.actor("zhifa1")) for left in row.terms]
    assert shown and not any(left.by_promise for left in shown)
