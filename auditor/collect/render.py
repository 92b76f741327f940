"""Pages as a browser builds them (extra `render`): an installed Chromium, fenced to the site.

A folder is given to the browser as the website that a static host would make of it, without a server. Only
pages with scripts are built. The result is put behind the page as delivered, in one resource, so
that a leak is one finding wherever it stands.
"""

import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote, urlsplit

from auditor.collect.interface import Collector
from auditor.core.document import Resource, Unchecked
from auditor.core.events import Cancel, Listener, Notice

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page, Route

Shelf = Callable[[str], Resource | None]
"""Gives the file at a path that is decoded and begins at the root, or None."""

_NOWHERE = "http://folder.invalid"
"""The address that a folder's pages are built under: a name that no look-up ever finds (RFC 6761)."""
_NOT_SERVED = "only pages of a website or a folder can be"
MEND = "install agency-auditor[render] and Chromium"
SEPARATOR = b"\n<!-- as a browser builds it -->\n"
_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_PAGE_SECONDS = 20.0
_QUIET_SECONDS = 5.0
_LARGEST = 32 * 1024**2
# Nothing but the site: no updates, no telemetry, no look-up of other names, no cache left behind.
_ARGUMENTS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--disable-domain-reliability",
    "--no-first-run",
    "--no-pings",
    "--disable-gpu",
)
# Open shadow trees are not part of a page's serialisation, and neither is what a field holds.
_HIDDEN_PARTS = """() => {
  const found = [];
  const walk = root => root.querySelectorAll('*').forEach(e => {
    if (e.shadowRoot) { found.push(e.shadowRoot.innerHTML); walk(e.shadowRoot); }
    if (e.value && typeof e.value === 'string' && e.tagName !== 'OPTION') found.push('<p>' +
      e.value.replace(/&/g, '&amp;').replace(/</g, '&lt;') + '</p>');
  });
  walk(document);
  return found.join('\\n');
}"""


class RenderingCollector:
    """Wraps the collector of a website or a folder: pages with scripts are built by a browser as well."""

    def __init__(self, inner: Collector, delay: float = 0.0, shelf: Shelf | None = None) -> None:
        """`shelf` gives the files of a source that no server serves, by their path."""
        self.name = inner.name
        self._inner = inner
        self._delay = delay
        self._shelf = shelf

    def collect(self, listener: Listener, cancel: Cancel) -> Iterator[Resource | Unchecked]:
        """The resources of the inner collector. Without a browser, each page with scripts is unchecked."""
        with ExitStack() as stack:
            browser: Any = None
            missing = ""
            for item in self._inner.collect(listener, cancel):
                if isinstance(item, Unchecked) or not _has_scripts(item) or missing or cancel:
                    yield item
                    if isinstance(item, Resource) and missing and _has_scripts(item):
                        yield _not_built(item, missing)
                    continue
                if browser is None:
                    browser, missing = self._browser(item, stack)
                if missing:
                    yield item
                    yield _not_built(item, missing)
                    continue
                built, problem = self._build(browser, item, listener)
                yield built
                if problem:
                    yield Unchecked(item.url, problem)
                time.sleep(self._delay)

    def _browser(self, page: Resource, stack: ExitStack) -> tuple[Any, str]:
        """A browser, or the reason why `page` and all others cannot be built."""
        if self._shelf is None and urlsplit(page.url).scheme not in ("http", "https"):
            return None, _NOT_SERVED
        return _launch(stack)

    def _build(self, browser: Any, page: Resource, listener: Listener) -> tuple[Resource, str]:
        """`page` with what the browser made of it behind it, and what went wrong."""
        from playwright.sync_api import Error

        url = page.url if self._shelf is None else f"{_NOWHERE}/{quote(page.url.lstrip('/'))}"
        fence = Fence(url, self._shelf)
        context = browser.new_context(service_workers="block", accept_downloads=False)
        try:
            fence.put_around(context)
            body = _built(context.new_page(), url)
        except Error as error:
            return page, f"the browser could not build it ({error.message.splitlines()[0][:80]})"
        finally:
            context.close()
        if fence.refused:
            listener(Notice(self.name, f"{page.url}: {fence.refused} requests to other sites were not made"))
        return replace(page, body=page.body + SEPARATOR + body[:_LARGEST]), ""


class Fence:
    """Lets a page reach its own site by reading requests only. `refused` counts what it kept in.

    With a shelf nothing leaves at all: what the page asks for is taken from there.
    """

    def __init__(self, url: str, shelf: Shelf | None = None) -> None:
        self._origin = _origin(url)
        self._shelf = shelf
        self.refused = 0

    def put_around(self, context: "BrowserContext") -> None:
        """Route every request of `context` through the fence; web sockets are refused."""
        context.route("**/*", self._decide)
        context.route_web_socket("**/*", lambda socket: socket.close())

    def _decide(self, route: "Route") -> None:
        request = route.request
        local = request.url.startswith(("data:", "blob:", "about:"))
        own = _origin(request.url) == self._origin and request.method in ("GET", "HEAD")
        if own and self._shelf is not None:
            file = self._shelf(unquote(urlsplit(request.url).path))
            body, kind = (file.body, file.media_type) if file else (b"", "text/plain")
            route.fulfill(status=200 if file else 404, body=body, content_type=kind or "text/plain")
        elif local or own:
            route.continue_()
        else:
            self.refused += 1
            route.abort()


def _origin(url: str) -> tuple[str, str, int | None]:
    parts = urlsplit(url)
    return parts.scheme, parts.hostname or "", parts.port


def _not_built(page: Resource, missing: str) -> Unchecked:
    mend = "unpack it into a folder" if missing == _NOT_SERVED else MEND
    return Unchecked(page.url, f"not built by a browser: {missing}", mend=mend)


def _has_scripts(resource: Resource) -> bool:
    page = resource.media_type in ("text/html", "application/xhtml+xml") and resource.status == 200
    return page and not resource.same_as and b"<script" in resource.body.lower()


def _launch(stack: ExitStack) -> tuple[Any, str]:
    """A browser that is ended with `stack`, or the reason why there is none."""
    try:
        from playwright.sync_api import Error, sync_playwright
    except ImportError:
        return None, "the extra “render” is not installed"
    program = next((path for name in _BROWSERS if (path := shutil.which(name))), None)
    if program is None:
        return None, "no Chromium is installed"
    try:
        driver = stack.enter_context(sync_playwright())
        browser = driver.chromium.launch(
            executable_path=program, args=list(_ARGUMENTS), chromium_sandbox=False
        )
    except Error as error:
        return None, f"Chromium does not start ({error.message.splitlines()[0][:80]})"
    stack.callback(browser.close)
    return browser, ""


def _built(page: "Page", url: str) -> bytes:
    from playwright.sync_api import Error

    page.goto(url, wait_until="load", timeout=_PAGE_SECONDS * 1000)
    with suppress(Error):  # a page that never rests is read as it stands
        page.wait_for_load_state("networkidle", timeout=_QUIET_SECONDS * 1000)
    parts = []
    for frame in page.frames:
        try:
            parts += [frame.content(), frame.evaluate(_HIDDEN_PARTS)]
        except Error:
            continue
    return "\n".join(parts).encode("utf-8", "replace")
