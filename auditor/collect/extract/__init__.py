"""Turns the bytes of a resource into fragments that can be searched."""

from collections.abc import Callable
from dataclasses import replace

from auditor.collect.extract.part import Basket, Budget, LimitError, Limits, Part
from auditor.core.document import Document, Resource, Unchecked

__all__ = ["Limits", "is_heavy", "read"]

_LOOKED_AT = 1 << 16
_NAMED_PLACES = 3
_WITHOUT_MARGINS = ("html-text", "html-comment", "strings", "url")
"""Carriers whose lines have lost the spaces that they begin with, or are no lines of a text."""


def read(resource: Resource, limits: Limits | None = None) -> Document:
    """Everything that `resource` says or hides, as fragments, and what could not be read.

    Never raises for what the bytes hold: a damaged, protected, oversized or unknown file is named in
    `unchecked` with the reason, beside whatever could be read of it.
    """
    from auditor.collect.extract import encoded, formats, siblings

    basket = Basket(resource.url, Budget(limits or Limits()), _dispatch)
    part = Part(resource.body, resource.url, resource.media_type.lower(), resource.charset)
    media_type = formats.recognise(part).media_type
    _surroundings(resource, basket)
    _dispatch(part, basket)
    _guarded(lambda: encoded.unfold(basket), basket)
    _guarded(lambda: _labelled(basket), basket)
    _guarded(lambda: _drawn(basket), basket)
    _guarded(lambda: siblings.follow(basket), basket)
    return Document(
        url=resource.url,
        media_type=media_type,
        size=len(resource.body),
        fragments=tuple(basket.fragments),
        unchecked=_grouped(basket.unchecked),
        aliases=resource.aliases,
        is_page=media_type == "text/html",
    )


def _grouped(entries: list[Unchecked]) -> tuple[Unchecked, ...]:
    """The entries, those for one reason in many places of one file put together in the place of the first."""
    groups: dict[tuple[str, str, str], list[Unchecked]] = {}
    for entry in entries:
        groups.setdefault((entry.reason, entry.mend, entry.cause), []).append(entry)
    listed: list[Unchecked] = []
    for group in groups.values():
        if len(group) <= _NAMED_PLACES:
            listed += group
            continue
        named = ", ".join(entry.place or "the file itself" for entry in group[:_NAMED_PLACES])
        place = f"{len(group)} places: {named} and {len(group) - _NAMED_PLACES} more"
        listed.append(replace(group[0], place=place))
    return tuple(listed)


def is_heavy(resource: Resource) -> bool:
    """True when reading the resource calls native libraries on bytes from outside."""
    from auditor.collect.extract import formats

    part = Part(resource.body, resource.url, resource.media_type.lower(), resource.charset)
    return bool(part.body) and formats.recognise(part).heavy


def _surroundings(resource: Resource, basket: Basket) -> None:
    """The addresses of the resource and its response headers."""
    from auditor.collect.extract import encoded

    for url in (resource.url, *resource.aliases):
        basket.add("url", encoded.url_words(url))
    for name, value in resource.headers:
        basket.add("http-header", value, f"header {name}")


def _labelled(basket: Basket) -> None:
    """Addresses whose parts stand behind labels, line by line, in any text."""
    from auditor.collect.extract import named

    for fragment in tuple(basket.fragments):
        for text in named.labelled(fragment.text):
            basket.note(text)
            basket.add(fragment.carrier, text, f"{fragment.where}, labelled lines".lstrip(", "))


def _drawn(basket: Basket) -> None:
    """Barcodes drawn with characters, in any text that keeps its lines as they are."""
    from auditor.collect.extract import grid_codes

    for fragment in tuple(basket.fragments):
        if fragment.carrier not in _WITHOUT_MARGINS:
            grid_codes.read_text(fragment.text, basket, fragment.where)


def _dispatch(part: Part, basket: Basket) -> None:
    """Read one part with the reader of its kind."""
    from auditor.collect.extract import formats

    if part.body:
        before = len(basket.fragments) + len(basket.unchecked)
        chosen = formats.recognise(part)
        _guarded(lambda: chosen.reader(part, basket), basket)
        if len(basket.fragments) + len(basket.unchecked) == before and chosen.media_type != "image/*":
            _not_silent(part, basket)


def _not_silent(part: Part, basket: Basket) -> None:
    """A part in which its reader found nothing: search its strings, and list it unless it is a short text."""
    from auditor.collect.extract import sniff, strings

    body = part.body[:_LOOKED_AT]
    if sniff.looks_text(body) and len(part.body) <= _LOOKED_AT:
        basket.add("strings", body.decode("utf-8", "replace"), "the file as it is")
    elif part.body.strip(b"\0\n\r\t "):
        basket.add("strings", strings.strings_of(body), "strings of the file")
        basket.skip("nothing that can be read was found in it; its plain strings were searched")


def _guarded(action: Callable[[], None], basket: Basket) -> None:
    """Run `action`; whatever goes wrong becomes an unchecked entry, and what was found before it stays."""
    try:
        action()
    except LimitError as error:
        basket.skip(f"not read to the end: {error}")
    except MemoryError:
        basket.skip("not read to the end: it needs too much memory")
    except Exception as error:  # noqa: BLE001 -- a hostile file must never stop an audit; the reason is listed
        basket.skip(f"the file is damaged or not what it seems ({type(error).__name__})")
