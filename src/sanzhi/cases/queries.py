"""All reads of cases and their proceedings. What the reader may not read does not exist for him."""

from collections.abc import Iterable
from decimal import Decimal

from django.db.models import Prefetch, QuerySet

from sanzhi.cases import board
from sanzhi.cases.joinders import handled_together, usable_evidence
from sanzhi.cases.lists import marked, with_decision, without_empty
from sanzhi.cases.models import (
    Assignment,
    Case,
    Evidence,
    Hearing,
    Overturn,
    OverturnKind,
    Paper,
    Payment,
    Plea,
    Proceeding,
    Proposal,
    RecordCorrection,
    RecordKind,
    Recusal,
    StepVisit,
    Termination,
)
from sanzhi.cases.orders import OnPaper, OnProceeding
from sanzhi.cases.reading import may_read, readable
from sanzhi.catalogues import queries as catalogues
from sanzhi.catalogues.powers import Power
from sanzhi.documents import queries as documents
from sanzhi.documents.models import Service
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.db import asked_once, keep_list, keep_rows, list_of, row_by, rows_by, with_lists, with_rows
from sanzhi.kernel.errors import NotVisible, Refused
from sanzhi.kernel.events import judging
from sanzhi.kernel.verdict import Reason
from sanzhi.law.procedures import Procedure, Step
from sanzhi.ledger import queries as ledger
from sanzhi.organisation import queries as organisation

OWN_ROWS = ("respondent", "finding", "decision")


# ---- cases


def subject_of(case: Case) -> str:
    """The key by which documents, recordings and the ledger refer to the case."""
    return f"cases.case:{case.pk}"


def case_of_subject(subject: str) -> Case:
    """The case behind a subject key. Raises NotVisible for any other key."""
    table, _, key = subject.partition(":")
    if table != "cases.case" or not key.isdigit():
        raise NotVisible
    found = row_by(Case, int(key), link="id")
    if found is None:
        raise NotVisible
    return with_rows([found], "authority")[0]


def visible_cases(actor: Actor) -> QuerySet[Case]:
    """The cases that the actor may read, newest first, with their proceedings."""
    return with_proceedings(Case.objects.filter(readable(actor)))


def with_proceedings(cases: QuerySet[Case]) -> QuerySet[Case]:
    rows = Proceeding.objects.select_related("respondent")
    return cases.select_related("authority", "unit").prefetch_related(Prefetch("proceedings", rows))


def _visible(actor: Actor) -> QuerySet[Case]:
    return Case.objects.select_related("authority", "unit").filter(readable(actor))


def visible_case(actor: Actor, pk: int) -> Case:
    """Raises NotVisible."""
    found = marked(_visible(actor)).filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return without_empty(found)


def seen_case(actor: Actor, pk: int) -> Case:
    """As `visible_case`, for who asks for few of its lists. Raises NotVisible."""
    found = row_by(Case, pk, link="id")
    if found is None or not may_read(actor, found):
        raise NotVisible
    return found


def case_for_update(actor: Actor, pk: int) -> Case:
    """The case, locked until the command ends: of two tabs the second waits and then sees the first's act."""
    found = Case.locked(pk)
    if not may_read(actor, found):
        raise NotVisible
    return found


def assignments(case: Case) -> tuple[Assignment, ...]:
    """Who is on the case now, with officer and certificate."""
    return tuple(row for row in ever_assigned(case) if row.ended_on is None)


def ever_assigned(case: Case) -> tuple[Assignment, ...]:
    return list_of(case, "assignments", joined=("officer", "certificate"))


def assignments_with_units(case: Case) -> tuple[Assignment, ...]:
    now = assignments(with_rows([case], "unit")[0])
    with_rows(keep_rows([row.officer for row in now], "unit", known=[case.unit]), "unit")
    return now


def is_assigned(case: Case, actor: Actor) -> bool:
    return any(row.officer_id == actor.officer_id for row in assignments(case))


def has_handled(case: Case, officer: int | None) -> bool:
    """Whether the officer is, or ever was, one of the case's officers."""
    return any(row.officer_id == officer for row in ever_assigned(case))


def has_judged(case: Case, officer: int | None, *ways: str) -> bool:
    """Whether the officer has "reviews"-ed or "approves"-d anything in the case, as its entries tell."""
    own = ledger.entries_of(subject_of(case)).filter(actor_key=organisation.key_of(officer or 0))
    return own.filter(event__in=judging(*ways)).exists()


def evidence(case: Case) -> tuple[Evidence, ...]:
    return list_of(case, "evidence")


def proofs(proceeding: Proceeding) -> tuple[Evidence, ...]:
    """The evidence on which the finding of the proceeding rests; all of its case's own where nothing was found yet."""
    finding = proceeding.finding
    rows = evidence(proceeding.case) if finding is None else usable_evidence(proceeding.case)
    return tuple(row for row in rows if finding is None or row.pk in finding.evidence)


# ---- proceedings


def proceeding_for_update(actor: Actor, order: OnProceeding) -> Proceeding:
    """The proceeding that the order names, its case locked until the command ends.

    Its one-to-one rows are read when they are asked for: most commands need few of them.
    """
    case = case_for_update(actor, order.case)
    return _of(case, list_of(case, "proceedings"), pk=order.proceeding)


def visible_proceeding(actor: Actor, case: int, *, pk: int | None = None) -> Proceeding:
    """The proceeding `pk` of the case, or the first open one, with its one-to-one rows and the case's others (1 query).

    Its lists are read when they are first asked for, empty ones never. Raises NotVisible.
    """
    rows = Proceeding.objects.select_related(
        "case__authority", "case__unit", "case__tip", *OWN_ROWS, *board.rows()
    )
    rows = rows.filter(readable(actor, via="case__"), case=case)
    found = list(marked(rows, "case", "decision"))
    running = [row for row in found if row.closed_on is None] or found
    if not running:
        raise NotVisible
    chosen = running[0] if pk is None else _named(found, pk)
    for row in found:
        row.case = chosen.case
    keep_list(chosen.case.proceedings, found)
    keep_rows(found, "main", known=found)
    return without_empty(chosen, "case", "decision")


def only_proceeding(case: Case, pk: int | None = None) -> Proceeding:
    """The proceeding `pk`, or the one that is open, those apart that serve another; the last one where none is.

    Raises Refused where several are open.
    """
    return _of(case, rows_by(Proceeding, case.pk, link="case"), pk=pk)


def _of(case: Case, found: tuple[Proceeding, ...], *, pk: int | None) -> Proceeding:
    running = [row for row in found if row.closed_on is None]
    mains = [row for row in running if row.main_id is None]
    if pk is None and len(mains or running) > 1:
        raise Refused((Reason(f"本案有{len(running)}个程序在办，请写明是哪一个。"),))
    chosen = (mains or running or found)[-1] if pk is None else _named(found, pk)
    chosen.case = case
    return with_rows([with_decision(chosen)], "respondent", "finding")[0]


def _named(rows: Iterable[Proceeding], pk: int) -> Proceeding:
    found = next((row for row in rows if row.pk == pk), None)
    if found is None:
        raise NotVisible
    return found


def proceedings_of_subjects(actor: Actor, subjects: Iterable[str]) -> QuerySet[Proceeding]:
    """The proceedings of these cases, by their subject keys, that the actor may read; the newest first."""
    keys = {int(subject.partition(":")[2]) for subject in subjects}
    rows = Proceeding.objects.filter(readable(actor, via="case__"), case_id__in=keys)
    return rows.select_related("respondent", "case__authority").order_by("-id")


def papers(proceeding: Proceeding) -> tuple[Paper, ...]:
    """The papers of the proceeding, oldest first, with their documents, services and proposals."""
    return asked_once(proceeding, "whole papers", ask=lambda: _papers(proceeding))


def _papers(proceeding: Proceeding) -> tuple[Paper, ...]:
    found = list_of(proceeding, "papers", joined=("document",))
    with_lists([paper.document for paper in found], "services")
    return keep_rows(found, "proposal", known=proposals(proceeding))


def paper_for_update(actor: Actor, order: OnPaper) -> Paper:
    """The paper with its proceeding, the case locked until the command ends. Raises NotVisible."""
    case = case_for_update(actor, order.case)
    (paper,) = with_rows([_paper(order.document)], "document", "proceeding")
    if paper.proceeding.case_id != case.pk:
        raise NotVisible
    paper.proceeding = _of(case, (paper.proceeding,), pk=paper.proceeding_id)
    return paper


def visible_paper(actor: Actor, case: int, *, document: int) -> Paper:
    """With its proceeding as a page shows it. Raises NotVisible."""
    found = _paper(document)
    proceeding = visible_proceeding(actor, case, pk=found.proceeding_id)
    return next(row for row in papers(proceeding) if row.pk == found.pk)


def _paper(document: int) -> Paper:
    found = row_by(Paper, document, link="document")
    if found is None:
        raise NotVisible
    return found


def issued_for(proceeding: Proceeding, *purposes: str) -> tuple[Paper, ...]:
    """The issued papers of the proceeding that serve one of `purposes`."""
    return tuple(paper for paper in papers(proceeding) if paper.is_issued and paper.purpose in purposes)


def procedure_of(proceeding: Proceeding) -> Procedure:
    return catalogues.procedure_of_edition(proceeding.procedure_edition_id)


def current_step(proceeding: Proceeding) -> Step | None:
    return procedure_of(proceeding).step(proceeding.step) if proceeding.step else None


def hearings(proceeding: Proceeding) -> tuple[Hearing, ...]:
    """Each that the party asked for, the oldest first."""
    return keep_rows(list_of(proceeding, "hearings"), "proposal", known=proposals(proceeding))


def hearing_of(proceeding: Proceeding) -> Hearing | None:
    """The last one that was asked for."""
    return next(reversed(hearings(proceeding)), None)


def wants_hearing(proceeding: Proceeding) -> bool:
    """The party asked for a hearing and has not withdrawn that."""
    hearing = hearing_of(proceeding)
    return hearing is not None and not hearing.is_withdrawn


def moments_of(proceeding: Proceeding, step: Step) -> tuple[str, ...]:
    """The moments of the step that are recorded: where no hearing is wanted, nothing is heard."""
    return tuple(key for key in step.recording if key != "hearing" or wants_hearing(proceeding))


def step_title_of(proceeding: Proceeding) -> str:
    step = current_step(proceeding)
    return step.title if step else "已结案"


def power_of(proceeding: Proceeding) -> Power:
    return catalogues.power_of_edition(proceeding.power_edition_id, proceeding.cause_code)


def proposals(proceeding: Proceeding) -> tuple[Proposal, ...]:
    return list_of(proceeding, "proposals")


def current_proposal(proceeding: Proceeding) -> Proposal | None:
    return next((row for row in proposals(proceeding) if row.is_current), None)


def pleas(proceeding: Proceeding) -> tuple[Plea, ...]:
    """What the party said, waivers too, the oldest first."""
    return keep_rows(list_of(proceeding, "pleas"), "proposal", known=proposals(proceeding))


def notices(proceeding: Proceeding) -> tuple[Paper, ...]:
    """The issued notices that were served on the party, the one that was served last at the end."""
    found = issued_for(proceeding, *board.notices(proceeding))
    served = [(paper.served_on, paper.pk, paper) for paper in found if paper.served_on and paper.proposal]
    return tuple(paper for _, _, paper in sorted(served, key=lambda row: row[:2]))


def told(proceeding: Proceeding) -> Paper | None:
    """The notice by which the party was told last."""
    return next(reversed(notices(proceeding)), None)


def payments(proceeding: Proceeding) -> tuple[Payment, ...]:
    """What counts as paid: a row that another corrects does not, nor one that was corrected to nothing."""
    rows: tuple[Payment, ...] = list_of(proceeding, "payments")
    wrong = {row.corrects_id for row in rows}
    return tuple(row for row in rows if row.pk not in wrong and row.amount)


def payments_with(receipt: str) -> QuerySet[Payment]:
    """What counts as paid on this receipt, in whatever case."""
    return Payment.objects.filter(receipt_number=receipt, corrected_by=None, amount__gt=0)


def standing_service(paper: Paper) -> Service | None:
    return documents.service_of(paper.document)


def overturn_of(proceeding: Proceeding) -> Overturn | None:
    """How the decision of the proceeding was overturned last, or None while it stands as it was made."""
    decided = [row for row in overturns(proceeding) if row.decided_on]
    return decided[-1] if decided else None


def changed_fine(proceeding: Proceeding) -> Decimal | None:
    """To what the fine was changed last, in yuan; None where it stands as it was decided."""
    rows = [row.fine for row in overturns(proceeding) if row.decided_on and row.fine is not None]
    return rows[-1] if rows else None


def overturns(proceeding: Proceeding) -> tuple[Overturn, ...]:
    decision = getattr(proceeding, "decision", None)
    return list_of(decision, "overturns") if decision else ()


def has_fallen(proceeding: Proceeding) -> bool:
    """Whether the decision is gone: revoked or void; one that was changed or held unlawful is still owed."""
    row = overturn_of(proceeding)
    return row is not None and row.kind in {OverturnKind.REVOKED, OverturnKind.VOID}


def waiting_corrections(proceeding: Proceeding) -> tuple[RecordCorrection, ...]:
    """What is asked for and not yet settled."""
    return tuple(row for row in list_of(proceeding, "record_corrections") if row.settled_on is None)


def approved_corrections(proceeding: Proceeding, kind: str) -> tuple[RecordCorrection, ...]:
    rows = list_of(proceeding, "record_corrections")
    return tuple(row for row in rows if row.kind == kind and row.is_approved)


def corrected(proceeding: Proceeding, kind: str) -> frozenset[int]:
    """The records of this kind that were found wrong, as was approved."""
    return frozenset(row.wrong_id for row in approved_corrections(proceeding, kind))


def termination_of(proceeding: Proceeding) -> Termination | None:
    """That the investigation was ended, and why; not one that was registered wrongly."""
    rows = list_of(proceeding, "terminations")
    wrong = corrected(proceeding, RecordKind.TERMINATION) if rows else frozenset()
    return next((row for row in rows if row.pk not in wrong), None)


def paid(proceeding: Proceeding) -> Decimal:
    """What has been paid (yuan)."""
    return sum((row.amount for row in payments(proceeding)), Decimal(0))


def recusals(case: Case) -> tuple[Recusal, ...]:
    return list_of(case, "recusals")


def is_recused(case: Case, officer: int | None) -> bool:
    """Whether it was decided that the officer has no part any more in the case, or in one that is handled with it."""
    rows = (row for one in handled_together(case) for row in recusals(one))
    return any(row.is_granted and row.of_id == officer for row in rows)


def visits(proceeding: Proceeding) -> tuple[StepVisit, ...]:
    return list_of(proceeding, "visits")


def open_proceedings_of(actor: Actor) -> QuerySet[Proceeding]:
    """The open proceedings of the cases to which the actor is assigned, the longest waiting first."""
    mine = Proceeding.objects.filter(
        closed_on=None, case__assignments__officer_id=actor.officer_id or 0, case__assignments__ended_on=None
    ).filter(readable(actor, via="case__"))
    return mine.select_related("respondent", "case__authority").order_by("step_since", "id")
