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
ELSEWHERE: Table = {
    "Av. Vicente Guerrero 730, Col. Centro, 62000 Cuernavaca, Mexico": (
        ("Av. Vicente Guerrero 730, Centro, Cuernavaca", "Av. V. Guerrero 730, Col. Centro", "Vicente Guerrero 730, Cuernavaca, Mor."),
        ("Av. Vicente Guerrero 730, Centro, 39300 Acapulco, Gro.", "Av. Guerrero 730, Col. Centro, 58000 Morelia, Mich."),
    ),
    "Rua Almirante Barroso, 412, Centro, Londrina - PR, 86010-200": (
        ("Rua Alm. Barroso, 412 - Londrina/PR", "R. Almirante Barroso 412, Londrina - PR", "Rua Almirante Barroso, 412 - Centro", "Rua Almirante Barroso, 412 (fundos)"),
        ("Rua Almirante Barroso, 412 - Belém/PA", "R. Almirante Barroso, 412 - Centro - Santos/SP", "Rua Almirante Barroso, 412, Maringá - PR"),
    ),
    "Rua Augusta 2690, Jardim Paulista, São Paulo - SP, 01412-100": (
        ("Rua Augusta, 2690 - São Paulo/SP", "Rua Augusta, 2690 - Jardim Paulista, São Paulo - SP", "R. Augusta, 2690 - apto 12"),
        ("Rua Augusta, 2690, Campinas - SP", "Rua Augusta, 2690 - Belo Horizonte/MG", "Rua Augusta, 2690, Jardim Paulista, Ribeirão Preto"),
    ),
    "Rua Direita 5, 3500-001 Viseu": (
        ("Rua Direita, n.º 5, Viseu", "R. Direita 5, 3500 Viseu", "Rua Direita 5, 3500-001"),
        ("Rua Direita 5, 2750 Cascais", "Rua Direita, 5, 2750-001 Cascais", "Rua Direita 5 - 2750 Cascais", "Rua Direita, 5 - Cascais"),
    ),
    "Via Carducci 18, 20123 Milano": (
        ("Via Carducci 18 - Milano", "Via Carducci 18 - Ingresso libero", "Via Carducci 18 (MI)"),
        ("Via Carducci 18 - Rho (MI)", "Via Carducci 18, Monza (MB)", "Via Carducci 18 - Pavia"),
    ),
}  # fmt: skip
BEHIND: Table = {
    "Lindenstraße 12, 50674 Köln": (
        ("Lindenstr. 12, Haltestelle Markt", "Lindenstraße 12, Freiwillige gesucht", "Lindenstraße 12, Klingel Vogel", "Lindenstr. 12, Terminvereinbarung Frau Vogel"),
        ("Lindenstr. 12, Bonn", "Lindenstraße 12, Bad Honnef", "Lindenstr. 12 - Aachen"),
    ),
    "12 rue Pasteur, 69007 Lyon": (("12 rue Pasteur, Métro Jean Macé", "12, rue Pasteur, Stationnement"), ("12 rue Pasteur, Bron", "12 rue Pasteur - Vienne")),
    "1247 North Maple Street, Springfield, IL 62701": (("1247 North Maple Street, Volunteers Wanted",), ("1247 North Maple Street, Oak Park", "1247 North Maple Street, Shelbyville")),
}  # fmt: skip
CLASSES: dict[str, Table] = {
    "named for a day": DATED,
    "another town behind a quarter or dash": ELSEWHERE,
    "words behind that are no town": BEHIND,
}


def cases() -> Iterator[Case]:
    """Every line as a case."""
    for form, table in CLASSES.items():
        for fact, (planted, near) in table.items():
            searcher = Address.parse(fact, "site")
            yield from (Case(f"Europe: {form}", searcher, text) for text in planted)
            yield from (Case(f"Europe: {form}", searcher, text, Wanted.SILENT) for text in near)
