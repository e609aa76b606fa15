"""One reader for each event of the ledger: what the entry and its row say, as happenings. Unknown events say nothing."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sanzhi.kernel.clock import CHINA
from sanzhi.ledger.models import Entry
from sanzhi.penalty.grounds import Grounds
from sanzhi.recordings.queries import caption_of
from tests.lawful.adapter.papers import money, taken
from tests.lawful.adapter.surroundings import borrowed, chinese_day, party_of, wants_of
from tests.lawful.chronicle import happenings as h
from tests.lawful.chronicle.aftermath import Educated, Extended, LateExplained
from tests.lawful.chronicle.measures import Penalty, read_measures

if TYPE_CHECKING:
    from tests.lawful.adapter.reading import Sources

Reader = Callable[[Entry, "Sources"], Iterator[h.Happening]]
READERS: dict[str, Reader] = {}


def reads(event: str) -> Callable[[Reader], Reader]:
    def register(reader: Reader) -> Reader:
        READERS[event] = reader
        return reader

    return register


def when(entry: Entry) -> dict[str, Any]:
    """Who and when, as the ledger has it."""
    return {"at": entry.happened_at.astimezone(CHINA), "by": (entry.actor_key,), "ref": f"entry:{entry.pk}"}


def is_last(entry: Entry, sources: "Sources") -> bool:
    """Whether no later entry of the same event can have overwritten the one row."""
    sources.passed[entry.event] = sources.passed.get(entry.event, 0) + 1
    return sources.passed[entry.event] == sources.events.count(entry.event)


@reads("cases.lead_registered")
def lead(entry: Entry, sources: "Sources") -> Iterator[h.Happening]:
    case = sources.case
    yield h.Reported(
        **when(entry),
        cause=sources.proceeding.cause_code,
        happened_on=case.happened_on,
        found_on=case.found_on,
        place=case.place,
        summary=case.summary,
    )
    sources.handlers = frozenset({entry.actor_key})
    yield h.Assigned(**when(entry), joined=(entry.actor_key,))


@reads("cases.party_registered")
def party(entry: Entry, sources: "Sources") -> Iterator[h.Happening]:
    yield h.PartyNamed(
        **when(entry), party=party_of(sources.one("parties")) if is_last(entry, sources) else None
    )


@reads("cases.officers_assigned")
def assigned(entry: Entry, sources: "Sources") -> Iterator[h.Happening]:
    """The entry names the certificates of all who are on the case from now on."""
    numbers = set(str(entry.facts["certificates"]).split("、"))
    people = sources.roster.people.values()
    now = frozenset(row.key for row in people if any(card.number in numbers for card in row.certificates))
    joined, left = sorted(now - sources.handlers), sorted(sources.handlers - now)
    sources.handlers = now
    yield h.Assigned(**when(entry), joined=tuple(joined), left=tuple(left))


@reads("cases.case_filed")
def filed(entry: Entry, sources: "Sources") -> Iterator[h.Happening]:
    """Filed by who signed the approval last; by who moved the case on where there is no approval."""
    heads = [
        f"officer:{row.officer_id}"
        for pk, form in sources.issued.items()
        if form == "D03"
        for row in sources.signatures.get(pk, ())
        if row.role == "bureau_head"
    ]
    yield h.Filed(**{**when(entry), "by": tuple(heads[-1:]) or (entry.actor_key,)})


@reads("cases.step_completed")
def step(entry: Entry, sources: "Sources") -> Iterator[h.Happening]:
    key, wants, moments = wants_of(sources.proceeding.procedure_edition_id).get(
        entry.facts["step"], ("", frozenset(), frozenset())
    )
    yield h.StepLeft(
        **when(entry),
        step=key,
        following=entry.facts["next"],
        wants=wants,
        moments=moments,
        has=frozenset(sources.issued.values()),
        shown=sources.pages.get(entry.pk, ""),
    )


@reads("cases.evidence_added")
def gathered(entry: Entry, sources: "Sources") -> Iterator[h.Happening]:
    row = sources.take("evidence")
    sources.gathered[row.pk] = row.name
    yield h.Gathered(**when(entry), on=row.gathered_on, kind=row.kind, name=row.name, proves=row.proves)


@reads("cases.facts_established")
def established(entry: Entry, sources: "Sources") -> Iterator[h.Happening]:
    row = sources.take("findings")
    of_others = borrowed((key for key in row.evidence if key not in sources.gathered), case=sources.case.pk)
    yield h.Found(
        **when(entry),
        version=row.version,
        happened_on=row.happened_on,
        conduct=row.conduct,
        endangers_life=row.endangers_life,
        illegal_gains=row.gains,
        is_over=row.corrected_on is not None,
        evidence=tuple(sources.gathered.get(key, str(key)) for key in row.evidence if key not in of_others),
        borrowed=tuple(of_others.values()),
    )


@reads("penalty.correction_ordered")
def ordered(entry: Entry, sources: "Sources") -> Iterator[h.Happening]:
    sources.ordered = sources.take_order()
    yield h.Ordered(
        **when(entry), content=sources.ordered.content, by_on=chinese_day(entry.facts["correct_by_on"])
    )


@reads("penalty.correction_reviewed")
def rechecked(entry: Entry, sources: "Sources") -> Iterator[h.Happening]:
    row = sources.ordered
    if row is not None and row.pk in sources.misread:  # entered wrongly, as another person has agreed
        sources.ordered = sources.reviewed_anew.get(row.pk, row)
        return
    result = row.result if row else ""
    yield h.Rechecked(**when(entry), is_corrected=entry.facts["outcome"] == "已改正", result=result)


PLAIN = ("警告", "罚款")


def penalty_of(row: Any) -> Penalty:
    """A proposal or decision row as a penalty; its free words are read anew."""
    grounds = getattr(row, "grounds", {})
    counted = {name: money(value) for name, value in grounds.get("quantities", {}).items()}
    others = "；".join(part for part in row.text.split("；") if not part.startswith(PLAIN))
    return Penalty(
        disposal=row.disposal,
        warns=any(term["measure"] == "warning" for term in row.terms),
        fine=taken(row.terms, "fine"),
        confiscated=taken(row.terms, "confiscation_of_gains", "confiscation_of_goods"),
        measures=read_measures(others) if row.disposal == "punish" else frozenset(),
        text=others if row.disposal == "punish" else "",
        tier=grounds.get("tier", ""),
        reason=getattr(row, "reason", "") + _lighter(grounds),
        mitigation=grounds.get("mitigation", ""),
        quantities={name: value for name, value in counted.items() if value is not None},
    )


def _lighter(grounds: Any) -> str:
    """The coded choices that its papers print behind the reason."""
    said = f"。偏离裁量基准的理由：{grounds['departure']}" if grounds.get("departure") else ""
    if grounds.get("able_by"):
        said += f"。当事人违法时能够辨认和控制自己的行为，有{'、'.join(grounds['able_by'])}证明。"
    if grounds.get("untaken"):
        said += f"。{Grounds(**grounds).not_confiscated}"
    return said + (f"。依照{grounds['lighter']}的规定，从轻处罚。" if grounds.get("lighter") else "")


@reads("cases.proposal_made")
def proposed(entry: Entry, sources: "Sources") -> Iterator[h.Happening]:
    row = sources.take("proposals")
    proposed = penalty_of(row)
    if row.grounds.get("spared") == "unfounded":
        proposed = replace(proposed, disposal="unfounded")
    sources.proposed = sources.penalties[row.pk] = proposed
    yield h.Proposed(**when(entry), penalty=sources.proposed)


ON_THE_SPOT = "提出意见，当场复核"


@reads("cases.plea_recorded")
def pleaded(entry: Entry, sources: "Sources") -> Iterator[h.Happening]:
    row = sources.take("pleas")
    if entry.facts["outcome"] == "明确放弃":
        filmed = any(row.moment == "statement_defence" for row in sources.filmed)
        yield h.Waived(**when(entry), right="plea", proof="recording" if filmed else "")
        return
    sources.unanswered.append(row)
    yield h.Pleaded(**when(entry), text=row.text)
    if entry.facts["outcome"] == ON_THE_SPOT:
        sources.unanswered.pop()
        yield h.Answered(**when(entry), is_accepted=row.is_accepted, text=row.answer)


@reads("cases.plea_answered")
def answered(entry: Entry, sources: "Sources") -> Iterator[h.Happening]:
    """Of several that wait, one with this answer; the oldest where the rows do not tell."""
    accepted = entry.facts["outcome"].startswith("采纳")
    waiting = [row for row in sources.unanswered if row.is_accepted == accepted] or sources.unanswered
    row = waiting[0] if waiting else sources.one("pleas")
    if row in sources.unanswered:
        sources.unanswered.remove(row)
    yield h.Answered(**when(entry), is_accepted=accepted, text=row.answer)


@reads("cases.hearing_requested")
def hearing_asked(entry: Entry, sources: "Sources") -> Iterator[h.Happening]:
    on = sources.hearing().requested_on if is_last(entry, sources) else None
    yield h.HearingAsked(**when(entry), on=on)


@reads("cases.hearing_notified")
def hearing_notified(entry: Entry, sources: "Sources") -> Iterator[h.Happening]:
    row = sources.hearing()
    yield h.HearingNotified(
        **when(entry),
        held_on=chinese_day(entry.facts["held_on"]),
        place=row.place,
        chair=f"officer:{row.chair_id}" if row.chair_id else "",
    )


@reads("cases.hearing_concluded")
def heard(entry: Entry, sources: "Sources") -> Iterator[h.Happening]:
    row, last = sources.hearing(), is_last(entry, sources)
    if entry.facts["outcome"] == "当事人撤回听证要求":
        filmed = any(row.moment == "statement_defence" for row in sources.filmed)
        yield h.Waived(**when(entry), right="hearing", proof="recording" if filmed else "")
        return
    yield h.Heard(
        **when(entry),
        held_on=row.held_on if last else None,
        chair=f"officer:{row.chair_id}" if row.chair_id else "",
        is_abandoned=entry.facts["outcome"] == "当事人无正当理由未出席，视为放弃",
        has_left=entry.facts["outcome"] == "当事人未经许可中途退出，视为放弃",
        is_public=row.is_public,
        closed_for=row.closed_for,
        begins=row.begins_at,
        **({"attendees": row.attendees, "minutes": row.minutes} if last else {}),
    )


OUTCOMES = {"agreed": "punish", "spared": "spare"}


@reads("reviews.deliberation_recorded")
def discussed(entry: Entry, sources: "Sources") -> Iterator[h.Happening]:
    row = sources.take("deliberations")
    yield h.Discussed(
        **when(entry),
        on=row.held_on,
        began=datetime.combine(row.held_on, row.began_at, CHINA),
        chair=row.chair,
        participants=tuple(one["name"] for one in row.participants),
        text=row.conclusion,
        conclusion=OUTCOMES.get(row.outcome, "unclear"),
        saw=sources.penalties.get(row.proposal_id),
    )


@reads("cases.payment_recorded")
def paid(entry: Entry, sources: "Sources") -> Iterator[h.Happening]:
    row = sources.take_payment()
    if not row.amount:
        return
    yield h.Paid(
        **when(entry),
        on=row.paid_on,
        amount=row.amount,
        receipt=row.receipt_number,
        in_cash=row.is_on_the_spot,
        ground=row.cash_ground or (cash_ground(sources) if row.is_on_the_spot else ""),
    )


GROUNDS = {"一百元": "small", "难以执行": "hard_later", "交通不便": "remote_asked"}


def cash_ground(sources: "Sources") -> str:
    """Why cash was taken, as the decision on the spot says; a small sum needs no more (行政处罚法 §68)."""
    said = " ".join(str(row.values.get("collected_why") or "") for row in sources.papers.values())
    return next((ground for word, ground in GROUNDS.items() if word in said), "small")


@reads("penalty.late_penalty_charged")
@reads("penalty.late_penalty_recounted")
def charged(entry: Entry, sources: "Sources") -> Iterator[h.Happening]:
    yield h.Charged(
        **when(entry), amount=money(entry.facts["amount"]) or Decimal(0), days=int(entry.facts["days"])
    )


@reads("penalty.party_educated")
def educated(entry: Entry, sources: "Sources") -> Iterator[h.Happening]:
    of = "guardian" if "监护人" in entry.facts["who"] else "party"
    yield Educated(**when(entry), of=of)


@reads("cases.time_extended")
def extended(entry: Entry, sources: "Sources") -> Iterator[h.Happening]:
    yield Extended(**when(entry), days=int(entry.facts["days"]), basis=entry.facts["basis"])


@reads("cases.delay_explained")
def explained(entry: Entry, sources: "Sources") -> Iterator[h.Happening]:
    yield LateExplained(**when(entry), reason=entry.facts["reason"])


@reads("cases.case_closed")
def closed(entry: Entry, sources: "Sources") -> Iterator[h.Happening]:
    row = sources.proceeding
    yield h.Closed(**when(entry), kind=row.closure_kind, reason=row.closure_reason)


@reads("reviews.submitted")
def submitted(entry: Entry, sources: "Sources") -> Iterator[h.Happening]:
    row = sources.take("reviews")
    sources.under_review.append((row, sources.penalties.get(row.proposal_id)))
    yield h.Submitted(**when(entry), materials=tuple(map(str, row.materials)))


@reads("reviews.opinion_given")
def reviewed(entry: Entry, sources: "Sources") -> Iterator[h.Happening]:
    if sources.under_review:
        row, saw = sources.under_review.pop()
        yield h.Reviewed(**when(entry), on=row.reviewed_on, verdict=row.verdict, saw=saw, round=row.round)


@reads("recordings.moment_recorded")
def recorded(entry: Entry, sources: "Sources") -> Iterator[h.Happening]:
    row = sources.take("recordings")
    sources.filmed.append(row)
    yield h.Recorded(
        **when(entry),
        moment=row.moment,
        started=row.started_at.astimezone(CHINA),
        ended=row.ended_at.astimezone(CHINA),
        kind=row.kind,
    )


@reads("recordings.gap_accepted")
def gap(entry: Entry, sources: "Sources") -> Iterator[h.Happening]:
    """What an officer writes of a gap explains nothing until another has accepted it: `by` is who did."""
    named = [row for row in sources.gaps if caption_of(row.moment) == entry.facts["moment"]]
    row = named[0] if named else sources.take("gaps")
    if named:
        sources.gaps.remove(row)  # two may be accepted at one moment
    yield h.GapExplained(**when(entry), moment=row.moment)
