"""Profiles built from others: parents brought in, controls chosen, left out with reason, or overridden."""

from collections.abc import Callable

from auditor.core.errors import ConfigurationError
from auditor.core.profile import Control, Override, Profile, ProfileFile, Section

Loader = Callable[[str], ProfileFile]


def resolve(profile_id: str, load: Loader) -> Profile:
    """The profile `profile_id` with its parents brought in.

    `load` gives the file of an id. Raises ConfigurationError for a cycle, a duplicate id, or an
    exclusion, inclusion or override of a control that the parents do not have.
    """
    return _resolve(profile_id, load, ())


def _resolve(profile_id: str, load: Loader, path: tuple[str, ...]) -> Profile:
    if profile_id in path:
        raise ConfigurationError(f"profiles extend each other in a circle: {' → '.join((*path, profile_id))}")
    file = load(profile_id)
    parent = _resolve(file.extends, load, (*path, profile_id)) if file.extends else None
    if parent is None and (file.include or file.exclude or file.override):
        raise ConfigurationError(
            f"profile {file.id} includes, excludes or overrides controls, but extends no profile",
            'name the parent with extends = "seed-2018"',
        )
    sections = _inherit(parent, file) if parent else ()
    merged = _merge(sections, file.section)
    _refuse_duplicates(file, merged)
    return Profile(
        id=file.id,
        version=file.version,
        title=file.title,
        description=file.description,
        sections=merged,
        excluded=(*(parent.excluded if parent else ()), *file.exclude),
    )


def _inherit(parent: Profile, file: ProfileFile) -> tuple[Section, ...]:
    known = {c.id for c in parent.controls}
    named = [*file.include, *(e.id for e in file.exclude), *(o.id for o in file.override)]
    for control_id in named:
        if control_id not in known:
            raise ConfigurationError(f"profile {file.id}: its parent {parent.id} has no control {control_id}")
    _refuse_contradictions(file)
    dropped = {e.id for e in file.exclude}
    overrides = {o.id: o for o in file.override}
    kept = []
    for section in parent.sections:
        controls = tuple(
            _override(c, overrides.get(c.id))
            for c in section.control
            if c.id not in dropped and (not file.include or c.id in file.include)
        )
        if controls:
            kept.append(section.model_copy(update={"control": controls}))
    return tuple(kept)


def _refuse_contradictions(file: ProfileFile) -> None:
    """A control named twice, or both left out and kept, is a slip that would change the audit silently."""
    excluded, overridden = [e.id for e in file.exclude], [o.id for o in file.override]
    for verb, ids in (("includes", file.include), ("excludes", excluded), ("overrides", overridden)):
        for number, control_id in enumerate(ids):
            if control_id in ids[:number]:
                raise ConfigurationError(f"profile {file.id} {verb} {control_id} twice")
    for control_id in excluded:
        if control_id in file.include or control_id in overridden:
            raise ConfigurationError(f"profile {file.id} leaves {control_id} out and keeps it as well")


def _override(control: Control, override: Override | None) -> Control:
    if override is None:
        return control
    changes = override.model_dump(exclude_none=True, exclude={"id"})
    return Control.model_validate({**control.model_dump(), **changes})


def _merge(inherited: tuple[Section, ...], own: tuple[Section, ...]) -> tuple[Section, ...]:
    """Own sections after inherited ones; controls of a section already there are added to it."""
    merged = {section.id: section for section in inherited}
    for section in own:
        there = merged.get(section.id)
        merged[section.id] = (
            section
            if there is None
            else there.model_copy(update={"control": (*there.control, *section.control)})
        )
    return tuple(merged.values())


def _refuse_duplicates(file: ProfileFile, sections: tuple[Section, ...]) -> None:
    seen: set[str] = set()
    for section in sections:
        for control in section.control:
            if control.id.casefold() in seen:
                raise ConfigurationError(f"profile {file.id}: control {control.id} stands in it twice")
            seen.add(control.id.casefold())
    if not seen:
        raise ConfigurationError(f"profile {file.id} has no controls")
