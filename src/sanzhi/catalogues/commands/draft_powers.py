"""Read the penalty clauses of statutes into a draft of the powers list; every row waits for a person to check it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

from django.db.models import Max
from pydantic import Field

from sanzhi.catalogues import events
from sanzhi.catalogues.commands._rows import touch
from sanzhi.catalogues.models import Edition, Kind, Row
from sanzhi.catalogues.policies import is_as_seen, is_open, may_compile
from sanzhi.catalogues.schemas import check_row
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.chinese_numbers import numeral_of
from sanzhi.law.liability import PassedOver, PenaltyDraft, read_liability
from sanzhi.law.statute_text import Article, Item, Paragraph, StatuteText, breaks, missing_end
from sanzhi.ledger.commands import record
from sanzhi.statutes import queries as statutes
from sanzhi.statutes.models import Version

TITLE = 40
NAMED = 5  # articles in one sentence


class DraftPowers(Order):
    """`versions` are the keys of statute versions."""

    edition: int
    versions: list[int] = Field(min_length=1, max_length=50)
    revision: int | None = None


@dataclass(frozen=True)
class Drafted:
    """`known` counts clauses whose basis the list had already; `passed_over` are clauses that are no power."""

    rows: tuple[Row, ...]
    known: int
    passed_over: tuple[PassedOver, ...]


@command("catalogues.draft_powers", title="从法律法规读出职权")
def draft_powers(actor: Actor, order: DraftPowers) -> Drafted:
    edition = Edition.locked(order.edition)
    require(
        may_compile(actor, edition.authority.code),
        is_open(edition),
        is_as_seen(edition, order.revision),
        Verdict.when(edition.kind == Kind.POWERS, "只有权责清单可以从法律法规读出。"),
    )
    versions = [statutes.version(pk) for pk in order.versions]
    drafted = _drafted(edition, versions)
    rows = drafted.rows
    require(Verdict.when(bool(rows), "没有读出新的职权。", remedy=_why_nothing(drafted)))
    Row.objects.bulk_create(rows)
    touch(edition)
    facts = {
        "title": edition.title,
        "ordinal": edition.ordinal,
        "rows": len(rows),
        "source": "、".join(f"《{version.statute.short_title}》" for version in versions)[:400],
    }
    record(events.POWERS_DRAFTED, actor=actor, subject=edition, facts=facts)
    return drafted


def _drafted(edition: Edition, versions: Sequence[Version]) -> Drafted:
    """What the statutes say, as rows that are not yet saved; what the list has already is counted."""
    known = set(edition.rows.values_list("origin", flat=True))
    known |= set(edition.rows.values_list("content__penalty_basis", flat=True))
    last = edition.rows.aggregate(last=Max("position"))["last"] or 0
    codes = set(edition.rows.values_list("code", flat=True))
    rows: list[Row] = []
    passed_over: list[PassedOver] = []
    doubled = 0
    for version in versions:
        text, doubts = _text(version), _doubts(version)
        reading = read_liability(text)
        passed_over += reading.passed_over
        passed_over += [
            PassedOver(f"《{text.title}》", "文本不完整，请核对来源", said)
            for said in (*(breaks(text) or missing_end(text)), *dict.fromkeys(doubts.values()))
        ]
        fresh = [draft for draft in reading.drafts if draft.basis not in known]
        doubled += len(reading.drafts) - len(fresh)
        for draft in fresh:
            made = _row(edition, draft, position=last + len(rows) + 1, codes=codes, doubts=doubts)
            rows += [made] if isinstance(made, Row) else []
            passed_over += [made] if isinstance(made, PassedOver) else []
    return Drafted(tuple(rows), doubled, tuple(passed_over))


def _why_nothing(drafted: Drafted) -> str:
    """Where punishments were seen and not read, the articles are named: nobody sees the list of what was passed over."""
    missed = list(dict.fromkeys(passed.basis for passed in drafted.passed_over if passed.is_unread))
    if not missed:
        return "这些条文可能已经在清单里，或者没有罚则。"
    named = "、".join(missed[:NAMED]) + ("等" if len(missed) > NAMED else "")
    return f"有{len(missed)}处提到处罚但没有读成职权，请对照条文手工编制：{named}。"


def _doubts(version: Version) -> dict[str, str]:
    """By citation, what the source's notes say of an article: that another one ran into it."""
    title = version.statute.title
    return {
        f"《{title}》第{numeral_of(row.number)}条": row.source_note
        for row in version.articles.select_related("version")
        if row.source_note
    }


def _row(
    edition: Edition, draft: PenaltyDraft, *, position: int, codes: set[str], doubts: dict[str, str]
) -> Row | PassedOver:
    """The row, or why a list cannot hold it: one odd clause must not stop the others."""
    code = next(code for number in count(position) if (code := f"P{number:03d}") not in codes)
    checked = check_row(Kind.POWERS, _values(draft, code), number=position)
    if checked.row is None:
        why = "；".join(str(wrong.at(draft.basis)) for wrong in checked.wrongs)
        return PassedOver(draft.basis, f"清单写不下，请手工编制：{why}", draft.text)
    codes.add(code)
    row = checked.row
    return Row(
        edition=edition,
        position=position,
        code=row.code,
        title=row.title,
        content=row.content,
        origin=draft.basis,
        unread=[
            *draft.unread,
            *(said for cited, said in doubts.items() if re.match(f"{re.escape(cited)}(?!之)", draft.basis)),
        ],
        is_unchecked=True,
    )


def _values(draft: PenaltyDraft, code: str) -> dict[str, Any]:
    formulas = {kind: dict(table) for kind, table in draft.formulas.items()}
    return {
        "code": code,
        "title": _title(draft),
        "conduct": draft.conduct,
        "prohibition": "、".join(draft.prohibitions),
        "penalty_basis": draft.basis,
        "correct_first": draft.correct_first,
        "correct_first_text": draft.correct_first_text,
        "formula": formulas.pop("", None),
        "formulas": formulas,
        "alternatives": [dict(table) for table in draft.alternatives],
        "warns": draft.warns,
        "other_measures": "；".join(draft.other_measures),
        "executing_department": draft.executing_department,
        "note": "；".join(draft.unread),
    }


def _title(draft: PenaltyDraft) -> str:
    """The first clause of the conduct; a compiler shortens it while checking."""
    text = draft.conduct.strip("，、；。") or draft.basis
    return text if len(text) <= TITLE else f"{text[: TITLE - 1]}…"


def _text(version: Version) -> StatuteText:
    articles = [
        Article(
            number=row.number,
            suffix=row.suffix,
            chapter=(row.chapter,),
            line=0,
            paragraphs=[
                Paragraph(part["text"], [Item(**item) for item in part["items"]]) for part in row.paragraphs
            ],
        )
        for row in version.articles.all()
    ]
    return StatuteText(version.statute.title, (), tuple(articles), tuple(version.annex))
