"""Numbers as people write them: in words, as ordinals, with letters, fractions and ranges."""

import re

from auditor.confidential.address.vocabulary.lists import in_order
from auditor.confidential.address.vocabulary.roman import roman_figure

_UNITS = in_order(
    """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen
    """
)
_TENS = in_order("twenty thirty forty fifty sixty seventy eighty ninety")
_ORDINAL_UNITS = in_order(
    """
    zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
    thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth
    """
)

VALUES: dict[str, int] = {word: value for value, word in enumerate(_UNITS)}
VALUES |= {word: 20 + 10 * place for place, word in enumerate(_TENS)}
VALUES |= {"oh": 0, "fourty": 40, "ninty": 90}
"""What each number word is worth."""

NUMBER_WORDS = frozenset(VALUES) | {"hundred", "thousand", "and"}

_ORDINALS: dict[str, int] = {word: value for value, word in enumerate(_ORDINAL_UNITS) if value}
_ORDINALS |= {word[:-1] + "ieth": 20 + 10 * place for place, word in enumerate(_TENS)}
_ORDINALS |= {
    f"{tens}{_ORDINAL_UNITS[unit]}": 20 + 10 * place + unit
    for place, tens in enumerate(_TENS)
    for unit in range(1, 10)
}
ORDINAL_WORDS: dict[str, int] = dict(_ORDINALS)
"""Ordinals in words up to the ninety-ninth, run together, and their values."""

_ORDINAL = re.compile(r"0*(\d{1,3})(?:st|nd|rd|th|d|er|e|i?eme|de|ste|a|o)$")

FOREIGN: dict[int, tuple[str, ...]] = {
    2: ("deux", "dos", "due", "dois", "zwei", "twee"), 3: ("trois", "tres", "tre", "drei", "drie"),
    4: ("quatre", "cuatro", "quattro", "quatro", "vier"), 5: ("cinq", "cinco", "cinque", "funf", "vijf"),
    6: ("six", "seis", "sei", "sechs", "zes"), 7: ("sept", "siete", "sette", "sete", "sieben", "zeven"),
    8: ("huit", "ocho", "otto", "oito", "acht"), 9: ("neuf", "nueve", "nove", "neun", "negen"),
    10: ("dix", "diez", "dieci", "dez", "zehn", "tien"), 11: ("onze", "once", "undici", "elf"),
    12: ("douze", "doce", "dodici", "doze", "zwolf", "twaalf"), 14: ("quatorze", "catorce"),
    15: ("quinze", "quince", "quindici"), 16: ("seize", "dieciseis", "dezesseis"),
    18: ("dixhuit", "dieciocho", "dezoito", "diciotto"), 19: ("dixneuf", "diecinueve", "dezenove"),
    20: ("vingt", "veinte", "venti", "vinte"), 24: ("vingtquatre", "veinticuatro", "vinteequatro"),
    25: ("vingtcinq", "veinticinco", "vinteecinco", "venticinque"), 30: ("trente", "treinta", "trinta"),
}  # fmt: skip
"""Numbers in the names of streets ("Calle 5 de Mayo"), in words of the Romance and other languages."""

REPEATS = frozenset(["bis", "ter", "quater", "quinquies"])
"""Words behind a house number that stand for a second, third, fourth and fifth house of that number."""

LOOKALIKES = str.maketrans("oilsbzg|", "01158291")
"""Letters that optical recognition takes for digits."""


def spoken(words: list[str]) -> str | None:
    """The digits of a house number in words ("twelve forty-seven" is 1247), or None if it is none."""
    if not words or words[0] == "and" or words[-1] == "and":
        return None
    if "hundred" in words or "thousand" in words:
        return _counted(words)
    digits, last = "", 0
    for word in words:
        value = VALUES.get(word)
        if value is None:
            return None
        if last >= 20 and last % 10 == 0 and 0 < value < 10:
            digits = digits[:-1] + str(value)
        else:
            digits += str(value)
        last = value
    return digits


def _counted(words: list[str]) -> str | None:
    """The digits of a number spoken with hundreds and thousands."""
    total = current = 0
    for word in words:
        if word == "and":
            continue
        if word == "hundred":
            current = max(current, 1) * 100
        elif word == "thousand":
            total, current = total + max(current, 1) * 1000, 0
        elif word in VALUES:
            current += VALUES[word]
        else:
            return None
    return str(total + current)


def in_words(number: int) -> list[str]:
    """The usual ways of saying a house number below ten thousand, run together."""
    if number >= 10000:
        return []
    ways = [_say(number), _say(number, link="")]
    if number >= 100:
        head, tail = divmod(number, 100)
        ways.append(_say(head) + ("oh" + _say(tail) if 0 < tail < 10 else _say(tail) if tail else "hundred"))
        ways.append(_say(head) + "hundred" + (_say(tail) if tail else ""))
    ways.append("".join(_UNITS[int(digit)] for digit in str(number)))
    return sorted(set(ways))


def last_word(said: str) -> str:
    """The last word of a number in words run together: however else it is said, that one stays."""
    return max((word for word in VALUES if len(word) > 2 and said.endswith(word)), key=len, default=said)


def _say(number: int, link: str = "and") -> str:
    if number < 20:
        return _UNITS[number]
    if number < 100:
        return _TENS[number // 10 - 2] + (_UNITS[number % 10] if number % 10 else "")
    if number < 1000:
        rest = link + _say(number % 100) if number % 100 else ""
        return f"{_UNITS[number // 100]}hundred{rest}"
    rest = _say(number % 1000, link) if number % 1000 else ""
    return f"{_say(number // 1000)}thousand{rest}"


_ENDINGS_ABROAD = ("", "e", "er", "ere", "eme", "ieme", "de", "ste", "a", "o")
ORDINALS_ABROAD: dict[int, frozenset[str]] = {
    value: frozenset(line.split())
    for value, line in enumerate(
        """premier premiere eerste erste primera primero prima primo primeira primeiro
        deuxieme seconde tweede zweite segunda segundo seconda secondo
        troisieme derde dritte tercera tercero terza terzo terceira terceiro
        quatrieme vierde vierte cuarta cuarto quarta quarto
        cinquieme vijfde funfte quinta quinto
        sixieme zesde sechste sexta sexto sesta sesto
        septieme zevende siebte septima septimo settima settimo setima
        huitieme achtste achte octava octavo ottava ottavo oitava
        neuvieme negende neunte novena noveno nona nono
        dixieme tiende zehnte decima decimo""".splitlines(),
        1,
    )
}
"""Ordinals up to ten in words of French, Dutch, German, Spanish, Italian and Portuguese, folded."""


def ordinal_value(word: str) -> int | None:
    """The value of an ordinal in figures or words ("5th", "fifth"), or None."""
    found = _ORDINAL.match(word)
    return int(found[1]) if found else ORDINAL_WORDS.get(word)


def ordinals_abroad(word: str, value: int) -> set[str]:
    """How an ordinal of another language ("3e", "tweede") is also written there."""
    said = ORDINALS_ABROAD.get(value, frozenset())
    figures = re.fullmatch(r"\d+(?:ere?|e|i?eme|de|ste|a|o)", word)
    if not figures and word not in said:
        return set()
    return {*said, *(f"{value}{end}" for end in _ENDINGS_ABROAD), f"{roman_figure(value)}e"}


def ordinal_forms(value: int) -> list[str]:
    """How the numbered street of this value is written, run together: "5th", "5", "fifth"; or "5nd"."""
    ending = "th" if 10 <= value % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    # A wrong "st" or "rd" behind figures is a street or a road.
    forms = {str(value), *(f"{value}{written}" for written in (ending, "nd", "th"))}
    if value % 10 in (2, 3):
        forms.add(f"{value}d")
    forms |= {word for word, worth in ORDINAL_WORDS.items() if worth == value}
    if value < 40:
        # "XXIst Street"
        forms.add(f"{roman_figure(value)}{ending}")
    if 100 < value < 1000 and value % 100:
        hundreds, rest = divmod(value, 100)
        tail = next(word for word, worth in ORDINAL_WORDS.items() if worth == rest)
        say = _UNITS[hundreds]
        forms |= {f"{say}hundred{tail}", f"{say}hundredand{tail}", f"{say}{tail}"}
    return sorted(forms)
