"""Who may do what with an edition."""

from sanzhi.catalogues.models import Edition, Status
from sanzhi.kernel.actor import SYSTEM_ROLE, Actor
from sanzhi.kernel.verdict import Verdict
from sanzhi.organisation.roles import Role


def may_compile(actor: Actor, authority: str) -> Verdict:
    own = actor.authority == authority or actor.has(SYSTEM_ROLE)
    return Verdict.when(
        own and actor.has(Role.LEGAL_REVIEWER, Role.ADMINISTRATOR, SYSTEM_ROLE),
        "清单由本机关政策法规科编制。",
        remedy="请联系法制审核人员或者系统管理员。",
    )


def may_review(actor: Actor) -> Verdict:
    return Verdict.when(
        actor.has(Role.SUPERVISOR, SYSTEM_ROLE),
        "清单由司法行政部门审核，本岗位不能审核。",
        "国办发〔2018〕118号；实施方案二(一)2",
    )


def is_at(edition: Edition, *statuses: Status) -> Verdict:
    wanted = "或者".join(status.label for status in statuses)
    return Verdict.when(
        edition.status in statuses,
        f"{edition}现为“{Status(edition.status).label}”，只有“{wanted}”状态可以这样做。",
        remedy="施行中的版本不能修改，请起草新版。" if edition.status == Status.IN_FORCE else "",
    )
