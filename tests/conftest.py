"""What the tests that cross apps share beside the stories."""

import pytest

from sanzhi.cases.models import Case
from tests.stories import START, reasons

__all__ = ["START", "reasons", "reload"]


@pytest.fixture(autouse=True)
def _quick_and_fresh(quick_and_fresh: None) -> None:
    """Every test here, also one that founds its bureau by itself."""


def reload(case: Case) -> Case:
    return Case.objects.get(pk=case.pk)
