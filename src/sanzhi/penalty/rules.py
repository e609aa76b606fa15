"""The rules of law/ asked of a given penalty: bounds, lines, limits, what is owed."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from sanzhi.cases import queries
from sanzhi.cases.models import PartyKind, Proceeding
from sanzhi.cases.parties import before
from sanzhi.catalogues import queries as catalogues
from sanzhi.kernel.verdict import Verdict
from sanzhi.law import fines, penalties
from sanzhi.law.measures import (
    Measure,
    Weight,
    described,
    exceeds,
    measures_in,
)
from sanzhi.law.money import yuan
from sanzhi.law.wording import decides
from sanzhi.penalty.gains import findings_agree, share_of
from sanzhi.penalty.grounds import Grounds
from sanzhi.penalty.proofs import names_one
from sanzhi.penalty.queries import refused_to_correct

NAMED = re.compile(r"^(?!.*若干)(?=.*[\d一二两三四五六七八九十百千半])(?=.*[一-鿿].*[一-鿿])")
ON_THE_SPOT = "penalty/simplified"


def is_on_the_spot(proceeding: Proceeding) -> bool:
    """Whether the simplified procedure is run (行政处罚法 §51)."""
    return proceeding.procedure_key == ON_THE_SPOT


def limitation_of(proceeding: Proceeding) -> tuple[str, date]:
    """How many years, in words, and the last day of them (行政处罚法 §36): five only where the finding says so."""
    grave = proceeding.finding is not None and proceeding.finding.endangers_life
    return "五" if grave else "二", penalties.limitation_ends(proceeding.happened_on, endangers_life=grave)


def fine_fits(
    proceeding: Proceeding, fine: Decimal | None, *, quantities: Mapping[str, Decimal | str], mitigation: str
) -> Verdict:
    """The fine against the statutory range of the case's cause; below it only with a ground of 处罚法 §30–§32."""
    if fine is None:
        return Verdict.yes()
    bounds = fine_bounds(proceeding, quantities)
    basis = queries.power_of(proceeding).penalty_basis
    if bounds is None:
        return Verdict.no("该违法行为没有罚款幅度，不能罚款。", basis)
    if bounds.maximum is None:
        wanted = "、".join(caption for _, caption in bounds.asks)
        return Verdict.no(
            f"该违法行为按数量计罚，没有清点{wanted}不能罚款。", basis, remedy="请先清点并填写计罚数量。"
        )
    span = f"（{bounds.explained[-1]}）"
    verdict = Verdict.when(
        fine <= bounds.maximum,
        f"罚款{yuan(fine)}元高于法定上限{yuan(bounds.maximum)}元{span}。",
        citation=basis,
    )
    return (
        verdict
        & Verdict.when(
            fine >= bounds.minimum or mitigation,
            f"罚款{yuan(fine)}元低于法定下限{yuan(bounds.minimum)}元{span}。",
            citation=basis,
            remedy="减轻处罚须选择行政处罚法第三十条至第三十二条的法定事由，并经法制审核和集体讨论。",
        )
        & Verdict.when(
            not mitigation or fine < bounds.minimum,
            f"选择了减轻处罚的事由，罚款{yuan(fine)}元却没有低于法定下限{yuan(bounds.minimum)}元{span}。",
            citation="行政处罚法第三十条至第三十二条",
            remedy="在法定幅度内从轻的，请改选从轻处罚的法定事由。",
        )
    )


def quantities_fit(proceeding: Proceeding, quantities: Mapping[str, Decimal | str]) -> Verdict:
    """Only what the article counts is counted, and by the piece where it counts pieces."""
    asked, basis = dict(counted_for(proceeding)), queries.power_of(proceeding).penalty_basis
    other = "、".join(sorted(set(quantities) - set(asked)))
    parts = "、".join(
        asked[name]
        for name in sorted(fines.WHOLE & set(quantities) & set(asked))
        if Decimal(quantities[name]) % 1
    )
    return Verdict.when(
        not other, f"该违法行为不按{other}计罚。", citation=basis, remedy="请只填写所列的计罚数量。"
    ) & Verdict.when(not parts, f"{parts}应为整数。", citation=basis, remedy="请按清点的数量填写。")


def counted_for(proceeding: Proceeding) -> tuple[tuple[str, str], ...]:
    """What is counted for the fine: (name of the quantity, caption)."""
    bounds = fine_bounds(proceeding, {})
    return bounds.asks if bounds else ()


def fine_bounds(proceeding: Proceeding, quantities: Mapping[str, Decimal | str]) -> fines.FineBounds | None:
    """The lawful range for the respondent's kind; what is counted and not given is asked for. Raises FormulaError."""
    power = queries.power_of(proceeding)
    kind = proceeding.respondent.kind if proceeding.respondent else PartyKind.PERSON
    formula = power.formula_for(kind)
    return fines.bounds(formula, quantities) if formula is not None else None


def law_of_today(proceeding: Proceeding) -> Verdict:
    """Decided is by the law of the act, unless what has followed is milder: then by that (行政处罚法 §37)."""
    power = queries.power_of(proceeding)
    return Verdict.when(
        power.is_valid_on(proceeding.happened_on),
        f"“{power.title}”的依据已经不再适用：作出决定时，新的规定处罚较轻的，适用新的规定。",
        citation="行政处罚法第三十七条",
        remedy="请改定案由为承接条款，再重新提出处理建议、重新告知。",
    )


def measures_offered(proceeding: Proceeding) -> tuple[Measure, ...]:
    """The measures beside a fine that the article provides for the cause; gains are taken wherever there are some (§28(2))."""
    words = queries.power_of(proceeding).other_measures
    provided = measures_in(words, refused=refused_to_correct(proceeding))
    provided -= {Measure.CONFISCATION_OF_GAINS}
    provided |= {Measure.CONFISCATION_OF_GAINS} if gains_of(proceeding) else set()
    return tuple(row for row in Measure if row in provided)


def measures_fit(proceeding: Proceeding, measures: Iterable[Measure], *, warns: bool) -> Verdict:
    """No penalty without an article that provides it (行政处罚法 §4, §38)."""
    power, offered = queries.power_of(proceeding), measures_offered(proceeding)
    verdict = Verdict.when(
        not warns or power.warns or "警告" in power.other_measures,
        "该违法行为的处罚依据没有规定警告。",
        citation=power.penalty_basis,
    )
    for measure in measures:
        verdict &= Verdict.when(
            measure in offered,
            f"该违法行为的处罚依据没有规定“{measure.label}”。",
            citation=power.penalty_basis,
        )
    return verdict


def gains_of(proceeding: Proceeding) -> Decimal | None:
    """The illegal gains that were found (yuan); None where nobody has asked."""
    return proceeding.finding.gains if proceeding.finding else None


def gains_found(proceeding: Proceeding) -> Verdict:
    """Whether there were illegal gains is asked in every case (行政处罚法 §28(2))."""
    return Verdict.when(
        gains_of(proceeding) is not None,
        "尚未查明当事人有无违法所得。",
        citation="行政处罚法第二十八条第二款",
        remedy="请在查明事实中写明违法所得的数额及认定；没有的填0并写明如何查明。",
    ) & findings_agree(proceeding)


def gains_taken(proceeding: Proceeding, measures: Iterable[Measure], *, amount: Decimal) -> Verdict:
    """Illegal gains are confiscated, all that was found: from several together, each what is his or hers (行政处罚法 §28(2))."""
    gains, law = gains_of(proceeding) or Decimal(0), "行政处罚法第二十八条第二款"
    share, is_taken = share_of(proceeding), Measure.CONFISCATION_OF_GAINS in measures
    fits = amount == share.left or (amount < share.left and not share.is_rest)
    beside = f"，本案其他当事人已拟没收{yuan(share.others)}元" if share.others else ""
    return Verdict.when(
        is_taken or not (share.is_rest and share.left),
        f"查明的违法所得{yuan(gains)}元应当没收{beside}，拟处罚没有没收。",
        citation=law,
        remedy="请选择没收违法所得；依法应当退赔的，在查明事实中写明扣除。",
    ) & Verdict.when(
        not is_taken or (amount and fits),
        f"拟没收的违法所得{yuan(amount)}元不是查明的{yuan(gains)}元{beside}。",
        citation=law,
        remedy="请按查明的事实重新提出处理建议；共同违法的，各当事人没收的合计为查明的数额。",
    )


def confiscation_fits(
    measures: Iterable[Measure], *, goods: str, value: Decimal | None, gains: Decimal | None = None
) -> Verdict:
    """What is confiscated has a name and a value (the hearing line counts it)."""
    chosen = Measure.CONFISCATION_OF_GOODS in measures
    citation = "行政处罚法第六十三条；河南省行政处罚听证办法第四条"
    verdict = Verdict.when(
        value or not chosen, "拟没收的财物没有填写价值，无法判断是否达到听证标准。", citation=citation
    )
    verdict &= Verdict.when(
        not value or value >= 1,
        f"没收的财物价值{yuan(value or Decimal(0))}元不足1元，不像查明的价值。",
        citation=citation,
        remedy="请按价格认定、购货凭证或者市场价格如实填写。",
    )
    verdict &= Verdict.when(
        not goods or bool(NAMED.search(goods)),
        f"“{goods}”没有写明没收的是什么、有多少。",
        citation="行政处罚法第五十九条",
        remedy="请写明名称和数量，例如“烧烤炉一台”。",
    )
    verdict &= Verdict.when(
        not decides(goods),
        f"没收的财物中写有“{decides(goods)}”，不是财物。",
        citation="行政处罚法第九条、第五十九条",
        remedy="请只写财物的名称和数量；其他处罚另行选择。",
    )
    verdict &= Verdict.when(
        chosen or not value, "填写了没收的价值，请在“其他处罚”中选择没收财物。", citation=citation
    )
    verdict &= Verdict.when(
        gains is None or Measure.CONFISCATION_OF_GAINS in measures,
        "填写了没收的违法所得，请在“其他处罚”中选择没收违法所得。",
        citation="行政处罚法第二十八条第二款",
    )
    return verdict & Verdict.when(
        bool(goods) == chosen,
        "没收财物的，请写明没收什么；不没收财物的，请不要填写。",
        citation="行政处罚法第五十九条",
    )


def hearing_line_reached(proceeding: Proceeding) -> bool:
    """Whether the proposed penalty entitles to a hearing (F3-11)."""
    proposal = queries.current_proposal(proceeding)
    if proposal is None or proceeding.respondent is None:
        return False
    return penalties.hearing_line_reached(proceeding.respondent.kind, proposal.weight)


def is_corrected_too(words: str) -> Verdict:
    """Whoever is punished is also ordered to correct, or has done so (行政处罚法 §28(1))."""
    return Verdict.when(
        len(words.strip()) >= 4,
        "实施处罚的同时应当责令当事人改正：请写明改正的内容和期限，违法状态已经消除的写明。",
        citation="行政处罚法第二十八条第一款",
    ) & only_corrects(words)


def only_corrects(words: str) -> Verdict:
    """An order to correct is no penalty: what punishes, or asks for money, has a road of its own (行政处罚法 §9, §28)."""
    found = decides(words)
    return Verdict.when(
        not found,
        f"责令改正的内容中写有“{found}”，不是改正，不能写在这里。",
        citation="行政处罚法第九条、第二十八条",
        remedy="请只写怎样改正、到什么时候；处罚在处罚建议中提出，缴款另有文书。",
    )


def responsibility_of(proceeding: Proceeding) -> penalties.Responsibility | None:
    """The respondent's responsibility on the day of the act; None where it has no age or the age is not known."""
    party = proceeding.respondent
    if party is None or party.born_on is None or party.kind == PartyKind.ORGANISATION:
        return None
    return penalties.responsibility(party.born_on, proceeding.happened_on)


def minor_is_mitigated(proceeding: Proceeding, *, grounds: Grounds, reason: str) -> Verdict:
    """14–18: the penalty is lighter or reduced by a coded choice, and never 从重 (行政处罚法 §30)."""
    if responsibility_of(proceeding) != penalties.Responsibility.REDUCED:
        return Verdict.yes()
    chosen = penalties.Mitigation.YOUNG in {grounds.lighter, grounds.mitigation}
    return Verdict.when(
        chosen,
        "当事人已满十四周岁不满十八周岁，应当从轻或者减轻处罚。",
        citation="行政处罚法第三十条",
        remedy="请选择以此为从轻或者减轻处罚的法定事由。",
    ) & Verdict.when(
        "从重" not in reason,
        "当事人不满十八周岁，理由中却写“从重”。",
        citation="行政处罚法第三十条",
        remedy="请删去“从重”，写明从轻或者减轻的情况。",
    )


def lighter_fits(proceeding: Proceeding, fine: Decimal | None, *, grounds: Grounds) -> Verdict:
    """从轻 stays within the range and in its lower half (以中限为界：建议); it is not 减轻 as well."""
    verdict = mitigation_fits(proceeding, grounds.lighter) & Verdict.when(
        not (grounds.lighter and grounds.mitigation),
        "从轻处罚和减轻处罚只能选择一项。",
        citation="行政处罚法第三十条至第三十二条",
        remedy="在法定幅度内的选择从轻，低于法定下限的选择减轻。",
    )
    bounds = fine_bounds(proceeding, grounds.quantities) if fine and grounds.lighter else None
    if fine is None or bounds is None or bounds.maximum is None:
        return verdict
    middle = (bounds.minimum + bounds.maximum) / 2
    return verdict & Verdict.when(
        fine <= middle,
        f"选择了从轻处罚，罚款{yuan(fine)}元却高于法定幅度的中限{yuan(middle)}元。",
        citation="行政处罚法第三十条至第三十二条",
        remedy="请降低罚款；不从轻的，不选择从轻的事由。",
    )


def mitigation_fits(proceeding: Proceeding, ground: str) -> Verdict:
    """Age is known; only somebody with a mind of his or her own can be clouded in it (行政处罚法 §30, §31)."""
    young = responsibility_of(proceeding) == penalties.Responsibility.REDUCED
    party = proceeding.respondent
    return Verdict.when(
        young or ground != penalties.Mitigation.YOUNG,
        "当事人违法时不是已满十四周岁不满十八周岁的人，不能以此减轻处罚。",
        citation="行政处罚法第三十条",
        remedy="请选择查明的减轻事由；没有的，在法定幅度内提出。",
    ) & Verdict.when(
        ground != penalties.Mitigation.CLOUDED or (party and party.kind != PartyKind.ORGANISATION),
        "只有自然人才有辨认、控制能力的问题，不能以此减轻处罚。",
        citation="行政处罚法第三十一条",
        remedy="请选择查明的减轻事由；没有的，在法定幅度内提出。",
    )


def grounds_proved(grounds: Grounds) -> Verdict:
    """A circumstance in the party's favour is a fact like others; the age alone is known already (行政处罚法 §40, §46)."""
    claimed = {grounds.lighter, grounds.mitigation} - {"", penalties.Mitigation.YOUNG}
    return Verdict.when(
        not claimed or grounds.proved_by,
        "从轻、减轻处罚的事由没有证据证明。",
        citation="行政处罚法第四十条、第四十六条",
        remedy="请先登记证明该事由的证据，重新查明事实后选择；没有证据的，不选择该事由。",
    )


def is_not_aggravated(proceeding: Proceeding, weight: Weight, *, reason: str) -> Verdict:
    """Nothing heavier than what was told before the party spoke, but on a proof that came since and that the reason names.

    行政处罚法 §45. What it said before a decision that we have withdrawn since was said in this matter too.
    """
    his = (proceeding, *before(proceeding))
    spoken = [row for one in his for row in queries.pleas(one) if not row.is_waived]
    heavier = [row.made_on for row in spoken if exceeds(weight, row.proposal.weight)]
    heard = [row for one in his for row in queries.hearings(one) if exceeds(weight, row.proposal.weight)]
    heavier += [row.concluded_on or row.requested_on for row in heard]
    later = [row for row in queries.proofs(proceeding) if heavier and row.gathered_on > max(heavier)]
    return Verdict.when(
        not heavier or names_one(reason, later),
        "不得因当事人陈述申辩而给予更重的处罚。",
        citation="行政处罚法第四十五条",
        remedy="申辩之后查明新的违法事实的，请登记新的证据，据此重新查明事实，在理由中写明该证据的名称，重新告知。",
    )


def major_reasons(proceeding: Proceeding) -> tuple[str, ...]:
    """The rows of the major-decision list that the case hits; empty means an ordinary decision."""
    proposal = queries.current_proposal(proceeding)
    if proposal is None or proceeding.respondent is None or is_on_the_spot(proceeding):
        return ()
    weight, grounds = proposal.weight, Grounds.of(proposal)
    circumstances = catalogues.Circumstances(
        party_kind=proceeding.respondent.kind,
        fine=weight.fine,
        other_measures=described(row for row in proposal.measures if row.measure in weight.measures),
        confiscated=weight.confiscated,
        public_interest=proposal.public_interest,
        had_hearing=queries.wants_hearing(proceeding),
        is_mitigated=bool(grounds.mitigation),
        is_beyond_standard=bool(grounds.departure),
    )
    return catalogues.major_decision_rows(proceeding.case.editions.get("major_decisions"), circumstances)


def within_simplified_limits(proceeding: Proceeding, fine: Decimal | None) -> Verdict:
    if proceeding.respondent is None:
        return Verdict.no("尚未登记当事人。", "行政处罚法第五十二条")
    limit, money = penalties.simplified_limit(proceeding.respondent.kind), fine or Decimal(0)
    return Verdict.when(
        money <= limit.amount,
        f"罚款{yuan(money)}元超过当场处罚的限额{yuan(limit.amount)}元（{proceeding.respondent.get_kind_display()}）。",
        citation=limit.citation,
        remedy="请改用普通程序立案调查。",
    )
