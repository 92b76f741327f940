"""What becomes of an answer: handed over once, what it leads to queued, what is amiss listed."""

import hashlib
import threading
from dataclasses import replace
from typing import TYPE_CHECKING

from auditor.collect.fetch import Answer
from auditor.collect.frontier import Visit
from auditor.collect.http_words import NOT_MODIFIED, REDIRECTS, content_type, meaning
from auditor.collect.links import scan
from auditor.collect.series import Series
from auditor.core.document import GONE, Resource

if TYPE_CHECKING:
    from auditor.collect.crawl import Crawl

FIGURES = 10
"""Times as many pages of a series are read in which nothing but figures is new as addresses of one shape."""


class Answers:
    """Takes the answers of all workers of a crawl."""

    def __init__(self, crawl: "Crawl") -> None:
        self._crawl = crawl
        self._series = Series(crawl.options.max_variants * FIGURES)
        self._order = threading.Lock()
        self._digests: dict[str, str] = {}

    def take(self, visit: Visit, answer: Answer) -> None:
        """Hand over an answer and queue what it leads to."""
        crawl = self._crawl
        media_type, charset = content_type(answer.header("Content-Type"))
        unread = self._follow(visit, answer, media_type, charset)
        is_cut = bool(answer.cut or unread)
        resource = Resource(
            visit.url, answer.body, media_type, charset, answer.status, answer.headers, cut=is_cut
        )
        if not crawl.admit(resource):
            crawl.explain(f"not read: {visit.url} ({crawl.limit.partition('|')[0]}; {visit.why})")
            return
        with self._order:
            taken = crawl.tally.give(self._once(resource))
        crawl.in_hand.leave(visit, taken=taken)
        crawl.explain(
            f"read: {visit.url} ({answer.status} {media_type}, {len(answer.body)} bytes; {visit.why})"
        )
        self._judge(visit, answer)
        if unread:
            crawl.tally.miss(visit.url, unread)
        if crawl.tally.bytes_read >= crawl.options.max_bytes:
            crawl.end(f"the limit of {crawl.options.max_bytes} bytes was reached", "--max-bytes")

    def _once(self, resource: Resource) -> Resource:
        """The resource, without its body when the same bytes have been given under another address.

        Under one lock with the giving, so that the first is given first.
        """
        if not resource.body:
            return resource
        digest = hashlib.sha256(resource.body).hexdigest() + resource.media_type + resource.charset
        first = self._digests.setdefault(digest, resource.url)
        return resource if first == resource.url else replace(resource, body=b"", same_as=first)

    def _follow(self, visit: Visit, answer: Answer, media_type: str, charset: str) -> str:
        """Queue what an answer leads to; what was not looked through, if anything."""
        crawl = self._crawl
        if answer.status in REDIRECTS:
            crawl.redirects.follow(visit, answer)
        links = crawl.starts.links(visit, answer) or scan(answer.body, media_type, charset)
        found = crawl.joiner.targets(visit.url, links, answer.headers)
        is_page = answer.status == 200 and not answer.cut
        if is_page:
            crawl.frontier.idle.saw(visit.url, answer.body)
        named, onward = found.named if is_page else (), found.onward
        on = self._series.next_pages(visit.url, answer.body, visit.depth, named, onward)
        depth = visit.depth + 1
        linked, quoted = f"linked from {visit.url}", f"looks like an address in {visit.url}"
        source = visit.url
        visits = [
            Visit(url, depth - (url in on), why=linked, source=source, onward=url in on)
            for url in found.named
        ]
        visits += [Visit(url, depth, guessed=True, why=quoted, source=source) for url in found.guessed]
        crawl.frontier.add(visits)
        for text in crawl.untold():
            crawl.explain(text)
        return links.cut

    def _judge(self, visit: Visit, answer: Answer) -> None:
        """List what the server would not or could not give."""
        crawl = self._crawl
        if answer.cut:
            crawl.tally.miss(visit.url, answer.cut, cause=answer.cause)
        if answer.status == NOT_MODIFIED:
            crawl.refuse(visit, "the server says that it is unchanged, which nobody asked")
        elif answer.status < 400:
            crawl.tally.guessed_hits += visit.guessed
        elif answer.status not in GONE or visit.start:  # a missing page holds nothing to be checked
            crawl.refuse(visit, f"the server answered {answer.status}{meaning(answer.status)}")
        elif visit.guessed:
            crawl.tally.guessed_misses += 1
        else:
            crawl.tally.missing(visit.url)
