"""Takes out of a typed address what is no part of it: brackets around it, and where on its street it is."""

import re

from auditor.confidential.address.typed.indoors import set_apart
from auditor.confidential.address.typed.street_name import WORD
from auditor.confidential.address.vocabulary.numbers import ordinal_value
from auditor.confidential.address.vocabulary.streets import STREET_TYPES

_AROUND = re.compile(r"\s*(?:\(([^()]*)\)|\[([^\[\]]*)\]|<([^<>]*)>|[\"'“”‘’]+(.*?)[\"'“”‘’]*)\s*", re.DOTALL)
_BETWEEN = re.compile(r"\s\(?(?:between|betw|btwn?|bet)\b\.?\s[^,;\n|]*?\s(?:and|&)\s[^,;\n|)]*\)?")
""" "2450 Broadway between 90th and 91st Sts.": the streets beside it are not the street it is in."""
_AT = re.compile(
    r"(?P<line>(?:^|[,;\n|])\s*\d+\S*\s[^,;\n|]*?[a-z.])\s(?:at|@|near|off)\s(?P<other>[^,;\n|]+)"
)
_BOX_FIRST = re.compile(r"^\s*((?:p\.?\s?o\.?\s?)?box\s\d+)\s*(?:&|/|\band\b)\s*(?=\d)")
_BOX_BEFORE_ROUTE = re.compile(
    r"^\s*((?:box|bx)\.?\s*#?\s*\d+[a-z]?),?\s+"
    r"((?:r\.?\s?r|r\.?f\.?d|h\.?c|rural (?:route|rte?)|route|rte?)\.?\s*#?\s*\d+)\b"
)
_CROSSING_NUMBER = re.compile(r"((?:#|\bn[or]\.?|\bno?\.?o)\s*\d{1,3}[a-z]?)\s*[-–]\s*(\d{1,3}[a-z]?)\b")
""" "# 13 - 27", as in Colombia: one number."""
_CROSSING_SIGN = re.compile(r"^([a-z][^#\d,;\n]*\d{1,3}[a-z]?(?: ?(?:bis|sur|este|norte))?)#(?=\s?\d)")
""" "Cra 18#63-64": the sign without blanks around it."""
_STATE_BEHIND = re.compile(r"(?<=[a-z]{3})\s?/\s?(?=[a-z]{2}\b\.?\s*(?:[,;\n-]|$|\d|cep\b))")
_GROUND_FLOOR = re.compile(r"(?<=\d)\s?-?(?:hs|huis|bhs|bv|bg)\b\.?(?=\s*(?:[,;\n|]|$|\d{4}\s?[a-z]{2}\b))")
""" "Kerkstraat 12hs": the ground floor, as in Amsterdam."""
_COUNTRY_CODE = re.compile(r"(?:(?<=^)|(?<=[\s,]))(?:ch|d|a|b|f|l|dk|fl|fin|i)-(?=\d{4,5}\s[a-z])")
""" "CH-3011 Bern": the country before its postcode."""
_DELIVERED = re.compile(r"[\s,]+cedex(?:\s\d{1,2})?\b|\bb\.?p\.?\s?\d{1,5}\s*,\s*")
""" "BP 12, 59000 Lille cedex": how the French post delivers."""
_CODE_IN_BRACKETS = re.compile(r"\s*\((?=\d{4,5}\))(\d+)\)\s*")
_BEHIND_TOWN = re.compile(r"(?<=[a-z]{4})\.\s+(?=c/|(?:calle|avda|avenida|via|viale|rue|rua)\b)")
""" "28014 Madrid. C/ Alcalá 20.": the full stop parts town and street."""
_AT_CORNER = re.compile(r"(?<=\d\d)\s+(?:esq(?:uina)?\b\.?|casi\b|entre\b|e/)\s*[^,;\n|]+(?=,)")
""" "Juárez 1420 esq. Morelos": the streets beside the house."""
_BEHIND_CROSSING = re.compile(r"((?:#|\bn[or]\.?|\bno\.?)\s*\d{1,3}[a-z]?-\d{1,3}[a-z]?)\s+(?=[a-z]{2})")
_NOTE_BEHIND = re.compile(
    r"((?<=\d)|(?<=\d[a-z]))\s*\((?:[a-z]|\d{1,2}\.?\s?[a-z])[a-z. ]{0,20}\)(?=\s*(?:[,;\n|]|$))"
)
""" "Försterei 4 (HH), Berlin": what stands in brackets behind a house number tells where inside."""
_UNIT_IN_BRACKETS = re.compile(r"\s*\((?:porte|bat|appt|apt|esc|etage|hall|code|interphone)\b[^()]*\)")
_NO_NUMBER = re.compile(
    r"[\s,]+(?:s\s?/\s?n(?:\s?[oa]|[uú]m)?\b\.?|snc\b|s\.n\.c\.|(?:sin|sem) numero\b)(?=\s*(?:[,;\n|-]|$))"
)
""" "Calle Mayor s/n", "Via Roma snc": a house without a number."""
_CODE_LABEL = re.compile(
    r"\b(?:(?:cep|plz|zip(?:\s?code)?|post\s?code|code postal|cap)\b[.:\s]*|c\.?p\.?:?\s*)(?=\d{5})"
)
_LOT_BEHIND = re.compile(r"^([^\d,;\n|]*[a-z]{3}),?\s+(?:lote|lt)\.?\s*(?:n\.?\s?o?\.?\s*)?(\d{1,4}[a-z]?)\b")
""" "Travessa da Fonte, Lote 5": the plot is the house's number where it has no other."""
_UNNUMBERED = re.compile(
    r"^[^\d,;\n|]*[,\s]s\s?/\s?n(?:o|um)?\.?,?\s+(?:esquina|esq|cantos?)\b\.?\s*(?:con\s|a\s|y\s|com\s)?(?=[^\d]*\d)"
)
""" "Avda. Mayor s/n esquina Calle Luna 4": the number is on the other street."""
_LABEL = re.compile(
    r"^\s*(?:[a-z][a-z '#.]{0,30}\d{1,2}\s*:\s*|\d{1,2}[.)]\s+(?=\d{1,6}[a-z]?\s)"
    r"|[a-z][a-z ']{0,30}\s(?:is|is at|address:?)\s+(?=\d+[a-z]?\s))"
)
""" "Safe house 2: ", "2. ", "Our address is ": what an address is called in a list of them."""
_HOUSES = re.compile(r"^(\s*)(\d{3,5})/(\d{3,5})(?=\s+[a-z])")
""" "418/420 Linden St": two houses, where a flat has no such number."""
_ORDINAL_STREET = r"\d{1,3}(?:st|nd|rd|th)\s(?!fl|storey|level|piso)"
_DOOR = re.compile(
    r"^\s*(?:(?:(?:door|house|h|d|old|new)\.?\s*)?no\b\.?:?\s*"
    rf"(?=\d{{1,5}}[a-z]?(?:/\d{{1,4}}[a-z]?)?,\s+(?:[a-z]{{3}}|{_ORDINAL_STREET}))"
    rf"|#\s?(?=\d{{1,5}}[a-z]?(?:/\d{{1,4}}[a-z]?)?,?\s+{_ORDINAL_STREET}))"
)
""" "No. 16, 4th Avenue", "#24, 3rd Cross": the sign of a house number on a line of its own, as in India."""
_SPLIT_HOUSE = re.compile(
    r"^(\s*)(\d{1,4}[a-z]?)/(\d{1,4}[a-z]?)(,?)\s+(?=(?P<name>[a-z]{3})|" + _ORDINAL_STREET + ")"
)
""" "147/9, 2nd Avenue"."""
_TWO_NUMBERS = re.compile(r"^(\s*\d{1,5})\s*(?:&|\+|and|und|et|y)\s*(\d{1,5})(?=\s+[a-z])")
_PLOT = re.compile(r"^\s*(?:lot|plot|stand|erf|blk|block)\s+(?:no\.?\s*)?(\d+[a-z]?),?\s+(?=[a-z]{3})")
""" "Plot 14, Mbaazi Road": where houses have no other number."""
_UNIT_SIGN = re.compile(r"(^\s*\d[^,;\n|#]*[a-z0-9])\s+#\s?(?=[\w-])")
_SPLIT_ORDINAL = re.compile(
    r"(?<=[\dnsew] )(\d{1,3}) (st|nd|rd|th) (?=(?:street|avenue|ave?|road|place|drive|lane|court|blvd|st)\b)"
)
""" "1900 8 Th Avenue"."""
_SPLIT_ROAD = re.compile(r"\b(i|us|sr|cr|sh|fm|rm|hwy) [-–] (?=\d{1,4}\b)")
""" "500 SR - 67": the hyphen parts no lines."""
_DIRECTION_BEHIND = re.compile(
    r"^([^\d,;\n|]*[a-z]{3}[^,;\n|]*?)[\s,]+(#?\s?\d{1,5}[a-z]?)\s+"
    r"(nte|norte|sur|pte|poniente|ote|oriente)\b\.?(?=\s*(?:[,;\n|]|$))"
)
""" "Av. Juárez 1482 Pte.", as in the north of Mexico: the west of the avenue."""
_IN_BLOCK = re.compile(r",?\s+(?=(?:mza?|mzna?|manzana)\b)|(?<=[a-z]),\s*(?=(?:lte?|lote?)\b\.?\s*\d)")
""" "Jr. Las Magnolias, Mz. C, Lt. 14": the commas part nothing."""
_SPLIT_TYPE = re.compile(r"\b([a-z])\.([a-z]{2,4})(?=\.?\s+[a-z])")
""" "P.zza Garibaldi": letters left out within a word."""
_GRID = re.compile(r"\b(\d+)\s?([nsew])\.?\s+(\d+)\s?([nsew])\b\.?(?=\s*(?:[,;\n|]|#|$))")
_GRID_UNIT = re.compile(r"(\b\d+ [nsew] \d+ [nsew])\s*#\s*(?=\w)")


_KNOWN_BY_INITIALS = (
    (re.compile(r"\bm\.?\s?l\.?\s?k\b\.?(?:ing\b)?|\bm\.?\s?l\.?\s?king\b"), "martin luther king"),
    (re.compile(r"\bj\.?\s?f\.?\s?k\b\.?|\bj\.\s?f\.\s?kennedy\b"), "john f kennedy"),
    (re.compile(r"\bf\.?\s?d\.?\s?r\b\.?|\bf\.\s?d\.\s?roosevelt\b"), "franklin d roosevelt"),
)
"""People whom streets are named for all over America, by their initials."""


def _spelled_out(text: str) -> str:
    for initials, name in _KNOWN_BY_INITIALS:
        text = initials.sub(name, text, count=1)
    return text


def tidied(plain: str) -> str:
    """Folded `plain` without quotes or brackets around it, and without the streets beside the house.

    Directions and numbers of a grid stand apart: "48S 400E" is "48 s 400 e".
    """
    around = _AROUND.fullmatch(plain)
    text = plain if around is None else next(inside for inside in around.groups() if inside is not None)
    text = _spelled_out(text)
    text = _AT.sub(_without_other, _BETWEEN.sub("", set_apart(text)))
    text = _HOUSES.sub(_both_houses, _SPLIT_HOUSE.sub(_in_line, _DOOR.sub("", _LABEL.sub("", text))))
    text = _LOT_BEHIND.sub(r"\1 \2", _NO_NUMBER.sub("", _UNNUMBERED.sub("", text.lstrip())))
    text = _NOTE_BEHIND.sub("", _GROUND_FLOOR.sub("", text))
    text = _CODE_IN_BRACKETS.sub(r", \1 ", _COUNTRY_CODE.sub("", _DELIVERED.sub("", text)))
    text = _UNIT_IN_BRACKETS.sub("", _AT_CORNER.sub("", _BEHIND_TOWN.sub(", ", text)))
    text = _CODE_LABEL.sub("", _STATE_BEHIND.sub(", ", text))
    text = _BEHIND_CROSSING.sub(r"\1, ", _CROSSING_NUMBER.sub(r"\1-\2", _CROSSING_SIGN.sub(r"\1 # ", text)))
    text = _BOX_BEFORE_ROUTE.sub(r"\2 \1", text)
    text = _TWO_NUMBERS.sub(r"\1-\2", _PLOT.sub(r"\1 ", _BOX_FIRST.sub(r"\1, ", text)))
    text = _SPLIT_ROAD.sub(r"\1-", _SPLIT_ORDINAL.sub(r"\1\2 ", text))
    text = _IN_BLOCK.sub(" ", text)
    text = _SPLIT_TYPE.sub(_joined_type, _DIRECTION_BEHIND.sub(r"\1 \3 \2", text))
    if not _GRID.search(text):
        text = _UNIT_SIGN.sub(r"\1, #", text)
    return _GRID_UNIT.sub(r"\1, # ", _GRID.sub(r"\1 \2 \3 \4", text))


def _in_line(found: re.Match[str]) -> str:
    """A flat and its house in front of their street, without a comma behind them."""
    flat, house = found[2], found[3]
    if found["name"]:
        return f"{found[1]}{flat}/{house} " if found[4] else found[0]
    return f"{found[1]}unit {flat}, {house} "


def _both_houses(found: re.Match[str]) -> str:
    low, high = found[2], found[3]
    return f"{low}-{high}" if len(low) == len(high) and 0 < int(high) - int(low) <= 20 else found[0]


def _joined_type(found: re.Match[str]) -> str:
    word = found[1] + found[2]
    return word if word in STREET_TYPES else found[0]


def _without_other(found: re.Match[str]) -> str:
    """The line without the street that it is at, where what follows is a street and the line has one."""
    words = WORD.findall(found["other"])
    is_street = any(w in STREET_TYPES for w in words[1:]) or any(ordinal_value(w) is not None for w in words)
    return found["line"] if is_street else found[0]
