"""How the search grows: with the length of a text, with hostile repetition, with the number of facts.

    python -m tests.benchmarks.bench_growth [--megabytes N]

Each text is repeated to 10 KB, 100 KB, 1 MB, ... up to N megabytes (default 10; hostile ones stop at a tenth of
it) and searched for one fact of each kind and for unlisted addresses. Linear means ten times the time for ten
times the text. Then ordinary text is searched for 1, 10 and 100 facts of each kind. Processor time; nothing
asserts one.
"""

import argparse
import time
from collections.abc import Iterator

from auditor.confidential import Address, Person, Phone, Place, PlaceName, Plate, Searcher
from auditor.confidential.fact import Fact

PROSE = (
    "The agency offers beds, meals and legal help to young people. Call the hotline at any hour; in 2025 we"
    " served 1,410 guests in three counties. Donations of food go to the side door, from nine to five. "
)
HOSTILE = {
    "one long run of figures": "7391846250",
    "the house number again and again": "1247 ",
    "a direction again and again": "north ",
    "the street's name again and again": "maple ",
    "the name without a space": "maple",
    "number and mistyped name": "1247 mapel ",
    "neighbouring numbers": "1246 north maple street 1248 north maple street ",
    "a tag behind every name": "maple<b> 1380 - 12 ",
    "corners": "corner of maple and oak ",
    "the area code": "217 ",
    "the area code without a space": "217",
    "number words": "twelve forty seven ",
    "pairs of coordinates": "39.7 -89.6 ",
    "degrees": "39 46 54 n ",
    "letters spaced out": "m a p l e ",
    "one letter": "a",
    "opening brackets": "<(",
    "escapes": "%20&amp;\\u0041",
    "other alphabets": "жé",
    "surnames": "fernandez ",
    "half a plate": "ab 1234 ",
}
TOWNS = ("Springfield, IL 62704", "Dayton, OH 45402", "Salem, OR 97302", "Hope, AR 71801")
NAMES = (
    "Maple",
    "Juniper",
    "Larch",
    "Alder",
    "Sycamore",
    "Tamarack",
    "Hawthorn",
    "Rowan",
    "Aspen",
    "Hemlock",
)


def facts(count: int) -> Iterator[Fact]:
    """`count` facts of each kind, all different."""
    for n in range(count):
        name = NAMES[n % 10]
        yield Address.parse(
            f"{1247 + 37 * n} North {name}{'' if n < 10 else 'wood'} Street, {TOWNS[n % 4]}", f"a{n}"
        )
        yield Phone.parse(f"+1 217 555 {148 + n:04}", label=f"p{n}")
        yield Place(39.7817 + n * 0.013, -89.6501 - n * 0.017, label=f"q{n}")
        yield Person.parse(f"Alex {name}{'' if n < 10 else 'son'}sky", f"s{n}")
        yield PlaceName.parse(f"{name} {'House' if n < 10 else 'Lodge'} {n}", f"n{n}")
        yield Plate.parse(f"AB {12345 + n}", f"l{n}")


def seconds(searcher: Searcher, text: str) -> float:
    """Processor time of one search."""
    before = time.process_time()
    searcher.find_in(text)
    return max(time.process_time() - before, 1e-6)


def growth(searcher: Searcher, name: str, unit: str, largest: int) -> None:
    """One line: megabytes a second at each size, and the last growth for ten times the text."""
    size, rates, spent = 10_000, [], [1e-6]
    while size <= largest:
        spent.append(seconds(searcher, (unit * (size // len(unit) + 1))[:size]))
        rates.append(f"{size / spent[-1] / 1e6:7.2f}")
        size *= 10
    print(f"{name:34} {' '.join(rates)}   x {spent[-1] / spent[-2]:5.1f} for ten times the text", flush=True)


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=int, default=10)
    largest = parser.parse_args().megabytes * 1_000_000
    searcher = Searcher(facts(1), unknown_addresses=True)
    print("MB/s at 10 KB, 100 KB, 1 MB, ...")
    growth(searcher, "ordinary text", PROSE, largest)
    for name, unit in HOSTILE.items():
        growth(searcher, name, unit, largest // 10)
    for count in (1, 10, 100):
        text = PROSE * (1_000_000 // len(PROSE))
        took = min(seconds(Searcher(facts(count)), text) for _ in range(2))
        print(
            f"{count:4} facts of each kind: {len(text) / took / 1e6:6.2f} MB/s of ordinary text", flush=True
        )


if __name__ == "__main__":
    main()
