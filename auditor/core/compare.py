"""What changed between two quarters, in controls and in points, each point traced to one control."""

from dataclasses import dataclass
from enum import StrEnum

from auditor.core.assessment import Assessment, ControlResult
from auditor.core.status import Status

_RANK = {Status.UNANSWERED: 0, Status.UNMET: 0, Status.PARTIAL: 1, Status.MET: 2}


class Shift(StrEnum):
    """What happened to a control between two quarters."""

    WORSE = "worse"
    BETTER = "better"
    STALE = "evidence out of date"
    NOT_APPLICABLE = "newly not applicable"
    APPLICABLE = "applicable again"
    WAIVED = "newly waived"
    ADDED = "new in the checklist"
    REMOVED = "no longer in the checklist"
    REWEIGHTED = "the same answer, with other weights around it"
    NONE = "unchanged"


@dataclass(frozen=True, slots=True)
class Move:
    """One control in two quarters. `points` is what it adds to the change of the floor, of 100."""

    control: str
    question: str
    before: Status | None
    after: Status | None
    points: float
    reason: str
    shift: Shift


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two quarters side by side, control by control.

    `moves` holds every control that changed the floor; they sum to `change`. `improved` are better than
    before and not yet met. A control can be in several groups: regressed and stale, say.
    """

    before: str
    after: str
    floor_before: float
    floor_after: float
    regressed: tuple[Move, ...]
    fixed: tuple[Move, ...]
    improved: tuple[Move, ...]
    newly_waived: tuple[Move, ...]
    newly_not_applicable: tuple[Move, ...]
    stale: tuple[Move, ...]
    added: tuple[Move, ...]
    removed: tuple[Move, ...]
    moves: tuple[Move, ...]

    @property
    def change(self) -> float:
        """How far the floor moved, in points of 100."""
        return self.floor_after - self.floor_before

    @property
    def changed(self) -> tuple[Move, ...]:
        """Every control that something happened to, also without moving the floor; the worst loss first."""
        groups = (
            self.moves,
            self.newly_waived,
            self.newly_not_applicable,
            self.stale,
            self.added,
            self.removed,
        )
        every = {m.control: m for group in groups for m in group if m.shift is not Shift.REWEIGHTED}
        return tuple(sorted(every.values(), key=lambda m: (m.points, m.control)))

    @property
    def groups(self) -> tuple[tuple[str, tuple[Move, ...]], ...]:
        """The changes under plain headings, empty ones left out; whatever moved the floor is there."""
        named = (
            ("Got worse", self.regressed),
            ("Mended", self.fixed),
            ("Better, and not yet met", self.improved),
            ("Newly waived", self.newly_waived),
            ("Newly not applicable", self.newly_not_applicable),
            ("Evidence has gone stale", self.stale),
            ("New in the checklist", self.added),
            ("No longer in the checklist", self.removed),
        )
        told = {move.control for _, moves in named for move in moves}
        rest = tuple(move for move in self.moves if move.control not in told)
        return tuple((title, moves) for title, moves in (*named, ("Other points", rest)) if moves)

    @property
    def reweighted(self) -> float:
        """The points that moved because of other weights around unchanged answers."""
        return sum(m.points for m in self.moves if m.shift is Shift.REWEIGHTED)


def compare(before: Assessment, after: Assessment) -> Comparison:
    """Compare two judged quarters, control by control."""
    old, new = _by_id(before), _by_id(after)
    shares = contributions(before), contributions(after)
    moves = {
        control_id: _move(old.get(control_id), new.get(control_id), shares, control_id)
        for control_id in [*new, *(c for c in old if c not in new)]
    }
    both = [(old[c], new[c], moves[c]) for c in new if c in old]
    return Comparison(
        before=str(before.period),
        after=str(after.period),
        floor_before=sum(shares[0].values()),
        floor_after=sum(shares[1].values()),
        regressed=tuple(m for a, b, m in both if _regressed(a, b)),
        fixed=tuple(m for a, b, m in both if _fixed(a, b)),
        improved=tuple(m for a, b, m in both if m.shift is Shift.BETTER and not _fixed(a, b)),
        newly_waived=tuple(m for a, b, m in both if b.waiver and not a.waiver),
        newly_not_applicable=tuple(m for a, b, m in both if a.applicable and not b.applicable),
        stale=tuple(m for a, b, m in both if b.stale and not a.stale),
        added=tuple(moves[c] for c in new if c not in old),
        removed=tuple(moves[c] for c in old if c not in new),
        moves=tuple(sorted((m for m in moves.values() if abs(m.points) > 1e-9), key=lambda m: m.points)),
    )


def contributions(assessment: Assessment) -> dict[str, float]:
    """The points of 100 that each applicable control brings to the floor. They sum to the floor."""
    counted = [r for r in assessment.results if r.applicable]
    total = sum(r.control.weight for r in counted)
    return {r.control.id: 100.0 * r.control.weight * (r.value or 0.0) / total for r in counted}


def _by_id(assessment: Assessment) -> dict[str, ControlResult]:
    return {r.control.id: r for r in assessment.results}


def _shift(a: ControlResult | None, b: ControlResult | None, points: float) -> Shift:
    """What happened to a control; the plainest name when several fit."""
    if a is None or b is None:
        return Shift.ADDED if a is None else Shift.REMOVED
    named = (
        (Shift.WAIVED, b.waiver is not None and a.waiver is None),
        (Shift.NOT_APPLICABLE, a.applicable and not b.applicable),
        (Shift.APPLICABLE, b.applicable and not a.applicable),
        (Shift.STALE, b.stale and not a.stale),
        (Shift.WORSE, _regressed(a, b)),
        (Shift.BETTER, _regressed(b, a)),
        (Shift.REWEIGHTED, abs(points) > 1e-9),
    )
    return next((shift for shift, fits in named if fits), Shift.NONE)


def _regressed(a: ControlResult, b: ControlResult) -> bool:
    if not a.applicable or not b.applicable:
        return False
    return _RANK[b.status] < _RANK[a.status] or (b.value or 0.0) < (a.value or 0.0)


def _fixed(a: ControlResult, b: ControlResult) -> bool:
    if not a.applicable or not b.applicable:
        return False
    return b.status is Status.MET and a.status is not Status.MET


def _move(
    a: ControlResult | None,
    b: ControlResult | None,
    shares: tuple[dict[str, float], dict[str, float]],
    control_id: str,
) -> Move:
    shown = b or a
    assert shown is not None
    points = shares[1].get(control_id, 0.0) - shares[0].get(control_id, 0.0)
    shift = _shift(a, b, points)
    return Move(
        control=control_id,
        question=shown.control.question,
        before=a.status if a else None,
        after=b.status if b else None,
        points=points,
        reason=_why(a, b, shift),
        shift=shift,
    )


def _why(a: ControlResult | None, b: ControlResult | None, shift: Shift) -> str:
    if a is None or b is None or shift is Shift.REWEIGHTED:
        return shift.value
    if b.reason:
        return b.reason
    if a.status is not b.status:
        return f"from {a.status.value.replace('_', ' ')} to {b.status.value.replace('_', ' ')}"
    return shift.value
