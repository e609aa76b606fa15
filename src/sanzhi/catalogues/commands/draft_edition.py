"""Draft a new edition from the content of a catalogue file; drafting again replaces an open draft."""

from typing import Any

from pydantic import Field

from sanzhi.catalogues import events
from sanzhi.catalogues.models import Edition, Kind, Row, Status
from sanzhi.catalogues.policies import may_compile
from sanzhi.catalogues.schemas import rows_of
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import require
from sanzhi.ledger.commands import record
from sanzhi.organisation import queries as organisation


class DraftEdition(Order):
    authority: str
    kind: Kind
    key: str = ""
    title: str = Field(min_length=2, max_length=120)
    content: dict[str, Any]


@command("catalogues.draft_edition", title="起草清单")
def draft_edition(actor: Actor, order: DraftEdition) -> Edition:
    authority = organisation.authority(order.authority)
    require(may_compile(actor, order.authority))
    head, rows = rows_of(order.kind, order.content)
    editions = Edition.objects.filter(authority=authority, kind=order.kind, key=order.key)
    latest = editions.order_by("-ordinal").first()
    edition = latest if latest and latest.status in {Status.DRAFT, Status.RETURNED} else None
    if edition is None:
        edition = Edition(
            authority=authority, kind=order.kind, key=order.key, ordinal=latest.ordinal + 1 if latest else 1
        )
    edition.title, edition.head, edition.status, edition.drafted_on = (
        order.title,
        head,
        Status.DRAFT,
        clock.today(),
    )
    edition.revision += 1
    edition.save()
    for old in edition.rows.all():
        old.delete()
    Row.objects.bulk_create(
        Row(edition=edition, position=position, code=row.code, title=row.title, content=row.content)
        for position, row in enumerate(rows, start=1)
    )
    facts = {"title": edition.title, "ordinal": edition.ordinal, "rows": len(rows)}
    record(events.EDITION_DRAFTED, actor=actor, subject=edition, facts=facts)
    return edition
