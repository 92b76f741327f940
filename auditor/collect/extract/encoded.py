"""Encodings within text: percent signs, base64, entities of entities."""

from urllib.parse import unquote_plus


def url_words(url: str) -> str:
    """A URL as written and, on a second line when it differs, decoded."""
    decoded = unquote_plus(url)
    return url if decoded == url else f"{url}\n{decoded}"
