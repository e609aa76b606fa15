"""Who acts. There is no anonymous write: what the machine does by itself, it does as the named officer 系统; who applies on
the public site acts as the one who holds that application's number and code, and for that application alone.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Actor:
    """`key` is stable for ever (e.g. `officer:12`); `authority` is the authority's code; `roles` are role keys.

    `unit_id`: the squad or section in which the person serves.
    """

    key: str
    name: str
    authority: str
    roles: frozenset[str] = field(default_factory=frozenset)
    officer_id: int | None = None
    unit_id: int | None = None

    def has(self, *roles: str) -> bool:
        """Whether the actor holds one of `roles`."""
        return bool(self.roles.intersection(roles))


SYSTEM_ROLE = "system"


def system(authority: str = "") -> Actor:
    """The machine, acting by itself for `authority` (empty: for the installation)."""
    return Actor(key="system", name="系统", authority=authority, roles=frozenset({SYSTEM_ROLE}))


APPLICANT_ROLE = "applicant"


def applicant(authority: str, *, application: int | None = None) -> Actor:
    """Whoever has proved number and code of this application; None: somebody who is about to begin one."""
    key = "applicant" if application is None else f"applicant:{application}"
    return Actor(key=key, name="申请人", authority=authority, roles=frozenset({APPLICANT_ROLE}))
