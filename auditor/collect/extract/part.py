"""What the readers work with: limits, the piece of data in hand, and the basket the findings go into."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from auditor.collect.extract.named import Address
from auditor.core.document import Fragment, Unchecked

MiB = 1024 * 1024
MOST_RECORDS = 50_000


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one resource may cost. Whatever lies beyond is listed as unchecked.

    `depth` counts files within files and encodings within encodings, `members` the files in one
    archive, `unpacked` the bytes that all nested files together may unpack to, `text` the characters
    of all fragments together, `pages` the pages of a PDF, `pixels` those of one picture, `seconds` the
    whole reading.
    """

    depth: int = 6
    members: int = 5_000
    unpacked: int = 256 * MiB
    text: int = 96 * MiB
    pages: int = 2_000
    pixels: int = 120_000_000
    seconds: float = 60.0


class LimitError(Exception):
    """A limit was reached; the message says which. Readers let it pass, the dispatcher lists it."""


class Budget:
    """What is left of the limits while one resource is read."""

    def __init__(self, limits: Limits, clock: Callable[[], float] = time.monotonic) -> None:
        self.limits = limits
        self._clock = clock
        self._deadline = clock() + limits.seconds
        self._unpacked = 0
        self._text = 0

    def check_time(self) -> None:
        """Raise LimitError when the time is up. Readers call this in their outer loops."""
        if self._clock() > self._deadline:
            raise LimitError(f"reading took longer than {self.limits.seconds:g} seconds")

    def unpack(self, size: int) -> None:
        """Count `size` unpacked bytes; LimitError when there are too many."""
        self.check_time()
        self._unpacked += size
        if self._unpacked > self.limits.unpacked:
            raise LimitError(f"it unpacks to more than {self.limits.unpacked // MiB} MiB")

    @property
    def unpackable(self) -> int:
        """How many bytes may still be unpacked."""
        return max(0, self.limits.unpacked - self._unpacked)

    def write(self, size: int) -> None:
        """Count `size` characters of text; LimitError when there are too many."""
        self._text += size
        if self._text > self.limits.text:
            raise LimitError(f"it holds more than {self.limits.text // MiB} million characters of text")


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of data to read: a whole resource, or a file, script or encoded value inside one.

    `name` is its file name or URL (only the end matters, for its suffix), `media_type` and `charset`
    what was declared, `depth` how many containers it lies in.
    """

    body: bytes = field(repr=False)
    name: str = ""
    media_type: str = ""
    charset: str = ""
    depth: int = 0


@dataclass(slots=True)
class Basket:
    """Where readers put what they find. `within` is the place of the part inside the resource."""

    url: str
    budget: Budget
    dispatch: Callable[[Part, "Basket"], None]
    within: str = ""
    depth: int = 0
    fragments: list[Fragment] = field(default_factory=list)
    unchecked: list[Unchecked] = field(default_factory=list)
    records: dict[Address, None] = field(default_factory=dict)

    def note(self, text: str) -> None:
        """Remember the address of a record, for the places where its street stands alone."""
        if isinstance(text, Address) and text.street and len(self.records) < MOST_RECORDS:
            self.records[text] = None

    def add(self, carrier: str, text: str, where: str = "", anchors: Sequence[tuple[int, str]] = ()) -> None:
        """Keep `text` if it holds anything to search."""
        if text and not text.isspace():
            self.budget.write(len(text))
            self.fragments.append(Fragment(text, carrier, self._place(where), anchors))

    def skip(self, reason: str, place: str = "", mend: str = "", cause: str = "") -> None:
        """Say that something could not be read, once for each reason and place."""
        entry = Unchecked(self.url, reason, self._place(place), mend, cause)
        if entry not in self.unchecked:
            self.unchecked.append(entry)

    def inside(self, place: str) -> "Basket":
        """The same basket, for something found at `place`."""
        return replace(self, within=self._place(place))

    def nested(
        self, body: bytes, place: str, name: str = "", media_type: str = "", charset: str = ""
    ) -> None:
        """Read `body`, found at `place`, as a file of its own."""
        if not body:
            return
        if self.depth + 1 > self.budget.limits.depth:
            self.skip(f"it lies more than {self.budget.limits.depth} levels deep", place)
            return
        child = replace(self, within=self._place(place), depth=self.depth + 1)
        self.dispatch(Part(body, name or place, media_type, charset, child.depth), child)

    def nested_text(self, reader: "Callable[[Basket], None]") -> None:
        """Let `reader` read a text within this text one level deeper, unless that is too deep."""
        if self.depth >= self.budget.limits.depth:
            self.skip(f"it lies more than {self.budget.limits.depth} levels deep")
        else:
            reader(replace(self, depth=self.depth + 1))

    def _place(self, where: str) -> str:
        return ", ".join(piece for piece in (self.within, where) if piece)
