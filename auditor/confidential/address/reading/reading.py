"""What was read around a street's name: number, direction, type, unit, town."""

from dataclasses import dataclass, field

from auditor.confidential.address.forms import Form, Target
from auditor.confidential.address.reading.placed import Place


@dataclass(slots=True, repr=False)
class Hit:
    """The name of a street found at tokens `first` to `stop`. `quality`: clean, typo, apart, or
    edge for a typing error that makes another word as likely."""

    form: Form
    first: int
    stop: int
    quality: str = "clean"


@dataclass(slots=True, repr=False)
class Reading:
    """What was read around a hit. Tokens `first` to `stop` are what gives the address away.

    `longer`: the name in the text has another word, and is likely another street's. `renamed`: it has a
    title or given name that the address leaves out.
    """

    hit: Hit
    first: int
    stop: int
    number: str = ""
    side: str = ""
    linked: bool = False
    signed: bool = False
    kind: str = ""
    directions: list[str] = field(default_factory=list)
    core: int = 0
    year: bool = False
    plural: bool = False
    glued: str = ""
    place: Place = field(default_factory=lambda: Place(0))
    led_by_town: bool = False
    longer: bool = False
    renamed: bool = False

    @property
    def target(self) -> Target:
        """The address the hit belongs to."""
        return self.hit.form.target

    @property
    def on_grid(self) -> bool:
        """True for a street of a grid with its own direction: "2700 East" of 1440 South 2700 East."""
        return self.target.parts.on_grid and self.directions == [self.target.parts.after]

    @property
    def direction(self) -> str:
        """none, same, missing, added or other."""
        parts = self.target.parts
        wanted = [d for d in (parts.before, parts.after) if d]
        if not wanted:
            return "added" if self.directions else "none"
        if not self.directions:
            return "missing"
        if len(wanted) == 2:
            same = self.directions == wanted
            return (
                "same"
                if same
                else "missing"
                if len(self.directions) < 2 and self.directions[0] in wanted
                else "other"
            )
        return "same" if wanted[0] in self.directions else "other"
