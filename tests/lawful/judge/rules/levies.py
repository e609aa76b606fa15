"""Rules on levies and requisitions: basis, published rate, late fee within the principal; return and compensation."""

from decimal import Decimal

from tests.lawful.chronicle import Chronicle
from tests.lawful.chronicle.other_kinds import Levied, Requisitioned, RequisitionEnded, Thing
from tests.lawful.judge.example import HEAD, at
from tests.lawful.judge.example_other import levy, requisition
from tests.lawful.judge.named_law import named_in
from tests.lawful.judge.rule import Finds, rule


@rule(
    "59.1",
    article="城市道路管理条例第三十七条；行政强制法第四十五条",
    says="收费须有法律、法规依据",
    kind="levy_without_basis",
    certainty="推论",
)
def levied_without_basis(case: Chronicle) -> Finds:
    for row in case.all(Levied):
        if not named_in(row.basis):
            yield row, f"收费{row.amount}元，依据是“{row.basis.strip() or '没有'}”"


levied_without_basis.breach(lambda: levy(basis=""))
levied_without_basis.breach(lambda: levy(basis="城市道路占用收费办法第三条"))
levied_without_basis.lawful(lambda: levy(basis="河南省物业管理条例第三条"))
levied_without_basis.lawful(lambda: levy(basis="城市道路管理条例第三十八条"))


@rule(
    "59.2",
    article="城市道路管理条例第三十七条、第三十八条",
    says="收费额等于公布的费率乘以查明的数量",
    kind="levy_wrong_sum",
    certainty="推论",
)
def levied_wrong_sum(case: Chronicle) -> Finds:
    for row in case.all(Levied):
        unknown = row.rate is None or row.quantity is None
        if row.amount > 0 and (unknown or row.amount != (row.rate or 0) * (row.quantity or 0)):
            yield row, f"费率{row.rate}、数量{row.quantity}，收{row.amount}元"


levied_wrong_sum.breach(lambda: levy(amount=Decimal(120)))
levied_wrong_sum.breach(lambda: levy(quantity=None))
levied_wrong_sum.lawful(lambda: levy(amount=Decimal(120), quantity=Decimal(60)))


@rule(
    "59.3",
    article="行政强制法第四十五条",
    says="滞纳金须有法定标准、已经告知、不超过本金",
    kind="levy_late_fee",
    certainty="原文",
)
def late_fee_wrong(case: Chronicle) -> Finds:
    for row in case.all(Levied):
        lawful = row.is_late_fee_told and named_in(row.late_basis) and row.late_fee <= row.amount
        if row.late_fee > 0 and not lawful:
            yield row, f"滞纳金{row.late_fee}元"


late_fee_wrong.breach(lambda: levy(late_fee=Decimal(101), late_basis="某条例第五条"))
late_fee_wrong.breach(lambda: levy(late_fee=Decimal(10)))
late_fee_wrong.breach(lambda: levy(late_fee=Decimal(10), late_basis="本局收费办法第五条"))
late_fee_wrong.lawful(lambda: levy(late_fee=Decimal(10), late_basis="某条例第五条"))


@rule(
    "59.4",
    article="突发事件应对法第十二条；民法典第二百四十五条",
    says="征用限于县级以上政府及其部门为突发事件的紧急需要",
    kind="requisition_without_need",
    certainty="原文",
)
def requisition_without_need(case: Chronicle) -> Finds:
    for row in case.all(Requisitioned):
        if not (row.by_government and row.is_emergency):
            yield row, "不是有权的机关，或者没有紧急需要"


requisition_without_need.breach(lambda: requisition(is_emergency=False))
requisition_without_need.lawful(lambda: requisition())


@rule(
    "59.5",
    article="突发事件应对法第十二条；民法典第二百四十五条",
    says="征用的每件财产要有清单",
    kind="requisition_unlisted",
    certainty="推论",
)
def requisition_unlisted(case: Chronicle) -> Finds:
    for row in case.all(Requisitioned):
        if not row.things:
            yield row, "没有征用清单"


requisition_unlisted.breach(lambda: requisition(things=()))
requisition_unlisted.lawful(lambda: requisition(things=(Thing("抽水泵"),)))


@rule(
    "59.6",
    article="突发事件应对法第十二条；民法典第二百四十五条",
    says="用后及时返还，毁损灭失的给予补偿",
    kind="requisition_not_returned",
    certainty="原文",
)
def requisition_not_returned(case: Chronicle) -> Finds:
    for ended in case.all(RequisitionEnded):
        taken = {thing.name for row in case.before(ended, Requisitioned) for thing in row.things}
        settled = {*ended.returned, *ended.compensated}
        owed = (taken - settled) | (set(ended.damaged) - set(ended.compensated))
        if owed:
            yield ended, f"“{min(owed)}”没有返还或者补偿"


requisition_not_returned.breach(
    lambda: requisition(RequisitionEnded(at=at(9), by=(HEAD,), returned=("抽水泵",), damaged=("铲车",)))
)
requisition_not_returned.lawful(
    lambda: requisition(
        RequisitionEnded(at=at(9), by=(HEAD,), returned=("抽水泵",), damaged=("铲车",), compensated=("铲车",))
    )
)
