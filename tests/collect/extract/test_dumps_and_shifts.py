"""Rows of database dumps, fields of letters, formulas of sheets, and characters that a script shifts."""

import codecs
from html import escape

import pytest

from auditor.collect.extract import read
from auditor.core.document import Resource
from auditor.core.status import Kind
from tests.collect.extract.test_parts_apart import found
from tests.collect.extract.test_sheets_and_fields import DOCX, XLSX, package

PHRASE = "1247 North Maple Street"
_CREATE = (
    "CREATE TABLE IF NOT EXISTS `places` (\n  `id` int(11) NOT NULL AUTO_INCREMENT,\n  `house_number` varchar(9),\n"
    "  `kind` enum('a','b, c') DEFAULT 'a',\n  `note` text COMMENT 'street, no',\n  `street` varchar(99),\n"
    "  `town` varchar(99),\n  PRIMARY KEY (`id`),\n  KEY `t` (`town`)\n) ENGINE=InnoDB;\n"
)
DUMPS = {
    "named columns": (
        "INSERT INTO places (street, note, no, town) VALUES ('Oak Road','x','3','Shelbyville'),"
        "\n('North Maple Street','it''s (not) ours; really','{number}','{town}');"
    ),
    "columns of the table": _CREATE
    + "INSERT INTO `places` VALUES (1,'{number}','a','it\\'s, ours','North Maple Street','{town}'),(2,'9','a',NULL,'Oak Road','Shelbyville');",
    "one row each, quoted": (
        'INSERT INTO "public"."places" ("town", "when", "street", "house_no") VALUES '
        "('{town}', now(), N'North Maple Street', {number});\n"
        'INSERT INTO "public"."places" ("town", "when", "street", "house_no") VALUES (\'Cadiz\', date(1, 2), \'Oak\', 3);'
    ),
    "copied": (
        "COPY public.places (id, street, note, house_number, town) FROM stdin;\n"
        "1\tNorth Maple Street\t\\N\t{number}\t{town}\n2\tOak Road\tx\\ty\t3\tShelbyville\n\\.\n"
    ),
    "sqlite": (
        "CREATE TABLE place (zip_note TEXT, street TEXT, kind TEXT, no INTEGER, town TEXT);\n"
        "INSERT OR IGNORE INTO place VALUES('x','North Maple Street','home',{number},'{town}');"
    ),
}


@pytest.mark.parametrize("way", DUMPS)
def test_a_row_of_a_dump_is_an_address(way: str) -> None:
    write = DUMPS[way].format
    assert found("application/sql", write(number="1247", town="Springfield")) == {Kind.ADDRESS}
    assert not found("application/sql", write(number="1427", town="Springfield"))
    assert not found("application/sql", write(number="1427", town="Shelbyville"))


def test_rows_keep_their_places_and_do_not_mix() -> None:
    body = "INSERT INTO p (lat, name, lng) VALUES (39.7817,'x',-1.5),\n(1.5,'y',-89.6501);\n"
    assert not found("application/sql", body)
    assert found("application/sql", body.replace("-1.5", "-89.6501")) == {Kind.COORDINATES}
    body = "INSERT INTO s (first_name, id, last_name) VALUES ('Rosalind',2,'{}'),('Ann',3,'Achterberg');"
    assert found("application/sql", body.format("Achterberg")) == {Kind.PERSON}
    assert not found("application/sql", body.format("Lee"))
    document = read(
        Resource("https://a.example/x.sql", b"--\n" + body.format("Lee").encode(), "application/sql")
    )
    table = next(f for f in document.fragments if f.where.endswith("table s"))
    assert table.place(table.text.index("Ann")).startswith("table s, line 2, row 2")


@pytest.mark.parametrize(
    "body",
    [
        "INSERT INTO",
        "INSERT INTO a VALUES (",
        "INSERT INTO a (b, c) VALUES ('x",
        "CREATE TABLE a ((((",
        "COPY a FROM stdin;\n",
        "Put it INTO the VALUES (of 1247 things)",
        "INSERT INTO a VALUES " + "(1,'(')," * 3000,
    ],
)
def test_a_dump_cut_short_is_text(body: str) -> None:
    document = read(Resource("https://a.example/x.sql", body.encode(), "application/sql"))
    assert document.fragments
    assert not document.unchecked


def _field(*runs: str, tag: str = "instrText") -> bytes:
    inner = "".join(f'<w:r><w:{tag} xml:space="preserve">{escape(run)}</w:{tag}></w:r>' for run in runs)
    kinds = ("begin", "separate", "end")
    begin, middle, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in kinds)
    body = f"<w:p><w:r><w:t>See </w:t></w:r>{begin}{inner}{middle}<w:r><w:t>here</w:t></w:r>{end}</w:p>"
    return package({"word/document.xml": f"<w:document><w:body>{body * 2}</w:body></w:document>"})


@pytest.mark.parametrize("tag", ["instrText", "delInstrText"])
def test_the_instruction_of_a_field_is_one_text(tag: str) -> None:
    for end, kinds in (("47", {Kind.ADDRESS}), ("74", set())):
        link = (" HYPER", 'LINK "https://maps.example/?q=12', f"{end}+No", "rth+Maple+Str", 'eet" \\h ')
        assert found(DOCX, _field(*link, tag=tag)) == kinds
        assert found(DOCX, _field(' QUOTE "12', f"{end} North Ma", 'ple Street" ', tag=tag)) == kinds


_ODF = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"><table:table '
    'table:name="A"><table:table-row><table:table-cell {}/></table:table-row></table:table></office:document-content>'
)


@pytest.mark.parametrize("key", ["formula", "expression", "condition"])
def test_constants_of_a_formula_are_put_together(key: str) -> None:
    for street, kinds in (("Street", {Kind.ADDRESS}), ("Leaf", set())):
        formula = escape(f'of:="1247 No"&"rth Maple {street}"')
        assert (
            found("application/vnd.oasis.opendocument.spreadsheet", _ODF.format(f'table:{key}="{formula}"'))
            == kinds
        )


WORKBOOK = {
    "choices": '<dataValidations><dataValidation type="list"><formula1>"office,{},x"</formula1></dataValidation></dataValidations>',
    "choices of an extension": '<extLst><ext><x14:dataValidation><x14:formula1><xm:f>"a,{}"</xm:f></x14:formula1></x14:dataValidation></ext></extLst>',
    "prompt": '<dataValidations><dataValidation promptTitle="x" prompt="{}"/></dataValidations>',
    "condition": '<conditionalFormatting><cfRule><formula>"{}"</formula></cfRule></conditionalFormatting>',
}


@pytest.mark.parametrize("way", WORKBOOK)
def test_what_a_sheet_holds_beside_its_cells_is_read(way: str) -> None:
    for text, kinds in ((PHRASE, {Kind.ADDRESS}), ("1427 North Maple Street", set())):
        body = f"<worksheet><sheetData/>{WORKBOOK[way].format(text)}</worksheet>"
        assert found(XLSX, package({"xl/worksheets/sheet1.xml": body})) == kinds


def _codes(text: str, by: int, *, mix: bool = False) -> str:
    return ",".join(str(ord(c) ^ by if mix else ord(c) + by) for c in text)


def _moved(text: str, by: int) -> str:
    return "".join(chr(ord(c) + by) for c in text).replace("\\", "\\\\").replace('"', '\\"')


SCRIPTS = {
    "arrow": lambda t: f"var a=[{_codes(t, 1)}];e(String.fromCharCode(...a.map(c=>c-1)))",
    "arrow in brackets": lambda t: f"var a=[{_codes(t, 3)}];e(String.fromCharCode(...a.map((c) => (c - 3))))",
    "function": lambda t: (
        f"a=[{_codes(t, 7)}];e(String.fromCharCode.apply(null,a.map(function(c){{return c-7}})))"
    ),
    "mixed": lambda t: f"a=[{_codes(t, 0x2A, mix=True)}];e(String.fromCharCode(...a.map(c=>c^0x2a)))",
    "named": lambda t: f"const k=5,a=[{_codes(t, 5)}];e(String.fromCharCode(...a.map(x => x - k)))",
    "string": lambda t: (
        f's="{_moved(t, 1)}";e([...s].map(c=>String.fromCharCode(c.charCodeAt(0)-1)).join(""))'
    ),
    "string in a loop": lambda t: (
        f'for(i=0;i<s.length;i++)o+=String.fromCharCode(s.charCodeAt(i) - 2);s="{_moved(t, 2)}"'
    ),
    "rot13": lambda t: (
        f'r="{codecs.encode(t, "rot13")}".replace(/[a-zA-Z]/g,function(c){{return '
        'String.fromCharCode((c<="Z"?90:122)>=(c=c.charCodeAt(0)+13)?c:c-26)})'
    ),
}


@pytest.mark.parametrize("way", SCRIPTS)
def test_characters_that_a_script_shifts_are_read(way: str) -> None:
    assert found("text/javascript", SCRIPTS[way](PHRASE)) == {Kind.ADDRESS}
    assert not found("text/javascript", SCRIPTS[way]("1427 North Maple Street"))
