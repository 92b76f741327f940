"""What keeps the process itself from talking: no log line, no traceback, no dump of its memory.

Libraries log addresses of pages ("Failed to parse headers (url=…)"), an error's text may quote what was
read, and a dump of a crashed process holds everything. See docs/security.md.
"""

import os
import sys
from collections.abc import Callable
from types import TracebackType

Mask = Callable[[str], str]


def be_discreet() -> None:
    """Silence what would speak past the console. Called once, before anything confidential is read."""
    import logging
    import threading

    if not logging.root.handlers:
        logging.root.addHandler(logging.NullHandler())  # else the last resort prints warnings to stderr
    # Hooks that somebody else has set, a test's or a debugger's, stay.
    if sys.excepthook is sys.__excepthook__:
        sys.excepthook = _tell
    if threading.excepthook is threading.__excepthook__:
        threading.excepthook = lambda args: _tell(args.exc_type, args.exc_value, args.exc_traceback)
    if sys.unraisablehook is sys.__unraisablehook__:
        sys.unraisablehook = lambda args: _tell(args.exc_type, args.exc_value, args.exc_traceback)
    _keep_no_dump()


def unexpected(error: BaseException) -> str:
    """What may be told of a programming error: its type and place. Its message could hold a secret."""
    import traceback

    frames = traceback.extract_tb(error.__traceback__)
    place = " < ".join(f"{f.filename.rsplit('/', 1)[-1]}:{f.lineno}" for f in reversed(frames[-4:]))
    return f"internal error: {type(error).__name__} at {place} (please report it; nothing saved was lost)"


def mask_at_hand() -> Mask | None:
    """What hides the facts that are known here: those of the environment, else of the workspace.

    None when there are none, or when they cannot be read: whoever needs them says what is wrong.
    """
    from auditor.core.errors import AuditorError

    try:
        return _mask_at_hand()
    except (AuditorError, OSError):
        return None


def _mask_at_hand() -> Mask | None:
    from auditor.store.root import AGENCY_FILE, CONFIDENTIAL_FILE, find_root

    root = find_root()
    variables = any(os.environ.get(f"AUDITOR_{name}") for name in ("CONFIDENTIAL", "ADDRESS", "PHONES"))
    if not variables and (root is None or not (root / CONFIDENTIAL_FILE).is_file()):
        return None
    from auditor.confidential import Facts
    from auditor.core.agency import Agency, Public
    from auditor.scan.crew import Wanted
    from auditor.store.toml_files import parse_table, read_model, read_table

    if variables:
        text = os.environ.get("AUDITOR_CONFIDENTIAL", "")
        facts = Facts.from_environment(parse_table(text, "AUDITOR_CONFIDENTIAL"), os.environ)
    else:
        assert root is not None
        facts = Facts.from_table(read_table(root / CONFIDENTIAL_FILE))
    has_agency = root is not None and (root / AGENCY_FILE).is_file()
    public = read_model(Agency, root / AGENCY_FILE).public if root and has_agency else Public()
    return Wanted(facts, public).searcher.mask


def _tell(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
    """The hook for errors that nothing caught, here or in a thread."""
    if issubclass(kind, KeyboardInterrupt | SystemExit) or error is None:
        return
    print(f"auditor: {unexpected(error.with_traceback(trace))}", file=sys.stderr)


def _keep_no_dump() -> None:
    """No core file of this process nor of those it starts."""
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ImportError, ValueError, OSError):
        pass
