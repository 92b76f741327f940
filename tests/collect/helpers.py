"""What the tests of collectors share."""

from dataclasses import dataclass, field

from auditor.collect.interface import Collector
from auditor.collect.options import CrawlOptions
from auditor.collect.website import WebsiteCollector
from auditor.core.document import Resource, Unchecked
from auditor.core.events import Cancel, Event, Notice


@dataclass
class Collected:
    resources: list[Resource] = field(default_factory=list)
    unchecked: list[Unchecked] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)

    @property
    def urls(self) -> set[str]:
        return {r.url for r in self.resources}

    def paths(self, status: int = 200) -> set[str]:
        return {"/" + r.url.split("/", 3)[3] for r in self.resources if r.status == status}

    def at(self, path: str) -> Resource:
        return next(r for r in self.resources if "/" + r.url.split("/", 3)[3] == path)

    def at_url(self, url: str) -> Resource:
        return next(r for r in self.resources if r.url == url)

    @property
    def reasons(self) -> list[str]:
        return [f"{u.url} {u.reason}" for u in self.unchecked]

    @property
    def notices(self) -> str:
        return "\n".join(e.text for e in self.events if isinstance(e, Notice))


def collect(collector: Collector, cancel: Cancel | None = None) -> Collected:
    found = Collected()
    for item in collector.collect(found.events.append, cancel if cancel is not None else Cancel()):
        (found.resources if isinstance(item, Resource) else found.unchecked).append(item)
    return found


def crawl(url: str, **options) -> Collected:
    options.setdefault("timeout", 3)
    return collect(WebsiteCollector([url], CrawlOptions(**options)))
