"""What a proxy cost, as people type it, and what of it is paid (行政强制法 §51(2))."""

import re
from decimal import Decimal

from sanzhi.cases import queries as cases
from sanzhi.cases.models import Proceeding
from sanzhi.coercion.halting import enforcement_of
from sanzhi.law.proxy_costs import ProxyCost

LAW = "行政强制法第五十一条第二款"
PARTS = re.compile(r"\s*[；;]\s*")
AMOUNT = re.compile(r"\d{1,10}(?:\.\d{1,2})?")
NOTHING = Decimal(0)


class WrongLine(ValueError):
    """The sentence names the line and says how to write it."""


def read(text: str) -> tuple[ProxyCost, ...]:
    """The rows of a typed list: what, amount, voucher. Raises WrongLine."""
    rows = []
    for number, line in enumerate((line.strip() for line in text.splitlines() if line.strip()), start=1):
        parts = PARTS.split(line)
        if len(parts) != 3 or not all(parts) or not AMOUNT.fullmatch(parts[1].removesuffix("元")):
            raise WrongLine(f"费用明细第{number}行请写成“项目；金额；凭证号”，金额以元为单位，最多两位小数。")
        amount = Decimal(parts[1].removesuffix("元"))
        rows.append(ProxyCost(parts[0], NOTHING, amount, (parts[2],)))
    return tuple(rows)


def owed(proceeding: Proceeding) -> Decimal:
    """What the party still owes of the cost (yuan); as long as nobody is known, nobody owes it."""
    row = enforcement_of(proceeding)
    if row is None or row.cost is None or proceeding.respondent_id is None:
        return NOTHING
    return max(row.cost - cases.paid(proceeding), NOTHING)
