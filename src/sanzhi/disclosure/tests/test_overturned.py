"""A decision that does not stay: it goes public no more, its copy is withdrawn before the case ends."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from sanzhi.cases import queries as cases
from sanzhi.cases.changed import change_rows
from sanzhi.demo.story import Story
from sanzhi.disclosure import queries
from sanzhi.disclosure.copy import public_content
from sanzhi.disclosure.guards import copy_withdrawn
from sanzhi.disclosure.tests.gate import Reached, opened, published, submitted, text
from sanzhi.kernel import clock, jobs
from sanzhi.law.days import chinese_date
from sanzhi.ledger.queries import timeline
from sanzhi.publications import queries as publications
from sanzhi.publications.models import Publication
from tests.stories import done, refused

FELL = {"ground": "overturned", "reason": "该行政处罚决定已被依法撤销、变更。"}
END = {"kind": "overturned", "reason": "处罚决定已经撤销。"}


def overturn(story: Story, **changed: Any) -> None:
    said = {"kind": "revoked", "overturned_for": ["evidence"], "ground": "认定违法主体的证据不足。"}
    done(story, "cases.propose_overturn", **{**said, **changed})
    done(story, "cases.overturn_decision", who="juzhang")


def to_performance(story: Story) -> None:
    story.plan.stop = ""
    for _ in story.service():
        pass


def serve_revocation(story: Story) -> None:
    papers = cases.papers(story.proceeding)
    story.serve_paper(next(row.document_id for row in papers if row.form == "D87"))


def test_a_withdrawal_is_demanded_once_and_of_what_was_overturned(reached: Reached) -> None:
    story, release = opened(reached)
    demand = {"release": release.pk}
    said = refused(story, "disclosure.demand_withdrawal", **demand)
    assert "该决定没有被撤销、变更，不需要撤回公示" in said
    overturn(story)
    kept = done(story, "disclosure.demand_withdrawal", **demand)
    assert (kept.state, kept.ground) == ("exempt", "overturned")
    lines = [row.sentence for row in timeline(story.case)]
    assert "决定已被撤销，还没有公示过，不需要撤回；原公示文本不再公示" in lines
    assert not any("前撤回公示" in line for line in lines)
    assert "已经要求撤回公示" in refused(story, "disclosure.demand_withdrawal", **demand)


def test_the_case_does_not_end_before_its_copy_is_withdrawn(reached: Reached) -> None:
    story, this, _ = published(reached)
    overturn(story)
    jobs.run_due()
    serve_revocation(story)
    assert [row.pk for row in queries.to_withdraw(story.bureau.actor("fazhi"))] == [this["release"]]
    said = refused(story, "cases.close_case", who="duizhang1", **END)
    assert said.startswith("决定已被撤销，公示件尚未撤回。") and "第四十八条第二款" in said
    done(story, "disclosure.withdraw_release", who="fazhi", **this, **FELL)
    done(story, "cases.close_case", who="duizhang1", **END)


def test_a_copy_whose_period_is_over_need_not_be_withdrawn(reached: Reached) -> None:
    story, _, release = published(reached)
    release.refresh_from_db()
    assert release.publication is not None and release.publication.ends_on is not None
    clock.advance(release.publication.ends_on - clock.today() + timedelta(days=1))
    jobs.run_due()
    overturn(story)
    jobs.run_due()
    serve_revocation(story)
    assert not queries.to_withdraw(story.bureau.actor("fazhi"))
    done(story, "cases.close_case", who="duizhang1", **END)


@pytest.mark.parametrize(("kind", "word"), [("revoked", "撤销"), ("unlawful", "确认违法")])
def test_what_was_overturned_is_not_published(reached: Reached, kind: str, word: str) -> None:
    story, this, _ = submitted(reached)
    overturn(story, kind=kind)
    said = refused(story, "disclosure.approve_release", who="fazhi", **this)
    assert f"该决定已被{word}，不能公示或者更正公示" in said and "行政处罚法第四十八条第二款" in said


@pytest.mark.parametrize("kinds", [("unlawful", "changed"), ("changed", "unlawful")])
def test_what_was_held_unlawful_is_not_published_as_merely_changed(
    reached: Reached, kinds: tuple[str, str]
) -> None:
    story, this, release = published(reached)
    to_performance(story)
    for kind in kinds:
        change = {"overturned_for": ["unfit"], "fine": 600} if kind == "changed" else {}
        overturn(story, kind=kind, **change)
    done(story, "disclosure.withdraw_release", who="fazhi", **this, **FELL)
    release.refresh_from_db()
    content = [list(row) for row in public_content(release.decision)]
    submit = {**this, "secrecy_checked": True, "content": content}
    said = refused(story, "disclosure.submit_release", who="gongshi", **submit)
    assert "确认违法" in said and "第四十八条第二款" in said


def test_who_checks_a_paper_learns_that_its_decision_was_revoked(reached: Reached, client: Client) -> None:
    story, _, _ = published(reached)
    paper = next(row for row in cases.papers(story.proceeding) if row.form == "D41")
    address = f"/verify/{paper.document.token}/"
    assert "查验通过：文书真实有效" in client.get(address).content.decode()
    overturn(story)
    shown = client.get(address).content.decode()
    gone = next(row for row in cases.papers(story.proceeding) if row.form == "D87")
    assert "真实有效" not in shown
    assert f"所载决定于{chinese_date(clock.today())}被撤销，见{gone.number}。" in shown


def test_a_name_in_the_number_of_anothers_paper_is_nowhere_public(reached: Reached, client: Client) -> None:
    story, _, release = published(reached)
    name, paper = (
        story.plan.party["name"],
        next(row for row in cases.papers(story.proceeding) if row.form == "D41"),
    )
    to_performance(story)
    number = f"{name}申请复议一案 舞政复决〔2026〕3号"
    body = {"body": "舞钢市人民政府", "number": "舞政复受〔2026〕3号"}
    done(story, "cases.record_contest", way="reconsideration", accepted_on=clock.today(), **body)
    ended = {"ended_on": clock.today(), "received_on": clock.today(), "outcome": "changed"}
    told = {"outcome_number": number, "overturned_for": ["unfit"], "fine": 600}
    done(story, "cases.end_contest", **ended, **told)
    change = {"kind": "changed", "by_whom": "reconsideration", "reference": number, "fine": 600}
    change |= {"overturned_for": ["unfit"], "ground": "罚款明显不当。"}
    overturn(story, **change)
    shown = client.get(f"/verify/{paper.document.token}/").content.decode()
    assert "申请复议一案 舞政复决〔2026〕3号" in shown and name not in shown
    release.refresh_from_db()
    (change_row,) = change_rows(release.decision)
    assert change_row in public_content(release.decision) and name not in change_row[1]


def test_the_copy_of_what_was_overturned_is_not_made_better(reached: Reached) -> None:
    story, this, release = published(reached)
    correction = {**this, "content": text(release), "reason": "违法事实遮盖不够"}
    overturn(story)
    said = refused(story, "disclosure.correct_release", who="gongshi", **correction)
    assert "不能公示或者更正公示" in said and "请撤回公示" in said


def test_a_changed_decision_does_not_end_while_its_copy_tells_the_old_fine(reached: Reached) -> None:
    story, this, _ = published(reached)
    to_performance(story)
    overturn(story, kind="changed", overturned_for=["unfit"], fine=600)
    jobs.run_due()
    story.paper("D48")
    story.pay(Decimal(600))
    story.go()
    story.paper("D68", {"closure_kind": "performed", "closure_reason": ""})
    end = {"kind": "performed"}
    said = refused(story, "cases.close_case", who="duizhang1", **end)
    assert "决定已被变更，公示件尚未撤回。" in said
    done(
        story,
        "disclosure.withdraw_release",
        who="fazhi",
        **this,
        **FELL,
    )
    serve_revocation(story)
    done(story, "cases.close_case", who="duizhang1", **end)


def test_on_the_last_day_the_copy_goes_by_itself_and_says_why(reached: Reached) -> None:
    story, this, release = published(reached)
    overturn(story, kind="changed", overturned_for=["unfit"], fine=600)
    jobs.run_due()
    said = refused(story, "disclosure.withdraw_at_term", **this)
    assert "撤回公示的期限尚未届满" in said and "第四十八条第二款" in said
    release.refresh_from_db()
    assert release.withdraw_by_on is not None
    day = chinese_date(release.withdraw_by_on)
    assert f"决定已被撤销、变更，应于{day}前撤回公示" in [row.sentence for row in timeline(story.case)]
    clock.advance(release.withdraw_by_on - clock.today())
    jobs.run_due()
    release.refresh_from_db()
    assert release.state == "withdrawn" and release.publication is not None
    assert "内容明显不当" in release.publication.notice and not release.publication.content
    assert "该公示现为“已撤回”" in refused(story, "disclosure.withdraw_at_term", **this)


def test_a_changed_decision_goes_public_again_as_it_now_stands(reached: Reached) -> None:
    story, this, release = published(reached)
    overturn(story, kind="changed", overturned_for=["unfit"], fine=600)
    jobs.run_due()
    again = {**this, "secrecy_checked": True}
    said = refused(story, "disclosure.submit_release", who="gongshi", **again, content=text(release))
    assert "该公示现为“已公示”" in said
    done(story, "disclosure.withdraw_release", who="fazhi", **this, **FELL)
    said = refused(story, "disclosure.submit_release", who="gongshi", **again, content=text(release))
    assert "公示文本缺少“变更情况”" in said
    release.refresh_from_db()
    now = public_content(release.decision)
    assert dict(now)["处罚内容"].startswith("罚款600元") and "由本机关变更" in dict(now)["变更情况"]
    done(story, "disclosure.submit_release", who="gongshi", **again, content=now)
    said = refused(story, "disclosure.approve_release", who="gongshi", **this)
    assert "整理公示文本的人不能自己审批" in said
    shown = done(story, "disclosure.approve_release", who="juzhang", **this)
    jobs.run_due()
    assert shown.state == "published" and shown.withdraw_by_on is None
    assert "没有被撤销、变更" in refused(story, "disclosure.withdraw_release", who="fazhi", **this, **FELL)
    assert copy_withdrawn(story.proceeding)


def test_what_was_changed_before_it_was_public_goes_public_as_changed(reached: Reached) -> None:
    story, release = opened(reached)
    overturn(story, kind="changed", overturned_for=["unfit"], fine=600)
    jobs.run_due()
    release.refresh_from_db()
    assert (release.state, release.ground) == ("exempt", "overturned")
    order = {"release": release.pk, "content": public_content(release.decision), "secrecy_checked": True}
    done(story, "disclosure.submit_release", who="gongshi", **order)
    assert done(story, "disclosure.approve_release", who="fazhi", release=release.pk).state == "published"


def test_a_revoked_decision_does_not_go_public_again(reached: Reached) -> None:
    story, this, release = published(reached)
    overturn(story)
    done(story, "disclosure.withdraw_release", who="fazhi", **this, **FELL)
    assert Publication.objects.get().notice == "该决定因主要事实不清、证据不足，已被本机关撤销。"
    again = {**this, "content": text(release), "secrecy_checked": True}
    said = refused(story, "disclosure.submit_release", who="gongshi", **again)
    assert "该决定已被撤销，不能公示" in said and "第四十八条第二款" in said


def test_who_checks_an_earlier_change_learns_of_the_later_one(reached: Reached) -> None:
    story, _, _ = published(reached)
    to_performance(story)
    for fine in (600, 500):
        overturn(story, kind="changed", overturned_for=["unfit"], fine=fine)
    made = [row.document.token for row in cases.papers(story.proceeding) if row.form == "D87"]
    assert [publications.paper(token).stands for token in made if token] == [False, True]
