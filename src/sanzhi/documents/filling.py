"""Fills a form from the facts of a case, and says in Chinese what is still missing or wrong.

What is known is never typed twice: `prefill` takes every field whose path has a value. Values are JSON:
dates ISO, money a decimal string in yuan, lists of rows for table, people and qa.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from sanzhi.documents.form_model import PLACEHOLDER, Condition, Field, Form, Rule
from sanzhi.documents.shapes import misshapen
from sanzhi.kernel.text import one_line, says_something
from sanzhi.law.days import chinese_date
from sanzhi.law.money import yuan

Values = dict[str, Any]
OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
UNKNOWN = "　　　　"


@dataclass(frozen=True)
class Flaw:
    """One thing that keeps a document from being signed: the field, a sentence, the article."""

    field: str
    label: str
    sentence: str
    article: str = ""


def fact(facts: Mapping[str, Any], path: str) -> Any:
    """The value at a dotted path (`officers.0.name`), or None."""
    here: Any = facts
    for part in path.split("."):
        if isinstance(here, Mapping):
            here = here.get(part)
        elif isinstance(here, list | tuple) and part.isdigit() and int(part) < len(here):
            here = here[int(part)]
        else:
            return None
    return here


def prefill(form: Form, facts: Mapping[str, Any]) -> Values:
    """What the facts already say, and the prepared sentences; other fields stay absent."""
    return _known(form.fields, facts)


def _known(fields: Iterable[Field], facts: Mapping[str, Any]) -> Values:
    values: Values = {}
    for field in fields:
        candidates = (_fitted(field, as_json(fact(facts, path))) for path in field.sources)
        known = next((value for value in candidates if not is_blank(value)), None)
        if known is not None:
            values[field.name] = known
        elif field.default and not is_blank(prepared := _default(field, facts)):
            values[field.name] = prepared
    return values


def fixed_values(form: Form, facts: Mapping[str, Any]) -> Values:
    """The fields that nobody types, as the facts have them now; None where they are unknown."""
    known = _known(form.fixed_fields, facts)
    return {field.name: known.get(field.name) for field in form.fixed_fields}


def _fitted(field: Field, known: Any) -> Any:
    """A fact in the field's shape: rows for a list (a bare text is the first column), a choice by its key."""
    if is_blank(known):
        return None
    if field.is_list:
        names = [column.name for column in field.columns]
        rows = (row if isinstance(row, Mapping) else {names[0]: row} for row in known)
        return [{name: row.get(name, "") for name in names} for row in rows]
    if field.type == "choice":
        return {label: key for key, label in field.choices}.get(known, known)
    if field.type == "boolean":
        return known
    return one_line(str(known)) if field.type == "text" else str(known)


def _default(field: Field, facts: Mapping[str, Any]) -> Any:
    text = OPTIONAL.sub(lambda match: _if_known(match[1], facts), field.default)
    text = PLACEHOLDER.sub(lambda match: _told(fact(facts, match[1])), text)
    if field.type == "qa":
        pairs = [line.partition("|") for line in text.splitlines() if line.strip()]
        return [{"question": question.strip(), "answer": answer.strip()} for question, _, answer in pairs]
    return {"true": True, "false": False}.get(text, text) if field.type == "boolean" else text


def _if_known(part: str, facts: Mapping[str, Any]) -> str:
    """A part in square brackets stands only when all its facts are known."""
    return part if all(not is_blank(fact(facts, path)) for path in PLACEHOLDER.findall(part)) else ""


def _told(value: Any) -> str:
    if isinstance(value, date):
        return chinese_date(value)
    if isinstance(value, Decimal):
        return yuan(value)
    return UNKNOWN if is_blank(value) else str(value)


def as_json(value: Any) -> Any:
    """Facts as JSON values: dates in ISO, Decimal as text, mappings and lists all the way down."""
    if value is None or isinstance(value, str):  # nearly all are
        return value
    if isinstance(value, datetime):
        return value.isoformat(timespec="minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, Mapping):
        return {str(key): as_json(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [as_json(item) for item in value]
    return value


def is_blank(value: Any) -> bool:
    if isinstance(value, list):
        return all(map(_is_empty_row, value))
    return value is None or (isinstance(value, str) and not value.strip())


def _is_empty_row(row: Any) -> bool:
    return all(map(is_blank, row.values())) if isinstance(row, Mapping) else is_blank(row)


def laid_out(form: Form, values: Values) -> Values:
    """What was typed, as it is kept: a text of one line without breaks, a list without rows that say nothing."""
    kinds = {field.name: field.type for field in form.fields}
    kept = dict(values)
    for name, value in values.items():
        if isinstance(value, str) and kinds.get(name) == "text":
            kept[name] = one_line(value)
        elif isinstance(value, list):
            kept[name] = [row for row in value if not _is_empty_row(row)]
    return kept


def invalid(form: Form, values: Mapping[str, Any]) -> tuple[Flaw, ...]:
    """What no draft may contain: unknown fields, and values that do not fit their type."""
    known = {field.name for field in form.fields}
    found = [Flaw(name, name, f"《{form.name}》没有“{name}”这一栏。") for name in values if name not in known]
    for field in form.fields:
        value = values.get(field.name)
        if not is_blank(value) and (sentence := _wrong(field, value)):
            found.append(Flaw(field.name, field.label, sentence, field.article))
    return tuple(found)


def flaws(form: Form, values: Mapping[str, Any], *, today: date) -> tuple[Flaw, ...]:
    """Everything invalid, missing or against the form's rules; empty means complete."""
    found = list(invalid(form, values))
    for field in form.fields:
        wanted = field.required or (field.required_when and meets(field.required_when, values))
        if wanted and is_blank(values.get(field.name)):
            found.append(Flaw(field.name, field.label, f"请填写“{field.label}”。", field.article))
        elif sentence := _told_in_vain(form, field, values=values, is_wanted=bool(wanted)):
            found.append(Flaw(field.name, field.label, sentence, field.article))
    for rule in form.rules:
        if (rule.when is None or meets(rule.when, values)) and (
            sentence := _unmet(form, rule, values=values, today=today)
        ):
            first = form.field(rule.fields[0])
            found.append(Flaw(first.name, first.label, sentence, rule.article))
    return tuple(found)


def _told_in_vain(form: Form, field: Field, *, values: Mapping[str, Any], is_wanted: bool) -> str:
    """What stands where nothing belongs would tell what did not happen; signs alone are no reason."""
    value, only = values.get(field.name), field.only_when
    if is_blank(value):
        return ""
    if only is not None and not meets(only, values):
        asked = form.field(only.field)
        named = "、".join(dict(asked.choices).get(one, one) for one in only.values)
        named = {"true": "是", "false": "否"}.get(named, named)
        return f"“{field.label}”只在“{asked.label}”为“{named}”时填写，请留空。"
    is_typed = is_wanted and field.type in {"text", "long_text"} and not field.fixed
    if is_typed and not says_something(str(value)):
        return f"“{field.label}”只有标点符号，没有可以阅读的内容。"
    return ""


def meets(condition: Condition, values: Mapping[str, Any]) -> bool:
    value = values.get(condition.field)
    return (str(value).lower() if isinstance(value, bool) else str(value or "")) in condition.values


def _wrong(field: Field, value: Any) -> str:
    """A sentence about a filled value that does not fit its type, or nothing."""
    if field.is_list:
        columns = {column.name for column in field.columns}
        fits = isinstance(value, list) and all(
            isinstance(row, Mapping) and set(row) <= columns for row in value
        )
        if not fits:
            return f"“{field.label}”应为列表，每行含{'、'.join(sorted(columns))}。"
        cells = (str(cell) for row in value for cell in row.values() if field.shape and not is_blank(cell))
        return next((said for cell in cells if (said := misshapen(field.shape, cell, label=field.label))), "")
    if field.type == "boolean":
        return "" if isinstance(value, bool) else f"“{field.label}”应选是或者否。"
    if field.type in {"money", "number"}:
        return _wrong_number(field, value)
    if not isinstance(value, str):
        return f"“{field.label}”应为文字。"
    if field.max_length and len(value) > field.max_length:
        return f"“{field.label}”有{len(value)}字，超过{field.max_length}字。"
    if field.type == "choice" and value not in dict(field.choices):
        return f"“{field.label}”只能选：{'、'.join(label for _, label in field.choices)}。"
    if field.type in {"date", "datetime"} and moment(value) is None:
        return f"“{field.label}”不是有效的日期：{value[:20]}。"
    return misshapen(field.shape, value, label=field.label) if field.shape else ""


def _wrong_number(field: Field, value: Any) -> str:
    number = decimal(value)
    if number is None:
        return f"“{field.label}”不是有效的数字：{str(value)[:20]}。"
    if number < 0:
        return f"“{field.label}”不能为负。"
    exponent = number.as_tuple().exponent
    if field.type == "money" and isinstance(exponent, int) and exponent < -2:
        return f"“{field.label}”最多精确到分。"
    return ""


def decimal(value: Any) -> Decimal | None:
    """A finite decimal, or None."""
    if isinstance(value, bool):
        return None
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def moment(value: str) -> datetime | None:
    """The date or date-time in ISO form, or None."""
    try:
        return datetime.fromisoformat(value)
    except ValueError:
        return None


def _unmet(form: Form, rule: Rule, *, values: Mapping[str, Any], today: date) -> str:
    labels = [form.field(name).label for name in rule.fields]
    first = values.get(rule.fields[0])
    if rule.kind == "any_of":
        filled = any(not is_blank(values.get(name)) for name in rule.fields)
        return "" if filled else f"“{'”、“'.join(labels)}”至少填写一项。"
    if rule.kind == "at_least":
        count = len(first) if isinstance(first, list) else 0
        return "" if count >= int(rule.limit) else f"“{labels[0]}”不得少于{rule.limit}项（现有{count}项）。"
    if rule.kind == "past":
        days = {
            label: moment(str(values.get(name) or ""))
            for name, label in zip(rule.fields, labels, strict=True)
        }
        late = [label for label, day in days.items() if day is not None and day.date() > today]
        return f"“{'”、“'.join(late)}”不能晚于今天。" if late else ""
    if is_blank(first):
        return ""
    if rule.kind == "together":
        lacking = [
            label for name, label in zip(rule.fields, labels, strict=True) if is_blank(values.get(name))
        ]
        return f"填写了“{labels[0]}”，还应填写“{'”、“'.join(lacking)}”。" if lacking else ""
    if rule.kind == "at_most":
        number = decimal(first)
        over = number is not None and number > Decimal(rule.limit)
        return f"“{labels[0]}”不得超过{rule.limit}。" if over else ""
    start, end = moment(str(values.get(rule.fields[1]) or "")), moment(str(first))
    if start is None or end is None or end.replace(tzinfo=None) >= start.replace(tzinfo=None):
        return ""
    return f"“{labels[0]}”不能早于“{labels[1]}”。"
