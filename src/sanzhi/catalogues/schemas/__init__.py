"""What each kind of catalogue must contain; a row that does not fit is refused with its place and the fix."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from sanzhi.catalogues import board
from sanzhi.catalogues.models import Kind
from sanzhi.catalogues.schemas import charges, enforcement, licences, powers, service, steps
from sanzhi.catalogues.schemas.base import RowSchema, caption_of
from sanzhi.kernel.errors import Refused
from sanzhi.kernel.orders import chinese
from sanzhi.kernel.verdict import Reason
from sanzhi.law.procedures import Procedure, ProcedureError, parse_procedure

CODE = re.compile(r"^[\w.-]{1,40}$")
SCHEMAS: dict[str, type[RowSchema]] = {
    Kind.PROCEDURE: steps.StepRow,
    Kind.POWERS: powers.PowerRow,
    Kind.DUTIES: service.DutyRow,
    Kind.SPOT_CHECKS: enforcement.SpotCheckRow,
    Kind.RECORDING: enforcement.RecordingRow,
    Kind.MAJOR_DECISIONS: enforcement.MajorRow,
    Kind.GUIDES: service.GuideRow,
    Kind.LICENCE_ITEMS: licences.LicenceItemRow,
    Kind.FORM_SAMPLES: service.FormSampleRow,
    Kind.DISCRETION: powers.DiscretionRow,
    Kind.LENIENT: powers.LenientRow,
    Kind.POSTS: service.PostRow,
    Kind.CHANNELS: service.ChannelRow,
    Kind.DELEGATIONS: enforcement.DelegationRow,
    Kind.MONITORING: enforcement.MonitoringRow,
    Kind.DISCLOSURE: enforcement.DisclosureRow,
    Kind.TARIFFS: charges.TariffRow,
}


@dataclass(frozen=True)
class RowIn:
    code: str
    title: str
    content: dict[str, Any]


@dataclass(frozen=True)
class Wrong:
    """What is wrong in one field of a row; `field` is "" where the whole row is meant."""

    field: str
    caption: str
    reason: Reason

    def at(self, place: str) -> Reason:
        """The reason with its place before it: 第3行“实施依据”：……"""
        named = f"{place}“{self.caption}”：" if self.caption else f"{place}："
        return Reason(f"{named}{self.reason.sentence}", self.reason.citation, self.reason.remedy)


@dataclass(frozen=True)
class Checked:
    """A row as read: `row` is None while it cannot be kept; `gaps` are captions that the public page still wants."""

    row: RowIn | None
    wrongs: tuple[Wrong, ...]
    gaps: tuple[str, ...] = ()


def check_row(kind: str, raw: Any, *, number: int) -> Checked:
    """Hold one row against its schema; `number` names it where the list leaves the code open."""
    schema = SCHEMAS[kind]
    try:
        row = schema.model_validate(raw)
    except ValidationError as wrong:
        return Checked(None, tuple(_wrong(schema, dict(error)) for error in wrong.errors()))
    wrongs = tuple(Wrong(name, caption_of(schema, name), reason) for name, reason in row.wrongs())
    code = str(getattr(row, "code", ""))
    if code and not CODE.match(code):
        # the code is part of the row's public address
        wrongs += (
            Wrong(
                "code",
                caption_of(schema, "code"),
                Reason(f"编码“{code}”只能用字母、数字、汉字和-._，最多40个字。"),
            ),
        )
    return Checked(None if wrongs else _row_in(kind, row, number=number), wrongs, row.gaps())


def _wrong(schema: type[RowSchema], error: Mapping[str, Any]) -> Wrong:
    first, *inner = error["loc"] or ("",)
    caption = caption_of(schema, str(first)) + "".join(f".{part}" for part in inner)
    sentence = "清单没有这一列。" if error["type"] == "extra_forbidden" else chinese(error)
    return Wrong(str(first), caption, Reason(sentence))


def _row_in(kind: str, row: RowSchema, *, number: int) -> RowIn:
    if kind == Kind.PROCEDURE:
        # defaults left out: the content is the very table that law.procedures reads
        values = row.model_dump(mode="json", exclude_defaults=True)
        return RowIn(values["key"], values["title"], values)
    values = row.model_dump(mode="json")
    values["code"] = values.get("code") or f"{number:03d}"
    return RowIn(values["code"], str(values.get(row.title_field) or values["code"])[:200], values)


def rows_of(kind: str, content: Mapping[str, Any]) -> tuple[dict[str, Any], tuple[RowIn, ...]]:
    """Head and rows of a catalogue. Raises Refused with every wrong row, its field and what is wrong."""
    if kind == Kind.PROCEDURE:
        return _procedure_rows(content)
    head = {name: value for name, value in content.items() if name not in {"rows", "shared"}}
    shared, raws = content.get("shared") or {}, content.get("rows") or []
    if not isinstance(shared, Mapping) or not isinstance(raws, list | tuple):
        raise Refused((Reason("清单的 rows 应为各行的列表，shared 应为各行共用的列。"),))
    reasons: list[Reason] = []
    rows: list[RowIn] = []
    for number, raw in enumerate(raws, start=1):
        whole = {**shared, **raw} if isinstance(raw, Mapping) else raw
        checked = check_row(kind, whole, number=number)
        reasons += [wrong.at(f"第{number}行") for wrong in checked.wrongs]
        rows += [checked.row] if checked.row else []
    reasons += duplicates(row.code for row in rows)
    if not rows and not reasons:
        reasons.append(Reason("清单没有任何一行。"))
    if reasons:
        raise Refused(tuple(reasons))
    return head, tuple(rows)


def duplicates(codes: Iterable[str]) -> list[Reason]:
    seen: set[str] = set()
    found = []
    for code in codes:
        if code in seen:
            found.append(Reason(f"编码“{code}”出现了两次。", remedy="每行的编码应当不同。"))
        seen.add(code)
    return found


def _procedure_rows(content: Mapping[str, Any]) -> tuple[dict[str, Any], tuple[RowIn, ...]]:
    try:
        procedure = parse_procedure(content, board.words())
    except (ProcedureError, KeyError, TypeError) as wrong:
        raise Refused((Reason(str(wrong)),)) from wrong
    rows = tuple(
        RowIn(step.key, step.title, dict(raw))
        for step, raw in zip(procedure.steps, content["steps"], strict=True)
    )
    return dict(content), rows


def procedure_of_head(head: Mapping[str, Any]) -> Procedure:
    """The procedure that an edition's head holds; it was checked when the edition was drafted."""
    return parse_procedure(head, board.words())
