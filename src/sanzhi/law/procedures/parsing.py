"""Reads a procedure from a catalogue's table; its words are closed vocabularies, never expressions."""

from collections.abc import Mapping
from typing import Any

from sanzhi.law.deadline_rules import RULES
from sanzhi.law.measures import Disposal
from sanzhi.law.procedures.model import Edge, PaperNeed, Procedure, ProcedureError, Step, Words

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
        "issues",
        "marks",
        "back",
    ]
)
MARKS = frozenset({"", "filed", "overturned"})
DISPOSALS = frozenset({*Disposal, "overturn"})


def parse_procedure(table: Mapping[str, Any], words: Words) -> Procedure:
    """Read the table. Raises ProcedureError with a Chinese sentence naming step and field."""
    for name in ("key", "title", "steps"):
        if not table.get(name):
            raise ProcedureError(f"流程缺少“{name}”。")
    if not isinstance(table["steps"], list):
        raise ProcedureError("流程的 steps 应为环节的列表。")
    steps = tuple(_step(row, number, known=words) for number, row in enumerate(table["steps"], start=1))
    _check_ways(steps)
    return Procedure(
        str(table["key"]),
        str(table["title"]),
        str(table.get("citation", "")),
        steps,
        tuple(map(str, table.get("anytime") or ())),
        bool(table.get("chart", False)),
        _words(table, "always", known=words.acts, key=str(table["key"])),
    )


def _check_ways(steps: tuple[Step, ...]) -> None:
    """Every way leads to a step, every step but an end has one way without condition."""
    keys = [step.key for step in steps]
    if len(set(keys)) != len(keys):
        raise ProcedureError("流程中有两个环节使用了同一个键。")
    for number, step in enumerate(steps):
        if step.back and step.back not in keys[:number]:
            raise ProcedureError(f"环节“{step.key}”的 back 应为在它之前的环节。")
        for edge in step.next:
            if edge.to not in keys:
                raise ProcedureError(f"环节“{step.key}”的 next 指向不存在的环节“{edge.to}”。")
        default = [edge for edge in step.next if not edge.when]
        if len(default) > 1:
            raise ProcedureError(f"环节“{step.key}”的 next 有两条无条件的去向。")
        if step.next and not default:
            # without it a case whose conditions all fail would end here, undecided or unserved
            raise ProcedureError(f"环节“{step.key}”的 next 只有附条件的去向，还应有一条无条件的去向。")


def _step(row: Any, number: int, *, known: Words) -> Step:
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
    holds = known.conditions
    papers = tuple(_paper(need, key, known=holds) for need in _listed(row, "documents", key=key))
    edges = tuple(_edge(edge, key, known=holds) for edge in _listed(row, "next", key=key))
    return Step(
        key=key,
        title=str(row["title"]),
        role=str(row.get("role", "officer")),
        officers=officers,
        documents=papers,
        acts=_words(row, "acts", known=known.acts, key=key),
        recording=tuple(map(str, _listed(row, "recording", key=key))),
        needs=_words(row, "needs", known=known.guards, key=key),
        within=str(row.get("within") or ""),
        next=edges,
        citation=str(row.get("citation", "")),
        issues=_issues(row, key),
        marks=_mark(row, key),
        back=str(row.get("back") or ""),
    )


def _issues(row: Mapping[str, Any], key: str) -> dict[str, str]:
    found = row.get("issues") or {}
    if not isinstance(found, Mapping) or set(map(str, found)) - DISPOSALS:
        raise ProcedureError(f"环节“{key}”的 issues 应写明决定的种类和文书，如 {{punish: D41}}。")
    return {str(disposal): str(form) for disposal, form in found.items()}


def _mark(row: Mapping[str, Any], key: str) -> str:
    if str(row.get("marks") or "") not in MARKS:
        raise ProcedureError(f"环节“{key}”的 marks“{row['marks']}”不在规定的词表中。")
    return str(row.get("marks") or "")


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


def _condition(name: str, key: str, *, field: str, known: frozenset[str]) -> str:
    if name and name not in known:
        raise ProcedureError(f"环节“{key}”的 {field} 中条件“{name}”不在规定的词表中。")
    return name


def _paper(need: Any, key: str, *, known: frozenset[str]) -> PaperNeed:
    if isinstance(need, str):
        return PaperNeed(need)
    if not isinstance(need, Mapping) or not need.get("form") or set(need) - {"form", "when", "unless"}:
        raise ProcedureError(f"环节“{key}”的 documents 中“{need}”应写明 form，可以附 when 或者 unless。")
    when, unless = str(need.get("when", "")), str(need.get("unless", ""))
    return PaperNeed(
        str(need["form"]),
        _condition(when, key, field="documents", known=known),
        _condition(unless, key, field="documents", known=known),
    )


def _edge(edge: Any, key: str, *, known: frozenset[str]) -> Edge:
    if isinstance(edge, str):
        return Edge(edge)
    if not isinstance(edge, Mapping) or not edge.get("to") or set(edge) - {"to", "when"}:
        raise ProcedureError(f"环节“{key}”的 next 中“{edge}”应写明 to，可以附 when。")
    return Edge(str(edge["to"]), _condition(str(edge.get("when", "")), key, field="next", known=known))
