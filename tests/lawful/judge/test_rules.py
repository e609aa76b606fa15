"""Each rule names its planted breach and lets its lawful neighbour pass; and there are enough of them."""

import pytest

from tests.lawful.judge.nearness import distance
from tests.lawful.judge.rule import all_rules, judge

NUMBERS = sorted(all_rules())
LITTLE = 5  # facts told otherwise


def test_there_are_seventy_rules_with_examples() -> None:
    rules = all_rules().values()
    assert len(rules) >= 70
    assert [row.number for row in rules if not (row.breaches and row.neighbours and row.article)] == []


@pytest.mark.parametrize("number", NUMBERS)
def test_a_rule_names_its_breach_and_lets_the_neighbour_pass(number: str) -> None:
    rule = all_rules()[number]
    for example in rule.breaches:
        assert rule(example()), "the planted breach is not named"
    for example in rule.neighbours:
        assert [str(found) for found in judge(example())] == []


@pytest.mark.parametrize("number", NUMBERS)
def test_a_neighbour_is_the_breach_but_for_a_little(number: str) -> None:
    rule = all_rules()[number]
    breaches = [example() for example in rule.breaches]
    neighbours = [example() for example in rule.neighbours]
    assert min(distance(one, two) for one in breaches for two in neighbours) <= LITTLE
