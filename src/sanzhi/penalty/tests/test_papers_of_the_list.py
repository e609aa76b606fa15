"""The papers that a penalty may need beside its steps: what they say is what rows say, and without it there is no paper."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from sanzhi.cases.queries import papers
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.law.days import chinese_date
from sanzhi.penalty.tests.test_court import GRILL
from sanzhi.recordings.models import Recording
from tests.stories import done, refused

Reached = Callable[..., Story]
WRITE, SUBMIT = "cases.write_document", "cases.submit_document"
LARGE = {"cause": "C05", "fine": 8000}


def number_of(story: Story, form: str) -> str:
    return next(row.number for row in papers(story.proceeding) if row.form == form and row.is_issued)


def incomplete(story: Story, form: str, values: dict[str, Any]) -> str:
    """What is said when such a draft is handed in; it is given up."""
    draft = done(story, WRITE, form=form, values=values)
    said = refused(story, SUBMIT, document=draft.pk)
    done(story, "cases.void_document", document=draft.pk, reason="内容填写有误。")
    return said


def test_a_person_is_asked_to_come(reached: Reached) -> None:
    story = reached(stop="investigation")
    asked = {
        "asked_at": (clock.now() + timedelta(days=2)).isoformat()[:16],
        "materials": [{"name": "身份证明"}],
    }
    before = {**asked, "asked_at": (clock.now() - timedelta(days=2)).isoformat()[:16]}
    assert "“调查（询问）时间”不能早于“通知日期”" in incomplete(story, "D11", before)
    assert "请填写“应携带的材料”" in incomplete(story, "D11", {**asked, "materials": []})
    fined = {**asked, "materials": [{"name": "身份证明"}, {"name": "罚款五千元"}]}
    assert "“应携带的材料”不能写处罚" in refused(story, WRITE, form="D11", values=fined)
    paper = story.paper("D11", asked)
    assert paper.values["invited"] == story.party.name and "询通字" in paper.number
    other = done(story, WRITE, form="D11", values={**asked, "invited": "证人甲"})
    assert other.values["invited"] == "证人甲" and other.values["party_name"] == story.party.name


def test_what_was_stopped_may_go_on_when_it_was_seen(reached: Reached) -> None:
    story = reached(stop="investigation")
    assert "还没有《复工通知书》须写明的" in refused(story, WRITE, form="D26")
    said = refused(story, WRITE, form="D24", values={"stop_content": "停业三个月。"})
    assert "不能在文书上改写" in said
    stop = story.paper("D24")
    assert "立即停止上述行为" in stop.values["stop_content"] and "提起行政诉讼" in stop.values["remedy_text"]
    day = clock.today().isoformat()
    seen = {"reviewed_on": day, "conclusion": "售货亭已经自行拆除。", "resume_on": day}
    early = {**seen, "resume_on": (clock.today() - timedelta(days=1)).isoformat()}
    assert "“恢复日期”不能早于“核实日期”" in incomplete(story, "D26", early)
    paid = {**seen, "conclusion": "罚款五千元。"}
    assert "只写查明的情况" in refused(story, WRITE, form="D26", values=paid)
    assert story.paper("D26", seen).values["stop_number"] == stop.number


def test_a_list_of_things_belongs_to_its_notice(reached: Reached) -> None:
    story = reached(stop="registration_begun", aside=("registration",))
    assert "须写明的“所附文书”" in refused(story, WRITE, form="D89")
    story.serve(story.paper("D18"))
    paper = done(story, WRITE, form="D89")
    assert paper.values["belongs_number"] == number_of(story, "D18")
    assert [row["name"] for row in paper.values["items"]] == ["遮阳伞一把，直径3米", "折叠桌两张"]
    rows = [{**row, "quantity": "1"} for row in paper.values["items"]]
    done(story, "cases.fill_document", document=paper.pk, values={"items": rows})
    done(story, SUBMIT, document=paper.pk)
    assert story.sign_all(paper.pk).values["items"][0]["quantity"] == "1"


def test_a_hearing_asked_for_too_late_is_denied_with_the_day(reached: Reached) -> None:
    story = reached(stop="plea", **LARGE)
    request = story.paper("D33", {"reasons": "罚款过重。"})
    assert request.values["notice_number"] == number_of(story, "D30")
    today = clock.today().isoformat()
    told = {"requested_on": today, "ground": "late"}
    assert "“提出申请的日期”不能早于“申请期限届满的次日”" in incomplete(story, "D35", told)
    # 行政处罚法 §63: what the notice offered is not denied for being none
    assert "不属于听证范围的说明" in incomplete(story, "D35", {**told, "ground": "scope"})
    clock.advance(timedelta(days=12))
    denied = story.paper("D35", {**told, "requested_on": clock.today().isoformat()})
    assert denied.values["until"] < denied.values["requested_on"] and "不听字" in denied.number


def test_a_notice_without_hearing_is_answered_as_such(reached: Reached) -> None:
    story = reached(stop="plea")
    day = clock.today().isoformat()
    denied = story.paper("D35", {"requested_on": day, "ground": "scope"})
    assert "没有告知听证权利" in denied.values["scope"] and not denied.values.get("until")


def test_where_all_is_served_there_is_nothing_to_announce(reached: Reached) -> None:
    story = reached(stop="plea")
    assert "须写明的“送达的文书”" in refused(story, WRITE, form="D47")


def test_a_public_notice_tells_the_decision(reached: Reached) -> None:
    story = reached(stop="service")
    why = {"tried": "当事人下落不明，直接送达、邮寄送达均被退回。"}
    assert "请填写“其他方式无法送达的情况”" in incomplete(story, "D47", {})
    paper = story.paper("D47", why)
    assert paper.values["paper_number"] == number_of(story, "D41")
    assert paper.values["digest"] == story.proceeding.decision.text


def test_the_late_penalty_has_its_paper(reached: Reached) -> None:
    story = reached(stop="performance", pays=False)
    assert "请先办理“加处罚款”" in refused(story, WRITE, form="D50")
    clock.advance(timedelta(days=25))
    row = done(story, "penalty.charge_late_penalty")
    paper = story.paper("D50")
    assert Decimal(paper.values["late_amount"]) == row.amount and Decimal(paper.values["fine"]) == 800
    assert f"计至{chinese_date(clock.today())}，计收{row.days}日" in paper.values["late_text"]
    assert "先向" not in paper.values["remedy_text"]  # 行政复议法 §23: it was not decided on the spot


def test_what_is_done_with_confiscated_goods(reached: Reached) -> None:
    story = reached(stop="performance", pays=False, **GRILL)
    assert "请先办理“" in refused(story, WRITE, form="D67")
    taken = {"measure": "confiscation_of_goods", "kept_at": "罚没物品仓库", "voucher": "2026 000077"}
    done(story, "penalty.take_confiscated", taken_on=clock.today(), **taken)
    way = {"way": "destroy", "reason": "没有使用价值，依法应当销毁。"}
    said = incomplete(story, "D67", way)
    assert "请填写“销毁地点”" in said and "请填写“监销人”" in said
    paper = story.paper("D67", {**way, "place": "废旧物资处理站", "supervisors": "甲乙丙、丁戊己"})
    assert [row["voucher"] for row in paper.values["things"]] == ["2026000077"]


def test_an_enforcement_that_ended_is_told(reached: Reached) -> None:
    story = reached(stop="performance", pays=False, **GRILL)
    assert "请先办理“终结执行”" in refused(story, WRITE, form="D64")
    story.pay(Decimal(8000))
    end = {"ground": "gone", "proof": "现场检查笔录"}
    done(story, "penalty.end_enforcement", who="juzhang", **end)
    paper = story.paper("D64")
    assert paper.title == "终结执行通知书" and paper.values["ground"] == "执行标的灭失"


@pytest.mark.parametrize("form", ["D69", "D70", "D71", "D72", "D73"])
def test_the_file_is_made_when_the_case_is_closed(reached: Reached, form: str) -> None:
    assert "请先办理“" in refused(reached(stop="closure"), WRITE, form=form)


def test_the_papers_of_the_file(reached: Reached) -> None:
    story = reached()
    filed = [row for row in papers(story.proceeding) if row.is_issued]
    cover = story.paper("D69", {"archive_number": "20260001", "pages": "40"})
    assert cover.values["pieces"] == str(len(filed)) and cover.values["closed_on"]
    assert "“立卷日期”不能早于“结案日期”" in incomplete(
        story, "D71", {"archived_on": "2026-01-01", "pages": "40"}
    )
    contents = story.paper("D70")
    assert [row["title"] for row in contents.values["contents"]] == [row.title for row in filed]
    register = story.paper("D72")
    kept = Recording.objects.filter(proceeding=story.proceeding)
    assert {row["sha256"] for row in register.values["recordings"]} == {row.sha256 for row in kept}
    read = {"reader": "甲乙丙", "reader_unit": "市司法局", "purpose": "案卷评查。", "scope": "全卷。"}
    assert "请填写“归还期限”" in incomplete(story, "D73", {**read, "way": "read"})
    story.paper("D73", {**read, "way": "copy"})
    # nothing else is written in a closed case
    assert "已经结案" in refused(story, WRITE, form="D12")
