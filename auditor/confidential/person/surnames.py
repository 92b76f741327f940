"""Names of other orders: two surnames in Spanish and Portuguese, the surname first in Vietnamese."""

from auditor.confidential.common_words import word_set

_SPANISH = word_set(
    """
    garcia martin ruiz diaz moreno munoz romero alonso navarro torres ramos gil serrano blanco molina morales
    ortega delgado castro ortiz rubio marin sanz iglesias medina garrido cortes castillo santos lozano
    guerrero cano prieto cruz flores herrera pena leon cabrera gallego calvo vidal campos vega reyes fuentes
    carrasco aguilar mejia rivera guzman salazar acosta rojas vargas contreras estrada sandoval avila soto
    espinoza espinosa villanueva padilla cardenas valencia figueroa rosales mejia pacheco zamora cervantes
    miranda salinas trujillo ochoa lara duran parra bravo carrillo montoya solis
    """
)
_PORTUGUESE = word_set(
    """
    silva souza sousa oliveira pereira lima costa ferreira almeida ribeiro carvalho gomes lopes soares
    fernandes vieira barbosa rocha dias nascimento andrade moreira nunes marques machado mendes freitas
    cardoso teixeira rodrigues alves martins goncalves araujo melo correia pinto moura cavalcanti monteiro
    barros campos
    """
)

FAMILY_FIRST = word_set(
    "nguyen tran pham le huynh hoang phan vu vo dang bui do ho ngo duong ly dinh truong doan lam mai trinh"
)
"""Vietnamese surnames, which stand before the given name."""
MARKS = word_set("thi van")
"""Second words of Vietnamese names, which tell a woman's from a man's."""
_DEVOTED = word_set(
    """
    carmen pilar mar rosario angeles luz dolores mercedes sol cruz socorro rocio lourdes consuelo refugio
    concepcion soledad remedios milagros nieves paz
    """
)


def devotion_ends(words: list[str]) -> int:
    """How many of `words` are a given name such as "María del Carmen"; 0 when they are none."""
    if words[:1] != ["maria"] or words[1:2] not in (["de"], ["del"]):
        return 0
    at = 3 if words[2:3] in (["la"], ["las"], ["los"]) else 2
    return at + 1 if len(words) > at + 1 and words[at] in _DEVOTED else 0


def is_spanish(surname: str) -> bool:
    """True for a usual Spanish surname, folded; those in -ez are sons of somebody."""
    return surname in _SPANISH or (len(surname) > 4 and surname.endswith("ez"))


def is_portuguese(surname: str) -> bool:
    """True for a usual Portuguese surname, folded."""
    return surname in _PORTUGUESE
