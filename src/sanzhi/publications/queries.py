"""All that the public can ask for."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import unquote

from django.db.models import Max, Q, QuerySet

from sanzhi.kernel import clock, search
from sanzhi.kernel.errors import NotVisible
from sanzhi.publications.models import Paper, Publication, Status

# the three shapes that addresses of papers have; what stood before is a host, and theirs may be any
ADDRESS = re.compile(r"(?:(?:^|/)v(?:erify)?/|[?&]token=)([^/?#&]+)")
# kinds of copies, as the kinds of enforcement name them
PENALTIES, LICENCES = "penalty_decision", "licence_decision"
PAGE = 20
MOST_PAGES = 25  # of a searched register
MOST_COUNTED = 10_000
MOST_SEARCHED = search.RECENT


def on_show(of: str = "") -> Q:
    """That a copy is live and its period not over at this moment; `of` leads to the copy (`publication__`)."""
    lasts = Q(**{f"{of}ends_on__isnull": True}) | Q(**{f"{of}ends_on__gte": clock.today()})
    return Q(**{f"{of}status": Status.LIVE}) & lasts


def live(authority: str) -> QuerySet[Publication]:
    """What is on show, newest decision first."""
    return Publication.objects.filter(on_show(), authority=authority)


def penalties(authority: str) -> QuerySet[Publication]:
    """Those that tell of penalties; licences have a register of their own."""
    return live(authority).exclude(kind=LICENCES)


def how_many(authority: str) -> str:
    """How many penalties are on show, in words; beyond MOST_COUNTED nobody counts."""
    found = penalties(authority)[: MOST_COUNTED + 1].count()
    return f"{MOST_COUNTED}以上" if found > MOST_COUNTED else str(found)


def by_slug(slug: str) -> Publication:
    """The copy at this address, also one that shows but its notice any more. Raises NotVisible."""
    try:
        return Publication.objects.get(slug=slug)
    except Publication.DoesNotExist:
        raise NotVisible from None


@dataclass(frozen=True)
class Matching:
    """One page of copies. `is_cut`: there are very many, and the older ones were not looked through."""

    rows: list[Publication]
    is_cut: bool = False


def matching(authority: str, query: str, *, page: int = 1) -> Matching:
    """Live copies on show whose text contains every word of `query`, newest first (3 queries); one more than the PAGE.

    Asked by address alone: with the rest of what is asked for, a planner may rather walk all that is on show.
    """
    place = f"publication:{authority}"
    keys = search.find(place, query, limit=PAGE + 1, offset=(page - 1) * PAGE)
    copies = Publication.objects.filter(slug__in=keys).order_by()
    rows = {row.slug: row for row in copies if row.is_on_show and row.authority == authority}
    # a full page has a next one, and the last of them says it
    is_cut = len(keys) <= PAGE and search.is_cut(place, query)
    return Matching([rows[key] for key in keys if key in rows], is_cut)


def licences(authority: str, *, query: str = "", page: int = 1) -> list[Publication]:
    """The newest live copy of each subject, the newest first; one more than the PAGE. `query` is looked for in all copies."""
    live_ones = live(authority).filter(kind=LICENCES).exclude(subject="")
    start = (page - 1) * PAGE
    if query:
        found = search.find(f"{LICENCES}:{authority}", query, limit=PAGE * MOST_PAGES)
        live_ones = live_ones.filter(subject__in=live_ones.filter(slug__in=found).values("subject"))
    last = (
        live_ones.order_by()
        .values("subject")
        .annotate(last=Max("pk"))
        .order_by("-last")
        .values_list("last", flat=True)
    )
    keys = list(last[start : start + PAGE + 1])
    rows = {row.pk: row for row in Publication.objects.filter(pk__in=keys)}
    return [rows[key] for key in keys]


def code_of(text: str) -> str:
    """A code as it was printed, however it was pasted: wide, in capitals, with blanks, seen or unseen, between.

    The whole address of a QR code, or of the page to which it led, on whatever host, is taken for the code in it.
    """
    said = search.normal(unquote(text))
    address = ADDRESS.search(said)
    return re.sub("[^0-9a-z]", "", address[1] if address else said)


def find_paper(token: str) -> Paper | None:
    return Paper.objects.filter(token=token).first()


def standings(numbers: Iterable[str]) -> dict[str, str]:
    """How the papers of these numbers that hold for a time stand today, by number: the newest of each counts."""
    rows = Paper.objects.filter(number__in=[*numbers], valid_until__isnull=False).order_by("id")
    return {row.number: row.standing for row in rows}


def is_issued(sha256: str) -> bool:
    """Whether a paper of ours is this very file."""
    return Paper.objects.filter(sha256=sha256).exists()


def paper(token: str) -> Paper:
    """The document that carries this code. Raises NotVisible."""
    found = find_paper(token)
    if found is None:
        raise NotVisible
    return found
