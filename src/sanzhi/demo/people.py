"""Invented respondents and places, drawn from one seeded source. Identity numbers begin with 000000: nobody's."""

import random
from datetime import date, timedelta
from typing import Any

from sanzhi.cases.models import PartyKind
from sanzhi.law.identity import check_digit

SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎"
)
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英建华文辉力玲玉鑫宇轩梓涵博堃喆珺瑞彤煜晗一诺思源承泽"
STREETS = [
    "演示大道",
    "温泉路",
    "钢城路",
    "湖滨路",
    "建设路",
    "垭口街",
    "朱兰路",
    "寺坡街",
    "铁山路",
    "石漫滩路",
]
TRADES = ["百货店", "小吃店", "烧烤店", "五金店", "水果店", "理发店", "汽修店", "广告部", "便利店", "洗车行"]
COMPANIES = ["建筑工程", "广告传媒", "物业服务", "环保科技", "市政工程", "餐饮管理", "运输", "通信工程"]
CODE_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)


def name(source: random.Random) -> str:
    return source.choice(SURNAMES) + "".join(source.sample(GIVEN, source.choice((1, 2, 2))))


def place(source: random.Random) -> str:
    return f"舞钢市{source.choice(STREETS)}{source.randint(1, 180)}号门前"


def person(source: random.Random) -> dict[str, Any]:
    """An adult with an impossible identity number."""
    return {
        "kind": PartyKind.PERSON,
        "name": name(source),
        "id_number": identity_number(source),
        "address": f"舞钢市{source.choice(STREETS)}{source.randint(1, 99)}号院{source.randint(1, 9)}号楼",
        "phone": f"1380000{source.randrange(10_000):04d}",
    }


def child(source: random.Random) -> dict[str, Any]:
    """Somebody of eleven or twelve, with a guardian."""
    born = date(2014, 1, 1) + timedelta(days=source.randrange(300))
    return {**person(source), "id_number": identity_number(source, born), "guardian": name(source)}


def identity_number(source: random.Random, born: date | None = None) -> str:
    """Of an adult where no birthday is given, in the impossible region 000000."""
    born = born or date(1958, 1, 1) + timedelta(days=source.randrange(16_000))
    body = f"000000{born:%Y%m%d}{source.randrange(1000):03d}"
    return body + check_digit(body)


def individual_business(source: random.Random) -> dict[str, Any]:
    owner = name(source)
    shop = f"舞钢市{owner[0]}记{source.choice(TRADES)}"
    return {
        "kind": PartyKind.INDIVIDUAL_BUSINESS,
        "name": shop,
        "trade_name": shop,
        "credit_code": credit_code(source, "92"),
        "representative": owner,
        "representative_title": "经营者",
        "id_number": identity_number(source),
        "address": f"舞钢市{source.choice(STREETS)}{source.randint(1, 200)}号",
        "phone": f"1380000{source.randrange(10_000):04d}",
    }


def organisation(source: random.Random) -> dict[str, Any]:
    head = "".join(source.sample("恒通鼎盛瑞祥宏达金水蓝天绿源安顺", 2))
    return {
        "kind": PartyKind.ORGANISATION,
        "name": f"舞钢市{head}{source.choice(COMPANIES)}有限公司（演示）",
        "credit_code": credit_code(source, "91"),
        "representative": name(source),
        "representative_title": source.choice(("总经理", "执行董事")),
        "address": f"舞钢市{source.choice(STREETS)}{source.randint(1, 200)}号",
        "phone": f"1380000{source.randrange(10_000):04d}",
    }


def credit_code(source: random.Random, prefix: str) -> str:
    """A code with a right check character in the impossible district 000000 (GB 32100)."""
    body = prefix + "000000" + "MA" + "".join(source.choice(CODE_CHARACTERS) for _ in range(7))
    total = sum(CODE_CHARACTERS.index(letter) * weight for letter, weight in zip(body, WEIGHTS, strict=True))
    return body + CODE_CHARACTERS[(31 - total % 31) % 31]
