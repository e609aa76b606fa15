"""Begin a new edition: a copy of the one in force, or an empty list of its kind."""

from pydantic import Field

from sanzhi.catalogues import events
from sanzhi.catalogues.models import Edition, Kind, Row, Status
from sanzhi.catalogues.policies import OPEN, may_compile
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record
from sanzhi.organisation import queries as organisation


class StartEdition(Order):
    authority: str
    kind: Kind
    key: str = Field(default="", max_length=60)
    title: str = Field(default="", max_length=120)


@command("catalogues.start_edition", title="开始新版清单")
def start_edition(actor: Actor, order: StartEdition) -> Edition:
    authority = organisation.authority(order.authority)
    editions = Edition.objects.filter(authority=authority, kind=order.kind, key=order.key).order_by(
        "-ordinal"
    )
    latest = editions.first()
    unfinished = editions.filter(status__in=[*OPEN, Status.SUBMITTED, Status.APPROVED]).first()
    running = editions.filter(status=Status.IN_FORCE).first()
    require(
        may_compile(actor, order.authority),
        Verdict.when(
            unfinished is None,
            f"{unfinished}还没有办完。",
            remedy="请在该版上继续，一份清单同时只有一个新版。",
        ),
    )
    title = order.title or (latest.title if latest else f"{authority.name}{Kind(order.kind).label}")
    edition = Edition(
        authority=authority,
        kind=order.kind,
        key=order.key,
        title=title,
        ordinal=latest.ordinal + 1 if latest else 1,
        head=running.head if running else {"title": title, "key": order.key},
        drafted_on=clock.today(),
    )
    edition.save()
    facts = {"title": title, "ordinal": edition.ordinal, "rows": _copy_rows(running, edition)}
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
