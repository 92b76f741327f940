"""Addresses mistyped, misread by optical recognition and torn apart, with what is not to be mistaken for them."""

from collections.abc import Iterator

from auditor.confidential import Address
from tests.recall.addresses_by_class import Table
from tests.recall.corpus import Case, Wanted

MISTYPED: Table = {
    "4150 East Fernwood Drive, Salem, OR 97306": (
        (
            "4150 Esat Fernwood Drive", "4150 Eaast Fernwood Dr.", "4150 East Femwood Drive", "4150 E Fernvvood Dr",
            "415 0 East Fernwood Drive", "41 50 E. Fernwood Dr., Salem", "Box 4150 E Fernwood Dr",
        ),
        (
            "4150 Easy Fernwood Drive, Tampa, FL", "4150 West Fernwood Drive", "PO Box 4150 E Fernwood", "mail box 4150, Fernwood",
            "4150 East Femdale Drive", "Apt 41 50 Fernwood gardens",
        ),
    ),
    "6 Harwell Court, Dover, DE 19901": (
        ("six Harwell Court", "6 Harwel Court", "6 Harvvell Ct", "6 Harwell Crt, Dover"),
        ("August 6, Harwell Court residents", "6 Charwell Court", "6 Arwell Court", "Oct. 6, Harwell Court"),
    ),
    "331 Avenue D, Brooklyn, NY 11218": (
        ("three thirty-one Avenue D", "331 Ave. D", "331 D Avenue, Brooklyn"),
        ("331 Avenue, D train", "313 Avenue D", "331 Avenue B"),
    ),
    "204 Saint Albans Street, Marysville, MI 48040": (
        ("204 St. Albans St.", "204 St Alban Street, Marysville", "204 Saint Albens Street"),
        ("204 Sinalbans Street", "204 Albany Street"),
    ),
    "12507 County Road 310, Alva, OK 73717": (
        ("twelve five oh seven County Road 310", "12507 CR 310", "125 07 County Rd 310"),
        ("1257 County Road 310", "12507 County Road 301"),
    ),
}  # fmt: skip

GLUED: Table = {
    "4150 East Fernwood Drive, Salem, OR 97306": (
        (
            "4150 E Fernwood Drhttp://maps.example", "4150 E. Fernwood DriveOpen daily", "4150 E Fernwood DrPhone: see below",
            "4150 East Fernwood Drivesalem", "fernwood4150.png", "EastFernwood4150", "East Fernwood, at 4150",
            "streetNumber: 4150, streetName: Fernwood, streetDir: E", "the 4150_e_fernwood_dr.pdf",
        ),
        ("4150 E Fernwood Dressing", "IMG_4150.png of Fernwood", "fern4150.png"),
    ),
    "N84W16301 Donges Bay Road, Mequon, WI 53097": (("W16301N84 Donges Bay Rd", "W16301 N84 Donges Bay Road"), ("N16301W84 Donges Bay Road",)),
    "5 Church Lane, Wetherby LS22 6LT, United Kingdom": (("five Church Lane", "Five Church Lane, Wetherby"), ("five church lanes", "all five Church Lane cottages")),
    "4120 Quinpool Road, Halifax, NS B3K 1N3": (("forty-one twenty Quinpool",), ("forty-one Quinpool runners",)),
}  # fmt: skip

HINTS = {
    "4150 East Fernwood Drive, Salem, OR 97306": (
        "Take Fernwood Drive. We are at 4150, the green door.", "the house at 4150, on the left of Fernwood Drive",
        "Salem 97306, house 4150", "where Fernwood meets Third in Salem",
    ),
    "27 Old Post Mill Road, Salem, OR 97306": ("27 Post Mill Road, Salem",),
    "12 bis, rue des Lilas, 31000 Toulouse": ("au coin de la rue des Lilas et de la rue Hugo, Toulouse",),
    "Calle San Isidro 58, 28015 Madrid": ("esquina de San Isidro con Gran Vía, Madrid",),
    "Viale Manzoni 67, 50121 Firenze": ("angolo Viale Manzoni e Via Dante, Firenze",),
    "Elmegade 38, 3. th, 2200 København N": ("hjørnet af Elmegade og Nørregade, København", "Elmegade, København"),
    "2240 rue Sainte-Catherine Ouest, app. 5, Montréal, QC H3H 1M7": ("coin Ste-Catherine Ouest et du Fort, Montréal",),
    "Birkenallee 83, 22767 Hamburg, Germany": ("gegenüber Birkenallee 82, Hamburg", "neben Birkenallee 85"),
    "Avenida de la Constitución 48, 41004 Sevilla, Spain": ("frente al 47 de la Avenida de la Constitución, Sevilla",),
    "530 E 9th Street, Dunmore, PA 18512": ("9th and Elm, Dunmore", "Ninth and Chestnut, Dunmore", "Elm and 9th, Dunmore"),
}  # fmt: skip
"""For each address texts that narrow it down."""

NAMESAKES = {
    "4150 East Fernwood Drive, Salem, OR 97306": ("Fernwood Drive is closed at 4150 hours", "Fernwood meets Third in the final"),
    "27 Old Post Mill Road, Salem, OR 97306": ("27 New Post Mill Road, Salem", "27 Post Mill Road"),
    "530 E 9th Street, Dunmore, PA 18512": ("9th and Elm, Portland", "the 9th and last day"),
}  # fmt: skip
"""For each address texts that say nothing of it."""

IN_WORDS: Table = {
    "Birkenallee 83, 22767 Hamburg, Germany": (("Birkenallee dreiundachtzig",), ("Birkenallee achtunddreißig",)),
    "Prinses Irenelaan 114, 2595 BA Den Haag, Netherlands": (("Prinses Irenelaan honderdveertien",), ("Prinses Irenelaan veertien",)),
    "37 bis, rue des Lilas, 31000 Toulouse": (("trente-sept bis rue des Lilas", "trente-sept, rue des Lilas"), ("trente-six rue des Lilas",)),
    "91, avenue Foch, 69006 Lyon, France": (("quatre-vingt-onze avenue Foch",), ("quatre-vingt-douze avenue Foch", "onze avenue Foch")),
    "Calle San Isidro 58, 28015 Madrid": (
        ("Calle San Isidro, cincuenta y ocho", "calle San Isidro número cincuenta y ocho"),
        ("Calle San Isidro, cincuenta y seis", "Calle San Isidro, ocho"),
    ),
    "Viale Manzoni 67, 50121 Firenze": (("Viale Manzoni, sessantasette",), ("Viale Manzoni, sessantasei",)),
    "Rua das Flores 293, 4050-265 Porto": (("Rua das Flores, duzentos e noventa e três",), ("Rua das Flores, noventa e três",)),
    "PO Box 4471, Eugene, OR 97401": (("p.o. 4471, Eugene OR",), ("PO 4471 was paid", "p.o. 4417, Eugene OR", "po 4471 Eugene Road, Tampa")),
}  # fmt: skip

HALF_A_NAME: Table = {
    "Birkenstraße 52, 10559 Berlin, Germany": (
        ("Birkenstr. 52", "Birkenstraße 52, Vorderhaus", "Birken Str. 52", "52 Birkenstrasse"),
        ("52 Birken", "Unter den Birken 52, Berlin", "Birkenallee 52", "Birken 52"),
    ),
    "Storgata 31, 0184 Oslo, Norway": (
        ("Storgt. 31", "Storgaten 31", "Storgate 31, Oslo"),
        ("Storgata 13", "Storveien 31"),
    ),
    "27 Abbey Terrace, Whitby YO21 3HR, UK": (
        ("27 Abbey Terr.", "27 Abbey Terrace, YO21"),
        ("27 Abbey Terrace, London W2", "27 Abbey Terrace, Leeds LS6", "27 Abbey Road, Whitby"),
    ),
    "Avenida de la Constitución 48, 41004 Sevilla, Spain": (
        ("Av. de la Constitución, 48", "avda. Constitución nº 48"),
        ("artículo 48 de la Constitución", "48 de la Constitución de 1978"),
    ),
}  # fmt: skip


def cases() -> Iterator[Case]:
    """Every spelling and near miss of the tables."""
    for name, table in (
        ("mistyped", MISTYPED),
        ("glued", GLUED),
        ("in words", IN_WORDS),
        ("half a name", HALF_A_NAME),
    ):
        for address, (planted, near) in table.items():
            fact = Address.parse(address)
            for text in planted:
                yield Case(f"misread: {name}", fact, text)
            for text in near:
                yield Case(f"misread: {name}", fact, text, Wanted.SILENT)
    for lines, wanted in ((HINTS, Wanted.HINT), (NAMESAKES, Wanted.NOTHING)):
        for address, texts in lines.items():
            fact = Address.parse(address)
            yield from (Case("misread: told apart", fact, text, wanted) for text in texts)
