"""A row is changed again between the proposal to seal it anew and the confirmation: the auditor seals what nobody has shown him."""

from collections.abc import Callable

import pytest

from sanzhi.demo.story import Story
from sanzhi.organisation.models import Unit
from tests.stories import done, refused
from tests.tampering.deeds import sql


@pytest.mark.sqlite_only
def test_what_is_sealed_is_what_was_proposed(reached: Callable[..., Story]) -> None:
    story = reached(stop="notice")
    unit = Unit.objects.earliest("pk").pk
    sql(f"UPDATE organisation_unit SET name = '升级后的名称' WHERE id = {unit}")
    fields = {"table": "organisation.unit", "rows": [unit], "reason": "升级改写"}
    order = {"act": "ledger.reseal_rows", "fields": fields, "reason": "升级改写"}
    row = done(story, "ledger.propose_joint_act", who="guanli", **order)
    sql(f"UPDATE organisation_unit SET name = '后来偷改的' WHERE id = {unit}")
    assert refused(story, "ledger.confirm_joint_act", who="shenji", joint_act=row.pk)
