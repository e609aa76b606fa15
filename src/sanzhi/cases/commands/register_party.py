"""Register or mend the respondent. A wrong identity number is refused; a wrong credit code only warned (F10-07).

What reads as a resident's number is checked as one, whatever kind of paper it is said to be: age hangs on it.
"""

from typing import Any

from sanzhi.cases import board, events
from sanzhi.cases.card import Card
from sanzhi.cases.identifying import (
    AGE,
    CAPTIONS,
    HELPS,
    KnownParty,
    can_be_called,
    identity_in,
    is_cared_for,
    is_named,
    is_sound,
    read_from,
)
from sanzhi.cases.models import CaseParty, ClosureKind, PartyKind, PartyRole, Proceeding
from sanzhi.cases.one_number import is_of_one_name
from sanzhi.cases.orders import OnProceeding
from sanzhi.cases.parties import filed_against, is_same
from sanzhi.cases.receiving import is_no_officer
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.db import rows_where, with_rows
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.identity import IdentityNumber
from sanzhi.law.receipts import plain_number
from sanzhi.ledger.commands import record

SHORTEST_NOTE = 6


class RegisterParty(OnProceeding, KnownParty):
    pass


def _standing(proceeding: Proceeding) -> dict[str, Any]:
    party = proceeding.respondent
    return {name: getattr(party, name) for name in RegisterParty.model_fields if hasattr(party, name)}


def _may_be_changed(proceeding: Proceeding) -> Verdict:
    return Verdict.when(
        proceeding.decided_on is None,
        "本案已经作出决定，不能再更换、更改当事人。",
        citation="行政处罚法第五十九条",
        remedy="确有错误的，依法撤销或者变更决定。",
    )


CARD = Card(
    citation="行政处罚法第四十条；河南省行政执法条例第二十五条",
    captions=CAPTIONS,
    helps=HELPS,
    initial=_standing,
    objects=_may_be_changed,
    at_any_step=True,
)


@act("cases.register_party", title="登记当事人", card=CARD)
def register_party(actor: Actor, order: RegisterParty, *, on: Proceeding) -> CaseParty:
    identity = identity_in(order)
    require(
        is_named(order, identity) if board.may_be_unidentified(on) else is_sound(order, identity),
        _is_old_enough(order, identity, on=on),
        _is_nobody_else(order, identity, on=on),
        _is_who_applied(order, on=on),
        _is_who_was_filed(order, on=on),
        _stand_apart(order, on=on),
        is_cared_for(order),
        can_be_called(order.phone, label=CAPTIONS["phone"]),
        is_of_one_name(order, actor=actor, itself=on.respondent),
    )
    party = on.respondent or CaseParty(case=on.case)
    for name, value in {**order.said(), **read_from(order, identity)}.items():
        setattr(party, name, value)
    party.save()
    for row in _of_nobody_yet(on):
        row.respondent = party
        row.save()
    on.respondent = party
    facts = {"kind": PartyKind(order.kind).label}
    record(events.PARTY_REGISTERED, actor=actor, subject=on.case, facts=facts)
    return party


def _of_nobody_yet(on: Proceeding) -> list[Proceeding]:
    """It, the one that it serves and those that serve that, as far as nobody was known in them."""
    main = on.main_id or on.pk
    rows = rows_where(Proceeding, case=on.case_id, respondent=None, closed_on=None)
    return [row for row in rows if main in {row.pk, row.main_id}]


def _stand_apart(order: RegisterParty, *, on: Proceeding) -> Verdict:
    """Who stands for the party takes its papers and speaks for it: nobody of ours does (民法典 §23; 民事诉讼法 §88)."""
    named = {"representative": order.representative, "guardian": order.guardian}
    verdict = Verdict.yes()
    for field, name in named.items():
        verdict &= is_no_officer(
            on,
            name,
            said=f"当事人的{CARD.captions[field].partition('（')[0]}",
            citation="行政处罚法第四十三条；民法典第二十三条；民事诉讼法第八十八条",
            remedy="请填写当事人实际的监护人、法定代表人；只是同名的，写明核对情况；有利害关系的，办理回避。",
        )
    return verdict if not order.namesake_note else _is_a_namesake(order, verdict)


def _is_a_namesake(order: RegisterParty, is_nobody_of_ours: Verdict) -> Verdict:
    """Said of somebody who bears the name of one of ours, and by what he was told apart."""
    return Verdict.when(
        not is_nobody_of_ours and len(order.namesake_note.strip()) >= SHORTEST_NOTE,
        "同名的核对情况只在法定代表人、监护人与本机关人员同名时填写，并写明核对了什么证件。",
        citation="行政处罚法第四十条、第四十三条",
        remedy="没有同名的，不填写；有的，写明证件名称、核对日期。",
    )


def _is_nobody_else(
    order: RegisterParty, identity: IdentityNumber | str | None, *, on: Proceeding
) -> Verdict:
    """Each proceeding has a respondent of its own: nobody is proceeded against twice in one case (行政处罚法 §29)."""
    said = order.model_dump(include={"kind", "name", "representative", "id_type", "id_number", "credit_code"})
    born_on = identity.born_on if isinstance(identity, IdentityNumber) else order.born_on
    party = CaseParty(**said, born_on=born_on)
    others = (row for row in rows_where(Proceeding, case=on.case_id, main=None) if row.pk != on.pk)
    running = (row for row in others if row.closure_kind != ClosureKind.OVERTURNED)
    same = [
        row for row in with_rows(running, "respondent") if row.respondent and is_same(party, row.respondent)
    ]
    return Verdict.when(
        not same,
        f"{order.name}已是本案另一程序的当事人。",
        citation="行政处罚法第二十九条",
        remedy="请打开其程序办理；只是同名的，填写查明的证件号码、出生日期。",
    )


def _is_who_applied(order: RegisterParty, *, on: Proceeding) -> Verdict:
    """Whose application it is may be written more rightly; it never becomes another's (行政许可法 §9, §29)."""
    party = on.respondent
    if party is None or party.role != PartyRole.APPLICANT:
        return Verdict.yes()
    said = order.model_dump(include={"kind", "name", "representative", "id_type", "id_number", "credit_code"})
    return Verdict.when(
        is_same(CaseParty(**said, born_on=order.born_on or party.born_on), party),
        f"申请人是{party.name}，不能换成他人。",
        citation="行政许可法第九条、第二十九条",
        remedy="由他人申请的，请撤回后由其重新申请。",
    )


def _is_who_was_filed(order: RegisterParty, *, on: Proceeding) -> Verdict:
    """A case is filed against somebody: afterwards the name may be mended, or the number, not both (行政处罚法 §54)."""
    filed = filed_against(on)
    if on.filed_on is None or not filed:
        return Verdict.yes()
    known = filed[-1].document.values
    numbers = {plain_number(str(known.get(name) or "")) for name in ("party_id_number", "party_credit_code")}
    same = plain_number(order.name) == plain_number(str(known.get("party_name") or "")) or bool(
        {plain_number(order.id_number), plain_number(order.credit_code)} & numbers - {""}
    )
    return Verdict.when(
        same,
        f"立案的当事人是{known.get('party_name')}，立案以后不能换成他人。",
        citation="行政处罚法第五十四条",
        remedy="另有违法行为人的，请追加当事人，另行立案；本案当事人没有违法的，按违法事实不成立提出处理建议。",
    )


def _is_old_enough(order: RegisterParty, identity: IdentityNumber | str | None, *, on: Proceeding) -> Verdict:
    """The date of birth is the number's own, and lies before the act."""
    return Verdict.when(
        not isinstance(identity, IdentityNumber) or order.born_on in (None, identity.born_on),
        "填写的出生日期与居民身份证号码中的不一致，请核对证件。",
        citation=AGE,
    ) & Verdict.when(
        order.born_on is None or order.born_on <= on.happened_on,
        "出生日期晚于违法行为发生日，请核对。",
        citation=AGE,
    )
