"""What can happen in the course of a penalty: one value object each, with who, when and what it saw.

`at` is the ledger's time, `on` the day that was stated; where both exist and differ, that is for the judge.
Each `by` is a person's key, or a name where a paper gives only a name. `ref` names the row (`cases.proposal:12`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from tests.lawful.chronicle.aftermath import (
    CashMoved,
    Challenged,
    Charged,
    Closed,
    Confiscated,
    Educated,
    Excluded,
    Extended,
    GapExplained,
    LateExplained,
    Overturned,
    Paid,
    Postponed,
    PreservationSettled,
    Preserved,
    Published,
    Recorded,
    RecusalAsked,
    RecusalDecided,
    ReleaseSubmitted,
    Sampled,
    Suspected,
    Unpublished,
)
from tests.lawful.chronicle.happening import Happening
from tests.lawful.chronicle.joined import Borrowed, Joined, Parted
from tests.lawful.chronicle.measures import Penalty
from tests.lawful.chronicle.people import Party

__all__ = [
    "Answered",
    "Approved",
    "Assigned",
    "CashMoved",
    "Challenged",
    "Charged",
    "Closed",
    "Confiscated",
    "Decided",
    "Discussed",
    "Educated",
    "Excluded",
    "Extended",
    "Filed",
    "Found",
    "GapExplained",
    "Gathered",
    "Happening",
    "Heard",
    "HearingAsked",
    "HearingNotified",
    "Issued",
    "Joined",
    "LateExplained",
    "Ordered",
    "Overturned",
    "Paid",
    "Parted",
    "PartyNamed",
    "Pleaded",
    "Postponed",
    "PreservationSettled",
    "Preserved",
    "Proposed",
    "Published",
    "Rechecked",
    "Recorded",
    "RecusalAsked",
    "RecusalDecided",
    "ReleaseSubmitted",
    "Reported",
    "Reviewed",
    "Sampled",
    "Served",
    "StepLeft",
    "Submitted",
    "Suspected",
    "Told",
    "Unpublished",
    "Voided",
    "Waived",
]


@dataclass(frozen=True, kw_only=True)
class Reported(Happening):
    """The lead. `happened_on`: the last day of the conduct, as reported."""

    word = "线索"
    cause: str = ""
    happened_on: date | None = None
    found_on: date | None = None
    place: str = ""
    summary: str = ""


@dataclass(frozen=True, kw_only=True)
class PartyNamed(Happening):
    word = "登记当事人"
    party: Party | None = None  # None: overwritten since


@dataclass(frozen=True, kw_only=True)
class Assigned(Happening):
    """Who handles the case from now on (`joined`), and who no longer (`left`)."""

    word = "指派"
    joined: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Filed(Happening):
    word = "立案"


@dataclass(frozen=True, kw_only=True)
class StepLeft(Happening):
    """A step of the procedure was completed. `wants`: forms that the step asks for; `has`: forms issued by then."""

    word = "完成环节"
    step: str = ""
    following: str = ""
    wants: frozenset[str] = frozenset()
    has: frozenset[str] = frozenset()
    moments: frozenset[str] = frozenset()  # must-record moments of the step
    shown: str = ""  # the step that the page of who acted showed, where it is known


@dataclass(frozen=True, kw_only=True)
class Gathered(Happening):
    """A piece of evidence; `kind` is one of the eight of 行政处罚法 §46."""

    word = "取证"
    kind: str = ""
    name: str = ""
    proves: str = ""
    is_lawful: bool = True


@dataclass(frozen=True, kw_only=True)
class Found(Happening):
    """What the investigation established; every change is a new version."""

    word = "查明"
    version: int = 1
    happened_on: date | None = None
    conduct: str = ""
    quantities: Mapping[str, Decimal] = field(default_factory=dict)
    illegal_gains: Decimal | None = None
    is_over: bool = False  # the unlawful state has ended
    endangers_life: bool = False
    evidence: tuple[str, ...] = ()
    borrowed: tuple[Borrowed, ...] = ()  # of the evidence of other cases


@dataclass(frozen=True, kw_only=True)
class Ordered(Happening):
    """An order to correct. `by_on`: the last day for it; None: at once.

    `is_written`: its paper was issued and served; `served_on`: the day of that, None where it is not known.
    """

    word = "责令改正"
    content: str = ""
    by_on: date | None = None
    is_written: bool = True
    served_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Rechecked(Happening):
    word = "复查"
    is_corrected: bool = False
    result: str = ""


@dataclass(frozen=True, kw_only=True)
class Proposed(Happening):
    word = "拟处理"
    penalty: Penalty = field(default_factory=Penalty)


@dataclass(frozen=True, kw_only=True)
class Issued(Happening):
    """A paper was issued. `content` is the data inside the PDF, `row` what the row says of the same."""

    word = "签发"
    form: str = ""
    number: str = ""
    content: Mapping[str, Any] = field(default_factory=dict)
    row: Mapping[str, Any] = field(default_factory=dict)
    signers: tuple[tuple[str, str], ...] = ()  # (role, person)
    is_by_hand: bool = False  # the officers sign on paper: who did is not known
    is_external: bool = False


@dataclass(frozen=True, kw_only=True)
class Voided(Happening):
    """`was_issued`: an original, not a draft; `form` its form; `of`: the coercion whose paper it is, "" for the penalty's."""

    word = "作废"
    of: str = ""
    form: str = ""
    paper: str = ""
    was_issued: bool = False


@dataclass(frozen=True, kw_only=True)
class Served(Happening):
    """A paper reached its addressee. `on`: the day it counts as served; `by`: who entered it.

    `to` and `relation` say who took it; `proofs`: receipt, film, witness …; `attempts`: earlier tries.
    """

    word = "送达"
    form: str = ""
    paper: str = ""
    method: str = "direct"
    to: str = ""
    relation: str = ""
    place: str = ""
    issued_on: date | None = None
    published_on: date | None = None
    proofs: frozenset[str] = frozenset()
    receipt: str = ""
    witness: str = ""
    note: str = ""
    attempts: int = 0
    has_consent: bool = False


@dataclass(frozen=True, kw_only=True)
class Told(Happening):
    """A notice before the penalty was served; `penalty` is what the paper says. `on`: the day of service."""

    word = "告知"
    form: str = ""
    paper: str = ""
    penalty: Penalty = field(default_factory=Penalty)
    rights: frozenset[str] = frozenset()  # plea, hearing
    days: int | None = None  # working days given for the plea, where the paper gives any
    to: str = ""


@dataclass(frozen=True, kw_only=True)
class Pleaded(Happening):
    word = "陈述申辩"
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class Waived(Happening):
    """The party gave up the plea, or the hearing. `proof`: signature or recording; "" is somebody's word for it."""

    word = "放弃"
    right: str = "plea"
    proof: str = ""


@dataclass(frozen=True, kw_only=True)
class Answered(Happening):
    """The plea was considered. `of`: the refs of the pleas that it answers, () for the last one before it.

    `is_accepted` None where it is not said.
    """

    word = "复核"
    is_accepted: bool | None = None
    text: str = ""
    of: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class HearingAsked(Happening):
    word = "申请听证"


@dataclass(frozen=True, kw_only=True)
class HearingNotified(Happening):
    """`on` is the day that was stated; `is_written`: its paper was issued and served, on `served_on` where that is known."""

    word = "通知听证"
    held_on: date | None = None
    place: str = ""
    chair: str = ""
    is_written: bool = True
    served_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Heard(Happening):
    """The hearing ended. `by` concluded it; `papers` are the forms issued of it (D36 announcement, D37 minutes, D38 report).

    `closed_for`: why it was not public: state_secret | trade_secret | privacy, "" for no reason at all.
    """

    word = "听证"
    held_on: date | None = None
    chair: str = ""
    is_abandoned: bool = False
    has_left: bool = False  # came, and went without leave: heard so far, the rest given up
    is_public: bool = True
    closed_for: str = ""
    papers: frozenset[str] = frozenset()
    begins: str = ""  # the hour that was notified: 9:00
    attendees: str = ""
    minutes: str = ""
    costs_borne_by_party: bool = False


@dataclass(frozen=True, kw_only=True)
class Submitted(Happening):
    word = "送审"
    materials: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Reviewed(Happening):
    """A legal review; `saw` is the proposal that stood when it was submitted."""

    word = "法制审核"
    verdict: str = "agreed"
    saw: Penalty | None = None
    round: int = 1


@dataclass(frozen=True, kw_only=True)
class Discussed(Happening):
    """Collective discussion by the heads. `conclusion`: punish | spare | unclear, read from its words."""

    word = "集体讨论"
    began: datetime | None = None
    chair: str = ""
    participants: tuple[str, ...] = ()
    text: str = ""
    conclusion: str = "punish"
    saw: Penalty | None = None
    is_overwritten: bool = False


@dataclass(frozen=True, kw_only=True)
class Approved(Happening):
    """The head approved what the paper (D40) says."""

    word = "审批"
    saw: Penalty | None = None
    form: str = "D40"


@dataclass(frozen=True, kw_only=True)
class Decided(Happening):
    """`paper`: the decision's paper as issued; `says`: its data. `is_major` as the platform itself held it."""

    word = "决定"
    penalty: Penalty = field(default_factory=Penalty)
    is_simplified: bool = False
    is_major: bool = False
    paper: str = ""
    number: str = ""
    says: Mapping[str, Any] = field(default_factory=dict)
    rights_told: bool = True  # on the spot: content, facts, reasons, basis and rights were told
