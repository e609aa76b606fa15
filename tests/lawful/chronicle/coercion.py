"""What happens on the way of a coercion: begun beside a penalty, proposed, reviewed, decided, demanded, settled, paid, ended.

`of` is the ref of the proceeding to which it belongs. What is carried out stands in `other_kinds`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from tests.lawful.chronicle.happening import Happening


@dataclass(frozen=True, kw_only=True)
class CoercionBegun(Happening):
    """`kind`: measure (查封扣押) | enforcement (代履行) | clearing (立即代履行)."""

    word = "另开强制程序"
    of: str = ""
    kind: str = "measure"


@dataclass(frozen=True)
class Coercion:
    """What is proposed or decided: `act` says whether it is a seizure, its extension, a proxy, a clearing."""

    act: str = ""
    text: str = ""
    things: frozenset[str] = frozenset()
    days: int = 0
    budget: Decimal = Decimal(0)


@dataclass(frozen=True, kw_only=True)
class CoercionProposed(Happening):
    word = "提出强制意见"
    of: str = ""
    content: Coercion = field(default_factory=Coercion)


@dataclass(frozen=True, kw_only=True)
class CoercionReviewed(Happening):
    """`saw` is the proposal that was reviewed; `passes`: the opinion agrees."""

    word = "强制审核"
    of: str = ""
    saw: Coercion | None = None
    passes: bool = True


@dataclass(frozen=True, kw_only=True)
class CoercionDiscussed(Happening):
    word = "强制讨论"
    of: str = ""
    saw: Coercion | None = None
    agrees: bool = True


@dataclass(frozen=True, kw_only=True)
class CoercionDecided(Happening):
    """`says`: the data of the decision's paper; `is_major` as the platform held it."""

    word = "强制决定"
    of: str = ""
    content: Coercion = field(default_factory=Coercion)
    is_major: bool = False
    says: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class DemandPleaded(Happening):
    """The party spoke against what was demanded."""

    word = "对催告陈述"
    of: str = ""
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class DemandAnswered(Happening):
    word = "复核对催告的陈述"
    of: str = ""
    is_accepted: bool = False


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
class CoercionClosed(Happening):
    """`kind` is the code of the ending: settled, forgone, executed, fulfilled, terminated, withdrawn, unpaid …"""

    word = "强制程序结束"
    of: str = ""
    kind: str = ""
