"""One page, asked for once: to look again at a place that is said to be mended."""

from urllib.parse import urlsplit

from auditor.collect.fetch import Failure, Fetcher
from auditor.collect.guard import AddressGuard
from auditor.collect.http_words import content_type
from auditor.collect.options import CrawlOptions
from auditor.core.document import Resource, Unchecked


def fetch_page(url: str, options: CrawlOptions) -> Resource | Unchecked:
    """The page at `url` as it is served now. An answer that says nothing of the page is unchecked.

    A page that is not there any more (404, 410) is what the site shows in its place.
    """
    host = urlsplit(url).hostname or ""
    fetcher = Fetcher(options, AddressGuard([host], allow_private=options.allow_private), [url])
    try:
        answer = fetcher.get(url)
    finally:
        fetcher.close()
    if isinstance(answer, Failure):
        return Unchecked(url, answer.reason, mend=answer.mend)
    if 300 <= answer.status < 400:
        return Unchecked(url, "it now leads to another address", mend="run the checks on the whole site")
    if answer.status >= 400 and answer.status not in (404, 410):
        return Unchecked(url, f"the server answered {answer.status}")
    if answer.cut:
        return Unchecked(url, answer.cut)
    media_type, charset = content_type(answer.header("Content-Type"))
    return Resource(url, answer.body, media_type, charset, answer.status, answer.headers)
