"""The file of the confidential facts on disk, and the key for fingerprints that it holds."""

import os
from contextlib import suppress
from pathlib import Path

from auditor.confidential import Facts
from auditor.confidential.fingerprints import KEY, with_key
from auditor.core.errors import AuditorError
from auditor.store.files import write_atomic
from auditor.store.root import FACT_VARIABLES
from auditor.store.toml_files import parse_table, read_table, read_text


def read_facts(path: Path) -> Facts:
    """The facts in a workspace's confidential.toml, which is given a key when it has none.

    Raises ConfigurationError when it cannot be read.
    """
    give_key(path)
    return Facts.from_table(read_table(path))


def facts_at_hand(path: Path | None) -> Facts | None:
    """The facts that hold here, with the confidential.toml at `path` if there is a workspace; None for none.

    One rule for every command: AUDITOR_CONFIDENTIAL takes the place of the file, and what AUDITOR_ADDRESS and
    AUDITOR_PHONES name is searched for as well. They add and never replace: a report written where one
    of them happens to be set still masks what the file holds. Raises ConfigurationError naming file or
    variable and line, never a value.
    """
    if text := os.environ.get("AUDITOR_CONFIDENTIAL"):
        table, name = parse_table(text, "AUDITOR_CONFIDENTIAL"), "AUDITOR_CONFIDENTIAL"
    elif path is not None and path.is_file():
        table, name = read_table(path), path.name
    elif any(os.environ.get(variable) for variable in FACT_VARIABLES):
        table, name = {}, ""
    else:
        return None
    return Facts.from_environment(table, os.environ, name).keyed(os.environ)


def give_key(path: Path) -> None:
    """Put a key for fingerprints at the top of a confidential.toml that has none.

    What cannot be read or written is left as it is: its reader says what is wrong, and without a key of
    their own fingerprints hold for one run.
    """
    with suppress(AuditorError):
        text = read_text(path)
        if KEY not in parse_table(text, path.name):
            write_atomic(path, with_key(text).encode())
