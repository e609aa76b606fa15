"""What a kind does at any step, or after the end, it does in no other kind's proceeding."""

from sanzhi.kernel import clock
from tests.fees import Levied
from tests.stories import case_page, refused


def test_a_levy_takes_no_fine_and_shows_no_button_for_it(levied: Levied) -> None:
    story = levied()
    paid = {"amount": 100, "paid_on": clock.today(), "receipt_number": "4120260001234"}
    assert "不属于行政征收（收费）程序" in refused(story, "penalty.record_payment", **paid)
    page = case_page(story, who="zhifa1")
    assert "登记缴款入库" in page and "报告移送" not in page and "违法行为</dt>" not in page
