"""The lines and limits of the penalty law: simplified procedure, hearing, age, limitation, late penalty, remedies."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from sanzhi.law.deadlines import add_months
from sanzhi.law.derivation import charged_fen
from sanzhi.law.measures import HEARING as HEARING_MEASURES
from sanzhi.law.measures import Weight


@dataclass(frozen=True)
class Limit:
    """An amount in yuan with the article that sets it."""

    amount: Decimal
    citation: str


# 行政处罚法 §51；个体工商户从严按公民限额
SIMPLIFIED = {
    "person": Limit(Decimal(200), "行政处罚法第五十一条"),
    "individual_business": Limit(Decimal(200), "行政处罚法第五十一条（个体工商户从严按公民限额）"),
    "organisation": Limit(Decimal(3000), "行政处罚法第五十一条"),
}
# 河南省行政处罚听证办法（省令204号）§4（摘录）；没收按同额；个体工商户从严按公民标准
HEARING = {
    "person": Limit(Decimal(5000), "河南省行政处罚听证办法第四条"),
    "individual_business": Limit(Decimal(5000), "河南省行政处罚听证办法第四条（个体工商户从严按公民标准）"),
    "organisation": Limit(Decimal(50000), "河南省行政处罚听证办法第四条"),
}
ON_THE_SPOT_COLLECTION = Limit(Decimal(100), "行政处罚法第六十八条")
LATE_PER_DAY = Decimal("0.03")
# 行政处罚法 §§67, 68, 70
PAYMENT_ON_THE_SPOT = (
    "罚款应当自收到本决定书之日起十五日内到指定的银行或者通过电子支付系统缴纳；依法可以当场收缴的，"
    "当场收缴时出具国务院财政部门或者省级财政部门统一制发的专用票据，不出具的有权拒绝缴纳。"
)


def simplified_limit(kind: str) -> Limit:
    """The largest fine on the spot for a respondent of `kind`."""
    return SIMPLIFIED[kind]


def hearing_line_reached(kind: str, weight: Weight) -> bool:
    """Whether the proposed penalty entitles to a hearing (行政处罚法 §63; F3-11: 以上 includes the figure)."""
    line = HEARING[kind].amount
    return weight.fine >= line or weight.confiscated >= line or bool(weight.measures & HEARING_MEASURES)


class Responsibility(StrEnum):
    """行政处罚法 §30: under 14 none, 14 to 18 lesser or reduced."""

    NONE = "none"
    REDUCED = "reduced"
    FULL = "full"


def responsibility(born_on: date, acted_on: date) -> Responsibility:
    """A year of age is completed on the day after the birthday (记忆: criminal practice; the reading kinder to the young)."""
    if acted_on <= add_months(born_on, 14 * 12):
        return Responsibility.NONE
    return Responsibility.REDUCED if acted_on <= add_months(born_on, 18 * 12) else Responsibility.FULL


class Mitigation(StrEnum):
    """What allows a penalty below the range, each by its article (行政处罚法 §30, §31, §32); no other words do."""

    YOUNG = "行政处罚法第三十条"
    CLOUDED = "行政处罚法第三十一条"
    UNDONE = "行政处罚法第三十二条第一项"
    FORCED = "行政处罚法第三十二条第二项"
    CONFESSED = "行政处罚法第三十二条第三项"
    HELPED = "行政处罚法第三十二条第四项"
    OTHER = "行政处罚法第三十二条第五项"

    @property
    def label(self) -> str:
        return f"{MITIGATIONS[self]}（{self.removeprefix('行政处罚法')}）"


MITIGATIONS = {
    Mitigation.YOUNG: "已满十四周岁不满十八周岁",
    Mitigation.CLOUDED: "尚未完全丧失辨认或者控制自己行为能力的精神病人、智力残疾人",
    Mitigation.UNDONE: "主动消除或者减轻违法行为危害后果",
    Mitigation.FORCED: "受他人胁迫或者诱骗",
    Mitigation.CONFESSED: "主动供述行政机关尚未掌握的违法行为",
    Mitigation.HELPED: "配合行政机关查处违法行为有立功表现",
    Mitigation.OTHER: "法律、法规、规章规定的其他情形",
}


def limitation_ends(ended_on: date, *, endangers_life: bool = False) -> date:
    """The last day on which an act that ended on `ended_on` can still be discovered (行政处罚法 §36)."""
    return add_months(ended_on, (5 if endangers_life else 2) * 12)


@dataclass(frozen=True)
class LatePenalty:
    """`amount` in yuan for `days` days of delay; `capped` when it has reached the fine itself."""

    amount: Decimal
    days: int
    capped: bool


def late_penalty(fine: Decimal, *, due_on: date, until: date, suspended_days: int = 0) -> LatePenalty:
    """3 % of the fine for each day after `due_on`, at most the fine; days under reconsideration or litigation are out.

    行政处罚法 §72(1), §73(3).
    """
    days = max((until - due_on).days - suspended_days, 0)
    raw = charged_fen(fine * LATE_PER_DAY * days)
    return LatePenalty(min(raw, fine), days, raw >= fine)


def late_penalty_on(unpaid: Iterable[Decimal], *, fine: Decimal) -> LatePenalty:
    """3 % of what was unpaid on each late day, never above the fine (行政处罚法 §72(1); 部分缴纳后的基数：记忆)."""
    days = list(unpaid)
    raw = charged_fen(sum((amount * LATE_PER_DAY for amount in days), Decimal(0)))
    return LatePenalty(min(raw, fine), len(days), raw >= fine)


def ordinary_remedy(reconsideration_body: str, court: str) -> str:
    """行政复议法 §20, 行政诉讼法 §46: sixty days, or six months."""
    return (
        f"如不服本决定，可以自收到本决定书之日起六十日内向{reconsideration_body}申请行政复议，"
        f"也可以自收到本决定书之日起六个月内依法直接向{court}提起行政诉讼。"
        "行政复议、行政诉讼期间，本决定不停止执行，法律另有规定的除外。"
    )


def order_remedy(reconsideration_body: str, court: str) -> str:
    """As above, against the notice of an order to correct."""
    return ordinary_remedy(reconsideration_body, court).replace("本决定", "本通知")


def simplified_remedy(reconsideration_body: str, court: str) -> str:
    """行政复议法 §23(1): a penalty decided on the spot goes to reconsideration first."""
    return (
        f"如不服本决定，应当自收到本决定书之日起六十日内先向{reconsideration_body}申请行政复议；"
        f"对行政复议决定不服的，可以自收到行政复议决定书之日起十五日内向{court}提起行政诉讼。"
        "行政复议、行政诉讼期间，本决定不停止执行，法律另有规定的除外。"
    )
