"""What is brought by one statement is what the lists and queries give one by one: the same rows, values and order."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.db.models import Model, QuerySet
from django.test.utils import CaptureQueriesContext

from sanzhi.cases.models import Assignment, Case, Paper, Proceeding, StepVisit
from sanzhi.demo.story import Story
from sanzhi.documents.models import Document
from sanzhi.kernel.at_once import bring, keys_named, only_rows, rows_of_each
from sanzhi.kernel.db import rows_of

pytestmark = pytest.mark.usefixtures("unprinted")
Reached = Callable[..., Story]


def plain(row: Model) -> dict[str, Any]:
    return {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}


def links(table: type[Model]) -> list[tuple[str, bool]]:
    """Name of each list, and of each row that is the owner's only one."""
    own = (row for row in table._meta.related_objects if row.get_accessor_name())
    return [(str(row.get_accessor_name()), bool(row.one_to_one)) for row in own]


def hanging(owner: Model) -> dict[str, list[dict[str, Any]]]:
    """Everything that hangs on a row, as it says itself."""
    found = {}
    for name, is_only in links(type(owner)):
        one = getattr(owner, name, None) if is_only else None
        rows = ([one] if one else []) if is_only else rows_of(getattr(owner, name))
        found[name] = [plain(row) for row in rows]
    return found


def fresh() -> tuple[Proceeding, Case]:
    row = Proceeding.objects.select_related("case").get()
    return row, row.case


def test_everything_is_brought_by_one_statement(reached: Reached) -> None:
    reached(stop="performance")
    alone = [hanging(row) for row in fresh()]
    owners = fresh()
    with CaptureQueriesContext(
        connection,
    ) as asked:
        bring([(owners, ())], joined={"papers": ("document",)})
    assert len(asked) == 1 or connection.vendor != "sqlite"
    with CaptureQueriesContext(connection) as asked:
        assert [hanging(row) for row in owners] == alone
        documents = [plain(paper.document) for paper in rows_of(owners[0].papers)]
        assert [row.proceeding.case for row in rows_of(owners[0].papers)] == [owners[1]] * len(documents)
        assert owners[0].decision in only_rows(owners)
    assert not asked.captured_queries
    papers = Paper.objects.filter(proceeding=owners[0]).select_related("document").order_by("id")
    assert documents == [plain(paper.document) for paper in papers]
    assert sum(map(bool, alone[0].values())) >= 5  # not everything was empty


def test_what_is_known_or_not_wanted_is_not_asked(reached: Reached) -> None:
    reached(stop="investigation")
    owner, case = fresh()
    rows_of(owner.visits)
    with CaptureQueriesContext(connection) as asked:
        assert bring([([owner], ("visits",)), ([], ())]) == ()
    assert not asked.captured_queries
    brought = bring(
        [([owner], ("papers",)), ([case], ("assignments",))], joined={"assignments": ("officer",)}
    )
    assert {type(row) for row in brought} == {Paper, Assignment}


def test_queries_are_read_together_as_one_by_one(reached: Reached) -> None:
    reached(stop="service")

    def queries() -> list[QuerySet[Any]]:
        return [
            Paper.objects.select_related("document", "proceeding__case").order_by("-id"),
            Case.objects.filter(pk__in=()),
            Assignment.objects.select_related("officer__unit").order_by("officer__name"),
            StepVisit.objects.none(),
            Proceeding.objects.select_related("finding", "decision").filter(step="service"),
            Document.objects.filter(number="無"),
        ]

    with CaptureQueriesContext(connection) as asked:
        found = rows_of_each(queries())
    assert len(asked) == 1 or connection.vendor != "sqlite"
    assert [[plain(row) for row in rows] for rows in found] == [
        [plain(row) for row in rows] for rows in queries()
    ]
    assert (len(found[0]) > 3, found[1], found[3], found[5]) == (True, [], [], [])
    with CaptureQueriesContext(connection) as asked:
        assert plain(found[0][0].proceeding.case) == plain(Case.objects.get())
        assert found[2][0].officer.unit.name and found[4][0].decision.number and found[4][0].finding.version
    assert len(asked) == 1  # the case that was just asked for; what is joined came along
    assert rows_of_each([]) == []


def test_the_keys_that_rows_of_several_tables_name(reached: Reached) -> None:
    story = reached(stop="service")
    papers, visits = [set(model.objects.values_list("pk", flat=True)) for model in (Paper, StepVisit)]
    asked: dict[type[Model], set[int]] = {Paper: papers, StepVisit: visits, Proceeding: set()}
    named: dict[tuple[type[Model], int], int] = {(Paper, pk): story.proceeding.pk for pk in papers}
    named |= {(StepVisit, pk): story.proceeding.pk for pk in visits}
    assert keys_named(asked, link="proceeding") == named
    assert keys_named({}, link="proceeding") == {}
