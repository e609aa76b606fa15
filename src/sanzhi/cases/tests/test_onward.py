"""What is done last before a step may be left is done together with leaving it; nothing is signed or decided unread."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from sanzhi.cases import queries
from sanzhi.demo.story import Story
from tests.stories import desk

Reached = Callable[..., Story]


def page(story: Story, who: str, address: str) -> Any:
    """What the page was made of."""
    answer = desk(story, who).get(address)
    assert answer.status_code == 200
    return answer.context


def sent(story: Story, who: str, address: str, **said: Any) -> str:
    """What the page says after the form was sent."""
    return str(desk(story, who).post(address, said, follow=True).content.decode())


def paper_of(story: Story, form: str) -> str:
    found = [row for row in queries.papers(story.proceeding) if row.form == form]
    return f"/office/cases/{story.case_id}/papers/{found[-1].document_id}/"


def drafted(story: Story, form: str) -> str:
    """The address of a draft that zhifa1 has made."""
    sent(story, "zhifa1", f"/office/cases/{story.case_id}/do/write_document/", form=form)
    return paper_of(story, form)


def typed(shown: Any) -> dict[str, Any]:
    """The form of a draft as the page showed it."""
    fields = {row.name: row.value for row in shown["inputs"] if not row.fixed and row.kind != "rows"}
    return {**fields, "seen": shown["version"], "shown": shown["shown"], "opinion": "同意"}


def test_who_writes_signs_with_the_submission_and_the_last_signer_goes_on(reached: Reached) -> None:
    story = reached(stop="lead")
    paper = drafted(story, "D02")
    shown = page(story, "zhifa1", paper)
    assert shown["signs_first"] and shown["onward"] is None, "another signs after"
    said = sent(story, "zhifa1", f"{paper}do/fill/", **typed(shown), submit="sign")
    assert "已签署" in said
    shown = page(story, "duizhang1", paper)
    assert shown["onward"].label == "进入“立案审批”"
    went = {"seen": shown["version"], "opinion": "同意", "onward": shown["onward"].key, "submit": "onward"}
    said = sent(story, "duizhang1", f"{paper}do/sign/", **went)
    assert "已签署" in said and "已进入“立案审批”环节" in said
    again = sent(story, "duizhang1", f"{paper}do/sign/", **went)
    assert "只有签批中的文书可以这样办理" in again
    assert queries.visible_proceeding(story.bureau.actor("zhifa1"), story.case_id).step == "filing"


def test_what_moved_since_the_page_was_opened_is_not_signed_unread(reached: Reached) -> None:
    story = reached(stop="lead")
    paper = drafted(story, "D02")
    shown = page(story, "zhifa1", paper)
    said = sent(
        story, "zhifa1", f"{paper}do/fill/", **{**typed(shown), "shown": "of another state"}, submit="sign"
    )
    assert "请看过现在的内容再签署" in said
    assert page(story, "zhifa1", paper)["may_sign"], "handed in, signed by nobody"


def test_a_refused_submission_signs_nothing(reached: Reached) -> None:
    story = reached(stop="lead")
    paper = drafted(story, "D02")
    shown = page(story, "zhifa1", paper)
    said = sent(story, "zhifa1", f"{paper}do/fill/", **{**typed(shown), "seen": "older"}, submit="sign")
    assert "已签署" not in said
    assert page(story, "zhifa1", paper)["is_draft"]


def test_the_head_decides_as_he_signs_what_he_has_read(reached: Reached) -> None:
    story = reached(stop="decision_signing")
    paper = paper_of(story, "D40")
    shown = page(story, "juzhang", paper)
    onward = shown["onward"]
    assert onward.label == "办理“作出行政处罚决定”、进入“送达”"
    said = sent(
        story,
        "juzhang",
        f"{paper}do/sign/",
        seen=shown["version"],
        opinion="同意",
        onward=onward.key,
        onward_seen="of another state",
        submit="onward",
    )
    assert "已签署" in said and "没有随后办理" in said
    now = story.proceeding
    assert now.decided_on is None
    order = {"onward": onward.key, "onward_seen": onward.seen, "submit": "onward", "seen": shown["version"]}
    assert "只有签批中的文书" in sent(story, "juzhang", f"{paper}do/sign/", **order)


@pytest.mark.parametrize(
    "forged", ["cases.close_case", "cases.add_evidence", "cases.overturn_decision", "D999"]
)
def test_what_the_page_did_not_offer_is_refused_in_words(reached: Reached, forged: str) -> None:
    story = reached(stop="decision_signing")
    paper = paper_of(story, "D40")
    shown = page(story, "juzhang", paper)
    order = {"seen": shown["version"], "opinion": "同意", "onward": forged, "submit": "onward"}
    said = sent(story, "juzhang", f"{paper}do/sign/", **order)
    assert "已签署" in said and "没有随后办理" in said
    assert story.proceeding.decided_on is None and story.proceeding.closed_on is None


def test_the_head_signs_decides_and_leads_on_in_one(reached: Reached) -> None:
    story = reached(stop="decision_signing")
    paper = paper_of(story, "D40")
    shown = page(story, "juzhang", paper)
    onward = shown["onward"]
    order = {"onward": onward.key, "onward_seen": onward.seen, "onward_then": onward.then, "submit": "onward"}
    said = sent(story, "juzhang", f"{paper}do/sign/", seen=shown["version"], opinion="同意", **order)
    assert "作出行政处罚决定：已完成" in said and "已进入“送达”环节" in said
    handed = page(story, "zhifa1", paper_of(story, "D41"))
    assert handed["onward"].label == "制作《送达回证》"
    begun = {
        field.name: field.value()
        for field in handed["service_form"]
        if field.value() not in (None, "", False)
    }
    served = {**begun, "method": "direct", "onward": handed["onward"].key, "submit": "onward"}
    said = sent(story, "zhifa1", f"{paper_of(story, 'D41')}do/serve/", **served)
    assert "已登记送达" in said, re.findall("(?:reason|wrong|错|role=.alert)[^§]{0,300}", said)[:5]
    assert "送达回证" in said
    assert queries.papers(story.proceeding)[-1].form == "D46"


def test_an_act_that_is_the_last_leads_on(reached: Reached) -> None:
    story = reached(stop="plea")
    place = f"/office/cases/{story.case_id}/do/record_plea/"
    story._film("statement_defence")
    shown = page(story, "zhifa1", place)
    assert shown["onward"].label == "完成“陈述申辩”"
    begun = {name: value for name, value in shown["form"].initial.items() if value not in (None, "")}
    said = sent(
        story,
        "zhifa1",
        place,
        **begun,
        is_waived="on",
        onward=shown["onward"].key,
        submit="onward",
    )
    assert "记录陈述申辩：已完成" in said, re.findall("reasons.*?</ul>", said, re.S)
    assert "已进入“" in said
    assert queries.visible_proceeding(story.bureau.actor("zhifa1"), story.case_id).step != "plea"


def test_what_cannot_follow_is_told_and_what_was_done_stays(reached: Reached) -> None:
    story = reached(stop="plea")
    place = f"/office/cases/{story.case_id}/do/record_plea/"
    story._film("statement_defence")
    shown = page(story, "zhifa1", place)
    begun = {name: value for name, value in shown["form"].initial.items() if value not in (None, "")}
    pleaded = {**begun, "text": "请求从轻。", "onward": shown["onward"].key, "submit": "onward"}
    said = sent(story, "zhifa1", place, **pleaded)
    assert "记录陈述申辩：已完成" in said, re.findall("reasons.*?</ul>", said, re.S)
    assert "没有随后办理" in said
    assert queries.visible_proceeding(story.bureau.actor("zhifa1"), story.case_id).step == "plea"
