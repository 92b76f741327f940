"""The terminal face in a real pseudo-terminal: what it paints, and what it prints when it breaks, tell no secret."""

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
import textwrap
import time


def in_terminal(arguments, *, cwd, env, keys=(), seconds=90, until=b"Sections"):
    """Run the program in a terminal of 80 by 24; type `keys` once `until` was painted. Gives output and exit code."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    program = subprocess.Popen(
        [sys.executable, "-m", "auditor", *arguments],
        cwd=cwd,
        env=env,
        stdin=slave,
        stdout=slave,
        stderr=slave,
    )
    os.close(slave)
    seen, typed, end = b"", False, time.monotonic() + seconds
    try:
        while time.monotonic() < end:
            ready, _, _ = select.select([master], [], [], 0.2)
            if ready:
                try:
                    data = os.read(master, 65536)
                except OSError:
                    break
                if not data:
                    break
                seen += data
            elif program.poll() is not None:
                break
            if not typed and until in seen:
                typed = True
                for key in keys:
                    time.sleep(0.7)
                    os.write(master, key)
        code = program.wait(timeout=90)
    finally:
        if program.poll() is None:
            program.kill()
            program.wait()
        os.close(master)
    return seen, code


def test_the_screens_of_a_quarter_with_findings(kept, environment, told):
    seen, code = in_terminal([], cwd=kept, env=environment(), keys=[b"2", b"4", b"5", b"1", b"q"])
    assert code == 0
    assert b"NOT MET" in seen
    assert told(seen) == []
    assert [
        p for p in kept.rglob("*") if p.is_file() and p.name != "confidential.toml" and told(p.read_bytes())
    ] == []


def test_a_crash_shows_neither_the_message_nor_the_variables(kept, environment, told, tmp_path, root):
    patches = tmp_path / "patches"
    patches.mkdir()
    (patches / "sitecustomize.py").write_text(
        textwrap.dedent(
            """
            import auditor.tui.screens.overview as overview
            def compose(self):
                where = "1247 North Maple Street"
                number = "217 555 0148"
                raise RuntimeError(f"broke at {where}, {number}, 39.7817")
                yield
            overview.Verdict.compose = compose
            """
        ),
        encoding="utf-8",
    )
    env = environment(PYTHONPATH=f"{patches}{os.pathsep}{root}")
    seen, code = in_terminal([], cwd=kept, env=env)
    assert code not in (0, None)
    assert b"RuntimeError" in seen
    assert told(seen) == []
