"""Rules on the legal review: it passed, it saw what was decided, and nobody reviewed his own work (§58)."""

from decimal import Decimal

from tests.lawful.chronicle import Chronicle, said
from tests.lawful.chronicle.happenings import (
    Answered,
    Approved,
    Decided,
    Discussed,
    Found,
    Gathered,
    Heard,
    Issued,
    PartyNamed,
    Pleaded,
    Proposed,
    Reviewed,
    Told,
)
from tests.lawful.judge.example import (
    CHAIR,
    CLERK,
    DEPUTY,
    HEAD,
    ONE,
    REVIEWER,
    adult,
    at,
    changed,
    dropped,
    fine,
    offence,
    on,
    ordinary,
    plus,
    without,
)
from tests.lawful.judge.example_grave import decided_anew, grave, grave_anew, refused_at_once, reviewed
from tests.lawful.judge.readings import (
    correction_since,
    differs,
    fresh_since,
    in_course,
    is_major,
    people,
    punished,
    was_heard,
    worked_on,
)
from tests.lawful.judge.rule import Finds, rule
from tests.lawful.judge.who import in_office, is_known


@rule(
    "16.1",
    article="行政处罚法第五十八条第一款第二项",
    says="经过听证的，未经法制审核不得决定",
    kind="not_reviewed",
    certainty="原文",
)
def heard_and_not_reviewed(case: Chronicle) -> Finds:
    for decided in punished(case):
        if was_heard(case, decided) and not in_course(case, decided, kind=Reviewed):
            yield decided, "经过听证，没有法制审核"


heard_and_not_reviewed.breach(lambda: without(grave(), Reviewed))
heard_and_not_reviewed.lawful(lambda: changed(grave(), Reviewed, at=at(33)))


@rule(
    "16.2",
    article="行政处罚法第五十八条第一款第四项；河南省行政执法条例第二十八条第二款",
    says="重大处罚决定未经法制审核不得作出",
    kind="not_reviewed",
    certainty="记忆",
)
def major_and_not_reviewed(case: Chronicle) -> Finds:
    for decided in punished(case):
        if (
            is_major(case, decided)
            and not was_heard(case, decided)
            and not in_course(case, decided, kind=Reviewed)
        ):
            yield decided, f"{said(decided.penalty)}属于重大决定，没有法制审核"


major_and_not_reviewed.breach(lambda: without(reviewed(), Reviewed))


def _unreviewed(amount: int) -> Chronicle:
    row = offence(minimum={}, maximum={"": Decimal(20000)})
    return without(reviewed(fine(amount), offence=row), Reviewed, Discussed)


major_and_not_reviewed.breach(lambda: _unreviewed(5000))
major_and_not_reviewed.breach(
    lambda: plus(
        _unreviewed(8000), PartyNamed(at=at(46), by=(ONE,), party=adult(kind="organisation", name="王某"))
    )
)
major_and_not_reviewed.lawful(lambda: _unreviewed(4999))
major_and_not_reviewed.breach(lambda: dropped(grave_anew(), Reviewed, after=at(60)))
major_and_not_reviewed.breach(
    lambda: dropped(grave_anew(fine(8000), ground="违反法定程序"), Reviewed, after=at(60))
)
major_and_not_reviewed.lawful(lambda: grave_anew(fine(8000), ground="违反法定程序"))
major_and_not_reviewed.lawful(lambda: decided_anew(penalty=fine(600)))
for _words in ("暂无", "经审查，无减轻情形", "当事人不具有减轻情形", "本案无减轻处罚情节", "N/A"):
    major_and_not_reviewed.lawful(
        lambda words=_words: without(ordinary(fine(800, mitigation=words)), Reviewed)
    )


@rule(
    "16.3",
    article="行政处罚法第五十八条第一款",
    says="法制审核未通过的，不得决定",
    kind="not_reviewed",
    certainty="原文",
)
def review_not_passed(case: Chronicle) -> Finds:
    for decided in punished(case):
        reviews = in_course(case, decided, kind=Reviewed)
        if reviews and reviews[-1].verdict != "agreed":
            yield decided, f"最后一次审核的结论是{reviews[-1].verdict}"


review_not_passed.breach(lambda: changed(grave(), Reviewed, verdict="supplement"))
review_not_passed.lawful(
    lambda: plus(grave(), Reviewed(at=at(29), by=(REVIEWER,), verdict="supplement", saw=fine(8000)))
)


@rule(
    "16.4",
    article="行政处罚法第五十八条第一款",
    says="审核的与决定的应当是同一个处罚",
    kind="reviewed_not_decided",
    certainty="推论",
)
def reviewed_not_decided(case: Chronicle) -> Finds:
    for decided in punished(case):
        reviews = [row for row in in_course(case, decided, kind=Reviewed) if row.verdict == "agreed"]
        saw = reviews[-1].saw if reviews else None
        if saw is not None and differs(decided.penalty, saw):
            yield decided, f"审核的是{said(saw)}，决定的是{said(decided.penalty)}"


reviewed_not_decided.breach(lambda: changed(grave(), Reviewed, saw=fine(7000)))
reviewed_not_decided.breach(lambda: changed(grave(), Reviewed, saw=fine(9000)))
reviewed_not_decided.breach(lambda: changed(grave(), Reviewed, saw=fine(8000, warns=True)))
reviewed_not_decided.breach(
    lambda: changed(grave(fine(8000, tier="一般")), Reviewed, saw=fine(8000, tier="严重"))
)
reviewed_not_decided.lawful(lambda: grave())
reviewed_not_decided.lawful(lambda: changed(grave(fine(8000, tier="一般")), Reviewed, saw=fine(8000)))


@rule(
    "19.1",
    article="行政处罚法第五十八条第一款、第六十五条",
    says="审核之后又有申辩、听证、新证据、不改正的复查的，应当重新审核",
    kind="stale_review",
    certainty="记忆",
)
def stale_review(case: Chronicle) -> Finds:
    for decided in punished(case):
        reviews = in_course(case, decided, kind=Reviewed)
        if not reviews or not is_major(case, decided):
            continue
        fresh = fresh_since(case, reviews[-1], decided=decided, kinds=(Pleaded, Heard, Gathered, Found, Told))
        fresh += correction_since(case, reviews[-1], decided=decided)
        for word in dict.fromkeys(row.word for row in fresh):
            yield decided, f"审核之后又有{word}"


stale_review.breach(lambda: plus(grave(), Gathered(at=at(38), by=(ONE,), kind="document", name="新")))
stale_review.breach(lambda: refused_at_once(32))
stale_review.lawful(lambda: refused_at_once(29))
stale_review.lawful(lambda: plus(grave(), Gathered(at=at(6), by=(ONE,), kind="document", name="新")))


@rule(
    "17.1",
    article="行政处罚法第五十八条第一款；国办发〔2018〕118号",
    says="审核人员不得是本案现任、曾任承办人员",
    kind="handler_reviews",
    certainty="记忆",
)
def handler_reviews(case: Chronicle) -> Finds:
    for review in case.all(Reviewed):
        if people(case, review.by) & worked_on(case):
            yield review, "审核人承办过本案"


handler_reviews.breach(lambda: changed(grave(), Reviewed, by=(ONE,)))
handler_reviews.breach(lambda: plus(grave(), Gathered(at=at(2, 12), by=(REVIEWER,), kind="document")))
handler_reviews.breach(
    lambda: plus(grave(), Issued(at=at(2, 13), form="D10", signers=(("officer", ONE), ("officer", REVIEWER))))
)
handler_reviews.breach(lambda: changed(grave(), Proposed, by=(REVIEWER,)))
handler_reviews.breach(lambda: changed(grave(), Told, by=(REVIEWER,)))
handler_reviews.breach(lambda: plus(grave(), Found(at=at(2, 12), by=(REVIEWER,), conduct="设摊")))
handler_reviews.lawful(lambda: changed(grave(), Reviewed, by=(CHAIR,)))


@rule(
    "17.2",
    article="行政处罚法第五十八条第二款",
    says="初次从事法制审核的人员应当取得法律职业资格",
    kind="reviewer_unqualified",
    certainty="推论",
)
def reviewer_unqualified(case: Chronicle) -> Finds:
    for review in case.all(Reviewed):
        known = [case.roster.get(key) for key in review.by]
        if any(person is not None and not person.is_lawyer for person in known):
            yield review, "审核人没有法律职业资格"


reviewer_unqualified.breach(lambda: changed(grave(), Reviewed, by=("纪辛",)))
reviewer_unqualified.lawful(lambda: changed(grave(), Reviewed, by=("叶庚",)))


@rule(
    "17.4",
    article="行政处罚法第五十八条第一款",
    says="法制审核由本机关从事法制审核的人员进行",
    kind="reviewer_unqualified",
    certainty="原文",
)
def reviewed_by_others(case: Chronicle) -> Finds:
    for review in case.all(Reviewed):
        own = in_office(case, review.by, day=review.day)
        if is_known(case) and not any(person.has("legal_reviewer") for person in own):
            yield review, "审核的不是法制审核人员" if review.by else "没有审核人"


for _by in ((), ("外人",), (DEPUTY,), (CLERK,)):
    reviewed_by_others.breach(lambda by=_by: changed(grave(), Reviewed, by=by))
reviewed_by_others.lawful(lambda: changed(grave(), Reviewed, by=(CHAIR,)))


@rule(
    "17.3",
    article="行政处罚法第五十八条第一款",
    says="审核人与批准、决定的人不得是同一人",
    kind="two_offices",
    certainty="推论",
)
def reviewer_decides(case: Chronicle) -> Finds:
    reviewers = people(case, (key for row in case.all(Reviewed) for key in row.by))
    for row in (*case.all(Approved), *case.all(Decided)):
        if people(case, row.by) & reviewers:
            yield row, "审核人又批准或者决定"


reviewer_decides.breach(lambda: changed(grave(), Reviewed, by=(HEAD,)))
reviewer_decides.lawful(lambda: changed(grave(), Reviewed, by=(CHAIR,)))


@rule(
    "19.2",
    article="行政处罚法第五十七条第二款、第五十八条；河南省行政执法条例第二十八条第二款",
    says="先审核通过，后集体讨论",
    kind="out_of_order",
    certainty="原文",
)
def discussed_before_review(case: Chronicle) -> Finds:
    for decided in punished(case):
        talks, reviews = in_course(case, decided, kind=Discussed), in_course(case, decided, kind=Reviewed)
        if (
            talks
            and reviews
            and is_major(case, decided)
            and reviews[-1] not in case.before(talks[-1], Reviewed)
        ):
            yield decided, "集体讨论在审核通过之前"


discussed_before_review.breach(lambda: changed(grave(), Reviewed, at=at(38)))
discussed_before_review.lawful(lambda: changed(grave(), Reviewed, at=at(34)))


@rule(
    "19.3",
    article="行政处罚法第四十五条、第五十八条第一款",
    says="申辩复核之后才能送审通过",
    kind="stale_review",
    certainty="推论",
)
def reviewed_before_the_answer(case: Chronicle) -> Finds:
    for review in case.all(Reviewed):
        pleas = case.before(review, Pleaded)
        answers = case.before(review, Answered)
        if (
            pleas
            and review.verdict == "agreed"
            and not [r for r in answers if r in case.after(pleas[-1], Answered)]
        ):
            yield review, "还有申辩没有复核，审核就通过了"


reviewed_before_the_answer.breach(
    lambda: plus(
        grave(), Pleaded(at=at(6), on=on(6), by=(ONE,)), Answered(at=at(31), by=(ONE,), text="不成立")
    )
)
reviewed_before_the_answer.lawful(
    lambda: plus(
        grave(), Pleaded(at=at(6), on=on(6), by=(ONE,)), Answered(at=at(29), by=(ONE,), text="不成立")
    )
)
