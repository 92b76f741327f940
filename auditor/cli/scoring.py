"""The score in words and as JSON."""

import json
from dataclasses import asdict

from auditor.core.assessment import Assessment
from auditor.core.score import Score, Verdict


def as_text(assessment: Assessment, score: Score, *, explain: bool, following: bool) -> str:
    """A few lines for a person; `explain` adds every lost point, `following` the steps that regain most."""
    met = score.verdict is Verdict.MET
    lines = [
        f"{assessment.period}  {assessment.profile.title}",
        f"Verdict   {'✓ MET' if met else '✗ NOT MET'}   rating {score.rating} of 4 (1 is best)",
        (
            f"Score     {score.floor:.1f} % to {score.ceiling:.1f} %   "
            f"decided {score.coverage:.0f} %, not applicable {score.not_applicable:.0f} %"
        ),
    ]
    if score.gate:
        lines.append(f"Gate      closed by {len(score.gate)} critical:")
        lines += [f"  ! {r.control.id:<8} {r.reason or r.status.value}" for r in score.gate]
    lines.append("")
    lines += [
        f"  {s.title[:44]:<44} {s.floor:5.1f} % to {s.ceiling:5.1f} %  {s.decided}/{s.total}"
        for s in score.sections
    ]
    if explain:
        lines += ["", "Points lost:"]
        lines += [f"  {loss.points:5.1f}  {loss.control:<8} {loss.reason}" for loss in score.losses]
    if following:
        lines += ["", "What regains most:"]
        for number, loss in enumerate(score.losses[:10], 1):
            control = assessment.result(loss.control).control
            lines.append(f"  {number:>2}. +{loss.points:.1f}  {loss.control:<8} {control.remedy}")
    return "\n".join(lines)


def as_json(assessment: Assessment, score: Score) -> str:
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
    }
    return json.dumps(table, indent=2, ensure_ascii=False)
