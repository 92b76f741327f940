"""A record as TOML, list by list: what is the same as last time is neither written nor read back again.

The lists stand one after the other in the file, each as it is written alone; the keys before them.
"""

from functools import partial
from typing import Any

from auditor.core.errors import WorkspaceError
from auditor.core.kept import Kept
from auditor.core.record import AuditRecord
from auditor.store.toml_files import build_model, parse_table, write_model

LISTS = tuple(name for name, field in AuditRecord.model_fields.items() if field.default == ())


def write_record(record: AuditRecord, name: str, kept: Kept) -> bytes:
    """`record` as TOML, for the file `name`. Raises WorkspaceError for what would not read back as it was."""
    bare = record.model_copy(update=dict.fromkeys(LISTS, ()))
    head = _written(bare, name)
    lists = []
    for which in LISTS:
        if items := getattr(record, which):
            alone = bare.model_copy(update={which: items})
            lists.append(kept.get(f"text of {which}", items, partial(_list_text, alone, head, name)))
    # A short list may stand on one line as a plain key; those come before the first header.
    return b"".join([head, *sorted(lists, key=lambda text: text.lstrip().startswith(b"["))])


def _list_text(alone: AuditRecord, head: bytes, name: str) -> bytes:
    """What a record with one list adds to the keys that each has."""
    text = _written(alone, name)
    assert text.startswith(head)
    return text[len(head) :]


def _written(record: AuditRecord, name: str) -> bytes:
    """`record` as TOML that reads back as the same record."""
    data = write_model(record)
    table: dict[str, Any] = parse_table(data.decode(), name)
    if build_model(AuditRecord, table, name) != record:
        raise WorkspaceError(f"{name} would not read back as it was; nothing was saved")
    return data
