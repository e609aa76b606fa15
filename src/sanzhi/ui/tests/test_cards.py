"""On a phone a row is a card: each cell says what it is, and one that says nothing is left out."""

from sanzhi.ui.cards import labelled

HEAD = "<table><thead><tr><th>名称</th><th>金额</th></tr></thead>"


def test_an_empty_cell_is_marked_and_a_full_one_named() -> None:
    shown = labelled(f"{HEAD}<tr><td>摊位</td><td class='num'>\n  </td></tr></table>")
    assert '<td data-label="名称">摊位</td>' in shown
    assert "<td class='num' data-label=\"金额\" data-empty>\n  </td>" in shown


def test_a_cell_across_columns_speaks_for_itself() -> None:
    row = '<tr><td colspan="2"></td></tr></table>'
    assert labelled(HEAD + row) == HEAD + row
