"""A new edition applies: items of rows that it changed or ended are settled, the others follow it, still open.

Refuses to count a row as amended that goes on citing an article which has ended or moved.
"""

from sanzhi.amendments import events
from sanzhi.amendments.models import Adjustment, Outcome, Target
from sanzhi.amendments.touched import texts_in
from sanzhi.catalogues.models import Edition, Row
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.law.citations import parse_citations
from sanzhi.law.statute_diff import ENDED, RENUMBERED
from sanzhi.ledger.commands import record
from sanzhi.statutes import queries as statutes
from sanzhi.statutes.queries import Titles


class OvertakeAdjustments(Order):
    edition: int


@command("amendments.overtake_adjustments", title="新版清单办结依据调整", internal=True)
def overtake_adjustments(actor: Actor, order: OvertakeAdjustments) -> Edition:
    edition = Edition.known(order.edition)
    waiting = Adjustment.objects.select_related("edition").filter(
        authority=edition.authority_id,
        target_kind=Target.ROW,
        settled_on=None,
        edition__kind=edition.kind,
        edition__key=edition.key,
        edition__ordinal__lt=edition.ordinal,
    )
    codes = {item.row_code for item in waiting}
    now = {row.code: row for row in edition.rows.filter(code__in=codes)}
    titles, settled = statutes.titles(), 0
    for item in waiting:
        before = Row.objects.get(edition=item.edition_id, code=item.row_code)
        if _is_amended(item, before, after=now.get(item.row_code), titles=titles):
            item.settled_on, item.settled_by = clock.today(), actor.name
            item.outcome, item.note = Outcome.AMENDED, f"{edition}施行"
            settled += 1
        else:
            item.edition = edition
        item.save()
    facts = {"title": edition.title, "ordinal": edition.ordinal, "settled": settled}
    facts["moved"] = len(waiting) - settled
    record(events.ADJUSTMENTS_OVERTAKEN, actor=actor, subject=edition, facts=facts)
    return edition


def _is_amended(item: Adjustment, before: Row, *, after: Row | None, titles: Titles) -> bool:
    """Gone or rewritten; a row that goes on naming an article which ended or moved was not, unless it says it has ended."""
    if after is None:
        return True
    if after.content == before.content:
        return False
    now = {titles.key(citation) for text in texts_in(after.content) for citation in parse_citations(text)}
    lost = [hit["citation"] for hit in item.hits if hit["change"] in {ENDED, RENUMBERED}]
    kept = any(titles.key(citation) in now for text in lost for citation in parse_citations(text))
    return not kept or bool(after.content.get("valid_to"))
