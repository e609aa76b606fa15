"""The eight points of a review and what follows from them (F1-13, 国办发〔2018〕118号 四(十三))."""

from collections.abc import Mapping
from dataclasses import dataclass

POINTS: dict[str, str] = {
    "subject": "执法主体合法",
    "officers": "执法人员具备资格",
    "procedure": "执法程序合法",
    "facts": "事实清楚，证据合法充分",
    "law": "适用法律准确，裁量适当",
    "powers": "未超越法定权限",
    "papers": "文书完备、规范",
    "crime": "不涉嫌犯罪需移送",
}


@dataclass(frozen=True)
class Point:
    """`holds` is the reviewer's word; what does not hold must be explained."""

    holds: bool
    note: str = ""


def flaws(points: Mapping[str, Point]) -> tuple[str, ...]:
    """What makes a set of points incomplete, in sentences."""
    missing = [title for key, title in POINTS.items() if key not in points]
    bare = [POINTS[key] for key, point in points.items() if not point.holds and len(point.note) < 2]
    sentences = [f"未审核“{title}”。" for title in missing]
    sentences += [f"审核项“{key}”不在八项之内。" for key in points if key not in POINTS]
    return tuple(sentences + [f"“{title}”不符合，请写明问题。" for title in bare])


def all_hold(points: Mapping[str, Point]) -> bool:
    return all(point.holds for point in points.values())
