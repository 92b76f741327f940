"""Profiles on disk: those shipped with the program, and an agency's own in its workspace."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

from auditor.core.errors import ConfigurationError, ProfileError
from auditor.core.inherit import resolve
from auditor.core.profile import Profile, ProfileFile, profile_schema
from auditor.store.toml_files import build_model, parse_table, read_text
from auditor.store.toml_lines import line_of

FOLDER = "profiles"
INDEX = "ids.json"
__all__ = ["file_of", "load_profile", "own_ids", "profile_schema", "shipped_ids", "validate_file"]


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


def file_of(name: str, workspace: Path | None) -> Path:
    """The file that `name` means: a path, or the id of a profile in the workspace.

    Raises ConfigurationError when it is neither.
    """
    path = Path(name)
    if path.is_file():
        return path
    if workspace is not None and name in own_ids(workspace):
        return workspace / FOLDER / f"{name}.toml"
    if name in shipped_ids():
        raise ConfigurationError(f"{name} comes with the program, and is valid", "name a file of your own")
    own = ", ".join(own_ids(workspace)) or "none"
    raise ConfigurationError(f"there is no file “{name}”", f"profiles of this workspace: {own}")


def load_profile(profile_id: str, workspace: Path | None = None) -> Profile:
    """The profile ready to use. Raises ConfigurationError when it, or a parent of it, cannot be used."""
    texts: dict[str, tuple[str, str]] = {}
    with _naming_lines(texts):
        return resolve(profile_id, lambda wanted: _read(wanted, workspace, texts))


def validate_file(path: Path, workspace: Path | None = None) -> Profile:
    """The profile that the file at `path` makes. Raises ConfigurationError naming file, line and key.

    Parents are looked for beside the file, in the workspace, and among the shipped ones.
    """
    texts: dict[str, tuple[str, str]] = {}
    file = _file(path, texts)
    if path.stem != file.id:
        raise ConfigurationError(f"{path.name} holds the id “{file.id}”", f"call the file {file.id}.toml")

    def load(wanted: str) -> ProfileFile:
        beside = path.parent / f"{wanted}.toml"
        if wanted == file.id:
            return file
        if beside.is_file() and wanted not in shipped_ids():
            return _file(beside, texts)
        return _read(wanted, workspace, texts)

    with _naming_lines(texts):
        refuse_other_meanings(file)
        return resolve(file.id, load)


@contextmanager
def _naming_lines(texts: Mapping[str, tuple[str, str]]) -> Iterator[None]:
    """Put file and line before what is wrong with a profile. `texts` has name and text of each file read."""
    try:
        yield
    except ProfileError as error:
        if error.profile not in texts:
            raise
        name, text = texts[error.profile]
        line = line_of(text, error.location)
        where = f"{name}, line {line}" if line else name
        raise ConfigurationError(f"{where}: {error.message}", error.tip) from None


def _file(path: Path, texts: dict[str, tuple[str, str]]) -> ProfileFile:
    text = read_text(path)
    file = build_model(ProfileFile, parse_table(text, path.name), path.name, text)
    texts[file.id] = (path.name, text)
    return file


def refuse_other_meanings(file: ProfileFile) -> None:
    """Raise ConfigurationError for a control whose id has long stood for another question.

    Answers, evidence and trends are kept by id: an id that changed its meaning would make them lie. The
    shipped index holds, for each id ever shipped, the hashes of the wordings of its question. A checklist
    that stands alone has ids of its own and is left alone.
    """
    if file.extends is None and file.id not in shipped_ids():
        return
    known: dict[str, list[str]] = json.loads(files("profiles").joinpath(INDEX).read_text(encoding="utf-8"))
    for i, section in enumerate(file.section):
        for j, control in enumerate(section.control):
            meanings = known.get(control.id.upper())
            if meanings is not None and control.meaning not in meanings:
                raise ProfileError(
                    f"profile {file.id}: {control.id} stands for another question in the shipped profiles",
                    "give the control an id of its own, or extend the profile and override the words",
                    profile=file.id,
                    location=("section", i, "control", j, "id"),
                )


def _read(profile_id: str, workspace: Path | None, texts: dict[str, tuple[str, str]]) -> ProfileFile:
    own, shipped = own_ids(workspace), shipped_ids()
    if profile_id in own and profile_id in shipped:
        raise ConfigurationError(
            f"the workspace's profile {profile_id} has the id of a shipped one",
            "give it another id and extend it",
        )
    if workspace is not None and profile_id in own:
        file = _file(workspace / FOLDER / f"{profile_id}.toml", texts)
    elif profile_id in shipped:
        name = f"{profile_id}.toml"
        text = files("profiles").joinpath(name).read_text(encoding="utf-8")
        file = build_model(ProfileFile, parse_table(text, name), name, text)
    else:
        tip = _nearest_profile(profile_id, (*own, *shipped))
        raise ProfileError(f"there is no profile “{profile_id}”", tip, profile=profile_id, location=())
    refuse_other_meanings(file)
    if file.id != profile_id:
        raise ConfigurationError(f"{profile_id}.toml holds the id “{file.id}”", "name the file after its id")
    return file


def _nearest_profile(profile_id: str, known: tuple[str, ...]) -> str:
    import difflib

    close = difflib.get_close_matches(profile_id, known, n=1)
    return f"did you mean {close[0]}?" if close else f"known: {', '.join(known)}"
