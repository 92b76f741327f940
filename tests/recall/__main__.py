"""Recall and false alarms by form: `python -m tests.recall [-v] [--markdown] [WORD...]`.

A word narrows the run to forms that contain it; `-v` shows every case that went wrong.
"""

import importlib
import sys
from collections.abc import Iterator

from tests.recall.corpus import Case

MODULES = [
    "tests.recall.addresses_by_hand",
    "tests.recall.addresses_by_rule",
    "tests.recall.addresses_by_class",
    "tests.recall.addresses_abroad",
    "tests.recall.addresses_english",
    "tests.recall.addresses_beside",
    "tests.recall.addresses_romance",
    "tests.recall.addresses_misread",
    "tests.recall.facts_cases",
]
"""Modules with a function `cases()`. Each kind of fact adds its own."""


def all_cases() -> Iterator[Case]:
    """The cases of every module."""
    for name in MODULES:
        yield from importlib.import_module(name).cases()


def main(arguments: list[str]) -> int:
    """Print the table; 1 when anything went wrong."""
    words = [a for a in arguments if not a.startswith("-")]
    tally: dict[tuple[bool, str], list[int]] = {}
    wrong: list[Case] = []
    for case in all_cases():
        if words and not any(word in case.form for word in words):
            continue
        count = tally.setdefault((not case.planted, case.form), [0, 0])
        count[0] += 1
        if case.right():
            count[1] += 1
        else:
            wrong.append(case)
    _print(tally, markdown="--markdown" in arguments)
    if "-v" in arguments:
        for case in wrong:
            print(
                f"{case.form:40} {case.wanted:8} {case.text!r:70} {[(m.grade.value, m.rule) for m in case.searcher.find_in(case.text)]}"
            )
    return 1 if wrong else 0


def _print(tally: dict[tuple[bool, str], list[int]], *, markdown: bool) -> None:
    bar = "| " if markdown else ""
    if markdown:
        print("| form | cases | right |\n|---|---:|---:|")
    sums = {False: [0, 0], True: [0, 0]}
    for (near, form), (count, right) in sorted(tally.items()):
        sums[near][0] += count
        sums[near][1] += right
        print(f"{bar}{form:56} {bar}{count:6} {bar}{right:6} {bar}".rstrip())
    for near, name in ((False, "planted, found"), (True, "near misses, kept silent")):
        count, right = sums[near]
        share = f"{100 * right / count:.1f} %" if count else "-"
        print(f"{bar}{name:56} {bar}{count:6} {bar}{right:6} {bar}{share}".rstrip())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
