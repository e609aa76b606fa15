"""What papers say follows from rows: each plea with its answer, each proof once, the day of the report."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from sanzhi.cases import board, deadlines, queries
from sanzhi.demo.story import Story
from sanzhi.documents import queries as documents
from sanzhi.kernel import clock
from tests.stories import done, refused

Reached = Callable[..., Story]
NO = {"is_accepted": False, "answer": "经复核，没有提供证明。"}


def says(story: Story, form: str) -> dict[str, Any]:
    """What the newest issued paper of this form says."""
    rows = [row for row in queries.papers(story.proceeding) if row.form == form and row.is_issued]
    return dict(rows[-1].document.values)


def known(story: Story, form: str) -> dict[str, Any]:
    """What the case would fill in now."""
    return documents.fixed(form, board.facts_of(story.proceeding, documents.form(form).fixed_paths))


def pleaded_twice(reached: Reached) -> Story:
    story = reached(stop="plea")
    done(story, "cases.record_plea", text="生意困难，请求从轻。")
    clock.advance(timedelta(days=1))
    done(story, "cases.answer_plea", **NO)
    story.paper("D31")
    story.paper("D32")
    done(story, "cases.record_plea", text="补充提交低保证明，请求从轻。", manner="written")
    clock.advance(timedelta(days=1))
    done(story, "cases.answer_plea", is_accepted=True, answer="经复核，证明属实。")
    return story


def test_each_plea_is_told_with_its_day_its_manner_and_its_answer(reached: Reached) -> None:
    story = pleaded_twice(reached)
    story.paper("D31")
    story.paper("D32")
    first, second = says(story, "D31")["pleas"]
    assert (first["day"], first["manner"], first["said"]) == ("2026年9月5日", "口头", "生意困难，请求从轻。")
    assert (second["day"], second["manner"]) == ("2026年9月6日", "书面")
    assert first["notice"].startswith("舞城管罚告字〔2026〕第")
    first, second = says(story, "D32")["pleas"]
    assert (first["answer"], first["result"], first["answered_on"]) == (
        NO["answer"],
        "不予采纳",
        "2026年9月6日",
    )
    assert (second["said"], second["result"]) == ("补充提交低保证明，请求从轻。", "采纳")
    assert first["proposed"] == second["proposed"] == "罚款800元（人民币捌佰元整）"
    heard = known(story, "D41")["plea"]
    assert heard.startswith(
        "2026年9月5日，你（单位）口头陈述、申辩：生意困难，请求从轻。经复核，没有提供证明。对上述意见不予采纳。"
        "2026年9月6日，你（单位）书面陈述、申辩：补充提交低保证明，请求从轻。经复核，证明属实。对上述意见予以采纳。"
    )
    assert known(story, "D40")["plea"].count("当事人") == 2


def test_an_answer_given_by_a_slip_is_given_again(reached: Reached) -> None:
    story = reached(stop="plea")
    done(story, "cases.record_plea", text="请求减免罚款。")
    plea = queries.pleas(story.proceeding)[-1].pk
    slip, right = {**NO, "is_accepted": True, "answer": "经复核，没有提供证明。"}, {**NO, "plea": plea}
    assert "第一次复核的不写" in refused(
        story, "cases.answer_plea", **slip, changed_because="勾选有误，更正。"
    )
    done(story, "cases.answer_plea", **slip)
    story.paper("D31")
    story.paper("D32")
    clock.advance(timedelta(days=10))
    assert "没有相应减轻" in refused(story, "cases.complete_step")
    said = refused(story, "cases.answer_plea", **right)
    assert "已经复核，重新复核的，请写明理由" in said and "行政处罚法第四十五条" in said
    why = {"changed_because": "勾选有误，实际不予采纳。"}
    row = done(story, "cases.answer_plea", **right, **why)
    (before,) = row.earlier_answers
    assert before["is_accepted"] and before["changed_because"] == why["changed_because"]
    assert "同样的复核意见已经登记" in refused(story, "cases.answer_plea", **right, **why)
    assert "没有写全当事人的陈述申辩和复核" in refused(story, "cases.complete_step")
    story.paper("D32")
    assert says(story, "D32")["pleas"][0]["result"] == "不予采纳"
    assert done(story, "cases.complete_step").step == "decision"


def test_a_paper_made_before_the_last_plea_is_made_again(reached: Reached) -> None:
    story = pleaded_twice(reached)
    until = deadlines.deadline(story.proceeding, "plea")
    assert until is not None
    clock.advance(until.on - clock.today() + timedelta(days=1))
    said = refused(story, "cases.complete_step")
    assert said.count("没有写全当事人的陈述申辩和复核") == 2 and "行政处罚法第四十五条" in said
    story.paper("D31")
    assert "《陈述申辩笔录》没有写全" not in refused(story, "cases.complete_step")
    story.paper("D32")
    assert "没有写全" not in refused(
        story, "cases.complete_step"
    )  # what was accepted is still to be proposed


def test_what_has_no_answer_yet_gets_none(reached: Reached) -> None:
    story = reached(stop="plea")
    done(story, "cases.record_plea", text="请求从轻。")
    assert known(story, "D32")["pleas"] is None
    assert "经复核" not in known(story, "D40")["plea"]


def test_a_waiver_is_told_as_one_and_a_later_plea_beside_it(reached: Reached) -> None:
    story = reached(stop="plea")
    story._film("statement_defence")
    done(story, "cases.record_plea", is_waived=True)
    assert known(story, "D41")["plea"] == "2026年9月5日，你（单位）口头明确放弃陈述、申辩的权利。"
    done(story, "cases.record_plea", text="请求从轻。")
    done(story, "cases.answer_plea", **NO)
    assert [row["said"] for row in known(story, "D31")["pleas"]] == [
        "当事人明确放弃陈述、申辩的权利。",
        "请求从轻。",
    ]
    assert len(known(story, "D32")["pleas"]) == 1


def test_the_same_proof_is_entered_once(reached: Reached) -> None:
    story = reached(stop="report")
    proof = {"kind": "record", "name": "现场检查笔录", "proves": "违法行为的时间、地点和现场情况"}
    said = refused(story, "cases.add_evidence", **proof)
    assert "本案已经登记过“现场检查笔录”" in said and "行政处罚法第四十六条" in said
    done(story, "cases.add_evidence", **{**proof, "name": "现场检查笔录（9月3日）"})


def test_a_decision_made_anew_lists_each_proof_once(reached: Reached) -> None:
    story = reached(after="anew")
    names = [row["name"] for row in says(story, "D41")["evidence"]]
    assert len(names) == len(set(names)) == 6 and "补充现场检查笔录" in names


def test_the_report_of_a_spot_penalty_is_dated_by_its_issue(reached: Reached) -> None:
    story = reached(
        procedure="penalty/simplified", cause="C17", fine=50, quantities={"items": 1}, stop="filing_report"
    )
    assert "reported_on" not in {field.name for field in documents.form("D44").fields}
    assert "没有“reported_on”这一栏" in refused(
        story, "cases.write_document", form="D44", values={"reported_on": "2030-01-01"}
    )
