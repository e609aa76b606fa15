"""Two tabs issue at once: distinct numbers, no gap, whatever is refused in between."""

from pathlib import Path

import pytest

from sanzhi.documents.tests.bureau import CODE, open_bureau
from sanzhi.kernel.testing import installation, start
from sanzhi.law.numbering import parse_number

TABS, EACH = 3, 9


@pytest.mark.processes
@pytest.mark.django_db(transaction=True)
def test_tabs_that_issue_at_once_get_distinct_numbers_without_a_gap(tmp_path: Path) -> None:
    open_bureau()
    surroundings = installation(tmp_path)
    tabs = [start(surroundings, "-m", "sanzhi.documents.tests.issuer", str(EACH), CODE) for _ in range(TABS)]
    lines: list[str] = []
    for tab in tabs:
        out, errors = tab.communicate(timeout=120)
        assert tab.returncode == 0, errors
        lines += out.split()
    numbers = [parse_number(line) for line in lines if line != "refused"]
    assert lines.count("refused") == TABS * (EACH // 3)
    assert sorted(number.no for number in numbers if number) == list(range(1, TABS * (EACH - EACH // 3) + 1))
