"""Ten thousand cases beside the demonstration's own, as copies of its rows, and one large case among them.

The copies are rows, not commands: they are there to be passed over by the pages that are measured. The large case is
made by commands: five proceedings, a hundred papers.
"""

import random
from collections.abc import Iterable
from typing import Any

from django.db import connection
from django.db.models import ForeignKey, Model

CASES, PROCEEDINGS, PAPERS = 10_000, 5, 100
AGREED = {"electronic_consent": False, "service_phone": "000-0000000"}
STRIDE = 1_000_000  # between the keys of one copy and the next


def gather(tables: Iterable[type[Model]], *, wanted: int, have: int) -> None:
    """Copy the rows of `tables` until there are `wanted` cases; keys are moved, what must be unique is marked."""
    known = tuple(tables)
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA foreign_keys = OFF")
        for copy in range(1, -(-wanted // have)):
            for table in known:
                columns = {
                    field.column: _moved(field, known, copy=copy) for field in table._meta.concrete_fields
                }
                names = ", ".join(f'"{name}"' for name in columns)
                name = table._meta.db_table
                cursor.execute(
                    f'INSERT INTO "{name}" ({names}) SELECT {", ".join(columns.values())} FROM "{name}"'
                    f" WHERE id < {STRIDE}"
                )


def shelve() -> None:
    """The copies are closed cases, as most of ten thousand are: nothing in them waits for anybody."""
    with connection.cursor() as cursor:
        for table in ("cases_case", "cases_proceeding"):
            cursor.execute(
                f"UPDATE {table} SET closed_on = '2026-01-01' WHERE id > {STRIDE} AND closed_on IS NULL"
            )
        cursor.execute(f"UPDATE cases_proceeding SET step = '' WHERE id > {STRIDE}")
        cursor.execute(
            f"UPDATE documents_document SET status = 'voided' WHERE id > {STRIDE} AND status <> 'issued'"
        )


def _moved(field: Any, tables: tuple[type[Model], ...], *, copy: int) -> str:
    column, by = f'"{field.column}"', copy * STRIDE
    if field.primary_key or (isinstance(field, ForeignKey) and field.related_model in tables):
        return f"{column} + {by}"
    if (field.unique or field.name == "number") and not field.is_relation:
        return f"CASE {column} WHEN '' THEN '' ELSE {column} || '-{copy}' END"
    if field.name == "subject":
        return f"'cases.case:' || (CAST(substr({column}, 12) AS INTEGER) + {by})"
    return column


def crowd() -> int:
    """Ten thousand cases; returns the large one's key."""
    from sanzhi.cases import models as cases  # noqa: PLC0415
    from sanzhi.documents.models import Document  # noqa: PLC0415

    large = _large()
    tables = (
        *(cases.Case, cases.CaseParty, cases.Assignment, cases.Evidence, cases.Finding, cases.Proceeding),
        *(cases.StepVisit, cases.Proposal, Document, cases.Paper, cases.Decision),
    )
    gather(tables, wanted=CASES, have=cases.Case.objects.count())
    shelve()
    return large


def _large() -> int:
    """One open case of the demonstration with more respondents, each with address confirmations that were signed on paper."""
    from sanzhi.cases import commands, queries  # noqa: PLC0415
    from sanzhi.cases.models import CaseParty, Proceeding  # noqa: PLC0415
    from sanzhi.demo import people  # noqa: PLC0415
    from sanzhi.documents.queries import document_of, next_place  # noqa: PLC0415
    from sanzhi.organisation.queries import actor_of_officer  # noqa: PLC0415

    rows = Proceeding.objects.filter(procedure_key="penalty/ordinary", closed_on=None, decided_on=None)
    first = rows.select_related("case").latest("id")
    officer = queries.assignments(first.case)[0].officer
    actor, source = actor_of_officer(officer), random.Random(5)
    place = {"case": first.case_id, "proceeding": first.pk}
    for _ in range(PROCEEDINGS - 1):
        reason = "共同实施同一违法行为，另行立案。"
        added = commands.add_respondent(actor, commands.AddRespondent(**place, reason=reason))
        named = set(CaseParty.objects.filter(case=first.case_id).values_list("name", flat=True))
        person = next(one for one in iter(lambda: people.person(source), None) if one["name"] not in named)
        party = {**person, "case": first.case_id, "proceeding": added.pk}
        commands.register_party(actor, commands.RegisterParty(**party))
    proceedings = Proceeding.objects.filter(case=first.case_id)
    for number in range(PAPERS):
        where = {"case": first.case_id, "proceeding": proceedings[number % PROCEEDINGS].pk}
        paper = commands.write_document(actor, commands.WriteDocument(**where, form="D45", values=AGREED))
        of_paper = {"case": first.case_id, "document": paper.pk}
        commands.submit_document(actor, commands.SubmitDocument(**of_paper))
        for signer in [actor_of_officer(row.officer) for row in queries.assignments(first.case)]:
            if next_place(document_of(f"cases.case:{first.case_id}", paper.pk)) is not None:
                commands.sign_case_document(signer, commands.SignCaseDocument(**of_paper))
    return first.case_id
