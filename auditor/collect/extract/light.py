"""Light markup in plain text: what Markdown, wiki, reST, TeX and others write around words taken out.

No one language is assumed: each rule takes out marks that several of them share, or that no running text
holds. Only lines that change are given, with the lines beside them, as one further reading of the text.
"""

import re
from collections.abc import Iterator

from auditor.collect.extract import named, tracks

_ANY = re.compile(
    r"[*_~`^\\{}<\x1b]|\[[^\]\n]+\]|''|//|==|\+\w|^\.[A-Z]|\|\w+\||\w%\n"
    r"|^[ \t]*(?:>|(?:[#;%]|//|--)[#;/%]* )",
    re.MULTILINE,
)
_TEX_WORD = re.compile(
    r"\\[a-zA-Z@]{2,}|\\[a-z]\{|[^\\]\{[^{}\n]*\}|[A-Za-z0-9]~[A-Za-z0-9]|\w\\-\w|\w\\,\w|--\d|\w%\n"
)
_RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.MULTILINE), put)
    for pattern, put in (
        (r"<!--[^<>]*-->|<nowiki ?/>", ""),
        (r"^[ \t]*(?:>[ \t]?)+", ""),  # what a mail quotes
        (r"^[ \t]*(?:#+|//+|--|;+|%+) (?=\S)", ""),  # comments and headings
        (r"\x1b\[[0-9;]*[A-Za-z]", ""),  # colours of a terminal
        (r"\[/?(?:[a-z]{1,8}|\*)(?:=[^\]\n]{0,200})?\]", ""),  # BBCode
        (r"\b[A-Z]<([^<>\n]*)>", r"\1"),  # POD
        (r"^\.(?:[A-Z]{1,2}|[a-z]{2}) +", ""),  # roff requests
        (r"\\f(?:\[\w*\]|\(..|[A-Z0-9])", ""),  # roff fonts
        (r"\[\[[^\]\n|]*\]\[([^\]\n]+)\]\]", r"\1"),  # Org links
        (r"\[\[(?:[^\]|\n]*\|)?([^\]\n]+)\]\]", r"\1"),  # wiki links
        (r"!?\[([^\]\n]*)\](?:\([^)\n]*\)|\[[^\]\n]*\])", r"\1"),  # Markdown links and pictures
        (r"\[\w+:\S+ ([^\]\n]+)\]", r"\1"),  # external wiki links
        (r":[a-z][\w:+.-]*:`([^`\n]*)`", r"\1"),  # reST roles
        (r"`([^`<\n]*?)\s*<[^>`\n]*>`_*", r"\1"),  # reST links
        (r"%?\{[^}\n]*(?::|=)[^}\n]*\}([^%{}\n]*)%", r"\1"),  # Textile
        (r"\\ ", ""),  # reST: joined words
        (r"@[a-z]+(?=\{)", ""),  # Texinfo
        (r"(?<![A-Za-z0-9])_+(?=\S)|(?<=\S)_+(?![A-Za-z0-9])", ""),
        (r"(?<![:/\w])//(?=\w)|(?<=\w)//(?!\w)", ""),
        (r"[*`^]+|~~|''+|==+|\+\+|(?<!\w)\+(?=\w)|(?<=\w)\+(?!\w)", ""),
        (r"(?<!\w)[~=](?=\w)|(?<=\w)[~=](?!\w)", ""),
        (r"\\([^\w\s])|\\(?=\d)", r"\1"),  # escaped marks
    )
)
_TEX_RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.MULTILINE), put)
    for pattern, put in (
        (r"(?<!\\)%[^\n]*\n\s*", ""),  # a comment swallows the line end
        (r"\\[a-zA-Z@]+\*?(?:\[[^\]\n]*\])?(?=\{)", ""),
        (r"\\(?:begin|end)\{\w+\*?\}", "\n"),
        (r"\\['`^\"~=.](?:\{\\?([A-Za-z])\}|([A-Za-z]))", r"\1\2"),  # accents
        (r"\\\\(?:\[[^\]\n]*\])?", "\n"),
        (r"\\(?:par|newline|break|quad|qquad|space)\b ?", "\n"),
        (r"\\[a-zA-Z@]+ ?", ""),
        (r"\\-|\\/", ""),
        (r"\\[,;:! ]|(?<!~)~(?!~)", " "),
        (r"\\([^\w\s])", r"\1"),
        (r"-{2,3}", "-"),
        (r"\}\{", " "),
        (r"[{}]", ""),
    )
)
_DEFINITIONS = re.compile(
    r"\\(?:def|(?:re)?newcommand\*?|providecommand)\{?\\(?P<tex>[A-Za-z]+)\}?\{(?P<a>[^{}\n]{1,200})\}"
    r"|^\.\. \|(?P<rest>[^|\n]+)\| replace:: (?P<b>.{1,200})$"
    r"|^:(?P<adoc>[\w-]+): (?P<c>.{1,200})$",
    re.MULTILINE,
)
_DEGREES = re.compile(
    r"\{\{\s*[Cc]oord\s*\|(\d+)\|(?:(\d+)\|)?(?:([\d.]+)\|)?([NS])\|(\d+)\|(?:(\d+)\|)?(?:([\d.]+)\|)?([EWO])"
)
_SERIALISED = re.compile(r's:\d+:"([^"]{1,40})";(?:s:\d+:"([^"]{0,200})"|[id]:([-\d.]+));')
_QUOTED_APART = re.compile(r"""(["'])(?:\s*\n\s*|\s*(?:[+.&]|\|\|)\s*)\1""")  # as programs join them
_QUOTED = r"'(?:[^']|'')*+'|\"[^\"]*+\""
_CONCAT = re.compile(
    rf"\b(?:concat|CONCAT|string-join)\(((?:\s*(?:{_QUOTED}|[^'\"(),]++(?:\([^()]*\))?)\s*,?)++)\)"
)
_LITERAL = re.compile(r"'((?:[^']|'')*+)'|\"([^\"]*+)\"")
_SHOWN = re.compile(r"\(((?:[^()\\]|\\.)*)\)\s*(?:show|ashow|widthshow)|<([0-9A-Fa-f\s]+)>\s*show")
_CUE = re.compile(r"^(?:\d+|.*-->.*|NOTE.*|WEBVTT.*|\s*)$")
_TIMES = re.compile(r"[\[<](?:\d+:)?\d+:\d+(?:[.:]\d+)?[\]>]|^#EXTINF:[-\d.]+,|\{\\[^{}]*\}", re.MULTILINE)
_DIALOGUE = re.compile(r"^(?:Dialogue|Comment):(?:[^,\n]*,){9}|\\[Nnh]", re.MULTILINE)
_MAX = 4_000_000


def readings(text: str) -> Iterator[tuple[str, str]]:
    """(how it was read, text) for each further reading of a plain text that says something else."""
    if len(text) > _MAX or not text.strip():
        return
    if "-->" in text or _TIMES.search(text) or "Dialogue:" in text:
        yield "captions without times", _captions(text)
    if text.startswith("%!PS"):
        yield "shown strings", _postscript(text)
    if "s:" in text and (pairs := _SERIALISED.findall(text)):
        yield "serialised values", "\n".join(_grouped((key, a or b) for key, a, b in pairs))
    if "oord" in text:
        yield "coordinates", "\n".join(_coordinates(text))
    yield "recorded positions", "\n".join(tracks.positions(text))
    yield "constants joined", "\n".join(concatenated(text))
    for changed in joined_apart(text):
        yield "constants joined", changed
    if _ANY.search(text) is None and "--" not in text:
        return
    filled = _filled(text)
    yield "without marks", _changed(text, _RULES, filled)
    if _TEX_WORD.search(filled):
        yield "without commands", _changed(text, _TEX_RULES, filled)


def concatenated(text: str) -> Iterator[str]:
    """What `concat('…', '…')` of XPath, SQL and the like gives, as far as it is constant."""
    if "concat" in text or "CONCAT" in text:
        for arguments in _CONCAT.findall(text):
            values = [single.replace("''", "'") or double for single, double in _LITERAL.findall(arguments)]
            if len(values) > 1:
                yield "".join(values)


def joined_apart(text: str) -> Iterator[str]:
    """The lines in which constants stand that a program joins, with these joined."""
    if _QUOTED_APART.search(text):
        yield _changed(text, ((_QUOTED_APART, ""),))


def _changed(text: str, rules: tuple[tuple[re.Pattern[str], str], ...], start: str = "") -> str:
    """`text`, or what it was made to `start` with, after all `rules`; lines far from any change left out."""
    read = start or text
    for pattern, put in rules:
        read = pattern.sub(put, read)
    known = set(text.split("\n"))
    lines = read.split("\n")
    near = {at + step for at, line in enumerate(lines) if line not in known for step in (-1, 0, 1)}
    return "\n".join(line for at, line in enumerate(lines) if at in near)


def _filled(text: str) -> str:
    """The text with the names that it defines itself put in, one level deep."""
    names: dict[str, str] = {}
    for match in _DEFINITIONS.finditer(text):
        names[match["tex"] or match["rest"] or match["adoc"]] = match["a"] or match["b"] or match["c"]
        if len(names) >= 200:
            break
    if not names:
        return text
    any_name = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    used = re.compile(rf"\\({any_name})(?:\{{\}}|\b)|\|({any_name})\||\{{({any_name})\}}")
    return used.sub(lambda m: names[m[1] or m[2] or m[3]], text)


def _grouped(pairs: Iterator[tuple[str, str]]) -> Iterator[str]:
    for group in named.groups(pairs):
        yield from named.joined(group)


def _coordinates(text: str) -> Iterator[str]:
    """Positions that a wiki's template is given in degrees, minutes and seconds."""
    for match in _DEGREES.finditer(text):
        values = [
            float(v) if v else 0.0 for v in (match[1], match[2], match[3], match[5], match[6], match[7])
        ]
        latitude = values[0] + values[1] / 60 + values[2] / 3600
        longitude = values[3] + values[4] / 60 + values[5] / 3600
        south, west = match[4] == "S", match[8] == "W"
        yield named.position(f"{'-' * south}{latitude}", f"{'-' * west}{longitude}")


def _captions(text: str) -> str:
    """The words of captions, lyrics or a play list, without numbers, times and their marks."""
    words = _TIMES.sub("", _DIALOGUE.sub(lambda m: "\n" if m[0][0] == "\\" else "", text))
    return "\n".join(line for line in words.split("\n") if not _CUE.match(line))


def _postscript(text: str) -> str:
    """The strings that a page description shows, together and apart."""
    shown = [
        re.sub(r"\\(.)", r"\1", literal) if literal else bytes.fromhex(_even(digits)).decode("latin-1")
        for literal, digits in _SHOWN.findall(text)
    ]
    return "\n".join(("".join(shown), " ".join(shown)))


def _even(digits: str) -> str:
    plain = "".join(digits.split())
    return plain + "0" * (len(plain) % 2)
