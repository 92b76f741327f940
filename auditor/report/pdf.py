"""The audit as a tagged PDF (PDF/UA-1), set by Typst. Needs the extra `pdf`."""

import json
from dataclasses import asdict
from importlib.resources import files

from auditor.report import words
from auditor.report.audit_values import AuditView
from auditor.report.paper import body, facts, tiles


class AuditPdf:
    """PDF."""

    name = "pdf"
    extension = "pdf"
    binary = True

    def render(self, view: AuditView) -> bytes:
        """The whole file. Texts reach Typst as data, never as markup, so that none can act in it."""
        data = {
            "title": view.title,
            "agency": view.agency,
            "edition": view.edition.title,
            "facts": facts(view),
            "tone": view.tone.value,
            "verdict": view.verdict_word,
            "verdict_sentence": view.verdict_sentence,
            "rating": view.rating,
            "rating_word": words.sentence(words.RATING_WORD[view.rating]),
            "interval": view.interval,
            "floor": view.floor,
            "ceiling": view.ceiling,
            "sentences": f"{view.interval_sentence} {view.change_sentence}",
            "tiles": tiles(view),
            "blocks": [{"type": type(block).__name__, **asdict(block)} for block in body(view)],
            "colophon": f"Written {words.moment(view.generated)} by auditor {view.version}. "
            f"Checklist {view.profile} {view.profile_version}.",
        }
        return _compile(json.dumps(data, ensure_ascii=False), int(view.generated.timestamp()))


def _compile(data: str, seconds: int) -> bytes:
    """The PDF of `data`, dated `seconds` since 1970.

    PDF/UA-1 refuses a letter that no font at hand can show. A report with such a name in it is still
    written, tagged as well, only without the claim to the standard.
    """
    import typst

    source = files("auditor.report").joinpath("templates", "audit.typ").read_bytes()
    inputs = {"data": data}
    try:
        made = typst.compile(
            source, format="pdf", sys_inputs=inputs, pdf_standards=["ua-1"], timestamp=seconds
        )
    except typst.TypstError:
        made = typst.compile(source, format="pdf", sys_inputs=inputs, timestamp=seconds)
    assert isinstance(made, bytes)
    return made
