"""Who may do what."""

from collections.abc import Collection
from enum import StrEnum
from typing import Final

from budget.reference import Reference
from store.role import Role
from store.signed_in import SignedIn


class Act(StrEnum):
    """What a role can allow."""

    SUBMIT = "ajukan"
    REVIEW = "tinjau"
    WITHDRAW = "tarik"
    SEE_AUDIT = "lihat jejak audit"
    MANAGE = "kelola akun"


_ROLES: Final = {
    Act.SUBMIT: {Role.OPERATOR, Role.PENINJAU, Role.ADMIN},
    Act.REVIEW: {Role.PENINJAU, Role.ADMIN},
    Act.WITHDRAW: {Role.PENINJAU, Role.ADMIN},
    Act.SEE_AUDIT: {Role.PENINJAU, Role.ADMIN},
    Act.MANAGE: {Role.ADMIN},
}


def may(person: SignedIn, act: Act, satker: Collection[str] = ()) -> bool:
    """Whether a person may do something to what belongs to these units.

    Whoever still has a one-time password, or has not given the second factor, may nothing. That nobody approves what
    they handed in themselves is judged where the submission is known (`store.approve`).

    Args:
        person: Who is signed in.
        act: What.
        satker: Codes of the units whose figures are concerned, read from the rows of a file, never from its name.
    """
    return person.ready and person.role in _ROLES[act] and all(_within(person, kode) for kode in satker)


def _within(person: SignedIn, kode_satker: str) -> bool:
    if person.role == Role.ADMIN:
        return True
    if person.role == Role.OPERATOR:
        return kode_satker == person.lingkup
    unit = Reference.load().by_kode_satker.get(kode_satker)
    return unit is not None and person.lingkup is not None and unit.kode_wilayah.startswith(person.lingkup)
