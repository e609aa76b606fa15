"""Of several provisions that one act breaks, the one with the higher fine is applied (行政处罚法 §29)."""

from collections.abc import Mapping
from decimal import Decimal

from sanzhi.cases import queries
from sanzhi.cases.models import PartyKind, Proceeding
from sanzhi.catalogues import queries as catalogues
from sanzhi.catalogues.powers import Power
from sanzhi.kernel.verdict import Verdict
from sanzhi.law import fines
from sanzhi.penalty.queries import refused_to_correct

LAW = "行政处罚法第二十九条"
Range = tuple[Decimal, Decimal]  # the highest fine, then the lowest
UNKNOWN: Range = (Decimal("Infinity"), Decimal(0))


def heaviest_is_applied(
    proceeding: Proceeding, why: str, *, quantities: Mapping[str, Decimal | str]
) -> Verdict:
    """Where the list names a competing cause with a higher fine, a person says why the act is none of that cause."""
    titles = "；".join(f"{row.code}“{row.title}”" for row in heavier(proceeding, quantities))
    return Verdict.when(
        not titles or len(why.strip()) >= 10,
        f"权责清单写明与本案由竞合、罚款数额更高的还有：{titles}。",
        citation=LAW,
        remedy="同时构成的，应当按罚款数额高的案由办理，请改定为该案由；不构成的，请写明不按竞合案由处罚的理由（不少于10个字）。",
    )


def refusal_is_weighed(proceeding: Proceeding) -> Verdict:
    """Where the article has other figures for who was ordered to correct and refused, these hold (行政处罚法 §4)."""
    power = queries.power_of(proceeding)
    other = catalogues.powers_of_edition(proceeding.power_edition_id).get(power.if_refused)
    return Verdict.when(
        other is None or not refused_to_correct(proceeding),
        f"复查查明当事人经责令改正拒不改正，应当适用“{other.title if other else ''}”。",
        citation=power.penalty_basis,
        remedy=f"请改定案由为{power.if_refused}，再提出处理建议。",
    )


def heavier(proceeding: Proceeding, quantities: Mapping[str, Decimal | str]) -> tuple[Power, ...]:
    """The competing causes of the list whose fine is higher for this kind of party on the day of the act."""
    power = queries.power_of(proceeding)
    listed = catalogues.powers_of_edition(proceeding.power_edition_id)
    rows = (listed[code] for code in power.rivals if code in listed)
    own = _range(power, proceeding, quantities=quantities)
    known = (row for row in rows if row.is_valid_on(proceeding.happened_on))
    return tuple(row for row in known if _range(row, proceeding, quantities={}) > own)


def _range(power: Power, proceeding: Proceeding, *, quantities: Mapping[str, Decimal | str]) -> Range:
    """Nothing where the cause knows no fine; what must be counted first may be any sum."""
    kind = proceeding.respondent.kind if proceeding.respondent else PartyKind.PERSON
    formula = power.formula_for(kind)
    if formula is None:
        return Decimal(0), Decimal(0)
    try:
        found = fines.bounds(formula, quantities)
    except fines.FormulaError:
        return UNKNOWN
    return found.maximum if found.maximum is not None else UNKNOWN[0], found.minimum or Decimal(0)
