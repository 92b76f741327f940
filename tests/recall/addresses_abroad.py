"""Addresses of countries whose forms differ most from the American one, with their near misses."""

from collections.abc import Iterator

from auditor.confidential import Address
from tests.recall.addresses_by_class import Table
from tests.recall.corpus import Case, Wanted

REPEATED: Table = {
    "14 ter, avenue du Général de Gaulle, 69003 Lyon, France": (
        (
            "14 ter av. du Général de Gaulle", "14ter, avenue du Gal de Gaulle", "14 TER AVENUE DU GENERAL DE GAULLE",
            "n° 14 ter, avenue du Général de Gaulle", "14, avenue du Général-de-Gaulle",
        ),
        ("41 avenue du Général de Gaulle", "14 ter avenue du Général Leclerc", "l'appel du 18 juin du général de Gaulle"),
    ),
    "1875 boulevard René-Lévesque Est, bureau 400, Québec, QC G1R 2B5, Canada": (
        ("1875 boul. René-Lévesque E", "1875 Rene-Levesque Blvd E", "bureau 400, 1875 boul. René-Lévesque", "1875 René-Lévesque"),
        ("1857 boul. René-Lévesque Est", "1875 boul. Charest Est", "René Lévesque (1922-1987)"),
    ),
}  # fmt: skip

CODES_IN_GROUPS: Table = {
    "Nádražní 1272/15, 150 00 Praha 5, Czechia": (
        ("Nádražní 15", "Nadrazni 1272/15", "NÁDRAŽNÍ 15, PRAHA 5", "15 Nádražní", "Nádražní čp. 1272", "ul. Nádražní 15"),
        ("Nádražní 51", "Nádražní 1722/51", "Zahradní 15", "nádražní budova z roku 1915", "Nádražní 150 00"),
    ),
    "ul. Kościuszki 14/3, 50-038 Wrocław, Poland": (
        ("ul.Kościuszki 14 m. 3", "Kosciuszki 14/3", "ulica Kościuszki 14", "ul. Kościuszki 14, 50-038 Wrocław"),
        ("ul. Kościuszki 41", "ul. Kościelna 14", "ul. Kościuszki 14, 31-150 Kraków"),
    ),
    "Kungsgatan 19, 411 19 Göteborg": (
        ("Kungsg. 19", "KUNGSGATAN 19", "Kungsgatan nr 19", "Kungsgatan 19, 41119 Göteborg"),
        ("Kungsgatan 91", "Kungsgatan 119", "Drottninggatan 19", "Kungsgatan 411 19"),
    ),
}  # fmt: skip

IN_TOWN: Table = {
    "Oude Gracht 12, 3511 AB Utrecht": (
        ("Oude Gracht 12 te Utrecht", "Oudegracht 12 in Utrecht", "Oude Gracht 12, Utrecht", "postcode 3511 AB, huisnummer 12", "3511AB 12"),
        ("Oude Gracht 14 te Utrecht", "Oude Gracht 12 jaar later te Leiden", "Oudegracht 21 in Utrecht"),
    ),
    "Kerkstraat 12, 9752 AB Utrecht": (
        ("Kerkstr. 12 te Utrecht", "12, 9752AB", "nummer 12, 9752 AB"),
        ("Prins Hendrikkade 12, 9752 AB Utrecht", "Hoge Straat 12, 9752AB", "Stationsstr. 12 9752 AB Utrecht", "Kerkstraat 12 te Amsterdam"),
    ),
    "7A St. Mary's Road, London LS6 2AB": (("7A Saint Mary's Rd, London", "7a St Marys Road LS6 2AB"), ("7A Mill Lane, London", "7A, Mill La, Leeds")),
}  # fmt: skip

RULERS: Table = {
    "Via Papa Giovanni XXIII 4, 24121 Bergamo": (
        (
            "Via Papa Giovanni 23, 4", "via Giovanni XXIII, n. 4, Bergamo", "Via Papa Giovanni ventitreesimo 4", "Via P. Giovanni XXIII 4, Bergamo",
            "VIA PAPA GIOVANNI XXIII, 4", "via-papa-giovanni-xxiii-4", "Via Papa Giovani XXIII 4",
        ),
        ("Via Papa Giovanni XXIII 6", "Via Papa Giovanni XXII 4", "Via Giovanni Verga 4, Bergamo", "papa Giovanni XXIII (1958-1963)"),
    ),
    "Calle Alfonso XII, 5, 28014 Madrid": (
        ("C/ Alfonso XII nº 5", "Calle Alfonso 12, 5, Madrid", "Calle Alfonso Doce, 5", "c. Alfonso XII 5"),
        ("Calle Alfonso XIII, 5", "Calle Alfonso 13, 5, Madrid", "Calle Alfonso XII, 7", "Calle Alfonso doce, 7"),
    ),
    "7 rue Louis XIV, 59000 Lille": (("7 rue Louis 14", "7, rue Louis Quatorze, Lille"), ("7 rue Louis XVI, Lille", "17 rue Louis XIV", "7 rue Louis XIII")),
    "31 Avenue George V, 75008 Paris": (("31 av. George 5", "31, avenue George-V"), ("31 avenue George VI, Paris", "13 avenue George V", "31 avenue George Sand")),
    "Rua Dom Pedro V 12, 1250-092 Lisboa": (("Rua D. Pedro V, 12", "Rua Dom Pedro Quinto, 12", "R. Dom Pedro 5º, 12"), ("Rua D. Pedro IV, 12", "Rua D. Pedro V, 21")),
    "409 South 21st Street, Omaha, NE 68102": (("409 South XXIst Street",), ("409 South XXIInd Street",)),
    "Calle Mayor 33 - 18952 La Coruña": (
        ("Calle Mayor 33, Coruña", "C/ Mayor, 33, 18952 A Coruña", "calle Mayor núm. 33 - 18952 La Coruña", "Calle Mayor 33 – La Coruña"),
        ("Calle Mayor 35 - 18952 La Coruña", "Calle Mayor 33 - 28952 Madrid", "Calle Mayor 18952"),
    ),
    "7A Mill Lane, St Albans B33 8TH": (("7A, Mill Ln\nSt Albans\nB33 8TH", "7a Mill Lane"), ("7 A Street, St Albans", "17A Mill Lane, St Albans")),
}  # fmt: skip

SLAVIC: Table = {
    "Na Příkopě 858/20, 110 00 Praha 1": (
        (
            "Na Příkopě 858/20, Praha", "Na Příkopě 20, Praha 1", "Na Příkopě č.p. 858", "Na Prikope č. p. 858, 110 00 Praha 1",
            "Na Příkopě č. o. 20, Praha 1", "ulice Na Příkopě 20",
        ),
        ("Na Příkopě 22, Praha", "Na Příkopě č. p. 859", "Na Poříčí 20, Praha", "na příkopě bylo 20 obchodů", "č. p. 858, Brno"),
    ),
    "Lhotka č.p. 123, 257 22 Čerčany, Czechia": (
        ("Lhotka čp. 123", "Lhotka č. 123, Čerčany", "Lhotka č. ev. 123", "Lhotka 123, 257 22 Čerčany"),
        ("Lhotka č.p. 124", "Lhotka č. 132", "Lhota č.p. 223"),
    ),
    "Nowy Świat 12 m. 15, 00-496 Warszawa": (
        ("Nowy Świat 12/15, Warszawa", "ul. Nowy Świat 12", "Nowy Swiat 12 lok. 15, 00-496 Warszawa", "Adres: Nowy Świat 12, Warszawa"),
        ("Nowy Świat 15, Warszawa", "Nowy Świat 12, 31-001 Kraków", "Nowy Świat to 12 sklepów"),
    ),
    "Hlavná 123/45, 811 01 Bratislava, Slovakia": (("Hlavná súp. č. 123/45", "Hlavná ulica 45, Bratislava"), ("Hlavná súp. č. 124", "Hlavná 54, Bratislava")),
    "Náměstí Republiky 9, 120 00 Praha 2": (("nám. Republiky 9", "náměstí Republiky č. 9, Praha"), ("nám. Míru 9, Praha", "nám. Republiky 19")),
    "os. Słoneczne 12/4, 31-958 Kraków": (("Osiedle Słoneczne 12 m. 4",), ("os. Słoneczne 14/4", "os. Zielone 12, Kraków")),
}  # fmt: skip

GERMAN_ENDINGS: Table = {
    "Alte Mühle 15a, 50667 Köln": (
        ("Alte Mühle 15 a, Köln", "An der Alten Mühle 15a, Köln", "Alte Muehle 15A", "Zur alten Mühle 15a, 50667 Köln"),
        ("Alte Mühle 16a, Köln", "Neue Mühle 15a, Köln", "Die alte Mühle hat 15 Fenster", "Alte Mühle 15b, Köln"),
    ),
    "An der Alten Mühle 15a, 50667 Köln": (("Alte Mühle 15a, Köln", "An d. alten Mühle 15a"), ("An der Neuen Mühle 15a", "Alte Mühle 51a, Köln")),
}  # fmt: skip

CLASSES: dict[str, Table] = {
    "repeated numbers and east": REPEATED,
    "codes in groups": CODES_IN_GROUPS,
    "in a town": IN_TOWN,
    "rulers": RULERS,
    "Slavic": SLAVIC,
    "German endings": GERMAN_ENDINGS,
}

HINTS = {
    "Kerkstraat 12, 9752 AB Utrecht": (
        "Prins Hendrikkade 12, 9752 AB Utrecht", "Hoge Straat 12, 9752AB", "Stationsstr. 12 9752 AB Utrecht",
        "Kerkstraat 12 te Amsterdam",
    ),
    "Kungsgatan 19, 411 19 Göteborg": ("Kungsgatan 411 19", "Kungsgatan, 41119 Göteborg"),
    "Avenida da Liberdade 210, 1250-147 Lisboa, Portugal": ("Av. da Liberdade 1250-147",),
    "Flat 2, 118 Kingsmead Road, Sheffield S8 9TW, UK": ("Kingsmead Rd, S8", "Kingsmead Road (S8)"),
}  # fmt: skip
"""For each address texts that narrow it down."""


def cases() -> Iterator[Case]:
    """Every line as a case."""
    for form, table in CLASSES.items():
        for fact, (planted, near) in table.items():
            searcher = Address.parse(fact, "site")
            yield from (Case(f"abroad: {form}", searcher, text) for text in planted)
            yield from (Case(f"abroad: {form}", searcher, text, Wanted.SILENT) for text in near)
    for fact, texts in HINTS.items():
        searcher = Address.parse(fact, "site")
        yield from (Case("abroad: narrowed down", searcher, text, Wanted.HINT) for text in texts)
