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
PEOPLE: Table = {
    "Via Mazzini 27, 40138 Bologna": (
        ("Via G. Mazzini 27", "via Gius. Mazzini 27, Bologna", "Via Giuseppe Mazzini, 27", "via Gen. G. Mazzini 27"),
        ("Via G. Mazzini 72", "Via Monte Mazzini 27, Bologna", "Via Madonna di Mazzini 27"),
    ),
    "Via Giuseppe Mazzini 27, 40138 Bologna": (("Via Mazzini 27, Bologna", "Via G. Mazzini 27"), ("Via Anna Mazzini 27, Bologna", "Via A. Mazzini 27, Bologna")),
    "5 avenue Foch, 54000 Nancy": (("5 av. du Maréchal Foch, Nancy", "5 avenue F. Foch"), ("5 avenue du Bois Foch, Nancy",)),
    "12 rue Victor, 69001 Lyon": (("12 rue Victor Lyon", "12 RUE VICTOR", "12 rue Victor Bâtiment B"), ("12 rue Victor Hugo, Lyon", "12 rue Victor-Hugo", "12 rue Saint-Victor, Lyon")),
    "Av. Presidente Kennedy 5600, Vitacura, Santiago": (("Av. Kennedy 5600, Santiago", "Av. John Kennedy 5600"), ("Av. Villa Kennedy 5600, Santiago",)),
    "Calle Pilar 6, 50003 Zaragoza": (("C/ del Pilar 6",), ("Calle Virgen del Pilar 6, Zaragoza", "Calle Nuestra Señora del Pilar 6")),
}  # fmt: skip
SIDES: Table = {
    "Lindenstraße 12, 50674 Köln": (("Unsere Lindenstraße 12", "Lindenstr. 12, Köln"), ("Neue Lindenstraße 12, Köln", "Obere Lindenstr. 12", "Kleine Lindenstraße 12")),
    "Tweede Oosterparkstraat 44, 1091 JC Amsterdam": (
        ("2e Oosterparkstraat 44", "2de Oosterparkstr. 44, Amsterdam", "IIe Oosterparkstraat 44"),
        ("1e Oosterparkstraat 44, Amsterdam", "Derde Oosterparkstraat 44"),
    ),
    "Kerkstraat 12, 9752 AB Utrecht": (("De Kerkstraat 12",), ("Nieuwe Kerkstraat 12, Utrecht", "Korte Kerkstraat 12", "2e Kerkstraat 12, Utrecht")),
    "Storgatan 12, 211 42 Malmö": (("Storg. 12, Malmö",), ("Norra Storgatan 12", "Lilla Storgatan 12, Malmö")),
}  # fmt: skip
DECLINED: Table = {
    "ul. Piękna 24, 00-549 Warszawa": (
        ("ul. Piękna 24 w Warszawie", "przy Pięknej 24, Warszawa", "na ulicy Pięknej 24"),
        ("ul. Piękna 42, Warszawa", "ul. Piękna 24 w Krakowie", "ul. Piękna 24, Kraków"),
    ),
    "Dlouhá 33, 110 00 Praha 1": (("v Dlouhé 33, Praha", "v Dlouhé ulici 33 v Praze", "Dlouhá č. 33", "Dlouhá 715/33"), ("Dlouhá 33, Brno", "Dlouhá 33 v Brně", "v Dlouhé 715/35")),
    "al. Jerozolimskie 54, 00-024 Warszawa": (("w Al. Jerozolimskich 54", "Aleje Jerozolimskie 54"), ("Al. Jerozolimskie 45",)),
}  # fmt: skip
SHORT: Table = {
    "23 bis, rue du Général Moreau, 69007 Lyon": (
        ("Lyon (7e), rue du Général Moreau, n° 23 bis", "Lyon 7e, rue du Général Moreau, 23 bis"),
        ("Lyon (7e), rue du Général Moreau, n° 32 bis", "7 rue du Général Moreau, 23 places"),
    ),
    "Kerkstraat 12hs, 1017 GL Amsterdam": (("Kerkstraat 12-hs", "Kerkstraat 12 huis", "Kerkstr. 12, A'dam"), ("Kerkstraat 12, Utrecht", "Kerkstraat 21-hs")),
    "Hauptstr. 5, 10827 Berlin-Schöneberg": (("Hauptstraße HsNr. 5", "HAUPTSTR. 5, BERLIN", "Haupt Str. 5, Schöneberg"), ("Hauptstraße 5, Heidelberg", "Hauptstr. 5, 90402 Nürnberg")),
    "Sint-Jansstraat 22 bus 4, 9000 Gent": (("St. Jansstraat 22 bus 4", "St-Jansstraat 22 bte 4"), ("St. Jansstraat 22, 8000 Brugge",)),
    "Leuvensesteenweg 120, 1030 Schaarbeek": (("Leuvensestwg. 120",), ("Leuvensestwg. 210",)),
    "Calle Nuestra Señora del Pilar 6, 50003 Zaragoza": (("C/ Ntra. Sra. del Pilar 6", "Calle Nª Sra. del Pilar 6"), ("C/ Ntra. Sra. del Carmen 6", "C/ Ntra. Sra. del Pilar 9")),
    "Avda. de la Constitución 14, 41001 Sevilla": (("Avda. Const. 14, Sevilla",), ("Avda. Const. 41, Sevilla",)),
    "Calle Gran Vía 28, 48009 Bilbao": (("Gran Vía 28, Bilbao", "Gran Vía, nº 28, Bilbao"), ("Gran Vía 28, 28013 Madrid", "Gran Vía 82, Bilbao")),
    "náměstí Míru 9, 120 00 Praha 2": (("Nám. Míru 820/9, Praha 2",), ("nám. Míru 820/6",)),
    "AV BRASIL 1350 AP 42 LONDRINA": (("Av. Brasil, 1350 - Londrina",), ("Av. Brasil, 1350 - Maringá",)),
    "Carrera 7 # 12-34, Bogotá": (("Kr 7 # 12-34", "Cra. 7 No. 12-34"), ("Calle 7 # 12-34", "Cra 7 # 12-43")),
}  # fmt: skip
WITHOUT_COMMA: Table = {
    "12 place de l'église rennes": (
        ("12, place de l'Église, Rennes", "12 pl. de l'Eglise 35000 Rennes", "12 place de l’église"),
        ("12 place de l'Église, Vannes", "12 place de l'église Saint-Martin", "21 place de l'Église, Rennes"),
    ),
    "14 rue victor hugo lyon": (("14 rue Victor Hugo, Lyon", "14 r. V. Hugo"), ("14 rue Victor, Paris", "14 rue Victor Hugo, Grenoble")),
    "22 avenue de la gare lausanne": (("22, avenue de la Gare, Lausanne", "Avenue de la Gare 22, 1003 Lausanne"), ("22 avenue de la Gare, Fribourg",)),
    "8 rue du Faubourg Saint Antoine": (("8 r. du fbg St-Antoine",), ("8 rue du Faubourg Saint-Denis", "8 rue du Faubourg")),
}  # fmt: skip
NAMED_HOUSES: Table = {
    "Villa Rosa, Via Dante, 50121 Firenze": (
        ("Villa Rosa, Via Dante, Firenze", "Villa Rosa in via Dante a Firenze"),
        ("Villa Bianca, Via Dante, Firenze", "Villa Rosa, Via Dante, Napoli", "Via Dante, Firenze", "Villa Rosa, Firenze"),
    ),
    "Haus Sonnenschein, Waldweg, 82467 Garmisch": (("Haus Sonnenschein, Waldweg, Garmisch",), ("Haus Sonnenschein, Garmisch", "Haus Sonneneck, Waldweg, Garmisch")),
}  # fmt: skip
CROSSINGS: Table = {
    "Calle 45A Sur # 23B-17, Bogotá": (("Cl 45A Sur # 23B-17", "Cll. 45 A sur No. 23 B 17"), ("Calle 45A Sur # 23-17", "Calle 45 Sur # 23B-17", "Calle 45A Sur # 23B-71")),
    "Carrera 15 # 93B-47, Bogotá": (("Cra 15 # 93B-47", "KR 15 93B 47"), ("Cra 15 # 93-47", "Cra 15 # 93A-47")),
    "Cra 7 # 12-34 barrio La Candelaria Bogotá": (("Carrera 7 No. 12 - 34",), ("Cra 7 # 12A-34", "Cra 7 # 12-43")),
    "Cl. 72 # 10-07 Of. 401, Bogotá": (("Calle 72 # 10-07", "CLL 72 10-07"), ("Calle 72 # 10-70", "Carrera 72 # 10-07")),
    "Transversal 39B # 70-15, Medellín": (("Tv. 39B # 70-15", "Transv. 39 B No 70-15"), ("Transversal 39 # 70-15", "Diagonal 39B # 70-15")),
}  # fmt: skip
AS_TYPED: Table = {
    "Goethestrasse 5, CH-3011 Bern": (("Goethestr. 5, Bern",), ("Goethestr. 5, Basel",)),
    "Foyer Les Lilas, 4 rue des Lilas, BP 12, 59000 Lille cedex": (("4 rue des Lilas, Lille",), ("4 rue des Lilas, Lens",)),
    "4 rue des Lilas (porte B), 59000 Lille, digicode 45A7": (("4, rue des Lilas",), ("14, rue des Lilas",)),
    "av juarez 1420 col centro monterrey nl": (("Av. Juárez 1420, Monterrey", "Juárez #1420, Col. Centro, Monterrey"), ("Av. Juárez 1420, Col. Centro, Puebla",)),
    "Juárez 1420 esq. Morelos, Centro, Monterrey": (("Juárez 1420, Monterrey", "Juárez 1420 esq. Morelos, Centro, Monterrey"), ("Morelos 1420, Monterrey",)),
    "Corrientes 1234 piso 5 dto B (1043) Buenos Aires": (("Av. Corrientes 1234, CABA",), ("Av. Corrientes 1234, Rosario",)),
    "rua das flores 12 2 esq lisboa": (("Rua das Flores, 12, Lisboa",), ("Rua das Flores, 12, Braga",)),
    "Storgt 12b 0184 oslo": (("Storgata 12B, Oslo",), ("Storgata 21B, Oslo",)),
    "Karl-Marx-Str. 204, VH, 3. OG, 12055 Berlin": (("Karl-Marx-Str. 204, Ecke Flughafenstraße",), ("Karl-Marx-Allee 204, Berlin",)),
    "An der Alten Försterei 4 (HH), 12555 Berlin": (("An der alten Försterei 4, Hinterhaus",), ("An der Alten Försterei 14",)),
    "Hauptstraße 5, 69117 Heidelberg": (("Hauptstr. 5, 69117",), ("Hauptstr. 5, 69115 Heidelberg-Bergheim, Nr. 9", "Hauptstr. 5, 90402 Nürnberg")),
    "Untere Hauptstr. 3a, 85354 Freising": (("Unt. Hauptstraße 3a",), ("Obere Hauptstr. 3a, Freising",)),
    "Blvd. Adolfo López Mateos 2235, León, Gto.": (("Boulevard López Mateos 2235, León",), ("Blvd. Adolfo López Mateos 2235, Tijuana, B.C.",)),
}  # fmt: skip
CUT_SHORT: Table = {
    "Kaiser-Wilhelm-Ring 30, 50672 Köln": (("Kaiser-Wilh.-Ring 30", "K.-Wilhelm-Ring 30"), ("Kaiser-Wilhelm-Ring 30, Mainz", "Kaiser-Wilh.-Ring 13")),
    "Große Bleichen 21, 20354 Hamburg": (("Gr. Bleichen 21",), ("Kleine Bleichen 21, Hamburg",)),
    "Av. Diagonal 401, 1r 2a, 08008 Barcelona": (("Avinguda Diagonal, 401", "Diagonal 401, Barcelona"), ("Diagonal 410, Barcelona",)),
    "Calle Larios 5, 29005 Málaga": (("Calle Marqués de Larios 5, Málaga",), ("Calle Virgen de Larios 5, Málaga",)),
    "Priv. Las Palmas 12, Fracc. Los Laureles, 83000 Hermosillo, Son.": (("Privada Las Palmas #12", "Privada de las Palmas 12, Los Laureles"), ("Privada Las Palmas 21",)),
    "Av. Arequipa 2450, dpto. 801, Lince, Lima": (("Av. Arequipa N° 2450 - 801",), ("Av. Arequipa 2450, Arequipa", "Av. Arequipa 2540 - 801")),
    "5 allée Marie-Louise Dupont, 21000 Dijon": (("5 all. M.-L. Dupont, Dijon",), ("5 allée Louise Dupont-Aignan",)),
    "18 rue Jules Ferry, 13003 Marseille": (("18 r. J. Ferry, entrée C",), ("81 rue Jules Ferry, Marseille",)),
    "Avenue Louise 149/24, 1050 Ixelles": (("Av. Louise 149, Bruxelles",), ("Av. Louise 149, Liège",)),
    "Via Santa Maria dell'Anima 45, Roma": (("via Santa Maria Anima 45", "Via S.M. dell'Anima 45, Roma"), ("Via Santa Maria Maggiore 45, Roma",)),
    "Karlovo náměstí 13, 121 35 Praha 2": (("na Karlově náměstí 13",), ("Karlovo náměstí 31",)),
    "ul. św. Marcin 40, 61-807 Poznań": (("ul. Święty Marcin 40, Poznań",), ("ul. Św. Marcin 40, Gdańsk",)),
    "Praça Marquês de Pombal, 8, 1250-160 Lisboa": (("Pç. Marquês de Pombal 8",), ("Rua Marquês de Pombal 8, Lisboa",)),
}  # fmt: skip
TOWNS_AROUND: Table = {
    "Calle Mayor 18, 37001 Salamanca": (
        ("Calle Mayor 18, Salamanca", "Salamanca, Calle Mayor 18", "Casa de acogida, Calle Mayor 18"),
        (
            "Toledo, Calle Mayor 18", "Calle Mayor 18 Toledo", "Calle Mayor 18, Alcalá de Henares", "Ayuntamiento de Toledo, C/ Mayor 18",
            "Alcalde Mayor: 18 votos", "Calle Mayor 18 en Béjar",
        ),
    ),
    "Lindenstraße 18, 10969 Berlin": (
        ("Berlin, Lindenstraße 18", "Wohnheim, Lindenstraße 18", "10969 Berlin, Lindenstr. 18"),
        (
            "Potsdam, Lindenstraße 18", "14467 Potsdam, Lindenstr. 18", "15711 Zeesen, Lindenstr. 18", "Lindenstraße, 18. Mai 2024",
            "Buslinie 18 Lindenstraße", "Folge 18 der Lindenstraße", "Stadtteil Linden, Straße 18",
        ),
    ),
    "27 avenue Jean-Jaurès, 69007 Lyon": (("27 avenue Jean Jaurès à Lyon",), ("27 avenue Jean Jaurès à Bron", "Villeurbanne, 27 avenue Jean-Jaurès")),
    "Storgatan 12, 211 42 Malmö": (("Storgatan 12, 211 42 Malmö", "Storgatan 12 i Malmö"), ("Storgatan 12, 222 23 Lund", "Storgatan 12 i Lund")),
    "Av. Juárez 1420, Col. Centro, 64000 Monterrey, N.L.": (
        ("Av. Juárez 1420, Centro. 64000 Monterrey",),
        ("Av. Juárez 1420, Centro. 06010 Ciudad de México", "Benito Juárez 1420, San Nicolás de los Garza, N.L.", "Ciudad Juárez, 1420 habitantes"),
    ),
    "Ottenser Hauptstraße 10, Hamburg-Ottensen": (("Ottenser Hauptstr. 10, Hamburg",), ("Hauptstraße 10, Hamburg", "Altonaer Hauptstr. 10")),
    "Av. 18 de Julio 1453, Montevideo": (("Av. 18 de Julio 1453",), ("18 de julio, 1453 personas", "Av. 18 de Julio 1453, Salto")),
    "Rua Augusta 2690, São Paulo - SP": (("Rua Augusta, 2690. São Paulo (SP)",), ("Rua Augusta, 2690. Santos (SP)",)),
    "Travesía de la Cruz 2, 15001 A Coruña": (("Trav. de la Cruz 2, Coruña",), ("Calle de la Cruz 2, A Coruña",)),
}  # fmt: skip
MORE: Table = {
    "Calle 26 Sur # 48-70, Envigado": (("Cl. 26 Sur # 48-70", "CL 26S 48 70"), ("Calle 26 # 48-70", "Calle 26 Sur # 48-07")),
    "Av. N. Sra. de Copacabana, 1017, Copacabana, Rio de Janeiro/RJ": (
        ("Avenida Nossa Senhora de Copacabana, 1017", "Av. Nossa Sra. de Copacabana 1017 sl 402"),
        ("Av. Nossa Senhora de Copacabana, 1071", "Av. Nossa Senhora da Penha, 1017"),
    ),
    "Rua São Bento, 405, Centro, São Paulo - SP": (("Rua São Bento 405 - Centro - SP",), ("Rua São Bento, 405 - Sorocaba/SP", "Rua São Bento, 504")),
    "Av. Winston Churchill 234/16, 1180 Uccle": (("Avenue Churchill 234, 1180 Bruxelles", "Av. W. Churchill 234 bte 16, Uccle"), ("avenue Winston Churchill 243",)),
    "Rådhuspladsen 37, 1785 København": (("Rådhuspl. 37",), ("Rådhuspladsen 73",)),
    "Jr. Cusco 417, Cercado de Lima": (("Jirón Cusco 417", "Jr. Cusco N° 417, Lima"), ("Jr. Junín 417, Lima",)),
}  # fmt: skip
COUNTED: Table = {
    "Kerkweg 3, 3603 CL Maarssen": (("Kerkweg 3 in Maarssen", "Kerkweg 3, Maarssen"), ("Kerkweg, 3 kilometer", "Oude Kerkweg 3")),
    "Goethestraße 9, 34119 Kassel": (("Besuchen Sie uns in der Goethestraße 9!", "Goethestraße 9 (Eingang im Hof)"), ("Goethestraße 9-mal so teuer", "Goethestr. 9 in Göttingen")),
    "12 rue de la Paix, 75002 Paris": (("rue de la Paix, 12", "12 rue de la Paix, 2e étage"), ("rue de la Paix : 12 logements", "12 rue de la Paix, Asnières-sur-Seine")),
}  # fmt: skip
CLASSES: dict[str, Table] = {
    "named for a day": DATED,
    "another town behind a quarter or dash": ELSEWHERE,
    "people's other names": PEOPLE,
    "old and new streets": SIDES,
    "declined": DECLINED,
    "districts, floors and short words": SHORT,
    "town without a comma": WITHOUT_COMMA,
    "named houses": NAMED_HOUSES,
    "crossings in Colombia": CROSSINGS,
    "as owners type them": AS_TYPED,
    "cut short": CUT_SHORT,
    "other towns around": TOWNS_AROUND,
    "of several countries": MORE,
    "what a number counts": COUNTED,
    "words behind that are no town": BEHIND,
}


HINTS: dict[str, tuple[str, ...]] = {
    "ul. Kościuszki 15, 50-001 Wrocław": ("ul. Kościuszki we Wrocławiu", "na ulicy Kościuszki we Wrocławiu"),
    "Dlouhá 33, 110 00 Praha 1": ("ulice Dlouhá v Praze", "v Dlouhé ulici v Praze"),
    "Calle Mayor s/n, 31001 Pamplona": ("Calle Mayor s/n, Pamplona", "C/ Mayor, Pamplona"),
}
"""For each address texts that narrow it down."""


def cases() -> Iterator[Case]:
    """Every line as a case."""
    for form, table in CLASSES.items():
        for fact, (planted, near) in table.items():
            searcher = Address.parse(fact, "site")
            yield from (Case(f"Europe: {form}", searcher, text) for text in planted)
            yield from (Case(f"Europe: {form}", searcher, text, Wanted.SILENT) for text in near)
    for fact, texts in HINTS.items():
        searcher = Address.parse(fact, "site")
        yield from (Case("Europe: narrowed down", searcher, text, Wanted.HINT) for text in texts)
