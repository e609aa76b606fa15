"""Rules on asking the court to enforce: after the periods, after urging, with the right papers (行政强制法 §53–§55)."""

from datetime import date, timedelta
from decimal import Decimal

from tests.lawful.chronicle import Chronicle
from tests.lawful.chronicle.happenings import Challenged, Decided, Paid, Postponed, Served
from tests.lawful.chronicle.other_kinds import CourtAnswered, CourtAsked, Enforced, Urged
from tests.lawful.judge import lines
from tests.lawful.judge.example import HEAD, ONE, at, on, plus
from tests.lawful.judge.example_other import court
from tests.lawful.judge.readings import months_after, served_on
from tests.lawful.judge.rule import Finds, rule


@rule(
    "48.1",
    article="行政强制法第五十三条；行政处罚法第七十二条第二款；行政诉讼法第四十五条",
    says="自起诉期限届满之日起三个月内申请法院执行，不得提前，不得逾期",
    kind="enforcement_court_time",
    certainty="原文",
)
def court_time(case: Chronicle) -> Finds:
    for row in case.all(CourtAsked):
        decided = case.before(row, Decided)
        served = served_on(case, decided[-1]) if decided else None
        if served is None:
            continue
        over = months_after(served, lines.SUE_MONTHS)
        ends = [
            _final_on(challenge, until)
            for challenge in case.before(row, Challenged)
            if (until := challenge.until)
        ]
        opens = max([*(ends or [over]), *_changed(case, row)])
        closes = _closes(case, row, since=max([over, *ends]))
        if not opens < row.day <= closes:
            yield row, f"应当在{opens}之后、{closes}之前，{row.day}申请"


def _closes(case: Chronicle, asked: CourtAsked, *, since: date) -> date:
    """From the end of a deferral the months run anew (行政处罚法 §72(2)), not where they were over when it was granted."""
    closes = months_after(since, lines.COURT_MONTHS)
    for until in _changed(case, asked):
        if months_after(until, -lines.SUE_MONTHS) <= closes:
            closes = max(closes, months_after(until, lines.COURT_MONTHS))
    for later in case.before(asked, Postponed):
        if later.until and later.day <= closes:
            closes = max(closes, months_after(later.until, lines.COURT_MONTHS))
    return closes


def _changed(case: Chronicle, asked: CourtAsked) -> list[date]:
    """Until when each change of our own may be contested that was told, and judged by nobody since (行政诉讼法 §46)."""
    told = [row.day for row in case.before(asked, Served) if row.form == "D87"]
    judged = [row.day for row in case.before(asked, Challenged) if row.until]
    return [months_after(day, lines.SUE_MONTHS) for day in told if not any(day <= one for one in judged)]


def _final_on(challenge: Challenged, until: date) -> date:
    """After a reconsideration the party may still go to court (行政诉讼法 §45)."""
    return until + timedelta(days=lines.SUE_AFTER_REVIEW if challenge.way == "reconsideration" else 0)


def _challenged(day: int, *, until: int, way: str = "reconsideration") -> Chronicle:
    return plus(court(day, urged=day - 20), Challenged(at=at(60), on=on(60), until=on(until), way=way))


court_time.breach(lambda: _challenged(1500, until=100))
court_time.breach(lambda: _challenged(114, until=100))
court_time.breach(lambda: _challenged(520, until=400))
court_time.breach(lambda: _challenged(410, until=400))
court_time.lawful(lambda: _challenged(116, until=100))
court_time.lawful(lambda: _challenged(490, until=400, way="litigation"))


def _told(day: int, *, asked: int) -> Chronicle:
    return plus(
        _challenged(asked, until=100), Served(at=at(day), on=on(day), form="D87", to="王某", relation="本人")
    )


court_time.breach(lambda: _told(120, asked=200))
court_time.lawful(lambda: _told(120, asked=310))
court_time.breach(lambda: court(190, urged=170))
court_time.breach(lambda: court(300))
court_time.lawful(lambda: court(197, urged=177))


@rule(
    "48.2",
    article="行政强制法第五十四条、第六十九条",
    says="催告书送达满十个工作日仍不履行，才能申请法院执行",
    kind="enforcement_not_urged",
    certainty="原文",
)
def court_not_urged(case: Chronicle) -> Finds:
    for row in case.all(CourtAsked):
        urged = case.before(row, Urged)
        if not urged or row.day <= case.days.after(urged[-1].day, lines.URGE_COURT):
            yield row, "催告没有满十个工作日"


court_not_urged.breach(lambda: court(urged=222))
court_not_urged.lawful(lambda: court(urged=214))


@rule(
    "48.3",
    article="行政强制法第五十五条第二款",
    says="申请书由负责人签名、加盖印章、注明日期",
    kind="enforcement_court_papers",
    certainty="原文",
)
def court_papers(case: Chronicle) -> Finds:
    for row in case.all(CourtAsked):
        if {"head", "seal", "date"} - row.signs:
            yield row, "申请书没有负责人签名、印章或者日期"


court_papers.breach(lambda: court(signs=frozenset({"seal", "date"})))
court_papers.lawful(lambda: court(signs=frozenset({"head", "seal", "date", "phone"})))


@rule(
    "48.4",
    article="行政强制法第五十三条；行政诉讼法第九十七条",
    says="已经履行的、复议诉讼未决的，不得申请法院执行",
    kind="enforcement_court_time",
    certainty="推论",
)
def court_though_pending(case: Chronicle) -> Finds:
    for row in case.all(CourtAsked):
        pending = [c for c in case.before(row, Challenged) if c.until is None or c.until >= row.day]
        decided = case.before(row, Decided)
        owed = (decided[-1].penalty.fine if decided else None) or Decimal(0)
        paid = sum((p.amount for p in case.before(row, Paid)), Decimal(0))
        if pending or (owed and paid >= owed and not case.all(Enforced)):
            yield row, "复议诉讼未决或者已经缴清"


court_though_pending.breach(lambda: plus(court(), Challenged(at=at(60), on=on(60))))
court_though_pending.lawful(lambda: plus(court(), Challenged(at=at(60), on=on(60), until=on(100))))


@rule(
    "48.5",
    article="行政处罚法第六十六条第二款、第七十二条第二款",
    says="准予暂缓、分期缴纳的期限届满以前，不得申请法院执行",
    kind="enforcement_court_time",
    certainty="推论",
)
def court_while_postponed(case: Chronicle) -> Finds:
    for row in case.all(CourtAsked):
        granted = [later.until for later in case.before(row, Postponed) if later.until]
        if granted and row.day <= max(granted):
            yield row, f"准予暂缓、分期到{max(granted)}，{row.day}申请"


def _postponed(until: int, *, granted: int = 30, day: int = 230) -> Chronicle:
    return plus(court(day, urged=day - 20), Postponed(at=at(granted), on=on(granted), until=on(until)))


court_while_postponed.breach(lambda: _postponed(240))
court_while_postponed.lawful(lambda: _postponed(200))
court_time.breach(lambda: _postponed(310, granted=305, day=330))
court_time.lawful(lambda: _postponed(310, granted=270, day=330))


@rule(
    "48.6",
    article="行政强制法第五十六条至第五十八条",
    says="没有裁定不予受理的，不得再次申请；裁定不予执行的，只能由上一级法院复议",
    kind="enforcement_court_time",
    certainty="推论",
)
def court_asked_again(case: Chronicle) -> Finds:
    for row in case.all(CourtAsked)[1:]:
        told = case.before(row, CourtAnswered)
        if not told or told[-1].says != "不予受理":
            yield row, f"上一次申请的答复是{told[-1].says if told else '没有登记'}"


def _again(says: str) -> Chronicle:
    answered = CourtAnswered(at=at(235), on=on(235), by=(ONE,), says=says)
    signs = frozenset({"head", "seal", "date"})
    return plus(court(), answered, CourtAsked(at=at(240), on=on(240), by=(HEAD,), signs=signs))


court_asked_again.breach(lambda: _again("不予执行"))
court_asked_again.lawful(lambda: _again("不予受理"))
