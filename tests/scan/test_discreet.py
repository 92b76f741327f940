"""What is shown of a document hides a fact in every encoding that a reader could undo."""

import base64
import json
from pathlib import Path
from urllib.parse import quote

import pytest

from auditor.collect.folder import FolderCollector
from auditor.confidential import Facts
from auditor.core.agency import Public
from auditor.core.events import Cancel
from auditor.publish import refuse_disclosure
from auditor.runner import Runner
from auditor.scan.crew import Wanted, in_this_process

FACTS = {
    "schema": 1,
    "address": [{"label": "shelter", "text": "1247 North Maple Street, Suite 300, Springfield, IL 62704"}],
    "phone": [{"label": "desk", "number": "+1 217 555 0148"}],
}
ADDRESS = "1247 North Maple Street"
ENCODED = {
    "percent": quote(ADDRESS),
    "percent of percent": quote(quote(ADDRESS)),
    "three times percent": quote(quote(quote(ADDRESS))),
    "base64": base64.b64encode(ADDRESS.encode()).decode(),
    "base64 for URLs": base64.urlsafe_b64encode(ADDRESS.encode()).decode(),
    "hexadecimal": ADDRESS.encode().hex(),
    "references": "".join(f"&#{ord(c)};" for c in ADDRESS),
    "escapes": "".join(f"\\u{ord(c):04x}" for c in ADDRESS),
    "phone in percent": quote(quote("217 555 0148")),
}


@pytest.fixture(scope="module")
def wanted() -> Wanted:
    return Wanted(Facts.from_table(FACTS), Public())


@pytest.mark.parametrize("frame", ["{}", "http://127.0.0.1/go?d={}&z=1", "see {} there"])
@pytest.mark.parametrize("encoded", ENCODED.values(), ids=ENCODED)
def test_a_fact_is_masked_in_any_encoding(encoded: str, frame: str, wanted: Wanted) -> None:
    masked = wanted.searcher.mask(frame.format(encoded))

    assert encoded not in masked
    assert "[shelter]" in masked or "[desk]" in masked
    refuse_disclosure("out.txt", masked.encode(), wanted.searcher)


@pytest.mark.parametrize(
    "text",
    [
        "https://www.example.org/wp-content/uploads/2020/01/annual-report.pdf?v=%20x",
        "attribute href, line 12",
        "C:\\new\\report of the board.docx",
        f"data {base64.b64encode(b'nothing confidential in here').decode()}",
    ],
)
def test_what_gives_nothing_away_stays_as_it_is(text: str, wanted: Wanted) -> None:
    assert wanted.searcher.mask(text) == text


def test_only_the_part_that_gives_the_fact_away_is_hidden(wanted: Wanted) -> None:
    url = f"http://127.0.0.1/visit/{quote(quote(ADDRESS))}/map?lang=en"

    assert wanted.searcher.mask(url) == "http://127.0.0.1/visit/[shelter]/map?lang=en"


def test_no_finding_shows_a_second_encoded_copy(tmp_path: Path, wanted: Wanted) -> None:
    pieces = [f"<p>{ADDRESS} <a title='{form}'>{form}</a> 217-555-0148</p>" for form in ENCODED.values()]
    blob = base64.b64encode(b"x" * 1000 + ADDRESS.encode() + b"y" * 1000).decode()
    (tmp_path / "page.html").write_text("\n".join([*pieces, f"<script>a='{ADDRESS}';b='{blob}'</script>"]))
    (tmp_path / f"{ENCODED['base64 for URLs']}.txt").write_text(ADDRESS)
    stream = FolderCollector(tmp_path).collect(lambda event: None, Cancel())
    result = Runner(in_this_process(wanted.examiner(())), wanted.fingerprints).run(
        stream, lambda event: None, Cancel()
    )

    assert result.findings
    shown = json.dumps([finding.model_dump(mode="json") for finding in result.findings])
    refuse_disclosure("out.json", shown.encode(), wanted.searcher)
    assert blob[1300:1360] not in shown
