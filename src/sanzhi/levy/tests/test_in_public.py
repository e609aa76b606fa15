"""A levy goes to the public as another result of enforcement: twenty working days, its standard told as it is."""

from sanzhi.disclosure.models import Release
from sanzhi.kernel import clock, jobs
from sanzhi.law.deadline_rules import rule
from sanzhi.law.deadlines import due
from tests.fees import Levied


def test_told_within_twenty_working_days(levied: Levied) -> None:
    story = levied(stop="billing")
    jobs.run_due()
    release = Release.objects.get(decision=story.proceeding.decision)
    counted = rule("publication_other", clock.today())
    decided_on = story.proceeding.decision.decided_on
    assert counted.days == 20
    assert release.due_on == due(counted, decided_on, calendar=story.proceeding.calendar).on
    told = dict(map(tuple, release.content))
    assert told["征收内容"] == story.proceeding.decision.text and "没有取得批准的收费标准" in told["收费标准"]


def test_nothing_that_was_not_decided(levied: Levied) -> None:
    levied(stop="decision")
    jobs.run_due()
    assert not Release.objects.exists()
