"""Which late fees an article provides: 按日加收万分之五的滞纳金 is 0.05 per cent a day (行政强制法 §45(1): 依法).

行政强制法 itself gives no rate: the law that lets it be charged does.
"""

import re
from decimal import Decimal

from sanzhi.law.chinese_numbers import NUMERAL, number_of

WORD = "滞纳金"
OF = {"百": Decimal(100), "千": Decimal(1000), "万": Decimal(10000)}
SHARE = re.compile(rf"([百千万])分之({NUMERAL}|\d+(?:\.\d+)?)|(\d+(?:\.\d+)?)[%％‰‱]")
SIGNS = {"%": Decimal(1), "％": Decimal(1), "‰": Decimal("0.1"), "‱": Decimal("0.01")}


def daily_percents(text: str) -> tuple[Decimal, ...]:
    """The rates that the sentences on a late fee name, in per cent."""
    sentences = (part for part in re.split("[。；;]", text) if WORD in part)
    return tuple(_percent(found) for part in sentences for found in SHARE.finditer(part))


def _percent(found: re.Match[str]) -> Decimal:
    if found[3]:
        return Decimal(found[3]) * SIGNS[found[0][-1]]
    number = Decimal(found[2]) if found[2][0].isdigit() else Decimal(number_of(found[2]))
    return number * 100 / OF[found[1]]
