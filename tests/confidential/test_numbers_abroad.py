"""House numbers of four figures in words of other languages."""

import pytest

from auditor.confidential import Address
from auditor.core.status import Grade

CASES = [
    ("3164 rue Beaubien, Montréal, QC", "trois mille cent soixante-quatre, rue Beaubien", "soixante-cinq"),
    ("3164 rue Beaubien, Montréal, QC", "trente et un soixante-quatre, rue Beaubien", "soixante-cinq"),
    (
        "Rua Bento Freitas 2370, São Paulo, Brazil",
        "Rua Bento Freitas, dois mil trezentos e setenta",
        "e oitenta",
    ),
    ("Calle Alcatraz 1548, Lima, Peru", "Calle Alcatraz mil quinientos cuarenta y ocho", "cuarenta y nueve"),
    ("Calle Alcatraz 1548, Lima, Peru", "Calle Alcatraz quince cuarenta y ocho", "cuarenta y nueve"),
    ("Via Manzoni 1130, Ravenna, Italy", "Via Manzoni millecentotrenta", "millecentoquaranta"),
    ("Birkenallee 1204, 22767 Hamburg, Germany", "Birkenallee zwölfhundertvier", "zwölfhundertfünf"),
    ("Birkenallee 1204, 22767 Hamburg, Germany", "Birkenallee eintausendzweihundertvier", "tausendfünf"),
]


@pytest.mark.parametrize(("fact", "text", "other"), CASES)
def test_thousands_in_words(fact: str, text: str, other: str) -> None:
    address = Address.parse(fact)
    assert {match.grade for match in address.find_in(f"{text}.")} & {Grade.EXACT, Grade.PROBABLE}
    words = other.split()
    if text.startswith(("trois", "trente")):
        changed = text.replace("soixante-quatre", other)
    else:
        changed = " ".join([*text.split()[: -len(words)], other])
    assert changed != text
    assert address.find_in(f"{changed}.") == []
