"""Rules on the notice before a penalty: that it was given, what it said, that its period ran out (§44, §62–§64)."""

from dataclasses import replace
from datetime import timedelta

from tests.lawful.chronicle import Chronicle, is_heavier, said
from tests.lawful.chronicle.happenings import Decided, Heard, Issued, Told, Voided, Waived
from tests.lawful.chronicle.measures import read_measures
from tests.lawful.judge import lines
from tests.lawful.judge.example import (
    HEAD,
    ONE,
    at,
    changed,
    dropped,
    fine,
    offence,
    on,
    ordinary,
    plus,
    without,
)
from tests.lawful.judge.example_grave import decided_anew, grave, reviewed, spot
from tests.lawful.judge.readings import (
    asking_ends_on,
    entitles_to_hearing,
    in_course,
    notice_for,
    ordinary_decisions,
    period_ends_on,
    plea_ends_on,
    punished,
    waived,
)
from tests.lawful.judge.rule import Finds, rule

NOTICES = frozenset({"D29", "D30"})


@rule(
    "7.1",
    article="行政处罚法第四十四条、第六十二条",
    says="决定不得比告知的更重",
    kind="told_not_decided",
    certainty="推论",
)
def heavier_than_told(case: Chronicle) -> Finds:
    for decided in punished(case):
        told = notice_for(case, decided)
        if told and is_heavier(decided.penalty, told.penalty):
            yield decided, f"告知{said(told.penalty)}，决定{said(decided.penalty)}"


def _told_words(decided: str, *, told: str) -> Chronicle:
    new, old = (fine(800, text=words, measures=read_measures(words)) for words in (decided, told))
    return ordinary(
        new, told=old, offence=offence(measures=frozenset({"halt", "confiscation"}), confiscates=True)
    )


heavier_than_told.breach(lambda: ordinary(fine(900), told=fine(800)))
heavier_than_told.breach(lambda: ordinary(fine(800, measures=frozenset({"confiscation"})), told=fine(800)))
heavier_than_told.breach(lambda: _told_words("没收三轮车、炉具", told="没收三轮车"))
heavier_than_told.breach(lambda: _told_words("责令停业整顿", told="责令停业七日"))
heavier_than_told.breach(lambda: _told_words("没收违法所得五百元", told="没收违法所得三百元"))
heavier_than_told.lawful(lambda: _told_words("没收烤炉、违法所得叁佰元整", told="没收烤炉、违法所得300元"))
heavier_than_told.lawful(lambda: ordinary(fine(600), told=fine(800)))
heavier_than_told.lawful(lambda: _told_words("没收三轮车一辆", told="没收三轮车、炉具"))


@rule(
    "7.2",
    article="行政处罚法第四十四条、第六十二条",
    says="没有事先告知，不得作出处罚决定",
    kind="no_notice",
    certainty="原文",
)
def not_told(case: Chronicle) -> Finds:
    for decided in punished(case):
        if not decided.is_simplified and notice_for(case, decided) is None:
            yield decided, "决定之前没有已送达的告知"


not_told.breach(lambda: without(ordinary(), Told))
not_told.lawful(lambda: changed(ordinary(), Told, at=at(6), on=on(6)))
not_told.breach(lambda: dropped(decided_anew(penalty=fine(600), ground="依据错误"), Told, after=at(40)))
not_told.breach(lambda: dropped(decided_anew(ground="违反法定程序"), Told, after=at(40)))
not_told.lawful(lambda: decided_anew(penalty=fine(600), ground="依据错误"))


@rule(
    "7.4",
    article="行政处罚法第四十四条",
    says="告知书应当告知陈述、申辩的权利",
    kind="rights_not_told",
    certainty="原文",
)
def plea_not_told(case: Chronicle) -> Finds:
    for told in case.all(Told):
        if "plea" not in told.rights:
            yield told, "告知书没有陈述、申辩权利"


plea_not_told.breach(lambda: changed(ordinary(), Told, rights=frozenset()))
plea_not_told.lawful(lambda: changed(ordinary(), Told, rights=frozenset({"plea", "hearing"})))


@rule(
    "7.5",
    article="行政处罚法第四十四条、第六十二条；河南省行政执法条例第三十二条",
    says="决定所依据的告知书不得作废",
    kind="originals_voided",
    certainty="推论",
)
def notice_voided(case: Chronicle) -> Finds:
    for decided in punished(case):
        told = notice_for(case, decided)
        for voided in case.all(Voided):
            if told and told.paper and voided.was_issued and voided.paper == told.paper:
                yield voided, f"{voided.form}已送达并据以作出决定，却被作废"


notice_voided.breach(
    lambda: plus(
        ordinary(), Voided(at=at(16), by=(ONE,), form="D29", paper="documents.document:7", was_issued=True)
    )
)
notice_voided.lawful(
    lambda: plus(ordinary(), Voided(at=at(3), by=(ONE,), form="D29", paper="documents.document:6"))
)


@rule(
    "7.7",
    article="行政处罚法第四十四条",
    says="当场处罚之前，应当告知拟处罚的内容、事实、理由、依据和权利",
    kind="no_notice",
    certainty="原文",
)
def not_told_on_the_spot(case: Chronicle) -> Finds:
    for decided in punished(case):
        if decided.is_simplified and not decided.rights_told:
            yield decided, "当场决定没有告知的记录"


not_told_on_the_spot.breach(lambda: changed(spot(), Decided, rights_told=False))
not_told_on_the_spot.lawful(lambda: spot())


@rule(
    "8.1",
    article="行政处罚法第六十二条",
    says="陈述申辩期满之前不得作出决定",
    kind="period_not_over",
    certainty="推论",
)
def before_the_plea_is_over(case: Chronicle) -> Finds:
    for decided in punished(case):
        told = notice_for(case, decided)
        if told is None or decided.is_simplified or waived(case, decided, right="plea"):
            continue
        ends = plea_ends_on(case, told)
        if decided.day <= ends:
            yield decided, f"陈述申辩期到{ends}，{decided.day}即作出决定"


before_the_plea_is_over.breach(lambda: changed(ordinary(), Decided, at=at(9, 10)))
before_the_plea_is_over.breach(lambda: changed(ordinary(), Told, days=None, at=at(13), on=on(14)))
before_the_plea_is_over.lawful(lambda: ordinary())
before_the_plea_is_over.lawful(
    lambda: plus(
        changed(ordinary(), Told, at=at(12), on=on(12)),
        Waived(at=at(13), by=(ONE,), right="plea", proof="signature"),
    )
)


@rule(
    "8.2",
    article="行政处罚法第六十四条第一项、第八十五条",
    says="告知听证权的，送达后五个工作日届满之前不得作出决定",
    kind="period_not_over",
    certainty="记忆",
)
def before_the_hearing_could_be_asked(case: Chronicle) -> Finds:
    for decided in punished(case):
        told = notice_for(case, decided)
        if told is None or decided.is_simplified or waived(case, decided, right="hearing"):
            continue
        owed = "hearing" in told.rights or entitles_to_hearing(decided.penalty, case.party_at(decided))
        if owed and decided.day <= asking_ends_on(case, told):
            yield decided, f"听证申请期到{asking_ends_on(case, told)}，{decided.day}即作出决定"


before_the_hearing_could_be_asked.breach(lambda: changed(reviewed(), Told, on=on(42)))
before_the_hearing_could_be_asked.lawful(lambda: changed(reviewed(), Told, at=at(29), on=on(29)))


@rule(
    "8.3",
    article="行政处罚法第六十二条",
    says="期满之前决定的，须有当事人明确放弃的签名或者录音录像",
    kind="waiver_unproved",
    certainty="推论",
)
def waiver_without_proof(case: Chronicle) -> Finds:
    for decided in punished(case):
        told = notice_for(case, decided)
        for waiver in in_course(case, decided, kind=Waived):
            if told and decided.day <= period_ends_on(case, told) and not waiver.proof:
                yield waiver, "只有办案人员的一面之词"


waiver_without_proof.breach(
    lambda: plus(changed(ordinary(), Told, at=at(12), on=on(12)), Waived(at=at(13), by=(ONE,)))
)
waiver_without_proof.lawful(lambda: plus(ordinary(), Waived(at=at(13), by=(ONE,))))


@rule(
    "8.4",
    article="行政处罚法第六十二条",
    says="当事人没有表示的，不得写成放弃",
    kind="silence_as_waiver",
    certainty="推论",
)
def silence_is_no_waiver(case: Chronicle) -> Finds:
    for decided in ordinary_decisions(case):
        words = str((decided.says or {}).get("plea") or "")
        heard = in_course(case, decided, kind=Heard)
        if any(
            row.is_abandoned or row.has_left for row in heard
        ):  # §64(6): who stays away has given up the hearing, and nothing else
            words = words.replace("视为放弃听证", "")
        denied = any(word in words for word in ("不视为放弃", "不放弃", "未放弃", "没有放弃"))
        if "放弃" in words and not denied and not in_course(case, decided, kind=Waived):
            yield decided, f"决定书写“{words[:30]}”，案卷没有放弃的表示"


silence_is_no_waiver.breach(lambda: changed(ordinary(), Decided, says={"plea": "当事人已明确放弃陈述申辩"}))
silence_is_no_waiver.breach(lambda: changed(ordinary(), Decided, says={"plea": "期内没有提出，视为放弃"}))
silence_is_no_waiver.lawful(lambda: changed(ordinary(), Decided, says={"plea": "期内没有提出"}))
silence_is_no_waiver.breach(lambda: changed(grave(), Decided, says={"plea": "视为放弃听证"}))
silence_is_no_waiver.lawful(
    lambda: changed(
        changed(grave(), Heard, is_abandoned=True), Decided, says={"plea": "未出席，视为放弃听证"}
    )
)
silence_is_no_waiver.lawful(
    lambda: changed(changed(grave(), Heard, has_left=True), Decided, says={"plea": "中途退出，视为放弃听证"})
)
silence_is_no_waiver.lawful(lambda: changed(ordinary(), Decided, says={"plea": "没有提出，不视为放弃"}))


@rule(
    "8.5",
    article="行政处罚法第六十二条、第六十四条第一项、第八十五条",
    says="放假安排尚未公布的年度，当事人的期限不得当作已经届满",
    kind="estimated_day",
    certainty="推论",
)
def ended_on_an_estimated_day(case: Chronicle) -> Finds:
    for decided in punished(case):
        told = notice_for(case, decided)
        if told is None or decided.is_simplified or waived(case, decided, right="plea"):
            continue
        ends = period_ends_on(case, told)
        surely_over = decided.day > ends + timedelta(days=lines.HOLIDAY_DOUBT)
        if case.days.is_estimated(ends) and not surely_over:
            yield decided, f"期限末日{ends}所在年度没有放假通知"


def _next_year(*noticed: int) -> Chronicle:
    case = ordinary(today=on(150))
    shift = timedelta(days=118)
    rows = tuple(
        replace(
            row,
            at=row.at + shift,
            on=row.on + shift if row.on else None,
            **({"issued_on": row.issued_on + shift} if hasattr(row, "issued_on") and row.issued_on else {}),
            **({"happened_on": row.happened_on + shift} if hasattr(row, "happened_on") else {}),
            **({"found_on": row.found_on + shift} if hasattr(row, "found_on") else {}),
            **({"by_on": row.by_on + shift} if hasattr(row, "by_on") else {}),
            **(
                {"started": row.started + shift, "ended": row.ended + shift}
                if hasattr(row, "started")
                else {}
            ),
        )
        for row in case
    )
    return replace(case, happenings=rows, days=replace(case.days, noticed=frozenset(noticed)))


ended_on_an_estimated_day.breach(lambda: _next_year(2026))
ended_on_an_estimated_day.lawful(lambda: _next_year(2026, 2027))


@rule(
    "11.1",
    article="行政处罚法第六十三条；河南省行政处罚听证办法第四条",
    says="拟作出较重处罚的，应当告知听证权利",
    kind="hearing_not_told",
    certainty="记忆",
)
def hearing_right_not_told(case: Chronicle) -> Finds:
    for decided in punished(case):
        told = notice_for(case, decided)
        if told is None or decided.is_simplified or "hearing" in told.rights:
            continue
        party = case.party_at(decided)
        owed = [row for row in (decided.penalty, told.penalty) if entitles_to_hearing(row, party)]
        if owed:
            yield decided, f"{said(owed[0])}，告知书没有听证权利"


hearing_right_not_told.breach(lambda: changed(grave(), Told, rights=frozenset({"plea"})))
hearing_right_not_told.breach(lambda: ordinary(fine(800), told=fine(8000)))
hearing_right_not_told.lawful(lambda: without(ordinary(fine(800), told=fine(4999))))


@rule(
    "11.2",
    article="行政处罚法第六十四条第一项",
    says="告知听证权的告知书不得少给五个工作日",
    kind="notice_short",
    certainty="推论",
)
def hearing_days_cut(case: Chronicle) -> Finds:
    for told in case.all(Told):
        if "hearing" in told.rights and told.days is not None and told.days < lines.ASK_HEARING:
            yield told, f"只给{told.days}个工作日"


hearing_days_cut.breach(lambda: changed(grave(), Told, days=3))
hearing_days_cut.lawful(lambda: changed(grave(), Told, days=7))


@rule(
    "11.3",
    article="行政处罚法第四十四条、第六十三条",
    says="告知书先签发，后送达",
    kind="no_notice",
    certainty="推论",
)
def notice_paper_missing(case: Chronicle) -> Finds:
    for told in case.all(Told):
        forms = {row.form for row in case.before(told, Issued)}
        if told.form in NOTICES and told.form not in forms:
            yield told, f"{told.form}没有签发就作为已送达的告知"


notice_paper_missing.breach(lambda: changed(ordinary(), Told, form="D30"))
notice_paper_missing.lawful(lambda: plus(ordinary(), Issued(at=at(3, 10), by=(HEAD,), form="D30")))
