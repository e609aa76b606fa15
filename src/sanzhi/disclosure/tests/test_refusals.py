"""The gate: who prepares, who approves, what leaks, and in which state each verb is allowed."""

from typing import Any

import pytest

from sanzhi.disclosure.models import Release
from sanzhi.disclosure.tests.gate import Reached, opened, published, submission, submitted, text
from sanzhi.kernel import jobs
from sanzhi.kernel.actor import system
from sanzhi.kernel.commands import registered_commands
from tests.stories import UNSAFE, appointed, desk, done, reasons, refused

LAW = "河南省行政执法公示办法"


def test_a_release_opens_once_and_for_a_decision(reached: Reached) -> None:
    story, release = opened(reached)
    command = registered_commands()["disclosure.open_release"]
    machine, order = (
        system(story.bureau.authority.code),
        command.order.model_validate({"decision": release.decision_id}),
    )
    assert "该决定已经启动公示" in reasons(lambda: command.call(machine, order))
    order = command.order.model_validate({"decision": release.decision_id + 1})
    assert "没有这一决定，不能公示" in reasons(lambda: command.call(machine, order))
    assert Release.objects.count() == 1


@pytest.mark.parametrize("who", ["zhifa1", "fazhi", "juzhang"])
def test_the_clerk_prepares(reached: Reached, who: str) -> None:
    story, release = opened(reached)
    said = refused(story, "disclosure.submit_release", who=who, **submission(release))
    assert "公示文本由公示员整理" in said and LAW in said
    done(story, "disclosure.submit_release", who="gongshi", **submission(release))


def test_secrecy_is_checked(reached: Reached) -> None:
    story, release = opened(reached)
    unchecked = submission(release, secrecy_checked=False)
    said = refused(story, "disclosure.submit_release", who="gongshi", **unchecked)
    assert "请先完成保密审查并确认" in said and "行政处罚法第五十条" in said


@pytest.mark.parametrize(
    ("secret", "said"),
    [("name", "自然人姓名"), ("phone", "联系电话"), ("address", "家庭住址"), ("id_number", "当事人身份证号")],
)
def test_what_leaks_is_not_published(reached: Reached, secret: str, said: str) -> None:
    story, this, release = submitted(reached)
    leaky = text(release, 违法事实=f"当事人（{getattr(story.party, secret)}）设置售货亭。")
    told = refused(story, "disclosure.submit_release", who="gongshi", **submission(release, content=leaky))
    assert said in told and "政府信息公开条例第十五条" in told
    done(story, "disclosure.approve_release", who="fazhi", **this)
    correction = {**this, "content": leaky, "reason": "违法事实表述有误"}
    told = refused(story, "disclosure.correct_release", who="gongshi", **correction)
    assert said in told and "行政处罚法第五十条" in told
    done(story, "disclosure.correct_release", who="gongshi", **{**correction, "content": text(release)})


def test_a_home_leaks_also_without_the_city_before_it(reached: Reached) -> None:
    story, release = opened(reached)
    home = story.party.address.removeprefix("舞钢市")
    leaky = text(release, 违法事实=f"当事人住{home}，设置售货亭。")
    said = refused(story, "disclosure.submit_release", who="gongshi", **submission(release, content=leaky))
    assert home != story.party.address and "公示文本中仍有家庭住址。" in said
    done(story, "disclosure.submit_release", who="gongshi", **submission(release))


def test_the_page_does_not_assure_what_no_machine_can(reached: Reached) -> None:
    story, release = opened(reached)
    shown = desk(story, "gongshi").get(f"/office/disclosure/{release.pk}/").content.decode()
    assert "标出的不是全部" in shown and "全文已逐字读过" in shown and "未发现" not in shown


@pytest.mark.parametrize("who", ["zhifa1", "gongshi", "jiandu", "duizhang1"])
def test_a_head_or_the_legal_section_approves_and_withdraws(reached: Reached, who: str) -> None:
    story, this, _ = submitted(reached)
    said = refused(story, "disclosure.approve_release", who=who, **this)
    assert "公示由机关负责人或者法制机构审批" in said and LAW in said
    done(story, "disclosure.approve_release", who="juzhang", **this)
    withdrawal = {**this, **UNSAFE}
    assert "公示由机关负责人或者法制机构审批" in refused(
        story, "disclosure.withdraw_release", who=who, **withdrawal
    )
    assert done(story, "disclosure.withdraw_release", who="fazhi", **withdrawal).state == "withdrawn"


@pytest.mark.parametrize(
    ("ground", "said"),
    [
        ("overturned", "本案决定没有被撤销、变更"),
        ("minor", "已满十八周岁"),
        ("simplified", "不是对自然人适用简易程序"),
    ],
)
def test_a_standing_copy_is_taken_down_on_a_ground_that_holds(
    reached: Reached, ground: str, said: str
) -> None:
    story, this, _ = published(reached)
    order = {**this, "ground": ground, "reason": "依法撤回本公示件。"}
    assert said in refused(story, "disclosure.withdraw_release", who="fazhi", **order)
    gone = done(story, "disclosure.withdraw_release", who="fazhi", **{**order, "ground": "secret"})
    assert (gone.state, gone.ground, gone.ground_text) == ("withdrawn", "secret", "依法撤回本公示件。")


def test_what_was_taken_down_and_stands_may_be_published_anew(reached: Reached) -> None:
    story, this, release = published(reached)
    done(story, "disclosure.withdraw_release", who="fazhi", **this, **UNSAFE)
    done(story, "disclosure.submit_release", who="gongshi", **submission(release))
    again = done(story, "disclosure.approve_release", who="juzhang", **this)
    assert (again.state, again.ground) == ("published", "") and again.publication_id != release.publication_id


def test_nobody_approves_an_own_text(reached: Reached) -> None:
    story, release = opened(reached)
    both = {
        "unit": story.bureau.officers["fazhi"].unit_id,
        "username": "both",
        "password": "long-enough-91",
        "name": "路人甲",
        "roles": ["disclosure_clerk", "legal_reviewer"],
        "has_legal_qualification": True,
    }
    story.bureau.officers["both"] = appointed(story, **both)
    done(story, "disclosure.submit_release", who="both", **submission(release))
    for command, words in (("approve_release", {}), ("return_release", {"reason": "请再遮盖门牌号"})):
        said = refused(story, f"disclosure.{command}", who="both", release=release.pk, **words)
        assert said == f"整理公示文本的人不能自己审批。（依据：{LAW}）请由另一人审批。"
    namesake = {**both, "username": "namesake", "name": story.bureau.officers["gongshi"].name}
    story.bureau.officers["namesake"] = appointed(story, **{**namesake, "roles": ["legal_reviewer"]})
    done(story, "disclosure.submit_release", who="gongshi", **submission(release))
    assert done(story, "disclosure.approve_release", who="namesake", release=release.pk).state == "published"


@pytest.mark.parametrize(
    ("command", "who", "fields", "state"),
    [
        ("approve_release", "fazhi", {}, "待整理"),
        ("correct_release", "gongshi", {"reason": "违法事实表述有误"}, "待整理"),
        ("withdraw_release", "fazhi", UNSAFE, "待整理"),
        ("return_release", "fazhi", {"reason": "请再遮盖门牌号"}, "待整理"),
        ("return_release", "fazhi", {"reason": "请再遮盖门牌号"}, "已公示"),
        ("submit_release", "gongshi", {"secrecy_checked": True}, "已公示"),
        ("approve_release", "fazhi", {}, "已公示"),
        ("exempt_release", "juzhang", {"ground": "secret", "explanation": "涉及个人隐私。"}, "已公示"),
    ],
)
def test_each_verb_has_its_state(
    reached: Reached, command: str, who: str, fields: dict[str, Any], state: str
) -> None:
    story, release = opened(reached) if state == "待整理" else published(reached)[::2]
    if command in {"correct_release", "submit_release"}:
        fields = {**fields, "content": text(release)}
    said = refused(story, f"disclosure.{command}", who=who, release=release.pk, **fields)
    assert said == f"该公示现为“{state}”，不能这样办理。如页面已陈旧，请刷新。"


def test_a_correction_is_prepared_by_the_clerk(reached: Reached) -> None:
    story, this, release = published(reached)
    correction = {**this, "content": text(release), "reason": "违法事实表述有误"}
    assert "公示文本由公示员整理" in refused(story, "disclosure.correct_release", **correction)
    done(story, "disclosure.correct_release", who="gongshi", **correction)


@pytest.mark.parametrize("who", ["gongshi", "fazhi", "zhifa1", "duizhang1"])
def test_the_head_alone_keeps_a_decision_inside(reached: Reached, who: str) -> None:
    story, release = opened(reached)
    inside = {"release": release.pk, "ground": "secret", "explanation": "涉及个人隐私。"}
    said = refused(story, "disclosure.exempt_release", who=who, **inside)
    assert "不予公示须由机关负责人决定" in said and LAW in said
    said = refused(story, "disclosure.exempt_release", who="juzhang", **{**inside, "ground": "simplified"})
    assert "不是对自然人适用简易程序" in said and "河南省社会信用条例第十三条" in said
    assert done(story, "disclosure.exempt_release", who="juzhang", **inside).state == "exempt"


def test_a_small_penalty_on_the_spot_may_stay_inside(reached: Reached) -> None:
    story = reached(procedure="penalty/simplified", cause="C56", fine=100, stop="filing_report")
    jobs.run_due()
    inside = {"release": Release.objects.get().pk, "ground": "simplified", "explanation": "简易程序。"}
    assert done(story, "disclosure.exempt_release", who="juzhang", **inside).ground == "simplified"
