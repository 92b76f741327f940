"""Attribute values of a page: words in one text, addresses of links decoded in another."""

from html import unescape

from auditor.collect.extract.lines import WRAP
from auditor.collect.extract.markup import Markup, attribute_places, raw_attributes
from auditor.collect.extract.part import Basket


def read(markup: Markup, basket: Basket) -> None:
    """Every attribute value once, entities decoded."""
    pairs = [pair for pair in raw_attributes(markup.inside) if pair[1]]
    values = [unescape(v) if "&" in v else v for _, v in pairs]
    values = [v.replace(WRAP, "\n") if WRAP in v else v for v in values]
    starts, at = [], 0
    for value in values:
        starts.append(at)
        at += len(value) + 1
    basket.add("html-attribute", "\n".join(values), "", attribute_places(markup.source, starts, pairs))
