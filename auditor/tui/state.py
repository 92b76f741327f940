"""What the terminal face remembers of a workspace between two visits. Nothing confidential."""

import tomllib
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Self

from auditor.core.errors import AuditorError

FILE = ".auditor-state.toml"


@dataclass(frozen=True, slots=True)
class UiState:
    """Who answers, where they left, how it looks, after how many idle minutes to hide (0: never).

    `still` switches animations off.
    """

    name: str = ""
    control: str = ""
    theme: str = ""
    idle_minutes: int = 10
    still: bool = False

    @classmethod
    def load(cls, root: Path) -> Self:
        """The state kept in `root`; the defaults when there is none, or none that can be read."""
        try:
            table = tomllib.loads((root / FILE).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return cls()
        known = {
            f.name: table[f.name]
            for f in fields(cls)
            if type(table.get(f.name)) is type(getattr(cls(), f.name))
        }
        return cls(**known)

    def keep(self, root: Path, **changes: str | int) -> Self:
        """A copy with `changes`, written to `root`. A folder that cannot be written costs only the memory."""
        import tomli_w

        from auditor.store.files import write_atomic

        state = replace(self, **changes)  # type: ignore[arg-type] # field names are checked by the dataclass
        try:
            write_atomic(root / FILE, tomli_w.dumps(asdict(state)).encode())
        except AuditorError:
            return state
        return state
