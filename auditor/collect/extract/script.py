"""Scripts: string escapes decoded, constants joined as the script would join them.

Three readings: the source with its escapes decoded (comments, names and keys included); the results of
joining constants (`"12" + n`, template literals, `String.fromCharCode(...)`); and all constants in order.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from auditor.collect.extract import constants, data, mapped
from auditor.collect.extract.lines import SKIP, clean, marked_lines, unmarked
from auditor.collect.extract.part import Basket

decode = constants.decode

_CONCATENATED = re.compile(r"""(["'`])\s*\+\s*(["'`])""")
_REVERSED = re.compile(r"\breverse\s*\(")
IN_ORDER = "constants in order"
"""The end of the place of the fragment in which the constants of a script stand once more."""
_REMARK = re.compile(r"(?<!:)/\*[^\n]*\n.*?\*/|(?:^[ \t]*//[^\n]*\n){2,}", re.DOTALL | re.MULTILINE)
_LEADER = re.compile(r"^[ \t]*(?:/\*+|\*+/|\*+|//+)[ \t]?", re.MULTILINE)
_SHORTEST = 4
_KEPT = 256 * 1024
_TAG = re.compile(r"<[A-Za-z!/]")
# Names of elements stand between the words of a page when a script builds it.
_NAMES = (
    "a b i p br em h1 h2 h3 h4 li ol td th tr ul div img span strong small address section footer header "
    "label class classname $"
)
_ELEMENTS = frozenset(_NAMES.split())


def read_text(source: str, basket: Basket, first_line: int = 1) -> None:
    """Read a script whose first character stands on `first_line`."""
    source = clean(source)
    joined = _CONCATENATED.sub(lambda m: SKIP * m[0].count("\n"), source) if "+" in source else source
    text = decode(joined)
    shown = unmarked(text)
    basket.add("script", shown, "", marked_lines(text, shown, first_line, newline_counts=True))
    where = f"script from line {first_line}"
    made, found = _constants_of(source) if len(source) <= _KEPT else _constants(source)
    results = [text for text in made if not _stands_in(shown, text)]
    basket.add("script", "\n".join(results), f"{where}, joined constants")
    words = [c for c in found if c.lower() not in _ELEMENTS]
    if len(words) > 1:
        basket.add("script", " ".join(words), f"{where}, {IN_ORDER}")
    markup = "\n".join(c for c in (*results, *found) if "<" in c and _TAG.search(c))
    if markup:
        from auditor.collect.extract import html

        basket.inside(where).nested_text(lambda within: html.read_text(markup, within))
    if len(source) <= _KEPT:
        places = dict.fromkeys((*mapped.positions(source), *mapped.lines(source, found)))
        basket.add("script", "\n".join(places), f"{where}, positions")
        remarks = "\n".join(_remarks(source))
        basket.add("script", remarks, f"{where}, comments")
    if "reverse" in source and _REVERSED.search(source):
        backwards = (c[::-1] for c in found if len(c) > 5)
        basket.add("script", "\n".join(backwards), f"{where}, constants reversed")


def _remarks(source: str) -> Iterator[str]:
    """Comments over several lines, without the marks that begin each line."""
    if "\n" in source and ("/*" in source or "//" in source):
        for comment in _REMARK.findall(source):
            yield _LEADER.sub("", comment)


def _constants(source: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What joining the constants of a script gives, and the constants themselves."""
    parsed = constants.Source.of(source)
    made = dict.fromkeys(text for text in constants.results(parsed) if len(text) >= _SHORTEST)
    return tuple(made), tuple(parsed.constants())


# The same scripts stand on every page of a site.
_constants_of = lru_cache(maxsize=64)(_constants)


def _stands_in(text: str, words: str) -> bool:
    """Whether `words` stand in `text` as they are, not as a part of longer words."""
    at = text.find(words)
    return at >= 0 and not (text[at - 1 : at].isalnum() or text[at + len(words) :][:1].isalnum())


def read_inline(source: str, kind: str, line: int, basket: Basket) -> None:
    """Read the content of a script element of type `kind` that starts on `line` of its page."""
    within = f"script from line {line}"
    if kind.endswith("json"):
        carrier = "json-ld" if "ld+" in kind else "json"
        data.read_json_text(source, basket.inside(within), carrier)
    elif "html" in kind or "template" in kind:
        from auditor.collect.extract import html

        html.read_text(source, basket.inside(within))
    else:
        read_text(source, basket, line)
        read_blobs(source, basket.inside(within))


_BLOB_START = re.compile(r"(?:=|\(|parse\()\s*([\[{])\s*[\"\[{]")


def read_blobs(source: str, basket: Basket) -> None:
    """Read objects in JSON notation inside a script (`window.__STATE__ = {...}`)."""
    from json import JSONDecoder

    decoder, at, count = JSONDecoder(), 0, 0
    while (match := _BLOB_START.search(source, at)) and count < 50:
        at, count = match.end(), count + 1
        try:
            value, at = decoder.raw_decode(source, match.start(1))
        except (ValueError, RecursionError):
            continue
        data.read_value(value, basket, "script")
