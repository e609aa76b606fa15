"""All that the public can ask for."""

from django.db.models import QuerySet

from sanzhi.kernel import search
from sanzhi.kernel.errors import NotVisible
from sanzhi.publications.models import Paper, Publication, Status

PAGE = 20


def live(authority: str) -> QuerySet[Publication]:
    """What is on show, newest decision first."""
    return Publication.objects.filter(authority=authority, status=Status.LIVE)


def by_slug(slug: str) -> Publication:
    """The copy at this address, also a corrected or withdrawn one (it shows its notice). Raises NotVisible."""
    found = Publication.objects.select_related("replaced_by").filter(slug=slug).first()
    if found is None:
        raise NotVisible
    return found


def matching(authority: str, query: str, *, page: int = 1) -> list[Publication]:
    """One page of live copies whose public text contains every word of `query`, newest first (2 queries)."""
    keys = search.find(f"publication:{authority}", query, limit=PAGE + 1, offset=(page - 1) * PAGE)
    rows = {row.slug: row for row in live(authority).filter(slug__in=keys)}
    return [rows[key] for key in keys if key in rows]


def latest_of(number: str, authority: str) -> Publication | None:
    return Publication.objects.filter(authority=authority, number=number).order_by("-id").first()


def find_paper(token: str) -> Paper | None:
    return Paper.objects.filter(token=token).first()


def paper(token: str) -> Paper:
    """The document that carries this code. Raises NotVisible."""
    found = find_paper(token)
    if found is None:
        raise NotVisible
    return found
