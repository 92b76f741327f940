"""Who may use the face in a browser: one token, good for one visit, then one session. Pure."""

import secrets
from collections.abc import Mapping


class Admission:
    """A one-time token and the session that it opens.

    A browser on the same computer is not enough to be let in: other users of the computer, and every
    website open in that browser, can reach a port of 127.0.0.1 too.
    """

    def __init__(self, port: int) -> None:
        self.port = port
        self.token = secrets.token_urlsafe(32)
        self.cookie = f"auditor-{secrets.token_hex(4)}"
        self._used = False
        self._session = secrets.token_urlsafe(32)

    def __repr__(self) -> str:
        return "<Admission>"

    @property
    def url(self) -> str:
        """The address that lets in once."""
        return f"http://127.0.0.1:{self.port}/?token={self.token}"

    def exchange(self, token: str) -> str:
        """The session for the token; empty when it is wrong or was used before."""
        if self._used or not secrets.compare_digest(token.encode(), self.token.encode()):
            return ""
        self._used = True
        return self._session

    def knows(self, cookies: Mapping[str, str]) -> bool:
        """True for a browser that holds the session."""
        held = cookies.get(self.cookie, "")
        return self._used and secrets.compare_digest(held.encode(), self._session.encode())

    def own_host(self, host: str) -> bool:
        """True when the Host header names this server itself.

        A website that has its own name resolve to 127.0.0.1 (DNS rebinding) sends its own name.
        """
        return host in (f"127.0.0.1:{self.port}", f"localhost:{self.port}")

    def own_origin(self, origin: str, host: str) -> bool:
        """True when the page that asks was served from here: another one must not open the socket."""
        return self.own_host(host) and origin == f"http://{host}"
