"""Fields of a paper that the case fills: nobody types over them, and a paper whose facts have moved on is not signed."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sanzhi.cases import board, queries, recusing
from sanzhi.cases.models import Paper, Proceeding
from sanzhi.documents import queries as documents
from sanzhi.kernel.verdict import Reason, Verdict

PARTY_ITSELF = "当事人"
LAW = "行政处罚法第四十四条、第五十七条"


def fixed_now(proceeding: Proceeding, form: str) -> dict[str, Any]:
    """What the case says now for the fields that nobody types."""
    return documents.fixed(form, board.facts_of(proceeding, documents.form(form).fixed_paths))


def is_not_typed_over(form: str, typed: Mapping[str, Any], *, known: Mapping[str, Any]) -> Verdict:
    """What is typed into such a field must be what the case says anyhow."""
    other = [name for name in known if name in typed and _plain(typed[name]) != _plain(known[name])]
    labels = (documents.form(form).field(name).label for name in other)
    return Verdict(
        tuple(
            Reason(f"“{label}”由案件信息填写，不能在文书上改写。", LAW, "需要改变的，请在案件中办理。")
            for label in labels
        )
    )


def told_now(paper: Paper) -> dict[str, Any]:
    """What the case says for a draft: for the fields that nobody types, and for others that stand empty."""
    form, values = documents.form(paper.form), paper.document.values
    facts = board.facts_of(paper.proceeding, form.paths)
    empty = {
        name: value
        for name, value in documents.prefilled(paper.form, facts).items()
        if documents.is_blank(values.get(name))
        and not documents.is_blank(value)
        and not (_is_of_another(values) and _is_the_partys(form.field(name).sources))
    }
    return {**empty, **_fixed(paper, facts)}


def _is_of_another(values: Mapping[str, Any]) -> bool:
    """Whether the paper says that somebody else than the party speaks in it: nothing of the party's is put in his mouth."""
    return values.get("relation") not in {None, "", PARTY_ITSELF}


def _is_the_partys(sources: tuple[str, ...]) -> bool:
    return any(source.startswith("party.") for source in sources)


def moved_since(paper: Paper) -> dict[str, Any]:
    """Of a draft: what the case says otherwise by now, and what it has come to know for fields that stand empty."""
    values = paper.document.values
    return {
        name: value for name, value in told_now(paper).items() if _plain(values.get(name)) != _plain(value)
    }


def names_its_officers(proceeding: Proceeding, form: str, *, typed: Mapping[str, Any]) -> Verdict:
    """Who is named as an officer in a paper is one of the case's, with the certificate under which he was assigned."""
    fields = [field for field in documents.form(form).fields if field.sources == ("officers",)]
    rows = [row for field in fields if isinstance((row := typed.get(field.name)), list)]
    named = [one for row in rows for one in row if isinstance(one, Mapping)]
    if not named:
        return Verdict.yes()
    known = {(row.officer.name, row.certificate.number) for row in queries.assignments(proceeding.case)}
    strangers = [row for row in named if (row.get("name"), row.get("certificate")) not in known]
    return Verdict.when(
        not strangers,
        f"{'、'.join(str(row.get('name')) for row in strangers)}不是本案的承办人（按姓名和执法证号核对）。",
        citation="行政处罚法第四十二条",
        remedy="请填写本案承办人，或者由中队长指派。",
    )


def is_true_today(paper: Paper) -> Verdict:
    """The paper says what the case says now."""
    known, values = known_of(paper), paper.document.values
    moved = [name for name in known if _plain(values.get(name)) != _plain(known[name])]
    labels = "、".join(documents.form(paper.form).field(name).label for name in moved)
    return Verdict.when(
        not moved,
        f"提交以后案情有变化（{labels}），《{paper.title}》已与案件不符。",
        citation=LAW,
        remedy="请退回，重新提交。",
    )


def known_of(paper: Paper) -> dict[str, Any]:
    """As `fixed_now`; of several recusals a paper tells its own."""
    return _fixed(paper, board.facts_of(paper.proceeding, documents.form(paper.form).fixed_paths))


def _fixed(paper: Paper, facts: Mapping[str, Any]) -> dict[str, Any]:
    if paper.purpose != recusing.PURPOSE:
        return documents.fixed(paper.form, facts)
    own = recusing.told_in(paper.proceeding.case, paper.document.values)
    return documents.fixed(paper.form, {**facts, "recusal": own})


def tells_each(paper: Paper) -> bool:
    """The tables that the case fills stand in the paper as they are now: no row of them came later."""
    known = fixed_now(paper.proceeding, paper.form)
    tables = [field.name for field in documents.form(paper.form).fixed_fields if field.is_list]
    return _says(paper, {name: known[name] for name in tables})


def tells(paper: Paper, said: Mapping[str, Any]) -> bool:
    """What the paper takes from these groups of facts is what is `said`, whatever else of the case has moved since."""
    known, fields = documents.fixed(paper.form, said), documents.form(paper.form).fixed_fields
    own = [field.name for field in fields if any(path.partition(".")[0] in said for path in field.sources)]
    return _says(paper, {name: known[name] for name in own})


def _says(paper: Paper, known: Mapping[str, Any]) -> bool:
    return all(_plain(paper.document.values.get(name)) == _plain(value) for name, value in known.items())


def tells_of_now(proceeding: Proceeding, purpose: str) -> bool:
    """A paper for `purpose` is issued and says what the case says now."""
    return any(is_true_today(paper) for paper in queries.issued_for(proceeding, purpose))


def told_on(proceeding: Proceeding, purpose: str, *, since: datetime) -> date | None:
    """The day on which the paper for `purpose` was issued that says what the case says now, not before `since`."""
    days = (row.issued_on for row in issued_since(proceeding, purpose, since=since) if is_true_today(row))
    return min((day for day in days if day is not None), default=None)


def issued_since(proceeding: Proceeding, purpose: str, *, since: datetime) -> tuple[Paper, ...]:
    """What was issued before that moment speaks of something else, in whatever words."""
    papers = queries.issued_for(proceeding, purpose)
    return tuple(row for row in papers if row.document.issued_at and row.document.issued_at >= since)


def _plain(value: Any) -> str:
    """As text; a table whatever the order in which the database gives back its columns."""
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)
    return "" if value is None else str(value).strip()
