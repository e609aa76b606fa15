"""What can happen after the decision of a penalty, and beside its road: payment, periods, challenge, crime, records, copies."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from tests.lawful.chronicle.happening import Happening


@dataclass(frozen=True, kw_only=True)
class Paid(Happening):
    """`ground`: why cash was taken: small | hard_later | remote_asked; "" for a payment at the bank."""

    word = "缴款"
    amount: Decimal = Decimal(0)
    receipt: str = ""
    in_cash: bool = False
    ground: str = ""


@dataclass(frozen=True, kw_only=True)
class CashMoved(Happening):
    """Cash taken by officers went on: to the authority, from there to the bank (`target`: authority | bank)."""

    word = "上交现金"
    target: str = "authority"


@dataclass(frozen=True, kw_only=True)
class Confiscated(Happening):
    """What the decision confiscates was really taken; `measure`: goods | gains."""

    word = "执行没收"
    measure: str = "goods"


@dataclass(frozen=True, kw_only=True)
class Charged(Happening):
    """A late penalty 加处罚款 as of `on`."""

    word = "加处罚款"
    amount: Decimal = Decimal(0)
    days: int = 0


@dataclass(frozen=True)
class Instalment:
    due: date
    amount: Decimal


@dataclass(frozen=True, kw_only=True)
class Postponed(Happening):
    """Deferral or instalments were granted until `until` (行政处罚法 §66)."""

    word = "延期分期"
    until: date | None = None
    instalments: tuple[Instalment, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Extended(Happening):
    """The 90 days were extended by `days`; `basis` is the law, regulation or rule that allows it."""

    word = "延长办案期限"
    days: int = 0
    basis: str = ""


@dataclass(frozen=True, kw_only=True)
class LateExplained(Happening):
    """The head's recorded reason why a decision comes after the last lawful extension."""

    word = "超期说明"
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class Excluded(Happening):
    """Days from `since` to `until` that do not count: appraisal, hearing, suspension; `basis` as above."""

    word = "扣除期间"
    since: date | None = None
    until: date | None = None
    basis: str = ""


@dataclass(frozen=True, kw_only=True)
class Challenged(Happening):
    """Reconsideration or litigation ran from `on` to `until` (None: still runs)."""

    word = "复议诉讼"
    way: str = "reconsideration"
    until: date | None = None


@dataclass(frozen=True, kw_only=True)
class Overturned(Happening):
    """The decision was changed, revoked, held unlawful or void; `by_whom` court, reconsideration, self."""

    word = "撤销变更"
    by_whom: str = "self"
    ground: str = ""
    fine: Decimal | None = None  # to what it was changed
    has_judgment: bool = True  # what others decided is on record, with its number and its day
    orders_anew: bool = False
    contrary_by: str = ""  # who asked for more than the party was fined


@dataclass(frozen=True, kw_only=True)
class RecusalAsked(Happening):
    word = "申请回避"
    of: str = ""


@dataclass(frozen=True, kw_only=True)
class RecusalDecided(Happening):
    word = "回避决定"
    of: str = ""
    is_granted: bool = False


@dataclass(frozen=True, kw_only=True)
class Suspected(Happening):
    """A crime is suspected: report, the head's answer, the transfer, the police's answer (移送规定 §5–§11)."""

    word = "涉嫌犯罪"
    stage: str = "reported"  # reported | answered | transferred | returned
    approves: bool = True


@dataclass(frozen=True, kw_only=True)
class Preserved(Happening):
    """Evidence was registered and kept in place 先行登记保存; `approved_on` by the head."""

    word = "登记保存"
    approved_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Sampled(Happening):
    """Samples were taken 抽样取证 (行政处罚法 §56)."""

    word = "抽样取证"


@dataclass(frozen=True, kw_only=True)
class PreservationSettled(Happening):
    word = "登记保存处理"
    way: str = ""


@dataclass(frozen=True, kw_only=True)
class Educated(Happening):
    """The party was educated when no penalty was imposed (行政处罚法 §33); or a guardian was ordered to act (§30, §31)."""

    word = "教育"
    of: str = "party"  # party | guardian


@dataclass(frozen=True, kw_only=True)
class Recorded(Happening):
    """An audio or video record of a moment; from `started` to `ended`, uploaded at `at`."""

    word = "音像"
    moment: str = ""
    started: datetime | None = None
    ended: datetime | None = None
    kind: str = ""


@dataclass(frozen=True, kw_only=True)
class GapExplained(Happening):
    word = "缺漏说明"
    moment: str = ""


@dataclass(frozen=True, kw_only=True)
class Closed(Happening):
    word = "结案"
    kind: str = ""
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class ReleaseSubmitted(Happening):
    word = "公示报批"


@dataclass(frozen=True, kw_only=True)
class Published(Happening):
    """A copy went public; `content` as captions and texts. `by`: who approved; `prepared_by`: who prepared it.

    `delay_reason`: why it comes late, as who approved put it on record.
    """

    word = "公示"
    copy: str = ""
    content: tuple[tuple[str, str], ...] = ()
    prepared_by: str = ""
    delay_reason: str = ""
    ends_on: date | None = None
    is_live: bool = True


@dataclass(frozen=True, kw_only=True)
class Unpublished(Happening):
    """A copy was withdrawn or corrected; `way`: withdrawn | corrected. Running out leaves no entry."""

    word = "撤下公示"
    copy: str = ""
    way: str = "withdrawn"
    reason: str = ""
