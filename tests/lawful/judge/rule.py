"""What a rule is: a function over a chronicle that yields breaches, with its number, article, sentence and examples.

`@rule("7.1", article=…, says=…, kind=…)` stands over `def heavier_than_told(case) -> Finds`, which yields the happening
and how it breaks the rule. Beside it stand `heavier_than_told.breach(…)`, which this rule must name, and
`heavier_than_told.lawful(…)`, in which no rule may find anything.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib import import_module
from pkgutil import iter_modules

from tests.lawful.chronicle import Chronicle
from tests.lawful.chronicle.happenings import Happening
from tests.lawful.judge.sound import sound

Finds = Iterator[tuple[Happening | None, str]]
Example = Callable[[], Chronicle]
CERTAINTIES = ("原文", "推论", "记忆")


@dataclass(frozen=True)
class Breach:
    """`rule` was broken; `what` says how, `at` is the happening where it shows (None: what is missing)."""

    rule: "Rule"
    what: str
    at: Happening | None = None

    def __str__(self) -> str:
        return f"【{self.rule.number}】{self.rule.says}：{self.what}（{self.rule.article}）"


class Omission(str):
    """What is wrong only because nobody has done it by its day: no program refuses that; supervision is shown it."""


@dataclass(eq=False)
class Rule:
    """`kind` names the kind of breach for known.yaml; `certainty` says how sure the reading is."""

    number: str
    article: str
    says: str
    kind: str
    certainty: str
    find: Callable[[Chronicle], Finds]
    breaches: list[Example] = field(default_factory=list)
    neighbours: list[Example] = field(default_factory=list)

    def __call__(self, case: Chronicle) -> tuple[Breach, ...]:
        return tuple(Breach(self, what, at) for at, what in self.find(case))

    def breach(self, example: Example) -> None:
        """Plant a breach that this rule must name."""
        self.breaches.append(example)

    def lawful(self, example: Example) -> None:
        """A neighbour of the breach that is lawful: no rule may find anything in it."""
        self.neighbours.append(example)


RULES: dict[str, Rule] = {}


def rule(
    number: str, *, article: str, says: str, kind: str, certainty: str
) -> Callable[[Callable[[Chronicle], Finds]], Rule]:
    """Register the function as rule `number`; the same number twice, or another certainty, is a mistake (ValueError)."""

    def register(find: Callable[[Chronicle], Finds]) -> Rule:
        if number in RULES:
            raise ValueError(f"规则编号{number}重复")
        if not re.fullmatch(r"\d+\.\d+", number):
            raise ValueError(f"规则编号{number}不是“数字.数字”")
        if certainty not in CERTAINTIES:
            raise ValueError(f"规则{number}的确信程度“{certainty}”不在{'、'.join(CERTAINTIES)}之中")
        RULES[number] = Rule(number, article, says, kind, certainty, find)
        return RULES[number]

    return register


def judge(case: Chronicle) -> tuple[Breach, ...]:
    """Every breach that any rule finds, in the order of the rules. Nothing is raised: what cannot be judged is named."""
    try:
        whole = sound(case)
    except Exception as error:  # noqa: BLE001 - whatever was handed in, the judge answers
        return (Breach(UNJUDGED, f"编年读不出来（{type(error).__name__}）"),)
    return tuple(breach for row in all_rules().values() for breach in _asked(row, whole))


UNJUDGED = Rule("0.0", "行政处罚法第四十七条", "编年应当能够判断", "unjudged", "推论", lambda case: iter(()))


def _asked(row: Rule, case: Chronicle) -> tuple[Breach, ...]:
    try:
        return row(case)
    except Exception as error:  # noqa: BLE001 - whatever a rule trips over, the others go on
        return (Breach(UNJUDGED, f"规则{row.number}没有判断出来（{type(error).__name__}）"),)


def all_rules() -> dict[str, Rule]:
    if not _loaded:
        package = import_module("tests.lawful.judge.rules")
        for module in sorted(found.name for found in iter_modules(package.__path__)):
            import_module(f"tests.lawful.judge.rules.{module}")
        _loaded.append(True)
    return RULES


_loaded: list[bool] = []
