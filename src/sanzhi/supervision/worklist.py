"""The worklist 台账: what waits for this person, from every app, with its deadline; the most urgent first."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from django.urls import reverse

from sanzhi.amendments import queries as amendments
from sanzhi.amendments.models import Adjustment
from sanzhi.applications import queries as applications
from sanzhi.applications.models import Application
from sanzhi.cases import queries as cases
from sanzhi.cases import waiting
from sanzhi.cases.deadlines import main_terms, time_left, working_calendar
from sanzhi.cases.handling import HANDLES
from sanzhi.cases.models import Partner, Proceeding
from sanzhi.cases.waiting import Standing
from sanzhi.catalogues import queries as catalogues
from sanzhi.catalogues.models import Edition
from sanzhi.disclosure import queries as disclosure
from sanzhi.disclosure.models import Release, State
from sanzhi.disclosure.policies import approves as may_ever_approve
from sanzhi.documents import queries as documents
from sanzhi.documents.queries import AtHand
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.at_once import rows_of_each
from sanzhi.kernel.db import which_have_rows
from sanzhi.ledger import queries as ledger
from sanzhi.ledger.models import JointAct
from sanzhi.organisation import queries as organisation
from sanzhi.organisation.roles import CAPTIONS, Role
from sanzhi.reviews import queries as reviews
from sanzhi.reviews.models import Review
from sanzhi.supervision.open_matters import Wait, open_matters, place_of
from sanzhi.supervision.recording_tasks import recording_tasks
from sanzhi.supervision.signatures import also_asked, of_paper, signature_tasks
from sanzhi.supervision.task import Source, Task, task, title_of


def tasks_of(actor: Actor) -> list[Task]:
    """What waits for `actor`: the same few queries however much there is and of however many kinds.

    Some more for each case of which everything was made and that might be led on, and for each leader where a paper
    waits that the squad's own may not sign.
    """
    papers = documents.at_hand(actor, beside=also_asked(actor))
    subjects = [row.subject for row in (*(row for row, _ in papers.unsigned), *papers.drafts)]
    sources = _filled([*_offices(actor), *_matters(actor), *recording_tasks(actor), _joint(actor)])
    asked = (cases.proceedings_of_subjects(actor, subjects), *waiting.stands(actor))
    of_subjects, own, there, short, late, *rows = rows_of_each([*asked, *(row.rows for row in sources)])
    of_papers = {cases.subject_of(row.case): row for row in of_subjects}  # of each case its first one
    changing = [
        one
        for row, found in zip(sources, rows, strict=True)
        for each in found
        for one in row.proceedings(each)
    ]
    stand = waiting.standing((own, there, short, late), beside=of_papers.values(), changing=changing)
    waits = [each for row, found in zip(sources, rows, strict=True) for each in row.tasks(found)]
    found = [
        *signature_tasks(actor, papers.unsigned, found=of_papers),
        *_drafts(actor, stand, papers=papers, found=of_papers),
        *waits,
        *_calendar(actor),
        *_led(stand),
        *_mine(actor, stand, told={row.url for row in waits}),
    ]
    return sorted(found, key=lambda task: (task.due_on or date.max, task.kind, task.title))


def _filled(sources: Sequence[Source]) -> list[Source]:
    """Most have nothing at most times: one query tells which have."""
    return [sources[place] for place in which_have_rows([source.rows for source in sources])]


def _drafts(
    actor: Actor, stand: Standing, *, papers: AtHand, found: Mapping[str, Proceeding]
) -> Iterator[Task]:
    """Papers that the actor's cases have begun, or got back; those of a step of an office also for that office."""
    mine = {row.case_id for row in stand.own}
    if actor.has(Role.LEGAL_REVIEWER):
        mine |= {row.case_id for row in stand.there}
    for document in papers.drafts:
        proceeding = found.get(document.subject)
        if proceeding is not None and proceeding.case_id in mine:
            kind = "文书退回修改" if document.round > 1 else "文书待完成"
            yield of_paper(document, proceeding, kind=kind)


def _offices(actor: Actor) -> Iterator[Source]:
    """What waits for an office: reviews, releases, bases that changed, lists; and who was named as a partner."""
    if actor.has(Role.LEGAL_REVIEWER):
        yield Source(reviews.waiting(actor), _reviews)
        yield Source(amendments.open_for(actor.authority), _adjustments)
    approves = may_ever_approve(actor)
    states = [State.WAITING] if actor.has(Role.DISCLOSURE_CLERK) else []
    states += [State.SUBMITTED] if approves else []
    if states:
        rows = disclosure.at_hand(actor, states=states, withdraws=approves)
        yield Source(rows, partial(_releases, actor, states=states, approves=approves))
    if actor.has(Role.SUPERVISOR):
        yield Source(catalogues.submitted(actor.authority), _lists)
    if actor.has(Role.LEGAL_REVIEWER, Role.ADMINISTRATOR):
        yield Source(catalogues.to_be_mended(actor.authority), _lists)
    if actor.has(Role.BUREAU_HEAD, Role.SUPERVISOR):
        for office in UNJUDGED:
            yield Source(waiting.without_judge(actor.authority, office), partial(_unjudged, office))
    if actor.has(*HANDLES):
        yield Source(applications.waiting(actor.authority), _applications)
    yield Source(waiting.named_partners(actor), _partners)


def _applications(rows: Iterable[Application]) -> Iterator[Task]:
    """Filed on the public site and taken by nobody: silence accepts them (行政许可法 §32)."""
    for row in rows:
        url = reverse("licensing:filed-one", kwargs={"pk": row.pk})
        due = next((clock.left for clock in applications.clocks(row)), None)
        yield task("网上申请待接收", f"{row.name} · {row.item_title}", detail=row.number, url=url, due=due)


def _reviews(rows: Iterable[Review]) -> Iterator[Task]:
    days = working_calendar()
    for review in rows:
        proceeding = review.proceeding
        url = reverse("reviews:review", kwargs={"pk": review.pk})
        yield task(
            "法制审核",
            proceeding.title,
            detail=proceeding.case.number,
            url=url,
            due=time_left(review.due_on, "legal_review", calendar=days),
        )


def _releases(
    actor: Actor, rows: Iterable[Release], *, states: Collection[State], approves: bool
) -> Iterator[Task]:
    days = working_calendar()
    for release in rows:
        url = reverse("disclosure:release", kwargs={"pk": release.pk})
        number, detail = release.decision.number, str(release.proceeding)
        took_down = release.taken_down_by if release.waits_for_a_second_look else ""
        is_own = release.state == State.SUBMITTED and actor.key in {took_down, release.preparer}
        if release.state in states and not is_own:
            due = time_left(release.term, "publication", calendar=days)
            yield task(_kind_of(release), number, detail=detail, url=url, due=due)
        if approves and release.is_to_withdraw:
            due = time_left(release.withdraw_by_on, "withdrawal", calendar=days)
            yield task("撤回公示", number, detail=detail, url=url, due=due)
        if approves and took_down not in {"", actor.key}:
            yield task("确认撤回公示", number, detail=detail, url=url)


def _kind_of(release: Release) -> str:
    if release.state == State.WAITING:
        return "公示退回修改" if release.returned_on else "公示整理"
    return "公示审批"


def _adjustments(rows: Iterable[Adjustment]) -> Iterator[Task]:
    """No statute says by when; each is open until it is settled."""
    for item in rows:
        url = reverse("amendments:adjustment", kwargs={"pk": item.pk})
        yield task("依据调整", item.target_title[:60], detail=item.citations[:60], url=url)


LISTS = {"submitted": "清单审核", "draft": "清单起草", "returned": "清单退回修改", "approved": "清单待施行"}


def _lists(rows: Iterable[Edition]) -> Iterator[Task]:
    """Lists that were sent in wait for the justice bureau, the others for who compiles them."""
    for edition in rows:
        url = reverse("catalogues:edition", kwargs={"pk": edition.pk})
        kind = LISTS[edition.status]
        yield task(kind, edition.get_kind_display(), detail=str(edition), url=url)


# 河南省行政执法条例 §23: 负责人的回避由本级人民政府或者上级行政机关决定
UNJUDGED = {
    Role.BUREAU_HEAD: (
        "无人可以审批、决定",
        "机关负责人都承办过本案或者已经回避，请报请本级人民政府或者上级行政机关指定由谁办理",
    ),
    Role.LEGAL_REVIEWER: (
        "无人可以法制审核",
        "法制审核人员都承办过本案或者已经回避，请任命其他取得法律职业资格的人员审核",
    ),
}


def _unjudged(office: Role, rows: Iterable[Proceeding]) -> Iterator[Task]:
    """Nobody of the bureau can go on with these: who must be called upon."""
    kind, what = UNJUDGED[office]
    for row in rows:
        if waiting.awaits(row, office):
            url = f"{reverse('cases:detail', kwargs={'pk': row.case_id})}?proceeding={row.pk}"
            yield task(kind, title_of(row), detail=f"{row.case.number}：{what}", url=url)


def _partners(rows: Iterable[Partner]) -> Iterator[Task]:
    """Who was named as the second officer on the street answers himself."""
    for row in rows:
        url = reverse("cases:detail", kwargs={"pk": row.case_id})
        yield task("同行执法确认", row.case.summary[:40], detail=row.case.number, url=url)


def _joint(actor: Actor) -> Source:
    return Source(ledger.joint_acts_for(actor), partial(_joint_acts, actor))


def _joint_acts(actor: Actor, rows: Iterable[JointAct]) -> Iterator[Task]:
    """What another proposed: to be confirmed, or declined where it has lapsed."""
    for row in rows:
        if not ledger.is_about(actor, row):
            url, detail = reverse("organisation:joint_acts"), f"{row.proposed_by_name}提出"
            yield task("双人事项确认", row.sentence[:60], detail=detail, url=url)


def _calendar(actor: Actor) -> Iterator[Task]:
    """Next year's days off, once they ought to be known and periods end among them; not what already waits to be confirmed."""
    if not actor.has(Role.ADMINISTRATOR) or (year := organisation.year_missed()) is None:
        return
    proposed = ledger.joint_acts_of(actor.authority).filter(
        act="organisation.import_calendar", fields__year=year, settled_at=None
    )
    if not proposed.exists() and waiting.reaching(actor.authority, year):
        title = f"{year}年放假安排尚未录入"
        detail = "在办案件的期限跨入该年，现按周末估算"
        yield task("录入放假安排", title, detail=detail, url=reverse("organisation:enter-notice"))


def _matters(actor: Actor) -> Iterator[Source]:
    """What was put before the actor's office in a case."""
    for wait, rows in open_matters(actor):
        yield Source(rows, partial(_of_matter, wait), partial(_proceedings, wait))


def _proceedings(wait: Wait, row: Any) -> Iterable[Proceeding]:
    return filter(None, place_of(wait, row)[1:])


def _of_matter(wait: Wait, rows: Iterable[Any]) -> Iterator[Task]:
    for row in filter(wait.still, rows):
        case, proceeding = place_of(wait, row)
        title = title_of(proceeding) if proceeding else case.summary[:40]
        url = _act(wait.act, case=case.pk, proceeding=proceeding)
        yield task(wait.kind, title, detail=case.number, url=url, due=wait.due(row))


def _act(name: str, *, case: int, proceeding: Proceeding | None) -> str:
    """The address of the act."""
    url = reverse("cases:act", kwargs={"pk": case, "verb": name.partition(".")[2]})
    return f"{url}?proceeding={proceeding.pk}" if proceeding else url


def _led(stand: Standing) -> Iterator[Task]:
    """Cases that nobody can handle, and those whose time is over."""
    for proceeding in stand.short:
        url = reverse("cases:act", kwargs={"pk": proceeding.case_id, "verb": "assign_officers"})
        yield _of(proceeding, "指派承办人", url=url)
    for proceeding in stand.late:
        yield _of(proceeding, "线索逾期" if proceeding.filed_on is None else "办案逾期")


def _mine(actor: Actor, stand: Standing, *, told: Collection[str]) -> Iterator[Task]:
    """What the actor handles, and what stands at a step of an office that the actor has.

    Where a case of his stands for another office alone, the line says for which. `told`: the addresses of other lines.
    """
    rows = {row.pk: row for row in stand.own}
    rows |= {row.pk: row for row in stand.there if not (_is_reviewed(actor, row) or _is_told(row, told))}
    awaited = waiting.others_awaited(actor, rows.values())
    for proceeding in rows.values():
        title = cases.step_title_of(proceeding)
        others = "、".join(CAPTIONS[role] for role in awaited.get(proceeding.pk, ()))
        yield _of(proceeding, f"{title}（待{others}办理）" if others else title)


def _of(proceeding: Proceeding, kind: str, *, url: str = "") -> Task:
    url = url or reverse("cases:detail", kwargs={"pk": proceeding.case_id})
    return task(
        kind,
        title_of(proceeding),
        detail=proceeding.case.number,
        url=f"{url}?proceeding={proceeding.pk}",
        terms=main_terms(proceeding),
    )


def _is_told(proceeding: Proceeding, told: Collection[str]) -> bool:
    """Whether another line leads to an act of its step already: one matter, one line."""
    step = cases.current_step(proceeding)
    acts = step.acts if step else ()
    return any(_act(name, case=proceeding.case_id, proceeding=proceeding) in told for name in acts)


def _is_reviewed(actor: Actor, proceeding: Proceeding) -> bool:
    """What waits for an opinion is listed as a review once it was sent in; who holds the step has it all the same."""
    step = cases.current_step(proceeding)
    if step is None or "reviews.give_opinion" not in step.acts:
        return False
    return step.role == Role.LEGAL_REVIEWER or not actor.has(Role(step.role))


def heading(actor: Actor) -> str:
    return "、".join(CAPTIONS[Role(role)] for role in sorted(actor.roles) if role in set(Role))
