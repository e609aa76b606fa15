"""Who may propose, and who settle, what needs two people."""

from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Joint, Order, Registered, registered_commands
from sanzhi.kernel.verdict import Verdict
from sanzhi.ledger.models import JointAct


def joint_of(act: str) -> tuple[Registered, Joint] | None:
    """The command that two people do, or None."""
    found = registered_commands().get(act)
    return (found, found.joint) if found is not None and found.joint is not None else None


def may_propose(actor: Actor, joint: Joint, *, order: Order) -> Verdict:
    return Verdict.when(
        actor.has(*joint.proposes), "这一事项由系统管理员提出、另一人确认，您没有这一岗位。"
    ) & _is_of_another(actor, joint, order=order)


def may_settle(actor: Actor, row: JointAct, *, joint: Joint, order: Order) -> Verdict:
    return (
        Verdict.when(row.settled_at is None, "这一事项已经办结。", remedy="请刷新页面。")
        & Verdict.when(actor.has(*joint.confirms), "这一事项由另一岗位的人确认，您没有这一岗位。")
        & Verdict.when(
            row.proposed_by != actor.key, "自己提出的事项不能由自己确认。", remedy="请由另一人确认。"
        )
        & _is_of_another(actor, joint, order=order)
    )


def _is_of_another(actor: Actor, joint: Joint, *, order: Order) -> Verdict:
    return Verdict.when(
        actor.officer_id is None or joint.concerns(order) != actor.officer_id,
        "涉及本人的岗位、密码，本人不能提出，也不能确认。",
        remedy="请由其他管理人员办理。",
    )
