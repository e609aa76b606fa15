"""Rules on service: to the right person, in time, in a lawful way, on the day it happened (§61, 民事诉讼法 §88–§95)."""

import re
from datetime import timedelta

from tests.lawful.chronicle import Chronicle, Party
from tests.lawful.chronicle.happenings import Closed, Decided, Issued, Paid, PartyNamed, Served, Told
from tests.lawful.chronicle.people import ORGANISATION, PERSON
from tests.lawful.chronicle.text import plain
from tests.lawful.judge import lines
from tests.lawful.judge.example import ONE, adult, at, changed, on, ordinary, plus, without
from tests.lawful.judge.readings import ordinary_decisions, services_of
from tests.lawful.judge.rule import Finds, rule

# 民事诉讼法 §88: who may take it, as a whole term
SELF = re.compile("|(?:系|是|为)?(?:当事人|受送达人)?(?:本人)?(?:签收|收)?")
REFUSED = re.compile("(?:当事人|本人|受送达人)?拒(?:绝签收|绝签字|绝|收|签)")
CAPACITY = re.compile("(?<!非)(?<!不是)(?<!没有)(?<!无)(?:代理人|指定的?代收人|律师|监护人)")
KIN = (
    "家属|亲属|儿子|女儿|儿|女|子女|父|母|父亲|母亲|父母|妻|妻子|夫|丈夫|配偶|爱人|兄|弟|姐|妹|兄弟|姐妹|哥|哥哥"
    "|弟弟|姐姐|妹妹|嫂|嫂子|儿媳|女婿|公公|婆婆|岳父|岳母|祖父|祖母|爷爷|奶奶|外公|外婆|孙子|孙女"
)
RECEIVER = re.compile(
    "(?:系|是|为)?(?:当事人|受送达人|本人|其)?的?"
    f"(?:经营者|业主|店主|法定代表人|(?:负责)?收件(?:的)?人|(?:成年)?同住的?(?:成年)?的?(?:{KIN})"
    f"|成年同住(?:{KIN}))"
)
HEAD_OF = re.compile("(?:系|是|为)?(?:当事人|该?单位|公司|店铺)?的?(?:主要)?负责人|(?:诉讼)?代表人")
STAFF = re.compile(".{0,6}(?:工作人员|员工|前台|办公室|收发室|收发人员)")
STRANGER = re.compile(
    "邻|路人|房东|朋友|同事|店员|保安|未成年|非同住|不同住|未同住|无关|物业|社区|居委会|村委会|前夫|前妻|前任"
    "|司机|门卫|快递|代收点|驿站|亲戚|室友|租客|同学|保姆|路过"
)


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
    for row in case.all(Served):
        late = (row.at.date() - row.day).days
        if row.method in {"direct", "left", "electronic"} and late > lines.ENTER_SERVICE:
            yield row, f"{row.form}：{row.at.date()}才登记，送达日却写{row.day}"


entered_long_after.breach(lambda: changed(ordinary(), Served, at=at(30)))
entered_long_after.lawful(lambda: changed(ordinary(), Served, at=at(17)))


@rule(
    "43.2",
    article="民事诉讼法第八十八条；河南省行政执法条例第三十一条",
    says="签收人须是本人、同住成年家属、法定代表人、负责人、收件人、代理人、指定代收人",
    kind="service_to_stranger",
    certainty="原文",
)
def service_to_stranger(case: Chronicle) -> Finds:
    for row in case.all(Served):
        party = case.party_at(row)
        handed = row.method == "direct" or (row.method in BY_HAND and (row.to or row.relation))
        if party and handed and not _may_take(party, relation=plain(row.relation), to=plain(row.to)):
            yield row, f"{row.form}由{row.to or '无人'}（{row.relation or '关系不明'}）签收"
        elif row.method == "direct" and not row.to.strip():
            yield row, f"{row.form}直接送达，没有签收人"


BY_HAND = frozenset({"postal", "left", "electronic"})


def _may_take(party: Party, *, relation: str, to: str) -> bool:
    """The party itself by name, or who stands in a relation that the article names; read as whole terms."""
    own = {plain(name) for name in (party.name, party.representative, party.guardian) if name}
    if CAPACITY.search(relation):
        return True
    if STRANGER.search(relation):
        return False
    terms = [term for term in re.split("[，。；、,;()]|并|以及", relation) if term] or [""]
    if SELF.fullmatch(terms[0]):
        return to in own or (relation != "" and (not to or party.kind != PERSON))
    if any(RECEIVER.fullmatch(term) or REFUSED.fullmatch(term) for term in terms):
        return True
    if party.kind == ORGANISATION and any(STAFF.fullmatch(term) for term in terms):
        return True
    return party.kind != PERSON and any(HEAD_OF.fullmatch(term) for term in terms)


WITNESS = frozenset({"witness"})
FIRM = adult(kind=ORGANISATION, born_on=None, representative="王某")


def _taken_by(relation: str) -> Chronicle:
    return changed(ordinary(), Served, to="赵某", relation=relation)


service_to_stranger.breach(lambda: changed(ordinary(), Served, to="赵某", relation="邻居"))
service_to_stranger.breach(lambda: changed(ordinary(), Served, to="赵某", relation=""))
service_to_stranger.breach(lambda: changed(ordinary(), Served, to="赵某", relation="本人"))
service_to_stranger.breach(lambda: changed(ordinary(), Served, to="赵某", relation="当事人的亲戚"))
for _who in (
    "物业",
    "前妻",
    "快递代收点",
    "朋友（同住）",
    "负责人",
    "法定代表人的司机",
    "居委会工作人员",
    "非代理人",
):
    service_to_stranger.breach(lambda who=_who: _taken_by(who))
service_to_stranger.breach(lambda: changed(ordinary(), Served, to=""))
service_to_stranger.breach(
    lambda: changed(ordinary(), Served, method="left", proofs=WITNESS, relation="邻居")
)
for _who in (
    "同住成年家属",
    "同住的成年儿子",
    "同住的嫂子",
    "委托代理人",
    "邻居（指定代收人）",
    "收件人",
    "店主",
):
    service_to_stranger.lawful(lambda who=_who: _taken_by(who))
service_to_stranger.lawful(lambda: changed(ordinary(), Served, relation="系本人"))
for _who in ("公司前台", "收发室", "主要负责人", "法定代表人（负责人）"):
    service_to_stranger.lawful(lambda who=_who: changed(_taken_by(who), PartyNamed, party=FIRM))


@rule(
    "43.3",
    article="行政处罚法第四十四条；民事诉讼法第八十八条",
    says="告知书应当送达当事人本人或者法定的签收人",
    kind="service_to_stranger",
    certainty="推论",
)
def notice_to_stranger(case: Chronicle) -> Finds:
    for told in case.all(Told):
        if STRANGER.search(told.to) and not CAPACITY.search(plain(told.to)):
            yield told, f"告知书交给了{told.to}"


notice_to_stranger.breach(lambda: changed(ordinary(), Told, to="邻居赵某"))
notice_to_stranger.lawful(lambda: changed(ordinary(), Told, to="王某"))


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
        if ended:
            yield ended[0], f"决定没有送达，已经{ended[0].word}"
        elif _due(case, decided):
            yield decided, f"{decided.day}决定，到{case.today}没有送达"


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
        at=at(46, 10),
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
