"""The paper at the end tells why money went back and when it came, and nothing of who paid that no row tells."""

from collections.abc import Callable
from datetime import timedelta

from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.law.days import chinese_date
from sanzhi.penalty.tests.test_papers_of_the_hearing import known
from sanzhi.penalty.tests.test_refusals_of_deferral import COURT, SAYS
from tests.stories import done, judged

Reached = Callable[..., Story]
RULED = "（2026）豫0481行初9号"


def told(story: Story) -> str:
    return str(known(story, "D68")["execution"])


def paid(story: Story, amount: int, **more: object) -> None:
    order = {"amount": amount, "paid_on": clock.today(), "receipt_number": "2026000091", **more}
    done(story, "penalty.record_payment", **order)


def returned(story: Story, amount: int) -> None:
    back = {"refunded_on": clock.today(), "voucher": "TK2026000001"}
    done(story, "penalty.refund_payment", amount=amount, **back)


def test_what_a_court_has_cut_was_not_paid_too_much(reached: Reached) -> None:
    story = reached(stop="closure")
    judged(story, RULED, outcome="changed", fine=500)
    cut = {"kind": "changed", "by_whom": "court", "reference": RULED, "fine": 500}
    done(story, "cases.propose_overturn", **cut, overturned_for=["unfit"], ground="罚款明显不当。")
    done(story, "cases.overturn_decision", who="juzhang")
    returned(story, 300)
    assert told(story).endswith(f"应当退还的300元已于{chinese_date(clock.today())}退还。")
    assert "多缴" not in told(story)


def test_what_a_court_held_unlawful_is_told_at_the_end(reached: Reached) -> None:
    story = reached(stop="closure")
    judged(story, RULED, outcome="unlawful")
    assert "违法。" not in str(known(story, "D68")["decision_text"])
    held = {"kind": "unlawful", "by_whom": "court", "reference": RULED}
    done(story, "cases.propose_overturn", **held, overturned_for=["procedure"], ground="没有依法告知。")
    done(story, "cases.overturn_decision", who="juzhang")
    assert str(known(story, "D68")["decision_text"]).endswith(f"\n人民法院以{RULED}确认本决定违法。")


def test_what_the_bank_took_twice_was_paid_too_much(reached: Reached) -> None:
    story = reached(stop="closure")
    paid(story, 800, is_overpaid=True)
    returned(story, 800)
    assert told(story).endswith(f"另有多缴的800元已于{chinese_date(clock.today())}退还。")


def test_what_came_after_the_court_had_granted_is_told_as_that(reached: Reached) -> None:
    story = reached(stop="performance", pays=False)
    judged(story, RULED, outcome="upheld")
    clock.advance(timedelta(days=40))
    story.serve(story.paper("D51"))
    clock.advance(timedelta(days=25))
    done(story, COURT, who="juzhang", **SAYS)
    answer = {"received_on": clock.today()}
    done(story, "penalty.record_court_answer", says="accepted", number="（2026）豫0481行审3号", **answer)
    done(story, "penalty.record_court_answer", says="granted", number="（2026）豫0481行审3号之一", **answer)
    paid(story, 800)
    day = chinese_date(clock.today())
    assert told(story) == f"人民法院裁定准予强制执行以后，罚款于{day}全部收到。"


def test_who_paid_is_not_told_where_no_row_tells_it(reached: Reached) -> None:
    story = reached(stop="performance", pays=False)
    paid(story, 800)
    assert told(story) == f"罚款已于{chinese_date(clock.today())}缴清。"
