"""A penalty as coded measures, read anew from its words, and the comparison of two penalties.

The codes are those of 行政处罚法 §9. The words are read as widely as a court would: 停工整治 is 停产停业.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache

from tests.lawful.chronicle.sums import NUMBER, YUAN, sums_in
from tests.lawful.chronicle.text import letters, plain
from tests.lawful.chronicle.words import is_said, longest_term

# code → the words that mean it; the first match of each code counts (行政处罚法 §9)
WORDS: dict[str, tuple[str, ...]] = {
    "detention": ("拘留", "拘禁", "限制人身自由"),
    "criticism": ("通报批评",),
    "confiscation": ("没收", "收缴", "追缴", "罚没"),
    "revocation": ("吊销", "撤销许可", "收回许可", "注销许可", "取消资格", "撤销资质"),
    "suspension": ("暂扣", "吊扣"),
    "downgrade": ("降低资质", "降级"),
    "halt": (
        *("停产", "停业", "停止营业", "停止经营", "停工", "停止施工", "停止生产", "停止作业", "停止生产经营"),
        *("暂停营业", "暂停经营", "暂停施工", "暂停生产", "歇业", "停运"),
    ),
    "closure": ("责令关闭", "关停", "关闭", "取缔"),
    "restriction": ("限制开展", "限制经营", "限制生产"),
    "ban": ("限制从业", "禁止从业", "禁业", "不得从事", "禁止从事"),
    "second_fine": ("罚款", "处罚金", "罚金"),
    "other": ("赔礼道歉", "社区服务", "义务劳动", "黑名单", "公开检讨"),
}
HARMLESS = re.compile(
    r"责令|改正|恢复原状|清理|拆除|清除|整改|清洗|退还|赔偿|停止(?!供|办理|受理|发放|使用[^，。；,;]{0,6}(?:场所|厂房|店|车间))|移除|迁出|补办|教育|管教|^无$"
)
# 行政处罚法 §63: what entitles to a hearing whatever it costs
HEARING = frozenset({"downgrade", "revocation", "halt", "closure", "ban", "detention"})
# graver than any sum of money; in the order of 行政处罚法 §9
GRAVE = HEARING | {"suspension", "restriction"}
# what lasts for a time; without a term it lasts until somebody lifts it
LASTING = GRAVE - {"revocation", "downgrade"}
TAKEN = re.compile(r"没收([^。；;]*)")
MANY = r"[共计约]*[\d一二三四五六七八九十百两几]+[辆台件个只套把副张箱袋公千吨斤块本份条]*"


@lru_cache(maxsize=4096)
def read_measures(text: str) -> frozenset[str]:
    """The codes that the words of “other measures” mean; "other" where none is recognised and something is said."""
    said_plainly = plain(text)
    found = {code for code, words in WORDS.items() if any(is_said(word, text) for word in words)}
    if not found and said_plainly and not HARMLESS.search(said_plainly):
        # 不予吊销, 加处罚款: words of a measure, and none imposed
        denied = any(word in said_plainly for words in WORDS.values() for word in words)
        found = set() if denied else {"other"}
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

    @property
    def term(self) -> int:
        """The longest term in days of a measure that lasts, 0 where none is named."""
        return longest_term(self.text) if self.measures & LASTING else 0

    @property
    def taken_sums(self) -> frozenset[Decimal]:
        """The sums that the words confiscate: 没收违法所得三百元."""
        return frozenset(amount for part in TAKEN.findall(plain(self.text)) for amount in sums_in(part))

    @property
    def taken(self) -> frozenset[str]:
        """The things that the words confiscate, without their number."""
        return _taken(self.text) if "confiscation" in self.codes else frozenset()


@lru_cache(maxsize=4096)
def _taken(text: str) -> frozenset[str]:
    parts = [part for hit in TAKEN.findall(plain(text)) for part in re.split("[、，,]|以及|和", hit)]
    things = [
        re.sub(rf"^(?:并|其|{MANY})|(?:{MANY}|(?:共计|[共计约])?(?:人民币|¥)?{NUMBER}{YUAN}?整?)$", "", part)
        for part in parts
    ]
    return frozenset(
        part for part in things if part and not (read_measures(part) - {"other"} or "警告" in part)
    )


def is_heavier(new: Penalty, old: Penalty) -> bool:
    """More money, a longer term, or a measure without a counterpart; from sparing to punishing is heavier too.

    A warning beside everything that stood already is heavier, a warning instead of something else is not.
    """
    if not (new.is_known and old.is_known):
        return False
    if new.punishes and not old.punishes:
        return True
    if not new.punishes:
        return False
    more = (new.fine or 0) > (old.fine or 0) or _takes_more(new, old)
    longer = bool(old.term) and (new.term > old.term or _has_no_end(new, old))
    added = new.codes - old.codes - {"warning"}
    warned = new.warns and not old.warns and new.codes >= old.codes and (new.fine or 0) >= (old.fine or 0)
    return more or longer or bool(added) or warned


def _takes_more(new: Penalty, old: Penalty) -> bool:
    """A greater value where both state one; a thing that the other's words do not name where both name some."""
    if new.taken_sums and old.taken_sums and max(new.taken_sums) > max(old.taken_sums):
        return True
    if new.confiscated is not None and old.confiscated is not None and new.confiscated > old.confiscated:
        return True
    return bool(old.taken) and any(not any(thing in known for known in old.taken) for thing in new.taken)


def _has_no_end(new: Penalty, old: Penalty) -> bool:
    """The same lasting measures, now without a term."""
    lasting = old.measures & LASTING
    return bool(lasting and new.text) and new.term == 0 and lasting <= new.measures


def is_same(new: Penalty, old: Penalty) -> bool:
    """The identical proposal: disposal, sums, codes, terms; the basis where both name one."""
    if not (new.is_known and old.is_known):
        return True
    if new.basis and old.basis and letters(new.basis) != letters(old.basis):
        return False
    both = new.confiscated is not None and old.confiscated is not None
    if both and new.confiscated != old.confiscated:
        return False
    mine, other = [(row.disposal, row.fine or 0, row.codes, row.term) for row in (new, old)]
    return mine == other


def is_another(new: Penalty, old: Penalty) -> bool:
    """Heavier, or of another kind, or on another basis; less of the same is what who decides may do (行政处罚法 §57)."""
    if not (new.is_known and old.is_known):
        return False
    other_basis = bool(new.basis and old.basis) and letters(new.basis) != letters(old.basis)
    kinds = (new.disposal, new.codes) != (old.disposal, old.codes)
    return kinds or other_basis or is_heavier(new, old)


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
