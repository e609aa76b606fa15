"""How the law moves in the demonstration: ten statutes end when the 生态环境法典 takes effect, and the reviewer settles
the rows that have named their heirs (facts-2 §7); what else cites them stays on the desk."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings

from sanzhi.amendments import queries as amendments
from sanzhi.amendments.commands import SettleAdjustment, settle_adjustment
from sanzhi.amendments.models import Adjustment, Outcome
from sanzhi.demo.cast import Bureau
from sanzhi.kernel import clock, jobs
from sanzhi.kernel.clock import CHINA
from sanzhi.statutes import queries as statutes
from sanzhi.statutes.taking_over import Takeover, enter_takeover, read_takeover

ENTERED = datetime(2026, 8, 12, 9, 30, tzinfo=CHINA)


def takeover() -> Takeover:
    return read_takeover(Path(settings.SANZHI_CATALOGUES_DIR) / "national" / "ecological-code.yaml")


def begins(until: datetime) -> datetime | None:
    """When the legal reviewer enters the end; never where the texts were not at hand or the story stops before."""
    old_enough = until - timedelta(days=425) < ENTERED < until
    at_hand = any(statutes.statute_titled(title) for title, _ in takeover().statutes)
    return ENTERED if old_enough and at_hand else None


def scenes(bureau: Bureau) -> Iterator[int]:
    """The end is entered with its heirs; some days later what it touched is settled."""
    lawyer = bureau.actor("fazhi")
    ended = {f"repeal:{statute.pk}" for statute in enter_takeover(lawyer, takeover())}
    yield 5
    jobs.run_due()  # the day has come: the statutes end, the items open
    for item in amendments.open_for(bureau.authority.code).filter(change_key__in=ended):
        if note := _has_ended(item):
            order = SettleAdjustment(adjustment=item.pk, outcome=Outcome.ENDED, note=note)
            settle_adjustment(lawyer, order)
    yield 1


def _has_ended(item: Adjustment) -> str:
    """Why a row that says when it ended no longer applies; "" for what somebody must still look at."""
    row = amendments.row_of(item)
    ends = str(row.content.get("valid_to") or "") if row else ""
    if row is None or not ends or ends >= clock.today().isoformat():
        return ""
    heir = row.content.get("successor") or "生态环境法典"
    return f"依据已终止于{ends}，由{heir}承接；此前的行为按行政处罚法第三十七条办理。"
