"""Key bindings in one line each."""

from textual.binding import Binding


def bind(
    key: str, action: str, name: str, what: str, *, display: str | None = None, priority: bool = False
) -> Binding:
    """A binding: in the footer under `name` (empty: not there), in the help with `what` it does."""
    return Binding(
        key, action, name or what, show=bool(name), tooltip=what, key_display=display, priority=priority
    )
