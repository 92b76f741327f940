"""The forms in which a text names one person, as one expression over folded text."""

import re
from dataclasses import dataclass

from auditor.confidential.person.fact import PARTICLES, Name
from auditor.confidential.person.nicknames import WRITTEN_SHORT
from auditor.confidential.person.surnames import FAMILY_FIRST, MARKS
from auditor.core.status import Grade

_LABELS = (
    r"(?:first|last|given|family|middle|sur|fore|f|l)[\s_-]{0,2}names?|first|last|given|family|prenom|nom|nombre|apellidos?|vorname|nachname"
    r"|cognome|nome|achternaam|voornaam|name|value|type|string|text|td|tr|th|span|div|li|b|dd|dt"
)
_TITLES = (
    "mr|mrs|ms|miss|mx|dr|prof|rev|sra|srta|sr|herr|frau|mme|mlle|sister|brother|officer|detective|judge|nurse|"
    "coach|aunt|uncle|professor|doctor|reverend|pastor|father|mister"
)
_BETWEEN = r"[-_.+]"
_GAP = r"\s{1,6}"
_SAINT = r"(?:saint|sainte|ste?)\.?"
_PARTICLES = {
    "van": r"v(?:an)?\.?",
    "von": r"v(?:on)?\.?",
    "der": r"d(?:er)?\.?",
    "den": r"d(?:en)?\.?",
    "st": _SAINT,
    "saint": _SAINT,
    "ste": _SAINT,
}
"""Particles that are also shortened, or written out: "v.d. Berg", "St. Clair"."""
_AND_ANOTHER = r"&\s{1,3}[a-z][a-z'-]{1,14}"
"""One more given name before a surname that two people share: "Ann & Paul Roe"."""
_DIGRAPHS = ("zh", "kh", "ch", "sh", "ts", "yu", "ya", "ph", "th", "dz", "gh")
_PART = re.compile(r"[^\W\d_]+")
_MAC = re.compile("ma?c(?=[a-z]{4})")


@dataclass(frozen=True, slots=True)
class Form:
    """What a form is worth with capital letters, and without; None when it is nothing."""

    grade: Grade
    lower: Grade | None
    reason: str


FORMS = {
    "full": Form(Grade.EXACT, Grade.PROBABLE, "given name and surname"),
    "turned": Form(Grade.EXACT, Grade.PROBABLE, "surname and given name"),
    "columns": Form(Grade.PROBABLE, None, "given name and surname in two columns"),
    "labelled": Form(Grade.EXACT, Grade.PROBABLE, "given name and surname in two fields"),
    "labelled_turned": Form(Grade.EXACT, Grade.PROBABLE, "surname and given name in two fields"),
    "bare_turned": Form(Grade.PROBABLE, None, "surname and given name without a comma"),
    "slug": Form(Grade.PROBABLE, Grade.PROBABLE, "name as a handle or part of an address"),
    "handle": Form(Grade.PROBABLE, Grade.PROBABLE, "initial and surname as a handle"),
    "dotted": Form(Grade.PROBABLE, None, "initial and surname"),
    "initial": Form(Grade.PARTIAL, None, "initial without a full stop, and surname"),
    "turned_initial": Form(Grade.PROBABLE, None, "surname and initial"),
    "short": Form(Grade.PARTIAL, None, "given name and initial of the surname"),
    "titled": Form(Grade.PARTIAL, None, "title and surname"),
}
"""Each named group of the expression, and its worth."""


def letters(text: str) -> str:
    """The letters of a name, run together."""
    return "".join(re.findall("[^\\W\\d_]+", text))


def surname_words(name: Name) -> set[str]:
    """Words one of which every writing of the surname contains."""
    parts = [part for word in name.surname for part in re.findall(r"[^\W\d_]+", word)]
    words = {parts[-1], letters("".join(name.surname)), "".join(parts[-2:])}
    for word in list(words):
        if mac := _MAC.match(word):
            rest = word[mac.end() :]
            words |= {rest, f"mc{rest}", f"mac{rest}"}
    return words


def _spelled(word: str) -> str:
    """A word in which apostrophes and hyphens may be left out or be blanks, and Mc may be Mac."""
    if word in WRITTEN_SHORT:
        return _shortened(word)
    if short := _PARTICLES.get(word):
        return short
    if mac := _MAC.match(word):
        return rf"ma?c[\s'-]?{re.escape(word[mac.end() :])}"
    parts = [part for part in re.split("['-]", word) if part]
    return r"[\s'-]{0,2}".join(
        _shortened(part) if part in WRITTEN_SHORT else re.escape(part) for part in parts
    )


def _shortened(word: str) -> str:
    """A short form, with a full stop behind it or before its raised end: "Ma.", "M.ª"."""
    return rf"{word[0]}\.?{word[1:]}\.?"


def _either(words: list[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


def expression(name: Name, givens: frozenset[str]) -> re.Pattern[str]:
    """One expression with a group per form; groups g... and s... are the words that need a capital."""
    given = _either([_spelled(word) for word in givens])
    cut_short = _either([given, *(rf"{name.given[:n]}\." for n in range(3, len(name.given) - 1))])
    surname = r"[\s-]{0,3}".join(map(_spelled, name.surname))
    initial = re.escape(name.given[0])
    second = "-" in name.given and re.escape(name.given.partition("-")[2][:1])
    # "J-P" and "jp" for Jean-Pierre
    pair = rf"{initial}(?:-?{second})?" if second else initial
    # "Zh." for Zhanna: one letter in another alphabet
    first = rf"{name.given[:2]}|{initial}" if name.given.startswith(_DIGRAPHS) else initial
    hyphened = rf"(?:\s?-?\s?{second}\.)?" if second else ""
    inits = "".join(rf"(?:{re.escape(middle[0])})?" for middle in name.middle)
    known = _either(["[a-z]", *(re.escape(middle) for middle in name.middle)])
    inner = rf"(?:{known})\.?|{_AND_ANOTHER}|[\"'(][a-z]{{2,15}}[\"')]|{_either(sorted(PARTICLES))}"
    middle = rf"(?:(?:{inner}|(?P<unknown>[a-z][a-z'-]{{1,14}})){_GAP}){{0,2}}"
    run_given = _either([f"{_BETWEEN}?".join(_PART.findall(word)) for word in givens])
    run_surname = _either(sorted({letters("".join(name.surname)), *_mac_runs(name)}))
    parts = [part for word in name.surname for part in re.findall(r"[^\W\d_]+", word)]
    slug_surname = rf"(?:{run_surname}|{f'{_BETWEEN}?'.join(parts)})"
    field = rf"[^a-z0-9]{{1,8}}(?:(?:{_LABELS})[^a-z0-9]{{1,8}}){{1,4}}"
    comma = rf"\s{{0,3}}[,;^]{{1,2}}\s{{0,4}}(?:(?:{_TITLES})\.?\s{{1,3}})?"
    return re.compile(
        r"(?<![a-z])(?:"
        rf"(?P<full>(?P<g1>{cut_short}){_GAP}{middle}(?P<s1>{surname}))"
        rf"|(?P<turned>(?P<s2>{surname}){comma}(?P<g2>{given}){_moved(name, comma, given)})"
        rf"|(?P<columns>(?P<g10>{given})(?:\"?[,;|]\"?|\s?[|\t]\s?)(?P<s12>{surname})(?=\s?\"?(?:[,;|\t\n]|$)))"
        rf"|(?P<labelled>(?P<g3>{given}){field}(?P<s3>{surname}))"
        rf"|(?P<labelled_turned>(?P<s4>{surname}){field}(?P<g4>{given}))"
        rf"|(?P<bare_turned>(?P<s5>{surname}){_family_gap(name)}(?P<g5>{given}))"
        rf"|(?P<slug>(?:{run_given})(?:{_BETWEEN}(?:{known}))?{_BETWEEN}?{slug_surname}"
        rf"|{slug_surname}{_BETWEEN}?(?:{run_given}))"
        rf"|(?P<dotted>(?P<g6>{first})\.{hyphened}\s{{0,3}}(?:(?:{inner})\s{{0,3}}){{0,2}}(?P<s6>{surname}))"
        rf"|(?P<turned_initial>(?P<s7>{surname}),?\s{{1,3}}(?P<g7>{first})\.(?:\s?[a-z]\.){{0,2}})"
        rf"|(?P<handle>{pair}{inits}{_BETWEEN}?{slug_surname}|{slug_surname}{_BETWEEN}?{pair})"
        rf"|(?P<initial>(?P<g8>{pair})\s{{1,2}}(?:(?:{inner}){_GAP}){{0,2}}(?P<s8>{surname}))"
        rf"|(?P<titled>(?:{_TITLES})\.?\s{{1,3}}(?P<s10>{surname})(?!(?:{comma}|{_family_gap(name)})(?:{given})(?![a-z])))"
        r")(?![a-z])"
    )


def short_expression(name: Name, givens: frozenset[str]) -> re.Pattern[str]:
    """The given name and the initial of the surname ("Alex E.")."""
    given = _either([_spelled(word) for word in givens])
    first = re.escape(letters(name.surname[0])[0])
    end = r"(?:\.(?!\s?[a-z]\.)|(?=\s{0,2}(?:[,;:!?()|]|$)))"
    return re.compile(rf"(?<![a-z])(?P<short>(?P<g1>{given})\s{{1,3}}(?P<s1>{first}){end})(?![a-z])")


def short_tails(givens: frozenset[str]) -> set[str]:
    """What each of the given names ends with, however its parts are joined."""
    parts = {[part for part in re.split("['-]", given) if part][-1] for given in givens}
    return {f"{part}." for part in parts & WRITTEN_SHORT} | {
        part[mac.end() :] if (mac := _MAC.match(part)) else part for part in parts
    }


def _mac_runs(name: Name) -> set[str]:
    word = name.surname[-1]
    mac = _MAC.match(word)
    return {f"mc{word[mac.end() :]}", f"mac{word[mac.end() :]}"} if mac and len(name.surname) == 1 else set()


def _family_gap(name: Name) -> str:
    """What stands between a surname and the given name behind it: in Vietnamese "Tran-Thi Hong" as well."""
    if name.surname[0] not in FAMILY_FIRST:
        return r"\s{1,3}"
    return rf"[\s-]{{1,3}}(?:(?:{_either([mark[0] for mark in MARKS])})\.?\s{{1,3}})?"


def _moved(name: Name, comma: str, given: str) -> str:
    """Another alternative inside "turned": a surname whose particles stand after the given name."""
    if len(name.surname) == 1:
        return ""
    particles = _GAP.join(map(re.escape, name.surname[:-1]))
    return rf"|(?P<s11>{re.escape(name.surname[-1])}){comma}(?P<g11>{given}){_GAP}{particles}"
