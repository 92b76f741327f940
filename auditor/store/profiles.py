"""Profiles on disk: those shipped with the program, and an agency's own in its workspace."""

from importlib.resources import files
from pathlib import Path

from auditor.core.errors import ConfigurationError
from auditor.core.inherit import resolve
from auditor.core.profile import Profile, ProfileFile
from auditor.store.toml_files import build_model, parse_table, read_model

FOLDER = "profiles"


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


def _read(profile_id: str, workspace: Path | None) -> ProfileFile:
    own, shipped = own_ids(workspace), shipped_ids()
    if profile_id in own and profile_id in shipped:
        raise ConfigurationError(
            f"the workspace profile {profile_id} has the id of a shipped one",
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
            f"there is no profile “{profile_id}”", f"known: {', '.join((*own, *shipped))}"
        )
    if file.id != profile_id:
        raise ConfigurationError(f"{profile_id}.toml holds the id “{file.id}”", "name the file after its id")
    return file
