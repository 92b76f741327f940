"""Turns the bytes of a resource into fragments that can be searched."""

import hashlib

from auditor.collect.extract.part import Basket, Budget, LimitError, Limits, Part
from auditor.core.document import Document, Resource

__all__ = ["Limits", "read"]


def read(resource: Resource, limits: Limits | None = None) -> Document:
    """Everything that `resource` says or hides, as fragments, and what could not be read.

    Never raises for what the bytes hold: a damaged, protected, oversized or unknown file is named in
    `unchecked` with the reason, beside whatever could be read of it.
    """
    basket = Basket(resource.url, Budget(limits or Limits()), _dispatch)
    part = Part(resource.body, resource.url, resource.media_type, resource.charset)
    media_type = _recognise(part)
    _surroundings(resource, basket)
    _dispatch(part, basket)
    return Document(
        url=resource.url,
        media_type=media_type,
        size=len(resource.body),
        digest=hashlib.sha256(resource.body).hexdigest(),
        fragments=tuple(basket.fragments),
        unchecked=tuple(basket.unchecked),
        aliases=resource.aliases,
        is_page=media_type == "text/html",
    )


def _surroundings(resource: Resource, basket: Basket) -> None:
    """The addresses of the resource and its response headers."""
    from auditor.collect.extract.encoded import url_words

    for url in (resource.url, *resource.aliases):
        basket.add("url", url_words(url))
    for name, value in resource.headers:
        basket.add("http-header", value, f"header {name}")


def _recognise(part: Part) -> str:
    from auditor.collect.extract import sniff

    return sniff.media_type(part.body, part.media_type)


def _dispatch(part: Part, basket: Basket) -> None:
    """Read one part with the reader of its kind; whatever goes wrong becomes an unchecked entry."""
    try:
        _read(part, basket)
    except LimitError as error:
        basket.skip(f"not read to the end: {error}")
    except MemoryError:
        basket.skip("not read to the end: it needs too much memory")
    except Exception as error:  # noqa: BLE001 -- a hostile file must never stop an audit; the reason is listed
        basket.skip(f"the file is damaged or not what it seems ({type(error).__name__})")


def _read(part: Part, basket: Basket) -> None:
    from auditor.collect.extract import charset, html, pdf, plain

    kind = _recognise(part)
    if not part.body:
        return
    if kind == "text/html":
        for text in charset.readings(part.body, part.charset):
            html.read_text(text, basket)
        return
    readers = {
        "application/pdf": pdf.read,
        "application/json": plain.read_json,
        "application/xml": plain.read_xml,
        "text/plain": plain.read_text,
    }
    readers.get(kind, plain.read_unknown)(part, basket)
