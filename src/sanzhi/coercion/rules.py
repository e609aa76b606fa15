"""By which rows of the list a decision on coercion is a major one."""

from decimal import Decimal

from sanzhi.cases import queries as cases
from sanzhi.cases.models import Proceeding, Proposal
from sanzhi.catalogues import queries as catalogues

AT_ONCE = "clearing_at_once"  # never a major one: it cannot wait (行政强制法 §52)
SEIZURE, EXTENSION, PROXY = "seizure", "seizure_extension", "performance_by_proxy"
DEMOLITION = "forced_demolition"


def act_of(proposal: Proposal | None) -> str:
    """Which act of the list it proposes: a word of catalogues.schemas.enforcement.Act."""
    return str(proposal.grounds.get("act", "")) if proposal is not None else ""


def major_reasons(proceeding: Proceeding) -> tuple[str, ...]:
    """The rows of the list, as it was in force when the case was opened, that the proposal hits (河南省行政执法条例 §28)."""
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
        act=act_of(proposal),
    )
    return catalogues.major_decision_rows(proceeding.case.editions.get("major_decisions"), circumstances)
