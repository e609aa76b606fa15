"""Reconsideration and suits against decisions of every kind: answered in time with all proofs, stayed, ended, entered."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from sanzhi.cases import queries
from sanzhi.cases.contests import contests
from sanzhi.cases.deadlines import countdowns
from sanzhi.cases.models import Contest
from sanzhi.demo.executing import DONE
from sanzhi.demo.levying import LevyStory
from sanzhi.kernel import clock
from sanzhi.levy.owed import principal
from sanzhi.requisition.queries import left_to_pay
from sanzhi.supervision.worklist import tasks_of
from tests.fees import Levied, Taken
from tests.licences import Applied
from tests.stories import done, refused

RECORD, ANSWER, END = "cases.record_contest", "cases.answer_contest", "cases.end_contest"
STAY, RESUME, CORRECT = "cases.stay_execution", "cases.resume_execution", "cases.correct_contest"
GOVERNMENT = {"way": "reconsideration", "body": "舞钢市人民政府", "number": "演政复〔2026〕1号"}
COURT = {"way": "litigation", "body": "舞钢市人民法院", "number": "（2026）演行初1号"}
REPLY = {
    "reply": "决定认定事实清楚，证据确凿，适用依据正确，程序合法，请求维持。",
    "bases": "城市道路管理条例",
}
FELL = {"overturned_for": ["evidence"], "ground": "占用面积的证据不足。", "kind": "revoked"}


def contested(story: Any, **changes: Any) -> Contest:
    said = {**GOVERNMENT, "accepted_on": clock.today(), "copy_on": clock.today(), **changes}
    done(story, RECORD, **said, proceeding=story.proceeding.pk)
    return contests(story.proceeding)[-1]


def proofs(story: Any) -> list[int]:
    return [row.pk for row in queries.evidence(story.case)]


def ended(story: Any, **changes: Any) -> None:
    got: dict[str, Any] = {"ended_on": clock.today(), "received_on": clock.today()}
    place = {"proceeding": story.proceeding.pk}
    done(
        story,
        END,
        **place,
        **{**got, "outcome": "upheld", "outcome_number": "演政复决〔2026〕1号", **changes},
    )


@pytest.fixture
def levy(levied: Levied) -> LevyStory:
    return levied(stop="collection")


def test_it_is_answered_within_ten_working_days_with_all_proofs(levy: LevyStory) -> None:
    """行政复议法 §48, §88: ten working days from the copy; what is not handed in counts as not there."""
    assert "没有等待答复" in refused(levy, ANSWER, copy_on=clock.today(), **answer(levy))
    row = contested(levy)
    (task,) = (row for row in tasks_of(levy.officer) if row.kind == "复议诉讼待答复")
    assert [(row.days, row.unit) for row in task.terms] == [(10, "个工作日")]
    assert any(one.title == "复议答复、举证期限" for one in countdowns(levy.proceeding))
    assert "不早于受理日" in refused(
        levy, ANSWER, **{**answer(levy), "copy_on": clock.today() - timedelta(days=1)}
    )
    assert "不是本案登记的证据" in refused(
        levy, ANSWER, **{**answer(levy), "evidence": [10**6]}, copy_on=clock.today()
    )
    early = refused(levy, ANSWER, copy_on=clock.today(), **answer(levy), late_because="案情复杂。")
    assert "没有逾期的不填" in early
    clock.advance(timedelta(days=30))
    assert "逾期的写明原因" in refused(levy, ANSWER, copy_on=row.copy_on, **answer(levy))
    signs = refused(levy, ANSWER, copy_on=row.copy_on, **answer(levy), late_because="……")
    assert "逾期的写明原因" in signs
    done(levy, ANSWER, copy_on=row.copy_on, **answer(levy), late_because="档案调取延误。")
    row.refresh_from_db()
    assert row.proofs[0].endswith("占用现场勘验记录和平面图（占用的位置、面积和期间）")
    assert row.proofs[-1] == "依据：城市道路管理条例" and len(row.proofs) == len(proofs(levy)) + 1
    assert "复议诉讼待答复" not in {one.kind for one in tasks_of(levy.officer)}
    assert "没有等待答复" in refused(levy, ANSWER, copy_on=row.copy_on, **answer(levy))


def answer(story: Any) -> dict[str, Any]:
    return {**REPLY, "evidence": proofs(story), "replied_on": clock.today()}


def test_the_copy_and_the_short_way_are_told_as_they_are(levy: LevyStory) -> None:
    today, before = clock.today(), clock.today() - timedelta(days=1)
    assert "收到副本之日" in refused(levy, RECORD, **GOVERNMENT, accepted_on=today, copy_on=before)
    assert "只用于行政复议" in refused(levy, RECORD, **COURT, accepted_on=today, is_simplified=True)
    contested(levy, is_simplified=True)
    (task,) = (row for row in tasks_of(levy.officer) if row.kind == "复议诉讼待答复")
    assert [(row.days, row.unit) for row in task.terms] == [(5, "个工作日")]


def test_a_suit_is_answered_in_fifteen_days(levy: LevyStory) -> None:
    contested(levy, **COURT)
    (task,) = (row for row in tasks_of(levy.officer) if row.kind == "复议诉讼待答复")
    assert [(row.days, row.unit) for row in task.terms] == [(15, "个自然日")]


def test_a_stay_is_entered_and_lifted(levy: LevyStory) -> None:
    """行政复议法 §42: a remedy alone stops nothing."""
    stay = {"by": "受理机关", "because": "复议机关决定停止执行（演政复停〔2026〕1号）。"}
    assert "没有可以停止执行" in refused(levy, STAY, **stay, stayed_on=clock.today())
    row = contested(levy)
    early = clock.today() - timedelta(days=1)
    assert "不早于受理日" in refused(levy, STAY, **stay, stayed_on=early)
    assert "没有停止执行的登记" in refused(levy, RESUME, resumed_on=clock.today())
    done(levy, STAY, **stay, stayed_on=clock.today())
    row.refresh_from_db()
    assert row.is_stayed and row.stayed_by == "舞钢市人民政府"
    assert "不早于停止执行之日" in refused(levy, RESUME, resumed_on=early)
    done(levy, RESUME, resumed_on=clock.today())
    row.refresh_from_db()
    assert not row.is_stayed


def test_what_others_revoked_is_entered_as_they_did(levy: LevyStory) -> None:
    theirs = {**FELL, "by_whom": "reconsideration", "reference": "演政复决〔2026〕1号"}
    assert "没有行政复议机关撤销、变更本决定的审结记录" in refused(levy, "cases.propose_overturn", **theirs)
    contested(levy)
    ended(levy, outcome="revoked", overturned_for=["evidence"])
    assert "尚未据此撤销、变更" in refused(levy, "cases.propose_overturn", **FELL)
    other = {**theirs, "overturned_for": ["procedure"]}
    assert "不一致" in refused(levy, "cases.propose_overturn", **other)
    done(levy, "cases.propose_overturn", **theirs)
    done(levy, "cases.overturn_decision", who="juzhang")
    assert principal(levy.proceeding) == 0 and levy.proceeding.step == "overturned"


def test_a_sum_that_others_lowered_is_owed(levy: LevyStory) -> None:
    """行政诉讼法 §77: a court may change a sum, never to the plaintiff's harm."""
    assessed = principal(levy.proceeding)
    contested(levy, **COURT)
    judged = {"outcome": "changed", "overturned_for": ["unfit"], "is_effective": True, "received_on": None}
    number = {"outcome_number": "（2026）演行终1号"}
    got = {"ended_on": clock.today(), **judged, **number}
    assert "请填写变更后的数额" in refused(levy, END, **got)
    heavier = refused(levy, END, **got, fine=assessed + 1)
    assert "变更后的征收款应当低于原征收款" in heavier
    lighter = {**got, "fine": Decimal(100), "contrary_by": "市场管理方"}
    assert "没有加重的，不填写" in refused(levy, END, **lighter)
    by_itself = {**got, "fine": assessed + 1, "contrary_by": levy.party.name}
    assert "不能是当事人自己" in refused(levy, END, **by_itself)
    ended(levy, **judged, **number, fine=Decimal(100))
    changed = {"kind": "changed", "by_whom": "court", "overturned_for": ["unfit"], "fine": Decimal(100)}
    told = {**changed, "ground": "数额认定有误。", "reference": number["outcome_number"]}
    done(levy, "cases.propose_overturn", **told)
    done(levy, "cases.overturn_decision", who="juzhang")
    assert principal(levy.proceeding) == 100


def test_a_licence_is_contested_too(applied: Applied) -> None:
    story = applied(stop="licence_closure", is_fit=False)
    contested(story)
    ended(story, outcome="changed", overturned_for=["unfit"])
    told = {"kind": "changed", "overturned_for": ["unfit"], "ground": "许可期限不当。"}
    own = refused(story, "cases.propose_overturn", **told)
    assert "本决定没有数额，本机关不能自行变更" in own
    theirs = {"by_whom": "reconsideration", "reference": "演政复决〔2026〕1号"}
    done(story, "cases.propose_overturn", **told, **theirs)
    done(story, "cases.overturn_decision", who="juzhang")
    assert not queries.has_fallen(story.proceeding)


def test_more_compensation_is_no_harm(taken: Taken) -> None:
    story = taken(stop="payment")
    paid = story.proceeding.decision.weight.compensated
    place = {"proceeding": story.proceeding.pk}
    own = {
        "kind": "changed",
        "overturned_for": ["unfit"],
        "ground": "少算了一日。",
        "fine": paid + 50,
        **place,
    }
    assert "撤销后重新核算" in refused(story, "cases.propose_overturn", **own)
    contested(story)
    ended(story, outcome="changed", overturned_for=["unfit"], fine=paid + 50)
    theirs = {"by_whom": "reconsideration", "reference": "演政复决〔2026〕1号"}
    done(story, "cases.propose_overturn", **own, **theirs)
    done(story, "cases.overturn_decision", who="juzhang", **place)
    assert left_to_pay(story.proceeding) == paid + 50


def test_what_was_entered_wrongly_counts_no_more(levy: LevyStory) -> None:
    assert "没有登记过复议、诉讼" in refused(levy, CORRECT, contest=1, **WRONG)
    row = contested(levy)
    assert "没有这条登记" in refused(levy, CORRECT, contest=row.pk + 1, **WRONG)
    done(levy, CORRECT, contest=row.pk, **WRONG)
    correction = queries.waiting_corrections(levy.proceeding)[0].pk
    done(levy, "cases.settle_correction", who="juzhang", correction=correction, is_approved=True)
    assert not contests(levy.proceeding)


def test_what_the_decision_fell_by_stays(levy: LevyStory) -> None:
    row = contested(levy)
    ended(levy, outcome="revoked", overturned_for=["evidence"])
    theirs = {**FELL, "by_whom": "reconsideration", "reference": "演政复决〔2026〕1号"}
    done(levy, "cases.propose_overturn", **theirs)
    done(levy, "cases.overturn_decision", who="juzhang")
    assert "已经据以撤销、变更决定" in refused(levy, CORRECT, contest=row.pk, **WRONG)


WRONG = {"proof": "受理通知书属于另一案件", "reason": "登记在了错误的案件。"}


def test_the_court_is_not_asked_while_it_is_contested(levied: Levied) -> None:
    story = levied(stop="collection", pays=False)
    asked = {"statement": "经催告仍未缴纳，没有异议。", "object_state": "经营场所在辖区内。"}
    assert "期限届满以前不能申请法院强制执行" in refused(
        story, "levy.ask_court_for_levy", who="juzhang", **asked
    )
    contested(story)
    clock.advance(timedelta(days=200))
    said = refused(story, "levy.ask_court_for_levy", who="juzhang", **asked)
    assert "尚未审结，不能申请法院强制执行" in said


def test_what_was_cleared_at_once_without_a_decision_is_contested_too(reached: Any) -> None:
    story = reached(cause="C04", aside=("clearing",), stop="costs_told")
    story.lane = story.case.proceedings.exclude(main=None).get().pk
    contested(story)
    ended(story)
    assert contests(story.proceeding)[0].outcome == "upheld"


def test_what_is_stayed_is_not_done_in_the_partys_place(reached: Any) -> None:
    """行政强制法 §50 waits for no remedy; a stay it must heed."""
    story = reached(cause="C01", fine=500, aside=("proxy",), stop="proxy_execution")
    main = {"proceeding": story.case.proceedings.get(main=None).pk}
    lane = story.case.proceedings.exclude(main=None).get().pk
    done(story, RECORD, **COURT, **main, accepted_on=clock.today(), copy_on=clock.today())
    stayed = {"by": "受理机关", "because": "人民法院裁定停止执行（（2026）演行停1号）。"}
    done(story, STAY, **stayed, **main, stayed_on=clock.today())
    said = refused(story, "coercion.perform_by_proxy", proceeding=lane, **DONE)
    assert "已经决定停止执行" in said and "行政诉讼法第五十六条" in said
