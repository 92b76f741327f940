"""What stands around a number: words that announce a telephone, and extensions."""

import re
from dataclasses import dataclass

_WORDS = (
    "phone|telephone|tel|call|callto|text|sms|dial|fax|mobile|mob|cell|hotline|helpline|line|ring|reach|contact|whatsapp|wa|"
    "signal|viber|facetime|number|office|emergency|switchboard|voicemail|direct|"
    "telefono|telefon|telefoon|telefone|movil|celular|handy|ruf|rufen|llame|llamar|chiamare|chiama|appeler|appelez|ligue|bel|ph"
)
_PHONE_WORD = re.compile(rf"(?<![a-z])(?:{_WORDS})s?(?![a-z])")
_GLUED_WORD = re.compile(rf"(?:(?:{_WORDS})s?\W{{0,3}}|(?<![a-z0-9])[tpfmd])$")
_EXTENSION = re.compile(
    r"[\s,;(\[/|–-]{0,4}"
    r"(?:;?ext=|(?:extension|extensions|extn|exten|ext|xtn|x|poste|durchwahl|dw|interno|interne|anexo|ramal|doorkies\w*|toestel|nst)"
    r"[\s.:#=-]{0,3}(?:number|no\.?|nr\.?)?\s?|(?:#|,{1,4}|;|p|w)\s?"
    r"|(?:option|press|then|dial|and|ask|for)(?:\s(?:option|press|dial|ask|for|extension|ext))*[\s.:#]{1,3})"
    r"(\d{1,7})(?!\d)#?[)\]]?"
)
_SOFT = re.compile(r"[\s(]{0,3}(?:#|,{1,4}|;|p|w|option|press|then|dial|and|ask|for)")
_ALONE = re.compile(
    r"(?<![a-z0-9])(?:extensions?|extn?|exten|xtn|x|poste|durchwahl|interno|anexo|ramal|toestel|press|option|dial|#)"
    r"[\s.:#=-]{0,3}(\d{1,7})(?!\d)"
)
_DIRECT_DIAL = re.compile(r"-(?P<digits>(?P<short>\d{1,3})|\d{4})(?![\da-z])(?![-.]\d)")
DIRECT_DIAL_COUNTRIES = frozenset({"41", "43", "49", "352", "423"})
"""Country codes where an extension stands behind a hyphen and is dialled on: Germany, Austria, Switzerland,
Luxembourg, Liechtenstein."""
_AREA = re.compile(
    r"(?<![a-z])(?:area|dialling|dialing|city|std|prefix)\s?code[\s:=(]{1,3}(?:is\s|was\s)?\(?\d{2,5}(?!\d)"
    r"|(?<![a-z])(?:vorwahl|prefijo|indicatif|prefisso|netnummer|kengetal)[\s:=(]{1,3}\d{2,5}(?!\d)"
)
_AREA_BEHIND = re.compile(r"[^.!?;\n\d]{0,40}\(\d{3}\)(?!\W{0,3}\d)")
"""An area code that stands in brackets by itself, not before another number."""
_BEFORE, _AFTER = 60, 32
_AREA_REACH = 90


@dataclass(frozen=True, slots=True)
class Extension:
    """An extension as written; `sure` when a word or sign that means nothing else announces it.

    `doubtful` are figures behind a hyphen that may as well make a longer number of it.
    """

    start: int
    end: int
    digits: str
    sure: bool
    doubtful: bool = False


def announced(text: str, start: int, end: int) -> bool:
    """True when a word that means a telephone stands near."""
    return bool(
        _PHONE_WORD.search(text, max(0, start - _BEFORE), start)
        or _PHONE_WORD.search(text, end, end + _AFTER)
    )


def names_area(text: str, start: int, end: int) -> bool:
    """True when an area code is named near a number that has none."""
    return bool(
        _AREA.search(text, max(0, start - _AREA_REACH), end + _AREA_REACH) or _AREA_BEHIND.match(text, end)
    )


def glued_word(text: str, start: int) -> bool:
    """True when the letters right before `start` are a word that announces a number ("tel2175...")."""
    return _GLUED_WORD.search(text, max(0, start - 12), start) is not None


def extension_after(text: str, end: int) -> Extension | None:
    """The extension written right after a number that ends at `end`."""
    found = _EXTENSION.match(text, end)
    if found is None:
        return None
    return Extension(found.start(), found.end(), found[1], _SOFT.match(text, end) is None)


def direct_dial_after(text: str, end: int, country: str) -> Extension | None:
    """The extension behind a hyphen that touches a number of `country` ("0341 5550162-14").

    Elsewhere than in the countries that write it so, up to three figures may be one.
    """
    found = _DIRECT_DIAL.match(text, end)
    usual = country in DIRECT_DIAL_COUNTRIES
    if found is None or not (usual or found["short"]):
        return None
    return Extension(end, found.end(), found["digits"], sure=usual, doubtful=not usual)


def extensions_near(text: str, start: int, end: int) -> list[Extension]:
    """The extensions named in `text` between `start` and `end`."""
    return [Extension(m.start(), m.end(), m[1], True) for m in _ALONE.finditer(text, start, end)]
