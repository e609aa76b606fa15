"""`python -m tests.lawful.clerk`: walk, check the ledger of breaches, enter what is new; see tests/lawful/README.md."""

import argparse
import multiprocessing
import pickle
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from tests.lawful.clerk.replays import Broken, Ledger, ledger, plain, save
from tests.lawful.clerk.report import in_order
from tests.lawful.clerk.run import Plan, Result, entered, prepared, run

ROOT = Path(__file__).resolve().parents[3]
WORKERS = 2
DEMO = 120  # cases of the demonstration
LAST_WALK = ROOT / "var" / "hostile.pickle"
sys.path.insert(0, str(ROOT / "src"))


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.lawful.clerk", description=__doc__)
    verbs = parser.add_subparsers(dest="verb", required=True)
    walk = verbs.add_parser("walk", help="走路、弯折、看判官怎么说；有未登记的违法状态则退出码为1")
    walk.add_argument("--steps", type=positive, default=3000)
    walk.add_argument("--seconds", type=positive, default=120)
    walk.add_argument("--all", action="store_true", help="先走完全部单处弯折")
    walk.add_argument("--only", nargs="+", default=[], help="只走这几条路线")
    walk.add_argument("--forget", action="store_true", help="不留给 enter")
    verbs.add_parser("enter", help="把上次 walk 新发现的登记进 known.yaml，并写下缩短的重放")
    verbs.add_parser("check", help="重放 known.yaml 的每一行；有不再出现的则退出码为1")
    demo = verbs.add_parser("demo", help="判演示数据；有未登记的违法状态则退出码为1")
    demo.add_argument("--cases", type=positive, default=DEMO)
    try:
        return run_verb(parser.parse_args())
    except Broken as sentence:
        print(sentence)
        return 2


def positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"“{text}”应当是大于零的整数")
    return int(text)


def run_verb(chosen: argparse.Namespace) -> int:
    match chosen.verb:
        case "walk":
            return walk_and_tell(
                Plan(chosen.steps, chosen.seconds, exhausts=chosen.all, only=tuple(chosen.only)),
                keeps=not chosen.forget,
            )
        case "enter":
            return enter_last_walk()
        case "check":
            return check()
        case _:
            return check_demo(chosen.cases)


def walk_and_tell(plan: Plan, *, keeps: bool) -> int:
    """Print what was caught, with stories; 1 when something is not in the ledger of breaches, or nothing was walked."""
    result = run(plan)
    if keeps:
        LAST_WALK.parent.mkdir(exist_ok=True)
        LAST_WALK.write_bytes(pickle.dumps(result))
    known = ledger()
    new = sorted(set(result.caught) - known.rules)
    crashes = sorted(result.crashes.keys() - known.crash_names)
    print(f"{result.steps}步，单处弯折{result.singles}次，成对{result.pairs}次，{result.seconds:.0f}秒")
    for rule in new:
        print(f"\n新的违法状态 {rule}（{result.caught[rule].kind}，路线{result.caught[rule].road}）")
        print(result.caught[rule].story)
    for crash in crashes:
        print(f"\n新的崩溃 {crash}：{plain(result.crashes[crash].acts[-1].order)}")
    for name, stuck in sorted(result.stuck.items()):
        print(f"\n办不下去的走法 {name}：停在{'、'.join(stuck.steps)}")
    if result.ends:
        print(f"从{result.ends}处试着办结，{result.ends - len(result.stuck)}处依法办结")
    standing = f"登记簿里的{len(known.rules)}种违法状态这次又遇到{len(known.rules & result.caught.keys())}种"
    found = f"新发现{len(new)}种违法状态、{len(crashes)}种崩溃" if new or crashes else "没有发现新的违法状态"
    print(f"结果：{found}；{standing}。")
    return 1 if new or crashes or result.stuck or not result.steps else 0


def enter_last_walk() -> int:
    """Put what the last walk caught and the ledger does not know yet into it; two processes make the replays short."""
    result, standing = last_walk(), ledger()
    rules = [rule for rule in sorted(result.caught, key=in_order) if rule not in standing.rules]
    crashes = sorted(result.crashes.keys() - standing.crash_names)
    new = [*(result.caught[rule] for rule in rules), *(result.crashes[name] for name in crashes)]
    with ProcessPoolExecutor(WORKERS, mp_context=multiprocessing.get_context("spawn")) as pool:
        shares = [new[worker::WORKERS] for worker in range(WORKERS)]
        rows = [row for share in pool.map(entered, shares) for row in share]
    breaches = [*standing.breaches, *(row for row in rows if "rule" in row)]
    save(
        Ledger(
            breaches=sorted(breaches, key=lambda row: in_order(row["rule"])),
            crashes=sorted(
                [*standing.crashes, *(row for row in rows if "crash" in row)], key=lambda row: row["crash"]
            ),
            demo=standing.demo,
        )
    )
    print(f"登记了{len(rows)}种：{'、'.join([*rules, *crashes])}")
    return 0


def last_walk() -> Result:
    """What the last walk left. Raises Broken where there is none."""
    try:
        found: Result = pickle.loads(LAST_WALK.read_bytes())
    except FileNotFoundError:
        raise Broken("还没有走过：请先 walk，或者 make bench T=hostile。") from None
    except Exception:  # noqa: BLE001 - whatever a broken pickle raises
        raise Broken(f"{LAST_WALK}读不出来，请再走一次。") from None
    return found


def check() -> int:
    """1 when a row of the ledger stands no longer."""
    ledger()  # says at once when it cannot be read
    walker, roads = prepared()
    from tests.lawful.clerk.known import walk_again  # noqa: PLC0415

    answers = walk_again(walker, {road.name: road for road in roads})
    gone = [answer for answer in answers if answer.trouble]
    for answer in gone:
        print(f"{answer.replay}：{answer.trouble}")
    standing = f"{len(answers) - len(gone)}种已知的违法状态和崩溃今天仍然能够达到"
    print(f"结果：重放了{len(answers)}条，{standing}，{len(gone)}条需要改登记簿。")
    return 1 if gone else 0


def check_demo(cases: int) -> int:
    from tests.lawful.clerk.demo import breaches_of_demo  # noqa: PLC0415

    found, listed = breaches_of_demo(cases), set(ledger().demo)
    for rule in sorted(set(found) - listed):
        print(f"演示数据有未登记的违法状态（{len(found[rule])}件）：{found[rule][0]}")
    gone = listed - set(found) if cases >= DEMO else set()  # fewer cases show fewer breaches
    for rule in sorted(gone):
        print(f"演示数据不再违反规则{rule}：请从 known.yaml 的 demo 中划去")
    new = set(found) - listed
    print(
        f"结果：演示数据有{len(found)}种违法状态，其中{len(new)}种没有登记；登记簿有{len(gone)}种不再出现。"
    )
    return 1 if gone or new else 0


if __name__ == "__main__":
    sys.exit(main())
