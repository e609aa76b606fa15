"""One number, one name: whoever is registered under another name with the number of somebody known is asked for first.

A slip in a number would make two people one, or one two (行政处罚法 §29, §40). No two have one number, so there is one
answer beside mending it: a former name, as it was registered, and the paper by which the change was checked.
"""

from sanzhi.cases.identifying import CAPTIONS, PartyFields
from sanzhi.cases.models import CaseParty, PartyKind, RenamedBy
from sanzhi.cases.parties import NUMBERS
from sanzhi.cases.reading import may_read
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.db import rows_where, with_rows
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.receipts import plain_number
from sanzhi.law.redaction import mask_person_name

LAW = "行政处罚法第二十九条、第四十条"
RENAMING = ("former_name", "renamed_by", "renamed_number")
SHORTEST_NUMBER = 4  # signs of the number of a certificate: 建议


def is_of_one_name(order: PartyFields, *, actor: Actor, itself: CaseParty | None = None) -> Verdict:
    """`itself`: the row that is mended, which is not another's. A person of a case that the actor may not read is not named."""
    known = {field: _others(order, field, actor=actor, itself=itself) for field in NUMBERS}
    verdict = Verdict.yes()
    for field, rows in known.items():
        others = tuple(dict.fromkeys(_named(row, actor) for row in rows))
        verdict &= Verdict.when(
            not rows or plain_number(order.former_name) in {plain_number(_called(row)) for row in rows},
            f"“{CAPTIONS[field]}”与本机关已登记的{_quoted(others)}相同，这里的名称却是“{_called(order)}”。",
            citation=LAW,
            remedy=(
                "号码填错的，请更正号码；就是已登记的当事人的，请按已登记的姓名、名称填写（个体工商户填写经营者）；"
                f"确已改名的，请在“{CAPTIONS['former_name']}”填写{_quoted(others)}，选择核对的证明，填写其编号。"
            ),
        )
    return verdict & _is_proved(order, is_asked=any(known.values()))


def _is_proved(order: PartyFields, *, is_asked: bool) -> Verdict:
    """A change of name is shown by a paper that bears a number; nobody is said to have changed it who has not."""
    said = [name for name in RENAMING if getattr(order, name)]
    number = plain_number(order.renamed_number)
    fits = order.renamed_by and not (
        (order.kind == PartyKind.PERSON and order.renamed_by == RenamedBy.REGISTRY)
        or (order.kind == PartyKind.ORGANISATION and order.renamed_by == RenamedBy.HOUSEHOLD)
    )
    return Verdict.when(
        is_asked or not said,
        "号码没有以另一姓名、名称登记过，没有改名可填。",
        citation=LAW,
        remedy=f"“{'”、“'.join(CAPTIONS[name] for name in RENAMING)}”请留空。",
    ) & Verdict.when(
        not is_asked or not order.former_name or (fits and _is_a_papers(number, order)),
        "改名没有写明核对的证明及其编号。",
        citation=LAW,
        remedy="自然人选户口登记机关的证明，单位选登记机关的证明，个体工商户两者均可；照证明填写编号。",
    )


def _is_a_papers(number: str, order: PartyFields) -> bool:
    """Whether it can be the number of a certificate: that of the party itself is none."""
    own = {plain_number(getattr(order, field)) for field in NUMBERS}
    return len(number) >= SHORTEST_NUMBER and any(sign.isdecimal() for sign in number) and number not in own


def _others(order: PartyFields, field: str, *, actor: Actor, itself: CaseParty | None) -> list[CaseParty]:
    """Who is known to the authority by the number under another name, that nobody has said to be a former one."""
    number = plain_number(getattr(order, field))
    if not number:
        return []
    known = [row for row in rows_where(CaseParty, **{field: number}) if row != itself]
    former = {plain_number(row.former_name) for row in known if not _are_two(order, row, field=field)}
    apart = [row for row in known if _are_two(order, row, field=field)]
    with_rows((row.case for row in with_rows(apart, "case")), "authority")
    return [
        row
        for row in apart
        if row.case.authority.code == actor.authority and plain_number(_called(row)) not in former
    ]


def _are_two(order: PartyFields, row: CaseParty, *, field: str) -> bool:
    """By no common name; two businesses of one owner also by their own, since each has a code of its own."""
    said = CaseParty(kind=order.kind, name=order.name, representative=order.representative)
    if not _plain(said) & _plain(row):
        return True
    signs, others = _signs(order), _signs(row)
    return bool(field == "credit_code" and signs and others and not signs & others)


def _plain(party: CaseParty) -> set[str]:
    return {plain_number(name) for name in party.names}


def _signs(party: PartyFields | CaseParty) -> set[str]:
    """How a business calls itself beside its owner's name."""
    if party.kind != PartyKind.INDIVIDUAL_BUSINESS:
        return set()
    names = {plain_number(party.name), plain_number(party.trade_name)}
    return names - {plain_number(party.representative), ""}


def _called(party: PartyFields | CaseParty) -> str:
    """By its name; a business that bears its owner's, by its trade name."""
    is_owners = party.kind == PartyKind.INDIVIDUAL_BUSINESS and plain_number(party.name) == plain_number(
        party.representative
    )
    return (party.trade_name if is_owners else "") or party.name


def _named(row: CaseParty, actor: Actor) -> str:
    """The number itself was typed; whose it is, reads in full who may read the case."""
    is_open = may_read(actor, row.case) or row.kind == PartyKind.ORGANISATION
    return _called(row) if is_open else mask_person_name(_called(row))


def _quoted(names: tuple[str, ...]) -> str:
    return "、".join(f"“{name}”" for name in names)
