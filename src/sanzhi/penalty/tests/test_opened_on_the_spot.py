"""What is seen in the street is one case at once: with its party, its photograph and whoever came along, who confirms it."""

from typing import Any

from sanzhi.cases.models import Case
from sanzhi.cases.queries import evidence, only_proceeding
from tests.stories import desk, done, refused

OPEN = "penalty.open_on_the_spot"


def seen(story: Any, **changes: Any) -> dict[str, Any]:
    usual = {
        "cause_code": "C56",
        "place": "舞钢市演示大道63号门前",
        "summary": "将装修拆除的砖渣混入生活垃圾桶投放。",
        "partner": story.bureau.officers["zhifa2"].pk,
        "photo": "现场照片",
        "proves": "违法行为的现场状态",
        "kind": "person",
        "name": "陆子衿",
        "id_number": "00000019900307615X",
        "address": "舞钢市演示大道家属院3号楼",
    }
    return {**usual, **changes}


def test_all_of_it_or_nothing(reached: Any) -> None:
    story = reached(stop="lead")
    before = Case.objects.count()
    assert "校验位不符" in refused(story, OPEN, **seen(story, id_number="000000199003076151"))
    assert Case.objects.count() == before
    case = done(story, OPEN, **seen(story))
    proceeding = only_proceeding(case)
    assert proceeding.procedure_key == "penalty/simplified" and proceeding.respondent is not None
    assert [row.name for row in evidence(case)] == ["现场照片"]


def test_the_page_opens_it(reached: Any) -> None:
    story = reached(stop="lead")
    client, address = desk(story, "zhifa1"), "/office/penalties/do/open_on_the_spot/"
    assert "同行执法人员" in client.get(address).content.decode()
    assert client.post(address, seen(story, partner="")).status_code == 200  # the page says what is missing
    answer = client.post(address, seen(story), follow=True).content.decode()
    assert "同行人员确认以后可以当场处罚" in answer and "等待其本人确认" in answer
    assert client.post(address, seen(story)).status_code == 409  # the same sent twice is one case
