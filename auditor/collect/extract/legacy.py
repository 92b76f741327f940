"""Old Office files and other OLE compound files: the strings and properties of every stream."""

import re

from auditor.collect.extract.part import Basket, Part
from auditor.collect.extract.plain import strings_of

_PICTURE = re.compile(rb"\xff\xd8\xff[\xe0\xe1\xdb\xee]|\x89PNG\r\n\x1a\n")


def read(part: Part, basket: Basket) -> None:
    """Read an OLE compound file (old Word, Excel, PowerPoint, Publisher, Outlook messages)."""
    import olefile

    try:
        with olefile.OleFileIO(part.body) as file:
            if file.exists("EncryptedPackage") or file.exists("EncryptionInfo"):
                basket.skip("the document is protected by a password")
            _properties(file, basket)
            for path in file.listdir()[: basket.budget.limits.members]:
                _stream(file, path, basket)
    except (OSError, ValueError, IndexError, TypeError) as error:
        basket.skip(f"the file is damaged ({type(error).__name__}); only its plain strings were searched")
    basket.add("ole-text", strings_of(part.body), "strings of the file")


def _properties(file: "object", basket: Basket) -> None:
    metadata = file.get_metadata()  # type: ignore[attr-defined]
    values = []
    for name in (*metadata.SUMMARY_ATTRIBS, *metadata.DOCSUM_ATTRIBS):
        value = getattr(metadata, name, None)
        if isinstance(value, bytes):
            values.append(value.decode("utf-8", "replace"))
        elif isinstance(value, str):
            values.append(value)
    basket.add("ole-metadata", "\n".join(values), "properties")


def _stream(file: "object", path: list[str], basket: Basket) -> None:
    place = f"stream {'/'.join(path)}"
    stream = file.openstream(path)  # type: ignore[attr-defined]
    body: bytes = stream.read()
    basket.budget.unpack(len(body))
    basket.add("ole-text", strings_of(body), place)
    for match in _PICTURE.finditer(body):
        basket.nested(body[match.start() :], f"{place}, picture at byte {match.start()}")
