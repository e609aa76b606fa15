"""What is public beforehand 事前公开: every list in force, its rows, its history, the same as JSON and CSV."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from sanzhi.amendments import queries as amendments
from sanzhi.catalogues.models import Edition, Kind
from sanzhi.catalogues.queries import public
from sanzhi.organisation.models import Authority
from sanzhi.portal.frame import Slice, our_authority, page_number, show, specimen
from sanzhi.portal.views.tables import as_csv, as_json


def authority() -> Authority:
    found = our_authority()
    if found is None:
        raise Http404
    return found


def edition_of(kind: str) -> Edition:
    """The list of this kind in force. Raises Http404 where there is none."""
    if kind not in set(Kind.values) - {Kind.PROCEDURE}:
        raise Http404
    found = public.in_force(authority().code, kind)
    if found is None:
        raise Http404
    return found


def index(request: HttpRequest) -> HttpResponse:
    """Everything that is public beforehand, by list, with edition, day and reviewer."""
    ours = authority()
    return show(
        request, "lists", section="lists", portal_authority=ours, editions=public.lists_in_force(ours.code)
    )


def one(request: HttpRequest, kind: str) -> HttpResponse:
    if kind == Kind.POWERS:
        return redirect("portal:powers")
    edition = edition_of(kind)
    return _list_page(request, edition, earlier=False)


def earlier(request: HttpRequest, kind: str, *, ordinal: int) -> HttpResponse:
    """An edition as it was: what applied on an earlier day stays readable."""
    return _list_page(
        request, public.edition_once_in_force(authority().code, kind, ordinal=ordinal), earlier=True
    )


def _list_page(request: HttpRequest, edition: Edition, *, earlier: bool) -> HttpResponse:
    query, number = request.GET.get("q", "").strip()[:100], page_number(request)
    columns = public.brief_columns(edition.kind)
    rows = public.page_of(edition, query=query, page=number)
    context = {
        "edition": edition,
        "earlier": earlier,
        "columns": columns,
        "page": Slice(
            [(row, [row.cell(column.name) for column in columns]) for row in rows], number, size=public.PAGE
        ),
        "query": query,
        "history": public.history(edition),
        "adjusting": amendments.open_rows(edition.pk),
    }
    return show(request, "list", section="lists", **context)


def row(request: HttpRequest, kind: str, *, code: str) -> HttpResponse:
    edition = edition_of(kind)
    found = public.row_of(edition, code)
    return show(
        request,
        "row",
        section="lists",
        edition=edition,
        row=found,
        adjusting=code in amendments.open_rows(edition.pk),
    )


def form_specimen(request: HttpRequest, code: str) -> HttpResponse:
    """The empty form behind a row of the form samples."""
    found = public.row_of(edition_of(Kind.FORM_SAMPLES), code)
    form = str(found.content.get("form") or "")
    if not form:
        raise Http404
    return HttpResponse(specimen(form), content_type="application/pdf")


def changes(request: HttpRequest, kind: str) -> HttpResponse:
    """What the edition in force changed, in plain words."""
    edition = edition_of(kind)
    older, diff = public.last_changes(edition)
    return show(request, "changes", section="lists", edition=edition, older=older, diff=diff)


def as_table(request: HttpRequest, kind: str, *, form: str) -> HttpResponse:
    """`/lists/<kind>.csv` and `.json`: every row of the list in force."""
    edition = edition_of(kind)
    rows = public.rows_of_edition(edition.pk, kind)
    columns = public.public_columns(kind)
    if form == "csv":
        cells = [[row.cell(column.name) for column in columns] for row in rows]
        return as_csv(edition.title, captions=[column.caption for column in columns], rows=cells)
    return as_json(
        {**_edition(edition), "rows": [{caption: text for _, caption, text in row.cells} for row in rows]}
    )


def _edition(edition: Edition) -> dict[str, Any]:
    return {
        "title": edition.title,
        "kind": edition.kind,
        "edition": edition.ordinal,
        "in_force_on": edition.in_force_on.isoformat() if edition.in_force_on else None,
        "reviewed_on": edition.reviewed_on.isoformat() if edition.reviewed_on else None,
        "reviewed_by": edition.authority.justice_bureau,
    }
