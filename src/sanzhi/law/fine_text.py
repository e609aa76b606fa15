"""The fines of a power as one line of text and back: a cell of a bureau's list, a field of the editor.

个人罚款200元至1000元；单位罚款1000元至5000元；经营性的：罚款2000元至20000元. `write_formulas` refuses what
`read_formulas` would not give back.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sanzhi.law.fine_spans import normal_table, read_fine
from sanzhi.law.fines import FormulaError, describe, parse_formula

CAPTIONS = {"person": "个人", "organisation": "单位", "individual_business": "个体工商户"}
WORDS = {"公民": "person", "自然人": "person", "法人或者其他组织": "organisation", "企业": "organisation"}
RESPONDENTS = {**{caption: kind for kind, caption in CAPTIONS.items()}, **WORDS}
RESPONDENT = "|".join(RESPONDENTS)
# 对单位处……罚款，对个人处……罚款: a comma parts two fines only where an amount stands before it
PARTS = re.compile(
    rf"[；;\n]|(?<=[元%％倍款米㎡株处张日天下内顶）)])[，,](?=对?(?:{RESPONDENT})(?:并?处|可|罚|每|[：:\d¥￥零〇一二三四五六七八九十百千两]))"
)
WHOSE = re.compile(rf"对?(?P<who>{RESPONDENT})(?P<fine>.*)")


@dataclass(frozen=True)
class FineTables:
    """The shapes of a row of the powers list: everybody's formula, formulas by respondent, further ranges with a label."""

    formula: dict[str, Any] | None = None
    formulas: dict[str, dict[str, Any]] = field(default_factory=dict)
    alternatives: tuple[dict[str, Any], ...] = ()


def read_formulas(text: str) -> FineTables:
    """Read what `write_formulas` writes and what bureaus usually write. Raises FormulaError with the part that is unclear."""
    formulas: dict[str, dict[str, Any]] = {}
    alternatives: list[dict[str, Any]] = []
    for part in filter(None, (part.strip(" \t\r　。") for part in PARTS.split(text))):
        who, label, table = _part(part)
        if label:
            alternatives.append({**table, "label": label})
        elif who in formulas:
            whose = CAPTIONS.get(who, "所有人")
            raise FormulaError(f"“{part}”：{whose}的罚款写了两次，请用“情形：罚款……”写明各在什么情形下适用。")
        else:
            formulas[who] = table
    return FineTables(formulas.pop("", None), formulas, tuple(alternatives))


def write_formulas(
    formula: Mapping[str, Any] | None,
    formulas: Mapping[str, Mapping[str, Any]],
    *,
    alternatives: Sequence[Mapping[str, Any]],
) -> str:
    """One line that `read_formulas` reads back to the same fines. Raises FormulaError where no line can say it."""
    try:
        parts = [describe(parse_formula(formula))] if formula else []
        parts += [f"{CAPTIONS[kind]}{describe(parse_formula(table))}" for kind, table in formulas.items()]
    except KeyError as wrong:
        raise FormulaError(f"不知道“{wrong.args[0]}”是哪一类当事人。") from wrong
    parts += [describe(parse_formula(table)) for table in alternatives]
    text = "；".join(parts)
    said = FineTables(
        normal_table(formula) if formula else None,
        {kind: normal_table(table) for kind, table in formulas.items()},
        tuple(normal_table(table) for table in alternatives),
    )
    if read_formulas(text) != said:
        raise FormulaError(
            f"“{text}”读不回原来的罚款幅度：分情形的幅度应有说明，说明中不用分号，也不以当事人为名。"
        )
    return text


def _part(part: str) -> tuple[str, str, dict[str, Any]]:
    """(respondent or "", label or "", table)."""
    head, colon, fine = re.sub("：(?=[^：:]*$)", ":", part).rpartition(":")
    if colon:
        who = RESPONDENTS.get(head.strip().removeprefix("对"))
        return (who, "", read_fine(fine)) if who else ("", head.strip(), read_fine(fine))
    if whose := WHOSE.fullmatch(part):
        return RESPONDENTS[whose["who"]], "", read_fine(whose["fine"])
    return "", "", read_fine(part)
