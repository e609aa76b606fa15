"""Every way of the table is done on one small bureau with a published case; the verification names it, and nothing before."""

from collections.abc import Callable
from contextlib import suppress
from io import StringIO
from time import monotonic

import pytest
from django.core.management import call_command
from django.db import transaction
from pytest_django import Settings

from sanzhi.demo.cast import PASSWORD
from sanzhi.demo.publishing import publish
from sanzhi.demo.story import Story
from sanzhi.kernel import jobs
from sanzhi.kernel.clock_watch import Watcher
from sanzhi.ledger.commands import ensure_secret_recorded
from sanzhi.ledger.sequencing import sequence
from sanzhi.organisation import looking
from sanzhi.organisation.patience import Source
from sanzhi.organisation.signing_in import signed_in
from sanzhi.project.settings import STORAGES
from sanzhi.project.starting import collect_files
from tests.tampering.deeds import one, sql, undone
from tests.tampering.ways import WAYS, Way

pytestmark = [pytest.mark.sqlite_only, pytest.mark.usefixtures("fresh_schema")]


def verified() -> str:
    out = StringIO()
    with suppress(SystemExit):
        call_command("verify", stdout=out, stderr=StringIO())
    return out.getvalue()


@jobs.job("kernel.waits")
def waits(key: str) -> None:
    """Never due in this test."""


def small_bureau(story: Story) -> None:
    jobs.run_due()
    assert Watcher().believes(last_entry=None)
    publish(story.bureau, story.case)
    jobs.later("kernel.waits", "X")
    _sign_in("zhifa1")
    _sign_in("guanli")
    looking.read(story.officer, "cases.case:1", what="案件")
    ensure_secret_recorded()
    sequence()
    _sign_in("juzhang")


def _sign_in(name: str) -> None:
    signed_in(name, PASSWORD, source=Source("127.0.0.1"))


def missed(way: Way) -> str:
    """What the verification said when it did not name what it must; "" when it did."""
    row = str(one(way.row))
    with transaction.atomic(), undone:
        if callable(way.change):
            way.change()
        else:
            sql(*way.change.split(";") if "BEGIN" not in way.change else [way.change])
        said = verified()
        transaction.set_rollback(True)
    named = any(way.table in line and row in line for line in said.splitlines())
    return "" if named else f"{way}: {way.table} {row} not in\n{said}"


def test_every_way_is_named(tell: Callable[..., Story], settings: Settings) -> None:
    small_bureau(tell())
    settings.STORAGES = {**settings.STORAGES, "staticfiles": STORAGES["staticfiles"]}
    collect_files()
    assert "全部相符" in verified(), verified()
    begun = monotonic()
    lost = [told for told in map(missed, WAYS) if told]
    assert not lost, "\n".join(lost) + f"\n{len(lost)} of {len(WAYS)} missed in {monotonic() - begun:.0f} s"
    assert "全部相符" in verified()
    assert len(WAYS) >= 52


def test_a_missing_answer_is_not_a_no() -> None:
    assert len({way.name for way in WAYS}) == len(WAYS)
