"""Runs that were interrupted: says that one can be continued, at its end and before the next one."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from auditor.cli.output import Console

if TYPE_CHECKING:
    from auditor.scan.crew import Wanted
    from auditor.scan.run import Means


@contextmanager
def interruptible(
    targets: Sequence[str], wanted: "Wanted", check_ids: Sequence[str], means: "Means", console: Console
) -> Iterator[None]:
    """Around a run: tells of an earlier one that could be continued, and how to continue this one."""
    from auditor.collect.login import without_login
    from auditor.scan.remember import interrupted

    memories = means.memories
    if memories and not memories.resume and not memories.full:
        shown = [without_login(target) for target in targets]
        left = interrupted(shown, wanted, check_ids, memories.folder)
        if left:
            since = f"{left.started:%Y-%m-%d %H:%M}"
            console.talk(
                f"a run of {since} was interrupted after {left.documents} pages and files: they are asked "
                "about and not read again if unchanged (with --resume they are not even asked about)"
            )
    try:
        yield
    except KeyboardInterrupt:
        if memories:
            console.warn("interrupted; the same command with --resume goes on from here")
        raise
