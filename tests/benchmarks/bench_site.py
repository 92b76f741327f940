"""A whole website check, and what others take for the same site, in one run.

    python -m tests.benchmarks.bench_site [--pages N] [--latency MS] [--workers N ...] [--cluster]

The site is that of `bench_crawl`, served with validators. Peers: `wget -r`; `wget -r` and then `grep -riE` with
regular expressions for the plain forms of the same facts; Scrapy without and with these expressions. The
check finds every form, in every kind of file, and its second run is measured too. Each line gives responses a
second, seconds of processor time (all processes of that program, not the server's), and both as multiples of
what `wget` and `grep` took. On a machine with other work, read the processor time.
"""

import argparse
import importlib.util
import multiprocessing
import resource
import shutil
import subprocess
import sys
import tempfile
import time
import warnings
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from pathlib import Path

from auditor.collect.options import CrawlOptions
from auditor.confidential import Facts
from auditor.core.agency import Public
from auditor.core.events import Cancel
from auditor.scan.crew import Wanted
from auditor.scan.remember import Memories
from auditor.scan.run import Means, scan_targets
from tests.benchmarks.bench_crawl import served
from tests.benchmarks.bench_scan import GREP, TABLE


def spent() -> float:
    """Seconds of processor time of all child processes that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def wget(url: str) -> tuple[int, float, float]:
    """Files, seconds of `wget -r`, and seconds of `grep -riE` over them."""
    with tempfile.TemporaryDirectory() as folder:
        began = time.perf_counter()
        subprocess.run(
            ["wget", "-q", "-r", "-l", "inf", "-e", "robots=off", url + "/"], cwd=folder, check=False
        )
        fetched = time.perf_counter()
        subprocess.run(["grep", "-riE", GREP, "."], cwd=folder, check=False, capture_output=True)
        ended = time.perf_counter()
        count = sum(path.is_file() for path in Path(folder).rglob("*"))
    return count, fetched - began, ended - fetched


def scrapy(url: str, *expression: str) -> tuple[int, float] | None:
    """Responses and seconds of Scrapy, or None without it."""
    if not importlib.util.find_spec("scrapy"):
        return None
    command = [sys.executable, "-m", "tests.benchmarks.scrapy_peer", url, *expression]
    words = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    return int(words[0]), float(words[1])


def check(url: str, means: Means, connections: int, result: Connection) -> None:
    """One check in a process of its own, so that its peak memory can be told."""
    # The same key in each run, as a workspace has it.
    wanted = Wanted(Facts.from_table({**TABLE, "fingerprint_key": "0123456789abcdef" * 4}), Public())
    options = CrawlOptions(connections=connections, max_pages=10**6, obey_robots=False)
    began = time.perf_counter()
    outcome = scan_targets(
        [url], wanted, listener=lambda event: None, cancel=Cancel(), clock=lambda: datetime.now(UTC), options=options,
        means=means,
    )  # fmt: skip
    seconds = time.perf_counter() - began
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    result.send((outcome.run.coverage.documents, seconds, memory))


def checked(url: str, means: Means, connections: int = 4) -> tuple[int, float, float]:
    """Responses, seconds, and peak memory of the main process in MB."""
    here, there = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(
        target=check, args=(url, means, connections, there)
    )
    process.start()
    figures: tuple[int, float, float] = here.recv()
    process.join()
    return figures


class Table:
    """Prints a line for each program; the first two are what the others are compared with."""

    def __init__(self) -> None:
        self.base = (0.0, 0.0)
        self._before = spent()
        print(
            f"{'program':34}{'answers':>8}{'seconds':>9}{'a second':>9}{'of both':>8}{'cpu':>8}{'of both':>8}"
        )

    def line(self, name: str, count: int, seconds: float, more: str = "", *, base: bool = False) -> None:
        now = spent()
        used, self._before = now - self._before, now
        if base:
            self.base = (seconds, used)
        ratios = f"{seconds / self.base[0]:8.2f}{used:8.2f}{used / self.base[1]:8.2f}"
        print(f"{name:34}{count:8}{seconds:9.2f}{count / seconds:9.0f}{ratios}  {more}", flush=True)


def measure(url: str, workers: list[int], *, cluster: bool) -> None:
    """Print one line for each program."""
    table = Table()
    files, fetching, searching = wget(url)
    table.line(
        "wget -r, then grep -riE", files, fetching + searching, f"{searching:.2f} s of it grep", base=True
    )
    for name, expression in (("Scrapy", ()), ("Scrapy, with the expressions", (GREP,))):
        peer = scrapy(url, *expression)
        if peer:
            table.line(name, *peer)
    with tempfile.TemporaryDirectory() as folder:
        for number in workers:
            count, seconds, memory = checked(url, Means(number))
            table.line(f"auditor, {number} workers", count, seconds, f"{memory:.0f} MB")
        memories = Memories(Path(folder))
        for name in ("remembering", "a second time"):
            count, seconds, memory = checked(url, Means(0, memories))
            table.line(f"auditor, {name}", count, seconds, f"{memory:.0f} MB")
        size = sum(path.stat().st_size for path in Path(folder).iterdir())
        print(f"memory on disk: {size / 1000:.0f} kB")
    if cluster:
        spread(url, table)


def spread(url: str, table: Table) -> None:
    """The same by Dask, with one and two workers on this machine; their processor time is not known."""
    from distributed import LocalCluster

    warnings.simplefilter("ignore")
    for number in (1, 2):
        with LocalCluster(n_workers=number, threads_per_worker=1, dashboard_address=None) as made:
            checked(url, Means(cluster=made.scheduler_address))  # the workers import what they need
            count, seconds, _ = checked(url, Means(cluster=made.scheduler_address))
            table.line(f"auditor, a cluster of {number}", count, seconds)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--latency", type=float, default=0, help="milliseconds")
    parser.add_argument("--workers", type=int, nargs="+", default=[0, 2])
    parser.add_argument("--cluster", action="store_true", help="measure a Dask cluster of this machine, too")
    args = parser.parse_args()
    if not shutil.which("wget"):
        sys.exit("wget is needed")
    for url in served(args.pages, args.latency / 1000):
        print(f"{args.pages} pages, {args.latency:g} ms")
        measure(url, args.workers, cluster=args.cluster)


if __name__ == "__main__":
    main()
