"""What every step demands and of whom: its papers and films by name, its acts for the officers of the case only."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from sanzhi.cases.deadlines import deadline, working_calendar
from sanzhi.demo.story import Story
from sanzhi.documents.queries import form_title
from sanzhi.kernel import clock
from sanzhi.law.measures import Measure
from tests.stories import done, refused

Reached = Callable[..., Story]
NO_FINE: dict[str, Any] = {
    "cause": "C34-2",  # 不能拆除的没收实物, 可以并处罚款
    "fine": None,
    "measures": [Measure.CONFISCATION_OF_GOODS],
    "confiscates": "违法搭建的彩钢棚一处",
    "confiscated": 600,
    "corrects": False,
}
LARGE = {"cause": "C05", "fine": 8000, "hearing": True}
SPOT = {"procedure": "penalty/simplified", "cause": "C56", "fine": 100}
STEPS: list[tuple[str, dict[str, Any], set[str], set[str]]] = [
    ("lead", {}, {"D02"}, set()),
    ("filing", {}, {"D03"}, set()),
    ("investigation", {}, {"D08", "D10"}, {"现场检查", "询问"}),
    ("correction", {"cause": "C01"}, {"D23", "D25"}, set()),
    ("report", {}, {"D27"}, set()),
    ("notice", {}, {"D29"}, {"送达"}),
    ("notice", LARGE, {"D30"}, {"送达"}),
    ("hearing", LARGE, {"D34", "D36", "D37", "D38"}, {"听证"}),
    ("review", LARGE, {"D28"}, set()),
    ("deliberation", LARGE, {"D39"}, set()),
    ("decision", {}, {"D40", "D41"}, set()),
    ("service", {}, {"D46"}, {"送达"}),
    ("performance", {}, {"D48"}, set()),
    ("on_the_spot", SPOT, {"D43"}, {"当场处罚"}),
    ("filing_report", SPOT, {"D44"}, set()),
]


@pytest.mark.parametrize(("step", "plan", "papers", "films"), STEPS)
def test_a_step_names_its_papers_and_films(
    reached: Reached, step: str, plan: dict[str, Any], papers: set[str], films: set[str]
) -> None:
    story = reached(stop=step, **plan)
    assert story.proceeding.step == step
    said = refused(story, "cases.complete_step", who="duizhang1")
    assert said.count("缺少《") == len(papers)
    for form in papers:
        assert f"缺少《{form_title(form)}》" in said
    assert said.count("没有音像记录") == len(films)
    for caption in films:
        assert f"“{caption}”没有音像记录" in said


SAYS = "经复查，情况属实。"
ACTS: list[tuple[str, dict[str, Any], str, dict[str, Any]]] = [
    (
        "correction",
        {"cause": "C01"},
        "penalty.order_correction",
        {"content": "立即清理摊位。", "correct_by_on": "2026-12-31"},
    ),
    (
        "correction",
        {"cause": "C01"},
        "penalty.record_correction_review",
        {"is_corrected": True, "result": SAYS},
    ),
    (
        "report",
        {},
        "penalty.propose_penalty",
        {"fine": 800, "correction": "责令立即改正。", "reason": "属一般档次。"},
    ),
    ("report", {}, "cases.add_evidence", {"kind": "record", "name": "现场笔录", "proves": "违法事实"}),
    ("plea", {}, "cases.record_plea", {"text": "请求从轻处理。"}),
    ("plea", {}, "cases.answer_plea", {"is_accepted": False, "answer": "经复核，没有提供证明。"}),
    ("plea", LARGE, "cases.request_hearing", {}),
    (
        "performance",
        {},
        "penalty.record_payment",
        {"amount": 1, "paid_on": "2026-09-01", "receipt_number": "001"},
    ),
    ("performance", {}, "penalty.charge_late_penalty", {}),
]


@pytest.mark.parametrize(("step", "plan", "act", "fields"), ACTS)
def test_an_act_belongs_to_the_officers_of_the_case_at_its_step(
    reached: Reached, step: str, plan: dict[str, Any], act: str, fields: dict[str, Any]
) -> None:
    story = reached(stop=step, **plan)
    for stranger in ("duizhang1", "fazhi", "juzhang"):
        assert "您不是本案承办人，不能办理。（依据：行政处罚法第四十二条）" in refused(
            story, act, who=stranger, **fields
        )


@pytest.mark.parametrize(("step", "plan", "act", "fields"), ACTS)
def test_an_act_waits_for_its_step(
    reached: Reached, step: str, plan: dict[str, Any], act: str, fields: dict[str, Any]
) -> None:
    del step
    story = reached(stop="lead", **plan)
    assert "案件现处“线索核查”环节，此时不能这样办理" in refused(story, act, **fields)


def test_what_has_no_fine_is_not_paid(reached: Reached) -> None:
    paid = {"amount": 1, "paid_on": "2026-09-01", "receipt_number": "001"}
    story = reached(**NO_FINE, stop="performance")
    assert "本案没有罚款决定，不能登记缴款" in refused(story, "penalty.record_payment", **paid)


def test_the_days_that_a_case_counts(reached: Reached) -> None:
    story = reached(stop="service")
    row, calendar = story.proceeding, working_calendar()
    lead, decision, service = (deadline(row, key) for key in ("lead_check", "case_decision", "service"))
    assert lead and decision and service and row.filed_on and row.decided_on
    assert calendar.working_between(row.case.registered_on, lead.on) == 15
    assert decision.on - row.filed_on == timedelta(days=90)
    assert calendar.working_between(row.decided_on, service.on) == 7
    assert done(story, "cases.serve_document", **served(story)).served_on == clock.today()


def served(story: Story) -> dict[str, Any]:
    paper = story.proceeding.decision.document_id
    receiver = {"received_by": story.party.name, "relation": "本人"}
    return {"document": paper, "method": "direct", "served_on": clock.today(), **receiver}
