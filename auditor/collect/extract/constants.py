"""What a script makes of its constants without being run: joined, filled in, reversed, replaced, decoded.

Only constants are followed, in one pass over the strings of the source. Nothing is evaluated that a
program could make long: each result is at most as long as the constants that it is made of.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from auditor.collect.extract import pieces, rewritten, shifted
from auditor.collect.extract.lines import SKIP, unmarked

_ESCAPE = re.compile(
    r"\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([0-7]{1,3})|(\n)|(.))", re.DOTALL
)
_NAMED = {"n": "\n", "t": "\t", "r": "\n", "b": " ", "f": " ", "v": " ", "s": " "}  # the last in patterns
_SURROGATE = re.compile("[\ud800-\udfff]")
STRING = (
    r"""(?:"[^"\\\n]*+(?:\\.[^"\\\n]*+)*+"|'[^'\\\n]*+(?:\\.[^'\\\n]*+)*+'|`[^`\\]*+(?:\\.[^`\\]*+)*+`)"""
)
NUMBER = r"(?<![\w.])\d{1,9}(?:\.\d+)?(?![\w.])"
_NAME = r"[A-Za-z_$][\w$.]*+"
# Each branch begins by looking back at the character just read, so that a search runs from one quotation
# mark or slash to the next. A regular expression is told from a division by what stands before it.
_TOKEN = re.compile(
    r"""["'`/](?:(?<=")[^"\\\n]*+(?:\\.[^"\\\n]*+)*+"|(?<=')[^'\\\n]*+(?:\\.[^'\\\n]*+)*+'"""
    r"""|(?<=`)[^`\\]*+(?:\\.[^`\\]*+)*+`|(?<=/)(?:/[^\n]*+|\*.*?(?:\*/|\Z)"""
    r"""|(?<=[(,=:;!&|?\[{}+]/)(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*+\]|[^/\\\n\[])++/))""",
    re.DOTALL,
)
_NUMBERS = re.compile(r"[0-9](?<![\w.#%-][0-9])\d{1,8}(?:\.\d+)?(?![\w.])")
_TERM = rf"(?:{_NAME}|{NUMBER})"
_BEFORE = re.compile(rf"(?:\A|\s)((?:{_TERM}\s*\+\s*)+)\Z")
_NO_TERM = re.compile(r"[^\w$.+\s]")
_BETWEEN = re.compile(rf"\s*(?:\)?\s*\+\s*\(?\s*|\.concat\(\s*|,\s*)(?:{_TERM}\s*\+\s*)*\(*\s*")
_AFTER = re.compile(rf"(?:\s*\+\s*{_TERM})+(?![\w$.]*\()")
_TERMS = re.compile(rf"(?P<string>{STRING})|{_TERM}", re.DOTALL)
_ASSIGNED = re.compile(r"([\w$]+)[\"']?\s*[:=]\s*\Z")
_ASSIGNED_NUMBER = re.compile(r"[:=]\s*+(\d{1,9}(?:\.\d+)?)(?![\w.])")
_PLACEHOLDER = re.compile(r"\$\{\s*([^{}]{1,80}?)\s*\}")
_JOINED = re.compile(rf"\]\s*((?:\.\s*reverse\(\s*\)\s*)?)\.\s*join\(\s*({STRING})?\s*\)", re.DOTALL)
_CALL = re.compile(
    rf"\.\s*(replace|replaceAll|slice|substring|substr|padStart|padEnd|split)\("
    rf"\s*([^)\"'`]*?|{STRING}|/(?:\\.|[^/\\\n])+/\w*)\s*(?:,\s*({STRING}|-?\d+)\s*)?\)"
    rf"(?:\s*\.join\(\s*({STRING})\s*\))?",
    re.DOTALL,
)
_CHOICE = re.compile(rf"\([^()\"'`?]{{1,80}}\?\s*({STRING})\s*:\s*({STRING})\s*\)", re.DOTALL)
# Within a list or arguments, or from one call or "+=" to the next.
_BESIDE = re.compile(r"[\])]*\s*[,;]?\s*(?:[\w$.]+\s*(?:\(|\+=)\s*)*")
_LONGEST_GAP = 120
_LONGEST_PIECE = 200
_MOST_PIECES = 400
_RESOLVED = 256 * 1024  # in larger scripts, which are libraries, names are not followed to their constants
_MAX_CONSTANT = 20_000
_MAX_ARRAY = 4_000


def decode(text: str) -> str:
    """`text` with JavaScript string escapes decoded (ECMA-262, 12.9.4)."""
    if "\\" not in text:
        return text
    decoded = _ESCAPE.sub(_decode_one, text)
    if _SURROGATE.search(decoded):
        return decoded.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return decoded


def _decode_one(match: re.Match[str]) -> str:
    other = match[6]
    if other:
        return _NAMED.get(other, other)
    digits = match[1] or match[2] or match[3]
    if digits or match[4]:
        code = int(digits, 16) if digits else int(match[4], 8)
        return chr(code) if 0 < code < 0x110000 else "\ufffd"
    return SKIP


def value_of(literal: str) -> str:
    """The value of a string literal, quotation marks included."""
    return unmarked(decode(literal[1:-1])) if "\\" in literal else literal[1:-1]


@dataclass(slots=True)
class Source:
    """A script and its string literals, as (start, end); comments and patterns are left out."""

    text: str
    spans: list[tuple[int, int]]

    @classmethod
    def of(cls, text: str) -> "Source":
        """The literals of `text`, found in one pass."""
        return cls(text, [m.span() for m in _TOKEN.finditer(text) if text[m.start()] != "/"])

    def constants(self) -> Iterator[str]:
        """The string constants, and the numbers of two figures and more between them, in order."""
        text, at = self.text, 0
        for start, end in self.spans:
            yield from _NUMBERS.findall(text, at, start)
            at = end
            if 2 < end - start <= _MAX_CONSTANT:
                value = value_of(text[start:end]).strip()
                if value:
                    yield value
        yield from _NUMBERS.findall(text, at)


def results(source: Source) -> Iterator[str]:
    """What joining constants gives, one text for each expression."""
    text = source.text
    values = _values(source) if len(text) <= _RESOLVED else {}
    yield from _chains(source, values)
    if len(text) <= _RESOLVED:
        yield from rewritten.sums(text, values)
        if (other := rewritten.with_constants(text, values)) != text:
            yield from _chains(Source.of(other), values)
        yield from _runs(source)
    yield from _arrays(text)
    for start, end in source.spans:
        if text[start] == "`" and "${" in text[start:end]:
            yield _filled(text[start + 1 : end - 1], values)
    for start, end in source.spans:
        if text[end : end + 1] == "." and (call := _CALL.match(text, end)):
            yield _called(value_of(text[start:end]), call)
    yield from shifted.lists(text, values)
    if len(text) <= _RESOLVED:
        yield from shifted.texts(text, (value_of(text[start:end]) for start, end in source.spans), values)
    if "?" in text and len(text) <= _RESOLVED and _CHOICE.search(text):
        for chosen in (r"\1", r"\2"):
            yield from _chains(Source.of(_CHOICE.sub(chosen, text)), values)


def _values(source: Source) -> dict[str, str]:
    """The constant last given to each name, by its last part."""
    text, values = source.text, {}
    for start, end in source.spans:
        if text[start - 1 : start] in ("=", ":", " ") and (
            name := _ASSIGNED.search(text, max(0, start - 60), start)
        ):
            values[name[1]] = value_of(text[start:end])
    for number in _ASSIGNED_NUMBER.finditer(text):
        if name := _ASSIGNED.search(text, max(0, number.start() - 60), number.start(1)):
            values[name[1]] = number[1]
    return values


def _chains(source: Source, values: dict[str, str]) -> Iterator[str]:
    """Strings added to each other and to names, as one text each."""
    text = source.text
    first = last = -1
    for (start, end), (after, _) in pairwise([*source.spans, (len(text), 0)]):
        if first < 0:
            first = start
        last = end
        gap = text[end:after] if after - end < 200 else "?"
        if after < len(text) and _may_join(gap) and _BETWEEN.fullmatch(gap):
            continue
        before = _before(text, first, named=bool(values))
        behind = _AFTER.match(text, last, last + 200) if gap.lstrip()[:1] == "+" else None
        if behind and not values and not any(map(str.isdigit, behind[0])):
            behind = None
        if before or behind or text.find("+", first, last) >= 0 or text.find(".concat", first, last) >= 0:
            yield _evaluated(before + text[first : behind.end() if behind else last], values)
        first = -1


def _runs(source: Source) -> Iterator[str]:
    """Strings beside each other in lists, and in calls one after the other, where one ends inside a word."""
    text = source.text
    run: list[str] = []
    for (start, end), (after, _) in pairwise([*source.spans, (len(text), 0)]):
        run.append(value_of(text[start:end]) if end - start < _LONGEST_PIECE else "")
        near = after < len(text) and after - end <= _LONGEST_GAP and len(run) < _MOST_PIECES
        if near and _BESIDE.fullmatch(text, end, after):
            continue
        if len(run) > 1 and (pieces.torn(run) or pieces.spelled(run)):
            yield pieces.side_by_side(run)
        run = []


def _before(text: str, start: int, *, named: bool) -> str:
    """The names and numbers that the string at `start` is added to; without names only numbers count."""
    near = text[max(0, start - 120) : start].rstrip(" (\n")
    if near[-1:] != "+" or not (named or near.rstrip("+ \n")[-1:].isdigit()):
        return ""
    found = _BEFORE.search(_NO_TERM.split(near)[-1])
    return found[1] if found else ""


def _may_join(gap: str) -> bool:
    return "+" in gap or ".concat" in gap


def _evaluated(chain: str, values: dict[str, str]) -> str:
    pieces = []
    for term in _TERMS.finditer(chain):
        literal = term["string"]
        if literal:
            value = value_of(literal)
            pieces.append(_filled(literal[1:-1], values) if literal[0] == "`" else value)
        elif term[0][0].isdigit():
            pieces.append(term[0])
        elif not term[0].endswith("concat"):
            pieces.append(_known(term[0], values))
    return "".join(pieces)


def _known(name: str, values: dict[str, str]) -> str:
    return values.get(name, values.get(name.rpartition(".")[2], ""))


def _filled(template: str, values: dict[str, str]) -> str:
    """A template literal with the constants that are known put in."""

    def fill(match: re.Match[str]) -> str:
        inner = match[1]
        if inner[0] in "\"'`" or inner[0].isdigit():
            return _evaluated(inner, values)
        return _known(inner, values)

    return unmarked(decode(_PLACEHOLDER.sub(fill, _PLACEHOLDER.sub(fill, template))))


def _arrays(text: str) -> Iterator[str]:
    """The elements of arrays that are joined, in order or reversed."""
    for call in _JOINED.finditer(text):
        start = text.rfind("[", max(0, call.start() - _MAX_ARRAY), call.start())
        if start >= 0:
            items = [
                value_of(t[0]) if t["string"] else t[0] for t in _TERMS.finditer(text, start, call.start())
            ]
            items = items[::-1] if call[1] else items
            yield (value_of(call[2]) if call[2] else "," * (call[2] is None)).join(items)


def _called(text: str, call: re.Match[str]) -> str:
    """The result of calling a string's method on the constant `text`."""
    method, first, second = call[1], call[2] or "", call[3] or ""
    put = value_of(second) if second[:1] in "\"'`" and second else ""
    if method.startswith("replace"):
        return _pattern(first).sub(lambda _: put, text) if first else ""
    if method == "split":
        parts = first[:1] in "\"'`" and len(first) > 2 and call[4]
        return text.replace(value_of(first), value_of(call[4])) if parts else ""
    if not re.fullmatch(r"-?\d{1,6}", first):
        return ""
    start = int(first)
    if method.startswith("pad"):
        filling = (put * (start // max(1, len(put)) + 1))[: max(0, min(start, _MAX_CONSTANT) - len(text))]
        return filling + text if method == "padStart" else text + filling
    end = int(second) if re.fullmatch(r"-?\d{1,6}", second) else None
    return text[start : start + end if method == "substr" and end is not None else end]


@lru_cache(maxsize=64)
def _pattern(source: str) -> re.Pattern[str]:
    """A replaced string, or a simple regular expression, as a pattern."""
    if source[0] != "/":
        return re.compile(re.escape(value_of(source)) if source[0] in "\"'`" else r"\A\Z(?!)")
    body = source[1 : source.rfind("/")]
    # Only sets, plain characters and simple repeats are taken over: nothing that could run away.
    simple = re.fullmatch(r"(?:\[[^\]\\]+\]|\\[wsdWSD.\-/|+*]|[\w\s@#!~_|.-])[+]?(?:[\w\s@#!~_|-])*", body)
    return re.compile(body if simple else r"(?!)")
