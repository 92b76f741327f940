"""Profiles on disk: those shipped with the program, and an agency's own in its workspace."""

import json
from importlib.resources import files
from pathlib import Path

from auditor.core.errors import ConfigurationError
from auditor.core.inherit import resolve
from auditor.core.profile import Profile, ProfileFile, profile_schema
from auditor.store.toml_files import build_model, parse_table, read_model

FOLDER = "profiles"
INDEX = "ids.json"
__all__ = ["load_profile", "own_ids", "profile_schema", "shipped_ids", "validate_file"]


def shipped_ids() -> tuple[str, ...]:
    """The ids of the profiles that come with the program."""
    names = (entry.name for entry in files("profiles").iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))


def own_ids(workspace: Path | None) -> tuple[str, ...]:
    """The ids of the agency's own profiles, from `profiles/` in its workspace."""
    folder = workspace / FOLDER if workspace else None
    if folder is None or not folder.is_dir():
        return ()
    return tuple(sorted(path.stem for path in folder.glob("*.toml")))


def load_profile(profile_id: str, workspace: Path | None = None) -> Profile:
    """The profile ready to use. Raises ConfigurationError when it, or a parent of it, cannot be used."""
    return resolve(profile_id, lambda wanted: _read(wanted, workspace))


def validate_file(path: Path, workspace: Path | None = None) -> Profile:
    """The profile that the file at `path` makes. Raises ConfigurationError naming file, line and key.

    Parents are looked for beside the file, in the workspace, and among the shipped ones.
    """
    file = read_model(ProfileFile, path)
    refuse_other_meanings(file)
    if path.stem != file.id:
        raise ConfigurationError(f"{path.name} holds the id “{file.id}”", f"call the file {file.id}.toml")

    def load(wanted: str) -> ProfileFile:
        beside = path.parent / f"{wanted}.toml"
        if wanted == file.id:
            return file
        if beside.is_file() and wanted not in shipped_ids():
            return read_model(ProfileFile, beside)
        return _read(wanted, workspace)

    return resolve(file.id, load)


def refuse_other_meanings(file: ProfileFile) -> None:
    """Raise ConfigurationError for a control whose id has long stood for another question.

    Answers, evidence and trends are kept by id: an id that changed its meaning would make them lie. The
    shipped index holds, for each id ever shipped, the hashes of the wordings of its question. A checklist
    that stands alone has ids of its own and is left alone.
    """
    if file.extends is None and file.id not in shipped_ids():
        return
    known: dict[str, list[str]] = json.loads(files("profiles").joinpath(INDEX).read_text(encoding="utf-8"))
    for section in file.section:
        for control in section.control:
            meanings = known.get(control.id.upper())
            if meanings is not None and control.meaning not in meanings:
                raise ConfigurationError(
                    f"profile {file.id}: {control.id} stands for another question in the shipped profiles",
                    "give the control an id of its own, or extend the profile and override the words",
                )


def _read(profile_id: str, workspace: Path | None) -> ProfileFile:
    own, shipped = own_ids(workspace), shipped_ids()
    if profile_id in own and profile_id in shipped:
        raise ConfigurationError(
            f"the workspace's profile {profile_id} has the id of a shipped one",
            "give it another id and extend it",
        )
    if workspace is not None and profile_id in own:
        file = read_model(ProfileFile, workspace / FOLDER / f"{profile_id}.toml")
    elif profile_id in shipped:
        name = f"{profile_id}.toml"
        text = files("profiles").joinpath(name).read_text(encoding="utf-8")
        file = build_model(ProfileFile, parse_table(text, name), name, text)
    else:
        raise ConfigurationError(
            f"there is no profile “{profile_id}”", _nearest_profile(profile_id, (*own, *shipped))
        )
    refuse_other_meanings(file)
    if file.id != profile_id:
        raise ConfigurationError(f"{profile_id}.toml holds the id “{file.id}”", "name the file after its id")
    return file


def _nearest_profile(profile_id: str, known: tuple[str, ...]) -> str:
    import difflib

    close = difflib.get_close_matches(profile_id, known, n=1)
    return f"did you mean {close[0]}?" if close else f"known: {', '.join(known)}"
