"""Goods of a demolition that wait for the party: twenty days, called for, sixty days more (平顶山条例 §32)."""

from sanzhi.cases.models import Proceeding
from sanzhi.coercion.building import demolition_of, kept_things
from sanzhi.coercion.halting import enforcement_of
from sanzhi.kernel.order_form import Choices
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.deadline_rules import rule
from sanzhi.law.deadlines import Deadline, due

LAW = "平顶山市城乡规划建设管理条例第三十二条第二款"
FETCH, CALLED = "goods_collection", "goods_collection_called"


def fetch_by(proceeding: Proceeding) -> Deadline | None:
    """Until when the party may come: after the demolition, or after the public call."""
    row, done = demolition_of(proceeding), enforcement_of(proceeding)
    if row is None or done is None or done.ended_on is None:
        return None
    key, start = (CALLED, row.called_on) if row.called_on else (FETCH, done.ended_on)
    return due(rule(key, start), start, calendar=proceeding.calendar)


def kept_choices(proceeding: Proceeding) -> Choices:
    return [(row.pk, row.thing.text) for row in kept_things(proceeding)]


def is_kept(proceeding: Proceeding) -> Verdict:
    return Verdict.when(kept_things(proceeding), "没有代为保管的财物。", citation=LAW)
