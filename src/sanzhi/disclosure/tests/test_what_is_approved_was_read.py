"""The clerk sends another text while the approver's page is open: what he approves is not what he has read."""

import re
from collections.abc import Callable

from sanzhi.demo.story import Story
from sanzhi.disclosure.models import Release, State
from sanzhi.disclosure.policies import to_confirm
from sanzhi.kernel import jobs
from tests.stories import desk, done


def sent(story: Story, release: Release, content: list[tuple[str, str]], *, by: str, **more: object) -> None:
    judged = [row.key for row in to_confirm(release, content)]
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
