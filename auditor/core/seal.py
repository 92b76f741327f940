"""Hashes of a record: of the whole, for signatures, and of its parts, so that a change can be named."""

import hashlib
import json
from collections.abc import Mapping

from pydantic import BaseModel

from auditor.core.record import AuditRecord


def digest(record: AuditRecord) -> str:
    """The SHA-256 in hex of everything that people sign: the record without its signatures."""
    return _hash(record.model_copy(update={"signature": ()}))


def parts_of(record: AuditRecord) -> dict[str, str]:
    """A short hash for each part of a record, under a name that people understand: `answer LOC-01`."""
    parts: dict[str, BaseModel] = {"head": record.model_copy(update=dict.fromkeys(_LISTS, ()))}
    parts |= {f"answer {a.control}": a for a in record.answer}
    parts |= {f"run {number}": run for number, run in enumerate(record.run, 1)}
    parts |= {f"finding {f.id}": f for f in record.finding}
    parts |= {f"ruling {r.finding}": r for r in record.ruling}
    parts |= {f"waiver {w.id}": w for w in record.waiver}
    parts |= {f"action {a.id}": a for a in record.action}
    parts |= {f"signature {number}": s for number, s in enumerate(record.signature, 1)}
    parts |= {f"missed {m.period}": m for m in record.missed}
    return {name: _hash(part)[:16] for name, part in parts.items()}


_LISTS = ("answer", "run", "finding", "ruling", "waiver", "action", "signature", "missed")


def differences(known: Mapping[str, str], found: Mapping[str, str]) -> tuple[str, ...]:
    """What differs between two sets of parts, in words: `answer LOC-01 was changed`."""
    words = []
    for name in sorted(known.keys() | found.keys()):
        if name not in found:
            words.append(f"{name} was removed")
        elif name not in known:
            words.append(f"{name} was added")
        elif known[name] != found[name]:
            words.append(f"{name} was changed")
    return tuple(words)


def _hash(part: BaseModel) -> str:
    """Of the values alone, in a fixed order, whatever the layout of the file. Defaults are left out, so
    that an optional field added by a newer version does not make an older signature look broken."""
    table = part.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    text = json.dumps(table, sort_keys=True, ensure_ascii=True)
    return hashlib.sha256(text.encode()).hexdigest()
