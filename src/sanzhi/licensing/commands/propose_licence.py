"""Propose what is decided on an application: granted with these words and days, or refused for this reason (行政许可法 §37, §38)."""

from datetime import date
from typing import Any, Literal

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.commands import EnterProposal, enter_proposal
from sanzhi.cases.models import Proceeding, Proposal
from sanzhi.cases.orders import OnProceeding, Told
from sanzhi.cases.vouching import Weighed
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.days import chinese_date
from sanzhi.law.deadlines import add_months
from sanzhi.law.measures import Disposal
from sanzhi.ledger.commands import record
from sanzhi.licensing import events, terms
from sanzhi.licensing.models import Asks, LicenceApplication
from sanzhi.licensing.offering import is_accepted, the_application
from sanzhi.licensing.queries import application_of, examined, item_of

GRANT, REFUSE = "准予", "不予许可"
LAW = "行政许可法第三十八条"
AS = {Asks.NEW: Disposal.GRANT, Asks.CHANGE: Disposal.AMEND, Asks.RENEWAL: Disposal.RENEW}


class ProposeLicence(OnProceeding):
    outcome: Literal["准予", "不予许可"]
    content: Told = Field(min_length=5, max_length=2000)
    conditions: Told = Field(default="", max_length=1000)
    valid_from: date
    valid_until: date
    reason: Told = Field(min_length=10, max_length=1000)
    was_false: bool = False
    public_interest: bool = False


def _begins(proceeding: Proceeding) -> dict[str, Any]:
    row, seen = application_of(proceeding), examined(proceeding)
    if row is None:
        return {}
    fits = seen is None or seen.fits
    return {
        "outcome": GRANT if fits else REFUSE,
        "content": row.content,
        "valid_from": row.starts_on,
        "valid_until": row.ends_on,
        "reason": "申请材料齐全、符合法定形式，经审查符合法定条件、标准。"
        if fits
        else seen.unmet
        if seen
        else "",
    }


CARD = Card(
    captions={
        "outcome": "拟办意见",
        "content": "许可内容（不予许可的写申请的内容）",
        "conditions": "附加条件",
        "valid_from": "有效期自",
        "valid_until": "有效期至",
        "reason": "理由和依据",
        "was_false": "申请人隐瞒有关情况或者提供虚假材料",
        "public_interest": "涉及重大公共利益、疑难复杂",
    },
    helps={"was_false": "只在不予许可时选择；直接关系安全的事项，一年内不得再次申请。"},
    initial=_begins,
    objects=is_accepted,
    is_main=True,
)


@act("licensing.propose_licence", title="提出拟办意见", card=CARD)
def propose_licence(actor: Actor, order: ProposeLicence, *, on: Proceeding) -> Proposal:
    row, grants = the_application(on), order.outcome == GRANT
    require(_days_fit(on, order), _is_open_to(on, order))
    disposal = AS[Asks(row.asks)] if grants else Disposal.REFUSE
    grounds = order.model_dump(mode="json", include={"content", "conditions", "valid_from", "valid_until"})
    proposal = EnterProposal(
        case=on.case_id,
        proceeding=on.pk,
        disposal=disposal,
        text=_worded(row, order),
        grounds={**grounds, "place": row.place, "was_false": order.was_false},
        weighed=Weighed(said={"理由": order.reason}),
        reason=order.reason,
        public_interest=order.public_interest,
        whole=order.said(),
    )
    found = enter_proposal(actor, proposal)
    record(events.LICENCE_PROPOSED, actor=actor, subject=on.case, facts={"outcome": order.outcome})
    return found


def _worded(row: LicenceApplication, order: ProposeLicence) -> str:
    if order.outcome == REFUSE:
        return f"不予许可（{row.item_title}）"
    term = f"有效期自{chinese_date(order.valid_from)}至{chinese_date(order.valid_until)}"
    verb = {Asks.NEW: "准予", Asks.CHANGE: "准予变更为", Asks.RENEWAL: "准予延续"}[Asks(row.asks)]
    return f"{verb}：{order.content.rstrip('。')}；{term}"


def _days_fit(on: Proceeding, order: ProposeLicence) -> Verdict:
    item = item_of(on)
    last = add_months(order.valid_from, item.longest_months) if item and item.longest_months else None
    return Verdict.when(
        order.valid_from <= order.valid_until,
        "有效期的终止日早于起始日。",
        citation=LAW,
        remedy="请核对有效期。",
    ) & Verdict.when(
        last is None or order.valid_until <= last,
        f"有效期不能超过{chinese_date(last) if last else ''}。",
        citation=item.basis if item else LAW,
        remedy="请按最长有效期以内填写。",
    )


def _is_open_to(on: Proceeding, order: ProposeLicence) -> Verdict:
    grants, seen = order.outcome == GRANT, examined(on)
    return (
        Verdict.when(
            not grants or seen is None or seen.fits,
            "核查认为不符合法定条件，不能提出准予。",
            citation=LAW,
            remedy="条件已经具备的，请重新核查并登记。",
        )
        & Verdict.when(
            not (grants and order.was_false),
            "隐瞒有关情况、提供虚假材料的，不予许可。",
            citation="行政许可法第七十八条",
            remedy="请提出不予许可，并另行给予警告。",
        )
        & Verdict.when(
            grants or not terms.has_expired(on),
            "许可有效期届满以前没有作出决定，已经视为准予延续，不能再不予延续。",
            citation="行政许可法第五十条第二款",
            remedy="请提出准予延续；依法应当撤销、撤回的，另行办理。",
        )
        & Verdict.when(
            not grants or order.valid_until >= clock.today(),
            "准予的有效期已经过去。",
            citation=LAW,
            remedy="请与申请人核对期限。",
        )
    )
