"""The rows of facts 2.0, 2.1, 2.2, 2.6 and 2.7: each is answered by rules and tests that exist, or stands among the gaps."""

from functools import cache
from pathlib import Path

from sanzhi.project.law_pages import Fact, LawPages

ROOT = Path(__file__).resolve().parents[2]
# as the table of facts numbers them
NUMBERS = {
    "F2-0": [*range(1, 7)],
    "F2-1": [*range(1, 24), *range(31, 35), *range(41, 51), *range(61, 64), *range(71, 76), *range(81, 85)],
    "F2-2": [*range(1, 10), *range(11, 22), *range(31, 36)],
    "F2-6": [*range(1, 6)],
    "F2-7": [*range(1, 8), *range(11, 16)],
}


@cache
def law() -> LawPages:
    return LawPages(ROOT)


def facts() -> list[Fact]:
    return [fact for section in law().facts.values() for fact in section]


def test_every_row_is_there_once() -> None:
    wanted = [f"{prefix}{number:02}" for prefix, numbers in NUMBERS.items() for number in numbers]
    assert [fact.number for fact in facts()] == wanted


def test_every_named_rule_and_test_exists() -> None:
    assert {fact.number: missing for fact in facts() if (missing := law().unknown(fact))} == {}


def test_every_row_is_tested_or_stands_among_the_gaps() -> None:
    gaps = (ROOT / "docs" / "law" / "gaps.md").read_text(encoding="utf-8")
    assert [fact.number for fact in facts() if fact.gap and fact.number not in gaps] == []
    assert [fact.number for fact in facts() if not fact.gap and not law().tests_of(fact)] == []


def test_what_is_no_longer_there_is_named() -> None:
    rules = (
        "penalty/rules.py gone",
        "期限 gone",
        "判官 99.9",
        "forms/gone.yaml",
        "penalty/rules.py fine_fits",
    )
    fact = Fact("F2-999", "", "", rules=rules, tests=("law/tests/gone.py test_gone",))
    assert law().unknown(fact) == [*rules[:4], "law/tests/gone.py test_gone"]


def test_a_rule_is_followed_to_its_tests_and_to_where_it_bites() -> None:
    sentence = "当事人的陈述申辩有…份尚未复核。"
    place = "cases/guards.py plea_answered"
    assert any("test_refusals" in test for test in law().proofs.of(place, sentence))
    assert (
        law().proofs.of(place, "这一句话没有一个测试期待。") != ()
    )  # by the word that it answers, or by its sentence
    bites = law().bites.of(place)
    assert "决定" in bites and "陈述申辩" in bites
    assert law().bites.of("penalty/commands/hand_over.py _objects") == "操作：移交案件"
    assert "决定" in law().bites.of_deadline("case_decision")
