"""Propose what is decided on an application: granted with these words and days, or refused for this reason (行政许可法 §37, §38)."""

from datetime import date
from typing import Any, Literal

from pydantic import Field

from sanzhi.cases import queries as cases
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
from sanzhi.law.measures import Disposal
from sanzhi.ledger.commands import record
from sanzhi.licensing import events, terms
from sanzhi.licensing.asked_for import (
    first_day,
    grant_agrees,
    granted_content,
    is_true_of_papers,
    lacking,
    terms_fit,
)
from sanzhi.licensing.intake import is_free
from sanzhi.licensing.models import Asks, LicenceApplication
from sanzhi.licensing.offering import is_accepted, the_application
from sanzhi.licensing.proposed import CAPTION, HELP, remembered, stays_major
from sanzhi.licensing.queries import application_of, examined, handed_in

GRANT, REFUSE = "准予", "不予许可"
WHOLE, PARTLY, NOTHING = (
    "申请材料齐全、符合法定形式",
    "收到的申请材料符合法定形式",
    "本次申请没有另行提交材料",
)
LAW = "行政许可法第三十八条"
AS = {Asks.NEW: Disposal.GRANT, Asks.CHANGE: Disposal.AMEND, Asks.RENEWAL: Disposal.RENEW}


class ProposeLicence(OnProceeding):
    outcome: Literal["准予", "不予许可"]
    conditions: Told = Field(default="", max_length=1000)
    valid_from: date
    valid_until: date
    reason: Told = Field(min_length=10, max_length=1000)
    was_false: bool = False
    public_interest: bool = False
    not_major_because: Told = Field(default="", max_length=500)


def _begins(proceeding: Proceeding) -> dict[str, Any]:
    row, seen = application_of(proceeding), examined(proceeding)
    if row is None:
        return {}
    fits = seen is None or seen.fits
    begun = {
        "outcome": GRANT if fits else REFUSE,
        "valid_from": first_day(row),
        "valid_until": row.ends_on,
        "reason": f"{_papers(row)}，经审查符合法定条件、标准。" if fits else seen.unmet if seen else "",
    }
    if row.licence:
        begun["conditions"] = row.licence.conditions  # what is not changed stays
    return begun | _said_last(proceeding, fits=fits)


def _papers(row: LicenceApplication) -> str:
    if not handed_in(row):
        return NOTHING
    return PARTLY if lacking(row) else WHOLE


def _said_last(proceeding: Proceeding, *, fits: bool) -> dict[str, Any]:
    """Where the examination says otherwise now, outcome and reason are not repeated."""
    standing = cases.current_proposal(proceeding)
    if standing is None:
        return {}
    said = remembered(proceeding, "conditions", "valid_from", "valid_until", "was_false")
    refused = standing.disposal == Disposal.REFUSE
    if refused is fits:
        return {name: said[name] for name in ("conditions", "public_interest")}
    return {**said, "outcome": REFUSE if refused else GRANT}


CARD = Card(
    captions={
        "outcome": "拟办意见",
        "conditions": "附加条件",
        "valid_from": "有效期自",
        "valid_until": "有效期至",
        "reason": "理由和依据",
        "was_false": "申请人隐瞒有关情况或者提供虚假材料",
        "public_interest": "涉及重大公共利益、疑难复杂",
        "not_major_because": CAPTION,
    },
    helps={
        "conditions": "许可内容就是申请的内容，延续的、没有变更的照原许可；准予的比申请的少，在这里写明限制。",
        "was_false": "只在不予许可时选择；直接关系安全的事项，一年内不得再次申请。",
        "not_major_because": HELP,
    },
    initial=_begins,
    objects=is_accepted,
    is_main=True,
)


@act("licensing.propose_licence", title="提出拟办意见", card=CARD)
def propose_licence(actor: Actor, order: ProposeLicence, *, on: Proceeding) -> Proposal:
    row, grants = the_application(on), order.outcome == GRANT
    require(
        Verdict.when(
            order.valid_from <= order.valid_until,
            "有效期的终止日早于起始日。",
            citation=LAW,
            remedy="请核对有效期。",
        ),
        _days_fit(row, order) if grants else Verdict.yes(),
        is_true_of_papers(row, order.reason),
        _is_open_to(on, order),
        stays_major(on, public_interest=order.public_interest, because=order.not_major_because),
    )
    disposal = AS[Asks(row.asks)] if grants else Disposal.REFUSE
    said = order.model_dump(
        mode="json", include={"conditions", "valid_from", "valid_until", "not_major_because"}
    )
    proposal = EnterProposal(
        case=on.case_id,
        proceeding=on.pk,
        disposal=disposal,
        text=_worded(row, order),
        grounds={**said, "content": granted_content(row), "place": row.place, "was_false": order.was_false},
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
    if row.asks == Asks.CHANGE:
        return f"准予变更：{row.content.rstrip('。')}；没有变更的照原许可；{term}"
    verb = "准予延续" if row.asks == Asks.RENEWAL else "准予"
    return f"{verb}：{granted_content(row).rstrip('。')}；{term}"


def _days_fit(row: LicenceApplication, order: ProposeLicence) -> Verdict:
    days = {"since": order.valid_from, "until": order.valid_until}
    own = Verdict.yes() if row.licence else grant_agrees(row.content, **days)
    return terms_fit(row, **days) & own & is_free(row, **days)


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
            remedy="请告知申请人：撤回以后，按还需要的期限重新申请。",
        )
    )
