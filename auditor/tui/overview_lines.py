"""The lines of the overview's lists: sections, late actions, answers gone stale."""

from textual.content import Content
from textual.widgets.option_list import Option

from auditor.core.assessment import ControlResult
from auditor.core.record import Action, AuditRecord
from auditor.core.score import SectionScore
from auditor.tui import agenda, words
from auditor.tui.widgets.score_bar import bar


def section(of: SectionScore, width: int, *, failed: bool) -> Option:
    """Glyph, title, small bar, answered of all. `failed` when a critical question of it was answered so."""
    if not of.total:
        glyph, colour = "–", "$muted"
    elif failed:
        glyph, colour = "✗", "$text-error"
    elif of.decided == of.total:
        glyph, colour = "✓", "$text-success"
    else:
        glyph, colour = "○", "$text-accent"
    tail = f" {of.decided:>2}/{of.total:<2}"
    cells = 8 if width > 40 else 5
    room = width - cells - len(tail) - 3
    title = words.shorten(words.plain(of.title), room).ljust(room)
    line = Content.assemble((f"{glyph} ", colour), title, " ", bar(of.floor, of.ceiling, cells), tail)
    return Option(line, of.id)


def late(action: Action, width: int) -> Option:
    """A corrective action that is late."""
    head = Content.assemble(
        ("▲ overdue".ljust(11), "bold $text-error"),
        f"{action.control or 'finding':<8}",
        f"{words.day(action.due):<12} ",
    )
    rest = f"{words.plain(action.owner)}: {words.plain(action.title)}"
    return Option(
        head + Content.styled(words.shorten(rest, max(0, width - head.cell_length)), "$muted"),
        f"action:{action.id}",
    )


def stale(result: ControlResult, previous: AuditRecord | None, width: int) -> Option:
    """A question that last quarter had settled."""
    why = words.plain(agenda.why_stale(result, previous))
    head = Content.assemble(("◔ stale".ljust(11), "bold $text-warning"), result.control.id.ljust(8))
    line = head + Content.styled(words.shorten(why, max(0, width - head.cell_length)), "$muted")
    return Option(line, f"control:{result.control.id}")
