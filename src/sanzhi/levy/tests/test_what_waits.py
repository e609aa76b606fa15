"""What is put before the head, and what is to be given back, stands in somebody's worklist (城市道路管理条例 §38)."""

from sanzhi.kernel import clock
from sanzhi.supervision.worklist import tasks_of
from tests.fees import Levied
from tests.stories import done


def kinds(story: object, who: str) -> set[str]:
    return {task.kind for task in tasks_of(story.bureau.actor(who))}  # type: ignore[attr-defined]


def test_a_relief_waits_for_the_head(levied: Levied) -> None:
    story = levied(stop="lowering", relief="残疾人自主经营")
    assert "征收减免审批" in kinds(story, "juzhang") and "征收减免审批" not in kinds(story, "zhifa1")
    story.decide_lowering("残疾人证和营业执照核对无误，符合清单规定的减免。")
    assert "征收减免审批" not in kinds(story, "juzhang")


def test_what_is_given_back_waits_for_who_handles_it(levied: Levied) -> None:
    story = levied(stop="refund", cut_after=30)
    assert "征收退费待退还" in kinds(story, "zhifa1")
    back = {"voucher": "TF20269990001", "receiver": "某店", "paid_on": clock.today()}
    done(story, "levy.pay_levy_refund", **back)
    assert "征收退费待退还" not in kinds(story, "zhifa1")
