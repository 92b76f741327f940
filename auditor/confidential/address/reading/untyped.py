"""Tells a street's name that stands without its type from plain words and other names."""

import re

from auditor.confidential.address.reading import compare
from auditor.confidential.address.reading.reading import Reading
from auditor.confidential.address.vocabulary.dates import MONTHS
from auditor.confidential.address.vocabulary.leading import kinds_of
from auditor.confidential.address.vocabulary.lists import words
from auditor.confidential.address.vocabulary.numbers import ordinal_value
from auditor.confidential.address.vocabulary.streets import LINKS, STREET_TYPES
from auditor.confidential.address.vocabulary.words import GOING_ON, TITLES
from auditor.confidential.address.window import Window
from auditor.confidential.common_words import COMMON


def holds_untyped(window: Window, reading: Reading, *, confirmed: bool, agrees: bool) -> bool:
    """False where a name without a type is no street's."""
    parts, form = reading.target.parts, reading.hit.form
    if parts.joined and (not confirmed or window.tokens.word(reading.hit.first - 1) in LINKS):
        # "Linden 47" or "Unter den Linden 47" for Lindenstraße 47
        return False
    if (not agrees and _reads_as_date(window, reading)) or (form.surname and _is_namesake(window, reading)):
        return False
    short_word = len(parts.number) < 3 or not is_rare(reading)
    if not confirmed and (
        (reading.number == compare.SPOKEN and parts.types and short_word)
        or form.surname
        or not _stands_alone(window, reading)
    ):
        return False
    if form.weak and not (reading.direction == "same" or agrees or _are_initials(window, reading)):
        return False
    return not parts.types or _stands_alone(window, reading, lenient=True)


def _is_namesake(window: Window, reading: Reading) -> bool:
    """True where the surname follows a type with another given name: "via Carlo Bonfanti" for Via Ettore
    Bonfanti.
    """
    tokens, first = window.tokens, reading.hit.first
    given = tokens.word(first - 1)
    named = given.isalpha() and tokens.gap(first - 1) in (" ", ". ", ".") and window.capital(first - 1)
    other = named and given not in LINKS | TITLES and given not in reading.target.parts.name
    return other and bool(kinds_of(tokens.word(first - 2)))


def _are_initials(window: Window, reading: Reading) -> bool:
    """True for a long number and the initials of a name of three words or more, in capitals: "1420 MLK"."""
    hit, word = reading.hit, window.tokens.word(reading.hit.first)
    single = hit.stop == hit.first + 1 and len(word) >= _LEAST_INITIALS and word.isalpha()
    told = reading.side == "left" and len(reading.target.parts.number) >= _LEAST_INITIALS
    if window.tokens.gap(hit.stop - 1).startswith("-"):
        # "MLK-era"
        return False
    return single and told and window.shouted(hit.first) and reading.number == compare.SAME


_LEAST_INITIALS = 3


def _reads_as_date(window: Window, reading: Reading) -> bool:
    """True for a street named for a day where the day itself may be meant: "el 5 de mayo 310 personas"."""
    tokens, name = window.tokens, reading.target.parts.name
    if reading.side != "right" or reading.signed or len(name) < 2 or not MONTHS.intersection(name):
        return False
    if tokens.gap(reading.hit.first) in ("-", "_", "+"):
        # a file's name
        return False
    goes_on = reading.stop < len(tokens) and tokens.gap(reading.stop - 1).strip(" ") == ""
    return goes_on or not window.capital(reading.hit.stop - 1)


_TELLING = 10
"""A name of so many letters is hardly anything else than the street's."""


def may_be_bare(window: Window, reading: Reading) -> bool | None:
    """Whether a name without type and town is unlikely (true) or hardly ever (false) the street's; None for
    one that may well be it.
    """
    parts, tokens, hit = reading.target.parts, window.tokens, reading.hit
    if reading.side != "left" or hit.form.typed:
        return None
    if parts.types and all(ordinal_value(word) is not None or word.isdecimal() for word in parts.name):
        # "Size 85, 14 W", "37-12 in the 82nd", "85x14 West"
        apart = any("," in tokens.gap(at) for at in range(reading.first, hit.first))
        by = tokens.word(reading.first + 1) == "x" or (parts.name and reading.linked)
        return False if apart or by else None
    if parts.joined:
        # "47 Linden" for Lindenstraße 47: without what it is joined to, the name is a word.
        return False
    if parts.type_first and reading.direction != "same" and _letters(parts.name) < _TELLING:
        # "9 vignes", "21 Americas": with the type before it, a street's name alone is a plain word.
        slug = tokens.gap(hit.first - 1) in ("-", "_", "+", "")
        if not (_is_capital(window, reading) or slug):
            return False
        return True if len(parts.number) <= 2 and not slug else None
    return None


def _letters(name: tuple[str, ...]) -> int:
    return sum(len(word) for word in name if word not in LINKS)


def is_rare(reading: Reading) -> bool:
    """True for a name with a word that hardly anything else is called by."""
    form = reading.hit.form
    plain = form.weak or form.surname or reading.hit.quality != "clean"
    return not plain and any(word not in COMMON and len(word) >= 5 for word in reading.target.parts.name)


_PREMISES = words("house home property site location building office place residence shelter facility")
"""What an address is called when its number and name stand before it."""


def _stands_alone(window: Window, reading: Reading, *, lenient: bool = False) -> bool:
    """True when a name without a type reads like a street's: not "1247 maple saplings"."""
    tokens = window.tokens
    stop = reading.core
    if reading.side == "right":
        # A figure behind a word may be anything, unless a sign such as "no." announces it.
        slug = tokens.gap(reading.core - 1) in ("_", "-") and _in_path(window, reading)
        placed = reading.place.verdict == "agree" or reading.led_by_town
        known = reading.signed or placed or _ends_line(window, reading) or _is_counted(window, reading)
        return known or slug or _is_turned(window, reading)
    inner = tokens.gap(reading.hit.first - 1)
    long = len("".join(reading.target.parts.name)) >= 8
    if inner == "" and (long or window.capital(reading.hit.first)) and len(reading.target.parts.number) >= 3:
        # "1247Maple"
        return stop >= len(tokens) or tokens.gap(stop - 1) != ""
    if not lenient and (inner.strip(" .,-_+\n") or (inner in ("", "-") and not _in_path(window, reading))):
        return False
    slug = inner in ("", "-", "_", "+")
    if not lenient and not slug and not _is_capital(window, reading) and not window.lower_case_text():
        return False
    if stop >= len(tokens):
        return True
    gap, word = tokens.gap(stop - 1), tokens.word(stop)
    if gap.strip(" ") != "" and not (slug and gap in ("-", "_", "+")):
        return True
    if inner == "" != gap:
        # "1247northmaple-plan.pdf": what is run together ends there.
        return True
    if reading.place.stop > stop or word in GOING_ON or tokens.is_digits(stop) or _is_beside(window, stop):
        return True
    if _is_led(window, reading):
        return True
    if word in _PREMISES and is_rare(reading) and len(reading.target.parts.number) >= _LEAST_INITIALS:
        # "the 2318 Quillfeather house"
        return True
    return slug and (reading.place.verdict == "agree" or reading.direction == "same")


def _is_capital(window: Window, reading: Reading) -> bool:
    """True for a name in capitals; a Romance name may begin with a small word: "faubourg Saint-Denis"."""
    hit = reading.hit
    if window.tokens.word(hit.first) in LINKS:
        return window.capital(hit.first)
    small = reading.target.parts.type_first and hit.stop - hit.first > 1 and window.capital(hit.stop - 1)
    return window.capital(hit.first) or small


_LEADING = words("at to from near outside inside around by of off into leave left")


def _is_led(window: Window, reading: Reading) -> bool:
    """True for a long number and a name in capitals that a word of place leads: "moved to 905 Old Kiln last
    spring". What is counted stands in the plural: "a raise for 905 Old Kiln workers".
    """
    tokens, hit, stop = window.tokens, reading.hit, reading.core
    before, behind = tokens.word(reading.first - 1), tokens.word(stop)
    names = range(hit.first, hit.stop)
    led = before in _LEADING and tokens.gap(reading.first - 1) == " " == tokens.gap(hit.first - 1)
    long = len(reading.target.parts.number) >= 3 and hit.quality == "clean" and not hit.form.weak
    written = all(window.capital(at) for at in names) and not window.shouted(hit.first)
    if not (led and long and written) or window.capital(stop) or (before != "at" and len(names) < 2):
        return False
    several = behind.endswith("s") and not behind.endswith("ss")
    return not several or (before == "at" and len(names) > 1)


_BESIDE = frozenset(["between", "betw", "btwn", "btw", "bet", "at", "near", "off"])


def _is_beside(window: Window, stop: int) -> bool:
    """True where the text goes on with another street: "2450 Broadway between 90th and 91st Sts."."""
    tokens = window.tokens
    if tokens.word(stop) not in _BESIDE:
        return False
    return ordinal_value(tokens.word(stop + 1)) is not None or tokens.word(stop + 2) in STREET_TYPES


_PATH_BEFORE = ("/", "_", "#", "@", "=")
_FILE_BEHIND = re.compile(r"[\w-]{0,40}\.[a-z]{3,4}\b")


def _is_turned(window: Window, reading: Reading) -> bool:
    """True for a name and a long number run together in a file's name or tag ("maple1247.jpg"), and for an
    uncommon name with its direction and the number ("West Hawthorne, at 1247").
    """
    tokens, hit = window.tokens, reading.hit
    if len(reading.target.parts.number) < 3:
        return False
    if reading.direction == "same" and is_rare(reading):
        return window.capital(hit.first) or window.lower_case_text()
    start, end = tokens[reading.first].start, tokens[reading.stop - 1].end
    in_path = tokens.text[max(0, start - 1) : start] in _PATH_BEFORE or _FILE_BEHIND.match(tokens.text, end)
    return tokens.gap(hit.stop - 1) == "" and bool(in_path)


def _ends_line(window: Window, reading: Reading) -> bool:
    """True for a name and number as they are written where the number comes last: "Corrientes 1543"."""
    parts, hit = reading.target.parts, reading.hit
    written = window.capital(hit.first) or window.tokens.is_digits(hit.first)
    if not parts.number_last or hit.form.weak or hit.form.surname or not written:
        return False
    rare = any(word not in COMMON and len(word) >= 4 for word in parts.name)
    return rare and (len(parts.number) >= 2 or hit.stop - hit.first >= 2)


def _is_counted(window: Window, reading: Reading) -> bool:
    """True for a numbered street with its direction and a house number: "31 Poniente 1304", as in Mexico."""
    parts, hit = reading.target.parts, reading.hit
    counted = parts.number_last and all(word.isdecimal() for word in parts.name)
    written = window.capital(hit.stop) or window.lower_case_text()
    return counted and written and reading.direction == "same" and len(parts.number) >= 3


_ARTICLES = frozenset(["the", "a", "this", "that", "these", "those", "any", "each"])


_COUNTED = 12
"""Up to here texts number or count things in figures: "2 park roads", "3 main street"."""


def is_plain(window: Window, reading: Reading, verdict: str) -> bool:
    """True when number and street may as well be everyday words: "One main street runs through town".

    Only small numbers and names of plain words; capitals, a town or unit, a shortened type, a direction
    or a line of its own tell an address from words.
    """
    parts, tokens = reading.target.parts, window.tokens
    small = reading.number == compare.SPOKEN or len(parts.number) <= 2
    if not small or parts.route or reading.side != "left" or reading.signed:
        return False
    slug = tokens.gap(reading.hit.first - 1) in ("-", "_", "+", ".")
    if tokens.word(reading.first - 1) in _ARTICLES and not (slug or window.capital(reading.hit.first)):
        # "the 1 hacker way to do it", but not "the 1-hacker-way.pdf"
        return True
    if any(word not in COMMON and word not in STREET_TYPES for word in parts.name):
        return False
    if verdict or reading.led_by_town or reading.place.unit or reading.directions:
        return False
    if slug:
        return False  # or a file's name
    if reading.number != compare.SPOKEN and int(parts.number) > _COUNTED and reading.kind == "same":
        return False
    several = reading.number == compare.SPOKEN and window.tokens.word(reading.first + 1) not in parts.name
    spoken_small = (
        reading.number == compare.SPOKEN
        and not window.capital(reading.first)
        and not (several and int(parts.number) > 20 and (reading.kind == "same" or not parts.types))
    )
    if window.capital(reading.hit.first):
        return spoken_small and not (reading.kind == "same" and _has_line(window, reading))
    typed = tokens.word(reading.core - 1)
    if typed in STREET_TYPES and typed not in STREET_TYPES[typed]:
        return False
    return not _has_line(window, reading)


def _has_line(window: Window, reading: Reading) -> bool:
    """True when nothing else stands on the line."""
    text = window.tokens.text
    before = text[: window.tokens[reading.first].start].rstrip(" \t-*•>\"'(")
    behind = text[window.tokens[reading.stop - 1].end :].lstrip(" \t.,;<\"')")
    return before[-1:] in ("", "\n", ":") and behind[:1] in ("", "\n", "\r")


def _in_path(window: Window, reading: Reading) -> bool:
    """True when number and name are part of a file name or URL, unlike "128-bit"."""
    text = window.tokens.text
    start, end = window.tokens[reading.first].start, window.tokens[reading.core - 1].end
    if re.match(r"\.[a-z]{3,4}\b|/", text[end : end + 6]):
        return True
    hyphened = window.tokens.gap(reading.hit.first - 1) == "-"
    return hyphened and (
        text[max(0, start - 1) : start] in ("/", "_", "=") or text[end : end + 1] in ("_", "-")
    )
