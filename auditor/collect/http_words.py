"""What HTTP headers and statuses say."""

REDIRECTS = frozenset({301, 302, 303, 307, 308})
"""Answers that send on to another address (RFC 9110 section 15.4)."""

NOT_MODIFIED = 304


def content_type(value: str) -> tuple[str, str]:
    """Media type and charset of a Content-Type header, in lower case; empty where it says nothing."""
    kind, _, rest = value.partition(";")
    charset = ""
    for part in rest.split(";"):
        name, _, text = part.partition("=")
        if name.strip().lower() == "charset":
            charset = text.strip().strip("\"'").lower()
    return kind.strip().lower(), charset


def meaning(status: int) -> str:
    """What an error status tells the reader, to be put behind the number; empty for the less common."""
    match status:
        case 401 | 407:
            return ": it asks for a login"
        case 403:
            return ": it forbids access"
        case 429:
            return ": it asks to slow down"
        case 451:
            return ": withheld for legal reasons"
        case _ if status >= 500:
            return ": its own failure"
        case _:
            return ""
