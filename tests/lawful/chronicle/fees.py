"""What happens to a levy 行政征收, and the tariff with which the judge counts it anew. `of`: the ref of the proceeding."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from tests.lawful.chronicle.happening import Happening


@dataclass(frozen=True)
class Band:
    """A price per unit (and day) for what lies above `above` up to `upto`, from `since` to `until`."""

    price: Decimal = Decimal(0)
    above: Decimal = Decimal(0)
    upto: Decimal | None = None
    since: date | None = None
    until: date | None = None

    def holds_on(self, day: date) -> bool:
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)

    def share_of(self, quantity: Decimal) -> Decimal:
        most = quantity if self.upto is None else min(quantity, self.upto)
        return max(most - self.above, Decimal(0))


@dataclass(frozen=True)
class Tariff:
    """The bureau's own list for one item, as it was applied; `reliefs`: by title, per cent of the whole charge.

    `late_per_day`: the part of what is owed that each day late costs; None where no statute gives one.
    """

    item: str = ""
    by_day: bool = True
    bands: tuple[Band, ...] = ()
    reliefs: Mapping[str, Decimal] = field(default_factory=dict)
    late_per_day: Decimal | None = None


@dataclass(frozen=True)
class Used:
    """So much, on the days from the first to the last."""

    quantity: Decimal = Decimal(0)
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, kw_only=True)
class Assessed(Happening):
    word = "核定"
    of: str = ""
    amount: Decimal = Decimal(0)
    uses: tuple[Used, ...] = ()
    reliefs: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True)
class LevyTold(Happening):
    """The notice before the decision was served; `text` is what it says will be decided, `days` to plead."""

    word = "征收告知"
    of: str = ""
    text: str = ""
    days: int = 5


@dataclass(frozen=True, kw_only=True)
class LevyDecided(Happening):
    """`amount` and `basis` as the paper says; `text` the decision's words; `served_on`: when it first counted as served."""

    word = "征收决定"
    of: str = ""
    amount: Decimal = Decimal(0)
    basis: str = ""
    text: str = ""
    served_on: date | None = None
    pays_within: int = 15  # days


@dataclass(frozen=True, kw_only=True)
class Billed(Happening):
    """The bill was served. `denial`: what it says of a relief that was not granted; `remedy`: and what may be done against that."""

    word = "缴费通知"
    of: str = ""
    amount: Decimal = Decimal(0)
    denial: str = ""
    remedy: str = ""


@dataclass(frozen=True, kw_only=True)
class LoweringAsked(Happening):
    """`relief`: the title of a relief, "" where the use was cut short to `uses`. `owed` as the bureau counted it."""

    word = "申请减免"
    of: str = ""
    relief: str = ""
    uses: tuple[Used, ...] = ()
    owed: Decimal = Decimal(0)


@dataclass(frozen=True, kw_only=True)
class LoweringDecided(Happening):
    """`ref` is that of what was asked; `why`: the reason given."""

    word = "审批减免"
    of: str = ""
    is_granted: bool = True
    why: str = ""


@dataclass(frozen=True, kw_only=True)
class FeePaid(Happening):
    word = "缴款入库"
    of: str = ""
    amount: Decimal = Decimal(0)
    receipt: str = ""


@dataclass(frozen=True, kw_only=True)
class RefundDecided(Happening):
    word = "决定退费"
    of: str = ""
    amount: Decimal = Decimal(0)


@dataclass(frozen=True, kw_only=True)
class Refunded(Happening):
    word = "退还"
    of: str = ""
    amount: Decimal = Decimal(0)
    voucher: str = ""


@dataclass(frozen=True, kw_only=True)
class LevyEnded(Happening):
    """`ground`: not_owed | died | dissolved."""

    word = "终止征收"
    of: str = ""
    ground: str = ""


@dataclass(frozen=True, kw_only=True)
class LevyToCourt(Happening):
    """`has_excuse`: a reason why it comes after the three months."""

    word = "申请法院执行征收"
    of: str = ""
    amount: Decimal = Decimal(0)
    has_excuse: bool = False
