"""Papers of a case: who writes, signs, serves and voids which, and what a decision's paper does not suffer."""

from collections.abc import Callable
from typing import Any

import pytest

from sanzhi.cases.queries import papers
from sanzhi.catalogues.commands import SaveRow, save_row
from sanzhi.demo.story import Story
from sanzhi.documents.models import Status
from sanzhi.kernel import clock
from tests.renewals import begun, move, passed
from tests.stories import done, refused

Reached = Callable[..., Story]


def paper(story: Story, form: str) -> int:
    return next(row.document_id for row in papers(story.proceeding) if row.form == form)


@pytest.mark.parametrize(
    ("step", "who", "form", "said"),
    [
        ("lead", "duizhang1", "D02", "您不是本案承办人"),
        ("lead", "zhifa1", "D41", "不能单独制作"),
        ("lead", "zhifa1", "D27", "环节不使用《"),
        ("decision_approved", "juzhang", "D41", "不能单独制作"),
        ("filing", "fazhi", "D03", "您不是本案承办人"),
        ("filing", "duizhang1", "D03", "您不是本案承办人"),
    ],
)
def test_who_writes_what(reached: Reached, step: str, who: str, form: str, said: str) -> None:
    assert said in refused(reached(stop=step), "cases.write_document", who=who, form=form)


def test_one_unfinished_paper_of_a_kind(reached: Reached) -> None:
    story = reached(stop="lead")
    draft = done(story, "cases.write_document", form="D02")
    assert "已有一份未完成的《" in refused(story, "cases.write_document", form="D02")
    for command, fields in (
        ("cases.fill_document", {"values": {}}),
        ("cases.submit_document", {}),
        ("cases.void_document", {"reason": "内容有误。"}),
    ):
        assert "您不是本案承办人" in refused(story, command, who="duizhang1", document=draft.pk, **fields)
    done(story, "cases.void_document", document=draft.pk, reason="内容有误。")
    assert done(story, "cases.write_document", form="D02").status == Status.DRAFT


def test_the_head_of_a_step_may_write_its_paper(reached: Reached) -> None:
    story = reached(stop="deliberation", cause="C05", fine=8000)
    assert "您不是本案承办人" in refused(story, "cases.write_document", who="fazhi", form="D39")
    done(story, "cases.write_document", who="juzhang", form="D39")


def test_a_step_without_papers(reached: Reached) -> None:
    story = reached(procedure="penalty/simplified", cause="C56", fine=100, stop="on_the_spot")
    done(story, "cases.write_document", form="D45")
    edition = begun(story.bureau, "procedure", key="penalty/simplified")
    values = edition.rows.get(code="on_the_spot").content
    values |= {"acts": [name for name in values["acts"] if name != "cases.write_document"]}
    order = SaveRow(edition=edition.pk, code="on_the_spot", values=values)
    save_row(story.bureau.actor("fazhi"), order)
    passed(story.bureau, edition)
    move(story, "procedure")
    said = refused(story, "cases.write_document", form="D45")
    assert "“当场处罚”环节不制作文书" in said and "行政处罚法第五十一条" in said


def test_a_decision_that_fell_on_the_spot_is_still_reported(reached: Reached) -> None:
    story = reached(procedure="penalty/simplified", cause="C56", fine=100, stop="filing_report")
    done(
        story,
        "cases.propose_overturn",
        kind="revoked",
        overturned_for=["evidence"],
        ground="认定的违法主体有误。",
    )
    gone = done(story, "cases.overturn_decision", who="juzhang")
    story.serve_paper(gone.document_id)
    close = {"kind": "overturned", "reason": "处罚决定已经撤销。"}
    assert "缺少《当场行政处罚备案表》" in refused(story, "cases.close_case", who="duizhang1", **close)
    assert story.paper("D44").values["decision_text"] == "罚款100元（人民币壹佰元整）"


def test_an_officer_signs_only_papers_of_an_own_case(reached: Reached) -> None:
    story = reached(stop="lead")
    draft = done(story, "cases.write_document", form="D02")
    done(story, "cases.submit_document", document=draft.pk)
    said = refused(story, "cases.sign_document", who="duizhang1", document=draft.pk)
    assert "不能以承办人身份签署" in said and "行政处罚法第四十二条" in said
    done(story, "cases.sign_document", who="zhifa1", document=draft.pk)
    said = refused(story, "cases.sign_document", who="zhifa1", document=draft.pk)
    assert "您已经签署，应由另一名人员签署" in said or "您没有这一岗位" in said


def test_a_paper_is_returned_by_who_is_to_sign_it_or_a_head(reached: Reached) -> None:
    story = reached(stop="decision_signing")
    approval = paper(story, "D40")
    said = refused(story, "cases.return_document", who="jiandu", document=approval, reason="事实不清")
    assert "或者负责人可以退回" in said
    assert done(
        story, "cases.return_document", who="juzhang", document=approval, reason="事实不清"
    ).status == (Status.DRAFT)


def test_a_decision_is_not_voided_as_a_paper(reached: Reached) -> None:
    story = reached(stop="service")
    wrong = {"reason": "内容有误。"}
    said = refused(story, "cases.void_document", document=paper(story, "D41"), **wrong)
    assert "决定书不能作废" in said and "行政处罚法第四十八条" in said
    said = refused(story, "cases.void_document", document=paper(story, "D40"), **wrong)
    assert "《行政处罚决定审批表》签发以后，本案已经据此办理（作出决定" in said and "第四十七条" in said


def test_a_paper_of_the_present_step_is_voided_and_made_anew(reached: Reached) -> None:
    story = reached(stop="decision_approved")
    done(story, "cases.void_document", document=paper(story, "D40"), reason="内容有误。")
    assert "缺少《行政处罚决定审批表》" in refused(story, "penalty.decide_penalty", who="juzhang")
    story.paper("D40")
    assert done(story, "penalty.decide_penalty", who="juzhang").weight.fine == 800


def test_a_served_paper_is_not_voided(reached: Reached) -> None:
    story = reached(stop="plea")
    said = refused(story, "cases.void_document", document=paper(story, "D29"), reason="内容有误。")
    assert "已经送达、已经发出公告的文书不能作废" in said and "行政处罚法第六十一条" in said


def test_a_paper_is_served_once(reached: Reached) -> None:
    story = reached(stop="notice")
    notice = story.paper("D29")
    proof: dict[str, Any] = {
        "document": notice.pk,
        "method": "direct",
        "served_on": clock.today(),
        "received_by": story.party.name,
        "relation": "本人",
    }
    assert "您不是本案承办人" in refused(story, "cases.serve_document", who="juzhang", **proof)
    done(story, "cases.serve_document", **proof)
    assert "已经登记过送达" in refused(story, "cases.serve_document", **proof)


STRANGER = [{"name": "王某", "certificate": "00000000000", "unit": "某队"}]


def test_a_paper_names_officers_of_the_case(reached: Reached) -> None:
    story = reached(stop="investigation")
    said = refused(story, "cases.write_document", form="D08", values={"officers": STRANGER})
    assert "王某不是本案的承办人" in said and "行政处罚法第四十二条" in said
    draft = done(story, "cases.write_document", form="D08", values={"present": "当事人在场"})
    fill = {"document": draft.pk, "values": {"officers": STRANGER}}
    assert "王某不是本案的承办人" in refused(story, "cases.fill_document", **fill)
    crew = [{name: row[name] for name in ("name", "certificate")} for row in draft.values["officers"]]
    done(story, "cases.fill_document", document=draft.pk, values={"officers": crew})


@pytest.mark.parametrize(
    ("form", "typed"),
    [
        ("D08", {"party_address": "别处"}),
        ("D08", {"authority_name": "某某局"}),
        ("D02", {"source_text": "交办"}),
        ("D45", {"authority_phone": "123"}),
    ],
)
def test_what_the_case_knows_is_not_typed_over(reached: Reached, form: str, typed: dict[str, Any]) -> None:
    story = reached(stop="lead" if form == "D02" else "investigation")
    assert "由案件信息填写，不能在文书上改写" in refused(
        story, "cases.write_document", form=form, values=typed
    )
    done(story, "cases.write_document", form=form)
