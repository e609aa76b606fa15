"""Chart and case page say a condition in the words of the app that answers it."""

from pathlib import Path

from sanzhi.cases import board
from sanzhi.catalogues.board import condition_caption, words
from sanzhi.catalogues.chart import describe
from sanzhi.kernel.yaml_files import read_yaml
from sanzhi.law.procedures import parse_procedure

FOLDER = Path(__file__).resolve().parents[4] / "catalogues" / "national" / "procedures"


def test_each_condition_on_a_way_has_words() -> None:
    bare = {
        edge.when
        for file in FOLDER.glob("*.yaml")
        for step in parse_procedure(read_yaml(file), words()).steps
        for edge in step.next
        if edge.when and condition_caption(edge.when) == edge.when
    }
    assert not bare


def test_the_chart_says_them() -> None:
    procedure = parse_procedure(read_yaml(FOLDER / "coercion-measure.yaml"), words())
    said = describe(procedure)
    assert f"{board.wordings()['coercion.seized_at_once']}时转“补办批准”" in said
    assert "coercion." not in said and "reviews." not in said


def test_no_words_for_what_nobody_answers() -> None:
    assert set(board.wordings()) <= board.condition_names()
