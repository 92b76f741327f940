"""Setup on the first run: six short pages, then the workspace is written."""

from typing import TYPE_CHECKING, ClassVar, cast

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Button, ContentSwitcher, Footer, Input, Static

from auditor.core.errors import AuditorError
from auditor.tui import words
from auditor.tui.keys import bind
from auditor.tui.screens.dialogs import Offer
from auditor.tui.setup_draft import SetupDraft
from auditor.tui.widgets.setup_pages import AgencyPage, Page, PublicPage, ReviewPage, SitesPage
from auditor.tui.widgets.setup_profile import ProfilePage
from auditor.tui.widgets.setup_secrets import SecretsPage

if TYPE_CHECKING:
    from auditor.tui.app import AuditorApp
    from auditor.workspace import Workspace

PAGES: tuple[type[Page], ...] = (AgencyPage, SitesPage, PublicPage, SecretsPage, ProfilePage, ReviewPage)


class SetupScreen(Screen[None]):
    """Asks what an audit needs to know. Nothing is written before the last page."""

    CSS_PATH = "setup.tcss"
    HELP = (
        "Six short pages. Tab goes to the next field, Ctrl+N to the next page, Ctrl+B back. Nothing is "
        "written before the last page, and nothing leaves this computer."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        bind("ctrl+n", "next", "Next page", "Go on to the next page", display="Ctrl+N", priority=True),
        bind("ctrl+b", "back", "Back", "Back to the page before", display="Ctrl+B", priority=True),
        bind("f1,question_mark", "app.help", "Help", "What this is about", display="F1"),
        bind("ctrl+q", "app.leave", "Leave", "Leave; nothing is written", display="Ctrl+Q", priority=True),
        bind("q", "not_yet", ""),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._draft = SetupDraft()
        self._at = 0

    def compose(self) -> ComposeResult:
        """Where one is, the page, two buttons."""
        yield Static(id="setup-title")
        with ContentSwitcher(id="pages", initial="page-0"):
            for number, page in enumerate(PAGES):
                yield page(self._draft, id=f"page-{number}")
        yield Static(id="problem")
        with Horizontal(classes="buttons", id="setup-buttons"):
            yield Button("Next", id="next", variant="primary", compact=True)
            yield Button("Back", id="back", compact=True)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Begin with the first page."""
        self._show()

    @property
    def page(self) -> Page:
        """The page in front."""
        return self.query_one(f"#page-{self._at}", Page)

    def _show(self) -> None:
        self.query_one(ContentSwitcher).current = f"page-{self._at}"
        dots = "●" * (self._at + 1) + "○" * (len(PAGES) - self._at - 1)
        roomy = self.app.size.width >= 72
        title = Content.assemble(
            ("Set up your audit", "bold"),
            (f"   {dots if roomy else ''}  step {self._at + 1} of {len(PAGES)}   ", "$muted"),
            (PAGES[self._at].TITLE, "bold $accent"),
        )
        self.query_one("#setup-title", Static).update(title)
        last = self._at == len(PAGES) - 1
        self.query_one("#next", Button).label = "Create the workspace" if last else "Next  Ctrl+N"
        self.query_one("#back", Button).display = self._at > 0
        self._say("")
        self.page.enter()
        if last:
            self.query_one("#next").focus()
        else:
            next(w for w in self.page.query(self.page.FIRST) if w.display).focus()

    def _say(self, problem: str) -> None:
        line = self.query_one("#problem", Static)
        line.update(Content.styled(f"✗ {words.plain(problem)}", "$text-error") if problem else "")

    @on(Button.Pressed, "#next")
    def action_next(self) -> None:
        """Take this page and go on; on the last one, write the workspace."""
        if problem := self.page.leave():
            self._say(problem)
            return
        if self._at == len(PAGES) - 1:
            self._create()
            return
        self._at += 1
        self._show()

    @on(Button.Pressed, "#back")
    def action_back(self) -> None:
        """Go back; what was typed stays."""
        if self._at > 0:
            self.page.leave()
            self._at -= 1
            self._show()

    def action_not_yet(self) -> None:
        """A single letter does not throw away what was typed."""
        self.notify("Ctrl+Q leaves the setup. What you typed is not kept.")

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        """Enter goes on to the next field."""
        self._say("")
        if not isinstance(self.page, SecretsPage):
            event.stop()
            self.focus_next()

    def _create(self) -> None:
        app = cast("AuditorApp", self.app)
        try:
            workspace = self._draft.create(app.root)
        except AuditorError as error:
            self._say(str(error))
            return
        self._draft.secrets = type(self._draft.secrets)()
        self._offer(app, workspace)

    @work
    async def _offer(self, app: "AuditorApp", workspace: "Workspace") -> None:
        """The workspace is there: offer the first check of the websites."""
        sites = " ".join(self._draft.websites)
        now = bool(sites) and await app.push_screen_wait(
            Offer(
                "Your workspace is ready",
                f"Shall the website be checked now? It asks {words.plain(sites)} for its public pages, as "
                "any visitor does. Nothing else is contacted, and nothing you typed is sent. You can answer "
                "questions meanwhile.",
                "Check the website now",
            )
        )
        app.open_workspace(workspace, "checks" if sites else "overview")
        if now:
            app.call_after_refresh(app.begin_checks)
