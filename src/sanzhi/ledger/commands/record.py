"""Say what happened: inside an open command, once or more. Refuses outside a command, and facts JSON cannot hold."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Model

from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import draft_entry
from sanzhi.kernel.events import Event
from sanzhi.ledger.canonical import Draft, plain


def record(event: Event, *, actor: Actor, subject: Model | str, facts: Mapping[str, Any]) -> None:
    """Put one entry into the open command; it is written, with the seals of all rows touched, at its end.

    `subject` is a saved row or a key such as `cases.case:12`. `facts` fill the event's sentence; a fact called
    `sha256` lets `verify.py` check a file against the entry. Amounts are Decimal, never float (TypeError).
    """
    kind, row = subject_parts(subject)
    draft = Draft(
        event=event.name,
        authority=actor.authority,
        actor_key=actor.key,
        actor_name=actor.name,
        subject_kind=kind,
        subject_id=row,
        facts=plain(dict(facts)),
        happened_at=clock.now(),
    )
    draft_entry(draft)


def subject_parts(subject: Model | str) -> tuple[str, int]:
    """`("cases.case", 12)`; a row that has not been saved has no key (ValueError)."""
    if isinstance(subject, str):
        kind, colon, row = subject.partition(":")
        if not (kind and colon and row.isdecimal()):
            raise ValueError(f"{subject!r} is not a subject key such as cases.case:12")
        return kind, int(row)
    if subject.pk is None:
        raise ValueError(f"{subject._meta.label} must be saved before it is recorded")
    return subject._meta.label_lower, int(subject.pk)
