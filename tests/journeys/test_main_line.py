"""One unlawful stall, from a tip to a public decision that a stranger can verify: every desk does its part."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.journeys.person import Person
from tests.journeys.work import HEADS, OFFICERS, People, Work, today

pytestmark = pytest.mark.journey
ROOT = Path(__file__).resolve().parents[2]


def test_from_a_tip_to_a_verified_decision(person: People, address: str, tmp_path: Path) -> None:
    officer, head = person("zhifa1"), person("juzhang")
    work = Work(person, given_a_lead(officer))
    case = work.address
    then_an_unqualified_step_is_refused(officer, case)
    work.assign()

    work.paper("D02", "zhifa1", "duizhang1")
    work.complete("线索核查")
    work.paper("D03", *OFFICERS, *HEADS)
    work.complete("立案审批")

    when_the_scene_is_investigated(work)
    work.complete("调查取证")
    when_a_fine_is_proposed(officer, case)
    work.paper("D27", *OFFICERS)
    work.complete("调查终结")

    work.serve(work.paper("D29", "duizhang1", "juzhang"))
    work.record("service", name="送达录音.m4a")
    work.complete("事先告知")
    when_the_party_waives_the_plea(work)
    work.complete("陈述申辩")

    then_nobody_but_the_head_decides(officer, case)
    work.paper("D40", *OFFICERS, *HEADS)
    decision = when_the_head_decides(head, case)
    work.complete("决定")
    work.serve(decision)
    work.record("service", name="送达决定录音.m4a")
    when_it_is_paid_and_closed(work)
    slug = when_the_gate_lets_it_out(person, case)
    then_the_public_reads_it(person(""), slug)
    then_a_stranger_verifies_it(officer, decision, tmp_path)


def given_a_lead(officer: Person) -> str:
    officer.open("/office/")
    officer.follow("登记线索")
    officer.fill(
        cause_code=("C04",),
        source=("tip",),
        place="舞钢市演示大道8号门前",
        summary="张堃记百货店未经同意和审批，在演示大道8号门前人行道设置固定售货亭一处。",
        reporter="某热心群众",
    )
    officer.press("登记")
    officer.sees("已登记线索")
    case = "/" + officer.page.url.split("/", 3)[3]
    officer.open(f"{case}do/register_party/")
    officer.fill(
        kind=("individual_business",),
        name="舞钢市张堃记百货店",
        trade_name="张堃记百货店",
        credit_code="92000000MA0000000X",
        representative="张堃",
        id_number="00000019800315001X",
        address="舞钢市演示大道8号",
        phone="13800001234",
    )
    officer.press("登记当事人")
    officer.sees("登记当事人：已完成")
    return case


def then_an_unqualified_step_is_refused(officer: Person, case: str) -> None:
    officer.open(f"{case}do/assign_officers/")
    officer.sees("这项工作由中队长、机关负责人办理")


def when_the_scene_is_investigated(work: Work) -> None:
    officer, case = work.officer, work.address
    officer.open(case)
    officer.sees("“现场检查”没有音像记录")
    officer.picture("case")
    work.record_after_the_sign_in_expired("site_inspection", name="现场录音.m4a")
    work.record("interview", name="询问录音.m4a")
    officer.open(f"{case}do/add_evidence/")
    officer.fill(kind=("record",), name="现场检查笔录", proves="设置售货亭的时间、地点和现状")
    officer.press("登记证据")
    officer.open(f"{case}do/establish_facts/")
    officer.page.get_by_label(re.compile("现场检查笔录")).uncheck()  # the only piece stands chosen
    officer.press("查明事实")
    officer.sees("没有证据的不能认定")
    officer.page.get_by_label(re.compile("现场检查笔录")).check()
    officer.fill(gains="0", gains_note="现场检查和询问均未发现违法所得。")
    officer.press("查明事实")
    officer.sees("查明事实：已完成")
    times = {"started_at": f"{today()}T00:01", "ended_at": f"{today()}T00:09"}
    work.paper("D08", *OFFICERS, **times, photos="1", present=("当事人在场",))
    officer.picture("paper")
    work.paper("D10", *OFFICERS, **times, interviewee="张堃", id_number="00000019800315001X")


def when_a_fine_is_proposed(officer: Person, case: str) -> None:
    officer.open(f"{case}do/propose_penalty/")
    officer.fill(fine="3000", reason="初次违法，配合调查，属“一般”档次。")
    officer.press("提出处罚建议")
    officer.sees("高于法定上限1000")
    officer.fill(fine="800")
    officer.press("提出处罚建议")
    officer.sees("实施处罚的同时应当责令当事人改正")
    officer.fill(correction="自收到决定书之日起三日内拆除售货亭。")
    officer.press("提出处罚建议")
    officer.sees("提出处罚建议：已完成")


def when_the_party_waives_the_plea(work: Work) -> None:
    officer, case = work.officer, work.address
    officer.open(f"{case}do/record_plea/")
    officer.fill(is_waived=True)
    officer.press("记录陈述申辩")
    officer.sees("“陈述申辩”没有音像记录")
    work.record("statement_defence", name="放弃陈述申辩录音.m4a")
    officer.open(f"{case}do/record_plea/")
    officer.fill(is_waived=True)
    officer.press("记录陈述申辩")
    officer.sees("记录陈述申辩：已完成")


def then_nobody_but_the_head_decides(officer: Person, case: str) -> None:
    officer.open(f"{case}do/decide_penalty/")
    officer.press("作出行政处罚决定")
    officer.sees("这项工作由机关负责人办理")
    officer.sees("缺少《行政处罚决定审批表》")


def when_the_head_decides(head: Person, case: str) -> str:
    head.open(case)
    head.follow("作出行政处罚决定")
    head.press("作出行政处罚决定")
    head.sees("作出行政处罚决定：已完成")
    head.open(f"{case}papers/")
    head.page.locator("main table").get_by_role("link", name="行政处罚决定书").click()
    head.sees("已签发")
    return "/" + head.page.url.split("/", 3)[3]


def when_it_is_paid_and_closed(work: Work) -> None:
    case = work.address
    work.paper("D46")
    work.complete("送达")
    work.paper("D48")
    officer = work.officer
    officer.open(f"{case}do/record_payment/")
    officer.fill(amount="800", paid_on=today(), receipt_number="2026-0000-0001")
    officer.press("登记缴款")
    work.complete("执行")
    work.paper("D68", *OFFICERS, *HEADS)
    leader = work.open("duizhang1", "close_case")
    leader.fill(kind=("performed",))
    leader.press("结案")
    leader.sees("履行完毕")
    leader.open(f"{case}timeline/")
    leader.sees("结案：履行完毕")


def when_the_gate_lets_it_out(person: People, case: str) -> str:
    clerk, reviewer = person("gongshi"), person("fazhi")
    number = case.rstrip("/").rpartition("/")[2]
    clerk.open("/office/disclosure/")
    row = clerk.page.locator("tr", has_text="张堃记").first
    row.get_by_role("link").first.click()
    for box in clerk.page.locator("input[name='confirmed'], input[name='secrecy_checked']").all():
        box.check()
    clerk.picture("disclosure")
    clerk.press("报批")
    clerk.sees("待审批")
    reviewer.open("/" + clerk.page.url.split("/", 3)[3])
    for box in reviewer.page.locator("input[name='seen']").all():
        box.check()
    reviewer.press("批准并公示")
    reviewer.sees("已公示")
    reviewer.follow("打开公示页")
    _, decisions, slug, _ = reviewer.page.url.rsplit("/", 3)
    assert slug != number
    return f"/{decisions}/{slug}/"


def then_the_public_reads_it(citizen: Person, slug: str) -> None:
    citizen.open("/search/?q=" + "售货亭")
    citizen.sees("擅自设置商亭")
    citizen.open(slug)
    citizen.sees("舞钢市张堃记百货店")
    citizen.sees("罚款800元（人民币捌佰元整）")
    citizen.does_not_see("13800001234")
    citizen.does_not_see("热心群众")


def then_a_stranger_verifies_it(officer: Person, decision: str, folder: Path) -> None:
    """The PDF and its proof, checked offline by the one-file verifier; a changed PDF is found out."""
    officer.open(decision)
    address = officer.page.locator("a[href*='/v/']").get_attribute("href")
    assert address is not None
    request = officer.context.request
    token = address.rpartition("/")[2]
    pdf, proof = folder / "decision.pdf", folder / "proof.json"
    pdf.write_bytes(request.get(f"{officer.address}{decision}paper.pdf").body())
    proof.write_text(json.dumps(published_proof(officer, token), ensure_ascii=False))
    assert verify(proof, pdf) == 0
    pdf.write_bytes(pdf.read_bytes() + b" ")
    assert verify(proof, pdf) != 0


def published_proof(officer: Person, token: str) -> object:
    """The proof bundle, as soon as the sequencer has published the entries: every few seconds, later on a busy machine."""
    for _ in range(60):
        found = officer.context.request.get(f"{officer.address}/verify/{token}/proof.json").json()
        if found is not None:
            return found
        officer.page.wait_for_timeout(1000)
    raise AssertionError("the log did not publish the decision within a minute")


def verify(proof: Path, pdf: Path) -> int:
    command = [sys.executable, "-I", str(ROOT / "verify.py"), str(proof), str(pdf)]
    return subprocess.run(command, check=False, capture_output=True).returncode
