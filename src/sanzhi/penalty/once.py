"""The same unlawful act is not fined twice (行政处罚法 §29): whoever was fined for it already, anywhere in the bureau."""

from django.db.models import Q

from sanzhi.cases import queries
from sanzhi.cases.models import CaseParty, Proceeding
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.measures import Disposal

NUMBERS = ("id_number", "credit_code")


def is_not_punished_twice(proceeding: Proceeding) -> Verdict:
    """No other decision fines this respondent for the same conduct of the same day at the same place."""
    party, case = proceeding.respondent, proceeding.case
    if party is None:
        return Verdict.yes()
    day = proceeding.happened_on
    others = Proceeding.objects.filter(
        _same(party),
        Q(finding__happened_on=day) | Q(finding=None, case__happened_on=day),
        case__authority=case.authority,
        cause_code=proceeding.cause_code,
        decision__disposal=Disposal.PUNISH,
    ).exclude(pk=proceeding.pk)
    place = _place(proceeding)
    found = [
        row
        for row in others.select_related("case", "decision", "finding")
        if _place(row) == place and row.decision.weight.fine and not queries.has_fallen(row)
    ]
    numbers = "、".join(row.decision.number for row in found)
    return Verdict.when(
        not found,
        f"同一违法行为已经罚款（{numbers}），不得给予两次以上罚款。",
        citation="行政处罚法第二十九条",
        remedy="确系另一违法行为的，请如实登记其时间、地点。",
    )


def was_punished_before(proceeding: Proceeding) -> bool:
    """A decision of the bureau has punished this respondent for the same sort of conduct."""
    party = proceeding.respondent
    if party is None:
        return False
    others = Proceeding.objects.filter(
        _same(party),
        case__authority=proceeding.case.authority,
        cause_code=proceeding.cause_code,
        decision__disposal=Disposal.PUNISH,
    )
    return others.exclude(pk=proceeding.pk).exists()


def _same(party: CaseParty) -> Q:
    """By number or by name."""
    same = Q(respondent__name=party.name)
    for name in NUMBERS:
        if number := getattr(party, name):
            same |= Q(**{f"respondent__{name}": number})
    return same


def _place(proceeding: Proceeding) -> str:
    found = proceeding.finding
    return "".join((found.place if found else proceeding.case.place).split())
