"""Ways of writing number plates, and texts that come near them."""

PLATES_PLANTED = [
    ("AB 12345", "plain", "AB 12345"),
    ("AB 12345", "plain", "AB12345"),
    ("AB 12345", "plain", "AB-12345"),
    ("AB 12345", "plain", "AB 123 45"),
    ("AB 12345", "plain", "A B 1 2 3 4 5"),
    ("AB 12345", "plain", "AB·12345"),
    ("AB 12345", "plain", "AB•12345"),
    ("AB 12345", "small letters", "the van, ab 12345"),
    ("AB 12345", "small letters", "ab12345"),
    ("AB 12345", "label", "Plate: AB 12345."),
    ("AB 12345", "file name", "van_AB12345.jpg"),
    ("AB 12345", "look-alike", "AB I2345"),
    ("BO 1010", "look-alike", "B0 IOIO"),
    ("7ABC123", "plain", "7ABC123"),
    ("7ABC123", "plain", "7 ABC 123"),
    ("B-MW 1234", "german", "B MW 1234"),
    ("B-MW 1234", "german", "BMW1234"),
    ("AB12 CDE", "british", "AB12CDE"),
    ("AB12 CDE", "british", "AB12-CDE"),
    ("AB12 CDE", "full width", "ＡＢ１２ ＣＤＥ"),
    ("123", "short, announced", "license plate 123"),
]

PLATES_NEAR = [
    ("AB 12345", "longer", "XAB 12345"),
    ("AB 12345", "longer", "AB 123456"),
    ("AB 12345", "longer", "AB12345C"),
    ("AB 12345", "one off", "AB 12346"),
    ("AB 12345", "one off", "AC 12345"),
    ("AB 12345", "order", "12345 AB"),
    ("AB 12345", "words", "A B and 12345"),
    ("AB 12345", "inside a code", "ref-XAB12345Z"),
    ("AB 12345", "far apart", "AB, then 12345"),
    ("123", "short", "123 people"),
    ("BO 1010", "words", "Bo has 10 and 10"),
]
