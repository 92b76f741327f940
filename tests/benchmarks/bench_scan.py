"""What a scan costs, stage by stage: megabytes for each second of processor time, beside `grep -riE`.

    python -m tests.benchmarks.bench_scan [FOLDER]

Without a folder a hundred pages of Python's documentation are taken where installed, else the pages of the
sample site. Each stage runs several times and the best counts; nothing asserts a time.
"""

import argparse
import resource
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path

from auditor.collect.extract import read
from auditor.collect.options import CrawlOptions
from auditor.collect.targets import collector_for
from auditor.confidential import Address, Facts, Person, Phone, Place, PlaceName, Searcher
from auditor.confidential.fold import fold
from auditor.core.agency import Public
from auditor.core.document import Resource
from auditor.core.events import Cancel
from auditor.scan.crew import Wanted
from auditor.scan.run import Means, scan_targets

PAGES = Path("/usr/share/doc/python3.11/html/library")
GREP = r"1,?247[^a-z0-9]{1,4}(n\.?|north)?[^a-z0-9]{0,4}maple|217[^0-9]{0,3}555[^0-9]{0,3}0148|39\.78[0-9]*[^0-9]{1,9}89\.65|alex[^a-z]{1,3}fernandez|maple house"
TABLE = {
    "address": [
        {
            "text": "1247 North Maple Street, Suite 300, Springfield, IL 62704",
            "latitude": 39.7817,
            "longitude": -89.6501,
            "names": ["Maple House"],
        }
    ],
    "phone": [{"number": "+1 217 555 0148", "extension": "12"}],
    "person": [{"name": "Alex Fernandez"}],
}
FACTS = {
    "address": Address.parse("1247 North Maple Street, Suite 300, Springfield, IL 62704", "site"),
    "position": Place(39.7817, -89.6501),
    "place name": PlaceName.parse("Maple House"),
    "phone": Phone.parse("+1 217 555 0148", "12"),
    "person": Person.parse("Alex Fernandez"),
}
ROUNDS = 3


def seconds(work: Callable[[], object]) -> float:
    """The least processor time that `work` took, of this process and of those it waited for."""
    return min(_once(work) for _ in range(ROUNDS))


def _once(work: Callable[[], object]) -> float:
    before = _spent()
    work()
    return _spent() - before


def _spent() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def resources(folder: Path) -> list[Resource]:
    """Every file of the folder."""
    stream = collector_for(str(folder), CrawlOptions()).collect(lambda event: None, Cancel())
    return [item for item in stream if isinstance(item, Resource)]


def searched(searcher: Searcher, texts: Iterable[str]) -> Callable[[], object]:
    """Searching all texts."""
    return lambda: [searcher.find_in(text) for text in texts]


def scanned(folder: Path, workers: int) -> Callable[[], object]:
    """A whole scan of the folder."""
    wanted = Wanted(Facts.from_table(TABLE), Public())
    return lambda: scan_targets(
        [str(folder)], wanted, listener=lambda event: None, cancel=Cancel(), clock=lambda: datetime.now(UTC),
        means=Means(workers=workers),
    )  # fmt: skip


def measure(folder: Path) -> None:
    """Print one line for each stage."""
    found = resources(folder)
    published = sum(len(item.body) for item in found) / 1e6
    texts = [fragment.text for item in found for fragment in read(item).fragments]
    size = sum(map(len, texts)) / 1e6
    grep = seconds(
        lambda: subprocess.run(["grep", "-riE", GREP, str(folder)], check=False, capture_output=True)
    )
    print(f"{len(found)} files, {published:.1f} MB, {size:.1f} MB of text to search")
    print(f"{'stage':34}{'of':>10}{'MB/s':>10}{'s per MB':>10}{'times grep':>12}")

    def line(stage: str, work: Callable[[], object], of: str = "text") -> None:
        took, megabytes = seconds(work), size if of == "text" else published
        print(f"{stage:34}{of:>10}{megabytes / took:10.1f}{took / megabytes:10.3f}{took / grep:12.2f}")

    print(f"{'grep -riE':34}{'pages':>10}{published / grep:10.1f}{grep / published:10.3f}{1:12.2f}")
    line("extraction", lambda: [read(item) for item in found], "pages")
    line("folding", lambda: [fold(text) for text in texts])
    for name, fact in FACTS.items():
        line(f"folding and {name}", searched(Searcher([fact]), texts))
    line("unlisted addresses", searched(Searcher(unknown_addresses=True), texts))
    line("all of them", searched(Searcher(FACTS.values(), unknown_addresses=True), texts))
    line("whole scan, no workers", scanned(folder, 0), "pages")
    started = time.perf_counter()
    scanned(folder, 2)()
    two = time.perf_counter() - started
    started = time.perf_counter()
    scanned(folder, 0)()
    print(
        f"whole scan by the clock: no workers {time.perf_counter() - started:.1f} s, two workers {two:.1f} s"
    )


def main() -> None:
    """Measure the given folder, or a copy of what is there."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path)
    given = parser.parse_args().folder
    if given:
        measure(given)
        return
    source = PAGES if PAGES.is_dir() else Path(__file__).resolve().parents[2] / "auditor" / "demo"
    with tempfile.TemporaryDirectory() as copy:
        for page in sorted(source.rglob("*.html"))[:100]:
            shutil.copy(page, copy)
        measure(Path(copy))


if __name__ == "__main__":
    main()
