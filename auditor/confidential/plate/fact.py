"""Number plates."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Self

from auditor.confidential.address.trie import any_of
from auditor.confidential.fact import Fact
from auditor.confidential.finder import Finder
from auditor.confidential.fold import Folded, as_written, fold
from auditor.confidential.glance import glance
from auditor.confidential.plate.typed import plates_of
from auditor.core.match import Match
from auditor.core.status import Confidence, Grade, Kind

_RUN = re.compile(r"[a-z0-9]+")
_SEPARATOR = re.compile(r"[\s.\-·•_*:|+/]{1,3}")
_ALIKE = str.maketrans("oilsbzg", "0115826")
_MOST_ALIKE = str.maketrans("oil", "011")
"""Letters that are mostly taken for figures; s, b, z and g only in a plate long enough to be known by it."""
_LONG = 6
_MOST_READ = 2
"""An s, b, z or g that was read as a figure, or a figure read as one of them, at most."""


_FEW = 64
"""Up to so many plates a plain search for each is cheaper than taking the text apart."""
_MOST_PARTS = 10
_ANNOUNCED = re.compile(
    r"(?<![a-z])(?:plate|plates|licen[cs]e|registration|reg|vrm|tag|vehicle|car|van|truck|bus|minivan|suv|kennzeichen|"
    r"matricula|targa|kenteken|immatriculation|number|no)(?![a-z])"
)
_SHORT = 5


class Plate(Fact):
    """A vehicle's number plate.

    `plates` are the letters and figures of each that an entry names, folded; `doubtful` tells that one is
    among them with and without what may be a state or a model.
    """

    __slots__ = ("_doubtful", "_plates")

    def __init__(self, plates: Sequence[str], label: str = "plate", *, doubtful: bool = False) -> None:
        super().__init__(label)
        self._plates = tuple(plates)
        self._doubtful = doubtful

    @classmethod
    def parse(cls, number: str, label: str = "plate") -> Self:
        """The plate `number`, spaced in any way, perhaps beside words, a state, or another plate.

        Raises ValueError, without quoting it, when too short, or when it cannot be told what is the plate.
        """
        typed = plates_of(number)
        return cls(typed.plates, label, doubtful=typed.doubtful)

    @classmethod
    def compile(cls, facts: Sequence[Self]) -> Finder:
        """One finder for all of `facts`."""
        return PlateFinder(facts)

    @property
    def plates(self) -> tuple[str, ...]:
        """Letters and figures of each plate, folded, for the finder."""
        return self._plates

    def forms(self) -> int:
        """Each figure that looks like a letter, read as either."""
        return sum(int(2 ** sum(c in "oi01sb58zg26" for c in plate)) for plate in self._plates)

    def weaknesses(self) -> list[str]:
        """A short plate is a common run of characters; what stands beside one may be a state."""
        found = []
        if any(map(_is_weak, self._plates)):
            found.append(
                "short, or of one sort of characters: found only beside a word such as “plate” or “van”"
            )
        if self._doubtful:
            found.append(
                "some of it may be a state, a make or a model: found with and without that; "
                "write the plate alone"
            )
        return found


def _reads_as(written: str, plate: str) -> bool:
    """True when `written`, which is alike in shape, may be `plate`."""
    if len(plate) < _LONG:
        return written.translate(_MOST_ALIKE) == plate.translate(_MOST_ALIKE)
    pairs = zip(written.translate(_MOST_ALIKE), plate.translate(_MOST_ALIKE), strict=True)
    return sum(seen != meant for seen, meant in pairs) <= _MOST_READ


def _is_weak(plate: str) -> bool:
    return len(plate) < _SHORT or plate.isdigit() or plate.isalpha()


class PlateFinder:
    """Looks up every run of letters and figures in a table of all plates."""

    __slots__ = ("_cores", "_heads", "_keys", "_plates")

    def __init__(self, facts: Iterable[Plate]) -> None:
        self._plates: dict[str, list[tuple[Plate, str]]] = {}
        for fact in facts:
            for plate in fact.plates:
                self._plates.setdefault(plate.translate(_ALIKE), []).append((fact, plate))
        self._keys = sorted(plate.encode() for plate in self._plates)
        self._cores = _cores(self._plates) if len(self._plates) > _FEW else None
        self._heads = frozenset(plate[:n] for plate in self._plates for n in range(1, len(plate) + 1))

    def may_match(self, text: str) -> bool:
        """False when the letters and figures of `text`, run together, hold none of the plates."""
        return self._may_hold(fold(text))

    def _may_hold(self, folded: Folded) -> bool:
        if self._cores is not None:
            return self._cores.search(glance(folded).plate) is not None
        squeezed = glance(folded).plate
        return any(plate in squeezed for plate in self._keys)

    def find(self, folded: Folded, original: str) -> Iterator[Match]:
        """Every place where one of the plates stands, spaced in any way."""
        text = folded.text
        if not self._may_hold(folded):
            return
        alike = text.translate(_ALIKE)
        for found in _RUN.finditer(alike):
            if found[0] not in self._heads:
                continue
            for end, run in _joined(alike, found, self._heads):
                for fact, plate in self._plates.get(run, ()):
                    written = "".join(_RUN.findall(text[found.start() : end]))
                    if not _reads_as(written, plate):
                        continue
                    span = folded.span(found.start(), end)
                    shown = as_written(original[span[0] : span[1]])
                    grade = _grade(plate, written, text, found.start(), end, shown)
                    if grade is not None:
                        reason = "plate" if grade is Grade.EXACT else "plate, or one that looks like it"
                        yield Match(
                            *span, fact.label, Kind.PLATE, grade, Confidence.MEDIUM, "plate-number", reason
                        )


def _cores(plates: Iterable[str]) -> re.Pattern[bytes]:
    """One expression for the longest run of figures in each plate, or of letters that look like figures."""
    runs = {max(re.findall("[0-9]+", plate), key=len, default="") for plate in plates}
    return re.compile(any_of(runs).pattern.encode())


def _joined(text: str, first: re.Match[str], heads: frozenset[str]) -> Iterator[tuple[int, str]]:
    """The runs that begin at `first` and go on over separators, as long as they may become a plate."""
    run, end = first[0], first.end()
    for _ in range(_MOST_PARTS):
        yield end, run
        gap = _SEPARATOR.match(text, end)
        following = _RUN.match(text, gap.end()) if gap else None
        if following is None or run + following[0] not in heads:
            return
        run, end = run + following[0], following.end()


def _grade(plate: str, written: str, text: str, start: int, end: int, shown: str) -> Grade | None:
    """How surely the characters are the plate."""
    if _is_weak(plate):
        near = _ANNOUNCED.search(text, max(0, start - 40), start) or _ANNOUNCED.search(text, end, end + 24)
        if not near:
            return None
    if written != plate:
        return Grade.PROBABLE
    words = [run for run in re.findall(r"[A-Za-z]+", shown) if len(run) > 1]
    lower = bool(words) and all(run.islower() for run in words) and not shown.isalnum()
    return Grade.PROBABLE if lower else Grade.EXACT
