"""Whoever changes, adds or takes away a row by hand in the database is named; the verifier finds a changed paper."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import connection

from sanzhi.demo.story import Story
from sanzhi.documents import queries as documents
from sanzhi.ledger import queries as ledger
from sanzhi.ledger.log_files import log_folder
from sanzhi.ledger.sequencing import sequence
from sanzhi.ledger.verification import findings
from sanzhi.publications.models import Paper

Tell = Callable[..., Story]
ROOT = Path(__file__).resolve().parents[1]


def found() -> list[str]:
    return [str(finding) for finding in findings(log_folder())]


def by_hand(sql: str, *values: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)


@pytest.mark.parametrize(
    ("sql", "table"),
    [
        (
            "UPDATE cases_decision SET text = 'X' WHERE proceeding_id = (SELECT id FROM cases_proceeding WHERE case_id = %s)",
            "cases.decision",
        ),
        ("UPDATE cases_caseparty SET name = 'X' WHERE case_id = %s", "cases.caseparty"),
        ("DELETE FROM cases_evidence WHERE case_id = %s", "cases.evidence"),
        (
            "INSERT INTO cases_payment (proceeding_id, amount, paid_on, recorded_on, receipt_number, is_on_the_spot,"
            " cash_ground, cash_note)"
            " SELECT id, 800, '2026-09-01', '2026-09-01', 'false', false, '', '' FROM cases_proceeding WHERE case_id = %s",
            "cases.payment",
        ),
    ],
)
def test_a_row_changed_by_hand_is_named(reached: Tell, sql: str, table: str) -> None:
    story = reached()
    sequence()
    assert found() == []
    by_hand(sql, story.case_id)
    said = found()
    assert said and all(table in sentence for sentence in said), said


def test_a_stranger_verifies_a_decision_and_finds_a_changed_one(tell: Tell, tmp_path: Path) -> None:
    story = tell()
    sequence()
    document = documents.documents_of(f"cases.case:{story.case_id}").get(form="D41")
    bundle = ledger.proof_bundle(Paper.objects.get(token=document.token))
    assert bundle is not None
    text = json.dumps(bundle, ensure_ascii=False)
    assert story.party.name not in text and story.party.id_number not in text
    proof, pdf = tmp_path / "proof.json", tmp_path / "decision.pdf"
    proof.write_text(text, encoding="utf-8")
    pdf.write_bytes(documents.pdf_of(document))
    assert verified(proof, pdf) == 0
    pdf.write_bytes(documents.pdf_of(document)[:-1] + b"X")
    assert verified(proof, pdf) != 0
    proof.write_text(text.replace(document.number, "舞城管罚决字〔2026〕第9号"), encoding="utf-8")
    pdf.write_bytes(documents.pdf_of(document))
    assert verified(proof, pdf) != 0


def verified(proof: Path, pdf: Path) -> int:
    command = [sys.executable, "-I", str(ROOT / "verify.py"), str(proof), str(pdf)]
    return subprocess.run(command, check=False, capture_output=True).returncode
