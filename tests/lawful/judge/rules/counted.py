"""Rules on the sum: within the range that the article gives for what was counted, confiscation of gains (§5, §28, §76)."""

import re
from dataclasses import replace
from decimal import Decimal
from typing import Any

from tests.lawful.chronicle import Chronicle, Offence, Penalty
from tests.lawful.chronicle.happenings import Decided, Found, Paid, PartyNamed
from tests.lawful.chronicle.text import plain
from tests.lawful.judge.example import ONE, adult, at, changed, fine, offence, ordinary, plus, without
from tests.lawful.judge.example_grave import grave, reviewed, spot
from tests.lawful.judge.offences import OFFENCES
from tests.lawful.judge.readings import (
    as_numbers,
    counted,
    fine_range,
    has_ground,
    is_daily,
    offence_for,
    punished,
    quantities,
    yuan,
)
from tests.lawful.judge.rule import Finds, rule


@rule(
    "24.1",
    article="行政处罚法第四条、第七十六条第一款第二项",
    says="罚款不得高于法定上限",
    kind="out_of_range",
    certainty="原文",
)
def above_the_range(case: Chronicle) -> Finds:
    for decided in punished(case):
        law = offence_for(case, decided)
        units = counted(law, quantities(case, decided)) if law else None
        if law and not law.unit and units and decided.penalty.fine:
            most = fine_range(law, case.party_at(decided), units=units)[1]
            if most is not None and decided.penalty.fine > most and not is_daily(case, decided):
                yield decided, f"罚款{yuan(decided.penalty.fine)}，上限{yuan(most)}"


above_the_range.breach(lambda: ordinary(fine(1001)))
above_the_range.lawful(lambda: ordinary(fine(1000)))


@rule(
    "24.2",
    article="行政处罚法第三十条至第三十二条、第七十六条第一款第二项",
    says="低于法定下限的，须有减轻的法定事由",
    kind="out_of_range",
    certainty="推论",
)
def below_the_range(case: Chronicle) -> Finds:
    for decided in punished(case):
        law = offence_for(case, decided)
        units = counted(law, quantities(case, decided)) if law else None
        if law and units and decided.penalty.fine and not has_ground(decided.penalty.mitigation):
            least = fine_range(law, case.party_at(decided), units=units)[0]
            if decided.penalty.fine < least:
                yield decided, f"罚款{yuan(decided.penalty.fine)}，下限{yuan(least)}，没有减轻事由"


below_the_range.breach(lambda: ordinary(fine(499)))
below_the_range.lawful(lambda: ordinary(fine(500)))
below_the_range.lawful(lambda: ordinary(fine(800, mitigation="无")))


def _lighter(mitigation: str) -> Chronicle:
    return reviewed(fine(400, mitigation=mitigation), offence=offence())


for _words in (
    *("没有减轻情节", "领导同意", "无", "当事人家庭困难", "不存在主动消除后果的情形", "没有立功"),
    *("行政处罚法第三十三条", "减轻情节：无"),
):
    below_the_range.breach(lambda words=_words: _lighter(words))
for _words in (
    *("行政处罚法第三十二条第一项", "主动消除违法行为危害后果", "受他人胁迫", "未成年人，减轻处罚"),
    *("不满十八周岁", "配合查处有立功表现", "没有造成严重后果，并主动减轻违法行为危害后果"),
    "法律、法规、规章规定其他应当从轻或者减轻行政处罚的",
):
    below_the_range.lawful(lambda words=_words: _lighter(words))


def _burnt(amount: int, what: str, *, kind: str = "organisation") -> Chronicle:
    """大气污染防治法 §119, as if it were still in force."""
    row = replace(OFFENCES["C45-2"], until=None)
    case = grave(fine(amount), offence=row, cause="C45-2")
    party = adult(kind=kind, representative="王某")
    case = plus(changed(case, PartyNamed, party=party), Found(at=at(2, 20), by=(ONE,), conduct=what))
    return case


below_the_range.breach(lambda: _burnt(600, "露天焚烧塑料"))
below_the_range.breach(lambda: _burnt(600, ""))
below_the_range.breach(lambda: _burnt(9999, "露天焚烧落叶和垃圾"))
below_the_range.lawful(lambda: _burnt(600, "露天焚烧落叶"))
below_the_range.lawful(lambda: _burnt(600, "露天焚烧塑料", kind="person"))
below_the_range.lawful(lambda: _burnt(10000, "露天焚烧塑料"))
above_the_range.breach(lambda: _burnt(2001, "露天焚烧落叶"))
above_the_range.breach(lambda: _burnt(2001, "露天焚烧塑料", kind="person"))


def _felled(amount: int, what: str) -> Chronicle:
    case = grave(
        fine(amount, quantities={"trees": Decimal(1)}), offence=OFFENCES["GREEN-45-1"], cause="GREEN-45-1"
    )
    return plus(case, Found(at=at(2, 20), by=(ONE,), conduct=what, quantities={"trees": Decimal(1)}))


below_the_range.breach(lambda: _felled(50000, "砍伐古树名木一株"))
below_the_range.breach(lambda: _felled(9999, "砍伐古树后续资源一株"))
below_the_range.lawful(lambda: _felled(50000, "砍伐古树后续资源一株"))
below_the_range.lawful(lambda: _felled(100000, "砍伐古树名木一株"))


def _counted(amount: int, **given: int) -> Chronicle:
    row = offence(
        code="C17",
        unit="items",
        minimum={"person": Decimal(50), "organisation": Decimal(500)},
        maximum={"person": Decimal(50), "organisation": Decimal(500)},
        cap={"person": Decimal(5000), "organisation": Decimal(10000)},
    )
    numbers = {name: Decimal(count) for name, count in given.items()}
    return ordinary(fine(amount, quantities=numbers), offence=row)


@rule(
    "24.3",
    article="行政处罚法第五条第二款、第四十条",
    says="按处、按面积、按株计罚的，没有清点数量不得罚款",
    kind="uncounted",
    certainty="推论",
)
def fined_without_counting(case: Chronicle) -> Finds:
    for decided in punished(case):
        by_number = case.offence is not None and case.offence.unit and decided.penalty.fine
        if case.offence and by_number and counted(case.offence, quantities(case, decided)) is None:
            yield decided, f"罚款{yuan(decided.penalty.fine)}，没有清点数量"


fined_without_counting.breach(lambda: _counted(800))
fined_without_counting.lawful(lambda: _counted(800, items=16))


@rule(
    "24.4",
    article="行政处罚法第四条、第五条第二款、第七十六条第一款第二项",
    says="按数量计罚的，罚款不得高于数量所允许的",
    kind="uncounted",
    certainty="推论",
)
def more_than_counted(case: Chronicle) -> Finds:
    for decided in punished(case):
        law = offence_for(case, decided)
        if not (law and law.unit and decided.penalty.fine):
            continue
        units = counted(law, quantities(case, decided))
        most = fine_range(law, case.party_at(decided), units=units)[1] if units else None
        if most is not None and decided.penalty.fine > most:
            yield decided, f"数量{units}，上限{yuan(most)}，罚款{yuan(decided.penalty.fine)}"


more_than_counted.breach(lambda: _counted(850, items=16))
more_than_counted.breach(lambda: _felled(100001, "砍伐古树后续资源一株"))
more_than_counted.lawful(lambda: _counted(4500, items=90))


@rule(
    "24.5",
    article="行政处罚法第四条、第三十八条第一款",
    says="条款没有规定罚款的，不得罚款",
    kind="no_basis",
    certainty="原文",
)
def fined_without_basis(case: Chronicle) -> Finds:
    for decided in punished(case):
        if case.offence and not case.offence.may_fine and decided.penalty.fine:
            yield decided, f"{case.offence.article}没有规定罚款"


fined_without_basis.lawful(lambda: ordinary(offence=offence(minimum={})))
fined_without_basis.breach(lambda: ordinary(offence=offence(may_fine=False)))
fined_without_basis.lawful(
    lambda: without(ordinary(Penalty(warns=True), offence=offence(may_fine=False, warns=True)), Paid)
)


@rule(
    "24.6",
    article="行政处罚法第五条第二款、第四十条",
    says="清点的数量应当前后一致",
    kind="uncounted",
    certainty="推论",
)
def counted_otherwise(case: Chronicle) -> Finds:
    for decided in punished(case):
        said, found = as_numbers(decided.penalty.quantities), quantities(case, decided)
        if any(said[name] != found[name] for name in said.keys() & found.keys()):
            yield decided, "决定的数量与查明的不同"


counted_otherwise.breach(
    lambda: plus(_counted(800, items=16), Found(at=at(2, 20), by=(ONE,), quantities={"items": Decimal(20)}))
)
counted_otherwise.lawful(
    lambda: plus(_counted(800, items=16), Found(at=at(2, 20), by=(ONE,), quantities={"items": Decimal(16)}))
)


def _confiscating() -> Offence:
    return offence(confiscates=True)


def _found_gains(found: int, penalty: Penalty, **changes: Any) -> Chronicle:
    return plus(ordinary(penalty, **changes), Found(at=at(2, 20), by=(ONE,), illegal_gains=Decimal(found)))


@rule(
    "6.1",
    article="行政处罚法第二十八条第二款",
    says="有违法所得的，应当没收",
    kind="gains_not_confiscated",
    certainty="原文",
)
def gains_kept(case: Chronicle) -> Finds:
    for decided in punished(case):
        gains = _gains_found(case, decided)
        if gains and not _takes_gains(decided.penalty):
            yield decided, f"查明违法所得{yuan(gains)}，决定没有没收"


def _gains_found(case: Chronicle, decided: Decided) -> Decimal | None:
    found = [row.illegal_gains for row in case.before(decided, Found)]
    return found[-1] if found else None


def _takes_gains(penalty: Penalty) -> bool:
    """The words name gains; or name nothing that is taken beside the sum."""
    named = re.search("没收[^。；;]*(?:所得|非法财物|款项|钱款)", plain(penalty.text))
    return "confiscation" in penalty.codes and bool(named or not penalty.taken)


gains_kept.breach(lambda: plus(ordinary(), Found(at=at(2, 20), by=(ONE,), illegal_gains=Decimal(300))))
for _fined in (
    {"text": "没收三轮车", "measures": frozenset({"confiscation"})},
    {"text": "没收三轮车", "measures": frozenset({"confiscation"}), "confiscated": Decimal(600)},
):
    gains_kept.breach(lambda more=_fined: _found_gains(300, fine(800, **more), offence=_confiscating()))
gains_kept.lawful(
    lambda: _found_gains(
        300,
        fine(800, text="没收三轮车和违法所得300元", measures=frozenset({"confiscation"})),
        offence=_confiscating(),
    )
)
gains_kept.lawful(lambda: plus(ordinary(), Found(at=at(2, 20), by=(ONE,), illegal_gains=Decimal(0))))


@rule(
    "6.2",
    article="行政处罚法第二十八条第二款",
    says="没收的违法所得不得多于查明的款项",
    kind="gains_too_much",
    certainty="推论",
)
def gains_too_much(case: Chronicle) -> Finds:
    for decided in punished(case):
        found = [row.illegal_gains for row in case.before(decided, Found) if row.illegal_gains is not None]
        taken = decided.penalty.confiscated or Decimal(0)
        if found and found[-1] is not None and taken > found[-1] and not _takes_things(decided):
            yield decided, f"查明{yuan(found[-1])}，没收{yuan(taken)}"


def _takes_things(decided: Decided) -> bool:
    named = any("所得" not in thing for thing in decided.penalty.taken)
    return named or any(word in decided.penalty.text for word in ("工具", "物品", "财物", "车辆", "实物"))


def _gains(found: int, taken: int, **more: Any) -> Chronicle:
    return _found_gains(found, fine(800, confiscated=Decimal(taken), **more))


gains_too_much.breach(lambda: _gains(300, 400))
gains_too_much.lawful(lambda: _gains(300, 300))
RACKS = {"text": "没收烤架两副", "measures": frozenset({"confiscation"}), "confiscated": Decimal(600)}
gains_too_much.lawful(lambda: _found_gains(0, fine(800, **RACKS), offence=_confiscating()))


@rule(
    "6.5",
    article="行政处罚法第二十八条第二款",
    says="违法所得应当全部没收，依法应当退赔的除外",
    kind="gains_not_confiscated",
    certainty="推论",
)
def gains_taken_in_part(case: Chronicle) -> Finds:
    for decided in punished(case):
        gains, penalty = _gains_found(case, decided), decided.penalty
        given_back = "退赔" in penalty.text + penalty.reason + str((decided.says or {}).get("decision_text"))
        taken = penalty.confiscated or max(penalty.taken_sums, default=None)
        if gains and taken is not None and _takes_gains(penalty) and taken < gains and not given_back:
            yield decided, f"查明违法所得{yuan(gains)}，只没收{yuan(taken)}"


gains_taken_in_part.breach(lambda: _gains(3000, 1))
gains_taken_in_part.breach(
    lambda: _found_gains(3000, fine(800, text="没收违法所得二百元", measures=frozenset({"confiscation"})))
)
gains_taken_in_part.lawful(lambda: _gains(300, 300))
gains_taken_in_part.lawful(lambda: _gains(300, 200, reason="依法退赔一百元"))


@rule(
    "6.3",
    article="平顶山市城市市容和环境卫生管理条例第四十七条；大气污染防治法第一百一十八条第三款",
    says="条款规定没收的，决定应当没收",
    kind="confiscation_left_out",
    certainty="原文",
)
def confiscation_left_out(case: Chronicle) -> Finds:
    for decided in punished(case):
        wanted = case.offence is not None and case.offence.confiscates and bool(decided.penalty.fine)
        if wanted and not _takes_tools(case, decided) and not decided.is_simplified:
            yield decided, "没有没收工具"


def _takes_tools(case: Chronicle, decided: Decided) -> bool:
    """Something that the words take beside gains; or a value beyond the gains where no words name anything."""
    penalty, gains = decided.penalty, _gains_found(case, decided) or Decimal(0)
    things = [thing for thing in penalty.taken if not re.search("所得|款", thing)]
    unnamed = "没收" not in plain(penalty.text) and (penalty.confiscated or 0) > gains
    unnamed = unnamed or ("confiscation" in penalty.measures and not penalty.text)
    return bool(things or _takes_things(decided)) or unnamed


confiscation_left_out.breach(lambda: ordinary(offence=offence(confiscates=True)))
for _more in (
    {"confiscated": Decimal(300), "text": "没收违法所得300元", "measures": frozenset({"confiscation"})},
    {"confiscated": Decimal(300)},
):
    confiscation_left_out.breach(
        lambda more=_more: _found_gains(300, fine(800, **more), offence=_confiscating())
    )
confiscation_left_out.lawful(
    lambda: _found_gains(
        300,
        fine(800, text="没收违法所得300元；没收烤炉", measures=frozenset({"confiscation"})),
        offence=_confiscating(),
    )
)
confiscation_left_out.lawful(
    lambda: ordinary(
        fine(800, measures=frozenset({"confiscation"}), text="没收烧烤工具"),
        offence=offence(confiscates=True),
    )
)


@rule(
    "6.4",
    article="行政处罚法第五十一条、第二十八条第二款",
    says="须没收的不得当场处罚",
    kind="spot_other_measures",
    certainty="推论",
)
def spot_where_confiscation_is_owed(case: Chronicle) -> Finds:
    for decided in punished(case):
        if decided.is_simplified and case.offence and case.offence.confiscates:
            yield decided, "条款规定没收，不能当场处罚"


spot_where_confiscation_is_owed.breach(
    lambda: spot(offence=offence(confiscates=True, minimum={}, maximum={}))
)
spot_where_confiscation_is_owed.lawful(
    lambda: spot(offence=offence(confiscates=False, minimum={}, maximum={}))
)


@rule(
    "2.5",
    article="行政处罚法第四十条、第四十四条",
    says="处罚应当有登记的当事人",
    kind="no_party",
    certainty="推论",
)
def nobody_punished(case: Chronicle) -> Finds:
    for decided in punished(case):
        if not case.before(decided, PartyNamed):
            yield decided, "没有登记当事人"


nobody_punished.breach(lambda: changed(ordinary(), PartyNamed, at=at(20, 20), party=adult()))
nobody_punished.lawful(lambda: changed(ordinary(), PartyNamed, at=at(13)))
