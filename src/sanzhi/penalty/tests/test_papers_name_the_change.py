"""What is asked for by another sum than the decision tells names the paper that has changed it (行政强制法 §55(1)(2))."""

from collections.abc import Callable
from datetime import timedelta

from sanzhi.cases.contestable import contestable_until
from sanzhi.demo.story import Story
from sanzhi.documents.models import Document
from sanzhi.kernel import clock
from sanzhi.law.days import chinese_date
from sanzhi.penalty.tests.test_changes_and_the_court import ASK, SUIT, changed, demanded
from sanzhi.penalty.tests.test_court import SAYS, YEAR, at
from sanzhi.penalty.tests.test_papers_of_the_hearing import known
from tests.stories import done, judged

Reached = Callable[..., Story]


def test_notice_demand_and_application_name_our_own_change(reached: Reached) -> None:
    story = reached(stop="performance", pays=False)
    done(story, "organisation.import_calendar", who="guanli", **YEAR)
    assert not known(story, "D48").get("change_text")
    gone = changed(story)
    paper = Document.objects.get(pk=gone.document_id or 0)
    named = f"本机关《{paper.title}》（{paper.number}，{chinese_date(clock.today())}送达）"
    said = f"该决定的罚款已由{named}变更为600元。"
    assert known(story, "D48")["change_text"] == said
    clock.advance(timedelta(days=60))
    assert known(story, "D51")["change_text"] == said
    demanded(story)
    over_on = contestable_until(story.proceeding)
    assert over_on is not None
    at(over_on + timedelta(days=1))
    asked = done(story, ASK, who="juzhang", **SAYS)
    values = Document.objects.get(pk=asked.document_id).values
    assert values["change_text"] == said and values["change_papers"] == named


def test_what_a_court_has_changed_is_named_by_its_judgment(reached: Reached) -> None:
    story = reached(stop="performance", pays=False)
    judged(story, SUIT, outcome="changed", fine=500)
    cut = {"kind": "changed", "by_whom": "court", "reference": SUIT, "fine": 500}
    done(story, "cases.propose_overturn", **cut, overturned_for=["unfit"], ground="罚款明显不当。")
    done(story, "cases.overturn_decision", who="juzhang")
    assert known(story, "D48")["change_text"] == f"该决定的罚款已由人民法院{SUIT}变更为500元。"
