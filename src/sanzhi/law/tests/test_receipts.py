"""Numbers of receipts and letters: written in many ways they are one number; what nobody prints is none."""

from datetime import date

import pytest

from sanzhi.law.days import Calendar
from sanzhi.law.deadline_rules import RULES
from sanzhi.law.deadlines import due
from sanzhi.law.receipts import is_paper_number, is_postal, is_printed, plain_number


@pytest.mark.parametrize(
    "text",
    [
        "2026 0001",
        "20260001 ",
        "２０２６０００１",
        "2026\u200b0001",
        "2026\n0001",
        "2026－0001",
        "2026-0001",
        "\u202e20260001",
        "2026\u30000001",
    ],
)
def test_one_number_however_it_is_typed(text: str) -> None:
    assert plain_number(text) == "20260001"


@pytest.mark.parametrize(
    ("number", "printed", "postal"),
    [
        ("20260001", True, False),
        ("000000", False, False),
        ("111111111111", False, False),
        ("12345", False, False),
        ("XA12345678941", True, True),
        ("1234567890123", True, True),
        ("EMS0001", False, False),
        ("邮1234567890", True, False),
        ("X", False, False),
    ],
)
def test_what_can_be_a_number(number: str, printed: bool, postal: bool) -> None:
    assert (is_printed(number), is_postal(number)) == (printed, postal)


@pytest.mark.parametrize("row", RULES, ids=lambda row: f"{row.key}:{row.valid_from}")
def test_no_period_leaves_the_calendar(row) -> None:  # type: ignore[no-untyped-def]
    calendar = Calendar(holidays=frozenset(), workdays=frozenset(), published=frozenset())
    assert due(row, date.max, calendar=calendar).on < date.max


@pytest.mark.parametrize(
    ("number", "fits"),
    [
        ("（2026）豫0481行初3号", True),
        ("(2026)豫0481行审12号之一", True),
        ("舞政复决字〔2026〕3号", True),
        ("舞政复决字[2026] 3 号", True),
        ("1111", False),
        ("2026年3号", False),
        ("（2026）12号", False),
        ("（3026）豫0481行初3号", False),
    ],
)
def test_a_paper_is_numbered_by_its_year(number: str, fits: bool) -> None:
    assert is_paper_number(number) == fits
