"""Number plates as their owners type them: beside words, a state or country, a make, or another plate."""

import pytest

from auditor.confidential import Facts, Plate
from auditor.core.errors import ConfigurationError
from auditor.core.status import Grade

SURE = {Grade.EXACT, Grade.PROBABLE}


def is_found(typed: str, text: str) -> bool:
    return any(match.grade in SURE for match in Plate.parse(typed).find_in(f"Look for {text} at the gate"))


@pytest.mark.parametrize(
    ("typed", "published", "other"),
    [
        ("TX: KRV-2206", "KRV 2206", "KRV 2207"),
        ("Blue minibus, registration LN19 XPE", "LN19XPE", "LN19XPF"),
        ("7KDW338 (California)", "7KDW-338", "7KDW339"),
        ("(NV) 482 K17", "482-K17", "482-K18"),
        ("FG-410-TR (gris, Peugeot 208)", "FG 410 TR", "FG-410-TS"),
        ("Kennzeichen: HH-RT 5521", "HH RT 5521", "HH-RT 5512"),
        ("M - QX 7142", "M-QX 7142", "M-QX 7143"),
        ("BGK 41F NSW", "BGK41F", "BGK42F"),
        ("NY HJT 4471", "HJT 4471", "HJT 4477"),
        ("D-HH RT 5521", "HH-RT 5521", "HH-RT 5512"),
        ("4471 HJT E", "4471-HJT", "4471-HJK"),
        ("HJT 4471 exp 09/27", "HJT 4471", "HJT 4477"),
        ("Jo's car - 191-D-20417", "191 D 20417", "191 D 20418"),
        ("Skoda Octavia RT21 YYK silver", "RT21 YYK", "RT21 YYL"),
        ("Renault 208 GH-771-KL", "GH771KL", "GH771KM"),
        ("No. 62 418 QB", "62418QB", "62418QC"),
        ("placa BJKD-41", "BJKD 41", "BJKD 47"),
        ("MH 12 QR 4471", "MH12QR4471", "MH12QR4472"),
    ],
)
def test_words_states_and_makes_are_no_part_of_a_plate(typed: str, published: str, other: str) -> None:
    assert is_found(typed, published)
    assert not is_found(typed, other)


@pytest.mark.parametrize(
    "plate",
    ["AB 193 CZ", "CA 1234", "WI 027HJ", "AA 1234 BC", "GA 07 AB 1234", "ABC 123 GP", "GR8 HOPE", "BBCD 12"],
)
def test_a_plate_typed_alone_is_taken_whole(plate: str) -> None:
    [characters] = Plate.parse(plate).plates
    assert characters == plate.replace(" ", "").lower()


@pytest.mark.parametrize(
    "typed",
    [
        "KRV-2206 / LN19 XPE",
        "KRV 2206, LN19 XPE",
        "KRV2206 and LN19XPE",
        "white van KRV 2206; blue car LN19 XPE",
    ],
)
def test_two_plates_in_one_entry_are_both_found(typed: str) -> None:
    assert is_found(typed, "KRV-2206")
    assert is_found(typed, "LN19 XPE")
    assert not is_found(typed, "KRV-2207")


@pytest.mark.parametrize("typed", ["BGK 41F NSW", "NY HJT 4471", "VAN 482", "OK:HJT-4471"])
def test_what_may_be_a_state_or_a_van_is_said(typed: str) -> None:
    assert len(Plate.parse(typed).plates) == 2
    assert "found with and without" in Plate.parse(typed).weaknesses()[-1]


@pytest.mark.parametrize("typed", ["the white van", "KRV 2206 7KDW338", "van 123, car 456", "plate"])
def test_an_entry_without_one_clear_plate_is_refused_without_its_text(typed: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        Facts.from_table({"plate": [{"label": "van", "number": typed}]})
    message = f"{caught.value}\n{getattr(caught.value, 'hint', '')}"
    assert "number" in message
    assert not any(word in message for word in ("KRV", "7KDW", "white", "123", "456"))
