"""The verifier, one file that knows nothing of us, finds a changed paper and a changed proof."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from sanzhi.demo.story import Story
from sanzhi.documents import queries as documents
from sanzhi.ledger import queries as ledger
from sanzhi.ledger.sequencing import sequence
from sanzhi.publications.models import Paper

Tell = Callable[..., Story]
ROOT = Path(__file__).resolve().parents[2]


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
