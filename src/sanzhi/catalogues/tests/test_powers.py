"""Which power answers for an act: the basis of its day, a lighter successor once it applies (行政处罚法 §37)."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sanzhi.catalogues.loading import read_catalogue
from sanzhi.catalogues.powers import Power, read_powers
from sanzhi.catalogues.schemas import rows_of
from sanzhi.kernel.errors import Refused

FILE = Path(__file__).resolve().parents[4] / "catalogues" / "wugang" / "powers.yaml"
SUMMER, EVE, FIRST, AUTUMN = date(2026, 7, 1), date(2026, 8, 14), date(2026, 8, 15), date(2026, 10, 12)


@pytest.fixture(scope="module")
def powers() -> dict[str, Power]:
    content = read_catalogue(FILE)
    _, rows = rows_of(content.pop("kind"), content)
    return read_powers([row.content for row in rows], edition_id=1, authority_name="某局")


@pytest.mark.parametrize(
    ("code", "acted_on", "decided_on", "valid"),
    [
        # heavier or equal afterwards: the law of the day of the act
        ("C38", EVE, AUTUMN, True),
        ("C38", FIRST, AUTUMN, False),
        ("C38-F", EVE, AUTUMN, False),
        ("C38-F", FIRST, AUTUMN, True),
        ("C43", EVE, AUTUMN, True),
        ("C41", EVE, AUTUMN, True),
        # lighter afterwards: also for what was done before, but not before it applies
        ("C16", SUMMER, EVE, True),
        ("C16", SUMMER, FIRST, False),
        ("C16-F", SUMMER, EVE, False),
        ("C16-F", SUMMER, FIRST, True),
        ("C16-F", FIRST, AUTUMN, True),
        ("C16", FIRST, AUTUMN, False),
        ("C01", SUMMER, AUTUMN, True),
    ],
)
def test_which_power_answers(
    powers: dict[str, Power], code: str, acted_on: date, decided_on: date, valid: bool
) -> None:
    assert powers[code].is_valid_on(acted_on, decided_on=decided_on) is valid


def test_exactly_one_of_both_answers_on_every_day(powers: dict[str, Power]) -> None:
    for code, power in powers.items():
        heir = powers.get(power.successor)
        for acted_on in (SUMMER, EVE, FIRST, AUTUMN):
            for decided_on in (EVE, FIRST, AUTUMN):
                if heir and acted_on <= decided_on:
                    both = [each.is_valid_on(acted_on, decided_on=decided_on) for each in (power, heir)]
                    assert sum(both) == 1, (code, acted_on, decided_on)


ROW = {
    "code": "C99",
    "title": "焚烧落叶",
    "prohibition": "《某市落叶管理条例》第二条",
    "penalty_basis": "《某市落叶管理条例》第九条",
}


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"successor": "C98"}, "应当写明本行依据终止的日期"),
        ({"successor_is_lighter": True}, "应当写明承接职权"),
        ({"valid_from": "2026-08-15", "valid_to": "2026-08-14"}, "终止日早于施行日"),
    ],
)
def test_a_successor_is_told_whole(more: dict[str, Any], words: str) -> None:
    with pytest.raises(Refused) as caught:
        rows_of("powers", {"title": "某清单", "rows": [{**ROW, **more}]})
    assert words in str(caught.value)
