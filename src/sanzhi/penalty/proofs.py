"""The evidence of the finding, to choose from."""

from sanzhi.cases import queries
from sanzhi.cases.models import Proceeding


def proofs_to_choose(proceeding: Proceeding) -> list[tuple[int, str]]:
    return [(row.pk, f"{row.name}：{row.proves}") for row in queries.proofs(proceeding)]
