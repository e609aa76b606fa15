"""Rules on how a levy ends that is not paid: at court, with nobody left, assessed once (行政强制法 §§40, 53, 54)."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from tests.lawful.chronicle import Chronicle
from tests.lawful.chronicle.fees import (
    Assessed,
    LevyDecided,
    LevyEnded,
    LevyToCourt,
)
from tests.lawful.chronicle.happenings import Overturned
from tests.lawful.chronicle.other_kinds import CourtAnswered, Urged
from tests.lawful.judge import lines
from tests.lawful.judge.example import HEAD, ONE, at, changed, on, plus, without
from tests.lawful.judge.example_fee import FEE, levied
from tests.lawful.judge.lanes import own
from tests.lawful.judge.readings import heads, months_after, people
from tests.lawful.judge.rule import Finds, rule
from tests.lawful.judge.rules.fees import ROAD, kept_before, late_at_most, owed_before

SAYS = frozenset({"deadline", "way", "amount", "rights"})


@rule(
    "59.15",
    article="行政强制法第五十三条、第五十四条；行政诉讼法第四十六条",
    says="申请法院执行征收：缴款逾期、起诉期限届满、催告送达满十个工作日仍不缴，在三个月内申请",
    kind="levy_to_court",
    certainty="原文",
)
def to_court_wrongly(case: Chronicle) -> Finds:
    for row in case.all(LevyToCourt):
        decided = own(case.before(row, LevyDecided), row.of)
        served = decided[-1].served_on if decided else None
        if served is None:
            yield row, "征收决定没有送达"
            continue
        until = months_after(served, lines.SUE_MONTHS)
        due = served + timedelta(days=decided[-1].pays_within)
        told = [one for one in own(case.before(row, Urged), row.of) if one.day > due]
        if row.day <= until:
            yield row, f"起诉期限到{until}"
        elif not told or row.day <= case.days.after(told[0].day, lines.URGE_COURT):
            yield row, "逾期以后没有催告，或者催告没有满十个工作日"
        elif row.day > months_after(until, lines.COURT_MONTHS) and not row.has_excuse:
            yield row, f"申请的期限到{months_after(until, lines.COURT_MONTHS)}"
        owed = owed_before(case, row)
        if owed is not None and row.amount > owed + late_at_most(case, owed) - kept_before(case, row):
            yield row, f"申请执行{row.amount}元，多于未缴的"
        before = case.before(row, LevyToCourt)
        answers = [one.says for one in case.before(row, CourtAnswered)]
        if before and (not answers or answers[-1] != "不予受理"):
            yield row, "已经申请过"


def _sued(day: int = 230, *, urged: int = 210, amount: int = 3960, excuse: bool = False) -> Chronicle:
    told = Urged(at=at(urged), on=on(urged), by=(ONE,), of=FEE, days=10, says=SAYS)
    asked = LevyToCourt(at=at(day), on=on(day), by=(HEAD,), of=FEE, amount=Decimal(amount), has_excuse=excuse)
    return replace(levied(told, asked, paid=None), today=on(400))


to_court_wrongly.breach(lambda: _sued(180, urged=150))
to_court_wrongly.breach(lambda: _sued(230, urged=220))
to_court_wrongly.breach(lambda: _sued(290))
to_court_wrongly.breach(lambda: _sued(amount=4000))
to_court_wrongly.lawful(lambda: _sued())
to_court_wrongly.lawful(lambda: _sued(290, excuse=True))


@rule(
    "59.16",
    article="行政强制法第四十条；河南省行政执法条例第二十八条第一款",
    says="终止征收由机关负责人决定，决定前以不应当征收，决定后以无人可以缴纳",
    kind="levy_ended_wrong",
    certainty="推论",
)
def ended_wrongly(case: Chronicle) -> Finds:
    for row in case.all(LevyEnded):
        decided, in_office = own(case.before(row, LevyDecided), row.of), heads(case, row.day)
        if in_office and not people(case, row.by) & in_office:
            yield row, "终止征收的不是机关负责人"
        if bool(decided) == (row.ground == "not_owed"):
            yield row, f"{'决定以后' if decided else '决定以前'}以“{row.ground}”终止"
        party = case.party_at(row)
        if party and row.ground in {"died", "dissolved"} and (row.ground == "died") != party.is_natural:
            yield row, "情形与当事人的类别不符"


def _ended(ground: str, *, by: str = HEAD) -> Chronicle:
    ended = LevyEnded(at=at(60), by=(by,), of=FEE, ground=ground)
    return plus(levied(paid=None), ended)


ended_wrongly.breach(lambda: _ended("not_owed"))
ended_wrongly.breach(lambda: _ended("dissolved"))
ended_wrongly.breach(lambda: _ended("died", by=ONE))
ended_wrongly.lawful(lambda: _ended("died"))


@rule(
    "59.17",
    article=f"{ROAD}第三十七条；行政强制法第三十四条",
    says="征收决定按现在的核定作出，决定以后不再改核定",
    kind="levy_reassessed",
    certainty="推论",
)
def reassessed(case: Chronicle) -> Finds:
    for row in case.all(LevyDecided):
        if not own(case.before(row, Assessed), row.of):
            yield row, "没有核定"
        for later in own(case.after(row, Assessed), row.of):
            if not any(one in case.after(row, Overturned) for one in case.before(later, Overturned)):
                yield later, "已经作出征收决定，又改了核定"


def _assessed_on(day: int) -> Chronicle:
    return changed(levied(), Assessed, at=at(day, 10))


reassessed.breach(lambda: without(levied(), Assessed))
reassessed.breach(lambda: _assessed_on(9))
reassessed.lawful(lambda: _assessed_on(7))
