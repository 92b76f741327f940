"""Plain text, JSON and XML files, and the strings of files of unknown kind."""

import re
import zipfile
from io import BytesIO

from auditor.collect.extract import charset, data, dumps, kinds, light
from auditor.collect.extract.lines import JOINT, WRAP, plain_lines, squeezed
from auditor.collect.extract.markup import split
from auditor.collect.extract.part import Basket, Part
from auditor.collect.extract.strings import strings_of

_EMPHASIS = re.compile(r"(?<=\w)[*_~`]+(?=\w)")
_TAG = re.compile(r"</?[A-Za-z][\w.-]*[^<>]*>")


def read_text(part: Part, basket: Basket) -> None:
    """Read plain text; marks of emphasis and tags inside it are also left out."""
    for text in charset.readings(part.body, part.charset):
        basket.add("text", text, "", plain_lines(text))
        if _EMPHASIS.search(text):
            lines = [line for line in text.splitlines() if _EMPHASIS.search(line)]
            basket.add("text", "\n".join(_EMPHASIS.sub("", line) for line in lines), "without emphasis")
        if "<" in text and _TAG.search(text):
            elided = squeezed(split(text).flow({}, JOINT).replace(WRAP, "\n"))
            basket.add("text", elided, "without tags")
        dumps.read(text, basket, "text")
        for how, read in light.readings(text):
            basket.add("text", read, how)


def read_json(part: Part, basket: Basket) -> None:
    """Read JSON."""
    for text in charset.readings(part.body, part.charset):
        data.read_json_text(text, basket)


def read_script(part: Part, basket: Basket) -> None:
    """Read a script file."""
    from auditor.collect.extract import script

    for text in charset.readings(part.body, part.charset):
        script.read_text(text, basket)
        script.read_blobs(text, basket)


def read_style(part: Part, basket: Basket) -> None:
    """Read a style sheet."""
    from auditor.collect.extract import style

    for text in charset.readings(part.body, part.charset):
        style.read_text(text, basket)


def read_unknown(part: Part, basket: Basket) -> None:
    """Search the strings of a file of unknown kind, and say that it was not understood.

    An archive behind a program, as self-extracting files have it, is read as one.
    """
    basket.add("strings", strings_of(part.body))
    if (start := part.body.find(b"PK\x03\x04")) > 0 and zipfile.is_zipfile(BytesIO(part.body)):
        basket.nested(part.body[start:], "archive at its end", "archive.zip", "application/zip")
    kind = kinds.name_of(part.body)
    if kind:
        basket.skip(f"{kind}; only its plain strings were searched")
    else:
        basket.skip("the kind of file is not known; only its plain strings were searched")
