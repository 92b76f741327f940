"""Scripts: string escapes decoded, constants joined as the script would join them.

Three readings: the source with its escapes decoded (comments, names and keys included); the results of
joining constants (`"12" + n`, template literals, `String.fromCharCode(...)`); and all constants in order.
"""

import re
from collections.abc import Iterator

from auditor.collect.extract import data
from auditor.collect.extract.lines import SKIP, clean, marked_lines, unmarked
from auditor.collect.extract.part import Basket

_ESCAPE = re.compile(
    r"\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([0-7]{1,3})|(\n)|(.))", re.DOTALL
)
_NAMED = {"n": "\n", "t": "\t", "r": "\n", "b": " ", "f": " ", "v": " "}
_STRING = r"""(?:"(?:[^"\\\n]|\\.)*+"|'(?:[^'\\\n]|\\.)*+'|`(?:[^`\\]|\\.)*+`)"""
_NUMBER = r"(?<![\w.])\d{1,9}(?:\.\d+)?(?![\w.])"
_NAME = r"[A-Za-z_$][\w$.]*+"
_COMMENT = r"//[^\n]*+|/\*.*?(?:\*/|\Z)"
_TOKEN = re.compile(rf"(?P<comment>{_COMMENT})|(?P<string>{_STRING})|(?P<number>{_NUMBER})", re.DOTALL)
_TERM = rf"(?:{_STRING}|{_NUMBER}|{_NAME})"
_CHAIN = re.compile(rf"{_TERM}(?:\s*+(?:\+\s*+|\.concat\(\s*+){_TERM}\)?)++", re.DOTALL)
_TERMS = re.compile(_TERM, re.DOTALL)
_ASSIGNMENT = re.compile(rf"({_NAME})\s*+[:=]\s*+({_STRING}|{_NUMBER})", re.DOTALL)
_PLACEHOLDER = re.compile(r"\$\{\s*([^{}]{1,80}?)\s*\}")
_CODES = re.compile(r"(?:(?:0x[0-9a-fA-F]{2}|\d{2,3})\s*,\s*){5,}(?:0x[0-9a-fA-F]{2}|\d{2,3})")
_CONCATENATED = re.compile(r"""(["'`])\s*\+\s*(["'`])""")
_REVERSED = re.compile(r"\breverse\s*\(")
_TAG = re.compile(r"<[A-Za-z!/]")
_JOINS = re.compile(r"""[\"'`]\s*\+|\+\s*[\"'`]|\$\{|\.concat\(""")
_RESOLVED = 256 * 1024  # in larger scripts, which are libraries, names are not followed to their constants
_MAX_CONSTANT = 20_000
# Names of elements stand between the words of a page when a script builds it.
_ELEMENTS = frozenset(
    {"a", "b", "i", "p", "br", "em", "h1", "h2", "h3", "h4", "li", "ol", "td", "th", "tr", "ul", "div", "img"}
    | {
        "span",
        "strong",
        "small",
        "address",
        "section",
        "footer",
        "header",
        "label",
        "class",
        "classname",
        "$",
    }
)


def decode(text: str) -> str:
    """`text` with JavaScript string escapes decoded (ECMA-262, 12.9.4)."""
    if "\\" not in text:
        return text
    decoded = _ESCAPE.sub(_decode_one, text)
    return (
        decoded.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        if _has_surrogate(decoded)
        else decoded
    )


def _has_surrogate(text: str) -> bool:
    return bool(re.search("[\ud800-\udfff]", text))


def _decode_one(match: re.Match[str]) -> str:
    digits = match[1] or match[2] or match[3]
    if digits or match[4]:
        code = int(digits, 16) if digits else int(match[4], 8)
        return chr(code) if 0 < code < 0x110000 else "\ufffd"
    if match[5]:
        return SKIP
    return _NAMED.get(match[6], match[6])


def read_text(source: str, basket: Basket, first_line: int = 1) -> None:
    """Read a script whose first character stands on `first_line`."""
    source = clean(source)
    text = decode(_CONCATENATED.sub(lambda m: SKIP * m[0].count("\n"), source))
    shown = unmarked(text)
    basket.add("script", shown, "", marked_lines(text, shown, first_line, newline_counts=True))
    where = f"script from line {first_line}"
    results = [r for r in dict.fromkeys(_results(source)) if r not in shown]
    basket.add("script", "\n".join(results), f"{where}, joined constants")
    constants = list(_constants(source))
    words = [c for c in constants if c.lower() not in _ELEMENTS]
    if len(words) > 1:
        basket.add("script", " ".join(words), f"{where}, constants in order")
    markup = "\n".join(c for c in constants if "<" in c and _TAG.search(c))
    if markup:
        from auditor.collect.extract import html

        basket.inside(where).nested_text(lambda within: html.read_text(markup, within))
    if _REVERSED.search(source):
        backwards = (c[::-1] for c in constants if len(c) > 5)
        basket.add("script", "\n".join(backwards), f"{where}, constants reversed")


def _constants(source: str) -> Iterator[str]:
    """The string and number constants of a script, comments left out."""
    for match in _TOKEN.finditer(source):
        if match["string"]:
            text = unmarked(decode(match["string"][1:-1])).strip()
            if text and len(text) <= _MAX_CONSTANT:
                yield text
        elif match["number"] and len(match["number"]) > 1:
            yield match["number"]


def _results(source: str) -> Iterator[str]:
    """What joining constants gives, one text for each expression."""
    values: dict[str, str] = {}
    joins = bool(_JOINS.search(source))
    if joins and len(source) <= _RESOLVED:
        values = {name: _value(term) for name, term in _ASSIGNMENT.findall(source)}
        values |= {name.rpartition(".")[2]: value for name, value in values.items()}
    if joins:
        for chain in _CHAIN.finditer(source):
            if chain[0][:1] in "\"'`" or values:
                yield "".join(_evaluated(chain[0], values))
    if "${" in source:
        for match in _TOKEN.finditer(source):
            if match["string"] and match["string"][0] == "`" and "${" in match["string"]:
                yield _filled(match["string"][1:-1], values)
    for match in _CODES.finditer(source):
        yield _from_codes(match[0])


def _evaluated(chain: str, values: dict[str, str]) -> Iterator[str]:
    for term in _TERMS.findall(chain):
        if term[0] in "\"'`" or term[0].isdigit():
            value = _value(term)
            yield _filled(value, values) if term[0] == "`" else value
        elif term != "concat":
            yield values.get(term, values.get(term.rpartition(".")[2], ""))


def _value(term: str) -> str:
    return unmarked(decode(term[1:-1])) if term[0] in "\"'`" else term


def _filled(template: str, values: dict[str, str]) -> str:
    """A template literal with the constants that are known put in."""

    def fill(match: re.Match[str]) -> str:
        inner = match[1]
        if inner[0] in "\"'`" or inner[0].isdigit():
            return "".join(_evaluated(inner, values))
        return values.get(inner, values.get(inner.rpartition(".")[2], ""))

    return unmarked(decode(_PLACEHOLDER.sub(fill, template)))


def _from_codes(run: str) -> str:
    """Text from a run of character codes, as in `String.fromCharCode(49, 50, 52, 55)`."""
    codes = [int(code.strip(), 0) if "x" in code else int(code) for code in run.split(",")]
    text = "".join(map(chr, codes))
    return text if all(c.isprintable() or c.isspace() for c in text) else ""


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
