"""Rules on performance by others 代履行: for what, urged again, watched, at cost, at once in public places (行政强制法 §50–§52)."""

from decimal import Decimal

from tests.lawful.chronicle import Chronicle
from tests.lawful.chronicle.other_kinds import Enforced, Urged
from tests.lawful.judge.example_other import enforcing, substitute
from tests.lawful.judge.lanes import of
from tests.lawful.judge.rule import Finds, rule


@rule(
    "50.1",
    article="行政强制法第五十条",
    says="代履行限于危害交通安全、造成环境污染、破坏自然资源",
    kind="enforcement_substitute",
    certainty="原文",
)
def substitute_without_threat(case: Chronicle) -> Finds:
    for row in case.all(Enforced):
        if row.way == "substitute" and row.threat not in {"traffic", "pollution", "resources"}:
            yield row, "没有法定的危害后果"


substitute_without_threat.breach(lambda: substitute(threat=""))
substitute_without_threat.lawful(lambda: substitute(threat="pollution"))


@rule(
    "50.2",
    article="行政强制法第五十一条第一款第二项、第六十九条",
    says="代履行三个工作日前再次催告",
    kind="enforcement_substitute",
    certainty="原文",
)
def substitute_not_urged_again(case: Chronicle) -> Finds:
    for row in case.all(Enforced):
        urged = of(case.before(row, Urged), row.of)
        near = urged and case.days.between(urged[-1].day, row.day) < 3
        if row.way == "substitute" and (len(urged) < 2 or near):
            yield row, "代履行之前没有再次催告"


substitute_not_urged_again.breach(lambda: enforcing("substitute", threat="traffic"))
substitute_not_urged_again.lawful(lambda: substitute())


@rule(
    "50.3",
    article="行政强制法第五十一条第一款第三项、第四项",
    says="代履行由机关派员监督，有当事人或者见证人签名",
    kind="enforcement_substitute",
    certainty="原文",
)
def substitute_unsupervised(case: Chronicle) -> Finds:
    for row in case.all(Enforced):
        if row.way == "substitute" and not (row.is_supervised and row.is_witnessed):
            yield row, "没有派员监督或者没有见证"


substitute_unsupervised.breach(lambda: substitute(is_supervised=False))
substitute_unsupervised.lawful(lambda: substitute())


@rule(
    "50.4",
    article="行政强制法第五十一条第二款",
    says="代履行的费用按成本，不得多收",
    kind="enforcement_cost",
    certainty="原文",
)
def charged_above_cost(case: Chronicle) -> Finds:
    for row in case.all(Enforced):
        if row.charged > row.cost:
            yield row, f"成本{row.cost}元，收取{row.charged}元"


charged_above_cost.breach(lambda: substitute(cost=Decimal(300), charged=Decimal(500)))
charged_above_cost.lawful(lambda: substitute(cost=Decimal(300), charged=Decimal(300)))


@rule(
    "51.1",
    article="行政强制法第五十二条",
    says="立即代履行限于道路、河道、公共场所的遗洒物、障碍物、污染物",
    kind="enforcement_substitute",
    certainty="原文",
)
def cleared_private_place(case: Chronicle) -> Finds:
    for row in case.all(Enforced):
        if row.way == "clear_now" and not row.is_public_place:
            yield row, "不是公共场所"


cleared_private_place.breach(lambda: enforcing("clear_now"))
cleared_private_place.lawful(lambda: enforcing("clear_now", is_public_place=True))


@rule(
    "51.2",
    article="行政强制法第五十二条",
    says="立即代履行当事人不在场的，事后立即通知",
    kind="enforcement_party_not_told",
    certainty="原文",
)
def cleared_and_not_told(case: Chronicle) -> Finds:
    for row in case.all(Enforced):
        if row.way in {"clear_now", "demolition"} and not row.is_party_told:
            yield row, "没有通知当事人"


cleared_and_not_told.breach(lambda: enforcing("clear_now", is_public_place=True, is_party_told=False))
cleared_and_not_told.lawful(lambda: enforcing("clear_now", is_public_place=True))
