"""Whether a walk can still end lawfully: from where it stands everybody does what is left, waits, ends it otherwise, until all is closed."""

from datetime import timedelta
from typing import TYPE_CHECKING

from sanzhi.cases.models import Case, Proceeding
from sanzhi.documents.models import Document
from tests.lawful.clerk.acts import CASE, OPENED, SECOND, Act
from tests.lawful.clerk.bends import PAPER_WORK
from tests.lawful.clerk.left import UNSETTLING, left_to_do
from tests.lawful.clerk.roads import Road

if TYPE_CHECKING:
    from tests.lawful.clerk.walk import Walker

ROUNDS = 4
PAUSES = (0, 12, 45, 240)  # days that pass before a round when the last one changed nothing


def can_end(walker: "Walker", road: Road) -> bool:
    """Whether every case that the walk opened gets closed; the world is left where that came to."""
    pauses = iter(PAUSES)
    for _ in range(ROUNDS * len(PAUSES)):
        _turn_to_the_open(walker)
        before = _standing(walker)
        if all(closed for _, _, closed in before):
            return True
        for unsettles in (False, True):
            for act in left_to_do(walker, road, lanes=_open(walker)):
                if unsettles or not (act.verb.startswith(UNSETTLING) or _is_made(walker, act)):
                    walker.somehow(road, act)
            if _standing(walker) != before:
                break
        else:
            pause = next(pauses, None)
            if pause is None:
                return False
            walker.world.now += timedelta(days=pause)
    return all(closed for _, _, closed in _standing(walker))


def _turn_to_the_open(walker: "Walker") -> None:
    """Once the road's own case is closed, its acts are meant for another one that was opened beside it."""
    made = walker.world.made
    still = set(Proceeding.objects.filter(pk__in=_open(walker)).values_list("case", flat=True))
    for key, pk in _cases(walker).items():
        act, dot, part = key.partition(".")
        own = f"{act.rstrip(f'+!{SECOND}')}{dot}{part}"
        if pk in still and made.get(own) not in still:
            made[own] = pk


def _open(walker: "Walker") -> list[int]:
    return [pk for pk, _, closed in _standing(walker) if not closed]


def _is_made(walker: "Walker", act: Act) -> bool:
    """Whether a paper of the form that the act works on stands issued: another one beside it is of no use."""
    form = act.key.partition(":")[2].partition("#")[0]
    if not form or act.verb not in PAPER_WORK:
        return False
    subjects = [f"cases.case:{pk}" for pk in set(_cases(walker).values())]
    return Document.objects.filter(subject__in=subjects, form=form, status="issued").exists()


def _cases(walker: "Walker") -> dict[str, int]:
    """By the name under which an act made them."""
    made = walker.world.made.items()
    return {key: pk for key, pk in made if key.rstrip(f"+!{SECOND}") == CASE or key.endswith(f".{OPENED}")}


def _standing(walker: "Walker") -> list[tuple[int, str, bool]]:
    """Each proceeding with its step and whether it is closed; what is closed as a case counts as closed."""
    ours = walker.world.bureau.authority  # what another authority began is its own
    ids = set(
        Case.objects.filter(pk__in=_cases(walker).values(), authority=ours).values_list("pk", flat=True)
    )
    closed = set(Case.objects.filter(pk__in=ids, closed_on__isnull=False).values_list("pk", flat=True))
    rows = (
        Proceeding.objects.filter(case__in=ids).order_by("pk").values_list("pk", "case", "step", "closed_on")
    )
    return [(pk, step, case in closed or closed_on is not None) for pk, case, step, closed_on in rows]


def steps_of(walker: "Walker") -> tuple[str, ...]:
    """Where what is not closed stands."""
    return tuple(step for _, step, closed in _standing(walker) if not closed)
