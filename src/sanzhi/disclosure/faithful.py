"""The copy shows what the decision says or a masked part of it, and nothing else (行政处罚法 §48)."""

import re
from collections.abc import Iterable, Iterator

from sanzhi.cases.models import Decision
from sanzhi.cases.outcome import Outcome
from sanzhi.disclosure.copy import outcome_of, public_content, redacted, worded
from sanzhi.kernel.text import says_something
from sanzhi.kernel.verdict import Reason, Verdict

LAW = "行政处罚法第四十八条"
MASK = re.compile("[某×*＊]+")
# what was decided stays readable, whatever is masked beside it: the kind of penalty, the sum
DECIDED = re.compile(
    "[0-9０-９][0-9０-９,.，]*|[零壹贰叁肆伍陆柒捌玖拾佰仟万亿]+元|罚款|警告|通报批评|没收|暂扣|降低|吊销|限制|责令"
)
SHORT = 30  # up to so many characters a text is quoted whole

Rows = list[tuple[str, str]]


def says_no_more(decision: Decision, content: Rows) -> Verdict:
    """Yes when every row is the decision's own or a mask of it; else a reason for each row that is not."""
    wanted, told = public_content(decision), outcome_of(decision)
    verdict = _same_captions([caption for caption, _ in content], [caption for caption, _ in wanted])
    for (caption, shown), (_, true) in zip(content, wanted, strict=False) if verdict else ():
        if not _is_told(told, caption, shown=shown, true=true):
            verdict &= _strange(decision, caption, shown=shown, true=true)
    return verdict


def settled(decision: Decision, content: Rows) -> list[list[str]]:
    """Each row as it is kept: the generated text itself, or the clerk's mask of it."""
    rows = zip(content, public_content(decision), strict=True)
    return [
        [caption, true if _lines(shown) == _lines(true) else shown] for (caption, shown), (_, true) in rows
    ]


def offered(decision: Decision, content: Rows) -> Rows:
    """The decision's rows with the clerk's masks; a text that is neither is generated anew."""
    kept, told = dict(content), outcome_of(decision)
    return [
        (
            caption,
            kept[caption] if _is_told(told, caption, shown=kept.get(caption, ""), true=true) else true,
        )
        for caption, true in public_content(decision)
    ]


def _same_captions(shown: list[str], wanted: list[str]) -> Verdict:
    if shown == wanted:
        return Verdict.yes()
    sentences = [f"公示文本缺少“{caption}”。" for caption in wanted if caption not in shown]
    sentences += [
        f"公示文本多出“{caption[:SHORT]}”，决定没有这一项。" for caption in shown if caption not in wanted
    ]
    sentences += [f"公示文本的“{caption}”不止一项。" for caption in wanted if shown.count(caption) > 1]
    if not sentences:
        first = next(caption for caption, own in zip(shown, wanted, strict=True) if caption != own)
        sentences = [f"公示文本从“{first}”起各项的顺序与决定不符，应为：{'、'.join(wanted)}。"]
    return _no(sentences, remedy="请刷新页面，按列出的各项办理。")


def is_readable(text: str) -> bool:
    """Something is left to read: marks and punctuation alone tell the public nothing."""
    return says_something(MASK.sub("", text))


def _is_told(told: Outcome, caption: str, *, shown: str, true: str) -> bool:
    mine, own = _lines(shown), _lines(true)
    if mine == own:
        return True
    hides = caption == told.sanction and DECIDED.findall(mine) != DECIDED.findall(own)
    return caption in told.worded and not hides and is_readable(mine) and _added(mine, own) is None


def _strange(decision: Decision, caption: str, *, shown: str, true: str) -> Verdict:
    """Names the caption and what differs; what should not be public is masked in the sentence too."""
    mine, own = _lines(shown), _lines(true)
    may_mask = caption in worded(decision)
    is_masked = may_mask and MASK.search(mine)
    if is_masked and not is_readable(mine):
        return _no([f"“{caption}”全部遮盖，公众看不到任何内容。"], remedy="请只遮盖不宜公开的部分。")
    if is_masked and caption == outcome_of(decision).sanction and _added(mine, own) is None:
        return _no([f"“{caption}”的种类、数额不能遮盖。"], remedy="请只遮盖物品名称中不宜公开的文字。")
    if is_masked:
        piece = _quoted(decision, _beyond(_added(mine, own) or "", own))
        said = (
            f"“{caption}”中的“{piece}”不是决定写明的。" if piece else f"“{caption}”的遮盖没有遮住任何文字。"
        )
    else:
        said = _difference(decision, caption, mine=mine, own=own)
    remedy = "请恢复原文；不宜公开的部分用“*”遮盖，不能添改。" if may_mask else "请恢复为决定的内容。"
    return _no([said], remedy=remedy)


def _difference(decision: Decision, caption: str, *, mine: str, own: str) -> str:
    if max(len(mine), len(own)) > SHORT or mine.startswith(own) or own.startswith(mine):
        mine, own = _apart(mine, own)
    mine, own = _quoted(decision, mine), _quoted(decision, own)
    if mine and own:
        return f"“{caption}”写“{mine}”，决定是“{own}”。"
    return f"“{caption}”多写了“{mine}”，决定没有。" if mine else f"“{caption}”漏写了“{own}”。"


def _apart(first: str, second: str) -> tuple[str, str]:
    """Both without what they begin and end with in common."""
    shorter = min(len(first), len(second))
    start = next((at for at in range(shorter) if first[at] != second[at]), shorter)
    rest = shorter - start
    end = next((at for at in range(rest) if first[-1 - at] != second[-1 - at]), rest)
    return first[start : len(first) - end], second[start : len(second) - end]


def _added(shown: str, true: str) -> str | None:
    """The first stretch between masks that `true` does not have there; None when there is none.

    A mask stands for at least one character; without one, the whole text is such a stretch.
    """
    first, *rest = MASK.split(shown)
    if not true.startswith(first) or (not rest and shown != true):
        return first or shown
    at = len(first)
    for number, piece in enumerate(rest, 1):
        is_last = number == len(rest)
        found = len(true) - len(piece) if is_last and true.endswith(piece) else true.find(piece, at + 1)
        if found < at + 1 or (is_last and found + len(piece) != len(true)):
            return piece
        at = found + len(piece)
    return None


def _beyond(piece: str, true: str) -> str:
    """The stretch without its beginning that stands in `true`; all of it where it stands there, but elsewhere."""
    known = next(length for length in range(len(piece), -1, -1) if piece[:length] in true)
    return piece[known:] or piece


def _lines(text: str) -> str:
    """A page sends its line ends and edges otherwise than they were given."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def _quoted(decision: Decision, words: str) -> str:
    quoted = redacted(decision, words)
    return quoted if len(quoted) <= 2 * SHORT else f"{quoted[: 2 * SHORT]}…"


def _no(sentences: Iterable[str], *, remedy: str) -> Verdict:
    reasons: Iterator[Reason] = (Reason(sentence, LAW, remedy) for sentence in dict.fromkeys(sentences))
    return Verdict(tuple(reasons))
