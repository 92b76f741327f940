"""Recall, false alarms and speed of the address search beside what people would use instead, in one run.

    python -m tests.benchmarks.bench_search [--megabytes N]

Peers: a careful `grep -riE` for one address (always), and pyap, usaddress and rapidfuzz where installed.
All see the same texts: the planted and near-miss texts of one sample address for recall, and pages of prose
with few addresses for speed. Figures are ratios per core; nothing asserts a time.
"""

import argparse
import importlib
import re
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from auditor.confidential import Address
from auditor.core.status import Grade
from tests.recall.address_writing import ADDRESSES
from tests.recall.addresses_by_hand import MAPLE
from tests.recall.addresses_by_hand import NEAR as NEAR_BY_HAND
from tests.recall.addresses_by_hand import PLANTED as PLANTED_BY_HAND
from tests.recall.addresses_by_rule import NEAR, PLANTED

GREP = r"1,?247[^a-z0-9]{1,4}(n\.?|north)?[^a-z0-9]{0,4}maple|twelve[ -]forty[ -]seven[^a-z]{1,3}(n\.?|north)?[^a-z]{0,3}maple"
PROSE = (
    "The agency offers beds, meals and legal help to young people. Call the hotline at any hour; in 2026 we served"
    " 1,410 guests. Donations go to PO Box 12, Springfield. Our maple tree is 40 years old. "
)
Finder = Callable[[str], bool]


def ours() -> Finder:
    """The product."""
    address = Address.parse(MAPLE, "site")
    return lambda text: any(m.grade is not Grade.PARTIAL for m in address.find_in(text))


def by_grep() -> Finder:
    """The expression a careful person writes, run over files by grep."""

    def find(text: str) -> bool:
        with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
            file.write(text)
            file.flush()
            return subprocess.run(["grep", "-qiE", GREP, file.name], check=False).returncode == 0

    return find


def peers() -> Iterator[tuple[str, Finder]]:
    """Other libraries, where installed: a candidate counts when it holds number and name."""
    holds = re.compile(r"1247.*maple", re.IGNORECASE | re.DOTALL)
    for name in ("pyap", "usaddress", "rapidfuzz.fuzz"):
        try:
            module = importlib.import_module(name)
        except ImportError:
            continue
        if name == "pyap":
            yield name, lambda text, m=module: any(holds.search(str(a)) for a in m.parse(text, country="US"))
        elif name == "usaddress":
            yield name, lambda text, m=module: _labelled(m, text)
        else:
            yield name, lambda text, m=module: m.partial_ratio("1247 north maple street", text.lower()) >= 90


def _labelled(module: object, text: str) -> bool:
    labels: dict[str, str] = {}
    for token, label in module.parse(text):  # type: ignore[attr-defined]
        labels[label] = f"{labels.get(label, '')} {token}".strip(" ,.").lower()
    return labels.get("AddressNumber") == "1247" and labels.get("StreetName") == "maple"


def measure(name: str, find: Finder) -> None:
    """One line of figures."""
    written = ADDRESSES[0]
    planted = [form(written) for form in PLANTED.values()] + list(PLANTED_BY_HAND[MAPLE])
    near = [form(written) for form in NEAR.values()] + list(NEAR_BY_HAND[MAPLE])
    found = sum(find(text) for text in planted)
    alarms = sum(find(text) for text in near)
    print(
        f"{name:16} {found:4}/{len(planted)} found  {100 * found / len(planted):5.1f} %   {alarms:3}/{len(near)} false alarms"
    )


def speed(megabytes: float) -> None:
    """Megabytes a second over pages of prose, and the ratio to grep."""
    pages = [f"{PROSE * 300}{number}" for number in range(max(1, int(megabytes * 1e6 / (len(PROSE) * 300))))]
    size = sum(map(len, pages)) / 1e6
    with tempfile.TemporaryDirectory() as folder:
        for number, page in enumerate(pages):
            Path(folder, f"{number}.html").write_text(page)
        start = time.perf_counter()
        subprocess.run(["grep", "-riE", GREP, folder], check=False, capture_output=True)
        grep = time.perf_counter() - start
    for count in (1, 10):
        facts = [Address.parse(written.full(), str(index)) for index, written in enumerate(ADDRESSES[:count])]
        finder = Address.compile(facts)
        start = time.perf_counter()
        for page in pages:
            if finder.may_match(page):
                from auditor.confidential.fold import fold

                list(finder.find(fold(page), page))
        took = time.perf_counter() - start
        print(
            f"{count:3} addresses: {size / took:7.1f} MB/s, {took / grep:5.1f} times the time of grep ({size / grep:.0f} MB/s)"
        )


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=float, default=5)
    arguments = parser.parse_args()
    measure("auditor", ours())
    measure("grep -riE", by_grep())
    for name, find in peers():
        measure(name, find)
    speed(arguments.megabytes)


if __name__ == "__main__":
    main()
