"""Readers of what joins a case with others and parts it from them; one happening for each of the others."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sanzhi.cases.models import Case, CaseParty, Decision, Recusal
from sanzhi.kernel.clock import CHINA
from sanzhi.ledger.models import Entry
from tests.lawful.adapter.readers import reads, when
from tests.lawful.adapter.rows import load
from tests.lawful.adapter.surroundings import party_of
from tests.lawful.chronicle import happenings as h
from tests.lawful.chronicle.joined import Joined, Parted

if TYPE_CHECKING:
    from tests.lawful.adapter.reading import Sources

WAYS = {"同一当事人": "same_party", "同一行为的不同当事人": "one_act", "同一日、同一地点": "one_scene"}
DECIDED = (
    '"proceeding_id" IN (SELECT "id" FROM "cases_proceeding" WHERE "case_id" = %s AND "main_id" IS NULL)'
)


@reads("cases.cases_joined")
def joined(entry: Entry, sources: "Sources") -> Iterator[h.Happening]:
    day = entry.happened_at.astimezone(CHINA).date()
    for number in str(entry.facts["with"]).split("、"):
        for other in load(Case, '"number" = %s', number):
            recused = load(Recusal, '"case_id" = %s AND "is_granted"', other.pk)
            decided = load(Decision, DECIDED, other.pk)
            yield Joined(
                **when(entry),
                other=number,
                way=WAYS.get(entry.facts["ground"], ""),
                parties=tuple(party_of(row) for row in load(CaseParty, '"case_id" = %s', other.pk)),
                recused=tuple(f"officer:{row.of_id}" for row in recused if row.decided_on < day),
                is_decided=any(row.decided_on < day for row in decided),
            )


@reads("cases.cases_severed")
def parted(entry: Entry, sources: "Sources") -> Iterator[h.Happening]:
    for number in str(entry.facts["from"]).split("、"):
        yield Parted(**when(entry), other=number)
