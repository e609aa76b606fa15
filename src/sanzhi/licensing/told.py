"""What the papers on time and hearing take from their rows: word for word, so that a row can ask whether it was told."""

from typing import Any

from sanzhi.licensing.models import LicenceHearing, TimeGranted, TimeLeftOut

TIME = "kind reason days since"
HEARING = "stage because told_on held_on place chair"


def said_of(row: TimeLeftOut | TimeGranted) -> dict[str, Any]:
    if isinstance(row, TimeLeftOut):
        return {
            "kind": f"{row.get_ground_display()}所需时间不计入办理期限",
            "reason": row.what,
            "days": row.days,
            "since": row.begun_on,
        }
    return {"kind": "延长办理期限", "reason": row.reason, "days": row.days, "since": row.granted_on}


def hearing_said(row: LicenceHearing) -> dict[str, Any]:
    held = row.held_on is not None
    return {
        "stage": "通知" if held else "告知",
        "because": row.because,
        "told_on": row.told_on,
        "held_on": row.held_on,
        "place": row.place or None,
        "chair": row.chair.name if row.chair else None,
    }
