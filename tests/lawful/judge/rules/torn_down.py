"""Rules on a demolition by force: final, announced, demanded, ordered by the government, told, its goods kept (行政强制法 §44; 平顶山条例 §§30–33)."""

from collections import Counter
from datetime import timedelta

from tests.lawful.chronicle import Chronicle
from tests.lawful.chronicle.buildings import (
    Contested,
    DemolitionAnnounced,
    DemolitionDaySet,
    GoodsCalled,
    GoodsDeposited,
    GoodsFetched,
    GoodsLeft,
    GovernmentOrdered,
    GovernmentReported,
    RemovalOrdered,
    RemovedByParty,
)
from tests.lawful.chronicle.happenings import Happening
from tests.lawful.chronicle.lanes import LaneBegun, LaneClosed, LaneDecided
from tests.lawful.chronicle.other_kinds import Enforced, Urged
from tests.lawful.judge import lines
from tests.lawful.judge.example import ONE, at, changed, on, plus, without
from tests.lawful.judge.example_building import BED, THE_ORDER, torn_down
from tests.lawful.judge.lanes import own
from tests.lawful.judge.readings import months_after
from tests.lawful.judge.rule import Finds, Omission, rule

LOCAL = "平顶山市城乡规划建设管理条例"
REPORT_WITHIN = 3  # working days, 平顶山条例 §30
WITHIN, FETCH, CALL = 60, 20, 60  # days, 平顶山条例 §30, §32


def _forcing(case: Chronicle) -> tuple[Happening, ...]:
    """The steps of a demolition that want the order to be final: begun, decided, done."""
    begun = [row for row in case.all(LaneBegun) if row.kind == "demolition"]
    lanes = {row.of for row in begun}
    decided = [row for row in case.all(LaneDecided) if row.of in lanes]
    return (*begun, *decided, *(row for row in case.all(Enforced) if row.way == "demolition" and row.of))


@rule(
    "52.13",
    article=f"行政强制法第四十四条；{LOCAL}第三十条；行政复议法第二十条；行政诉讼法第四十五条、第四十六条",
    says="限期届满仍不拆除，复议、诉讼的期限届满、没有未决的，才能强制拆除",
    kind="demolition_not_final",
    certainty="原文",
)
def forced_before_final(case: Chronicle) -> Finds:
    for row in _forcing(case):
        orders = case.before(row, RemovalOrdered)
        if not orders:
            yield row, "没有限期拆除的决定"
            continue
        served, due = orders[-1].served_on, orders[-1].due_on
        if served is None or served > row.day:
            yield row, "限期拆除决定没有送达"
        elif due and row.day <= due:
            yield row, f"自行拆除的期限到{due}"
        else:
            contests = case.before(row, Contested)
            gone = _why_open(row, contests, until=months_after(served, lines.SUE_MONTHS))
            if gone:
                yield row, gone


def _why_open(row: Happening, contests: tuple[Contested, ...], *, until: object) -> str:
    if any(one.ended_on is None or one.ended_on > row.day for one in contests):
        return "复议、诉讼未决"
    if any(one.outcome == "overturned" for one in contests):
        return "决定已经被撤销、变更"
    lost = [one for one in contests if one.outcome == "upheld" and one.ended_on]
    if lost and lost[-1].ended_on:
        more = lines.SUE_AFTER_REVIEW if lost[-1].way == "reconsideration" else 0
        ends = lost[-1].ended_on + timedelta(days=more)
        return f"复议审结以后的起诉期限到{ends}" if row.day <= ends else ""
    return f"起诉的期限到{until}" if str(row.day) <= str(until) else ""


def _contested(ended: int | None, outcome: str = "upheld", *, begun: int = 120) -> Chronicle:
    over = on(ended) if ended is not None else None
    remedy = Contested(at=at(40), on=on(40), by=(ONE,), ended_on=over, outcome=outcome if over else "")
    return plus(torn_down(begun=begun), remedy)


forced_before_final.breach(lambda: torn_down(begun=190))
forced_before_final.breach(lambda: changed(torn_down(), RemovalOrdered, due_on=on(240)))
forced_before_final.breach(lambda: changed(torn_down(), RemovalOrdered, served_on=None))
forced_before_final.breach(lambda: _contested(None, begun=230))
forced_before_final.breach(lambda: _contested(110))
forced_before_final.breach(lambda: _contested(90, "overturned"))
forced_before_final.lawful(lambda: torn_down(begun=230))
forced_before_final.lawful(lambda: _contested(90))


@rule(
    "52.14",
    article=f"行政强制法第四十四条；{LOCAL}第三十一条",
    says="先张贴并通过媒体公告，公告的自拆、搬离期限届满、时间已到，才能实施",
    kind="demolition_not_announced",
    certainty="原文",
)
def torn_down_unannounced(case: Chronicle) -> Finds:
    for row in case.all(Enforced):
        if row.way != "demolition" or not row.of:
            continue
        said = own(case.before(row, DemolitionAnnounced), row.of)
        if not said or said[-1].posted_on is None or said[-1].media_on is None:
            yield row, "没有张贴、发布公告"
            continue
        days = [day for day in (said[-1].remove_by, said[-1].clear_by) if day]
        early = said[-1].planned_on and row.day < said[-1].planned_on
        if len(days) < 2 or row.day <= max(days) or early:
            yield (
                row,
                f"公告的自拆期限{said[-1].remove_by}、搬离期限{said[-1].clear_by}、时间{said[-1].planned_on}",
            )
        elif min(days) <= max(said[-1].posted_on, said[-1].media_on):
            yield row, "公告发布时，所限的自拆期限已经过去"


torn_down_unannounced.breach(lambda: without(torn_down(), DemolitionAnnounced))
torn_down_unannounced.breach(lambda: changed(torn_down(), DemolitionAnnounced, media_on=None))
torn_down_unannounced.breach(lambda: changed(torn_down(), DemolitionAnnounced, planned_on=on(280)))
torn_down_unannounced.breach(lambda: changed(torn_down(), DemolitionAnnounced, clear_by=on(276)))
torn_down_unannounced.lawful(lambda: changed(torn_down(), DemolitionAnnounced, clear_by=on(275)))


@rule(
    "52.15",
    article="行政强制法第三十五条、第三十七条",
    says="强制拆除决定之前已经书面催告，催告的期限届满",
    kind="demolition_not_demanded",
    certainty="原文",
)
def decided_undemanded(case: Chronicle) -> Finds:
    for row in case.all(LaneDecided):
        if row.content.act != "demolition":
            continue
        told = own(case.before(row, Urged), row.of)
        if not told or row.day <= case.days.after(told[-1].day, told[-1].days or 0):
            yield row, "没有催告，或者催告的期限没有届满"


decided_undemanded.breach(lambda: without(torn_down(), Urged))
decided_undemanded.breach(lambda: changed(torn_down(), Urged, days=20))
decided_undemanded.lawful(lambda: changed(torn_down(), Urged, days=11))


@rule(
    "52.16",
    article=f"城乡规划法第六十八条；{LOCAL}第三十条",
    says="催告期满后三个工作日内报告，人民政府书面责成以后才决定强制拆除，六十日内实施",
    kind="demolition_not_entrusted",
    certainty="原文",
)
def decided_unentrusted(case: Chronicle) -> Finds:
    for row in case.all(LaneDecided):
        if row.content.act != "demolition":
            continue
        reported = own(case.before(row, GovernmentReported), row.of)
        asked = own(case.before(row, GovernmentOrdered), row.of)
        if not reported or not asked or "人民政府" not in asked[-1].body:
            yield row, "没有报告，或者没有人民政府的书面责成"
            continue
        told = own(case.before(row, Urged), row.of)
        ends = case.days.after(told[-1].day, told[-1].days or 0) if told else None
        if ends and reported[0].day > case.days.after(ends, REPORT_WITHIN):
            yield reported[0], Omission(f"催告到{ends}，{reported[0].day}才报告")
        for done in own(case.all(Enforced), row.of):
            if done.day > asked[-1].day + timedelta(days=WITHIN):
                yield done, Omission(f"{asked[-1].day}责成，{done.day}才实施")


decided_unentrusted.breach(lambda: changed(torn_down(), GovernmentOrdered, of=THE_ORDER))
decided_unentrusted.breach(lambda: changed(torn_down(), GovernmentOrdered, body="舞钢市自然资源局"))
decided_unentrusted.lawful(lambda: changed(torn_down(), GovernmentOrdered, body="舞钢市人民政府"))


@rule(
    "52.17",
    article=f"{LOCAL}第三十三条第一款",
    says="书面告知当事人到场，在告知的日期实施",
    kind="demolition_not_summoned",
    certainty="原文",
)
def torn_down_unsummoned(case: Chronicle) -> Finds:
    for row in case.all(Enforced):
        if row.way != "demolition" or not row.of:
            continue
        fixed = own(case.before(row, DemolitionDaySet), row.of)
        if not fixed or fixed[-1].told_on is None or fixed[-1].told_on > row.day:
            yield row, "没有书面告知实施的日期"
        elif fixed[-1].day_set != row.day:
            yield row, f"告知的是{fixed[-1].day_set}，{row.day}实施"


torn_down_unsummoned.breach(lambda: changed(torn_down(), DemolitionDaySet, told_on=None))
torn_down_unsummoned.breach(lambda: changed(torn_down(), DemolitionDaySet, day_set=on(277)))
torn_down_unsummoned.lawful(lambda: changed(torn_down(), DemolitionDaySet, told_on=on(276)))


@rule(
    "52.18",
    article=f"{LOCAL}第三十二条",
    says="没有搬离的财物登记成清单并交付，当事人没有签收的有见证或者公证",
    kind="demolition_goods",
    certainty="原文",
)
def goods_unlisted(case: Chronicle) -> Finds:
    for row in case.all(GoodsLeft):
        if not row.is_listed:
            yield row, "清单没有制作、送达"
        if not row.is_witnessed and not row.handed_over:
            yield row, "没有见证或者公证"


goods_unlisted.breach(lambda: changed(torn_down(), GoodsLeft, is_listed=False))
goods_unlisted.breach(lambda: changed(torn_down(), GoodsLeft, is_witnessed=False))
goods_unlisted.lawful(lambda: changed(torn_down(), GoodsLeft, is_listed=True))


@rule(
    "52.19",
    article=f"{LOCAL}第三十二条第二款",
    says="二十日不领取的发布招领公告，公告以后满六十日才提存",
    kind="demolition_deposit",
    certainty="原文",
)
def deposited_early(case: Chronicle) -> Finds:
    for row in case.all(GoodsCalled):
        left = own(case.before(row, GoodsLeft), row.of)
        if not left or row.day <= left[-1].day + timedelta(days=FETCH):
            yield row, "领取的二十日没有届满"
    for row in case.all(GoodsDeposited):
        called = own(case.before(row, GoodsCalled), row.of)
        if not called or row.day <= called[-1].day + timedelta(days=CALL):
            yield row, "没有发布招领公告，或者公告没有满六十日"


deposited_early.breach(lambda: without(torn_down(), GoodsCalled))
deposited_early.breach(lambda: changed(torn_down(), GoodsDeposited, at=at(358)))
deposited_early.breach(lambda: changed(torn_down(), GoodsCalled, at=at(296), on=on(296)))
deposited_early.lawful(lambda: changed(torn_down(), GoodsDeposited, at=at(359)))


@rule(
    "52.20",
    article=f"{LOCAL}第三十二条",
    says="搬离的每件财物都有去向，程序结束时没有代管的财物",
    kind="demolition_goods",
    certainty="推论",
)
def goods_unsettled(case: Chronicle) -> Finds:
    for row in case.all(LaneClosed):
        left = own(case.before(row, GoodsLeft), row.of)
        kept = Counter(name for one in left if not one.handed_over for name in one.goods)
        for kind in (GoodsFetched, GoodsDeposited):
            kept -= Counter(name for one in own(case.before(row, kind), row.of) for name in one.goods)
        if kept:
            yield row, f"“{min(kept)}”没有领取、提存"


goods_unsettled.breach(lambda: changed(torn_down(), GoodsDeposited, goods=()))
goods_unsettled.breach(lambda: changed(torn_down(), GoodsDeposited, goods=(BED,)))
goods_unsettled.lawful(lambda: torn_down())


@rule(
    "52.21",
    article=f"行政强制法第四十四条；{LOCAL}第二十八条、第三十条",
    says="当事人已经自行拆除的，不再强制拆除",
    kind="demolition_of_what_is_gone",
    certainty="原文",
)
def torn_down_what_is_gone(case: Chronicle) -> Finds:
    for row in _forcing(case):
        if any(one.day <= row.day for one in case.before(row, RemovedByParty)):
            yield row, "当事人已经自行拆除"


torn_down_what_is_gone.breach(
    lambda: plus(torn_down(), RemovedByParty(at=at(100), on=on(100), by=(ONE,), of=THE_ORDER))
)
torn_down_what_is_gone.lawful(
    lambda: plus(torn_down(), RemovedByParty(at=at(400), on=on(400), by=(ONE,), of=THE_ORDER))
)
