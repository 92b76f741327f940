"""The pages of the setup. Each takes what was typed into the draft, or says what is missing."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button, Input, RadioButton, RadioSet, Static, TextArea

from auditor.core.status import LocationModel
from auditor.store.profiles import load_profile
from auditor.tui import words
from auditor.tui.rows import rows
from auditor.tui.setup_draft import SetupDraft, lines, split, website


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


def label(text: str) -> Widget:
    return Static(Content(text), classes="label")


class AgencyPage(Page):
    """Name and websites."""

    TITLE = "Your agency"
    INTRO = "This is kept in agency.toml and holds nothing confidential."

    def fields(self) -> ComposeResult:
        """Two lines."""
        yield label("Name of the agency")
        yield Input(id="agency-name")
        yield label("Websites, separated by spaces (only these are ever visited)")
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
        yield label("Label of the site")
        yield Input("shelter", id="site-label")
        with RadioSet(id="site-model", compact=True):
            for model, text in words.LOCATION_MODEL.items():
                yield Choice(text, value=model is LocationModel.HIDDEN)
        yield Horizontal(
            Button("Add another site", id="site-add", compact=True),
            Button("Remove the last", id="site-remove", compact=True),
            classes="buttons",
        )
        yield Static(id="site-list")

    def _take(self) -> bool:
        field = self.query_one("#site-label", Input)
        name = field.value.strip()
        if not name:
            return False
        chosen = list(LocationModel)[max(0, self.query_one("#site-model", RadioSet).pressed_index)]
        self.draft.sites = [s for s in self.draft.sites if s[0] != name] + [(name, chosen.value)]
        field.value = ""
        self._list()
        return True

    def _list(self) -> None:
        text = "\n".join(f"✓ {words.plain(name)}: {model}" for name, model in self.draft.sites)
        self.query_one("#site-list", Static).update(Content(text))
        self.query_one("#site-remove").display = bool(self.draft.sites)

    def on_mount(self) -> None:
        """There is nothing to remove yet."""
        self._list()

    @on(Button.Pressed, "#site-remove")
    def _remove(self) -> None:
        self.draft.sites = self.draft.sites[:-1]
        self._list()

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
        yield label("Addresses: PO box, administrative office")
        yield TextArea(id="public-addresses", compact=True, tab_behavior="focus")
        yield label("Phone numbers: hotline, office")
        yield TextArea(id="public-phones", compact=True, tab_behavior="focus")
        yield label("People: director, spokesperson")
        yield TextArea(id="public-people", compact=True, tab_behavior="focus")

    def leave(self) -> str:
        """Anything goes."""
        for name in ("addresses", "phones", "people"):
            setattr(self.draft, name, lines(self.query_one(f"#public-{name}", TextArea).text))
        return ""


class ReviewPage(Page):
    """What will be written."""

    TITLE = "Ready"
    INTRO = "This will be written. Nothing has left this computer."

    def fields(self) -> ComposeResult:
        """A summary."""
        yield Vertical(Static(id="review"))

    def on_resize(self) -> None:
        """Lines are cut to the width there is."""
        if self.draft.profile:
            self.enter()

    def enter(self) -> None:
        """Show the draft."""
        draft = self.draft
        said = [
            ("Agency", draft.name),
            ("Websites", ", ".join(draft.websites) or "none: the website check cannot run"),
            ("Sites", ", ".join(f"{label} ({model})" for label, model in draft.sites)),
            (
                "Public",
                ", ".join(
                    some
                    for some, number in (
                        (words.count(len(draft.addresses), "address", "addresses"), len(draft.addresses)),
                        (words.count(len(draft.phones), "phone"), len(draft.phones)),
                        (words.count(len(draft.people), "person", "people"), len(draft.people)),
                    )
                    if number
                )
                or "nothing",
            ),
            ("Confidential", ", ".join(label for _, label in draft.secrets.entries)),
            ("Checklist", load_profile(draft.profile).title),
        ]
        self.query_one("#review", Static).update(
            rows(said, max(40, self.scrollable_content_region.width), 14)
        )

    def leave(self) -> str:
        """Nothing is asked."""
        return ""
