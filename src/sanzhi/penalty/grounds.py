"""What a proposed penalty was weighed by, beside its reason; and its terms, as the form asks for them."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from decimal import Decimal
from typing import Any

from sanzhi.cases.models import Proposal
from sanzhi.law.measures import CONFISCATIONS, Measure, Term


@dataclass(frozen=True)
class Grounds:
    """`quantities` are what was counted for the fine; `correction` the order of 行政处罚法 §28(1)."""

    tier: str = ""
    mitigation: str = ""
    correction: str = ""
    quantities: Mapping[str, Decimal | str] = field(default_factory=dict)

    @classmethod
    def of(cls, proposal: Proposal) -> "Grounds":
        return cls(**proposal.grounds)

    def as_row(self) -> dict[str, Any]:
        """Plain values, as they are stored."""
        counted = {name: str(value) for name, value in self.quantities.items()}
        return {**asdict(self), "quantities": counted}


def terms(
    *,
    warns: bool,
    fine: Decimal | None,
    measures: Iterable[Measure] = (),
    goods: str = "",
    confiscated: Decimal | None = None,
) -> tuple[Term, ...]:
    """The coded terms; the value of what is confiscated stands once, with the goods where there are any."""
    found = [Term(Measure.WARNING)] if warns else []
    found += [Term(Measure.FINE, fine)] if fine is not None else []
    chosen = sorted(set(measures), key=list(Measure).index)
    valued = [row for row in chosen if row in CONFISCATIONS][-1:]
    for measure in chosen:
        thing = goods if measure == Measure.CONFISCATION_OF_GOODS else ""
        found.append(Term(measure, confiscated if measure in valued else None, thing))
    return tuple(found)
