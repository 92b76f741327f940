"""The score in words and as JSON."""

import json
from dataclasses import asdict, dataclass

from auditor.core.assessment import Assessment
from auditor.core.outlook import NextStep, Turn
from auditor.core.record import Action, Waiver
from auditor.core.score import Score, Verdict, claimed


@dataclass(frozen=True, slots=True)
class Extras:
    """What the score is shown with: late actions, steps to take, what time alone will change, how the
    answers were come by (`notes`), and the waivers in force."""

    overdue: tuple[Action, ...] = ()
    steps: tuple[NextStep, ...] = ()
    turns: tuple[Turn, ...] = ()
    notes: tuple[str, ...] = ()
    waived: tuple[Waiver, ...] = ()


NOTHING = Extras()


def as_text(assessment: Assessment, score: Score, extras: Extras = NOTHING, *, explain: bool = False) -> str:
    """A few lines for a person; `explain` adds every lost point."""
    met = score.verdict is Verdict.MET
    lines = [
        f"{assessment.period}  {assessment.profile.title}",
        f"Verdict   {'✓ MET' if met else '✗ NOT MET'}   rating {score.rating} of 4 (1 is best)",
        (
            f"Score     {claimed(score.floor):.1f} % to {claimed(score.ceiling):.1f} %   "
            f"decided {claimed(score.coverage):.1f} %, not applicable {score.not_applicable:.1f} %"
        ),
    ]
    if score.gate:
        lines.append(f"Gate      closed by {_count(len(score.gate), 'critical control')}:")
        lines += [f"  ! {r.control.id:<8} {r.reason or r.status.value}" for r in score.gate]
    if extras.overdue:
        lines.append(f"Overdue   {_count(len(extras.overdue), 'corrective action')}:")
        lines += [f"  ! {a.id:<12} due {a.due}  {a.owner}: {a.title}" for a in extras.overdue]
    lines += [
        f"Waived    {w.subject} until {w.expires}, approved by {w.approver}: {w.reason}"
        for w in extras.waived
    ]
    lines += [f"Note      {note}" for note in extras.notes]
    lines.append("")
    lines += [
        f"  {s.title[:44]:<44} {claimed(s.floor):5.1f} % to {claimed(s.ceiling):5.1f} %"
        f"  {s.decided}/{s.total}"
        for s in score.sections
        if s.total
    ]
    if explain:
        lines += ["", "Points lost:"]
        lines += [f"  {loss.points:5.1f}  {loss.control:<8} {loss.reason}" for loss in score.losses]
    if extras.turns:
        lines += ["", "What time alone will change:"]
        for turn in extras.turns:
            gate = f", gate closed by {_count(len(turn.gate), 'critical control')}" if turn.gate else ""
            lines.append(f"  from {turn.day}: floor {claimed(turn.floor):.1f} %{gate}")
            lines += [f"      {change}" for change in turn.changes]
    if extras.steps:
        lines += ["", "What to do next:"]
        opens = (
            "  opens the gate" if len(score.gate) == 1 else f"  one of {len(score.gate)} that close the gate"
        )
        for number, step in enumerate(extras.steps[:10], 1):
            gate = opens if step.gate else ""
            lines.append(f"  {number:>2}. +{step.points:.1f}{gate}  {step.control:<8} {step.remedy}")
    return "\n".join(lines)


def _count(number: int, what: str) -> str:
    """`1 critical control`, `3 critical controls`."""
    return f"{number} {what}{'' if number == 1 else 's'}"


def as_json(assessment: Assessment, score: Score, extras: Extras = NOTHING) -> str:
    """The score for a program. Percentages run from 0 to 100."""
    table = {
        "schema": "score-v1",
        "period": str(assessment.period),
        "as_of": assessment.as_of.isoformat(),
        "profile": assessment.profile.id,
        "verdict": score.verdict.value,
        "rating": score.rating,
        "floor": round(score.floor, 3),
        "ceiling": round(score.ceiling, 3),
        "coverage": round(score.coverage, 3),
        "not_applicable": round(score.not_applicable, 3),
        "gate": [{"control": r.control.id, "reason": r.reason or r.status.value} for r in score.gate],
        "losses": [asdict(loss) for loss in score.losses],
        "sections": [asdict(section) for section in score.sections],
        "overdue": [{"action": a.id, "due": a.due.isoformat(), "control": a.control} for a in extras.overdue],
        "notes": list(extras.notes),
        "waived": [
            {"waiver": w.id, "subject": w.subject, "until": w.expires.isoformat(), "approver": w.approver}
            for w in extras.waived
        ],
        "next": [asdict(step) for step in extras.steps],
        "forecast": [{**asdict(turn), "day": turn.day.isoformat()} for turn in extras.turns],
    }
    return json.dumps(table, indent=2, ensure_ascii=False)
