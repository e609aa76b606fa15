"""What each kind of catalogue must contain; a row that does not fit is refused with its place and the fix."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from sanzhi.catalogues.models import Kind
from sanzhi.kernel.errors import Refused
from sanzhi.kernel.order_form import chinese
from sanzhi.kernel.verdict import Reason
from sanzhi.law.citations import parse_citations
from sanzhi.law.fines import FormulaError, parse_formula
from sanzhi.law.procedures import Procedure, ProcedureError, parse_procedure


class RowSchema(BaseModel):
    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)


class PowerRow(RowSchema):
    """A row of the powers list (F9-01, F9.2)."""

    code: str = Field(pattern=r"^[A-Z][0-9A-Z-]{1,19}$")
    title: str = Field(min_length=2, max_length=100)
    category: str = "行政处罚"
    conduct: str = Field(min_length=2)
    prohibition: str = Field(min_length=4)
    penalty_basis: str = Field(min_length=4)
    correct_first: bool = False
    correct_first_text: str = ""
    formula: dict[str, Any] | None = None
    formulas: dict[str, dict[str, Any]] = Field(default_factory=dict)
    alternatives: list[dict[str, Any]] = Field(default_factory=list)
    warns: bool = False
    other_measures: str = ""
    executing_department: str = ""
    conflicts: str | list[str] = ""
    valid_from: date | None = None
    valid_to: date | None = None
    mark: str = "原文"
    note: str = ""


class Tier(RowSchema):
    name: str
    when: str
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    text: str


class DiscretionRow(RowSchema):
    code: str
    title: str = ""
    tiers: list[Tier] = Field(min_length=1)
    mark: str = "建议"


class RecordingRow(RowSchema):
    """A row of the recording list (F6-01)."""

    code: str = ""
    category: str
    matter: str
    moment: str = Field(pattern=r"^[a-z_]+$")
    method: str
    begins: str
    content: str
    ends: str
    retention: str
    remark: str = ""
    whole_process: bool = False
    shortest_seconds: int = 0
    mark: str = "建议"


class Condition(RowSchema):
    """When a row of the major-decision list is hit. A word that nobody reads is refused: it would skip the review.

    `public_interest` is for people to judge; no fact of a case answers it.
    """

    fine_at_least: dict[Literal["person", "individual_business", "organisation"], Decimal] = Field(default_factory=dict)
    hearing_held: bool = False
    below_range: bool = False
    measure_contains: list[str] = Field(default_factory=list)
    public_interest: bool = False

    @property
    def says_nothing(self) -> bool:
        return not any(self.model_dump().values())


class MajorRow(RowSchema):
    """A row of the major-decision list (F7-01) with its machine-readable condition."""

    code: str = ""
    category: str = "行政处罚"
    title: str
    scope: str = ""
    basis: str
    submitter: str = ""
    materials: str = ""
    reviewer: str = ""
    focus: str = ""
    within: str = ""
    condition: Condition = Field(default_factory=Condition)
    mark: str = "建议"


class DisclosureRow(RowSchema):
    code: str = ""
    what: str
    basis: str
    when: str
    days: int | None = None
    unit: str = ""
    redactions: str | list[str] = ""
    level: str = ""
    months: int | None = None
    mark: str = "摘录"


SCHEMAS: dict[str, type[RowSchema]] = {
    Kind.POWERS: PowerRow,
    Kind.DISCRETION: DiscretionRow,
    Kind.RECORDING: RecordingRow,
    Kind.MAJOR_DECISIONS: MajorRow,
    Kind.DISCLOSURE: DisclosureRow,
}


@dataclass(frozen=True)
class RowIn:
    code: str
    title: str
    content: dict[str, Any]


def rows_of(kind: str, content: Mapping[str, Any]) -> tuple[dict[str, Any], tuple[RowIn, ...]]:
    """Head and rows of a catalogue. Raises Refused with every wrong row, its field and what is wrong."""
    if kind == Kind.PROCEDURE:
        return _procedure_rows(content)
    head = {name: value for name, value in content.items() if name != "rows"}
    reasons: list[Reason] = []
    rows: list[RowIn] = []
    for number, raw in enumerate(content.get("rows") or (), start=1):
        try:
            row = SCHEMAS[kind].model_validate(raw)
        except ValidationError as wrong:
            reasons += [Reason(f"第{number}行“{_place(error)}”：{chinese(dict(error))}") for error in wrong.errors()]
            continue
        reasons += [*_formula_reasons(number, row), *_citation_reasons(number, row), *_condition_reasons(number, row)]
        rows.append(_row_in(number, row))
    reasons += _duplicates(rows)
    if not rows and not reasons:
        reasons.append(Reason("清单没有任何一行。"))
    if reasons:
        raise Refused(tuple(reasons))
    return head, tuple(rows)


def _row_in(number: int, row: RowSchema) -> RowIn:
    values = row.model_dump(mode="json")
    code = values.get("code") or f"{number:03d}"
    title = values.get("title") or values.get("matter") or values.get("what") or code
    return RowIn(code, title[:200], values)


def _place(error: Mapping[str, Any]) -> str:
    return ".".join(str(part) for part in error["loc"])


def _formula_reasons(number: int, row: RowSchema) -> list[Reason]:
    if not isinstance(row, PowerRow):
        return []
    tables = [*([row.formula] if row.formula else []), *row.formulas.values(), *row.alternatives]
    found = []
    for table in tables:
        try:
            parse_formula(table)
        except FormulaError as wrong:
            found.append(Reason(f"第{number}行“{row.title}”：{wrong}", row.penalty_basis))
    return found


def _citation_reasons(number: int, row: RowSchema) -> list[Reason]:
    if not isinstance(row, PowerRow):
        return []
    return [
        Reason(f"第{number}行“{field}”：“{text}”没有写明法律法规的名称和条。", remedy="请写成《名称》加条、款、项。")
        for field, text in (("prohibition", row.prohibition), ("penalty_basis", row.penalty_basis))
        if not parse_citations(text)
    ]


def _condition_reasons(number: int, row: RowSchema) -> list[Reason]:
    if not isinstance(row, MajorRow):
        return []
    found = []
    if row.condition.says_nothing:
        found.append(Reason(f"第{number}行“condition”：没有写明何种情形适用本行。"))
    if row.condition.fine_at_least and not {"person", "organisation"} <= set(row.condition.fine_at_least):
        found.append(Reason(f"第{number}行“condition.fine_at_least”：应同时写明 person 和 organisation 的数额。"))
    return found


def _duplicates(rows: list[RowIn]) -> list[Reason]:
    seen: set[str] = set()
    found = []
    for row in rows:
        if row.code in seen:
            found.append(Reason(f"编码“{row.code}”出现了两次。", remedy="每行的编码应当不同。"))
        seen.add(row.code)
    return found


def _procedure_rows(content: Mapping[str, Any]) -> tuple[dict[str, Any], tuple[RowIn, ...]]:
    try:
        procedure = parse_procedure(content)
    except (ProcedureError, KeyError, TypeError) as wrong:
        raise Refused((Reason(str(wrong)),)) from wrong
    rows = tuple(
        RowIn(step.key, step.title, dict(raw)) for step, raw in zip(procedure.steps, content["steps"], strict=True)
    )
    return dict(content), rows


def procedure_of_head(head: Mapping[str, Any]) -> Procedure:
    """The procedure that an edition's head holds; it was checked when the edition was drafted."""
    return parse_procedure(head)


