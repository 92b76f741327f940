"""Addresses whose parts are named by other words: a county, a sign of a number, a direction, half a name."""

import pytest

from auditor.confidential import Address
from auditor.core.status import Grade

FOUND = {
    "2318 Larkmoor Avenue, Duluth, MN 55811": (
        "2318 Larkmoor Avenue, Saint Louis County, Minnesota",
        "2318 Larkmoor Ave (St. Louis Co.)",
        "2318 Larkmoor Avenue in Saint Louis County",
        "2318 Larkmoor Ave, County of Saint Louis",
        "2318 Larkmoor Avenue, Duluth, Saint Louis County, MN",
    ),
    "2318 Larkmoor Avenue": ("2318 Larkmoor Avenue, Saint Louis County",),
    "480 Alder Street, Anchorage, AK 99508": ("480 Alder Street, Matanuska-Susitna Borough, Alaska",),
    "812 Alder Street, New Orleans, LA 70112": ("812 Alder Street, Orleans Parish, Louisiana",),
    "3290 County Road 214, Durango, CO 81303": (
        "3290 La Plata County Road 214",
        "3290 La Plata Co. Rd. 214",
        "3290 Road 214, Durango",
    ),
    "Av. 31 Poniente 1304, 72000 Puebla, Pue.": ("Av. 31 Pte. 1304", "31 Pte 1304", "Av. 31 Pte. #1304"),
    "Calle 11 Sur 1304, 72000 Puebla": ("C. 11 S 1304", "11 Sur 1304"),
    "Av. Juárez 1482 Pte., 27000 Torreón": ("Av. Juárez 1482 Poniente", "Av. Juárez Pte. 1482"),
    "Diagonal 45 # 22-18, Bogotá, Colombia": ("Diag. 45 # 22-18", "Dg 45 No. 22-18"),
    "Transversal 45 # 22-18, Bogotá, Colombia": ("Transv. 45 # 22-18", "Tv 45 No. 22-18"),
    "Bachmühlenstraße 7, 79098 Freiburg im Breisgau": (
        "Bachmühlenstraße Hausnr. 7",
        "Bachmühlenstraße, Haus-Nr. 7",
        "Bachmühlenstraße, Haus 7",
        "Bachmühlenstraße Hs. 7",
    ),
    "Korenpadstraat 112, 1015 KD Amsterdam": ("Korenpadstraat huisnr. 112", "Korenpadstraat huis 112"),
    "Via Garibaldi 12, 10122 Torino": ("via Garibaldi n. civ. 12", "via Garibaldi n.ro 12"),
    "12 rue des Tisserands, 38000 Grenoble": (
        "rue des Tisserands, au numéro 12",
        "rue des Tisserands au n° 12",
    ),
    "Calle de los Almendros 27, 28031 Madrid": ("calle de los Almendros, en el número 27",),
    "2316 Elm Street, Duluth, MN 55811": ("2316/18 Elm Street",),
    "2318 Elm Street, Duluth, MN 55811": ("2316/18 Elm Street", "2316/18 Elm"),
    "306-1190 Dunmore Street, Halifax, NS B3H 2T6": ("1190-306 Dunmore St", "1190/306 Dunmore St"),
    "RR 3 Box 147, Ada, OK 74820": ("R 3 Box 147", "R3 Box 147"),
    "7709 Farm to Market Road 1488, Magnolia, TX 77354": ("7709 Farm Market Rd. 1488",),
    "2604 Avenida Las Palomas, Las Cruces, NM 88005": ("2604 Las Palomas Ave", "2604 Palomas Avenue"),
    "2604 Las Palomas Avenue, Las Cruces, NM 88005": ("2604 Avenida Las Palomas",),
    "Via Ettore Bonfanti 56/B, 40122 Bologna": (
        "via Bonfanti 56",
        "via Bonfanti 56/B, Bologna",
        "Via Bonfanti Ettore 56",
        "via Prof. Bonfanti 56, Bologna",
    ),
    "12 rue Hippolyte Bayard, 60000 Beauvais": ("12 rue Bayard", "12 rue H. Bayard"),
    "1420 Martin Luther King Jr. Boulevard, Gary, IN 46407": (
        "1420 MLK",
        "1420 M. L. King",
        "1420 Luther King Blvd",
    ),
    "1625 Rosalind Park Circle, Toledo, OH 43606": ("1625 Rosalind Circle, Toledo OH 43606",),
    "5120 Saint Brendan Way, Fayetteville, NC 28303": ("5120 Brendan Way, Fayetteville, NC 28303",),
    "Avenida Reforma Norte 1482, 72000 Puebla, Pue.": (
        "Av. Reforma Nte. 1482, C.P. 72000, Puebla",
        "Av. Reforma Norte 1482, Código Postal: 72000",
    ),
    "2208 Avenue J, Brooklyn, NY 11210": ("2208 Avenue J, Kings County, NY",),
    "3117 County Road 42, Burnsville, MN 55306": ("3117 CSAH 42", "3117 County State Aid Highway 42"),
    "912 State Route 96, Trumansburg, NY 14886": ("912 NYS Route 96",),
    "Corso Umberto I 205, 80138 Napoli": ("Corso Umberto 205", "C.so Umberto I, 205"),
    "Carrera 7 # 45-12, Bogotá, Colombia": ("Carrera Séptima # 45-12",),
    "19 rue de l'Abbé-Groult, 75015 Paris": ("19 rue Groult",),
    "Blvd. Adolfo López Mateos 1810, 37000 León, Gto.": (
        "Blvd. López Mateos 1810",
        "Bulevar López Mateos 1810, León",
    ),
    "Calle 26 Sur # 93D-15, Bogotá, Colombia": ("Cll. 26 Sur # 93D-15", "Cl 26 S No. 93D - 15"),
    "Avenida 9 de Julio 1850, Buenos Aires, Argentina": ("Av. 9 de Julio 1850", "Av. Nueve de Julio 1850"),
    "680 Three Rivers Bend Road, Hamilton, MT 59840": ("680 3 Rivers Bend Rd",),
    "4410 Ranch to Market Road 620, Austin, TX 78734": ("4410 Ranch Market Rd 620",),
    "Jirón Las Magnolias Mz. C Lt. 14, Lima, Perú": (
        "Jr. Las Magnolias, Mz. C, Lt. 14",
        "Jirón Las Magnolias Manzana C Lote 14",
    ),
    "Travessa da Fonte, Lote 5, 2500 Caldas da Rainha": ("Tv. da Fonte, Lt. 5",),
    "3801 Rural Route 2, Salina, KS 67401": ("3801 RR 2", "3801 R.R. #2, Salina"),
    "301 Washington County Road 9, Fayetteville, AR 72701": ("301 Washington CR 9", "301 County Road 9"),
    "Via Camillo Benso di Cavour 9, 10123 Torino": ("via Cavour 9", "via Benso di Cavour 9"),
    "115 rue du Faubourg-Saint-Denis, 75010 Paris": ("115 fbg St-Denis", "115 faubourg Saint-Denis"),
    "3 allée des Peupliers, 44300 Nantes": ("au 3 de l'allée des Peupliers",),
    "Alzaia Naviglio Grande 62, 20144 Milano": ("al civico 62 dell'Alzaia Naviglio Grande",),
}
SILENT = {
    "2318 Larkmoor Avenue, Duluth, MN 55811": (
        "2318 Larkmoor Avenue, Dane County, Wisconsin",
        "2318 Larkmoor Avenue, Dane County, Wisconsin every week",
        "2318 Larkmoor Avenue, Cloquet, Carlton County, Minnesota",
        "2318 Larkmoor Avenue, Colorado Springs, CO",
    ),
    "3290 County Road 214, Durango, CO 81303": (
        "3292 La Plata County Road 214",
        "3290 La Plata County Road 215",
        "3290 Road 214",
    ),
    "1480 rue Sherbrooke Ouest, Montréal QC H3G 1L3": ("1480 rue Sherbrooke E.",),
    "Calle 11 Sur 1304, 72000 Puebla": ("Calle 11 Norte 1304", "11 Nte 1304", "C. 1 Sur 1304"),
    "Av. Juárez 1482 Pte., 27000 Torreón": ("Av. Juárez 1482 Oriente", "Av. Juárez Ote. 1482"),
    "Bachmühlenstraße 7, 79098 Freiburg im Breisgau": (
        "Bachmühlenstraße, Haus 8",
        "Bachmühlenstraße 12, Haus 7",
    ),
    "306-1190 Dunmore Street, Halifax, NS B3H 2T6": ("1190-307 Dunmore St", "306/1191 Dunmore St"),
    "2316 Elm Street, Duluth, MN 55811": ("2316/19 Elm Street", "2310/14 Elm Street"),
    "Via Ettore Bonfanti 56/B, 40122 Bologna": (
        "via Carlo Bonfanti 56, Bologna",
        "via Ettore 56",
        "Bonfanti Ettore, 56 anni",
        "piazza Bonfanti 56",
        "via Bonfanti 65, Bologna",
    ),
    "Via Monte Grappa 14, Milano": ("Via Grappa 14",),
    "1420 Martin Luther King Jr. Boulevard, Gary, IN 46407": (
        "1420 mlk",
        "1420 MLB Blvd",
        "1421 MLK",
        "1420 MLK-era",
    ),
    "1625 Rosalind Park Circle, Toledo, OH 43606": (
        "1625 Rosalind Circle, Toledo",
        "1625 Park Circle, Toledo, OH 43606",
        "1625 Rosalind Hill Circle, Toledo, OH 43606",
        "1625 Rosalind Circle, Dayton, OH 45402",
    ),
    "5120 Saint Brendan Way, Fayetteville, NC 28303": ("5120 Brendan Court, Fayetteville, NC 28303",),
    "Avenida Reforma Norte 1482, 72000 Puebla, Pue.": ("Avenida Reforma Norte 1482, C.P. 64000",),
    "3117 County Road 42, Burnsville, MN 55306": ("3117 State Route 42",),
    "3/58 Jarrah Avenue, Bunbury WA 6230": ("58/3 Jarrah Avenue",),
    "1510 rue King Est, Sherbrooke (Québec) J1G 1E4": ("1510 King O.",),
    "Calle 26 Sur # 93D-15, Bogotá, Colombia": ("Calle 26 Sur # 93B-15", "Calle 26 # 93D-16"),
    "22 Ballymoyle Road, Kilkenny, R95 H2K4": ("22 Ballymoyle Road, Co. Waterford",),
    "Jirón Las Magnolias Mz. C Lt. 14, Lima, Perú": (
        "Jr. Las Magnolias Mz D Lt 14",
        "Jr. Las Magnolias 14",
    ),
    "3801 Rural Route 2, Salina, KS 67401": ("3801 RR 3", "3801 RR 2 Box 7"),
    "6021 County Highway K, Sun Prairie, WI 53590": ("6021 County Highway KK",),
    "Calle Virgen del Pilar 14, Madrid": ("Calle Pilar 14",),
    "115 rue du Faubourg-Saint-Denis, 75010 Paris": ("115 faubourg Saint-Martin",),
}
SURE = {Grade.EXACT, Grade.PROBABLE}


def pairs(table: dict[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    return [(fact, text) for fact, texts in table.items() for text in texts]


@pytest.mark.parametrize(("fact", "text"), pairs(FOUND))
def test_the_same_house_in_other_words_is_found(fact: str, text: str) -> None:
    for page in (text, f"Drop-off at {text} every Tuesday."):
        assert {match.grade for match in Address.parse(fact).find_in(page)} & SURE, page


@pytest.mark.parametrize(("fact", "text"), pairs(SILENT))
def test_another_house_in_such_words_is_not(fact: str, text: str) -> None:
    assert not {match.grade for match in Address.parse(fact).find_in(text)} & SURE
