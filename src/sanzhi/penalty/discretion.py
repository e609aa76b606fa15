"""The tier of a fine: computed from the discretion list; leaving it is a reason with a road of its own (行政处罚法 §34)."""

from decimal import Decimal

from sanzhi.cases.models import PartyKind, Proceeding
from sanzhi.catalogues import queries as catalogues
from sanzhi.catalogues.queries import Tier
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.money import yuan

LAW = "行政处罚法第三十四条"
OF_OTHERS = {PartyKind.ORGANISATION: "（个人）"}  # tiers of the other kind of respondent end so


def tiers_for(proceeding: Proceeding) -> tuple[Tier, ...]:
    """The tiers of the cause for this respondent that fine, the lightest first; the first row of a list spares."""
    rows = catalogues.tiers_of(proceeding.case.editions.get("discretion"), proceeding.cause_code)
    party = proceeding.respondent
    other = OF_OTHERS.get(PartyKind(party.kind), "（单位）") if party else "（单位）"
    return tuple(row for row in rows[1:] if not row.name.endswith(other))


def tier_named(proceeding: Proceeding, name: str) -> Tier | None:
    return next((row for row in tiers_for(proceeding) if row.name == name), None)


def tiers_of_fine(proceeding: Proceeding, fine: Decimal) -> tuple[Tier, ...]:
    """The tiers to which the fine belongs: those of just this sum, else the lightest span; without figures all are."""
    rows = tiers_for(proceeding)
    spans = [row for row in rows if row.minimum is not None and row.maximum is not None]
    if not spans:
        return rows
    exact = tuple(row for row in spans if row.minimum == row.maximum == fine)
    return exact or tuple(row for row in spans if row.minimum <= fine <= row.maximum)[:1]  # type: ignore[operator]


def tier_of(proceeding: Proceeding, fine: Decimal | None, *, named: str = "") -> str:
    """The name of the tier that a proposal has: the named one, else that of the fine where there is only one."""
    if named or not fine:
        return named
    found = tiers_of_fine(proceeding, fine)
    # two tiers of the same sum: without a word for the graver one it is the lighter
    is_sure = len(found) == 1 or (found and found[0].minimum is not None)
    return found[0].name if is_sure else ""


def gravity_of(proceeding: Proceeding, name: str) -> int:
    names = [row.name for row in tiers_for(proceeding)]
    return names.index(name) + 1 if name in names else 0


def leaves_tier(proceeding: Proceeding, fine: Decimal | None, *, named: str) -> bool:
    """Whether the fine is not that of the tier; below the statute's range no tier applies (§32 has its own road)."""
    if not fine or not tiers_for(proceeding):
        return False
    return tier_named(proceeding, named) not in tiers_of_fine(proceeding, fine)


def tier_fits(
    proceeding: Proceeding, fine: Decimal | None, *, named: str, departure: str, mitigation: str
) -> Verdict:
    """The tier is one of the list and the fine is one of the tier, or what speaks for another sum is written down."""
    verdict = Verdict.when(
        not named or tier_named(proceeding, named),
        f"裁量基准没有“{named}”这一档次。",
        citation=LAW,
        remedy="请从本案由的裁量档次中选择，或者留空由罚款数额认定。",
    )
    if not fine or mitigation or not tiers_for(proceeding):
        return verdict
    tier = tier_of(proceeding, fine, named=named)
    if not tier:
        counted = tiers_for(proceeding)[0].minimum is None
        return verdict & Verdict.no(
            "请选择裁量档次。" if counted else f"罚款{yuan(fine)}元不在裁量基准的任何档次之内。",
            LAW,
            remedy="请选择档次；偏离裁量基准的，写明理由，经法制审核和集体讨论。",
        )
    leaves = leaves_tier(proceeding, fine, named=tier)
    verdict &= Verdict.when(
        not leaves or len(departure.strip()) >= 10,
        f"罚款{yuan(fine)}元不在“{tier}”档次的幅度内。",
        citation=LAW,
        remedy="请改选档次或者数额；确需偏离裁量基准的，写明理由，经法制审核和集体讨论。",
    )
    return verdict & Verdict.when(
        leaves or not departure, "罚款没有偏离裁量基准，请不要填写偏离的理由。", citation=LAW
    )
