"""Every usual way of citing an article, as it is found in lists, papers and notices."""

import pytest

from sanzhi.law.citations import Citation, parse_citations

FORMS = [
    ("《某法》第十四条", ["某法 14"]),
    ("《某法》第十四条第一款", ["某法 14 1"]),
    ("《某法》第十四条第一款第（二）项", ["某法 14 1 2"]),
    ("《某法》第十四条第一款第(二)项", ["某法 14 1 2"]),
    ("《某法》第十四条第一款第二项", ["某法 14 1 2"]),
    ("《某法》第十四条第一款（二）项", ["某法 14 1 2"]),
    ("《某法》第十四条第（二）项", ["某法 14 0 2"]),
    ("《某法》第14条第1款第2项", ["某法 14 1 2"]),
    ("《某法》第１４条", ["某法 14"]),
    ("《某法》第 14 条", ["某法 14"]),
    ("《某法》 第十四条", ["某法 14"]),
    ("《某法》第一百二十条之一", ["某法 120之1"]),
    ("《某法》第一百二十条之一第二款", ["某法 120之1 2"]),
    ("《某法》第四十四条、第四十五条", ["某法 44", "某法 45"]),
    ("《某法》第四十四、四十五条", ["某法 44", "某法 45"]),
    ("《某法》第44、45条", ["某法 44", "某法 45"]),
    ("《某法》第四十四条和第四十五条", ["某法 44", "某法 45"]),
    ("《某法》第三十八条，第三十九条第一项、第二项", ["某法 38", "某法 39 0 1", "某法 39 0 2"]),
    ("《某法》第二十条第（一）、（三）项", ["某法 20 0 1", "某法 20 0 3"]),
    ("《某法》第二十条第一、三款", ["某法 20 1", "某法 20 3"]),
    ("《某法》第二十条第一款、第二款第（三）项", ["某法 20 1", "某法 20 2 3"]),
    ("《某法》第六十三条至第六十五条", ["某法 63", "某法 64", "某法 65"]),
    ("《某法》第六十三条至六十五条", ["某法 63", "某法 64", "某法 65"]),
    ("《某法》第63条—第65条", ["某法 63", "某法 64", "某法 65"]),
    ("《某法》（2021年修订）第十四条", ["某法 14"]),
    ("《某市某条例》（以下简称《条例》）第三条，《条例》第五条", ["某市某条例 3", "某市某条例 5"]),
    ("《甲法》第一条、《乙条例》第二条、第三条", ["甲法 1", "乙条例 2", "乙条例 3"]),
    ("行政处罚法第五十八条", ["行政处罚法 58"]),
    ("处罚法第58条", ["处罚法 58"]),
    ("依据行政处罚法第五十八条和行政强制法第二十五条", ["行政处罚法 58", "行政强制法 25"]),
    ("违反了市容条例第九条", ["市容条例 9"]),
    ("生态环境法典第一千一百条", ["生态环境法典 1100"]),
    ("《某法》第十四条；该法第十五条", ["某法 14", "某法 15"]),
    ("违反本条例第十四条第二款的", ["某条例 14 2"]),
    ("本法典第十四条", ["某条例 14"]),
    ("第十四条", ["某条例 14"]),
    ("第十四条第三款规定的三日内", ["某条例 14 3"]),
    ("《某法》", []),
    ("第三章第二节", []),
    ("本条第二款、前款第一项", []),
    ("合同编号第条", []),
]


def short(text: str, within: str) -> list[str]:
    found = []
    for row in parse_citations(text, within=within):
        place = f"{row.statute} {row.article}" + (f"之{row.suffix}" if row.suffix else "")
        parts = [row.paragraph, row.item] if row.item else [row.paragraph] if row.paragraph else []
        found.append(" ".join([place, *map(str, parts)]))
    return found


@pytest.mark.parametrize(("text", "found"), FORMS, ids=[text for text, _ in FORMS])
def test_usual_forms(text: str, found: list[str]) -> None:
    assert short(text, "某条例") == found


@pytest.mark.parametrize("text", ["第十四条", "本条例第十四条", "该条例第十四条", "同第十四条"])
def test_an_article_of_nobody_is_no_citation(text: str) -> None:
    assert parse_citations(text) == ()


@pytest.mark.parametrize("title", ["某省实施《中华人民共和国落叶法》办法", "某省实施〈落叶法〉办法"])
def test_a_title_that_holds_another_title(title: str) -> None:
    citation = Citation(title, 3, paragraph=2)
    assert parse_citations(f"违反{citation}和《某法》第一条的") == (citation, Citation("某法", 1))
