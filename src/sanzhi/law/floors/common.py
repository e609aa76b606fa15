"""What every floor 底线 shares: a way through a procedure, a rule asked of each way, a breach with its article."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from sanzhi.law.procedures import Path, Procedure, Step, paths


@dataclass(frozen=True)
class Breach:
    """`path` are the titles of the steps walked, `step` the title where the statute is undercut."""

    path: tuple[str, ...]
    step: str
    sentence: str
    citation: str


@dataclass(frozen=True)
class Way:
    """A path with its procedure; `purposes` says what each form is for, so that no rule asks for a code."""

    procedure: Procedure
    path: Path
    purposes: Mapping[str, str]

    @property
    def steps(self) -> tuple[Step, ...]:
        return tuple(self.procedure.step(key) for key in self.path.steps)

    def offering(self, *acts: str) -> list[int]:
        """Where these acts are offered, in order."""
        return [place for place, step in enumerate(self.steps) if set(step.acts) & set(acts)]

    def making(self, *purposes: str) -> list[int]:
        """Where papers for these purposes are made, in order."""
        return [place for place, step in enumerate(self.steps) if self.purposes_of(step) & set(purposes)]

    def purposes_of(self, step: Step) -> set[str]:
        return {self.purposes.get(form, "") for form in (*step.forms, *step.issues.values())}

    def deciding(self, act: str, purpose: str) -> list[int]:
        """Every step that can issue the decision: by its papers or by its acts, whatever it is called."""
        return sorted({*self.offering(act), *self.making(purpose)})


Finds = Iterator[tuple[Step, str, str]]
Rule = Callable[[Way], Finds]


def breaches(
    procedure: Procedure, rules: Iterable[Rule], *, purposes: Mapping[str, str]
) -> tuple[Breach, ...]:
    """Everything in which the procedure is weaker than the statute; empty means that it keeps the floor."""
    asked = tuple(rules)
    found: dict[Breach, None] = {}
    for path in paths(procedure):
        way = Way(procedure, path, purposes)
        walked = tuple(step.title for step in way.steps)
        for rule in asked:
            for step, sentence, citation in rule(way):
                found[Breach(walked, step.title, sentence, citation)] = None
    return tuple(found)
