"""The face in a browser: the real server and the real face behind it, asked as a stranger and as the user."""

import asyncio
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import requests

from auditor.tui.admission import Admission
from auditor.workspace import Workspace
from tests.tui.helpers import make_workspace

aiohttp = pytest.importorskip("aiohttp")
pytest.importorskip("textual_serve")


@pytest.fixture
def served(tmp_path: Path) -> Iterator[str]:
    """The address that `auditor serve` prints."""
    root = tmp_path / "ws"
    make_workspace(root)
    (root / ".auditor-state.toml").write_text('name = "Ana Diaz"\n')
    environment = {**os.environ, "AUDITOR_HOME": str(root), "PYTHONPATH": str(Path(__file__).parents[2])}
    with subprocess.Popen(
        [sys.executable, "-m", "auditor", "serve"],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdout is not None
        yield process.stdout.readline().strip()
        process.terminate()
        assert process.wait(30) == 0


def base(url: str) -> str:
    return f"http://{urlsplit(url).netloc}"


async def drawn(url: str, cookies: dict[str, str]) -> bytes:
    """What the face draws until the checklist shows that an answer is saved."""
    host = urlsplit(url).netloc
    written = b""
    steps = [(b"Overview", "2"), (b"How to verify", "m"), (b"1 saved", "")]
    async with aiohttp.ClientSession(cookies=cookies, cookie_jar=aiohttp.CookieJar(unsafe=True)) as client:
        address = f"ws://{host}/ws?width=100&height=30"
        async with client.ws_connect(address, origin=f"http://{host}") as socket:
            async for message in socket:
                written += message.data if message.type == aiohttp.WSMsgType.BINARY else b""
                while steps and steps[0][0] in written:
                    key = steps.pop(0)[1]
                    if not key:
                        return written
                    await socket.send_json(["stdin", key])
    return written


def test_a_stranger_is_refused_and_the_user_is_let_in_once(served: str) -> None:
    home = base(served)
    assert requests.get(home, timeout=20).status_code == 403
    assert requests.get(f"{home}/?token=guess", timeout=20).status_code == 403
    assert requests.get(f"{home}/static/js/textual.js", timeout=20).status_code == 403
    rebound = requests.get(served, headers={"Host": "evil.example.org"}, timeout=20, allow_redirects=False)
    assert rebound.status_code == 421
    visit = requests.Session()
    page = visit.get(served, timeout=20)
    assert page.status_code == 200
    assert page.url == f"{home}/"
    assert "token" not in page.text
    assert "https://" not in page.text
    assert page.headers["Cache-Control"] == "no-store"
    (cookie,) = visit.cookies
    assert cookie.has_nonstandard_attr("HttpOnly")
    assert cookie.get_nonstandard_attr("SameSite") == "Strict"
    assert requests.get(served, timeout=20).status_code == 403
    assert visit.get(f"{home}/static/js/textual.js", timeout=20).status_code == 200
    socket = {"Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13",
              "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ=="}  # fmt: skip
    assert requests.get(f"{home}/ws", headers=socket, timeout=20).status_code == 403
    foreign = socket | {"Origin": "http://evil.example.org"}
    assert visit.get(f"{home}/ws", headers=foreign, timeout=20).status_code == 403


def test_the_face_draws_in_the_browser_takes_keys_and_saves_when_the_page_is_closed(
    served: str, tmp_path: Path
) -> None:
    visit = requests.Session()
    visit.get(served, timeout=20)
    written = asyncio.run(asyncio.wait_for(drawn(served, dict(visit.cookies)), 240))
    assert b"Maple County Youth Services" in written
    deadline = time.monotonic() + 20
    while not Workspace(tmp_path / "ws").record().answer and time.monotonic() < deadline:
        time.sleep(0.1)
    assert [a.control for a in Workspace(tmp_path / "ws").record().answer] == ["ZPL-01"]


def test_only_its_own_name_and_page_are_taken_for_its_own() -> None:
    admission = Admission(8123)
    assert admission.own_host("127.0.0.1:8123")
    assert not admission.own_host("127.0.0.1:81")
    assert not admission.own_host("evil.example.org:8123")
    assert admission.own_origin("http://localhost:8123", "localhost:8123")
    assert not admission.own_origin("http://localhost:9999", "localhost:8123")
    assert not admission.own_origin("", "localhost:8123")


def test_a_token_works_once_and_a_session_only_after_it() -> None:
    admission = Admission(8123)
    assert not admission.knows({admission.cookie: ""})
    assert admission.exchange("wrong") == ""
    session = admission.exchange(admission.token)
    assert session
    assert admission.exchange(admission.token) == ""
    assert admission.knows({admission.cookie: session})
    assert not admission.knows({admission.cookie: session + "x"})
    assert admission.token not in repr(admission)
