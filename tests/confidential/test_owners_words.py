"""An address as an operations manager types it is found as the public writes it, whatever she leaves out."""

import pytest

from auditor.confidential import Address
from auditor.core.status import Grade

OWNERS = [
    # units behind the number, without a comma
    ("Lindenstraße 8 Whg. 5, 50674 Köln", "Lindenstr. 8"),
    ("Rosengasse 21 Stiege 3 Tür 4, 1090 Wien", "Rosengasse 21"),
    ("Via dei Pini 61 scala A interno 2, Modena", "Via dei Pini, 61"),
    ("Calle del Olmo 33 4º C 28005 Madrid", "C/ Olmo, 33"),
    ("Ronda de Toledo 18 1º 2ª, Madrid", "Ronda de Toledo, 18"),
    ("Av. Independencia 2214 piso 3 depto C, Buenos Aires", "Av. Independencia 2214"),
    ("Rua das Laranjeiras 316 apto 42 Curitiba PR", "R. das Laranjeiras, 316"),
    ("Av. Brasil 1450 conj. 8, Campinas - SP", "Avenida Brasil, 1450"),
    ("24 rue des Acacias Bât. C, 69003 Lyon", "24, rue des Acacias"),
    ("816 rue St-Hubert app. 7, Montréal", "816, rue Saint-Hubert"),
    ("518 East 2700 South #4, Salt Lake City", "518 E 2700 S"),
    ("Goethestr. 117 HH 2.Stock, 10625 Berlin", "Goethestraße 117"),
    ("Goethestr. 117 - 2. OG links - 10625 Berlin", "Goethestr. 117"),
    ("Lange Gasse 9 b2, 2000 Antwerpen", "Lange Gasse 9"),
    ("viale Mazzini 48 bologna terzo piano", "Viale Mazzini, 48"),
    ("1620 boulevard Laval, bur. 210, Laval QC", "1620, boulevard Laval"),
    ("Rua Augusta 95 fundos, Campinas", "R. Augusta, 95"),
    ("Av. Paraná, 2210 - ap. 31 - Bl. 2 - Centro, Maringá/PR CEP 87013-070", "Avenida Paraná, 2210"),
    ("Rua do Sol 14, r/c dto., Faro", "R. do Sol, 14"),
    ("Hope Center, 1700 Juniper, 3rd & 4th floors, Dayton OH", "1700 Juniper Street"),
    ("9 rue des Acacias code porte 27A4", "9, rue des Acacias"),
    ("818 Juniper Ave Dayton OH, ring side bell", "818 Juniper Avenue"),
    ("12 Buzz Aldrin Blvd, Dayton OH, buzzer 4", "12 Buzz Aldrin Boulevard"),
    ("Am Ring 14, 53111 Bonn", "Am Ring 14"),
    # units before the number, without a comma
    ("#304 2260 Cedar Street Vancouver B.C. v6e2k4", "2260 Cedar St"),
    ("U3 118 Wattle Rd Camberwell 3124", "118 Wattle Road"),
    ("2/1 46 Byres Rd Glasgow", "46 Byres Road"),
    ("5B 46 Byres Rd Glasgow", "46 Byres Road"),
    # numbers in pairs, boxes, plots, flats before and behind
    ("318 & 320 N Juniper Ave, Dayton, OH", "320 N Juniper Ave"),
    ("P.O. Box 31 and 318 N Juniper Ave, Dayton, OH", "318 N Juniper Ave"),
    ("902-45 Bloor St E, Toronto ON", "45 Bloor Street East"),
    ("63/2 Easter Road, Edinburgh EH7 5PL", "63 Easter Road"),
    ("Lot 27 Gully Road, Kuranda QLD", "Lot 27 Gully Rd"),
    ("Plot 9, Acacia Road, Nairobi", "Plot 9 Acacia Rd"),
    # two addresses in one entry, or one in two languages
    ("8 Sráid an Droichid / 8 Bridge Street, Sligo", "8 Bridge St"),
    ("8 Sráid an Droichid / 8 Bridge Street, Sligo", "8 Sráid an Droichid, Sligo"),
    ("Rue Neuve 31 boîte 2, 1000 Bruxelles / Nieuwstraat 31 bus 2, 1000 Brussel", "Nieuwstraat 31"),
    ("Rue Neuve 31 boîte 2, 1000 Bruxelles / Nieuwstraat 31 bus 2, 1000 Brussel", "31, rue Neuve"),
    ("office: 270 Cedar St, Dayton OH. shelter: 33 Juniper Ave, Dayton OH", "33 Juniper Avenue"),
    ("office: 270 Cedar St, Dayton OH. shelter: 33 Juniper Ave, Dayton OH", "270 Cedar Street"),
    ("270 Cedar St; 33 Juniper Ave, Dayton OH", "33 Juniper Ave"),
    ("270 Cedar St, Dayton OH\n33 Juniper Ave, Dayton OH", "33 Juniper Ave"),
    # roads known by a number, streets that are counted, types in letters
    ("RR4 Box 71 Hazard KY", "RR 4 Box 71"),
    ("1180 M-22 North, Manistee MI", "1180 M-22"),
    ("14230 FM 1960 Rd, Houston TX 77069", "14230 FM 1960"),
    ("14230 Farm to Market Road 1960, Houston, Texas", "14230 FM 1960"),
    ("3105 Ranch Road 620 S, Austin TX", "3105 RR 620 South"),
    ("Av. Dr. Almeida 212, Santos - SP, 11010-000", "Avenida Doutor Almeida, 212"),
    ("Calle Dr. Trueba 19, 28009 Madrid", "C/ Doctor Trueba, 19"),
    ("Via Carducci 44, 40125 Bologna BO", "Via Carducci n. 44, Bologna (BO)"),
    ("19340 County 12, Park Rapids, MN 56470", "19340 Cty Rd 12"),
    ("1420 County Road KK, Elkhorn, WI 53121", "1420 Cty Hwy KK"),
    ("N6458 County Road P, Delavan, WI", "N6458 CTH P"),
    ("Calle 31 No. 14-25 apto 301, Bogotá", "Cl 31 #14-25"),
    ("Cra 19 # 62 - 38, Medellín", "Carrera 19 No. 62-38"),
    ("Box 41, RR 6, Tower MN 55790", "R.R. 6, Box 41"),
    ("2216 I-40 Frontage Rd, Amarillo TX", "2216 IH 40 Frontage Road"),
    ("2216 I-40 Service Road, Amarillo TX", "2216 Interstate 40"),
    ("RR#2, 4188 Line 7, Alliston ON", "4188 Line 7"),
    ("4188 Line 7, Alliston ON", "4188 7th Line"),
    ("615 Concession 3, Alliston ON", "615 Conc. 3"),
    ("26 rue Fleury O., Montréal QC", "26, rue Fleury Ouest"),
    ("26 rue Fleury O., Montréal QC", "26 Fleury Street West"),
    ("140 boul. Talbot E, Québec", "140 Talbot Blvd E"),
    ("17 Mallow St Upr, Limerick", "17 Upper Mallow Street"),
    ("Carrer d'Entença 61, pral. 2a, Barcelona", "Carrer Entença 61"),
    ("2915 stone creek trail space 6 boone nc 28607", "2915 Stone Creek Tr."),
    ("Rua do Moinho, Lote 12, 2.º dto., Évora", "Rua do Moinho, lote 12"),
    ("Avda. Real s/n esquina Calle Olmo 19, Cuenca", "C/ Olmo, 19"),
    ("Rua 7 de Setembro 210 fundos, Blumenau", "Rua VII de Setembro, 210"),
    ("Urb. Las Lomas, K-9 Calle 21, Carolina PR 00985", "K-9 Calle 21"),
    ("Rua Augusta, 1450, Campinas", "R. Augusta, 1450"),
    ("3rd floor 418 Linden St Reading PA", "418 Linden Street"),
    ("Our address is 418 Linden St, Reading PA", "418 Linden Street"),
    ("418/420 Linden St, Reading, PA", "418 Linden St"),
    ("House 1: 418 Linden St, Reading PA; house 2: 77 Plum Ct, Reading PA", "77 Plum Court"),
    ("1. 418 Linden St, Reading PA\n2. 77 Plum Ct, Reading PA", "418 Linden Street"),
    ("12, rue des Lilas 31000 Toulouse (sonner chez Martin)", "12, rue des Lilas"),
    ("208, 5e Avenue, Québec", "208 5e Avenue"),
    ("3e Oosterparkstraat 44-2, Amsterdam", "Derde Oosterparkstraat 44"),
    ("Straße des 18. Oktober 12, 04103 Leipzig", "Str. des 18. Oktober 12"),
    ("P.zza Cavour 9, Napoli", "Piazza Cavour 9"),
]


@pytest.mark.parametrize(("typed", "published"), OWNERS)
@pytest.mark.parametrize("around", ["{}", "We meet at {} every week.", "<{}> Phone"])
def test_it_is_found_as_the_public_writes_it(typed: str, published: str, around: str) -> None:
    grades = {match.grade for match in Address.parse(typed).find_in(around.format(published))}
    assert grades & {Grade.EXACT, Grade.PROBABLE}


@pytest.mark.parametrize(("typed", "published"), OWNERS)
def test_it_finds_itself(typed: str, published: str) -> None:
    address = Address.parse(typed)
    assert not any("taken apart wrongly" in weakness for weakness in address.weaknesses())
    assert address.mask(f"Come to {published}.") != f"Come to {published}."


def test_who_types_what_cannot_be_taken_apart_is_told() -> None:
    weaknesses = Address.parse("Eberswalder Straße 100 104").weaknesses()
    assert any("taken apart wrongly" in weakness for weakness in weaknesses)


@pytest.mark.parametrize(
    "typed",
    ["270 Cedar St, 33 Juniper Ave, Dayton OH", "270 Cedar St, Dayton, 33 Juniper Ave, Dayton OH"],
)
def test_who_types_two_addresses_as_one_is_told(typed: str) -> None:
    assert any("enter each by itself" in weakness for weakness in Address.parse(typed).weaknesses())


@pytest.mark.parametrize(
    "typed",
    [
        "33 Juniper Ave, Dayton OH",
        "Suite 4, 33 Juniper Ave, Dayton OH",
        "33 Juniper Ave, Helena MT 59602",
        "33 Wattle Parade, Fitzroy VIC 3065",
        "33 Juniper Ave, 2nd Floor, Dayton OH",
        "PO Box 12, 33 Juniper Ave, Dayton OH",
        "Calle Ortega y Gasset 12, 28006 Madrid",
        "12 rue Pierre et Marie Curie, 75005 Paris",
        "33 Juniper Ave & 5th St, Dayton OH",
        "270 Cedar St; 33 Juniper Ave, Dayton OH",
    ],
)
def test_one_address_is_not_taken_for_two(typed: str) -> None:
    assert not any("enter each by itself" in weakness for weakness in Address.parse(typed).weaknesses())


@pytest.mark.parametrize(
    ("typed", "other"),
    [
        ("1420 County Road KK, Elkhorn, WI 53121", "1420 County Road JJ, Elkhorn"),
        ("N6458 County Road P, Delavan, WI", "N6459 CTH P"),
        ("N6458 County Road P, Delavan, WI", "N6458 County Road O"),
        ("Calle 31 No. 14-25 apto 301, Bogotá", "Cl 31 #14-27"),
        ("Goethestr. 117 HH 2.Stock, 10625 Berlin", "Goethestraße 2"),
        ("#304 2260 Cedar Street Vancouver B.C. v6e2k4", "304 Cedar St"),
        ("U3 118 Wattle Rd Camberwell 3124", "3 Wattle Road"),
        ("2/1 46 Byres Rd Glasgow", "21 Byres Road"),
        ("Hope Center, 1700 Juniper, 3rd & 4th floors, Dayton OH", "1701 Juniper Street"),
        ("Lange Gasse 9 b2, 2000 Antwerpen", "Lange Gasse 2"),
        ("Av. Paraná, 2210 - ap. 31 - Bl. 2 - Centro, Maringá/PR CEP 87013-070", "Avenida Paraná, 31"),
        ("9 rue des Acacias code porte 27A4", "27 rue des Acacias"),
        ("Cra 19 # 62 - 38, Medellín", "Carrera 19 # 62-83"),
        ("Cra 19 # 62-18, Medellín", "Carrera 19 # 62-81"),
        ("Box 41, RR 6, Tower MN 55790", "RR 4 Box 41"),
        ("Box 41, RR 6, Tower MN 55790", "RR 6 Box 14"),
        ("8 Sráid an Droichid / 8 Bridge Street, Sligo", "9 Bridge Street"),
        ("270 Cedar St; 33 Juniper Ave, Dayton OH", "270 Juniper Ave"),
        ("270 Cedar St; 33 Juniper Ave, Dayton OH", "33 Cedar St"),
        ("2216 I-40 Frontage Rd, Amarillo TX", "2216 I-44 Frontage Road"),
        ("4188 Line 7, Alliston ON", "4188 Line 9"),
        ("4188 Line 7, Alliston ON", "4188 Concession 7"),
        ("26 rue Fleury O., Montréal QC", "26, rue Fleury Est"),
        ("17 Mallow St Upr, Limerick", "17 Lower Mallow Street"),
        ("2915 stone creek trail space 6 boone nc 28607", "2915 Stone Creek Terrace"),
        ("Rua do Moinho, Lote 12, 2.º dto., Évora", "Rua do Moinho, lote 2"),
        ("Avda. Real s/n esquina Calle Olmo 19, Cuenca", "Avda. Real 19"),
        ("Rua 7 de Setembro 210 fundos, Blumenau", "Rua IX de Setembro, 210"),
        ("Urb. Las Lomas, K-9 Calle 21, Carolina PR 00985", "K-8 Calle 21"),
        ("Urb. Las Lomas, K-9 Calle 21, Carolina PR 00985", "H-9 Calle 21"),
        ("Rua Augusta, 1450, Campinas", "R. Augusta, 1405"),
        ("3rd floor 418 Linden St Reading PA", "3 Linden Street"),
        ("418/420 Linden St, Reading, PA", "424 Linden St"),
        ("House 1: 418 Linden St, Reading PA; house 2: 77 Plum Ct, Reading PA", "418 Plum Court"),
        ("12 ch de la Gare, 1003 Lausanne", "12 County Road DE"),
        ("318 & 320 N Juniper Ave, Dayton, OH", "322 N Juniper Ave"),
        ("902-45 Bloor St E, Toronto ON", "902 Bloor Street East"),
        ("Lindenstraße 8 Whg. 5, 50674 Köln", "Lindenstr. 5"),
        ("Via dei Pini 61 scala A interno 2, Modena", "Via dei Pini, 2"),
    ],
)
def test_another_house_is_another(typed: str, other: str) -> None:
    grades = {match.grade for match in Address.parse(typed).find_in(other)}
    assert grades <= {Grade.PARTIAL}


@pytest.mark.parametrize(
    "typed",
    [
        "Rua Augusta, 145, São Paulo - SP, 01305-100",
        "Rua das Flores 145, 4000-069 Porto",
        "C. Olmo 33, 4º C, 28005 Madrid",
        "Bahnhofstrasse 12, 8001 Zürich",
        "Unit 3/45 Wattle Parade, Fitzroy VIC 3065",
    ],
)
def test_an_address_in_full_finds_itself(typed: str) -> None:
    address = Address.parse(typed)
    assert {match.grade for match in address.find_in(typed)} == {Grade.EXACT}
    assert address.unsearched() == ""
