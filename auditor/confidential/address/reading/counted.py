"""Numbers beside a street that are no house's: those of another street, of days, times, sums and counts."""

from auditor.confidential.address.forms import Target
from auditor.confidential.address.reading.compare import OTHER, Seen
from auditor.confidential.address.typed.street_name import JOINED_NAME
from auditor.confidential.address.vocabulary.dates import ENGLISH_MONTHS, MONTHS
from auditor.confidential.address.vocabulary.leading import LEADING
from auditor.confidential.address.vocabulary.lists import words
from auditor.confidential.address.vocabulary.streets import PREFIX_TYPES, STREET_TYPES
from auditor.confidential.address.vocabulary.words import MEASURES, UNITS
from auditor.confidential.address.window import Window

_COUNTED = MEASURES | words(
    """
    uhr tag tage tagen woche wochen monat monate monaten jahr jahren minute stunde euros chf metern
    personen menschen wohnungen wohneinheiten dagen weken maanden woningen appartementen plaatsen
    mensen bewoners dias semanas meses personas viviendas vecinos habitantes moradores pessoas vagas
    habitacoes giorni settimane mesi ore persone alloggi abitanti posti jours semaines mois
    personnes logements habitants hours days weeks months years people residents homes units
    """
)
"""What numbers count, without the words that are parts of a house."""
_MONTHS = MONTHS | ENGLISH_MONTHS
_LEADING_TYPES = LEADING | PREFIX_TYPES
_MOST_WORDS = 5
"""Words of the name behind a leading type, at most."""


def is_counted(window: Window, stop: int) -> bool:
    """True when what begins at token `stop` makes the number before it a date, a time, a sum or a count.

    "27 de mayo", "7. Mai", "7 Uhr", "7,50 Euro", "112 woningen".
    """
    tokens = window.tokens
    cents = tokens.gap(stop - 1) == "," and tokens.is_digits(stop) and len(tokens.word(stop)) == 2
    stop += cents
    word = tokens.word(stop)
    if tokens.gap(stop - 1) == "-":
        return word in MEASURES and not cents
    if stop >= len(tokens) or tokens.gap(stop - 1) not in (" ", ". ", "\u00a0"):
        return False
    if cents or word in _COUNTED:
        return word in _COUNTED and word not in UNITS
    # "Bergstraße 7 March 14, 2026" has its day behind the month.
    dated = tokens.is_digits(stop + 1) and len(tokens.word(stop + 1)) <= 2
    return (word in _MONTHS and not dated) or (word in ("de", "di") and tokens.word(stop + 1) in _MONTHS)


def is_of_street_before(window: Window, seen: Seen, target: Target) -> bool:
    """True for a number before the street that stands behind another one: "Bergstraße 7, Ahornstraße"."""
    tokens, last = window.tokens, seen.first - 1
    if "," not in tokens.gap(seen.stop - 1) or last < 0 or tokens.gap(last) not in (" ", ", "):
        return False
    word = tokens.word(last)
    if target.parts.type_first and not target.parts.number_last:
        # "12 bis, rue Haute" is the usual order.
        return False
    if target.parts.type_first:
        return any(
            tokens.word(at) in _LEADING_TYPES and _is_one_name(window, at, last)
            for at in range(last - 1, max(-1, last - _MOST_WORDS - 1), -1)
        )
    return tokens.gap(last) == " " and (word in STREET_TYPES or JOINED_NAME.match(word) is not None)


def is_parted(window: Window, seen: Seen, target: Target) -> bool:
    """True for another number before the street that a line, a sentence or a sign parts from it, or a year
    with a comma: "opened in 2019. Maple Street, Springfield".
    """
    if seen.state != OTHER:
        return False
    gap, word = window.tokens.gap(seen.stop - 1), window.tokens.word(seen.stop - 1)
    if len(gap) > 1 and (gap.count("\n") > 1 or gap.strip() in (".", "|", "-", ":", ";")):
        return True
    year = len(word) == 4 and "1900" <= word < "2100"
    return "," in gap and year and (target.parts.number_last or not target.parts.type_first)


def _is_one_name(window: Window, first: int, last: int) -> bool:
    return all(window.tokens.gap(at).strip(" .'") == "" for at in range(first, last))
