"""How much of each outward form is filled without typing: its fields with a source in the case or a prepared sentence.

Counted over the forms that some procedure in force makes; the worst form is named. A paper of the authority alone (a
delegation, a notice of the house) is made in no case and not counted.
"""

from pathlib import Path

from benchmarks.measurement import Measurement
from sanzhi.documents import queries as documents
from sanzhi.documents.form_model import Form
from sanzhi.kernel.yaml_files import read_yaml

ROOT = Path(__file__).resolve().parents[1]
OUTWARD = frozenset({"external", "public", "agency"})
LEAST = 0.8


def run() -> list[Measurement]:
    rows = sorted(((share(form), form) for form in _outward()), key=lambda row: row[0])
    worst, form = rows[0]
    every = sum(one for one, _ in rows) / len(rows)
    return [
        _at_least(f"对外文书{len(rows)}种：不必手填的栏目，最少的{form.code}{form.name}", worst),
        _at_least(f"对外文书{len(rows)}种：不必手填的栏目，平均", every),
    ]


def share(form: Form) -> float:
    """The part of its fields that the case or a prepared sentence fills."""
    return sum(bool(field.sources or field.default) for field in form.fields) / len(form.fields)


def _outward() -> list[Form]:
    made = _made()
    return [form for code, form in documents.forms().items() if form.nature in OUTWARD and code in made]


def _made() -> set[str]:
    """The codes that a procedure names: at a step, at any time, or as what a decision issues."""
    found: set[str] = set()
    for path in (ROOT / "catalogues" / "national" / "procedures").glob("*.yaml"):
        table = read_yaml(path)
        found |= set(table.get("anytime", ()))
        for step in table["steps"]:
            named = (row["form"] if isinstance(row, dict) else row for row in step.get("documents", ()))
            found |= {*named, *step.get("issues", {}).values()}
    return found


def _at_least(name: str, ours: float) -> Measurement:
    return Measurement(name, "份额", ours, "", None, ours / LEAST, 1.0)
