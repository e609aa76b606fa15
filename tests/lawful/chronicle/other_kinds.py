"""What can happen beside penalties: coercion and its enforcement, the court, inspections, levies, requisitions."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from tests.lawful.chronicle.happenings import Happening


@dataclass(frozen=True)
class Thing:
    """An object under seizure. `ended`: returned | confiscated | destroyed | transferred | auctioned, "" while kept."""

    name: str
    ended: str = ""
    is_necessity: bool = False  # of life, of the party or dependants (行政强制法 §23)
    is_related: bool = True
    is_seized_elsewhere: bool = False
    fee_charged: Decimal = Decimal(0)


@dataclass(frozen=True, kw_only=True)
class Seized(Happening):
    """A coercive measure 查封扣押 was carried out. `basis`: the article that authorises it."""

    word = "查封扣押"
    basis: str = ""
    approved_at: datetime | None = None
    is_urgent: bool = False
    things: tuple[Thing, ...] = ()
    officers: tuple[str, ...] = ()
    site: frozenset[str] = frozenset()  # told, heard, minutes, signed, witnessed, listed, delivered
    is_party_present: bool = True
    is_delegated: bool = False


@dataclass(frozen=True, kw_only=True)
class SeizureApproved(Happening):
    """The head answered the report of an urgent measure. `of`, here and below: the ref of the seizure, "" where it is not said."""

    word = "补办批准"
    of: str = ""
    approves: bool = True


@dataclass(frozen=True, kw_only=True)
class SeizureExtended(Happening):
    word = "延长查封扣押"
    of: str = ""
    days: int = 0
    is_told: bool = True
    is_complex: bool = True


@dataclass(frozen=True, kw_only=True)
class Tested(Happening):
    """Testing, inspection, quarantine or appraisal of what was seized, told to the party in writing."""

    word = "检测鉴定"
    of: str = ""
    until: date | None = None
    is_told: bool = True


@dataclass(frozen=True, kw_only=True)
class SeizureEnded(Happening):
    """Lifted or settled; what became of each thing."""

    word = "解除处理"
    of: str = ""
    things: tuple[Thing, ...] = ()
    way: str = "returned"


@dataclass(frozen=True, kw_only=True)
class Urged(Happening):
    """A demand 催告 before enforcement; `on`: served; `says`: deadline, way, amount, rights.

    `of`, here and below: the ref of the execution, "" where it is not said.
    """

    word = "催告"
    of: str = ""
    by_on: date | None = None
    days: int | None = None  # working days that it leaves, where it says how many
    says: frozenset[str] = frozenset()
    method: str = "direct"
    was_tried_directly: bool = True


@dataclass(frozen=True, kw_only=True)
class Enforced(Happening):
    """The authority itself enforces. `way`: late_penalty | substitute | demolition | auction | transfer | clear_now …"""

    word = "强制执行"
    of: str = ""
    way: str = ""
    executor: str = ""
    basis: str = ""  # the law that gives the power
    starts_at: datetime | None = None
    is_urgent: bool = False
    cuts_supply: bool = False  # water, power, heat or gas of residents
    is_party_told: bool = True
    is_announced: bool = True
    is_charged_by_government: bool = True
    has_minutes: bool = True
    has_film: bool = True
    is_witnessed: bool = True
    is_supervised: bool = True
    is_hiding: bool = False  # signs of moving or hiding property
    cost: Decimal = Decimal(0)
    charged: Decimal = Decimal(0)
    threat: str = ""  # traffic | pollution | resources
    is_public_place: bool = False


@dataclass(frozen=True, kw_only=True)
class EnforcementStopped(Happening):
    """Suspended or ended; `ground` is the statutory case."""

    word = "中止终结执行"
    of: str = ""
    way: str = "suspended"  # suspended | resumed | ended
    ground: str = ""


@dataclass(frozen=True, kw_only=True)
class MadeGood(Happening):
    """Restored, returned or compensated after what was enforced fell (行政强制法 §41)."""

    word = "回转赔偿"


@dataclass(frozen=True, kw_only=True)
class CourtAsked(Happening):
    """The court is asked to enforce; `signs`: head, seal, date."""

    word = "申请法院执行"
    signs: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True)
class CourtAnswered(Happening):
    """What the court answered, in its words; `is_of_higher`: on review by the court above it."""

    word = "法院答复"
    says: str = ""
    is_of_higher: bool = False


@dataclass(frozen=True, kw_only=True)
class Inspected(Happening):
    word = "行政检查"
    officers: tuple[str, ...] = ()
    showed_certificates: bool = True
    is_approved: bool = True
    item: str = ""
    is_item_listed: bool = True
    has_minutes: bool = True
    fee: Decimal = Decimal(0)


@dataclass(frozen=True, kw_only=True)
class Levied(Happening):
    word = "征收"
    basis: str = ""
    amount: Decimal = Decimal(0)
    rate: Decimal | None = None
    quantity: Decimal | None = None
    late_fee: Decimal = Decimal(0)
    is_late_fee_told: bool = True
    late_basis: str = ""


@dataclass(frozen=True, kw_only=True)
class Requisitioned(Happening):
    word = "征用"
    by_government: bool = True
    is_emergency: bool = True
    things: tuple[Thing, ...] = ()
    signs: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class RequisitionEnded(Happening):
    word = "征用返还"
    returned: tuple[str, ...] = ()
    damaged: tuple[str, ...] = ()
    compensated: tuple[str, ...] = ()
