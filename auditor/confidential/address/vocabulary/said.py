"""House numbers from two to 9999 in words of German, Dutch, French, Spanish, Italian and Portuguese.

The words are folded and run together: "dreiundachtzig", "treintayseis", "quatrevingtdix".
"""

from collections.abc import Callable, Iterator

from auditor.confidential.address.vocabulary.lists import in_order

_GERMAN = in_order("eins zwei drei vier funf sechs sieben acht neun zehn elf zwolf")
_GERMAN += in_order("dreizehn vierzehn funfzehn sechzehn siebzehn achtzehn neunzehn")
_GERMAN_TENS = in_order("zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig")
_DUTCH = in_order("een twee drie vier vijf zes zeven acht negen tien elf twaalf")
_DUTCH += in_order("dertien veertien vijftien zestien zeventien achttien negentien")
_DUTCH_TENS = in_order("twintig dertig veertig vijftig zestig zeventig tachtig negentig")
_FRENCH = in_order("un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize")
_FRENCH += in_order("dixsept dixhuit dixneuf")
_FRENCH_TENS = in_order("vingt trente quarante cinquante soixante septante quatrevingt nonante")
_SPANISH = in_order("uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince")
_SPANISH += in_order("dieciseis diecisiete dieciocho diecinueve")
_SPANISH_TENS = in_order("veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa")
_SPANISH_HUNDREDS = in_order("ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos")
_SPANISH_HUNDREDS += in_order("ochocientos novecientos")
_ITALIAN = in_order("uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici")
_ITALIAN += in_order("quattordici quindici sedici diciassette diciotto diciannove")
_ITALIAN_TENS = in_order("venti trenta quaranta cinquanta sessanta settanta ottanta novanta")
_PORTUGUESE = in_order("um dois tres quatro cinco seis sete oito nove dez onze doze treze quatorze quinze")
_PORTUGUESE += in_order("dezesseis dezessete dezoito dezenove")
_PORTUGUESE_TENS = in_order("vinte trinta quarenta cinquenta sessenta setenta oitenta noventa")
_PORTUGUESE_HUNDREDS = in_order("cento duzentos trezentos quatrocentos quinhentos seiscentos setecentos")
_PORTUGUESE_HUNDREDS += in_order("oitocentos novecentos")


def _joined(
    units: list[str], tens: list[str], *, one: str, link: str, hundred: str
) -> Callable[[int], list[str]]:
    """German and Dutch put the unit before the ten."""

    def say(number: int) -> list[str]:
        hundreds, rest = divmod(number, 100)
        ten, unit = divmod(rest, 10)
        if rest < 20:
            tail = units[rest - 1] if rest else ""
        else:
            head = (one if unit == 1 else units[unit - 1]) + link if unit else ""
            tail = head + tens[ten - 2]
        if not hundreds:
            return [tail]
        heads = ["", one] if hundreds == 1 else [units[hundreds - 1]]
        return [head + hundred + tail for head in heads]

    return say


def _french(number: int) -> list[str]:
    hundreds, rest = divmod(number, 100)
    head = "" if not hundreds else "cent" if hundreds == 1 else _FRENCH[hundreds - 1] + "cent"
    if not rest:
        return [head, head + "s"] if hundreds > 1 else [head]
    ten, unit = divmod(rest, 10)
    if rest < 20:
        heads = [head, head + "s"] if hundreds > 1 else [head]
        return [start + _FRENCH[rest - 1] for start in heads]
    plain = _FRENCH_TENS[ten - 2]
    link = "et" if unit == 1 and ten != 8 else ""
    ways = [plain + link + _FRENCH[unit - 1] if unit else plain]
    if ten in (7, 9):
        # In France one counts on from sixty and eighty.
        twenties = _FRENCH_TENS[ten - 3] + ("et" if rest == 71 else "")
        ways.append(twenties + _FRENCH[unit + 9])
    heads = [head, head + "s"] if hundreds > 1 else [head]
    return [start + way for start in heads for way in (*ways, *(["quatrevingts"] if rest == 80 else []))]


def _spanish(number: int) -> list[str]:
    hundreds, rest = divmod(number, 100)
    head = _SPANISH_HUNDREDS[hundreds - 1] if hundreds else ""
    ten, unit = divmod(rest, 10)
    if not rest:
        return ["cien" if number == 100 else head]
    if rest < 20:
        return [head + _SPANISH[rest - 1]]
    if not unit:
        return [head + _SPANISH_TENS[ten - 2]]
    return [head + ("veinti" if ten == 2 else _SPANISH_TENS[ten - 2] + "y") + _SPANISH[unit - 1]]


def _italian(number: int) -> list[str]:
    hundreds, rest = divmod(number, 100)
    head = "" if not hundreds else "cento" if hundreds == 1 else _ITALIAN[hundreds - 1] + "cento"
    ten, unit = divmod(rest, 10)
    if rest < 20:
        return [head + (_ITALIAN[rest - 1] if rest else "")]
    plain = _ITALIAN_TENS[ten - 2]
    tail = (plain[:-1] if unit in (1, 8) else plain) + (_ITALIAN[unit - 1] if unit else "")
    return [head + tail]


def _portuguese(number: int) -> list[str]:
    hundreds, rest = divmod(number, 100)
    head = _PORTUGUESE_HUNDREDS[hundreds - 1] if hundreds else ""
    ten, unit = divmod(rest, 10)
    if not rest:
        return ["cem" if number == 100 else head]
    if rest < 20:
        tail = _PORTUGUESE[rest - 1]
    else:
        tail = _PORTUGUESE_TENS[ten - 2] + ("e" + _PORTUGUESE[unit - 1] if unit else "")
    way = f"{head}e{tail}" if head else tail
    # In Portugal some have another vowel.
    others = [
        way.replace("dezes", "dezas"),
        way.replace("dezenove", "dezanove"),
        way.replace("quator", "cator"),
    ]
    return list(dict.fromkeys([way, *others]))


_SAY: dict[str, Callable[[int], list[str]]] = {
    "german": _joined(_GERMAN, _GERMAN_TENS, one="ein", link="und", hundred="hundert"),
    "dutch": _joined(_DUTCH, _DUTCH_TENS, one="een", link="en", hundred="honderd"),
    "french": _french,
    "spanish": _spanish,
    "italian": _italian,
    "portuguese": _portuguese,
}
_THOUSANDS = {
    "german": ("tausend", "eintausend", "tausend"), "dutch": ("duizend", "eenduizend", "duizend"),
    "french": ("mille", "mil", "mille"), "spanish": ("mil", "unmil", "mil"),
    "italian": ("mille", "mille", "mila"), "portuguese": ("mil", "ummil", "mil"),
}  # fmt: skip
"""A thousand in two ways, and how more of them end."""
_LINKS = {"german": ("", "und"), "dutch": ("", "en"), "portuguese": ("", "e")}
"""What may stand between thousands and the rest."""
_OF_HUNDREDS = {"german": "hundert", "dutch": "honderd", "french": "cent"}
"""Languages that count hundreds from eleven to nineteen: "dix-huit cent trente-six"."""
_SPOKEN_IN = {
    "de": ("german",), "at": ("german",), "ch": ("german", "french", "italian"), "nl": ("dutch",),
    "be": ("dutch", "french"), "fr": ("french",), "ca": ("french",), "lu": ("french", "german"),
    "it": ("italian",), "pt": ("portuguese",), "br": ("portuguese",),
    **dict.fromkeys(("es", "mx", "ar", "cl", "co", "pe", "uy", "ve", "ec"), ("spanish",)),
}  # fmt: skip


def said_in(language: str, number: int) -> list[str]:
    """`number`, from one to 9999, in words of one language run together."""
    say = _SAY[language]
    if number < 1000:
        return say(number)
    thousands, rest = divmod(number, 1000)
    one, also, many = _THOUSANDS[language]
    heads = [one, also] if thousands == 1 else [said + many for said in say(thousands)]
    tails = say(rest) if rest else [""]
    links = _LINKS.get(language, ("",)) if rest else ("",)
    ways = [head + link + tail for head in heads for link in links for tail in tails]
    return list(dict.fromkeys([*ways, *_in_hundreds(language, number)]))


def _in_hundreds(language: str, number: int) -> Iterator[str]:
    """A number of four figures in hundreds, or as two of two figures: "dieciocho treinta y seis"."""
    say = _SAY[language]
    hundreds, rest = divmod(number, 100)
    hundred = _OF_HUNDREDS.get(language)
    for head in say(hundreds):
        if hundred and hundreds < 20:
            yield from (head + hundred + tail for tail in (say(rest) if rest else [""]))
        if rest >= 10:
            yield from (head + tail for tail in say(rest))


def said_abroad(number: str, country: str, *, foreign: bool) -> Iterator[str]:
    """`number` in words of the country's languages; without a country, of all for a `foreign` street."""
    if not number.isdecimal() or not 1 < int(number) < 10_000:
        return
    languages = _SPOKEN_IN.get(country, () if country or not foreign else tuple(_SAY))
    for language in languages:
        yield from said_in(language, int(number))
