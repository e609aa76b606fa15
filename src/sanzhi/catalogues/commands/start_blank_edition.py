"""Begin a new edition with no rows: a list compiled anew, from statutes or from a sheet."""

from sanzhi.catalogues import events
from sanzhi.catalogues.commands._begin import BeginEdition, begin
from sanzhi.catalogues.models import Edition
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import command
from sanzhi.ledger.commands import record


class StartBlankEdition(BeginEdition):
    pass


@command("catalogues.start_blank_edition", title="从空白开始新版清单")
def start_blank_edition(actor: Actor, order: StartBlankEdition) -> Edition:
    edition, _ = begin(actor, order)
    facts = {"title": edition.title, "ordinal": edition.ordinal, "rows": 0}
    record(events.EDITION_STARTED, actor=actor, subject=edition, facts=facts)
    return edition
