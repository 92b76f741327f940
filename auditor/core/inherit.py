"""Profiles built from others: parents brought in, controls chosen, left out with reason, or overridden."""

import difflib
from collections.abc import Callable, Iterator

from auditor.core.errors import ConfigurationError, ProfileError
from auditor.core.profile import Control, Override, Profile, ProfileFile, Section

Loader = Callable[[str], ProfileFile]
Place = tuple[str | int, ...]


def resolve(profile_id: str, load: Loader) -> Profile:
    """The profile `profile_id` with its parents brought in.

    `load` gives the file of an id. Raises ConfigurationError for a cycle, a duplicate id, or an
    exclusion, inclusion or override of a control that the parents do not have.
    """
    return _resolve(profile_id, load, ())


def _resolve(profile_id: str, load: Loader, path: tuple[str, ...]) -> Profile:
    if profile_id in path:
        circle = " → ".join((*path, profile_id))
        raise ProfileError(
            f"profiles extend each other in a circle: {circle}", profile=path[-1], location=("extends",)
        )
    file = _loaded(profile_id, load, path)
    parent = _resolve(file.extends, load, (*path, profile_id)) if file.extends else None
    if parent is None and (file.include or file.exclude or file.override):
        raise ProfileError(
            f"profile {file.id} includes, excludes or overrides controls, but extends no profile",
            'name the parent with extends = "seed-2018"',
            profile=file.id,
            location=next(_named(file))[1][:1],
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


def _loaded(profile_id: str, load: Loader, path: tuple[str, ...]) -> ProfileFile:
    """The file of an id; a parent that there is not is the fault of the file that names it."""
    try:
        return load(profile_id)
    except ProfileError as error:
        if path and error.profile == profile_id and not error.location:
            raise ProfileError(error.message, error.tip, profile=path[-1], location=("extends",)) from None
        raise


def _named(file: ProfileFile) -> Iterator[tuple[str, Place]]:
    """Every control that a file includes, excludes or overrides, and where it says so."""
    yield from ((control_id, ("include",)) for control_id in file.include)
    yield from ((e.id, ("exclude", number, "id")) for number, e in enumerate(file.exclude))
    yield from ((o.id, ("override", number, "id")) for number, o in enumerate(file.override))


def _inherit(parent: Profile, file: ProfileFile) -> tuple[Section, ...]:
    known = {c.id for c in parent.controls}
    for control_id, place in _named(file):
        if control_id not in known:
            close = difflib.get_close_matches(control_id, known, n=1)
            raise ProfileError(
                f"profile {file.id}: its parent {parent.id} has no control {control_id}",
                f"did you mean {close[0]}?" if close else f"see `auditor profile show {parent.id}`",
                profile=file.id,
                location=place,
            )
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
    seen: set[tuple[str, str | int]] = set()
    for control_id, place in _named(file):
        verb = str(place[0])
        if (control_id, verb) in seen:
            raise ProfileError(
                f"profile {file.id} {verb}s {control_id} twice", profile=file.id, location=place
            )
        seen.add((control_id, verb))
    for control_id, place in _named(file):
        if place[0] != "exclude" and (control_id, "exclude") in seen:
            raise ProfileError(
                f"profile {file.id} leaves {control_id} out and keeps it as well",
                profile=file.id,
                location=place,
            )


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
    own = {
        control.id.casefold(): ("section", i, "control", j, "id")
        for i, section in enumerate(file.section)
        for j, control in enumerate(section.control)
    }
    seen: set[str] = set()
    for section in sections:
        for control in section.control:
            if control.id.casefold() in seen:
                raise ProfileError(
                    f"profile {file.id}: control {control.id} stands in it twice",
                    profile=file.id,
                    location=own.get(control.id.casefold(), ()),
                )
            seen.add(control.id.casefold())
    if not seen:
        raise ConfigurationError(f"profile {file.id} has no controls")
