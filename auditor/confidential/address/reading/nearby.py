"""Where the town or postcode of an address stands beside a street."""

from auditor.confidential.address.forms import Target
from auditor.confidential.address.tokens import Tokens
from auditor.confidential.address.vocabulary.lists import words
from auditor.confidential.address.vocabulary.slavic import LED, declines, is_slavic
from auditor.confidential.address.vocabulary.towns import contracts
from auditor.confidential.address.vocabulary.words import STATES
from auditor.confidential.address.window import Window
from auditor.confidential.edits import one_edit

PLACE_FIELDS = words(
    """
    city town state zip zipcode postal code postcode postalcode region locality addressregion
    addresslocality province county cityname statecode country the of ville ort plz br col colonia
    barrio bairro centro
    """
)
"""Names of form fields and data keys around towns and postcodes."""


_CODE_LABELS = words("cp cap cep plz codigopostal codepostal codicepostale codigo")


def code_label(tokens: Tokens, index: int) -> int:
    """How many tokens from `index` on announce a postcode behind them, or 0: "C.P. 72000", "CEP: 80420"."""
    text = ""
    for count in range(1, 4):
        text += tokens.word(index + count - 1)
        if text in _CODE_LABELS and tokens.is_digits(index + count):
            return count
    return 0


def match_town(window: Window, index: int, target: Target) -> int:
    """How many tokens from `index` on are one of the target's towns, or 0."""
    key = (index, id(target))
    if key not in window.towns:
        window.towns[key] = _match_town(window, index, target)
    return window.towns[key]


def _match_town(window: Window, index: int, target: Target) -> int:
    tokens = window.tokens
    text = ""
    for count in range(1, 6):
        if index + count > len(tokens) or (count > 1 and not window.close(index + count - 2)):
            return 0
        text += tokens.word(index + count - 1)
        if text in target.towns or (
            count == 1 and len(text) > 5 and text[-1] == "s" and text[:-1] in target.towns
        ):
            return count
        if len(text) >= 4 and any(
            len(town) >= 5 and abs(len(town) - len(text)) < 2 and one_edit(text, town)
            for town in target.town_names
        ):
            longer = text + tokens.word(index + count)
            return count + 1 if longer in target.towns else count
        led = count == 1 and tokens.word(index - 1) in LED and is_slavic(target.parts)
        if led and any(declines(text, town) for town in target.town_names):
            return count
        if count == 1 and any(contracts(text, town) for town in target.town_names):
            return count
    return 0


def precedes(window: Window, index: int, target: Target) -> int:
    """The first token of the target's town or postcode that ends just before `index`, or `index`."""
    tokens = window.tokens
    parts = target.parts
    for first in range(index - 1, max(-1, index - 7), -1):
        if not window.near(first):
            break
        word = tokens.word(first)
        if word == parts.postcode and word:
            return first
        count = match_town(window, first, target)
        if count and first + count <= index:
            return first
        if (
            count == 0
            and word not in STATES
            and word not in PLACE_FIELDS
            and word not in ("on", "at", "in", "s", "our")
        ):
            is_town_part = any(word in town for town in target.towns) and len(word) > 2
            if not is_town_part and not word.isdecimal():
                break
    return index
