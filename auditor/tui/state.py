"""What the terminal face remembers of a workspace between two visits. Nothing confidential."""

from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Self

import tomli_w

from auditor.core.errors import AuditorError
from auditor.store.files import write_atomic
from auditor.store.toml_files import read_table

FILE = ".auditor-state.toml"


@dataclass(frozen=True, slots=True)
class UiState:
    """Who answers, where they left, how it looks, after how many idle minutes to hide (0: never)."""

    name: str = ""
    control: str = ""
    theme: str = ""
    idle_minutes: int = 10

    @classmethod
    def load(cls, root: Path) -> Self:
        """The state kept in `root`; the defaults when there is none, or none that can be read."""
        try:
            table = read_table(root / FILE)
        except AuditorError:
            return cls()
        known = {
            f.name: table[f.name]
            for f in fields(cls)
            if type(table.get(f.name)) is type(getattr(cls(), f.name))
        }
        return cls(**known)

    def keep(self, root: Path, **changes: str | int) -> Self:
        """A copy with `changes`, written to `root`. A folder that cannot be written costs only the memory."""
        state = replace(self, **changes)  # type: ignore[arg-type] # field names are checked by the dataclass
        try:
            write_atomic(root / FILE, tomli_w.dumps(asdict(state)).encode())
        except AuditorError:
            return state
        return state
