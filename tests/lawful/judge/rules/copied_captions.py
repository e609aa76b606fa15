"""Rules on the copy's other captions: category, procedure, amount, remedies, and measures wherever they stand (行政处罚法 §48)."""

import re
from collections.abc import Iterator
from decimal import Decimal

from tests.lawful.chronicle import Chronicle
from tests.lawful.chronicle.happenings import Decided, Published
from tests.lawful.chronicle.measures import read_measures
from tests.lawful.chronicle.people import BUSINESS, PERSON
from tests.lawful.chronicle.sums import NUMERALS, number_of
from tests.lawful.chronicle.text import MASK, plain
from tests.lawful.judge.example import changed, fine, ordinary
from tests.lawful.judge.example_grave import grave
from tests.lawful.judge.rule import Finds, rule

# other fields may name a measure that was not decided: the article threatens it, the facts tell of it
ELSEWHERE = re.compile(
    ".*(?:依据|条款|规定|法条|事实|案情|行为|案由|案件|理由|说明|情节|渠道|途径|权利|经营范围|备注|名称|履行|violated|conduct).*"
)
AMOUNT = re.compile(r"(?:行政)?(?:处罚|罚款)(?:金额|数额)(?:\((万?)元\))?")
CONTENT = re.compile("(?:行政)?处罚(?:内容|结果|决定|决定内容)")
BARE_KINDS = re.compile("(?:对当事人|给予|处以?|作出|并处?|行政处罚|警告|罚款|的|[,、。;])+")
REMEDY = re.compile("救济(?:渠道|途径|方式|权利)")
DENIED = re.compile("(?:不得|不能|不可以?|无权|不予)(?:依法)?(?:申请|提起|提出)?(?:行政)?(?:复议|诉讼|起诉)")
CATEGORY = re.compile("(?:行政)?(?:相对人|当事人)(?:类别|类型|性质)")
NATURAL, LEGAL, TRADER = "自然人|个人|公民", "法人|组织|企业|单位", "个体"
PROCEDURE = re.compile("执法类别|(?:适用|处罚|执法)程序")


def _fields(case: Chronicle) -> Iterator[tuple[Published, Decided, str, str]]:
    """Each field of each copy, with the decision that it is copied from."""
    for row in case.all(Published):
        rows = case.before(row, Decided)
        for caption, value in row.content if rows else ():
            yield row, rows[-1], plain(caption), plain(f"{value}")


@rule(
    "60.24",
    article="行政处罚法第四十八条",
    says="公示的类别、程序、救济渠道应当与决定相符",
    kind="copy_says_more",
    certainty="推论",
)
def copy_with_another_category(case: Chronicle) -> Finds:
    for row, decided, caption, value in _fields(case):
        party = case.party_at(decided)
        other = (
            (CATEGORY.fullmatch(caption) and party is not None and _is_other_kind(value, party.kind))
            or (PROCEDURE.fullmatch(caption) and _is_other_procedure(value, decided))
            or (REMEDY.fullmatch(caption) and DENIED.search(value))
        )
        if other:
            yield row, f"公示的{caption}“{value[:30]}”与决定不符"


def _is_other_kind(words: str, kind: str) -> bool:
    """Names another kind of party and not the right one; a trader is a natural person too."""
    right = {PERSON: NATURAL, BUSINESS: f"{TRADER}|{NATURAL}"}.get(kind, LEGAL)
    return not re.search(right, words) and re.search(f"{NATURAL}|{LEGAL}|{TRADER}", words) is not None


def _is_other_procedure(words: str, decided: Decided) -> bool:
    is_simplified, is_full = "简易" in words, re.search("普通|一般", words) is not None
    return is_simplified != is_full and is_simplified != decided.is_simplified


@rule(
    "60.25",
    article="行政处罚法第四十八条",
    says="公示的处罚种类、数额应当是决定的种类、数额",
    kind="copy_says_more",
    certainty="推论",
)
def copy_with_another_penalty(case: Chronicle) -> Finds:
    for row, decided, caption, value in _fields(case):
        penalty = decided.penalty
        written = penalty.text + "".join(str(word) for word in (decided.says or {}).values())
        if not penalty.is_known:
            continue
        stray = frozenset[str]()
        if not ELSEWHERE.fullmatch(caption):
            stray = read_measures(value) - penalty.codes - read_measures(written) - {"second_fine", "other"}
        if (
            stray
            or _is_other_amount(caption, value, decided=decided)
            or _hides_the_fine(caption, value, row=row, decided=decided)
        ):
            yield row, f"公示的{caption}“{value[:30]}”不是决定的处罚"


def _is_other_amount(caption: str, value: str, *, decided: Decided) -> bool:
    """A field of nothing but the amount: in yuan, or in ten thousands where the caption says so."""
    hit = AMOUNT.fullmatch(caption)
    number = number_of(re.sub("^(?:人民币|¥)|[元圆]?整?$", "", value)) if hit and value else None
    if hit is None or number is None:
        return False
    mine, taken = decided.penalty.fine or Decimal(0), decided.penalty.confiscated or Decimal(0)
    return number * (10000 if hit[1] else 1) not in {mine, mine + taken}


def _hides_the_fine(caption: str, value: str, *, row: Published, decided: Decided) -> bool:
    """The content names kinds only, no sum, and no other field has the sum of the fine that was decided."""
    if not decided.penalty.fine or not CONTENT.fullmatch(caption) or MASK.search(value):
        return False
    others = [
        plain(f"{shown}") for name, shown in row.content if re.search("金额|数额|内容|结果|amount", name)
    ]
    return BARE_KINDS.fullmatch(value) is not None and not any(
        re.search(rf"[{NUMERALS}\d]", shown) for shown in others
    )


def _copy(*fields: tuple[str, str], result: str = "罚款800元") -> Chronicle:
    return changed(ordinary(), Published, content=(("行政相对人", "王某某"), *fields, ("处罚内容", result)))


for _pair in (
    ("救济渠道", "不得申请行政复议"),
    ("行政相对人类别", "法人或者其他组织"),
    ("行政相对人类别", "法人"),
    ("执法类别", "行政处罚（简易程序）"),
):
    copy_with_another_category.breach(lambda pair=_pair: _copy(pair))
for _pair in (
    ("救济渠道", "可以依法向演示市人民政府申请行政复议，或者依法提起行政诉讼。"),
    ("行政相对人类别", "自然人"),
    ("执法类别", "行政处罚（普通程序）"),
):
    copy_with_another_category.lawful(lambda pair=_pair: _copy(pair))
for _pair in (
    ("处罚种类", "吊销许可证"),
    ("处罚类别", "责令停产停业"),
    ("行政处罚决定", "罚款800元，吊销营业执照"),
    ("其他措施", "没收三轮车"),
    ("罚款金额", "8000"),
    ("处罚金额（万元）", "0.8"),
):
    copy_with_another_penalty.breach(lambda pair=_pair: _copy(pair))
for _words in ("警告", "罚款"):
    copy_with_another_penalty.breach(lambda words=_words: _copy(result=words))
for _pair in (
    ("处罚种类", "罚款"),
    ("罚款金额", "800"),
    ("处罚金额（万元）", "0.08"),
    ("处罚金额", "800.00元"),
):
    copy_with_another_penalty.lawful(lambda pair=_pair: _copy(pair))
copy_with_another_penalty.lawful(lambda: _copy(("罚款金额（元）", "800"), result="罚款"))
copy_with_another_penalty.lawful(
    lambda: changed(
        grave(fine(8000)), Published, content=(("处罚内容", "罚款8000元"), ("处罚金额（万元）", "0.8"))
    )
)
