"""Of several provisions that one act breaks, the one with the higher fine is applied (行政处罚法 §29)."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from sanzhi.cases import queries
from sanzhi.cases.models import PartyKind, Proceeding
from sanzhi.catalogues import queries as catalogues
from sanzhi.catalogues.powers import Power
from sanzhi.kernel.verdict import Verdict
from sanzhi.law import fines
from sanzhi.penalty.models import Correction
from sanzhi.penalty.queries import obeyed, refused_to_correct, waiting

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
    """Where the article has other figures for who was ordered to correct and refused, these hold (行政处罚法 §4).

    Not for an act of a day on which they were no law yet.
    """
    power = queries.power_of(proceeding)
    other = _listed(proceeding).get(power.if_refused)
    owed = other is not None and other.is_valid_on(proceeding.happened_on)
    return Verdict.when(
        not (owed and refused_to_correct(proceeding)),
        f"复查查明当事人经责令改正拒不改正，应当适用“{other.title if other else ''}”。",
        citation=power.penalty_basis,
        remedy=f"请改定案由为{power.if_refused}，再提出处理建议。",
    )


def obedience_is_weighed(proceeding: Proceeding) -> Verdict:
    """Who has obeyed an order under a cause that punishes only the disobedient is not punished under another (§28, §29)."""
    listed = _listed(proceeding)

    def first(rows: Iterable[Correction]) -> Power | None:
        codes = (row.cause_code for row in rows if row.cause_code != proceeding.cause_code)
        return next((listed[code] for code in codes if code in listed and listed[code].correct_first), None)

    cause, open_one = first(obeyed(proceeding)), first(waiting(proceeding))
    return Verdict.when(
        cause is None,
        f"当事人已按“{cause.title if cause else ''}”的责令改正，不得改定案由再对同一行为处罚。",
        citation=f"{cause.penalty_basis if cause else LAW}；行政处罚法第二十八条",
        remedy="请改定为原案由，依法不予处罚；另有违法行为的，请另行登记线索。",
    ) & Verdict.when(
        open_one is None,
        f"当事人是否按“{open_one.title if open_one else ''}”的责令改正还没有复查，不能改定案由处罚。",
        citation=f"{open_one.penalty_basis if open_one else LAW}；行政处罚法第二十八条",
        remedy="请改定为原案由，到期复查；复查查明没有改正的，可以再改定案由。",
    )


def _listed(proceeding: Proceeding) -> Mapping[str, Power]:
    return catalogues.powers_of_edition(proceeding.power_edition_id)


def heavier(proceeding: Proceeding, quantities: Mapping[str, Decimal | str]) -> tuple[Power, ...]:
    """The competing causes of the list whose fine is higher for this kind of party on the day of the act."""
    power = queries.power_of(proceeding)
    listed = _listed(proceeding)
    codes = [*power.rivals, *(_if_refused(proceeding, code) for code in power.rivals)]
    rows = (listed[code] for code in codes if code in listed)
    own = _range(power, proceeding, quantities=quantities)
    known = (row for row in rows if row.is_valid_on(proceeding.happened_on))
    return tuple(row for row in known if _range(row, proceeding, quantities={}) > own)


def _if_refused(proceeding: Proceeding, code: str) -> str:
    """The rival's row for who refuses, where an order under the rival was refused."""
    rival = _listed(proceeding).get(code)
    return rival.if_refused if rival and refused_to_correct(proceeding, under=code) else ""


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
