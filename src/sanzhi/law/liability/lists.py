"""A paragraph with items: one penalty over a list of conducts, or items with penalties of their own below an opening."""

import re
from dataclasses import replace

from sanzhi.law.liability.clauses import NOTHING, Clause, Group, read_clauses
from sanzhi.law.liability.conduct import only_whom, split_conduct
from sanzhi.law.liability.fields import fields_of
from sanzhi.law.liability.phrases import FIGURE, Act, ActKind
from sanzhi.law.liability.places import Place, prohibitions
from sanzhi.law.liability.wording import Found

BELOW = re.compile(r"(?:或者)?(?:有|从事)?下列(?:行为|情形|活动|情况)?之一(?:的|者)?，?")


def read_list(place: Place) -> list[Found]:
    """The conducts of a paragraph with items, each with the penalty that the opening or its own item says."""
    first, *others = read_clauses(place.paragraph.text)
    # an opening that punishes a second conduct is not shared out among the items: it is left to people
    lead = replace(first, stray=first.stray + tuple(map(str, others)))
    items = [(item.number, item.text, read_clauses(item.text)) for item in place.paragraph.items]
    listed = any(act.kind == ActKind.LIST for group in lead.groups for act in group.acts)
    if not listed and (_says_figures((lead,)) or not any(_says_figures(clauses) for _, _, clauses in items)):
        return _one_penalty(place, lead)
    opening = _Opening(lead)
    return [
        one
        for number, text, clauses in items
        for one in _own(place, opening, number=number, text=text, clauses=clauses)
    ]


def _says_figures(clauses: tuple[Clause, ...]) -> bool:
    return any(act.table is not None for one in clauses for group in one.groups for act in group.acts)


class _Opening:
    """What an opening says to each item: the conditions, whom, which department, whether the fine is a may."""

    def __init__(self, lead: Clause) -> None:
        places = [index for index, group in enumerate(lead.groups) if _list_act(group) != NOTHING]
        at = places[0] if places else len(lead.groups) - 1
        group = lead.groups[at] if lead.groups else Group((), ())
        self.lead, self.act, self.conditions = lead, _list_act(group), group.conditions
        ordered = Group(group.conditions, tuple(act for act in group.acts if not _hands_down(act)))
        self.before = (*lead.groups[: max(at, 0)], *([ordered] if ordered.acts else []))
        self.after = lead.groups[at + 1 :]

    def over(self, clause: Clause) -> Clause:
        """The clause of an item with all that stands over it."""
        own = tuple(
            Group(self.conditions + group.conditions, tuple(map(self._over, group.acts)))
            for group in clause.groups
        )
        return replace(clause, groups=(*self.before, *own, *self.after), stray=clause.stray + self.lead.stray)

    def _over(self, act: Act) -> Act:
        department, whom = act.department or self.act.department, act.whom or self.act.whom
        may = "可" in self.act.text and act.table is not None
        table = {**act.table, "optional": True} if may and act.table else act.table
        return replace(act, department=department, whom=whom, table=table)


def _list_act(group: Group) -> Act:
    return next((act for act in group.acts if _hands_down(act)), NOTHING)


def _hands_down(act: Act) -> bool:
    """按照下列规定处罚, or 处以罚款 without a figure: the items say how."""
    return act.kind == ActKind.LIST or (act.kind == ActKind.UNREAD and not FIGURE.search(act.text))


def _own(
    place: Place, opening: _Opening, *, number: int, text: str, clauses: tuple[Clause, ...]
) -> list[Found]:
    """An item with a penalty of its own, below an opening that may name what is violated and order correction first."""
    lead_violates, lead_words = split_conduct(opening.lead.conduct)
    named = prohibitions(lead_violates, within=place.title)
    found: list[Found] = []
    for clause in clauses:
        violates, words = split_conduct(clause.conduct)
        violated = prohibitions(violates, within=place.title, opening=found[-1].violated if found else named)
        whom = words if only_whom(words) else ""
        words = lead_words if whom or not (words or violates) else words
        fields = fields_of(opening.over(clause))
        found.append(Found(place, number, violated, words, f"{place.paragraph.text}{text}", fields, whom))
    return found


def _one_penalty(place: Place, lead: Clause) -> list[Found]:
    """A list of conducts under one penalty: one draft an item, and one for the article that the opening names beside them."""
    violates, words = split_conduct(lead.conduct)
    violated = prohibitions(violates, within=place.title)
    subject = BELOW.sub("", words).removesuffix("根据情节轻重").rstrip("，")
    subject = "" if subject.endswith("的") else subject
    found = []
    if violated and words.startswith("或者"):
        found.append(Found(place, 0, violated, "", place.paragraph.text, fields_of(lead)))
        violated = ()
    for item in place.paragraph.items:
        said = item.text.rstrip("；。;")
        conduct = said if said.startswith(subject) else f"{subject}{said}"
        text = f"{place.paragraph.text}{item.text}"
        found.append(Found(place, item.number, violated, conduct, text, fields_of(lead)))
    return found
