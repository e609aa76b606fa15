"""Who may upload, see and touch recordings."""

from datetime import datetime

from sanzhi.cases import queries as cases
from sanzhi.cases.card import handles
from sanzhi.cases.models import Case, Proceeding
from sanzhi.cases.policies import is_in_the_case, is_not_recused
from sanzhi.kernel import clock
from sanzhi.kernel.actor import SYSTEM_ROLE, Actor
from sanzhi.kernel.verdict import Verdict
from sanzhi.organisation.roles import Role
from sanzhi.recordings.models import Gap, Recording, Upload
from sanzhi.recordings.moments import CAPTIONS

LAW = "行政处罚法第四十七条"
ACCEPT = (Role.SQUAD_LEADER, Role.LEGAL_REVIEWER)


def records(actor: Actor, proceeding: Proceeding) -> bool:
    """Whether to add recordings is ever the actor's."""
    return handles(actor, proceeding) or actor.has(Role.SQUAD_LEADER, SYSTEM_ROLE)


def confirms(actor: Actor, recording: Recording) -> bool:
    """Whether to confirm the times of recordings is ever the actor's."""
    return handles(actor, recording.proceeding) or actor.has(*ACCEPT)


def may_record(actor: Actor, case: Case) -> Verdict:
    """Officers of the case and their leaders add recordings, until the case is closed."""
    verdict = Verdict.when(
        cases.is_assigned(case, actor) or actor.has(Role.SQUAD_LEADER, SYSTEM_ROLE),
        "只有本案承办人和中队长可以上传音像记录。",
        citation=LAW,
        remedy="请由承办人上传，或先由中队长指派。",
    )
    verdict &= is_not_recused(actor, case)
    return verdict & _is_open(case, "案件已结案，不能再补充音像记录。")


def is_not_explained(proceeding: Proceeding, moment: str) -> Verdict:
    """Of one moment one explanation waits: another is written once it was accepted or came back."""
    waiting = Gap.objects.filter(proceeding=proceeding, moment=moment, accepted_at=None, returned_at=None)
    return Verdict.when(
        not waiting.exists(),
        f"“{CAPTIONS.get(moment, moment)}”的缺漏已经说明，等待审定。",
        citation=LAW,
        remedy="需要改写的，请审定的人退回后重新说明。",
    )


def may_accept(actor: Actor, case: Case, *, gap: Gap) -> Verdict:
    """A leader or the legal section, and nobody who has, or ever had, a part in the case or wrote the explanation."""
    verdict = Verdict.when(
        actor.has(*ACCEPT),
        "缺漏说明由中队长或者法制审核人员审定，您没有这一岗位。",
        citation=LAW,
    )
    verdict &= Verdict.when(
        not cases.has_handled(case, actor.officer_id),
        "您承办过本案，不能审定本案音像记录的缺漏说明。",
        citation=LAW,
        remedy="请由没有承办过本案的中队长或者法制审核人员审定。",
    )
    verdict &= Verdict.when(
        gap.explained_by != actor.key,
        "缺漏说明不能由说明人自己审定。",
        citation=LAW,
        remedy="请由另一名中队长或者法制审核人员审定。",
    )
    verdict &= is_not_recused(actor, case)
    return verdict & _is_open(case, "案件已结案，不能再审定缺漏说明。")


def _is_open(case: Case, said: str) -> Verdict:
    """What was closed and filed stays as it is (行政处罚法 §47)."""
    return Verdict.when(
        case.closed_on is None,
        said,
        citation="行政处罚法第四十七条",
        remedy="案件恢复办理或者撤销后重新办理的，届时补充。",
    )


def is_no_double(same: Recording | None, upload: Upload) -> Verdict:
    """One film proves one moment of one party, whatever is written beside it; sent again for the same it is simply known."""
    own = same is not None and (same.proceeding_id, same.moment) == (upload.proceeding_id, upload.moment)
    here = same is not None and same.subject == upload.subject
    where = f"本案“{CAPTIONS.get(same.moment, same.moment)}”" if same and here else "另一案件"
    return Verdict.when(
        same is None or own,
        f"“{upload.name}”已经作为{where}的音像入库（画面、声音相同），一份音像不能证明两处。",
        citation=LAW,
        remedy="请上传这一环节自己的原始文件；一次录了几个环节的，请按环节分段导出后分别上传。",
    )


def is_continued_by(upload: Upload, actor: Actor) -> Verdict:
    """An upload belongs to who began it."""
    own = upload.begun_by == actor.key or actor.has(SYSTEM_ROLE)
    return Verdict.when(own, "这个上传由其他人开始，不能接续。")


def may_confirm(actor: Actor, case: Case, *, recording: Recording) -> Verdict:
    """Another officer of the case, a leader or the legal section; who took it in is no witness of its length."""
    verdict = Verdict.when(
        cases.is_assigned(case, actor) or actor.has(Role.SQUAD_LEADER, Role.LEGAL_REVIEWER),
        "音像的时间由本案另一名承办人、中队长或者法制审核人员确认。",
        citation=LAW,
    )
    verdict &= Verdict.when(
        recording.taken_by != actor.key,
        "音像的时间不能由上传人自己确认。",
        citation=LAW,
        remedy="请由本案另一名承办人、中队长或者法制审核人员看过后确认。",
    )
    verdict &= is_not_recused(actor, case)
    return verdict & _is_open(case, "案件已结案，不能再确认音像的时间。")


def is_plausible_time(case: Case, started: datetime, *, ended: datetime | None) -> Verdict:
    """It begins in the case, ends after it begins, and not in the future (F6-08: 开机前检查系统日期时间)."""
    ended, day = ended or started, started.astimezone(clock.CHINA).date()
    verdict = Verdict.when(
        started <= ended, "记录结束时间早于开始时间。", remedy="请核对起止时间。"
    ) & Verdict.when(ended <= clock.now(), "记录结束时间在将来。", remedy="请核对执法记录仪的系统日期时间。")
    return verdict & is_in_the_case(day, case.registered_on, label="记录开始时间") if verdict else verdict
