"""The demonstration's law moves: ten statutes end, and no row that has named its heir waits on the reviewer's desk."""

from datetime import datetime, timedelta

import pytest
from django.test import Client

from sanzhi.amendments import queries
from sanzhi.amendments.models import Adjustment, Outcome, Target
from sanzhi.demo import laws
from sanzhi.demo.cast import found_bureau
from sanzhi.kernel import clock
from sanzhi.kernel.actor import system
from sanzhi.kernel.jobs import run_due
from sanzhi.law.testing import texts, with_laws
from sanzhi.statutes.commands import ImportStatute, import_statute

ENDED = ("大气污染防治法", "固体废物污染环境防治法", "噪声污染防治法(2021", "生态环境法典")


@with_laws
@pytest.mark.django_db
def test_the_rows_with_heirs_are_settled() -> None:
    with clock.moved(laws.ENTERED):
        for name, text in texts():
            if name.startswith(ENDED):
                import_statute(system(), ImportStatute(name=name, text=text))
        bureau = found_bureau()
        assert laws.begins(laws.ENTERED + timedelta(days=30)) == laws.ENTERED
        story = laws.scenes(bureau)
        days = next(story)
        run_due()
        assert not Adjustment.objects.exists()
    with clock.moved(laws.ENTERED + timedelta(days=days)):
        next(story)
        settled = {item.row_code: item for item in Adjustment.objects.filter(target_kind="row")}
        assert {"C16", "C25", "C38", "C47-2"} <= set(settled)
        assert {item.outcome for item in settled.values()} == {Outcome.ENDED}
        assert "C16-F" in settled["C16"].note
        # rules that cite the ended texts too are somebody's to look at
        assert {item.target_kind for item in queries.open_for(bureau.authority.code)} <= {Target.RULE}
        for code in ("C16", "C16-F"):
            page = Client().get(f"/powers/{code}/").content.decode()
            assert "依据调整中" not in page and "C16" in page
    assert laws.begins(datetime(2026, 8, 1, tzinfo=clock.CHINA)) is None
