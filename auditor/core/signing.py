"""Sign-off: who stands for a record, and whether it is still what they signed."""

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


def sign(record: AuditRecord, role: str, name: str, at: datetime) -> AuditRecord:
    """`record` signed by `name` in a role; an earlier signature of that role is replaced.

    `role` is one of ROLES or its beginning. Raises ConfigurationError for any other, and for one person
    in two roles: each signs for having looked at what the others did.
    """
    wanted, who = _role(role), name.strip()
    if not who:
        raise ConfigurationError("a signature needs a name")
    rest = tuple(s for s in record.signature if s.role != wanted)
    if any(s.name.casefold() == who.casefold() for s in rest):
        raise ConfigurationError(f"{who} has signed in another role", "each role is another person")
    signature = Signature(role=wanted, name=who, at=at, digest=digest(record))
    return record.model_copy(update={"signature": (*rest, signature)})


def signatures(record: AuditRecord) -> tuple[SignatureState, ...]:
    """Every signature with its state."""
    now = digest(record)
    return tuple(SignatureState(s, s.digest == now) for s in record.signature)


def signed_off(record: AuditRecord) -> bool:
    """True when every required role has signed the record as it is."""
    return {s.signature.role for s in signatures(record) if s.intact} >= set(REQUIRED)


def _role(text: str) -> str:
    """The role that `text` names, in full or by its beginning ("executive")."""
    given = " ".join(text.casefold().split())
    found = [role for role in ROLES if given and role.startswith(given)]
    if len(found) != 1:
        raise ConfigurationError(f"nobody signs as “{text}”", f"roles: {', '.join(ROLES)}")
    return found[0]
