"""Each state that can stay stands in somebody's worklist: every step of every procedure, every status, every open matter.

The tables below are held against the models and procedures: a new state without a row here fails.
"""

import random
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps
from django.db import models

from sanzhi.cases import board, desk, queries, waiting
from sanzhi.cases.card import act_named
from sanzhi.catalogues.commands import StartEdition, start_edition
from sanzhi.catalogues.models import Kind
from sanzhi.catalogues.queries import procedure_in_force
from sanzhi.demo import people
from sanzhi.demo.cast import PEOPLE, Bureau
from sanzhi.demo.seizing import AT_ONCE
from sanzhi.demo.story import Story
from sanzhi.documents.models import Status
from sanzhi.kernel import clock, jobs
from sanzhi.kernel.actor import Actor
from sanzhi.organisation.roles import Role
from sanzhi.supervision.open_matters import WAITS
from sanzhi.supervision.worklist import tasks_of
from tests.stories import done

pytestmark = pytest.mark.usefixtures("unprinted")
Reached = Callable[..., Story]
GRAVE: dict[str, Any] = {"cause": "C05", "fine": 8000}
SPOT: dict[str, Any] = {"procedure": "penalty/simplified", "cause": "C56", "fine": 100}


def tasks_by_person(bureau: Bureau) -> dict[str, list[tuple[str, str]]]:
    return {
        who: [(task.kind, task.detail) for task in tasks_of(bureau.actor(who))] for who in bureau.officers
    }


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
    step = queries.procedure_of(story.proceeding).step(place[1])
    found = tasks_by_person(story.bureau)
    own = {who for who, tasks in found.items() if _at(step.title, story, tasks)}
    for role in waiting.owners_of(step):
        people = set(story.plan.officers) if role == Role.OFFICER else _of(role)
        listed = _reviewed(found) if step.key == "review" and role == Role.LEGAL_REVIEWER else own
        assert people & (own | listed), f"{step.title}：{role}"
    assert_something_can_be_done(story)


def _at(title: str, story: Story, tasks: list[tuple[str, str]]) -> bool:
    return any(kind.partition("（")[0] == title and of == story.case.number for kind, of in tasks)


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


def assert_something_can_be_done(story: Story) -> None:
    """Whoever has the case in the list may do something there now, or reads for whom it waits and may not."""
    title = queries.step_title_of(story.proceeding)
    for who in story.bureau.officers:
        actor = story.bureau.actor(who)
        for kind in {row.kind for row in tasks_of(actor) if row.detail == story.case.number}:
            if kind == title:
                assert possible(actor, story), f"{who}：{kind}"
            elif kind.startswith(f"{title}（待"):
                assert not must(actor, story), f"{who}：{kind}"


def possible(actor: Actor, story: Story) -> list[str]:
    """What the actor may do at the step: its acts, a paper of it, to lead on."""
    at_work = desk.work(actor, story.proceeding)
    acts = {act_named(name).title for name in at_work["step"].acts}
    return [
        *(row.title for row in at_work["offers"] if row.verdict and row.title in acts),
        *must(actor, story),
    ]


def must(actor: Actor, story: Story) -> list[str]:
    """Without what the case does not go on, and who may do it: a paper that nobody has begun, the next step."""
    at_work = desk.work(actor, story.proceeding)
    papers = (row for row in at_work["papers"] if row.may and not row.is_automatic)
    unmade = [row.title for row in papers if row.paper is None or row.paper.document.status == Status.DRAFT]
    return [*unmade, *(["完成环节"] if at_work["verdict"] and not at_work["is_last"] else [])]


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


def _of(role: str) -> set[str]:
    return {person.username for person in PEOPLE if role in person.roles}


def _reviewed(found: dict[str, list[tuple[str, str]]]) -> set[str]:
    """Before it is sent in, a review waits for the officers alone."""
    return {who for who, tasks in found.items() if any(kind == "法制审核" for kind, _ in tasks)}


def test_every_step_is_among_them(reached: Reached) -> None:
    code = reached(stop="lead").case.authority.code
    steps = {
        (key, step.key)
        for key in board.procedures()
        for step in procedure_in_force(code, key).procedure.steps
    }
    assert steps == set(STEPS) | ELSEWHERE


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
    assert task.days is not None and task.days < 0


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


# every column that tells how far a row is: what stands open in it, or why nothing waits
COLUMNS: dict[str, str] = {
    "catalogues.Edition.status": "起草、退回、通过、报送：清单起草、清单退回修改、清单待施行、清单审核；施行、被替代为终局",
    "documents.Document.status": "草稿：文书待完成、文书退回修改；签批中：签批；已签发、已作废为终局",
    "disclosure.Release.state": "待整理、待审批：公示整理、公示审批；已公示、不公示、已撤回为终局，应当撤回的另列",
    "applications.Application.state": "草稿等申请人，到期清除；已提交的：网上申请待接收；已撤回的：网上撤回待登记；其余为终局",
    "publications.Publication.status": "公示件的状态由公示办理带动，不等人",
}
ROWS: dict[str, str] = {
    "amendments.Adjustment": "依据调整",
    "recordings.Gap": "音像缺漏审定、音像缺漏重新说明",
    "recordings.Recording": "音像时间确认",
    "recordings.Upload": "音像未传完；七日未接续的由后台放弃",
    "reviews.Review": "法制审核",
    "cases.Overturn": "撤销变更审核、撤销变更决定",
    "cases.RecordCorrection": "登记更正审批",
    "cases.Suspension": "中止待恢复",
    "cases.Appraisal": "鉴定待收到",
    "cases.Recusal": "回避决定",
    "penalty.Deferral": "延期缴纳审批",
    "penalty.Referral": "移送审批、移交、公安机关答复待登记",
    "penalty.Preservation": "证据保存待实施、证据保存待处理",
    "coercion.Seizure": "查封扣押补办批准；其余随环节",
    "coercion.SeizedThing": "查封扣押财物待处理、查封扣押财物待交接",
    "coercion.Enforcement": "随环节：催告、代履行、费用",
    "coercion.Halt": "日期是事实；中止的由程序的期限提示",
    "coercion.Agreement": "日期是事实；协议期间由承办人查看履行",
    "cases.Proceeding": "环节：由环节的岗位办理",
    "cases.Case": "随程序",
    "cases.StepVisit": "随环节",
    "cases.Assignment": "无人可办的：指派承办人",
    "cases.Partner": "同行执法确认",
    "cases.Plea": "随环节：未复核的离不开陈述申辩环节",
    "cases.Hearing": "随环节：听证环节由法制审核人员办理",
    "cases.Finding": "日期是事实，不等人",
    "cases.CaseParty": "出生日期，不等人",
    "catalogues.Remark": "随清单版本：退回修改",
    "documents.Document": "见状态",
    "documents.Service": "公告日期是事实，不等人",
    "catalogues.Edition": "见状态",
    "disclosure.Release": "见状态；应当撤回的列入撤回公示",
    "publications.Publication": "见状态",
    "penalty.Correction": "随环节：未复查的离不开责令改正环节",
    "penalty.CourtAnswer": "随环节：执行",
    "penalty.Confiscation": "随环节：撤销后处理",
    "ledger.JointAct": "双人事项确认",
    "ledger.Witness": "停用日是事实，不等人",
    "coercion.Structure": "随环节：未复查、未认定的离不开其环节",
    "coercion.Entrusting": "责成由人民政府作出，承办人登记，案件在其环节中",
    "coercion.Contest": "复议、诉讼由他机关办理，结果由承办人登记，案件在其环节中",
    "coercion.Demolition": "随环节：公告、实施日",
    "coercion.LeftThing": "随环节：没有领取、提存的离不开财物环节",
    "penalty.Remedy": "复议、诉讼由他机关办理，结果由承办人登记，案件在其环节中",
}
BESIDE = {"kernel", "organisation", "statutes"}  # jobs, people and laws wait for no office


def test_every_column_that_tells_of_waiting_is_explained() -> None:
    states, rows = set(), set()
    for model in apps.get_models():
        if not model.__module__.startswith("sanzhi") or model._meta.app_label in BESIDE:
            continue
        label = model._meta.label
        states |= {
            f"{label}.{field.name}" for field in model._meta.fields if field.name in {"status", "state"}
        }
        kinds = (models.DateField, models.DateTimeField, models.BooleanField)
        rows |= {label for field in model._meta.fields if field.null and isinstance(field, kinds)}
    assert (states, rows) == (set(COLUMNS), set(ROWS))
