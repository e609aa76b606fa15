"""Register or mend the respondent. A wrong identity number is refused; a wrong credit code only warned (F10-07).

What reads as a resident's number is checked as one, whatever kind of paper it is said to be: age hangs on it.
"""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field

from sanzhi.cases import events
from sanzhi.cases.card import Card
from sanzhi.cases.models import CaseParty, ClosureKind, IdType, PartyKind, Proceeding, Sex
from sanzhi.cases.orders import OnProceeding, Told
from sanzhi.cases.parties import filed_against, is_same
from sanzhi.cases.receiving import is_no_officer
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.text import joined
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.identity import (
    IdentityNumber,
    check_identity_number,
    is_a_residents,
    reads_as_resident,
)
from sanzhi.law.private_shapes import shapes
from sanzhi.law.receipts import plain_number
from sanzhi.ledger.commands import record

CREDIT_CODE = 18  # GB 32100
SHORTEST_NOTE = 6
AGE = "行政处罚法第三十条"
PRIVACY = "行政处罚法第五十条；个人信息保护法第二十八条"


Name = Annotated[Told, AfterValidator(joined)]


class RegisterParty(OnProceeding):
    kind: PartyKind
    name: Name = Field(min_length=1, max_length=200)
    id_number: str = Field(default="", max_length=30)
    id_type: IdType = IdType.RESIDENT
    sex: Sex | Literal[""] = ""
    born_on: date | None = None
    occupation: Told = Field(default="", max_length=100)
    credit_code: str = Field(default="", max_length=18)
    trade_name: Name = Field(default="", max_length=100)
    representative: Name = Field(default="", max_length=60)
    representative_title: Told = Field(default="", max_length=40)
    address: Told = Field(min_length=2, max_length=200)
    phone: str = Field(default="", max_length=40)
    guardian: Name = Field(default="", max_length=60)
    is_incapable: bool = False
    namesake_note: Told = Field(default="", max_length=200)


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
    citation="行政处罚法第四十条",
    captions={
        "kind": "类别",
        "name": "姓名或者名称",
        "id_number": "证件号码",
        "id_type": "证件类型",
        "sex": "性别",
        "born_on": "出生日期",
        "occupation": "职业或者工作单位",
        "credit_code": "统一社会信用代码",
        "trade_name": "字号",
        "representative": "法定代表人（负责人、经营者）",
        "representative_title": "职务",
        "address": "住址或者住所",
        "phone": "联系电话",
        "guardian": "监护人（未成年人，或者不能辨认自己行为的成年人）",
        "is_incapable": "当事人是不能辨认或者不能完全辨认自己行为的成年人",
        "namesake_note": "与本机关人员同名的核对情况",
    },
    helps={
        "id_number": "居民身份证号码校验不符的，不能登记；没有查明号码的，证件类型选“没有查明”。单位不填。",
        "credit_code": "校验不符的只作提醒：早期试点代码真实存在但校验不符。",
        "namesake_note": "法定代表人、监护人与本机关人员同名而不是同一人的，写明核对了什么证件、登记。",
    },
    initial=_standing,
    objects=_may_be_changed,
    at_any_step=True,
)


@act("cases.register_party", title="登记当事人", card=CARD)
def register_party(actor: Actor, order: RegisterParty, *, on: Proceeding) -> CaseParty:
    identity = _identity(order)
    require(
        _is_known(order, identity),
        _is_a_body(order),
        _holds_no_number(order),
        _is_old_enough(order, identity, on=on),
        _is_nobody_else(order, identity, on=on),
        _is_who_was_filed(order, on=on),
        _stand_apart(order, on=on),
        _is_cared_for(order),
    )
    party = on.respondent or CaseParty(case=on.case)
    for name, value in order.said().items():
        setattr(party, name, value)
    if isinstance(identity, IdentityNumber):
        party.id_number, party.born_on, party.sex = identity.value, identity.born_on, identity.sex
    else:
        party.id_number = plain_number(order.id_number)
    party.id_type = "" if order.kind == PartyKind.ORGANISATION else order.id_type
    party.credit_code = plain_number(order.credit_code)
    party.save()
    if on.respondent is None:
        on.respondent = party
        on.save()
    facts = {"kind": PartyKind(order.kind).label}
    record(events.PARTY_REGISTERED, actor=actor, subject=on.case, facts=facts)
    return party


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


def _is_cared_for(order: RegisterParty) -> Verdict:
    """Who cannot tell what he does has a guardian, who acts for him (民法典 §§21–23, §28)."""
    return Verdict.when(
        not order.is_incapable or (order.guardian and order.kind != PartyKind.ORGANISATION),
        "不能辨认自己行为的成年人由监护人代理，请填写监护人；单位没有监护人。",
        citation="民法典第二十一条至第二十三条、第二十八条",
        remedy="请按身份关系、村（居）民委员会的证明填写监护人。",
    ) & Verdict.when(
        not order.guardian or plain_number(order.guardian) != plain_number(order.name),
        "监护人不能是当事人本人。",
        citation="民法典第二十三条、第二十七条、第二十八条",
        remedy="请填写监护人的姓名；确系同名的，在姓名后注明关系。",
    )


def _is_nobody_else(
    order: RegisterParty, identity: IdentityNumber | str | None, *, on: Proceeding
) -> Verdict:
    """Each proceeding has a respondent of its own: nobody is proceeded against twice in one case (行政处罚法 §29)."""
    said = order.model_dump(include={"kind", "name", "representative", "id_type", "id_number", "credit_code"})
    born_on = identity.born_on if isinstance(identity, IdentityNumber) else order.born_on
    party = CaseParty(**said, born_on=born_on)
    others = (
        Proceeding.objects.filter(case=on.case_id, main=None).exclude(pk=on.pk).select_related("respondent")
    )
    running = (row for row in others if row.closure_kind != ClosureKind.OVERTURNED)
    same = [row for row in running if row.respondent and is_same(party, row.respondent)]
    return Verdict.when(
        not same,
        f"{order.name}已是本案另一程序的当事人。",
        citation="行政处罚法第二十九条",
        remedy="请打开其程序办理；只是同名的，填写查明的证件号码、出生日期。",
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


def _is_numbered(order: RegisterParty) -> Verdict:
    """A natural person by a paper with its number, or by none that was found; a body by its credit code alone."""
    number = plain_number(order.id_number)
    if order.kind == PartyKind.ORGANISATION:
        return Verdict.when(
            not number,
            "单位以统一社会信用代码识别，不填写证件号码。",
            citation="行政处罚法第五十九条",
            remedy="请清空证件号码，填写统一社会信用代码。",
        )
    return Verdict.when(
        bool(number) is (order.id_type != IdType.UNKNOWN),
        f"证件类型是“{IdType(order.id_type).label}”，{'却填写了' if number else '没有填写'}证件号码。",
        citation="行政处罚法第四十条、第五十九条",
        remedy="没有查明证件号码的，证件类型选“没有查明”；已经查明的，选其证件类型并填写号码。",
    )


def _is_known(order: RegisterParty, identity: IdentityNumber | str | None) -> Verdict:
    return (
        (Verdict.no(identity) if isinstance(identity, str) else Verdict.yes())
        & _is_numbered(order)
        & Verdict.when(
            order.kind != PartyKind.ORGANISATION or order.representative,
            "单位应当填写法定代表人或者负责人。",
            citation="行政处罚法第五十九条",
        )
        & Verdict.when(
            order.kind == PartyKind.ORGANISATION or identity is not None or order.born_on,
            "自然人（个体工商户的经营者）应当填写居民身份证号码，或者查明并填写出生日期，以判断责任年龄。",
            citation=AGE,
        )
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


def _is_a_body(order: RegisterParty) -> Verdict:
    """A body other than a natural person has its code; without one its owner answers as a natural person."""
    if order.kind != PartyKind.ORGANISATION:
        return Verdict.yes()
    return Verdict.when(
        len(plain_number(order.credit_code)) == CREDIT_CODE,
        "单位应当填写18位统一社会信用代码。",
        citation="行政处罚法第五十一条、第五十九条",
        remedy="没有登记的，以实际经营的自然人为当事人。",
    )


def _holds_no_number(order: RegisterParty) -> Verdict:
    """What is public of a business is no person's number: its code, its name (行政处罚法 §50; 个人信息保护法 §28)."""
    names = {"name": order.name, "trade_name": order.trade_name}
    numbered = [CARD.captions[field] for field, text in names.items() if _tells_a_number(text)]
    return Verdict.when(
        not is_a_residents(plain_number(order.credit_code)),
        "“统一社会信用代码”填的是居民身份证号码的写法，这一项会公示。",
        citation=PRIVACY,
        remedy="经营者的居民身份证号码请填在“证件号码”；没有信用代码的留空。",
    ) & Verdict.when(
        not numbered,
        f"“{'”、“'.join(numbered)}”中有证件号码、电话或者账号，名称会公示。",
        citation=PRIVACY,
        remedy="号码请填在各自的栏目，名称只写营业执照、证件上的名称。",
    )


def _tells_a_number(text: str) -> bool:
    return any(row.must_go and row.key in {"id", "phone", "account"} for row in shapes(text))


def _identity(order: RegisterParty) -> IdentityNumber | str | None:
    """The number read, the sentence that refuses it, or None where there is nothing to check."""
    number = plain_number(order.id_number)
    if not number or (order.id_type != IdType.RESIDENT and not reads_as_resident(number)):
        return None
    return check_identity_number(number, on=clock.today())
