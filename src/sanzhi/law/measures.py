"""Measures as codes: the kinds of penalty of 行政处罚法 §9, what entitles to a hearing, what is heavier than what.

The wording of a measure is made from its code; nothing is ever decided by the wording.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from sanzhi.law.chinese_numbers import NUMERAL
from sanzhi.law.chinese_numbers import number_of as number_in
from sanzhi.law.money import money_text, yuan, yuan_text


class Disposal(StrEnum):
    """What is decided: at the end of an investigation (行政处罚法 §57), on coercion (行政强制法 §18, §37; 城乡规划法
    §64), on money and things, on a licence.

    行政许可法 §38: granted or refused; §49, §50: changed, renewed; §69: rescinded 撤销; §8: recalled 撤回; §70: cancelled 注销.
    """

    PUNISH = "punish"
    SPARE = "spare"
    SEIZE = "seize"
    ENFORCE = "enforce"
    PROXY = "proxy"
    CLEAR = "clear"
    LEVY = "levy"
    REQUISITION = "requisition"
    COMPENSATE = "compensate"
    GRANT = "grant"
    REFUSE = "refuse"
    AMEND = "amend"
    RENEW = "renew"
    RESCIND = "rescind"
    RECALL = "recall"
    CANCEL = "cancel"
    DEMOLISH = "demolish"


DISPOSAL_NAMES = {
    Disposal.PUNISH: "给予处罚",
    Disposal.SPARE: "不予处罚",
    Disposal.SEIZE: "查封扣押",
    Disposal.ENFORCE: "强制执行",
    Disposal.PROXY: "代履行",
    Disposal.CLEAR: "立即代履行",
    Disposal.LEVY: "征收",
    Disposal.REQUISITION: "征用",
    Disposal.COMPENSATE: "补偿",
    Disposal.GRANT: "准予许可",
    Disposal.REFUSE: "不予许可",
    Disposal.AMEND: "变更",
    Disposal.RENEW: "延续",
    Disposal.RESCIND: "撤销许可",
    Disposal.RECALL: "撤回许可",
    Disposal.CANCEL: "注销许可",
    Disposal.DEMOLISH: "限期拆除",
}


class Measure(StrEnum):
    """What may be imposed: penalties (行政处罚法 §9, in its order; detention is not ours, §18(3)), coercion (行政强制法 §9, §12).

    Beside them levies, requisitions and what is paid for these.
    """

    WARNING = "warning"
    CRITICISM = "criticism"
    FINE = "fine"
    CONFISCATION_OF_GAINS = "confiscation_of_gains"
    CONFISCATION_OF_GOODS = "confiscation_of_goods"
    SUSPENSION = "suspension"
    DOWNGRADE = "downgrade"
    REVOCATION = "revocation"
    RESTRICTION = "restriction"
    HALT = "halt"
    CLOSURE = "closure"
    BAN = "ban"
    SEAL = "seal"
    DETAIN = "detain"
    PROXY = "proxy"
    DEMOLITION = "demolition"
    SALE = "sale"
    LEVY = "levy"
    REQUISITION = "requisition"
    COMPENSATION = "compensation"

    @property
    def label(self) -> str:
        return CAPTIONS[self]


CAPTIONS = {
    Measure.WARNING: "警告",
    Measure.CRITICISM: "通报批评",
    Measure.FINE: "罚款",
    Measure.CONFISCATION_OF_GAINS: "没收违法所得",
    Measure.CONFISCATION_OF_GOODS: "没收非法财物",
    Measure.SUSPENSION: "暂扣许可证件",
    Measure.DOWNGRADE: "降低资质等级",
    Measure.REVOCATION: "吊销许可证件",
    Measure.RESTRICTION: "限制开展生产经营活动",
    Measure.HALT: "责令停产停业",
    Measure.CLOSURE: "责令关闭",
    Measure.BAN: "限制从业",
    Measure.SEAL: "查封",
    Measure.DETAIN: "扣押",
    Measure.PROXY: "代履行",
    Measure.DEMOLITION: "强制拆除",
    Measure.SALE: "拍卖、依法处理查封扣押的财物抵缴",
    Measure.LEVY: "征收",
    Measure.REQUISITION: "征用",
    Measure.COMPENSATION: "补偿",
}
PAID = frozenset({Measure.LEVY, Measure.COMPENSATION})
HOLDS = frozenset({Measure.SEAL, Measure.DETAIN, Measure.DEMOLITION, Measure.REQUISITION})
CONFISCATIONS = frozenset({Measure.CONFISCATION_OF_GAINS, Measure.CONFISCATION_OF_GOODS})
# 行政处罚法 §63(1): whoever is threatened with these may ask for a hearing, whatever they cost
HEARING = frozenset({Measure.DOWNGRADE, Measure.REVOCATION, Measure.HALT, Measure.CLOSURE, Measure.BAN})
# how a statute names what stands beside a warning and a fine
WORDS = {
    Measure.CRITICISM: "通报批评",
    Measure.CONFISCATION_OF_GAINS: "没收[^；。]*违法(?:所得|收入)",
    Measure.CONFISCATION_OF_GOODS: "没收(?!违法(?:所得|收入)(?:[；。]|$))|予以没收",
    Measure.SUSPENSION: "暂扣",
    Measure.DOWNGRADE: "降低资质",
    Measure.REVOCATION: "吊销",
    Measure.RESTRICTION: "限制(?:开展)?生产",
    Measure.HALT: "停产|停业|停工|暂停施工",
    Measure.CLOSURE: "关闭",
    Measure.BAN: "限制从业|禁止从业",
}


# 责令改正；拒不改正的责令停工整治
IF_REFUSED = r"(?:^|[；。])(?:拒不|逾期[不未])改正的[^；。]*"

# 可以报经有批准权的人民政府批准，责令停业: not for the authority alone
BY_OTHERS = r"[^；。]*报(?:经|请)[^；。]*"
# left to the authority, or depending on what was found
A_CHOICE = "可以|或者|不能|情节严重|严重后果"


def measures_in(text: str, *, refused: bool = True) -> frozenset[Measure]:
    """The measures that the words of a statute provide; some of them only against who `refused` to correct."""
    ours = re.sub(BY_OTHERS, "", text)
    applicable = ours if refused else re.sub(IF_REFUSED, "", ours)
    return frozenset(measure for measure, words in WORDS.items() if re.search(words, applicable))


def mandatory_in(text: str, *, refused: bool = True) -> frozenset[Measure]:
    """What the words leave no choice about: 没收烧烤工具, 吊销许可证, and 责令停业整治 for who `refused` to correct.

    Not 可以没收, not 限期处理或者予以没收, not what a person must find first: 不能拆除的, 情节严重的. Gains are taken as they were found.
    """
    ours = re.sub(BY_OTHERS, "", text)
    clauses = re.split("[；。，]", ours if refused else re.sub(IF_REFUSED, "", ours))
    plain = [clause for clause in clauses if not re.search(A_CHOICE, clause)]
    found = {measure for clause in plain for measure in measures_in(clause)}
    found |= {Measure.WARNING} if any("警告" in clause for clause in plain) else set()
    return frozenset(found - {Measure.CONFISCATION_OF_GAINS})


@dataclass(frozen=True)
class Term:
    """One measure of a proposal or decision: the yuan that it takes, the thing that it takes hold of."""

    measure: Measure
    amount: Decimal | None = None
    thing: str = ""

    @property
    def text(self) -> str:
        """警告 · 罚款200元（人民币贰佰元整） · 没收烧烤炉一台"""
        if self.measure == Measure.FINE:
            return yuan_text(self.amount or Decimal(0))
        if self.measure == Measure.CONFISCATION_OF_GOODS and self.thing:
            return f"没收{self.thing}"
        if self.measure in PAID:
            return f"{self.measure.label}{self.thing}{money_text(self.amount or Decimal(0))}"
        if self.measure in HOLDS and self.thing:
            return f"{self.measure.label}{self.thing}"
        if self.measure == Measure.CONFISCATION_OF_GAINS and self.amount:
            return f"没收违法所得{money_text(self.amount)}"
        return self.measure.label

    def as_row(self) -> dict[str, str]:
        """Plain values, as they are stored."""
        amount = "" if self.amount is None else str(self.amount)
        return {"measure": self.measure.value, "amount": amount, "thing": self.thing}


def terms_of(rows: Iterable[Mapping[str, str]]) -> tuple[Term, ...]:
    """The terms of stored rows."""
    return tuple(
        Term(Measure(row["measure"]), Decimal(row["amount"]) if row["amount"] else None, row["thing"])
        for row in rows
    )


def described(terms: Iterable[Term]) -> str:
    """警告；罚款200元（人民币贰佰元整）；没收烧烤炉一台, in the order of 行政处罚法 §9."""
    order = list(Measure)
    return "；".join(term.text for term in sorted(terms, key=lambda term: order.index(term.measure)))


@dataclass(frozen=True)
class Weight:
    """What a penalty weighs: amounts in yuan, measures as codes; nothing at all where no penalty is proposed.

    `confiscated` is the worth of gains and goods together, `gains` that of the gains; `things` are what is taken.
    `levied` is what the party owes, `compensated` what it is to get: of that less is heavier.
    """

    warns: bool = False
    fine: Decimal = Decimal(0)
    confiscated: Decimal = Decimal(0)
    measures: frozenset[Measure] = frozenset()
    gains: Decimal = Decimal(0)
    things: frozenset[str] = frozenset()
    levied: Decimal = Decimal(0)
    compensated: Decimal = Decimal(0)

    @classmethod
    def of(cls, terms: Iterable[Term]) -> "Weight":
        """`measures` are those beside a warning and a fine."""
        rows, money = tuple(terms), {Measure.WARNING, Measure.FINE}
        return cls(
            any(row.measure == Measure.WARNING for row in rows),
            _sum(row for row in rows if row.measure == Measure.FINE),
            _sum(row for row in rows if row.measure in CONFISCATIONS),
            frozenset(row.measure for row in rows) - money,
            _sum(row for row in rows if row.measure == Measure.CONFISCATION_OF_GAINS),
            frozenset(thing for row in rows if row.measure not in PAID for thing in things_in(row.thing)),
            _sum(row for row in rows if row.measure == Measure.LEVY),
            _sum(row for row in rows if row.measure == Measure.COMPENSATION),
        )

    @property
    def goods(self) -> Decimal:
        return self.confiscated - self.gains


def _sum(terms: Iterable[Term]) -> Decimal:
    return sum((row.amount or Decimal(0) for row in terms), Decimal(0))


def exceeds(new: Weight, old: Weight) -> tuple[str, ...]:
    """In what `new` is heavier: a larger amount, a measure or a thing without a counterpart in `old` (行政处罚法 §44, §45)."""
    more = []
    if new.fine > old.fine:
        more.append(
            f"罚款{yuan(new.fine)}元高于{yuan(old.fine)}元" if old.fine else f"增加罚款{yuan(new.fine)}元"
        )
    if new.gains > old.gains:
        more.append(f"没收违法所得{yuan(new.gains)}元高于{yuan(old.gains)}元")
    if new.goods > old.goods:
        more.append(f"没收价值{yuan(new.goods)}元高于{yuan(old.goods)}元")
    if new.levied > old.levied:
        more.append(f"征收{yuan(new.levied)}元高于{yuan(old.levied)}元")
    if new.compensated < old.compensated:
        more.append(f"补偿{yuan(new.compensated)}元低于{yuan(old.compensated)}元")
    more += [f"增加没收{thing}" for thing in sorted(new.things) if not _is_among(thing, old.things)]
    more += [f"增加{row.label}" for row in Measure if row in new.measures - old.measures]
    if new.warns and old == Weight():
        more.append("增加警告")
    return tuple(more)


def things_in(text: str) -> frozenset[str]:
    """The things that a list in words names: 烧烤炉一台、烤架两副."""
    parts = re.split(r"[、，,；;。/+＋]|以及|\s+", text)
    return frozenset(part for part in parts if part)


def _is_among(thing: str, told: frozenset[str]) -> bool:
    """The same words, or the same thing in no greater number; any other wording is another thing."""
    count, name = _counted(thing)
    known = {said: number for number, said in map(_counted, told)}
    most = known.get(name)
    return thing in told or (count is not None and most is not None and count <= most)


def missing_among(things: Iterable[str], taken: frozenset[str]) -> list[str]:
    """What is not taken as well: named otherwise, or in a smaller number."""
    return [thing for thing in sorted(things) if not _is_among(thing, taken)]


def are_alike(one: str, other: str) -> bool:
    """Whether two wordings name one thing, however many of it."""
    return _counted(one)[1] == _counted(other)[1]


def _counted(thing: str) -> tuple[int | None, str]:
    """烤架两副 → (2, 烤架副); (None, …) where nothing is counted, or more than once."""
    hits = list(re.finditer(rf"\d{{1,9}}|{NUMERAL}", thing))
    if len(hits) != 1:
        return None, thing
    return number_in(hits[0].group()), thing[: hits[0].start()] + thing[hits[0].end() :]
