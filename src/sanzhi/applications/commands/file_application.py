"""File a draft: from now on it is with the authority, which tells within five working days what must be corrected.

What is missing hinders nothing (行政许可法 §32: corrections are told, once); refused is what cannot be answered to anybody.
"""

from typing import Literal

from sanzhi.applications import board, events
from sanzhi.applications.models import Application, State
from sanzhi.applications.policies import is_draft, is_signed, is_unchanged
from sanzhi.applications.queries import gaps, own_for_update
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import require
from sanzhi.ledger.commands import record


class FileApplication(Order):
    """`is_true`: the applicant answers for the truth of what was handed in (行政许可法 §31)."""

    application: int
    version: int
    is_true: Literal[True]


@command("applications.file_application", title="提交申请", internal=True)
def file_application(actor: Actor, order: FileApplication) -> Application:
    row = own_for_update(actor, order.application)
    require(is_draft(row) & is_unchanged(row, order.version), is_signed(row))
    row.state, row.filed_at, row.changed_at = State.FILED, clock.now(), clock.now()
    row.version, row.begun_from = row.version + 1, ""
    row.save()
    board.announce("filed", row.pk)
    facts = {
        "item": row.item_title,
        "number": row.number,
        "files": row.materials.count(),
        "gaps": len(gaps(row)),
    }
    record(events.FILED, actor=actor, subject=row, facts=facts)
    return row
