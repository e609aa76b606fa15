"""Who prepares, who approves; two people, so that nobody publishes alone (F11-15)."""

from sanzhi.disclosure.models import Release, State
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.verdict import Verdict
from sanzhi.organisation.roles import Role

LAW = "河南省行政执法公示办法"


def may_prepare(actor: Actor) -> Verdict:
    return Verdict.when(
        actor.has(Role.DISCLOSURE_CLERK), "公示文本由公示员整理，您没有这一岗位。", citation=LAW
    )


def may_approve(actor: Actor, release: Release) -> Verdict:
    verdict = Verdict.when(
        actor.has(Role.BUREAU_HEAD, Role.LEGAL_REVIEWER),
        "公示由机关负责人或者法制机构审批，您没有这一岗位。",
        citation=LAW,
    )
    return verdict & Verdict.when(
        release.secrecy_checked_by != actor.name,
        "整理公示文本的人不能自己审批。",
        citation=LAW,
        remedy="请由另一人审批。",
    )


def is_in(release: Release, *states: State) -> Verdict:
    return Verdict.when(
        release.state in states,
        f"该公示现为“{release.get_state_display()}”，不能这样办理。",
        remedy="如页面已陈旧，请刷新。",
    )
