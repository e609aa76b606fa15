"""Of which proposal a paper speaks: one on a plea of that to which the party answered."""

from sanzhi.cases.addressed import heard_on
from sanzhi.cases.models import Plea, Proceeding, Proposal
from sanzhi.cases.queries import current_proposal, hearing_of, pleas
from sanzhi.documents import queries as documents

APPROVAL = "approval"  # the purpose of the paper on which the head decides
PLEA = "plea"  # the purpose of a paper on what the party said
HEARD = frozenset({"hearing_summons", "hearing_announcement", "hearing_minutes", "hearing_report"})


def spoken(proceeding: Proceeding) -> Plea | None:
    """What the party said last, waivers apart."""
    return next((row for row in reversed(pleas(proceeding)) if not row.is_waived), None)


def proposal_of_form(proceeding: Proceeding, form: str) -> Proposal | None:
    """Of which proposal a paper made now speaks: one on a plea, or on a hearing, of that which the party answered."""
    purpose, plea = documents.form(form).purpose, spoken(proceeding)
    if plea is not None and purpose == PLEA:
        return plea.proposal
    hearing = hearing_of(proceeding)
    if hearing is not None and purpose in HEARD:
        return heard_on(proceeding, hearing)
    return current_proposal(proceeding)
