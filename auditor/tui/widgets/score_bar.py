"""The score as an interval on a bar: what is certain, what is still unknown, what is lost."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

SURE, UNKNOWN, LOST = "█", "▒", "·"


def bar(floor: float, ceiling: float, width: int) -> Content:
    """`width` cells for 0 to 100 %: sure points, points still open, points lost."""
    sure = round(width * floor / 100)
    reach = max(sure, round(width * ceiling / 100))
    return Content.assemble(
        (SURE * sure, "$success"),
        (UNKNOWN * (reach - sure), "$accent"),
        (LOST * (width - reach), "$muted"),
    )


class ScoreBar(Widget):
    """Floor and ceiling, 0 to 100."""

    floor: reactive[float] = reactive(0.0)
    ceiling: reactive[float] = reactive(100.0)

    def render(self) -> Content:
        """The bar, as wide as there is room."""
        return bar(self.floor, self.ceiling, max(1, self.content_size.width))
