"""The public register of licences 查许可: built from published copies alone (行政许可法 §40)."""

import re
from dataclasses import dataclass
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control

from sanzhi.kernel import clock
from sanzhi.portal.frame import Slice, kept, our_authority, page_number, show
from sanzhi.publications import queries as publications
from sanzhi.publications.models import Publication

MOST = 25
DAY = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
ENDS = ("撤销许可", "撤回许可", "注销许可")


@dataclass(frozen=True)
class LicenceRow:
    """What a copy says of the licence, and how it stands today by the newest copy."""

    copy: Publication
    item: str
    place: str
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
    page = Slice([_read(row) for row in rows], number, size=publications.PAGE, most=MOST)
    return show(request, "licences", section="licences", page=page, query=query)


def _read(copy: Publication) -> LicenceRow:
    said = dict(copy.content)
    return LicenceRow(
        copy=copy,
        item=said.get("许可事项", copy.title),
        place=said.get("地点", ""),
        until=said.get("有效期至", ""),
        state=_state(said),
    )


def _state(said: dict[str, str]) -> str:
    decided = said.get("决定", "")
    if decided in ENDS:
        return f"已{decided.removesuffix('许可')}"
    found = DAY.search(said.get("有效期至", ""))
    if found and date(*map(int, found.groups())) < clock.today():
        return "有效期已满"
    return "有效"
