"""What a rule of all kinds rests on in a kind of its own: the article of that kind's law beside 行政处罚法, or none."""

# what the regulation of the province says of every act
EVERY_ACT = {
    "行政处罚法第四十条": "河南省行政执法条例第二十五条",
    "行政处罚法第四十二条": "河南省行政执法条例第二十四条",
    "行政处罚法第四十三条": "河南省行政执法条例第二十三条",
    "行政处罚法第四十四条": "河南省行政执法条例第二十六条",
    "行政处罚法第四十五条": "河南省行政执法条例第二十六条",
    "行政处罚法第四十六条": "河南省行政执法条例第二十五条",
    "行政处罚法第四十七条": "河南省行政执法条例第三十五条",
    "行政处罚法第五十四条": "河南省行政执法条例第二十五条",
    "行政处罚法第五十五条": "河南省行政执法条例第二十四条",
    "行政处罚法第五十七条": "河南省行政执法条例第二十八条",
    "行政处罚法第五十八条": "河南省行政执法条例第二十八条",
    "行政处罚法第五十九条": "河南省行政执法条例第二十九条",
    "行政处罚法第六十一条": "河南省行政执法条例第三十一条",
    "行政处罚法第七十五条": "河南省行政执法条例第三十二条",
}
LIKEWISE: dict[str, dict[str, str]] = {
    "行政征收": EVERY_ACT,
    "行政征用": EVERY_ACT,
    "行政许可": {
        "行政处罚法第四十条": "行政许可法第三十四条",
        "行政处罚法第四十二条": "行政许可法第三十四条第三款",
        "行政处罚法第四十五条": "行政许可法第三十六条",
        "行政处罚法第四十六条": "行政许可法第三十四条",
        "行政处罚法第四十七条": "河南省行政执法条例第三十五条",
        "行政处罚法第五十四条": "行政许可法第三十四条",
        "行政处罚法第五十七条": "行政许可法第三十七条、第三十八条",
        "行政处罚法第五十八条": "河南省行政执法条例第二十八条",
        "行政处罚法第六十一条": "行政许可法第四十四条",
    },
}


def of_own_law(citation: str, category: str) -> str:
    """`citation` as it stands in the law of `category`; what has no counterpart there is left out."""
    known = LIKEWISE.get(category)
    if known is None:
        return citation
    found: list[str] = []
    for row in citation.split("；"):
        law, _, articles = row.partition("第")
        if law != "行政处罚法":
            found.append(row)
            continue
        for article in articles.split("、第"):
            whole = f"{law}第{article}"
            found.append(next((own for key, own in known.items() if whole.startswith(key)), ""))
    return "；".join(dict.fromkeys(filter(None, found)))
