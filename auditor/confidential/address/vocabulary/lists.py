"""Reads the word lists of the vocabulary modules, which are kept as plain text for the sake of the reader."""


def words(text: str) -> frozenset[str]:
    """The words of a text as a set."""
    return frozenset(text.split())


def in_order(text: str) -> list[str]:
    """The words of a text, in order."""
    return text.split()


def table(*texts: str) -> dict[str, frozenset[str]]:
    """Each spelling and the canonical words it may stand for.

    Groups stand on lines of their own or between bars; the first word of a group is canonical.
    """
    found: dict[str, set[str]] = {}
    for text in texts:
        for group in text.replace("\n", "|").split("|"):
            spellings = group.split()
            for spelling in spellings:
                found.setdefault(spelling, set()).add(spellings[0])
    return {spelling: frozenset(meanings) for spelling, meanings in found.items()}
