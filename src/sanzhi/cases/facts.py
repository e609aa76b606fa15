"""What the case knows, as the tree from which every paper is filled: nobody types twice what is known."""

from typing import Any

from sanzhi.cases import board, queries
from sanzhi.cases.deadlines import check_by
from sanzhi.cases.models import Case, EvidenceKind, PartyKind
from sanzhi.cases.penalty_rules import describe_penalty, payment_due_on
from sanzhi.documents import queries as documents
from sanzhi.documents.filling import chinese_date
from sanzhi.documents.models import ServiceMethod
from sanzhi.kernel import clock
from sanzhi.law import penalties
from sanzhi.law.identity import age_on
from sanzhi.law.money import capital_amount
from sanzhi.organisation.models import Authority


def facts_of(case: Case) -> dict[str, Any]:
    return {
        "authority": _authority(case.authority),
        "case": {**_case(case), **_proposal(case), **_course(case), **board.extra_facts(case)},
        "party": _party(case),
        "officers": _officers(case),
        "documents": {
            paper.form: {"number": paper.number, "served_on": paper.served_on, "issued_on": paper.issued_on}
            for paper in queries.papers(case)
            if paper.is_issued
        },
        "remedy": _remedy(case),
        "service": _service(case),
        "today": clock.today(),
    }


def _authority(authority: Authority) -> dict[str, Any]:
    names = (
        "name code region_code address postcode phone number_prefix government court justice_bureau"
        " bank_name bank_account_name bank_account bank_address"
    )
    return {name: getattr(authority, name) for name in names.split()}


def _officers(case: Case) -> list[dict[str, str]]:
    return [
        {"name": row.officer.name, "certificate": row.certificate_number, "unit": row.officer.unit.name}
        for row in queries.assignments(case)
    ]


def _case(case: Case) -> dict[str, Any]:
    power = queries.power_of(case)
    evidence = [
        {"name": row.name, "kind": EvidenceKind(row.kind).label, "proves": row.proves}
        for row in queries.evidence(case)
    ]
    return {
        "number": case.number,
        "title": f"{case.party.name}{case.cause}案" if hasattr(case, "party") else f"{case.cause}案",
        "cause": case.cause,
        "cause_code": case.cause_code,
        "source": case.source,
        "source_text": case.get_source_display(),
        "registered_on": case.registered_on,
        "filed_on": case.filed_on,
        "happened_on": case.happened_on,
        "found_on": case.found_on,
        "place": case.place,
        "summary": case.summary,
        "conduct": case.summary,
        "violated": power.prohibition,
        "penalty_basis": power.penalty_basis,
        "evidence": evidence,
        "closure_kind": case.closure_kind or ("performed" if hasattr(case, "decision") else ""),
        "closure_reason": case.closure_reason,
        "limitation": f"自{chinese_date(case.happened_on)}起{'五' if case.endangers_life else '二'}年，未超过追责时效。",
        "check_by_on": check_by(case),
        "evidence_text": "、".join(row["name"] for row in evidence) or None,
        "findings": case.summary,
    }


def _proposal(case: Case) -> dict[str, Any]:
    proposal = queries.current_proposal(case)
    if proposal is None:
        return {}
    text = describe_penalty(warns=proposal.warns, fine=proposal.fine, other_measures=proposal.other_measures)
    return {
        "proposed_text": text or "不予行政处罚",
        "proposed_amount": proposal.fine,
        "discretion_tier": proposal.tier,
        "discretion_reason": proposal.reason,
    }


def _course(case: Case) -> dict[str, Any]:
    return {
        "notice_text": _notice(case),
        **_heard(case),
        **_deliberated(case),
        **_decided(case),
        **_paid(case),
    }


def _heard(case: Case) -> dict[str, Any]:
    facts: dict[str, Any] = {}
    if hasattr(case, "hearing") and case.hearing.concluded_on:
        facts["hearing_text"] = f"{chinese_date(case.hearing.concluded_on)}听证终结。{case.hearing.opinion}"
    if hasattr(case, "correction"):
        row = case.correction
        facts |= {"correct_content": row.content, "correct_by_on": row.correct_by_on}
        facts["correction_result"] = row.result
    if hasattr(case, "plea"):
        text = "当事人明确放弃陈述申辩权利。" if case.plea.is_waived else case.plea.text
        facts |= {"plea_text": text, "plea_made_on": case.plea.made_on}
        facts["plea_answer"] = case.plea.answer or text
        facts["plea_result"] = "全部采纳" if case.plea.is_accepted else "不予采纳"
    return facts


def _deliberated(case: Case) -> dict[str, Any]:
    if not hasattr(case, "deliberation"):
        return {}
    row = case.deliberation
    return {
        "deliberation_text": row.conclusion,
        "deliberation_opinions": row.opinions,
        "deliberation_on": row.held_on,
        "deliberation_place": row.place,
        "deliberation_chair": row.chair,
        "deliberation_participants": [{"name": name} for name in row.participants],
    }


def _decided(case: Case) -> dict[str, Any]:
    """What was decided, or what is proposed as long as nothing was."""
    if hasattr(case, "decision"):
        text, fine = case.decision.text, case.decision.fine
        facts = {"decided_on": case.decided_on, "payment_due_on": payment_due_on(case)}
    elif (row := queries.current_proposal(case)) is not None:
        text = describe_penalty(warns=row.warns, fine=row.fine, other_measures=row.other_measures)
        fine, facts = row.fine, {}
    else:
        return {}
    return {
        **facts,
        "decision_text": text,
        "amount": fine,
        "amount_capital": capital_amount(fine) if fine else None,
    }


def _paid(case: Case) -> dict[str, Any]:
    facts: dict[str, Any] = {}
    if not hasattr(case, "decision"):
        facts["execution_text"] = "未作出处罚决定，不涉及执行。"
    paid = queries.payments(case)
    if paid:
        facts |= {"paid_on": paid[-1].paid_on, "paid_amount": sum(row.amount for row in paid)}
        facts["receipt_number"] = "、".join(row.receipt_number for row in paid)
        facts["execution_text"] = f"当事人已于{chinese_date(paid[-1].paid_on)}缴清罚款。"
    return facts


def _notice(case: Case) -> str | None:
    for paper in reversed(queries.papers(case)):
        if paper.form in {"D29", "D30"} and paper.served_on:
            return f"已于{chinese_date(paper.served_on)}送达《{paper.title}》（{paper.number}）。"
    return None


def _service(case: Case) -> dict[str, Any]:
    """The newest service, for its receipt (D46)."""
    served = [row for row in documents.documents_of(queries.subject_of(case)) if hasattr(row, "service")]
    if not served:
        return {}
    newest = max(served, key=lambda row: row.service.pk)
    service = newest.service
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


def _party(case: Case) -> dict[str, Any]:
    if not hasattr(case, "party"):
        return {}
    party = case.party
    names = (
        "kind name sex born_on id_type id_number occupation address phone credit_code trade_name"
        " representative representative_title guardian"
    )
    facts: dict[str, Any] = {name: getattr(party, name) for name in names.split()}
    facts["kind_label"] = PartyKind(party.kind).label
    facts["age"] = age_on(party.born_on, case.happened_on) if party.born_on else None
    return facts


def _remedy(case: Case) -> dict[str, str]:
    body, court = case.authority.government, case.authority.court
    simplified = case.procedure_key == "penalty/simplified"
    # 行政复议法 §23: 对当场作出的行政处罚决定不服，应当先申请行政复议
    text = penalties.simplified_remedy(body, court) if simplified else penalties.ordinary_remedy(body, court)
    return {"text": text, "reconsideration_body": body, "court": court}
