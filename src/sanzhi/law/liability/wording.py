"""The last step to a draft: words for the conduct, the department where it is not the usual one, parts of a square metre."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sanzhi.law.citations import Citation
from sanzhi.law.fines import FormulaKind
from sanzhi.law.liability.conduct import is_anybody, only_whom, respondent_of
from sanzhi.law.liability.drafts import PenaltyDraft
from sanzhi.law.liability.fields import Fields
from sanzhi.law.liability.phrases import FIGURE
from sanzhi.law.liability.places import Place, provision_words, rounds_up
from sanzhi.law.statute_text import StatuteText

BY_AREA = {FormulaKind.PER_SQM, FormulaKind.PER_SQM_PER_DAY}
MANY = 3
NAMED = re.compile(
    r"违反(?=本|第|《|前款)[^，。；：]*?(?:规定|(?:条例|办法|法)(?!》|的?规定|第)|第[^，。；：条]{1,8}条(?![^，。；：]*规定))"
)


@dataclass
class Found:
    """A clause that was read, while other paragraphs may still add to it."""

    place: Place
    item: int
    violated: tuple[Citation, ...]
    words: str
    text: str
    fields: Fields
    whom: str = ""  # 对单位, where an item says only whom and the conduct stands over it

    @property
    def citation(self) -> Citation:
        return self.place.citation(self.item)

    @property
    def figures(self) -> tuple[dict[str, Any], list[dict[str, Any]]]:
        return self.fields.formulas, self.fields.alternatives

    def take(self, other: Fields, *, said: str, whole: bool = True) -> None:
        """The figures of another clause fill in 处以罚款 without a figure; with `whole` what else it orders too."""
        own = self.fields
        self.text += said
        filled = bool(other.formulas or other.alternatives)
        own.unread = [piece for piece in own.unread if not filled or FIGURE.search(piece)] + other.unread
        own.formulas = {**own.formulas, **other.formulas}
        own.alternatives = own.alternatives + other.alternatives
        if whole:
            own.measures += [measure for measure in other.measures if measure not in own.measures]
            own.warns |= other.warns
            own.correct_first |= other.correct_first
            own.correct_first_text = own.correct_first_text or other.correct_first_text

    def cap_at(self, cap: Decimal, *, said: str) -> None:
        """A later paragraph limits every fine of this clause to `cap` yuan."""
        self.text += said
        limit = {"cap": int(cap) if cap == int(cap) else str(cap)}
        self.fields.formulas = {kind: {**table, **limit} for kind, table in self.fields.formulas.items()}
        self.fields.alternatives = [{**table, **limit} for table in self.fields.alternatives]

    def take_circumstances(self, meant: "list[Found]") -> None:
        """A later paragraph says the fine by circumstances: each becomes an alternative with its words."""
        for row in meant:
            label = row.words.removesuffix("，")
            labelled = [{**table, "label": label} for table in row.fields.formulas.values()]
            self.fields.alternatives = [*labelled, *row.fields.alternatives, *self.fields.alternatives]
            self.fields.unread += row.fields.unread
            self.text += "" if row.text in self.text else row.text


def drafted(one: Found, *, statute: StatuteText, charged: str) -> PenaltyDraft:
    """The finished draft; `charged` is the department that needs no mention."""
    fields, citation = one.fields, one.citation
    round_up = rounds_up(statute)
    return PenaltyDraft(
        article=citation.article,
        suffix=citation.suffix,
        paragraph=citation.paragraph,
        item=citation.item,
        basis=str(citation),
        prohibitions=tuple(map(str, one.violated)),
        conduct=_conduct(one, statute),
        text=re.sub(r"\s", "", one.text),
        correct_first=fields.correct_first,
        correct_first_text=fields.correct_first_text,
        formulas={kind: _rounded(table, round_up=round_up) for kind, table in fields.formulas.items()},
        alternatives=tuple(_rounded(table, round_up=round_up) for table in fields.alternatives),
        warns=fields.warns,
        other_measures=tuple(fields.measures),
        executing_department="" if fields.department == charged else fields.department,
        unread=(*fields.unread, *_cut_department(one, statute)),
        respondent=_respondent(one),
    )


def _respondent(one: Found) -> str:
    """Whose conduct it is; everybody's where a circumstance is of the other kind (单位, 个人)."""
    labels = "".join(str(table.get("label", "")) for table in one.fields.alternatives)
    respondent = respondent_of(one.whom or one.words)
    other = {"person": "单位", "organisation": "个人"}.get(respondent)
    return "" if other and other in labels else respondent


def _cut_department(one: Found, statute: StatuteText) -> list[str]:
    """境主管部门 at the head of a paragraph, where the statute everywhere else says 生态环境主管部门: a text cut in a word."""
    name = one.fields.department
    if not name or not one.text.lstrip().startswith(name):
        return []
    whole = "\n".join(
        text
        for article in statute.articles
        for part in article.paragraphs
        for text in (part.text, *(item.text for item in part.items))
    )
    before = {found[1] for found in re.finditer(rf"([一-鿿]){re.escape(name)}", whole)}
    is_whole = bool(before & set("由向经报与和或及的对被是应至为")) or len(before) > 1 or not before
    return [] if is_whole else [f"实施机关“{name}”（文字疑有缺失）"]


def _conduct(one: Found, statute: StatuteText) -> str:
    words = re.sub(
        r"，除[^，]*外$|，?根据情节轻重$|，(?:从|自)[^，]*起$|^对(?=[^，]*的(?:[^，]{0,8}(?:单位|企业|个人|人员|者))?(?:，|$))",
        "",
        one.words,
    )
    words = re.sub(r"^有下列(?:行为|情形)之一的?，?", "", words).rstrip("，；。").removesuffix("的")
    who = only_whom(words)
    if words and not who:
        return words
    provision = _provision(one, statute)
    if not who or is_anybody(who):
        return provision or _named(one)
    return f"{provision}（{who}）" if provision else words


def _provision(one: Found, statute: StatuteText) -> str:
    said = [provision_words(statute, citation) for citation in one.violated[:MANY]]
    return "；".join(filter(None, said)) + ("等" if any(said) and len(one.violated) > MANY else "")


def _named(one: Found) -> str:
    """违反本条例规定 where the provision is another statute's or none: all that is said of the conduct."""
    named = NAMED.search(one.text)
    return named[0] if named else ""


def _rounded(table: Mapping[str, Any], *, round_up: bool) -> dict[str, Any]:
    """不足一平方米的按照一平方米计算 stands in an article of its own and holds for every fine by area."""
    return {**table, "round_up": True} if round_up and FormulaKind(table["kind"]) in BY_AREA else dict(table)
