"""Seal rows anew after a migration has rewritten them. The entry lists each row: this is for all to see."""

import hashlib

from django.apps import apps
from pydantic import Field

from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command, open_command
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger import events
from sanzhi.ledger.canonical import canonical
from sanzhi.ledger.commands.record import record
from sanzhi.ledger.joint import AUDITED
from sanzhi.ledger.sealing import recorded_tables, rows_of, spelt_row

MOST = 2000  # rows in one entry
TOLD = 20  # rows that are named to who confirms


class ResealRows(Order):
    """`table` is a label such as `cases.case`; a row that is gone is sealed as deleted."""

    table: str
    rows: list[int] = Field(min_length=1, max_length=MOST)
    reason: str = Field(min_length=4, max_length=200)


def _objects(actor: Actor, order: ResealRows) -> Verdict:
    known = order.table in {model._meta.label_lower for model in recorded_tables()}
    return Verdict.when(known, f"没有受封印的表{order.table}。")


def _rows_now(order: ResealRows) -> str:
    """What is proposed to be sealed is what stands there now."""
    rows = rows_of(order.table).filter(pk__in=order.rows).order_by("pk")
    return hashlib.sha256(canonical([spelt_row(row) for row in rows])).hexdigest()


def _whose(order: ResealRows) -> frozenset[int]:
    return frozenset(order.rows) if order.table == "organisation.officer" else frozenset()


def _told(order: ResealRows) -> str:
    named = "、".join(map(str, sorted(order.rows)[:TOLD])) + ("等" if len(order.rows) > TOLD else "")
    return f"重新封印{order.table}第{named}行，共{len(order.rows)}行"


JOINT = AUDITED(
    names=("table", "rows"),
    tells=_told,
    concerns=_whose,
    sees=_rows_now,
    objects=_objects,
)


@command("ledger.reseal_rows", title="重新封印数据行", internal=True, joint=JOINT)
def reseal_rows(actor: Actor, order: ResealRows) -> None:
    current = open_command()
    assert current is not None
    require(_objects(actor, order))
    for row in order.rows:
        current.work.touched[(order.table, row)] = None  # the closing reads each row from the database
    caption = str(apps.get_model(order.table)._meta.verbose_name)
    facts = {"caption": caption, "rows": "、".join(map(str, sorted(order.rows))), "reason": order.reason}
    record(events.ROWS_RESEALED, actor=actor, subject=f"{order.table}:{order.rows[0]}", facts=facts)
