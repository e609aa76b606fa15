"""Are planted relaxations noticed by the hostile clerk? Needs the walk of `make bench T=hostile`, whose bends it repeats.

One that leads to no breach is held by another guard as well; it is told by name.
"""

import pickle

from benchmarks.hostile import LAST_WALK, absolute
from benchmarks.measurement import Measurement
from tests.lawful.clerk.planted import hunt_all
from tests.mutants.relaxations import chosen


def run() -> list[Measurement]:
    if not LAST_WALK.exists():
        print("请先运行 make bench T=hostile。")
        return []
    hunts = hunt_all(chosen(), pickle.loads(LAST_WALK.read_bytes()))
    for row in hunts:
        print(f"{'发现' if row.rule else '漏过'}　{row.relaxation.id}　{row.rule}　试{row.tried}次")
    noticed = sum(bool(row.rule) for row in hunts)
    return [absolute("植入的放宽被发现", "处", ours=noticed, wanted=len(hunts))]
