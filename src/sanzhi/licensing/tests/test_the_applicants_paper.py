"""The application is the applicant's own paper: taken in and kept, not issued, and no paper of ours to be checked (行政许可法 §29)."""

from django.test import Client

from sanzhi.documents import queries as documents
from sanzhi.documents.models import Document
from sanzhi.ledger.models import Entry
from sanzhi.publications.models import Paper
from tests.licences import Applied
from tests.stories import refused


def test_an_application_is_not_issued_as_ours(applied: Applied) -> None:
    story = applied(stop="accepted")
    paper = Document.objects.get(form="D74")
    assert paper.sha256 and paper.token is None and not Paper.objects.filter(title=paper.title).exists()
    said = Entry.objects.filter(subject_kind="documents.document", subject_id=paper.pk).latest("id")
    assert said.event == "documents.partys_paper_kept"
    client = Client()
    client.force_login(story.bureau.officers["zhifa1"].user)
    page = client.get(f"/office/cases/{story.case_id}/papers/{paper.pk}/").content.decode()
    assert "已收存" in page and "已签发" not in page and "查验地址" not in page


def test_it_is_owed_all_the_same(applied: Applied) -> None:
    assert "缺少《行政许可申请书》" in refused(applied(stop="application"), "cases.complete_step")


def test_these_papers_are_the_partys_own() -> None:
    """Whoever of the authority signs too makes it a record of ours."""
    own = {code for code, form in documents.forms().items() if form.is_of_party}
    assert own == {"D33", "D74"}
