"""A profile: the checklist, as sections of controls. Data only; it never names code."""

import re
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

# OSCAL's token form, so that ids carry over into every format unchanged.
_ID = re.compile(r"^[A-Za-z_][A-Za-z0-9._-]*$")
Identifier = Annotated[str, StringConstraints(pattern=_ID.pattern, max_length=64)]
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Review(StrEnum):
    """How often a control must be looked at again."""

    QUARTERLY = "quarterly"
    YEARLY = "yearly"


class Source(_Model):
    """Where a control comes from: a document and the place in it.

    `confirmed` is False for general knowledge that nobody has yet read in the original; reports say so.
    """

    title: Words
    place: str = ""
    url: str = ""
    confirmed: bool = True


class Control(_Model):
    """One question of the checklist.

    `weight` runs from 1 to 5. A `critical` control that fails closes the gate at any score. `review`
    says how long an answer stays fresh. `checks` names automated checks that pre-fill it. `sample`
    names what is counted when the answer is "9 of 12" ("vehicles"). `location` marks controls that
    only make sense where a site's place is kept from the public.
    """

    id: Identifier
    question: Words
    why: Words
    how_to_verify: Words
    evidence: Words
    remedy: Words
    weight: int = Field(ge=1, le=5)
    critical: bool = False
    waivable: bool = True
    review: Review = Review.QUARTERLY
    checks: tuple[Identifier, ...] = ()
    sources: tuple[Source, ...] = ()
    sample: str = ""
    location: bool = False


class Section(_Model):
    """A group of controls with one subject."""

    id: Identifier
    title: Words
    intro: str = ""
    control: tuple[Control, ...] = ()


class Exclusion(_Model):
    """A control of the parent profile left out, and why."""

    id: Identifier
    reason: Words


class Override(_Model):
    """Values of an inherited control that this profile changes. Absent values stay as inherited."""

    id: Identifier
    question: Words | None = None
    why: Words | None = None
    how_to_verify: Words | None = None
    evidence: Words | None = None
    remedy: Words | None = None
    weight: int | None = Field(default=None, ge=1, le=5)
    critical: bool | None = None
    waivable: bool | None = None
    review: Review | None = None
    sample: str | None = None
    location: bool | None = None


class ProfileFile(_Model):
    """A profile as written in TOML, before its parents are brought in."""

    schema_version: Literal[1] = Field(alias="schema")
    id: Identifier
    version: Words
    title: Words
    description: Words
    extends: Identifier | None = None
    include: tuple[Identifier, ...] = ()
    exclude: tuple[Exclusion, ...] = ()
    override: tuple[Override, ...] = ()
    section: tuple[Section, ...] = ()


class Profile(_Model):
    """A checklist ready to use: parents brought in, exclusions and overrides applied."""

    id: Identifier
    version: str
    title: str
    description: str
    sections: tuple[Section, ...]
    excluded: tuple[Exclusion, ...] = ()

    @property
    def controls(self) -> tuple[Control, ...]:
        """Every control, in the order of the checklist."""
        return tuple(control for section in self.sections for control in section.control)

    def control(self, control_id: str) -> Control | None:
        """The control of that id, whatever the case of its letters; None when there is none."""
        wanted = control_id.casefold()
        return next((c for c in self.controls if c.id.casefold() == wanted), None)

    def section_of(self, control_id: str) -> Section:
        """The section that holds the control. Raises KeyError when none does."""
        for section in self.sections:
            if any(control.id == control_id for control in section.control):
                return section
        raise KeyError(control_id)
