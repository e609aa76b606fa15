"""A draft that was begun too early takes in what the case has come to know, says so, and keeps what was typed."""

from collections.abc import Callable

import pytest

from sanzhi.demo.story import Story
from tests.stories import desk, done, established, refused

pytestmark = pytest.mark.usefixtures("unprinted")
Reached = Callable[..., Story]


def test_a_draft_made_before_the_proposal_takes_it_in(reached: Reached) -> None:
    story = reached(stop="report")
    paper = done(story, "cases.write_document", form="D27")
    url = f"/office/cases/{story.case_id}/papers/{paper.pk}/"
    assert "案情有变化" not in desk(story, "zhifa1").get(url).content.decode()
    story._propose()
    proposed = story.proceeding.proposals.get().text
    page = desk(story, "zhifa1").get(url).content.decode()
    assert "案情有变化，以下各栏已按最新案情填写" in page and proposed in page
    done(story, "cases.submit_document", document=paper.pk)
    paper.refresh_from_db()
    assert proposed in str(paper.values)


def test_a_field_of_the_case_that_was_emptied_is_no_change_of_the_case(reached: Reached) -> None:
    story = reached(stop="investigation")
    paper = done(story, "cases.write_document", form="D10")
    url = f"/office/cases/{story.case_id}/papers/{paper.pk}/"
    done(story, "cases.fill_document", document=paper.pk, values={"id_number": ""})
    page = desk(story, "zhifa1").get(url).content.decode()
    assert "案情有变化" not in page
    assert "以下各栏空着而案件中已有登记，已按案件填上，保存或者提交时写入：证件号码" in page
    done(story, "cases.fill_document", document=paper.pk, values={})
    assert "以下各栏空着" not in desk(story, "zhifa1").get(url).content.decode()


def test_what_is_the_partys_is_not_put_into_the_record_of_a_witness(reached: Reached) -> None:
    story = reached(stop="investigation")
    paper = done(story, "cases.write_document", form="D10")
    phone = story.party.phone
    own = {"interviewee": "秦朗", "relation": "证人", "phone": "", "address": ""}
    done(story, "cases.fill_document", document=paper.pk, values=own)
    done(story, "cases.fill_document", document=paper.pk, values={})
    paper.refresh_from_db()
    assert paper.values["phone"] == "" and paper.values["address"] == ""
    done(story, "cases.fill_document", document=paper.pk, values={"relation": "当事人"})
    done(story, "cases.fill_document", document=paper.pk, values={})
    paper.refresh_from_db()
    assert paper.values["phone"] == phone


def test_a_telephone_is_no_word(reached: Reached) -> None:
    story = reached(stop="investigation")
    paper = done(story, "cases.write_document", form="D10")
    said = refused(story, "cases.fill_document", document=paper.pk, values={"phone": "abc"})
    assert "“联系电话”应为电话号码" in said
    done(story, "cases.fill_document", document=paper.pk, values={"phone": "+86 0375-0000000转分机12"})


def test_saving_writes_what_moved_and_keeps_what_was_typed(reached: Reached) -> None:
    story = reached(stop="report")
    paper = done(story, "cases.write_document", form="D27")
    established(story, conduct="当事人在人行道设置固定售货亭，占用盲道三米。")
    done(story, "cases.fill_document", document=paper.pk, values={})
    paper.refresh_from_db()
    assert "占用盲道三米" in str(paper.values)
    url = f"/office/cases/{story.case_id}/papers/{paper.pk}/"
    assert "案情有变化" not in desk(story, "zhifa1").get(url).content.decode()
