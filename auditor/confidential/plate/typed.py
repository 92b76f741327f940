"""Reads a number plate as a person types it: beside words, a state or country, or another plate."""

import re
from dataclasses import dataclass, field

from auditor.confidential.common_words import word_set
from auditor.confidential.fold import fold

_RUN = re.compile(r"[a-z0-9]+")
_APART = re.compile(r"[,;|\n\t()\[\]{}\"]+")
_MAY_BE_APART = re.compile(r":\s|\s[-–—=]+\s|\s?/\s?|\s[&+]\s|\s(?:or|and|und|oder|et|ou|y|o|e|og|och|en)\s")
"""Signs and words that stand inside a plate as well."""
_ANNOUNCING = word_set(
    """
    plate plates licence license lic registration registrations registered reg regn rego vrm vrn tag tags no
    nr num number numero kennzeichen kfz matricula matriculas placa placas targa targhe kenteken
    immatriculation immat plaque nummernschild nummerplade registreringsnummer rejestracja matricola chapa
    patente
    """
)
"""Words behind which the plate begins at once."""
_WORDS = _ANNOUNCING | word_set(
    """
    van vans car cars bus buses minibus minivan truck suv jeep ute pickup pick-up lorry vehicle sedan saloon
    hatchback estate wagon trailer motorbike bike scooter taxi cab ambulance coach auto wagen voiture coche
    carro furgoneta camion camionnette furgone macchina busje bestelwagen transporter bulli
    white black red blue green grey gray silver gold brown tan beige yellow orange purple dark light navy
    blanc blanche noir noire rouge bleu bleue vert verte gris grise weiss schwarz rot blau grun grau silber
    blanco blanca negro negra rojo roja azul verde plata bianco bianca nero rosso rossa grigio
    the our my her his is are with for of in on and old new big small first second night day staff shelter
    exp expires expiry valid year until till
    house company pool director manager driver owner front rear state province from to
    vw bmw kia gmc ford fiat seat audi opel mini dodge honda toyota nissan mazda skoda volvo renault peugeot
    citroen kangoo transit sprinter
    """
)
_STATES = word_set(
    """
    al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh
    ok or pa ri sc sd tn tx ut vt va wa wv wi wy dc pr ab bc mb nb nl ns nt nu on pe qc sk yt
    nsw vic qld sa act tas usa us uk gb irl aus nz can mex mx rsa za eu calif penn mass wash
    fr es it be at ch pl pt se dk fi cz sk hu ro gr ie
    """
)
_ABBREVIATED = re.compile(r"(?<![a-z])(?:no|nr|num|reg|regn|lic|immat)\.\s")
_STRONG = 5
"""So many letters and figures, of both sorts, are a plate whatever stands beside them."""
_WHOLE_TOKEN = 7
"""A token of so many, of both sorts, may be the whole plate, and letters beside it no part of it."""
_LEAST = 3
_LONGEST = 9
"""India alone has longer ones (MH 12 AB 1234)."""
_INDIA = re.compile(r"[a-z]{2}\d{2}[a-z]{2}\d{4}|[a-z]{2}\d[a-z]{3}\d{4}")
_MODEL = 4
"""Up to so many letters and figures with a figure may be the model behind the make of a vehicle."""
_LONGEST_ALONE = 8
"""Up to so many an entry without a known word or sign is taken as it is, be it a word ("GR8 HOPE")."""
_USUAL = re.compile(
    r"[a-z]{2}\d{2,4}[a-z]{2}|[a-z]{2}\d\d[a-z]{3}|[a-z]\d{1,3}[a-z]{3}|[a-z]{2}\d{1,2}[a-z]{1,3}\d{4}"
    r"|\d{2,3}[a-z]{1,2}\d{1,6}|\d{2}[a-z]{1,3}\d{2,4}"
)
"""France, Italy, Argentina, Ukraine (AB 123 CD), Britain (AB12 CDE, A123 BCD), India, Ireland, Turkey:
all of it is the plate."""


@dataclass(frozen=True, slots=True)
class Typed:
    """The plates in an entry, folded; `doubtful` ones are looked for with and without some of their signs."""

    plates: tuple[str, ...]
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class _Run:
    """Tokens in a row; `named` tells that a make or colour stands before them."""

    tokens: list[str] = field(default_factory=list)
    named: bool = False

    @property
    def whole(self) -> str:
        return "".join(self.tokens)


def plates_of(number: str) -> Typed:
    """What the typed `number` says is a plate.

    Raises ValueError, without quoting it, when there is none, or when it cannot be told which part is one.
    """
    text = fold(number).text
    if sum(map(len, _RUN.findall(text))) < _LEAST:
        raise ValueError("a plate needs at least three letters or figures")
    parts = _parts(text)
    strong = [run for part in parts for run in _runs(part) if _is_strong(run.whole)]
    if strong:
        return _together([_readings(run) for run in strong])
    return _weak(text, parts)


def _parts(text: str) -> list[str]:
    """The stretches of `text` that stand apart from one another."""
    found = []
    for part in _APART.split(text):
        start = 0
        for gap in _MAY_BE_APART.finditer(part):
            if _stands_alone(part[start : gap.start()]) and _stands_alone(part[gap.end() :]):
                found.append(part[start : gap.start()])
                start = gap.end()
        found.append(part[start:])
    return [part for part in found if _RUN.search(part)]


def _stands_alone(text: str) -> bool:
    """True for what is a plate by itself, words, or a state: no half of a plate."""
    tokens = _RUN.findall(text)
    if any(map(_is_word, tokens)) or any(_is_strong(run.whole) for run in _runs(text)):
        return True
    return len(tokens) == 1 and tokens[0] in _STATES


def _is_word(token: str) -> bool:
    return token in _WORDS or (token.isalpha() and len(token) > 4)


def _is_strong(run: str) -> bool:
    return len(run) >= _STRONG and not run.isdigit() and not run.isalpha()


def _runs(part: str) -> list[_Run]:
    """The tokens of `part` between its words. Letters that may be of the plate are words only beside one."""
    found = [_Run()]
    for token in _RUN.findall(part):
        if _is_word(token) or (len(token) == _MODEL and token.isalpha()):
            found.append(_Run(named=token not in _ANNOUNCING))
        else:
            found[-1].tokens.append(token)
    return [run for run in found if run.tokens]


def _fits(plate: str) -> bool:
    return len(plate) <= _LONGEST or _INDIA.fullmatch(plate) is not None


def _readings(run: _Run) -> tuple[str, ...]:
    """The plate in `run`: with and without what may be a state, a country or a model."""
    readings = tuple(dict.fromkeys(plate for plate in (_shorter(run), run.whole) if plate and _fits(plate)))
    if not readings:
        raise ValueError("more signs than one plate has; write each plate alone, or a comma between two")
    return readings


def _shorter(run: _Run) -> str:
    """`run` without the signs before or behind it that may be no part of the plate; empty without any."""
    tokens = run.tokens
    if len(tokens) < 2 or _USUAL.fullmatch(run.whole):
        return ""
    complete = [token for token in tokens if len(token) >= _WHOLE_TOKEN and _is_strong(token)]
    if len(complete) == 1 and all(token.isalpha() or token in complete for token in tokens):
        return complete[0]
    first, last = "".join(tokens[:-1]), "".join(tokens[1:])
    if tokens[-1] in _STATES and _is_strong(first):
        return first
    if len(tokens[-1]) == 1 and tokens[-1].isalpha() and tokens[-2].isalpha() and _is_strong(first):
        # "1234 BCD E": two groups of letters end no plate; the last is a country's.
        return first
    if len(tokens[0]) == 1 and all(map(str.isalpha, tokens[:3])) and _is_strong(last):
        # "D KA-FH 318": nor do three begin one.
        return last
    # Behind two letters of a town or county there are five signs at most in Poland.
    begins = _is_strong(last) and len(last) > _STRONG
    is_model = run.named and len(tokens[0]) <= _MODEL and not tokens[0].isalpha()
    return last if begins and (is_model or tokens[0] in _STATES) else ""


def _together(found: list[tuple[str, ...]]) -> Typed:
    plates = tuple(dict.fromkeys(plate for readings in found for plate in readings))
    return Typed(plates, doubtful=any(len(readings) > 1 for readings in found))


def _weak(text: str, parts: list[str]) -> Typed:
    """A short plate, or one of letters or figures alone."""
    tokens = _RUN.findall(text)
    whole = "".join(tokens)
    left = [
        "".join(t for t in _RUN.findall(_ABBREVIATED.sub(" ", part)) if t not in _WORDS) for part in parts
    ]
    left = [plate for plate in left if len(plate) >= _LEAST]
    with_figures = [plate for plate in left if any(map(str.isdigit, plate))]
    plates = [plate for plate in with_figures or left if _fits(plate)]
    short = all(len(token) <= _LEAST or token not in _WORDS for token in tokens)
    if len(parts) == 1 and short and len(whole) <= _LONGEST_ALONE and not _ABBREVIATED.search(text):
        # "VAN 482" may be a plate or a van.
        return _together([tuple(dict.fromkeys((whole, *plates)))])
    if len(plates) == 1:
        return Typed((plates[0],))
    if not plates and len(whole) <= _LONGEST_ALONE and not set(tokens) <= _WORDS:
        return Typed((whole,))
    raise ValueError("it cannot be told which part is the plate; write the plate alone")
