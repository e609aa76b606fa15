"""Whoever typed something wrong is told which field, and how it is written; whoever may not is told before he types."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from sanzhi.cases.queries import papers
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from tests.stories import case_page, desk, done, refused

Reached = Callable[..., Story]


def made(story: Story, form: str) -> int:
    return story.paper(form).pk


def test_a_receiver_has_a_name(reached: Reached) -> None:
    story = reached(stop="notice")
    notice = made(story, "D29")
    sent: dict[str, Any] = {"document": notice, "method": "direct", "served_on": clock.today()}
    said = refused(story, "cases.serve_document", **sent, relation="本人", received_by=" \u200b ")
    assert "请填写签收人。" in said and "“”" not in said


def test_a_day_before_the_paper_is_said_first(reached: Reached) -> None:
    story = reached(stop="notice")
    notice = made(story, "D29")
    before = clock.today() - timedelta(days=30)
    sent: dict[str, Any] = {"document": notice, "method": "direct", "served_on": before}
    said = refused(story, "cases.serve_document", **sent)
    assert "那时还没有这份文书" in said and "《行政处罚事先告知书》的签发日" in said
    assert "请填写签收人" not in said and "倒填" not in said


def test_how_a_time_is_written(reached: Reached) -> None:
    story = reached(stop="notice")
    notice = made(story, "D29")
    at = f"/office/cases/{story.case_id}/papers/{notice}/do/serve/"
    sent = {"method": "direct", "served_on": "昨天", "served_at": "25:00"}
    answer = desk(story, "zhifa1").post(at, sent)
    shown = answer.content.decode()
    assert answer.status_code == 400
    assert "请填写时间（00:00至23:59），如 09:30。" in shown and "请填写日期，如 2026-03-02。" in shown


def test_a_reason_that_is_too_short_is_named(reached: Reached) -> None:
    story = reached(stop="filing")
    draft = done(story, "cases.write_document", form="D03")
    at = f"/office/cases/{story.case_id}/papers/{draft.pk}/do/void/"
    assert "“理由”" in desk(story, "zhifa1").post(at, {"reason": "误"}).content.decode()
    assert any(row.document_id == draft.pk and not row.is_void for row in papers(story.proceeding))


def test_a_lead_is_taken_by_who_may_enforce(reached: Reached) -> None:
    story = reached(stop="filing")
    for who in ("guanli", "gongshi"):
        for page in ("/office/cases/", "/office/"):  # what a role may never do is not shown
            assert "登记线索</a>" not in desk(story, who).get(page).content.decode()
        form = desk(story, who).get("/office/cases/do/register_lead/")
        assert form.status_code == 200 and 'class="reasons' in form.content.decode()
    assert "登记线索</a>" in desk(story, "zhifa1").get("/office/").content.decode()
    shown = desk(story, "zhifa1").get("/office/cases/").content.decode()
    assert 'aria-disabled="true"' not in shown.partition("登记线索</a>")[0][-600:]


def test_a_case_on_the_spot_asks_for_no_proposal(reached: Reached) -> None:
    story = reached(procedure="penalty/simplified", cause="C56", fine=100, stop="on_the_spot")
    shown = desk(story, "zhifa1").get(f"/office/cases/{story.case_id}/").content.decode()
    assert "尚未作出当场处罚决定" in shown and "尚未提出处理建议" not in shown


def test_a_fine_beyond_the_limit_names_no_tier(reached: Reached) -> None:
    story = reached(procedure="penalty/simplified", cause="C56", fine=100, stop="on_the_spot")
    on_the_spot: dict[str, Any] = {
        "conduct": "将装修产生的建筑垃圾混入生活垃圾桶。",
        "reason": "初次违法，能够配合调查。",
        "correction": "责令立即改正。",
        "gains": 0,
        "gains_note": "现场检查没有发现违法所得。",
        "rights_told": True,
    }
    said = refused(story, "penalty.penalise_on_the_spot", **on_the_spot, fine=300)
    assert "超过当场处罚的限额200元" in said and "档次" not in said


def test_nobody_is_told_to_make_a_paper_that_the_decision_makes(reached: Reached) -> None:
    story = reached(stop="decision_approved")
    shown = case_page(story, who="zhifa1")
    assert "缺少《行政处罚决定书》" in shown and "作出决定时自动制发，不必另行制作。" in shown
    assert "请制作并完成签批。" not in shown
