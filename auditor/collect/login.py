"""A name and password in the address of a target: used for its requests, and kept out of everything else."""

import base64
import re
from collections.abc import Iterable, Mapping
from urllib.parse import unquote

from auditor.collect.urls import normal

# Up to the last @ of the authority, as the WHATWG URL rules read it, and whatever the scheme is.
_LOGIN = re.compile(r"^(\s*(?:[a-z][a-z0-9+.-]*:[/\\]+|[/\\]{2})?)([^/\\?#\s]*)@(?=[^/\\?#@])", re.IGNORECASE)


def without_login(target: str) -> str:
    """`target` as it may be shown: without the name and password before its host."""
    return _LOGIN.sub(r"\1", target)


def logins(urls: Iterable[str]) -> Mapping[str, str]:
    """The Authorization header (RFC 7617) for each address that holds a login, by the address without it."""
    found = {}
    for url in urls:
        text = url.strip()
        match = _LOGIN.match(text)
        if match and match[2].strip(":"):
            user, _, password = match[2].partition(":")
            pair = f"{unquote(user)}:{unquote(password)}".encode()
            place = without_login(text)
            where = normal(place if "://" in place else f"https://{place}")
            found[where] = f"Basic {base64.b64encode(pair).decode('ascii')}"
    return found
