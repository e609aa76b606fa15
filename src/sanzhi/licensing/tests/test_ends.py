"""Renewed, changed, ended: what each refuses (行政许可法 §§8, 49, 50, 69, 70)."""

import random
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from sanzhi.demo import people
from sanzhi.demo.cast import Bureau
from sanzhi.demo.deeds import Plan
from sanzhi.demo.licences import LicenceStory
from sanzhi.demo.media import record
from sanzhi.demo.story import Story
from sanzhi.documents.models import Document
from sanzhi.kernel import clock
from sanzhi.law.days import chinese_date
from sanzhi.law.deadlines import add_months
from sanzhi.law.measures import Measure
from sanzhi.licensing import commands
from sanzhi.licensing.commands.propose_licence import CARD as PROPOSING
from sanzhi.licensing.models import BanGround, Ended
from sanzhi.licensing.standing import lasting, state_on, term_begins
from sanzhi.publications.models import Paper
from sanzhi.supervision.worklist import tasks_of
from tests.licences import Applied
from tests.stories import done, reasons, refused

FACTS = "经复查，准予所依据的客观情况与准予时不同，已经核实。"


def renewal(story: LicenceStory, **changes: Any) -> dict[str, Any]:
    licence = story.licence
    return {
        "licence": licence.pk,
        "content": "工程尚未完成，申请延续。",
        "ends_on": licence.valid_until + timedelta(days=30),
        "received_on": clock.today(),
        **changes,
    }


def not_taken(story: LicenceStory, **changes: Any) -> str:
    order = commands.ApplyForRenewal.model_validate(renewal(story, **changes))
    return reasons(lambda: commands.apply_for_renewal(story.officer, order))


def begun(story: LicenceStory, ground: str, **changes: Any) -> Any:
    order = {"licence": story.licence_id, "ground": ground, "facts": FACTS, **changes}
    return commands.begin_ending(story.officer, commands.BeginEnding.model_validate(order))


def not_begun(story: LicenceStory, ground: str, **changes: Any) -> str:
    return reasons(lambda: begun(story, ground, **changes))


def test_what_cannot_be_renewed(applied: Applied) -> None:
    story = applied()
    assert "不超过6个月" in not_taken(story, ends_on=story.licence.valid_until + timedelta(days=400))
    assert "不要求提交" in not_taken(story, handed=["护照"])
    order = commands.ApplyForRenewal.model_validate(renewal(story))
    commands.apply_for_renewal(story.officer, order)
    assert "正在办理" in not_taken(story)


def test_who_follows_a_licence_comes_after_it(applied: Applied) -> None:
    story = applied()
    early = story.licence.granted_on - timedelta(days=1)
    assert "早于许可" in not_taken(story, received_on=early)


def test_a_renewal_is_asked_for_ahead(applied: Applied) -> None:
    """行政许可法 §50(1): thirty days; of a road the Regulation itself says 提前 (城市道路管理条例 §36)."""
    story = applied(cause="XK03", days=90)
    last = story.licence.valid_until - timedelta(days=30)
    clock.advance(timedelta(days=(last - clock.today()).days + 1))
    assert "应当在有效期届满30日前申请" in not_taken(story)
    order = commands.ApplyForRenewal.model_validate(renewal(story, received_on=last))
    assert commands.apply_for_renewal(story.officer, order).received_on == last


def test_what_has_run_out_is_applied_for_anew(applied: Applied) -> None:
    story = applied()
    clock.advance(timedelta(days=200))
    assert "现在的状态是“已届满”" in not_taken(story)


def test_an_item_that_is_not_renewed(applied: Applied) -> None:
    story = applied(cause="XK11", days=7)
    assert "不能延续" in not_taken(story)


def test_silence_renews(applied: Applied) -> None:
    """行政许可法 §50(2): undecided on the last day, it counts as granted, and cannot be refused any more."""
    story = applied(after="renewal", stop="renewal")
    last = story.licence.valid_until
    story.plan.stop = ""
    for days in story.told(("acceptance", "examination")):
        clock.advance(timedelta(days=days))
    assert story.proceeding.step == "proposal"
    clock.advance(timedelta(days=(last - clock.today()).days + 1))
    licence = story.licence
    assert state_on(licence, clock.today()) == "视为准予延续" and lasting(licence) > last
    row = story.proceeding.application
    said = {
        "valid_from": row.starts_on,
        "valid_until": row.ends_on,
        "reason": "没有继续延续的必要，不予延续。",
    }
    assert "已经视为准予延续" in refused(story, "licensing.propose_licence", outcome="不予许可", **said)
    story.propose()
    story.go()
    done(story, "licensing.decide_licence", who="juzhang")
    assert story.licence.valid_until == row.ends_on


def test_a_refusal_that_comes_too_late_is_not_decided(applied: Applied) -> None:
    story = applied(after="renewal", stop="renewal")
    last = story.licence.valid_until
    story.plan.stop, story.plan.is_fit = "", False
    for days in story.told(("acceptance", "examination", "proposal")):
        clock.advance(timedelta(days=days))
    clock.advance(timedelta(days=(last - clock.today()).days + 1))
    assert "不能再不予延续" in refused(story, "licensing.decide_licence", who="juzhang")


def test_a_change_is_written_into_the_licence(applied: Applied) -> None:
    story = applied()
    until = story.licence.valid_until + timedelta(days=20)
    story.change(until, content="增加挖掘长度五米，期限顺延二十日。")
    for days in story.told(("acceptance", "examination", "proposal", "licence_decision")):
        clock.advance(timedelta(days=days))
    assert story.licence.valid_until == until
    assert Paper.objects.exclude(since="").count() == 2  # the first decision and certificate say so


def test_a_change_keeps_the_first_day_and_the_longest_term(applied: Applied) -> None:
    """行政许可法 §49: decision, certificate and register say one term; what the item allows counts from its first day."""
    story = applied()
    licence = story.licence
    longest = add_months(licence.valid_from, 6)
    beyond = {**renewal(story), "ends_on": longest + timedelta(days=1)}
    order = commands.ApplyForChange.model_validate(beyond)
    assert "不超过6个月" in reasons(lambda: commands.apply_for_change(story.officer, order))
    story.change(longest, content="增加挖掘长度五米，期限顺延。")
    for days in story.told(("acceptance", "examination")):
        clock.advance(timedelta(days=days))
    said = {"outcome": "准予", "valid_until": longest, "reason": "收到的申请材料经审查符合法定条件。"}
    later = licence.valid_from + timedelta(days=1)
    assert "不改变许可的起始日" in refused(
        story, "licensing.propose_licence", **{**said, "valid_from": later}
    )
    for days in story.told(("proposal", "licence_decision")):
        clock.advance(timedelta(days=days))
    term = f"有效期自{chinese_date(licence.valid_from)}至{chinese_date(longest)}"
    paper = Document.objects.filter(form="D100").latest("id").values
    assert story.proceeding.decision.text.endswith(term)
    assert (paper["valid_from"], paper["valid_until"]) == (str(licence.valid_from), str(longest))


def test_a_change_of_our_own_licence_is_ours(applied: Applied) -> None:
    story = applied()
    row = commands.apply_for_change(story.officer, commands.ApplyForChange.model_validate(renewal(story)))
    story._enter(row.proceeding.case_id)
    why = "该路段由县公路部门管理，请向其申请。"
    elsewhere = {"ground": "not_ours", "reason": why, "apply_to": "舞钢市公路事业发展中心"}
    said = refused(story, "licensing.decline_application", **elsewhere)
    assert "是本机关准予的，变更、延续属于本机关职权范围" in said


def test_papers_that_did_not_come_in_are_not_called_complete(applied: Applied) -> None:
    story = applied()
    row = commands.apply_for_change(
        story.officer, commands.ApplyForChange.model_validate({**renewal(story), "handed": ["申请书"]})
    )
    story._enter(row.proceeding.case_id)
    for days in story.told(("acceptance", "examination")):
        clock.advance(timedelta(days=days))
    begun = PROPOSING.initial(story.proceeding)
    assert "齐全" not in begun["reason"]
    said = {**begun, "reason": "申请材料齐全，经审查符合法定条件。"}
    assert "没有收到城市规划部门批准签发的文件" in refused(story, "licensing.propose_licence", **said)
    done(story, "licensing.propose_licence", **begun)


def test_what_was_renewed_counts_from_its_renewal(applied: Applied) -> None:
    """行政许可法 §50: a new term of the same licence, on one certificate."""
    story = applied(after="renewal")
    licence, row = story.licence, story.proceeding.application
    assert story.proceeding.decision.text.endswith(
        f"有效期自{chinese_date(licence.valid_from)}至{chinese_date(row.ends_on)}"
    )
    assert term_begins(licence) == row.starts_on == licence.valid_until - timedelta(days=30)


@pytest.mark.parametrize(
    ("ground", "more", "words"),
    [
        ("expired", {}, "不符"),
        ("dead", {}, "不符"),
        ("ended", {}, "不符"),
        ("facts_changed", {}, "应当依法补偿"),
        ("unfit", {}, "应当依法赔偿"),
        ("fraud", {"compensation": "赔偿损失一千元。"}, "不受保护"),
    ],
)
def test_each_end_has_its_own_grounds(
    applied: Applied, ground: str, more: dict[str, str], words: str
) -> None:
    assert words in not_begun(applied(), ground, **more)


def test_rescinded_for_fraud_bans_for_three_years(applied: Applied) -> None:
    story = applied(ends="fraud")
    ban = story.proceeding.ban
    assert ban.ground == BanGround.FRAUD and ban.until.year == ban.since.year + 3
    assert "已经撤销" in not_begun(story, "fraud")
    cancelled = begun(story, "ended")
    story.plan.ends = ""
    story._enter(cancelled.proceeding.case_id)
    story.propose_end()
    story.go()
    done(story, "licensing.decide_licence", who="juzhang")
    licence = story.licence
    assert licence.ended_as == Ended.RESCINDED and licence.cancelled_on
    assert state_on(licence, clock.today()) == "已撤销，已注销"
    assert "已经撤销" in not_begun(story, "ended")


def test_the_holder_is_told_before_it_is_recalled(applied: Applied) -> None:
    story = applied()
    recalled = begun(story, "facts_changed", compensation="按剩余期限补偿二千元。")
    story._enter(recalled.proceeding.case_id)
    story.propose_end()
    story.go()
    assert "尚未告知听证的权利" in refused(story, "licensing.decide_licence", who="juzhang")


def test_an_ending_is_forgone(applied: Applied) -> None:
    story = applied(ends="fraud", stop="ending")
    why = "经核实出具单位的证明有误，原批准文件真实。"
    done(story, "licensing.forgo_ending", who="juzhang", reason=why)
    assert (
        "没有待决定的" in refused(story, "licensing.propose_ending", reason=FACTS)
        or story.proceeding.step == "closure"
    )
    done(story, "cases.close_case", who="duizhang1", kind="forgone", reason="不再撤销。")
    assert state_on(story.licence, clock.today()) == "尚未生效"


def test_an_application_is_not_closed_as_an_ending(applied: Applied) -> None:
    story = applied(stop="examined")
    done(story, "licensing.withdraw_application", asked_on=clock.today(), proof="书面申请")
    assert "可以这样结束" in refused(
        story, "cases.close_case", who="duizhang1", kind="forgone", reason="不再办理。"
    )


def test_a_penalty_revokes_and_licensing_only_notes_it(applied: Applied) -> None:
    story = applied()
    order = commands.NoteRevocation(licence=story.licence_id, decision="舞城管罚决字〔2026〕第1号")
    assert "没有文号为" in reasons(lambda: commands.note_revocation(story.officer, order))


def revoked(bureau: Bureau, party: dict[str, Any]) -> Story:
    """A penalty that takes the certificate of the party away, decided and not served yet."""
    plan = Plan(
        cause="C52-3",
        party=party,
        place="舞钢市演示大道8号",
        summary=f"{party['name']}在舞钢市演示大道8号未按规定处置建筑垃圾，情节严重。",
        fine=Decimal(60000),
        measures=[Measure.REVOCATION],
        stop="service",
        record=record,
    )
    story = Story(bureau, plan)
    story.tell()
    return story


@pytest.mark.parametrize("same", [True, False], ids=["of the holder", "of another"])
def test_the_certificate_that_a_penalty_revoked_is_gone(applied: Applied, bureau: Bureau, same: bool) -> None:
    story = applied()
    other = people.organisation(random.Random(99))
    penalty = revoked(bureau, story.plan.party if same else other)
    order = commands.NoteRevocation(licence=story.licence_id, decision=penalty.proceeding.decision.number)
    if not same:
        assert "没有文号为" in reasons(lambda: commands.note_revocation(story.officer, order))
        assert state_on(story.licence, clock.today()) == "有效"
        return
    licence = commands.note_revocation(story.officer, order)
    assert licence.ended_as == Ended.REVOKED and state_on(licence, clock.today()) == "已吊销"
    since = f"所载许可证件已被吊销，见{order.decision}。"
    assert set(Paper.objects.exclude(since="").values_list("since", flat=True)) == {since}
    assert "已经吊销" in reasons(lambda: commands.note_revocation(story.officer, order))


def test_who_checks_a_certificate_reads_its_number(applied: Applied, client: Client) -> None:
    story = applied()
    paper = Paper.objects.get(title="行政许可证")
    shown = client.get(f"/verify/{paper.token}/").content.decode()
    assert paper.number == story.licence.number and story.licence.number in shown
    assert "无文号" not in shown


def test_what_has_ended_is_not_revoked(applied: Applied) -> None:
    story = applied(ends="fraud")
    order = commands.NoteRevocation(licence=story.licence_id, decision="舞城管罚决字〔2026〕第1号")
    assert "已经撤销" in reasons(lambda: commands.note_revocation(story.officer, order))


def test_the_applicant_stays_who_applied(applied: Applied) -> None:
    story = applied(stop="examined")
    party = story.plan.party
    other = {**party, "name": "舞钢市他人工程有限公司（演示）", "credit_code": "91000000MA00000000"}
    assert "不能换成他人" in refused(story, "cases.register_party", **other)
    done(story, "cases.register_party", **{**party, "phone": "0375-0000001"})


def test_the_dead_apply_no_more(applied: Applied) -> None:
    story = applied(stop="examined")
    done(story, "cases.end_investigation", who="juzhang", ground="dissolved", proof="市场监管部门注销登记")
    done(story, "cases.close_case", who="duizhang1", kind="ended", reason="申请人已经注销。")
    assert story.case.closed_on


def test_what_is_of_investigations_is_not_done_here(applied: Applied) -> None:
    story = applied(stop="examined")
    assert "程序不这样办理" in refused(
        story, "cases.suspend_case", who="juzhang", ground="other", reason="等待其他机关的结果。"
    )


LOOKED = {"found": "沟槽已经回填，路面按原样恢复，长度、宽度与许可相符。"}
FOLLOW = "licensing.follow_up"


def test_what_was_granted_is_looked_at_once_more(applied: Applied) -> None:
    """行政许可法 §61: the list says within how many days; who handled it has it in the list until it is done."""
    story = applied(stop="closed")
    due = story.licence.follow_ups.get().due_on
    (row,) = (row for row in tasks_of(story.officer) if row.kind == "许可后检查")
    assert (row.due_on, row.detail) == (due, story.case.number)
    today = {"looked_on": clock.today(), **LOOKED}
    assert "应当逐项写明" in refused(story, FOLLOW, **today)
    assert "不填不符合的内容" in refused(story, FOLLOW, **today, fits=True, unmet="超出五平方米")
    tomorrow = clock.today() + timedelta(days=1)
    assert "不晚于今天" in refused(story, FOLLOW, **{**today, "looked_on": tomorrow}, fits=True)
    assert "只有不符合的" in refused(story, FOLLOW, **today, fits=True, recheck_on=tomorrow)
    done(story, FOLLOW, **today, unmet="超出许可宽度半米，三日内恢复。", recheck_on=tomorrow)
    clock.advance(timedelta(days=1))
    done(story, FOLLOW, looked_on=tomorrow, fits=True, **LOOKED)
    first, second = story.licence.follow_ups.order_by("id")
    assert (first.fits, second.fits, len(second.officers)) == (False, True, 2)
    assert "没有等待登记" in refused(story, FOLLOW, looked_on=tomorrow, fits=True, **LOOKED)
    assert "许可后检查" not in {row.kind for row in tasks_of(story.officer)}


def test_one_alone_looks_at_nothing(applied: Applied) -> None:
    story = applied(stop="closed")
    gone = story.bureau.officers["zhifa2"]
    left = {"officer": gone.pk, "roles": gone.roles, "unit": gone.unit_id, "left_on": clock.today()}
    done(story, "organisation.change_officer", who="guanli", **left)
    assert "执法人员不得少于2人" in refused(story, FOLLOW, looked_on=clock.today(), fits=True, **LOOKED)
