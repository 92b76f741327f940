"""Golden files: run with WRITE_GOLDEN=1 to write them, then read what changed."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))


@pytest.fixture
def golden() -> Callable[[str, bytes], None]:
    def compare(name: str, data: bytes) -> None:
        path = HERE / "golden" / name
        if os.environ.get("WRITE_GOLDEN"):
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(data)
        assert data == path.read_bytes(), f"{name} changed"

    return compare
