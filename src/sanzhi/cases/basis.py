"""On what a proposal and its papers stand: the evidence of the finding, and what the party said last."""

from sanzhi.cases.models import Evidence, Plea, Proceeding, Proposal
from sanzhi.cases.queries import current_proposal, evidence, pleas
from sanzhi.documents import queries as documents


def proofs(proceeding: Proceeding) -> tuple[Evidence, ...]:
    """The evidence on which the finding of the proceeding rests; all that there is where nothing was found yet."""
    rows, finding = evidence(proceeding.case), proceeding.finding
    return tuple(row for row in rows if finding is None or row.pk in finding.evidence)


def spoken(proceeding: Proceeding) -> Plea | None:
    """What the party said last, waivers apart."""
    return next((row for row in reversed(pleas(proceeding)) if not row.is_waived), None)


def proposal_of_form(proceeding: Proceeding, form: str) -> Proposal | None:
    """Of which proposal a paper made now speaks: one on a plea of that which the party answered, all others of today's."""
    plea = spoken(proceeding)
    if plea is not None and documents.form(form).purpose == "plea":
        return plea.proposal
    return current_proposal(proceeding)
