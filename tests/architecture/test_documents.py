"""The documents name what the program reads."""

from pathlib import Path

import pytest
from pydantic import BaseModel

from auditor.confidential.reader import KEYS
from auditor.core.agency import Agency, Identifiers, Public, Site, SourceSetting

DOCUMENT = (Path(__file__).parents[2] / "docs" / "workspace.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("model", [Agency, Site, Public, Identifiers, SourceSetting])
def test_every_key_of_agency_toml_is_documented(model: type[BaseModel]) -> None:
    for name, field in model.model_fields.items():
        key = field.alias or name
        assert any(form in DOCUMENT for form in (f"{key} =", f"`{key}`", f"[{key}]", f"[{key}.")), key


@pytest.mark.parametrize("section", KEYS)
def test_every_key_of_confidential_toml_is_documented(section: str) -> None:
    _, _, text = DOCUMENT.partition(f"[[{section}]]\nlabel")
    entry, _, _ = text.partition("[[")
    assert entry
    for key in KEYS[section]:
        assert key == "label" or f"\n{key} =" in entry, (section, key)
