"""What an edition must fulfil before it is submitted, each as a verdict that names row and column.

Required columns are filled, what a program read has been looked at, citations resolve, tiers stay within the
statutory range (facts F9-26), the floor is kept, and every remark of the justice bureau has been answered.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

from sanzhi.catalogues import charges
from sanzhi.catalogues.columns import columns_of
from sanzhi.catalogues.floor import keeps_floor
from sanzhi.catalogues.late_rates import beyond_the_law
from sanzhi.catalogues.models import Edition, Kind, Remark, Row, Status
from sanzhi.catalogues.schemas import SCHEMAS, check_row, procedure_of_head
from sanzhi.kernel import clock
from sanzhi.kernel.verdict import Reason, Verdict
from sanzhi.law.citations import Citation, parse_citations
from sanzhi.law.fines import FormulaKind, parse_formula
from sanzhi.law.procedures import ProcedureError
from sanzhi.statutes import queries as statutes
from sanzhi.statutes.models import Statute

SHOWN = 30
PREFIX = "中华人民共和国"


@dataclass(frozen=True)
class Looked:
    """An edition as it stands: its rows, what is missing and broken by row, the remarks that wait for an answer."""

    edition: Edition
    rows: tuple[Row, ...]
    gaps: Mapping[str, tuple[str, ...]]
    broken: Mapping[str, str]
    open_remarks: tuple[Remark, ...]

    @cached_property
    def titles(self) -> dict[str, str]:
        return {row.code: row.title for row in self.rows}


def look(edition: Edition) -> Looked:
    """Everything that a page or a submission asks of the rows (4 queries)."""
    rows = tuple(edition.rows.all())
    remarks = tuple(edition.row_remarks.filter(answered_on=None))
    return Looked(edition, rows, gaps(edition, rows), broken_basis(edition, rows), remarks)


def is_ready(looked: Looked) -> Verdict:
    """Everything that stands between the draft and the justice bureau."""
    verdict = (
        Verdict.when(bool(looked.rows), "清单没有任何一行。") & _is_complete(looked) & _is_looked_at(looked)
    )
    verdict = verdict & _cites_articles(looked) & _tiers_in_range(looked) & _lets_correct_first(looked)
    verdict = verdict & _tariffs_are_whole(looked)
    return verdict & _is_answered(looked) & _keeps_floor(looked.edition)


def gaps(edition: Edition, rows: Iterable[Row]) -> dict[str, tuple[str, ...]]:
    """The captions of empty columns that the public page wants, by row."""
    found = {}
    for number, row in enumerate(rows, start=1):
        checked = check_row(edition.kind, row.content, number=number)
        missing = (*checked.gaps, *(wrong.caption for wrong in checked.wrongs))
        if missing:
            found[row.code] = missing
    return found


def broken_basis(edition: Edition, rows: Iterable[Row]) -> dict[str, str]:
    """Citations in the basis columns that name no article of a statute that was imported, by row (2 queries)."""
    contents = {row.code: row.content for row in rows}
    return citations_broken(contents, SCHEMAS[edition.kind].basis_fields)


def citations_broken(contents: Mapping[str, Mapping[str, Any]], names: Iterable[str]) -> dict[str, str]:
    """The same for rows that are not yet kept: code → citations. A statute that was never imported cannot be checked."""
    named, found = tuple(names), {}
    for day, rows in _live_by_day(contents).items():
        cited = {code: " ".join(str(row.get(name, "")) for name in named) for code, row in rows.items()}
        wrong = _naming_nothing(cited.values(), on=day)
        for code, text in cited.items():
            found[code] = "、".join(str(each) for each in parse_citations(text) if each in wrong)
    return {code: found[code] for code in contents if found.get(code)}


def _naming_nothing(texts: Iterable[str], *, on: date | None) -> set[Citation]:
    broken = set(statutes.broken(texts, on=on))
    titles = {citation.statute.removeprefix(PREFIX) for citation in broken}
    known = set(Statute.objects.filter(short_title__in=titles).values_list("short_title", flat=True))
    return {citation for citation in broken if citation.statute.removeprefix(PREFIX) in known}


Contents = Mapping[str, Mapping[str, Any]]


def _live_by_day(contents: Contents) -> dict[date | None, dict[str, Mapping[str, Any]]]:
    """Rows by the day on which their basis begins; None: it applies already.

    A row whose basis has ended is kept for earlier acts; its citations need not be current (行政处罚法 §37).
    """
    today = clock.today()
    found: dict[date | None, dict[str, Mapping[str, Any]]] = {}
    for code, content in contents.items():
        begins, ends = (content.get(name) for name in ("valid_from", "valid_to"))
        day = date.fromisoformat(begins) if begins else None
        if not ends or date.fromisoformat(ends) >= today:
            found.setdefault(day if day and day > today else None, {})[code] = content
    return found


def _is_complete(looked: Looked) -> Verdict:
    missing = looked.gaps.items()
    return _many(Reason(f"“{code} {looked.titles[code]}”缺：{'、'.join(names)}。") for code, names in missing)


def _is_looked_at(looked: Looked) -> Verdict:
    count = sum(1 for row in looked.rows if row.is_unchecked)
    sentence = f"有{count}行由程序读自条文或者表格，还没有人核对。"
    return Verdict.when(not count, sentence, remedy="请逐行打开，核对后保存。")


def _cites_articles(looked: Looked) -> Verdict:
    found = looked.broken.items()
    return _many(
        Reason(f"“{code} {looked.titles[code]}”引用的{text}在现行文本中不存在。") for code, text in found
    )


def _tiers_in_range(looked: Looked) -> Verdict:
    """裁量 stays within the statute's range; below it only by 减轻处罚, which no tier can grant (F9-26)."""
    if looked.edition.kind != Kind.DISCRETION:
        return Verdict.yes()
    powers = Row.objects.filter(edition__authority=looked.edition.authority, edition__kind=Kind.POWERS)
    tables = dict(powers.filter(edition__status=Status.IN_FORCE).values_list("code", "content__formula"))
    return _many(reason for row in looked.rows for reason in _beyond(row, tables.get(row.code)))


def _beyond(row: Row, table: dict[str, Any] | None) -> Iterator[Reason]:
    formula = parse_formula(table) if table else None
    if formula is None or formula.kind not in {FormulaKind.RANGE, FormulaKind.FIXED}:
        return
    for tier in row.content["tiers"]:
        low, high = tier.get("minimum"), tier.get("maximum")
        if high is not None and Decimal(high) > formula.maximum:
            yield Reason(f"“{row.code} {row.title}”的“{tier['name']}”档超过法定上限{formula.maximum}元。")
        if low is not None and Decimal(low) < formula.minimum:
            yield Reason(
                f"“{row.code} {row.title}”的“{tier['name']}”档低于法定下限{formula.minimum}元。",
                "行政处罚法第三十二条",
            )


def _tariffs_are_whole(looked: Looked) -> Verdict:
    """No quantity and no day between the first and the last is without a price, and none has two (城市道路管理条例 §37)."""
    if looked.edition.kind != Kind.TARIFFS:
        return Verdict.yes()
    remedy = "请补上缺少的档次、日期，或者去掉重叠的。"
    whole = (Reason(said, remedy=remedy) for said in charges.gaps(row.content for row in looked.rows))
    return _many(whole) & _many(beyond_the_law(looked.rows))


# 逾期不改正、拒不改正、拒不清理: only then may be fined
REFUSED = re.compile("逾期|拒不")
CORRECT_FIRST = "条文规定先责令改正，改正了的不能罚款"


def _lets_correct_first(looked: Looked) -> Verdict:
    """Whoever obeys the order to correct is not fined, the second time no more than the first, where the article says so."""
    if looked.edition.kind not in {Kind.DISCRETION, Kind.LENIENT}:
        return Verdict.yes()
    powers = Row.objects.filter(edition__authority=looked.edition.authority, edition__kind=Kind.POWERS)
    running = powers.filter(edition__status=Status.IN_FORCE, content__correct_first=True)
    bound = set(running.values_list("code", flat=True))
    return _many(reason for row in looked.rows for reason in _fined_though_corrected(row, bound))


def _fined_though_corrected(row: Row, bound: set[str]) -> Iterator[Reason]:
    """`bound` are the codes of powers that fine only who does not correct."""
    if row.content.get("power") in bound and row.content["category"] != "不予处罚":
        yield Reason(f"“{row.code} {row.title}”：{CORRECT_FIRST}，不以初次违法为条件，类别应为不予处罚。")
    for tier in row.content.get("tiers", ()) if row.code in bound else ():
        fines = tier.get("maximum") is not None or "罚款" in tier["text"].replace("不得罚款", "")
        if fines and not REFUSED.search(tier["when"]):
            said = f"“{row.code} {row.title}”的“{tier['name']}”档：{CORRECT_FIRST}"
            yield Reason(f"{said}，情形应写明逾期不改正或者拒不改正。")


def _is_answered(looked: Looked) -> Verdict:
    waiting = looked.open_remarks
    return _many(Reason(f"对“{row.code}”的审核意见还没有修改或者答复：{row.text}") for row in waiting)


def _keeps_floor(edition: Edition) -> Verdict:
    if edition.kind != Kind.PROCEDURE:
        return Verdict.yes()
    try:
        procedure_of_head(edition.head)
    except ProcedureError as wrong:
        return Verdict((Reason(str(wrong)),))
    return keeps_floor(edition)


def _many(reasons: Iterable[Reason]) -> Verdict:
    """At most SHOWN reasons, then how many more: a page of five thousand sentences tells nothing."""
    found = list(reasons)
    if len(found) > SHOWN:
        found = [*found[:SHOWN], Reason(f"另有{len(found) - SHOWN}处同类问题。")]
    return Verdict(tuple(found))


def wanted_captions(kind: str) -> tuple[str, ...]:
    """The columns that the public page of this list must fill, e.g. the thirteen of a service guide."""
    return tuple(column.caption for column in columns_of(kind) if column.is_wanted)
