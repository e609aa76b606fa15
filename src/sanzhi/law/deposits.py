"""Where the proceeds of an auction or sale go, and what happens to what nobody collects.

行政强制法 §§28, 46, 49: they pay what is owed in the order that is told, and the rest is given back. Keeping and
appraising are the authority's own cost (§25(3), §26(3)) and can be no claim.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from sanzhi.law.days import Calendar, chinese_date
from sanzhi.law.deadline_rules import rule
from sanzhi.law.deadlines import due
from sanzhi.law.derivation import NOTHING, Derivation, Step, checked_ground, checked_sum, plain, total

AUCTION = "行政强制法第四十六条第三款"


class PaidFrom(StrEnum):
    """What the proceeds may pay."""

    FINE = "罚款"
    LATE_PENALTY = "加处罚款、滞纳金"
    COSTS = "拍卖、变卖费用"


@dataclass(frozen=True)
class Owed:
    """One claim on the proceeds, with the document or article on which it stands."""

    kind: PaidFrom
    amount: Decimal
    citation: str


@dataclass(frozen=True)
class Distribution:
    """`paid` for each claim in its order, `surplus` to be given back, `unpaid` that remains owed."""

    paid: tuple[Decimal, ...]
    surplus: Decimal
    unpaid: Decimal
    derivation: Derivation


def distribute(proceeds: Decimal, claims: tuple[Owed, ...]) -> Distribution:
    """The proceeds pay the claims in the order in which they are told; no statute orders them. Raises CannotCount."""
    left = checked_sum(proceeds, "拍卖、变卖所得")
    steps, paid = [Step("拍卖、变卖所得", "", proceeds)], []
    for row in claims:
        owed = checked_sum(row.amount, row.kind.value)
        checked_ground(row.citation, row.kind.value)
        share = min(owed, left)
        left -= share
        paid.append(share)
        short = f"，不足{plain(owed - share)}元" if share < owed else ""
        steps.append(Step(f"抵缴{row.kind.value}（{row.citation}）", f"应付{plain(owed)}元{short}", share))
    steps.append(Step("余款退还当事人", "所得减去各项抵缴", left))
    unpaid = total(row.amount for row in claims) - total(paid)
    result = Derivation("拍卖、变卖所得的处理", tuple(steps), left, AUCTION)
    return Distribution(tuple(paid), left, unpaid, result)


class Unclaimed(StrEnum):
    """How far it has come with things that were carried out of an unlawful building and that nobody fetches."""

    TO_COLLECT = "等待当事人领取"
    TO_CALL = "应当发布招领公告"
    CALLED = "招领公告期间"
    TO_DEPOSIT = "应当依法办理提存"


def stage_of_unclaimed(
    demolished_on: date, *, called_on: date | None, on: date, calendar: Calendar
) -> tuple[Unclaimed, str]:
    """The stage on the day `on`, and the sentence with its last day (平顶山市城乡规划建设管理条例 §32(2)).

    A call before the first period was over counts from its end.
    """
    first = due(rule("goods_collection", demolished_on), demolished_on, calendar=calendar)
    if called_on is None:
        stage = Unclaimed.TO_COLLECT if on <= first.on else Unclaimed.TO_CALL
        return stage, f"{stage.value}：领取期限至{chinese_date(first.on)}。"
    counted_from = max(called_on, first.on)
    second = due(rule("goods_collection_called", counted_from), counted_from, calendar=calendar)
    stage = Unclaimed.CALLED if on <= second.on else Unclaimed.TO_DEPOSIT
    return stage, f"{stage.value}：招领期限至{chinese_date(second.on)}。"


DEPOSIT = "平顶山市城乡规划建设管理条例第三十二条第二款"


def deposited(surplus: Decimal, costs: Decimal) -> Derivation:
    """What of a sum is deposited 提存: the costs of deposit and keeping after the last day are the party's."""
    checked_sum(surplus, "余款")
    checked_sum(costs, "提存、保管费用")
    rest = max(surplus - costs, NOTHING)
    formula = f"{plain(surplus)}元－提存、保管费用{plain(costs)}元，不足的为零"
    return Derivation("提存", (Step("提存的款项", formula, rest),), rest, DEPOSIT)
