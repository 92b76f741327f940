"""How fast each family is read, in MB for each second of processor time, beside the HTML parser alone.

Run from the repository root: python tests/benchmarks/bench_extract.py [FOLDER]
Without a folder the files beside the extractor tests are read.
"""

import sys
import time
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from auditor.collect.extract import read
from auditor.core.document import Resource

DEFAULT = Path(__file__).resolve().parents[1] / "collect" / "extract" / "files"


def main() -> None:
    """Read every file of a folder and print one line for each recognised type."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT
    totals: dict[str, list[float]] = defaultdict(lambda: [0, 0, 0.0, 0])
    pages: list[bytes] = []
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        body = path.read_bytes()
        started = time.process_time()
        document = read(Resource(path.as_uri(), body))
        total = totals[document.media_type]
        total[0] += 1
        total[1] += len(body)
        total[2] += time.process_time() - started
        total[3] += len(document.unchecked)
        if document.is_page:
            pages.append(body)
    print(f"{'type':56}{'files':>7}{'MB':>9}{'MB/s':>9}{'unchecked':>11}")
    for media_type, (files, size, seconds, unchecked) in sorted(totals.items()):
        speed = size / 1e6 / max(seconds, 1e-9)
        print(f"{media_type:56}{files:7.0f}{size / 1e6:9.2f}{speed:9.2f}{unchecked:11.0f}")
    if pages:
        print(f"{'(HTML parsed by lexbor alone)':56}{len(pages):7}{'':9}{_parser_speed(pages):9.2f}")


def _parser_speed(pages: list[bytes]) -> float:
    from selectolax.lexbor import LexborHTMLParser

    started = time.process_time()
    for page in pages:
        LexborHTMLParser(page)
    return sum(map(len, pages)) / 1e6 / max(time.process_time() - started, 1e-9)


if __name__ == "__main__":
    main()
