"""Who may propose, and who settle, what needs two people."""

from collections.abc import Callable
from functools import partial

from sanzhi.kernel.actor import Actor
from sanzhi.kernel.clock import CHINA
from sanzhi.kernel.commands import Joint, Order, Registered, registered_commands
from sanzhi.kernel.db import one_at_a_time
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.days import chinese_date
from sanzhi.ledger.models import JointAct

AUDITED = partial(Joint, proposes=("administrator",), confirms=("auditor",))  # what touches the log itself

_roles_of: list[Callable[[str], frozenset[str]]] = []
_holders: list[Callable[[str, tuple[str, ...]], frozenset[int]]] = []


def pin(
    roles_of: Callable[[str], frozenset[str]], *, holders: Callable[[str, tuple[str, ...]], frozenset[int]]
) -> None:
    """Port: the offices that the actor of a key holds today, and the officers of an authority who hold one of some.

    Set in project/wiring.py.
    """
    _roles_of[:], _holders[:] = [roles_of], [holders]


def joint_of(act: str) -> tuple[Registered, Joint] | None:
    """The command that two people do, or None."""
    found = registered_commands().get(act)
    return (found, found.joint) if found is not None and found.joint is not None else None


def may_propose(actor: Actor, joint: Joint, *, order: Order) -> Verdict:
    return Verdict.when(
        actor.has(*joint.proposes), "这一事项由一人提出、另一人确认，您没有这一岗位。"
    ) & _is_of_another(actor, joint, order=order)


def is_not_proposed(actor: Actor, act: str, *, joint: Joint, order: Order) -> Verdict:
    """Of the same thing the same act waits once: a second press proposes nothing. Asked while nobody else proposes it."""
    one_at_a_time(f"joint act {actor.authority} {act}")
    thing = order.model_dump(mode="json", include=set(joint.names))
    waiting = JointAct.objects.filter(authority=actor.authority, act=act, settled_at=None)
    found = next((row for row in waiting if {name: row.fields.get(name) for name in thing} == thing), None)
    return Verdict.when(
        found is None,
        f"同一事项已由{found.proposed_by_name}于{chinese_date(found.proposed_at.astimezone(CHINA).date())}提出，尚未办结。"
        if found
        else "",
        remedy="请等待另一人确认；需要另行提出的，请先在“双人事项”中收回或者不同意原来的一份。",
    )


def can_be_confirmed(actor: Actor, joint: Joint, *, order: Order) -> Verdict:
    """What only the proposer or those whom it is about could confirm would wait for ever."""
    others = _holders[0](actor.authority, joint.confirms) - joint.concerns(order) - {actor.officer_id or 0}
    return Verdict.when(
        others,
        "除本人以外没有人能够确认这一事项。",
        remedy="请先任命第二名担任确认岗位的人员；确认岗位的人员忘记密码的，由另外两名管理人员在服务器上用 manage.py reset_keeper 办理。",
    )


def acts_for(actor: Actor) -> list[str]:
    """The acts that wait for an office of this person."""
    found = registered_commands().items()
    return [name for name, row in found if row.joint is not None and actor.has(*row.joint.confirms)]


def may_settle(actor: Actor, row: JointAct, *, joint: Joint, order: Order) -> Verdict:
    return (
        Verdict.when(row.settled_at is None, "这一事项已经办结。", remedy="请刷新页面。")
        & Verdict.when(
            _roles_of[0](row.proposed_by).intersection(joint.proposes),
            f"提出人{row.proposed_by_name}已经离岗或者不再担任该岗位，这一提出失效。",
            remedy="请不同意，由现任人员重新提出。",
        )
        & Verdict.when(actor.has(*joint.confirms), "这一事项由另一岗位的人确认，您没有这一岗位。")
        & Verdict.when(
            row.proposed_by != actor.key, "自己提出的事项不能由自己确认。", remedy="请由另一人确认。"
        )
        & Verdict.when(
            joint.sees(order) == row.seen,
            "提出以后，所涉的内容又有改动，这一提出失效。",
            remedy="请不同意，查明后重新提出。",
        )
        & _is_of_another(actor, joint, order=order)
    )


def may_decline(actor: Actor, row: JointAct, *, joint: Joint) -> Verdict:
    """The other office, and the proposer himself, who takes it back."""
    return Verdict.when(row.settled_at is None, "这一事项已经办结。", remedy="请刷新页面。") & Verdict.when(
        actor.has(*joint.confirms) or row.proposed_by == actor.key,
        "这一事项由另一岗位的人办理，您没有这一岗位。",
    )


def _is_of_another(actor: Actor, joint: Joint, *, order: Order) -> Verdict:
    return Verdict.when(
        actor.officer_id not in joint.concerns(order),
        "涉及本人的岗位、密码和记录，本人不能提出，也不能确认。",
        remedy="请由其他管理人员办理。",
    )
