"""Old Office files and other OLE compound files: cells, slides, messages, macros, strings of all streams."""

import re
from collections.abc import Callable
from typing import Any

from auditor.collect.extract import legacy_streams
from auditor.collect.extract.part import Basket, Part
from auditor.collect.extract.strings import strings_of

_PICTURE = re.compile(rb"\xff\xd8\xff[\xe0\xe1\xdb\xee]|\x89PNG\r\n\x1a\n")
_PROPERTY = re.compile(r"__substg1\.0_([0-9A-F]{4})(001F|001E|0102|000D)\Z")
_HTML_BODY, _RTF_BODY, _ATTACHED = "1013", "1009", "3701"
_BOOKS = ("Workbook", "Book")


def read(part: Part, basket: Basket) -> None:
    """Read an OLE compound file (old Word, Excel, PowerPoint, Publisher, Outlook messages)."""
    import olefile

    try:
        with olefile.OleFileIO(part.body) as file:
            if file.exists("EncryptedPackage") or file.exists("EncryptionInfo"):
                basket.skip("the document is protected by a password")
            _properties(file, basket)
            paths = file.listdir()
            if len(paths) > basket.budget.limits.members:
                basket.skip(f"only the first {basket.budget.limits.members} streams were read")
            for path in paths[: basket.budget.limits.members]:
                _stream(file, path, basket)
            if any(file.exists(name) for name in _BOOKS):
                _guarded(lambda: _cells(part.body, basket), "its cells", basket)
    except (OSError, ValueError, IndexError, TypeError, KeyError) as error:
        basket.skip(f"the file is damaged ({type(error).__name__}); only its plain strings were searched")
    basket.add("ole-text", strings_of(part.body), "strings of the file")


def _properties(file: Any, basket: Basket) -> None:
    metadata = file.get_metadata()
    values = []
    for name in (*metadata.SUMMARY_ATTRIBS, *metadata.DOCSUM_ATTRIBS):
        value = getattr(metadata, name, None)
        if isinstance(value, bytes) and name != "thumbnail":
            values.append(value.decode("utf-8", "replace"))
        elif isinstance(value, str):
            values.append(value)
    basket.add("ole-metadata", "\n".join(values), "properties")


def _stream(file: Any, path: list[str], basket: Basket) -> None:
    place = f"stream {'/'.join(path)}"
    body: bytes = file.openstream(path).read()
    basket.budget.unpack(len(body))
    if found := _PROPERTY.match(path[-1]):
        _message_property(
            body, found[1], found[2], basket.inside("/".join([*path[:-1], f"field {found[1]}"]))
        )
        return
    basket.add("ole-text", strings_of(body), place)
    if path[-1] == "PowerPoint Document":
        basket.add("ole-text", "\n".join(legacy_streams.slide_texts(body)), "slides")
    for number, source in enumerate(legacy_streams.macros(body), 1):
        basket.budget.unpack(len(source))
        basket.add("ole-text", source.decode("cp1252", "replace"), f"{place}, macro {number}")
    for match in _PICTURE.finditer(body):
        basket.nested(body[match.start() :], f"{place}, picture at byte {match.start()}")


def _message_property(body: bytes, number: str, kind: str, basket: Basket) -> None:
    """One property of an Outlook message (MS-OXPROPS, MS-OXMSG 2.4)."""
    if kind == "001F":
        basket.add("mail-text", body.decode("utf-16-le", "replace"))
    elif kind == "001E":
        basket.add("mail-text", body.decode("cp1252", "replace"))
    elif number == _RTF_BODY:
        plain = legacy_streams.uncompressed_rtf(body, basket.budget.unpackable)
        basket.budget.unpack(len(plain))
        basket.nested(plain, "body", "body.rtf")
    elif number in (_HTML_BODY, _ATTACHED):
        basket.nested(body, "body" if number == _HTML_BODY else "attachment")
    else:
        basket.add("ole-text", strings_of(body))


def _guarded(action: Callable[[], None], what: str, basket: Basket) -> None:
    """Run a reader whose library raises its own kinds of errors on damaged files."""
    from auditor.collect.extract.part import LimitError

    try:
        action()
    except (LimitError, MemoryError):
        raise
    except Exception as error:  # noqa: BLE001 -- whatever the library stumbles over is one reason: damage
        name = type(error).__name__
        reason = "protected by a password" if "encrypt" in str(error).lower() else f"damaged ({name})"
        basket.skip(f"{what} could not be read: the file is {reason}; its plain strings were searched")


def _cells(body: bytes, basket: Basket) -> None:
    """The cells of an old workbook, whose numbers are stored as binary values."""
    import io

    import xlrd

    from auditor.collect.extract import tables

    with xlrd.open_workbook(file_contents=body, logfile=io.StringIO(), ragged_rows=True) as book:
        for sheet in book.sheets():
            basket.budget.check_time()
            hidden = " (hidden)" if sheet.visibility else ""
            rows = [[_shown(value) for value in sheet.row_values(row)] for row in range(sheet.nrows)]
            places = [f"row {row}" for row in range(1, len(rows) + 1)]
            tables.add_rows(basket, "ole-cell", rows, places, f"sheet {sheet.name}{hidden}")


def _shown(value: Any) -> str:
    """A cell as it is usually shown: whole numbers without a point."""
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    return str(value)
