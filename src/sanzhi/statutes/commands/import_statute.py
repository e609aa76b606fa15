"""Import one version of a statute from its text; a malformed text is refused with its line and leaves nothing."""

import hashlib
import re
from dataclasses import asdict, replace
from datetime import date, datetime, time

from pydantic import Field

from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.errors import Refused
from sanzhi.kernel.jobs import later
from sanzhi.kernel.verdict import Reason, Verdict, require
from sanzhi.law.statute_text import StatuteError, StatuteText, effective_from, parse_statute
from sanzhi.ledger.commands import record
from sanzhi.statutes import events
from sanzhi.statutes.commands.bring_into_force import BringIntoForce, bring_into_force
from sanzhi.statutes.models import Article, Statute, Version
from sanzhi.statutes.policies import is_latest_in_force, may_keep_laws

NAME = re.compile(r"[(（_\s-](\d{4})-?(\d{2})-?(\d{2})[)）]?(?:\.\w+)?$")
LOST, KEPT = 5, 0.8  # so many articles fewer, and less than this part of them: hardly an amendment
PREFIX = "中华人民共和国"


class ImportStatute(Order):
    """`name` is the file's name; the version's day is `adopted_on`, or stands in the name: `名称(2021-01-22).md`.

    `title` counts instead of the one that the text begins with, `effective_from` instead of the day in its last article:
    an amendment's day often stands in the amending decision only. `source` says where the text is from, else it is the file.
    `is_fewer_known`: a person has seen that it lost articles of the version before.
    """

    name: str = Field(min_length=1, max_length=200)
    text: str = Field(min_length=1, max_length=5_000_000)
    title: str = Field(default="", max_length=120)
    adopted_on: date | None = None
    effective_from: date | None = None
    source: str = Field(default="", max_length=200)
    is_fewer_known: bool = False


def may_import(actor: Actor, order: ImportStatute) -> Verdict:
    """Raises Refused where the text is malformed or has no day."""
    adopted_on, read = _read(order)
    return may_keep_laws(actor) & _fits(order, adopted_on, read=read)


def _fits(order: ImportStatute, adopted_on: date, *, read: StatuteText) -> Verdict:
    standing = _standing(read.title, adopted_on)
    begins = order.effective_from or effective_from(read, adopted_on=adopted_on)
    lost = "" if order.is_fewer_known or standing is not None else articles_lost(read, adopted_on=adopted_on)
    return (
        Verdict.when(
            standing is None or standing.content_sha256 == _digest(order),
            f"{order.name}：{read.title}{adopted_on}的版本已经导入，且内容不同。",
            remedy="同一版本不能有两种文本，请核对来源。",
        )
        & Verdict.when(begins >= adopted_on, "施行日不能早于通过或者修正日。")
        & Verdict.when(
            not lost,
            lost,
            remedy="请对照公布的文本；核对属实的，命令行加 --fewer 再导入，或者在页面上由两人导入。",
        )
    )


@command("statutes.import_statute", title="导入法律法规", internal=True)
def import_statute(actor: Actor, order: ImportStatute) -> Version:
    """Importing the same text again changes nothing but the journal. On the pages two people do it (amendments.take_text)."""
    require(may_keep_laws(actor))
    adopted_on, read = _read(order)
    require(_fits(order, adopted_on, read=read))
    statute = Statute.objects.filter(title=read.title).first()
    if statute is None:
        statute = Statute(title=read.title, short_title=read.title.removeprefix(PREFIX))
        statute.save()
    standing = _standing(read.title, adopted_on)
    begins = order.effective_from or effective_from(read, adopted_on=adopted_on)
    source = order.source or f"文件“{order.name}”"[:200]
    made = Version(statute=statute, adopted_on=adopted_on, effective_from=begins, source=source)
    version = standing or _write(made, read, digest=_digest(order))
    facts = {"title": read.title, "adopted_on": adopted_on.isoformat(), "count": len(read.articles)}
    record(events.STATUTE_IMPORTED, actor=actor, subject=version, facts=facts)
    if standing is None:
        _take_over(actor, version)
    return version


def articles_lost(read: StatuteText, *, adopted_on: date) -> str:
    """A sentence where the text lacks many articles of the version before (a gap in the numbers is refused when it is read)."""
    before = Version.objects.filter(statute__title=read.title, adopted_on__lt=adopted_on)
    last = before.order_by("-adopted_on").first()
    old = set(last.articles.filter(suffix=0).values_list("number", flat=True)) if last else set()
    new = {article.number for article in read.articles if not article.suffix}
    if last is None or not old or not new:
        return ""
    if len(old - new) >= LOST and len(new) < len(old) * KEPT:
        return (
            f"《{read.title}》{adopted_on}的文本只有{len(new)}条，到第{max(new)}条为止；"
            f"{last.adopted_on}的版本有{len(old)}条，文本可能不完整。"
        )
    return ""


def _standing(title: str, adopted_on: date) -> Version | None:
    return Version.objects.filter(statute__title=title, adopted_on=adopted_on).first()


def _digest(order: ImportStatute) -> str:
    return hashlib.sha256(order.text.encode()).hexdigest()


def _read(order: ImportStatute) -> tuple[date, StatuteText]:
    adopted_on = order.adopted_on or day_in_name(order.name)
    if adopted_on is None:
        raise Refused(
            (
                Reason(
                    f"没有写明“{order.name}”的通过日期。",
                    remedy="请填写日期，或者把文件名写成“名称(通过日期).md”，如 行政处罚法(2021-01-22).md。",
                ),
            )
        )
    try:
        read = parse_statute(order.text, name=order.name)
    except StatuteError as wrong:
        raise Refused(
            (Reason(str(wrong), remedy="请改正该行后重新导入；本文件没有导入任何内容。"),)
        ) from wrong
    return adopted_on, replace(read, title=order.title or read.title)


def day_in_name(name: str) -> date | None:
    """2021-01-22 of `行政处罚法(2021-01-22).md`, whatever the marks around it."""
    found = NAME.search(name)
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def _write(version: Version, read: StatuteText, *, digest: str) -> Version:
    version.content_sha256, version.is_current = digest, False
    version.notes, version.annex = list(read.notes), list(read.annex)
    version.save()
    Article.objects.bulk_create(
        Article(
            version=version,
            number=article.number,
            suffix=article.suffix,
            chapter=" ".join(article.chapter)[:200],
            paragraphs=[asdict(paragraph) for paragraph in article.paragraphs],
        )
        for article in read.articles
    )
    return version


def _take_over(actor: Actor, version: Version) -> None:
    """At once when it applies already; else on its day, by the worker."""
    begins = version.effective_from or version.adopted_on
    if begins > clock.today():
        at = datetime.combine(begins, time(), tzinfo=clock.CHINA)
        later("statutes.bring_into_force", str(version.pk), at=at)
    elif is_latest_in_force(version):
        bring_into_force(actor, BringIntoForce(version=version.pk))
