"""The roster of officers, and the lobby screen that shows who sits at which window."""

from django.http import HttpRequest, HttpResponse

from sanzhi.catalogues.models import Kind
from sanzhi.catalogues.queries import public
from sanzhi.kernel import clock
from sanzhi.organisation import queries as organisation
from sanzhi.organisation.queries import RosterRow
from sanzhi.portal.frame import show
from sanzhi.portal.views.lists import authority, edition_of
from sanzhi.portal.views.tables import as_csv, as_json

CAPTIONS = ("姓名", "执法证号", "所在单位", "执法区域", "有效期至", "状态")
REFRESH = 60  # seconds between two looks of the lobby screen


def officers(request: HttpRequest) -> HttpResponse:
    """Name, certificate, unit, area, validity and nothing else (facts F11-12)."""
    ours = authority()
    query = request.GET.get("q", "").strip()[:40]
    roster = organisation.public_roster(ours.code, on=clock.today())
    rows = [row for row in roster if query in row.certificate or query in row.name] if query else roster
    return show(
        request,
        "officers",
        section="officers",
        portal_authority=ours,
        rows=rows,
        query=query,
        today=clock.today(),
    )


def officers_as_table(request: HttpRequest, form: str) -> HttpResponse:
    cells = [_cells(row) for row in organisation.public_roster(authority().code, on=clock.today())]
    if form == "csv":
        return as_csv("行政执法人员", captions=CAPTIONS, rows=cells)
    return as_json(
        {"on": clock.today().isoformat(), "rows": [dict(zip(CAPTIONS, row, strict=True)) for row in cells]}
    )


def _cells(row: RosterRow) -> tuple[str, ...]:
    return (
        row.name,
        row.certificate,
        row.unit,
        row.area or "全市",
        row.valid_until.isoformat(),
        "有效" if row.is_valid else "无效",
    )


def screen(request: HttpRequest) -> HttpResponse:
    """窗口岗位公示 for a screen in the hall: large, and it fetches itself anew."""
    edition = edition_of(Kind.POSTS)
    rows = public.rows_of_edition(edition.pk, edition.kind)
    return show(
        request, "screen", section="lists", edition=edition, rows=rows, now=clock.now(), refresh=REFRESH
    )
