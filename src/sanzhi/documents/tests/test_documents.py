"""A document's life through its commands: drafted, filled, signed in order, issued, served, voided."""

import hashlib
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.forms.models import model_to_dict

from sanzhi.documents import queries
from sanzhi.documents.commands import (
    DraftDocument,
    FillDocument,
    IssueDocument,
    RecordService,
    ReturnDocument,
    SignDocument,
    SubmitForSignature,
    VoidDocument,
    draft_document,
    fill_document,
    issue_document,
    record_service,
    return_document,
    sign_document,
    submit_for_signature,
    void_document,
)
from sanzhi.documents.models import Document, Service, ServiceMethod
from sanzhi.documents.testing import typical_values
from sanzhi.documents.tests.bureau import CODE, Bureau, open_bureau
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.errors import NotVisible, Refused, WrittenOutsideCommand
from sanzhi.kernel.storage import store
from sanzhi.publications import queries as publications

pytestmark = pytest.mark.django_db
SUBJECT = "cases.case:1"
NOON = datetime(2026, 11, 24, 12, 0)


@pytest.fixture
def bureau(settings: Any, tmp_path: Any) -> Iterator[Bureau]:
    settings.SANZHI_STORAGE_ROOT = tmp_path
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # nobody signs in here
    with clock.moved(NOON):
        yield open_bureau()


def drafted(bureau: Bureau, code: str, **changes: Any) -> Document:
    values = typical_values(queries.form(code)) | changes
    return draft_document(
        bureau.first, DraftDocument(authority=CODE, subject=SUBJECT, form=code, values=values)
    )


def issued(bureau: Bureau, code: str, **changes: Any) -> Document:
    """Signed by whoever has to."""
    document = submit_for_signature(
        bureau.first, SubmitForSignature(document=drafted(bureau, code, **changes).pk)
    )
    signers = {
        "squad_leader": [bureau.leader],
        "bureau_head": [bureau.head],
        "officer": [bureau.first, bureau.second],
    }
    while (place := queries.next_place(document)) is not None:
        document = sign_document(
            signers[place.role].pop(0), SignDocument(document=document.pk, opinion="同意。")
        )
    return document


def reasons(refusal: pytest.ExceptionInfo[Refused]) -> str:
    return str(refusal.value)


def test_a_document_is_signed_in_order_then_numbered_and_frozen(bureau: Bureau) -> None:
    document = submit_for_signature(bureau.first, SubmitForSignature(document=drafted(bureau, "D03").pk))
    for actor in (bureau.first, bureau.second, bureau.leader, bureau.head):
        assert document.status == "signing" and document.number == ""
        document = sign_document(actor, SignDocument(document=document.pk, opinion="同意立案。"))
    assert document.status == "issued" and document.number == "演城管立字〔2026〕第1号"
    pdf = queries.pdf_of(document)
    assert hashlib.sha256(pdf).hexdigest() == document.sha256 and len(pdf) == document.size
    assert queries.issued_forms(SUBJECT) == {"D03"}


@pytest.mark.parametrize(
    ("given", "signer", "expected"),
    [
        ([], "leader", "现在应由执法人员签署"),
        (["first"], "first", "您已经签署，应由另一名人员签署"),
        (["first", "second"], "head", "现在应由中队长签署"),
    ],
)
def test_nobody_signs_out_of_turn(bureau: Bureau, given: list[str], signer: str, expected: str) -> None:
    document = submit_for_signature(bureau.first, SubmitForSignature(document=drafted(bureau, "D03").pk))
    for key in given:
        sign_document(getattr(bureau, key), SignDocument(document=document.pk))
    with pytest.raises(Refused) as refusal:
        sign_document(getattr(bureau, signer), SignDocument(document=document.pk))
    assert expected in reasons(refusal)


def test_an_officer_whose_certificate_has_run_out_cannot_sign(bureau: Bureau) -> None:
    with clock.moved(datetime(2030, 1, 2, 9, 0)):
        document = submit_for_signature(bureau.first, SubmitForSignature(document=drafted(bureau, "D03").pk))
        with pytest.raises(Refused) as refusal:
            sign_document(bureau.first, SignDocument(document=document.pk))
    assert "不在有效期内" in reasons(refusal)


def test_an_incomplete_document_is_kept_but_not_submitted(bureau: Bureau) -> None:
    document = drafted(bureau, "D03", summary="", violated="")
    with pytest.raises(Refused) as refusal:
        submit_for_signature(bureau.first, SubmitForSignature(document=document.pk))
    assert "请填写“简要案情与立案理由”。" in reasons(refusal) and "请填写“涉嫌违反条款”。" in reasons(refusal)
    filled = {"summary": "已补。", "violated": "《演示条例》第一条"}
    fill_document(bureau.first, FillDocument(document=document.pk, values=filled))
    assert submit_for_signature(bureau.first, SubmitForSignature(document=document.pk)).status == "signing"


def test_wrong_content_is_refused_even_in_a_draft(bureau: Bureau) -> None:
    with pytest.raises(Refused) as refusal:
        drafted(bureau, "D41", amount="八百", colour="红")
    assert "不是有效的数字" in reasons(refusal) and "没有“colour”这一栏" in reasons(refusal)
    document = drafted(bureau, "D41")
    with pytest.raises(Refused) as refusal:
        fill_document(bureau.first, FillDocument(document=document.pk, values={"amount": "八百"}))
    assert "不是有效的数字" in reasons(refusal)


def test_an_unsigned_document_cannot_be_issued(bureau: Bureau) -> None:
    document = drafted(bureau, "D41")
    with pytest.raises(Refused) as refusal:
        issue_document(bureau.head, IssueDocument(document=document.pk))
    assert "《行政处罚决定书》尚未签署" in reasons(refusal)


def test_a_returned_document_needs_every_signature_again(bureau: Bureau) -> None:
    document = submit_for_signature(bureau.first, SubmitForSignature(document=drafted(bureau, "D03").pk))
    sign_document(bureau.first, SignDocument(document=document.pk))
    document = return_document(bureau.leader, ReturnDocument(document=document.pk, reason="事实不清"))
    assert document.status == "draft"
    document = submit_for_signature(bureau.first, SubmitForSignature(document=document.pk))
    again = queries.visible_document(bureau.first, document.pk)
    assert [place.signature for place in queries.places_of(again)] == [None] * 4
    assert again.signatures.count() == 1


@pytest.mark.parametrize("verb", ["fill", "submit", "sign", "return", "issue"])
def test_an_issued_document_is_frozen(bureau: Bureau, verb: str) -> None:
    document = issued(bureau, "D41")
    attempts = {
        "fill": lambda: fill_document(
            bureau.first, FillDocument(document=document.pk, values={"plea": "改"})
        ),
        "submit": lambda: submit_for_signature(bureau.first, SubmitForSignature(document=document.pk)),
        "sign": lambda: sign_document(bureau.head, SignDocument(document=document.pk)),
        "return": lambda: return_document(bureau.head, ReturnDocument(document=document.pk, reason="再看")),
        "issue": lambda: issue_document(bureau.head, IssueDocument(document=document.pk)),
    }
    with pytest.raises(Refused) as refusal:
        attempts[verb]()
    assert "现为“已签发”" in reasons(refusal)
    with pytest.raises(WrittenOutsideCommand):
        document.save()


def test_a_voided_number_is_kept_and_never_given_again(bureau: Bureau) -> None:
    first = issued(bureau, "D41")
    void_document(bureau.head, VoidDocument(document=first.pk, reason="当事人姓名有误"))
    values = typical_values(queries.form("D41"))
    order = DraftDocument(authority=CODE, subject=SUBJECT, form="D41", values=values, replaces=first.pk)
    second = draft_document(bureau.first, order)
    submit_for_signature(bureau.first, SubmitForSignature(document=second.pk))
    second = sign_document(bureau.head, SignDocument(document=second.pk))
    assert second.number == "演城管罚决字〔2026〕第2号" and second.replaces == first
    (series,) = queries.number_series(CODE)
    assert (series.last, series.voided) == (2, ("演城管罚决字〔2026〕第1号",))
    assert store().has(first.sha256)
    with pytest.raises(Refused, match="已经另行制作"):
        draft_document(bureau.first, order)


def test_numbers_begin_anew_with_the_year_and_the_word(bureau: Bureau) -> None:
    assert issued(bureau, "D41").number.endswith("罚决字〔2026〕第1号")
    assert issued(bureau, "D29").number.endswith("罚告字〔2026〕第1号")
    assert issued(bureau, "D41").number.endswith("罚决字〔2026〕第2号")
    with clock.moved(datetime(2027, 1, 4, 9, 0)):
        assert issued(bureau, "D41").number.endswith("罚决字〔2027〕第1号")


def test_the_public_learns_of_a_code_only_what_stands_on_the_paper(bureau: Bureau) -> None:
    document = issued(bureau, "D41")
    found = publications.paper(document.token or "")
    assert (found.number, found.sha256, found.stands) == (document.number, document.sha256, True)
    assert "张试验" not in str(model_to_dict(found))
    void_document(bureau.head, VoidDocument(document=document.pk, reason="有误"))
    assert not publications.paper(document.token or "").stands


def test_another_authority_does_not_see_the_document(bureau: Bureau) -> None:
    document = drafted(bureau, "D03")
    stranger = Actor("officer:0", "外人", "999999", frozenset({"bureau_head"}))
    with pytest.raises(NotVisible):
        void_document(stranger, VoidDocument(document=document.pk, reason="不是我的"))
    assert void_document(bureau.first, VoidDocument(document=document.pk, reason="误建")).status == "voided"


def test_the_next_signer_finds_the_document(bureau: Bureau) -> None:
    document = submit_for_signature(bureau.first, SubmitForSignature(document=drafted(bureau, "D41").pk))
    assert [row.pk for row in queries.documents_awaiting("bureau_head", CODE)] == [document.pk]
    assert queries.documents_awaiting("squad_leader", CODE) == ()


SERVICES: list[tuple[str, dict[str, Any], str]] = [
    ("direct", {"received_by": "张试验"}, "received_by"),
    ("left", {"witness": "村委会陈辛示", "note": "当事人拒绝签收"}, "witness"),
    ("left", {"recording_sha256": "5f" * 32, "note": "当事人拒绝签收"}, "note"),
    ("postal", {"receipt_number": "EMS000000001"}, "receipt_number"),
    ("entrusted", {"receipt_number": "试城管函〔2026〕3号", "received_by": "张试验"}, "receipt_number"),
    ("entrusted", {"receipt_number": "试城管函〔2026〕3号", "received_by": "张试验"}, "received_by"),
    ("forwarded", {"receipt_number": "试看送〔2026〕3号", "received_by": "张试验"}, "receipt_number"),
    ("forwarded", {"receipt_number": "试看送〔2026〕3号", "received_by": "张试验"}, "received_by"),
]


@pytest.mark.parametrize(("method", "content", "lacking"), SERVICES)
def test_service_needs_its_proof(bureau: Bureau, method: str, content: dict[str, Any], lacking: str) -> None:
    # 民事诉讼法 §88, §89, §91
    document = issued(bureau, "D41")
    order: dict[str, Any] = {"document": document.pk, "method": method, "served_on": NOON.date()}
    poorer = {key: value for key, value in content.items() if key != lacking}
    with pytest.raises(Refused, match="民事诉讼法"):
        record_service(bureau.first, RecordService(**order, **poorer))
    served = record_service(bureau.first, RecordService(**order, **content))
    assert queries.service_of(document) == served and served.served_on == NOON.date()
    with pytest.raises(Refused, match="已经登记过送达"):
        record_service(bureau.first, RecordService(**order, **content))


def test_a_public_notice_counts_thirty_days(bureau: Bureau) -> None:
    # 民事诉讼法 §95
    document = issued(bureau, "D41")
    order = RecordService(
        document=document.pk,
        method=ServiceMethod.PUBLIC_NOTICE,
        published_on=NOON.date(),
        note="下落不明，直接送达、邮寄送达均未果",
    )
    with clock.moved(NOON - timedelta(days=1)), pytest.raises(Refused, match="公告发出日应不早于签发日"):
        record_service(bureau.first, order)
    with clock.moved(NOON + timedelta(days=1)):
        assert record_service(bureau.first, order).served_on == date(2026, 12, 24)


@pytest.mark.parametrize(
    ("day", "holds"), [(NOON.date(), True), (date(2026, 11, 23), False), (date(2026, 11, 25), False)]
)
def test_service_lies_between_issue_and_today(bureau: Bureau, day: date, holds: bool) -> None:
    document = issued(bureau, "D41")
    order = RecordService(
        document=document.pk, method=ServiceMethod.DIRECT, served_on=day, received_by="张试验"
    )
    if holds:
        assert isinstance(record_service(bureau.first, order), Service)
    else:
        with pytest.raises(Refused, match="送达日应不早于签发日"):
            record_service(bureau.first, order)


def test_an_internal_paper_is_not_served(bureau: Bureau) -> None:
    document = issued(bureau, "D03")
    order = RecordService(
        document=document.pk, method=ServiceMethod.DIRECT, served_on=NOON.date(), received_by="张试验"
    )
    with pytest.raises(Refused, match="不是送达当事人的文书"):
        record_service(bureau.first, order)
