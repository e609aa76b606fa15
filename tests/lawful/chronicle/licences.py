"""What happens to an application and to a licence, and what a judge must know beside it: the item, licences, bans."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from tests.lawful.chronicle.happening import Happening


@dataclass(frozen=True)
class Item:
    """A row of the bureau's list of licences, as it was in force. Terms are working days, `longest_months` months.

    `at_once`: by the caption of a question (or "days" for the term asked for) up to which figure, or for which choice, it
    is decided on the spot; `first`: what comes before the decision (听证, 公示).
    """

    code: str = ""
    limit_days: int = 20
    extension_days: int = 10
    silence_days: int = 10
    on_site: bool = False
    first: str = ""
    longest_months: int = 0
    basis: str = ""
    materials: frozenset[str] = frozenset()
    is_renewable: bool = True
    cooldown_days: int = 0
    is_of_safety: bool = False
    needed: frozenset[str] = frozenset()
    applicants: frozenset[str] = frozenset()  # kinds of party: person | organisation | individual_business
    at_once: Mapping[str, Decimal | str] = field(default_factory=dict)


@dataclass(frozen=True)
class Held:
    """A licence. `since`: its first day. `until` as it was written when the case at hand began; `holder` is the identity of who holds it."""

    ref: str = ""
    item: str = ""
    place: str = ""
    holder: str = ""
    granted_on: date | None = None
    since: date | None = None
    until: date | None = None
    ended_on: date | None = None
    cancelled_on: date | None = None

    def lives_on(self, day: date) -> bool:
        """Granted, neither run out nor ended."""
        is_begun = self.granted_on is not None and self.granted_on <= day
        return is_begun and (self.until is None or day <= self.until) and not self.has_ended_on(day)

    def has_ended_on(self, day: date) -> bool:
        return self.ended_on is not None and self.ended_on <= day


@dataclass(frozen=True)
class Barred:
    """From when somebody may not apply again, and why: hiding (行政许可法 §78) | fraud (§79)."""

    since: date | None = None
    ground: str = ""
    item: str = ""


@dataclass(frozen=True)
class Licensing:
    """`own`: the licence that is changed, renewed or ended; `others`: all other licences of the item for the place."""

    item: Item | None = None
    own: Held | None = None
    others: tuple[Held, ...] = ()
    bars: tuple[Barred, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Applied(Happening):
    """`on`: the day on which it came in. `asks`: new | change | renewal; `answers` by the caption of the question.

    `content`: the letters of what is asked for, as in the terms of what is granted.
    """

    word = "许可申请"
    is_complete: bool = True
    affects_others: bool = False
    needs_site_check: bool = False
    asks: str = "new"
    materials: frozenset[str] = frozenset()
    answers: Mapping[str, str] = field(default_factory=dict)
    content: str = ""
    starts_on: date | None = None
    ends_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class MaterialsCame(Happening):
    word = "收到材料"
    materials: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Supplemented(Happening):
    """The applicant was told, once and all at once, what is missing."""

    word = "补正告知"
    missing: frozenset[str] = frozenset()
    defects: str = ""


@dataclass(frozen=True, kw_only=True)
class Accepted(Happening):
    """Accepted or refused to accept; `on`: from when it counts; `is_sealed`: a dated voucher with the special seal."""

    word = "受理"
    is_accepted: bool = True
    is_sealed: bool = True
    ground: str = ""


@dataclass(frozen=True, kw_only=True)
class TakenBack(Happening):
    """The applicant took it back, or counts as having done so. `way`: withdrawn | lapsed."""

    word = "撤回申请"
    way: str = "withdrawn"
    proof: str = ""


@dataclass(frozen=True, kw_only=True)
class OthersTold(Happening):
    """Interested third persons were told (行政许可法 §36), or offered a hearing (§47)."""

    word = "告知利害关系人"
    offers_hearing: bool = False


@dataclass(frozen=True, kw_only=True)
class OthersSpoke(Happening):
    """What one of them said (nothing: expressly no objection), and how it was weighed."""

    word = "利害关系人意见"
    text: str = ""
    answer: str = ""


@dataclass(frozen=True, kw_only=True)
class SiteChecked(Happening):
    """Whether the papers are true; on the spot or from the papers. `on`: the day of it."""

    word = "现场核查"
    officers: tuple[str, ...] = ()
    is_on_site: bool = True
    fits: bool = True


@dataclass(frozen=True, kw_only=True)
class ShownToAll(Happening):
    word = "公示申请"
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, kw_only=True)
class LicenceHearingTold(Happening):
    """`is_owed`: held whether somebody asks or not. `told_on`: the day on which its paper was served."""

    word = "告知听证权利"
    is_owed: bool = False
    told_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class LicenceHearingSet(Happening):
    """`told_on`: the day on which the notice of this day, place and chair was served."""

    word = "确定听证"
    held_on: date | None = None
    chair: str = ""
    told_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class LicenceHeard(Happening):
    word = "听证"
    held_on: date | None = None
    chair: str = ""
    minutes: str = ""


@dataclass(frozen=True, kw_only=True)
class TimeLeftOut(Happening):
    """`on`: since when; `until`: the day on which it was over, None while it lasts; `told_on`: told in writing."""

    word = "不计入期限"
    ground: str = ""
    until: date | None = None
    told_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class LicenceExtended(Happening):
    word = "延长许可期限"
    days: int = 10
    approver: str = ""
    is_told: bool = True


@dataclass(frozen=True, kw_only=True)
class LicenceDelayExplained(Happening):
    word = "说明超期原因"


@dataclass(frozen=True, kw_only=True)
class LicenceProposed(Happening):
    """`was_false`: the applicant hid something or handed in false papers."""

    word = "拟办意见"
    is_granted: bool = True
    terms: str = ""  # what is granted and for how long, in one line
    was_false: bool = False


@dataclass(frozen=True, kw_only=True)
class Licensed(Happening):
    """Granted, changed, renewed, or refused. `expires_on`: when the licence that is renewed runs out."""

    word = "许可决定"
    is_granted: bool = True
    reason: str = ""
    says_remedy: bool = True
    fee: Decimal = Decimal(0)
    fee_basis: str = ""
    is_renewal: bool = False
    is_change: bool = False
    expires_on: date | None = None
    terms: str = ""
    valid_from: date | None = None
    valid_until: date | None = None


@dataclass(frozen=True, kw_only=True)
class Certified(Happening):
    """A certificate was issued. `terms` as the paper has them, `holder` its name for who holds it."""

    word = "制作许可证件"
    holder: str = ""
    terms: str = ""


@dataclass(frozen=True, kw_only=True)
class Delivered(Happening):
    word = "颁发证件"


@dataclass(frozen=True, kw_only=True)
class LicenceEnded(Happening):
    """`code`: annulled (§69) | withdrawn (§8) | cancelled (§70) | revoked (a penalty); `ground` a word or its code.

    `is_penalised`: a penalty that revokes it, of the same holder, still stands.
    """

    word = "许可终止"
    code: str = ""
    ground: str = ""
    is_compensated: bool = False
    is_penalised: bool = False
