"""What both ways of beginning an edition share: its number, its title, and that no other one is under way."""

from pydantic import Field

from sanzhi.catalogues.models import Edition, Kind, Status
from sanzhi.catalogues.policies import OPEN, may_compile
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.organisation import queries as organisation


class BeginEdition(Order):
    authority: str
    kind: Kind
    key: str = Field(default="", max_length=60)
    title: str = Field(default="", max_length=120)


def begin(actor: Actor, order: BeginEdition) -> tuple[Edition, Edition | None]:
    """The new edition, saved and without rows, and the one in force."""
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
    return edition, running
