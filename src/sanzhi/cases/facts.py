"""What is known of a proceeding, as the tree from which every paper is filled: nobody types twice what is known."""

from typing import Any

from sanzhi.cases import board, hearings, overturning, pauses, queries
from sanzhi.cases.deadlines import deadline
from sanzhi.cases.models import Case, EvidenceKind, PartyKind, Proceeding
from sanzhi.documents import queries as documents
from sanzhi.documents.models import ServiceMethod
from sanzhi.kernel import clock
from sanzhi.law.days import chinese_date
from sanzhi.law.identity import age_on
from sanzhi.organisation.models import Authority

AUTHORITY = (
    "name code region_code address postcode phone number_prefix government court justice_bureau"
    " bank_name bank_account_name bank_account bank_address"
)
PARTY = (
    "kind name sex born_on id_type id_number occupation address phone credit_code trade_name"
    " representative representative_title guardian"
)


def facts_of(proceeding: Proceeding) -> dict[str, Any]:
    """The tree, with what every app knows laid into its groups (case, remedy …)."""
    tree: dict[str, Any] = {
        "authority": _authority(proceeding.case.authority),
        "case": {**_case(proceeding), **_heard(proceeding)},
        "party": _party(proceeding),
        "officers": _officers(proceeding.case),
        "documents": {
            paper.form: {"number": paper.number, "served_on": paper.served_on, "issued_on": paper.issued_on}
            for paper in queries.papers(proceeding)
            if paper.is_issued
        },
        "service": _service(proceeding),
        "hearing": hearings.facts(proceeding),
        "recusal": _recusal(proceeding.case),
        "appraisal": _appraisal(proceeding),
        "today": clock.today(),
        "overturn": overturning.facts(proceeding),
        "slip": _slip(proceeding),
    }
    for group, more in board.facts(proceeding):
        tree[group] = {**tree.get(group, {}), **more}
    return tree


def _recusal(case: Case) -> dict[str, Any]:
    """The recusal that was decided last."""
    decided = [row for row in queries.recusals(case) if row.decided_on]
    if not decided:
        return {}
    row = decided[-1]
    return {
        "asked_by": row.get_asked_by_display(),
        "recused": row.of.name,
        "reason": row.reason,
        "asked_on": row.asked_on,
        "outcome": "决定回避" if row.is_granted else "驳回回避申请",
        "answer": row.answer,
        "decided_by": f"{row.decided_by}{row.decision_number and '（' + row.decision_number + '）'}",
        "decided_on": row.decided_on,
    }


def _appraisal(proceeding: Proceeding) -> dict[str, Any]:
    return _fields_of(
        pauses.appraisal(proceeding, newest=True), "subject question appraiser since approved_by"
    )


def _slip(proceeding: Proceeding) -> dict[str, Any]:
    """The last slip of the pen that is put right."""
    return _fields_of(proceeding.slips.last(), "wrong_label field wrong right reason")


def _fields_of(row: Any, names: str) -> dict[str, Any]:
    return {name: getattr(row, name) for name in names.split()} if row is not None else {}


def _authority(authority: Authority) -> dict[str, Any]:
    return {name: getattr(authority, name) for name in AUTHORITY.split()}


def _officers(case: Case) -> list[dict[str, str]]:
    return [
        {"name": row.officer.name, "certificate": row.certificate_number, "unit": row.officer.unit.name}
        for row in queries.assignments(case)
    ]


def _case(proceeding: Proceeding) -> dict[str, Any]:
    case = proceeding.case
    evidence = [
        {"name": row.name, "kind": EvidenceKind(row.kind).label, "proves": row.proves}
        for row in queries.evidence(case)
    ]
    check_by, found = deadline(proceeding, "lead_check"), proceeding.finding
    return {
        "number": case.number,
        "title": proceeding.title,
        "cause": proceeding.cause,
        "cause_code": proceeding.cause_code,
        "source": case.source,
        "source_text": case.get_source_display(),
        "registered_on": case.registered_on,
        "filed_on": proceeding.filed_on,
        "happened_on": proceeding.happened_on,
        "found_on": case.found_on,
        "place": found.place if found else case.place,
        "summary": case.summary,
        "conduct": found.conduct if found else case.summary,
        "findings": found.conduct if found else case.summary,
        "consequence": found.consequence if found else "",
        "evidence": evidence,
        "evidence_text": "、".join(row["name"] for row in evidence) or None,
        "closure_kind": proceeding.closure_kind or ("performed" if hasattr(proceeding, "decision") else ""),
        "closure_reason": proceeding.closure_reason,
        "check_by_on": check_by.on if check_by else None,
    }


def _heard(proceeding: Proceeding) -> dict[str, Any]:
    facts: dict[str, Any] = {}
    hearing = getattr(proceeding, "hearing", None)
    if hearing and hearing.concluded_on:
        facts["hearing_text"] = f"{chinese_date(hearing.concluded_on)}听证终结。{hearing.opinion}"
    pleas = queries.pleas(proceeding)
    if pleas:
        plea = next((row for row in reversed(pleas) if not row.is_waived), pleas[-1])
        text = "当事人明确放弃陈述申辩权利。" if plea.is_waived else plea.text
        facts |= {"plea_text": text, "plea_made_on": plea.made_on, "plea_answer": plea.answer or text}
        facts["plea_result"] = "全部采纳" if plea.is_accepted else "不予采纳"
    facts["heard_text"] = _said(proceeding)
    paid = queries.payments(proceeding)
    if paid:
        facts |= {"paid_on": paid[-1].paid_on, "paid_amount": queries.paid(proceeding)}
        facts["receipt_number"] = "、".join(row.receipt_number for row in paid)
    return facts


def _said(proceeding: Proceeding) -> str:
    """What the party said and asked for, and what came of it: only what rows tell."""
    pleas = queries.pleas(proceeding)
    parts = [
        f"你（单位）于{chinese_date(row.made_on)}提出陈述、申辩：{row.text.rstrip('。')}。经复核：{row.answer}"
        for row in pleas
        if not row.is_waived
    ]
    parts += ["你（单位）明确放弃陈述、申辩。"] if pleas and not parts else []
    parts += [] if pleas else ["你（单位）在规定期限内未提出陈述、申辩意见。"]
    hearing = getattr(proceeding, "hearing", None)
    if hearing and hearing.concluded_on and hearing.is_abandoned:
        parts.append("你（单位）要求听证，经通知无正当理由未出席，视为放弃听证。")
    elif hearing and hearing.held_on:
        parts.append(f"你（单位）要求听证，本机关于{chinese_date(hearing.held_on)}举行了听证。")
    elif any(paper.purpose == "hearing_notice" for paper in queries.notices(proceeding)):
        parts.append("你（单位）在规定期限内未要求举行听证。")
    return "".join(parts)


def _service(proceeding: Proceeding) -> dict[str, Any]:
    """The newest service, for its receipt."""
    found = ((row.document, documents.service_of(row.document)) for row in queries.papers(proceeding))
    served = [(service, document) for document, service in found if service is not None]
    if not served:
        return {}
    service, newest = max(served, key=lambda pair: pair[0].pk)
    return {
        "papers": [{"name": newest.title, "number": newest.number, "copies": "1"}],
        "method": ServiceMethod(service.method).label,
        "place": service.place,
        "served_on": service.served_on,
        "received_by": service.received_by,
        "relation": service.relation,
        "refusal": service.note,
        "witness": service.witness,
        "note": service.note,
    }


def _party(proceeding: Proceeding) -> dict[str, Any]:
    party = proceeding.respondent
    if party is None:
        return {}
    facts: dict[str, Any] = {name: getattr(party, name) for name in PARTY.split()}
    facts["kind_label"] = PartyKind(party.kind).label
    facts["age"] = age_on(party.born_on, proceeding.happened_on) if party.born_on else None
    return facts
