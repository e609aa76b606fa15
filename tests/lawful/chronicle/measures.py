"""A penalty as coded measures, read anew from its words, and the comparison of two penalties.

The codes are those of 行政处罚法 §9. The words are read as widely as a court would: 停工整治 is 停产停业.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

# code → the words that mean it; the first match of each code counts (行政处罚法 §9)
WORDS: dict[str, tuple[str, ...]] = {
    "detention": ("拘留",),
    "criticism": ("通报批评",),
    "confiscation": ("没收", "收缴", "追缴", "罚没"),
    "revocation": ("吊销", "撤销许可", "收回许可", "注销许可", "取消资格", "撤销资质", "吊扣"),
    "suspension": ("暂扣",),
    "downgrade": ("降低资质", "降级"),
    "halt": ("停产", "停业", "停止营业", "停止经营", "停工", "停止施工", "停止生产", "暂停营业", "歇业"),
    "closure": ("责令关闭", "关停", "关闭", "取缔"),
    "restriction": ("限制开展", "限制经营", "限制生产"),
    "ban": ("限制从业", "禁止从业", "禁业", "不得从事"),
    "second_fine": ("罚款", "处罚金", "罚金"),
    "other": (),
}
# 行政处罚法 §63: what entitles to a hearing whatever it costs
HEARING = frozenset({"downgrade", "revocation", "halt", "closure", "ban", "detention"})
# graver than any sum of money; in the order of 行政处罚法 §9
GRAVE = HEARING | {"suspension", "restriction"}


def read_measures(text: str) -> frozenset[str]:
    """The codes that the words of “other measures” mean; "other" where none is recognised and something is said."""
    found = {code for code, words in WORDS.items() if any(word in text for word in words)}
    harmless = (
        "责令改正",
        "限期改正",
        "责令立即改正",
        "恢复原状",
        "限期清理",
        "限期拆除",
        "立即清理",
        "限期清除",
    )
    if not found and text and not any(word in text for word in harmless):
        found = {"other"}
    return frozenset(found)


@dataclass(frozen=True)
class Penalty:
    """What is proposed, told, reviewed or decided. `measures` are codes, `text` the words as they stand.

    `fine` and `confiscated` in yuan; None where the source does not say, which is not the same as zero.
    `disposal`: punish | spare | unfounded | refer (行政处罚法 §57).
    """

    disposal: str = "punish"
    warns: bool = False
    fine: Decimal | None = None
    confiscated: Decimal | None = None
    measures: frozenset[str] = frozenset()
    text: str = ""
    tier: str = ""
    reason: str = ""
    mitigation: str = ""
    quantities: Mapping[str, Decimal] = field(default_factory=dict)
    basis: str = ""
    is_known: bool = True  # False: the source is gone (overwritten), nothing may be concluded from it

    @property
    def codes(self) -> frozenset[str]:
        """All codes, the money ones among them."""
        found = set(self.measures)
        found |= {"warning"} if self.warns else set()
        found |= {"fine"} if self.fine else set()
        found |= {"confiscation"} if self.confiscated else set()
        return frozenset(found)

    @property
    def punishes(self) -> bool:
        return self.disposal == "punish" and bool(self.codes)


def is_heavier(new: Penalty, old: Penalty) -> bool:
    """More money, or a measure without a counterpart; from sparing to punishing is heavier too."""
    if not (new.is_known and old.is_known):
        return False
    if new.punishes and not old.punishes:
        return True
    more = (new.fine or 0) > (old.fine or 0) or (new.confiscated or 0) > (old.confiscated or 0)
    added = new.codes - old.codes - {"warning"}
    return more or bool(added)


def is_same(new: Penalty, old: Penalty) -> bool:
    """The identical proposal: disposal, sums, codes and words."""
    if not (new.is_known and old.is_known):
        return True
    return (new.disposal, new.fine or 0, new.confiscated or 0, new.codes) == (
        old.disposal,
        old.fine or 0,
        old.confiscated or 0,
        old.codes,
    )


def said(penalty: Penalty) -> str:
    """In a few words, for the stories: 罚款1000元、没收."""
    parts = ["警告"] if penalty.warns else []
    parts += [f"罚款{penalty.fine.normalize():f}元"] if penalty.fine else []
    parts += [f"没收价值{penalty.confiscated.normalize():f}元"] if penalty.confiscated else []
    parts += [penalty.text[:30]] if penalty.measures and penalty.text else []
    if penalty.disposal != "punish" or not parts:
        parts.insert(
            0,
            {"spare": "不予处罚", "refer": "移送", "unfounded": "事实不成立"}.get(penalty.disposal, "无处罚"),
        )
    return "、".join(parts)
