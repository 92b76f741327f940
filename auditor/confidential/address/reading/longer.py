"""Tells whether a street's name goes on in a text: "rue Victor Hugo" for Victor, "Neue Lindenstraße"."""

from auditor.confidential.address.forms import Form, Target
from auditor.confidential.address.reading.nearby import PLACE_FIELDS, match_town
from auditor.confidential.address.spellings import word_forms
from auditor.confidential.address.vocabulary.dates import is_dated
from auditor.confidential.address.vocabulary.everyday import is_everyday
from auditor.confidential.address.vocabulary.leading import kinds_of
from auditor.confidential.address.vocabulary.lists import words as listed
from auditor.confidential.address.vocabulary.numbers import ORDINALS_ABROAD
from auditor.confidential.address.vocabulary.streets import DIRECTIONS, LINKS, STREET_TYPES
from auditor.confidential.address.vocabulary.words import (
    BLOCKS,
    COUNTRIES,
    GIVEN_NAMES,
    GOING_ON,
    NOT_TOWNS,
    NUMBER_SIGNS,
    SIDES,
    STATES,
    TITLES,
    UNITS,
)
from auditor.confidential.address.window import Window
from auditor.confidential.person.nicknames import is_given_name

_REACH = 5
"""Words between a type and the last word of a name, at most."""
_NOBLE = listed("marques marquesa marchese marquis condesa comte conte duca duc principe princesa barone")
"""Titles of nobles, which are not left out as lightly as others but may be."""
_ORDINALS = frozenset(word for said in ORDINALS_ABROAD.values() for word in said)
_NO_NAMES = (
    GOING_ON | NOT_TOWNS | NUMBER_SIGNS | PLACE_FIELDS | UNITS.keys() | DIRECTIONS.keys() | COUNTRIES.keys()
    | STATES.keys()
)  # fmt: skip
"""Words that may follow a street's name and are no part of it."""


def led_to_type(window: Window, first: int, form: Form) -> tuple[int, str]:
    """Where the street's own type stands before the words that lead a name from token `first` on, or -1; and
    what these words are: "" for small ones, "given" for titles and a person's other names, or "longer".
    """
    tokens, parts, led = window.tokens, form.target.parts, ""
    for index in range(first - 1, max(-1, first - 1 - _REACH), -1):
        word = tokens.word(index)
        if not window.close(index) or "\n" in tokens.gap(index) or not word.isalpha():
            break
        if kinds_of(word) & parts.types and (len(word) > 2 or tokens.gap(index)[:1] in (".", "/", "ª")):
            return index, led
        if word in LINKS or (word == "l" and tokens.gap(index) == ""):
            continue
        if led != "longer" and _is_other_name(window, index, form):
            led = "given"
        elif window.capital(index) or window.lower_case_text():
            led = "longer"
        else:
            break
    return -1, ""


def _is_other_name(window: Window, index: int, form: Form) -> bool:
    """True for a title, and for an initial or given name that may belong to the person of the name."""
    tokens = window.tokens
    word = tokens.word(index)
    if word in TITLES or word in _NOBLE:
        return True
    name = form.target.parts.name
    if is_dated(name):
        return False
    if form.surname:
        own = [part for part in name if part not in LINKS and part not in TITLES][:-1]
        if len(own) > 1 and word == own[0] and (own[1] in GIVEN_NAMES or is_given_name(own[1])):
            # "Jean Clément" is not Jean-Baptiste Clément.
            return False
        return any(part.startswith(word) for part in own)
    dotted = tokens.gap(index).startswith(".")
    return (
        (len(word) == 1 and (dotted or window.capital(index)))
        or word in GIVEN_NAMES
        or is_given_name(word)
        or (dotted and len(word) <= 5 and word not in STREET_TYPES)
    )


def goes_on(window: Window, stop: int, target: Target) -> bool:
    """True where a name whose type stands before it goes on at token `stop`: "rue Victor Hugo" for Victor.

    A name of several words hardly does: what follows is a town or the next sentence.
    """
    tokens = window.tokens
    word = tokens.word(stop)
    guessed = target.parts.town_guessed
    telling = [part for part in target.parts.name if part not in LINKS and part not in TITLES]
    if len(telling) > 1 and not guessed and tokens.gap(stop - 1) != "-":
        return False
    if tokens.is_digits(stop + 1):
        # "Step 4"
        return False
    if tokens.gap(stop - 1) not in (" ", "-") or len(word) < 3 or not word.isalpha():
        return False
    if (
        word in _NO_NAMES
        or word in BLOCKS
        or word in TITLES
        or is_everyday(word)
        or match_town(window, stop, target)
    ):
        return False
    return window.capital(stop) and (guessed or window.capital(stop - 1))


def is_another_side(window: Window, first: int, target: Target) -> bool:
    """True where a word such as "Neue" or "Tweede" before a joined name makes another street of it."""
    tokens, parts = window.tokens, target.parts
    index = first - 1
    word = tokens.word(index)
    counted = word in ("e", "de", "ste") and tokens.is_digits(index - 1) and tokens.gap(index - 1) == ""
    if not (parts.joined or (parts.number_last and not parts.type_first)):
        return False
    if index < 0 or tokens.gap(index) not in (" ", "-", "_") or not (parts.types or parts.joined):
        return False
    own = word_forms(parts.name[0], umlauts=False) if len(parts.name) > 1 else []
    if word in own or (counted and tokens.word(index - 1) + word in own):
        return False
    if counted:
        return True
    named = window.capital(index) or tokens.gap(index) != " " or window.lower_case_text()
    return named and (word in SIDES or word in _ORDINALS)
