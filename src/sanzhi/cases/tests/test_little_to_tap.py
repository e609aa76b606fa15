"""What the case knows already is not asked again: the party with the lead, the record as evidence, the receipt of a service."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from sanzhi.cases import queries
from sanzhi.cases.models import Case, EvidenceKind
from sanzhi.demo.story import Story
from sanzhi.documents import queries as documents
from sanzhi.kernel import clock
from sanzhi.kernel.order_form import are_few
from sanzhi.recordings.desk import tab
from tests.stories import desk

Reached = Callable[..., Story]
LEAD = "/office/cases/do/register_lead/"
SEEN = {
    "cause_code": "C04",
    "source": "patrol",
    "place": "演示路18号门前",
    "summary": "在人行道设置固定售货亭。",
}
PARTY = {"kind": "person", "id_type": "居民身份证", "name": "柳知行", "id_number": "000000198805061238"}
HOME = {"address": "舞钢市演示大道家属院3号楼"}


def registered(story: Story, **said: Any) -> Any:
    today = clock.today().isoformat()
    order = {"procedure": "penalty/ordinary", "happened_on": today, "found_on": today, **SEEN, **said}
    return desk(story, "zhifa1").post(LEAD, order)


def test_the_party_is_registered_with_the_lead(reached: Reached) -> None:
    story = reached(stop="lead")
    assert registered(story, **PARTY, **HOME).status_code == 302
    found = Case.objects.latest("id").proceedings.get().respondent
    assert found is not None and (found.name, found.born_on) == ("柳知行", date(1988, 5, 6))


def test_who_is_not_known_yet_is_left_out(reached: Reached) -> None:
    story = reached(stop="lead")
    assert registered(story, kind="person", id_type="居民身份证").status_code == 302
    assert Case.objects.latest("id").proceedings.get().respondent is None


@pytest.mark.parametrize(
    ("who", "why"),
    [
        ({**PARTY}, "请填写"),
        ({**PARTY, **HOME, "id_number": "000000198805061239"}, "校验"),
    ],
)
def test_a_party_half_known_registers_nothing(reached: Reached, who: dict[str, str], why: str) -> None:
    story = reached(stop="lead")
    before = Case.objects.count()
    answer = registered(story, **who)
    assert why in answer.content.decode() and "柳知行" in answer.content.decode()
    assert Case.objects.count() == before, "neither the lead nor the party"


def test_a_record_is_entered_as_evidence_by_who_signs_it_last(reached: Reached) -> None:
    story = reached(stop="investigation")
    form = desk(story, "zhifa1").get(f"/office/cases/{story.case_id}/do/add_evidence/").context["form"]
    assert "name" not in form.initial, "no record is issued yet"
    place = f"/office/cases/{story.case_id}/papers/{story.paper('D08', until='officer').pk}/"
    first = desk(story, "zhifa1").get(place).context
    assert first["onward"] is None, "another signs after"
    desk(story, "zhifa1").post(f"{place}do/sign/", {"seen": first["version"]})
    shown = desk(story, "zhifa2").get(place).context
    assert shown["onward"].label == "登记为证据"
    sent = {"seen": shown["version"], "onward": shown["onward"].key, "submit": "onward"}
    said = desk(story, "zhifa2").post(f"{place}do/sign/", sent, follow=True).content.decode()
    assert "已签署" in said and "已登记为证据" in said
    newest = queries.evidence(story.proceeding.case)[-1]
    assert (newest.kind, newest.name) == (EvidenceKind.RECORD, "现场检查（勘验）笔录")


def signed_as_evidence(story: Story) -> str:
    """What the last signer of a new D08 is told, who enters it as evidence with the signature."""
    place = f"/office/cases/{story.case_id}/papers/{story.paper('D08', until='officer').pk}/"
    first = desk(story, "zhifa1").get(place).context
    desk(story, "zhifa1").post(f"{place}do/sign/", {"seen": first["version"]})
    shown = desk(story, "zhifa2").get(place).context
    assert shown["onward"].label == "登记为证据"
    sent = {"seen": shown["version"], "onward": shown["onward"].key, "submit": "onward"}
    return str(desk(story, "zhifa2").post(f"{place}do/sign/", sent, follow=True).content.decode())


def test_a_second_record_of_the_form_is_offered_as_the_first(reached: Reached) -> None:
    story = reached(stop="investigation")
    for place in ("", "（第2份）", "（第3份）"):
        assert "已登记为证据" in signed_as_evidence(story)
        assert queries.evidence(story.proceeding.case)[-1].name == f"现场检查（勘验）笔录{place}"
    form = desk(story, "zhifa1").get(f"/office/cases/{story.case_id}/do/add_evidence/").context["form"]
    assert "name" not in form.initial, "all three are entered"
    story.paper("D08")
    form = desk(story, "zhifa1").get(f"/office/cases/{story.case_id}/do/add_evidence/").context["form"]
    assert form.initial["name"] == "现场检查（勘验）笔录（第4份）"


@pytest.mark.parametrize(("form", "asks"), [("D08", False), ("D02", True), ("D10", False)])
def test_an_opinion_is_asked_where_the_paper_prints_one(reached: Reached, form: str, asks: bool) -> None:
    story = reached(stop="lead" if form == "D02" else "investigation")
    place = f"/office/cases/{story.case_id}/papers/{story.paper(form, until='officer').pk}/"
    page = desk(story, "zhifa1").get(place)
    assert page.context["may_sign"]
    assert ('name="opinion"' in page.content.decode()) is asks


def test_every_form_with_room_for_an_opinion_prints_it() -> None:
    root = Path(settings.SANZHI_FORMS_DIR)
    for layout in root.glob("*/*/layout.typ"):
        form = documents.form(layout.parent.name.partition("-")[0])
        asked = any(signer.opinion for signer in form.signers)
        words = layout.read_text(encoding="utf-8")
        assert asked is ("approval-rows" in words or (".opinion != " in words and "signed(" in words)), (
            form.code
        )


def test_every_form_that_is_evidence_is_of_a_kind_of_evidence() -> None:
    kinds = {form.proof for form in documents.forms().values() if form.proof}
    assert kinds and kinds <= set(EvidenceKind.values)
    assert all(form.proves for form in documents.forms().values() if form.proof)


def test_the_recordings_begin_with_what_the_step_may_rest_on(reached: Reached) -> None:
    story = reached(stop="plea")
    actor = story.bureau.actor("zhifa1")
    assert tab(actor, story.proceeding)["awaited"] == "statement_defence"
    story._film("statement_defence")
    assert tab(actor, story.proceeding)["awaited"] == ""


def test_few_words_stand_side_by_side() -> None:
    assert are_few([("a", "当事人在场"), ("b", "当事人不在场")])
    assert not are_few([("a", "只有一个")])
    assert not are_few([(1, "甲"), (2, "乙")]), "rows of a case grow"
    assert not are_few([(str(number), "某某情形") for number in range(6)])
    assert not are_few([("a", "很长的情形" * 5), ("b", "很长的情形" * 5)])


def test_a_namesake_of_an_officer_is_said_to_be_one_on_the_same_page(reached: Reached) -> None:
    story = reached(stop="lead")
    firm = {"kind": "organisation", "id_type": "居民身份证", "name": "舞钢市演示物业服务有限公司"}
    headed = {
        **firm,
        **HOME,
        "representative": "丁文博",
        "representative_title": "经理",
        "credit_code": "91000000MA00000000",
    }
    said = registered(story, **headed).content.decode()
    assert "同名" in said and 'name="namesake_note"' in said
    answer = registered(story, **headed, namesake_note="核对了营业执照和身份证，不是同一人。")
    assert answer.status_code == 302, [row.sentence for row in answer.context["reasons"]]
