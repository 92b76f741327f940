"""The page of the setup for the choice of checklist: three questions, one recommendation."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import OptionList, RadioSet, Static
from textual.widgets.option_list import Option

from auditor.store.profiles import load_profile, shipped_ids
from auditor.tui import words
from auditor.tui.recommend import QUESTIONS, recommend
from auditor.tui.widgets.setup_pages import Choice, Page


class ProfilePage(Page):
    """Three questions above, the checklists below, the recommended one chosen."""

    TITLE = "Your checklist"
    _entered = False
    INTRO = "Three answers suggest which questions suit you. The choice is yours, and can change later."

    def fields(self) -> ComposeResult:
        """The questions, the advice, one line for each checklist that comes with the program."""
        for question in QUESTIONS:
            with Horizontal(classes="question"):
                yield Static(question.text, classes="asked")
                with RadioSet(id=f"ask-{question.name}", classes="across", compact=True):
                    for number, (_, text) in enumerate(question.answers):
                        yield Choice(text, value=number == 0)
        yield Static(id="advice")
        yield OptionList(*map(_option, shipped_ids()), id="profiles", compact=True, markup=False)
        yield Static(id="profile-about")

    def enter(self) -> None:
        """Suggest one, unless the user has been here and chosen."""
        advised = self._advise()
        self._choose(self.draft.profile or advised)
        self._entered = True

    def _choose(self, profile_id: str) -> None:
        profiles = self.query_one("#profiles", OptionList)
        profiles.highlighted = profiles.get_option_index(profile_id)

    def _advise(self) -> str:
        answers = {}
        for question in QUESTIONS:
            index = max(0, self.query_one(f"#ask-{question.name}", RadioSet).pressed_index)
            answers[question.name] = question.answers[index][0]
        advice = recommend(**answers)
        title = words.plain(load_profile(advice.profile).title)
        self.query_one("#advice", Static).update(
            Content.assemble(
                ("Suggested: ", "bold $text-success"), (title, "bold"), f", because {advice.why}."
            )
        )
        return advice.profile

    @on(RadioSet.Changed, ".across")
    def _answered(self) -> None:
        self._choose(self._advise())

    @on(OptionList.OptionHighlighted, "#profiles")
    def _chosen(self, event: OptionList.OptionHighlighted) -> None:
        profile_id = event.option_id or shipped_ids()[0]
        if self._entered:
            self.draft.profile = profile_id
        about = load_profile(profile_id).description
        self.query_one("#profile-about", Static).update(Content(words.plain(about)))

    def leave(self) -> str:
        """One is always chosen: the line that is marked."""
        option = self.query_one("#profiles", OptionList).highlighted_option
        self.draft.profile = (option.id if option else "") or self.draft.profile
        return ""


def _option(profile_id: str) -> Option:
    profile = load_profile(profile_id)
    size = words.count(len(profile.controls), "question")
    return Option(
        Content.assemble((f"{size:<14}", "$muted"), words.shorten(words.plain(profile.title), 58)), profile_id
    )
