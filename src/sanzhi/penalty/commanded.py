"""What the article commands is imposed on whoever is punished by it: the fine, the measures that it leaves no choice about."""

from collections.abc import Iterable

from sanzhi.cases import queries
from sanzhi.cases.models import PartyKind, Proceeding
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.measures import CONFISCATIONS, Measure, mandatory_in
from sanzhi.penalty.grounds import Grounds
from sanzhi.penalty.once import fined_already, resembling
from sanzhi.penalty.queries import refused_to_correct

NONE = Grounds()


def is_nothing_left_out(
    proceeding: Proceeding, imposed: Iterable[Measure], *, grounds: Grounds = NONE
) -> Verdict:
    """Who is punished is punished as the article says (行政处罚法 §4); only 减轻 goes below it (§30–§32).

    `imposed`: with the warning and the fine. What is confiscated is not reduced: it would be left with who may not have it.
    """
    power = queries.power_of(proceeding)
    missing = _commanded(proceeding) - set(imposed)
    if grounds.mitigation:
        missing &= CONFISCATIONS
    if grounds.untaken:
        missing -= {Measure.CONFISCATION_OF_GOODS}
    if Measure.FINE in missing and fined_already(proceeding, resembling(proceeding)):
        missing -= {Measure.FINE}  # 行政处罚法 §29: not a second fine for the same act
    said = "、".join(row.label for row in Measure if row in missing)
    words = "；".join(dict.fromkeys(filter(None, (power.penalty_text, power.other_measures))))
    return Verdict.when(
        not missing,
        f"处罚依据规定应当{said}（{words}），拟处罚没有{said}。",
        citation=f"{power.penalty_basis}；行政处罚法第四条",
        remedy="请一并提出，没收财物的写明没收什么、价值多少，没有财物可以没收的选择该情形及其证据；有法定减轻事由的选择该事由，依法不予处罚的提出不予处罚建议。",
    )


def _commanded(proceeding: Proceeding) -> frozenset[Measure]:
    """A fine where the list does not say 可以, and what its words command."""
    power = queries.power_of(proceeding)
    kind = proceeding.respondent.kind if proceeding.respondent else PartyKind.PERSON
    formula = power.formula_for(kind)
    commanded = mandatory_in(power.other_measures, refused=refused_to_correct(proceeding))
    return commanded | ({Measure.FINE} if formula is not None and not formula.optional else set())
