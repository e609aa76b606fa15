"""What is refused before a levy is decided: no tariff, no evidence, another item, an old list, out of order, twice."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from sanzhi.cases.models import EndedFor, Proceeding
from sanzhi.catalogues.models import Edition, Status
from sanzhi.demo.levying import LevyStory
from sanzhi.kernel import clock
from sanzhi.levy.queries import assessment_of
from tests.fees import LATE_RATE, Levied, give_late_rate
from tests.renewals import begun, passed, renewed
from tests.stories import done, reasons, refused

ASSESS, LOWER = "levy.assess_levy", "levy.decide_lowering"
RELIEF = {"relief": "残疾人自主经营", "reason": "本人是残疾人。", "proof": "残疾人证"}


def said(proceeding: Proceeding, **changes: object) -> dict[str, object]:
    row = assessment_of(proceeding)
    assert row is not None
    use = row.used[0]
    usual = {"item": row.item, "quantity": use.quantity, "from_on": use.from_on, "to_on": use.to_on}
    return {**usual, "evidence": row.evidence, "reason": "重新核实面积和期间。", **changes}


def test_nothing_is_assessed_without_a_party_a_tariff_two_officers(levied: Levied) -> None:
    story = levied(stop="assessment")
    proceeding = story.proceeding
    proof = [row.pk for row in story.case.evidence.all()]
    today = clock.today()
    use = {"item": story.plan.item, "quantity": 10, "from_on": today, "evidence": proof}
    words = {"reason": "面积已经现场勘验。"}
    assert "按日计，应当填写截止日" in refused(story, ASSESS, **use, **words)
    assert "期间有误" in refused(story, ASSESS, **use, **words, to_on=today - timedelta(days=1))
    other = {**use, "item": "城市道路挖掘修复费（沥青路面）"}
    assert "不是“征收城市道路占用费”的收费项目" in refused(story, ASSESS, **other, **words)
    assert "没有“不存在的费”的收费标准" in refused(story, ASSESS, **{**use, "item": "不存在的费"}, **words)
    crumb = {**use, "quantity": "0.01", "to_on": today}
    assert "不足一分，没有可以征收的金额" in refused(story, ASSESS, **crumb, **words)
    foreign = {**use, "evidence": [999999], "to_on": today}
    assert "所选的证据不是本案的" in refused(story, ASSESS, **foreign, **words)
    assert proceeding.case.closed_on is None


def test_a_day_without_a_tariff_is_named(levied: Levied) -> None:
    story = levied(stop="assessed")
    long_ago = clock.today().replace(year=2023)
    early = said(story.proceeding, from_on=long_ago, to_on=clock.today())
    assert "2023年9月1日没有收费标准" in refused(story, ASSESS, **early)


def test_a_table_with_a_gap_is_not_put_in_force_and_the_gap_is_named(levied: Levied) -> None:
    story = levied(stop="assessed")
    said_of_it = reasons(lambda: renewed(story.bureau, "tariffs", at="SF01", upto="80"))
    assert "档次有空缺：80至100没有标准" in said_of_it
    late = {"late_percent": "0.05", "late_basis": ""}
    edition = begun_anew(story)
    refusal = refused(
        story,
        "catalogues.save_row",
        who="fazhi",
        edition=edition,
        code="SF02",
        values=row_of(story, "SF02", **late),
    )
    assert "应当同时填写" in refusal


def begun_anew(story: LevyStory) -> int:
    return Edition.objects.filter(kind="tariffs").exclude(status=Status.IN_FORCE).latest("pk").pk


def row_of(story: LevyStory, code: str, **changes: object) -> dict[str, object]:
    row = Edition.objects.get(kind="tariffs", status=Status.IN_FORCE).rows.get(code=code)
    return {**row.content, **changes}


def test_without_a_party_nothing_is_assessed(levied: Levied) -> None:
    story = levied(stop="assessment")
    power = {"procedure": "levy/fee", "power": "ZS02", "on": clock.today(), "place": "演示路口"}
    other = done(story, "cases.begin_own_motion", **power, summary="经批准挖掘城市道路铺设管线。")
    use = {"item": "城市道路挖掘修复费（沥青路面）", "quantity": 5, "from_on": clock.today(), "evidence": [1]}
    told = refused(story, ASSESS, case=other.case_id, **use, reason="面积已经勘验。")
    assert "尚未登记缴费义务人" in told and "不得少于2人" in told


def test_quantity_is_counted_once_and_no_list_without_items(levied: Levied) -> None:
    story = levied(
        stop="assessed",
        power="ZS02",
        item="城市道路挖掘修复费（沥青路面）",
        by_day=False,
        quantity=Decimal(5),
    )
    row = assessment_of(story.proceeding)
    assert row is not None and row.amount == Decimal(1300)
    assert "不按日计，不填截止日" in refused(story, ASSESS, **said(story.proceeding))
    edition = begun(story.bureau, "tariffs")
    values = {**row_of(story, "SF03"), "power": "ZS01"}
    done(story, "catalogues.save_row", who="fazhi", edition=edition.pk, code="SF03", values=values)
    passed(story.bureau, edition)
    assert "收费标准清单中没有" in refused(story, ASSESS, **said(story.proceeding, to_on=None))


def test_a_newer_list_is_assessed_anew(levied: Levied) -> None:
    story = levied(stop="decision")
    renewed(story.bureau, "tariffs", at="SF03", price="270")
    told = refused(story, "levy.decide_levy", who="juzhang")
    assert "核定所用的已不是现行版本" in told


def test_told_heard_and_then_decided(levied: Levied) -> None:
    story = levied(stop="notice")
    assert "此时不能这样办理" in refused(story, "levy.decide_levy", who="juzhang")
    assert "没有这一岗位" in refused(story, "levy.decide_levy", who="zhifa1")
    assert "尚未书面告知" in refused(story, "cases.complete_step")
    told = levied(stop="plea", place="舞钢市演示大道9号门前")
    assert "陈述申辩期限到" in refused(told, "cases.complete_step")


def test_more_than_was_told_is_told_anew_and_what_was_accepted_is_followed(levied: Levied) -> None:
    story = levied(stop="plea")
    done(story, "cases.record_plea", text="面积应当是一百平方米。")
    done(story, "cases.answer_plea", is_accepted=True, answer="平面图多计了台阶，应当扣除。")
    clock.advance(timedelta(days=9))
    assert "采纳当事人的陈述申辩" in refused(story, "cases.complete_step")
    done(story, ASSESS, **said(story.proceeding, quantity=130))
    assert "重于已告知的：征收" in refused(story, "cases.complete_step")


def test_a_relief_waits_for_the_head_and_is_assessed(levied: Levied) -> None:
    story = levied(stop="assessed")
    assert "没有“不存在”的减免" in refused(story, "levy.ask_lowering", **{**RELIEF, "relief": "不存在"})
    assert "没有等待审批的减免" in refused(story, LOWER, who="juzhang", outcome="准予", opinion="证件属实。")
    done(story, "levy.ask_lowering", **RELIEF)
    assert "尚未审批" in refused(story, "cases.complete_step")
    assert "尚未审批" in refused(story, ASSESS, **said(story.proceeding))
    done(story, LOWER, who="juzhang", outcome="准予", opinion="证件属实，同意。")
    assert "应为1980元" in refused(story, "cases.complete_step")
    assert "已经准予" in refused(story, "levy.ask_lowering", **RELIEF)
    done(story, ASSESS, **said(story.proceeding))
    row = assessment_of(story.proceeding)
    assert row is not None and row.amount == Decimal(1980)
    story.go()


def test_no_relief_without_a_row_of_the_list(levied: Levied) -> None:
    story = levied(stop="assessed", item="城市道路占用费（施工占用）")
    assert "没有规定“城市道路占用费（施工占用）”的减免" in refused(story, "levy.ask_lowering", **RELIEF)
    early = levied(stop="assessment", place="舞钢市演示大道9号门前")
    assert "尚未核定征收数额" in refused(early, "levy.ask_lowering", **RELIEF)
    assert "尚未核定征收数额" in refused(early, "cases.complete_step")


def test_what_is_not_owed_ends_before_the_decision(levied: Levied) -> None:
    story = levied(stop="plea")
    end = {"proof": "原批准文件和免费使用协议", "reason": "经核实属于免缴的公共设施占用。"}
    died = refused(story, "levy.end_levy", who="juzhang", ground="died", **end)
    assert "以不应当征收终止" in died
    assert "此时不能" in refused(
        story, "cases.close_case", who="juzhang", kind="not_owed", reason="不应当征收。"
    )
    done(story, "levy.end_levy", who="juzhang", ground="not_owed", **end)
    again = refused(story, "levy.end_levy", who="juzhang", ground="not_owed", **end)
    assert "此时不能" in again
    cut = {"last_on": clock.today(), "reason": "道路改造需要停止占用。", "proof": "停止占用决定"}
    assert "不再减免" in refused(story, "levy.cut_short", **cut)
    done(story, "cases.close_case", who="juzhang", kind="not_owed", reason="经核实不应当征收。")
    assert story.case.closed_on


def test_a_party_that_dies_before_the_decision(levied: Levied) -> None:
    story = levied(stop="plea")
    ground = next(row for row in EndedFor if row != EndedFor.DISSOLVED)
    ended = {"ground": ground, "proof": "死亡医学证明书复印件"}
    done(story, "cases.end_investigation", who="juzhang", **ended)
    said_of_it = refused(story, "cases.close_case", who="juzhang", kind="not_owed", reason="当事人死亡。")
    assert "没有机关负责人认为不应当征收的决定" in said_of_it
    done(story, "cases.close_case", who="juzhang", kind="ended", reason="当事人死亡，终止办理。")
    assert story.case.closed_on


def test_a_merged_party_is_told_anew(levied: Levied) -> None:
    story = levied(stop="plea")
    party = dict(story.plan.party, name="舞钢市新记百货店", trade_name="舞钢市新记百货店")
    done(story, "cases.register_party", **party)
    clock.advance(timedelta(days=9))
    assert "当事人有变化" in refused(story, "cases.complete_step")


def test_a_late_fee_is_that_of_the_law_that_is_cited(levied: Levied) -> None:
    story = levied(stop="assessed")
    give_late_rate(story.bureau, at="SF02")
    wrong = {
        "第三十七条": {"late_percent": "99", "late_basis": "《城市道路管理条例》第三十七条第一款"},
        "没有规定滞纳金的标准": {**LATE_RATE, "late_basis": "《演示市道路占用收费条例》第一条"},
        "高于《演示市道路占用收费条例》第二条规定的每日0.05%": {**LATE_RATE, "late_percent": "0.06"},
    }
    edition = begun(story.bureau, "tariffs")
    for sentence, late in wrong.items():
        values = row_of(story, "SF02", **late)
        done(story, "catalogues.save_row", who="fazhi", edition=edition.pk, code="SF02", values=values)
        told = refused(story, "catalogues.submit_edition", who="fazhi", edition=edition.pk)
        assert sentence in told


def test_the_same_fee_is_charged_once(levied: Levied) -> None:
    first = levied(stop="decision")
    again = levied(stop="assessment")
    order: dict[str, Any] = said(first.proceeding, evidence=[row.pk for row in again.case.evidence.all()])
    told = refused(again, ASSESS, **order)
    assert f"{first.proceeding.case.number}已向同一缴费义务人" in told and "不得重复征收" in told
    last = order["to_on"]
    assert isinstance(last, date)
    later = {**order, "from_on": last, "to_on": last + timedelta(days=9)}
    assert "不得重复征收" in refused(again, ASSESS, **later)
    after = {**later, "from_on": last + timedelta(days=1)}
    assert "不写不是同一占用的理由" in refused(
        again, ASSESS, **after, apart_for="增加的面积，另有平面图证明。"
    )
    done(again, ASSESS, **after)
    done(again, ASSESS, **order, apart_for="同一门前增加的面积，另有平面图证明。")
    other = levied(stop="assessment", place="舞钢市演示大道9号门前")
    done(other, ASSESS, **{**order, "evidence": [row.pk for row in other.case.evidence.all()]})


def test_nothing_is_assessed_for_years_ahead(levied: Levied) -> None:
    story = levied(stop="assessed")
    far = clock.today() + timedelta(days=367)
    assert "不预先核定这么远的期间" in refused(story, ASSESS, **said(story.proceeding, to_on=far))
    done(story, ASSESS, **said(story.proceeding, to_on=far - timedelta(days=1)))
