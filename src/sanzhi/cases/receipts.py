"""The receipt of a service 送达回证: one for each paper that was served, and it says which (民事诉讼法 §87)."""

from typing import Any

from sanzhi.cases import queries
from sanzhi.cases.deadlines import decision_paper
from sanzhi.cases.fact_groups import facts
from sanzhi.cases.models import Paper, Proceeding
from sanzhi.cases.serving import is_long_ago
from sanzhi.documents import queries as documents
from sanzhi.documents.models import Service, ServiceMethod
from sanzhi.kernel import clock
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.days import chinese_date

RECEIPT = "service_receipt"
AT_ONCE, AFTERWARDS = "当时制作", "事后制作"


@facts(
    "service",
    "papers method place served_on made received_by relation refusal witness note",
    by={"": "cases.serve_document"},
)
def served(proceeding: Proceeding) -> dict[str, Any]:
    """Of the services that have no receipt yet that of the decision first, then the newest; whose day is to come is last."""
    rows = [(row, documents.service_of(row.document)) for row in queries.papers(proceeding)]
    bare = [(service, row) for row, service in rows if service is not None and not has_receipt(row)]
    if not bare:
        return {}
    own = decision_paper(proceeding)
    service, paper = max(bare, key=lambda pair: (pair[1].served_on is not None, pair[1] == own, pair[0].pk))
    left = service.method == ServiceMethod.LEFT
    return {
        "papers": [_named(paper)],
        "method": ServiceMethod(service.method).label,
        "place": service.place,
        "served_on": paper.served_on,
        "made": _made(service, paper),
        "received_by": service.received_by,
        "relation": service.relation,
        "refusal": service.note if left else "",
        "witness": service.witness,
        "note": _proof(service, left=left),
    }


def _made(service: Service, paper: Paper) -> str | None:
    """Whether the receipt is written with the service, or so long after it that it says why (民事诉讼法 §87)."""
    if paper.served_on is None:
        return None
    late = is_long_ago(ServiceMethod(service.method), paper.served_on, today=clock.today())
    return AFTERWARDS if late else AT_ONCE


def _named(paper: Paper) -> dict[str, str]:
    return {"name": paper.title, "number": paper.number, "copies": "1"}


def _proof(service: Service, *, left: bool) -> str:
    """What stands under the remarks: the letter's number, and how it came about where no other line tells it."""
    mail = f"回执或者邮件号：{service.receipt_number}。" if service.receipt_number else ""
    sent = f"公告发出日：{chinese_date(service.published_on)}。" if service.published_on else ""
    handed = f"送达时间：{service.served_at:%H:%M}。" if service.served_at else ""
    shown = "送达过程有录像或者照片。" if service.recording_sha256 else ""
    return mail + sent + handed + shown + ("" if left else service.note)


def has_receipt(paper: Paper) -> bool:
    """A receipt names the paper, and tells its service as it stands: one that was corrected has another."""
    service = documents.service_of(paper.document)
    if service is None:
        return False
    told = (row.document.values for row in queries.issued_for(paper.proceeding, RECEIPT))
    said = {
        "method": ServiceMethod(service.method).label,
        "served_on": service.served_on.isoformat(),
        "received_by": service.received_by,
        "place": service.place,
    }
    return any(
        _named(paper) in values.get("papers", ())
        and all((values.get(name) or "") == one for name, one in said.items())
        for values in told
    )


def has_receipt_of_decision(proceeding: Proceeding, form: str) -> Verdict:
    """Where the step asks for a receipt, that of the notice is not that of the decision."""
    own = decision_paper(proceeding)
    if documents.form(form).purpose != RECEIPT or own is None:
        return Verdict.yes()
    return Verdict.when(
        own.served_on is None or has_receipt(own),
        f"《{documents.form_title(form)}》写的不是{own.label}的送达。",
        citation="行政处罚法第六十一条；民事诉讼法第八十七条",
        remedy="请制作该决定书的送达回证并完成签批。",
    )
