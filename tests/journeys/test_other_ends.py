"""The other ways in which a matter ends, each walked on the pages from the lead to its end."""

import re
from itertools import count

import pytest

from tests.journeys.person import Person
from tests.journeys.work import HEADS, OFFICERS, People, Work, today

pytestmark = pytest.mark.journey
DOORS = count(61)
NUMBERS = {"陆子衿": "00000019900307615X", "贺知微": "000000198811124215", "顾长风": "000000197505063317"}


def test_a_penalty_on_the_spot_is_decided_served_paid_and_revoked(person: People) -> None:
    work = a_lead(person, "penalty/simplified", cause="C56", party="陆子衿")
    work.assign()
    fined(work).sees("尚未登记任何证据")
    with_evidence(work)
    fined(work).sees("当场处罚：已完成")
    work.serve(work.issued("当场行政处罚决定书"))
    work.record("on_the_spot_penalty", name="当场处罚录音.m4a")
    work.complete("当场处罚")
    work.paper("D44", *OFFICERS, "duizhang1")
    work.complete("备案")
    paid(work, "100", receipt="2026-0000-0101")
    work.complete("执行")
    closed(work, "performed", sees="履行完毕")
    revoked(work)


def fined(work: Work) -> Person:
    officer = work.open("zhifa1", "penalise_on_the_spot")
    officer.fill(
        fine="100",
        correction="责令立即清除。",
        gains="0",
        gains_note="当场询问，没有违法所得。",
        conduct="将装修拆除的砖渣混入生活垃圾桶投放。",
        reason="初次违法，能够配合调查。",
        rights_told=True,
    )
    officer.press("当场处罚")
    return officer


def revoked(work: Work) -> None:
    """Found wrong after the end: revoked by the head, served, the money given back, closed again."""
    officer = work.open("zhifa1", "propose_overturn")
    officer.fill(kind=("revoked",), ground="认定的违法主体有误，主要证据不足。")
    officer.page.get_by_label(re.compile("证据")).first.check()
    officer.press("提出撤销、变更决定")
    officer.sees("提出撤销、变更决定：已完成")
    head = work.open("juzhang", "overturn_decision")
    head.press("决定撤销、变更")
    head.sees("决定撤销、变更：已完成")
    work.serve(work.issued("撤销行政执法决定书"))
    officer = work.open("zhifa1", "refund_payment")
    officer.fill(amount="100", refunded_on=today(), voucher="TK2026000101")
    officer.press("退还多收的款项")
    officer.sees("已完成")
    leader = closed(work, "overturned", sees="撤销", reason="决定已经撤销，款项已经退还。")
    assert "退还当事人100元" in leader.page.locator("main").inner_text()


def test_no_penalty_for_who_corrected_at_once(person: People) -> None:
    work = investigated(person, party="贺知微", is_corrected=True)
    officer = work.open("zhifa1", "propose_sparing")
    officer.fill(ground=("minor",), reason="当日拆除，未影响通行，没有造成危害后果。")
    officer.press("提出不予处罚建议")
    officer.sees("提出不予处罚建议：已完成")
    work.paper("D27", *OFFICERS)
    work.complete("调查终结")
    officer = work.open("zhifa1", "record_education")
    officer.fill(content="已宣讲城市市容管理的规定，当事人表示今后遵守。")
    officer.page.locator("main form button[type=submit]").first.click()
    officer.sees("已完成")
    work.paper("D40", *OFFICERS, *HEADS)
    head = work.open("juzhang", "decide_no_penalty")
    head.press("作出不予处罚决定")
    head.sees("作出不予处罚决定：已完成")
    work.complete("不予处罚决定")
    work.serve(work.issued("不予行政处罚决定书"))
    work.paper("D46")
    work.complete("送达不予处罚决定")
    reason = "已作出不予行政处罚决定并送达当事人。"
    work.paper("D68", *OFFICERS, *HEADS, closure_kind=("minor",), closure_reason=reason)
    leader = closed(work, "minor", sees="不予处罚", reason=reason)
    leader.open(f"{work.address}papers/")
    papers = leader.page.locator("main table")
    assert papers.get_by_role("link", name="不予行政处罚决定书", exact=True).count() == 1
    assert papers.get_by_role("link", name="行政处罚决定书", exact=True).count() == 0


def test_a_matter_of_another_agency_is_referred(person: People) -> None:
    work = investigated(person, party="顾长风")
    officer = work.open("zhifa1", "report_referral")
    officer.fill(
        to=("agency",),
        receiver="舞钢市交通运输局（演示）",
        ground="行政处罚法第二十二条、公路法第八十二条",
        reason="经核查，违法行为发生在公路用地范围内，不属于本机关管辖。",
    )
    second = officer.page.locator("main [name='second'] option", has_text="丁文博").get_attribute("value")
    officer.fill(second=(second,))
    officer.press("报告移送")
    officer.sees("报告移送：已完成")
    head = work.open("juzhang", "answer_referral")
    head.fill(approves=True, answer="同意移送。")
    head.page.locator("main form button[type=submit]").first.click()
    head.sees("已完成")
    work.paper("D04", *OFFICERS, "juzhang")
    officer = work.open("zhifa1", "hand_over")
    officer.fill(receipt="演收字〔2026〕101号", received_by="陆接收")
    officer.page.locator("main form button[type=submit]").first.click()
    officer.sees("已完成")
    reason = "已移送有管辖权的机关并取得回执。"
    work.paper("D68", *OFFICERS, *HEADS, closure_kind=("referred",), closure_reason=reason)
    closed(work, "referred", sees="移送", reason=reason)
    clerk = person("gongshi")
    clerk.open("/office/disclosure/")
    assert (
        clerk.page.locator("main tr", has_text="顾长风").count() == 0
    )  # nothing was decided: nothing is published


# ---- what these stories share


def a_lead(person: People, procedure: str, *, cause: str, party: str) -> Work:
    officer = person("zhifa1")
    officer.open("/office/")
    officer.follow("登记线索")
    officer.fill(
        procedure=(procedure,),
        cause_code=(cause,),
        source=("patrol",),
        place=f"舞钢市演示大道{next(DOORS)}号门前",
        summary=f"{party}在演示大道门前占用人行道，经劝导仍未撤离。",
    )
    officer.press("登记")
    officer.sees("已登记线索")
    work = Work(person, "/" + officer.page.url.split("/", 3)[3])
    officer = work.open("zhifa1", "register_party")
    officer.fill(kind=("person",), name=party, id_number=NUMBERS[party], address="舞钢市演示大道家属院3号楼")
    officer.press("登记当事人")
    officer.sees("登记当事人：已完成")
    return work


def with_evidence(work: Work) -> None:
    officer = work.open("zhifa1", "add_evidence")
    officer.fill(kind=("record",), name="现场检查笔录", proves="违法行为的时间、地点和现状")
    officer.press("登记证据")
    officer.sees("登记证据：已完成")


def investigated(person: People, *, party: str, is_corrected: bool = False) -> Work:
    """From the lead to the end of the investigation by the ordinary procedure."""
    work = a_lead(person, "penalty/ordinary", cause="C04", party=party)
    work.assign()
    work.paper("D02", "zhifa1", "duizhang1")
    work.complete("线索核查")
    work.paper("D03", *OFFICERS, *HEADS)
    work.complete("立案审批")
    work.record("site_inspection", name="现场录音.m4a")
    work.record("interview", name="询问录音.m4a")
    with_evidence(work)
    officer = work.open("zhifa1", "establish_facts")
    officer.page.get_by_label(re.compile("现场检查笔录")).check()
    officer.fill(gains="0", gains_note="现场检查和询问均未发现违法所得。")
    if is_corrected:
        officer.fill(corrected_on=today(), consequence="当日拆除，没有造成危害后果。")
    officer.press("查明事实")
    officer.sees("查明事实：已完成")
    times = {"started_at": f"{today()}T00:01", "ended_at": f"{today()}T00:09"}
    work.paper("D08", *OFFICERS, **times, photos="1", present=("当事人在场",))
    work.paper("D10", *OFFICERS, **times, interviewee=party, id_number=NUMBERS[party])
    work.complete("调查取证")
    return work


def paid(work: Work, amount: str, *, receipt: str) -> None:
    officer = work.open("zhifa1", "record_payment")
    officer.fill(amount=amount, paid_on=today(), receipt_number=receipt)
    officer.press("登记缴款")
    officer.sees("登记缴款：已完成")


def closed(work: Work, kind: str, *, sees: str, reason: str = "") -> Person:
    leader = work.open("duizhang1", "close_case")
    leader.fill(kind=(kind,), **({"reason": reason} if reason else {}))
    leader.press("结案")
    leader.sees(sees)
    leader.open(f"{work.address}timeline/")
    leader.sees("结案：")
    return leader
