"""Attribute values: every one once, entities decoded; what they hold in code is read as what it is."""

import re
from functools import lru_cache
from html import unescape

from auditor.collect.extract import blobs
from auditor.collect.extract.lines import WRAP
from auditor.collect.extract.markup import Markup, attribute_places, raw_attributes
from auditor.collect.extract.part import Basket

_STYLE_ESCAPE = re.compile(r"\\[0-9a-fA-F]")
_JSON = re.compile(r"\A\s*[\[{].*[\]}]\s*\Z", re.DOTALL)
_MARKUP = re.compile(r"<[A-Za-z!/]")
_WORDS = re.compile(r"[A-Za-z]+")
_HEADINGS = frozenset(f"{slash}h{level}" for slash in ("", "/") for level in range(1, 7))
_SCRIPT_URL = re.compile(r"\s*javascript:", re.IGNORECASE)


def read(markup: Markup, basket: Basket) -> None:
    """Read the attribute values of a page."""
    pairs = add_attributes(markup, basket, "html-attribute")
    for name, value in [pair for pair in pairs if _holds_code(*pair)]:
        lower = name.lower()
        within = basket.inside(f"attribute {lower}")
        if lower.startswith("on") or _SCRIPT_URL.match(value):
            _script(value, within)
        elif "<" in value and _MARKUP.search(value):
            _markup(value, within)
        elif _JSON.match(value):
            _json(value, within)
        elif "concat(" in value:
            from auditor.collect.extract import light

            within.add("html-attribute", "\n".join(light.concatenated(value)), "constants joined")
        elif lower == "style" and _STYLE_ESCAPE.search(value):
            _style(value, within)


def _holds_code(name: str, value: str) -> bool:
    """A quick look whether a value may hold a script, markup, JSON, a style escape or an expression."""
    return (
        "<" in value
        or value[0] in "[{ \n\t"
        or name[:2] in ("on", "ON", "On", "oN")
        or value[:2] in ("ja", "Ja", "JA")
        or "\\" in value
        or "concat(" in value
    )


def add_attributes(markup: Markup, basket: Basket, carrier: str) -> list[tuple[str, str]]:
    """Add all attribute values as one fragment; returns the distinct (name, value) pairs.

    A data URI is read as the file it holds instead of as text.
    """
    pairs, values = [], []
    raw_pairs, bare = raw_attributes([*markup.inside, *(s.attributes for s in markup.specials)])
    for name, raw in raw_pairs:
        value = unescape(raw) if "&" in raw else raw
        if WRAP in value:
            value = value.replace(WRAP, "\n")
        if value[4:5] == ":" and value[:5].lower() == "data:" and "," in value:
            body, media_type = blobs.from_data_uri(value)
            basket.nested(body, f"attribute {name}, data URI", media_type=media_type)
        elif value:
            pairs.append((name, raw))
            values.append(value)
    basket.add(carrier, "\n".join(values), "", attribute_places(markup.source, values, pairs))
    names = [name for name in dict.fromkeys(name for name, _ in pairs) if _telling(name)]
    telling = [words for words in dict.fromkeys(bare) if _telling(words)]
    elements = [name for name in dict.fromkeys(markup.names) if _telling(name)]
    basket.add(carrier, "\n".join((*names, *telling, *elements)), "names of attributes and elements")
    return [(name, value) for (name, _), value in zip(pairs, values, strict=True)]


@lru_cache(maxsize=4096)
def _telling(name: str) -> bool:
    """Whether a name may spell something out: it has a digit among letters, or several words."""
    has_digit = any(map(str.isdigit, name)) and name.lower() not in _HEADINGS
    return has_digit or len(_WORDS.findall(name)) > 2


def _script(value: str, basket: Basket) -> None:
    from auditor.collect.extract import script

    script.read_text(value, basket)


def _markup(value: str, basket: Basket) -> None:
    from auditor.collect.extract import html

    basket.nested_text(lambda within: html.read_text(value, within))


def _json(value: str, basket: Basket) -> None:
    from auditor.collect.extract import data

    try:
        parsed = data.parse(value)
    except ValueError:
        return
    data.read_value(parsed, basket, "html-attribute")


def _style(value: str, basket: Basket) -> None:
    from auditor.collect.extract import style

    style.read_text(value, basket)
