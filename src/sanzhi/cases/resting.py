"""What rests on a paper: whatever was done in the case after it was issued.

One rule for all papers: an issued one is voided only as long as nothing but papers has come after it.
"""

from sanzhi.cases import events, queries
from sanzhi.cases.models import Paper
from sanzhi.documents import queries as documents
from sanzhi.ledger import queries as ledger

# what is done to papers themselves; and what makes them out of date, which is why they are voided
ABOUT_PAPERS = frozenset(
    row.name
    for row in (
        events.DOCUMENT_WRITTEN,
        events.DOCUMENT_FILLED,
        events.DOCUMENT_SUBMITTED,
        events.DOCUMENT_SIGNED,
        events.DOCUMENT_RETURNED,
        events.DOCUMENT_VOIDED,
        events.CAUSE_CHANGED,
    )
)
FILMING = "recordings."


def rests_on(paper: Paper) -> str:
    """The first thing that was done in the case since the paper was issued, as its sentence; empty for none."""
    since = documents.issuing_entry(paper.document) if paper.is_issued else None
    if since is None:
        return ""
    later = (
        row
        for row in ledger.timeline(queries.subject_of(paper.proceeding.case))
        if row.entry_id > since and row.event not in ABOUT_PAPERS and not row.event.startswith(FILMING)
    )
    return next((row.sentence for row in later), "")
