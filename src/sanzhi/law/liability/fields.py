"""The fields of a draft from one clause: which fine is the rule, which only in a circumstance, what else is ordered."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from sanzhi.law.liability.clauses import Clause, Group
from sanzhi.law.liability.phrases import MORE, ORDERS, PUNISHES, SANCTION, Act, ActKind, why_others

# the order was given, its time has passed, and nothing was done
NOT_OBEYED = re.compile(
    r"(?:当事人)?(?:逾期|拒不|拒绝改正|未按照要求|未按要求|仍不|仍未|到期[不未]|期满[不未]|超过期限|警告后仍?[不未]"
    r"|(?:[不未]|没有)(?:改正|整改|清理|清除|拆除|恢复|停止|补办|补报|履行)|在[^，]{0,10}(?:期限|时间|期间)内[不未没仍]|(?:经|被)?责令[^，]{0,8}后[仍不未拒]"
    r"|(?:经)?(?:劝阻|劝说|教育|警告)[^，]{0,4}(?:无效|不听|不改)|不予(?:改正|整改|配合)|(?:未|不)按(?:期|时|照?要求)|(?:整改|改正|清理)(?:仍)?[不未](?:到位|合格|彻底|达标|符合)"
    r"|经[^，]{0,8}(?:责令|通知|告知|劝阻|警告)[^，]{0,8}?(?:仍|拒)[不未]?)"
    r"|[^，]{1,14}(?:逾期[不未仍]|拒不改正)"
)
# speaks of an order that was given before, in words that NOT_OBEYED may not know
DOUBTFUL = re.compile(
    r"[不未拒][^，]{0,6}(?:改正|整改|清理|恢复|履行|执行)|(?:整改|改正)[^，措]{0,4}[不未]|(?:责令|通知|劝阻|警告|逾期|到期|期满)[^，]*[不未拒仍]"
)
FIRST = re.compile("^(?:并|先行?)")
RESPONDENTS = {"个人": "person", "单位": "organisation", "责任人": "", "": ""}


@dataclass
class Fields:
    """What `PenaltyDraft` has besides its place; `refers` where another paragraph says the fine."""

    correct_first: bool = False
    correct_first_text: str = ""
    formulas: dict[str, dict[str, Any]] = field(default_factory=dict)
    alternatives: list[dict[str, Any]] = field(default_factory=list)
    warns: bool = False
    measures: list[str] = field(default_factory=list)
    department: str = ""
    unread: list[str] = field(default_factory=list)
    others: list[tuple[str, str]] = field(default_factory=list)
    refers: str = ""

    @property
    def has_figures(self) -> bool:
        """Whether a fine is said, or pieces were not read that may say one; 从轻处罚 alone is none."""
        unread = any(SANCTION.search(piece) or MORE.search(piece) for piece in self.unread)
        return bool(self.formulas or self.alternatives or self.refers or unread)

    @property
    def punishes(self) -> bool:
        """Whether anything is ordered beyond putting things right."""
        figures = self.has_figures or self.warns
        return bool(figures) or any(PUNISHES.search(measure) for measure in self.measures)


def fields_of(clause: Clause, *, respondent: str = "") -> Fields:
    """Read the groups of a clause in their order. `respondent` where the clause names it in its conduct."""
    found = Fields(unread=list(clause.stray))
    found.department = next((act.department for act in _acts(clause) if act.department), "")
    ordered: Group | None = None
    ruling: tuple[str, ...] = ()
    for group in clause.groups:
        refusal = _refusal(group.conditions) if ordered else ()
        obeyed_first = bool(refusal) and refusal == group.conditions
        ruled = bool(found.formulas or found.alternatives or found.refers)
        if group.fines and refusal and not ruled:
            found.correct_first = True
            found.correct_first_text = f"先{_orders(ordered)}，{'，'.join(refusal)}才可以罚款"
            _unsay(found, ordered)
        elif group.fines and ordered and not refusal and DOUBTFUL.search("，".join(group.conditions)):
            found.unread.append(f"{'，'.join(group.conditions)}（是否须先责令改正）")
        same = bool(ruling) and group.conditions == ruling
        is_rule = not group.conditions or same or (obeyed_first and not ruled)
        ruling = group.conditions if is_rule and group.fines else ruling
        _fines(found, group, respondent=respondent, is_rule=is_rule)
        _measures(found, group)
        ordered = group if any(_is_order(act.text) for act in group.acts) else ordered
    return found


def _refusal(conditions: tuple[str, ...]) -> tuple[str, ...]:
    """The conditions up to 逾期不改正的; none where what follows is a case beside it (，或者……的)."""
    for index, condition in enumerate(conditions, start=1):
        if NOT_OBEYED.match(condition):
            return () if "".join(conditions[index:]).startswith("或者") else conditions[:index]
    return ()


def _acts(clause: Clause) -> Iterable[Act]:
    return (act for group in clause.groups for act in group.acts)


def _is_order(text: str) -> bool:
    """责令改正, and 警告 where a fine follows only 警告后不改正的."""
    return bool(ORDERS.match(text) or re.fullmatch(r"(?:给予|处以?)?警告", text))


def _orders(group: Group | None) -> str:
    """What must have been ordered first: 责令…… where there is one, else 警告."""
    texts = [act.text for act in group.acts if _is_order(act.text)] if group else []
    return (
        "，".join([text for text in texts if ORDERS.match(text)] or texts)
        .removeprefix("并")
        .removeprefix("先行")
        .removeprefix("先")
    )


def _unsay(found: Fields, group: Group | None) -> None:
    """The order that must come first is said in `correct_first_text`, not again among the measures."""
    said = set(_orders(group).split("，"))
    for index, measure in enumerate(found.measures):
        kept = "，".join(part for part in measure.split("，") if FIRST.sub("", part) not in said)
        found.measures[index] = kept
    found.measures = [measure for measure in found.measures if measure]


def _fines(found: Fields, group: Group, *, respondent: str, is_rule: bool) -> None:
    condition = "，".join(group.conditions)
    for act in group.fines:
        if act.kind == ActKind.SAME:
            found.refers = act.text
        elif act.table is None:
            found.unread.append("，".join(filter(None, (condition, act.text))))
            found.warns |= "警告" in act.text
        elif act.department and act.department != found.department:
            found.unread.append(f"由{act.department}{act.text}")
        elif (
            is_rule
            and act.whom in RESPONDENTS
            and (kind := RESPONDENTS[act.whom] or respondent) not in found.formulas
        ):
            found.formulas[kind] = act.table
        else:
            label = "，".join(filter(None, (condition, act.whom and f"对{act.whom}")))
            found.alternatives += [{**act.table, "label": label}] if label else []
            found.unread += [] if label else [act.text]


def _measures(found: Fields, group: Group) -> None:
    said = []
    for act in group.acts:
        found.warns |= "警告" in act.instead
        if act.instead and "警告" not in act.instead:
            said.append(f"{act.instead}（与罚款择一）")
        if act.kind == ActKind.OTHERS:
            text = "，".join(
                (*group.conditions, (f"由{act.department}" if act.department else "") + act.text)
            )
            found.others.append((text, why_others(act.text)))
        if act.kind != ActKind.MEASURE:
            continue
        if re.fullmatch(r"(?:并|可以|给予|处以?)*警告", act.text):
            found.warns = True
            continue
        by = f"由{act.department}" if act.department not in {"", found.department} else ""
        said.append(by + act.text.lstrip("并还") if by else act.text)
    if said:
        found.measures.append("，".join((*group.conditions, *said)))
