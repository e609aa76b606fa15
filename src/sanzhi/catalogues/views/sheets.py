"""Sheets in and out: upload, say which column is which, look at every row, confirm; and the export in four forms."""

from datetime import datetime, time
from typing import Any
from urllib.parse import quote

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from sanzhi.catalogues import commands, desk, sheets
from sanzhi.catalogues.mapping import filled_below, is_known
from sanzhi.catalogues.models import Edition
from sanzhi.catalogues.policies import may_compile
from sanzhi.catalogues.views import refusal
from sanzhi.catalogues.views.editions import frame
from sanzhi.kernel import clock
from sanzhi.kernel.acting import form_on
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.addresses import whole_number
from sanzhi.kernel.errors import Refused
from sanzhi.kernel.sheets import writing
from sanzhi.kernel.sheets.model import Sheet, Workbook, letters
from sanzhi.kernel.sheets.reading import LARGEST, read_workbook
from sanzhi.kernel.storage import store
from sanzhi.kernel.verdict import Reason, require
from sanzhi.organisation import looking
from sanzhi.organisation.models import LookKind
from sanzhi.organisation.views import actor_of

SHOWN = 300  # rows of the preview on one page; wrong ones come first
TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}
STATES = {"wrong": "有误", "new": "新增", "changed": "修改", "same": "相同"}


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the file; it is read once to refuse it early, and kept under its digest for the preview."""
    actor = actor_of(request)
    found = desk.edition_for(actor, pk)
    reasons: tuple[Reason, ...] = ()
    if request.method == "POST":
        file = request.FILES.get("file")
        try:
            require(may_compile(actor, found.authority.code))
            if file is None:
                raise Refused((Reason("没有选择文件。"),))
            name = str(file.name)[:200]
            content = file.read(LARGEST + 1)
            read_workbook(content, name=name)
        except Refused as refused:
            reasons = refused.reasons
        else:
            digest = store().put([content]).sha256
            request.session[f"sheet:{digest}"] = name
            return redirect("catalogues:sheet", pk=pk, digest=digest)
    context = {**frame(actor, found, tab="rows"), "reasons": reasons, "fields": sheets.fields(found.kind)}
    return render(request, "catalogues/upload.html", context, status=409 if reasons else 200)


@login_required
@require_safe
def preview(request: HttpRequest, *, pk: int, digest: str) -> HttpResponse:
    """Every row as new, changed, same or wrong; the columns may be told anew."""
    return _preview(request, pk, digest=digest)


@form_on("catalogues:sheet")
def take_over(request: HttpRequest, *, pk: int, digest: str) -> HttpResponse:
    """Import what the preview has shown."""
    return _preview(request, pk, digest=digest)


def _preview(request: HttpRequest, pk: int, *, digest: str) -> HttpResponse:
    actor = actor_of(request)
    found = desk.edition_for(actor, pk)
    name = request.session.get(f"sheet:{digest}")
    if name is None:
        raise Http404
    with store().open(digest) as file:
        book = read_workbook(file.read(), name=name)
    said = request.POST if request.method == "POST" else request.GET
    sheet = next((row for row in book.sheets if row.name == said.get("sheet")), book.sheets[0])
    header = sheets.header_of(found.kind, sheet)
    found_at = header.last if header else 0
    is_told = said.get("of", sheet.name) == sheet.name  # of another sheet of the book: to be found anew
    last = _heading(said, sheet=sheet, found_at=found_at) if is_told else found_at
    recognised = dict(header.columns) if header and header.last == last else {}
    columns = _columns(found.kind, said, sheet=sheet, recognised=recognised) if is_told else recognised
    looked = sheets.preview(found, sheet, last_heading=last, columns=columns)
    reasons: tuple[Reason, ...] = ()
    if request.method == "POST":
        reasons = _import(request, actor, edition=found, looked=looked, name=name)
        if not reasons:
            for other in _others(book, sheet):
                messages.warning(request, other)
            return redirect("catalogues:edition", pk=pk)
    context = {
        **frame(actor, found, tab="rows"),
        **_shown(found.kind, book, sheet=sheet, last=last, columns=columns),
        "digest": digest,
        "looked": looked,
        "told": _told(looked),
        "rows": sorted(looked.rows, key=lambda row: list(STATES).index(row.state))[:SHOWN],
        "states": [(caption, looked.count(state)) for state, caption in STATES.items()],
        "captions": STATES,
        "name": name,
        "others": _others(book, sheet),
        "reasons": reasons,
        "fields": sheets.fields(found.kind),
    }
    return render(request, "catalogues/preview.html", context, status=409 if reasons else 200)


def _told(looked: sheets.Preview) -> str:
    """有误0行，新增2行…, and how many rows of the edition the sheet does not have."""
    told = "，".join(f"{caption}{looked.count(state)}行" for state, caption in STATES.items())
    told += f"；本版有而表中没有的{len(looked.missing)}行" if looked.missing else ""
    aside = "、".join(str(row.number) for row in looked.leftovers[:8])
    more = "等" if len(looked.leftovers) > 8 else ""
    return told + (
        f"；没有作为清单项的{len(looked.leftovers)}行（第{aside}{more}行，列在最后）" if aside else ""
    )


def _others(book: Workbook, sheet: Sheet) -> list[str]:
    """The worksheets with rows that this import does not take."""
    counts = [(other.name, sum(map(any, other.rows))) for other in book.sheets if other is not sheet]
    return [
        f"工作表“{name}”有{count}行，这次没有导入；要导入的，请重新上传后在“各列对应”中选这张表。"
        for name, count in counts
        if count
    ]


def _import(
    request: HttpRequest, actor: Actor, *, edition: Edition, looked: sheets.Preview, name: str
) -> tuple[Reason, ...]:
    """Import what was confirmed; the reasons why not, or none."""
    wrong = looked.count("wrong")
    if wrong:
        return (Reason(f"有{wrong}行有误，没有导入任何内容。", remedy="请在表格中改正后重新上传。"),)
    if not looked.rows:
        return (
            Reason("表中没有读出任何清单项，没有导入。", remedy="请核对表头所在的行和各列的对应，重新预览。"),
        )
    remove = [code for code, _ in looked.missing] if request.POST.get("remove") else []
    order = commands.ImportRows(
        edition=edition.pk,
        rows=looked.values,
        remove=remove,
        unchecked=looked.unchecked,
        source=name,
        revision=whole_number(request.POST.get("revision")),
    )
    reasons = refusal(lambda: commands.import_rows(actor, order))
    if not reasons:
        counts = f"新增{looked.count('new')}行，修改{looked.count('changed')}行，删去{len(remove)}行"
        messages.success(request, f"已导入：{counts}。")
    return reasons


def _heading(said: Any, *, sheet: Sheet, found_at: int) -> int:
    """The row of the heading that the page said, where the sheet has it."""
    chosen = whole_number(said.get("heading"))
    return chosen if chosen is not None and chosen < len(sheet.rows) else found_at


def _columns(kind: str, said: Any, *, sheet: Sheet, recognised: dict[int, str]) -> dict[int, str]:
    """What the person chose, else what was recognised."""
    if not any(name.startswith("c") and name[1:].isdigit() for name in said):
        return recognised
    width = max((len(row) for row in sheet.rows), default=0)
    chosen = {column: str(said.get(f"c{column}", "")) for column in range(width)}
    return {column: word if is_known(word, kind) else "" for column, word in chosen.items()}


def _shown(kind: str, book: Workbook, *, sheet: Sheet, last: int, columns: dict[int, str]) -> dict[str, Any]:
    """The columns of the sheet with their headings and a first value, for the mapping form."""
    heading = sheet.rows[last] if last < len(sheet.rows) else ()
    unnamed = filled_below(sheet, last, without={index: text for index, text in enumerate(heading) if text})
    width = max((*columns, *unnamed, len(heading) - 1), default=-1) + 1
    named = [heading[index] if index < len(heading) else "" for index in range(width)]
    mapped = [
        {
            "index": index,
            "letter": letters(index),
            "heading": text or "（没有表头）",
            "sample": _sample(sheet, last, column=index),
            "field": columns.get(index, ""),
            "options": sheets.options(kind, columns.get(index, "")),
        }
        for index, text in enumerate(named)
        if text or columns.get(index) or index in unnamed
    ]
    return {
        "book": book,
        "sheet": sheet,
        "heading": last,
        "heading_number": sheet.number(last) if sheet.rows else 1,
        "mapped": mapped,
        "unmapped": [row["heading"] for row in mapped if not row["field"]],
    }


def _sample(sheet: Sheet, last: int, *, column: int) -> str:
    """The first value below the heading."""
    below = sheet.rows[last + 1 :]
    return next((row[column] for row in below if column < len(row) and row[column]), "")


@login_required
@require_safe
def export(request: HttpRequest, *, pk: int, form: str) -> HttpResponse:
    actor = actor_of(request)
    found = desk.edition_for(actor, pk)
    if form not in TYPES:
        raise Http404
    make = sheets.table_of if form in {"xlsx", "csv"} else sheets.wall_table_of
    what = f"{found.title}（第{found.ordinal}版）.{form}"
    looking.take(actor, f"catalogues.edition:{found.pk}", kind=LookKind.EXPORTED, what=what)
    table = make(found, _lines(found))
    day = found.in_force_on or found.drafted_on
    makers = {
        "xlsx": lambda: writing.xlsx(table),
        "csv": lambda: writing.csv(table),
        "docx": lambda: writing.docx(table),
        "pdf": lambda: writing.pdf(table, stamp=datetime.combine(day, time(), tzinfo=clock.CHINA)),
    }
    answer = HttpResponse(makers[form](), content_type=TYPES[form])
    answer["Content-Disposition"] = (
        f"attachment; filename*=UTF-8''{quote(f'{found.title}（第{found.ordinal}版）.{form}')}"
    )
    return answer


def _lines(edition: Edition) -> tuple[str, ...]:
    """Edition, day and reviewer, as they stand under the title."""
    line = f"第{edition.ordinal}版　{edition.get_status_display()}"
    if edition.in_force_on:
        line += f"　{_day(edition.in_force_on)}起施行"
    if edition.reviewed_on:
        line += f"　{edition.authority.justice_bureau}{_day(edition.reviewed_on)}审核"
    return (line,)


def _day(day: Any) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
