"""The sample agency's workspace: its facts, a finished quarter and a half-finished one, made for today."""

import tempfile
import tomllib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import date, datetime, time, timedelta
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

from auditor.core.agency import Agency
from auditor.core.answers import NewAnswer
from auditor.core.period import Period
from auditor.core.record import Action, ActionStatus, Evidence, EvidenceKind, Sample
from auditor.core.status import Status
from auditor.demo.server import serve
from auditor.workspace import CONFIDENTIAL_FILE, Clock, Workspace, now

_FOLDER = files("auditor.demo")


def origin() -> str:
    """The public address that the sample website uses for itself."""
    return str(_table("workspace", "agency.toml")["websites"][0])


@contextmanager
def sample_agency(keep: Path | None = None, clock: Clock = now) -> Iterator[Workspace]:
    """Serve the sample website on the loopback address and give the workspace of the agency it belongs to.

    The workspace is made in `keep` and stays there; without it, in a private temporary folder that is
    removed at the end. Raises ConfigurationError when `keep` already holds a workspace, WorkspaceError
    when it cannot be written.
    """
    with ExitStack() as stack:
        if keep is None:
            root = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="auditor-demo-")))
        else:
            root = keep.expanduser().resolve()
        site = stack.enter_context(as_file(_FOLDER / "site"))
        url = stack.enter_context(serve(site, origin()))
        table = _table("workspace", "agency.toml") | {"websites": [url]}
        secrets = (_FOLDER / "confidential.toml").read_bytes()
        workspace = Workspace.create(root, Agency.model_validate(table), secrets, clock)
        _use_own_facts(workspace)
        _fill(workspace)
        yield workspace


def _table(*parts: str) -> dict[str, Any]:
    return tomllib.loads(_FOLDER.joinpath(*parts).read_text(encoding="utf-8"))


def _use_own_facts(workspace: Workspace) -> None:
    """Keep to the sample's facts, whatever the user's environment holds."""
    from auditor.confidential import Facts
    from auditor.store.toml_files import read_table

    workspace.facts = Facts.from_table(read_table(workspace.root / CONFIDENTIAL_FILE))


def _fill(workspace: Workspace) -> None:
    """Put the answers and actions of both quarters into their records, dated by today."""
    table = _table("workspace", "quarters.toml")
    today, current = workspace.today, workspace.period
    clock = workspace.clock
    zone = clock().tzinfo
    try:
        for entry in table["answer"]:
            period = current if entry["quarter"] == "current" else current.previous
            day = max(period.start, min(today, period.end) - timedelta(days=entry["days"]))
            workspace.clock = _stopped_at(datetime.combine(day, time(10, 30), zone))
            workspace.answer(_answer(entry, day), period)
    finally:
        workspace.clock = clock
    actions = tuple(_action(entry, today) for entry in table["action"])
    workspace.change(lambda record: record.model_copy(update={"action": actions}))


def _stopped_at(moment: datetime) -> Clock:
    return lambda: moment


def _answer(entry: dict[str, Any], day: date) -> NewAnswer:
    words = entry.get("evidence", "")
    evidence = (Evidence(kind=EvidenceKind.NOTE, reference=words, effective=day, added=day),) if words else ()
    sample = entry.get("sample")
    return NewAnswer(
        control=entry["control"],
        status=Status(entry["status"]),
        note=entry.get("note", ""),
        by=entry["by"],
        evidence=evidence,
        sample=Sample(**sample) if sample else None,
    )


def _action(entry: dict[str, Any], today: date) -> Action:
    created = max(Period.of(today).previous.start, today - timedelta(days=entry["created_days"]))
    return Action(
        id=entry["id"],
        title=entry["title"],
        control=entry["control"],
        root_cause=entry.get("root_cause", ""),
        owner=entry["owner"],
        interim=entry.get("interim", ""),
        status=ActionStatus(entry["status"]),
        created=created,
        due=today + timedelta(days=entry["due_days"]),
    )
