"""Editions: who a report is for, and what it leaves out for them."""

from dataclasses import dataclass
from enum import StrEnum


class Edition(StrEnum):
    """For whom a report is made. Confidential facts are masked in all of them."""

    INTERNAL = "internal"
    BOARD = "board"
    FUNDER = "funder"


@dataclass(frozen=True, slots=True)
class EditionRow:
    """An edition as the report names it."""

    edition: Edition
    title: str
    audience: str
    leaves_out: tuple[str, ...]

    @property
    def statement(self) -> str:
        """One sentence on what this edition leaves out."""
        return f"This edition leaves out {'; '.join(self.leaves_out)}."


EDITIONS = {
    Edition.INTERNAL: EditionRow(
        Edition.INTERNAL,
        "Internal edition",
        "For those who run the audit. Not to be passed on: it says where findings stand.",
        ("the confidential facts themselves, which appear by their label only",),
    ),
    Edition.BOARD: EditionRow(
        Edition.BOARD,
        "Board edition",
        "For the board and the management.",
        (
            "the confidential facts themselves",
            "the pages and places of findings, which are counted instead",
            "notes, the titles of evidence, and the addresses of what could not be examined",
        ),
    ),
    Edition.FUNDER: EditionRow(
        Edition.FUNDER,
        "Funder edition",
        "For funders and other outside readers.",
        (
            "the confidential facts themselves and the labels of sites",
            "the pages and places of findings, which are counted instead",
            "notes, reasons and action titles in people's own words (the checklist's words stand instead)",
            "the names of staff, but for those who signed",
        ),
    ),
}
