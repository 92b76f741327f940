"""What to do about a finding, step by step: mend the place, then the copies, then prove it. Pure."""

import re
from urllib.parse import quote

from auditor.core.finding import Finding
from auditor.core.status import Kind

_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
_COPIES = re.compile(r"archive|search engine", re.IGNORECASE)
_PROOF = re.compile(r"check (?:it |the page )?once more", re.IGNORECASE)


def steps(finding: Finding) -> list[str]:
    """The check's own remedy, one sentence a step, and what it leaves to say of copies and proof."""
    own = [part.strip() for part in _SENTENCE.split(finding.remedy) if part.strip()]
    if finding.kind in (Kind.OTHER_ADDRESS, Kind.TLS) or not own:
        return own
    mend = [step for step in own if not _COPIES.search(step)] or own
    return [*mend, *_copies(finding), "Press r: the page is read once more, which proves that it is gone."]


def _copies(finding: Finding) -> list[str]:
    """Who keeps copies, and how each is asked to drop them. The addresses named are those of the page."""
    if "[" in finding.url:
        return ["Ask search engines and web archives to drop their copies of the page."]
    page = quote(finding.url, safe=":/?&=%")
    look = f"See whether the archive keeps a copy: web.archive.org/web/*/{page}"
    ask = (
        "Ask the archive to remove it: write to info@archive.org from the agency's own address, name the "
        "page's address and the years, and say that it puts people in danger. Do not write what it shows."
    )
    engines = (
        "Ask search engines to drop theirs: Google “Remove outdated content”, Bing “Content removal tool”."
    )
    return [f"{look} (the archive sees that somebody looked).", ask, engines]
