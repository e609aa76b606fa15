"""Who a party is: the fields in which everybody is registered, and what speaks against them; asked of respondents and applicants.

What reads as a resident's number is checked as one, whatever kind of paper it is said to be: age hangs on it.
"""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field

from sanzhi.cases.models import IdType, PartyKind, RenamedBy, Sex
from sanzhi.cases.orders import Told
from sanzhi.documents import queries as documents
from sanzhi.kernel import clock
from sanzhi.kernel.commands import Order
from sanzhi.kernel.text import joined
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.identity import (
    IdentityNumber,
    check_identity_number,
    is_a_residents,
    reads_as_resident,
)
from sanzhi.law.private_shapes import shapes
from sanzhi.law.receipts import plain_number

CREDIT_CODE = 18  # GB 32100
AGE = "行政处罚法第三十条"
PRIVACY = "行政处罚法第五十条；个人信息保护法第二十八条"
Name = Annotated[Told, AfterValidator(joined)]


class PartyFields(Order):
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
    former_name: Name = Field(default="", max_length=200)
    renamed_by: RenamedBy | Literal[""] = ""
    renamed_number: str = Field(default="", max_length=60)


class KnownParty(PartyFields):
    """As a respondent is registered, also together with what it is suspected of."""

    namesake_note: Told = Field(default="", max_length=200)


CAPTIONS = {
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
    "former_name": "改名以前的姓名、名称",
    "renamed_by": "核对的改名证明",
    "renamed_number": "改名证明的编号",
}
HELPS = {
    "id_number": "居民身份证号码校验不符的，不能登记；没有查明号码的，证件类型选“没有查明”。单位不填。",
    "credit_code": "校验不符的只作提醒：早期试点代码真实存在但校验不符。",
    "namesake_note": "法定代表人、监护人与本机关人员同名而不是同一人的，写明核对了什么证件、登记。",
    "former_name": "平时不填。号码已经以另一姓名、名称登记过，确系改名的，照原来登记的填写。",
    "renamed_by": "平时不选。同一号码不属于两个人，只有改名一种情形。",
}


def is_sound(order: PartyFields, identity: IdentityNumber | str | None) -> Verdict:
    """Whether what is said of the party by itself holds, without a look at any case."""
    return is_named(order, identity) & _is_of_known_age(order, identity)


def is_named(order: PartyFields, identity: IdentityNumber | str | None) -> Verdict:
    """The same of somebody of whom no age is asked."""
    return _is_known(order, identity) & _is_a_body(order) & _holds_no_number(order)


def read_from(order: PartyFields, identity: IdentityNumber | str | None) -> dict[str, Any]:
    """What is kept otherwise than it was typed: numbers plain, birth and sex as the number has them."""
    said: dict[str, Any] = {
        "id_number": plain_number(order.id_number),
        "id_type": "" if order.kind == PartyKind.ORGANISATION else order.id_type,
        "credit_code": plain_number(order.credit_code),
    }
    if isinstance(identity, IdentityNumber):
        said |= {"id_number": identity.value, "born_on": identity.born_on, "sex": identity.sex}
    return said


def can_be_called(number: str, *, label: str) -> Verdict:
    """A telephone is digits, with an extension at most: by words nobody is reached."""
    said = documents.misshapen("phone", number, label=label) if number else ""
    return Verdict.when(
        not said,
        said,
        remedy="请写数字，可以带“+”“-”、括号、空格，分机前写“转”；两个号码用顿号隔开；没有电话的不填。",
    )


def is_cared_for(order: PartyFields) -> Verdict:
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


def _is_numbered(order: PartyFields) -> Verdict:
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


def _is_known(order: PartyFields, identity: IdentityNumber | str | None) -> Verdict:
    return (
        (Verdict.no(f"“{CAPTIONS['id_number']}”：{identity}") if isinstance(identity, str) else Verdict.yes())
        & _is_numbered(order)
        & Verdict.when(
            not order.sex or not isinstance(identity, IdentityNumber) or order.sex == identity.sex,
            "性别与居民身份证号码不符。",
            citation="行政处罚法第四十条",
            remedy="请核对证件；性别可以不填，由号码读出。",
        )
        & Verdict.when(
            order.kind != PartyKind.ORGANISATION or order.representative,
            "单位应当填写法定代表人或者负责人。",
            citation="行政处罚法第五十九条",
        )
    )


def _is_of_known_age(order: PartyFields, identity: IdentityNumber | str | None) -> Verdict:
    return Verdict.when(
        order.kind == PartyKind.ORGANISATION or identity is not None or order.born_on,
        "自然人（个体工商户的经营者）应当填写居民身份证号码，或者查明并填写出生日期，以判断责任年龄。",
        citation=AGE,
    )


def _is_a_body(order: PartyFields) -> Verdict:
    """A body other than a natural person has its code; without one its owner answers as a natural person."""
    if order.kind != PartyKind.ORGANISATION:
        return Verdict.yes()
    return Verdict.when(
        len(plain_number(order.credit_code)) == CREDIT_CODE,
        f"“{CAPTIONS['credit_code']}”：单位应当填写18位统一社会信用代码。",
        citation="行政处罚法第五十一条、第五十九条",
        remedy="没有登记的，以实际经营的自然人为当事人。",
    )


def _holds_no_number(order: PartyFields) -> Verdict:
    """What is public of a business is no person's number: its code, its name (行政处罚法 §50; 个人信息保护法 §28)."""
    names = {"name": order.name, "trade_name": order.trade_name}
    numbered = [CAPTIONS[field] for field, text in names.items() if _tells_a_number(text)]
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


def identity_in(order: PartyFields) -> IdentityNumber | str | None:
    """The number read, the sentence that refuses it, or None where there is nothing to check."""
    number = plain_number(order.id_number)
    if not number or (order.id_type != IdType.RESIDENT and not reads_as_resident(number)):
        return None
    return check_identity_number(number, on=clock.today())
