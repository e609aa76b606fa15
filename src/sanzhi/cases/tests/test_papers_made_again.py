"""A voided paper made again: what was typed stays, what the case says is new, and only once."""

from collections.abc import Callable

from sanzhi.cases.queries import papers
from sanzhi.demo.story import Story
from sanzhi.documents.models import Document, Status
from sanzhi.ledger.models import Entry
from tests.stories import desk, done, established, refused

Reached = Callable[..., Story]
REMAKE = "cases.remake_document"
SHEET = {"evidence_name": "购销单", "evidence_source": "当事人提供", "original_place": "当事人处"}


def voided(story: Story) -> Document:
    paper = done(story, "cases.write_document", form="D12", values=SHEET)
    done(story, "cases.void_document", document=paper.pk, reason="内容填写有误。")
    paper.refresh_from_db()
    return paper  # type: ignore[no-any-return]


def test_what_was_typed_stays_and_the_old_one_is_named(reached: Reached) -> None:
    story = reached(stop="investigation")
    old = voided(story)
    new = done(story, REMAKE, document=old.pk)
    assert new.pk != old.pk and new.replaces_id == old.pk and new.status == Status.DRAFT
    assert {name: new.values[name] for name in SHEET} == SHEET
    assert [row.document_id for row in papers(story.proceeding)][-1] == new.pk
    assert Entry.objects.filter(event="cases.document_remade").count() == 1


def test_what_the_case_says_is_of_today(reached: Reached) -> None:
    story = reached(stop="report")
    old = done(story, "cases.write_document", form="D27")
    done(story, "cases.void_document", document=old.pk, reason="事实有变化。")
    conduct = "当事人设置固定售货亭一处，占地四平方米。"
    established(story, conduct=conduct)
    new = done(story, REMAKE, document=old.pk)
    assert old.values["conduct"] != conduct and new.values["conduct"] == conduct


def test_once_only_and_not_what_stands(reached: Reached) -> None:
    story = reached(stop="investigation")
    old = voided(story)
    other = done(story, "cases.write_document", form="D12", values=SHEET)
    assert "已有一份未完成的《" in refused(story, REMAKE, document=old.pk)
    assert "只有已经作废的文书" in refused(story, REMAKE, document=other.pk)
    done(story, "cases.void_document", document=other.pk, reason="内容填写有误。")
    again = done(story, REMAKE, document=old.pk)
    assert "已经重新制作" in refused(story, REMAKE, document=old.pk)
    done(story, "cases.void_document", document=again.pk, reason="内容填写有误。")
    assert done(story, REMAKE, document=again.pk).replaces_id == again.pk


def test_who_and_where(reached: Reached) -> None:
    story = reached(stop="lead")
    old = done(story, "cases.write_document", form="D02")
    done(story, "cases.void_document", document=old.pk, reason="内容填写有误。")
    assert "您不是本案承办人" in refused(story, REMAKE, who="duizhang1", document=old.pk)
    story.paper("D02")
    story.go()
    assert "环节不使用《" in refused(story, REMAKE, document=old.pk)


def test_the_button_stands_beside_the_voided_paper(reached: Reached) -> None:
    story = reached(stop="investigation")
    old = voided(story)
    client, place = desk(story, "zhifa1"), f"/office/cases/{story.case_id}/papers/{old.pk}/"
    assert "重新制作" in client.get(place).content.decode()
    answer = client.post(f"{place}do/remake/")
    new = Document.objects.get(replaces=old)
    assert answer.status_code == 302 and answer["Location"].endswith(f"/papers/{new.pk}/")
    assert "已经重新制作" in client.get(place).content.decode()
    refusal = client.post(f"{place}do/remake/")
    assert refusal.status_code == 409
