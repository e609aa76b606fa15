"""An invented bureau with the seed's lists, two officers and one case under investigation, made by commands."""

from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO

from django.conf import settings
from pydantic import SecretStr

from sanzhi.cases.commands import RegisterLead, register_lead
from sanzhi.cases.models import Case, CaseSource, Proceeding
from sanzhi.cases.queries import only_proceeding
from sanzhi.catalogues.loading import load_catalogue, read_catalogue
from sanzhi.demo.film import film
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor, system
from sanzhi.organisation.commands import (
    AppointOfficer,
    EstablishAuthority,
    IssueCertificate,
    OpenUnit,
    appoint_officer,
    establish_authority,
    issue_certificate,
    open_unit,
)
from sanzhi.organisation.queries import actor_of_officer
from sanzhi.organisation.roles import Role
from sanzhi.recordings.commands import BeginUpload, take_in
from sanzhi.recordings.models import Recording

CODE = "000000"
NOW = datetime(2026, 11, 23, 15, 0, tzinfo=clock.CHINA)
BEGAN = datetime(2026, 11, 23, 9, 0, tzinfo=clock.CHINA)
ENDED = datetime(2026, 11, 23, 9, 30, tzinfo=clock.CHINA)
MP4 = film(1800, said="询问", pictures=True)
JPEG = bytes.fromhex(
    "ffd8ffe000104a46494600010100000100010000ffc0000b080001000101011100ffda0008010100003f00d2cfffd9"
)


LISTS = ("national/procedures/penalty-ordinary.yaml", "wugang/powers.yaml", "wugang/recording.yaml")


@dataclass(frozen=True)
class Scene:
    """`officer` registered the case and is assigned to it; `stranger` serves in the same bureau, `leader` leads."""

    case: Case
    officer: Actor
    stranger: Actor
    leader: Actor

    @property
    def proceeding(self) -> Proceeding:
        return only_proceeding(self.case)


def open_scene() -> Scene:
    """Call with the clock moved to NOW."""
    establish_authority(
        system(CODE),
        EstablishAuthority(
            code=CODE,
            name="演示市城市管理局",
            region_code="000000",
            number_prefix="演城管",
            government="演示市人民政府",
            court="演示市人民法院",
            justice_bureau="演示市司法局",
            address="演示路1号",
            phone="0000-0000000",
            bank_name="演示银行",
            bank_account_name="演示专户",
            bank_account="0000",
            bank_address="演示路2号",
        ),
    )
    for file in LISTS:
        load_catalogue(system(CODE), CODE, content=read_catalogue(settings.SANZHI_CATALOGUES_DIR / file))
    unit = open_unit(system(CODE), OpenUnit(authority=CODE, name="执法一中队", is_squad=True))
    officer, stranger = (appointed(unit.pk, number) for number in (1, 2))
    leader = appointed(unit.pk, 3, role=Role.SQUAD_LEADER)
    case = register_lead(
        officer,
        RegisterLead(
            procedure="penalty/ordinary",
            cause_code="C01",
            source=CaseSource.PATROL,
            happened_on=date(2026, 11, 23),
            found_on=date(2026, 11, 23),
            place="演示街道1号门前",
            summary="巡查发现占道堆放。",
        ),
    )
    return Scene(case, officer, stranger, leader)


def appointed(unit: int, number: int, *, role: Role = Role.OFFICER) -> Actor:
    officer = appoint_officer(
        system(CODE),
        AppointOfficer(
            unit=unit,
            username=f"officer.{number}",
            password=SecretStr("sanzhi-yanshi-2026"),
            name=f"示例{number}号",
            roles=[role],
            qualified_on=date(2020, 1, 1),
        ),
    )
    issue_certificate(
        system(CODE),
        IssueCertificate(
            officer=officer.pk,
            number=f"0000000000{number}",
            issued_on=date(2024, 1, 1),
            valid_until=date(2029, 1, 1),
        ),
    )
    return actor_of_officer(officer)


def order(scene: Scene, moment: str = "interview", *, size: int, **changed: object) -> BeginUpload:
    stated = {
        "case": scene.case.pk,
        "moment": moment,
        "name": "DSJ0001.MP4",
        "size": size,
        "device": "记录仪01",
    }
    times = {"started_at": BEGAN, "ended_at": ENDED}
    return BeginUpload.model_validate({**stated, **times, **changed})


def filmed(scene: Scene, moment: str = "interview", *, content: bytes = MP4, **changed: object) -> Recording:
    return take_in(scene.officer, order(scene, moment, size=len(content), **changed), source=BytesIO(content))


def minutes(count: float, *, said: str = "现场") -> bytes:
    return film(count * 60, said=said, pictures=True)
