"""Key bindings in one line each."""

from textual.binding import Binding, BindingType


def bind(
    key: str, action: str, name: str, what: str = "", *, display: str | None = None, priority: bool = False
) -> Binding:
    """A binding: in the footer under `name` (empty: not there), in the help with `what` it does."""
    return Binding(
        key, action, name or what, show=bool(name), tooltip=what, key_display=display, priority=priority
    )


def undo(what: str) -> BindingType:
    """The key that takes the latest step of a screen back."""
    return bind("z", "undo", "Undo", what)


CARD_KEYS: list[BindingType] = [
    bind("pagedown", "scroll_card(1)", "", "Read on in the card", priority=True),
    bind("pageup", "scroll_card(-1)", "", "Back in the card", priority=True),
]
"""Keys of a screen whose CARD may be longer than its place."""
