"""Whether a text can still be read by the public anywhere: every page and file as it is served, the index, the log.

Pages are fetched as a browser would, from the front page along all links, and beside them every address that was ever
given to a copy or a paper, linked or not.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin

from django.conf import settings
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from sanzhi.kernel import search, segments
from sanzhi.kernel.errors import Undelivered
from sanzhi.kernel.models import SearchText
from sanzhi.law.private_shapes import squeezed
from sanzhi.ledger.log_files import log_folder
from sanzhi.publications import queries as publications
from sanzhi.publications.models import Paper, Publication

LINK = re.compile(r"""(?:href|src|action)=["']([^"'#][^"']*)["']""")
TAG = re.compile(r"<[^>]*>")
# what needs a person, changes something, repeats the question, or repeats what a page above it shows
ELSEWHERE = re.compile(r"^/(?:office|api|static|large|search|laws/cite|laws/\d+/[\d-]+/|v/)|[?&](?!page=)")
PACKED = frozenset({".gz", ".br"})
HOST = "localhost"


@dataclass(frozen=True)
class Trace:
    """`where` the text stands; `how` a stranger would come to it."""

    where: str
    how: str


def traces(text: str) -> Iterator[Trace]:
    """Every place; nothing when the public cannot read it. The text is compared without blanks, width and case.

    Undelivered at the end when a page or a file could not be read: nobody can say what stands on it.
    """
    needle = _bare(text)
    if not needle:
        return
    unread: list[str] = []
    yield from _pages(needle, unread)
    yield from _found_by_search(text)
    yield from _index(text)
    yield from _files(needle, unread)
    if unread:
        raise Undelivered(
            f"有{len(unread)}个公开的网页或文件出错，没有查到，不能断定公众看不到这段文字；第一个是 {unread[0]}。"
            "请启动网站打开它，按日志排除原因，再查一次。"
        )


def _pages(needle: str, unread: list[str]) -> Iterator[Trace]:
    client, known = Client(raise_request_exception=False, SERVER_NAME=HOST), set[str]()
    waiting = [reverse("portal:home"), *_addresses()]
    while waiting:
        path = waiting.pop()
        if path in known:
            continue
        known.add(path)
        answer = _answer(client, path)
        if answer is None:
            unread.append(path)
            continue
        page = answer.content.decode("utf-8", "replace")
        said = "".join(f"{name}:{value}\n" for name, value in answer.items())
        if _holds(page + said, needle):
            yield Trace(path, f"打开网页（{answer.status_code}）")
        if "text/html" in answer.get("Content-Type", ""):
            waiting += _links(page, path)
        if answer.get("Location"):
            waiting += _links(f'href="{answer["Location"]}"', path)


def _answer(client: Client, path: str) -> HttpResponse | None:
    """The whole answer; None when the site fails at it."""
    try:
        answer: Any = client.get(path)
        content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    except Exception:  # noqa: BLE001 - whatever it is, the page was not seen
        return None
    if answer.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return None
    return HttpResponse(content, status=answer.status_code, headers=dict(answer.items()))


def _addresses() -> Iterator[str]:
    """All that a copy or a paper ever had, what is gone too."""
    for slug in Publication.objects.values_list("slug", flat=True):
        yield reverse("portal:decision", kwargs={"slug": slug})
    for token in Paper.objects.values_list("token", flat=True):
        yield reverse("portal:paper", kwargs={"token": token})
        yield reverse("portal:proof", kwargs={"token": token})


def _links(page: str, path: str) -> list[str]:
    found = (urldefrag(urljoin(path, unescape(link)))[0] for link in LINK.findall(page))
    return [link for link in found if link.startswith("/") and not ELSEWHERE.search(link)]


def _found_by_search(text: str) -> Iterator[Trace]:
    for authority in Publication.objects.order_by().values_list("authority", flat=True).distinct():
        for copy in publications.matching(authority, text).rows:
            yield Trace(reverse("portal:decision", kwargs={"slug": copy.slug}), "搜索")


def _index(text: str) -> Iterator[Trace]:
    """Rows of the index behind which no live copy stands, and what deleted rows left in its segments."""
    live = {row.slug for row in Publication.objects.filter(status="live")}
    for row in SearchText.objects.filter(kind__startswith="publication:", text__contains=search.normal(text)):
        if row.key not in live:
            yield Trace(f"kernel_searchtext {row.pk}", "检索文本，公示件已经不在")
    left = segments.holding(text)
    kept = set(SearchText.objects.filter(pk__in=left).values_list("pk", flat=True))
    for key in left:
        if key not in kept:
            yield Trace(f"kernel_grams {key}", "检索索引的段，后台合并后消失")


def _files(needle: str, unread: list[str]) -> Iterator[Trace]:
    """What is served without a program: the log's tiles and checkpoints, the static files."""
    for folder in (log_folder().public, Path(settings.STATIC_ROOT)):
        for path in sorted(folder.rglob("*")):
            if not path.is_file() or path.suffix in PACKED:
                continue
            name = str(path.relative_to(folder.parent))
            try:
                content = path.read_bytes()
            except OSError:
                unread.append(name)
                continue
            if _holds(content.decode("utf-8", "replace"), needle):
                yield Trace(name, "静态文件")


def _holds(page: str, needle: str) -> bool:
    """As a reader sees it, and as it stands in the source: in an attribute, escaped, as a part of an address."""
    escaped = re.sub(r"\\u([0-9a-fA-F]{4})", lambda match: chr(int(match[1], 16)), page)
    return any(needle in _bare(text) for text in (TAG.sub("", page), unquote(escaped)))


def _bare(text: str) -> str:
    return re.sub(r"\s", "", squeezed(unescape(text)))
