"""The command line face."""

import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run `auditor` and give its exit code. No error the user can meet ends in a traceback."""
    try:
        return _main(list(sys.argv[1:] if argv is None else argv))
    except KeyboardInterrupt:  # at any moment, that of loading the parser included
        print("auditor: interrupted", file=sys.stderr)
        return 130


def _main(arguments: list[str]) -> int:
    from auditor.cli.discretion import be_discreet, mask_at_hand, unexpected
    from auditor.cli.exit_codes import ExitCode, code_of
    from auditor.cli.output import Console
    from auditor.cli.parser import build_parser
    from auditor.core.errors import AuditorError

    be_discreet()
    args = build_parser().parse_args(arguments or ["audit"])
    if args.command is None:
        args = build_parser().parse_args([*arguments, "audit"])
    console = Console(quiet=args.quiet, verbose=args.verbose, find_mask=mask_at_hand)
    try:
        return int(args.run(args, console))
    except AuditorError as error:
        console.warn(str(error))
        return code_of(error)
    except KeyboardInterrupt:
        console.warn("interrupted")
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        return _pipe_closed()
    except OSError as error:
        console.warn("a path is too long (give a shorter one)" if _is_too_long(error) else unexpected(error))
        return ExitCode.USAGE
    except Exception as error:  # noqa: BLE001 - a traceback could print a confidential fact
        console.warn(unexpected(error))
        return ExitCode.USAGE


def _is_too_long(error: OSError) -> bool:
    """True for a path that no file can have, wherever it was given."""
    import errno

    return error.errno == errno.ENAMETOOLONG


def _pipe_closed() -> int:
    """The reader of our output went away, as `head` does. Quietly end; Python would complain at exit."""
    import os

    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 1
