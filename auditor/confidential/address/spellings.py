"""How the words of a street's name may be written: shortened, as figures, without umlauts."""

import re
from itertools import product

from auditor.confidential.address.model import Parts
from auditor.confidential.address.vocabulary import numbers
from auditor.confidential.address.vocabulary.dates import date_choices
from auditor.confidential.address.vocabulary.leading import LEADING
from auditor.confidential.address.vocabulary.lists import words
from auditor.confidential.address.vocabulary.roman import roman_figure, roman_value, ruler_forms
from auditor.confidential.address.vocabulary.slavic import declined, is_slavic
from auditor.confidential.address.vocabulary.streets import DIRECTION_WORDS, DIRECTIONS, LINKS, STREET_TYPES
from auditor.confidential.address.vocabulary.words import ABBREVIATED, GIVEN_NAMES, STATES, TITLES
from auditor.confidential.common_words import COMMON
from auditor.confidential.person.nicknames import is_given_name

_MOST_FORMS = 400
_OUR = frozenset(["nuestra", "nossa", "ntra", "nsa", "nra", "na", "n"])
_LADY = frozenset(["senora", "senhora", "sra", "sa"])
_ADJECTIVE = re.compile(
    "(alt|neu|gross|klein|ober|unter|lang|kurz|hoh|breit|schwarz|weiss|rot|grun)(?:e|en|er|es|em)"
)
"""German words whose ending hangs on what stands before them."""
SPELLINGS: dict[str, list[str]] = {}
for _spelling, _meanings in STREET_TYPES.items():
    for _meaning in _meanings:
        SPELLINGS.setdefault(_meaning, []).append(_spelling)
_SHORTENED: dict[str, set[str]] = {}
for _spelling, _meanings in ABBREVIATED.items():
    for _meaning in _meanings:
        _SHORTENED.setdefault(_meaning, set()).add(_spelling)


def is_person(name: tuple[str, ...], names: list[str]) -> bool:
    """True when a street's name reads like a person's: a title, an initial or a given name before another."""
    if not all(word.isalpha() for word in names) or names[-1] in STREET_TYPES or names[-1] in ABBREVIATED:
        return False
    titled = any(word in TITLES for word in name)
    initial = any(len(word) == 1 and word not in DIRECTIONS for word in names[:-1])
    return titled or initial or is_given_name(names[0]) or names[0] in GIVEN_NAMES


_NO_GIVEN = words(
    """
    monte monti mont ponte pont porta porto port puerta puerto torre torres tour fonte fontana fuente villa
    ville borgo campo campos champ champs prato pozzo valle vale colle rocca roche castel castello castillo
    chateau chiesa iglesia igreja eglise croce cruz croix mare terra tierra terre acqua agua eau bella bello
    belle beau bela belo buena buen buona buono bonne boa nuova nuovo nueva nuevo nova novo neuve nouvelle
    nouveau vecchia vecchio vieja viejo velha velho vieux vieille antica antigua antigo grande grand petit
    petite pequena piccola alta alto haute haut bassa basso baixa baja bajo basse lunga larga longue santa
    santo sant sainte saint madonna notre nostra nuestra nossa bianca blanca blanco branca blanche verde verte
    vert rossa roja rojo rouge nera negra negro noire dorada moulin molino mulino cerro sierra serra arroyo
    piedra pedra pierre palo pena flor flores sol luna lune estrella cielo primavera mayo maggio fiume riviere
    etang bosque bosco bois parque parc jardin jardim giardino ciudad cidade citta pueblo industria comercio
    tres quatre quattro cuatro deux trois cinco cinq sette
    """
)
"""First words of streets in the Romance countries that are no given names."""
_LEAST_NAME = 4
_MOST_IN_WORDS = 12
"""Up to here numbers in names are written in words and figures alike: "Seven Oaks"."""


def may_be_person(names: list[str]) -> bool:
    """True when words behind a leading type may be a given name, whatever it is, and a surname."""
    if not 2 <= len(names) <= 3:
        return False
    return all(
        len(word) >= _LEAST_NAME
        and word.isalpha()
        and word not in COMMON
        and word not in _NO_GIVEN
        and word not in STREET_TYPES
        and word not in DIRECTIONS
        and word not in ABBREVIATED
        and word not in LEADING
        for word in names
    )


def distinctness(word: str) -> tuple[bool, int]:
    plain = (
        word in TITLES or word in LINKS or word in STREET_TYPES or word in DIRECTIONS or word in ABBREVIATED
    )
    return not plain, len(word)


def word_forms(word: str, *, umlauts: bool) -> list[str]:
    """How one word of a street's name may be written; empty where it may be left out."""
    if (counted := _ordinals(word)) is not None:
        return counted
    if 2 <= numbers.VALUES.get(word, 0) <= _MOST_IN_WORDS:
        # "7 Oaks Road"
        return sorted({word, str(numbers.VALUES[word])})
    for number, said in numbers.FOREIGN.items():
        if word in said and word not in ("due", "sei", "un", "um", "once"):
            # "Rue des Trois Frères" as "Rue des 3 Frères".
            return sorted({word, str(number)})
    forms = {word}
    for meaning in ABBREVIATED.get(word, ()):
        forms |= _SHORTENED[meaning]
    for meaning in STREET_TYPES.get(word, ()):
        if len(word) > 2:
            forms |= set(SPELLINGS[meaning])
    for code in STATES.get(word, ()) if len(word) > 3 else ():
        # "Mass Ave" for Massachusetts Avenue.
        forms |= {spelling for spelling, codes in STATES.items() if code in codes and len(spelling) > 3}
    if word in DIRECTIONS:
        forms |= set(DIRECTION_WORDS[DIRECTIONS[word]])
    if word in TITLES or word in LINKS:
        forms.add("")
    if len(word) > 1 and (value := roman_value(word)):
        # "Corso Vittorio Emanuele II", "Secondo", or without.
        return [word, "", *sorted(ruler_forms(value) - {word})]
    return sorted(forms | respelled(word, umlauts=umlauts))


def _ordinals(word: str) -> list[str] | None:
    """How a number or ordinal in a street's name may be written; None for any other word."""
    if re.fullmatch(r"(?:1[1-9]|[2-9]\d|\d{3})[ao]", word):
        # "Calle 45A" is another street than Calle 45; of small numbers "7a" is the seventh.
        return [word]
    value = numbers.ordinal_value(word)
    if value is None and word.isdecimal():
        value = int(word)
    abroad = next((n for n, said in numbers.ORDINALS_ABROAD.items() if word in said), value)
    if abroad and (also := numbers.ordinals_abroad(word, abroad)):
        return sorted({word, *also, *(numbers.ordinal_forms(abroad) if value else ())})
    if value is None:
        return None
    return sorted({*numbers.ordinal_forms(value), *numbers.FOREIGN.get(value, ())}) if value else [word]


def ruler_or_letter_forms(word: str) -> list[str]:
    """How the last word of a name such as "George V" may be written: a ruler's number, never left out."""
    return [word, *sorted(ruler_forms(roman_value(word)))]


def respelled(word: str, *, umlauts: bool) -> set[str]:
    """The word with its umlauts as two letters or one, with Mc for Mac, and with another German ending."""
    forms = set()
    if inflected := _ADJECTIVE.fullmatch(word):
        # "An der Alten Mühle" as "Alte Mühle".
        forms |= {inflected[1] + ending for ending in ("e", "en", "er", "es")}
    for plain, double in (("a", "ae"), ("o", "oe"), ("u", "ue")):
        if double in word and len(word) > 4:
            forms.add(word.replace(double, plain))
        elif umlauts and plain in word:
            forms.add(word.replace(plain, double))
    if "ij" in word:
        # "Heijestraat" as "Heyestraat"
        forms.add(word.replace("ij", "y"))
    if len(word) > 5 and word.startswith("mc"):
        forms.add("mac" + word[2:])
    elif len(word) > 6 and word.startswith("mac"):
        forms.add("mc" + word[3:])
    return forms


def name_choices(parts: Parts) -> list[list[str]]:
    """How each word of a street's name may be written."""
    if dated := date_choices(parts.name):
        return dated
    choices = [word_forms(word, umlauts=parts.umlauts) for word in parts.name]
    if len(parts.name) == 1 == len(parts.name[0]):
        # "Avenue D" is short for nothing.
        choices = [list(parts.name)]
    if parts.type_first and len(parts.name) > 1 and parts.name[-1] in ("i", "v", "x"):
        choices[-1] = ruler_or_letter_forms(parts.name[-1])
        if parts.name[-1] == "i" and parts.name[-2] in GIVEN_NAMES:
            # "Corso Umberto"
            choices[-1].append("")
    if parts.type_first:
        _count_abroad(parts, choices)
    if parts.joined and parts.name[0] in ("sint", "st", "skt", "sankt"):
        # "Sint-Jansstraat", "Skt. Anna Gade"
        choices[0] = sorted({*choices[0], "sint", "st", "s", "skt"})
    for index, pair in enumerate(zip(parts.name, parts.name[1:], strict=False)):
        if pair[0] in _OUR and pair[1] in _LADY:
            # "N. Sra. de Copacabana"
            choices[index : index + 2] = [sorted(_OUR), sorted(_LADY)]
    if is_slavic(parts):
        choices = [[*forms, *sorted(declined(word))] for word, forms in zip(parts.name, choices, strict=True)]
    _without_initials(parts, choices)
    return choices


def _count_abroad(parts: Parts, choices: list[list[str]]) -> None:
    """Add the ordinals and Roman figures that numbers within a name are written with in Romance languages."""
    for index, word in enumerate(parts.name):
        if word.isdecimal() and int(word) in numbers.ORDINALS_ABROAD:
            # "Carrera Séptima" for Carrera 7.
            choices[index] += sorted(numbers.ORDINALS_ABROAD[int(word)])
        if len(parts.name) > 1 and word.isdecimal() and 0 < int(word) < 40:
            # "Rua 15 de Novembro" as "Rua XV de Novembro".
            choices[index].append(roman_figure(int(word)))


def _without_initials(parts: Parts, choices: list[list[str]]) -> None:
    """Let initials within a name be left out: "Cesar Chavez" for "Cesar E. Chavez"."""
    for index in range(1, len(choices) - 1):
        if len(parts.name[index]) == 1 and parts.name[index].isalpha():
            choices[index].append("")


def products(choices: list[list[str]]) -> list[tuple[str, ...]]:
    """Every combination, fewest first where there would be too many."""
    total = 1
    for index, options in enumerate(choices):
        total *= len(options)
        if total > _MOST_FORMS:
            choices[index] = options[:1]
            total //= len(options)
    return list(product(*choices))
