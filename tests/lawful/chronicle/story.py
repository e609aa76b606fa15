"""Prints a chronicle as a story: one line for each happening, who and when, what it saw; readable by a lawyer."""

from dataclasses import fields
from typing import Any

from tests.lawful.chronicle.chronicle import Chronicle
from tests.lawful.chronicle.happenings import Happening
from tests.lawful.chronicle.lanes import Content
from tests.lawful.chronicle.measures import Penalty, said
from tests.lawful.chronicle.people import Party, Roster

SILENT = {
    "at",
    "on",
    "by",
    "ref",
    "content",
    "row",
    "says",
    "signers",
    "wants",
    "has",
    "moments",
    "copy",
    "paper",
}
CAPTIONS = {
    "form": "", "penalty": "", "saw": "所见：", "party": "", "text": "", "name": "", "amount": "", "to": "签收：",
    "relation": "关系：", "method": "方式：", "verdict": "结论：", "conclusion": "结论：", "chair": "主持：",
    "participants": "参加：", "joined": "加入：", "left": "退出：", "held_on": "举行：", "by_on": "期限：",
    "happened_on": "发生：", "receipt": "票据：", "step": "", "kind": "", "days": "日数：", "moment": "",
    "delay_reason": "逾期原因：", "content": "", "way": "方式：", "ground": "情形：", "executor": "代履行人：", "other": "",
}  # fmt: skip


def story(case: Chronicle, *, only: tuple[Happening, ...] = ()) -> str:
    """All happenings, or `only` those, in order."""
    chosen = [row for row in case if not only or any(row is wanted for wanted in only)]
    return "\n".join(line(row, case.roster) for row in chosen)


def line(row: Happening, roster: Roster) -> str:
    """2026年9月4日　丁乙　告知（登记于9月6日）：D29，罚款500元"""
    names = "、".join(_name(key, roster) for key in row.by)
    entered = "" if row.day == row.at.date() else f"（{row.at.month}月{row.at.day}日登记）"
    shown = [_shown(name, getattr(row, name), roster=roster) for name in _told(row)]
    what = "，".join(part for part in shown if part)
    return f"{row.day.year}年{row.day.month}月{row.day.day}日　{names}　{row.word}{entered}{'：' + what if what else ''}"


def _told(row: Happening) -> list[str]:
    names = (field.name for field in fields(row) if field.name in CAPTIONS)
    return [name for name in names if name not in SILENT or isinstance(getattr(row, name), Content)]


def _name(key: str, roster: Roster) -> str:
    person = roster.get(key)
    return person.name if person else {"system": "系统"}.get(key, key)


def _shown(name: str, value: Any, *, roster: Roster) -> str:
    if value in (None, "", (), frozenset()):
        return ""
    match value:
        case Penalty():
            text = said(value)
        case Content():
            text = value.text
        case Party():
            text = f"{value.name}（{value.born_on or '出生日期不详'}）"
        case tuple():
            text = "、".join(_name(str(part), roster) for part in value)
        case str():
            text = _name(value, roster)[:40]
        case _:
            text = str(value)
    return f"{CAPTIONS[name]}{text}"
