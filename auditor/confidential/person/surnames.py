"""Surnames of which people usually have two: father's first in Spanish, mother's first in Portuguese."""

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


def is_spanish(surname: str) -> bool:
    """True for a usual Spanish surname, folded; those in -ez are sons of somebody."""
    return surname in _SPANISH or (len(surname) > 4 and surname.endswith("ez"))


def is_portuguese(surname: str) -> bool:
    """True for a usual Portuguese surname, folded."""
    return surname in _PORTUGUESE
