"""A clone without any folder beside it: every national statute that the house cites is at hand, article by article."""

import pytest

from sanzhi.amendments import queries
from sanzhi.demo.cast import found_bureau
from sanzhi.kernel.actor import system
from sanzhi.law import national
from sanzhi.law.national import Collection
from sanzhi.law.testing import PREFIX
from sanzhi.statutes import queries as statutes
from sanzhi.statutes.national import bring


@pytest.mark.skipif(not national.is_installed(), reason="the collection is not installed")
@pytest.mark.django_db
def test_every_national_citation_of_the_house_shows_its_article() -> None:
    found_bureau()
    cited = {short for short, number, _ in queries.cited_places() if number}
    collection = national.installed()
    assert collection is not None
    ended = {law.title for law in collection.laws}
    wanted = tuple(law for law in collection.laws if law.title.removeprefix(PREFIX) in cited)
    assert len({law.title for law in wanted}) > 10
    bring(system(), Collection(collection.name, wanted), ended=ended)
    short_titles = {law.title.removeprefix(PREFIX) for law in wanted}
    places = [place for place in queries.cited_places() if place[0] in short_titles and place[1]]
    texts = {
        f"《{short}》第{number}条" + (f"之{suffix}" if suffix else ""): (short, number, suffix)
        for short, number, suffix in places
    }
    lost = [text for text in texts if not statutes.resolve(text) and "之" not in text]
    assert lost == []
    missing = {law.title for law in queries.missing_laws()}
    assert not [
        title for title in missing if title.endswith(("法", "法典")) and not title.endswith("办法")
    ], missing
