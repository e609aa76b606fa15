"""One number, one name: whoever is registered under another name with the number of somebody known is asked for first.

A slip in a number would make two people one, or one two (行政处罚法 §29, §40). Whoever has changed the name is registered
with what was checked, and the former name stands in that note.
"""

from sanzhi.cases.identifying import CAPTIONS, PartyFields
from sanzhi.cases.models import CaseParty
from sanzhi.cases.parties import NUMBERS
from sanzhi.kernel.db import rows_where, with_rows
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.receipts import plain_number

NOTE = "same_number_note"
SHORTEST_BESIDE = 6  # characters of the note beside the names: 建议


def is_of_one_name(order: PartyFields, *, authority: str, itself: CaseParty | None = None) -> Verdict:
    """`itself`: the row that is mended, which is not another's."""
    verdict = Verdict.yes()
    for field in NUMBERS:
        others = _other_names(order, field, authority=authority, itself=itself)
        verdict &= Verdict.when(
            _is_answered(order, others),
            f"“{CAPTIONS[field]}”与本机关已登记的{_quoted(others)}相同，这里的名称却是“{order.name}”。",
            citation="行政处罚法第二十九条、第四十条",
            remedy=(
                "号码填错的，请更正号码；就是已登记的当事人的，请按已登记的姓名、名称填写（个体工商户填写经营者）；"
                f"确已改名的，请在“{CAPTIONS[NOTE]}”写明{_quoted(others)}和核对了什么证件、登记。"
            ),
        )
    return verdict


def _other_names(
    order: PartyFields, field: str, *, authority: str, itself: CaseParty | None
) -> tuple[str, ...]:
    """Under which other names the authority knows the number, each once."""
    number = plain_number(getattr(order, field))
    if not number:
        return ()
    said = CaseParty(kind=order.kind, name=order.name, representative=order.representative)
    known = rows_where(CaseParty, **{field: number})
    apart = [row for row in known if row != itself and not _plain(said) & _plain(row)]
    with_rows((row.case for row in with_rows(apart, "case")), "authority")
    return tuple(dict.fromkeys(row.name for row in apart if row.case.authority.code == authority))


def _plain(party: CaseParty) -> set[str]:
    return {plain_number(name) for name in party.names}


def _is_answered(order: PartyFields, others: tuple[str, ...]) -> bool:
    """The note names each of them, and says something beside: a word that was written for another number is no answer."""
    note = plain_number(getattr(order, NOTE))
    named = [plain_number(name) for name in others]
    return not others or (
        all(name in note for name in named) and len(note) >= SHORTEST_BESIDE + max(map(len, named))
    )


def _quoted(names: tuple[str, ...]) -> str:
    return "、".join(f"“{name}”" for name in names)
