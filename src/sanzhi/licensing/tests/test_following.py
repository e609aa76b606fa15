"""A licence that is renewed or changed keeps what it permits, and its decision says of papers what came in (行政许可法 §49, §50)."""

from datetime import timedelta
from typing import Any

from sanzhi.demo.licences import LicenceStory
from sanzhi.documents.models import Document
from sanzhi.kernel import clock
from sanzhi.licensing import commands
from sanzhi.licensing.commands.propose_licence import CARD as PROPOSING
from sanzhi.licensing.tests.test_ends import renewal
from tests.licences import Applied
from tests.stories import done, refused


def renewed(story: LicenceStory, ask: Any, **changes: Any) -> str:
    """Asked for without any paper, examined, and what the form begins to say."""
    asked = {**renewal(story), **changes}
    order = commands.ApplyForRenewal if ask is commands.apply_for_renewal else commands.ApplyForChange
    row = ask(story.officer, order.model_validate(asked))
    story._enter(row.proceeding.case_id)
    for days in story.told(("acceptance", "examination")):
        clock.advance(timedelta(days=days))
    return str(PROPOSING.initial(story.proceeding)["reason"])


def test_a_renewal_carries_over_what_was_permitted(applied: Applied) -> None:
    """行政许可法 §50: the term alone is another; the reason for asking belongs to the decision, not into the certificate."""
    story = applied()
    before = story.licence
    assert (
        renewed(story, commands.apply_for_renewal) == "本次申请没有另行提交材料，经审查符合法定条件、标准。"
    )
    begun = PROPOSING.initial(story.proceeding)
    false = {**begun, "reason": "收到的申请材料符合法定形式，经审查符合法定条件。"}
    assert "本次申请没有收到材料" in refused(story, "licensing.propose_licence", **false)
    done(story, "licensing.propose_licence", **begun)
    story.go()
    for days in story.told(("licence_decision",)):
        clock.advance(timedelta(days=days))
    after, text = story.licence, story.proceeding.decision.text
    assert (after.content, after.place, after.conditions) == (before.content, before.place, before.conditions)
    assert after.valid_until == before.valid_until + timedelta(days=30)
    certificate = Document.objects.filter(form="D100").latest("id").values
    assert certificate["content"] == before.content and "申请延续" not in text
    assert Document.objects.filter(form="D82").latest("id").values["asked"] == "工程尚未完成，申请延续。"


def test_a_change_leaves_what_it_does_not_name(applied: Applied) -> None:
    story = applied()
    before = story.licence
    renewed(story, commands.apply_for_change, content="增加挖掘长度五米。", handed=["施工图"])
    done(story, "licensing.propose_licence", **PROPOSING.initial(story.proceeding))
    story.go()
    for days in story.told(("licence_decision",)):
        clock.advance(timedelta(days=days))
    assert story.licence.content == f"{before.content}\n变更：增加挖掘长度五米。"
    assert "准予变更：增加挖掘长度五米；没有变更的照原许可；有效期自" in story.proceeding.decision.text
    assert story.licence.conditions == before.conditions
