"""Where redirects lead: on, off the site, in a circle, or nowhere."""

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from auditor.collect.fetch import Answer
from auditor.collect.frontier import Visit
from auditor.collect.urls import host_of

if TYPE_CHECKING:
    from auditor.collect.crawl import Crawl

ROUNDS = 3
"""Times that a page which redirects to itself is asked for again with the cookies that it set."""


class Redirects:
    """Queues what redirects lead to, and lists those that lead to no page."""

    def __init__(self, crawl: "Crawl") -> None:
        self._crawl = crawl
        self._rounds: Counter[str] = Counter()
        self._leads: dict[str, str] = {}

    def follow(self, visit: Visit, answer: Answer) -> None:
        """Queue where `answer` leads, or list why that is no page of the site."""
        crawl = self._crawl
        target = crawl.joiner.join(visit.url, answer.header("Location"))
        chain = (*visit.chain, visit.url)
        if not target:
            crawl.refuse(visit, "redirects to nowhere")
        elif target not in crawl.scope:
            if visit.start:
                reason = f"redirects to another site, {host_of(target)}"
                crawl.refuse(visit, reason, "audit that address if it is yours")
            crawl.tally.tell(f"{visit.url} redirects off the site, to {host_of(target)}")
        elif target in chain:
            self._circle(replace(visit, url=target, chain=()), answer)
        elif len(chain) > crawl.options.max_redirects:
            crawl.refuse(visit, f"more than {crawl.options.max_redirects} redirects in a row")
        else:
            self._leads[visit.url] = target
            why = f"{visit.url} redirects to it"
            is_new = crawl.frontier.add([replace(visit, url=target, chain=chain, why=why)])
            if not is_new and self._returns(visit.url):
                self._circle(visit, answer)

    def _returns(self, url: str) -> bool:
        """Whether a circle closes that no chain of redirects shows, as its pages were each met before."""
        at: str | None = url
        for _ in range(self._crawl.options.max_redirects):
            at = self._leads.get(at) if at else None
            if at == url:
                return True
        return False

    def _circle(self, visit: Visit, answer: Answer) -> None:
        """A circle of redirects is how a site asks for its cookie to be shown; otherwise it is a fault."""
        crawl = self._crawl
        self._rounds[visit.url] += 1
        if self._rounds[visit.url] <= ROUNDS and crawl.fetcher.accept_cookies(visit.url, answer.headers):
            crawl.frontier.again(visit)
            return
        crawl.refuse(visit, "redirects in a circle")
