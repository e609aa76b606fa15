"""By which rows of the list a decision on a licence is a major one; on what a proposal rests beside the facts."""

from decimal import Decimal
from typing import Any

from sanzhi.cases import queries as cases
from sanzhi.cases.models import Proceeding
from sanzhi.catalogues import queries as catalogues
from sanzhi.law.measures import Disposal
from sanzhi.licensing.queries import (
    application_of,
    ending_of,
    examined,
    hearing_of,
    interested_views,
)

REVOCATION = "licence_revocation"  # a word of catalogues.schemas.enforcement.Act


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
        act=REVOCATION if proposal.disposal == Disposal.RESCIND else "",
    )
    return catalogues.major_decision_rows(proceeding.case.editions.get("major_decisions"), circumstances)


def found(proceeding: Proceeding) -> dict[str, Any]:
    """What the proposal has seen: after a new examination, view or hearing it is made anew (行政许可法 §36, §48(2))."""
    row, hearing, seen = application_of(proceeding), hearing_of(proceeding), examined(proceeding)
    ending = ending_of(proceeding)
    told = {
        "核查情况": f"{seen.pk}" if seen else "",
        "利害关系人意见": "；".join(
            f"{one.pk}{one.said}{one.answer}" for one in interested_views(proceeding)
        ),
        "听证": f"{hearing.concluded_on}{hearing.opinion}" if hearing and hearing.concluded_on else "",
        "申请": f"{row.content}{row.answers}{row.starts_on}{row.ends_on}" if row else "",
        "终止的情形": f"{ending.ground}{ending.facts}" if ending else "",
    }
    return {caption: text for caption, text in told.items() if text}
