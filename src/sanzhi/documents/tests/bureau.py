"""An invented bureau for the documents' tests: two officers, a squad leader, a head, made by commands."""

from dataclasses import dataclass
from datetime import date

from pydantic import SecretStr

from sanzhi.documents.testing import case_facts
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

CODE = "000000"


@dataclass(frozen=True)
class Bureau:
    first: Actor
    second: Actor
    leader: Actor
    head: Actor


def open_bureau(code: str = CODE) -> Bureau:
    administrator = Actor("test", "管理员", code, frozenset({Role.ADMINISTRATOR}))
    facts = case_facts()["authority"] | {
        "code": code,
        "region_code": "000000",
        "justice_bureau": "演示市司法局",
    }
    establish_authority(administrator, EstablishAuthority(**facts))
    unit = open_unit(administrator, OpenUnit(authority=code, name="执法一中队", is_squad=True))
    people = {
        "first": ("王甲示", [Role.OFFICER], "00000000001"),
        "second": ("李乙示", [Role.OFFICER], "00000000002"),
        "leader": ("吴庚示", [Role.SQUAD_LEADER], ""),
        "head": ("钱丁示", [Role.BUREAU_HEAD], ""),
    }
    actors = {}
    for key, (name, roles, certificate) in people.items():
        officer = appoint_officer(
            system(code),
            AppointOfficer(
                unit=unit.pk,
                username=f"{key}.{code.lower()}",
                password=SecretStr("sanzhi-yanshi-2026"),
                name=name,
                roles=roles,
                qualified_on=date(2020, 1, 1),
            ),
        )
        if certificate:
            issue_certificate(
                administrator,
                IssueCertificate(
                    officer=officer.pk,
                    number=certificate,
                    issued_on=date(2024, 1, 1),
                    valid_until=date(2029, 1, 1),
                ),
            )
        actors[key] = actor_of_officer(officer)
    return Bureau(**actors)
