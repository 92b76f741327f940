"""The file of the confidential facts on disk, and the key for fingerprints that it holds."""

from contextlib import suppress
from pathlib import Path

from auditor.confidential import Facts
from auditor.confidential.fingerprints import KEY, with_key
from auditor.core.errors import AuditorError
from auditor.store.files import write_atomic
from auditor.store.toml_files import parse_table, read_table, read_text


def read_facts(path: Path) -> Facts:
    """The facts in a workspace's confidential.toml, which is given a key when it has none.

    Raises ConfigurationError when it cannot be read.
    """
    give_key(path)
    return Facts.from_table(read_table(path))


def give_key(path: Path) -> None:
    """Put a key for fingerprints at the top of a confidential.toml that has none.

    What cannot be read or written is left as it is: its reader says what is wrong, and without a key of
    their own fingerprints hold for one run.
    """
    with suppress(AuditorError):
        text = read_text(path)
        if KEY not in parse_table(text, path.name):
            write_atomic(path, with_key(text).encode())
