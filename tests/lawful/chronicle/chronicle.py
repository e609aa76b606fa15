"""The chronicle of a case: its happenings in the ledger's order, and what a judge must know beside them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property
from typing import Any, TypeVar

from tests.lawful.chronicle.fees import Tariff
from tests.lawful.chronicle.happenings import Happening, PartyNamed
from tests.lawful.chronicle.licences import Licensing
from tests.lawful.chronicle.people import Party, Roster

H = TypeVar("H", bound=Happening)
DAY = timedelta(days=1)
# nobody counts further; what is stated beyond it is a mistake of the pen
MOST_DAYS = 10_000
# 全国年节及纪念日放假办法: off in every year, whatever the notice for it will say
ALWAYS_OFF = frozenset({(1, 1), (5, 1), (5, 2), (10, 1), (10, 2), (10, 3)})


@dataclass(frozen=True)
class Days:
    """The official calendar as the judge counts with it: days off, worked weekend days, years with a notice."""

    off: frozenset[date] = frozenset()
    worked: frozenset[date] = frozenset()
    noticed: frozenset[int] = frozenset()

    def is_working(self, day: date) -> bool:
        if day in self.worked:
            return True
        return day.weekday() < 5 and day not in self.off and (day.month, day.day) not in ALWAYS_OFF

    def is_statutory_holiday(self, day: date) -> bool:
        """A 法定节假日 (行政强制法 §43), a weekend not among them."""
        return (day in self.off and day.weekday() < 5) or (day.month, day.day) in ALWAYS_OFF

    def is_estimated(self, day: date) -> bool:
        return day.year not in self.noticed

    def after(self, day: date, count: int) -> date:
        """The `count`-th working day after `day` (行政处罚法 §85: 工作日, the day itself not counted)."""
        left = min(count, MOST_DAYS)
        while left > 0 and day < date.max:
            day += DAY
            left -= self.is_working(day)
        return day

    def between(self, start: date, end: date) -> int:
        """Working days after `start` up to and including `end`."""
        span = min((end - start).days, MOST_DAYS)
        return sum(self.is_working(start + DAY * n) for n in range(1, span + 1))


@dataclass(frozen=True)
class Offence:
    """What the statute says of the cause, as the judge reads it himself; None where he has no row for it."""

    code: str
    article: str
    correct_first: bool = False
    at_once: bool = False  # 责令立即改正，拒不改正: order, refusal and fine may follow in one minute
    unit: str = ""  # what is counted: "" | items | sqm | sqm_days | trees
    minimum: Mapping[str, Decimal] = field(default_factory=dict)  # by kind of party; "" for all
    maximum: Mapping[str, Decimal] = field(default_factory=dict)
    cap: Mapping[str, Decimal] = field(default_factory=dict)
    confiscates: bool = False
    level: str = "local"  # law | regulation | local | rule: what its basis is (行政处罚法 §10–§14)
    may_fine: bool = True
    warns: bool = False  # the article itself names 警告
    measures: frozenset[str] = frozenset()  # graver codes that the article itself names (halt, closure …)
    is_daily: bool = False  # 按日连续处罚
    refused_first: bool = False  # those measures only when the order to correct was refused
    rounds_up: bool = False  # less than one square metre counts as one
    since: date | None = None  # in force from this day
    until: date | None = None  # no longer in force from this day
    half: "Offence | None" = None  # the article's milder half, where it measures two things apart
    half_of: str = ""  # a pattern: what the milder half is about
    half_never: str = ""  # a pattern: what it is not about
    is_ours: bool = True  # False: another authority punishes this


@dataclass(frozen=True)
class Tier:
    """A tier of the bureau's own list for the cause, in yuan; None where it has no figure."""

    name: str
    minimum: Decimal | None = None
    maximum: Decimal | None = None


@dataclass(frozen=True)
class Other:
    """Another decided case, in brief (行政处罚法 §29)."""

    case: str
    identity: str
    cause: str
    place: str
    happened_on: date | None
    decided_on: date
    fine: Decimal | None
    ordered_on: date | None = None  # the first order to correct


@dataclass(frozen=True)
class Chronicle:
    """`flaws` are contradictions that the adapter met: a paper that differs from its row, a row that is gone."""

    case: str
    kind: str = "penalty"
    procedure: str = "ordinary"
    cause: str = ""
    happenings: tuple[Happening, ...] = ()
    roster: Roster = field(default_factory=Roster)
    days: Days = field(default_factory=Days)
    offence: Offence | None = None
    others: tuple[Other, ...] = ()
    tiers: tuple[Tier, ...] = ()
    moments: Mapping[str, int] = field(default_factory=dict)  # must-record moments → shortest seconds
    closed_by: date | None = None
    today: date | None = None  # the day on which the judge looks
    flaws: tuple[str, ...] = ()
    licensing: Licensing | None = None
    tariff: Tariff | None = None

    def all(self, kind: type[H]) -> tuple[H, ...]:
        """Every happening of the kind, in order."""
        if kind not in self._sorted:
            self._sorted[kind] = tuple(row for row in self.happenings if isinstance(row, kind))
        return self._sorted[kind]

    def first(self, kind: type[H]) -> H | None:
        return next(iter(self.all(kind)), None)

    def last(self, kind: type[H]) -> H | None:
        return next(reversed(self.all(kind)), None)

    def before(self, moment: Happening, kind: type[H]) -> tuple[H, ...]:
        """Those of the kind that stand before `moment` in the ledger."""
        end = self._places.get(id(moment), len(self.happenings))
        return tuple(row for row in self.all(kind) if self._places[id(row)] < end)

    def after(self, moment: Happening, kind: type[H]) -> tuple[H, ...]:
        """Those of the kind that stand after `moment` in the ledger."""
        start = self._places.get(id(moment), len(self.happenings))
        return tuple(row for row in self.all(kind) if self._places[id(row)] > start)

    @cached_property
    def _sorted(self) -> dict[type[Happening], tuple[Any, ...]]:
        """What `all` has sorted out so far: the judge asks for the same kinds again and again."""
        return {}

    @cached_property
    def _places(self) -> dict[int, int]:
        return {id(row): place for place, row in reversed(list(enumerate(self.happenings)))}

    @property
    def party(self) -> Party | None:
        """The party as it stands last."""
        named = self.last(PartyNamed)
        return named.party if named else None

    def party_at(self, row: Happening) -> Party | None:
        """The party as it stood when this happened; who was first named only later counts from the beginning."""
        named = self.before(row, PartyNamed)
        return named[-1].party if named else self.party

    def __iter__(self) -> Iterator[Happening]:
        return iter(self.happenings)
