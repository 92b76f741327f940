"""The work of one crawl: what each worker does with an address, and what is known at the end."""

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from auditor.collect.answers import Answers
from auditor.collect.asking import Asker
from auditor.collect.fetch import Answer, Failure, Fetcher
from auditor.collect.frontier import Frontier, Visit
from auditor.collect.guard import AddressGuard
from auditor.collect.http_words import NOT_MODIFIED
from auditor.collect.in_hand import InHand
from auditor.collect.joining import Joiner
from auditor.collect.options import CrawlOptions
from auditor.collect.pace import Pace
from auditor.collect.redirects import Redirects
from auditor.collect.starts import Starts
from auditor.collect.tally import Item, Tally
from auditor.collect.urls import Scope, host_named, host_of, key
from auditor.core.document import Resource, Unchecked
from auditor.core.events import Cancel, Notice
from auditor.core.memory import Memory, Place, Remembered

CAPACITY_FACTOR = 20
"""Addresses remembered per page that may be read; bounds the memory of a site with endless addresses."""
GRACE = 0.5
"""Seconds after the end of the time in which a worker may finish with what it has in hand."""
GUESSES = 100
"""Guessed addresses that may miss before guessing is given up on a site where most of them do."""


class Crawl:
    """The shared state of the workers of one crawl."""

    def __init__(
        self,
        starts: Sequence[str],
        options: CrawlOptions,
        cancel: Cancel,
        memory: Memory | None = None,
        *,
        logins: Mapping[str, str] | None = None,
        planning: bool = False,
    ) -> None:
        self.options = options
        self._memory = memory
        self.planned: list[str] | None = [] if planning else None
        self.tally = Tally()
        capacity = options.max_pages * CAPACITY_FACTOR + 10_000
        self.frontier = Frontier(
            options.max_variants,
            options.max_depth,
            capacity,
            self._met,
            explain=options.explain,
            resting=self._rests,
        )
        self.current = ""
        self.limit = ""
        self.discarded = 0
        self.unguessed = 0
        self._cancel = cancel
        self._halt = Cancel()
        self.in_hand = InHand()
        self._deadline = time.monotonic() + options.max_seconds
        self.scope = Scope(starts, options.hosts, subdomains=options.subdomains)
        self.joiner = Joiner(self.scope)
        trusted = [urlsplit(url).hostname or "" for url in starts] + [_host_name(h) for h in options.hosts]
        guard = AddressGuard(trusted, allow_private=options.allow_private)
        self.fetcher = Fetcher(options, guard, starts, logins or {})
        self.pace = Pace(options.delay, options.max_delay, self._over)
        left, tell = self._seconds_left, self.tally.tell
        self._asker = Asker(self.fetcher, self.pace, options, over=self._over, left=left, tell=tell)
        self.starts = Starts(self, starts)
        self.redirects = Redirects(self)
        self.answers = Answers(self)
        self.frontier.add([Visit(url, start=True, why="a target") for url in starts])
        if memory is not None:
            self.frontier.remember(memory.left_out_before())
            known = (place for place in memory.places() if place.url in self.scope)
            why = "known from an earlier run"
            self.frontier.add([Visit(p.url, p.depth, guessed=p.guessed, why=why) for p in known])

    def _rests(self, url: str) -> bool:
        return self.pace.resting(host_of(url)) > 0

    def _met(self, visit: Visit) -> None:
        if self._memory is not None:
            self._memory.met(Place(visit.url, visit.depth, visit.guessed))

    # --- one worker ------------------------------------------------------------------------------

    def work(self) -> None:
        """Take addresses until none is left or the crawl is stopped."""
        try:
            while visit := self.frontier.take(self._over):
                self.in_hand.hold(visit)
                try:
                    self._visit(visit)
                except Exception as error:  # noqa: BLE001 - hostile input must not end the crawl; it is listed
                    self.refuse(visit, f"could not be read ({type(error).__name__})")
                finally:
                    self.in_hand.leave(visit)
                    self.frontier.done()
        finally:
            self.tally.buffer.leave()

    def _visit(self, visit: Visit) -> None:
        if visit.guessed and key(visit.url) in self.frontier.confirmed:
            visit = replace(visit, guessed=False)
        if visit.guessed and self._gives_up_guessing():
            self.unguessed += 1
            self.tally.failed_guess(
                visit.url, "was not tried: most of what only looked like an address led nowhere"
            )
            self.explain(f"not read: {visit.url} ({visit.why}, and most such led nowhere)")
            return
        if self.frontier.is_overtaken(visit) or self._abandoned(visit) or not self.starts.permit(visit):
            return
        if self.planned is not None and not self.starts.is_sitemap(visit.url):
            if not visit.guessed:
                self.planned.append(visit.url)
            return
        self.current = visit.url
        earlier = self._memory.earlier(visit.url) if self._memory is not None else None
        if self._memory is not None and self._memory.is_done(visit.url):
            self._unchanged(visit, (), earlier)
            return
        answer = self.ask(visit.url, earlier.validators if earlier else None)
        if isinstance(answer, Failure):
            self.refuse(visit, answer.reason, answer.mend, answer.cause)
        elif answer is not None and answer.status == NOT_MODIFIED and earlier:
            self._unchanged(visit, answer.headers, earlier)
        elif answer is not None:
            self.answers.take(visit, answer)
        else:
            self.lose(visit)

    def lose(self, visit: Visit) -> None:
        """Count that `visit` was begun and got no answer: the crawl ended, or its host was given up."""
        if not self._abandoned(visit):
            self.discarded += 1
            self.explain(f"not read: {visit.url} (the crawl ended first; {visit.why})")

    def _abandoned(self, visit: Visit) -> bool:
        """True when the host of `visit` has been given up: it is not asked, and that is counted."""
        surrender = self._asker.given_up(visit.url)
        if surrender is None:
            return False
        if visit.guessed:
            self.refuse(visit, surrender.reason)
        else:
            self.tally.abandon(visit.url, surrender)
            self.explain(f"not read: {visit.url} ({surrender.reason}; {visit.why})")
        return True

    def _unchanged(
        self, visit: Visit, headers: tuple[tuple[str, str], ...], earlier: Remembered | None
    ) -> None:
        """What `visit` leads to is what it was: where it leads to is remembered as well."""
        kind, status = (earlier.media_type, earlier.status) if earlier else ("", 200)
        resource = Resource(visit.url, b"", kind, status=status, headers=headers, unchanged=True)
        self.explain(f"unchanged: {visit.url} ({visit.why})")
        if self.admit(resource):
            self.tally.guessed_hits += visit.guessed
            self.tally.give(resource)

    def admit(self, resource: Resource) -> bool:
        """Count a document in; False, and the crawl ends, when there have been as many as are allowed."""
        if self.tally.admit(resource, limit=self.options.max_pages):
            return True
        self.discarded += 1
        self.end(f"the limit of {self.options.max_pages} pages was reached", "--max-pages")
        return False

    def _gives_up_guessing(self) -> bool:
        hits, misses = self.tally.guessed_hits, self.tally.guessed_misses
        return misses > GUESSES and misses > 4 * hits

    def ask(self, url: str, headers: Mapping[str, str] | None = None) -> Answer | Failure | None:
        """The answer of `url`; see `Asker.ask`."""
        return self._asker.ask(url, headers)

    def untold(self) -> Iterator[str]:
        """Of each address that was left out since this was asked last: why."""
        for visit, reason in self.frontier.untold() if self.options.explain else ():
            yield f"not read: {visit.url} ({reason}; {visit.why})"

    def unread(self) -> Iterator[str]:
        """Of each address that is known at the end and was not asked for: why."""
        yield from self.untold()
        reason = self.limit.partition("|")[0] or "the crawl ended first"
        for visit in self.frontier.waiting():
            yield f"not read: {visit.url} ({reason}; {visit.why})"

    def join(self, base: str, link: str) -> str:
        """The normal form of `link` as written at `base`, when it is on the site; empty otherwise."""
        target = self.joiner.join(base, link)
        return target if target and target in self.scope else ""

    def refuse(self, visit: Visit, reason: str, mend: str = "", cause: str = "") -> None:
        """List that `visit` could not be had; a guess only counts if a page links to it."""
        self.explain(f"not read: {visit.url} ({reason}; {visit.why})")
        if visit.guessed:
            self.tally.guessed_misses += 1
            self.tally.failed_guess(visit.url, reason)
        else:
            self.tally.miss(visit.url, reason, mend, cause)

    def explain(self, text: str) -> None:
        """Tell why an address was read or not, if that was asked for."""
        if self.options.explain:
            self.tally.tell(text)

    # --- the end ---------------------------------------------------------------------------------

    def end(self, reason: str, flag: str = "") -> None:
        """Take up nothing more, for this reason; `flag` raises the limit that was met."""
        self.limit = self.limit or f"{reason}|{flag}"
        self.frontier.close()

    def _seconds_left(self) -> float:
        return self._deadline - time.monotonic()

    def _over(self) -> bool:
        if self._cancel:
            self.end("cancelled")
        elif time.monotonic() > self._deadline:
            self.end(f"the limit of {self.options.max_seconds:g} s was reached", "--max-seconds")
        return bool(self.limit) or bool(self._halt)

    def watch(self) -> None:
        """Look at the clock: end what is late, and everything when the crawl is over by time or cancel."""
        self.fetcher.watch()
        over = self._over()
        if over and (self._cancel or time.monotonic() > self._deadline):
            self.fetcher.stop()

    @property
    def is_late(self) -> bool:
        """True when workers are still busy that had the time to notice the end of the crawl's time."""
        return self._seconds_left() < -GRACE

    def rest(self) -> list[Item]:
        """End the handing over: what was not taken yet, and what workers still have in hand, as unchecked."""
        self.frontier.halt()
        left = self.tally.buffer.close()
        given = {item.url for item in left if not isinstance(item, Notice)}
        held = self.in_hand.urls() - given
        reason = "time limit: looking for its links was not done when the time was over"
        return [*left, *(Unchecked(url, reason, mend="--max-seconds") for url in sorted(held))]

    def stop(self) -> None:
        """End all work at once."""
        self._halt.set()
        self.tally.buffer.close()
        self.frontier.close()
        self.fetcher.stop()

    def close(self) -> None:
        """Close the connections."""
        self.fetcher.close()


def _host_name(host: str) -> str:
    return urlsplit(f"//{host_named(host)}").hostname or ""
