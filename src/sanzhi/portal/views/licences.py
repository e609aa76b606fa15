"""The public register of licences 查许可: published copies alone, each as its certificate stands today (行政许可法 §40)."""

import re
from dataclasses import dataclass
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control

from sanzhi.kernel import clock
from sanzhi.portal.frame import Slice, kept, our_authority, page_number, show
from sanzhi.publications import queries as publications
from sanzhi.publications.models import NOT_YET, RUN_OUT, VALID, Publication

MOST = 25
DAY = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
ENDS = ("撤销许可", "撤回许可", "注销许可")


@dataclass(frozen=True)
class LicenceRow:
    """What a copy says of the licence, and how it stands today by the newest copy."""

    copy: Publication
    item: str
    place: str
    since: str
    until: str
    state: str


@cache_control(no_cache=True)
@kept
def index(request: HttpRequest) -> HttpResponse:
    authority = our_authority()
    if authority is None:
        raise Http404
    query, number = request.GET.get("q", "").strip()[:100], page_number(request, most=MOST)
    rows = publications.licences(authority.code, query=query, page=number)
    states = publications.standings(row.subject for row in rows)
    page = Slice([_read(row, states) for row in rows], number, size=publications.PAGE, most=MOST)
    return show(request, "licences", section="licences", page=page, query=query)


def _read(copy: Publication, states: dict[str, str]) -> LicenceRow:
    said = dict(copy.content)
    return LicenceRow(
        copy=copy,
        item=said.get("许可事项", copy.title),
        place=said.get("地点", ""),
        since=said.get("有效期自", ""),
        until=said.get("有效期至", ""),
        state=states.get(copy.subject) or _state(said),
    )


def _state(said: dict[str, str]) -> str:
    decided = said.get("决定", "")
    if decided in ENDS:
        return f"已{decided.removesuffix('许可')}"
    first, last = _day(said.get("有效期自", "")), _day(said.get("有效期至", ""))
    if first and clock.today() < first:
        return NOT_YET
    return RUN_OUT if last and last < clock.today() else VALID


def _day(text: str) -> date | None:
    found = DAY.search(text)
    return date(*map(int, found.groups())) if found else None
