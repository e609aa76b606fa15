"""What happens on a proceeding that is no penalty: begun, proposed, reviewed, discussed, decided, pleaded on, ended; and what

only a coercion knows: settled, agreed, paid. `of` is the ref of the proceeding to which it belongs; what is done by it
stands in `other_kinds`, `licences`, `fees`, `takings`, `buildings`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from tests.lawful.chronicle.happening import Happening


@dataclass(frozen=True, kw_only=True)
class LaneBegun(Happening):
    """`kind`: measure (查封扣押) | enforcement (代履行) | clearing (立即代履行) | demolition …; license/…, levy/… in full."""

    word = "另开程序"
    of: str = ""
    kind: str = "measure"


@dataclass(frozen=True)
class Content:
    """What is proposed or decided: `act` says what it is; `budget` is its sum in yuan."""

    act: str = ""
    text: str = ""
    things: frozenset[str] = frozenset()
    days: int = 0
    budget: Decimal = Decimal(0)


@dataclass(frozen=True, kw_only=True)
class LaneProposed(Happening):
    word = "提出意见"
    of: str = ""
    content: Content = field(default_factory=Content)


@dataclass(frozen=True, kw_only=True)
class LaneReviewed(Happening):
    """`saw` is the proposal that was reviewed; `passes`: the opinion agrees."""

    word = "审核"
    of: str = ""
    saw: Content | None = None
    passes: bool = True


@dataclass(frozen=True, kw_only=True)
class LaneDiscussed(Happening):
    word = "讨论"
    of: str = ""
    saw: Content | None = None
    agrees: bool = True


@dataclass(frozen=True, kw_only=True)
class LaneDecided(Happening):
    """`says`: the data of the decision's paper; `is_major` as the platform held it."""

    word = "决定"
    of: str = ""
    content: Content = field(default_factory=Content)
    is_major: bool = False
    says: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class LanePleaded(Happening):
    """The party spoke against what it was told, or what was demanded."""

    word = "陈述申辩"
    of: str = ""
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class LaneAnswered(Happening):
    word = "复核陈述申辩"
    of: str = ""
    is_accepted: bool = False


@dataclass(frozen=True, kw_only=True)
class ProxyDayMoved(Happening):
    """What is done in the party's place is done on another day, `until`, than the decision says."""

    word = "改定代履行日期"
    of: str = ""
    until: date | None = None


@dataclass(frozen=True, kw_only=True)
class ThingsSettled(Happening):
    """The head decided what becomes of things; `lifted_for` is the statutory case where they go back."""

    word = "处理财物"
    of: str = ""
    way: str = "returned"
    things: tuple[str, ...] = ()
    lifted_for: str = ""


@dataclass(frozen=True, kw_only=True)
class DutyFulfilled(Happening):
    """The party did it after all."""

    word = "自行履行"
    of: str = ""


@dataclass(frozen=True, kw_only=True)
class ExecutionAgreed(Happening):
    """An agreement on the execution 执行协议, which stands until it is found broken; `until`: its last day."""

    word = "执行协议"
    of: str = ""
    until: date | None = None


@dataclass(frozen=True, kw_only=True)
class AgreementBroken(Happening):
    word = "不履行执行协议"
    of: str = ""


@dataclass(frozen=True, kw_only=True)
class ProxyCounted(Happening):
    """What the proxy cost; `vouched`: the sum of its vouchers."""

    word = "结算代履行费用"
    of: str = ""
    amount: Decimal = Decimal(0)
    vouched: Decimal = Decimal(0)


@dataclass(frozen=True, kw_only=True)
class ProxyPaid(Happening):
    word = "缴纳代履行费用"
    of: str = ""
    amount: Decimal = Decimal(0)
    receipt: str = ""


@dataclass(frozen=True, kw_only=True)
class LaneClosed(Happening):
    """`kind` is the code of the ending: settled, forgone, executed, fulfilled, terminated, withdrawn, unpaid …"""

    word = "程序结束"
    of: str = ""
    kind: str = ""
