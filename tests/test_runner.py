"""The runner: one search per text, every check guarded, nothing dropped silently."""

from collections.abc import Iterator

import pytest

from auditor.collect import extract
from auditor.confidential import Facts
from auditor.core.check import Brief
from auditor.core.document import Document, Fragment, Resource, Unchecked
from auditor.core.events import Cancel, Progress, ignore
from auditor.core.match import Match
from auditor.core.status import Confidence, Grade, Kind, Outcome
from auditor.runner import Examiner, Runner, with_found
from auditor.scan.crew import in_this_process
from checks.site_address import SiteAddress
from checks.site_phone import SitePhone

IDS = Facts().fingerprints()


class Counting:
    def __init__(self) -> None:
        self.texts: list[str] = []

    def find_in(self, text: str) -> list[Match]:
        self.texts.append(text)
        at = text.find("SECRET")
        kind = Kind.ADDRESS
        return (
            [Match(at, at + 6, "shelter", kind, Grade.EXACT, Confidence.HIGH, "r", "why")] if at >= 0 else []
        )

    def mask(self, text: str) -> str:
        return text.replace("SECRET", "[shelter]")


class Broken(SitePhone):
    id = "broken"

    def examine(self, reading, brief):
        raise RuntimeError("SECRET")


def read(resource: Resource) -> Document:
    if resource.body == b"boom":
        raise ValueError("SECRET")
    text = resource.body.decode()
    return Document(resource.url, size=len(text), fragments=(Fragment(text, "html-text"),), is_page=True)


def resources(*bodies: bytes) -> Iterator[Resource | Unchecked]:
    for number, body in enumerate(bodies):
        yield Resource(f"https://a.example/{number}", body)


def run(*bodies: bytes, checks=(SiteAddress(), SitePhone()), extra=()):
    searcher = Counting()
    runner = Runner(in_this_process(Examiner(checks, Brief(searcher, IDS), read)), IDS)
    return runner.run([*resources(*bodies), *extra], ignore, Cancel()), searcher


def test_a_text_that_comes_again_is_searched_once_and_found_at_every_place():
    style, secret = b"p { margin: 0 } " * 20, b"at SECRET " * 20
    result, searcher = run(style, style, secret, secret, b"short", b"short")
    assert searcher.texts.count(style.decode()) == 1
    assert searcher.texts.count("short") == 2
    assert len({finding.url for finding in result.findings}) == 2
    assert result.documents == 6


def test_found_clear_and_counts():
    result, _ = run(b"nothing", b"at SECRET")
    outcomes = {o.check: o.outcome for o in result.outcomes((SiteAddress(), SitePhone()))}
    assert outcomes == {"site-address": Outcome.FOUND, "site-phone": Outcome.CLEAR}
    assert (result.documents, result.pages, result.bytes_read) == (2, 2, 16)


def test_what_could_not_be_fetched_turns_clear_into_unchecked_but_not_found():
    result, _ = run(b"at SECRET", extra=[Unchecked("https://a.example/SECRET", "timed out")])
    outcomes = {o.check: o.outcome for o in result.outcomes((SiteAddress(), SitePhone()))}
    assert outcomes == {"site-address": Outcome.FOUND, "site-phone": Outcome.UNCHECKED}
    [entry] = result.coverage(Counting().mask).unchecked
    assert entry.url == "https://a.example/[shelter]"


def test_nothing_read_is_unchecked():
    result, _ = run()
    assert {o.outcome for o in result.outcomes((SiteAddress(),))} == {Outcome.UNCHECKED}


def test_a_document_that_breaks_its_reader_is_listed_and_the_rest_is_read():
    result, _ = run(b"boom", b"at SECRET")
    assert [u.reason for u in result.unchecked] == ["could not be read (ValueError)"]
    assert len(result.findings) == 1


def test_a_check_that_fails_hides_nothing_and_is_not_a_pass():
    result, _ = run(b"at SECRET", checks=(Broken(), SiteAddress()))
    outcomes = {o.check: o for o in result.outcomes((Broken(), SiteAddress()))}
    assert outcomes["broken"].outcome is Outcome.UNCHECKED
    assert "SECRET" not in outcomes["broken"].reason
    assert outcomes["site-address"].outcome is Outcome.FOUND


def test_each_text_is_searched_once_for_all_checks():
    _, searcher = run(b"one", b"two")
    assert searcher.texts.count("one") == 1
    assert searcher.texts.count("two") == 1


@pytest.mark.parametrize("after", [1, 2])
def test_cancel_ends_the_run(after):
    cancel = Cancel()

    def stream():
        for number, item in enumerate(resources(b"a", b"b", b"c"), 1):
            if number > after:
                cancel.set()
            yield item
        yield Unchecked("https://a.example/", "cancelled; 7 known addresses were not visited")

    examiner = Examiner((SiteAddress(),), Brief(Counting(), IDS), read)
    result = Runner(in_this_process(examiner), IDS).run(stream(), ignore, cancel)
    assert result.documents == after
    assert [u.reason for u in result.unchecked] == ["cancelled; 7 known addresses were not visited"]
    assert [r.outcome for r in result.outcomes((SiteAddress(),))] == [Outcome.UNCHECKED]


def test_events_reach_faces_masked_and_counted():
    result, searcher = run(b"at SECRET")
    event = with_found(Progress("website", documents=1, current="https://a/SECRET"), result, searcher.mask)
    assert isinstance(event, Progress)
    assert (event.found, event.current) == (1, "https://a/[shelter]")


def test_a_second_url_of_the_same_bytes_does_not_answer_for_the_first_s_headers():
    first = Resource("https://a.example/a", b"<p>at SECRET", headers=(("X-Place", "SECRET"),))
    twin = Resource("https://a.example/b", b"", same_as=first.url)
    examiner = Examiner((SiteAddress(),), Brief(Counting(), IDS), extract.read)
    result = Runner(in_this_process(examiner), IDS).run([first, twin], ignore, Cancel())
    assert {f.carrier for f in result.findings if f.url == first.url} == {"html-text", "http-header"}
    assert {f.carrier for f in result.findings if f.url == twin.url} == {"html-text"}


def test_a_second_url_of_the_same_bytes_is_a_finding_of_its_own():
    twin = Resource("https://a.example/copy", b"", same_as="https://a.example/0")
    result, _ = run(b"at SECRET", extra=[twin])
    assert [f.url for f in result.findings] == ["https://a.example/0", "https://a.example/copy"]
    assert len({f.id for f in result.findings}) == 2
