"""A row against its latest seal: in a verification, and before a command writes it.

Else the next lawful command would seal as true what somebody put there by hand.
"""

from typing import Any

from django.db import models
from django.db.models import Max

from sanzhi.kernel import db
from sanzhi.kernel.errors import Refused
from sanzhi.kernel.models import Recorded
from sanzhi.kernel.verdict import Reason
from sanzhi.ledger.canonical import salted
from sanzhi.ledger.models import RowSeal
from sanzhi.ledger.sealing import model_of, spelt_row

# every command waits for this: constant SQL. What hangs on no entry vouches for nothing.
LATEST = """SELECT seal.salt, seal.digest FROM ledger_rowseal seal JOIN ledger_entry entry ON entry.id = seal.entry_id
WHERE seal."table" = %s AND seal."row" = %s ORDER BY seal.id DESC LIMIT 1"""


def latest_seals(table: str, rows: list[int]) -> dict[int, RowSeal]:
    """The newest seal of each row that hangs on an entry."""
    real = RowSeal.objects.filter(table=table, row__in=rows, entry__digest__isnull=False)
    last = real.values("row").annotate(last=Max("id"))
    found = RowSeal.objects.in_bulk([each["last"] for each in last])
    return {seal.row: seal for seal in found.values()}


def wrong_row(row: models.Model, seal: RowSeal | None) -> str:
    """What is wrong with a row, given its latest seal; "" when nothing is."""
    if seal is None and not isinstance(row, Recorded):
        return ""  # ordered by no command; its stamp says whether it is ours
    if seal is None or not seal.digest:
        return "没有命令写过它：被绕过系统插入。"
    if seal.salt is None:
        return "封印的盐被抹去，无法核对。"
    return "" if salted(seal.salt, spelt_row(row)) == seal.digest else "被绕过系统改动。"


def demand_as_sealed(table: str, pk: Any, *, row: Recorded | None) -> None:
    """Raises Refused where the row in the database, `row` if it was read already, is not what its latest seal says."""
    model = model_of(table)
    stands = row or db.rows_by_key(model, [pk]).get(pk)
    found = db.answers(LATEST, (table, pk))
    seal = RowSeal(salt=found[0][0], digest=found[0][1]) if found else None
    if stands is None or wrong_row(stands, seal):
        sentence = f"{model._meta.verbose_name}第{pk}行与日志中的封印不符，可能被绕过系统改动，没有办理。"
        raise Refused((Reason(sentence, remedy="请告诉系统管理员：先保全数据，再核验全部登记查明。"),))
