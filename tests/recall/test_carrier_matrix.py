"""Facts are found in every carrier, and no near miss is taken for one."""

from tests.recall.carrier_matrix import PAGE, documented, outcomes, table

TARGET = 0.98


def test_the_matrix():
    results = list(outcomes())
    alarms = [
        (carrier, kind.value, text) for carrier, kind, wanted, text, right in results if not (wanted or right)
    ]
    planted = [right for _, _, wanted, _, right in results if wanted]
    assert alarms == []
    assert sum(planted) / len(planted) >= TARGET


def test_the_documentation_shows_the_matrix():
    text = PAGE.read_text("utf-8")
    assert documented(text, table()[0]) == text, "run: python -m tests.recall.carrier_matrix --docs"
