"""Rules on cases that are investigated together: by whom, which, with what proof, and that each paper says so."""

from dataclasses import replace
from typing import Any

from tests.lawful.chronicle import Chronicle, Party
from tests.lawful.chronicle.happenings import Decided, Found, Happening, Joined, Parted
from tests.lawful.chronicle.joined import Borrowed
from tests.lawful.chronicle.people import BUSINESS
from tests.lawful.chronicle.text import letters
from tests.lawful.judge.example import (
    DEPUTY,
    HEAD,
    LEADER,
    ONE,
    TWO,
    adult,
    at,
    on,
    ordinary,
    paper_changed,
    plus,
)
from tests.lawful.judge.readings import content_of, in_course, last_fall, people, worked_on
from tests.lawful.judge.rule import Finds, rule

OTHER = "演案2026-0002"
OTHERS: tuple[type[Happening], ...] = (Joined, Parted)


@rule(
    "64.1",
    article="行政处罚法第五十七条；河南省行政执法条例第二十八条",
    says="并案、分案由没有承办本案的负责人决定",
    kind="two_offices",
    certainty="推论",
)
def joined_by_a_handler(case: Chronicle) -> Finds:
    hands = worked_on(case)
    for row in (*case.all(Joined), *case.all(Parted)):
        leads = [person for key in row.by if (person := case.roster.get(key)) is not None]
        if people(case, row.by) & hands:
            yield row, f"承办本案的人自己决定{row.word}"
        elif not any(person.has("squad_leader", "bureau_head") for person in leads):
            yield row, f"决定{row.word}的不是负责人"


for _by in ((ONE,), ("张临时",), ()):
    joined_by_a_handler.breach(lambda by=_by: plus(ordinary(), _join(by=by)))
joined_by_a_handler.breach(lambda: plus(ordinary(), _join(), _part(by=(TWO,))))
for _by in ((LEADER,), (DEPUTY,)):
    joined_by_a_handler.lawful(lambda by=_by: _told_so(plus(ordinary(), _join(by=by))))
joined_by_a_handler.lawful(lambda: _told_so(plus(ordinary(), _join(), _part())))


@rule(
    "64.2",
    article="行政处罚法第四十条、第五十七条",
    says="并案、分案在作出决定以前：已经决定的案件不再一并调查",
    kind="joined_after_decision",
    certainty="推论",
)
def joined_after_decision(case: Chronicle) -> Finds:
    for kind in OTHERS:
        for row in case.all(kind):
            fall, decided = last_fall(case, row), case.before(row, Decided)
            stands = [one for one in decided if fall is None or one in case.after(fall, Decided)]
            if stands or getattr(row, "is_decided", False):
                yield row, f"{'本案' if stands else '另案'}已经作出决定，又{row.word}"


joined_after_decision.breach(lambda: plus(ordinary(), _join(day=15)))
joined_after_decision.breach(lambda: _told_so(plus(ordinary(), _join(), _part(day=16))))
joined_after_decision.breach(lambda: _told_so(plus(ordinary(), _join(is_decided=True))))
joined_after_decision.lawful(lambda: _told_so(plus(ordinary(), _join(), _part())))


@rule(
    "64.3",
    article="行政处罚法第二十九条、第四十条",
    says="以同一当事人并案的，当事人应当相同；以不同当事人并案的，应当不同",
    kind="joined_strangers",
    certainty="推论",
)
def joined_on_a_false_ground(case: Chronicle) -> Finds:
    for row in case.all(Joined):
        party = case.party_at(row)
        if party is None or row.way not in {"same_party", "one_act"}:
            continue
        same = any(_is_one(party, other) for other in row.parties)
        if same != (row.way == "same_party"):
            yield row, f"{row.other}的当事人{'相同' if same else '不同'}"


def _is_one(one: Party, other: Party) -> bool:
    """By number; by name where one shows none, or where an individual business is known by its owner (民法典 §56)."""
    both = (one, other)
    named = _names(one) & _names(other)
    loose = any(row.kind == BUSINESS or row.identity == row.name for row in both)
    return letters(one.identity) == letters(other.identity) or bool(named and loose)


def _names(party: Party) -> set[str]:
    owner = party.representative if party.kind == BUSINESS else ""
    return {letters(party.name), letters(owner)} - {""}


joined_on_a_false_ground.breach(lambda: _told_so(plus(ordinary(), _join(parties=(_another(),)))))
joined_on_a_false_ground.breach(lambda: _told_so(plus(ordinary(), _join(way="one_act"))))
joined_on_a_false_ground.lawful(lambda: _told_so(plus(ordinary(), _join())))
joined_on_a_false_ground.lawful(
    lambda: _told_so(plus(ordinary(), _join(way="one_act", parties=(_another(),))))
)


@rule(
    "64.4",
    article="行政处罚法第四十条、第四十六条",
    says="另案的证据只有并案期间取得的才能用来查明本案",
    kind="no_evidence",
    certainty="推论",
)
def found_on_a_stranger_case(case: Chronicle) -> Finds:
    for found in case.all(Found):
        for proof in found.borrowed:
            if not _was_gathered_jointly(case, found, proof=proof):
                yield found, f"“{proof.name}”是{proof.case}的证据"


def _was_gathered_jointly(case: Chronicle, found: Found, *, proof: Borrowed) -> bool:
    joined = [row for row in case.before(found, Joined) if row.other == proof.case]
    if not joined:
        return False
    ends = [row for row in case.after(joined[-1], Parted) if row.other == proof.case]
    parted = [row for row in ends if row in case.before(found, Parted)]
    return not parted or proof.gathered_on is None or proof.gathered_on <= parted[0].day


found_on_a_stranger_case.breach(lambda: _told_so(plus(ordinary(), _found(OTHER))))
found_on_a_stranger_case.breach(lambda: _told_so(plus(ordinary(), _join(), _found("演案2026-0003"))))
found_on_a_stranger_case.breach(lambda: _told_so(plus(ordinary(), _join(), _part(), _found(OTHER, day=9))))
found_on_a_stranger_case.lawful(lambda: _told_so(plus(ordinary(), _join(), _found(OTHER))))
found_on_a_stranger_case.lawful(lambda: _told_so(plus(ordinary(), _join(), _part(), _found(OTHER, day=1))))


@rule(
    "64.5",
    article="行政处罚法第四十三条",
    says="在并案的另案回避的人，不得承办本案",
    kind="recusal",
    certainty="推论",
)
def recused_in_the_other(case: Chronicle) -> Finds:
    for joined in case.all(Joined):
        apart = people(case, joined.recused)
        parted = [row for row in case.after(joined, Parted) if row.other == joined.other][:1]
        for row in case.after(joined, Happening):
            if parted and row in case.after(parted[0], Happening):
                break
            if apart & people(case, (*row.by, *getattr(row, "joined", ()))):
                yield row, f"在{joined.other}决定回避的人仍有{row.word}"


recused_in_the_other.breach(lambda: _told_so(plus(ordinary(), _join(recused=(ONE,)))))
recused_in_the_other.lawful(lambda: _told_so(plus(ordinary(), _join(recused=("officer:9",)))))


@rule(
    "64.6",
    article="行政处罚法第四十条、第五十九条第一款",
    says="并案调查的，决定书如实写明与哪个案件并案",
    kind="joined_untold",
    certainty="推论",
)
def joined_and_untold(case: Chronicle) -> Finds:
    for decided in case.all(Decided):
        says = decided.says or content_of(case, decided.paper)
        told = str(says.get("joined") or "") if isinstance(says, dict) else ""
        for row in in_course(case, decided, kind=Joined):
            if says and not decided.is_simplified and row.other not in told:
                yield decided, f"没有写明与{row.other}并案"


joined_and_untold.breach(lambda: plus(ordinary(), _join()))
joined_and_untold.lawful(lambda: _told_so(plus(ordinary(), _join())))


def _join(*, day: int = 2, by: tuple[str, ...] = (HEAD,), **more: Any) -> Joined:
    said: dict[str, Any] = {"other": OTHER, "way": "same_party", "parties": (adult(),), **more}
    return Joined(at=at(day, 16), by=by, **said)


def _part(*, day: int = 2, by: tuple[str, ...] = (HEAD,)) -> Parted:
    return Parted(at=at(day, 17), by=by, other=OTHER)


def _found(other: str, *, day: int = 2) -> Found:
    return Found(at=at(2, 20), by=(ONE,), borrowed=(Borrowed(other, "出资人的证言", on(day)),))


def _another() -> Party:
    return adult(name="李某", identity="000000199001010012")


def _told_so(case: Chronicle) -> Chronicle:
    """The same, its decision saying with which case it was investigated together."""
    (decided,) = case.all(Decided)
    says = {**(decided.says or {}), "joined": f"本案与{OTHER}并案调查，分别裁量、分别决定。"}
    rows = [replace(row, says=says) if isinstance(row, Decided) else row for row in case]
    return paper_changed(replace(case, happenings=tuple(rows)), "D41", content=says, row=says)
