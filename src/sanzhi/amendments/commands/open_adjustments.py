"""Open an item for everything that cites what a change of the law touched; a second run opens nothing twice."""

from dataclasses import asdict

from sanzhi.amendments import events, queries
from sanzhi.amendments.models import Adjustment
from sanzhi.amendments.touched import Touched
from sanzhi.catalogues.models import Edition, Status
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.ledger.commands import record


class OpenAdjustments(Order):
    """`change` as the statutes announce it: version:12, repeal:3."""

    change: str


@command("amendments.open_adjustments", title="提出依据调整", internal=True)
def open_adjustments(actor: Actor, order: OpenAdjustments) -> list[Adjustment]:
    """Forms and rules are used by every authority, so each that has lists in force looks at them."""
    change = queries.change(order.change)
    running = Edition.objects.filter(status=Status.IN_FORCE).order_by("authority")
    authorities = list(running.values_list("authority", flat=True).distinct())
    standing = set(
        Adjustment.objects.filter(change_key=order.change).values_list(
            "authority", "target_kind", "target_key"
        )
    )
    opened = []
    for target in queries.touched_by(change):
        mine = [target.citing.authority] if target.citing.authority else authorities
        for authority in mine:
            if (authority, target.citing.kind, target.citing.key) not in standing:
                opened.append(_open(order.change, authority, target=target))
    facts = {"title": change.statute.title, "change": change.sentence, "count": len(opened)}
    record(events.ADJUSTMENTS_OPENED, actor=actor, subject=change.new or change.statute, facts=facts)
    return opened


def _open(key: str, authority: int, *, target: Touched) -> Adjustment:
    citing = target.citing
    row = Adjustment(
        authority_id=authority,
        change_key=key,
        target_kind=citing.kind,
        target_key=citing.key,
        target_title=citing.title[:300],
        target_url=citing.url,
        edition_id=citing.edition,
        row_code=citing.row_code,
        hits=[asdict(hit) for hit in target.hits],
        opened_on=clock.today(),
    )
    row.save()
    return row
