"""How a case ends is said by somebody: a button that does two things never guesses it."""

from sanzhi.cases import queries
from tests.licences import Applied
from tests.stories import desk, done


def test_a_service_does_not_close_what_nobody_has_named(applied: Applied) -> None:
    story = applied(stop="delivery")
    officers = story.bureau.officers
    crew = [officers["zhifa1"].pk, officers["duizhang1"].pk]
    done(story, "cases.assign_officers", who="juzhang", officers=crew)
    wrong = {"overturned_for": ["evidence"], "ground": "复查发现认定不符合条件的事实缺乏证据。"}
    row = done(story, "cases.propose_overturn", kind="revoked", by_whom="self", **wrong)
    if row.decision.is_major:
        done(story, "cases.review_overturn", who="fazhi", is_agreed=True, opinion="同意撤销本决定。")
    done(story, "cases.overturn_decision", who="juzhang")
    paper = next(row for row in reversed(queries.papers(story.proceeding)) if row.form == "D87")
    place = f"/office/cases/{story.case_id}/papers/{paper.document_id}/"
    shown = desk(story, "duizhang1").get(place).context
    assert shown["may_serve"] and (shown["onward"] is None or shown["onward"].key != "cases.close_case")
    form = shown["service_form"]
    begun = {field.name: field.value() for field in form if field.value() not in (None, "", False)}
    forged = {**begun, "method": "direct", "onward": "cases.close_case", "submit": "onward"}
    answer = desk(story, "duizhang1").post(f"{place}do/serve/", forged, follow=True)
    assert answer.status_code == 200 and "没有随后办理" in answer.content.decode()
    assert story.proceeding.closed_on is None
