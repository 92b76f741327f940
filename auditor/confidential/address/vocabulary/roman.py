"""Roman figures behind the names of rulers, and how else they are written: "XXIII", "23", "ventitreesimo"."""

import re

from auditor.confidential.address.vocabulary.lists import in_order
from auditor.confidential.address.vocabulary.said import said_in

_SHAPE = re.compile(r"(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3})")
_WORTH = {"i": 1, "v": 5, "x": 10}
_CARDINALS = ("spanish", "french", "portuguese", "italian")
_ORDINALS = (
    in_order("primo secondo terzo quarto quinto sesto settimo ottavo nono decimo"),
    in_order("primero segundo tercero cuarto quinto sexto septimo octavo noveno decimo"),
    in_order("primeiro segundo terceiro quarto quinto sexto setimo oitavo nono decimo"),
    in_order("erste zweite dritte vierte funfte sechste siebte achte neunte zehnte"),
    in_order("first second third fourth fifth sixth seventh eighth ninth tenth"),
)


def roman_value(word: str) -> int:
    """The value of a Roman figure below forty in folded letters; 0 for any other word."""
    if not word or _SHAPE.fullmatch(word) is None:
        return 0
    worth = [_WORTH[letter] for letter in word]
    return sum(
        -one if one < following else one for one, following in zip(worth, [*worth[1:], 0], strict=True)
    )


def roman_figure(value: int) -> str:
    """`value`, which is below forty, as a Roman figure in small letters."""
    tens, unit = divmod(value, 10)
    return "x" * tens + ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")[unit]


def ruler_forms(value: int) -> set[str]:
    """How the number of a ruler is written otherwise: in figures, and in words of several languages."""
    forms = {str(value), f"{value}o", f"{value}a", f"{value}e"}
    forms |= {row[value - 1] for row in _ORDINALS if value <= len(row)}
    if value > 1:
        forms |= {said for language in _CARDINALS for said in said_in(language, value)}
        forms |= {said.rstrip("aeiou") + "esimo" for said in said_in("italian", value) if value > 10}
        # "ventitreesimo" keeps its vowel.
        forms |= {said + "esimo" for said in said_in("italian", value) if value % 10 in (3, 6) and value > 10}
    return forms
