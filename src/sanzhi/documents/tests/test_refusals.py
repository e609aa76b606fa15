"""What a paper refuses beside its course: a wrong successor, a foreign hand, a service that cannot be counted."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from sanzhi.documents import commands, queries
from sanzhi.documents.models import Document, ServiceMethod
from sanzhi.documents.tests.bureau import CODE, Bureau
from sanzhi.documents.tests.test_documents import NOON, SUBJECT, bureau, drafted, issued
from sanzhi.kernel.errors import NotVisible
from tests.stories import reasons

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("unprinted")]
__all__ = ["bureau"]
VALUES: dict[str, Any] = {}


def successor(old: Document, **changed: Any) -> commands.DraftDocument:
    order = {"authority": CODE, "subject": SUBJECT, "form": "D41", "values": VALUES, "replaces": old.pk}
    return commands.DraftDocument.model_validate({**order, **changed})


@pytest.mark.parametrize("changed", [{"form": "D43"}, {"subject": "cases.case:2"}])
def test_a_successor_is_of_the_same_kind_and_case(bureau: Bureau, changed: dict[str, Any]) -> None:
    old = issued(bureau, "D41")
    assert "只有已作废的文书可以这样办理" in reasons(
        lambda: commands.draft_document(bureau.first, successor(old))
    )
    commands.void_document(bureau.head, commands.VoidDocument(document=old.pk, reason="姓名有误"))
    assert "只能替代同一案件的同种文书" in reasons(
        lambda: commands.draft_document(bureau.first, successor(old, **changed))
    )
    assert commands.draft_document(bureau.first, successor(old)).replaces == old


def test_who_returns_a_paper(bureau: Bureau) -> None:
    paper = drafted(bureau, "D03")
    commands.submit_for_signature(bureau.first, commands.SubmitForSignature(document=paper.pk))
    for actor in (bureau.first, bureau.second):
        commands.sign_document(actor, commands.SignDocument(document=paper.pk))
    order = commands.ReturnDocument(document=paper.pk, reason="事实不清")
    assert "只有中队长或者负责人可以退回" in reasons(lambda: commands.return_document(bureau.first, order))
    assert commands.return_document(bureau.leader, order).status == "draft"


def test_one_officer_does_not_sign_both_places(bureau: Bureau) -> None:
    paper = drafted(bureau, "D03")
    commands.submit_for_signature(bureau.first, commands.SubmitForSignature(document=paper.pk))
    order = commands.SignDocument(document=paper.pk)
    commands.sign_document(bureau.first, order)
    said = reasons(lambda: commands.sign_document(bureau.first, order))
    assert "您已经签署，应由另一名人员签署" in said and "行政处罚法第四十二条" in said
    commands.sign_document(bureau.second, order)


NOTICE = {"method": ServiceMethod.PUBLIC_NOTICE, "note": "下落不明，其他方式均未果"}
BEGUN = NOON.date() - timedelta(days=30)


@pytest.mark.parametrize(
    ("order", "said", "article"),
    [
        ({"method": "direct", "received_by": "张试验"}, "请填写送达日", ""),
        ({**NOTICE}, "请填写送达日（公告送达填写公告发出日）", ""),
        ({**NOTICE, "note": "", "published_on": BEGUN}, "应当在案卷中记明原因和经过", "民事诉讼法第九十五条"),
        ({"method": "direct", "served_on": date(2026, 11, 24)}, "应当填写收件人", "民事诉讼法第八十八条"),
    ],
)
def test_a_service_can_be_counted(bureau: Bureau, order: dict[str, Any], said: str, article: str) -> None:
    paper = issued(bureau, "D41")
    told = reasons(
        lambda: commands.record_service(
            bureau.first, commands.RecordService.model_validate({"document": paper.pk, **order})
        )
    )
    assert said in told and article in told


def test_only_a_recorded_service_is_corrected_and_to_a_day(bureau: Bureau) -> None:
    paper, day = issued(bureau, "D41"), NOON.date()
    said: dict[str, Any] = {"document": paper.pk, "method": "direct", "received_by": "张试验"}
    why = "回证上的收件人录入有误。"

    def corrected(**more: Any) -> Any:
        order = commands.CorrectService.model_validate({**said, "reason": why, **more})
        return commands.correct_service(bureau.first, order)

    assert "没有登记过送达，无从更正" in reasons(lambda: corrected(served_on=day))
    first = commands.record_service(
        bureau.first, commands.RecordService.model_validate({**said, "served_on": day})
    )
    assert "请填写送达日" in reasons(corrected)
    said_nobody = reasons(lambda: corrected(served_on=day, received_by=""))
    assert "应当填写收件人" in said_nobody and "民事诉讼法第八十八条" in said_nobody
    assert corrected(served_on=day, received_by="李试验").corrects == first


@pytest.mark.parametrize("status", ["draft", "signing"])
def test_only_an_issued_paper_is_served(bureau: Bureau, status: str) -> None:
    paper = drafted(bureau, "D41")
    if status == "signing":
        commands.submit_for_signature(bureau.first, commands.SubmitForSignature(document=paper.pk))
    order = commands.RecordService(
        document=paper.pk, method=ServiceMethod.DIRECT, served_on=NOON.date(), received_by="张试验"
    )
    assert "只有已签发的文书可以这样办理" in reasons(lambda: commands.record_service(bureau.first, order))
    if status == "draft":
        commands.submit_for_signature(bureau.first, commands.SubmitForSignature(document=paper.pk))
    commands.sign_document(bureau.head, commands.SignDocument(document=paper.pk))
    commands.record_service(bureau.first, order)


def test_a_voided_paper_is_not_voided_again(bureau: Bureau) -> None:
    paper = drafted(bureau, "D03")
    order = commands.VoidDocument(document=paper.pk, reason="误建")
    commands.void_document(bureau.first, order)
    assert "现为“已作废”" in reasons(lambda: commands.void_document(bureau.first, order))


def test_an_incomplete_paper_is_not_issued_by_another_door(bureau: Bureau) -> None:
    paper = drafted(bureau, "D43", conduct="")
    order = commands.IssueDocument(document=paper.pk)
    missing = queries.missing_of(queries.visible_document(bureau.first, paper.pk))
    assert missing
    said = reasons(lambda: commands.issue_document(bureau.first, order))
    assert all(flaw.sentence in said for flaw in missing)


def test_a_signer_is_a_person_of_the_bureau(bureau: Bureau) -> None:
    paper = drafted(bureau, "D41")
    commands.submit_for_signature(bureau.first, commands.SubmitForSignature(document=paper.pk))
    order = commands.SignDocument(document=paper.pk)
    nobody = replace(bureau.head, officer_id=None)
    assert "您没有这一岗位" in reasons(lambda: commands.sign_document(nobody, order))
    stranger = replace(bureau.first, authority="999999")
    with pytest.raises(NotVisible):
        commands.sign_document(stranger, order)
    assert [row.pk for row, _ in queries.at_hand(bureau.head).unsigned] == [paper.pk]
    assert queries.at_hand(bureau.first).unsigned == ()
    assert commands.sign_document(bureau.head, order).status == "issued"
