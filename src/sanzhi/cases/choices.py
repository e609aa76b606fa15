"""What the selections on a case's pages offer: causes of the powers list, officers, chairs, tiers."""

from typing import Any

from sanzhi.cases import queries
from sanzhi.cases.models import Case
from sanzhi.catalogues import queries as catalogues
from sanzhi.kernel import clock
from sanzhi.kernel.commands import Order
from sanzhi.kernel.order_form import Choices
from sanzhi.organisation import queries as organisation
from sanzhi.organisation.policies import may_enforce

HELPS: dict[str, dict[str, str]] = {
    "register_party": {
        "id_number": "居民身份证号码校验不符的，不能登记。",
        "credit_code": "校验不符的只作提醒：早期试点代码真实存在但校验不符。",
    },
    "propose_penalty": {
        "fine": "留空表示不罚款。",
        "confiscated": "没收违法所得、非法财物的必填：与罚款适用同一听证标准。",
        "mitigation": "低于法定下限时填写，例如：行政处罚法第三十二条第一项。",
    },
    "record_payment": {"is_on_the_spot": "仅限当场作出的100元以下罚款。"},
    "close_case": {"reason": "不予处罚、不予立案或者移送的，写明理由。"},
}


def helps_for(act: str) -> dict[str, str]:
    return HELPS.get(act, {})


def choices_for(order: type[Order], case: Case | None, *, authority: str) -> dict[str, Choices]:
    """The offers for those fields of `order` that are selections."""
    offers: dict[str, Any] = {
        "cause_code": lambda: [
            (row.code, f"{row.code} {row.title}")
            for row in catalogues.powers(authority)
            if row.is_ours and row.is_penalty
        ],
        "officers": lambda: _officers(authority),
        "chair": lambda: _chairs(case, authority),
        "tier": lambda: _tiers(case, authority),
        "procedure": lambda: [
            ("penalty/ordinary", "普通程序"),
            ("penalty/simplified", "简易程序（当场处罚）"),
        ],
    }
    return {
        name: make()
        for name, make in offers.items()
        if name in order.model_fields and order_allows(order, name)
    }


def order_allows(order: type[Order], name: str) -> bool:
    """`chair` is an officer's number in a hearing and a plain name in a deliberation."""
    return name != "chair" or order.model_fields[name].annotation is int


def _officers(authority: str) -> list[tuple[int, str]]:
    today = clock.today()
    rows = organisation.officers_of(authority)
    return [(row.pk, f"{row.name}（{row.unit.name}）") for row in rows if may_enforce(row, today)]


def _chairs(case: Case | None, authority: str) -> list[tuple[int, str]]:
    investigators = {row.officer_id for row in queries.assignments(case)} if case else set()
    rows = organisation.officers_of(authority)
    return [(row.pk, f"{row.name}（{row.unit.name}）") for row in rows if row.pk not in investigators]


def _tiers(case: Case | None, authority: str) -> list[tuple[str, str]]:
    if case is None:
        return []
    return [(row.name, f"{row.name}：{row.text}") for row in catalogues.tiers(authority, case.cause_code)]
