"""The papers that the step of an open proceeding asks for and that a road may have none of: written, sent in, signed."""

from collections.abc import Iterator
from datetime import datetime

from sanzhi.cases.fixed import is_true_today
from sanzhi.cases.models import Proceeding
from sanzhi.cases.queries import current_step, papers
from sanzhi.cases.step_papers import papers_needed
from sanzhi.documents.models import Document, Status
from sanzhi.kernel import clock
from tests.lawful.clerk.acts import Act

OFFICER = "zhifa1"
SIGNATURES = 3  # more than any of them has places; who may give each, the walker finds out


def papers_owed(pk: int, *, now: datetime) -> Iterator[Act]:
    """Of the proceeding `pk`, where no issued one says what the case says now."""
    row = Proceeding.objects.get(pk=pk)
    place = {"case": row.case_id, "proceeding": pk}
    for form in _forms_owed(row, now=now):
        yield Act(f"write_document…{form}", "cases.write_document", OFFICER, {**place, "form": form})
        begun = Document.objects.filter(subject=f"cases.case:{row.case_id}", form=form)
        paper = begun.filter(status__in=(Status.DRAFT, Status.SIGNING)).order_by("pk").last()
        if paper is not None:
            said = {"case": row.case_id, "document": paper.pk}
            yield Act(f"submit_document…{form}", "cases.submit_document", OFFICER, said)
            for number in range(SIGNATURES):
                yield Act(f"sign_document…{form}#{number}", "cases.sign_document", OFFICER, said)


def _forms_owed(row: Proceeding, *, now: datetime) -> tuple[str, ...]:
    step = current_step(row)
    if step is None:
        return ()
    with clock.moved(now):
        told = {paper.form for paper in papers(row) if paper.is_issued and is_true_today(paper)}
        return tuple(need.form for need in papers_needed(row, step) if need.form not in told)
