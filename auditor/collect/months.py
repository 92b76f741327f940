"""The names of the months as addresses spell them, in the languages in which sites write them."""

import re
import unicodedata
from urllib.parse import unquote

_NAMES = """
en January February March April May June July August September October November December
en-short Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec
es enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
es-short ene feb mar abr may jun jul ago set oct nov dic
ca gener febrer març abril maig juny juliol agost setembre octubre novembre desembre
fr janvier février mars avril mai juin juillet août septembre octobre novembre décembre
fr-short janv févr mar avr mai juin juil aou sept oct nov déc
de Januar Februar März April Mai Juni Juli August September Oktober November Dezember
de-austria Jänner Feber Maerz Apr Mai Jun Jul Aug Sept Okt Nov Dez
pt janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro
pt-short jan fev mar abr mai jun jul ago set out nov dez
it gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
it-short gen feb mar apr mag giu lug ago set ott nov dic
nl januari februari maart april mei juni juli augustus september oktober november december
nl-short jan feb mrt apr mei jun jul aug sep okt nov dec
da januar februar marts april maj juni juli august september oktober november december
sv januari februari mars april maj juni juli augusti september oktober november december
pl styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień
pl-of stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia
ro ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie
tr ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık
fil enero pebrero marso abril mayo hunyo hulyo agosto setyembre oktubre nobyembre disyembre
"""
"""One line a language, twelve names each."""


def plain(text: str) -> str:
    """`text` in lower case, its percent-encoding undone and its accents dropped."""
    if "%" in text:
        text = unquote(text)
    text = text.lower()
    if text.isascii():
        return text
    parts = unicodedata.normalize("NFKD", text.replace("ı", "i").replace("ł", "l"))
    return "".join(character for character in parts if not unicodedata.combining(character))


MONTHS: dict[str, int] = {
    plain(name): number
    for line in _NAMES.strip().splitlines()
    for number, name in enumerate(line.split()[1:], 1)
}
"""The number of a month by its name, plain."""

_NAME = re.compile(
    r"(?<![a-z])(?:(?:de|del|di|do|of|d)[\W_])?("
    + "|".join(sorted(MONTHS, key=len, reverse=True))
    + r")(?:[\W_](?:de|del|di|do|of)(?=[\W_]))?(?![a-z])"
)


def numbered(path: str) -> str:
    """A plain `path` with the names of months, and the little words around them, as two figures."""

    def number(found: re.Match[str]) -> str:
        before = "-" if found.start() and path[found.start() - 1].isdigit() else ""
        after = "-" if path[found.end() : found.end() + 1].isdigit() else ""
        return f"{before}{MONTHS[found[1]]:02}{after}"

    return _NAME.sub(number, path)
