"""Rules on service: to the right person, in time, in a lawful way, on the day it happened (§61, 民事诉讼法 §88–§95)."""

import re
from dataclasses import replace
from datetime import timedelta

from tests.lawful.chronicle import Chronicle
from tests.lawful.chronicle.happenings import (
    Closed,
    Decided,
    Happening,
    Issued,
    Overturned,
    Paid,
    Published,
    Served,
    Told,
)
from tests.lawful.chronicle.text import is_one_place, plain
from tests.lawful.judge import lines
from tests.lawful.judge.example import HEAD, ONE, at, changed, on, ordinary, plus, without
from tests.lawful.judge.readings import fell, ordinary_decisions, services_of
from tests.lawful.judge.rule import Finds, Omission, rule

REVOCATION = "D87"


@rule(
    "43.1",
    article="河南省行政执法条例第三十一条；民事诉讼法第八十八条第二款",
    says="送达日不得早于文书作出之日",
    kind="service_backdated",
    certainty="推论",
)
def service_backdated(case: Chronicle) -> Finds:
    for row in case.all(Served):
        papers = [paper for paper in case.all(Issued) if paper.ref and paper.ref == row.paper]
        made = [day for day in (row.issued_on, *(paper.day for paper in papers)) if day]
        if made and row.day < max(made):
            yield row, f"{row.form}：{max(made)}作出，{row.day}送达"


service_backdated.breach(lambda: changed(ordinary(), Served, on=on(13)))
service_backdated.lawful(lambda: changed(ordinary(), Served, on=on(14)))


@rule(
    "43.4",
    article="民事诉讼法第八十七条；行政处罚法第四十七条",
    says="送达当时记明日期，不得事后倒填",
    kind="service_backdated",
    certainty="推论",
)
def entered_long_after(case: Chronicle) -> Finds:
    for row in (*case.all(Served), *_told_alone(case)):
        late = (row.at.date() - row.day).days
        if (isinstance(row, Told) or row.method in AT_ONCE) and late > lines.ENTER_SERVICE:
            yield row, f"{row.form}：{row.at.date()}才登记，送达日却写{row.day}"


AT_ONCE = frozenset({"direct", "left", "electronic"})


def _told_alone(case: Chronicle) -> list[Told]:
    """The notices whose service is not told by itself: how they were served is not known."""
    served = {row.paper for row in case.all(Served) if row.paper}
    return [row for row in case.all(Told) if row.paper not in served]


entered_long_after.breach(lambda: changed(ordinary(), Served, at=at(30)))
entered_long_after.breach(lambda: changed(ordinary(), Told, at=at(9), on=on(3)))
entered_long_after.lawful(lambda: changed(ordinary(), Told, at=at(8), on=on(3)))
entered_long_after.lawful(lambda: changed(ordinary(), Served, at=at(17)))


def _due(case: Chronicle, decided: Decided) -> bool:
    """The seven working days are over, as far as the chronicle goes."""
    ends = case.days.after(decided.day, lines.START_SERVICE)
    return case.today is not None and case.today > ends


@rule(
    "44.1",
    article="行政处罚法第六十一条第一款、第八十五条；河南省行政执法条例第三十条",
    says="处罚决定应当送达当事人，没有送达不生效、不得结案",
    kind="nobody_given",
    certainty="推论",
)
def nobody_given(case: Chronicle) -> Finds:
    for decided in case.all(Decided):
        if services_of(case, decided) or decided.penalty.disposal == "refer":
            continue
        ended = [*case.after(decided, Closed), *case.after(decided, Paid)]
        if _is_taken_back(case, decided, before=(ended or case.happenings[-1:])[0]):
            continue
        if ended:
            yield ended[0], f"决定没有送达，已经{ended[0].word}"
        elif _due(case, decided):
            yield decided, Omission(f"{decided.day}决定，到{case.today}没有送达")


def _is_taken_back(case: Chronicle, decided: Decided, *, before: Happening) -> bool:
    """A decision that never took effect and is no more: the party is told that it was taken back (推论).

    What a court, or reconsideration, took away is told by its own judgment.
    """
    gone = fell(case, decided, before=before)
    if gone is not None and gone.by_whom != "self" and gone.has_judgment:
        return True
    told = case.after(gone, Served) if gone else ()
    return any(row.form == REVOCATION and row in (*case.before(before, Served), before) for row in told)


def _withdrawn(*more: Happening, by: str = "self", has_judgment: bool = True) -> Chronicle:
    case = changed(without(ordinary(), Served, Paid, Published), Closed, kind="overturned")
    gone = Overturned(at=at(16), by=(HEAD,), by_whom=by, ground="认定事实错误", has_judgment=has_judgment)
    return plus(case, gone, *more)


def _told() -> Served:
    (row,) = ordinary().all(Served)
    return replace(row, at=at(16, 12), on=on(16), form=REVOCATION, paper="")


nobody_given.breach(_withdrawn)
nobody_given.lawful(lambda: _withdrawn(_told()))
nobody_given.lawful(lambda: _withdrawn(by="court"))
nobody_given.breach(lambda: _withdrawn(by="court", has_judgment=False))
nobody_given.breach(lambda: without(ordinary(), Served))
nobody_given.breach(lambda: without(ordinary(), Served, Paid, Closed))
nobody_given.lawful(lambda: changed(ordinary(), Served, at=at(18, 8), on=on(18)))


@rule(
    "44.2",
    article="行政处罚法第六十一条第一款、第八十五条",
    says="当事人不在场的，决定后七个工作日内送达",
    kind="served_late",
    certainty="推论",
)
def served_late(case: Chronicle) -> Finds:
    for decided in ordinary_decisions(case):
        rows = services_of(case, decided)
        if not rows or rows[0].attempts or rows[0].method in {"public_notice", "postal"}:
            continue
        ends = case.days.after(decided.day, lines.START_SERVICE)
        if rows[0].day > ends:
            yield rows[0], f"应当在{ends}之前送达，{rows[0].day}才送达"


served_late.breach(lambda: changed(without(ordinary(), Paid, Closed), Served, at=at(29), on=on(29)))
served_late.lawful(lambda: changed(without(ordinary(), Paid, Closed), Served, at=at(22), on=on(22)))


@rule(
    "44.3",
    article="行政处罚法第六十七条第三款；河南省行政执法条例第三十条",
    says="决定送达之前不得收缴罚款",
    kind="nobody_given",
    certainty="推论",
)
def paid_before_service(case: Chronicle) -> Finds:
    for decided in ordinary_decisions(case):
        days = [row.day for row in services_of(case, decided)]
        early = [row for row in case.after(decided, Paid) if days and row.day < min(days)]
        if early:
            yield early[0], f"{min(days)}送达，{early[0].day}已经收款"


paid_before_service.breach(lambda: changed(ordinary(), Paid, on=on(14)))
paid_before_service.lawful(lambda: changed(ordinary(), Paid, on=on(15)))


@rule(
    "45.1",
    article="民事诉讼法第八十九条",
    says="留置送达须有见证人签名，或者拍照录像",
    kind="left_without_witness",
    certainty="原文",
)
def left_without_witness(case: Chronicle) -> Finds:
    for row in case.all(Served):
        film = any(record.moment == "service" for record in case.happenings if hasattr(record, "moment"))
        if row.method == "left" and not row.proofs & {"film", "photo", "video", "witness"} and not film:
            yield row, "没有见证人，也没有拍照录像"


left_without_witness.breach(lambda: changed(ordinary(), Served, method="left"))
left_without_witness.lawful(lambda: changed(ordinary(), Served, method="left", proofs=frozenset({"witness"})))


@rule(
    "45.2",
    article="行政处罚法第六十一条第二款；民事诉讼法第九十条",
    says="电子送达须有当事人事先签订的确认书",
    kind="electronic_without_consent",
    certainty="原文",
)
def electronic_without_consent(case: Chronicle) -> Finds:
    for row in case.all(Served):
        if row.method == "electronic" and not row.has_consent:
            yield row, f"{row.form}电子送达，没有确认书"


electronic_without_consent.breach(lambda: changed(ordinary(), Served, method="electronic"))
electronic_without_consent.lawful(lambda: changed(ordinary(), Served, method="electronic", has_consent=True))


@rule(
    "45.3",
    article="民事诉讼法第九十一条",
    says="邮寄送达以回执上的收件日期为准，须有回执",
    kind="service_unproved",
    certainty="原文",
)
def posted_without_receipt(case: Chronicle) -> Finds:
    for row in case.all(Served):
        if row.method == "postal" and "receipt" not in row.proofs:
            yield row, "没有邮件回执"


posted_without_receipt.breach(lambda: changed(ordinary(), Served, method="postal"))
posted_without_receipt.lawful(
    lambda: changed(ordinary(), Served, method="postal", proofs=frozenset({"receipt"}))
)


@rule(
    "46.1",
    article="民事诉讼法第九十五条第二款",
    says="公告送达限于下落不明或者其他方式无法送达，案卷写明原因和经过",
    kind="public_notice_untried",
    certainty="原文",
)
def public_notice_untried(case: Chronicle) -> Finds:
    for row in case.all(Served):
        if row.method == "public_notice" and not row.attempts and not _tells_of_tries(row.note):
            yield row, "没有此前尝试送达的记录"


def _tells_of_tries(note: str) -> bool:
    """Whereabouts unknown, or two of the signs of a try."""
    words = plain(note)
    return "下落不明" in words or sum(word in words for word in TRIES) >= 2


TRIES = ("上门", "电话", "邮寄", "退回", "无人", "无法送达")
public_notice_untried.breach(lambda: changed(_announced(0, 46), Served, note="电话"))
public_notice_untried.lawful(lambda: changed(_announced(0, 46), Served, note="两次上门无人应答，邮寄被退回"))
public_notice_untried.breach(lambda: _announced(0, 46))
public_notice_untried.lawful(lambda: _announced(2, 46))


@rule(
    "46.2",
    article="民事诉讼法第九十五条第一款",
    says="公告送达自发出公告之日起满三十日视为送达",
    kind="public_notice_short",
    certainty="原文",
)
def public_notice_short(case: Chronicle) -> Finds:
    for row in case.all(Served):
        since = row.published_on
        if row.method != "public_notice":
            continue
        made = [paper.day for paper in case.all(Issued) if paper.ref and paper.ref == row.paper]
        made += [row.issued_on] if row.issued_on else []
        if since is None:
            yield row, "没有公告的日期"
        elif made and since < max(made):
            yield row, f"{max(made)}作出，{since}就已公告"
        elif row.day < since + timedelta(days=lines.PUBLIC_NOTICE):
            yield row, f"{since}公告，{row.day}就算送达"


def _announced(attempts: int, counted: int) -> Chronicle:
    case = without(ordinary(today=on(60)), Paid, Closed)
    return changed(
        case,
        Served,
        at=at(16, 10),
        on=on(counted),
        method="public_notice",
        published_on=on(16),
        attempts=attempts,
        to="",
        relation="",
    )


public_notice_short.breach(lambda: _announced(2, 45))
public_notice_short.breach(lambda: changed(_announced(2, 46), Served, published_on=None))
public_notice_short.breach(lambda: changed(_announced(2, 46), Served, published_on=on(12)))
public_notice_short.lawful(lambda: _announced(2, 46))


@rule(
    "45.4",
    article="行政处罚法第六十一条",
    says="送达的应当是签发的文书",
    kind="service_of_nothing",
    certainty="推论",
)
def served_unissued(case: Chronicle) -> Finds:
    for row in case.all(Served):
        papers = {paper.ref for paper in case.before(row, Issued) if paper.ref}
        if row.paper and papers and row.paper not in papers:
            yield row, f"{row.form}还没有签发就记为送达"


served_unissued.breach(
    lambda: plus(
        ordinary(), Served(at=at(16), form="D23", paper="documents.document:99", to="王某", relation="本人")
    )
)
served_unissued.lawful(
    lambda: plus(
        ordinary(),
        Issued(at=at(16), by=(ONE,), form="D23", ref="documents.document:99"),
        Served(at=at(16, 10), form="D23", paper="documents.document:99", to="王某", relation="本人"),
    )
)


METHODS = AT_ONCE | {"postal", "entrusted", "forwarded", "public_notice"}


@rule(
    "45.5",
    article="行政处罚法第六十一条；民事诉讼法第八十八条至第九十五条",
    says="送达用法定的方式：直接、留置、电子、委托、邮寄、转交、公告",
    kind="service_unlawful_way",
    certainty="原文",
)
def served_some_other_way(case: Chronicle) -> Finds:
    for row in case.all(Served):
        if row.method not in METHODS:
            yield row, f"{row.form}的送达方式是“{row.method or '没有写明'}”"


for _method in ("微信", "口头", ""):
    served_some_other_way.breach(lambda method=_method: changed(ordinary(), Served, method=method))
served_some_other_way.lawful(lambda: changed(ordinary(), Served, method="entrusted"))


# somebody else's place, whatever stands beside it
ELSEWHERE = re.compile(
    "邻居|邻家|隔壁|亲戚|亲友|朋友|物业|居委会|村委会|社区|驿站|代收点|快递柜|门卫|传达室|路边|门岗"
)


@rule(
    "45.6",
    article="民事诉讼法第八十九条",
    says="留置送达把文书留在受送达人的住所",
    kind="left_elsewhere",
    certainty="推论",
)
def left_elsewhere(case: Chronicle) -> Finds:
    for row in case.all(Served):
        party = case.party_at(row)
        own = bool(party and party.address) and is_one_place(row.place, party.address if party else "")
        if row.method == "left" and ELSEWHERE.search(plain(row.place)) and not own:
            yield row, f"{row.form}留在{row.place}"


def _left_at(place: str) -> Chronicle:
    return changed(ordinary(), Served, method="left", proofs=frozenset({"witness"}), place=place)


for _place in ("邻居家", "物业服务中心", "演示路2号社区居委会"):
    left_elsewhere.breach(lambda place=_place: _left_at(place))
for _place in ("演示路1号", "当事人住所", "", "演示路1号（社区内）"):
    left_elsewhere.lawful(lambda place=_place: _left_at(place))
