"""Holds the demonstration itself against the judge: its cases are lawful walks, or they are listed as its breaches."""

from datetime import datetime

from tests.lawful.clerk.world import CHINA

UNTIL = datetime(2026, 11, 20, 8, tzinfo=CHINA)


def breaches_of_demo(cases: int) -> dict[str, list[str]]:
    """By rule, what the judge says of the demonstration's cases. Builds `cases` of them in this fresh process."""
    from tests.lawful.clerk import world  # noqa: PLC0415 - sets Django up

    world.begin()
    from sanzhi.cases.models import Case  # noqa: PLC0415
    from sanzhi.demo.build import build_demo  # noqa: PLC0415
    from sanzhi.kernel import clock  # noqa: PLC0415
    from tests.lawful.adapter import chronicle_of, surroundings  # noqa: PLC0415
    from tests.lawful.judge import judge  # noqa: PLC0415

    bureau = build_demo(UNTIL, cases=cases, say=lambda text: None)
    pk = bureau.authority.pk
    rosters, days = {pk: surroundings.roster_of(pk)}, surroundings.days()
    found: dict[str, list[str]] = {}
    with clock.moved(UNTIL):
        for pk in Case.objects.values_list("pk", flat=True):
            for breach in judge(chronicle_of(pk, rosters=rosters, days=days)):
                found.setdefault(breach.rule.number, []).append(f"案件{pk}：{breach}")
    return found
