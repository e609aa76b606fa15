"""What happens to an illegal structure 违法建设: looked at, sorted, ordered to go, announced, torn down, its goods kept.

`of`: the ref of the proceeding, that of the order or that of the demolition beside it.
"""

from dataclasses import dataclass
from datetime import date

from tests.lawful.chronicle.happening import Happening


@dataclass(frozen=True, kw_only=True)
class StopLooked(Happening):
    """`on`: when somebody looked whether the building had stopped."""

    word = "复查停止"
    of: str = ""
    has_stopped: bool = True


@dataclass(frozen=True, kw_only=True)
class GovernmentReported(Happening):
    word = "报告政府"
    of: str = ""


@dataclass(frozen=True, kw_only=True)
class GovernmentOrdered(Happening):
    """Its written order 责成; `body` as it is named."""

    word = "政府责成"
    of: str = ""
    body: str = ""


@dataclass(frozen=True, kw_only=True)
class StructureSorted(Happening):
    """`sort`: correctable | removable | stays; `item`: article and number of its case, 26_4."""

    word = "认定违建"
    of: str = ""
    sort: str = "removable"
    item: str = "26_4"
    is_appraised: bool = False
    is_heard: bool = False


@dataclass(frozen=True, kw_only=True)
class RemovalTold(Happening):
    """The notice before the order was served; `duty` as it says, `days` to plead."""

    word = "限期拆除告知"
    of: str = ""
    duty: str = ""
    days: int = 5


@dataclass(frozen=True, kw_only=True)
class RemovalOrdered(Happening):
    """`served_on`: when its paper first counted as served; `due_on`: until when the party is to pull it down."""

    word = "限期拆除决定"
    of: str = ""
    duty: str = ""
    due_on: date | None = None
    served_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Contested(Happening):
    """A remedy against the order, `on` the day it was accepted. `ended_on`: when it was over, with what outcome.

    `way`: reconsideration | litigation; `outcome`: upheld | overturned | withdrawn.
    """

    word = "复议诉讼"
    way: str = "reconsideration"
    ended_on: date | None = None
    outcome: str = ""


@dataclass(frozen=True, kw_only=True)
class RemovedByParty(Happening):
    word = "自行拆除"
    of: str = ""


@dataclass(frozen=True, kw_only=True)
class DemolitionAnnounced(Happening):
    """Posted and published. The days until which the party removes and clears, and from which it comes down."""

    word = "强制拆除公告"
    of: str = ""
    posted_on: date | None = None
    media_on: date | None = None
    remove_by: date | None = None
    clear_by: date | None = None
    planned_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class DemolitionDaySet(Happening):
    """`told_on`: when the paper with this day was served."""

    word = "确定实施日"
    of: str = ""
    day_set: date | None = None
    told_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class GoodsLeft(Happening):
    """`is_listed`: the list was made and served; `is_witnessed`: somebody apart saw it, or the party took all at once."""

    word = "登记搬离财物"
    of: str = ""
    goods: tuple[str, ...] = ()
    is_listed: bool = True
    is_witnessed: bool = True
    handed_over: bool = False


@dataclass(frozen=True, kw_only=True)
class GoodsFetched(Happening):
    word = "领取财物"
    of: str = ""
    goods: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class GoodsCalled(Happening):
    word = "招领公告"
    of: str = ""


@dataclass(frozen=True, kw_only=True)
class GoodsDeposited(Happening):
    word = "提存财物"
    of: str = ""
    goods: tuple[str, ...] = ()
