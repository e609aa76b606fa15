"""What one person writes does not go public by taking a copy down, nor does one alone end what another has decided."""

from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client

from sanzhi.demo.story import Story
from sanzhi.disclosure.models import Release, State
from sanzhi.disclosure.tests.gate import Reached, opened, published, submission, text
from sanzhi.disclosure.tests.test_overturned import overturn
from sanzhi.kernel import jobs
from sanzhi.kernel.actor import system
from sanzhi.ledger.commands import ResealRows, reseal_rows
from sanzhi.publications.models import Publication
from sanzhi.supervision.worklist import tasks_of
from tests.stories import UNSAFE_IN_PUBLIC, desk, done, refused

EXEMPT, WITHDRAW = "disclosure.exempt_release", "disclosure.withdraw_release"
NOT_RIGHT = {"reason": "没有撤回的法定事由。"}
INSIDE = {"ground": "safety", "explanation": "公开可能危及公共安全。"}
OWN = "自己撤回的公示，没有另一人确认，不能由自己决定不予公示。"
WRITTEN = (
    "应张三丰要求，其家住演示城国际12-1203室，系吸毒人员",
    "当事人的侄女李婷是尘肺，电话138、0013、8000",
    "张三丰申请撤回公示",
    "111111111111",
)


def nowhere(words: str) -> bool:
    out = StringIO()
    call_command("trace_public", words, stdout=out)
    return out.getvalue() == "公众看不到这段文字。\n"


@pytest.mark.parametrize("words", WRITTEN)
def test_the_public_reads_the_ground_and_who_confirms_the_reason(reached: Reached, words: str) -> None:
    story, this, release = published(reached)
    address = f"/decisions/{Publication.objects.get().slug}/"
    done(story, WITHDRAW, who="fazhi", **this, ground="safety", reason=words)
    shown = Client().get(address).content.decode()
    assert UNSAFE_IN_PUBLIC in shown and words not in shown
    assert words in desk(story, "juzhang").get(f"/office/disclosure/{release.pk}/").content.decode()
    done(story, "disclosure.confirm_withdrawal", who="juzhang", **this)
    assert words not in Client().get(address).content.decode()
    assert words != WRITTEN[0] or nowhere(
        words
    )  # every public page is looked through, which takes long: once


def down(reached: Reached, *, who: str) -> tuple[Story, dict[str, Any], Release]:
    story, this, release = published(reached)
    done(story, WITHDRAW, who=who, **this, ground="safety", reason="公开可能危及公共安全。")
    release.refresh_from_db()
    return story, this, release


def test_a_head_does_not_keep_inside_what_another_has_put_back(reached: Reached) -> None:
    story, this, release = down(reached, who="juzhang")
    assert OWN in refused(story, EXEMPT, who="juzhang", **this, **INSIDE)
    done(story, "disclosure.put_back_release", who="fazhi", **this, **NOT_RIGHT)
    said = refused(story, EXEMPT, who="juzhang", **this, **INSIDE)
    assert OWN in said and "行政处罚法第四十八条" in said
    page = f"/office/disclosure/{release.pk}/"
    assert "依法不予公示</summary>" not in desk(story, "juzhang").get(page).content.decode()
    assert "依法不予公示</summary>" in desk(story, "fujuzhang").get(page).content.decode()
    done(story, "disclosure.submit_release", who="gongshi", **submission(release))
    assert OWN in refused(story, EXEMPT, who="juzhang", **this, **INSIDE)
    done(story, EXEMPT, who="fujuzhang", **this, **INSIDE)


def test_another_head_who_keeps_it_inside_has_looked(reached: Reached) -> None:
    story, this, _ = down(reached, who="juzhang")
    kept = done(story, EXEMPT, who="fujuzhang", **this, **INSIDE)
    assert (kept.state, kept.taken_down_by) == (State.EXEMPT, "")
    assert "确认撤回公示" not in {row.kind for row in tasks_of(story.bureau.actor("fazhi"))}


def test_what_another_has_confirmed_the_head_may_keep_inside(reached: Reached) -> None:
    story, this, _ = down(reached, who="juzhang")
    done(story, "disclosure.confirm_withdrawal", who="fazhi", **this)
    assert done(story, EXEMPT, who="juzhang", **this, **INSIDE).state == State.EXEMPT


def test_the_second_look_ends_where_the_decision_falls(reached: Reached) -> None:
    story, this, _ = down(reached, who="juzhang")
    done(story, "disclosure.put_back_release", who="fazhi", **this, **NOT_RIGHT)
    overturn(story)
    jobs.run_due()
    assert Release.objects.get().ground == "overturned"
    for who in ("fazhi", "fazhi2", "fujuzhang"):
        assert "确认撤回公示" not in {row.kind for row in tasks_of(story.bureau.actor(who))}


def test_a_reason_that_the_rules_know_only_now_is_not_approved(reached: Reached) -> None:
    story, this, release = published(reached)
    correction = {**this, "content": text(release), "reason": "违法事实遮盖不够。"}
    done(story, "disclosure.correct_release", who="gongshi", **correction)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE disclosure_release SET correction_reason = '受害人赵小红要求更正。'")
    again = ResealRows(table="disclosure.release", rows=[release.pk], reason="以前的规则没有这一条")
    reseal_rows(system(story.bureau.authority.code), again)
    said = refused(story, "disclosure.approve_release", who="juzhang", **this)
    assert "公开的理由中仍有疑似姓名" in said
    done(story, "disclosure.return_release", who="juzhang", **this, reason="理由写了姓名，请改写。")
    done(story, "disclosure.correct_release", who="gongshi", **correction)
    done(story, "disclosure.approve_release", who="juzhang", **this)


def test_what_never_was_public_the_head_keeps_inside_alone(reached: Reached) -> None:
    story, release = opened(reached)
    assert done(story, EXEMPT, who="juzhang", release=release.pk, **INSIDE).state == State.EXEMPT
