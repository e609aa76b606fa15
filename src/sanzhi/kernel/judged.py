"""What one person has entered and another judges: the page carries a digest of it, so that nothing is judged unread."""

import hashlib
import json
from typing import Any

from django.db.models import Model

from sanzhi.kernel.verdict import Verdict


def digest(*rows: Any) -> str:
    """Of rows, and of plain values, as they are now: another after each change."""
    told = json.dumps([_plain(row) for row in rows], ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(told.encode()).hexdigest()[:20]


def is_as_read(seen: str | None, now: str, *, what: str, citation: str) -> Verdict:
    """What is judged is what was read; `seen` is None where no page was shown."""
    return Verdict.when(
        seen in {None, now},
        f"您打开本页以后，{what}修改过，现在的内容不是您看过的。",
        citation=citation,
        remedy="请重新打开本页，看过现在的内容后再办理。",
    )


def _plain(row: Any) -> Any:
    if not isinstance(row, Model):
        return row
    return {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
