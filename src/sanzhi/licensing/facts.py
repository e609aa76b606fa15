"""What licensing adds to the facts of its papers."""

from datetime import date
from typing import Any

from sanzhi.cases import queries as cases
from sanzhi.cases.fact_groups import facts
from sanzhi.cases.models import Proceeding
from sanzhi.law.days import chinese_date
from sanzhi.law.measures import Disposal
from sanzhi.law.penalties import ordinary_remedy
from sanzhi.licensing import terms
from sanzhi.licensing.models import LicenceApplication, TimeGranted, TimeLeftOut, TurnedAway
from sanzhi.licensing.queries import (
    application_of,
    ending_of,
    examined,
    handed_in,
    hearing_of,
    item_of,
    licence_of,
    times_granted,
    times_left_out,
)
from sanzhi.licensing.told import HEARING, TIME, hearing_said, said_of

APPLICATION = (
    "item asks received_on place content answers_text starts_on ends_on agent materials fees basis promised"
    " former_number"
)
RECEIPT = "missing_text correct_by_days outcome accepted_on decide_by_on promised_by_on declined_for declined_because"
EXAMINED = "examined_on is_on_site found fits_text unmet present_name"
LICENCE = "number certificate holder item place content conditions granted_on valid_from valid_until"
PROPOSED = "decision kind reason content conditions place valid_from valid_until basis"
ENDING = "kind ground facts compensation aftermath law"
LAWS = {
    Disposal.RESCIND: "《中华人民共和国行政许可法》第六十九条",
    Disposal.RECALL: "《中华人民共和国行政许可法》第八条第二款",
    Disposal.CANCEL: "《中华人民共和国行政许可法》第七十条",
}
DONE = {
    Disposal.GRANT: "准予",
    Disposal.REFUSE: "不予许可",
    Disposal.AMEND: "变更",
    Disposal.RENEW: "延续",
    Disposal.RESCIND: "撤销",
    Disposal.RECALL: "撤回",
    Disposal.CANCEL: "注销",
}


@facts("application", APPLICATION)
def applied(proceeding: Proceeding) -> dict[str, Any]:
    row, item = application_of(proceeding), item_of(proceeding)
    if row is None or item is None:
        return {}
    return {
        "item": row.item_title,
        "asks": row.get_asks_display(),
        "received_on": row.received_on,
        "place": row.place,
        "content": row.content,
        "answers_text": "；".join(row.answer_lines) or None,
        "starts_on": row.starts_on,
        "ends_on": row.ends_on,
        "agent": row.agent or None,
        "materials": [
            {"name": one.name, "note": one.note or "—", "handed_on": chinese_date(one.handed_on)}
            for one in handed_in(row)
        ],
        "fees": item.fees,
        "basis": item.basis,
        "promised": item.promised_days,
        "former_number": row.licence.number if row.licence else None,
    }


@facts(
    "application",
    RECEIPT,
    by={"missing_text correct_by_days": "licensing.tell_corrections", "": "licensing.accept_application"},
)
def received(proceeding: Proceeding) -> dict[str, Any]:
    row, item = application_of(proceeding), item_of(proceeding)
    if row is None or item is None:
        return {}
    until, promised = terms.decide_by(proceeding), terms.promised_by(proceeding)
    declined = row.turned_away == TurnedAway.DECLINED
    return {
        "missing_text": _corrections(row),
        "correct_by_days": item.silence_days,
        "outcome": "不予受理" if declined else "受理" if row.accepted_on else None,
        "accepted_on": row.accepted_on,
        "decide_by_on": until.on if until else None,
        "promised_by_on": promised.on if promised else None,
        "declined_for": row.get_declined_for_display() if declined else None,
        "declined_because": row.turned_away_because if declined else None,
    }


def _corrections(row: LicenceApplication) -> str | None:
    lines = [
        *(f"缺少或者需要重新提交：{name}" for name in row.missing),
        *([row.defects] if row.defects else []),
    ]
    return "\n".join(f"{number}．{line}" for number, line in enumerate(lines, start=1)) or None


@facts("examination", EXAMINED, by={"": "licensing.examine"})
def looked_at(proceeding: Proceeding) -> dict[str, Any]:
    row = examined(proceeding)
    if row is None:
        return {}
    return {
        "examined_on": row.examined_on,
        "is_on_site": "现场核查" if row.is_on_site else "书面核查",
        "found": row.found,
        "fits_text": "符合法定条件、标准" if row.fits else "不符合法定条件、标准",
        "unmet": row.unmet or None,
        "present_name": row.present_name or None,
    }


@facts("licence_hearing", HEARING, by={"": "licensing.tell_hearing"})
def hearing(proceeding: Proceeding) -> dict[str, Any]:
    row = hearing_of(proceeding)
    return hearing_said(row) if row is not None else {}


@facts("licence_time", TIME, by={"": "licensing.extend_decision"})
def time_changed(proceeding: Proceeding) -> dict[str, Any]:
    """The newest time of which the applicant was not told; where he was told of each, the last."""
    rows: list[TimeLeftOut | TimeGranted] = [*times_left_out(proceeding)]
    rows += [row for row in times_granted(proceeding) if row.days]
    if not rows:
        return {}
    untold = [row for row in rows if terms.told_of(proceeding, row) is None]
    return said_of((untold or rows)[0 if untold else -1])


@facts("licence", LICENCE, by={"": "licensing.decide_licence"})
def licensed(proceeding: Proceeding) -> dict[str, Any]:
    row = licence_of(proceeding)
    if row is None:
        return {}
    return {
        "number": row.number,
        "certificate": row.certificate,
        "holder": row.holder.name,
        "item": row.item_title,
        "place": row.place,
        "content": row.content,
        "conditions": row.conditions or None,
        "granted_on": row.granted_on,
        "valid_from": row.valid_from,
        "valid_until": row.valid_until,
    }


@facts("licensing", PROPOSED, by={"": "licensing.propose_licence"})
def proposed(proceeding: Proceeding) -> dict[str, Any]:
    proposal = cases.current_proposal(proceeding)
    if proposal is None:
        return {}
    said, item = proposal.grounds, item_of(proceeding)
    return {
        "decision": proposal.text,
        "kind": DONE[Disposal(proposal.disposal)],
        "reason": proposal.reason,
        "content": said.get("content") or None,
        "conditions": said.get("conditions") or None,
        "place": said.get("place") or None,
        "valid_from": _day(said.get("valid_from")),
        "valid_until": _day(said.get("valid_until")),
        "basis": item.basis if item else None,
    }


def _day(text: str | None) -> Any:
    return date.fromisoformat(text) if text else None


@facts("ending", ENDING, by={"": "licensing.begin_ending"})
def ended(proceeding: Proceeding) -> dict[str, Any]:
    row = ending_of(proceeding)
    if row is None:
        return {}
    return {
        "kind": DONE[Disposal(row.disposal)],
        "ground": row.get_ground_display(),
        "facts": row.facts,
        "compensation": row.compensation or None,
        "aftermath": row.aftermath or None,
        "law": LAWS[Disposal(row.disposal)],
    }


@facts("case", "main_cause proposed_text", by={"": "licensing.propose_licence"})
def asked(proceeding: Proceeding) -> dict[str, Any]:
    proposal = cases.current_proposal(proceeding)
    return {"main_cause": proceeding.cause, "proposed_text": proposal.text if proposal else None}


@facts("remedy", "text")
def remedy(proceeding: Proceeding) -> dict[str, str]:
    """行政许可法 §38(2)"""
    authority = proceeding.case.authority
    return {"text": ordinary_remedy(authority.government, authority.court)}


GROUPS = (applied, received, looked_at, hearing, time_changed, licensed, proposed, ended, asked, remedy)
