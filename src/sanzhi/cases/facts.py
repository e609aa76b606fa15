"""What the core knows of a proceeding, for its papers: nobody types twice what is known."""

from collections.abc import Iterable
from typing import Any

from sanzhi.cases import anew, announcing, archived, pauses, pleading, queries, receipts, recusing, together
from sanzhi.cases.closing import usual_closure
from sanzhi.cases.deadlines import deadline, decision_paper
from sanzhi.cases.fact_groups import facts
from sanzhi.cases.hearings import hearing_known, hearings_told
from sanzhi.cases.joinders import named_in
from sanzhi.cases.models import Case, CaseParty, Evidence, EvidenceKind, IdType, PartyKind, Proceeding
from sanzhi.cases.overturning import overturn_known
from sanzhi.documents import queries as documents
from sanzhi.kernel import clock
from sanzhi.kernel.db import rows_of
from sanzhi.law.days import chinese_date
from sanzhi.law.identity import age_on
from sanzhi.law.wording import sentence

AUTHORITY = (
    "name code region_code address postcode phone number_prefix government court justice_bureau"
    " bank_name bank_account_name bank_account bank_address"
)
PARTY = (
    "kind name sex born_on id_type id_number occupation address phone credit_code trade_name"
    " representative representative_title guardian"
)


@facts("authority", AUTHORITY)
def authority(proceeding: Proceeding) -> dict[str, Any]:
    return _fields_of(proceeding.case.authority, AUTHORITY)


@facts("party", f"{PARTY} kind_label age", by={"": "cases.register_party"})
def party(proceeding: Proceeding) -> dict[str, Any]:
    row = proceeding.respondent
    if row is None:
        return {}
    age = age_on(row.born_on, proceeding.happened_on) if row.born_on else None
    return {**_fields_of(row, PARTY), **_known_by(row), "kind_label": PartyKind(row.kind).label, "age": age}


def _known_by(party: CaseParty) -> dict[str, str]:
    """A body has a credit code and no such paper; of whom no number was found, that stands in its place."""
    if party.kind == PartyKind.ORGANISATION:
        return {"id_type": "", "id_number": ""}
    return {"id_type": "", "id_number": str(IdType.UNKNOWN)} if party.id_type == IdType.UNKNOWN else {}


@facts("officers", by={"": "cases.assign_officers"})
def officers(proceeding: Proceeding) -> list[dict[str, str]]:
    return [
        {"name": row.officer.name, "certificate": row.certificate.number, "unit": row.officer.unit.name}
        for row in queries.assignments_with_units(proceeding.case)
    ]


@facts("today")
def today(proceeding: Proceeding) -> Any:
    return clock.today()


@facts("case", "number title cause cause_code source source_text registered_on summary found_on")
def opened(proceeding: Proceeding) -> dict[str, Any]:
    case = proceeding.case
    return {
        "number": case.number,
        "title": proceeding.title,
        "cause": proceeding.cause,
        "cause_code": proceeding.cause_code,
        "source": case.source,
        "source_text": case.get_source_display(),
        "registered_on": case.registered_on,
        "summary": case.summary,
        "found_on": case.found_on,
    }


@facts("case", "cause_changed")
def changed_cause(proceeding: Proceeding) -> dict[str, Any]:
    """From what to what the cause was changed, and why; each time by itself."""
    said = (
        f"{chinese_date(row.changed_on)}，案由由“{row.before}”改定为“{row.after}”：{sentence(row.reason)}"
        for row in rows_of(proceeding.cause_changes)
    )
    return {"cause_changed": "".join(said) or None}


@facts("case", "decision_title")
def entitled(proceeding: Proceeding) -> dict[str, Any]:
    """How the paper of the decision calls itself: not each imposes a penalty."""
    paper = decision_paper(proceeding)
    return {"decision_title": paper.title if paper else None}


@facts(
    "case",
    "happened_on place conduct known_how findings consequence",
    by={"conduct known_how findings consequence": "cases.establish_facts"},
)
def found(proceeding: Proceeding) -> dict[str, Any]:
    """What was established, or what the lead reported as long as nothing was."""
    case, finding = proceeding.case, proceeding.finding
    conduct = finding.conduct if finding else case.summary
    return {
        "happened_on": proceeding.happened_on,
        "place": finding.place if finding else case.place,
        "conduct": conduct,
        "known_how": "经查" if finding else "本机关发现",
        "findings": conduct,
        "consequence": finding.consequence if finding else "",
    }


@facts("case", "evidence evidence_text", by={"": "cases.add_evidence"})
def evidence(proceeding: Proceeding) -> dict[str, Any]:
    """On what the finding rests; what came in later proves nothing until it is found, and told, anew (行政处罚法 §44)."""
    rows = _listed(proceeding.case, queries.proofs(proceeding))
    return {"evidence": rows, "evidence_text": "、".join(row["name"] for row in rows) or None}


@facts("case", "gathered", by={"": "cases.add_evidence"})
def gathered(proceeding: Proceeding) -> dict[str, Any]:
    """All evidence of the case, and what its finding rests on: what goes with it where the case goes."""
    rows = dict.fromkeys((*queries.evidence(proceeding.case), *queries.proofs(proceeding)))
    return {"gathered": _listed(proceeding.case, rows)}


def _listed(case: Case, rows: Iterable[Evidence]) -> list[dict[str, str]]:
    return [
        {"name": named_in(case, row), "kind": EvidenceKind(row.kind).label, "proves": row.proves}
        for row in rows
    ]


@facts("case", "closure_kind closure_reason")
def closed(proceeding: Proceeding) -> dict[str, Any]:
    ended = proceeding.closure_kind or usual_closure(proceeding)
    return {"closure_kind": ended, "closure_reason": proceeding.closure_reason}


@facts("case", "check_by_on")
def checked(proceeding: Proceeding) -> dict[str, Any]:
    check_by = deadline(proceeding, "lead_check")
    return {"check_by_on": check_by.on if check_by else None}


@facts("documents")
def issued(proceeding: Proceeding) -> dict[str, Any]:
    """The issued papers by the code of their form, the newest of each."""
    return {
        paper.form: {"number": paper.number, "served_on": paper.served_on, "issued_on": paper.issued_on}
        for paper in queries.papers(proceeding)
        if paper.is_issued
    }


@facts(
    "recusal",
    "told recused outcome answer decided_by decided_on",
    by={"told recused": "cases.ask_recusal", "": "cases.decide_recusal"},
)
def recused(proceeding: Proceeding) -> dict[str, Any]:
    """The recusal that was decided and has no paper yet; where each has one, the last."""
    decided = [row for row in queries.recusals(proceeding.case) if row.decided_on]
    if not decided:
        return {}
    row = next((row for row in decided if not recusing.is_written(proceeding.case, row)), decided[-1])
    return recusing.told(row)


APPRAISAL = "subject question appraiser since approved_by"
SLIP = "wrong_label field wrong right reason"
CONTACT = "authority_address authority_phone authority_postcode"


@facts("appraisal", APPRAISAL, by={"": "cases.order_appraisal"})
def appraised(proceeding: Proceeding) -> dict[str, Any]:
    return _fields_of(pauses.appraisal(proceeding, newest=True), APPRAISAL)


@facts("slip", f"{SLIP} {CONTACT}", by={"": "cases.correct_slip"})
def slipped(proceeding: Proceeding) -> dict[str, Any]:
    """The last slip of the pen that is put right, and where the authority is found by all that was."""
    paper = decision_paper(proceeding)
    right = {row.field: row.right for row in proceeding.slips.order_by("id")}
    fields = documents.form(paper.form).fields if paper else ()
    labels = {field.name: field.label for field in fields}
    authority = proceeding.case.authority
    contact = {
        name: right.get(labels.get(name, "")) or getattr(authority, name.removeprefix("authority_"))
        for name in CONTACT.split()
    }
    return _fields_of(proceeding.slips.last(), SLIP) | contact


def _fields_of(row: Any, names: str) -> dict[str, Any]:
    return {name: getattr(row, name) for name in names.split()} if row is not None else {}


GROUPS = (
    authority,
    party,
    officers,
    today,
    opened,
    changed_cause,
    *anew.GROUPS,
    *together.GROUPS,
    entitled,
    found,
    evidence,
    gathered,
    closed,
    checked,
    *pleading.GROUPS,
    hearings_told,
    issued,
    receipts.served,
    hearing_known,
    recused,
    appraised,
    overturn_known,
    slipped,
    *announcing.GROUPS,
    *archived.GROUPS,
)
