"""What is proposed is called as its kind calls it, in every refusal and on the page of the case."""

from sanzhi.cases import board
from sanzhi.cases.articles import as_of_kind
from sanzhi.kernel.verdict import Verdict


def test_every_kind_but_the_penalty_has_a_word_of_its_own() -> None:
    words = {key: board.proposed_in(key) for key in board.all_procedures()}
    own = {key for key, word in words.items() if word != board.PROPOSAL}
    assert own == {key for key in words if not key.startswith("penalty/")}


def test_a_no_speaks_in_the_word_of_the_kind() -> None:
    no = Verdict.no("尚未提出处理建议。", remedy="请先提出处理建议。")
    for key in board.all_procedures():
        word = board.proposed_in(key)
        (said,) = as_of_kind(no, key).reasons
        assert (said.sentence, said.remedy) == (f"尚未提出{word}。", f"请先提出{word}。")
