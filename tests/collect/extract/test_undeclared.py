"""Texts whose character set nobody declared are read with the letters that their writer meant."""

import quopri

import pytest

from auditor.collect.extract import charset, read, western
from auditor.core.document import Resource

SPANISH = (
    "El equipo está formado por psicólogas y educadoras que atienden por la mañana, según la situación de "
    "cada familia. ¿Quieres colaborar? ¡Escríbenos! Tu aportación nos ayudará a pagar la calefacción."
)
GERMAN = (
    "Möchten Sie uns unterstützen? Größere Spenden können Sie steuerlich geltend machen; auch für Bücher."
)
FRENCH = (
    "L\u2019équipe reçoit le matin et, selon la situation, le samedi également. Où trouver l\u2019accueil ?"
)
CZECH = "Spolek přijímá ženy a děti, které zažily násilí, a podle potřeby pomůže i v sobotu dopoledne."
POLISH = "Zespół tworzą psycholożki i wychowawczynie, dostępne rano, a w razie potrzeby także w soboty."
WESTERN = ("cp1252", "latin-1", "iso8859-15", "mac_roman", "cp850")
EASTERN = ("cp1250", "iso8859-2", "cp852", "mac_latin2")


def said(name: str, body: bytes) -> list[str]:
    return [f.text for f in read(Resource(f"https://example.org/{name}", body)).fragments]


@pytest.mark.parametrize("pages", [0, 1, 12])
@pytest.mark.parametrize("name", ["note.txt", "note.csv", "page.html"])
@pytest.mark.parametrize(
    ("encoding", "line", "more"),
    [(e, line, more) for e in WESTERN for line, more in (
        ("Calle de los Almendros, nº 27", SPANISH), ("Reunión mañana: Camino Añil 12", SPANISH),
        ("Rua Araújo nº 980", "Não há inscrição prévia"), ("Bachmühlenstraße 7", GERMAN),
        ("Réunion à midi, 12 bis rue de l'Église", FRENCH.replace("\u2019", "'")),
        ("via Niccolò 56, perché sì", "La libertà è un diritto"),
        ("Mjölnargränden 12", "Föreningen tar emot på förmiddagarna"), ("Coöperatiestraat 112", "één afspraak"),
    )] + [(e, line, more) for e in EASTERN for line, more in (
        ("Schůzka: Dvořákova 12", CZECH), ("ul. Źródlana 12", POLISH), ("Świętego Józefa 3", POLISH),
        ("ul. Żółkiewskiego 3", POLISH), ("Příčná 12", CZECH))] + [("cp1254", "İstiklal Caddesi 7", "Güneş Sokağı")],
)  # fmt: skip
def test_letters_of_an_undeclared_text(encoding: str, line: str, more: str, name: str, pages: int) -> None:
    text = "\n".join((*[more] * pages, line))
    body = f"<p>{text}</p>" if name.endswith("html") else text
    assert any(line in fragment for fragment in said(name, body.encode(encoding)))


@pytest.mark.parametrize("declared", ["", "utf-8", "UTF8", "nonsense-8"])
def test_a_page_in_utf_8_with_single_bytes_of_another_set(declared: str) -> None:
    body = (GERMAN + "\n").encode() * 3 + "Bachmühlenstraße 7, 1. Stock für Gäste".encode("cp1252")
    [text] = charset.readings(body, declared)
    assert text.startswith(GERMAN)
    assert text.endswith("Bachmühlenstraße 7, 1. Stock für Gäste")


def test_a_declaration_of_utf_8_that_is_wrong() -> None:
    assert charset.readings(SPANISH.encode("cp1252"), "utf-8")[0] == SPANISH


@pytest.mark.parametrize("text", [
    "\u201cHome is where you don\u2019t have to hide,\u201d she said \u2013 at 10\xa0a.m. " * 90, GERMAN * 50, FRENCH * 50,
])  # fmt: skip
def test_the_usual_set_alone_is_read_where_nothing_speaks_against_it(text: str) -> None:
    assert western.readings(text.encode("cp1252")) == ([text], True)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("улица Кленовая, дом двенадцать, второй этаж", "cp1251"),
        ("ул. Кленовая 12", "koi8-r"),
        ("Οδός Σφενδάμου δώδεκα, δεύτερος όροφος", "cp1253"),
        ("רחוב האלון שתים עשרה, קומה שנייה", "cp1255"),
        ("東京都千代田区丸の内一丁目の避難所です", "euc_jp"),
        ("北京市东城区长安街一号避难所地址", "gb18030"),
    ],
)
def test_other_letters_are_no_latin_text(text: str, encoding: str) -> None:
    latin, sure = western.readings(text.encode(encoding))
    assert not latin
    assert not sure


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "mac_roman", "cp850"])
def test_headers_of_a_message_that_are_not_encoded(encoding: str) -> None:
    message = (
        "From: a@example.org\r\nSubject: Treffen: Bachmühlenstraße 7\r\nMIME-Version: 1.0\r\n\r\nhallo\r\n"
    )
    assert any("Treffen: Bachmühlenstraße 7" in text for text in said("mail.eml", message.encode(encoding)))


@pytest.mark.parametrize("named", ["", ";CHARSET={}"])
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "mac_roman", "cp850"])
def test_quoted_values_of_a_card(encoding: str, named: str) -> None:
    value = quopri.encodestring(";;Bachmühlenstraße 7;Freiburg;;;".encode(encoding)).decode()
    parameters = f"ENCODING=QUOTED-PRINTABLE{named.format(encoding)}"
    card = f"BEGIN:VCARD\r\nVERSION:2.1\r\nADR;{parameters}:{value}\r\nEND:VCARD\r\n"
    assert any("Bachmühlenstraße 7, Freiburg" in text for text in said("card.vcf", card.encode()))
