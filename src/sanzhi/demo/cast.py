"""The cast: the seed's bureau with its units, people, certificates, calendar and lists."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from django.conf import settings
from pydantic import SecretStr

from sanzhi.catalogues.loading import load_folder
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor, system
from sanzhi.kernel.yaml_files import read_yaml
from sanzhi.law.holiday_seed import assumed, is_complete, seed
from sanzhi.organisation.commands import (
    AppointOfficer,
    EstablishAuthority,
    ImportCalendar,
    IssueCertificate,
    OpenUnit,
    appoint_officer,
    establish_authority,
    import_calendar,
    issue_certificate,
    open_unit,
)
from sanzhi.organisation.commands.import_calendar import NoticeDay
from sanzhi.organisation.models import Authority, CalendarYear, Officer
from sanzhi.organisation.queries import actor_of_officer
from sanzhi.organisation.roles import Role

PASSWORD = "yanshi-2026-sanzhi"  # invented people of the demonstration only


@dataclass(frozen=True)
class Person:
    """`certificate` is the last five digits of the certificate number, 0 for people who do not enforce."""

    username: str
    name: str
    unit: str
    position: str
    roles: tuple[Role, ...]
    certificate: int = 0
    area: str = ""
    lawyer: bool = False


PEOPLE = (
    Person("juzhang", "程守正", "办公室", "局长", (Role.BUREAU_HEAD,), 90001),
    Person("fujuzhang", "郭清源", "办公室", "副局长", (Role.BUREAU_HEAD,), 90002),
    Person(
        "duizhang1", "韩立峰", "执法一中队", "中队长", (Role.SQUAD_LEADER, Role.OFFICER), 90011, "垭口街道"
    ),
    Person("zhifa1", "苏晓禾", "执法一中队", "执法队员", (Role.OFFICER,), 90012, "垭口街道"),
    Person("zhifa2", "丁文博", "执法一中队", "执法队员", (Role.OFFICER,), 90013, "垭口街道"),
    Person(
        "duizhang2", "白秋实", "执法二中队", "中队长", (Role.SQUAD_LEADER, Role.OFFICER), 90021, "寺坡街道"
    ),
    Person("zhifa3", "欧阳靖", "执法二中队", "执法队员", (Role.OFFICER,), 90022, "寺坡街道"),
    Person("zhifa4", "于海棠", "执法二中队", "执法队员", (Role.OFFICER,), 90023, "寺坡街道"),
    Person(
        "duizhang3", "薛定远", "执法三中队", "中队长", (Role.SQUAD_LEADER, Role.OFFICER), 90031, "朱兰街道"
    ),
    Person("zhifa5", "孟知夏", "执法三中队", "执法队员", (Role.OFFICER,), 90032, "朱兰街道"),
    Person("zhifa6", "雷鸣远", "执法三中队", "执法队员", (Role.OFFICER,), 90033, "朱兰街道"),
    Person("fazhi", "沈明辨", "政策法规监督科", "科长", (Role.LEGAL_REVIEWER,), 90041, "", True),
    Person("fazhi2", "叶慎言", "政策法规监督科", "科员", (Role.LEGAL_REVIEWER,), 90042, "", True),
    Person("gongshi", "纪昭", "政策法规监督科", "公示员", (Role.DISCLOSURE_CLERK,)),
    Person("dangan", "傅存真", "档案室", "档案员", (Role.ARCHIVIST,)),
    Person("jiandu", "秦正言", "政策法规监督科", "司法局监督员", (Role.SUPERVISOR,)),
    Person("guanli", "高维新", "办公室", "系统管理员", (Role.ADMINISTRATOR,)),
    Person("anquan", "卫守信", "办公室", "安全管理员", (Role.SECURITY,)),
    Person("shenji", "计明远", "办公室", "安全审计员", (Role.AUDITOR,)),
)


@dataclass
class Bureau:
    """The authority and its people as actors, by sign-in name."""

    authority: Authority
    officers: dict[str, Officer] = field(default_factory=dict)

    def actor(self, username: str) -> Actor:
        return actor_of_officer(self.officers[username])


def found_bureau(
    *,
    people: tuple[Person, ...] = PEOPLE,
    password: str = PASSWORD,
    changes: Mapping[str, str] | None = None,
    until: date | None = None,
) -> Bureau:
    """Establish the bureau as of the clock's day: authority, units, people, calendar, lists in force.

    `changes` to the authority's own fields make it another bureau of the same kind. The calendar reaches to the
    year of `until` at least.
    """
    folder = Path(settings.SANZHI_CATALOGUES_DIR)
    table = read_yaml(folder / "wugang" / "authority.yaml") | dict(changes or {})
    units = table.pop("units")
    machine = system(table["code"])
    bureau = Bureau(establish_authority(machine, EstablishAuthority(**table)))
    by_name = {
        row["name"]: open_unit(machine, OpenUnit(authority=bureau.authority.code, **row)).pk for row in units
    }
    for person in people:
        bureau.officers[person.username] = _appoint(
            machine, person, unit=by_name[person.unit], password=password
        )
    enter_calendar(machine, until=until or clock.today())
    load_folder(machine, bureau.authority.code, folder=folder / "national")
    load_folder(machine, bureau.authority.code, folder=folder / "wugang")
    return bureau


def _appoint(machine: Actor, person: Person, *, unit: int, password: str) -> Officer:
    officer = appoint_officer(
        machine,
        AppointOfficer(
            unit=unit,
            username=person.username,
            password=SecretStr(password),
            name=person.name,
            roles=list(person.roles),
            position=person.position,
            area=person.area,
            qualified_on=date(2022, 5, 20) if person.certificate else None,
            has_legal_qualification=person.lawyer,
        ),
    )
    if person.certificate:
        _certify(machine, officer, number=f"160481{person.certificate:05d}")
    return officer


def _certify(machine: Actor, officer: Officer, *, number: str) -> None:
    """A certificate of five years that was issued two years ago."""
    year = clock.today().year
    order = IssueCertificate(
        officer=officer.pk,
        number=number,
        issued_on=date(year - 2, 3, 1),
        valid_until=date(year + 3, 3, 1) - timedelta(days=1),
    )
    issue_certificate(machine, order)


def enter_calendar(machine: Actor, *, until: date) -> None:
    """The notices known from the last year on; a year that began without one we know goes by its assumed days."""
    this = clock.today().year
    for year in range(this - 1, max(this + 1, until.year) + 1):
        if CalendarYear.objects.filter(year=year).exists():
            continue
        if is_complete(year):
            source, days = "国务院办公厅放假安排通知", seed(year)
        elif year <= until.year:
            source, days = "演示用的推定日历：法定节日放假，没有调休", assumed(year)
        else:
            continue
        rows = [NoticeDay(day=row.day, is_working=row.is_working, name=row.name[:60]) for row in days]
        import_calendar(machine, ImportCalendar(year=year, source=source, days=rows))
