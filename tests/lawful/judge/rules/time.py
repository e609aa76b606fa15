"""Rules on the authority's own periods: filing, ninety days, limitation (§36, §54, §60)."""

import re
from datetime import date, timedelta
from typing import Any

from tests.lawful.chronicle import Chronicle
from tests.lawful.chronicle.happenings import (
    Approved,
    Assigned,
    Closed,
    Decided,
    Excluded,
    Extended,
    Filed,
    Found,
    Gathered,
    Happening,
    LateExplained,
    Reported,
)
from tests.lawful.chronicle.text import plain
from tests.lawful.judge import lines
from tests.lawful.judge.example import DEPUTY, HEAD, ONE, TWO, at, changed, later, on, ordinary, plus, without
from tests.lawful.judge.readings import happened_on, heads, ordinary_decisions, people, punished, years_after
from tests.lawful.judge.rule import Finds, Omission, rule

DAY = timedelta(days=1)


def _allowed(case: Chronicle, filed: Filed, *, before: Happening | None = None) -> int:
    """Ninety days, and what was lawfully added in time or does not count; as it stood `before` a happening.

    Days out of the case's own course do not count; in time is by the ledger, whatever day is stated (推论).
    """
    total, left_out = lines.DECIDE, frozenset[int]()
    ends = before.day if before else case.today
    for row in case.before(before, Happening) if before else case.happenings:
        if not isinstance(row, Excluded | Extended) or not (_names_a_law(row.basis) and _is_heads(case, row)):
            continue
        in_time = (_entered(row) - filed.day).days <= total + len(left_out)
        if isinstance(row, Extended):
            total += max(row.days, 0) if in_time else 0
        elif row.since and row.until and in_time:
            first, last = max(row.since, filed.day + DAY), min(row.until, ends or row.until)
            left_out |= frozenset(range(first.toordinal(), last.toordinal() + 1))
    return total + len(left_out)


def _entered(row: Happening) -> date:
    """The stated day, or the ledger's where it was written down only later."""
    return max(row.day, row.at.date())


def _is_heads(case: Chronicle, row: Happening) -> bool:
    in_office = heads(case, row.day)
    return not in_office or bool(people(case, row.by) & in_office)


NONE = re.compile(
    "没有|未|无(?!线电|障碍)|缺乏|内部|本局|我局|局里|党组|科室?|会议|纪要|口头|惯例|领导|[大中支]队"
)
VAGUE = re.compile(
    "中华人民共和国|按照|依照|依据|根据|依法|合法|符合|有关|相关|法律|法规|规章|法定|上级|国家|办案|期限|延期|的"
)
TITLE = re.compile("(?:(?:没有|无|缺乏)[^《,;。]{0,4})?《([^《》]{0,80})》")
LAW = re.compile("[一-龥]{2}(?:法(?!制|务|人|院|官|治|定|律)|条例|规定|办法|规则|细则)")


def _names_a_law(basis: str) -> bool:
    """行政处罚法 §60: only a law, regulation or rule may give another period, and it is named (推论)."""
    words = plain(basis)
    titles = [hit[1] for hit in TITLE.finditer(words) if hit[0].startswith("《")]
    named = (*titles, *re.split("[,;。、]", TITLE.sub("", words)))
    return any(LAW.search(VAGUE.sub("", part)) and not NONE.search(part) for part in named)


def _explained(case: Chronicle, rows: tuple[LateExplained, ...]) -> bool:
    """The head put the reason on record: late is late, but a refusal for ever would help nobody (推论)."""
    return any(row.reason.strip() and people(case, row.by) & heads(case, row.day) for row in rows)


@rule(
    "21.1",
    article="行政处罚法第六十条",
    says="立案之日起九十日内作出处罚决定",
    kind="past_ninety_days",
    certainty="推论",
)
def past_ninety_days(case: Chronicle) -> Finds:
    filed = case.first(Filed)
    for decided in ordinary_decisions(case) if filed else ():
        took = (decided.day - filed.day).days if filed else 0
        if (
            filed
            and took > _allowed(case, filed, before=decided)
            and not _explained(case, case.before(decided, LateExplained))
        ):
            yield decided, f"立案{filed.day}，决定{decided.day}，共{took}日"


past_ninety_days.breach(lambda: later(ordinary(today=on(200)), Decided, by=90))
past_ninety_days.lawful(
    lambda: plus(
        later(ordinary(today=on(200)), Decided, by=90),
        Extended(at=at(80), by=(HEAD,), days=30, basis="住房和城乡建设行政处罚程序规定"),
    )
)


def _left_out(*spans: tuple[int, int]) -> Chronicle:
    case = later(ordinary(today=on(200)), Decided, by=90)
    law = {"by": (HEAD,), "basis": "行政强制法第二十五条"}
    return plus(case, *(Excluded(at=at(60), since=on(one), until=on(two), **law) for one, two in spans))


def _late(*rows: Happening) -> Chronicle:
    """Decided on day 104, 103 days after the filing."""
    return plus(later(ordinary(today=on(200)), Decided, by=90), *rows)


def _without_time(since: int, until: int, **changes: Any) -> Excluded:
    usual: dict[str, Any] = {"at": at(60), "by": (HEAD,), "basis": "行政强制法第二十五条"}
    return Excluded(since=on(since), until=on(until), **{**usual, **changes})


def _more_time(**changes: Any) -> Extended:
    usual: dict[str, Any] = {"at": at(80), "by": (HEAD,), "basis": "住房和城乡建设行政处罚程序规定"}
    return Extended(days=30, **{**usual, **changes})


for _row in (
    _without_time(-60, -1),
    _without_time(120, 180),
    _without_time(-12, 1),
    _without_time(20, 60, at=at(100)),
    _without_time(20, 60, by=(ONE,)),
    _without_time(20, 60, basis="本局内部规定"),
    _more_time(at=at(115), on=on(80)),
    _more_time(at=at(100), on=on(80)),
    _more_time(by=(ONE,)),
    _more_time(by=()),
    *(
        _more_time(basis=words)
        for words in ("本局内部规定", "没有规章依据，局里决定", "有关规定", "规章", "局长办公会议规定")
    ),
    LateExplained(at=at(100), by=(ONE,), reason="工作忙"),
    LateExplained(at=at(100), by=(HEAD,), reason=" "),
    LateExplained(at=at(110), by=(HEAD,), reason="工作忙"),
):
    past_ninety_days.breach(lambda row=_row: _late(row))
for _row in (
    _without_time(20, 60),
    _without_time(-60, 20),
    _more_time(at=at(88), on=on(80)),
    _more_time(basis="《河南省行政执法条例》第三十条"),
):
    past_ninety_days.lawful(lambda row=_row: _late(row))
past_ninety_days.breach(lambda: _left_out((20, 29), (20, 29)))
past_ninety_days.lawful(lambda: _left_out((20, 29), (25, 34)))
past_ninety_days.lawful(
    lambda: plus(
        later(ordinary(today=on(200)), Decided, by=90),
        LateExplained(at=at(100), by=(HEAD,), reason="当事人下落不明"),
    )
)


@rule(
    "21.2",
    article="行政处罚法第六十条",
    says="立案九十日还没有决定的，已经超期",
    kind="past_ninety_days",
    certainty="推论",
)
def undecided_past_ninety_days(case: Chronicle) -> Finds:
    filed = case.first(Filed)
    open_still = not case.all(Decided) and not case.all(Closed)
    open_still = open_still and not _explained(case, case.all(LateExplained))
    if filed and case.today and open_still and (case.today - filed.day).days > _allowed(case, filed):
        yield filed, Omission(f"立案{filed.day}，到{case.today}没有决定")


def _undecided(today: int) -> Chronicle:
    case = ordinary(today=on(today))
    kept = [row for row in case if row.at < at(5)]
    return plus(without(case, *{type(row) for row in case}), *kept)


undecided_past_ninety_days.breach(lambda: _undecided(95))
undecided_past_ninety_days.lawful(lambda: _undecided(91))


@rule(
    "21.3",
    article="行政处罚法第六十条",
    says="延长、扣除办案期限须有法律、法规、规章依据",
    kind="extension_unlawful",
    certainty="原文",
)
def extended_without_basis(case: Chronicle) -> Finds:
    for row in (*case.all(Extended), *case.all(Excluded)):
        if not _names_a_law(row.basis):
            yield row, f"{row.word}没有法律、法规、规章依据：“{row.basis.strip()[:20]}”"


extended_without_basis.breach(lambda: plus(ordinary(), Extended(at=at(12), by=(HEAD,), days=30)))
extended_without_basis.breach(
    lambda: plus(ordinary(), Extended(at=at(12), by=(HEAD,), days=30, basis="案情复杂，法制科同意"))
)
for _words in (
    "本局内部规定",
    "没有规章依据，局里决定",
    "有关规定",
    "规章",
    "执法大队案件管理办法",
    "案情复杂依法延期",
    "延期合法，符合规定",
):
    extended_without_basis.breach(lambda words=_words: plus(ordinary(), _more_time(at=at(12), basis=words)))
extended_without_basis.lawful(lambda: plus(ordinary(), _more_time(at=at(12))))
for _words in ("经领导集体讨论", "因案情复杂未能按期办结"):
    extended_without_basis.lawful(
        lambda words=_words: plus(
            ordinary(), _more_time(at=at(12), basis=f"《河南省行政执法条例》第三十条，{words}")
        )
    )


@rule(
    "21.4",
    article="行政处罚法第六十条",
    says="期满之后不得补办延期，延期由负责人批准",
    kind="extension_unlawful",
    certainty="记忆",
)
def extended_too_late(case: Chronicle) -> Finds:
    filed = case.first(Filed)
    for row in case.all(Extended):
        in_office = heads(case, row.day)
        late = filed is not None and (_entered(row) - filed.day).days > _allowed(case, filed, before=row)
        if late or (in_office and not people(case, row.by) & in_office):
            yield row, "批准已迟或者批准人不是负责人"


for _by in ((ONE,), ()):
    extended_too_late.breach(lambda by=_by: plus(ordinary(), _more_time(at=at(12), by=by)))
extended_too_late.breach(lambda: _late(_more_time(at=at(100), on=on(80))))
extended_too_late.lawful(lambda: plus(ordinary(), _more_time(at=at(12))))


def _extended(*days: int, left_out: int = 0) -> Chronicle:
    """Decided on day 160; extended on the days, with so many days left out from day 20 on."""
    law = {"by": (HEAD,), "basis": "住房和城乡建设行政处罚程序规定"}
    rows = [Extended(at=at(day), days=60, **law) for day in days]
    out = [Excluded(at=at(60), since=on(20), until=on(19 + left_out), **law)] if left_out else []
    return plus(later(ordinary(today=on(300)), Decided, by=146), *rows, *out)


extended_too_late.breach(lambda: _extended(85, 152))
extended_too_late.breach(lambda: _extended(100))
extended_too_late.lawful(lambda: _extended(85, 150))
extended_too_late.lawful(lambda: _extended(125, left_out=40))


@rule(
    "21.5",
    article="行政处罚法第五十四条第二款",
    says="普通程序应当先立案",
    kind="not_filed",
    certainty="原文",
)
def never_filed(case: Chronicle) -> Finds:
    for decided in ordinary_decisions(case):
        if not case.before(decided, Filed):
            yield decided, "没有立案"


never_filed.breach(lambda: without(ordinary(), Filed))
never_filed.lawful(lambda: changed(ordinary(), Filed, at=at(13)))


@rule(
    "21.6",
    article="行政处罚法第五十四条第二款、第五十七条",
    says="立案由机关负责人批准",
    kind="not_a_head",
    certainty="推论",
)
def filed_by_others(case: Chronicle) -> Finds:
    for filed in case.all(Filed):
        in_office = heads(case, filed.day)
        if in_office and not people(case, filed.by) & in_office:
            yield filed, "批准立案的不是机关负责人"


filed_by_others.breach(lambda: changed(ordinary(), Filed, by=(TWO,)))
filed_by_others.breach(lambda: changed(ordinary(), Filed, by=()))
filed_by_others.lawful(lambda: changed(ordinary(), Filed, by=(DEPUTY,)))


@rule(
    "27.1",
    article="行政处罚法第三十六条",
    says="违法行为二年内未被发现的不再处罚，涉及生命健康、金融安全且有危害后果的五年",
    kind="limitation",
    certainty="原文",
)
def past_limitation(case: Chronicle) -> Finds:
    reported = case.first(Reported)
    for decided in punished(case):
        done = happened_on(case, decided)
        noticed = reported.day if reported else None  # a typed day of discovery proves nothing
        grave = any(row.endangers_life for row in case.before(decided, Found)[-1:])
        years = lines.LIMITATION_LIFE if grave else lines.LIMITATION
        if done and noticed and noticed > years_after(done, years):
            yield decided, f"行为终了{done}，发现{noticed}"


past_limitation.breach(lambda: changed(ordinary(), Reported, happened_on=on(-731)))
past_limitation.lawful(lambda: changed(ordinary(), Reported, happened_on=on(-730)))
past_limitation.lawful(lambda: changed(ordinary(), Found, happened_on=on(-1000), endangers_life=True))


@rule(
    "21.7",
    article="行政处罚法第五十四条、第五十七条",
    says="先调查取证，后审批决定",
    kind="out_of_order",
    certainty="推论",
)
def approved_before_inquiry(case: Chronicle) -> Finds:
    for row in case.all(Approved):
        if row.form == "D40" and case.all(Gathered) and not case.before(row, Gathered):
            yield row, "审批在调查取证之前"


approved_before_inquiry.breach(lambda: changed(ordinary(), Approved, at=at(2, 10)))
approved_before_inquiry.lawful(lambda: plus(ordinary(), Assigned(at=at(3), joined=(TWO,))))
