"""Readers of what turns a case aside before its decision: a matter that goes elsewhere."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sanzhi.ledger.models import Entry
from tests.lawful.adapter.readers import reads, when
from tests.lawful.chronicle import happenings as h

if TYPE_CHECKING:
    from tests.lawful.adapter.reading import Sources


def _goes_to_the_police(sources: "Sources") -> bool:
    return sources.referral is not None and sources.referral.to == "police"


@reads("penalty.referral_reported")
def reported(entry: Entry, sources: "Sources") -> Iterator[h.Happening]:
    sources.referral = sources.take("referrals")
    if _goes_to_the_police(sources):
        people = tuple(f"officer:{one['officer']}" for one in sources.referral.reporters)
        yield h.Suspected(**{**when(entry), "by": people}, stage="reported")


@reads("penalty.referral_answered")
def answered(entry: Entry, sources: "Sources") -> Iterator[h.Happening]:
    if _goes_to_the_police(sources):
        yield h.Suspected(**when(entry), stage="answered", approves=entry.facts["outcome"] == "批准")


@reads("penalty.case_handed_over")
def handed_over(entry: Entry, sources: "Sources") -> Iterator[h.Happening]:
    if _goes_to_the_police(sources):
        yield h.Suspected(**when(entry), stage="transferred")


@reads("penalty.police_answered")
def police_answered(entry: Entry, sources: "Sources") -> Iterator[h.Happening]:
    """`by` is the agency itself; taken up, the matter stays there."""
    if entry.facts["outcome"] != "决定立案":
        yield h.Suspected(**{**when(entry), "by": (entry.facts["receiver"],)}, stage="returned")
