"""The clerk sends another text while the approver's page is open: what he approves is not what he has read."""

import re
from collections.abc import Callable

from sanzhi.demo.story import Story
from sanzhi.disclosure.models import Release, State
from sanzhi.disclosure.policies import to_confirm
from sanzhi.disclosure.tests.gate import published, submission
from sanzhi.kernel import jobs
from tests.stories import UNSAFE, desk, done, read_whole, refused

CHANGED = "修改过，现在的内容不是您看过的。"


def sent(story: Story, release: Release, content: list[tuple[str, str]], *, by: str, **more: object) -> None:
    judged = [*read_whole(), *(row.key for row in to_confirm(release, content))]
    done(story, by, who="gongshi", release=release.pk, content=content, confirmed=judged, **more)


def begun(
    reached: Callable[..., Story],
) -> tuple[Story, Release, list[tuple[str, str]], list[tuple[str, str]]]:
    """The text as it is, and the same with the place masked by the clerk."""
    story = reached()
    jobs.run_due()
    release = Release.objects.get()
    full = [(row[0], row[1]) for row in release.content]
    shut = [(c, t[:4] + "****" + t[8:] if c == "违法事实" else t) for c, t in full]
    return story, release, full, shut


def fields_of(page: str) -> dict[str, list[str]]:
    """What the approver's browser sends: the fields of the approval form, and those that belong to it elsewhere."""
    form = re.search(r'<form id="approval".*?</form>', page, re.S)
    assert form is not None
    inputs = re.findall(r"<input[^>]*>", form[0]) + re.findall(r'<input[^>]*form="approval"[^>]*>', page)
    pairs = [(re.search(r'name="([^"]*)"', one), re.search(r'value="([^"]*)"', one)) for one in inputs]
    found: dict[str, list[str]] = {}
    for name, value in pairs:
        if name:
            found.setdefault(name[1], []).append(value[1] if value else "1")
    return found


def test_the_approved_text_is_the_one_that_was_read(reached: Callable[..., Story]) -> None:
    story, release, full, shut = begun(reached)
    sent(story, release, shut, by="disclosure.submit_release", secrecy_checked=True)
    approver = desk(story, "fazhi")
    fields = fields_of(approver.get(f"/office/disclosure/{release.pk}/").content.decode())
    sent(story, release, full, by="disclosure.submit_release", secrecy_checked=True)
    approver.post(
        f"/office/disclosure/{release.pk}/do/approve/", {**fields, "delay_reason": "公示员培训期间积压。"}
    )
    release.refresh_from_db()
    assert release.state != State.PUBLISHED, "published without the mask under which the approver read it"


def test_the_approved_correction_is_the_one_that_was_read(reached: Callable[..., Story]) -> None:
    story, release, full, shut = begun(reached)
    sent(story, release, full, by="disclosure.submit_release", secrecy_checked=True)
    judged = [row.key for row in to_confirm(release, full)]
    done(
        story,
        "disclosure.approve_release",
        who="fazhi",
        release=release.pk,
        seen=judged,
        delay_reason="积压待办补办",
    )
    sent(story, release, shut, by="disclosure.correct_release", reason="遮盖地点以后公示。")
    approver = desk(story, "fazhi")
    fields = fields_of(approver.get(f"/office/disclosure/{release.pk}/").content.decode())
    other = [(c, t[:8] + "****" + t[12:] if c == "违法事实" else t) for c, t in full]
    sent(story, release, other, by="disclosure.correct_release", reason="另有不宜公开之处。")
    approver.post(f"/office/disclosure/{release.pk}/do/approve/", fields)
    release.refresh_from_db()
    assert release.state != State.PUBLISHED


def test_the_reason_that_goes_public_is_the_one_that_was_read(reached: Callable[..., Story]) -> None:
    story, _, release = published(reached)
    content = [(row[0], row[1]) for row in release.content]
    sent(story, release, content, by="disclosure.correct_release", reason="违法事实遮盖不够。")
    page = desk(story, "juzhang").get(f"/office/disclosure/{release.pk}/").content.decode()
    read = {"release": release.pk, "text": fields_of(page)["text"][0]}
    sent(story, release, content, by="disclosure.correct_release", reason="遮盖不够，应街坊要求更正。")
    assert f"公示文本{CHANGED}" in refused(story, "disclosure.approve_release", who="juzhang", **read)
    sent(story, release, content, by="disclosure.correct_release", reason="违法事实遮盖不够。")
    done(story, "disclosure.approve_release", who="juzhang", **read)


def test_the_returned_text_is_the_one_that_was_read(reached: Callable[..., Story]) -> None:
    story, release, full, shut = begun(reached)
    sent(story, release, shut, by="disclosure.submit_release", secrecy_checked=True)
    page = f"/office/disclosure/{release.pk}/"
    back = {"reason": "违法事实遮盖过多，请改正。"}
    old = fields_of(desk(story, "fazhi").get(page).content.decode())["text"][0]
    sent(story, release, full, by="disclosure.submit_release", secrecy_checked=True)
    answer = desk(story, "fazhi").post(f"{page}do/return/", {**back, "text": old})
    assert answer.status_code == 409 and f"公示文本{CHANGED}" in answer.content.decode()
    said = {"who": "fazhi", "release": release.pk, "text": old}
    for verb, more in (("approve", {}), ("return", back)):
        assert f"公示文本{CHANGED}" in refused(story, f"disclosure.{verb}_release", **said, **more)
    now = fields_of(answer.content.decode())["text"][0]
    assert desk(story, "fazhi").post(f"{page}do/return/", {**back, "text": now}).status_code == 302


def carried(shown: str) -> str:
    found = re.search(r'name="text" value="(\w{20})"', shown)
    assert found is not None
    return found[1]


def test_the_confirmed_withdrawal_is_the_one_that_was_read(reached: Callable[..., Story]) -> None:
    story, this, release = published(reached)
    done(story, "disclosure.withdraw_release", who="fazhi", **this, **UNSAFE)
    page = f"/office/disclosure/{release.pk}/"
    old = carried(desk(story, "juzhang").get(page).content.decode())
    done(story, "disclosure.put_back_release", who="fazhi2", **this, reason="没有撤回的法定事由。")
    release.refresh_from_db()
    done(story, "disclosure.submit_release", who="gongshi", **submission(release))
    done(story, "disclosure.approve_release", who="juzhang", **this)
    done(story, "disclosure.withdraw_release", who="fazhi", **this, **{**UNSAFE, "reason": "另有安全隐患。"})
    for verb, more in (("confirm_withdrawal", {}), ("put_back_release", {"reason": "没有法定事由。"})):
        said = refused(story, f"disclosure.{verb}", who="juzhang", **this, **more, text=old)
        assert f"撤回公示的登记{CHANGED}" in said
    shown = desk(story, "juzhang").post(f"{page}do/confirm/", {"text": old}).content.decode()
    assert f"撤回公示的登记{CHANGED}" in shown
    sent_now = {"text": carried(shown)}
    assert desk(story, "juzhang").post(f"{page}do/confirm/", sent_now).status_code == 302
