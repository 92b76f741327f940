"""Every form of every sample address, in both directions: planted, and near misses."""

import re
from collections.abc import Callable, Iterator

from auditor.confidential import Address
from tests.recall.address_writing import (
    ADDRESSES,
    OPPOSITE,
    OTHER_KINDS,
    Written,
    counted,
    in_pairs,
    misspelled,
    shortened,
)
from tests.recall.corpus import Case, Wanted

Form = Callable[[Written], str]


def _slug(text: str, sign: str) -> str:
    return sign.join(re.findall("[A-Za-z0-9]+", text.replace("'", "")))


def _run_together(text: str) -> str:
    return "".join(word[:1].upper() + word[1:] for word in re.findall("[A-Za-z0-9]+", text.replace("'", "")))


def _line(w: Written) -> str:
    return f"{w.number} {w.street()}"


def _longest(w: Written) -> str:
    return max(w.name.split(), key=len)


def _typo(how: str) -> Form:
    def write(w: Written) -> str:
        word = _longest(w)
        if len(word) < 5:
            word = w.kind
        return _line(w).replace(word, misspelled(word, 2, how), 1) + f", {w.town}"

    return write


PLANTED: dict[str, Form] = {
    "in full": lambda w: w.full(),
    "number and street": _line,
    "abbreviated": lambda w: _line(shortened(w)),
    "abbreviated, dotted": lambda w: re.sub(r"\b([A-Z][a-z]{0,3})(?= |$)", r"\1.", _line(shortened(w))) + ".",
    "capitals": lambda w: w.full().upper(),
    "small letters": lambda w: w.full().lower(),
    "no punctuation": lambda w: w.full().replace(",", ""),
    "unit first": lambda w: f"Suite {w.unit or 4}, {_line(w)}",
    "unit with #": lambda w: f"{_line(w)} #{w.unit or 4}",
    "unit between": lambda w: f"{w.number}, Unit {w.unit or 4}, {w.street()}",
    "floor": lambda w: f"{_line(w)}, 2nd Floor, {w.town}",
    "other unit": lambda w: f"{_line(w)}, Apt. 9C, {w.town}",
    "direction behind": lambda w: f"{w.number} {w.name} {w.kind} {w.direction}".strip(),
    "direction left out, town": lambda w: f"{w.number} {w.name} {w.kind}, {w.town}",
    "type left out": lambda w: " ".join(p for p in (w.number, w.direction, w.name) if p) + f", {w.town}",
    "direction and type left out, ZIP": lambda w: f"{w.number} {w.name}, {w.postcode}",
    "ZIP+4": lambda w: f"{_line(w)}, {w.town} {w.code} {w.postcode}-1234",
    "state in full": lambda w: f"{_line(w)}, {w.town}, {w.state}",
    "country": lambda w: f"{w.full()}, USA",
    "on three lines": lambda w: f"{_line(w)}\nSuite {w.unit or 4}\n{w.town}, {w.code} {w.postcode}",
    "a word on each line": lambda w: "\n".join(_line(w).split()),
    "tabs": lambda w: "\t".join(_line(w).split()),
    "table row": lambda w: f"{w.number} | {w.street()} | {w.town} | {w.code} | {w.postcode}",
    "CSV": lambda w: f"{w.number},{w.direction},{w.name},{w.kind},{w.town},{w.code},{w.postcode}",
    "JSON": lambda w: f'{{"houseNumber": "{w.number}", "street": "{w.street()}", "city": "{w.town}"}}',
    "map tags": lambda w: f'"addr:housenumber"="{w.number}" "addr:street"="{w.street()}"',
    "tags between": lambda w: "".join(f"<td>{p}</td>" for p in _line(w).split()),
    "in a sentence": lambda w: f"The new house, {_line(w)}, opens in May.",
    "at the end of a sentence": lambda w: f"Bring the boxes to {_line(w)}.",
    "in brackets": lambda w: f"Our place ({_line(w)}) is open.",
    "behind another address": lambda w: f"from 9 Elm Road to {_line(w)}",
    "no.": lambda w: f"No. {w.number} {w.street()}",
    "number on": lambda w: f"number {w.number} on {w.street()}",
    "#": lambda w: f"#{w.number} {w.street()}",
    "thousands": lambda w: f"{int(w.number):,} {w.street()}",
    "spoken in pairs": lambda w: f"{in_pairs(w.number)} {w.street()}",
    "counted out": lambda w: f"{counted(w.number)} {w.street()}",
    "half": lambda w: f"{w.number} 1/2 {w.street()}, {w.town}",
    "letter": lambda w: f"{w.number}B {w.street()}, {w.town}",
    "range that begins with it": lambda w: f"{w.number}-{int(w.number) + 2} {w.street()}",
    "range that holds it": lambda w: f"{int(w.number) - 2}–{int(w.number) + 2} {w.street()}, {w.town}",
    "turned round": lambda w: f"{w.street()} {w.number}, {w.town}",
    "turned round, number": lambda w: f"{w.street()}, number {w.number}",
    "town first": lambda w: f"{w.town}, {_line(w)}",
    "ZIP and town first": lambda w: f"{w.postcode} {w.town}, {_line(w)}",
    "file name": lambda w: _slug(_line(shortened(w)), "_").lower() + ".pdf",
    "slug": lambda w: "/places/" + _slug(f"{_line(w)} {w.town}", "-").lower() + "/",
    "short slug": lambda w: "visit-" + _slug(_line(shortened(w)), "-").lower(),
    "query": lambda w: "?q=" + _slug(f"{_line(w)} {w.town} {w.code} {w.postcode}", "+"),
    "percent": lambda w: "?q=" + _line(w).replace(" ", "%20") + f"%2C%20{w.town}",
    "run together": lambda w: _run_together(_line(w)),
    "run together, short, small": lambda w: _run_together(_line(shortened(w))).lower() + ".jpg",
    "hashtag": lambda w: "#" + _run_together(_line(w)),
    "letters spaced out": lambda w: w.number + "  " + "  ".join(" ".join(p) for p in w.street().replace("'", "").split()),
    "letters dotted": lambda w: w.number + " " + " ".join(".".join(p) for p in w.street().replace("'", "").split()),
    "hyphen at the line end": lambda w: f"{w.number} {w.direction} {w.name[:3]}-\n{w.name[3:]} {w.kind}",
    "soft hyphens": lambda w: "\u00ad".join(_line(w)),
    "zero width": lambda w: "\u200b".join(_line(w)),
    "direction marks": lambda w: "\u202d" + _line(w) + "\u202c",
    "full width": lambda w: "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else "\u3000" for c in _line(w)),
    "Cyrillic look-alikes": lambda w: _line(w).translate(str.maketrans("aeopcxyATMHKBEOPCX", "аеорсхуАТМНКВЕОРСХ")),
    "mathematical letters": lambda w: "".join(
        chr(0x1D400 + ord(c) - 65) if c.isupper() else chr(0x1D41A + ord(c) - 97) if c.islower() else c for c in _line(w)
    ),
    "Arabic figures": lambda w: w.number.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")) + f" {w.street()}",
    "keycaps": lambda w: "\ufe0f\u20e3".join(w.number) + f"\ufe0f\u20e3 {w.street()}",
    "accents": lambda w: _line(w).replace("a", "á").replace("e", "è").replace("o", "ö"),
    "HTML entities": lambda w: "".join(f"&#{ord(c)};" for c in _line(w)),
    "program escapes": lambda w: "".join(f"\\u{ord(c):04x}" for c in _line(w)),
    "no-break spaces": lambda w: _line(w).replace(" ", "&nbsp;"),
    "letter dropped": _typo("drop"),
    "letter doubled": _typo("double"),
    "letter changed": _typo("change"),
    "letters changed round": _typo("swap"),
    "type mistyped": lambda w: _line(w).replace(w.kind, misspelled(w.kind, 2, "swap")) + f", {w.town}",
    "town mistyped": lambda w: f"{_line(w)}, {misspelled(w.town, 3, 'drop') if len(w.town) > 4 else w.town}, {w.code}",
    "figures read as letters": lambda w: f"{w.number.replace('1', 'l').replace('0', 'O')} {w.street()}, {w.town}",
    "typographic": lambda w: f"“{_line(w).replace(chr(39), '’')}” — {w.town}",
    "possessive": lambda w: f"{_line(w)}'s back door",
}  # fmt: skip

HINTS: dict[str, Form] = {
    "street and town": lambda w: f"on {w.street()}, {w.town}",
    "street in town": lambda w: f"a house on {w.street()} in {w.town}",
    "street and ZIP": lambda w: f"{w.street()} {w.postcode}",
    "corner of": lambda w: f"at the corner of {w.name} {w.kind} and Elm",
    "and a street": lambda w: f"{w.street()} & Elm Avenue",
    "at a street": lambda w: f"Elm Avenue at {w.street()}",
    "block of": lambda w: f"the {int(w.number) // 100 * 100} block of {w.street()}" if int(w.number) > 99 else f"{w.street()}, {w.town}",
    "number and ZIP": lambda w: f"house {w.number}, {w.town} {w.postcode}",
}  # fmt: skip

NEAR: dict[str, Form] = {
    "next number": lambda w: f"{int(w.number) + 1} {w.street()}, {w.town}, {w.code} {w.postcode}",
    "figures changed round": lambda w: f"{misspelled(w.number, 0, 'swap') if w.number[0] != w.number[1] else w.number + '1'} {w.street()}",
    "a figure more": lambda w: f"{w.number}0 {w.street()}, {w.town}",
    "a figure in front": lambda w: f"1{w.number} {w.street()}, {w.town}",
    "a figure less": lambda w: f"{w.number[:-1]} {w.street()}, {w.town}",
    "another name": lambda w: f"{w.number} {w.direction} Elderberry {w.kind}, {w.town}, {w.code} {w.postcode}",
    "a longer name": lambda w: f"{w.number} {w.direction} {w.name}wood {w.kind}",
    "two words for the name": lambda w: f"{w.number} {w.direction} {w.name} Meadows {w.kind}",
    "another type": lambda w: f"{w.number} {w.direction} {w.name} {OTHER_KINDS[w.kind]}, {w.town}",
    "opposite direction": lambda w: f"{w.number} {OPPOSITE.get(w.direction, 'Upper Far')} {w.name} {w.kind}, {w.town}",
    "another town and state": lambda w: f"{_line(w)}, Albany, NY 12207",
    "another town, state in full": lambda w: f"{_line(w)}, Boise, Idaho",
    "another town": lambda w: f"{_line(w)}, Shelbyville",
    "in another town": lambda w: f"{_line(w)} in Shelbyville",
    "another state": lambda w: f"{_line(w)}, {w.town}, AK",
    "street alone": lambda w: f"{w.street()} is closed this week.",
    "street in another town": lambda w: f"{w.street()}, Boise, ID",
    "another number, same street": lambda w: f"{int(w.number) + 150} {w.street()}, {w.town}, {w.code} {w.postcode}",
    "PO box": lambda w: f"PO Box {w.number}, {w.town}, {w.code} {w.postcode}",
    "price": lambda w: f"${w.number} for {w.name.lower()} seedlings",
    "count": lambda w: f"{w.number} {w.name.lower()} seedlings were planted",
    "phone": lambda w: f"call 555-{w.number} {w.street()}",
    "article number": lambda w: f"SKU {w.number} {w.name} {w.kind} poster",
    "date": lambda w: f"3/4/{w.number} {w.street()}",
    "decimals": lambda w: f"{w.number}.5 {w.street()}",
    "suite of that number": lambda w: f"Suite {w.number}, 9 {w.street()}",
    "numbers in a row": lambda w: f"7, 19, {w.number}, {w.postcode}, 300",
    "number far from the street": lambda w: f"{w.number} people came to the fair, and {w.street()} was closed all day",
    "a proper name": lambda w: f"the {w.name} {w.kind} Band sold {w.number} records",
}  # fmt: skip

WANTED_NOTHING = {
    "next number", "figures changed round", "a figure more", "a figure in front", "a figure less", "another number, same street",
    "street alone", "street in another town", "price", "count", "numbers in a row", "another town and state",
}  # fmt: skip


def cases() -> Iterator[Case]:
    """Every form of every sample address."""
    for written in ADDRESSES:
        searcher = Address.parse(written.full(), "site")
        for forms, prefix, wanted in (
            (PLANTED, "address", Wanted.FOUND),
            (HINTS, "address, hint", Wanted.HINT),
            (NEAR, "address, near miss", Wanted.SILENT),
        ):
            for name, form in forms.items():
                strict = Wanted.NOTHING if name in WANTED_NOTHING else wanted
                yield Case(f"{prefix}: {name}", searcher, " ".join(form(written).split(" ")), strict)
