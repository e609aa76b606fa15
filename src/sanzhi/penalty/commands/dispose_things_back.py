"""Give the party what came back from a referral and is not confiscated, as the head decides (行政处罚法 §57, §74)."""

from datetime import date
from typing import Any

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.cases.receiving import is_no_officer
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.days import chinese_date
from sanzhi.law.receipts import is_printed, plain_number
from sanzhi.ledger.commands import record
from sanzhi.organisation.roles import Role
from sanzhi.penalty import events
from sanzhi.penalty.confiscating import goes_to_the_party
from sanzhi.penalty.referral_models import ThingsBack, ThingsReturned
from sanzhi.penalty.things_back import confiscated, here, names

LAW = "行政处罚法第五十七条、第七十四条"


class DisposeThingsBack(OnProceeding):
    things: list[str] = Field(min_length=1, max_length=50)
    settle_reason: str = Field(min_length=5, max_length=1000)
    returned_on: date
    returned_to: str = Field(min_length=2, max_length=100)
    return_receipt: str = Field(min_length=3, max_length=60)


def _free(proceeding: Proceeding) -> list[str]:
    """What no decision that stands confiscates."""
    terms = confiscated(proceeding)
    return [thing for thing in here(proceeding) if not names(terms, thing)]


def _begun(proceeding: Proceeding) -> dict[str, Any]:
    party = proceeding.respondent
    name = party.name if party else ""
    return {"things": _free(proceeding), "returned_on": clock.today(), "returned_to": name}


CARD = Card(
    citation=LAW,
    office=(Role.BUREAU_HEAD,),
    captions={
        "things": "退还的物品（每行一项）",
        "settle_reason": "退还理由",
        "returned_on": "退还日",
        "returned_to": "领取人",
        "return_receipt": "领条、凭证号",
    },
    helps={"things": "等待决定没收的一行删去，决定没收以后登记没收的执行；需要再次移送的，办理移送。"},
    initial=_begun,
    objects=lambda proceeding: Verdict.when(
        here(proceeding),
        "没有等待处理的退回物品。",
        citation=LAW,
        remedy="请先由承办人登记退回的物品。",
    ),
    at_any_step=True,
    after_closure=True,
)


@act("penalty.dispose_things_back", title="退还移送后退回的物品", card=CARD)
def dispose_things_back(actor: Actor, order: DisposeThingsBack, *, on: Proceeding) -> ThingsReturned:
    waiting, number = here(on), plain_number(order.return_receipt)
    backs = list(dict.fromkeys(waiting[thing] for thing in order.things if thing in waiting))
    require(
        _may_go(on, order.things, waiting=waiting),
        *(_is_in_time(back, order.returned_on) for back in backs),
        goes_to_the_party(on, order.returned_to, citation=LAW),
        is_no_officer(
            on,
            order.returned_to,
            said="领取人",
            citation=LAW,
            remedy="请退还当事人；由他人代领的，写“当事人姓名（代领人姓名）”，代领人不是本机关人员。",
        ),
        Verdict.when(
            is_printed(number) and number not in {plain_number(back.receipt) for back in backs},
            f"“{number}”不是退还当事人的凭证号。",
            citation=LAW,
            remedy="请按当事人签收的领条填写，不是接收机关的退还清单。",
        ),
    )
    said = {**order.said(), "return_receipt": number, "settled_by": actor.name}
    for back in backs:
        said["things"] = [thing for thing in dict.fromkeys(order.things) if waiting[thing] == back]
        returned = ThingsReturned(back=back, **said)
        returned.save()
    facts = {"count": len(set(order.things)), "receipt": number}
    record(events.THINGS_BACK_SETTLED, actor=actor, subject=on.case, facts=facts)
    return returned


def _may_go(on: Proceeding, things: list[str], *, waiting: dict[str, ThingsBack]) -> Verdict:
    terms = confiscated(on)
    other = "、".join(thing for thing in things if thing not in waiting)
    kept = "、".join(thing for thing in things if thing in waiting and names(terms, thing))
    return Verdict.when(
        not other,
        f"{other}不在等待处理的退回物品中。",
        citation=LAW,
        remedy=f"请从中选择：{'、'.join(waiting)}。",
    ) & Verdict.when(
        not kept,
        f"处罚决定没收{kept}，不能退还。",
        citation=LAW,
        remedy="请登记没收的执行；决定确有错误的，依法撤销以后退还。",
    )


def _is_in_time(back: ThingsBack, returned_on: date) -> Verdict:
    return Verdict.when(
        back.back_on <= returned_on <= clock.today(),
        f"退还日应在{chinese_date(back.back_on)}退回以后、不晚于今天。",
        citation=LAW,
        remedy="请按领条填写。",
    )
