"""The office's pages of the laws: what is kept, import with a preview of everything it touches, repeal, successors.

The confirmed POST proposes it to a second person; until that one agrees the file is kept by its digest and nothing is written.
"""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe
from pydantic import ValidationError

from sanzhi.amendments import queries
from sanzhi.amendments.touched import Touched
from sanzhi.kernel import clock, orders
from sanzhi.kernel.acting import form_on
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.errors import Refused
from sanzhi.kernel.order_form import OrderForm, order_form
from sanzhi.kernel.storage import store
from sanzhi.kernel.verdict import Reason, require
from sanzhi.law.chinese_numbers import numeral_of
from sanzhi.law.statute_diff import SAME, ArticleChange, compare, text_of
from sanzhi.law.statute_text import (
    StatuteError,
    StatuteText,
    adopted_on,
    breaks,
    effective_from,
    missing_end,
    parse_statute,
)
from sanzhi.ledger.commands import ProposeJointAct, propose_joint_act
from sanzhi.organisation.views import actor_of
from sanzhi.statutes import commands
from sanzhi.statutes import queries as statutes
from sanzhi.statutes.models import Statute, Succession, Version
from sanzhi.statutes.policies import keeps_laws, may_keep_laws
from sanzhi.statutes.reading import LARGEST, read_text
from sanzhi.ui.templatetags.ui import day

REPEAL = {"on": "废止日", "by": "废止依据"}
SUCCESSOR = {
    "article": "本法条款",
    "successor_title": "承接的法律法规",
    "successor_article": "承接的条款",
    "since": "起始日",
    "note": "说明",
}
HELPS = {
    "by": "写明由什么废止，如《某法》第九十条",
    "article": "如 第十二条；留空为整部",
    "successor_article": "如 第二百三十四条第一款；留空为整部",
}


CAPTIONS = {"title": "名称", "adopted_on": "通过或者修正日", "effective_from": "施行日", "text": "文本"}


@dataclass(frozen=True)
class Preview:
    """What would happen if the text were imported as `title`, adopted on `adopted_on`; `other` is what it is held against."""

    title: str
    adopted_on: date | None
    effective_from: date | None
    read: StatuteText
    other: Version | None
    standing: Version | None
    is_newer: bool
    changes: tuple[ArticleChange, ...]
    touched: tuple[Touched, ...]

    @property
    def same(self) -> int:
        return sum(change.kind == SAME for change in self.changes)

    @property
    def other_caption(self) -> str:
        assert self.other is not None
        adopted = day(self.other.adopted_on)
        return f"现行版本（{adopted}）" if self.other.is_current else f"{adopted}版本"

    @property
    def whole_text(self) -> list[tuple[str, str]]:
        """Heading and text of each article."""
        return [(article.heading, text_of(article)) for article in self.read.articles]

    @property
    def differences(self) -> list[ArticleChange]:
        return [change for change in self.changes if change.kind != SAME]


@login_required
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Every statute with its versions, and the form that takes a new one."""
    return _index(request)


@form_on("amendments:laws")
def upload(request: HttpRequest) -> HttpResponse:
    """The file is taken and read once to refuse it early."""
    try:
        require(may_keep_laws(actor_of(request)))
        digest, name = _take(request)
    except Refused as refused:
        return _index(request, reasons=refused.reasons)
    request.session[f"law:{digest}"] = name
    return redirect("amendments:text", digest=digest)


def _index(request: HttpRequest, *, reasons: tuple[Reason, ...] = ()) -> HttpResponse:
    query = request.GET.get("q", "").strip()[:60]
    cited = queries.cited_titles()
    rows = statutes.statutes(title=query, among=None if query or "all" in request.GET else cited)
    context = {
        "cited": [row for row in rows if row.short_title in cited],
        "others": [row for row in rows if row.short_title not in cited],
        "unlisted": statutes.how_many() - len(rows),
        "missing": () if query else queries.missing_laws(),
        "query": query,
        "reasons": reasons,
        "may": may_keep_laws(actor_of(request)),
        "keeps": keeps_laws(actor_of(request)),
    }
    return render(request, "amendments/laws.html", context, status=409 if reasons else 200)


def _take(request: HttpRequest) -> tuple[str, str]:
    file = request.FILES.get("file")
    if file is None:
        raise Refused((Reason("没有选择文件。"),))
    name, content = str(file.name)[:200], file.read(LARGEST + 1)
    _parsed(read_text(content, name=name), name)
    return store().put([content]).sha256, name


def _parsed(text: str, name: str) -> StatuteText:
    try:
        return parse_statute(text, name=name)
    except StatuteError as wrong:
        raise Refused((Reason(str(wrong), remedy="请改正该行后重新上传；没有导入任何内容。"),)) from wrong


@login_required
@require_safe
def preview(request: HttpRequest, digest: str) -> HttpResponse:
    """Title and day to confirm, what changes, what would light up."""
    return _preview(request, digest)


@form_on("amendments:text")
def take_over(request: HttpRequest, digest: str) -> HttpResponse:
    """Import what the preview has shown."""
    return _preview(request, digest)


def _preview(request: HttpRequest, digest: str) -> HttpResponse:
    actor = actor_of(request)
    waiting = queries.text_that_waits(actor, digest)
    name = waiting.fields["name"] if waiting else request.session.get(f"law:{digest}")
    if name is None:
        raise Http404
    with store().open(digest) as file:
        text = read_text(file.read(), name=name)
    said = request.POST if request.method == "POST" else waiting.fields if waiting else request.GET
    title = said.get("title", "").strip()[:120]
    begins = _day(said, "effective_from")
    looked = _look(_parsed(text, name), name, title=title, day=_day(said, "adopted_on"), begins=begins)
    reasons: tuple[Reason, ...] = may_keep_laws(actor).reasons
    if request.method == "POST":
        fields = {"sha256": digest, "name": name, "title": looked.title}
        fields |= {"adopted_on": looked.adopted_on, "effective_from": looked.effective_from}
        reasons = _undated(said) or _proposed(actor, TAKE_TEXT, fields=fields)
        if not reasons:
            messages.success(request, f"已提出导入{looked.title}，{BY_ANOTHER}")
            return redirect("amendments:laws")
    context = {"looked": looked, "name": name, "begins": begins, "reasons": reasons, "today": clock.today()}
    context |= {
        "digest": digest,
        "breaks": (*(breaks(looked.read) or missing_end(looked.read)), *_lost(looked)),
        "waiting": waiting,
    }
    return render(request, "amendments/law_preview.html", context, status=409 if reasons else 200)


def _lost(looked: Preview) -> tuple[str, ...]:
    """What the text lacks of the version before."""
    read = replace(looked.read, title=looked.title)
    said = commands.articles_lost(read, adopted_on=looked.adopted_on) if looked.adopted_on else ""
    return (said,) if said else ()


def _undated(said: Any) -> tuple[Reason, ...]:
    """A day that cannot be read is not replaced by the text's own."""
    names = ("adopted_on", "effective_from")
    wrong = [name for name in names if said.get(name, "").strip() and _day(said, name) is None]
    return tuple(
        Reason(f"“{CAPTIONS[name]}”填写的“{said[name][:20]}”不是日期。", remedy="请填写日期，如2026-03-02。")
        for name in wrong
    )


def _day(said: Any, name: str) -> date | None:
    try:
        return date.fromisoformat(said.get(name) or "")
    except ValueError:
        return None


def _look(read: StatuteText, name: str, *, title: str, day: date | None, begins: date | None) -> Preview:
    """A text older than the current one is kept as history: it touches nobody."""
    title = title or read.title
    day = day or commands.day_in_name(name) or adopted_on(read)
    begins = begins or (effective_from(read, adopted_on=day) if day else None)
    statute = statutes.statute_titled(title)
    versions = list(statutes.versions_of(statute)) if statute else []
    standing = next((row for row in versions if row.adopted_on == day), None)
    current = next((row for row in versions if row.is_current), None)
    other = current or next(iter(versions), None)
    changes = compare(statutes.plain_articles(other), read.articles) if other else ()
    is_newer = current is not None and (
        begins is None or begins >= (current.effective_from or current.adopted_on)
    )
    touched = queries.would_touch(statute, changes) if statute and is_newer and not standing else []
    return Preview(title, day, begins, read, other, standing, is_newer, changes, tuple(touched))


@login_required
@require_safe
def statute(request: HttpRequest, pk: int) -> HttpResponse:
    """Versions, end, successors, and the two forms."""
    return _statute(request, statutes.statute(pk), forms=_forms(request, pk))


ACTS = {
    "repeal": ("statutes.repeal_statute", "已提出登记废止，"),
    "successor": ("statutes.link_successor", "已提出登记承接条款，"),
}
TAKE_TEXT = "amendments.take_text"
BY_ANOTHER = "由另一人在“双人事项”中看过并确认后生效。"


@form_on("amendments:law")
def act(request: HttpRequest, *, pk: int, verb: str) -> HttpResponse:
    if verb not in ACTS:
        raise Http404
    found, forms = statutes.statute(pk), _forms(request, pk, verb=verb)
    reasons: tuple[Reason, ...] = ()
    order, (name, said) = forms[verb].order(), ACTS[verb]
    if order is not None:
        reasons = _proposed(actor_of(request), name, fields=order.model_dump())
        if not reasons:
            messages.success(request, f"{said}{BY_ANOTHER}")
            return redirect("amendments:law", pk=pk)
    return _statute(request, found, forms=forms, reasons=reasons)


def _forms(request: HttpRequest, pk: int, *, verb: str = "") -> dict[str, OrderForm]:
    """The forms of both acts; the one that was sent keeps what was typed."""
    repeal = order_form(commands.RepealStatute, captions=REPEAL, helps=HELPS, fixed={"statute": pk})
    successor = order_form(commands.LinkSuccessor, captions=SUCCESSOR, helps=HELPS, fixed={"statute": pk})
    kinds = {"repeal": repeal, "successor": successor}
    return {name: kind(request.POST if name == verb else None, prefix=name) for name, kind in kinds.items()}


def _statute(
    request: HttpRequest, found: Statute, *, forms: dict[str, OrderForm], reasons: tuple[Reason, ...] = ()
) -> HttpResponse:
    context = {
        "statute": found,
        "versions": list(statutes.versions_of(found)),
        "successions": [(_heading(row), row) for row in found.successions.all()],
        "forms": forms,
        "reasons": reasons,
        "may": may_keep_laws(actor_of(request)),
        "keeps": keeps_laws(actor_of(request)),
        "is_ended": found.repealed_on is not None and found.repealed_on <= clock.today(),
        "touched": _ending(found),
    }
    return render(request, "amendments/law.html", context, status=409 if reasons else 200)


def _heading(row: Succession) -> str:
    suffix = f"之{numeral_of(row.suffix)}" if row.suffix else ""
    return f"第{numeral_of(row.number)}条{suffix}" if row.number else "整部"


def _ending(found: Statute) -> list[Touched]:
    """What would light up if the statute ended today."""
    return queries.would_end(found, ())


def _proposed(actor: Actor, act: str, *, fields: dict[str, Any]) -> tuple[Reason, ...]:
    try:
        propose_joint_act(actor, ProposeJointAct(act=act, fields=fields, reason="法律法规维护"))
    except ValidationError as wrong:
        return orders.reasons(wrong, captions=CAPTIONS)
    except Refused as refused:
        return refused.reasons
    return ()
