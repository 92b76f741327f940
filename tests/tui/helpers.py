"""What the tests of the terminal face share."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from textual.widgets import Input, TextArea

from auditor.core.agency import Agency
from auditor.core.events import Notice, Progress
from auditor.core.finding import Finding, fingerprint
from auditor.core.record import CheckResult, CheckRun, Coverage, UncheckedEntry
from auditor.core.status import Confidence, Grade, Kind, Outcome, Severity
from auditor.tui.app import AuditorApp
from auditor.workspace import Workspace

NOW = datetime(2026, 11, 23, 14, 5, tzinfo=UTC)
ADDRESS = "1247 North Maple Street, Suite 300, Springfield, IL 62704"
PHONE = "+1 217 555 0148"
CONFIDENTIAL = f"""schema = 1
[[address]]
label = "shelter"
text = "{ADDRESS}"
[[phone]]
label = "case manager line"
number = "{PHONE}"
"""


def finding(number: int, **changes: Any) -> Finding:
    url = f"https://www.example.org/news/{number}.html"
    values: dict[str, Any] = {
        "check": "site-address",
        "rule": "address.number-street",
        "label": "shelter",
        "kind": Kind.ADDRESS,
        "grade": Grade.EXACT,
        "severity": Severity.CRITICAL,
        "confidence": Confidence.HIGH,
        "url": url,
        "carrier": "html-text",
        "where": f"line {10 + number}",
        "excerpt": "Bring your gifts to [shelter] before Friday",
        "reason": "number and street",
        "remedy": "Take the address out of the page. Publish again. Ask archives to remove their copies.",
    } | changes
    values["id"] = fingerprint(
        b"sample", values["check"], values["label"], values["kind"], values["url"], values["carrier"]
    )
    return Finding(**values)


FINDINGS = (
    finding(1),
    finding(2, carrier="html-comment", where="", seen=3),
    finding(
        3,
        check="site-phone",
        label="case manager line",
        kind=Kind.PHONE,
        severity=Severity.HIGH,
        excerpt="Call Alex on [case manager line], ext. 12",
        url="https://www.example.org/staff/a-page-with-a-very-long-address-that-does-not-fit.html?from=menu",
    ),
    finding(4, grade=Grade.PARTIAL, severity=Severity.MEDIUM, confidence=Confidence.LOW),
)


def check_run(*, unchecked: bool = True) -> CheckRun:
    left_out = (
        UncheckedEntry(
            url="https://www.example.org/plan.pdf", reason="the file is encrypted", place="page 1"
        ),
    )
    return CheckRun(
        started=NOW,
        finished=NOW,
        targets=("https://www.example.org",),
        results=(
            CheckResult(check="site-address", outcome=Outcome.FOUND, reason="3 places"),
            CheckResult(check="site-phone", outcome=Outcome.FOUND, reason="1 place"),
            CheckResult(check="file-address", outcome=Outcome.UNCHECKED, reason="1 not examined"),
        ),
        coverage=Coverage(documents=41, pages=34, bytes=1_240_000, unchecked=left_out if unchecked else ()),
    )


class SampleWorkspace(Workspace):
    """A workspace whose checks see a made-up website instead of a real one."""

    hold: Callable[[Any], None] | None = None
    resumed = False

    def run(
        self, check_ids: Any = (), *, listener: Any = None, cancel: Any = None, resume: bool = False, **_: Any
    ) -> Any:
        self.resumed = resume
        listener(Progress("www.example.org", 1, 1, 20_000, 40, 1, 0, "https://www.example.org/"))
        listener(Notice("www.example.org", "robots.txt asks to leave out /private"))
        if self.hold:
            self.hold(cancel)
        self.change(lambda record: record.with_run(check_run(), FINDINGS))


def make_workspace(
    root: Path, kind: type[Workspace] = SampleWorkspace, profile: str = "tui-test"
) -> Workspace:
    (root / "profiles").mkdir(parents=True, exist_ok=True)
    for name, file in (("tui-test", "profile.toml"), ("gallery", "gallery.toml")):
        (root / "profiles" / f"{name}.toml").write_bytes((Path(__file__).parent / file).read_bytes())
    agency = Agency.model_validate(
        {
            "schema": 1,
            "name": "Maple County Youth Services",
            "websites": ["https://www.example.org"],
            "profile": profile,
            "site": [{"label": "shelter", "location_model": "hidden"}],
        }
    )
    return kind.create(root, agency, CONFIDENTIAL.encode(), clock=lambda: NOW)


def app_on(workspace: Workspace, screen: str = "overview") -> AuditorApp:
    app = AuditorApp(workspace, workspace.root, screen=screen)
    app.animation_level = "none"
    return app


async def settle(app: AuditorApp, pilot: Any) -> None:
    """Wait until what was pressed has been shown and saved."""
    for _ in range(200):
        await pilot.pause()
        busy = [w for w in app.workers if w.group in ("run", "preview", "export") and not w.is_finished]
        if not busy and (not app.has_workspace or not app.session.waiting):
            break
        await pilot.pause(0.01)
    await pilot.pause(0.05)


async def press(app: AuditorApp, pilot: Any, *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await pilot.pause()
    await settle(app, pilot)


async def type_text(pilot: Any, text: str) -> None:
    names = {
        " ": "space",
        ".": "full_stop",
        ",": "comma",
        ":": "colon",
        "/": "slash",
        "-": "minus",
        "+": "plus",
    }
    await pilot.press(*(names.get(c, c) for c in text))
    await pilot.pause()


def seen(app: AuditorApp) -> str:
    """The text on the screen."""
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)


def still(app: AuditorApp) -> None:
    """Keep cursors from blinking."""
    for field in app.screen.query(Input):
        field.cursor_blink = False
    for area in app.screen.query(TextArea):
        area.cursor_blink = False
