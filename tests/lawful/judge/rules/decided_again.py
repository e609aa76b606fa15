"""Rules on the decision that does not stay: decided twice, overturned, decided again (河南条例 §32, 行政诉讼法 §71)."""

import itertools
import re

from tests.lawful.chronicle import Chronicle, Penalty, said
from tests.lawful.chronicle.happenings import Decided, Found, Gathered, Overturned
from tests.lawful.chronicle.text import plain
from tests.lawful.judge import lines
from tests.lawful.judge.example import CLERK, HEAD, ONE, at, fine, ordinary, plus
from tests.lawful.judge.example_grave import day_by_day, decided_anew
from tests.lawful.judge.readings import fresh_since, heads, is_daily, overturned_between, people
from tests.lawful.judge.rule import Finds, rule


@rule(
    "32.1",
    article="河南省行政执法条例第三十二条",
    says="已生效的决定，变更、撤销须有法定事由、程序和有权的人，不是另写一份",
    kind="decided_twice",
    certainty="推论",
)
def decided_twice(case: Chronicle) -> Finds:
    rows = case.all(Decided)
    for first, second in itertools.pairwise(rows):
        if not is_daily(case, second) and not overturned_between(case, first, second=second):
            yield second, "前一个决定没有撤销，又作出决定"


decided_twice.breach(lambda: plus(ordinary(), Decided(at=at(17), by=(HEAD,), paper="documents.document:12")))
decided_twice.breach(lambda: day_by_day(refused=False))
decided_twice.lawful(lambda: day_by_day())
decided_twice.lawful(lambda: plus(ordinary(), Overturned(at=at(120), by=(HEAD,), ground="程序违法")))


@rule(
    "32.2",
    article="行政复议法第六十四条第二款；行政诉讼法第七十一条；最高人民法院关于适用《行政诉讼法》的解释第九十条",
    says="被撤销责令重作的，不得以同一事实和理由作出基本相同的决定",
    kind="decided_again_the_same",
    certainty="推论",
)
def decided_again_the_same(case: Chronicle) -> Finds:
    for gone in case.all(Overturned):
        old = case.before(gone, Decided)
        formal = _is_formal(gone.ground)
        for new in case.after(gone, Decided) if gone.orders_anew and old and not formal else ():
            if _is_alike(new.penalty, old[-1].penalty) and not _has_new_facts(case, gone, new=new):
                yield new, f"被撤销的是{said(old[-1].penalty)}，重作的是{said(new.penalty)}"


FORMAL = re.compile(
    "(?:违反|违背|未经|未履行|未遵守|未依|未按|缺少|遗漏|省略|不符合|不合)[^,]{0,10}程序"
    "|程序[^,]{0,4}(?:违法|不当|不合法|不合规|错误|有误|瑕疵|颠倒|倒置|缺失|不符)"
)
# 并未违反, 程序无不当, 程序没有错误
NOT_FORMAL = re.compile(
    "(?:未|没有|不|无|非)(?:存在|构成|属于?)?违[反背]|程序[^,]{0,3}(?:无|没有|未|不存在|并非)"
)
OF_SUBSTANCE = re.compile(
    "证据(?:不足|不充分|不确凿)|事实(?:[^,]{0,4}(?:不清|错误|有误)|不成立|没有根据)|(?:认定|适用)[^,]{0,12}(?:错误|有误)"
    "|(?:依据|法律)(?:适用)?(?:错误|有误)|超越职权|滥用职权|没有职权|(?<!程序)明显不当|处罚(?:过重|畸重)"
)


def _is_formal(ground: str) -> bool:
    """A breach of procedure, and nothing beside it that is wrong in substance (解释第九十条第二款)."""
    parts = re.split("[,。;:、]", plain(ground))
    formal = any(FORMAL.search(part) and not NOT_FORMAL.search(part) for part in parts)
    return formal and not any(OF_SUBSTANCE.search(part) for part in parts)


def _is_alike(new: Penalty, old: Penalty) -> bool:
    """The same disposal and kinds, and the fine not markedly lower; heavier is no other either."""
    same = (new.disposal, new.codes) == (old.disposal, old.codes)
    return same and new.is_known and old.is_known and (new.fine or 0) >= (old.fine or 0) * lines.ALIKE


def _has_new_facts(case: Chronicle, gone: Overturned, *, new: Decided) -> bool:
    """What was found or gathered after the fall: other facts, though the result may be the same."""
    return bool(fresh_since(case, gone, decided=new, kinds=(Gathered, Found)))


for _penalty in (fine(800), fine(799), fine(900), fine(800, tier="一般"), fine(720)):
    decided_again_the_same.breach(lambda penalty=_penalty: decided_anew(penalty=penalty))
decided_again_the_same.lawful(lambda: decided_anew(penalty=fine(600)))
for _words in (
    "主要证据不足，程序合法",
    "主要证据不足、程序违法",
    "事实不清且违反法定程序",
    "未违反法定程序",
):
    decided_again_the_same.breach(lambda words=_words: decided_anew(ground=words))
for _words in ("违反法定程序", "程序违法", "事实清楚，证据充分，程序严重违法", "未履行听证程序"):
    decided_again_the_same.lawful(lambda words=_words: decided_anew(ground=words))
decided_again_the_same.lawful(
    lambda: decided_anew(Gathered(at=at(44), by=(ONE,), kind="document", name="新证据", proves="事实"))
)


@rule(
    "32.3",
    article="河南省行政执法条例第三十二条；行政处罚法第七十五条第二款",
    says="自行撤销、变更应当写明法定事由",
    kind="overturned_without_ground",
    certainty="推论",
)
def overturned_without_ground(case: Chronicle) -> Finds:
    for gone in case.all(Overturned):
        if not gone.ground.strip():
            yield gone, "没有写明事由"


overturned_without_ground.breach(lambda: plus(ordinary(), Overturned(at=at(120), by=(HEAD,))))
overturned_without_ground.lawful(
    lambda: plus(ordinary(), Overturned(at=at(120), by=(HEAD,), ground="依据错误"))
)


@rule(
    "32.4",
    article="河南省行政执法条例第二十八条、第三十二条；行政处罚法第七十五条第二款",
    says="自行撤销、变更由机关负责人依照法定权限决定",
    kind="overturned_by_others",
    certainty="推论",
)
def overturned_by_others(case: Chronicle) -> Finds:
    for gone in case.all(Overturned):
        in_office = heads(case, gone.day)
        own = gone.by_whom not in {"court", "reconsideration"}
        if own and in_office and not people(case, gone.by) & in_office:
            yield gone, "撤销、变更的不是机关负责人" if gone.by else "没有写明是谁撤销、变更的"


for _by in ((ONE,), (CLERK,), ()):
    overturned_by_others.breach(
        lambda by=_by: plus(ordinary(), Overturned(at=at(120), by=by, ground="依据错误"))
    )
overturned_by_others.lawful(lambda: plus(ordinary(), Overturned(at=at(120), by=(HEAD,), ground="依据错误")))
