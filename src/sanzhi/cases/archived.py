"""What is known of a closed proceeding for its file on paper: cover, contents, how many papers and pages."""

from itertools import accumulate
from typing import Any

from sanzhi.cases import queries
from sanzhi.cases.deadlines import decision_paper
from sanzhi.cases.fact_groups import facts
from sanzhi.cases.models import Paper, Proceeding
from sanzhi.documents import queries as documents

INNER = "archive"  # cover, contents, notes: they are counted neither as papers nor as pages


@facts("file", "unit closed_on decision pieces", by={"": "cases.close_case"})
def kept(proceeding: Proceeding) -> dict[str, Any]:
    paper = decision_paper(proceeding)
    return {
        "unit": proceeding.case.unit.name,
        "closed_on": proceeding.closed_on,
        "decision": paper.label if paper else None,
        "pieces": str(len(_filed(proceeding))),
    }


@facts("file", "contents pages", by={"": "cases.close_case"})
def listed(proceeding: Proceeding) -> dict[str, Any]:
    """The papers in their order with the pages on which they stand (F3-45: cover, contents and notes have no number)."""
    if proceeding.closed_on is None:
        return {}
    papers = _filed(proceeding)
    counts = [documents.pages_of(paper.document) for paper in papers]
    ends = list(accumulate(counts))
    known = all(counts)  # an original that is missing leaves the pages to be counted by hand
    spans = [_span(end - count + 1, end) if known else "" for count, end in zip(counts, ends, strict=True)]
    return {
        "contents": [_row(paper, pages=span) for paper, span in zip(papers, spans, strict=True)],
        "pages": str(ends[-1]) if known and ends else None,
    }


def _span(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}-{last}"


def _row(paper: Paper, *, pages: str) -> dict[str, str]:
    return {
        "number": paper.number,
        "author": paper.document.authority.name,
        "title": paper.title,
        "day": paper.issued_on.isoformat() if paper.issued_on else "",
        "pages": pages,
        "remark": "",
    }


def _filed(proceeding: Proceeding) -> tuple[Paper, ...]:
    return tuple(row for row in queries.papers(proceeding) if row.is_issued and row.purpose != INNER)


GROUPS = (kept, listed)
