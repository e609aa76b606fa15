"""One row beside the articles that it cites: the editor's form, or the reviewer's reading with the remarks."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from sanzhi.catalogues import commands, desk
from sanzhi.catalogues.columns import columns_of, content_of, texts
from sanzhi.catalogues.diff import fields_changed
from sanzhi.catalogues.models import Edition, Remark, Row
from sanzhi.catalogues.policies import OPEN
from sanzhi.catalogues.schemas import SCHEMAS, Wrong, check_row
from sanzhi.catalogues.step_words import in_words, is_told
from sanzhi.catalogues.views import refusal
from sanzhi.catalogues.views.editions import frame
from sanzhi.kernel.acting import form_on
from sanzhi.kernel.addresses import whole_number
from sanzhi.kernel.errors import NotVisible
from sanzhi.kernel.verdict import Reason
from sanzhi.organisation.views import actor_of
from sanzhi.statutes import queries as statutes


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, pk: int) -> HttpResponse:
    return _edit(request, desk.edition_for(actor_of(request), pk))


@login_required
@require_safe
def row(request: HttpRequest, *, pk: int, code: str) -> HttpResponse:
    return _standing(request, pk, code=code)


@form_on("catalogues:row")
def save(request: HttpRequest, *, pk: int, code: str) -> HttpResponse:
    return _standing(request, pk, code=code)


def _standing(request: HttpRequest, pk: int, *, code: str) -> HttpResponse:
    found = desk.edition_for(actor_of(request), pk)
    standing = found.rows.filter(code=code).first()
    if standing is None:
        raise NotVisible
    return _edit(request, found, standing=standing)


def _edit(
    request: HttpRequest,
    edition: Edition,
    *,
    standing: Row | None = None,
    saves: bool = True,
    reasons: tuple[Reason, ...] = (),
) -> HttpResponse:
    """The row's form; `saves` is False where another form of the page was sent, whose `reasons` are shown."""
    actor = actor_of(request)
    cells = texts(edition.kind, standing.content) if standing else {}
    wrongs: tuple[Wrong, ...] = ()
    if request.method == "POST" and saves:
        cells = {column.name: request.POST.get(column.name, "") for column in columns_of(edition.kind)}
        values, wrongs = content_of(edition.kind, cells)
        wrongs = wrongs or check_row(edition.kind, values, number=standing.position if standing else 1).wrongs
        if not wrongs:
            code, revision = standing.code if standing else "", whole_number(request.POST.get("revision"))
            order = commands.SaveRow(edition=edition.pk, code=code, values=values, revision=revision)
            reasons = refusal(lambda: commands.save_row(actor, order))
            if not reasons:
                messages.success(request, "已保存。")
                return redirect(_next(edition, standing, then=request.POST.get("then", "")))
    context = {
        **frame(actor, edition, tab="rows"),
        "row": standing,
        "save_url": _save_url(edition, standing),
        "fields": _fields(edition.kind, cells, wrongs=wrongs),
        "told": _told(edition, cells),
        "reasons": reasons,
        "may": desk.may(actor, edition),
        "articles": _articles(edition.kind, cells, standing=standing),
        "remarks": desk.remarks_on(edition, standing.code) if standing else [],
        "changed": _changed(edition, standing),
        "gaps": check_row(edition.kind, standing.content, number=standing.position).gaps if standing else (),
    }
    return render(request, "catalogues/row.html", context, status=409 if reasons else 400 if wrongs else 200)


def _save_url(edition: Edition, standing: Row | None) -> str:
    if standing is None:
        return reverse("catalogues:add_row", kwargs={"pk": edition.pk})
    return reverse("catalogues:save_row", kwargs={"pk": edition.pk, "code": standing.code})


def _next(edition: Edition, standing: Row | None, *, then: str) -> str:
    """After a row read from a statute the next one that still has to be looked at; else the list."""
    if standing is not None and then == "next":
        waiting = edition.rows.filter(is_unchecked=True).order_by("position").first()
        if waiting is not None:
            return reverse("catalogues:row", kwargs={"pk": edition.pk, "code": waiting.code})
    return reverse("catalogues:edition", kwargs={"pk": edition.pk})


def _fields(kind: str, cells: Mapping[str, str], *, wrongs: tuple[Wrong, ...]) -> list[dict[str, Any]]:
    said = {wrong.field: str(wrong.reason) for wrong in wrongs}
    return [
        {
            "column": column,
            "text": cells.get(column.name, ""),
            "wrong": said.get(column.name, ""),
            "classes": "field" + " field-wrong" * (column.name in said) + " field-wide" * (column.lines > 1),
        }
        for column in columns_of(kind)
    ]


def _told(edition: Edition, cells: Mapping[str, str]) -> list[tuple[str, str]]:
    """The row for who reads it: (caption, text)."""
    words = in_words(edition.kind, edition.rows.all())
    told = (column for column in columns_of(edition.kind) if is_told(edition.kind, column.name))
    return [(column.caption, words(cells[column.name])) for column in told if cells.get(column.name)]


def _articles(kind: str, cells: Mapping[str, str], *, standing: Row | None) -> list[Any]:
    """The text of what the row cites, the clause it was read from first."""
    cited = [
        standing.origin if standing else "",
        *(cells.get(name, "") for name in SCHEMAS[kind].basis_fields),
    ]
    found = statutes.resolve("；".join(cited))
    return list({(article.version_id, article.label): article for article in found}.values())


def _changed(edition: Edition, standing: Row | None) -> tuple[Any, ...]:
    older = desk.predecessor(edition)
    before = older.rows.filter(code=standing.code).first() if older and standing else None
    return fields_changed(edition.kind, before.content, after=standing.content) if before and standing else ()


@form_on("catalogues:row")
def remove(request: HttpRequest, *, pk: int, code: str) -> HttpResponse:
    actor = actor_of(request)
    desk.edition_for(actor, pk)
    revision = whole_number(request.POST.get("revision"))
    reasons = refusal(
        lambda: commands.remove_row(actor, commands.RemoveRow(edition=pk, code=code, revision=revision))
    )
    address = reverse("catalogues:edition", kwargs={"pk": pk})
    return _back(request, reasons, place=(pk, code), address=address, said="已删除该行。")


@form_on("catalogues:row")
def remark(request: HttpRequest, *, pk: int, code: str) -> HttpResponse:
    actor = actor_of(request)
    desk.edition_for(actor, pk)
    said = {
        "edition": pk,
        "code": code,
        "text": request.POST.get("text", ""),
        "revision": whole_number(request.POST.get("revision")),
    }
    reasons = refusal(lambda: commands.remark_row(actor, commands.RemarkRow.model_validate(said)))
    address = reverse("catalogues:row", kwargs={"pk": pk, "code": code})
    return _back(request, reasons, place=(pk, code), address=address, said="意见已经记下，退回时一并送达。")


@form_on("catalogues:index", without=("pk",))
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    actor = actor_of(request)
    found = Remark.objects.select_related("edition__authority").filter(pk=pk).first()
    if found is None:
        raise NotVisible
    desk.edition_for(actor, found.edition_id)
    said = {"remark": pk, "answer": request.POST.get("answer", "")}
    reasons = refusal(lambda: commands.answer_remark(actor, commands.AnswerRemark.model_validate(said)))
    address = reverse("catalogues:row", kwargs={"pk": found.edition_id, "code": found.code})
    place = (found.edition_id, found.code)
    return _back(request, reasons, place=place, address=address, said="已答复。")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def fill(request: HttpRequest, pk: int) -> HttpResponse:
    """One text for every empty cell of a column."""
    actor = actor_of(request)
    found = desk.edition_for(actor, pk)
    columns = [column for column in columns_of(found.kind) if column.name not in {"code", "key"}]
    empty = _empty(found, columns)
    reasons: tuple[Reason, ...] = ()
    if request.method == "POST":
        said = {
            "edition": pk,
            "column": request.POST.get("column", ""),
            "text": request.POST.get("text", "").strip(),
        }
        said["revision"] = whole_number(request.POST.get("revision"))
        reasons = refusal(lambda: commands.fill_column(actor, commands.FillColumn.model_validate(said)))
        if not reasons:
            messages.success(request, "已填写。")
            return redirect("catalogues:fill_column", pk=pk)
    context = {
        **frame(actor, found, tab="rows"),
        "empty": empty,
        "reasons": reasons,
        "may": desk.may(actor, found),
        "is_editable": found.status in OPEN,
    }
    return render(request, "catalogues/fill.html", context, status=409 if reasons else 200)


def _empty(edition: Edition, columns: list[Any]) -> list[dict[str, Any]]:
    contents = list(edition.rows.values_list("content", flat=True))
    counted = [
        {"column": column, "count": sum(1 for content in contents if not column.write(content))}
        for column in columns
    ]
    return sorted((row for row in counted if row["count"]), key=lambda row: not row["column"].is_wanted)


def _back(
    request: HttpRequest, reasons: tuple[Reason, ...], *, place: tuple[int, str], address: str, said: str
) -> HttpResponse:
    """On; or, refused, the row again with what was typed."""
    if not reasons:
        messages.success(request, said)
        return redirect(address)
    edition, code = place
    found = desk.edition_for(actor_of(request), edition)
    standing = found.rows.filter(code=code).first()
    if standing is None:
        raise NotVisible
    return _edit(request, found, standing=standing, saves=False, reasons=reasons)
