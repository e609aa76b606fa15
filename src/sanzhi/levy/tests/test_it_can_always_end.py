"""From every step a levy ends lawfully: nothing is owed, nobody is left, the decision falls."""

import pytest

from sanzhi.kernel import clock
from tests.fees import Levied
from tests.stories import done

END, CLOSE, HEAD = "levy.end_levy", "cases.close_case", "juzhang"


@pytest.mark.parametrize("stop", ["assessment", "assessed", "notice", "plea", "decision"])
def test_before_the_decision(levied: Levied, stop: str) -> None:
    story = levied(stop=stop)
    said = {"ground": "not_owed", "proof": "免缴的批准文件", "reason": "经核实不应当征收。"}
    done(story, END, who=HEAD, **said)
    done(story, CLOSE, who=HEAD, kind="not_owed", reason="经核实不应当征收。")
    assert story.case.closed_on


@pytest.mark.parametrize("stop", ["review", "deliberation"])
def test_while_it_is_weighed(levied: Levied, stop: str) -> None:
    story = levied(stop=stop, public_interest=True)
    said = {"ground": "not_owed", "proof": "免缴的批准文件", "reason": "经核实不应当征收。"}
    done(story, END, who=HEAD, **said)
    done(story, CLOSE, who=HEAD, kind="not_owed", reason="经核实不应当征收。")
    assert story.case.closed_on


@pytest.mark.parametrize("stop", ["billing", "collection"])
def test_after_it(levied: Levied, stop: str) -> None:
    story = levied(stop=stop)
    said = {"ground": "died", "proof": "死亡证明", "reason": "没有遗产，没有义务承受人。"}
    done(story, END, who=HEAD, **said)
    done(story, CLOSE, who=HEAD, kind="given_up", reason="无人可以缴纳。")
    assert story.case.closed_on


@pytest.mark.parametrize("stop", ["billing", "collection", "collected", "refund", "closure"])
def test_when_the_decision_falls(levied: Levied, stop: str) -> None:
    story = levied(stop=stop, cut_after=30)
    if stop == "refund":
        back = {"voucher": "TF20269990001", "receiver": "某店", "paid_on": clock.today()}
        done(story, "levy.pay_levy_refund", **back)
    fell = {"overturned_for": ["evidence"], "ground": "占用面积的证据不足。", "kind": "revoked"}
    done(story, "cases.propose_overturn", **fell)
    done(story, "cases.overturn_decision", who=HEAD)
    story.serve(next(row.document for row in story.proceeding.papers.all() if row.form == "D87"))
    if stop in {"collected", "refund", "closure"}:
        done(story, "levy.refund_levy", who=HEAD, reason="决定已经撤销，全部退还。")
        back = {"voucher": "TF20269990002", "receiver": "某店", "paid_on": clock.today()}
        done(story, "levy.pay_levy_refund", **back)
    done(story, CLOSE, who=HEAD, kind="overturned", reason="决定已经撤销，款项已经退还。")
    assert story.case.closed_on
