"""How the words of a measure are read: spaces do not hide one, a negation lifts it, 加处罚款 is no second fine."""

import re
from functools import lru_cache

from tests.lawful.chronicle.sums import number_of
from tests.lawful.chronicle.text import plain

# right before a word these say that it is not imposed: 不予吊销, 免予处以罚款
DENIED = re.compile(
    r"(?:不予|不再|不作|不给予|不并处|不处|不|免予|免于|免除|无需|无须|未)"
    r"(?:处以|并处|作出|责令|实施|予以|给予|处)?$"
)
DENIAL = 12  # letters that a denial takes
# what looks like a measure and is none: the collection of the fine itself, its default, its receipts
HOLLOW = re.compile(
    r"当场收缴|收缴罚款|追缴罚款|缴纳罚款|缴罚款|交罚款|罚没(?:票据|收据|款)"
    r"|(?:罚款|加处罚款)的?(?:数额|本金|缴款|收据|票据|缴纳)"
    r"|加处罚款(?![^，。；,;]{0,40}[\d一二两三四五六七八九十百千万零〇壹贰叁肆伍陆柒捌玖拾佰仟]+[元圆])"
    r"|关闭[^，。；]{0,4}(?:门窗|喇叭|音响|扬声器|电源|阀门|灯光)"
)
# 不得从事 is itself the measure: its 不 denies nothing
TERM = re.compile(r"(\d+|[一二两三四五六七八九十百]+)\s*(?:个)?(日|天|月|年)(?!\d*月\d)")
LENGTH = {"日": 1, "天": 1, "月": 30, "年": 365}
LASTING = re.compile("停|暂|限制|禁|不得从事|歇业|吊扣|拘")


@lru_cache(maxsize=65536)
def is_said(word: str, text: str | None) -> bool:
    """Whether the text imposes what the word means."""
    words = HOLLOW.sub("", plain(text))
    hits = (hit.start() for hit in re.finditer(re.escape(word), words))
    return any(not DENIED.search(words[max(0, start - DENIAL) : start]) for start in hits)


@lru_cache(maxsize=4096)
def longest_term(text: str | None) -> int:
    """The longest term in days that a clause with a lasting measure names; dates are no terms."""
    undated = re.sub(r"\d{2,4}年\d{1,2}月\d{1,2}日", "", plain(text))
    clauses = [clause for clause in re.split("[。；;]", undated) if LASTING.search(clause)]
    return max((_days(*hit) for clause in clauses for hit in TERM.findall(clause)), default=0)


def _days(count: str, unit: str) -> int:
    if not count.isdigit():
        return int(number_of(count) or 0) * LENGTH[unit]
    return (int(count) if len(count) < 7 else 999_999) * LENGTH[unit]
