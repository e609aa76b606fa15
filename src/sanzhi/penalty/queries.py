"""Reads of what only a penalty has."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import accumulate

from sanzhi.cases import queries
from sanzhi.cases.models import Payment, Proceeding, RecordKind
from sanzhi.cases.parties import before
from sanzhi.catalogues import queries as catalogues
from sanzhi.kernel.db import rows_of
from sanzhi.law.measures import Measure
from sanzhi.penalty.grounds import Grounds
from sanzhi.penalty.models import (
    CashTransfer,
    Confiscation,
    Correction,
    CourtApplication,
    Deferral,
    EducatedWho,
    Education,
    EnforcementEnd,
    LatePenalty,
    Refund,
    SparedFor,
    UnenforcedFor,
)

TOLD = ("cause_code", "violated", "content", "ordered_on", "correct_by_on", "extended_for")
TOLD_TOO_LATE = "责令改正通知书没有在改正期限届满前送达并留出完整的一日，不能认定逾期未改正。"
NOBODY_LEFT = frozenset({UnenforcedFor.DIED, UnenforcedFor.DISSOLVED})


def orders_of(proceeding: Proceeding) -> tuple[Correction, ...]:
    """The orders to correct that count for the cause as it is now: of this cause, or of the one that it follows from.

    An order tells the party one cause: what was ordered under another says nothing of this one (行政处罚法 §28, §40).
    """
    listed = catalogues.powers_of_edition(proceeding.power_edition_id)

    def counts(code: str) -> bool:
        row = listed.get(code)
        return code == proceeding.cause_code or (
            row is not None and proceeding.cause_code in {row.if_refused, row.successor}
        )

    return tuple(row for row in _orders(proceeding) if counts(row.cause_code))


def _orders(proceeding: Proceeding) -> tuple[Correction, ...]:
    """Under whatever cause, the oldest first; what was found of them before a decision that fell for its procedure alone.

    最高人民法院关于适用行政诉讼法的解释 §90(2): decided anew it may be on the same facts.
    """
    return (*inherited(proceeding), *_as_reviewed(proceeding))


def inherited(proceeding: Proceeding) -> tuple[Correction, ...]:
    """The reviewed orders of what fell for its procedure alone; found wrong since, an order is given anew."""
    former = before(proceeding)
    gone = [one for one in former if _fell_for_its_course(one)]
    kept = [row for one in gone for row in _as_reviewed(one) if row.reviewed_on]
    his = (*former, proceeding) if kept else ()
    wrong = {pk for one in his for pk in queries.corrected(one, RecordKind.REVIEW)}
    return tuple(row for row in kept if row.pk not in wrong)


def _as_reviewed(proceeding: Proceeding) -> list[Correction]:
    """The orders with what was found of them; one whose review was entered wrongly waits for another as a row of its own."""
    rows = rows_of(proceeding.corrections)
    wrong = _wrong(proceeding, RecordKind.REVIEW, among=len(rows))
    replaced = wrong & {row.corrects_id for row in rows}
    return [_waiting(row) if row.pk in wrong else row for row in rows if row.pk not in replaced]


def _waiting(row: Correction) -> Correction:
    """The same order, not looked at again: saved once it is."""
    told = {name: getattr(row, name) for name in TOLD}
    return Correction(proceeding_id=row.proceeding_id, corrects=row, **told)


def reviews(proceeding: Proceeding) -> tuple[Correction, ...]:
    """The orders, under whatever cause, that were looked at again, here or before the procedure was mended."""
    return tuple(row for row in _orders(proceeding) if row.reviewed_on)


def _fell_for_its_course(proceeding: Proceeding) -> bool:
    row = queries.overturn_of(proceeding)
    return row is not None and queries.has_fallen(proceeding) and row.is_for_procedure_only


def correction_of(proceeding: Proceeding) -> Correction | None:
    """The order to correct that stands: the last one."""
    return next(reversed(orders_of(proceeding)), None)


def refusals(proceeding: Proceeding, *, under: str = "") -> tuple[Correction, ...]:
    """The orders of which a review has found that the party did not obey in time; obeying a later one undoes none.

    `under`: the code of another cause, whose orders are asked.
    """
    rows = _orders(proceeding) if under else orders_of(proceeding)
    return tuple(
        row
        for row in rows
        if row.is_corrected is False
        and was_told_in_time(proceeding, row)
        and (not under or row.cause_code == under)
    )


def found(proceeding: Proceeding) -> dict[str, list[list[str]]]:
    """What a proposal rests on beside the facts: what was ordered, and what became of it, under whatever cause."""
    rows = (row for row in _orders(proceeding) if row.reviewed_on)
    return {
        "责令改正的复查": [
            [
                row.cause_code,
                row.content,
                str(row.correct_by_on),
                str(row.reviewed_on),
                row.outcome,
                row.result,
            ]
            for row in rows
        ]
    }


def refused_to_correct(proceeding: Proceeding, *, under: str = "") -> bool:
    return bool(refusals(proceeding, under=under))


def obeyed(proceeding: Proceeding) -> tuple[Correction, ...]:
    """The orders, under whatever cause, that were obeyed in time: none under a cause under which one was refused before."""
    rows = (row for row in _orders(proceeding) if row.is_corrected)
    return tuple(row for row in rows if not refused_to_correct(proceeding, under=row.cause_code))


def waiting(proceeding: Proceeding) -> tuple[Correction, ...]:
    """Of each cause the order that was told last, where nobody has looked at it and none under it was refused."""
    last = {row.cause_code: row for row in _orders(proceeding) if told_on(proceeding, row)}
    return tuple(
        row
        for code, row in last.items()
        if row.reviewed_on is None and not refused_to_correct(proceeding, under=code)
    )


def education_of(proceeding: Proceeding, of: str = EducatedWho.PARTY) -> Education | None:
    """How the party was educated last, or what the guardian was ordered; another guardian was ordered nothing."""
    name = to_educate(proceeding, of)
    rows = [row for row in rows_of(proceeding.educations) if (row.of, row.name) == (of, name)]
    return rows[-1] if rows else None


def to_educate(proceeding: Proceeding, of: str) -> str:
    """Who is educated or ordered, by name."""
    party = proceeding.respondent
    if party is None:
        return ""
    return party.guardian if of == EducatedWho.GUARDIAN else party.name


def sparing_of(proceeding: Proceeding) -> SparedFor | None:
    """On what ground what is proposed now spares the party."""
    now = queries.current_proposal(proceeding)
    ground = Grounds.of(now).spared if now else ""
    return SparedFor(ground) if ground else None


def late_penalty_of(proceeding: Proceeding) -> LatePenalty | None:
    """The late penalty that stands: the last count."""
    return next(reversed(rows_of(proceeding.late_penalties)), None)


def was_recounted(proceeding: Proceeding) -> bool:
    return any(row.recounted_for for row in rows_of(proceeding.late_penalties))


def deferrals(proceeding: Proceeding) -> tuple[Deferral, ...]:
    return rows_of(proceeding.deferrals)


def granted_deferrals(proceeding: Proceeding) -> tuple[Deferral, ...]:
    return tuple(row for row in deferrals(proceeding) if row.is_granted)


def waiting_deferral(proceeding: Proceeding) -> Deferral | None:
    return next((row for row in deferrals(proceeding) if row.decided_on is None), None)


def _wrong(proceeding: Proceeding, kind: RecordKind, *, among: int) -> frozenset[int]:
    return queries.corrected(proceeding, kind) if among else frozenset()


def confiscations(proceeding: Proceeding) -> tuple[Confiscation, ...]:
    rows = rows_of(proceeding.confiscations)
    wrong = _wrong(proceeding, RecordKind.TAKING, among=len(rows))
    return tuple(row for row in rows if row.pk not in wrong)


def left_to_return(proceeding: Proceeding) -> tuple[Confiscation, ...]:
    """What was taken by a decision that has fallen, or of gains too much, and was not yet given back."""
    if not queries.has_fallen(proceeding):
        return surplus(proceeding)
    return tuple(row for row in confiscations(proceeding) if row.returned_on is None)


def paid_gains(proceeding: Proceeding) -> tuple[Confiscation, ...]:
    rows = (row for row in confiscations(proceeding) if row.measure == Measure.CONFISCATION_OF_GAINS)
    return tuple(row for row in rows if row.returned_on is None)


def surplus(proceeding: Proceeding) -> tuple[Confiscation, ...]:
    """The gains that came when all of them had come: entered apart from what fills them up."""
    rows = paid_gains(proceeding)
    gains = proceeding.decision.weight.gains if rows else Decimal(0)
    before = accumulate((row.amount or Decimal(0) for row in rows), initial=Decimal(0))
    return tuple(row for row, came in zip(rows, before, strict=False) if came >= gains)


def refunds(proceeding: Proceeding) -> tuple[Refund, ...]:
    rows = rows_of(proceeding.refunds)
    wrong = _wrong(proceeding, RecordKind.REFUND, among=len(rows))
    return tuple(row for row in rows if row.pk not in wrong)


def kept(proceeding: Proceeding, *, before: date = date.max) -> Decimal:
    """What had been paid before that day and was not given back."""
    paid = (row.amount for row in queries.payments(proceeding) if row.paid_on < before)
    back = (row.amount for row in refunds(proceeding) if row.refunded_on < before)
    return sum(paid, Decimal(0)) - sum(back, Decimal(0))


def kept_by(proceeding: Proceeding, day: date) -> Decimal:
    """The same when that day was over."""
    return kept(proceeding, before=day + timedelta(days=1))


def enforcement_end(proceeding: Proceeding) -> EnforcementEnd | None:
    """That the enforcement was ended, and why; not one that was registered wrongly."""
    rows = rows_of(proceeding.enforcement_ends)
    wrong = _wrong(proceeding, RecordKind.ENFORCEMENT_END, among=len(rows))
    return next((row for row in reversed(rows) if row.pk not in wrong), None)


def nobody_is_left(proceeding: Proceeding) -> bool:
    """Whether investigation or enforcement was ended because there is no party any more, on whom nothing can be served."""
    row = enforcement_end(proceeding)
    return queries.termination_of(proceeding) is not None or (row is not None and row.ground in NOBODY_LEFT)


def wrongly_ended(proceeding: Proceeding) -> tuple[tuple[date, date], ...]:
    """From when to when the enforcement stood still for an end that was registered wrongly."""
    rows = rows_of(proceeding.enforcement_ends)
    found = rows_of(proceeding.record_corrections) if rows else ()
    until = {
        row.wrong_id: row.settled_on
        for row in found
        if row.kind == RecordKind.ENFORCEMENT_END and row.is_approved and row.settled_on
    }
    return tuple((row.ended_on, until[row.pk]) for row in rows if row.pk in until)


def court_applications(proceeding: Proceeding) -> tuple[CourtApplication, ...]:
    return rows_of(proceeding.court_applications)


def transfers_of(payment: Payment) -> dict[str, CashTransfer]:
    """Where the cash went: authority, bank; also what was entered before the payment was corrected.

    Not where more was taken than had been entered: what went on was less.
    """
    corrected = payment.corrects
    before = transfers_of(corrected) if corrected and payment.amount <= corrected.amount else {}
    return {**before, **{row.target: row for row in rows_of(payment.transfers)}}


def ordered_on(proceeding: Proceeding) -> date | None:
    """The day on which the notice of the standing order was served; another order's notice does not count."""
    order = correction_of(proceeding)
    return told_on(proceeding, order) if order else None


def told_on(proceeding: Proceeding, order: Correction) -> date | None:
    """The day on which the notice of this order was served: the same words under another article are another order."""
    own = proceeding if order.proceeding_id == proceeding.pk else order.proceeding
    wanted = (order.correct_by_on.isoformat(), order.content, order.violated)
    for paper in queries.issued_for(own, "correction_order"):
        said = tuple(map(paper.document.values.get, ("correct_by_on", "correct_content", "violated")))
        if paper.served_on and said == wanted:
            return paper.served_on
    return None


def was_told_in_time(proceeding: Proceeding, order: Correction) -> bool:
    """The day that was given was left whole: who is told on its evening has had no day (行政处罚法 §28)."""
    served_on = told_on(proceeding, order)
    return served_on is not None and served_on < order.correct_by_on


def was_reviewed_then(proceeding: Proceeding) -> bool:
    """The party had been told the standing order when it was looked at again."""
    order, served_on = correction_of(proceeding), ordered_on(proceeding)
    reviewed_on = order.reviewed_on if order else None
    return served_on is not None and reviewed_on is not None and served_on <= reviewed_on
