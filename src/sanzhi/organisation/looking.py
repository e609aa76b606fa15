"""Who looked: every page that shows what is not public says so here before it shows it."""

import logging
from datetime import timedelta

from django.db import OperationalError

from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.errors import Undelivered
from sanzhi.kernel.unchanged import while_unchanged
from sanzhi.organisation.commands.record_look import RecordLook, record_look
from sanzhi.organisation.models import Look, LookKind

ONE_LOOK = timedelta(hours=1)  # somebody who works on a case opens its pages all the while
logger = logging.getLogger(__name__)


def read(actor: Actor, subject: str, *, what: str) -> None:
    """The actor reads `subject`: one line an hour. On a disk that takes no writes reading goes on, and the log says so."""
    if actor.officer_id is None or _is_known(actor.officer_id, subject):
        return
    try:
        _look(actor, subject, kind=LookKind.READ, what=what)
    except (Undelivered, OperationalError, OSError):
        logger.warning("查阅没有登记：%s %s", actor.key, subject)


def copy(actor: Actor, subject: str, *, what: str) -> None:
    """The actor has on the screen what a download would give: one line an hour for each."""
    _once(actor, subject, kind=LookKind.DOWNLOADED, what=what)


def reveal(actor: Actor, subject: str, *, what: str) -> None:
    """The actor has full values on the screen while he works: one line an hour for each."""
    _once(actor, subject, kind=LookKind.REVEALED, what=what)


def _once(actor: Actor, subject: str, *, kind: LookKind, what: str) -> None:
    if actor.officer_id is not None and not _is_known(actor.officer_id, subject, kind=kind, what=what):
        _look(actor, subject, kind=kind, what=what)


def take(actor: Actor, subject: str, *, kind: LookKind, what: str) -> None:
    """The actor opens a full value, downloads or exports: each time a line. Raises Undelivered where none can be written."""
    if actor.officer_id is not None:
        _look(actor, subject, kind=kind, what=what)


def _look(actor: Actor, subject: str, *, kind: LookKind, what: str) -> None:
    record_look(actor, RecordLook(subject=subject, kind=kind, what=what[:120]))


def _is_known(officer: int, subject: str, *, kind: LookKind = LookKind.READ, what: str = "") -> bool:
    mine = Look.objects.filter(subject=subject, officer_id=officer, kind=kind)
    mine = mine.filter(what=what[:120]) if what else mine
    now = clock.now()
    key = ("look", officer, subject, kind, what, f"{now:%d%H}")
    return while_unchanged(key, ask=mine.filter(looked_at__gte=now - ONE_LOOK).exists)
