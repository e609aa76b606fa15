"""One list for every proceeding at every moment: what may be done, by whom, what is missing; each thing once, each row somewhere."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

import pytest

from sanzhi.cases.desk import work
from sanzhi.cases.next_rows import Group, Lack, Pane, Row
from sanzhi.cases.remedies import Part, parts_of
from sanzhi.demo.story import Story
from tests.stories import case_page, desk, done, refused

Reached = Callable[..., Story]
PEOPLE = ("zhifa1", "zhifa3", "duizhang1", "juzhang", "fazhi", "gongshi", "jiandu")
STEPS = "lead filing filing_signing investigation report notice plea decision service performance closure"
LARGE: dict[str, Any] = {"cause": "C05", "fine": Decimal(8000)}
STORIES = [
    *({"stop": stop} for stop in STEPS.split()),
    {"stop": "correction", "cause": "C01", "fine": 500},
    *({"stop": stop, **LARGE} for stop in ("review", "deliberation")),
    {"stop": "hearing", "hearing": True, **LARGE},
]


def pane(story: Story, who: str) -> Pane:
    found: Pane = work(story.bureau.actor(who), story.proceeding)["pane"]
    return found


def groups(shown: Pane) -> Iterable[Group]:
    return (*shown.lacks, *shown.not_now)


def titles(rows: Iterable[Row]) -> list[str]:
    return [row.title for row in rows]


def follow(story: Story, who: str, row: Row | Lack) -> None:
    """What a row leads to is there for whoever reads it."""
    if row.go is not None and not row.go.sends:
        assert desk(story, who).get(row.go.url).status_code == 200, row


@pytest.mark.parametrize("plan", STORIES, ids=lambda plan: plan["stop"])
def test_every_step_for_everybody(reached: Reached, plan: dict[str, Any]) -> None:
    story = reached(**plan)
    for who in PEOPLE:
        page = desk(story, who).get(f"/office/cases/{story.case_id}/")
        if page.status_code == 404:
            continue
        shown, html = pane(story, who), page.content.decode()
        assert shown.mine or shown.others or shown.lacks, f"{who}: nothing is said"
        of_others = (row for aside in shown.asides_of_others for row in aside.rows)
        for row in (*shown.asides, *of_others):
            assert row.citation and row.title in html, row
        for row in (*shown.mine, *shown.others):
            assert row.citation and row.title in html, row
            assert row.who, row
        for row in shown.mine:
            assert row.go is not None, row
            follow(story, who, row)
        told = [lack.sentence for group in shown.lacks for lack in group.lacks]
        assert len(told) == len(set(told)), told
        everything = titles((*shown.mine, *shown.others, *shown.done))
        assert len(everything) == len(set(everything)), everything
        for group in groups(shown):
            for lack in group.lacks:
                follow(story, who, lack)
        assert 'aria-disabled="true"' not in html.partition('id="next-steps"')[2].partition("案情</h2>")[0]


def test_who_may_and_who_else_may(reached: Reached) -> None:
    story = reached(stop="filing_signing")
    (sign,) = (row for row in pane(story, "zhifa1").others if row.title.startswith("签署《"))
    head = story.bureau.officers["juzhang"].name
    assert "机关负责人（" in sign.who and head in sign.who and sign.needed_for
    (mine,) = (row for row in pane(story, "juzhang").mine if row.title == sign.title)
    assert mine.go and "/papers/" in mine.go.url
    assert "缺少《立案" in refused(story, "cases.complete_step")


def test_a_paper_to_be_made_is_a_button_and_is_told_once(reached: Reached) -> None:
    story = reached(stop="filing")
    shown, title = pane(story, "zhifa1"), "制作《立案（不予立案）审批表》"
    (row,) = (row for row in shown.mine if row.title == title)
    assert row.needed_for and dict(row.go.sends if row.go else ())["form"] == "D03"
    assert not any("缺少《立案" in lack.sentence for group in shown.lacks for lack in group.lacks)
    assert "缺少《立案" in refused(story, "cases.complete_step")
    sent = dict(row.go.sends) if row.go else {}
    assert desk(story, "zhifa1").post(row.go.url if row.go else "", sent).status_code == 302
    assert title not in titles(pane(story, "zhifa1").mine)
    assert "填写《立案（不予立案）审批表》，提交签批" in titles(pane(story, "zhifa1").mine)


def test_leading_on(reached: Reached) -> None:
    story = reached(stop="lead")
    story.paper("D02")
    (row,) = (row for row in pane(story, "zhifa1").mine if row.title == "完成“线索核查”")
    assert row.note == "进入“立案审批”" and row.go
    (seen,) = (row for row in pane(story, "fazhi").others if "完成" in row.title)
    assert "承办人（" in seen.who and "中队长（" in seen.who
    assert desk(story, "zhifa1").post(row.go.url, dict(row.go.sends)).status_code == 302
    assert story.proceeding.step == "filing"


def test_ways_have_their_conditions_in_words(reached: Reached) -> None:
    story = reached(stop="investigation")
    first, usual = pane(story, "zhifa1").ways
    assert (first.title, first.when, first.is_taken) == ("责令改正", "须先或者已经责令改正", False)
    assert (usual.title, usual.when, usual.is_taken) == ("调查终结", "", True)
    shown = case_page(story, who="zhifa1")
    assert "下一步的去向" in shown and "还缺：须先或者已经责令改正" in shown


def test_where_only_one_step_can_follow_there_is_no_choice(reached: Reached) -> None:
    assert not pane(reached(stop="notice"), "zhifa1").ways


def test_a_remedy_leads_to_the_act_that_it_names(reached: Reached) -> None:
    story = reached(stop="report")
    lacks = [lack for group in pane(story, "zhifa1").lacks for lack in group.lacks]
    links = [part for lack in lacks for part in lack.remedy if part.url]
    assert all(f"/cases/{story.case_id}/" in part.url for part in links)
    acts = {"查明事实": "/a/", "登记当事人": "/b/"}
    assert parts_of("请先查明事实。", acts=acts) == (Part("请先"), Part("查明事实", "/a/"), Part("。"))
    assert parts_of("请先登记当事人的申请。", acts=acts) == (Part("请先登记当事人的申请。"),)


def test_whose_office_it_is_and_who_is_not_on_the_case_reads_why(reached: Reached) -> None:
    story = reached(stop="investigation")
    assert not pane(story, "zhifa1").personal
    other = next(
        who
        for who in ("zhifa3", "zhifa5", "duizhang1")
        if desk(story, who).get(f"/office/cases/{story.case_id}/").status_code == 200
    )
    assert any("您不是本案承办人" in lack.sentence for lack in pane(story, other).personal)
    assert not pane(story, "fazhi").personal
    assert "您不是本案承办人" in refused(
        story, "cases.add_evidence", who=other, kind="record", name="笔录", proves="经过"
    )


def test_the_list_as_json(reached: Reached) -> None:
    story = reached(stop="notice")
    answer = desk(story, "zhifa1").get(f"/office/cases/{story.case_id}/next.json")
    said = answer.json()
    assert said["case"] == story.case_id and said["step"] == "事先告知"
    assert [row["title"] for row in said["mine"]] == titles(pane(story, "zhifa1").mine)
    assert "no-store" in answer.headers["Cache-Control"]
    assert desk(story, "guanli").get(f"/office/cases/{story.case_id}/next.json").status_code == 404


def test_nobody_is_named_who_may_not(reached: Reached) -> None:
    story = reached(stop="decision_approved")
    (row,) = (row for row in pane(story, "zhifa1").others if row.title == "作出行政处罚决定")
    recused = story.bureau.officers["fujuzhang"]
    assert recused.name in row.who
    done(story, "cases.ask_recusal", asked_by="party", of=recused.pk, reason="当事人称其有利害关系。")
    assert "尚未决定" in refused(story, "penalty.decide_penalty", who="juzhang")
    shown = pane(story, "zhifa1")
    assert "作出行政处罚决定" not in titles(shown.others)
    assert any("办理“作出行政处罚决定”" in group.holds for group in shown.lacks)
    answer = {"is_granted": True, "answer": "情况属实，应当回避。"}
    superior = {"decided_by": "舞钢市人民政府", "decision_number": "舞政回〔2026〕1号"}
    done(story, "cases.decide_recusal", who="juzhang", of=recused.pk, **answer, **superior)
    names = " ".join(row.who for row in pane(story, "zhifa1").others if "机关负责人" in row.who)
    assert recused.name not in names
