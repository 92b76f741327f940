"""The pages of the setup. Each takes what was typed into the draft, or says what is missing."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button, Input, RadioButton, RadioSet, Static, TextArea

from auditor.core.errors import AuditorError
from auditor.core.status import LocationModel
from auditor.store.profiles import load_profile, shipped_ids
from auditor.tui import words
from auditor.tui.setup_draft import KINDS, SetupDraft, lines, split, website


class Choice(RadioButton):
    """One of several: a dot in brackets when chosen, empty brackets when not, in any colours."""

    BUTTON_LEFT = ""
    BUTTON_RIGHT = ""

    @property
    def BUTTON_INNER(self) -> str:  # type: ignore[override] # noqa: N802 - Textual's own name for it
        """Brackets, with a dot in them when chosen."""
        return "(●)" if self.value else "( )"


class Page(VerticalScroll, can_focus=False):
    """Base of the pages."""

    TITLE: ClassVar[str] = ""
    INTRO: ClassVar[str] = ""
    FIRST: ClassVar[str] = "Input, RadioSet, TextArea"
    """Where typing begins when the page comes to the front."""

    def __init__(self, draft: SetupDraft, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self.draft = draft

    def compose(self) -> ComposeResult:
        """Intro, then the fields."""
        yield Static(Content(self.INTRO), classes="intro")
        yield from self.fields()

    def fields(self) -> ComposeResult:
        """The page's own fields."""
        raise NotImplementedError

    def enter(self) -> None:
        """The page comes to the front."""

    def leave(self) -> str:
        """Take what was typed into the draft; what is missing, or nothing."""
        raise NotImplementedError


def _label(text: str) -> Widget:
    return Static(Content(text), classes="label")


class AgencyPage(Page):
    """Name and websites."""

    TITLE = "Your agency"
    INTRO = "This is kept in agency.toml and holds nothing confidential."

    def fields(self) -> ComposeResult:
        """Two lines."""
        yield _label("Name of the agency")
        yield Input(id="agency-name")
        yield _label("Websites, separated by spaces (only these are ever visited)")
        yield Input(id="agency-websites", placeholder="https://www.example.org")

    def leave(self) -> str:
        """A name is needed; a website is not."""
        self.draft.name = self.query_one("#agency-name", Input).value.strip()
        typed = self.query_one("#agency-websites", Input).value
        self.draft.websites = [website(part) for part in split(typed)]
        return "" if self.draft.name else "The agency needs a name."


class SitesPage(Page):
    """Places of work and how they are run."""

    TITLE = "Your sites"
    INTRO = "A site is known by a label alone, such as “shelter”. Never write an address here."

    def fields(self) -> ComposeResult:
        """A label, three models, and what was added."""
        yield _label("Label of the site")
        yield Input("shelter", id="site-label")
        with RadioSet(id="site-model", compact=True):
            for model, text in words.LOCATION_MODEL.items():
                yield Choice(text, value=model is LocationModel.HIDDEN)
        yield Horizontal(Button("Add another site", id="site-add", compact=True), classes="buttons")
        yield Static(id="site-list")

    def _take(self) -> bool:
        field = self.query_one("#site-label", Input)
        label = field.value.strip()
        if not label:
            return False
        chosen = list(LocationModel)[max(0, self.query_one("#site-model", RadioSet).pressed_index)]
        self.draft.sites = [s for s in self.draft.sites if s[0] != label] + [(label, chosen.value)]
        field.value = ""
        text = "\n".join(f"✓ {words.plain(name)}: {model}" for name, model in self.draft.sites)
        self.query_one("#site-list", Static).update(Content(text))
        return True

    @on(Button.Pressed, "#site-add")
    def _add(self) -> None:
        self._take()
        self.query_one("#site-label", Input).focus()

    def leave(self) -> str:
        """At least one site."""
        self._take()
        return "" if self.draft.sites else "Name at least one site."


class PublicPage(Page):
    """What is published on purpose."""

    TITLE = "Public on purpose"
    INTRO = "What you publish deliberately is never reported as a leak. One entry a line; all may stay empty."

    def fields(self) -> ComposeResult:
        """Three lists."""
        yield _label("Addresses: PO box, administrative office")
        yield TextArea(id="public-addresses", compact=True, tab_behavior="focus")
        yield _label("Phone numbers: hotline, office")
        yield TextArea(id="public-phones", compact=True, tab_behavior="focus")
        yield _label("People: director, spokesperson")
        yield TextArea(id="public-people", compact=True, tab_behavior="focus")

    def leave(self) -> str:
        """Anything goes."""
        for name in ("addresses", "phones", "people"):
            setattr(self.draft, name, lines(self.query_one(f"#public-{name}", TextArea).text))
        return ""


class SecretsPage(Page):
    """What must not get out. Masked while typed."""

    TITLE = "Confidential facts"
    FIRST = "#secret-text"
    INTRO = "Kept in confidential.toml, readable by you alone. Reports and screens only ever show the label."
    EXTRA: ClassVar[dict[str, str]] = {
        "address": "Optional: latitude, longitude; names that give the place away",
        "phone": "Optional: extension",
        "person": "",
        "plate": "",
    }

    def fields(self) -> ComposeResult:
        """Sort, label, the fact itself."""
        with RadioSet(id="secret-kind", compact=True):
            for number, (title, _) in enumerate(KINDS.values()):
                yield Choice(title, value=number == 0)
        yield _label("Label, the only thing ever shown")
        yield Input("shelter", id="secret-label")
        yield Static(id="secret-title", classes="label")
        yield Input(password=True, id="secret-text")
        yield Static(id="secret-extra-title", classes="label")
        yield Input(password=True, id="secret-extra")
        yield Static(id="secret-verdict")
        yield Horizontal(
            Button("Add", id="secret-add", variant="primary", compact=True),
            Button("Remove the last", id="secret-remove", compact=True),
            classes="buttons",
        )
        yield Static(id="secret-list")

    def on_mount(self) -> None:
        """Ask for an address first."""
        self._titles()

    @property
    def kind(self) -> str:
        """The sort of fact being typed."""
        return list(KINDS)[max(0, self.query_one("#secret-kind", RadioSet).pressed_index)]

    @on(RadioSet.Changed, "#secret-kind")
    def _titles(self) -> None:
        asks = {
            "address": "Address in one line, with ZIP (hidden as you type)",
            "phone": "Number with area code (hidden as you type)",
            "person": "Full name (hidden as you type)",
            "plate": "Number plate (hidden as you type)",
        }
        self.query_one("#secret-title", Static).update(Content(asks[self.kind]))
        extra = self.EXTRA[self.kind]
        self.query_one("#secret-extra-title", Static).update(Content(extra))
        self.query_one("#secret-extra-title").display = self.query_one("#secret-extra").display = bool(extra)

    @on(Button.Pressed, "#secret-add")
    @on(Input.Submitted)
    def _add(self) -> None:
        self.take()
        self.query_one("#secret-label", Input).focus()

    @on(Button.Pressed, "#secret-remove")
    def _remove(self) -> None:
        self.draft.secrets.remove_last()
        self._list()

    def take(self) -> bool:
        """Take the fact that was typed, and say what of it can be found."""
        label = self.query_one("#secret-label", Input).value.strip()
        verdict = self.query_one("#secret-verdict", Static)
        if not label:
            verdict.update(Content.styled("✗ Give it a label first.", "$text-error"))
            return False
        try:
            weaknesses = self.draft.secrets.add(
                self.kind,
                label,
                lambda: self.query_one("#secret-text", Input).value,
                lambda: self.query_one("#secret-extra", Input).value,
            )
        except AuditorError as error:
            verdict.update(Content.styled(f"✗ {error}", "$text-error"))
            return False
        for name in ("#secret-label", "#secret-text", "#secret-extra"):
            self.query_one(name, Input).value = ""
        verdict.update(_verdict(label, weaknesses))
        self._list()
        return True

    def _list(self) -> None:
        text = "\n".join(
            f"✓ {words.plain(label)} ({KINDS[kind][0].lower()})" for kind, label in self.draft.secrets.entries
        )
        self.query_one("#secret-list", Static).update(Content(text))

    def leave(self) -> str:
        """Take what stands in the fields; at least one fact, or nothing could be searched for."""
        typed = bool(self.query_one("#secret-text", Input).value)
        if typed and not self.take():
            return "The fact could not be taken."
        return (
            "" if self.draft.secrets.entries else "Without a confidential fact there is nothing to look for."
        )


def _verdict(label: str, weaknesses: list[str]) -> Content:
    name = words.plain(label)
    if not weaknesses:
        return Content.styled(f"✓ {name}: can be searched for in full.", "$text-success")
    return Content.styled(f"! {name}: taken, but {'; '.join(weaknesses)}.", "$text-warning")


class ProfilePage(Page):
    """The choice of checklist."""

    TITLE = "Your checklist"
    INTRO = "Which questions to answer each quarter. It can be changed later in agency.toml."

    def fields(self) -> ComposeResult:
        """One line for each checklist that comes with the program."""
        self._ids = shipped_ids()
        with RadioSet(id="profiles", compact=True):
            for profile_id in self._ids:
                profile = load_profile(profile_id)
                text = f"{words.plain(profile.title)} ({words.count(len(profile.controls), 'question')})"
                yield Choice(Content(text), value=profile_id == self.draft.profile)
        yield Static(id="profile-about")

    @on(RadioSet.Changed, "#profiles")
    def _about(self) -> None:
        self.leave()
        about = load_profile(self.draft.profile).description
        self.query_one("#profile-about", Static).update(Content(words.plain(about)))

    def enter(self) -> None:
        """Describe the one in front."""
        self._about()

    def leave(self) -> str:
        """One is always chosen."""
        index = self.query_one("#profiles", RadioSet).pressed_index
        if 0 <= index < len(self._ids):
            self.draft.profile = self._ids[index]
        return ""


class ReviewPage(Page):
    """What will be written."""

    TITLE = "Ready"
    INTRO = "This will be written. Nothing has left this computer."

    def fields(self) -> ComposeResult:
        """A summary."""
        yield Vertical(Static(id="review"))

    def enter(self) -> None:
        """Show the draft."""
        draft = self.draft
        rows = [
            ("Agency", draft.name),
            ("Websites", ", ".join(draft.websites) or "none: the website check cannot run"),
            ("Sites", ", ".join(f"{label} ({model})" for label, model in draft.sites)),
            (
                "Public",
                ", ".join(
                    [
                        words.count(len(draft.addresses), "address", "addresses"),
                        words.count(len(draft.phones), "phone"),
                        words.count(len(draft.people), "person", "people"),
                    ]
                ),
            ),
            ("Confidential", ", ".join(label for _, label in draft.secrets.entries)),
            ("Checklist", draft.profile),
        ]
        text = Content("\n").join(
            Content.assemble((f"{title:<14}", "bold $text-primary"), words.plain(value))
            for title, value in rows
        )
        self.query_one("#review", Static).update(text)

    def leave(self) -> str:
        """Nothing is asked."""
        return ""


PAGES: tuple[type[Page], ...] = (AgencyPage, SitesPage, PublicPage, SecretsPage, ProfilePage, ReviewPage)
