"""Addresses of countries of Europe and Latin America: dated streets, people's names, places behind the street."""

from collections.abc import Iterator

from auditor.confidential import Address
from tests.recall.addresses_by_class import Table
from tests.recall.corpus import Case, Wanted

DATED: Table = {
    "6 rue du 19 Mars 1962, 33000 Bordeaux": (
        ("6 rue du 19 Mars, Bordeaux", "6, r. du 19-Mars-62", "6 RUE DU 19 MARS 1962", "6 rue du dix-neuf mars 1962, Bordeaux"),
        ("9 rue du 19 Mars 1962, Bordeaux", "6 rue du 18 Mars 1962, Bordeaux", "le 19 mars 1962, 6 personnes"),
    ),
    "8 rue du 8 Mai 1945, 35000 Rennes": (("8 rue du 8 Mai", "8 rue du 8 mai 45, Rennes"), ("6 rue du 8 Mai 1945, Rennes", "le 8 mai 1945")),
    "Via XXV Aprile 14, 40131 Bologna": (
        ("via 25 aprile 14", "Via XXV Apr. 14, Bologna", "via venticinque aprile n. 14, Bologna"),
        ("via 25 aprile 41, Bologna", "via 20 aprile 14, Bologna", "il 25 aprile 14 persone"),
    ),
    "Av. 20 de Noviembre 118, 34000 Durango, Mexico": (
        ("Av. 20 de Nov. 118, Durango", "Avenida Veinte de Noviembre #118", "20 de Noviembre No. 118, Durango", "Av. 20 de 9bre. 118"),
        ("Av. 20 de Nov. 181, Durango", "Av. 2 de Noviembre 118, Durango", "el 20 de nov. 118 familias"),
    ),
    "Rua 5 de Outubro, 62, 4100-177 Porto": (
        ("R. 5 de Out. 62, Porto", "Rua Cinco de Outubro, 62", "Rua 5 Outubro nº 62"),
        ("Rua 5 de Outubro, 26, Porto", "Rua 1 de Outubro, 62, Porto", "5 de Outubro"),
    ),
}  # fmt: skip
CLASSES: dict[str, Table] = {
    "named for a day": DATED,
}


def cases() -> Iterator[Case]:
    """Every line as a case."""
    for form, table in CLASSES.items():
        for fact, (planted, near) in table.items():
            searcher = Address.parse(fact, "site")
            yield from (Case(f"Europe: {form}", searcher, text) for text in planted)
            yield from (Case(f"Europe: {form}", searcher, text, Wanted.SILENT) for text in near)
