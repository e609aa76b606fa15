"""Who is served or punished vouches for nothing; a name is one name, whatever blanks stand in it."""

import random
from collections.abc import Callable
from decimal import Decimal

from sanzhi.demo import people
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from tests.stories import done, refused

Reached = Callable[..., Story]
LEFT = {"method": "left", "note": "当事人拒绝签收。"}


def test_the_party_does_not_witness_its_own_refusal(reached: Reached) -> None:
    story = reached(stop="notice")
    served = {"document": story.paper("D29").pk, "served_on": clock.today(), **LEFT}
    story._film("service")
    place = story.party.address
    said = refused(story, "cases.serve_document", **served, place=place, witness=story.party.name)
    assert "是当事人、其法定代表人或者监护人，不能作为见证人" in said and "民事诉讼法第八十九条" in said
    assert "应当写明留置的地点" in refused(story, "cases.serve_document", **served, witness="社区代表李明")
    done(story, "cases.serve_document", **served, place=place, witness="社区代表李明")


def test_the_party_does_not_appraise(reached: Reached) -> None:
    firm = people.organisation(random.Random(5))
    story = reached(stop="appraisal", aside=("appraisal",), party=firm, fine=Decimal(800))
    order = {"subject": "被损坏的公共设施", "question": "鉴定设施的损坏程度。"}
    own = {**order, "appraiser": story.party.name}
    said = refused(story, "cases.order_appraisal", who="juzhang", **own)
    assert "是当事人、其法定代表人或者监护人，不能作为鉴定（检测）机构" in said and "第四十六条" in said
    done(story, "cases.order_appraisal", who="juzhang", **order, appraiser="演示工程质量检测中心")


def test_blanks_make_no_other_name(reached: Reached) -> None:
    story = reached(stop="filing")
    name = story.party.name
    done(story, "cases.register_party", **{**story.plan.party, "name": f"{name[0]}　{name[1:]}"})
    assert story.party.name == name
