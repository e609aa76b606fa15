"""Each state that can stay stands in somebody's worklist: every step of every procedure, every status, every open matter.

The tables below are held against the models and procedures: a new state without a row here fails.
"""

import random
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from sanzhi.catalogues.commands import StartEdition, start_edition
from sanzhi.catalogues.models import Kind
from sanzhi.demo import people
from sanzhi.demo.cast import Bureau
from sanzhi.demo.seizing import AT_ONCE
from sanzhi.demo.story import Story
from sanzhi.kernel import clock, jobs
from sanzhi.supervision.open_matters import WAITS
from sanzhi.supervision.worklist import tasks_of
from tests.offices import assert_owned, assert_something_can_be_done, tasks_by_person
from tests.stories import done

pytestmark = pytest.mark.usefixtures("unprinted")
Reached = Callable[..., Story]
GRAVE: dict[str, Any] = {"cause": "C05", "fine": 8000}
SPOT: dict[str, Any] = {"procedure": "penalty/simplified", "cause": "C56", "fine": 100}


def spared(story: Story) -> None:
    story._educate()
    story.paper("D40")
    done(story, "penalty.decide_no_penalty", who="juzhang")
    done(story, "cases.complete_step", who="juzhang")


def overturned(story: Story) -> None:
    story._overturn(kind="revoked", overturned_for=["procedure"], ground="立案前没有表明身份。")


STEPS: dict[tuple[str, str], tuple[dict[str, Any], Callable[[Story], None] | None]] = {
    ("penalty/ordinary", step): ({"stop": step, **more}, None)
    for step, more in {
        "lead": {},
        "filing": {},
        "investigation": {},
        "correction": {"cause": "C07", "fine": None},
        "report": {},
        "notice": {},
        "plea": {},
        "hearing": {"hearing": True, **GRAVE},
        "review": GRAVE | {"stop": "review_submitted"},
        "deliberation": GRAVE,
        "decision": {},
        "service": {},
        "performance": {},
        "closure": {},
    }.items()
}
STEPS |= {
    ("penalty/ordinary", "spare"): ({"stop": "spare", "spares": True}, None),
    ("penalty/ordinary", "spare_service"): ({"stop": "spare", "spares": True}, spared),
    ("penalty/simplified", "on_the_spot"): ({"stop": "on_the_spot", **SPOT}, None),
    ("penalty/simplified", "filing_report"): ({"stop": "filing_report", **SPOT}, None),
    ("penalty/simplified", "performance"): ({"stop": "performance", **SPOT}, None),
    ("penalty/simplified", "closure"): ({"stop": "closure", **SPOT}, None),
}
HOUSE: dict[str, Any] = {"procedure": "coercion/demolition-order", "cause": "QZ07", "fine": None}
STEPS |= {
    ("coercion/demolition-order", step): ({"stop": stop, **HOUSE}, None)
    for step, stop in {
        "found": "building",
        "stop_review": "stop_review",
        "investigation": "sorting",
        "notice": "removal_notice",
        "plea": "removal_plea",
        "decision": "removal_decision",
        "service": "removal_service",
        "performance": "removal_ordered",
    }.items()
}
ELSEWHERE = {  # the step stands behind a decision that was revoked: the same step, held by the same office
    ("penalty/ordinary", "overturned"),
    ("penalty/simplified", "overturned"),
    ("coercion/demolition-order", "overturned"),
    ("coercion/demolition-order", "closure"),
    ("coercion/demolition-order", "review"),
    ("coercion/demolition-order", "deliberation"),
}


def stands(reached: Reached, place: tuple[str, str]) -> Story:
    plan, onward = STEPS[place]
    story = reached(**plan)
    if onward:
        onward(story)
    assert story.proceeding.step == place[1]
    return story


@pytest.mark.parametrize("place", STEPS, ids=lambda place: "-".join(place))
def test_every_step_has_an_owner(reached: Reached, place: tuple[str, str]) -> None:
    story = stands(reached, place)
    assert_owned(story, story.plan.officers)


# a paper is with its signers, a matter with the head, the papers are done: what is left for whom
ON_THE_WAY: list[dict[str, Any]] = [
    {"stop": "filing_signing"},
    {"stop": "decision_signing"},
    {"stop": "decision_approved"},
    {"stop": "review", **GRAVE},
    {"stop": "recusal_asked", "aside": ("recusal",)},
    {"stop": "suspended", "aside": ("suspension",)},
    {"stop": "appraised", "aside": ("appraisal",)},
    {"stop": "sampling_begun", "aside": ("sampling",)},
    {"stop": "referral_reported", "refers": "agency"},
    {"stop": "referral_approved", "refers": "agency"},
    {"stop": "referral_handed", "refers": "police"},
]


@pytest.mark.parametrize("plan", ON_THE_WAY, ids=lambda plan: str(plan["stop"]))
def test_between_the_steps_too(reached: Reached, plan: dict[str, Any]) -> None:
    assert_something_can_be_done(reached(**plan))


@pytest.mark.parametrize(
    ("plan", "kind"),
    [
        ({"stop": "decision"}, "决定"),
        ({"stop": "decision_approved"}, "决定（待机关负责人办理）"),
        ({"stop": "closure", **SPOT}, "结案（待中队长、机关负责人办理）"),
    ],
)
def test_who_handles_is_told_for_whom_the_case_waits(
    reached: Reached, plan: dict[str, Any], kind: str
) -> None:
    story = reached(**plan)
    found = tasks_by_person(story.bureau)
    assert [row for row, _ in found["zhifa1"]] == [kind]
    assert kind.partition("（")[0] in {row for row, _ in found["juzhang"]}
    if plan["stop"] == "decision_approved":  # decided, he leads it on
        done(story, "penalty.decide_penalty", who="juzhang")
        assert [row for row, _ in tasks_by_person(story.bureau)["zhifa1"]] == ["决定"]


def ask_correction(story: Story) -> None:
    paper = next(row for row in story.proceeding.papers.all() if row.form == "D41")
    service = {"document": paper.document_id, "method": "direct", "served_on": clock.today()}
    receiver = {"received_by": story.plan.party["name"], "relation": "本人", "place": "演示大道9号"}
    done(story, "cases.correct_service", **service, **receiver, reason="地点录入有误。")


def proposes(story: Story) -> None:
    story._proposes("sampling", "遮阳伞一把，直径3米")


TRUCK: dict[str, Any] = {
    "cause": "C25-F",
    "party": people.organisation(random.Random(1)),
    "fine": 5000,
    "aside": ("seizure",),
}


def seizes_at_once(story: Story) -> None:
    story.lane = story.case.proceedings.exclude(main=None).get().pk
    story._film("seizure")
    done(story, "coercion.seize_at_once", proceeding=story.lane, **AT_ONCE)


# kind of task: (plan, what is done, who has it, who has not)
MATTERS: dict[str, tuple[dict[str, Any], Callable[[Story], Any] | None, str, str]] = {
    "回避决定": ({"stop": "recusal_asked", "aside": ("recusal",)}, None, "juzhang", "zhifa3"),
    "中止待恢复": ({"stop": "suspended", "aside": ("suspension",)}, None, "juzhang", "zhifa3"),
    "鉴定待收到": ({"stop": "appraised", "aside": ("appraisal",)}, None, "zhifa1", "zhifa3"),
    "登记更正审批": ({"stop": "performance"}, ask_correction, "juzhang", "zhifa1"),
    "移送审批": ({"stop": "referral_reported", "refers": "agency"}, None, "juzhang", "zhifa1"),
    "移交": ({"stop": "referral_approved", "refers": "agency"}, None, "zhifa1", "juzhang"),
    "证据保存待实施": ({"stop": "sampling", "aside": ("sampling",)}, proposes, "zhifa1", "zhifa3"),
    "证据保存待处理": ({"stop": "sampling_begun", "aside": ("sampling",)}, None, "juzhang", "zhifa3"),
    "查封扣押补办批准": ({**TRUCK, "stop": "seizure"}, seizes_at_once, "juzhang", "zhifa1"),
    "查封扣押财物待处理": ({**TRUCK, "stop": "seizure_kept"}, None, "juzhang", "zhifa1"),
    "查封扣押财物待交接": ({**TRUCK, "stop": "seizure_lifted"}, None, "zhifa1", "juzhang"),
}
TOLD_IN_OTHER_TESTS = {  # the same table, reached by longer roads
    "撤销变更审核": "cases/tests/test_refusals_of_overturning.py",
    "撤销变更决定": "cases/tests/test_refusals_of_overturning.py",
    "公安机关答复待登记": "penalty/tests/test_refusals_of_referral.py",
    "延期缴纳审批": "penalty/tests/test_money.py",
    "复议诉讼待答复": "cases/tests/test_contests.py",
    "许可后检查": "licensing/tests/test_ends.py",
    "征收减免审批": "levy/tests/test_what_waits.py",
    "征收退费待退还": "levy/tests/test_what_waits.py",
    "征用异议待答复": "requisition/tests/test_what_waits.py",
    "网上补正待登记": "licensing/tests/test_filed.py",
    "网上撤回待登记": "licensing/tests/test_filed.py",
}


@pytest.mark.parametrize("kind", MATTERS)
def test_what_is_put_before_somebody_stands_in_his_list(reached: Reached, kind: str) -> None:
    plan, act, who, other = MATTERS[kind]
    story = reached(**plan)
    if act:
        act(story)
    found = tasks_by_person(story.bureau)
    assert (kind, story.case.number) in found[who]
    assert kind not in {row for row, _ in found[other]}


def test_every_open_matter_is_among_them() -> None:
    assert {wait.kind for wait in WAITS} == set(MATTERS) | set(TOLD_IN_OTHER_TESTS)


def test_what_is_overdue_stands_before_the_leaders(reached: Reached) -> None:
    story = reached(stop="lead")
    assert "线索逾期" not in dict(tasks_by_person(story.bureau)["juzhang"])
    clock.advance(timedelta(days=36))
    found = tasks_by_person(story.bureau)
    for who in ("juzhang", "duizhang1"):
        assert ("线索逾期", story.case.number) in found[who]
    (task,) = (row for row in tasks_of(story.bureau.actor("zhifa1")) if row.detail == story.case.number)
    assert task.is_late and task.terms[0].days < 0


def test_a_case_that_nobody_can_handle_waits_for_the_leader(reached: Reached) -> None:
    story = reached(stop="investigation")
    for who in story.plan.officers:
        done(story, "organisation.change_officer", who="guanli", **leaves(story, who))
    found = tasks_by_person(story.bureau)
    assert ("指派承办人", story.case.number) in found["duizhang1"]
    assert ("指派承办人", story.case.number) in found["juzhang"]
    assert ("指派承办人", story.case.number) not in found["duizhang2"]


def leaves(story: Story, who: str) -> dict[str, Any]:
    officer = story.bureau.officers[who]
    return {"officer": officer.pk, "roles": officer.roles, "unit": officer.unit_id, "left_on": clock.today()}


def test_drafts_and_what_was_returned_wait_for_who_writes(reached: Reached) -> None:
    story = reached(stop="filing_signing")
    paper = story.proceeding.papers.get(document__form="D03").document
    done(story, "cases.return_document", who="juzhang", document=paper.pk, reason="案由写得不全。")
    kinds = {kind for kind, _ in tasks_by_person(story.bureau)["zhifa1"]}
    assert "文书退回修改" in kinds
    done(story, "cases.write_document", form="D12")
    assert "文书待完成" in {kind for kind, _ in tasks_by_person(story.bureau)["zhifa1"]}


def test_lists_wait_for_who_compiles_them(bureau: Bureau) -> None:
    fazhi, authority = bureau.actor("fazhi"), bureau.authority.code
    start_edition(fazhi, StartEdition(authority=authority, kind=Kind.GUIDES))
    assert "清单起草" in {task.kind for task in tasks_of(fazhi)}
    jobs.run_due()
