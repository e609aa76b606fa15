"""The chronicle of a real case: every paper's data from its PDF; what is spoilt is said and nothing falls over."""

import random
from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import connection, transaction

from sanzhi.demo import people
from sanzhi.demo.publishing import publish
from sanzhi.demo.story import Story
from sanzhi.documents.models import Document
from sanzhi.kernel import clock, jobs
from sanzhi.kernel.storage import store
from sanzhi.ledger.models import Entry
from sanzhi.ledger.testing import lifted
from sanzhi.recordings.models import Gap
from tests.lawful.adapter import chronicle_of
from tests.lawful.adapter.papers import content_of, penalty_in
from tests.lawful.chronicle import happenings as h
from tests.lawful.chronicle.story import story as told
from tests.lawful.judge import judge
from tests.stories import done

Tell = Callable[..., Story]


OF_CASE = "proceeding_id IN (SELECT id FROM cases_proceeding WHERE case_id = %s)"


def rules(case_id: int) -> set[str]:
    return {breach.rule.number for breach in judge(chronicle_of(case_id))}


def by_hand(sql: str, *values: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)


def test_a_case_from_lead_to_closure_is_told_with_the_data_inside_its_papers(tell: Tell) -> None:
    case = chronicle_of(tell(cause="C05", fine=Decimal(8000), hearing=True).case_id)
    assert case.flaws == ()
    (notice,) = case.all(h.Told)
    assert (notice.form, notice.penalty.fine, notice.rights) == ("D30", 8000, {"plea", "hearing"})
    decided = case.last(h.Decided)
    assert decided is not None and decided.says["amount"] in ("8000", "8000.00")
    words = [row.word for row in case]
    for word in (
        "线索",
        "立案",
        "取证",
        "拟处理",
        "告知",
        "申请听证",
        "听证",
        "法制审核",
        "集体讨论",
        "审批",
        "决定",
        "送达",
        "缴款",
        "结案",
    ):
        assert word in words
    assert "程守正　决定：罚款8000元" in told(case)


def test_an_order_to_correct_counts_from_the_service_of_its_paper(tell: Tell) -> None:
    walked = tell(cause="C01", stop="report")
    (order,) = chronicle_of(walked.case_id).all(h.Ordered)
    assert order.is_written and order.served_on == order.day
    by_hand(
        "DELETE FROM documents_service WHERE document_id IN"
        " (SELECT id FROM documents_document WHERE subject = %s AND form = 'D23')",
        f"cases.case:{walked.case_id}",
    )
    (order,) = chronicle_of(walked.case_id).all(h.Ordered)
    assert (order.is_written, order.served_on) == (False, None)


def test_another_case_of_the_party_is_found_by_the_number_else_by_the_name(tell: Tell) -> None:
    other = people.person(random.Random(99))
    first, second = tell(stop="service").case_id, tell(stop="service", party=other).case_id
    alike = "UPDATE cases_caseparty SET name = %s, id_number = %s, credit_code = '' WHERE case_id = %s"
    found = []
    for name, number in (("另写", "000000198001010010"), ("甲 某", ""), ("甲某", "9"), ("乙某", "")):
        by_hand(alike, "甲某", "000000198001010010", first)
        by_hand(alike, name, number, second)
        found.append([other.case for other in chronicle_of(first).others])
    mine = [f"cases.case:{second}"]
    assert found == [mine, mine, [], []]


def test_a_fine_in_numerals_is_a_fine_where_the_paper_has_its_sum() -> None:
    said = {"proposed_text": "警告；罚款捌佰元整", "proposed_amount": "800"}
    told = penalty_in(said, text="proposed_text", amount="proposed_amount")
    assert (told.warns, told.fine, told.measures) == (True, 800, frozenset())


def test_a_paper_that_differs_from_its_row_is_named(tell: Tell) -> None:
    walked = tell(stop="service")
    before = rules(walked.case_id)
    paper = Document.objects.get(subject=f"cases.case:{walked.case_id}", form="D41")
    by_hand("UPDATE documents_document SET number = %s WHERE id = %s", "舞城管罚决字〔2026〕第99号", paper.pk)
    assert {"62.3"} <= rules(walked.case_id) - before


def test_a_decision_changed_by_hand_is_no_longer_what_was_told(tell: Tell) -> None:
    walked = tell(stop="service")
    before = rules(walked.case_id)
    terms = '[{"measure": "fine", "amount": "900", "thing": ""}]'
    by_hand(f"UPDATE cases_decision SET terms = %s WHERE {OF_CASE}", terms, walked.case_id)
    assert {"7.1"} <= rules(walked.case_id) - before


GONE = (
    "DELETE FROM cases_evidence WHERE case_id = %s",
    f"DELETE FROM cases_payment WHERE {OF_CASE}",
    f"DELETE FROM cases_plea WHERE {OF_CASE}",
    f"DELETE FROM documents_service WHERE document_id IN (SELECT document_id FROM cases_decision WHERE {OF_CASE})",
)


def test_a_row_that_is_gone_is_said(tell: Tell) -> None:
    walked = tell(plea="请求减免。")
    for sql in GONE:
        with transaction.atomic():
            by_hand(sql, walked.case_id)
            case = chronicle_of(walked.case_id)
            transaction.set_rollback(True)
        assert any("没有这一行" in flaw for flaw in case.flaws), sql
        judge(case)


@pytest.mark.parametrize("left", [None, b"", b"%PDF-1.7 cut off", b"{", b"{}", b'{"values": 3}'])
def test_a_paper_that_cannot_be_read_is_said_and_stops_nobody(reached: Tell, left: bytes | None) -> None:
    walked = reached(stop="service")
    content_of.cache_clear()
    for paper in Document.objects.exclude(sha256=""):
        path = store().path(paper.sha256)
        path.unlink(missing_ok=True)
        if left is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(left)
    case = chronicle_of(walked.case_id)
    content_of.cache_clear()
    assert any("原件不在" in flaw for flaw in case.flaws)
    judge(case)


def test_an_erased_entry_does_not_shift_the_rows_behind_it(tell: Tell) -> None:
    walked = tell(stop="report")
    whole = [row.name for row in chronicle_of(walked.case_id).all(h.Gathered)]
    entry = Entry.objects.filter(event="cases.evidence_added").earliest("pk")
    with lifted():
        Entry.objects.filter(pk=entry.pk).update(facts=None, salt=None)
    case = chronicle_of(walked.case_id)
    assert [row.name for row in case.all(h.Gathered)] == whole[1:]
    assert any("已依法抹去" in flaw for flaw in case.flaws)


def test_a_gap_is_explained_by_who_accepted_it(reached: Tell) -> None:
    walked = reached(stop="investigation")
    for moment in ("interview", "site_inspection"):
        done(walked, "recordings.explain_gap", moment=moment, reason="设备故障，已补照片")
    assert chronicle_of(walked.case_id).all(h.GapExplained) == ()
    for gap in Gap.objects.order_by("-id"):
        done(walked, "recordings.accept_gap", who="fazhi", gap=gap.pk)
    rows = chronicle_of(walked.case_id).all(h.GapExplained)
    accepter = f"officer:{walked.bureau.officers['fazhi'].pk}"
    assert [(row.by, row.moment) for row in rows] == [
        ((accepter,), "site_inspection"),
        ((accepter,), "interview"),
    ]


def test_a_copy_tells_who_prepared_and_approved_it_and_why_it_is_late(reached: Tell) -> None:
    walked = reached(stop="service")
    jobs.run_due()
    clock.advance(timedelta(days=40))
    release = publish(walked.bureau, walked.case)
    assert release is not None
    correction = {"content": release.content, "reason": "违法事实遮盖不够"}
    done(walked, "disclosure.correct_release", who="gongshi", release=release.pk, **correction)
    done(walked, "disclosure.approve_release", who="juzhang", release=release.pk)
    first, second = chronicle_of(walked.case_id).all(h.Published)
    clerk, reviewer, head = (
        f"officer:{walked.bureau.officers[who].pk}" for who in ("gongshi", "fazhi", "juzhang")
    )
    assert (first.prepared_by, first.by, first.delay_reason) == (clerk, (reviewer,), release.delay_reason)
    assert (second.prepared_by, second.by, second.delay_reason) == (clerk, (head,), "")
    assert not {"60.7", "61.2"} & rules(walked.case_id)


def test_a_clock_moved_backwards_is_seen(tell: Tell) -> None:
    walked = tell(stop="notice")
    clock.advance(-timedelta(days=3))
    walked.paper("D29")
    case = chronicle_of(walked.case_id)
    assert any("早于它的前一条" in flaw for flaw in case.flaws)
    assert "63.1" in {breach.rule.number for breach in judge(case)}


@pytest.mark.parametrize("stop", ["lead", "investigation", "report", "plea", "decision_approved"])
def test_a_case_in_the_middle_of_its_life_breaks_nothing(tell: Tell, stop: str) -> None:
    case = chronicle_of(tell(stop=stop).case_id)
    assert [str(breach) for breach in judge(case) if breach.rule.number != "8.3"] == []


def test_a_re_inspection_that_was_entered_wrongly_is_not_told(tell: Tell) -> None:
    story = tell(cause="C01", fine=Decimal(500), stop="correction")
    by = clock.today() + timedelta(days=2)
    done(story, "penalty.order_correction", content="立即停止违法行为。", correct_by_on=by)
    story.serve(story.paper("D23"))
    clock.advance(timedelta(days=3))
    review = "penalty.record_correction_review"
    row = done(story, review, is_corrected=True, result="经复查，已经改正。")
    why = {"proof": "复查现场照片三张", "reason": "复查时仍未改正，登记时误选。"}
    wrong = done(story, "penalty.correct_entry", entry=f"review:{row.pk}", **why)
    done(story, "cases.settle_correction", who="duizhang1", correction=wrong.pk, is_approved=True)
    done(story, review, is_corrected=False, result="经复查，仍未改正。")
    told = chronicle_of(story.case_id).all(h.Rechecked)
    assert [(row.is_corrected, row.result) for row in told] == [(False, "经复查，仍未改正。")]
