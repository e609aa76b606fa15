"""What a proposal was weighed by, beside its reason; and the terms of a penalty, as the form asks for them."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sanzhi.cases.models import Proposal
from sanzhi.cases.vouching import Weighed
from sanzhi.law.measures import Measure, Term


class Untaken(StrEnum):
    """Why nothing is confiscated though the article commands it."""

    GONE = "gone"
    OTHERS = "others"
    BESIDE = "beside"

    @property
    def label(self) -> str:
        return {
            Untaken.GONE: "用于违法的工具、物品已经灭失，没有可以没收的实物",
            Untaken.OTHERS: "用于违法的工具、物品属于没有参与违法的他人所有",
            Untaken.BESIDE: "用于违法的工具、物品已在对本案其他当事人的处理中没收",
        }[self]


@dataclass(frozen=True)
class Grounds:
    """`quantities` are what was counted for the fine; `correction` the order of 行政处罚法 §28(1);
    `spared` why there is no penalty; `lighter` by which article it is 从轻 within the range, `mitigation` by which below
    it, `proved_by` the evidence of that; `able_by` the evidence that somebody registered as unable could tell what he did;
    `untaken` why nothing is confiscated, `untaken_by` the evidence of that;
    `departure` why the tier is left, `competing` why a
    heavier competing cause is not applied.
    """

    tier: str = ""
    mitigation: str = ""
    lighter: str = ""
    departure: str = ""
    competing: str = ""
    correction: str = ""
    spared: str = ""
    proved_by: list[str] = field(default_factory=list)
    able_by: list[str] = field(default_factory=list)
    untaken: str = ""
    untaken_by: list[str] = field(default_factory=list)
    quantities: Mapping[str, Decimal | str] = field(default_factory=dict)

    @classmethod
    def of(cls, proposal: Proposal) -> "Grounds":
        return cls(**proposal.grounds)

    def as_row(self) -> dict[str, Any]:
        """Plain values, as they are stored."""
        counted = {name: str(value) for name, value in self.quantities.items()}
        return {**asdict(self), "quantities": counted}

    @property
    def able(self) -> str:
        """What was found of a mind that is in doubt (行政处罚法 §31); empty where nothing was."""
        known = f"有{'、'.join(self.able_by)}证明"
        return f"当事人违法时能够辨认和控制自己的行为，{known}。" if self.able_by else ""

    @property
    def not_confiscated(self) -> str:
        """Why nothing is confiscated; empty where something is, or nothing is commanded to be."""
        known = f"，有{'、'.join(self.untaken_by)}证明" if self.untaken_by else ""
        return f"{Untaken(self.untaken).label}{known}，不予没收。" if self.untaken else ""

    def weighed(self, reason: str, *, gravity: int) -> Weighed:
        """What of them the party is told."""
        said = {"理由": reason, "责令改正": self.correction, "偏离裁量基准的理由": self.departure}
        said |= {"不按竞合案由处罚的理由": self.competing} if self.competing else {}
        said |= {"辨认、控制能力": self.able} if self.able_by else {}
        said |= {"不予没收的理由": self.not_confiscated} if self.untaken else {}
        counted = {name: str(value) for name, value in self.quantities.items()}
        return Weighed(said, tuple(row for row in (self.lighter, self.mitigation) if row), gravity, counted)


def terms(
    *,
    warns: bool,
    fine: Decimal | None,
    measures: Iterable[Measure] = (),
    goods: str = "",
    confiscated: Decimal | None = None,
    gains: Decimal | None = None,
) -> tuple[Term, ...]:
    """The coded terms; `confiscated` is the worth of the goods, `gains` what was found to be gained unlawfully."""
    found = [Term(Measure.WARNING)] if warns else []
    found += [Term(Measure.FINE, fine)] if fine is not None else []
    worth = {Measure.CONFISCATION_OF_GOODS: confiscated, Measure.CONFISCATION_OF_GAINS: gains}
    for measure in sorted(set(measures), key=list(Measure).index):
        thing = goods if measure == Measure.CONFISCATION_OF_GOODS else ""
        found.append(Term(measure, worth.get(measure), thing))
    return tuple(found)
