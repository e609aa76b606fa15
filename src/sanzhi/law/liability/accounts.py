"""The last look at a draft: each phrase of its clause that orders a penalty must stand in one of its fields, or is unread."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from sanzhi.law.citations import parse_citations
from sanzhi.law.fine_spans import FIGURE, amount_of
from sanzhi.law.fines import FormulaError, parse_formula
from sanzhi.law.liability.clauses import WIDE
from sanzhi.law.liability.drafts import PassedOver, PenaltyDraft, article_of
from sanzhi.law.liability.phrases import why_others

# 吊销许可证, 责令停产停业, 处拘留: each named thing of 没收违法所得、吊销许可证 for itself
ORDERED = re.compile(
    r"(?<![被已受])(?:没收|吊销|暂扣|降低资质|限制从业|禁止从业|限制开展)[^、或和及并，（）的]{0,6}"
    r"|(?<=责令)(?:停业|停产|关闭)|(?<=[、者])(?:停业|停产|关闭)|拘留|停业整顿"
)
# 违反本条例第三条, and who is to punish it, up to what is ordered
VIOLATED = re.compile(r"违反[^，]*?第[^，]*?条[^，]*")
BY = re.compile(
    r"(?<![自经理事])由(?P<name>[^，由]{1,40}?(?:部门|机关|局|委员会|政府|办事处))"
    r"(?=(?:依法|按照[^，]*)?$|.*(?:责令|(?<![查办])处(?![理置分室长])|给予|没收|吊销|暂扣|罚|警告|决定))"
    r"|^(?P<first>[^，对由的]{2,30}(?:部门|机关|局|委员会|政府))(?:应当|可以|依法)*(?=对于?(?:下列|以下|违反))"
)
VERB = re.compile(
    r"责令|没收|吊销|暂扣|降低资质|限制从业|禁止从业|限制开展|暂停|给予|(?<!办事)处(?![理置分室长])"
)
SUM = re.compile(rf"(百分之)?({FIGURE})(元|倍|%|％)?")
FINED = re.compile(rf"(?<!办事)处以?[^，的]{{0,30}}罚款|罚款[^，的]{{0,6}}{FIGURE}元")


# of an item below 有下列行为之一的，处二百元以上五百元以下罚款：its own 处以恢复费用三倍的罚款 is no part of what was done
PUNISHED = re.compile(
    r"(?<![被受已未不])(?:并?处以?(?![理置分室长])|给予|按照?)[^，。；]{0,24}(?:罚款|警告)$|加[倍重]处罚$|^(?:并处|处以?|给予)[^，。；的]{1,12}$"
)


def accounted(
    drafts: Iterable[PenaltyDraft], *, passed: Iterable[PassedOver], title: str, charged: str
) -> tuple[PenaltyDraft, ...]:
    """The drafts, each with the phrases of its text that neither it, nor another draft of the text, nor a part for others says."""
    drafts = tuple(drafts)
    by_text: dict[str, list[PenaltyDraft]] = defaultdict(list)
    near: dict[str, list[PenaltyDraft]] = defaultdict(list)
    parts: dict[str, list[str]] = defaultdict(list)
    for draft in drafts:
        by_text[draft.text].append(draft)
        near[article_of(draft.basis)].append(draft)
    for one in passed:
        parts[article_of(one.basis)].append(one.text)
    missing: dict[str, list[str]] = {}
    for text, rows in by_text.items():
        articles = dict.fromkeys(article_of(row.basis) for row in rows)
        others = [part for article in articles for part in parts[article] if part in text]
        beside = _beside(text, [draft for article in articles for draft in near[article]])
        missing[text] = _missing(text, rows, others=others)
        missing[text] += _unnamed(_without(text, others), beside, title=title, charged=charged)
    return tuple(
        replace(draft, unread=(*draft.unread, *missing[draft.text], *_punished(draft, missing[draft.text])))
        for draft in drafts
    )


def _punished(draft: PenaltyDraft, marked: Iterable[str]) -> list[str]:
    """What its conduct orders: nobody punishes by what he does."""
    known, sums = {*draft.unread, *marked}, set(_sums(draft))
    ordered = [one for one in _phrases(draft.conduct) if PUNISHED.search(one) and one not in known]
    return [one for one in ordered if not (found := _amounts(one)) or found != sums]


def _missing(text: str, drafts: list[PenaltyDraft], *, others: list[str]) -> list[str]:
    said = "|".join([*map(_said, drafts), *others])
    marked = [piece for draft in drafts for piece in draft.unread]
    sums = {figure for draft in drafts for figure in _sums(draft)}
    return [
        phrase
        for phrase in _phrases(text)
        if not re.search("(?:的|之一|^除.*外)$", phrase)
        and phrase not in said
        and not any(piece in phrase for piece in marked)
        and (_orders_unsaid(phrase, said) or (FINED.search(phrase) and not _amounts(phrase) <= sums))
    ]


def _beside(text: str, drafts: Iterable[PenaltyDraft]) -> list[PenaltyDraft]:
    """The drafts of the text, and those of its opening alone: 违反第二条规定，或者有下列行为的 is one of its own."""
    return [draft for draft in drafts if text.startswith(draft.text)]


def _without(text: str, others: list[str]) -> str:
    for part in others:
        text = text.replace(part, "")
    return text


def _unnamed(text: str, drafts: list[PenaltyDraft], *, title: str, charged: str) -> list[str]:
    """The articles violated and the departments of the text that no field of its drafts names."""
    violated = {article_of(one) for draft in drafts for one in draft.prohibitions}
    named = "|".join([charged, *(f"{one.executing_department}|{_said(one)}" for one in drafts)])
    phrases = [phrase for phrase in _phrases(text) if not why_others(phrase) and phrase not in named]
    articles = [
        found[0]
        for phrase in phrases
        if (found := VIOLATED.search(phrase))
        and not {
            article_of(str(one)) for one in parse_citations(found[0], within=title) if one.statute == title
        }
        <= violated
    ]
    offices = [
        found[0]
        for phrase in phrases
        for found in BY.finditer(phrase)
        if (found["name"] or found["first"]) not in named
    ]
    return [*articles, *offices]


def _phrases(text: str) -> list[str]:
    plain = re.sub(r"(?<=\d),(?=\d{3})", "", text).translate(WIDE)
    return re.split("[，。；：]", plain)


def _orders_unsaid(phrase: str, said: str) -> bool:
    return bool(VERB.search(phrase)) and any(piece not in said for piece in ORDERED.findall(phrase))


def _said(draft: PenaltyDraft) -> str:
    labels = (str(table.get("label", "")) for table in draft.alternatives)
    return "|".join([*draft.other_measures, *draft.unread, draft.correct_first_text, *labels])


def _sums(draft: PenaltyDraft) -> Iterable[Decimal]:
    for formula in map(parse_formula, (*draft.formulas.values(), *draft.alternatives)):
        yield from (one for one in (formula.minimum, formula.maximum, formula.cap) if one is not None)


def _amounts(phrase: str) -> set[Decimal]:
    """The sums, multiples and shares of a fine; one that cannot be read is -1 and so never known."""
    found = set()
    for share, figure, unit in SUM.findall(phrase):
        if share or unit:
            try:
                found.add(amount_of(figure, said=phrase))
            except FormulaError:
                found.add(Decimal(-1))
    return found
