"""Rules on what is entered: when it happened, by a number that somebody printed, with nobody of the bureau as stranger."""

import re
from datetime import date, time
from decimal import Decimal

from tests.lawful.chronicle import Chronicle
from tests.lawful.chronicle.happenings import (
    CashMoved,
    Challenged,
    Closed,
    Confiscated,
    Decided,
    Educated,
    GapExplained,
    Happening,
    Heard,
    HearingAsked,
    Issued,
    Overturned,
    Paid,
    PartyNamed,
    Postponed,
    Proposed,
    Published,
    Recorded,
    ReleaseSubmitted,
    Served,
    Told,
    Unpublished,
    Voided,
)
from tests.lawful.chronicle.measures import read_measures
from tests.lawful.judge import lines
from tests.lawful.judge.example import (
    HEAD,
    LEADER,
    ONE,
    adult,
    at,
    changed,
    fine,
    on,
    ordinary,
    plus,
    without,
)
from tests.lawful.judge.example_grave import grave, spared, spot
from tests.lawful.judge.readings import overturned_between, yuan
from tests.lawful.judge.rule import Finds, rule


@rule(
    "43.5",
    article="民事诉讼法第八十七条、第九十一条、第九十五条",
    says="邮寄的按回执及时登记，公告的在发出之时记明，不得事后倒填",
    kind="service_backdated",
    certainty="推论",
)
def posted_long_ago(case: Chronicle) -> Finds:
    for row in case.all(Served):
        since = row.published_on if row.method == "public_notice" else row.day
        allowed = {"postal": lines.ENTER_POST, "public_notice": lines.ENTER_SERVICE}.get(row.method)
        if since and allowed and (row.at.date() - since).days > allowed:
            yield row, f"{row.form}：{since}寄出或者公告，{row.at.date()}才登记"


POST = {"method": "postal", "proofs": frozenset({"receipt"}), "receipt": "XA12345678941"}
posted_long_ago.breach(lambda: changed(ordinary(), Served, at=at(31), on=on(15), **POST))
posted_long_ago.lawful(lambda: changed(ordinary(), Served, at=at(17), on=on(15), **POST))


@rule(
    "43.6",
    article="民事诉讼法第八十八条、第八十九条",
    says="本机关人员不得代当事人签收，也不得见证留置送达",
    kind="service_to_stranger",
    certainty="推论",
)
def officer_receives(case: Chronicle) -> Finds:
    staff = {row.name for row in case.roster.people.values()}
    for row in case.all(Served):
        party = case.party_at(row)
        own = {party.name, party.representative, party.guardian} if party else set()
        names = {*re.split(r"[^\w·]+", row.to), *re.split(r"[^\w·]+", row.witness)}
        if found := sorted((names & staff) - own):
            yield row, f"{row.form}：{'、'.join(found)}签收或者见证"


LEFT = {"method": "left", "relation": "当事人拒绝签收", "note": "当事人拒收。"}
officer_receives.breach(lambda: changed(ordinary(), Served, to="苏甲", relation="指定代收人"))
officer_receives.breach(
    lambda: changed(
        ordinary(), Served, proofs=frozenset({"film", "witness"}), witness="居委会赵某、丁乙", **LEFT
    )
)
officer_receives.lawful(lambda: changed(ordinary(), Served, to="赵某", relation="指定代收人"))


@rule(
    "43.7",
    article="行政处罚法第三十条；民法典第二十条、第二十三条",
    says="不满十四周岁的人不得单独签收，应当送达其监护人",
    kind="service_to_stranger",
    certainty="推论",
)
def child_receives(case: Chronicle) -> Finds:
    for row in case.all(Served):
        party = case.party_at(row)
        age = party.age_on(row.day) if party and party.kind == "person" else None
        if party and age is not None and age < 14 and row.to == party.name:
            yield row, f"{row.form}：{age}周岁的当事人自己签收"


def _to_a_child(name: str, relation: str) -> Chronicle:
    party = adult(identity="000000201501010010", born_on=date(2015, 1, 1), guardian="王父")
    case = plus(
        changed(without(spared(), Published), PartyNamed, party=party),
        Educated(at=at(14, 12), by=(ONE,), of="guardian"),
    )
    return changed(case, Served, to=name, relation=relation)


child_receives.breach(lambda: _to_a_child("王某", "本人"))
child_receives.lawful(lambda: _to_a_child("王父", "监护人"))


@rule(
    "43.8",
    article="民事诉讼法第九十一条",
    says="邮寄送达以回执为准：回执号是邮政印制的号码",
    kind="service_unproved",
    certainty="推论",
)
def no_letter(case: Chronicle) -> Finds:
    for row in case.all(Served):
        digits = re.sub(r"\D", "", row.receipt)
        if row.method == "postal" and row.receipt and (len(digits) < 8 or len(set(digits)) < 2):
            yield row, f"{row.form}：“{row.receipt}”不是邮件号"


no_letter.breach(lambda: changed(ordinary(), Served, **{**POST, "receipt": "EMS0001"}))
no_letter.breach(lambda: changed(ordinary(), Served, **{**POST, "receipt": "0000000000"}))
no_letter.lawful(lambda: changed(ordinary(), Served, **POST))


@rule(
    "12.4",
    article="行政处罚法第六十四条第一项",
    says="听证申请在告知之后提出、及时登记，不得倒填",
    kind="hearing_asked_backdated",
    certainty="推论",
)
def asked_before_told(case: Chronicle) -> Finds:
    for asked in case.all(HearingAsked):
        told = case.before(asked, Told)
        late = (asked.at.date() - asked.day).days
        if told and asked.day < min(row.day for row in told):
            yield asked, f"{asked.day}申请，此前没有告知"
        elif late > lines.ENTER_WISH:
            yield asked, f"{asked.day}申请，{asked.at.date()}才登记"


asked_before_told.breach(lambda: changed(grave(), HearingAsked, on=on(1)))
asked_before_told.lawful(lambda: changed(grave(), HearingAsked, on=on(6)))


@rule(
    "13.7",
    article="行政处罚法第六十四条第二项",
    says="听证在通知的时间以后才能终结",
    kind="hearing_not_held",
    certainty="推论",
)
def ended_before_it_began(case: Chronicle) -> Finds:
    for heard in case.all(Heard):
        hour, _, minute = heard.begins.partition(":")
        begins = time(int(hour), int(minute)) if hour.isdigit() and minute.isdigit() else None
        on_the_day = heard.held_on == heard.at.date()
        if (heard.held_on and heard.at.date() < heard.held_on) or (
            begins and on_the_day and heard.at.time() < begins
        ):
            yield heard, f"通知{heard.held_on}{heard.begins}举行，{heard.at:%m月%d日%H:%M}已经终结"


ended_before_it_began.breach(lambda: changed(grave(), Heard, begins="23:30"))
ended_before_it_began.lawful(lambda: changed(grave(), Heard, begins="9:00"))


@rule(
    "13.8",
    article="行政处罚法第六十四条第六项、第七项",
    says="当事人未出席的，没有陈述、申辩和质证可以记录",
    kind="hearing_minutes_lie",
    certainty="推论",
)
def absent_and_speaking(case: Chronicle) -> Finds:
    for heard in case.all(Heard):
        party = case.party_at(heard)
        came = bool(party and party.name in heard.attendees)
        if heard.is_abandoned and (came or heard.minutes.strip()):
            yield heard, "记为未出席，却有当事人到场或者发言的记录"


absent_and_speaking.breach(lambda: changed(grave(), Heard, is_abandoned=True, minutes="当事人申辩并质证。"))
absent_and_speaking.breach(lambda: changed(grave(), Heard, is_abandoned=True, attendees="王某；苏甲"))
absent_and_speaking.lawful(lambda: changed(grave(), Heard, is_abandoned=True, attendees="苏甲、丁乙"))


@rule(
    "35.7",
    article="行政处罚法第七十一条",
    says="当场收缴的现金没有上交、缴付银行的，不得结案",
    kind="cash_kept",
    certainty="推论",
)
def cash_kept(case: Chronicle) -> Finds:
    for closed in case.all(Closed):
        cash = sum(1 for row in case.before(closed, Paid) if row.in_cash)
        banked = sum(1 for row in case.before(closed, CashMoved) if row.target == "bank")
        if cash > banked:
            yield closed, f"收现金{cash}笔，缴付银行{banked}笔"


def _in_cash(*targets: str) -> Chronicle:
    case = changed(spot(fine(100)), Paid, in_cash=True, ground="small")
    paid = case.all(Paid)[0]
    return plus(case, *(CashMoved(at=paid.at, by=(ONE,), target=target) for target in targets))


cash_kept.breach(lambda: _in_cash())
cash_kept.breach(lambda: _in_cash("authority"))
cash_kept.lawful(lambda: _in_cash("authority", "bank"))


@rule(
    "61.14",
    article="行政处罚法第七十四条、第六十六条第一款",
    says="没收没有执行的，不是履行完毕",
    kind="closed_wrongly",
    certainty="推论",
)
def closed_without_taking(case: Chronicle) -> Finds:
    for closed in case.all(Closed):
        decisions = case.before(closed, Decided)
        if closed.kind != "performed" or not decisions:
            continue
        taken, standing = case.before(closed, Confiscated), decisions[-1]
        fell = overturned_between(case, standing, second=closed)
        if "confiscation" in standing.penalty.codes and not taken and not fell:
            yield closed, f"{standing.penalty.text}，没有执行的记录"


def _gains() -> Chronicle:
    text = "没收违法所得300元"
    return ordinary(fine(800, confiscated=Decimal(300), measures=read_measures(text), text=text))


closed_without_taking.breach(lambda: without(_gains(), Confiscated))
closed_without_taking.lawful(lambda: _gains())


@rule(
    "61.15",
    article="行政处罚法第五十七条；河南省行政执法条例第三十二条",
    says="结案与逐级签批的结案审批表一致",
    kind="paper_lies",
    certainty="推论",
)
def closed_otherwise_than_signed(case: Chronicle) -> Finds:
    for closed in case.all(Closed):
        papers = [row for row in case.before(closed, Issued) if row.form == "D68"]
        fell = papers and any(row.at > papers[-1].at for row in case.before(closed, Overturned))
        said = papers[-1].content if papers and not fell else {}
        kind, reason = str(said.get("closure_kind") or ""), str(said.get("closure_reason") or "")
        if kind and (kind, reason.strip()) != (closed.kind, closed.reason.strip()):
            yield closed, f"审批表写{kind}，以{closed.kind}结案"


def _approved(kind: str) -> Chronicle:
    says = {"closure_kind": kind, "closure_reason": ""}
    paper = Issued(at=at(18, 10), by=(HEAD,), form="D68", content=says, row=says)
    return plus(ordinary(), paper)


closed_otherwise_than_signed.breach(lambda: _approved("referred"))
closed_otherwise_than_signed.lawful(lambda: _approved("performed"))


@rule(
    "32.5",
    article="行政诉讼法第七十条、第七十七条；行政复议法第六十三条",
    says="法院、复议机关撤销、变更的，须有其文书；变更不得加重，第三人、利害关系人提出相反请求的除外",
    kind="overturned_without_judgment",
    certainty="推论",
)
def overturned_by_nobody(case: Chronicle) -> Finds:
    for gone in case.all(Overturned):
        decided = case.before(gone, Decided)
        old = (decided[-1].penalty.fine if decided else None) or Decimal(0)
        if not gone.has_judgment:
            yield gone, "没有复议、诉讼的结果登记"
        if gone.fine is not None and decided and gone.fine > old and not gone.contrary_by:
            yield gone, f"罚款{yuan(old)}变更为{yuan(gone.fine)}"


def _gone(**said: object) -> Chronicle:
    usual = {"by_whom": "court", "ground": "变更为罚款500元"}
    return plus(without(ordinary(), Published), Overturned(at=at(18, 12), by=(HEAD,), **{**usual, **said}))  # type: ignore[arg-type]


overturned_by_nobody.breach(lambda: _gone(has_judgment=False))
overturned_by_nobody.breach(lambda: _gone(fine=Decimal(999_999)))
overturned_by_nobody.lawful(lambda: _gone(fine=Decimal(500)))
overturned_by_nobody.lawful(lambda: _gone(fine=Decimal(999_999), contrary_by="相邻住户赵某"))


NOTICES, DEMANDS = frozenset({"D29", "D30", "D34"}), frozenset({"D48", "D51"})
# what says nothing about whether somebody has acted on a paper
BESIDE = (Issued, Voided, Recorded, GapExplained, Published, Unpublished, ReleaseSubmitted)


@rule(
    "62.9",
    article="行政处罚法第四十七条、第五十七条；河南省行政执法条例第三十二条",
    says="已经据以办理后续事项的文书原件不得作废",
    kind="originals_voided",
    certainty="推论",
)
def relied_on_and_voided(case: Chronicle) -> Finds:
    for voided in case.all(Voided):
        issued = [row for row in case.before(voided, Issued) if row.ref and row.ref == voided.paper]
        if not issued or not voided.was_issued:
            continue
        since = [
            row
            for row in case.after(issued[-1], Happening)
            if row.at < voided.at and not isinstance(row, BESIDE)
        ]
        if since and not _is_overtaken(case, issued[-1], voided=voided):
            yield voided, f"{voided.form}签发以后已有{since[0].word}，却被作废"


def _is_overtaken(case: Chronicle, issued: Issued, *, voided: Voided) -> bool:
    """A paper for the party that nobody was given, and on which nothing rests.

    A notice of what is meant no longer; a demand: what was not told was not demanded, whatever was owed since.
    """
    until = case.before(voided, Happening)
    since = [row for row in case.after(issued, Happening) if row in until]
    if any(isinstance(row, Served) and row.paper == voided.paper for row in since):
        return False
    is_meant_no_longer = voided.form in NOTICES and any(isinstance(row, Proposed) for row in since)
    return is_meant_no_longer or voided.form in DEMANDS


def _deferred(*between: Postponed) -> Chronicle:
    paper = {"form": "D49", "by": (LEADER,)}
    return plus(
        ordinary(),
        Issued(at=at(16), ref="documents.document:49", **paper),
        *between,
        Voided(at=at(16, 12), paper="documents.document:49", was_issued=True, **paper),
    )


relied_on_and_voided.breach(lambda: _deferred(Postponed(at=at(16, 11), by=(HEAD,), until=on(40))))
relied_on_and_voided.lawful(lambda: _deferred())


def _demanded(form: str, *between: Happening) -> Chronicle:
    paper = {"form": form, "by": (LEADER,)}
    voided = Voided(at=at(19, 12), paper="documents.document:48", was_issued=True, **paper)
    case = without(ordinary(), Paid, Published, Closed)
    return plus(case, Issued(at=at(16), ref="documents.document:48", **paper), *between, voided)


_REVOKED = Overturned(at=at(18, 12), by=(HEAD,), ground="主要证据不足")
_HANDED_OVER = Served(at=at(16, 15), on=on(16), by=(ONE,), form="D48", paper="documents.document:48")
relied_on_and_voided.lawful(lambda: _demanded("D48", _REVOKED))
relied_on_and_voided.breach(lambda: _demanded("D48", _HANDED_OVER, _REVOKED))
relied_on_and_voided.lawful(lambda: _demanded("D48", Challenged(at=at(17), on=on(17))))
relied_on_and_voided.breach(lambda: _demanded("D49", _REVOKED))
