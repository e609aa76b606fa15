"""A clause cut at its commas: the conduct, and after it the groups of orders, each under its own conditions."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from sanzhi.law.liability.phrases import LIMIT_OF_FINE, SANCTION, Act, ActKind, act_of

WIDE = str.maketrans(",;:()", "，；：（）")
# 从逾期之日起, 按照所缺绿地面积: says how something is counted, not when it applies
MODIFIER = re.compile(r"(?:按照|依照|根据|从|自)[^，]*(?<!的)")
PERSONS = re.compile(r"对[^，]*(?:人员|人|单位|个人|企业|者)")
CIRCUMSTANCE = re.compile(
    r"情节|造成|给|拒不|逾期|未按照要求|未改正|仍|经营性的|非经营性的|尚|无法|不能|有违法所得|没有违法所得|违法所得|构成|"
    r"后果|对|单位|个人|属于|进口行为|已经|应当|两次|再次|危害|影响|数额|所需|有前款|单位有前款|个人有前款|不足"
)


@dataclass(frozen=True)
class Group:
    """Orders under the same conditions; no condition: they follow from the conduct itself."""

    conditions: tuple[str, ...]
    acts: tuple[Act, ...]

    @property
    def fines(self) -> tuple[Act, ...]:
        return tuple(act for act in self.acts if act.kind in {ActKind.FINE, ActKind.UNREAD, ActKind.SAME})


@dataclass(frozen=True)
class Clause:
    """`conduct` as written, without the comma at its end; `stray` are phrases with a sanction that fit nowhere."""

    conduct: str
    groups: tuple[Group, ...]
    stray: tuple[str, ...] = ()


@dataclass
class _Draft:
    conduct: list[str] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    stray: list[str] = field(default_factory=list)

    def closed(self) -> Clause:
        return Clause("，".join(self.conduct), tuple(self.groups), tuple(self.stray))


def read_clauses(text: str) -> tuple[Clause, ...]:
    """The clauses of a paragraph or an item; a second one where a later sentence punishes another conduct."""
    plain = re.sub(r"\s", "", text).translate(WIDE).rstrip("：")
    drafts = [_Draft()]
    for segment in filter(None, re.split("[；。]", plain)):
        phrases = list(_phrases(segment))
        if drafts[-1].groups and _is_other_conduct(phrases, drafts[-1]):
            drafts.append(_Draft())
        _take(drafts[-1], phrases)
    return tuple(draft.closed() for draft in drafts)


def _phrases(segment: str) -> Iterator[str]:
    """Cut at the commas, but the limit of a fine stays with its fine."""
    waiting = ""
    for phrase in segment.split("，"):
        if waiting and LIMIT_OF_FINE.fullmatch(phrase):
            waiting += f"，{phrase}"
            continue
        if waiting:
            yield waiting
        waiting = phrase
    if waiting:
        yield waiting


def _is_other_conduct(phrases: list[str], before: _Draft) -> bool:
    fined = any(group.fines for group in before.groups)
    acts = [act for phrase in phrases if (act := act_of(phrase))]
    fines_now = any(act.kind in {ActKind.FINE, ActKind.UNREAD} for act in acts)
    return fined and fines_now and act_of(phrases[0]) is None and not CIRCUMSTANCE.match(phrases[0])


def _take(draft: _Draft, phrases: list[str]) -> None:
    conditions: list[str] = []
    acts: list[Act] = []
    waiting = Act(ActKind.APPROVAL, "")
    for phrase in phrases:
        act = act_of(phrase)
        if act is None and not draft.groups and not acts:
            draft.conduct.append(phrase)
        elif act is None and PERSONS.fullmatch(phrase):
            waiting = replace(waiting, whom=phrase.removeprefix("对"))
        elif act is None and phrase.endswith(("的", "之一")):
            if acts:
                draft.groups.append(Group(tuple(conditions), tuple(acts)))
                acts = []
            conditions.append(phrase)
        elif act is None:
            said = "，".join([*conditions, phrase] if not acts else [phrase])
            draft.stray += [said] if SANCTION.search(said) and not MODIFIER.fullmatch(phrase) else []
        elif act.kind == ActKind.APPROVAL:
            text = "，".join(filter(None, (waiting.text, act.text)))
            waiting = replace(waiting, text=text, department=act.department or waiting.department)
        else:
            acts.append(_joined(waiting, act))
            if acts[0].whom and not conditions and draft.groups:
                conditions = list(draft.groups[-1].conditions)  # ；对个人处……: under the condition just named
            waiting = Act(ActKind.APPROVAL, "")
    if acts:
        draft.groups.append(Group(tuple(conditions), tuple(acts)))
    draft.stray += [waiting.text] if SANCTION.search(waiting.text) else []


def _joined(waiting: Act, act: Act) -> Act:
    text = "，".join(filter(None, (waiting.text, act.text)))
    return replace(act, text=text, whom=act.whom or waiting.whom, department=act.department or waiting.department)
