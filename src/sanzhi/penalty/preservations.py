"""Things kept as evidence: what is known of them, until when a registration lasts, and what still stands open."""

from datetime import date
from typing import Any

from sanzhi.cases import board
from sanzhi.cases.fact_groups import facts
from sanzhi.cases.fixed import issued_since, tells, told_on
from sanzhi.cases.models import Appraisal, Proceeding
from sanzhi.cases.queries import has_fallen
from sanzhi.kernel import clock
from sanzhi.kernel.db import rows_of
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.deadline_rules import rule
from sanzhi.law.deadlines import due
from sanzhi.law.measures import Disposal, missing_among
from sanzhi.penalty.models import KeptAs, Preservation, Settled
from sanzhi.penalty.queries import nobody_is_left

LAW = "行政处罚法第五十六条"
SAID = "reason place things listed approved_on begun_on due_on way settle_reason settled_on"
CLOCK = "registration_preservation"
ACTS = {
    "reason place things": "penalty.propose_preservation",
    "way settle_reason settled_on": "penalty.settle_preservation",
    "": "penalty.preserve_evidence",
}


def preservations_of(proceeding: Proceeding) -> tuple[Preservation, ...]:
    """Without what was proposed and withdrawn."""
    return tuple(row for row in rows_of(proceeding.preservations) if row.withdrawn_on is None)


def newest(proceeding: Proceeding, kept_as: str) -> Preservation | None:
    rows = [row for row in preservations_of(proceeding) if row.kept_as == kept_as]
    return rows[-1] if rows else None


def kept_now(proceeding: Proceeding) -> Preservation | None:
    """What is kept and not yet settled; what was sent to be appraised is kept until it has come back."""
    rows = (row for row in preservations_of(proceeding) if row.begun_on)
    return next((row for row in rows if not row.settled_on or _has_come_back(proceeding, row)), None)


def _has_come_back(proceeding: Proceeding, row: Preservation) -> bool:
    sent = appraisal_since(proceeding, row)
    return row.way == Settled.APPRAISED and sent is not None and sent.until is not None


def appraisal_since(proceeding: Proceeding, row: Preservation) -> Appraisal | None:
    """The last appraisal that was commissioned while these things were kept."""
    last = next(reversed(rows_of(proceeding.appraisals)), None)
    return last if last is not None and row.begun_on is not None and last.since >= row.begun_on else None


def proposed(proceeding: Proceeding) -> Preservation | None:
    """What was proposed and is not carried out yet: the last one of them, an earlier one is dropped by it."""
    rows = [row for row in preservations_of(proceeding) if row.begun_on is None]
    last = preservations_of(proceeding)[-1:]
    return rows[-1] if rows and rows[-1:] == list(last) else None


def due_on(row: Preservation, proceeding: Proceeding) -> date | None:
    """The last of the seven working days of a registration; samples have none."""
    if row.kept_as != KeptAs.REGISTRATION or row.begun_on is None:
        return None
    return due(rule(CLOCK, row.begun_on), row.begun_on, calendar=proceeding.calendar).on


def has_lapsed(row: Preservation, proceeding: Proceeding) -> bool:
    """Not settled in time, a registration has ended by itself."""
    until = due_on(row, proceeding)
    return until is not None and row.settled_on is None and clock.today() > until


def running_since(proceeding: Proceeding) -> date | None:
    row = kept_now(proceeding)
    return row.begun_on if row is not None and row.kept_as == KeptAs.REGISTRATION else None


def approved_on(proceeding: Proceeding, row: Preservation) -> date | None:
    """The day on which the head approved what is proposed now; what was approved before is not approved again."""
    return told_on(proceeding, f"{row.kept_as}_approval", since=row.proposed_at)


def is_served(proceeding: Proceeding, row: Preservation, *, step: str) -> bool:
    """The paper of this `step` (notice, disposal) was handed over and tells of this row, whatever was proposed since."""
    since = row.begun_at if step == "notice" else row.settled_at
    papers = issued_since(proceeding, f"{row.kept_as}_{step}", since=since) if since else ()
    said = {row.kept_as: _said(row, proceeding)}
    return any(tells(paper, said) for paper in papers if paper.served_on)


def preservation_settled(proceeding: Proceeding) -> Verdict:
    """Nothing is decided or closed while things are kept, or while the party does not know what became of them.

    Where nobody is left, nobody can be told (行政强制法 §40).
    """
    row = kept_now(proceeding)
    if row is not None:
        return Verdict.no(
            f"{row.get_kept_as_display()}的物品尚未处理。", LAW, remedy="请由机关负责人作出处理决定。"
        )
    last = {row.kept_as: row for row in preservations_of(proceeding) if row.settled_on}
    untold = [row for row in last.values() if not is_served(proceeding, row, step="disposal")]
    names = "、".join(row.get_kept_as_display() for row in untold)
    filmed = Verdict.yes()
    for row in preservations_of(proceeding):
        if row.kept_as == KeptAs.REGISTRATION and row.settled_on:
            filmed &= board.moments_covered(
                proceeding, ["evidence_preservation"], on=row.begun_on, since=row.proposed_at
            )
    return filmed & Verdict.when(
        not untold or nobody_is_left(proceeding),
        f"{names}物品的处理通知书尚未送达当事人。",
        citation=LAW,
        remedy="请制作并送达。",
    )


def seized_beside(proceeding: Proceeding) -> frozenset[str]:
    """The things of the standing decisions on seizure that serve this proceeding (行政强制法 §24)."""
    rows = (row for row in rows_of(proceeding.case.proceedings) if row.main_id == proceeding.pk)
    decided = (row for row in rows if hasattr(row, "decision") and not has_fallen(row))
    seized = (row.decision for row in decided if row.decision.disposal == Disposal.SEIZE)
    return frozenset(thing for one in seized for thing in one.weight.things)


def is_seized(proceeding: Proceeding, row: Preservation) -> Verdict:
    left = missing_among(row.things, seized_beside(proceeding))
    return Verdict.when(
        not left,
        f"没有决定查封、扣押{'、'.join(left)}。",
        citation="行政强制法第二十四条；行政处罚法第五十六条",
        remedy="请先提出查封、扣押，由机关负责人作出决定；没有法律、法规授权查封、扣押的，选择其他处理方式。",
    )


def is_back(proceeding: Proceeding) -> Verdict:
    """Nothing ends while somebody's things are still where they were appraised."""
    away = [row for row in preservations_of(proceeding) if row.way == Settled.APPRAISED]
    names = "、".join(thing for row in away for thing in row.things)
    return Verdict.when(
        not away,
        f"送交鉴定、检测的物品（{names}）还没有处理。",
        citation=LAW,
        remedy="请登记鉴定结果，再由机关负责人作出退还等处理决定。",
    )


@facts("registration", SAID, by=ACTS)
def registration(proceeding: Proceeding) -> dict[str, Any]:
    row = newest(proceeding, KeptAs.REGISTRATION)
    return _said(row, proceeding) if row else {}


@facts("sampling", SAID, by=ACTS)
def sampling(proceeding: Proceeding) -> dict[str, Any]:
    row = newest(proceeding, KeptAs.SAMPLING)
    return _said(row, proceeding) if row else {}


def _said(row: Preservation, proceeding: Proceeding) -> dict[str, Any]:
    return {
        "reason": row.reason,
        "place": row.place,
        "things": [{"name": thing} for thing in row.things],
        "listed": "\n".join(f"{number}．{thing}" for number, thing in enumerate(row.things, start=1)),
        "approved_on": row.approved_on,
        "begun_on": row.begun_on,
        "due_on": due_on(row, proceeding),
        "way": row.get_way_display() if row.way else None,
        "settle_reason": row.settle_reason or None,
        "settled_on": row.settled_on,
    }


GROUPS = (registration, sampling)
