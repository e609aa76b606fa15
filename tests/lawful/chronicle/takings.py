"""What happens to a requisition 行政征用: decided in an emergency, taken, used, given back, compensated, objected to.

`of`: the ref of the proceeding, that of the requisition or that of the compensation beside it.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tests.lawful.chronicle.happening import Happening


@dataclass(frozen=True)
class TakenThing:
    """A line of the inventory: its worth as a whole, what a day of it costs; None where it is used up."""

    ref: str = ""
    name: str = ""
    count: Decimal = Decimal(1)
    worth: Decimal = Decimal(0)
    daily: Decimal | None = None


@dataclass(frozen=True, kw_only=True)
class RequisitionDecided(Happening):
    """`things` as they are named with their number; `until`: the last day of its use; `served_on` as its paper's."""

    word = "征用决定"
    of: str = ""
    things: tuple[str, ...] = ()
    until: date | None = None
    declared_on: date | None = None  # the emergency
    served_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class ThingsTaken(Happening):
    """`is_urgent`: before anybody had decided in writing. `receipt_on`: when the inventory, which is the receipt, was served."""

    word = "清点接收"
    of: str = ""
    things: tuple[TakenThing, ...] = ()
    is_urgent: bool = False
    is_witnessed: bool = True  # the owner was there, or somebody apart
    receipt_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class RequisitionRefused(Happening):
    word = "不批准征用"
    of: str = ""


@dataclass(frozen=True, kw_only=True)
class RequisitionLonger(Happening):
    """`told_on`: when its paper was served; `was_until`: the day that it replaces."""

    word = "延长征用"
    of: str = ""
    until: date | None = None
    told_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class ThingsUsed(Happening):
    """`on`: the day of the use."""

    word = "登记使用"
    of: str = ""
    purpose: str = ""


@dataclass(frozen=True, kw_only=True)
class UseEnded(Happening):
    word = "停止使用"
    of: str = ""
    ground: str = ""


@dataclass(frozen=True, kw_only=True)
class ThingBack(Happening):
    """`ref` is that of the line. `is_vouched`: to the owner himself, or with a paper that shows why to another."""

    word = "返还清点"
    of: str = ""
    returned: Decimal = Decimal(0)
    consumed: Decimal = Decimal(0)
    lost: Decimal = Decimal(0)
    is_damaged: bool = False
    is_vouched: bool = True


@dataclass(frozen=True, kw_only=True)
class DamageValued(Happening):
    """`ref` is that of the line. `is_explained`: why it is another sum than the inventory says, and what the owner says."""

    word = "毁损估价"
    of: str = ""
    worth: Decimal = Decimal(0)
    remaining: Decimal = Decimal(0)
    is_explained: bool = False


@dataclass(frozen=True, kw_only=True)
class Objected(Happening):
    word = "异议"
    of: str = ""


@dataclass(frozen=True, kw_only=True)
class ObjectionAnswered(Happening):
    word = "答复异议"
    of: str = ""


@dataclass(frozen=True, kw_only=True)
class CompensationTold(Happening):
    word = "补偿告知"
    of: str = ""
    text: str = ""
    days: int = 5


@dataclass(frozen=True, kw_only=True)
class CompensationDecided(Happening):
    word = "补偿决定"
    of: str = ""
    amount: Decimal = Decimal(0)
    text: str = ""
    served_on: date | None = None
    pays_within: int = 15  # days


@dataclass(frozen=True, kw_only=True)
class CompensationPaid(Happening):
    """`is_vouched`: to the owner himself, or with a paper that shows why to another."""

    word = "支付补偿"
    of: str = ""
    amount: Decimal = Decimal(0)
    voucher: str = ""
    is_vouched: bool = True
