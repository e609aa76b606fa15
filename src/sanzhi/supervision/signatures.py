"""Papers that wait for a signature: before whoever may give it now, and before the leaders where nobody may."""

from collections.abc import Iterable, Iterator, Mapping

from django.urls import reverse

from sanzhi.cases import waiting
from sanzhi.cases.deadlines import main_terms
from sanzhi.cases.models import Proceeding
from sanzhi.cases.policies import may_sign_paper
from sanzhi.documents.models import Document
from sanzhi.documents.policies import may_sign
from sanzhi.documents.queries import Place
from sanzhi.kernel.actor import Actor
from sanzhi.organisation.roles import Role
from sanzhi.supervision.task import Task, task, title_of

Unsigned = tuple[Document, Place, Proceeding]
UNSIGNED = "无人可以签批"
REMEDY = "请准予另一中队长查阅并签批；没有另一中队长的，请先任命"


def also_asked(actor: Actor) -> tuple[str, ...]:
    """Whose papers besides his own concern him: a head helps where no leader of the squad may sign."""
    return (Role.SQUAD_LEADER,) if actor.has(Role.BUREAU_HEAD) else ()


def signature_tasks(
    actor: Actor, unsigned: Iterable[tuple[Document, Place]], *, found: Mapping[str, Proceeding]
) -> Iterator[Task]:
    """Of the cases that the actor may read, which are the `found` ones."""
    rows = [(*row, found[row[0].subject]) for row in unsigned if row[0].subject in found]
    stuck = []
    for document, place, proceeding in rows:
        if _may_sign(actor, (document, place, proceeding)):
            yield of_paper(document, proceeding, kind="签批", is_dated=True)
        elif place.role == Role.SQUAD_LEADER and waiting.may_admit(actor, proceeding):
            stuck.append((document, place, proceeding))
    yield from _stuck(actor, stuck)


def _may_sign(actor: Actor, row: Unsigned) -> bool:
    document, place, proceeding = row
    may = may_sign(actor, document, place=place) & may_sign_paper(actor, proceeding.case, role=place.role)
    return bool(may)


def _stuck(actor: Actor, rows: list[Unsigned]) -> Iterator[Task]:
    """The rows that no leader may read and sign. Where the squad has one who may, nobody asks what the others read."""
    leaders = waiting.leaders_of(actor.authority) if rows else ()
    left = [
        row for row in rows if not any(_is_of(leader, row) and _may_sign(leader, row) for leader in leaders)
    ]
    for leader in leaders:
        signs = [row for row in left if _may_sign(leader, row)]
        seen = waiting.readable_cases(leader, (row[2].case_id for row in signs))
        left = [row for row in left if row not in signs or row[2].case_id not in seen]
    for document, _, proceeding in left:
        url = f"{reverse('cases:detail', kwargs={'pk': proceeding.case_id})}?proceeding={proceeding.pk}"
        detail = f"{proceeding.case.number}《{document.title}》：{REMEDY}"
        yield task(UNSIGNED, title_of(proceeding), detail=detail, url=url)


def _is_of(leader: Actor, row: Unsigned) -> bool:
    return leader.unit_id == row[2].case.unit_id


def of_paper(document: Document, proceeding: Proceeding, *, kind: str, is_dated: bool = False) -> Task:
    url = reverse("cases:paper", kwargs={"pk": proceeding.case_id, "document": document.pk})
    terms = main_terms(proceeding) if is_dated else ()
    return task(kind, f"《{document.title}》", detail=str(proceeding), url=url, terms=terms)
