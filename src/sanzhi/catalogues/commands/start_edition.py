"""Begin a new edition as a copy of the one in force; where there is none, as an empty list."""

from sanzhi.catalogues import events
from sanzhi.catalogues.commands._begin import BeginEdition, begin
from sanzhi.catalogues.models import Edition, Row
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import command
from sanzhi.ledger.commands import record


class StartEdition(BeginEdition):
    pass


@command("catalogues.start_edition", title="沿用上一版开始新版清单")
def start_edition(actor: Actor, order: StartEdition) -> Edition:
    edition, running = begin(actor, order)
    facts = {"title": edition.title, "ordinal": edition.ordinal, "rows": _copy_rows(running, edition)}
    record(events.EDITION_STARTED, actor=actor, subject=edition, facts=facts)
    return edition


def _copy_rows(running: Edition | None, edition: Edition) -> int:
    copies = [
        Row(
            edition=edition,
            position=row.position,
            code=row.code,
            title=row.title,
            content=row.content,
            origin=row.origin,
        )
        for row in (running.rows.all() if running else ())
    ]
    Row.objects.bulk_create(copies)
    return len(copies)
