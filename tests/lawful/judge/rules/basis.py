"""Rules on the basis: only measures that the article, its level and this authority may impose (§9–§18, §37)."""

from datetime import date
from typing import Any

from tests.lawful.chronicle import Chronicle
from tests.lawful.chronicle.happenings import Decided, Found, Proposed, Reported, Told
from tests.lawful.chronicle.measures import GRAVE, HEARING, read_measures
from tests.lawful.chronicle.sums import fines_in
from tests.lawful.chronicle.text import plain
from tests.lawful.judge.example import ONE, at, changed, fine, offence, on, ordinary, plus
from tests.lawful.judge.example_grave import grave
from tests.lawful.judge.readings import happened_on, notice_for, punished
from tests.lawful.judge.rule import Finds, rule


def worded(amount: int, words: str, **changes: object) -> Chronicle:
    """The ordinary one whose penalty carries the words, read into codes."""
    return ordinary(fine(amount, text=words, measures=read_measures(words)), **changes)


@rule(
    "2.1",
    article="行政处罚法第十条第二款、第十八条第三款",
    says="拘留等限制人身自由的处罚不得由城市管理机关作出",
    kind="words_that_decide",
    certainty="原文",
)
def detains(case: Chronicle) -> Finds:
    for row in (*case.all(Decided), *case.all(Proposed)):
        if "detention" in row.penalty.codes:
            yield row, f"“{row.penalty.text[:30]}”"


detains.breach(lambda: worded(800, "行政拘留五日"))
detains.lawful(lambda: worded(800, "责令限期清理"))


@rule(
    "2.2",
    article="行政处罚法第十二条第一款、第十三条、第十四条",
    says="依据的层级应当够格：规章只能警告、通报批评、限额罚款，地方性法规不得吊销营业执照",
    kind="no_basis",
    certainty="原文",
)
def level_too_low(case: Chronicle) -> Finds:
    level = case.offence.level if case.offence else ""
    for decided in punished(case):
        codes, text = decided.penalty.codes, decided.penalty.text
        by_rule = level == "rule" and codes - {"warning", "criticism", "fine"}
        licence = level == "local" and "revocation" in codes and "营业执照" in text
        other = level in {"local", "rule"} and "other" in codes
        if by_rule or licence or other:
            yield decided, f"依据是{level}，处罚是{'、'.join(sorted(codes))}"


level_too_low.breach(lambda: worded(800, "没收工具", offence=offence(level="rule", confiscates=True)))
level_too_low.lawful(lambda: ordinary(offence=offence(level="rule")))


@rule(
    "2.3",
    article="行政处罚法第四条、第三十八条第一款",
    says="条款没有规定的吊销、停业、关闭等，不得借“其他措施”作出",
    kind="words_that_decide",
    certainty="推论",
)
def measure_without_basis(case: Chronicle) -> Finds:
    for decided in punished(case):
        more = decided.penalty.measures & (GRAVE - {"detention"})
        more -= case.offence.measures if case.offence else more
        if more:
            yield decided, f"“{decided.penalty.text[:30]}”没有条款依据"


def _halted(*, may: frozenset[str] = frozenset({"halt"})) -> Chronicle:
    """A halt, told with the right to a hearing; `may`: what the article itself names."""
    row = offence(minimum={}, maximum={}, measures=may)
    return grave(fine(8000, text="责令停业整顿", measures=frozenset({"halt"})), offence=row)


measure_without_basis.breach(lambda: worded(800, "责令停业整顿"))
measure_without_basis.breach(lambda: _halted(may=frozenset()))
measure_without_basis.lawful(lambda: _halted())


@rule(
    "2.4",
    article="行政处罚法第四条、第十六条、第三十八条第一款",
    says="警告也要有条款依据",
    kind="no_basis",
    certainty="推论",
)
def warned_without_basis(case: Chronicle) -> Finds:
    for decided in punished(case):
        if decided.penalty.warns and case.offence and not case.offence.warns:
            yield decided, f"{case.offence.article}没有规定警告"


warned_without_basis.breach(lambda: ordinary(fine(800, warns=True)))
warned_without_basis.lawful(lambda: ordinary(fine(800, warns=True), offence=offence(warns=True)))


@rule(
    "2.6",
    article="行政处罚法第四条、第二十八条第二款",
    says="没收工具、物品要有条款依据，没收违法所得除外",
    kind="no_basis",
    certainty="推论",
)
def confiscates_without_basis(case: Chronicle) -> Finds:
    for decided in punished(case):
        things = "confiscation" in decided.penalty.measures and "违法所得" not in decided.penalty.text
        if things and decided.penalty.text and case.offence and not case.offence.confiscates:
            yield decided, f"“{decided.penalty.text[:30]}”没有条款依据"


confiscates_without_basis.breach(lambda: worded(800, "没收三轮车"))
confiscates_without_basis.lawful(lambda: worded(800, "没收违法所得"))


@rule(
    "2.7",
    article="行政处罚法第九条、第六十三条",
    says="停业、关闭、吊销等写在文字里的，照样要经听证告知",
    kind="words_that_decide",
    certainty="推论",
)
def grave_words_without_hearing(case: Chronicle) -> Finds:
    for decided in punished(case):
        told = notice_for(case, decided)
        grave_codes = decided.penalty.measures & (HEARING - {"detention"})
        if grave_codes and not (told and "hearing" in told.rights):
            yield decided, f"“{decided.penalty.text[:30]}”没有告知听证权利"


grave_words_without_hearing.breach(
    lambda: worded(800, "停 产 停 业", offence=offence(measures=frozenset({"halt"})))
)
grave_words_without_hearing.breach(lambda: changed(_halted(), Told, rights=frozenset({"plea"})))
grave_words_without_hearing.lawful(lambda: _halted())


@rule(
    "2.8",
    article="行政处罚法第十七条、第三十八条第一款",
    says="不归本机关管辖的违法行为，不得由本机关处罚",
    kind="no_basis",
    certainty="原文",
)
def not_ours(case: Chronicle) -> Finds:
    for decided in punished(case):
        if case.offence and not case.offence.is_ours:
            yield decided, f"{case.offence.code}由其他机关处罚"


not_ours.breach(lambda: ordinary(offence=offence(is_ours=False)))
not_ours.lawful(lambda: ordinary(cause="C25", offence=offence(code="C25")))


@rule(
    "2.9",
    article="行政处罚法第四条、第三十八条第一款",
    says="没有案由、依据，不得处罚",
    kind="no_basis",
    certainty="原文",
)
def without_cause(case: Chronicle) -> Finds:
    for decided in punished(case):
        if not case.cause and case.offence is None and not decided.penalty.basis:
            yield decided, "没有案由，也没有依据"


without_cause.breach(lambda: ordinary(cause="", offence=None))
without_cause.lawful(lambda: ordinary(offence=None))


@rule(
    "28.1",
    article="行政处罚法第三十七条、第四十条",
    says="没有查明行为日的，不得处罚",
    kind="no_act_day",
    certainty="推论",
)
def no_act_day(case: Chronicle) -> Finds:
    for decided in punished(case):
        if case.all(Reported) and happened_on(case, decided) is None:
            yield decided, "没有查明违法行为发生的日期"


no_act_day.breach(lambda: changed(ordinary(), Reported, happened_on=None))
no_act_day.lawful(
    lambda: plus(
        changed(ordinary(), Reported, happened_on=None), Found(at=at(2, 20), by=(ONE,), happened_on=on(0))
    )
)


@rule(
    "28.2",
    article="行政处罚法第三十七条",
    says="适用行为时有效的规定",
    kind="law_not_in_force",
    certainty="推论",
)
def law_not_in_force(case: Chronicle) -> Finds:
    for decided in punished(case):
        day, row = happened_on(case, decided), case.offence
        early = row is not None and row.since is not None and day is not None and day < row.since
        late = row is not None and row.until is not None and day is not None and day >= row.until
        if row is not None and (early or late):
            yield decided, f"{day}的行为，{row.article}当时无效"


law_not_in_force.breach(lambda: ordinary(offence=offence(until=date(2026, 8, 15))))
law_not_in_force.lawful(lambda: ordinary(offence=offence(since=date(2020, 1, 1))))


@rule(
    "2.11",
    article="行政处罚法第九条、第四十四条、第六十三条",
    says="裁量档次里不得另写处罚：档次写吊销，就是拟吊销",
    kind="words_that_decide",
    certainty="推论",
)
def tier_decides_more(case: Chronicle) -> Finds:
    for row in (*case.all(Proposed), *case.all(Told), *case.all(Decided)):
        tier = row.penalty.tier or str(getattr(row, "says", {}).get("discretion_tier") or "")
        more = (read_measures(tier) & (GRAVE | {"confiscation", "criticism"})) - row.penalty.codes
        if row.penalty.is_known and more:
            yield row, f"{row.word}的档次写“{tier[:30]}”"


def _tiered(tier: str, **more: Any) -> Chronicle:
    return ordinary(fine(800, tier=tier, **more))


tier_decides_more.breach(lambda: _tiered("吊销许可证"))
tier_decides_more.breach(lambda: _tiered("严重，并处没收经营工具"))
tier_decides_more.breach(lambda: changed(ordinary(), Decided, says={"discretion_tier": "停业整顿三日"}))
tier_decides_more.lawful(lambda: _tiered("一般，罚款500元以上1000元以下"))
tier_decides_more.lawful(lambda: _tiered("较重，不予吊销许可证"))


# the free words of a decision's paper beside its reasons
FREE = ("decision_text", "correction", "enforcement_text", "instalment_text", "publication_text", "late_text")


@rule(
    "2.10",
    article="行政处罚法第九条、第二十九条、第四十四条、第五十九条",
    says="决定书的文字不得另有决定所没有的处罚",
    kind="words_that_decide",
    certainty="推论",
)
def paper_decides_more(case: Chronicle) -> Finds:
    for decided in case.all(Decided):
        says, penalty = decided.says or {}, decided.penalty
        for name in FREE:
            words = plain(str(says.get(name) or ""))
            more = (read_measures(words) & (GRAVE | {"confiscation"})) - penalty.codes
            sums = fines_in(words)
            if penalty.is_known and (more or sums - {penalty.fine, penalty.confiscated}):
                yield decided, f"{name}写“{words[:40]}”"


paper_decides_more.breach(lambda: changed(ordinary(), Decided, says={"publication_text": "另责令停业整顿"}))
paper_decides_more.breach(lambda: changed(ordinary(), Decided, says={"enforcement_text": "另处罚款500元"}))
paper_decides_more.breach(lambda: changed(ordinary(), Decided, says={"correction": "另处罚款伍佰元整"}))
paper_decides_more.lawful(
    lambda: changed(
        ordinary(),
        Decided,
        says={
            "decision_text": "罚款人民币捌佰元整（¥800.00）",
            "late_text": "每日按罚款数额的百分之三加处罚款，加处罚款的数额不超出罚款的数额",
        },
    )
)
