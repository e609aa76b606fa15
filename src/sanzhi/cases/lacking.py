"""What a paper must tell and only the case can say: while the case does not know it, the act that would say it is named."""

from collections.abc import Iterable, Mapping
from typing import Any

from sanzhi.cases import board
from sanzhi.cases.models import Proceeding
from sanzhi.cases.queries import procedure_of
from sanzhi.documents import queries as documents
from sanzhi.documents.form_model import Field
from sanzhi.documents.models import Document
from sanzhi.kernel.commands import registered_commands
from sanzhi.kernel.verdict import Reason, Verdict

LAW = "行政处罚法第四十条、第五十四条"
NAMED = 3  # of many gaps so many are named where a paper is only offered


def _work(proceeding: Proceeding, field: Field) -> str:
    """The act, by its title, by which the case comes to know it; nothing where none is named."""
    act = board.act_that_fills(proceeding, field.paths)
    return registered_commands()[act].title if act else ""


def remedy_of(proceeding: Proceeding, field: Field) -> str:
    """What is to be done, so that the case knows it."""
    title = _work(proceeding, field)
    return f"请先办理“{title}”，本栏随之填写。" if title else "请先在案件中办理、登记，本栏随之填写。"


def has_what_it_tells(proceeding: Proceeding, *forms: str) -> dict[str, Verdict]:
    """Of each form whether the case knows what such a paper must tell.

    A paper of a step may be begun before; one that is lawful at any time tells of something that was done.
    """
    told = [code for code in forms if code in procedure_of(proceeding).anytime]
    paths = {path for code in told for field in _owed(code) for path in field.paths}
    facts = board.facts_of(proceeding, paths) if paths else {}
    return {code: _knows(proceeding, code, facts=facts) if code in told else Verdict.yes() for code in forms}


def lacks_nothing(proceeding: Proceeding, paper: Document) -> Verdict:
    """Nobody types what the case fills: such a gap is closed in the case."""
    open_fields = {row.field for row in documents.missing_of(paper)}
    lacking = [
        field
        for field in documents.form(paper.form).fixed_fields
        if field.name in open_fields and documents.is_blank(paper.values.get(field.name))
    ]
    return _without(proceeding, paper.form, lacking=lacking)


def _owed(form: str) -> Iterable[Field]:
    return (field for field in documents.form(form).fixed_fields if field.required)


def _knows(proceeding: Proceeding, form: str, *, facts: Mapping[str, Any]) -> Verdict:
    known = documents.fixed(form, facts)
    lacking = [row for row in _owed(form) if documents.is_blank(known.get(row.name))]
    labels = "”、“".join(row.label for row in lacking[:NAMED])
    more = f"等{len(lacking)}项" if len(lacking) > NAMED else ""
    acts = "”、“".join(dict.fromkeys(filter(None, (_work(proceeding, row) for row in lacking))))
    return Verdict.when(
        not lacking,
        f"案件中还没有《{documents.form_title(form)}》须写明的“{labels}”{more}。",
        citation=LAW,
        remedy=f"请先办理“{acts}”。" if acts else "请先在案件中办理、登记。",
    )


def _without(proceeding: Proceeding, form: str, *, lacking: list[Field]) -> Verdict:
    """One reason for each thing that is to be done, with the fields that wait for it."""
    waiting: dict[str, list[str]] = {}
    for field in lacking:
        waiting.setdefault(remedy_of(proceeding, field), []).append(field.label)
    title = documents.form_title(form)
    return Verdict(
        tuple(
            Reason(f"案件中还没有《{title}》须写明的“{'”、“'.join(labels)}”。", LAW, remedy)
            for remedy, labels in waiting.items()
        )
    )
