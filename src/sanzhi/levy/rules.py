"""By which rows of the list a levy is a major decision (河南省行政执法条例 §28)."""

from decimal import Decimal

from sanzhi.cases import queries as cases
from sanzhi.cases.models import Proceeding
from sanzhi.catalogues import queries as catalogues


def major_reasons(proceeding: Proceeding) -> tuple[str, ...]:
    """Of the rows of the list a levy hits only that of the public interest; the amounts are those of fines."""
    proposal, party = cases.current_proposal(proceeding), proceeding.respondent
    if proposal is None or party is None:
        return ()
    circumstances = catalogues.Circumstances(
        party_kind=party.kind,
        fine=Decimal(0),
        other_measures="",
        had_hearing=False,
        is_mitigated=False,
        public_interest=proposal.public_interest,
    )
    return catalogues.major_decision_rows(proceeding.case.editions.get("major_decisions"), circumstances)
