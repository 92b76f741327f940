"""Streets named for a day, as in "rue du 8 Mai 1945" and "Via XX Settembre": how the day is written."""

from collections.abc import Iterator
from dataclasses import dataclass

from auditor.confidential.address.vocabulary.lists import in_order, words
from auditor.confidential.address.vocabulary.roman import roman_figure, roman_value
from auditor.confidential.address.vocabulary.said import said_in
from auditor.confidential.address.vocabulary.streets import LINKS

_TWELVE = {
    "french": in_order(
        "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre"
    ),
    "spanish": in_order(
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
    ),
    "italian": in_order(
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre"
    ),
    "portuguese": in_order(
        "janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro"
    ),
    "german": in_order("januar februar marz april mai juni juli august september oktober november dezember"),
    "dutch": in_order(
        "januari februari maart april mei juni juli augustus september oktober november december"
    ),
    "polish": in_order(
        "stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika listopada grudnia"
    ),
    "czech": in_order("ledna unora brezna dubna kvetna cervna cervence srpna zari rijna listopadu prosince"),
}
MONTHS = frozenset(month for months in _TWELVE.values() for month in months) | {"setiembre"}
"""Months, folded, as they stand in the names of streets of eight languages."""
ENGLISH_MONTHS = words(
    "january february march april may june july august september october november december"
)
_COUNTED_MONTHS = range(8, 12)
"""Where in the year the months stand that are also written with the figure of the Roman calendar: "7bre"."""
_COUNTING = ("french", "spanish", "italian", "portuguese", "german", "dutch")
_DAYS = {said: day for language in _COUNTING for day in range(1, 32) for said in said_in(language, day)}
_FIRST = {"french": "premier", "spanish": "primero", "portuguese": "primeiro", "italian": "primo"}
_DAYS |= dict.fromkeys([*_FIRST.values(), "1er", "1o", "1a"], 1)
_LEAST_SHORT = 3
"""Months are cut to so many letters at least."""


@dataclass(frozen=True, slots=True)
class _Dated:
    """Where day, month and year stand in a name. The day may take several words ("vinte e cinco")."""

    day: int
    first: int
    month: int
    year: int


def is_dated(name: tuple[str, ...]) -> bool:
    """True for the name of a street that is named for a day."""
    return _dated(name) is not None


def has_day(words: list[str]) -> bool:
    """True when a day's figure and its month stand among `words`: "25 de Abril"."""
    return any(word.isdecimal() and _month_behind(words, at + 1) for at, word in enumerate(words))


def _month_behind(words: list[str], at: int) -> int:
    """Where a month stands at `at`, or behind a small word there; 0 where none does."""
    at += at < len(words) and words[at] in ("de", "di", "d")
    return at if at < len(words) and words[at] in MONTHS else 0


def _dated(name: tuple[str, ...]) -> _Dated | None:
    words = list(name)
    for first in range(len(words)):
        for stop in range(min(first + 4, len(words)), first, -1):
            month = _month_behind(words, stop)
            day = _day("".join(words[first:stop])) if month else 0
            if not day:
                continue
            behind = [at for at in range(month + 1, len(words)) if words[at] not in LINKS]
            year = behind[0] if behind and _is_year(words[behind[0]]) else 0
            if len(behind) > bool(year) or any(word not in LINKS for word in words[:first]):
                return None
            return _Dated(day, first, month, year)
    return None


def _day(text: str) -> int:
    day = int(text) if text.isdecimal() else _DAYS.get(text) or roman_value(text)
    return day if 0 < day < 32 else 0


def _is_year(word: str) -> bool:
    return word.isdecimal() and (len(word) == 2 or (len(word) == 4 and "1500" <= word < "2100"))


def date_choices(name: tuple[str, ...]) -> list[list[str]]:
    """How each part of a dated street's name may be written; empty for any other name.

    The year may be left out or cut to its last figures, and the month cut short: "8-Mai-45", "4 nov.".
    """
    dated = _dated(name)
    if dated is None:
        return []
    links = [[word, ""] for word in name[: dated.first]]
    between = [["", "de"]] if "de" in name[dated.first + 1 : dated.month] else []
    years = [["", name[dated.year], name[dated.year][-2:]]] if dated.year else []
    if years and "de" in name[dated.month + 1 : dated.year]:
        years.insert(0, ["", "de"])
    month = name[dated.month]
    return [*links, _days(dated.day, month), *between, sorted(short_months(month)), *years]


def _days(day: int, month: str) -> list[str]:
    """The day in figures, and in words of the month's languages."""
    forms = {str(day), roman_figure(day)}
    for language in (language for language in _COUNTING if month in _months_of(language)):
        said = said_in(language, day)
        forms |= (
            {f"{word}{end}" for word in said for end in ("ten", "sten")} if language == "german" else {*said}
        )
        if day == 1:
            forms |= {"1er", "1o", "1a", "1ro", _FIRST.get(language, "1")}
    return sorted(forms)


def _months_of(language: str) -> set[str]:
    return {"setiembre", *_TWELVE[language]} if language == "spanish" else set(_TWELVE[language])


def short_months(month: str) -> set[str]:
    """The month in full and cut short: "nov", "sept", "7bre"."""
    forms = {month, *_cut(month)}
    if month in ("septiembre", "setiembre"):
        forms |= {"septiembre", "setiembre", "sept", "sep", "set"}
    place = next((months.index(month) for months in _TWELVE.values() if month in months), 0)
    if place in _COUNTED_MONTHS and month.endswith("bre"):
        forms.add(f"{place - 1}bre")
    return forms


def _cut(month: str) -> Iterator[str]:
    yield from (month[:count] for count in range(_LEAST_SHORT, min(len(month) - 1, 5)))
    if month.endswith("bre"):
        # "sepbre", "novbre"
        yield from (f"{month[:count]}bre" for count in (3, 4) if len(month) > count + 3)
