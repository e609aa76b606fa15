"""What the tests that cross apps share beside the stories."""

import pytest

from sanzhi.cases.models import Case
from sanzhi.conftest import _ledger_can_be_emptied  # also for a run of these tests alone
from tests.stories import START, reasons

__all__ = ["START", "_ledger_can_be_emptied", "reasons", "reload"]


@pytest.fixture(autouse=True)
def _quick_and_fresh(quick_and_fresh: None) -> None:
    """Every test here, also one that founds its bureau by itself."""


def reload(case: Case) -> Case:
    return Case.objects.get(pk=case.pk)
