"""Rules on who is heard before a licence is decided: the applicant, the neighbours, everybody (行政许可法 §36, §§46–48)."""

from tests.lawful.chronicle import Chronicle
from tests.lawful.chronicle.happenings import HearingAsked, Waived
from tests.lawful.chronicle.licences import (
    Certified,
    Delivered,
    LicenceEnded,
    LicenceHeard,
    LicenceHearingSet,
    LicenceHearingTold,
    LicenceProposed,
    Licensed,
    OthersSpoke,
    ShownToAll,
    SiteChecked,
)
from tests.lawful.judge import lines
from tests.lawful.judge.example import ONE, REVIEWER, TWO, at, on, without
from tests.lawful.judge.example_licence import heard, licence, of_licence
from tests.lawful.judge.readings import handled, people
from tests.lawful.judge.rule import Finds, Omission, rule
from tests.lawful.judge.rules.licence_asked import asked_before
from tests.lawful.judge.rules.licence_weighed import item_of


@rule(
    "56.3",
    article="行政许可法第四十八条第一款第一项、第八十二条",
    says="举行听证的七个工作日前书面通知时间、地点",
    kind="licence_hearing_notice",
    certainty="原文",
)
def hearing_noticed_late(case: Chronicle) -> Finds:
    for row in case.all(LicenceHeard):
        told = [one.told_on for one in case.before(row, LicenceHearingSet) if one.told_on]
        held = row.held_on or row.day
        if not told or case.days.between(told[-1], held) < lines.NOTIFY_LICENCE_HEARING:
            yield row, f"{told[-1] if told else '没有'}通知，{held}举行"


hearing_noticed_late.breach(lambda: heard(notified=9))
hearing_noticed_late.lawful(lambda: heard(notified=5))


@rule(
    "56.4",
    article="行政许可法第四十八条第一款第三项",
    says="听证由审查该申请的工作人员以外的人员主持",
    kind="licence_hearing_chair",
    certainty="原文",
)
def heard_by_examiner(case: Chronicle) -> Finds:
    for row in case.all(LicenceHeard):
        looked = (key for one in case.all(SiteChecked) for key in one.officers)
        own = handled(case) | people(case, looked)
        if people(case, (row.chair, *row.by)) & own:
            yield row, "主持人审查过该申请"


heard_by_examiner.breach(lambda: heard(chair=TWO))
heard_by_examiner.lawful(lambda: heard(chair=REVIEWER))


@rule(
    "56.5",
    article="行政许可法第四十六条",
    says="应当听证的，举行听证以后才准予",
    kind="licence_hearing_owed",
    certainty="原文",
)
def granted_unheard(case: Chronicle) -> Finds:
    for row in case.all(Licensed):
        applied = asked_before(case, row)
        owed = any(one.is_owed for one in case.before(row, LicenceHearingTold))
        owed = owed or (item_of(case).first == "听证" and bool(applied and applied.asks == "new"))
        if owed and row.is_granted and not case.before(row, LicenceHeard):
            yield row, "应当听证，没有举行"


granted_unheard.breach(lambda: of_licence(without(heard(), LicenceHeard), first="听证"))
granted_unheard.lawful(lambda: of_licence(heard(), first="听证"))


@rule(
    "56.6",
    article="行政许可法第四十六条；许可事项清单",
    says="应当先公示的，公示期满以后才决定",
    kind="licence_not_shown",
    certainty="记忆",
)
def granted_unshown(case: Chronicle) -> Finds:
    for row in case.all(Licensed):
        applied = asked_before(case, row)
        shown = [one.until for one in case.before(row, ShownToAll) if one.until and one.until < row.day]
        if item_of(case).first == "公示" and applied and applied.asks == "new" and not shown:
            yield row, "没有公示，或者公示期未满"


def _shown(until: int) -> Chronicle:
    shown = ShownToAll(at=at(5), by=(ONE,), since=on(5), until=on(until))
    return of_licence(licence(shown), first="公示")


granted_unshown.breach(lambda: _shown(20))
granted_unshown.lawful(lambda: _shown(12))


@rule(
    "56.7",
    article="行政许可法第四十七条第一款、第八十二条",
    says="告知听证权利的书面送达以后，满五个工作日或者明确放弃、举行以后才决定",
    kind="licence_hearing_time",
    certainty="推论",
)
def decided_before_asking_ends(case: Chronicle) -> Finds:
    for row in (*case.all(Licensed), *case.all(LicenceEnded)):
        told = case.before(row, LicenceHearingTold)
        done = case.before(row, LicenceHeard) or case.before(row, Waived)
        if not told or done:
            continue
        day = told[-1].told_on
        if day is None or row.day <= case.days.after(day, lines.ASK_LICENCE_HEARING):
            yield row, f"{day or '没有'}送达告知，{row.day}决定"


def _told(day: int | None) -> Chronicle:
    told = on(day) if day is not None else None
    return licence(LicenceHearingTold(at=at(5), by=(ONE,), told_on=told))


decided_before_asking_ends.breach(lambda: _told(15))
decided_before_asking_ends.breach(lambda: _told(None))
decided_before_asking_ends.lawful(lambda: _told(6))


@rule(
    "56.8",
    article="行政许可法第三十六条",
    says="利害关系人提出的意见，逐件审查",
    kind="licence_others_not_answered",
    certainty="推论",
)
def others_unanswered(case: Chronicle) -> Finds:
    for row in case.all(OthersSpoke):
        if row.text.strip() and not row.answer.strip():
            yield row, "提出了意见，没有审查"


others_unanswered.breach(lambda: licence(OthersSpoke(at=at(6), by=(ONE,), text="影响出入")))
others_unanswered.lawful(lambda: licence(OthersSpoke(at=at(6), by=(ONE,), text="影响出入", answer="设便道")))


@rule(
    "56.9",
    article="行政许可法第四十七条第一款、第八十二条",
    says="听证在申请以后二十个工作日内组织",
    kind="licence_hearing_late",
    certainty="原文",
)
def heard_late(case: Chronicle) -> Finds:
    for row in case.all(LicenceHeard):
        asked = case.before(row, HearingAsked)
        held = row.held_on or row.day
        if not asked or case.days.between(asked[0].day, held) <= lines.HOLD_LICENCE_HEARING:
            continue
        last = case.days.after(asked[0].day, lines.HOLD_LICENCE_HEARING)
        soonest = [
            case.days.after(one.day, lines.NOTIFY_LICENCE_HEARING)
            for one in case.before(row, LicenceHearingSet)
        ]
        said = f"{asked[0].day}申请，{held}举行"
        yield row, said if soonest and soonest[-1] <= last else Omission(said)


def _heard_on(day: int) -> Chronicle:
    return without(heard(held=day), Licensed, Certified, Delivered, LicenceProposed)


heard_late.breach(lambda: _heard_on(40))
heard_late.lawful(lambda: _heard_on(30))
