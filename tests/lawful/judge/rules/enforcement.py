"""Rules on enforcement: power, urging, night and holidays, substitutes, the court (行政强制法 §34–§55)."""

from datetime import timedelta

from tests.lawful.chronicle import Chronicle
from tests.lawful.chronicle.happenings import Challenged, Decided, Overturned
from tests.lawful.chronicle.other_kinds import Enforced, EnforcementStopped, MadeGood, Urged
from tests.lawful.judge import lines
from tests.lawful.judge.example import HEAD, at, on, plus
from tests.lawful.judge.example_other import enforcing, substitute
from tests.lawful.judge.lanes import of
from tests.lawful.judge.named_law import named_in
from tests.lawful.judge.readings import months_after, served_on
from tests.lawful.judge.rule import Finds, rule

# without the law's grant: what every authority may do (§12, §45, §50, §52, §46)
OPEN = frozenset({"late_penalty", "substitute", "clear_now", "auction"})
SAYS = {"deadline": "期限", "way": "方式", "amount": "金额", "rights": "陈述申辩权"}


@rule(
    "49.1",
    article="行政强制法第十三条",
    says="机关自己强制执行须有法律授权",
    kind="enforcement_without_power",
    certainty="原文",
)
def without_power(case: Chronicle) -> Finds:
    for row in case.all(Enforced):
        if row.way not in OPEN and "law" not in named_in(row.basis):
            yield row, f"{row.way}的依据是“{row.basis or '没有'}”"


without_power.breach(lambda: enforcing("transfer", basis="平顶山市城市绿化条例第四十四条"))
for _words in ("城市管理执法办法第三条", "违法建筑处置办法第三条", "行政强制法"):
    without_power.breach(lambda words=_words: enforcing("transfer", basis=words))
without_power.lawful(lambda: enforcing("transfer", basis="《行政强制法》第四十六条、某条例第二条"))
without_power.lawful(lambda: enforcing("transfer", basis="行政强制法第四十六条"))


@rule(
    "49.2",
    article="行政强制法第三十五条、第三十七条",
    says="强制执行之前应当书面催告，期满不履行",
    kind="enforcement_not_urged",
    certainty="原文",
)
def not_urged(case: Chronicle) -> Finds:
    for row in case.all(Enforced):
        urged = of(case.before(row, Urged), row.of)
        waiting = bool(urged) and urged[-1].by_on is not None and row.day <= urged[-1].by_on
        if row.way not in {"late_penalty", "clear_now"} and not row.is_hiding and (not urged or waiting):
            yield row, "没有催告，或者催告的期限还没有届满"


not_urged.breach(lambda: enforcing("substitute", urged=None, threat="traffic"))
not_urged.breach(lambda: enforcing("substitute", day=54, threat="traffic"))
not_urged.lawful(lambda: substitute(day=59))


@rule(
    "49.3",
    article="行政强制法第三十五条",
    says="催告书应当写明期限、方式、金额、申辩权",
    kind="enforcement_urging_short",
    certainty="原文",
)
def urging_short(case: Chronicle) -> Finds:
    for row in case.all(Urged):
        gone = [SAYS[key] for key in sorted(SAYS.keys() - row.says)]
        if gone:
            yield row, f"没有{'、'.join(gone)}"


urging_short.breach(lambda: plus(enforcing(), Urged(at=at(50), says=frozenset({"deadline"}))))
urging_short.lawful(lambda: plus(enforcing(), Urged(at=at(50), says=frozenset(SAYS))))


@rule(
    "46.3",
    article="行政强制法第三十八条",
    says="催告书、执行决定书先直接送达，拒收或者无法直接送达才用其他方式",
    kind="enforcement_urging_served",
    certainty="原文",
)
def urging_not_tried_directly(case: Chronicle) -> Finds:
    for row in case.all(Urged):
        if row.method != "direct" and not row.was_tried_directly:
            yield row, f"没有直接送达就{row.method}"


urging_not_tried_directly.breach(
    lambda: plus(
        enforcing(), Urged(at=at(50), method="postal", was_tried_directly=False, says=frozenset(SAYS))
    )
)
urging_not_tried_directly.lawful(
    lambda: plus(
        enforcing(), Urged(at=at(50), method="postal", was_tried_directly=True, says=frozenset(SAYS))
    )
)


@rule(
    "52.1",
    article="行政强制法第四十三条第一款",
    says="不得在夜间、法定节假日强制执行，情况紧急的除外",
    kind="enforcement_at_night",
    certainty="推论",
)
def enforced_at_night(case: Chronicle) -> Finds:
    for row in case.all(Enforced):
        start = row.starts_at
        if start is None or row.is_urgent or row.way == "late_penalty":
            continue
        if start.hour >= 22 or start.hour < 6 or case.days.is_statutory_holiday(start.date()):
            yield row, f"{start:%Y-%m-%d %H:%M}实施"


enforced_at_night.breach(lambda: substitute(starts_at=at(60, 23)))
enforced_at_night.breach(lambda: substitute(starts_at=at(30, 10)))
enforced_at_night.lawful(lambda: substitute(starts_at=at(60, 21)))
enforced_at_night.lawful(lambda: substitute(starts_at=at(60, 23), is_urgent=True))


@rule(
    "52.2",
    article="行政强制法第四十三条第二款",
    says="不得对居民停水、停电、停热、停气",
    kind="enforcement_supply_cut",
    certainty="原文",
)
def supply_cut(case: Chronicle) -> Finds:
    for row in case.all(Enforced):
        if row.cuts_supply:
            yield row, "以停水停电迫使履行"


supply_cut.breach(lambda: enforcing(cuts_supply=True))
supply_cut.lawful(lambda: enforcing())


def _demolition(day: int = 230, **changes: object) -> Chronicle:
    law = {"basis": "城乡规划法第六十八条", "starts_at": at(day, 10)}
    return enforcing("demolition", day=day, urged=210, **{**law, **changes})  # type: ignore[arg-type]


@rule(
    "52.3",
    article="行政强制法第四十四条；城乡规划法第六十八条；平顶山市城乡规划建设管理条例第三十条至第三十三条",
    says="强制拆除：公告自拆、政府责成、笔录、录像、见证，一样不能少",
    kind="enforcement_demolition",
    certainty="原文",
)
def demolished_without(case: Chronicle) -> Finds:
    for row in case.all(Enforced):
        done = (
            row.is_announced,
            row.is_charged_by_government,
            row.has_minutes,
            row.has_film,
            row.is_witnessed,
        )
        if row.way == "demolition" and not all(done):
            yield row, "公告、责成、笔录、录像、见证有缺"


demolished_without.breach(lambda: _demolition(is_announced=False))
demolished_without.lawful(lambda: _demolition())


@rule(
    "52.4",
    article="行政强制法第四十四条",
    says="复议、起诉的期限届满之前，复议诉讼未决时，不得强制拆除",
    kind="enforcement_demolition",
    certainty="原文",
)
def demolished_too_early(case: Chronicle) -> Finds:
    for row in case.all(Enforced):
        decided = case.before(row, Decided)
        served = served_on(case, decided[-1]) if decided else None
        early = served is not None and row.day <= months_after(served, lines.SUE_MONTHS)
        pending = [c for c in case.before(row, Challenged) if c.until is None or c.until >= row.day]
        final = [c for c in case.before(row, Challenged) if c.until is not None and c.until < row.day]
        if row.way == "demolition" and (pending or (early and not final)):
            yield row, "救济期限没有届满或者复议诉讼未决"


demolished_too_early.breach(lambda: _demolition(day=190, starts_at=at(190, 10)))
demolished_too_early.breach(lambda: plus(_demolition(), Challenged(at=at(100), on=on(100))))
demolished_too_early.lawful(lambda: _demolition())


@rule(
    "53.1",
    article="行政强制法第三十九条、第四十条",
    says="中止、终结执行须有法定情形",
    kind="enforcement_stopped_wrongly",
    certainty="原文",
)
def stopped_without_ground(case: Chronicle) -> Finds:
    for row in case.all(EnforcementStopped):
        if not row.ground.strip():
            yield row, "没有写明法定情形"


stopped_without_ground.breach(lambda: plus(enforcing(), EnforcementStopped(at=at(70), by=(HEAD,))))
stopped_without_ground.lawful(
    lambda: plus(enforcing(), EnforcementStopped(at=at(70), by=(HEAD,), ground="确无履行能力"))
)


@rule(
    "53.2",
    article="行政强制法第四十一条",
    says="据以执行的决定被撤销、变更的，恢复原状、退还或者赔偿",
    kind="enforcement_not_made_good",
    certainty="原文",
)
def not_made_good(case: Chronicle) -> Finds:
    for gone in case.all(Overturned):
        done = [row for row in case.before(gone, Enforced) if row.way != "late_penalty"]
        if (
            done
            and not case.after(gone, MadeGood)
            and case.today
            and case.today > gone.day + timedelta(days=30)
        ):
            yield gone, "决定已撤销，执行的没有回转"


def _undone(*more: MadeGood) -> Chronicle:
    return plus(substitute(), Overturned(at=at(90), by_whom="court", ground="证据不足"), *more)


not_made_good.breach(lambda: _undone())
not_made_good.lawful(lambda: _without_copy(_undone(MadeGood(at=at(100), by=(HEAD,)))))


def _without_copy(case: Chronicle) -> Chronicle:
    """A copy of the fallen decision would have to be withdrawn."""
    kept = tuple(row for row in case if row.word != "公示")
    return plus(type(case)(**{**case.__dict__, "happenings": kept}))
