"""The people of the table, of two authorities, and one case of ours with everything that an address or an order can name."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from sanzhi.amendments.testing import a_version
from sanzhi.cases.queries import subject_of
from sanzhi.catalogues.commands import StartEdition, start_edition
from sanzhi.catalogues.models import Kind
from sanzhi.demo.cast import PEOPLE, Person, found_bureau
from sanzhi.demo.story import Story
from sanzhi.disclosure.models import Release
from sanzhi.documents.models import Document
from sanzhi.kernel import clock, jobs
from sanzhi.ledger.commands import ProposeJointAct, propose_joint_act
from sanzhi.organisation.models import Officer
from sanzhi.publications.models import Paper, Publication
from sanzhi.recordings.models import Recording
from sanzhi.reviews.models import Review
from tests.stories import START, done

TABLE: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("table.yaml").read_text(encoding="utf-8"))
# a word of the table → the sign-in name of the person of our authority; an alien has the same office in another
OURS = {
    "handler": "zhifa1",
    "leader": "duizhang1",
    "other_squad": "zhifa3",
    "other_leader": "duizhang2",
    "head": "juzhang",
    "reviewer": "fazhi",
    "clerk": "gongshi",
    "archivist": "dangan",
    "supervisor": "jiandu",
    "administrator": "guanli",
    "security": "anquan",
    "auditor": "shenji",
}
ALIENS = ("handler", "head", "reviewer", "clerk", "supervisor", "administrator", "security", "auditor")
PERSONS = (*OURS, *(f"alien_{word}" for word in ALIENS))
ELSEWHERE = {"code": "000000-other", "name": "他处市城市管理局", "number_prefix": "他城管"}


@dataclass(frozen=True)
class Ground:
    """`officers` by the table's words; `known` are the keys that orders and addresses take, by their names there."""

    story: Story
    officers: dict[str, Officer]
    known: dict[str, Any]


def ground(story: Story) -> Ground:
    """On a case of ours that was decided: two authorities, an open draft of a list, a joint act that waits."""
    jobs.run_due()
    there = found_bureau(people=tuple(_alien(row) for row in PEOPLE), changes=ELSEWHERE)
    here = {word: story.bureau.officers[name] for word, name in OURS.items()}
    aliens = {f"alien_{word}": there.officers[_alien_name(OURS[word])] for word in ALIENS}
    return Ground(story, here | aliens, _known(story))


def _alien_name(name: str) -> str:
    return f"{name}.{ELSEWHERE['code'].lower()}"


def _alien(person: Person) -> Person:
    number = person.certificate and person.certificate + 1000
    return replace(person, username=_alien_name(person.username), certificate=number)


def _known(story: Story) -> dict[str, Any]:
    bureau, subject = story.bureau, subject_of(story.case)
    officer = bureau.officers["zhifa2"]
    change = {"officer": officer.pk, "area": "寺坡街道"}
    return {
        "authority": bureau.authority.code,
        "case": story.case_id,
        "proceeding": story.proceeding.pk,
        "document": Document.objects.get(subject=subject, form="D41").pk,
        "recording": Recording.objects.filter(subject=subject).earliest("pk").pk,
        "release": Release.objects.get().pk,
        "review": Review.objects.latest("pk").pk,
        "officer": officer.pk,
        "unit": officer.unit_id,
        "certificate": officer.certificates.get().pk,
        "slug": next((row.slug for row in Publication.objects.all()), ""),
        "token": Paper.objects.latest("pk").token,
        "change": change,
        "today": clock.today(),
        "nothing": 999_999,
        **_begun(story, change),
    }


def _voided(story: Story) -> int:
    paper: int = done(story, "cases.write_document", form="D10").pk
    done(story, "cases.void_document", document=paper, reason="内容填写有误。")
    return paper


def _begun(story: Story, change: dict[str, Any]) -> dict[str, Any]:
    """What waits for somebody: a list, papers, a gap, an upload, a matter of two people."""
    bureau = story.bureau
    order = StartEdition(authority=bureau.authority.code, kind=Kind.GUIDES)
    edition = start_edition(bureau.actor("fazhi"), order)
    proposal = ProposeJointAct(act="organisation.change_officer", fields=change, reason="人员调整")
    began = {"moment": "interview", "name": "1.MP4", "size": 9, "started_at": START, "ended_at": START}
    gap = {"moment": "interview", "reason": "执法记录仪电池故障，已补照片"}
    return {
        "edition": edition.pk,
        "code": edition.rows.earliest("pk").code,
        "joint_act": propose_joint_act(bureau.actor("guanli"), proposal).pk,
        "gap": done(story, "recordings.explain_gap", **gap).pk,
        "upload": done(story, "recordings.begin_upload", **began).token,
        "statute": a_version("2026-03-01").statute.pk,
        "submitted": done(story, "cases.write_document", form="D12").pk,
        "voided": _voided(story),
        "draft": done(story, "cases.write_document", form="D09").pk,
    }
