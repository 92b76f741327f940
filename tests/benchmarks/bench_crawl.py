"""Measures the crawl of a served site, against wget on the same site in the same run.

    python -m tests.benchmarks.bench_crawl [--pages N ...] [--latency MS ...] [--connections N ...]

The site is made of ordinary pages of 15-60 KB (a menu, paragraphs, links to other pages, images), served by
a small event-loop server in a process of its own, with or without a wait before every answer. Figures are
responses a second, and their ratio to `wget -r` where that is installed. Collecting alone is measured here:
reading and searching what was collected is not part of it.
"""

import argparse
import asyncio
import multiprocessing
import random
import resource
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection

from auditor.collect.options import CrawlOptions
from auditor.collect.website import WebsiteCollector
from auditor.core.document import Resource
from auditor.core.events import Cancel, ignore

WORDS = "shelter youth services community support night staff report donate volunteer event calendar".split()  # noqa: SIM905
UNCHANGED = b"HTTP/1.1 304 Not Modified\r\n\r\n"
IMAGES = 100
SECTIONS = 25


def make_page(number: int, pages: int) -> bytes:
    """An ordinary page: the same for the same number."""
    chance = random.Random(number)
    size = chance.randint(15_000, 60_000)
    menu = "".join(
        f'<li class="menu-item menu-{n}"><a href="/section/{n}/">Item {n}</a></li>' for n in range(SECTIONS)
    )
    parts = [
        f"<!doctype html><html><head><title>{number}</title><link rel=stylesheet href='/style.css'></head><body>{menu}"
    ]
    parts.append(f'<a href="/page/{(number + 1) % pages}.html">next</a>')
    length = 0
    while length < size:
        text = " ".join(chance.choice(WORDS) for _ in range(60))
        parts.append(f'<p class="para">{text} <a href="/page/{chance.randrange(pages)}.html">more</a></p>')
        parts.append(
            f'<div class="card"><img src="/image/{chance.randrange(IMAGES)}.jpg" alt="a picture"></div>'
        )
        length += len(parts[-1]) + len(parts[-2])
    return "".join([*parts, "</body></html>"]).encode()


class Server(asyncio.Protocol):
    """HTTP/1.1 over connections that stay open; as little work as possible for each answer."""

    def __init__(self, pages: int, latency: float) -> None:
        self.pages = pages
        self.latency = latency
        self.made: dict[bytes, bytes] = {}
        self.waiting = b""
        self.transport: asyncio.Transport

    def __call__(self) -> "Server":
        other = Server(self.pages, self.latency)
        other.made = self.made
        return other

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        self.waiting += data
        while b"\r\n\r\n" in self.waiting:
            head, _, self.waiting = self.waiting.partition(b"\r\n\r\n")
            answer = self.answer(head.split(b" ", 2)[1])
            if b"if-none-match" in head.lower() and b"\r\nETag" in answer[:200]:
                answer = UNCHANGED
            if self.latency:
                asyncio.get_running_loop().call_later(self.latency, self.transport.write, answer)
            else:
                self.transport.write(answer)

    def answer(self, path: bytes) -> bytes:
        if path not in self.made:
            kind, body = self.content(path.decode())
            status = "200 OK" if body else "404 Not Found"
            tag = f'ETag: "{len(body):x}"\r\n' if body else ""
            head = f"HTTP/1.1 {status}\r\n{tag}Content-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n"
            self.made[path] = head.encode() + body
        return self.made[path]

    def content(self, path: str) -> tuple[str, bytes]:
        if path == "/":
            return "text/html", make_page(0, self.pages)
        if path.startswith("/page/"):
            return "text/html", make_page(int(path[6:-5]), self.pages)
        if path.startswith("/section/"):
            return "text/html", make_page(self.pages + int(path.split("/")[2]), self.pages)
        if path.startswith("/image/"):
            return "image/jpeg", b"\xff\xd8" + random.Random(path).randbytes(3000)
        return ("text/css", b"body{}") if path == "/style.css" else ("text/plain", b"")


def run_server(pages: int, latency: float, port: Connection) -> None:
    """The server process; sends its port once everything has been made."""

    async def main() -> None:
        factory = Server(pages, latency)
        for number in range(pages):
            factory.answer(f"/page/{number}.html".encode())
        server = await asyncio.get_running_loop().create_server(factory, "127.0.0.1", 0)
        port.send(server.sockets[0].getsockname()[1])
        await server.serve_forever()

    asyncio.run(main())


def served(pages: int, latency: float) -> Iterator[str]:
    """The address of a running site."""
    here, there = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(
        target=run_server, args=(pages, latency, there), daemon=True
    )
    process.start()
    try:
        yield f"http://127.0.0.1:{here.recv()}"
    finally:
        process.terminate()
        process.join()


@dataclass
class Figure:
    """One measurement."""

    responses: int
    seconds: float
    megabytes: float = 0.0

    @property
    def rate(self) -> float:
        return self.responses / self.seconds


def crawl(url: str, connections: int, result: Connection) -> None:
    """One crawl in a process of its own, so that its peak memory can be told."""
    began = time.perf_counter()
    count = 0
    options = CrawlOptions(connections=connections, max_pages=10**6)
    for item in WebsiteCollector([url], options).collect(ignore, Cancel()):
        count += isinstance(item, Resource)
    seconds = time.perf_counter() - began
    result.send(Figure(count, seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024))


def measured(url: str, connections: int) -> Figure:
    """The figures of one crawl."""
    here, there = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=crawl, args=(url, connections, there))
    process.start()
    figure: Figure = here.recv()
    process.join()
    return figure


def wget(url: str) -> Figure | None:
    """The same site by `wget -r`, or None without it."""
    if not shutil.which("wget"):
        return None
    with tempfile.TemporaryDirectory() as folder:
        began = time.perf_counter()
        command = ["wget", "-q", "-r", "-l", "inf", "--no-parent", "-e", "robots=off", url + "/"]
        subprocess.run(command, cwd=folder, check=False)
        seconds = time.perf_counter() - began
        count = int(
            subprocess.run(
                "find . -type f | wc -l", shell=True, cwd=folder, capture_output=True, check=True
            ).stdout
        )
    return Figure(count, seconds)


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--pages", type=int, nargs="+", default=[1000])
    parser.add_argument("--latency", type=float, nargs="+", default=[0, 30], help="milliseconds")
    parser.add_argument("--connections", type=int, nargs="+", default=[4, 8])
    args = parser.parse_args()
    print("pages  latency  program          responses  seconds  per second  peak MB  of wget  of the limit")
    for pages in args.pages:
        for latency in args.latency:
            for url in served(pages, latency / 1000):
                peer = wget(url)
                if peer:
                    show(pages, latency, "wget -r", peer, peer, 1)
                for connections in args.connections:
                    figure = measured(url, connections)
                    show(pages, latency, f"auditor, {connections}", figure, peer, connections)


def show(
    pages: int, latency: float, name: str, figure: Figure, peer: Figure | None, connections: int
) -> None:
    """One line of the table."""
    ratio = f"{figure.rate / peer.rate:7.2f}" if peer else "      -"
    limit = f"{figure.rate / (connections * 1000 / latency):7.0%}" if latency else "      -"
    memory = f"{figure.megabytes:7.0f}" if figure.megabytes else "      -"
    line = f"{pages:5}  {latency:4.0f} ms  {name:15}  {figure.responses:9}  {figure.seconds:7.2f}  {figure.rate:10.0f}"
    print(f"{line}  {memory}  {ratio}  {limit}", flush=True)


if __name__ == "__main__":
    main()
