"""Structured data in pages."""

from auditor.collect.extract.markup import Markup
from auditor.collect.extract.part import Basket


def read(markup: Markup, basket: Basket) -> None:
    """Nothing yet."""
