"""That cases are or were handled together 并案, as papers and pages say it."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from sanzhi.cases.fact_groups import facts
from sanzhi.cases.joinders import joinders
from sanzhi.cases.matters import Matter, matter
from sanzhi.cases.models import Case, Joinder, Proceeding
from sanzhi.law.days import chinese_date


@facts("case", "joined_text", by={"": "cases.join_case"})
def together(proceeding: Proceeding) -> dict[str, Any]:
    """With which cases it was investigated together, and since when no longer; why stands on the page."""
    return {"joined_text": "".join(map(_told, joinders(proceeding.case))) or None}


def _told(row: Joinder) -> str:
    since = f"本案自{chinese_date(row.joined_on)}起与{row.other.number}并案调查"
    until = f"，{chinese_date(row.severed_on)}分案" if row.severed_on else ""
    return f"{since}{until}，分别裁量、分别决定。"


def joint_matters(case: Case) -> Iterable[Matter]:
    """Each joinder with the reason, and where the other case is."""
    for row in joinders(case):
        yield matter(
            "并案",
            f"{chinese_date(row.severed_on)}分案" if row.severed_on else f"与{row.other.number}并案",
            acts=() if row.severed_on else ("cases.sever_case",),
            rows={
                "案件": row.other.number,
                "情形": row.get_ground_display(),
                "理由": row.reason,
                "决定": f"{chinese_date(row.joined_on)}，{row.joined_by}",
                "分案的理由": row.severed_because,
                "分案的决定": f"{chinese_date(row.severed_on)}，{row.severed_by}" if row.severed_on else "",
            },
            links={f"看{row.other.number}": reverse("cases:detail", kwargs={"pk": row.other_id})},
        )


GROUPS = (together,)
