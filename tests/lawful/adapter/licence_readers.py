"""Readers of an application for a licence and of its end, with what the judge must know beside them."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from sanzhi.cases.models import CaseParty, Decision, Proceeding, Proposal
from sanzhi.catalogues import queries as catalogues
from sanzhi.catalogues.licences import AtMost
from sanzhi.ledger.models import Entry
from sanzhi.licensing.models import Ban, Licence, LicenceApplication
from tests.lawful.adapter.lane_readers import issued_on_lane, on_lane, served_on_lane, standing
from tests.lawful.adapter.lanes import Lane
from tests.lawful.adapter.papers import content_of
from tests.lawful.adapter.readers import when
from tests.lawful.adapter.rows import load
from tests.lawful.adapter.surroundings import party_of
from tests.lawful.chronicle import happenings as h
from tests.lawful.chronicle import licences as c
from tests.lawful.chronicle.text import letters

if TYPE_CHECKING:
    from tests.lawful.adapter.reading import Sources

KINDS = {
    "自然人": "person",
    "法人或者其他组织": "organisation",
    "个体工商户": "individual_business",
}
ENDS = {"rescind": "annulled", "recall": "withdrawn", "cancel": "cancelled"}


def terms(said: Mapping[str, Any]) -> str:
    """What is granted and until when, alike for a proposal, a decision's paper and a certificate."""
    return f"{letters(str(said.get('content') or ''))}，至{said.get('valid_until') or ''}"


def licensing_of(sources: "Sources") -> c.Licensing:
    lane = sources.lanes.all[sources.proceeding.pk]
    asked, ending = lane.one("applications"), lane.one("endings")
    own_pk = (asked and asked.licence_id) or (ending and ending.licence_id)
    own = load(Licence, '"id" = %s', own_pk)[0] if own_pk else None
    row, party = asked or own, sources.one_or_none("parties")
    if row is None:
        return c.Licensing()
    place, code = letters(row.place), row.item_code
    every = load(Licence, '"authority_id" = %s AND "item_code" = %s', sources.case.authority_id, code)
    others = (
        one
        for one in every
        if letters(one.place) == place and one.pk != own_pk and one.proceeding_id != lane.pk
    )
    return c.Licensing(
        item=_item(row.item_edition, code),
        own=_held(own, until=_until(own, before=lane.pk)) if own else None,
        others=tuple(_held(one, until=one.valid_until) for one in others),
        bars=tuple(_bars(sources, code, party=party)) if party else (),
    )


def _item(edition: int, code: str) -> c.Item:
    row = catalogues.licence_items_of(edition)[code]
    labels = {field.name: field.label for field in row.fields}
    return c.Item(
        code=code,
        limit_days=row.limit_days,
        extension_days=row.extension_days,
        silence_days=row.silence_days,
        on_site=row.on_site,
        first=row.first,
        longest_months=row.longest_months or 0,
        basis=row.basis,
        materials=frozenset(one.name for one in row.materials),
        is_renewable=row.is_renewable,
        cooldown_days=row.cooldown_days,
        is_of_safety=row.is_of_safety,
        needed=frozenset(one.name for one in row.materials if not one.when),
        applicants=frozenset(KINDS.get(one, one) for one in row.applicants),
        at_once={
            labels.get(one.field, one.field): one.limit if isinstance(one, AtMost) else one.choice
            for one in row.instant
        },
    )


def _held(row: Any, *, until: date) -> c.Held:
    (holder,) = load(CaseParty, '"id" = %s', row.holder_id)
    return c.Held(
        ref=f"licensing.licence:{row.pk}",
        item=row.item_code,
        place=row.place,
        holder=party_of(holder).identity,
        granted_on=row.granted_on,
        since=row.valid_from,
        until=until,
        ended_on=row.ended_on,
        cancelled_on=row.cancelled_on,
    )


def _until(licence: Any, *, before: int) -> date:
    """As it was written when the proceeding `before` began: by the last decision that wrote it until then."""
    asked = load(LicenceApplication, '"licence_id" = %s ORDER BY "id"', licence.pk)
    keys = [licence.proceeding_id, *(row.proceeding_id for row in asked if row.proceeding_id < before)]
    said = [_decided_until(key) for key in keys]
    return next((day for day in reversed(said) if day), licence.valid_until)


def _asked_content(row: Any) -> str:
    """A renewal asks for what is permitted, a change for that and what it adds (行政许可法 §49, §50)."""
    if row.asks == "new":
        return str(row.content)
    kept = _content(load(Licence, '"id" = %s', row.licence_id)[0], before=row.proceeding_id)
    return kept if row.asks == "renewal" else f"{kept}\n变更：{row.content}"


def _content(licence: Any, *, before: int) -> str:
    """As the last decision before the proceeding `before` wrote it."""
    asked = load(LicenceApplication, '"licence_id" = %s ORDER BY "id"', licence.pk)
    keys = [licence.proceeding_id, *(row.proceeding_id for row in asked if row.proceeding_id < before)]
    said = [str(_decided(key).get("content", "")) for key in keys]
    return next((text for text in reversed(said) if text), str(licence.content))


def _decided_until(proceeding: int) -> date | None:
    said = _decided(proceeding)
    return date.fromisoformat(said["valid_until"]) if said else None


def _decided(proceeding: int) -> Mapping[str, Any]:
    """What the decision that gave something was proposed with."""
    rows = load(Decision, '"proceeding_id" = %s', proceeding)
    if not rows or rows[0].disposal not in {"grant", "amend", "renew"}:
        return {}
    said: Mapping[str, Any] = load(Proposal, '"proceeding_id" = %s ORDER BY "id"', proceeding)[-1].grounds
    return said


def _bars(sources: "Sources", code: str, *, party: Any) -> Iterator[c.Barred]:
    """Those of the same person, from other cases."""
    own, identity = sources.lanes.all.keys(), letters(party_of(party).identity)
    for row in load(Ban, '"item_code" = %s', code):
        (barred,) = load(CaseParty, '"id" = %s', row.party_id)
        if row.proceeding_id not in own and letters(party_of(barred).identity) == identity:
            yield c.Barred(since=row.since, ground=row.ground, item=code)


@on_lane("licensing.application_taken")
def applied(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    row = lane.one("applications")
    item = _item(row.item_edition, row.item_code)
    came = frozenset(one.name for one in lane.all["handed_in"] if one.handed_on == row.received_on)
    wanted = item.needed if row.asks == "new" else frozenset()
    yield c.Applied(
        **when(entry),
        on=row.received_on,
        is_complete=wanted <= came,
        needs_site_check=item.on_site,
        asks=row.asks,
        materials=came,
        answers=row.answers,
        content=letters(_asked_content(row)),
        starts_on=row.starts_on,
        ends_on=row.ends_on,
    )


@on_lane("licensing.materials_handed_in")
def came(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    """The rows of one command: of one day, by one hand, as many as the entry says."""
    first = lane.one("applications").received_on
    later = [row for row in lane.waiting["handed_in"] if row.handed_on > first or row.is_correction]
    day = when(entry)["at"].date()
    rows = [row for row in later if row.handed_on == day][: int(entry.facts["count"])] or [
        row for row in lane.waiting["handed_in"] if row.handed_on == day
    ][-int(entry.facts["count"]) :]
    lane.waiting["handed_in"] = [row for row in lane.waiting["handed_in"] if row not in rows]
    yield c.MaterialsCame(**when(entry), materials=frozenset(row.name for row in rows))


@on_lane("licensing.corrections_told")
def corrections(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    row = lane.one("applications")
    yield c.Supplemented(**when(entry), missing=frozenset(row.missing), defects=row.defects)


@on_lane("licensing.application_accepted")
def accepted(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    row = lane.one("applications")
    sealed = standing(sources, "D76", lane=lane) is not None or not lane.has_left("application")
    yield c.Accepted(**when(entry), on=row.accepted_on, is_sealed=sealed)


@on_lane("licensing.application_declined")
def declined(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    row = lane.one("applications")
    sealed = standing(sources, "D76", lane=lane) is not None or lane.proceeding.closed_on is None
    yield c.Accepted(**when(entry), is_accepted=False, is_sealed=sealed, ground=row.declined_for)


@on_lane("licensing.application_withdrawn")
def withdrawn(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    yield c.TakenBack(**when(entry), proof=lane.one("applications").turned_away_because)


@on_lane("licensing.application_lapsed")
def lapsed(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    yield c.TakenBack(**when(entry), way="lapsed")


@on_lane("licensing.examined")
def examined(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    row = lane.take("examinations")
    yield c.SiteChecked(
        **when(entry),
        on=row.examined_on,
        officers=tuple(row.officers),
        is_on_site=row.is_on_site,
        fits=row.fits,
    )


@on_lane("licensing.interested_told")
def others_told(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    row = lane.take("views")
    yield c.OthersTold(**{**when(entry), "ref": row.name})


@on_lane("licensing.view_entered")
def others_spoke(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    """Each is entered once: the rows that stand entered, as their entries come."""
    told = [row for row in lane.all["views"] if row.said_on == when(entry)["at"].date()]
    for row in told[:1]:
        lane.all["views"] = [one for one in lane.all["views"] if one is not row]
        said = "" if row.said == "明确表示没有意见" else row.said
        yield c.OthersSpoke(**{**when(entry), "ref": row.name}, text=said, answer=row.answer)


@on_lane("licensing.notice_given")
def shown(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    row = lane.one("applications")
    yield c.ShownToAll(**when(entry), since=row.notice_from, until=row.notice_until)


def _told_on(sources: "Sources", form: str, *, said: Mapping[str, Any], lane: Lane) -> date | None:
    """The first day on which a standing paper of the form that says all this was served."""
    days = []
    for pk in lane.papers:
        paper, service = sources.papers[pk], sources.services.get(pk)
        if paper.form != form or paper.status != "issued" or service is None or service.served_on is None:
            continue
        content = content_of(paper.sha256)
        if all(str(content.get(name) or "") == str(value or "") for name, value in said.items()):
            days.append(service.served_on)
    return min(days, default=None)


@on_lane("licensing.hearing_told")
def hearing_told(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    row = lane.one("licence_hearings")
    told_on = _told_on(sources, "D78", said={"because": row.because}, lane=lane)
    yield c.LicenceHearingTold(**when(entry), is_owed=row.is_owed, told_on=told_on)


@on_lane("licensing.hearing_asked")
def hearing_asked(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    yield h.HearingAsked(**when(entry), on=lane.one("licence_hearings").asked_on)


@on_lane("licensing.hearing_waived")
def hearing_waived(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    yield h.Waived(**when(entry), right="hearing", proof="signature")


@on_lane("licensing.hearing_set")
def hearing_set(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    """As it stands: an earlier day that was set is gone."""
    row = lane.one("licence_hearings")
    chair = sources.roster.get(f"officer:{row.chair_id}")
    said = {"held_on": row.held_on, "hearing_place": row.place, "chair": chair.name if chair else ""}
    told_on = _told_on(sources, "D78", said=said, lane=lane)
    key = f"officer:{row.chair_id}"
    yield c.LicenceHearingSet(**when(entry), held_on=row.held_on, chair=key, told_on=told_on)


@on_lane("licensing.hearing_concluded")
def heard(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    row = lane.one("licence_hearings")
    more = {"held_on": row.held_on, "chair": f"officer:{row.chair_id}", "minutes": row.minutes}
    yield c.LicenceHeard(**when(entry), on=row.held_on, **more)


@on_lane("licensing.time_left_out")
def left_out(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    row = lane.take("times_out")
    said = {"reason": row.what, "days": row.days, "since": row.begun_on}
    told_on = _told_on(sources, "D79", said=said, lane=lane)
    more = {"ground": row.ground, "until": row.ended_on, "told_on": told_on}
    yield c.TimeLeftOut(**when(entry), on=row.begun_on, **more)


@on_lane("licensing.decision_extended")
def extended(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    """Told until the decision, at the latest."""
    row = next(one for one in lane.waiting["times_granted"] if one.days)
    lane.waiting["times_granted"].remove(row)
    said = {"reason": row.reason, "days": row.days, "since": row.granted_on}
    told = _told_on(sources, "D79", said=said, lane=lane) is not None or lane.proceeding.decided_on is None
    yield c.LicenceExtended(**when(entry), days=row.days, approver=entry.actor_key, is_told=told)


@on_lane("licensing.delay_explained")
def explained(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    yield c.LicenceDelayExplained(**when(entry))


@on_lane("licensing.licence_proposed")
def proposed(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    """The proposal whose entry came right before."""
    saw = list(lane.saw)
    row = next((one for one in lane.all["proposals"] if saw and one.pk == saw[-1]), None)
    if row is not None and lane.one("applications") is not None:
        false = bool(row.grounds.get("was_false"))
        granted = row.disposal != "refuse"
        yield c.LicenceProposed(
            **when(entry), is_granted=granted, terms=terms(row.grounds) if granted else "", was_false=false
        )


@on_lane("licensing.licence_decided")
def decided(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    row = lane.one("decisions")
    paper = sources.papers.get(row.document_id or 0)
    says = content_of(paper.sha256) if paper else {}
    common = {**when(entry), "on": row.decided_on}
    ending = lane.one("endings")
    if ending is not None:
        paid = bool(ending.compensation.strip())
        code = ENDS.get(row.disposal, "")
        yield c.LicenceEnded(**common, code=code, ground=ending.ground, is_compensated=paid)
        return
    asked, granted = lane.one("applications"), row.disposal != "refuse"
    own = licensing_of(sources).own
    yield c.Licensed(
        **common,
        is_granted=granted,
        reason=str(says.get("reason") or ""),
        says_remedy="复议" in str(says.get("remedy_text") or "")
        and "诉讼" in str(says.get("remedy_text") or ""),
        is_renewal=asked.asks == "renewal",
        is_change=asked.asks == "change",
        expires_on=own.until if own else None,
        terms=terms(says) if granted else "",
        valid_from=_day(says.get("valid_from")) or asked.starts_on,
        valid_until=_day(says.get("valid_until")),
    )


def _day(text: Any) -> date | None:
    return date.fromisoformat(str(text)) if text else None


@issued_on_lane("D100")
def certified(row: h.Issued, *, lane: Lane) -> Iterator[h.Happening]:
    holder = str(row.content.get("party_name") or "")
    yield c.Certified(at=row.at, by=row.by, ref=row.ref, holder=holder, terms=terms(row.content))


@served_on_lane("D100")
def delivered(row: h.Served, *, says: Mapping[str, Any], lane: Lane) -> Iterator[h.Happening]:
    yield c.Delivered(at=row.at, on=row.on, by=row.by, ref=row.ref)


@on_lane("licensing.revocation_noted")
def revoked(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    """Whether a penalty of that number revokes, against the same person."""
    licence = lane.one("licences")
    rows = load(Decision, '"number" = %s', entry.facts["decision"])
    stands = any(_revokes(row, licence) for row in rows)
    ground = f"处罚决定{entry.facts['decision']}"
    yield c.LicenceEnded(**when(entry), code="revoked", ground=ground, is_penalised=stands)


def _revokes(row: Any, licence: Any) -> bool:
    (proceeding,) = load(Proceeding, '"id" = %s', row.proceeding_id)
    parties = load(CaseParty, '"id" IN (%s, %s)', proceeding.respondent_id, licence.holder_id)
    same = len({letters(party_of(party).identity) for party in parties}) == 1
    return same and any(term["measure"] == "revocation" for term in row.terms)
