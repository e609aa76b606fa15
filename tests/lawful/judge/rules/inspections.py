"""Rules on inspections: two officers, certificates, approval, listed items, minutes, no fee (河南省行政执法条例 §24)."""

from decimal import Decimal

from tests.lawful.chronicle import Chronicle
from tests.lawful.chronicle.happenings import Filed, PartyNamed
from tests.lawful.chronicle.other_kinds import Inspected
from tests.lawful.judge.example import ONE, TWO, at, changed, on
from tests.lawful.judge.example_other import inspected_then_punished, inspection
from tests.lawful.judge.readings import ordinary_decisions, people
from tests.lawful.judge.rule import Finds, rule
from tests.lawful.judge.who import unqualified


@rule(
    "58.1",
    article="河南省行政执法条例第二十四条；行政处罚法第五十五条第一款",
    says="检查由两名以上执法人员进行并出示证件",
    kind="inspection_officers",
    certainty="原文",
)
def inspected_by_one(case: Chronicle) -> Finds:
    for row in case.all(Inspected):
        if len(people(case, row.officers)) < 2 or not row.showed_certificates:
            yield row, "不足两名执法人员或者没有出示证件"


inspected_by_one.breach(lambda: inspection(officers=(ONE,)))
inspected_by_one.breach(lambda: inspection(showed_certificates=False))
inspected_by_one.lawful(lambda: inspection(officers=("苏甲", TWO)))


@rule(
    "58.2",
    article="国办发〔2024〕54号",
    says="检查须经批准",
    kind="inspection_not_approved",
    certainty="记忆",
)
def inspected_without_approval(case: Chronicle) -> Finds:
    for row in case.all(Inspected):
        if not row.is_approved:
            yield row, "没有批准"


inspected_without_approval.breach(lambda: inspection(is_approved=False))
inspected_without_approval.lawful(lambda: inspection())


@rule(
    "58.3",
    article="国办发〔2024〕54号",
    says="检查的事项应当在已公布的清单内",
    kind="inspection_unlisted",
    certainty="记忆",
)
def inspected_unlisted(case: Chronicle) -> Finds:
    for row in case.all(Inspected):
        if not row.is_item_listed:
            yield row, f"“{row.item}”没有公布"


inspected_unlisted.breach(lambda: inspection(is_item_listed=False))
inspected_unlisted.lawful(lambda: inspection())


@rule(
    "58.4",
    article="行政处罚法第五十五条第二款",
    says="检查应当制作笔录",
    kind="inspection_without_minutes",
    certainty="原文",
)
def inspected_without_minutes(case: Chronicle) -> Finds:
    for row in case.all(Inspected):
        if not row.has_minutes:
            yield row, "没有检查笔录"


inspected_without_minutes.breach(lambda: inspection(has_minutes=False))
inspected_without_minutes.lawful(lambda: inspection())


@rule(
    "58.5",
    article="行政许可法第五十八条第一款；国办发〔2024〕54号",
    says="不得以检查之名收费",
    kind="inspection_fee",
    certainty="推论",
)
def inspection_fee(case: Chronicle) -> Finds:
    for row in case.all(Inspected):
        if row.fee > 0:
            yield row, f"收费{row.fee}元"


inspection_fee.breach(lambda: inspection(fee=Decimal(100)))
inspection_fee.lawful(lambda: inspection(item="道路扬尘检查"))


@rule(
    "58.6",
    article="行政处罚法第五十四条第二款",
    says="检查转为处罚的，应当立案",
    kind="inspection_not_filed",
    certainty="推论",
)
def inspection_turned_penalty(case: Chronicle) -> Finds:
    for decided in ordinary_decisions(case):
        if case.before(decided, Inspected) and not case.before(decided, Filed):
            yield decided, "由检查直接处罚，没有立案"


inspection_turned_penalty.breach(lambda: inspected_then_punished(filed=False))
inspection_turned_penalty.lawful(lambda: inspected_then_punished())


@rule(
    "58.7",
    article="河南省行政执法条例第二十一条、第二十四条",
    says="检查人员当日应当有执法资格",
    kind="unqualified_officer",
    certainty="原文",
)
def inspected_by_unqualified(case: Chronicle) -> Finds:
    for row in case.all(Inspected):
        bad = unqualified(case, row.officers, day=row.day)
        if bad:
            yield row, f"{bad[0]}没有有效的执法资格"


inspected_by_unqualified.breach(
    lambda: changed(
        inspection(), Inspected, on=inspection().days.after(inspection().all(PartyNamed)[0].day, 600)
    )
)
inspected_by_unqualified.breach(lambda: inspection(officers=(ONE, "张临时")))
inspected_by_unqualified.lawful(lambda: changed(inspection(), Inspected, at=at(30), on=on(30)))
