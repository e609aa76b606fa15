"""Makes the redacted copy of a decision: what the public may read, and nothing that F11-03 to F11-06 keep inside."""

from sanzhi.cases import queries as cases
from sanzhi.cases.models import Decision, PartyKind
from sanzhi.disclosure.queries import respondent_of
from sanzhi.law.redaction import mask_identifiers, mask_person_name


def public_name(decision: Decision) -> str:
    """Persons are masked (张某某); organisations and businesses stand with their names (F11-05)."""
    party = respondent_of(decision)
    return mask_person_name(party.name) if party.kind == PartyKind.PERSON else party.name


def names_to_mask(decision: Decision) -> tuple[str, ...]:
    """Every natural person the copy must not name: the party, its representative, guardian, and who reported."""
    party = respondent_of(decision)
    tip = getattr(decision.proceeding.case, "tip", None)
    people = [party.name] if party.kind == PartyKind.PERSON else [party.representative]
    people += [party.guardian, tip.reporter if tip else ""]
    return tuple(name for name in people if name)


def redacted(decision: Decision, text: str) -> str:
    """`text` without what stays inside; a business keeps its own name, even where the owner's stands in it."""
    party = respondent_of(decision)
    parts = text.split(party.name) if party.kind != PartyKind.PERSON else [text]
    return party.name.join(mask_identifiers(part, names=names_to_mask(decision)) for part in parts)


def public_content(decision: Decision) -> list[tuple[str, str]]:
    """The copy as [caption, text] pairs (F1-04: who, against whom, what kind, with what result)."""
    proceeding, case, party = decision.proceeding, decision.proceeding.case, respondent_of(decision)
    found = proceeding.finding
    power = cases.power_of(proceeding)
    proposal = cases.current_proposal(proceeding)
    rows = [
        ("执法机关", case.authority.name),
        ("决定书文号", decision.number),
        ("行政相对人", public_name(decision)),
        ("行政相对人类别", party.get_kind_display()),
        *([("统一社会信用代码", party.credit_code)] if party.credit_code else []),
        ("执法类别", "行政处罚（简易程序）" if decision.is_simplified else "行政处罚（普通程序）"),
        ("违法行为类型", proceeding.cause),
        ("违法事实", redacted(decision, found.conduct if found else case.summary)),
        ("违反条款", power.prohibition),
        ("处罚依据", power.penalty_basis),
        ("处罚内容", redacted(decision, decision.text)),
        *([("裁量说明", redacted(decision, proposal.reason))] if proposal and proposal.reason else []),
        ("决定日期", f"{decision.decided_on.year}年{decision.decided_on.month}月{decision.decided_on.day}日"),
        ("救济渠道", f"可以依法向{case.authority.government}申请行政复议，或者依法提起行政诉讼。"),
    ]
    return rows


def leaks(decision: Decision, content: list[tuple[str, str]]) -> list[str]:
    """What must not be in the copy and still is, in sentences; asked again when somebody has edited it."""
    party = respondent_of(decision)
    text = "\n".join(value for _, value in content)
    if party.kind != PartyKind.PERSON:
        text = text.replace(party.name, "")
    secret = {
        "当事人身份证号": party.id_number,
        "联系电话": party.phone,
        "家庭住址": party.address if party.kind == PartyKind.PERSON else "",
        **{
            f"自然人姓名“{mask_person_name(name)}”": name for name in names_to_mask(decision) if len(name) > 1
        },
    }
    return [f"公示文本中仍有{what}。" for what, value in secret.items() if value and value in text]
