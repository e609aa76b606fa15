"""Makes the redacted copy of a decision: what the public may read, and nothing that F11-03 to F11-06 keep inside."""

from sanzhi.cases import queries as cases
from sanzhi.cases.models import Case, PartyKind
from sanzhi.law.redaction import mask_identifiers, mask_person_name


def public_name(case: Case) -> str:
    """Persons are masked (张某某); organisations and businesses stand with their names (F11-05)."""
    party = case.party
    return mask_person_name(party.name) if party.kind == PartyKind.PERSON else party.name


def names_to_mask(case: Case) -> tuple[str, ...]:
    """Every natural person the copy must not name: the party, its representative, guardian, and who reported."""
    party = case.party
    tip = getattr(case, "tip", None)
    people = [party.name] if party.kind == PartyKind.PERSON else [party.representative]
    people += [party.guardian, tip.reporter if tip else ""]
    return tuple(name for name in people if name)


def redacted(case: Case, text: str) -> str:
    """`text` without what stays inside; a business keeps its own name, even where the owner's stands in it."""
    parts = text.split(case.party.name) if case.party.kind != PartyKind.PERSON else [text]
    return case.party.name.join(mask_identifiers(part, names=names_to_mask(case)) for part in parts)


def public_content(case: Case) -> list[tuple[str, str]]:
    """The copy as [caption, text] pairs (F1-04: who, against whom, what kind, with what result)."""
    decision, power = case.decision, cases.power_of(case)
    proposal = cases.current_proposal(case)
    rows = [
        ("执法机关", case.authority.name),
        ("决定书文号", decision.number),
        ("行政相对人", public_name(case)),
        ("行政相对人类别", case.party.get_kind_display()),
        *([("统一社会信用代码", case.party.credit_code)] if case.party.credit_code else []),
        ("执法类别", "行政处罚（简易程序）" if decision.is_simplified else "行政处罚（普通程序）"),
        ("违法行为类型", case.cause),
        ("违法事实", redacted(case, case.summary)),
        ("违反条款", power.prohibition),
        ("处罚依据", power.penalty_basis),
        ("处罚内容", redacted(case, decision.text)),
        *([("裁量说明", redacted(case, proposal.reason))] if proposal and proposal.reason else []),
        ("决定日期", f"{decision.decided_on.year}年{decision.decided_on.month}月{decision.decided_on.day}日"),
        ("救济渠道", f"可以依法向{case.authority.government}申请行政复议，或者依法提起行政诉讼。"),
    ]
    return rows


def leaks(case: Case, content: list[tuple[str, str]]) -> list[str]:
    """What must not be in the copy and still is, in sentences; asked again when somebody has edited it."""
    party = case.party
    text = "\n".join(value for _, value in content)
    if party.kind != PartyKind.PERSON:
        text = text.replace(party.name, "")
    secret = {
        "当事人身份证号": party.id_number,
        "联系电话": party.phone,
        "家庭住址": party.address if party.kind == PartyKind.PERSON else "",
        **{f"自然人姓名“{mask_person_name(name)}”": name for name in names_to_mask(case) if len(name) > 1},
    }
    return [f"公示文本中仍有{what}。" for what, value in secret.items() if value and value in text]
