"""An item of the licences 行政许可事项 as the program uses it: who may apply, with what, how long it takes, what it costs."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from sanzhi.kernel.questions import CHOICE, DAY, NUMBER, TEXT, WHOLE, Question, WrongQuestion, read_range

FREE = "不收费"
NEEDED = "必需"
TYPES = frozenset({TEXT, NUMBER, WHOLE, DAY})
KEPT = frozenset({"原件", "复印件", "核验原件"})
PART = "；"
AT_MOST = re.compile(r"([a-z_]+)≤(\d+(?:\.\d+)?)")
CHOSEN = re.compile(r"([a-z_]+)[=＝](\S+)")


class WrongItem(ValueError):
    """A line of an item that cannot be read; the sentence names it."""


@dataclass(frozen=True)
class WantedMaterial:
    """`when`: in which case it is wanted; empty where always."""

    name: str
    kept: str
    when: str
    sample: str

    @property
    def is_needed(self) -> bool:
        return not self.when


@dataclass(frozen=True)
class ItemField:
    """A question to the applicant; `choices` are empty for free ones."""

    name: str
    label: str
    kind: str
    choices: tuple[str, ...]
    least: Decimal | None = None
    most: Decimal | None = None

    @property
    def question(self) -> Question:
        return Question(
            self.label, CHOICE if self.choices else self.kind, self.least, self.most, choices=self.choices
        )


@dataclass(frozen=True)
class AtMost:
    field: str
    limit: Decimal

    def admits(self, said: str) -> bool:
        try:
            return Decimal(said) <= self.limit
        except InvalidOperation:
            return False


@dataclass(frozen=True)
class Chosen:
    field: str
    choice: str

    def admits(self, said: str) -> bool:
        return said == self.choice


@dataclass(frozen=True)
class LicenceItem:
    """A row of the list. Limits are working days (行政许可法 §82); `first` is 听证 or 公示 where one comes before the decision.

    `edition_id` is the edition in which it stands; `cooldown_days` parts two applications for one place.
    """

    code: str
    title: str
    power: str
    basis: str
    applicants: tuple[str, ...]
    conditions: tuple[str, ...]
    materials: tuple[WantedMaterial, ...]
    fields: tuple[ItemField, ...]
    instant: tuple[AtMost | Chosen, ...]
    limit_days: int
    extension_days: int
    promised_days: int
    is_joint: bool
    on_site: bool
    is_of_safety: bool
    first: str
    cooldown_days: int
    longest_months: int | None
    is_renewable: bool
    renewal_days: int
    silence_days: int
    fees: str
    certificate: str
    check_days: int | None
    edition_id: int

    @property
    def needed(self) -> tuple[str, ...]:
        return tuple(row.name for row in self.materials if row.is_needed)


def read_material(line: str) -> WantedMaterial:
    """申请书；原件；必需；写明占用的位置和期限."""
    name, kept, when, sample = (*map(str.strip, line.split(PART)), "", "", "")[:4]
    if not name or kept not in KEPT:
        raise WrongItem(
            f"申请材料“{line}”应写成：名称；原件（复印件、核验原件）；必需（或者何种情形提交）；填写说明。"
        )
    return WantedMaterial(name, kept, "" if when in {"", NEEDED} else when, sample)


def read_field(line: str) -> ItemField:
    """width；占用宽度（米）；数字；0.1～100, or part；占用部位；人行道/车行道."""
    parts = tuple(map(str.strip, line.split(PART)))
    if len(parts) not in {3, 4} or not re.fullmatch(r"[a-z_]+", parts[0]) or not parts[1]:
        raise WrongItem(
            f"填写内容“{line}”应写成：字段名；标题；文字、数字、整数、日期或者用“/”分开的选项；范围。"
        )
    name, label, kind, span = (*parts, "")[:4]
    choices = tuple(filter(None, kind.split("/"))) if "/" in kind else ()
    if not choices and kind not in TYPES:
        raise WrongItem(f"填写内容“{line}”的类型应为文字、数字、整数、日期或者用“/”分开的选项。")
    try:
        least, most = read_range(span, kind=TEXT if choices else kind, line=line)
    except WrongQuestion as wrong:
        raise WrongItem(f"填写内容{wrong}") from wrong
    return ItemField(name, label, CHOICE if choices else kind, choices, least, most)


def read_instant(line: str) -> AtMost | Chosen:
    """width≤2, or part=人行道."""
    if found := AT_MOST.fullmatch(line.strip()):
        return AtMost(found[1], Decimal(found[2]))
    if found := CHOSEN.fullmatch(line.strip()):
        return Chosen(found[1], found[2])
    raise WrongItem(f"当场办理的条件“{line}”应写成“字段名≤数字”或者“字段名=选项”。")


def read_item(content: Mapping[str, Any], *, edition_id: int) -> LicenceItem:
    plain = (
        "code title power basis limit_days extension_days promised_days is_joint on_site is_of_safety first"
        " cooldown_days longest_months is_renewable renewal_days silence_days fees certificate check_days"
    )
    return LicenceItem(
        **{name: content[name] for name in plain.split()},
        applicants=tuple(content["applicants"]),
        conditions=tuple(content["conditions"]),
        materials=tuple(map(read_material, content["materials"])),
        fields=tuple(map(read_field, content["fields"])),
        instant=tuple(map(read_instant, content["instant"])),
        edition_id=edition_id,
    )
