"""The gate's page: who may edit what, who prepared and approved, what was returned and why."""

from sanzhi.demo.story import Story
from sanzhi.disclosure.models import Release
from sanzhi.disclosure.tests.gate import Reached, opened, published, submission
from tests.stories import UNSAFE, desk, done, read_whole


def page(story: Story, release: Release, *, who: str) -> str:
    return desk(story, who).get(f"/office/disclosure/{release.pk}/").content.decode()


def form(release: Release, **more: str) -> dict[str, object]:
    rows = release.content
    return {
        "caption": [row[0] for row in rows],
        "text": [row[1] for row in rows],
        "confirmed": read_whole(),
        **more,
    }


def test_from_the_clerk_to_the_public_and_back_by_the_pages(reached: Reached) -> None:
    story, release = opened(reached)
    at = f"/office/disclosure/{release.pk}/do"
    clerk, reviewer = desk(story, "gongshi"), desk(story, "fazhi")
    assert 'name="text" rows="4"' in page(story, release, who="gongshi").replace("\n", "")
    assert clerk.post(f"{at}/submit/", form(release, secrecy_checked="1")).status_code == 302
    assert "整理、保密审查：纪昭" in page(story, release, who="fazhi")
    assert "<textarea" not in page(story, release, who="zhifa1").partition("</form>")[0]
    assert reviewer.post(f"{at}/return/", {"reason": "裁量说明也请遮盖。"}).status_code == 302
    assert "裁量说明也请遮盖。" in page(story, release, who="gongshi")
    assert "被退回" in clerk.get("/office/disclosure/").content.decode()
    clerk.post(f"{at}/submit/", form(release, secrecy_checked="1"))
    assert reviewer.post(f"{at}/approve/", {"seen": read_whole()}).status_code == 302
    shown = page(story, release, who="gongshi")
    assert "纪昭" in shown and "沈明辨" in shown


def test_a_correction_by_the_pages(reached: Reached) -> None:
    story, _, release = published(reached)
    at = f"/office/disclosure/{release.pk}/do"
    masked = form(release, reason="违法事实遮盖不够")
    masked["text"] = ["未经同意和审批*" if row[0] == "违法事实" else row[1] for row in release.content]
    assert desk(story, "gongshi").post(f"{at}/correct/", masked).status_code == 302
    shown = page(story, release, who="juzhang")
    assert "更正理由：违法事实遮盖不够" in shown and "整理更正：纪昭" in shown
    assert "现公示：未经同意和审批" in shown and "批准更正" in shown
    assert "更正待审批" in desk(story, "juzhang").get("/office/disclosure/").content.decode()
    assert desk(story, "juzhang").post(f"{at}/approve/", {"seen": read_whole()}).status_code == 302
    shown = page(story, release, who="gongshi")
    assert "程守正" in shown and "更正待审批" not in shown


def test_what_was_typed_wrongly_stays_to_be_mended(reached: Reached) -> None:
    story, release = opened(reached)
    wrong = form(release, secrecy_checked="1")
    wrong["text"] = [f"{row[1]}；罚款999999元" for row in release.content]
    answer = desk(story, "gongshi").post(f"/office/disclosure/{release.pk}/do/submit/", wrong)
    shown = answer.content.decode()
    assert answer.status_code == 409 and "“处罚内容”多写了" in shown
    assert "固定售货亭一处。；罚款999999元</textarea>" in shown
    assert 'value="舞钢市城市管理局；罚款999999元"' not in shown


def test_a_greyed_button_says_why_to_who_has_the_office(reached: Reached) -> None:
    """Who may never approve, nor keep inside, reads neither buttons nor reasons for it."""
    story, this, release = published(reached)
    done(story, "disclosure.withdraw_release", who="fazhi", **this, **UNSAFE)
    shown = page(story, release, who="gongshi")
    assert "撤回待另一人确认" in shown and "您没有这一岗位" not in shown
    assert "自己撤回的" in page(story, release, who="fazhi")
    done(story, "disclosure.submit_release", who="gongshi", **submission(release))
    shown = page(story, release, who="fazhi")
    assert "自己撤回的，由另一人确认，重新公示也由另一人审批。" in shown
    assert '<button class="button" disabled>批准并公示</button>' in shown
    for who in ("gongshi", "zhifa1"):
        shown = page(story, release, who=who)
        assert "整理、保密审查：纪昭" in shown
        assert not any(words in shown for words in ("您没有这一岗位", "批准并公示", "依法不予公示"))
    assert "依法不予公示" in page(story, release, who="juzhang")
