"""The text of a cell, there and back: what the editor's field, the sheet's cell and the comparison show.

Every pair fulfils read(write(x)) == x. A text that cannot be read is a ValueError with a Chinese sentence.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from sanzhi.law.fine_text import read_formulas, write_formulas
from sanzhi.organisation.roles import CAPTIONS, Role

Write = Callable[[Any], str]
Read = Callable[[str], Any]
PART = "｜"
RESPONDENTS = {"person": "个人", "individual_business": "个体工商户", "organisation": "单位"}
YES, NO = "是", "否"


@dataclass(frozen=True)
class Cell:
    """How one value is written and read."""

    write: Write
    read: Read


def _flag(text: str) -> bool:
    if text in {"", NO, "×", "无", "0", "false", "False"}:
        return False
    if text in {YES, "√", "有", "1", "true", "True"}:
        return True
    raise ValueError(f"“{text}”应写“是”或者“否”。")


def _day(text: str) -> str | None:
    if not text:
        return None
    found = re.fullmatch(
        r"(\d{4})\s*[-年./]\s*(\d{1,2})\s*[-月./]\s*(\d{1,2})\s*日?(?:[ T]00:00(?::00)?)?", text
    )
    try:
        return date(*map(int, found.groups())).isoformat() if found else _no_day(text)
    except ValueError:
        return _no_day(text)


def _no_day(text: str) -> str:
    raise ValueError(f"“{text}”不是日期，请写成 2026-03-02。")


def _amount(text: str) -> str | None:
    plain = re.sub("[,，￥¥\\s]", "", text).removesuffix("元")
    try:
        return str(Decimal(plain)) if plain else None
    except InvalidOperation:
        raise ValueError(f"“{text}”应为数字。") from None


def _count(text: str) -> int | None:
    plain = re.sub(r"(?<=\d)[,，](?=\d{3}(?!\d))", "", text)
    if plain and not re.fullmatch(r"\d{1,9}", plain):
        raise ValueError(f"“{text}”应为整数。")
    return int(plain) if plain else None


def _words(text: str) -> list[str]:
    return [part.strip() for line in text.splitlines() for part in line.split("、") if part.strip()]


def _write_tiers(tiers: list[Mapping[str, Any]]) -> str:
    return "\n".join(PART.join(tier_parts(tier)) for tier in tiers)


def tier_parts(tier: Mapping[str, Any]) -> list[str]:
    """档次, 情形, 下限, 上限, 处罚幅度."""
    return [
        str(tier["name"]),
        str(tier["when"]),
        _plain(tier.get("minimum")),
        _plain(tier.get("maximum")),
        str(tier["text"]),
    ]


def _plain(value: Any) -> str:
    return "" if value is None else f"{Decimal(str(value)).normalize():f}"


def _tiers(text: str) -> list[dict[str, Any]]:
    tiers = []
    for number, line in enumerate((line for line in text.splitlines() if line.strip()), start=1):
        parts = [part.strip() for part in re.split(r"[｜|]", line)]
        if len(parts) != 5:
            raise ValueError(f"第{number}档应有五段：档次｜情形｜下限｜上限｜处罚幅度，现有{len(parts)}段。")
        tiers.append(
            {
                "name": parts[0],
                "when": parts[1],
                "minimum": _amount(parts[2]),
                "maximum": _amount(parts[3]),
                "text": parts[4],
            }
        )
    return tiers


def _write_reductions(rows: list[Mapping[str, Any]]) -> str:
    return "\n".join(PART.join((row["name"], row["basis"], f"{_plain(row['percent'])}%")) for row in rows)


def _reductions(text: str) -> list[dict[str, Any]]:
    found = []
    for number, line in enumerate((line for line in text.splitlines() if line.strip()), start=1):
        parts = [part.strip() for part in re.split(r"[｜|]", line)]
        if len(parts) != 3:
            raise ValueError(f"第{number}项减免应有三段：对象｜依据｜百分比，现有{len(parts)}段。")
        percent = _amount(parts[2].removesuffix("%"))
        found.append({"name": parts[0], "basis": parts[1], "percent": percent})
    return found


def _write_condition(condition: Mapping[str, Any]) -> str:
    parts = [
        f"{name}："
        + "、".join(
            f"{who}{_plain(condition[key][kind])}元"
            for kind, who in RESPONDENTS.items()
            if kind in condition[key]
        )
        for key, name in AMOUNTS.items()
        if condition.get(key)
    ]
    parts += [name for key, name in FLAGS.items() if condition.get(key)]
    if condition.get("measure_contains"):
        parts.append("措施含：" + "、".join(condition["measure_contains"]))
    if condition.get("acts"):
        parts.append("决定为：" + "、".join(ACTS[act] for act in condition["acts"]))
    return "；".join(parts)


AMOUNTS = {"fine_at_least": "罚款达到", "confiscated_at_least": "没收达到"}
FLAGS = {
    "hearing_held": "经过听证",
    "below_range": "低于法定下限",
    "beyond_standard": "超出裁量基准",
    "remade": "撤销后重新作出",
    "public_interest": "重大公共利益",
}
ACTS = {
    "seizure": "查封扣押",
    "seizure_extension": "延长查封扣押",
    "forced_demolition": "强制拆除",
    "performance_by_proxy": "代履行",
    "licence_revocation": "撤销行政许可",
}


def _condition(text: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for part in (part.strip() for part in re.split(r"[；;\n]", text) if part.strip()):
        flag = next((key for key, name in FLAGS.items() if part == name), "")
        head, _, rest = part.partition("：")
        amount = next((key for key, name in AMOUNTS.items() if head == name), "")
        if flag:
            found[flag] = True
        elif head == "措施含" and rest:
            found["measure_contains"] = _words(rest)
        elif head == "决定为" and rest:
            found["acts"] = [_act(word) for word in _words(rest)]
        elif amount and rest:
            found[amount] = dict(map(_least, _words(rest)))
        else:
            raise ValueError(
                f"“{part}”读不懂。可写：罚款达到：…；没收达到：…；措施含：…；决定为：…；{'；'.join(FLAGS.values())}。"
            )
    return found


def _least(text: str) -> tuple[str, str]:
    found = re.fullmatch(r"(个人|个体工商户|单位)(\d+(?:\.\d+)?)元", text)
    if not found:
        raise ValueError(f"“{text}”应写成 个人5000元。")
    return next(key for key, name in RESPONDENTS.items() if name == found[1]), found[2]


def _act(text: str) -> str:
    found = next((key for key, name in ACTS.items() if name == text), None)
    if found is None:
        raise ValueError(f"“{text}”不是这里的决定，可写：{'、'.join(ACTS.values())}。")
    return found


def _write_papers(papers: list[Any]) -> str:
    return "、".join(_one_paper(paper) for paper in papers)


def _one_paper(paper: Any) -> str:
    if isinstance(paper, str):
        return paper
    if paper.get("when"):
        return f"{paper['form']}（{paper['when']}）"
    return f"{paper['form']}（除{paper['unless']}）" if paper.get("unless") else str(paper["form"])


def _papers(text: str) -> list[Any]:
    found: list[Any] = []
    for part in _words(text):
        name, condition = _conditional(part)
        if not condition:
            found.append(name)
        elif condition.startswith("除"):
            found.append({"form": name, "unless": condition[1:]})
        else:
            found.append({"form": name, "when": condition})
    return found


def _write_ways(ways: list[Any]) -> str:
    return "、".join(way if isinstance(way, str) else f"{way['to']}（{way['when']}）" for way in ways)


def _ways(text: str) -> list[Any]:
    pairs = [_conditional(part) for part in _words(text)]
    return [{"to": name, "when": condition} if condition else name for name, condition in pairs]


def _write_issues(issues: Mapping[str, str]) -> str:
    return "、".join(sorted(f"{form}（{disposal}）" for disposal, form in (issues or {}).items()))


def _issues(text: str) -> dict[str, str]:
    return {disposal: form for form, disposal in map(_conditional, _words(text))}


def _conditional(part: str) -> tuple[str, str]:
    found = re.fullmatch(r"([^（(]+)(?:[（(]([^）)]+)[）)])?", part)
    if not found:
        raise ValueError(f"“{part}”读不懂，应写成 名称 或者 名称（条件）。")
    return found[1].strip(), (found[2] or "").strip()


def _role(text: str) -> str:
    found = next((key for key, name in CAPTIONS.items() if text in {name, key}), None)
    if found is None:
        raise ValueError(f"“{text}”不是岗位，可写：{'、'.join(CAPTIONS.values())}。")
    return found.value


def _write_fine(tables: Mapping[str, Any]) -> str:
    return write_formulas(
        tables.get("formula"), tables.get("formulas") or {}, alternatives=tables.get("alternatives") or ()
    )


def _fine(text: str) -> dict[str, Any]:
    """The three fields of a power that say how much."""
    tables = read_formulas(text)
    return {
        "formula": tables.formula,
        "formulas": dict(tables.formulas),
        "alternatives": list(tables.alternatives),
    }


CELLS: dict[str, Cell] = {
    "text": Cell(lambda value: "" if value is None else str(value), lambda text: text),
    "flag": Cell(lambda value: YES if value else NO, _flag),
    "day": Cell(lambda value: value or "", _day),
    "amount": Cell(_plain, _amount),
    "count": Cell(lambda value: "" if value is None else str(value), _count),
    "words": Cell("、".join, _words),
    "lines": Cell("\n".join, lambda text: [line.strip() for line in text.splitlines() if line.strip()]),
    "tiers": Cell(_write_tiers, _tiers),
    "reductions": Cell(_write_reductions, _reductions),
    "condition": Cell(_write_condition, _condition),
    "papers": Cell(_write_papers, _papers),
    "ways": Cell(_write_ways, _ways),
    "issues": Cell(_write_issues, _issues),
    "role": Cell(lambda value: CAPTIONS[Role(value)], _role),
    "fine": Cell(_write_fine, _fine),
}
