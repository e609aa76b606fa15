"""Rules on the hearing: it is held when asked for, announced in time, presided over by a stranger, on paper (§63–§65)."""

from dataclasses import replace
from datetime import date

from tests.lawful.chronicle import Chronicle
from tests.lawful.chronicle.happenings import (
    Decided,
    Discussed,
    Gathered,
    Heard,
    HearingNotified,
    Issued,
    Reviewed,
    StepLeft,
    Submitted,
    Told,
)
from tests.lawful.judge import lines
from tests.lawful.judge.example import (
    CHAIR,
    CLERK,
    HEAD,
    LEADER,
    ONE,
    REVIEWER,
    TWO,
    at,
    changed,
    in_order,
    on,
    paper_changed,
    plus,
    without,
)
from tests.lawful.judge.example_grave import grave
from tests.lawful.judge.readings import (
    papers_before,
    people,
    worked_on,
)
from tests.lawful.judge.rule import Finds, rule
from tests.lawful.judge.who import in_office, is_known

# 行政处罚法 §64(三)
SECRETS = frozenset({"state_secret", "trade_secret", "privacy"})


@rule(
    "13.1",
    article="行政处罚法第六十四条第二项、第八十五条",
    says="举行听证的七个工作日前通知当事人",
    kind="hearing_notice_short",
    certainty="原文",
)
def hearing_notice_short(case: Chronicle) -> Finds:
    for heard in case.all(Heard):
        notices = case.before(heard, HearingNotified)
        held = heard.held_on or heard.day
        told = _told_on(notices[-1]) if notices else held
        days = case.days.between(told, held) if notices else lines.NOTIFY_HEARING
        if days < lines.NOTIFY_HEARING:
            yield heard, f"{told}通知，{held}举行，只隔{days}个工作日"


def _told_on(notice: HearingNotified) -> date:
    """A notice counts on the day its paper was served, whatever earlier day was stated."""
    return max(notice.day, notice.served_on or notice.day)


hearing_notice_short.breach(lambda: changed(grave(), HearingNotified, on=on(16)))
hearing_notice_short.breach(lambda: changed(grave(), HearingNotified, served_on=on(16)))
hearing_notice_short.lawful(lambda: changed(grave(), HearingNotified, served_on=on(11)))
hearing_notice_short.lawful(lambda: changed(grave(), HearingNotified, on=on(11)))


@rule(
    "13.2",
    article="行政处罚法第六十四条第二项",
    says="听证应当书面通知当事人（听证通知书）",
    kind="hearing_without_papers",
    certainty="推论",
)
def hearing_without_notice(case: Chronicle) -> Finds:
    for heard in case.all(Heard):
        notices = case.before(heard, HearingNotified)
        written = notices and notices[-1].is_written and papers_before(case, heard, form="D34")
        if not written:
            yield heard, "没有签发并送达的D34听证通知书"


hearing_without_notice.breach(lambda: changed(grave(), HearingNotified, is_written=False))
hearing_without_notice.breach(lambda: without(grave(), HearingNotified))
hearing_without_notice.lawful(lambda: changed(grave(), HearingNotified, served_on=on(9)))


@rule(
    "13.3",
    article="行政处罚法第六十四条第二项",
    says="听证通知应当载明时间、地点",
    kind="hearing_without_papers",
    certainty="原文",
)
def hearing_without_place(case: Chronicle) -> Finds:
    for notice in case.all(HearingNotified):
        if notice.held_on is None or not notice.place.strip():
            yield notice, "通知没有写明时间、地点"


hearing_without_place.breach(lambda: changed(grave(), HearingNotified, place=""))
hearing_without_place.lawful(lambda: changed(grave(), HearingNotified, place="二楼"))


@rule(
    "13.4",
    article="行政处罚法第六十四条第三项",
    says="听证公开举行，法定保密的除外",
    kind="hearing_not_public",
    certainty="原文",
)
def hearing_behind_doors(case: Chronicle) -> Finds:
    for heard in case.all(Heard):
        if not (heard.is_public or heard.is_abandoned or heard.closed_for in SECRETS):
            yield heard, "听证没有公开举行"


hearing_behind_doors.breach(lambda: changed(grave(), Heard, is_public=False))
hearing_behind_doors.breach(lambda: changed(grave(), Heard, is_public=False, closed_for="当事人要求"))
for _ground in sorted(SECRETS):
    hearing_behind_doors.lawful(
        lambda ground=_ground: changed(grave(), Heard, is_public=False, closed_for=ground)
    )


@rule(
    "13.5",
    article="行政处罚法第六十四条第三项；河南省行政处罚听证办法",
    says="公开举行的听证应当事先公告（听证公告）",
    kind="hearing_without_papers",
    certainty="记忆",
)
def hearing_not_announced(case: Chronicle) -> Finds:
    for heard in case.all(Heard):
        if heard.is_public and not heard.is_abandoned and "D36" not in heard.papers:
            yield heard, "没有D36听证公告"


hearing_not_announced.breach(lambda: changed(grave(), Heard, papers=frozenset({"D37", "D38"})))
hearing_not_announced.lawful(
    lambda: changed(grave(), Heard, is_public=False, closed_for="privacy", papers=frozenset({"D37", "D38"}))
)


@rule(
    "13.6",
    article="行政处罚法第六十四条第二项",
    says="听证按通知的时间举行，改期应当重新通知",
    kind="hearing_notice_short",
    certainty="推论",
)
def held_on_another_day(case: Chronicle) -> Finds:
    for heard in case.all(Heard):
        notices = [row for row in case.before(heard, HearingNotified) if row.held_on]
        held = heard.held_on or heard.day
        if notices and notices[-1].held_on and held != notices[-1].held_on:
            yield heard, f"通知{notices[-1].held_on}举行，实际是{held}"


held_on_another_day.breach(lambda: changed(grave(), HearingNotified, held_on=on(24)))
held_on_another_day.breach(lambda: changed(grave(), HearingNotified, held_on=on(21)))
held_on_another_day.breach(lambda: changed(grave(), Heard, held_on=on(25), at=at(25, 12)))
held_on_another_day.breach(lambda: changed(grave(), Heard, held_on=on(25), is_abandoned=True))
held_on_another_day.lawful(
    lambda: plus(
        changed(grave(), Heard, held_on=on(25), at=at(25, 12)),
        replace(grave().all(HearingNotified)[0], at=at(9), on=on(9), held_on=on(25)),
    )
)


@rule(
    "14.1",
    article="行政处罚法第六十四条第四项",
    says="听证由非本案调查人员主持，曾经承办的也不行",
    kind="handler_reviews",
    certainty="推论",
)
def handler_presides(case: Chronicle) -> Finds:
    for row in (*case.all(HearingNotified), *case.all(Heard)):
        who = people(case, (row.chair, *(row.by if isinstance(row, Heard) else ()))) & worked_on(case)
        if who:
            yield row, "主持人承办过本案"


handler_presides.breach(lambda: changed(grave(), Heard, chair="苏甲"))
handler_presides.breach(
    lambda: plus(grave(), Issued(at=at(2, 13), form="D10", signers=(("officer", ONE), ("officer", CHAIR))))
)
handler_presides.breach(lambda: plus(grave(), Gathered(at=at(2, 12), by=(ONE, CHAIR), kind="document")))
handler_presides.lawful(
    lambda: plus(grave(), Issued(at=at(2, 13), form="D10", signers=(("officer", ONE), ("officer", LEADER))))
)
handler_presides.lawful(lambda: changed(grave(), Heard, chair="沈己", by=(REVIEWER,)))


def _went_on(case: Chronicle, heard: Heard) -> bool:
    """Minutes and report are written when the hearing has ended; who goes on without them has none."""
    return any(case.after(heard, kind) for kind in (StepLeft, Submitted, Reviewed, Discussed, Decided))


def _ended_just_now(papers: frozenset[str]) -> Chronicle:
    case = changed(grave(today=on(22), closed_by=None), Heard, papers=papers)
    (heard,) = case.all(Heard)
    return in_order(case, [row for row in case if row.at <= heard.at])


@rule(
    "14.2",
    article="行政处罚法第六十四条第八项",
    says="听证应当制作笔录（听证笔录）",
    kind="hearing_without_papers",
    certainty="原文",
)
def hearing_without_minutes(case: Chronicle) -> Finds:
    for heard in case.all(Heard):
        if _went_on(case, heard) and not heard.is_abandoned and "D37" not in heard.papers:
            yield heard, "没有D37听证笔录"


hearing_without_minutes.breach(lambda: changed(grave(), Heard, papers=frozenset({"D36", "D38"})))
hearing_without_minutes.lawful(lambda: _ended_just_now(frozenset({"D36"})))
hearing_without_minutes.lawful(
    lambda: changed(grave(), Heard, is_abandoned=True, papers=frozenset({"D36", "D38"}))
)


@rule(
    "14.3",
    article="行政处罚法第六十四条第八项",
    says="听证笔录由当事人或者代理人签字，拒绝的由主持人注明",
    kind="hearing_minutes_unsigned",
    certainty="原文",
)
def minutes_unsigned(case: Chronicle) -> Finds:
    for paper in case.all(Issued):
        if paper.form != "D37" or not paper.signers:
            continue
        roles = {role for role, _ in paper.signers}
        told = "".join(str(value) for value in (paper.content or {}).values())
        noted = "拒" in told or "中途退出" in told
        if not roles & {"party", "agent", "representative"} and not noted:
            yield paper, "笔录没有当事人签字，也没有注明拒签"


minutes_unsigned.breach(
    lambda: plus(grave(), Issued(at=at(22, 13), by=(CLERK,), form="D37", signers=(("host", CLERK),)))
)
minutes_unsigned.lawful(
    lambda: plus(
        grave(),
        Issued(
            at=at(22, 13),
            by=(CLERK,),
            form="D37",
            signers=(("host", CLERK),),
            content={"note": "当事人拒绝签字"},
        ),
    )
)
minutes_unsigned.lawful(
    lambda: paper_changed(grave(), "D37", signers=(("host", CLERK),), content={"note": "当事人中途退出"})
)


@rule(
    "14.4",
    article="行政处罚法第六十五条；河南省行政处罚听证办法",
    says="听证结束后应当有听证报告",
    kind="hearing_without_papers",
    certainty="记忆",
)
def hearing_without_report(case: Chronicle) -> Finds:
    for heard in case.all(Heard):
        if _went_on(case, heard) and not heard.is_abandoned and "D38" not in heard.papers:
            yield heard, "没有D38听证报告"


hearing_without_report.breach(lambda: changed(grave(), Heard, papers=frozenset({"D36", "D37"})))
hearing_without_report.lawful(lambda: _ended_just_now(frozenset({"D36", "D37"})))
hearing_without_report.lawful(
    lambda: changed(grave(), Heard, is_abandoned=True, papers=frozenset({"D36", "D37"}))
)


@rule(
    "14.5",
    article="行政处罚法第六十四条第四项",
    says="听证由指定的主持人主持和终结",
    kind="hearing_ended_by_others",
    certainty="推论",
)
def ended_by_others(case: Chronicle) -> Finds:
    for heard in case.all(Heard):
        if heard.chair and not people(case, heard.by) & people(case, (heard.chair,)):
            yield heard, "终结听证的不是主持人" if heard.by else "没有写明是谁终结的"


ended_by_others.breach(lambda: changed(grave(), Heard, by=()))
ended_by_others.breach(lambda: changed(grave(), Heard, by=(CLERK,)))
ended_by_others.lawful(lambda: changed(grave(), Heard, by=("叶庚",)))


@rule(
    "14.6",
    article="行政处罚法第六十四条第四项；河南省行政处罚听证办法",
    says="听证由行政机关指定的本机关人员主持",
    kind="hearing_chair",
    certainty="记忆",
)
def presided_by_nobody(case: Chronicle) -> Finds:
    for row in (*case.all(HearingNotified), *case.all(Heard)):
        own = in_office(case, (row.chair,), day=row.day)
        if row.chair and is_known(case) and not own:
            yield row, f"主持人{row.chair}不是本机关在任的人员"
        elif isinstance(row, Heard) and not (row.chair or row.is_abandoned):
            yield row, "没有主持人"


presided_by_nobody.breach(lambda: changed(grave(), Heard, chair="外人", by=("外人",)))
presided_by_nobody.breach(lambda: changed(grave(), Heard, chair="", by=()))
presided_by_nobody.breach(lambda: changed(grave(), Heard, chair=""))
presided_by_nobody.breach(lambda: changed(grave(), HearingNotified, chair="officer:99"))
presided_by_nobody.lawful(lambda: changed(grave(), Heard, chair="沈己", by=(REVIEWER,)))


@rule(
    "14.7",
    article="行政处罚法第六十四条第四项、第八项",
    says="在听证笔录、报告上以主持人签名的，不得是本案调查人员",
    kind="handler_reviews",
    certainty="推论",
)
def handler_signs_as_host(case: Chronicle) -> Finds:
    for paper in case.all(Issued):
        hosts = people(case, (key for role, key in paper.signers if role == "host"))
        if paper.form in {"D37", "D38"} and hosts & worked_on(case):
            yield paper, f"{paper.form}的主持人承办过本案"


def _hosted(form: str, key: str) -> Chronicle:
    return paper_changed(grave(), form, signers=(("host", key), ("party", "王某")))


for _form in ("D37", "D38"):
    handler_signs_as_host.breach(lambda form=_form: _hosted(form, TWO))
    handler_signs_as_host.lawful(lambda form=_form: _hosted(form, "叶庚"))
handler_signs_as_host.breach(lambda: _hosted("D37", "丁乙"))


@rule(
    "15.3",
    article="行政处罚法第六十三条、第六十四条第一项",
    says="告知听证权利之后才能举行听证",
    kind="out_of_order",
    certainty="推论",
)
def heard_before_the_notice(case: Chronicle) -> Finds:
    for heard in case.all(Heard):
        held = heard.held_on or heard.day
        told = [row for row in case.before(heard, Told) if row.day <= held]
        if case.after(heard, Decided) and not told:
            yield heard, "告知之前就举行了听证"


heard_before_the_notice.breach(lambda: changed(grave(), Told, at=at(25), on=on(25)))
heard_before_the_notice.breach(lambda: without(grave(), Told))
heard_before_the_notice.lawful(lambda: changed(grave(), Told, at=at(6), on=on(6)))


@rule(
    "15.2",
    article="行政处罚法第六十三条、第六十四条",
    says="听证应当在决定之前举行",
    kind="hearing_refused",
    certainty="推论",
)
def heard_after_deciding(case: Chronicle) -> Finds:
    for heard in case.all(Heard):
        if case.before(heard, Decided) and not case.after(heard, Decided):
            yield heard, "先决定，后听证"


heard_after_deciding.breach(
    lambda: plus(without(grave(), Heard), Heard(at=at(45), by=(HEAD,), held_on=on(45)))
)
heard_after_deciding.breach(lambda: changed(grave(), Heard, at=at(45)))
heard_after_deciding.lawful(lambda: changed(grave(), Heard, at=at(29)))
