"""Rules on the collective discussion of the heads: held, by heads, on what was decided (§57, 河南条例 §28)."""

from dataclasses import replace
from decimal import Decimal

from tests.lawful.chronicle import Chronicle, Penalty, said
from tests.lawful.chronicle.concluded import concluded
from tests.lawful.chronicle.happenings import (
    Answered,
    Discussed,
    Found,
    Gathered,
    Heard,
    HearingAsked,
    HearingNotified,
    Issued,
    PartyNamed,
    Pleaded,
    Rechecked,
    Told,
)
from tests.lawful.judge.example import (
    DEPUTY,
    LEADER,
    ONE,
    adult,
    at,
    changed,
    dropped,
    fine,
    on,
    plus,
    without,
)
from tests.lawful.judge.example_grave import grave, grave_anew, refused_at_once
from tests.lawful.judge.readings import (
    correction_since,
    differs,
    fresh_since,
    heads,
    in_course,
    is_major,
    ordinary_decisions,
    people,
    punished,
    worked_on,
)
from tests.lawful.judge.rule import Finds, rule
from tests.lawful.judge.talk import (
    agreed_fines,
    agreed_measures,
    agrees_to,
    is_mild,
    leads_elsewhere,
    refused_fines,
    without_fines_spared,
)


@rule(
    "18.1",
    article="行政处罚法第五十七条第二款；河南省行政执法条例第二十八条第二款",
    says="情节复杂或者重大的，由负责人集体讨论决定",
    kind="not_discussed",
    certainty="记忆",
)
def not_discussed(case: Chronicle) -> Finds:
    for decided in punished(case):
        if is_major(case, decided) and not in_course(case, decided, kind=Discussed):
            yield decided, f"{said(decided.penalty)}属于重大决定，没有集体讨论"


not_discussed.breach(lambda: without(grave(), Discussed))
not_discussed.breach(
    lambda: plus(
        without(grave(), Discussed, Heard, HearingAsked, HearingNotified),
        PartyNamed(at=at(46), by=(ONE,), party=adult(kind="organisation")),
    )
)
not_discussed.lawful(lambda: changed(grave(), Discussed, at=at(43)))
not_discussed.breach(lambda: dropped(grave_anew(), Discussed, after=at(60)))
not_discussed.lawful(lambda: grave_anew())


@rule(
    "18.2",
    article="行政处罚法第五十七条第二款；河南省行政执法条例第二十八条第二款",
    says="决定应当与集体讨论的结论一致",
    kind="deliberation_against",
    certainty="推论",
)
def decided_against_the_discussion(case: Chronicle) -> Finds:
    for decided in ordinary_decisions(case):
        talks = in_course(case, decided, kind=Discussed)
        if talks and _is_against(talks[-1], decided.penalty):
            yield decided, f"讨论结论“{talks[-1].text[:30]}”，决定{said(decided.penalty)}"


def _is_against(talk: Discussed, penalty: Penalty) -> bool:
    """The talk agreed to a measure that was not decided; or not to this very fine, but plainly to something else."""
    fine_, words = penalty.fine or Decimal(0), talk.text
    if not penalty.punishes:
        return _concluded(talk, words) == "punish" and penalty.disposal in {"spare", "unfounded"}
    if agreed_measures(words) - penalty.codes:
        return True
    if agrees_to(words, fine_):
        return False
    agreed = agreed_fines(words)
    return (
        (bool(agreed) and fine_ not in agreed)
        or fine_ in refused_fines(words)
        or leads_elsewhere(words)
        or (bool(fine_) and is_mild(words))
        or _concluded(talk, words if fine_ else without_fines_spared(words)) == "spare"
    )


def _concluded(talk: Discussed, words: str) -> str:
    """As the words say; as it was recorded where they leave it open."""
    read = concluded(words)
    return talk.conclusion if read == "unclear" else read


decided_against_the_discussion.breach(lambda: changed(grave(), Discussed, text="同意罚款人民币5,000元"))
for _words in (
    "同意罚款人民币伍仟元整",
    "同意罚款五千元",
    "经讨论，处以两千元罚款",
    "罚款七千九百元，其余同意",
    "同意罚款玖仟元整",
    "同意罚款0.9万元，不予移送",
    "同意罚款五千元，不同意罚款八千元",
    "同意将罚款八千元减为五千元",
    "不宜罚款八千元",
    "同意罚款八千元，同意责令停业整顿",
):
    decided_against_the_discussion.breach(lambda words=_words: changed(grave(), Discussed, text=words))
for _words in (
    "同意罚款捌仟元整",
    "同意罚款八千元",
    "在五千元以上二万元以下的幅度内罚款八千元",
    "原拟罚款五千元偏轻，同意罚款八千元",
    "不同意罚款五千元，同意罚款8,000元",
    "同意将罚款九千元减为八千元",
    "同意罚款0.8万元，不予移送",
    "承办人建议罚款九千元，经讨论决定罚款八千元，不予吊销",
):
    decided_against_the_discussion.lawful(lambda words=_words: changed(grave(), Discussed, text=words))
decided_against_the_discussion.breach(lambda: changed(grave(), Discussed, text="同意移送公安机关"))
decided_against_the_discussion.breach(
    lambda: changed(grave(), Discussed, conclusion="spare", text="不予处罚")
)
decided_against_the_discussion.lawful(lambda: grave())
for _words in (
    "同意免予行政处罚",
    "同意撤案",
    "经集体讨论，同意免予行政处罚",
    "同意免于处罚",
    "同意从轻，不再处罚",
    "承办人建议罚款八千元，不同意",
    "不同意给予处罚",
    "原拟罚款八千元，讨论后不予处罚",
    "采纳当事人不予处罚的请求",
):
    decided_against_the_discussion.breach(lambda words=_words: changed(grave(), Discussed, text=words))
for _words in (
    "当事人请求不予处罚的意见不予采纳，同意罚款八千元",
    "不同意承办人不予处罚的意见，给予罚款八千元",
    "当事人请求不予处罚，不予采纳，同意给予处罚",
    "不符合不予处罚的情形，罚款八千元",
    "不予从轻处罚，罚款八千元",
    "不同意撤案，罚款八千元",
):
    decided_against_the_discussion.lawful(lambda words=_words: changed(grave(), Discussed, text=words))
for _words in (
    "一致同意不予罚款",
    "免予罚款",
    "同意给予警告，不予罚款",
    "仅给予警告",
    "不同意",
    "否决",
    "多数不同意",
    "退回补充调查",
    "事实不清，证据不足，退回承办机构",
    "未形成一致意见",
    "下次再议",
    "本案暂不决定",
    "同意按9000元执行",
    "处9000元",
    "同意处罚，数额7000元",
    "移交公安",
    "批评教育",
    "责令改正即可",
    "同意承办人意见：罚款8000元，没收烤炉",
):
    decided_against_the_discussion.breach(lambda words=_words: changed(grave(), Discussed, text=words))
for _words in (
    "本案不构成犯罪，不需移送，同意罚款8000元",
    "不需要移送司法机关，同意罚款8000元",
    "案件不符合移送条件，同意罚款8000元",
    "本案应当移送公安机关的情形不存在，同意罚款8000元",
    "公安机关移送的案件，同意罚款8000元",
    "本案由住建局移送我局，同意罚款8000元",
    "公安机关退回移送，同意罚款8000元",
    "公安机关移送的案件，同意给予处罚",
    "同意罚款8000元，对其员工免予处罚",
    "同意给予处罚，对其员工免予处罚",
    "罚款8000元，其中第二项违法行为不予处罚",
    "同意罚款8000元，不再处罚其他人员",
    "同意罚款8000元；如整改到位不再追究",
    "罚款8000元，缴清后本案终止调查",
    "同意罚款8000元，承办机构曾建议不予处罚未被采纳",
    "未发现不予处罚的情形，同意罚款8000元",
    "未发现不予处罚的情形，同意给予处罚",
    "裁量基准为罚款5000元至10000元，本案取8000元",
    "处5000元至20000元罚款的规定，同意承办意见",
    "拟罚款10000元，因其积极整改，酌情罚款8000元",
    "程丁意见罚款10000元，郭戊意见罚款8000元，最后按罚款8000元",
    "同意罚款8000元；吊销许可证由发证机关决定",
    "经退回补充调查，事实清楚，同意给予处罚",
    "同意给予处罚，违法所得3000元",
    "同意按8000元执行",
):
    decided_against_the_discussion.lawful(lambda words=_words: changed(grave(), Discussed, text=words))


@rule(
    "18.3",
    article="行政处罚法第五十七条第二款",
    says="集体讨论的与决定的应当是同一个处罚",
    kind="deliberation_against",
    certainty="推论",
)
def discussed_something_else(case: Chronicle) -> Finds:
    for decided in punished(case):
        talks = in_course(case, decided, kind=Discussed)
        saw = talks[-1].saw if talks else None
        if saw is not None and differs(decided.penalty, saw):
            yield decided, f"讨论的是{said(saw)}，决定的是{said(decided.penalty)}"


discussed_something_else.breach(lambda: changed(grave(), Discussed, saw=fine(7000)))
discussed_something_else.breach(lambda: changed(grave(), Discussed, saw=fine(9000)))
discussed_something_else.lawful(lambda: grave())


@rule(
    "18.4",
    article="行政处罚法第五十七条第二款",
    says="参加集体讨论的是当日在任的机关负责人",
    kind="not_a_head",
    certainty="推论",
)
def discussed_by_others(case: Chronicle) -> Finds:
    for talk in case.all(Discussed):
        in_office = heads(case, talk.day)
        strangers = people(case, (*talk.participants, talk.chair)) - in_office - _attending(case, talk)
        presides = not talk.chair or people(case, (talk.chair,)) <= in_office
        if in_office and (strangers or not presides):
            yield talk, f"有{len(strangers)}名参加人不是机关负责人" if strangers else "主持人不是机关负责人"


def _attending(case: Chronicle, talk: Discussed) -> frozenset[str]:
    """The legal reviewers: they attend 列席 and do not vote (记忆)."""
    known = [(key, case.roster.get(key)) for key in talk.participants]
    return people(case, (key for key, person in known if person and person.has("legal_reviewer")))


discussed_by_others.breach(lambda: changed(grave(), Discussed, participants=("程丁", "苏甲")))
discussed_by_others.lawful(lambda: changed(grave(), Discussed, participants=("程丁", "郭戊", "沈己")))


@rule(
    "18.5",
    article="行政处罚法第五十七条第二款",
    says="集体讨论应当有两名以上负责人",
    kind="not_discussed",
    certainty="记忆",
)
def discussed_alone(case: Chronicle) -> Finds:
    for talk in case.all(Discussed):
        present = people(case, (*talk.participants, talk.chair))
        count = len(present & (heads(case, talk.day) or present))
        if count < 2 and not talk.is_overwritten:
            yield talk, f"只有{count}名负责人"


discussed_alone.breach(lambda: changed(grave(), Discussed, participants=("程丁", "沈己")))
discussed_alone.lawful(lambda: changed(grave(), Discussed, participants=("程丁", "郭戊", "沈己")))


@rule(
    "18.6",
    article="行政处罚法第五十七条第二款；河南省行政执法条例第二十八条第二款",
    says="承办人员不得作为负责人参加表决",
    kind="handler_reviews",
    certainty="记忆",
)
def handler_votes(case: Chronicle) -> Finds:
    for talk in case.all(Discussed):
        if people(case, (*talk.participants, talk.chair)) & worked_on(case):
            yield talk, "承办过本案的人参加讨论决定"


handler_votes.breach(lambda: changed(grave(), Discussed, participants=("程丁", "丁乙")))
handler_votes.breach(
    lambda: plus(grave(), Issued(at=at(2, 13), form="D08", signers=(("officer", ONE), ("officer", DEPUTY))))
)
handler_votes.breach(lambda: plus(grave(), Rechecked(at=at(2, 16), by=(ONE, DEPUTY), is_corrected=False)))
handler_votes.lawful(
    lambda: plus(grave(), Issued(at=at(2, 13), form="D08", signers=(("officer", ONE), ("officer", LEADER))))
)
handler_votes.lawful(lambda: changed(grave(), Discussed, participants=("程丁", "郭戊"), chair="郭戊"))


@rule(
    "18.7",
    article="行政处罚法第四十七条、第五十七条第二款",
    says="集体讨论的记录不得改写，再议应当另行记录",
    kind="deliberation_overwritten",
    certainty="推论",
)
def discussion_overwritten(case: Chronicle) -> Finds:
    for talk in case.all(Discussed):
        if talk.is_overwritten:
            yield talk, "讨论记录被后来的记录覆盖"


discussion_overwritten.breach(lambda: changed(grave(), Discussed, is_overwritten=True))
discussion_overwritten.lawful(
    lambda: plus(grave(), replace(grave().all(Discussed)[0], at=at(36), text="再议，同意给予处罚"))
)


@rule(
    "19.4",
    article="行政处罚法第五十七条第二款、第六十五条",
    says="讨论之后又有申辩、听证、新证据、不改正的复查的，应当重新讨论",
    kind="stale_deliberation",
    certainty="记忆",
)
def stale_discussion(case: Chronicle) -> Finds:
    for decided in punished(case):
        talks = in_course(case, decided, kind=Discussed)
        if not talks or not is_major(case, decided):
            continue
        fresh = fresh_since(case, talks[-1], decided=decided, kinds=(Pleaded, Heard, Gathered, Found, Told))
        fresh += correction_since(case, talks[-1], decided=decided)
        for word in dict.fromkeys(row.word for row in fresh):
            yield decided, f"讨论之后又有{word}"


stale_discussion.breach(lambda: plus(grave(), Pleaded(at=at(40), on=on(40), by=(ONE,))))
stale_discussion.breach(lambda: refused_at_once(38))
stale_discussion.lawful(lambda: refused_at_once(29))
stale_discussion.lawful(
    lambda: plus(
        grave(), Pleaded(at=at(24), on=on(24), by=(ONE,)), Answered(at=at(25), by=(ONE,), text="不成立")
    )
)
