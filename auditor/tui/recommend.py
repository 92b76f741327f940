"""Which checklist suits an agency, from three questions. Pure."""

from typing import NamedTuple


class Question(NamedTuple):
    """One question, and its answers in the order in which they are offered."""

    name: str
    text: str
    answers: tuple[tuple[str, str], ...]


QUESTIONS = (
    Question(
        "place",
        "Your place",
        (
            ("hidden", "hidden"),
            ("open", "open to all"),
            ("none", "outreach"),
            ("calls", "calls only"),
        ),
    ),
    Question(
        "people",
        "You serve",
        (("youth", "trafficked youth"), ("partner", "fleeing a partner"), ("others", "others")),
    ),
    Question("country", "You are in", (("us", "the United States"), ("elsewhere", "another country"))),
)


class Advice(NamedTuple):
    """A checklist, and why it suits."""

    profile: str
    why: str


def recommend(place: str, people: str, country: str) -> Advice:
    """The checklist for an agency. What fits the country comes first, then the place, then the people."""
    if country == "elsewhere":
        return Advice("non-us", "registers and funders differ outside the United States")
    by_place = {
        "calls": Advice("hotline-only", "nobody comes to you, so numbers and records matter most"),
        "none": Advice("outreach-only", "your teams go out, so visits weigh more than a house"),
        "open": Advice("public-centre", "an address that is public needs doors, eyes and habits instead"),
    }
    if place in by_place:
        return by_place[place]
    return {
        "youth": Advice("trafficking-youth-residential", "a house for youth has nights, visitors and phones"),
        "partner": Advice("dv-shelter", "who must be kept away knows the resident and their devices"),
    }.get(people, Advice("full-protocol", "it holds everything that a hidden house should ask"))
