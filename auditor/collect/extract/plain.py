"""Plain text, JSON and XML files, and the strings of files of unknown kind."""

import re
from html import unescape

from auditor.collect.extract import charset, data
from auditor.collect.extract.lines import marked_lines, plain_lines, squeezed
from auditor.collect.extract.markup import attribute_places, raw_attributes, split
from auditor.collect.extract.part import Basket, Part

_ASCII = re.compile(rb"[\x20-\x7e\t]{5,}")
_UTF16 = re.compile(rb"(?:[\x20-\x7e]\0){5,}")


def read_text(part: Part, basket: Basket) -> None:
    """Read plain text."""
    for text in charset.readings(part.body, part.charset):
        basket.add("text", text, "", plain_lines(text))


def read_json(part: Part, basket: Basket) -> None:
    """Read JSON."""
    for text in charset.readings(part.body, part.charset):
        data.read_json_text(text, basket)


def read_xml(part: Part, basket: Basket) -> None:
    """Read XML of any vocabulary: texts with each tag as a line end, attributes, comments."""
    for source in charset.readings(part.body, part.charset):
        markup = split(source)
        marked = unescape(markup.flow({}, "\n"))
        text = squeezed(marked)
        basket.add("xml", text, "", marked_lines(marked, text))
        pairs = [p for p in raw_attributes(markup.inside) if p[1]]
        values = [unescape(v) for _, v in pairs]
        starts = [sum(len(v) + 1 for v in values[:i]) for i in range(len(values))]
        basket.add("xml-attribute", "\n".join(values), "", attribute_places(markup.source, starts, pairs))
        for special in markup.specials:
            basket.add(
                "xml-comment", unescape(special.text), "", plain_lines(special.text, markup.line(special))
            )


def read_unknown(part: Part, basket: Basket) -> None:
    """Search the strings of a file of unknown kind, and say that it was not understood."""
    strings = [m.decode("ascii") for m in _ASCII.findall(part.body)]
    strings += [m.decode("utf-16-le") for m in _UTF16.findall(part.body)]
    basket.add("strings", "\n".join(strings))
    basket.skip("the kind of file is not known; only its plain strings were searched")
