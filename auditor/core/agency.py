"""The agency's public facts, as `agency.toml` holds them. Nothing here is confidential."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, field_validator

from auditor.core.profile import Identifier
from auditor.core.status import LocationModel

_Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500)]


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Site(_Model):
    """A place where the agency works, known by its label alone."""

    label: _Line
    location_model: LocationModel
    reasons: str = ""


class Public(_Model):
    """What the agency publishes on purpose; never reported as a leak."""

    addresses: tuple[_Line, ...] = ()
    phones: tuple[_Line, ...] = ()
    people: tuple[_Line, ...] = ()


class Identifiers(_Model):
    """Public identifiers, the only thing that a request to a public register may carry."""

    ein: str = ""
    npi: str = ""
    uei: str = ""
    charity_number: str = ""
    domain: str = ""


class SourceSetting(_Model):
    """One outside source: asked only when the user turned it on."""

    enabled: bool = False
    base_url: str = ""


class Agency(_Model):
    """The agency under audit."""

    schema_version: Literal[1] = Field(default=1, alias="schema")
    name: _Line
    websites: tuple[_Line, ...] = ()
    subdomains: tuple[_Line, ...] = ()
    profile: Identifier = "seed-2018"
    site: tuple[Site, ...] = ()
    public: Public = Public()
    identifiers: Identifiers = Identifiers()
    sources: dict[str, SourceSetting] = {}

    @field_validator("websites", "subdomains")
    @classmethod
    def _no_login(cls, values: tuple[str, ...]) -> tuple[str, ...]:
        if any("@" in value.split("://")[-1].split("/")[0] for value in values):
            raise ValueError("a website's address holds a name or password; set AUDITOR_HTTP_HEADERS instead")
        return values

    @property
    def open_only(self) -> bool:
        """True when every site is open to the public on purpose, so that no location is to be kept."""
        return bool(self.site) and all(s.location_model is LocationModel.PUBLIC for s in self.site)

    @property
    def has_open_site(self) -> bool:
        """True when at least one site is open to the public on purpose."""
        return any(s.location_model is LocationModel.PUBLIC for s in self.site)
