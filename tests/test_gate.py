"""The gate: seven working days, two people, nothing that leaks; correction, withdrawal, exemption."""

from collections.abc import Callable
from datetime import timedelta

from django.test import Client

from sanzhi.demo.publishing import publish
from sanzhi.demo.story import Story
from sanzhi.disclosure import commands as disclosure
from sanzhi.disclosure.models import Release
from sanzhi.kernel import clock, jobs
from sanzhi.law.deadline_rules import rule
from sanzhi.law.deadlines import due
from sanzhi.organisation.queries import calendar
from sanzhi.publications import queries as publications
from tests.conftest import reasons
from tests.stories import UNSAFE, UNSAFE_IN_PUBLIC, read_whole

Reached = Callable[..., Story]


def opened(reached: Reached) -> tuple[Story, Release]:
    story = reached()
    jobs.run_due()
    return story, Release.objects.get(decision__proceeding__case_id=story.case_id)


def submitted(story: Story, release: Release, **change: str) -> disclosure.SubmitRelease:
    content = [(caption, change.get(caption, text)) for caption, text in release.content]
    return disclosure.SubmitRelease(
        release=release.pk, content=content, secrecy_checked=True, confirmed=read_whole()
    )


def test_the_clock_of_seven_working_days_starts_with_the_decision(reached: Reached) -> None:
    story, release = opened(reached)
    decided_on = story.proceeding.decided_on
    assert decided_on is not None
    assert release.due_on == due(rule("publication", decided_on), decided_on, calendar=calendar()).on
    assert calendar().working_between(decided_on, release.due_on) == 7


def test_what_leaks_is_named_and_nothing_is_published(reached: Reached) -> None:
    story, release = opened(reached)
    party = story.party
    leaky = submitted(story, release, 违法事实=f"{party.name}，电话{party.phone}，住{party.address}")
    said = reasons(lambda: disclosure.submit_release(story.bureau.actor("gongshi"), leaky))
    assert "联系电话" in said and "家庭住址" in said and "自然人姓名" in said
    assert party.name not in said
    disclosure.submit_release(story.bureau.actor("gongshi"), submitted(story, release))


def test_two_people_publish(reached: Reached) -> None:
    story, release = opened(reached)
    clerk = story.bureau.actor("gongshi")
    assert "公示员" in reasons(lambda: disclosure.submit_release(story.officer, submitted(story, release)))
    disclosure.submit_release(clerk, submitted(story, release))
    approve = disclosure.ApproveRelease(release=release.pk, seen=read_whole())
    assert "审批" in reasons(lambda: disclosure.approve_release(clerk, approve))
    disclosure.approve_release(story.bureau.actor("fazhi"), approve)


def test_the_public_reads_a_masked_copy_finds_it_and_sees_its_withdrawal(reached: Reached) -> None:
    story, _ = opened(reached)
    release = publish(story.bureau, story.case)
    assert release is not None and release.publication is not None
    copy, party, citizen = release.publication, story.party, Client()
    page = citizen.get(f"/decisions/{copy.slug}/").content.decode()
    for secret in (party.name, party.id_number, party.phone, party.address):
        assert secret not in page
    assert "罚款800元（人民币捌佰元整）" in page
    assert publications.matching(copy.authority, "售货亭").rows == [copy]
    withdraw = disclosure.WithdrawRelease(release=release.pk, **UNSAFE)
    disclosure.withdraw_release(story.bureau.actor("juzhang"), withdraw)
    gone = citizen.get(f"/decisions/{copy.slug}/")
    assert gone.status_code == 410 and UNSAFE_IN_PUBLIC in gone.content.decode()
    assert "捌佰元" not in gone.content.decode()
    assert publications.matching(copy.authority, "售货亭").rows == []


def test_a_correction_leads_on_to_the_new_copy_once_another_person_has_approved_it(reached: Reached) -> None:
    story, _ = opened(reached)
    release = publish(story.bureau, story.case)
    assert release is not None and release.publication is not None
    address, masked = f"/decisions/{release.publication.slug}/", "未经同意和审批，在人行道*一处。"
    content = [(caption, masked if caption == "违法事实" else text) for caption, text in release.content]
    order = disclosure.CorrectRelease(
        release=release.pk, content=content, reason="违法事实遮盖不够", confirmed=read_whole()
    )
    clerk, approve = (
        story.bureau.actor("gongshi"),
        disclosure.ApproveRelease(release=release.pk, seen=read_whole()),
    )
    disclosure.correct_release(clerk, order)
    before = Client().get(address).content.decode()
    assert "固定售货亭" in before and "违法事实遮盖不够" not in before
    assert "审批" in reasons(lambda: disclosure.approve_release(clerk, approve))
    fresh = disclosure.approve_release(story.bureau.actor("fazhi"), approve).publication
    assert fresh is not None
    old = Client().get(address).content.decode()
    assert "违法事实遮盖不够" in old and fresh.slug in old
    assert masked in Client().get(f"/decisions/{fresh.slug}/").content.decode()


def test_only_the_head_keeps_a_decision_inside(reached: Reached) -> None:
    story, release = opened(reached)
    order = disclosure.ExemptRelease(
        release=release.pk, ground="secret", explanation="涉及个人隐私，不宜公开。"
    )
    assert "机关负责人" in reasons(lambda: disclosure.exempt_release(story.bureau.actor("gongshi"), order))
    wrong = order.model_copy(update={"ground": "simplified"})
    assert "不是对自然人适用简易程序" in reasons(
        lambda: disclosure.exempt_release(story.bureau.actor("juzhang"), wrong)
    )
    disclosure.exempt_release(story.bureau.actor("juzhang"), order)
    assert "依法不公示" in reasons(
        lambda: disclosure.submit_release(story.bureau.actor("gongshi"), submitted(story, release))
    )


def test_a_copy_ends_with_its_period(reached: Reached) -> None:
    story, _ = opened(reached)
    release = publish(story.bureau, story.case)
    assert release is not None and release.publication is not None and release.publication.ends_on is not None
    days = (release.publication.ends_on - clock.today()).days
    clock.advance(timedelta(days=days + 1))
    jobs.run_due()
    assert Client().get(f"/decisions/{release.publication.slug}/").status_code == 410
