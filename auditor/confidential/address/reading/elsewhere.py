"""Another place behind a street: a state, a country, a county, a town with its province ("Santos/SP")."""

from auditor.confidential.address.forms import Target
from auditor.confidential.address.reading.placed import Place
from auditor.confidential.address.vocabulary.everyday import is_everyday
from auditor.confidential.address.vocabulary.lists import words
from auditor.confidential.address.vocabulary.words import GOING_ON, NOT_TOWNS, STATES, UNITS
from auditor.confidential.address.window import Window

_MOST_WORDS = 6
_MOST_TOWN_WORDS = 3
_JOINING = frozenset(["/", "-", "(", ","])
"""Signs between a town and its province."""
_QUARTERS = words("centro bairro barrio colonia zona")
"""What stands for a part of any town: "- Centro - SP"."""
_SMALL = words("de da do das dos del di della la el los las e y sur sous")
"""Words in small letters within a town's name."""


def is_led_by_dash(window: Window, index: int) -> bool:
    """True where a dash between blanks stands before token `index`."""
    gap = window.tokens.gap(index - 1)
    return len(gap) > 2 and gap[0] == " " == gap[-1] and gap.strip() in ("-", "–", "—", "·", "•")


def is_abroad(target: Target) -> bool:
    """True for an address whose number or type stands where no American or British one has it."""
    parts = target.parts
    return parts.type_first or parts.joined or parts.number_last


def town_with_province(window: Window, at: int, target: Target) -> int:
    """How many tokens from `at` on are a town's name and its province in two letters, or 0.

    The own town is for the caller to tell.
    """
    tokens = window.tokens
    if not is_abroad(target) or not _is_name(window, at):
        return 0
    led = is_led_by_dash(window, at) or any(sign in tokens.gap(at - 1) for sign in ",\n(.")
    for stop in range(at + 1, min(at + _MOST_WORDS, len(tokens))):
        if not led:
            break
        gap = tokens.gap(stop - 1).strip()
        if gap in _JOINING:
            return stop + 1 - at if _is_province(window, stop) else 0
        if gap or not (_is_name(window, stop) or tokens.word(stop) in _SMALL):
            break
    return 0


def town_with_state(window: Window, at: int) -> int:
    """How many tokens from `at` on are a town and its state without a comma ("Augusta ME"), or 0.

    The own town is for the caller to tell. In capitals throughout, as in "SEE US IN", the words tell nothing.
    """
    tokens = window.tokens
    if tokens.gap(at - 1) != " " or window.shouted(at):
        return 0
    for stop in range(at + 1, min(at + _MOST_TOWN_WORDS, len(tokens) - 1) + 1):
        word = tokens.word(stop - 1)
        if (
            not _is_name(window, stop - 1)
            or word in GOING_ON
            or is_everyday(word)
            or tokens.gap(stop - 1) != " "
        ):
            return 0
        code = len(tokens.word(stop)) == 2 and tokens.word(stop) in STATES and window.shouted(stop)
        following = tokens.word(stop + 1)
        if code and (_ends(window, stop + 1) or (len(following) == 5 and following.isdecimal())):
            return stop + 1 - at
    return 0


def _is_name(window: Window, index: int) -> bool:
    word = window.tokens.word(index)
    plain = word in NOT_TOWNS or word in UNITS or word in _QUARTERS
    return len(word) > 2 and word.isalpha() and window.capital(index) and not plain


def _is_province(window: Window, index: int) -> bool:
    """True for two capital letters that nothing but a sign, a postcode or a new line follows."""
    tokens = window.tokens
    if len(window.written(index)) != 2 or not window.written(index).isalpha() or not window.shouted(index):
        return False
    gap = tokens.gap(index)
    return index + 1 >= len(tokens) or bool(gap.strip(" ")) or tokens.is_digits(index + 1)


_COUNTY = words("county cnty co parish borough")
_MOST_OF_COUNTY = 4
"""Words of a county's name, at most: "Prince of Wales", "Matanuska-Susitna"."""


def county_at(window: Window, at: int) -> int:
    """How many tokens from `at` on name a county of North America, or 0: "Saint Louis County", "Lucas Co."

    A county holds many towns, the address's own among them.
    """
    tokens = window.tokens
    if tokens.word(at) in ("county", "borough", "parish") and tokens.word(at + 1) == "of":
        return 2
    for stop in range(at, min(at + _MOST_OF_COUNTY + 1, len(tokens))):
        if stop > at and not window.close(stop - 1):
            return 0
        word, named = tokens.word(stop), window.capital(stop) or window.lower_case_text()
        # "CO" is the state.
        if stop > at and named and word in _COUNTY and not (word == "co" and window.shouted(stop)):
            return stop + 1 - at
        if not word.isalpha() or not (named or word in _SMALL or word == "of"):
            return 0
    return 0


_IRISH_COUNTIES = words(
    """
    antrim armagh carlow cavan clare cork derry donegal down dublin fermanagh galway kerry kildare kilkenny
    laois leitrim limerick longford louth mayo meath monaghan offaly roscommon sligo tipperary tyrone
    waterford westmeath wexford wicklow
    """
)


def other_irish_county(target: Target, name: str) -> bool:
    """True when `name` is a county of Ireland, and the address names another, or a town called like one."""
    return (
        name in _IRISH_COUNTIES and name not in target.towns and not _IRISH_COUNTIES.isdisjoint(target.towns)
    )


def names_state(window: Window, at: int, count: int, found: Place) -> bool:
    """True when the `count` tokens at `at`, which spell another state, are meant for one.

    Names and codes of states are words and names of people as well: "ON SATURDAY", "Georgia Smith". A
    postcode behind them, or their place at the end of a line that names a town, tells. On a line of its own
    a state without a postcode is a heading or the beginning of a sentence.
    """
    tokens = window.tokens
    code = count == 1 and len(tokens.word(at)) == 2
    shown = window.shouted(at) if code else window.capital(at)
    following = tokens.word(at + count)
    if following.isdecimal() and len(following) in (4, 5):
        # "In 2020 we moved": a year, and no Indiana.
        return shown or len(following) == 5
    gap = tokens.gap(at - 1)
    if not shown or "\n" in gap:
        return False
    if found.unknown or found.county:
        return not code or _ends(window, at + count) or not window.shouted(at + count)
    led = any(sign in gap for sign in ",\t(|") or is_led_by_dash(window, at)
    return (led or (code and found.town)) and _ends(window, at + count)


def names_country(window: Window, at: int, count: int, found: Place) -> bool:
    """True when the `count` tokens at `at`, which spell a country, are meant for one: "can" is a word too."""
    tokens = window.tokens
    named = found.town or found.state or bool(found.unknown)
    if count == 1 and len(tokens.word(at)) == 3:
        shown = window.shouted(at)
    else:
        shown = window.capital(at) or window.lower_case_text()
    on_own_line = "\n" in tokens.gap(at - 1)
    return shown and (named or not on_own_line) and _ends(window, at + count)


def _ends(window: Window, stop: int) -> bool:
    """True when a line, a sentence or a part of one ends before token `stop`."""
    tokens = window.tokens
    return stop >= len(tokens) or tokens.gap(stop - 1).strip(" ")[:1] in tuple("\n\t,.;:)|<\"'(/")


def no_number_at(window: Window, at: int, target: Target) -> int:
    """How many tokens from `at` on stand for a house number where the address has none: "s/n"."""
    tokens = window.tokens
    if target.parts.number or not is_abroad(target):
        return 0
    if tokens.word(at) == "s" and tokens.word(at + 1) == "n" and "/" in tokens.gap(at):
        return 2
    return int(tokens.word(at) in ("sn", "snc"))
