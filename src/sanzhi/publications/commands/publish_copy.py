"""Put a frozen copy before the public."""

from datetime import date
from typing import Any

from pydantic import Field

from sanzhi.kernel import clock, randomness, search
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.ledger.commands import record
from sanzhi.publications import events
from sanzhi.publications.models import Publication


class PublishCopy(Order):
    record: str
    authority: str
    kind: str
    number: str
    title: str
    respondent: str
    conclusion: str
    subject: str = ""
    decided_on: date
    content: list[tuple[str, str]]
    source_sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    ends_on: date | None = None


@command("publications.publish_copy", title="公示", internal=True)
def publish_copy(actor: Actor, order: PublishCopy) -> Publication:
    copy = Publication(slug=randomness.token(12), published_on=clock.today(), **order.model_dump())
    copy.save()
    for earlier in Publication.objects.filter(record=copy.record).exclude(pk=copy.pk):
        earlier.replaced_by = copy
        earlier.save()
    index(copy)
    facts = {"number": copy.number, "source_sha256": copy.source_sha256, "slug": copy.slug}
    record(events.PUBLISHED, actor=actor, subject=copy, facts=facts)
    return copy


def index(copy: Publication) -> None:
    kind, key = search_place(copy)
    days: dict[str, Any] = {"sorted_on": copy.decided_on, "ends_on": copy.ends_on}
    search.put(kind, key, text=searchable(copy), **days)
    if copy.subject:
        search.put(register_place(copy.authority, copy.kind), key, text=searchable(copy), **days)


def register_place(authority: str, kind: str) -> str:
    """Where a register of one kind is searched by itself."""
    return f"{kind}:{authority}"


def search_place(copy: Publication) -> tuple[str, str]:
    return f"publication:{copy.authority}", copy.slug


def searchable(copy: Publication) -> str:
    """The text under which a copy is found."""
    words = [copy.title, copy.number, copy.respondent, copy.conclusion, *(text for _, text in copy.content)]
    return "\n".join(words)
