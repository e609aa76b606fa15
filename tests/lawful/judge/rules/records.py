"""Rules on the record of the whole process: what must be filmed is filmed, or its lack explained by others (§47)."""

from datetime import timedelta

from tests.lawful.chronicle import Chronicle
from tests.lawful.chronicle.happenings import (
    Closed,
    Decided,
    GapExplained,
    Happening,
    Heard,
    Issued,
    Preserved,
    Rechecked,
    Recorded,
    Served,
    StepLeft,
)
from tests.lawful.judge.example import HEAD, LEADER, ONE, at, changed, ordinary, plus, without
from tests.lawful.judge.example_grave import grave, spot
from tests.lawful.judge.readings import handled, people
from tests.lawful.judge.rule import Finds, rule

MUST = {"site_inspection": 60, "hearing": 300, "on_the_spot_penalty": 60}


def _moments(case: Chronicle) -> list[tuple[str, Happening]]:
    """What happened that may have to be recorded."""
    rows: list[tuple[str, Happening]] = []
    for row in case.happenings:
        if isinstance(row, Issued) and row.form in {"D08", "D10"}:
            rows.append(("site_inspection" if row.form == "D08" else "interview", row))
        if isinstance(row, Heard) and not row.is_abandoned:
            rows.append(("hearing", row))
        if isinstance(row, Served) and row.method in {"left", "public_notice"}:
            rows.append(("service", row))
        if isinstance(row, Decided) and row.is_simplified:
            rows.append(("on_the_spot_penalty", row))
        if isinstance(row, Preserved):
            rows.append(("evidence_preservation", row))
        if isinstance(row, Rechecked):
            rows.append(("correction_review", row))
    return rows


@rule(
    "60.10",
    article="行政处罚法第四十七条；国办发〔2018〕118号",
    says="应当音像记录的环节没有记录，也没有经他人审定的说明",
    kind="recording_missing",
    certainty="记忆",
)
def recording_missing(case: Chronicle) -> Finds:
    for moment, row in _moments(case):
        shortest = case.moments.get(moment)
        over = case.after(row, Closed) or case.after(row, Decided)
        covered = [
            film for film in case.all(Recorded) if film.moment == moment and _seconds(film) >= (shortest or 0)
        ]
        explained = [gap for gap in case.all(GapExplained) if gap.moment == moment]
        if shortest and over and not covered and not explained:
            yield row, f"{moment}没有够长的音像记录"


def _seconds(film: Recorded) -> float:
    """Photographs and scans last no time and cover what needs none."""
    if film.started is None or film.ended is None:
        return 0
    return (film.ended - film.started).total_seconds()


recording_missing.breach(lambda: without(ordinary(moments=MUST), Recorded))
recording_missing.breach(
    lambda: changed(ordinary(moments=MUST), Recorded, ended=at(2) + timedelta(seconds=59))
)
recording_missing.breach(lambda: spot(moments=MUST))
recording_missing.lawful(lambda: grave(moments=MUST))
recording_missing.lawful(
    lambda: plus(
        without(ordinary(moments=MUST), Recorded),
        GapExplained(at=at(5), by=(LEADER,), moment="site_inspection"),
    )
)


@rule(
    "60.16",
    article="行政处罚法第四十七条；国办发〔2018〕118号",
    says="清单要求音像记录的环节，没有记录也没有说明，不得离开",
    kind="recording_missing",
    certainty="记忆",
)
def step_left_unrecorded(case: Chronicle) -> Finds:
    """The authority's own list, at the step that it names: 60.10 looks later, and not at a service by hand."""
    for step in case.all(StepLeft):
        known = {film.moment for film in case.before(step, Recorded)}
        known |= {gap.moment for gap in case.before(step, GapExplained)}
        known |= {moment for moment in step.moments if not case.moments.get(moment)}
        happened = {moment for moment, row in _moments(case) if row in case.before(step, type(row))}
        happened |= {"service"} if case.before(step, Served) else set()
        for moment in sorted((step.moments & happened) - known):
            yield step, f"离开“{step.step}”，{moment}没有音像记录，也没有说明"


def _left(*moments: str, **must: int) -> Chronicle:
    """The inquiry is left right after its papers."""
    step = StepLeft(at=at(2, 20), by=(ONE,), step="investigation", moments=frozenset(moments))
    return plus(ordinary(moments={"site_inspection": 60, **must}), step)


def _interviewed_late() -> Chronicle:
    """The film of the interview is uploaded after the step was left."""
    film = Recorded(at=at(5), by=(ONE,), moment="interview", started=at(2, 13), ended=at(2, 14), kind="video")
    return plus(_left("site_inspection", "interview", interview=60), film)


step_left_unrecorded.breach(_interviewed_late)
step_left_unrecorded.breach(lambda: without(_left("site_inspection"), Recorded))
step_left_unrecorded.lawful(lambda: changed(_interviewed_late(), StepLeft, at=at(5, 10)))
step_left_unrecorded.lawful(lambda: _left("site_inspection", "hearing", hearing=300))


@rule(
    "60.11",
    article="行政处罚法第四十七条；国办发〔2018〕118号",
    says="应录未录的说明不得由承办人员自己审定",
    kind="recording_missing",
    certainty="记忆",
)
def gap_explained_by_itself(case: Chronicle) -> Finds:
    for row in case.all(GapExplained):
        who = people(case, row.by)
        if who and who <= handled(case):
            yield row, "承办人员自己审定缺漏"


gap_explained_by_itself.breach(
    lambda: plus(ordinary(), GapExplained(at=at(5), by=(ONE,), moment="interview"))
)
gap_explained_by_itself.lawful(
    lambda: plus(ordinary(), GapExplained(at=at(5), by=(HEAD,), moment="interview"))
)


@rule(
    "60.12",
    article="行政处罚法第四十七条、第四十六条第二款",
    says="音像记录的起止时间应当真实：止不早于起，不晚于上传",
    kind="time_contradicts",
    certainty="推论",
)
def recording_out_of_time(case: Chronicle) -> Finds:
    for film in case.all(Recorded):
        backwards = film.started is not None and film.ended is not None and film.ended < film.started
        ahead = (film.started is not None and film.started > film.at) or (
            film.ended is not None and film.ended > film.at
        )
        if backwards or ahead:
            yield film, f"{film.started}起，{film.ended}止，{film.at}上传"


recording_out_of_time.breach(lambda: changed(ordinary(), Recorded, started=at(3), ended=at(4)))
recording_out_of_time.lawful(lambda: changed(ordinary(), Recorded, started=at(2, 10), ended=at(2, 11)))


@rule(
    "60.13",
    article="行政处罚法第四十七条、第四十六条第二款",
    says="音像记录应当是本案当时的：不得早于违法行为被发现",
    kind="time_contradicts",
    certainty="推论",
)
def recording_of_something_else(case: Chronicle) -> Finds:
    first = case.happenings[0] if case.happenings else None
    for film in case.all(Recorded):
        own = film.moment in {"hearing", "service", "correction_review"}
        if first and own and film.ended and film.ended.date() < first.day:
            yield film, f"{film.moment}的录像止于{film.ended}，早于案件"


recording_of_something_else.breach(
    lambda: plus(ordinary(), Recorded(at=at(5), moment="service", started=at(-9), ended=at(-8)))
)
recording_of_something_else.lawful(
    lambda: plus(ordinary(), Recorded(at=at(5), moment="service", started=at(4), ended=at(4, 10)))
)
