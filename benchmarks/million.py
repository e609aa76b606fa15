"""A public site of a million copies, for `benchmarks.portal`: rows by bulk SQL, past the commands, for this measurement only.

The bureau is made by commands; the copies are the rows that `publish_copy` would have left, the same text in the same
index. Nothing else may be measured on such a database: no entry of the ledger stands behind a copy.
"""

import json
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from hashlib import sha256
from typing import Any

COPIES, BATCH, YEARS = 1_000_000, 20_000, 3
ROADS = [
    f"{name}{kind}"
    for name in ["人民", "解放", "建设", "和平", "朝阳", "石漫", "钢城", "垭口"]
    for kind in ("路", "街", "巷")
]
ACTS = ["占道经营", "露天烧烤", "乱贴广告", "违法搭建", "随意倾倒垃圾", "遗撒渣土", "夜间施工"]
SURNAMES, SHOPS = "赵钱孙李周吴郑王冯陈", ["面馆", "理发店", "五金店", "水果店", "烟酒店", "服装店"]
CHARACTERS = [chr(code) for code in range(0x4E00, 0x4E00 + 3000)]
# what is asked: on almost every copy, on one in tens of thousands, on none; the last pairs stand everywhere, their word nowhere
NONE = "饕餮楼馆貔貅坊店"
ASKED = {
    2: {
        "常见": [
            "经营",
            *(act[:2] for act in ACTS),
            *(shop[:2] for shop in SHOPS),
            *(road[:2] for road in ROADS),
        ]
    },
    3: {"常见": ["经营人", *(act[:3] for act in ACTS), *SHOPS[1:], *ROADS]},
    4: {"常见": ["实际经营", *(act[:4] for act in ACTS), *(f"在{road}" for road in ROADS)]},
}
for characters, queries in ASKED.items():
    queries["少见"] = ["鲲鹏阁店"[:characters], *(f"第{n}号"[:characters] for n in range(1, 999_999, 33_331))]
    queries["没有"] = [NONE[at : at + characters] for at in range(len(NONE) - characters + 1)]
ASKED[4]["成对都有，连着没有"] = [f"经营人{road[0]}" for road in ROADS[::3]]
COLUMNS = (
    *(
        "id",
        "record",
        "authority",
        "slug",
        "kind",
        "number",
        "title",
        "respondent",
        "conclusion",
        "decided_on",
    ),
    *("content", "source_sha256", "published_on", "ends_on", "status", "notice"),
)


def build() -> None:
    """Some minutes; prints how far it is."""
    from django.core.management import call_command  # noqa: PLC0415
    from django.db import connections  # noqa: PLC0415

    from sanzhi.demo.cast import found_bureau  # noqa: PLC0415
    from sanzhi.kernel import clock  # noqa: PLC0415
    from sanzhi.kernel.db import in_haste  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    with in_haste(), clock.moved(clock.now() - timedelta(days=3)):
        authority = found_bureau().authority.code
    here = connections["default"]
    name = here.settings_dict["NAME"]
    here.close()
    with closing(sqlite3.connect(name, isolation_level=None)) as base:
        base.execute("PRAGMA synchronous=OFF")
        base.execute("PRAGMA cache_size=-400000")
        base.execute("INSERT INTO kernel_grams (kernel_grams, rank) VALUES ('hashsize', 134217728)")
        for begin in range(0, COPIES, BATCH):
            base.execute("BEGIN")
            _put(
                base,
                [_copy(n, authority, today=clock.today()) for n in range(begin, min(begin + BATCH, COPIES))],
            )
            base.execute("COMMIT")
            print(begin + BATCH, file=sys.stderr, flush=True)
        base.execute("INSERT INTO kernel_grams (kernel_grams, rank) VALUES ('hashsize', 1048576)")
        base.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _copy(n: int, authority: str, *, today: date) -> dict[str, Any]:
    day = today - timedelta(days=(COPIES - n) * YEARS * 365 // COPIES)
    mark = sha256(f"{n}".encode()).digest()
    pick = mark[1] << 8 | mark[2]
    name = f"{SURNAMES[mark[0] % 10]}某{CHARACTERS[pick % 3000]}"
    shop = (
        f"{CHARACTERS[(pick >> 3) % 3000]}{CHARACTERS[(mark[3] << 8 | mark[4]) % 3000]}{SHOPS[mark[5] % 6]}"
    )
    if n % 50_000 == 77:
        shop = "鲲鹏阁店"
    act, road = ACTS[mark[6] % len(ACTS)], ROADS[mark[7] % len(ROADS)]
    place = f"{road}{mark[8] + 1}号"
    conclusion = f"罚款人民币{(mark[9] + 1) * 10}元"
    content = [
        ["行政相对人", f"{shop}，实际经营人{name}"],
        ["违法事实", f"未经批准，在{place}{act}，经责令改正后仍未改正。"],
        ["处罚内容", conclusion],
    ]
    ends = day + timedelta(days=365 * (1 if n % 20 == 0 else 5))
    return {
        "id": n + 1,
        "record": f"measured:{n}",
        "authority": authority,
        "slug": mark.hex()[:12],
        "kind": "penalty",
        "number": f"舞城管罚决字〔{day.year}〕第{n}号",
        "title": f"{act}案",
        "respondent": shop,
        "conclusion": conclusion,
        "decided_on": day,
        "content": content,
        "source_sha256": mark.hex(),
        "published_on": day,
        "ends_on": ends,
        "status": "live",
        "notice": "",
    }


def _put(base: sqlite3.Connection, copies: list[dict[str, Any]]) -> None:
    from sanzhi.kernel import search  # noqa: PLC0415

    places = ", ".join("?" * len(COLUMNS))
    base.executemany(
        f"INSERT INTO publications_publication ({', '.join(COLUMNS)}) VALUES ({places})",
        ([_plain(copy[column]) for column in COLUMNS] for copy in copies),
    )
    texts = list(_texts(copies))
    base.executemany("INSERT INTO kernel_searchtext VALUES (?, ?, ?, ?, ?, ?)", texts)
    base.executemany(
        "INSERT INTO kernel_grams (rowid, grams) VALUES (?, ?)",
        ((text[0], search._coded(text[3])) for text in texts),
    )


def _texts(copies: list[dict[str, Any]]) -> Iterator[tuple[int, str, str, str, str, str]]:
    from sanzhi.kernel import search  # noqa: PLC0415

    for copy in copies:
        kind = f"publication:{copy['authority']}"
        words = [copy["title"], copy["number"], copy["respondent"], copy["conclusion"]]
        text = search.normal("\n".join([*words, *(text for _, text in copy["content"])]))
        key = search._from(kind, copy["decided_on"]) + copy["id"]
        yield key, kind, copy["slug"], text, copy["decided_on"].isoformat(), copy["ends_on"].isoformat()


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list) else value


if __name__ == "__main__":
    import os
    from pathlib import Path

    import django

    sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sanzhi.project.settings")
    django.setup()
    build()
