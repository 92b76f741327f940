"""Typing errors: one letter wrong, missing, too many, or two letters changed round."""

import string
from collections.abc import Iterator

from auditor.confidential.common_words import word_set

_ALIKE = (("rn", "m"), ("vv", "w"), ("cl", "d"), ("ii", "u"), ("li", "h"))
"""Two letters that optical recognition takes for one, and the other way round."""


def misreadings(meant: str) -> Iterator[str]:
    """`meant` as optical recognition may read it, with one error of two letters."""
    for two, one in _ALIKE:
        for seen, read in ((two, one), (one, two)):
            at = meant.find(seen)
            while at >= 0:
                yield meant[:at] + read + meant[at + len(seen) :]
                at = meant.find(seen, at + 1)


def one_edit(written: str, meant: str) -> bool:
    """True when `written` differs from `meant` by exactly one error of typing or of optical recognition."""
    if abs(len(written) - len(meant)) == 1 and written in misreadings(meant):
        return True
    return _one_slip(written, meant)


def _one_slip(written: str, meant: str) -> bool:
    short, long = sorted((written, meant), key=len)
    if len(long) - len(short) > 1 or written == meant:
        return False
    at = 0
    while at < len(short) and short[at] == long[at]:
        at += 1
    if not at and len(short) == len(long) and short[1:2] != long[:1]:
        # A wrong first letter makes another name.
        return False
    if len(short) < len(long):
        return short[at:] == long[at + 1 :]
    if short[at + 1 :] == long[at + 1 :]:
        return True
    return short[at : at + 2] == long[at : at + 2][::-1] and short[at + 2 :] == long[at + 2 :]


_ENDING_PAIRS = word_set(
    """
    ld nd rd ft lt nt pt rt st ct xt tt ck lk nk rk sk lm rm sm gn ln rn wn ll rl wl ff lf rf ss sh ch th gh
    ph ng mp lp rp sp bs cs ds fs gs hs ks ls ms ns ps rs ts ws
    """
)
"""Two consonants that end words."""
_UNLIKE_OTHERS = 8
"""A name of so many letters has hardly another one a letter away."""


def at_edge(written: str, meant: str) -> bool:
    """True when the one error is in the first letter, or in a last letter wrong or too many.

    There another word is as likely as an error: "Arbor" for "Harbor", "American" for "Americas".
    """
    if len(meant) >= _UNLIKE_OTHERS:
        return False
    if written[:1] != meant[:1]:
        return True
    if len(written) == len(meant):
        return written[:-1] == meant[:-1] and _ends_like_a_word(written)
    return written[:-1] == meant and written[-1:] != meant[-1:] and _ends_like_a_word(written)


def _ends_like_a_word(written: str) -> bool:
    """False for an ending that no name has: "Padburyq", "Barnesz"."""
    before, last = written[-2:-1], written[-1:]
    if before in "aeiouy":
        return last in "aeoydgklmnprst"
    return last in "aeoiy" or before + last in _ENDING_PAIRS


def swapped(written: str, meant: str) -> bool:
    """True when two neighbouring characters have changed places, and nothing else differs."""
    return len(written) == len(meant) and sorted(written) == sorted(meant) and one_edit(written, meant)


def slips(word: str) -> Iterator[str]:
    """`word` with one letter left out, wrong or too many, or two changed round; the first letter stays."""
    for at in range(1, len(word) + 1):
        head, tail = word[:at], word[at:]
        yield from (head + letter + tail for letter in string.ascii_lowercase)
        if not tail:
            return
        yield head + tail[1:]
        yield from (head + letter + tail[1:] for letter in string.ascii_lowercase if letter != tail[0])
        if tail[1:] and tail[0] != tail[1]:
            yield head + tail[1] + tail[0] + tail[2:]
