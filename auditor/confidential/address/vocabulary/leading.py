"""Types that lead a street's name in the Romance languages, in full; and how they are cut short.

The full words follow the official lists of kinds of street of France (FANTOIR), Spain (cadastre), Italy
(DUG), Portugal, Brazil and Romania. Shortened forms are not listed: each office has its own, and all of them
are the word's first letter with some of its other letters in order.
"""

from auditor.confidential.address.model import Parts
from auditor.confidential.address.vocabulary.lists import words
from auditor.confidential.address.vocabulary.streets import PREFIX_TYPES, STREET_TYPES
from auditor.confidential.common_words import COMMON

_SPANISH = """
acceso alqueria andador apeadero arrabal autopista autovia bajada barranco barriada barrio bulevar
calleja callejon callejuela callizo canada cantera caserio cerrada circuito colonia corredor cortijo
costanilla cuesta diseminado escalinata explanada finca galeria hacienda jardin ladera malecon mirador
muelle parque partida pasadizo pasaje paraje patio periferico plazoleta plazuela poblado poligono portal
privada prolongacion puente puerta quinta rampa retorno rincon rinconada rotonda ruta sector senda
sendero subida torrente trasera travesia urbanizacion vereda viaducto zona carrero placeta passatge
travessera travessia cami pujada baixada
"""
_FRENCH = """
anse barriere berge boucle butte campagne carre carrefour carriere cavee chaussee cheminement cite clos
corniche cote cottage cour descente digue domaine ecluse enclos espace esplanade ferme galerie garenne
grille hameau jetee levee lieudit lotissement mail marche montee parc parvis passage passerelle placette
plateau pont promenade raidillon rampe rempart residence rocade rotonde sente sentier terrasse traverse
vallon venelle villa village voie
"""
_ITALIAN = """
alzaia androna arco banchina borgata borgo calata campiello campo canale cascina cavalcavia chiasso
circonvallazione contra contrada corsia corte cortile costa darsena discesa fondamenta foro frazione
galleria giardino gradini isola litoranea localita loggia lungarno lungolago lungomare lungotevere molo
parco passaggio passeggiata piaggia piazzetta pontile portico quartiere ramo regione riva riviera rione
salizada scala scalinata sentiero sestiere slargo spalto spiazzo stradone stradale stretta supportico
traversa vallone vico vicoletto villaggio viottolo vocabolo
"""
_PORTUGUESE = """
acesso azinhaga bairro calcada calcadinha caminho cais condominio conjunto escadas escadinhas ladeira
loteamento lugar passagem praceta praia quadra recanto rotunda ruela servidao setor urbanizacao viaduto
viela vila
"""
_ROMANIAN = "aleea bulevardul calea drumul fundatura intrarea piata prelungirea soseaua splaiul"

LEADING = words(f"{_SPANISH} {_FRENCH} {_ITALIAN} {_PORTUGUESE} {_ROMANIAN}")
"""Kinds of street that are words of a name elsewhere, and types only where addresses are written so."""
_LONGEST_SHORT = 6
_LEAST_BEGUN = 4
_TYPES_FIRST = frozenset(["ar", "be", "br", "ca", "ch", "cl", "co", "es", "fr", "it", "mx", "pe", "pt", "ro"])


def leads(word: str, parts: Parts) -> bool:
    """True when `word` at the front of a street's line is its type."""
    abroad = parts.number_last or parts.country in _TYPES_FIRST or not (parts.state or parts.country)
    return word in PREFIX_TYPES or (abroad and _is_leading(word))


def kinds_of(word: str) -> frozenset[str]:
    """The types that `word` in full or in a usual short form stands for."""
    return STREET_TYPES.get(word) or (frozenset([word]) if _is_leading(word) else frozenset())


def _is_leading(word: str) -> bool:
    return word in LEADING or word.removesuffix("s") in LEADING


def shortens(written: str, kinds: frozenset[str], *, dotted: bool, leading: bool) -> bool:
    """True when `written` is one of the types cut short: "mte" for montée, "c.da" for contrada.

    `dotted`: a full stop stands behind or within; without one, no everyday word is taken for a short form.
    `leading`: it stands before the name, where what is short for a type behind one means nothing.
    """
    if not 2 <= len(written) <= _LONGEST_SHORT or (written in COMMON and not dotted):
        return False
    begun = leading and len(written) >= _LEAST_BEGUN and written not in STREET_TYPES.get(written, ())
    if begun and any(kind.startswith(written) and len(kind) > len(written) + 1 for kind in kinds):
        # "Trav." is a travesía as well as a travessa.
        return True
    if written in PREFIX_TYPES or _is_leading(written) or (not leading and written in STREET_TYPES):
        # "Via" is no viale, "rue" no ruelle, "ct" a court and no crescent.
        return False
    return any(written[0] == kind[0] and _holds(kind, written) for kind in kinds)


def _holds(kind: str, letters: str) -> bool:
    """True when the letters occur in `kind` in this order. With one of them missing it is a typing error."""
    rest = iter(kind)
    return len(letters) <= len(kind) - 2 and all(letter in rest for letter in letters)
