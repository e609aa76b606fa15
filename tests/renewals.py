"""Newer editions for tests: a list with another row, a procedure with other steps, and the case moved to them."""

from datetime import timedelta
from typing import Any

from sanzhi.cases import commands as cases
from sanzhi.cases.models import Case
from sanzhi.catalogues import commands as catalogues
from sanzhi.catalogues.models import Edition, Kind
from sanzhi.demo.cast import Bureau
from sanzhi.demo.story import Story
from sanzhi.kernel import clock


def renewed(bureau: Bureau, kind: str, /, *, at: str, key: str = "", **changes: Any) -> Edition:
    """A second edition in force in which one row is another."""
    edition = begun(bureau, kind, key=key)
    values = {**edition.rows.get(code=at).content, **changes}
    catalogues.save_row(bureau.actor("fazhi"), catalogues.SaveRow(edition=edition.pk, code=at, values=values))
    return passed(bureau, edition)


def begun(bureau: Bureau, kind: str, *, key: str = "") -> Edition:
    order = catalogues.StartEdition(authority=bureau.authority.code, kind=Kind(kind), key=key)
    return catalogues.start_edition(bureau.actor("fazhi"), order)


def passed(bureau: Bureau, edition: Edition) -> Edition:
    lawyer = bureau.actor("fazhi")
    catalogues.submit_edition(lawyer, catalogues.SubmitEdition(edition=edition.pk))
    catalogues.approve_edition(bureau.actor("jiandu"), catalogues.ApproveEdition(edition=edition.pk))
    clock.advance(timedelta(days=1))
    return catalogues.put_in_force(lawyer, catalogues.PutInForce(edition=edition.pk))


def move(story: Story, kind: str, *, who: str = "fazhi") -> Case:
    order = cases.MoveToEdition(case=story.case_id, kind=Kind(kind), reason="新版纠正了情形的表述")
    return cases.move_to_edition(story.bureau.actor(who), order)


def walk_locally(story: Story, /, **steps: dict[str, list[Any]]) -> None:
    """A local procedure, within the floor, whose `steps` have such acts, needs and edges besides; the case moves to it."""
    edition = begun(story.bureau, "procedure", key="penalty/ordinary")
    for step, added in steps.items():
        values = edition.rows.get(code=step).content
        values |= {name: [*words, *values.get(name, ())] for name, words in added.items()}
        order = catalogues.SaveRow(edition=edition.pk, code=step, values=values)
        catalogues.save_row(story.bureau.actor("fazhi"), order)
    passed(story.bureau, edition)
    move(story, "procedure")
