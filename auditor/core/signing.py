"""Sign-off: who stands for a record, and whether it is still what they signed."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from auditor.core.errors import ConfigurationError
from auditor.core.record import AuditRecord, Signature
from auditor.core.seal import digest

REQUIRED = ("auditor", "safety lead", "executive director")
ROLES = (*REQUIRED, "board chair")


@dataclass(frozen=True, slots=True)
class SignatureState:
    """A signature, and whether the record is still the one that was signed."""

    signature: Signature
    intact: bool


def sign(record: AuditRecord, role: str, name: str, at: datetime, *, replace: bool = False) -> AuditRecord:
    """`record` signed by `name` in a role, or signed anew by who has signed in it before.

    `role` is one of ROLES or its beginning. Raises ConfigurationError for any other; for one person in two
    roles: each signs for having looked at what the others did; and for a role in which another person has
    signed, unless `replace` says that their signature is to go.
    """
    wanted, who = role_of(role), name.strip()
    if not who:
        raise ConfigurationError("a signature needs a name")
    earlier = signature_in(record, wanted)
    if earlier and not replace and earlier.name.casefold() != who.casefold():
        raise ConfigurationError(
            f"{earlier.name} has signed as {wanted} on {earlier.at.date()}",
            "to sign in their place give --replace; the ledger keeps both",
        )
    rest = tuple(s for s in record.signature if s.role != wanted)
    if any(s.name.casefold() == who.casefold() for s in rest):
        raise ConfigurationError(f"{who} has signed in another role", "each role is another person")
    signature = Signature(role=wanted, name=who, at=at, digest=digest(record))
    return record.model_copy(update={"signature": (*rest, signature)})


def unsign(record: AuditRecord, role: str, name: str) -> AuditRecord:
    """`record` without the signature that `name` gave in a role.

    Raises ConfigurationError when there is none, when it is another's, and when somebody has signed since:
    a signature stays once another stands on it.
    """
    wanted = role_of(role)
    signature = signature_in(record, wanted)
    if signature is None:
        raise ConfigurationError(f"nobody has signed as {wanted}")
    if signature.name.casefold() != name.strip().casefold():
        raise ConfigurationError(
            f"only {signature.name} takes back the signature as {wanted}", "give that name with --name"
        )
    refuse_signed_upon(record, {wanted})
    return record.model_copy(update={"signature": tuple(s for s in record.signature if s != signature)})


def refuse_signed_upon(record: AuditRecord, roles: Collection[str]) -> None:
    """Raise ConfigurationError when another role has signed after `roles` did."""
    last = record.signature[-1]
    if last.role not in roles:
        raise ConfigurationError(
            f"{last.name} has signed since as {last.role}", "a signature stays once another stands on it"
        )


def signature_in(record: AuditRecord, role: str) -> Signature | None:
    """Who has signed in one of ROLES, if anybody has."""
    return next((s for s in record.signature if s.role == role), None)


def signatures(record: AuditRecord) -> tuple[SignatureState, ...]:
    """Every signature with its state."""
    now = digest(record)
    return tuple(SignatureState(s, s.digest == now) for s in record.signature)


def signed_off(record: AuditRecord) -> bool:
    """True when every required role has signed the record as it is."""
    return {s.signature.role for s in signatures(record) if s.intact} >= set(REQUIRED)


def role_of(text: str) -> str:
    """The role that `text` names, in full or by its beginning ("executive"). Raises ConfigurationError."""
    given = " ".join(text.casefold().split())
    found = [role for role in ROLES if given and role.startswith(given)]
    if len(found) != 1:
        raise ConfigurationError(f"nobody signs as “{text}”", f"roles: {', '.join(ROLES)}")
    return found[0]
