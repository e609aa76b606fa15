"""The same order sent twice is one: what stands word for word is not entered again."""

from collections.abc import Iterable, Mapping
from typing import Any

from sanzhi.kernel.verdict import Verdict


def is_news(standing: Iterable[Any], said: Mapping[str, Any], *, what: str) -> Verdict:
    """No when one of the `standing` rows says in every field what is `said`; `what` names it to the user."""
    same = any(all(getattr(row, name) == value for name, value in said.items()) for row in standing)
    return Verdict.when(
        not same,
        f"同样的{what}已经登记，没有重复登记。",
        citation="行政处罚法第四十七条",
        remedy="内容有变化的，请填写变化以后的内容；没有变化的，不必再次办理。",
    )
