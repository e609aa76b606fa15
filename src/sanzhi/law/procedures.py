"""A procedure as a table of steps, read from a catalogue; its words are closed vocabularies, never expressions."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sanzhi.law.deadline_rules import RULES

WITHIN = frozenset({"", *(row.key for row in RULES)})
ROLES = frozenset(
    [
        "officer",
        "squad_leader",
        "bureau_head",
        "legal_reviewer",
        "disclosure_clerk",
        "archivist",
        "supervisor",
        "administrator",
    ]
)
ACTS = frozenset(
    [
        "register_party",
        "assign_officers",
        "write_document",
        "add_evidence",
        "order_correction",
        "record_correction_review",
        "propose_penalty",
        "serve_document",
        "record_plea",
        "answer_plea",
        "request_hearing",
        "notify_hearing",
        "conclude_hearing",
        "submit_for_review",
        "record_deliberation",
        "decide_penalty",
        "penalise_on_the_spot",
        "record_payment",
        "charge_late_penalty",
        "close_case",
    ]
)
GUARDS = frozenset(
    [
        "filing_approved",
        "evidence_collected",
        "parties_told_rights",
        "correction_reviewed",
        "proposal_made",
        "fine_within_range",
        "notice_served",
        "plea_period_over",
        "plea_answered",
        "hearing_notified_in_time",
        "hearing_concluded",
        "legal_review_passed",
        "deliberation_concluded",
        "two_qualified_officers",
        "notice_given",
        "plea_considered",
        "hearing_respected",
        "correction_respected",
        "within_limitation",
        "not_aggravated_by_plea",
        "respondent_punishable",
        "decision_served",
        "fine_settled",
        "within_simplified_limits",
        "rights_told_on_the_spot",
    ]
)
CONDITIONS = frozenset(
    [
        "correct_first",
        "corrected",
        "no_penalty_proposed",
        "hearing_line",
        "plea_made",
        "hearing_requested",
        "not_major_decision",
    ]
)
KEYS = frozenset(
    [
        "key",
        "title",
        "role",
        "officers",
        "documents",
        "acts",
        "recording",
        "needs",
        "within",
        "next",
        "citation",
    ]
)


class ProcedureError(ValueError):
    """The table cannot be read; the sentence names step and field."""


@dataclass(frozen=True)
class PaperNeed:
    """A form that the step needs: always, only `when` a condition holds, or `unless` it does."""

    form: str
    when: str = ""
    unless: str = ""


@dataclass(frozen=True)
class Edge:
    """The way to the next step; without `when` it is the way taken when no other holds."""

    to: str
    when: str = ""


@dataclass(frozen=True)
class Step:
    """`officers`: how many must be on the case; `within`: the key of a deadline rule."""

    key: str
    title: str
    role: str
    officers: int
    documents: tuple[PaperNeed, ...]
    acts: tuple[str, ...]
    recording: tuple[str, ...]
    needs: tuple[str, ...]
    within: str
    next: tuple[Edge, ...]
    citation: str


@dataclass(frozen=True)
class Procedure:
    key: str
    title: str
    citation: str
    steps: tuple[Step, ...]

    def step(self, key: str) -> Step:
        return next(step for step in self.steps if step.key == key)


def parse_procedure(table: Mapping[str, Any]) -> Procedure:
    """Read the table. Raises ProcedureError with a Chinese sentence naming step and field."""
    for name in ("key", "title", "steps"):
        if not table.get(name):
            raise ProcedureError(f"流程缺少“{name}”。")
    if not isinstance(table["steps"], list):
        raise ProcedureError("流程的 steps 应为环节的列表。")
    steps = tuple(_step(row, number) for number, row in enumerate(table["steps"], start=1))
    _check_ways(steps)
    return Procedure(str(table["key"]), str(table["title"]), str(table.get("citation", "")), steps)


def _check_ways(steps: tuple[Step, ...]) -> None:
    """Every way leads to a step, every step but an end has one way without condition."""
    keys = [step.key for step in steps]
    if len(set(keys)) != len(keys):
        raise ProcedureError("流程中有两个环节使用了同一个键。")
    for step in steps:
        for edge in step.next:
            if edge.to not in keys:
                raise ProcedureError(f"环节“{step.key}”的 next 指向不存在的环节“{edge.to}”。")
        default = [edge for edge in step.next if not edge.when]
        if len(default) > 1:
            raise ProcedureError(f"环节“{step.key}”的 next 有两条无条件的去向。")
        if step.next and not default:
            # without it a case whose conditions all fail would end here, undecided or unserved
            raise ProcedureError(f"环节“{step.key}”的 next 只有附条件的去向，还应有一条无条件的去向。")


def _step(row: Any, number: int) -> Step:
    if not isinstance(row, Mapping):
        raise ProcedureError(f"第{number}个环节应为一组字段。")
    key = str(row.get("key") or f"第{number}个环节")
    strange = sorted(map(str, set(row) - KEYS))
    if strange:
        raise ProcedureError(f"环节“{key}”有不认识的字段：{'、'.join(strange)}。")
    if not row.get("key") or not row.get("title"):
        raise ProcedureError(f"环节“{key}”缺少 key 或者 title。")
    if str(row.get("role", "officer")) not in ROLES:
        raise ProcedureError(f"环节“{key}”的 role“{row['role']}”不是规定的岗位。")
    officers = row.get("officers", 0)
    if isinstance(officers, bool) or not isinstance(officers, int) or officers < 0:
        raise ProcedureError(f"环节“{key}”的 officers“{officers}”应为人数。")
    if str(row.get("within") or "") not in WITHIN:
        raise ProcedureError(f"环节“{key}”的 within“{row['within']}”不是规定的期限。")
    papers = tuple(_paper(need, key) for need in _listed(row, "documents", key=key))
    edges = tuple(_edge(edge, key) for edge in _listed(row, "next", key=key))
    return Step(
        key=key,
        title=str(row["title"]),
        role=str(row.get("role", "officer")),
        officers=officers,
        documents=papers,
        acts=_words(row, "acts", known=ACTS, key=key),
        recording=tuple(map(str, _listed(row, "recording", key=key))),
        needs=_words(row, "needs", known=GUARDS, key=key),
        within=str(row.get("within") or ""),
        next=edges,
        citation=str(row.get("citation", "")),
    )


def _words(row: Mapping[str, Any], field: str, *, known: frozenset[str], key: str) -> tuple[str, ...]:
    words = tuple(map(str, _listed(row, field, key=key)))
    strange = [word for word in words if word not in known]
    if strange:
        raise ProcedureError(f"环节“{key}”的 {field} 中“{'、'.join(strange)}”不在规定的词表中。")
    return words


def _listed(row: Mapping[str, Any], field: str, *, key: str) -> list[Any]:
    found = row.get(field) or []
    if not isinstance(found, list):
        raise ProcedureError(f"环节“{key}”的 {field} 应为列表。")
    return found


def _condition(name: str, key: str, *, field: str) -> str:
    if name and name not in CONDITIONS:
        raise ProcedureError(f"环节“{key}”的 {field} 中条件“{name}”不在规定的词表中。")
    return name


def _paper(need: Any, key: str) -> PaperNeed:
    if isinstance(need, str):
        return PaperNeed(need)
    if not isinstance(need, Mapping) or not need.get("form") or set(need) - {"form", "when", "unless"}:
        raise ProcedureError(f"环节“{key}”的 documents 中“{need}”应写明 form，可以附 when 或者 unless。")
    when, unless = str(need.get("when", "")), str(need.get("unless", ""))
    return PaperNeed(
        str(need["form"]),
        _condition(when, key, field="documents"),
        _condition(unless, key, field="documents"),
    )


def _edge(edge: Any, key: str) -> Edge:
    if isinstance(edge, str):
        return Edge(edge)
    if not isinstance(edge, Mapping) or not edge.get("to") or set(edge) - {"to", "when"}:
        raise ProcedureError(f"环节“{key}”的 next 中“{edge}”应写明 to，可以附 when。")
    return Edge(str(edge["to"]), _condition(str(edge.get("when", "")), key, field="next"))


def next_step(step: Step, holds: Callable[[str], bool]) -> str | None:
    """The key of the following step: the first way whose condition holds, else the unconditional one."""
    for edge in step.next:
        if edge.when and holds(edge.when):
            return edge.to
    return next((edge.to for edge in step.next if not edge.when), None)


@dataclass(frozen=True)
class Path:
    """One way through a procedure: its steps, and the conditions assumed on the edges taken."""

    steps: tuple[str, ...]
    assumed: frozenset[str]


def paths(procedure: Procedure) -> tuple[Path, ...]:
    """Every way from the first step to an end that visits no step twice."""
    found: list[Path] = []

    def walk(key: str, behind: tuple[str, ...], *, assumed: frozenset[str]) -> None:
        here = (*behind, key)
        ahead = [edge for edge in procedure.step(key).next if edge.to not in behind]
        if not ahead:
            found.append(Path(here, assumed))
        for edge in ahead:
            walk(edge.to, here, assumed=assumed | ({edge.when} if edge.when else set()))

    walk(procedure.steps[0].key, (), assumed=frozenset())
    return tuple(found)
