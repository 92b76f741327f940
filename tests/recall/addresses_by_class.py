"""Addresses whose very form is hard, class by class: each written in several ways, and its near misses.

Written before the matcher was tried on them; lines are added, never bent to what the matcher does.
"""

from collections.abc import Iterator

from auditor.confidential import Address
from tests.recall.corpus import Case, Wanted

Table = dict[str, tuple[tuple[str, ...], tuple[str, ...]]]
"""For each address the spellings that give it away, and texts that do not."""

REPEATED_NUMBERS: Table = {
    "12 bis, rue de la Paix, 75002 Paris": (
        (
            "12bis rue de la Paix", "12 bis rue de la Paix", "12, bis rue de la Paix", "12 Bis, r. de la Paix", "12-bis rue de la Paix",
            "12 rue de la Paix, Paris", "rue de la Paix, 12 bis", "rue de la Paix 12bis", "Rue de la Paix n° 12 bis", "12 B rue de la Paix",
            "12B, rue de la Paix", "12 BIS RUE DE LA PAIX 75002 PARIS", "12bis-rue-de-la-paix", "n°12 bis, rue de la Paix", "12 (bis), rue de la Paix",
        ),
        ("112 bis rue de la Paix", "12 bis rue de la Poste", "13 bis, rue de la Paix", "12 bis avenue de la Paix", "12 bis rue de la Paix, 69001 Lyon"),
    ),
    "7 ter avenue des Ternes, 75017 Paris": (
        ("7ter av. des Ternes", "7 ter, ave des Ternes", "7 T avenue des Ternes", "7 Ter Av des Ternes", "avenue des Ternes, 7 ter", "7 avenue des Ternes, Paris"),
        ("77 ter avenue des Ternes", "7 ter rue des Ternes"),
    ),
    "3 quater boulevard Voltaire, 75011 Paris": (
        ("3quater bd Voltaire", "3 quater, bd. Voltaire", "3 Quater Bld Voltaire", "3, boul. Voltaire, Paris", "bd Voltaire 3 quater", "3 quater Blvd Voltaire"),
        ("33 quater boulevard Voltaire", "3 quater rue Voltaire", "3 quarts de Voltaire"),
    ),
    "8 place Bellecour, 69002 Lyon": (
        ("8 pl. Bellecour", "8, Pl Bellecour", "8 bis place Bellecour", "Place Bellecour, 8", "8 PL BELLECOUR 69002 LYON"),
        ("18 place Bellecour", "8 rue Bellecour"),
    ),
    "15 allée des Tilleuls, 31000 Toulouse": (
        ("15 all. des Tilleuls", "15 allee des Tilleuls", "15, All des Tilleuls", "15A allée des Tilleuls", "15 ALLÉE DES TILLEULS"),
        ("15 impasse des Tilleuls", "5 allée des Tilleuls"),
    ),
    "24 B chemin du Moulin, 38000 Grenoble": (
        ("24B chemin du Moulin", "24 B, ch. du Moulin", "24b chem. du Moulin", "chemin du Moulin, 24 B", "24 bis chemin du Moulin", "24 Ch. du Moulin"),
        ("24 C chemin du Moulin", "24 rue du Moulin"),
    ),
}  # fmt: skip

COMPOUND_NAMES: Table = {
    "Keizersgracht 123-2, 1015 CJ Amsterdam": (
        (
            "Keizersgracht 123-2", "Keizersgracht 123", "Keizersgr. 123-II", "Keizersgracht 123 II", "Keizersgracht 123²", "Keizersgracht 123/2", "Keizersgr. 123",
            "Keizersgracht 123 2hoog", "keizersgracht-123-2", "Keizersgracht 123-hs", "Keizersgracht 123 bis", "Keizers Gracht 123", "Keizersgracht nr. 123 - 2",
        ),
        ("Keizersgracht 132", "Keizersgracht 1232", "Prinsengracht 123-2", "Keizersgracht 12", "Keizersstraat 123"),
    ),
    "Kurfürstendamm 12, 10719 Berlin": (
        ("Ku'damm 12", "Kudamm 12", "Kurfürstend. 12", "Kurfuerstendamm 12", "Kurfürstendamm 12/III", "KURFÜRSTENDAMM 12", "Ku’damm 12, Berlin", "Kurfürsten-Damm 12"),
        ("Kurfürstendamm 112", "Kurfürstenstraße 12", "Ku'damm 112"),
    ),
    "Storgatan 14 B, 111 51 Stockholm": (
        ("Storgatan 14B", "Storgatan 14 b", "Storg. 14 B", "Storgatan 14", "STORGATAN 14B, Stockholm", "Storgatan 14 B lgh 1203"),
        ("Storgatan 41", "Storgatan 144", "Kungsgatan 14 B"),
    ),
    "Vestergade 8, 1456 København": (
        ("Vesterg. 8", "Vestergade 8, 2. tv.", "Vestergade 8A", "Vestergade 8 st. th.", "vestergade 8"),
        ("Vestergade 18", "Østergade 8"),
    ),
    "Lange Leidsedwarsstraat 5, 1017 NG Amsterdam": (
        ("Lange Leidsedwarsstr. 5", "Lange Leidsedwarsstraat 5-III", "L. Leidsedwarsstr. 5", "Lange Leidsedwarsstraat 5 hs"),
        ("Korte Leidsedwarsstraat 5", "Lange Leidsedwarsstraat 51"),
    ),
    "Mariahilfer Straße 45/2/7, 1060 Wien": (
        ("Mariahilferstr. 45/2/7", "Mariahilfer Str. 45", "Mariahilfer Straße 45/2", "Mariahilferstraße 45, Wien", "Mariahilfer Strasse 45 / 2 / 7"),
        ("Mariahilfer Straße 54", "Mariahilfer Gürtel 45"),
    ),
}  # fmt: skip

PEOPLE: Table = {
    "Via Giuseppe Verdi 8, 20121 Milano": (
        ("Via G. Verdi 8", "Via Verdi 8", "via g.verdi, 8", "V. Verdi 8, Milano", "Via G Verdi n. 8", "via Verdi, 8 - 20121 Milano", "8 Via Verdi"),
        ("Via Verdi 18", "Via Giuseppe Garibaldi 8", "Viale Verdi 8"),
    ),
    "12 rue Victor Hugo, 69002 Lyon": (
        ("12 rue V. Hugo", "12, rue V Hugo", "12 r. V. Hugo", "12 rue Hugo, Lyon", "12 rue Victor-Hugo"),
        ("12 rue Hugues", "12 avenue Victor Hugo", "12 rue Victor Noir"),
    ),
    "2100 John F. Kennedy Boulevard, Jersey City, NJ 07305": (
        ("2100 JFK Blvd", "2100 J.F.K. Boulevard", "2100 John F Kennedy Blvd.", "2100 Kennedy Blvd", "2100 J F Kennedy Blvd", "2100 John Kennedy Blvd", "2100 J. Kennedy Boulevard"),
        ("2100 Kennedy Street", "210 JFK Blvd", "2100 John F. Kelly Boulevard"),
    ),
    "500 Dr. Martin Luther King Jr. Drive, Newark, NJ 07102": (
        (
            "500 MLK Dr", "500 M.L.K. Jr. Drive", "500 Martin Luther King Drive", "500 Dr MLK Jr Dr", "500 M L King Jr Dr", "500 King Drive, Newark", "500 Dr. M.L. King Dr.",
            "500 Rev. Dr. Martin Luther King Jr. Drive", "500 Doctor Martin Luther King Drive",
        ),
        ("500 King Street", "500 Martin Drive", "500 Luther Drive"),
    ),
    "Calle Francisco de Quevedo 3, 28014 Madrid": (
        ("C/ F. de Quevedo 3", "Calle Quevedo, 3", "C. Fco. Quevedo 3, Madrid", "calle de Quevedo nº 3"),
        ("Calle Francisco de Goya 3", "Calle Quevedo 33"),
    ),
    "Johann-Sebastian-Bach-Straße 20, 04109 Leipzig": (
        ("J.-S.-Bach-Str. 20", "J. S. Bach Straße 20", "Johann-Seb.-Bach-Str. 20", "Bachstr. 20, Leipzig", "JS-Bach-Straße 20", "Joh.-Seb.-Bach-Straße 20"),
        ("Johann-Strauß-Straße 20", "J.-S.-Bach-Str. 22"),
    ),
    "77 Cesar E. Chavez Avenue, Los Angeles, CA 90012": (
        ("77 Cesar Chavez Ave", "77 César E. Chávez Av.", "77 C.E. Chavez Ave", "77 Chavez Ave", "77 C. Chavez Avenue"),
        ("77 Cesar Street", "77 Chavez Ravine Road"),
    ),
}  # fmt: skip

GRIDS: Table = {
    "350 South 400 East, Salt Lake City, UT 84111": (
        ("350 S Fourth East", "350 South 4th East", "350 So. 4th E.", "350 S. Fourth East St., SLC", "350 South Four Hundred East", "350 S 400 East Street", "350 S. 400th E", "350 south fourth east"),
        ("350 S Fifth East", "350 S 4th West", "350 S 40th East", "350 North 4th East"),
    ),
    "1200 West 1300 South, Ogden, UT 84404": (
        ("1200 W Thirteenth South", "1200 W. 13th South", "1200 W 13th So.", "1200 W 1300 S"),
        ("1200 W 3rd South", "1200 W 13th North"),
    ),
    "45 E 850 N, Provo, UT 84606": (("45 East 850 North", "45 E. 850 No.", "45 East 850 N."), ("45 E 805 N", "45 E 85th North", "45 W 850 N")),
}  # fmt: skip

ROUTES: Table = {
    "RR 2 Box 15, Pinedale, WY 82941": (
        (
            "Rural Rte. #2 Box #15", "Rural Rte #2, Box No. 15", "R.R. #2, Box 15", "Rural Route No. 2, Box No. 15", "Rte. 2, Box 15", "Rural Rt. 2 - Box 15", "RR#2 Box#15",
            "R R 2 BOX 15", "RR 2, Bx. 15", "Rural Delivery 2, Box 15", "RD #2 Box 15", "Rural Route Two, Box Fifteen", "Rt. No. 2, Box 15", "RR02 Box 15",
        ),
        ("Rural Rte. #3 Box #15", "RR 2 Box 151", "Box 2 RR 15", "Route 2, 15 boxes"),
    ),
    "702 County Road 12, Bonham, TX 75418": (
        ("702 County Rd. #12", "702 Co. Rd. No. 12", "702 Cnty. Rd. 12", "702 Cty Rd 12", "702 CR #12", "702 Co Rd #12", "702 C. R. 12", "702 County Road Number 12", "702 County Road Twelve"),
        ("702 County Rd. #21", "702 State Rd. #12", "72 County Rd. #12"),
    ),
    "88 County Highway 12, Baraboo, WI 53913": (
        ("88 Co. Hwy 12", "88 Co. Hwy. #12", "88 County Hwy. No. 12", "88 Cty. Hwy. 12", "88 Highway 12", "88 CH 12", "88 County Trunk Highway 12", "88 CTH 12", "88 Cnty Hwy 12"),
        ("88 Co. Hwy 21", "888 Co. Hwy 12", "88 Co. Hwy 122"),
    ),
    "9100 US Highway 52 North, Whitestown, IN 46075": (
        ("9100 U.S. Hwy. 52 N", "9100 US 52 N.", "9100 N US Highway 52", "9100 U.S. 52", "9100 US Rte. #52", "9100 Highway No. 52 North", "9100 US-52 N", "9100 N. U.S. Route 52"),
        ("9100 US Highway 25 North", "9100 US Highway 52 South", "910 US 52"),
    ),
    "15 Farm to Market Road 1960 West, Houston, TX 77090": (
        ("15 FM 1960 W", "15 F.M. 1960 West", "15 FM Rd. 1960 W", "15 Farm-to-Market 1960 West", "15 W FM 1960", "15 Farm Rd. #1960 West", "15 FM-1960"),
        ("15 FM 1906 W", "15 FM 1960 East", "1960 FM 15"),
    ),
}  # fmt: skip

QUADRANTS: Table = {
    "1850 K Street NW, Washington, DC 20006": (
        ("1850 NW K St", "1850 K St., N.W.", "1850 K Street, Northwest", "1850 K St, Washington, DC NW", "1850 K NW", "NW 1850 K Street", "1850 K Street (NW)", "1850 K St Suite 400 NW", "1850 North West K Street", "1850 K St N W"),
        ("1850 K Street SE", "1850 NE K St", "1850 L St NW", "180 K Street NW"),
    ),
    "401 SW Morrison Street, Portland, OR 97204": (
        ("401 Morrison St SW", "401 S.W. Morrison", "401 Southwest Morrison St.", "401 South-West Morrison Street", "401 Morrison Street, SW", "401 Morrison St, Portland"),
        ("401 SE Morrison St", "401 NW Morrison Street, Portland", "410 SW Morrison"),
    ),
}  # fmt: skip

UNIT_WORDS: Table = {
    "418 South Court Street, Montgomery, AL 36104": (
        (
            "Office 418 South Court Street", "OFC 418 S Court St", "Office: 418 S. Court St.", "Suite 418 South Court Street", "Building 418 South Court Street, Montgomery",
            "Front 418 South Court Street", "Unit 5 418 South Court Street", "418 S Court", "418 South Court Street Suite 12", "Rear 418 S. Court St", "Shop 418 South Court Street",
        ),
        ("Suite 418, 12 South Court Street", "Office 418, 900 South Court Street", "room 418 South Court Hotel", "Unit 418/12 South Court Street", "Apt 418, South Court Street"),
    ),
    "1247 North Maple Street, Springfield, IL 62704": (
        ("Suite 1247 North Maple Street", "Unit 1247 N. Maple St.", "Floor plan office 1247 N Maple St", "Lobby 1247 North Maple Street", "Key office 1247 North Maple Street"),
        ("Suite 1247, 88 North Maple Street", "Apt 1247, North Maple Street", "flat 1247, 9 Maple Street"),
    ),
}  # fmt: skip

TYPE_WORD_NAMES: Table = {
    "12 Avenue Road, Toronto, ON M5R 2G2": (("12 Avenue Rd", "12 Avenue Rd.", "12 Ave Rd, Toronto", "12 AVENUE ROAD"), ("12 Avenue Street", "21 Avenue Road", "12 avenues and roads")),
    "5 Park Place, Atlanta, GA 30303": (("5 Park Pl", "5 Park Pl., Atlanta", "Five Park Place", "5 Park Place SE"), ("5 Park Avenue", "5 park place tickets", "5 Park Lane", "a park with 5 places")),
    "9 The Crescent, Wimbledon, London SW19 8AW": (("9 The Crescent", "9 the Cres.", "9, The Crescent, Wimbledon", "No. 9 The Crescent"), ("9 The Close", "the crescent of 9 stones", "9 crescents", "19 The Crescent")),
    "30 Court Street, Brooklyn, NY 11201": (("30 Court St", "30 Ct St, Brooklyn", "Thirty Court Street", "30 COURT ST."), ("30 Court Square", "30 court streets", "30 courts", "30 Court Place")),
    "210 Park Circle Drive, Flint, MI 48507": (("210 Park Cir Dr", "210 Park Circle", "210 Park Circle Dr., Flint"), ("210 Park Drive", "210 Circle Park Lane")),
    "61 Broadway, New York, NY 10006": (("61 Broadway", "61 B'way, NYC", "Sixty-one Broadway, New York", "61 Bway, New York"), ("61 broadway shows", "61 Broadway Street East Coast Tour shows", "16 Broadway")),
    "4 High Street, Leeds LS1 4AB": (("4 High St", "Four High Street, Leeds", "4 high street", "4, High St., Leeds"), ("4 high streets", "four high street shops", "14 high streets", "4 high-street brands")),
    "1 Main Street, Houston, TX 77002": (
        ("1 Main St", "One Main Street, Houston", "One Main St.", "#1 Main Street", "ONE MAIN STREET", "1 main st, houston"),
        ("One main street runs through town.", "one of the main streets of Houston", "There is one main street here", "1 main street, 2 side streets", "one main streets", "only one Main Street"),
    ),
    "2 Bridge Road, Kew VIC 3101": (("2 Bridge Rd", "Two Bridge Road, Kew", "2 bridge rd kew"), ("two bridge roads", "two bridge road projects", "2 bridge roads")),
}  # fmt: skip

SIMILAR_NAMES: Table = {
    "1600 Harbor Boulevard, Portland, OR 97201": (
        ("1600 Harbro Blvd", "1600 Habor Blvd", "1600 Harbor Bl.", "1600 Boulevard Harbor"),
        ("1600 Arbor Blvd", "1600 Harbord Blvd", "1600 Harbors Edge Blvd"),
    ),
    "47 Harbour Street, Whitstable, Kent CT5 1AH, UK": (
        ("47 Harbuor Street", "47 Harbor St", "PO Box 47 and 47 Harbour Street"),
        ("47 Harbord Street", "47 Harper Street"),
    ),
    "21 Avenue of the Americas, New York, NY 10013": (
        ("21 Ave of the Americas", "21 Av. of Americas"),
        ("21 American Avenue", "21 Americas", "the 21 Americas"),
    ),
    "711 Mount Vernon Parkway, Alexandria, VA 22308": (
        ("711 Mt. Vernon Pkwy", "07-11 Mount Vernon Parkway"),
        ("7-11 on Mount Vernon Parkway", "In 711, Mount Vernon was a hill"),
    ),
}  # fmt: skip

NUMBERED: Table = {
    "85 West 14th Street, New York, NY 10011": (
        ("85W14thSt", "85 West 14nd Street", "85 W fourteenth", "85 W. 14 St."),
        ("85x14 West", "Size 85, 14 W", "85 West 4th Street", "851 West 4th Street"),
    ),
    "37-12 82nd Street, Jackson Heights, NY 11372": (
        ("37-12 82nd", "3712 82 St", "37 - 12 82nd Street"),
        ("score 37-12 in the 82nd", "37-12 28th Street"),
    ),
    "4410 County Road 215, Abilene, TX 79601": (
        ("forty-four ten County Road 215", "4410 CR215"),
        ("4410 CR 251", "441 CR 215"),
    ),
    "18900 State Highway 55, Plymouth, MN 55446": (
        ("18900 Trunk Highway 55", "18900 TH 55", "18900 Hgwy 55"),
        ("18900 Hwy 56", "18900 County Road 155"),
    ),
}  # fmt: skip

SIGNS: Table = {
    "Carrera 15 # 93-47, Bogotá, Colombia": (
        ("Cra. 15 #93-47", "Cra 15 No. 93 - 47", "KR 15 93 47", "Crr 15 # 93-47", "Carrera 15, 93-47"),
        ("Carrera 15 # 93-74", "Carrera 15 # 93-4", "Carrera 15 # 93", "Carrera 93 # 15-47", "Calle 15 # 93-47"),
    ),
    "Calle de Alcalá 114, 28009 Madrid, Spain": (
        ("calle de Alcalá n.º 114", "Alcalá, n.º 114", "calle de Alcalá nº 114"),
        ("calle de Alcalá n.º 141",),
    ),
    "Chemin des Vignes 9, 1005 Lausanne, Switzerland": (
        ("9, ch. des Vignes", "Chemin des Vignes no 9"),
        ("9 vignes", "Chemin des Lignes 9"),
    ),
    "1247 North Maple Street, Springfield, IL 62704": (
        (
            '<tag k="addr:housenumber" v="1247"/><tag k="addr:street" v="North Maple Street"/>',
            '<street name="North Maple" type="Street" number="1247"/>', "1247n_maple_floorplan.pdf",
        ),
        ("In 1247, North Maple was not known",),
    ),
}  # fmt: skip

CLASSES: dict[str, Table] = {
    "repeated numbers": REPEATED_NUMBERS,
    "compound names": COMPOUND_NAMES,
    "people": PEOPLE,
    "grids": GRIDS,
    "routes": ROUTES,
    "quadrants": QUADRANTS,
    "unit words": UNIT_WORDS,
    "type words as names": TYPE_WORD_NAMES,
    "similar names": SIMILAR_NAMES,
    "numbered streets": NUMBERED,
    "signs and fields": SIGNS,
}


def cases() -> Iterator[Case]:
    """Every line as a case."""
    for form, table in CLASSES.items():
        for fact, (planted, near) in table.items():
            searcher = Address.parse(fact, "site")
            for text in planted:
                yield Case(f"by class: {form}", searcher, text)
            for text in near:
                yield Case(f"by class: {form}", searcher, text, Wanted.SILENT)
