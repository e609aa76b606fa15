"""Enforcement ends before all was done only on the head's record and its proof (行政强制法 §40)."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from sanzhi.cases import board, queries
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.law.measures import Measure
from sanzhi.penalty.contesting import court_period
from sanzhi.penalty.owed import late_penalty_today
from sanzhi.penalty.queries import enforcement_end
from tests.stories import done, ending_refused, refused

Reached = Callable[..., Story]
END = "penalty.end_enforcement"
DIED: dict[str, Any] = {"who": "juzhang", "ground": "died", "proof": "死亡医学证明书、遗产调查笔录"}


def close(story: Story, kind: str, reason: str = "当事人死亡，无遗产可供执行。") -> Any:
    return {"who": "duizhang1", "kind": kind, "reason": reason}


def test_a_dead_party_owes_nothing_that_can_be_taken(reached: Reached) -> None:
    story = reached(stop="performance", pays=False)
    assert "机关负责人办理" in refused(story, END, **{**DIED, "who": "zhifa1"})
    told = refused(story, END, **{**DIED, "ground": "dissolved"})
    assert "与当事人的类别不符" in told and "行政强制法第四十条" in told
    assert "没有人民法院准予执行的记录" in refused(story, END, **{**DIED, "ground": "court"})
    told = refused(story, END, **{**DIED, "ground": "gone"})
    assert "是金钱义务，没有灭失的执行标的" in told and "行政强制法第四十条第三项" in told
    done(story, END, **DIED)
    assert story.proceeding.step == "closure"
    assert "已经终结执行" in refused(story, END, **DIED)
    reason = close(story, "ended")["reason"]
    assert "应以“终止”结案" in ending_refused(story, "performed", reason=reason)
    story.paper("D68", {"closure_kind": "ended", "closure_reason": reason})
    paper = next(reversed(queries.issued_for(story.proceeding, "closure")))
    assert "无遗产可供执行" in paper.document.values["execution"]
    assert done(story, "cases.close_case", **close(story, "ended")).closed_on


def test_nothing_ends_that_was_not_decided_or_has_fallen(reached: Reached) -> None:
    story = reached(stop="notice")
    told = refused(story, END, **DIED)
    assert "本案没有作出处罚决定" in told and "请办理终止调查" in told


def test_what_has_fallen_is_not_enforced_anyway(reached: Reached) -> None:
    story = reached(stop="performance")
    wrong = {"kind": "revoked", "overturned_for": ["evidence"], "ground": "认定的违法主体有误。"}
    done(story, "cases.propose_overturn", **wrong)
    done(story, "cases.overturn_decision", who="juzhang")
    assert "决定已被撤销，不再执行" in refused(story, END, **DIED)


def test_nothing_ends_while_it_is_disputed(reached: Reached) -> None:
    story = reached(stop="performance", pays=False)
    remedy = {"way": "litigation", "body": "舞钢市人民法院", "number": "（2026）豫0481行初9号"}
    done(story, "cases.record_contest", accepted_on=clock.today(), **remedy)
    assert "行政诉讼尚未审结，不能终结执行" in refused(story, END, **DIED)
    done(story, "cases.end_contest", ended_on=clock.today(), outcome="upheld", is_effective=True)
    done(story, END, **DIED)


def test_a_case_is_not_ended_without_the_record(reached: Reached) -> None:
    story = reached(stop="closure")
    for kind in ("ended", "court"):
        told = ending_refused(story, kind, reason=close(story, kind)["reason"])
        assert "没有批准终结执行的记录" in told and "行政强制法第四十条" in told
    story.paper("D68", {"closure_kind": "performed", "closure_reason": ""})
    assert "没有批准终结执行的记录" in refused(story, "cases.close_case", **close(story, "court"))


def test_nothing_ends_of_which_the_party_was_not_told(reached: Reached) -> None:
    goods = {"measures": [Measure.CONFISCATION_OF_GOODS], "confiscates": "彩钢棚一处", "confiscated": 600}
    story = reached(stop="service", cause="C34-2", fine=None, **goods)
    gone = {"who": "juzhang", "ground": "gone", "proof": "现场查看照片"}
    told = refused(story, END, **gone)
    assert "《行政处罚决定书》尚未送达" in told and "行政处罚法第六十一条" in told
    told_by = story.proceeding.decision.document_id
    assert told_by is not None
    story.serve_paper(told_by)
    assert done(story, END, **gone).ground == "gone"


def test_who_died_before_the_service_is_served_nothing(reached: Reached) -> None:
    assert done(reached(stop="service"), END, **DIED).ground == "died"


def test_each_change_of_our_own_is_served_before_the_case_ends(reached: Reached) -> None:
    story = reached(stop="performance")
    made: list[Any] = []
    for fine in (700, 600):
        why = {"overturned_for": ["unfit"], "ground": "未考虑从轻情节，裁量不当。", "fine": fine}
        done(story, "cases.propose_overturn", kind="changed", **why)
        made.append(done(story, "cases.overturn_decision", who="juzhang").document_id)
    story.serve_paper(made[1])
    assert not board.may_close(story.proceeding, "performed")
    story.pay(Decimal(600))
    for kind in ("performed", "court"):
        told = str(board.may_close(story.proceeding, kind))
        assert "尚未送达" in told and "行政处罚法第六十一条" in told
    story.serve_paper(made[0])
    assert board.may_close(story.proceeding, "performed")


LESS = {"overturned_for": ["unfit"], "ground": "未考虑从轻情节，裁量不当。", "fine": 600}


def changed(reached: Reached) -> tuple[Story, int]:
    """Changed by ourselves to 600 yuan, which nobody has told the party."""
    story = reached(stop="performance", pays=False)
    done(story, "cases.propose_overturn", kind="changed", **LESS)
    paper: int = done(story, "cases.overturn_decision", who="juzhang").document_id
    return story, paper


def test_who_was_not_told_the_change_is_not_taken_to_court(reached: Reached) -> None:
    story, paper = changed(reached)
    ask = {"statement": "当事人没有提出意见。", "object_state": "罚款六百元。"}
    told = refused(story, "penalty.apply_to_court", who="juzhang", **ask)
    assert "决定书》尚未送达" in told and "行政处罚法第六十一条" in told
    story.serve_paper(paper)
    assert "决定书》尚未送达" not in refused(story, "penalty.apply_to_court", who="juzhang", **ask)


@pytest.mark.parametrize("is_told", [True, False])
def test_who_paid_and_died_before_the_change_was_told(reached: Reached, is_told: bool) -> None:
    story, paper = changed(reached)
    story.pay(Decimal(600))
    if is_told:
        story.serve_paper(paper)
        assert "已经全部履行" in refused(story, END, **DIED)
    else:
        assert done(story, END, **DIED).ground == "died"


def test_the_enforcement_against_who_lives_goes_on(reached: Reached) -> None:
    story = reached(stop="performance", pays=False)
    lives = {"proof": "户籍证明、本人到场", "reason": "死亡证明是同名同姓的另一人的。"}
    told = refused(story, "penalty.correct_enforcement_end", **lives)
    assert "本案没有终结执行的登记" in told and "行政强制法第四十条" in told
    done(story, END, **DIED)
    reason = close(story, "ended")["reason"]
    story.paper("D68", {"closure_kind": "ended", "closure_reason": reason})
    done(story, "cases.close_case", **close(story, "ended"))
    row = done(story, "penalty.correct_enforcement_end", **lives)
    done(story, "cases.settle_correction", who="fujuzhang", correction=row.pk, is_approved=True)
    assert story.proceeding.step == "performance" and story.case.closed_on is None
    assert enforcement_end(story.proceeding) is None and story.proceeding.enforcement_ends.count() == 1
    story.paper("D48")
    story.pay(Decimal(800))
    story.go()
    assert story.proceeding.step == "closure"


def test_while_the_end_was_wrong_nothing_accrues_and_no_time_runs(reached: Reached) -> None:
    story = reached(stop="performance", pays=False)
    clock.advance(timedelta(days=30))
    before, until = late_penalty_today(story.proceeding), court_period(story.proceeding)
    assert before is not None and until is not None
    done(story, END, **DIED)
    clock.advance(timedelta(days=200))
    lives = {"proof": "户籍证明、本人到场", "reason": "死亡证明是同名同姓的另一人的。"}
    row = done(story, "penalty.correct_enforcement_end", **lives)
    done(story, "cases.settle_correction", who="fujuzhang", correction=row.pk, is_approved=True)
    clock.advance(timedelta(days=1))
    after, later = late_penalty_today(story.proceeding), court_period(story.proceeding)
    assert after is not None and later is not None
    assert (
        after.days == before.days
    )  # the day of the wrong end is left out, the day after its correction counts
    assert (later.on - until.on).days > 0
    assert any("终结执行的登记有误，已经更正" in said for said in later.explained)


def test_what_is_done_is_not_ended_but_closed(reached: Reached) -> None:
    story = reached(stop="performance", pays=False)
    story.pay(Decimal(800))
    told = refused(story, END, **DIED)
    assert "已经全部履行" in told and "行政强制法第四十条" in told and "请办理结案" in told
