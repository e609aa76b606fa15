"""Of which proposal a paper speaks: one on a plea of that to which the party answered."""

from sanzhi.cases.models import Plea, Proceeding, Proposal
from sanzhi.cases.queries import current_proposal, pleas
from sanzhi.documents import queries as documents

PLEA = "plea"  # the purpose of a paper on what the party said


def spoken(proceeding: Proceeding) -> Plea | None:
    """What the party said last, waivers apart."""
    return next((row for row in reversed(pleas(proceeding)) if not row.is_waived), None)


def proposal_of_form(proceeding: Proceeding, form: str) -> Proposal | None:
    """Of which proposal a paper made now speaks: one on a plea of that which the party answered, all others of today's."""
    plea = spoken(proceeding)
    if plea is not None and documents.form(form).purpose == PLEA:
        return plea.proposal
    return current_proposal(proceeding)
