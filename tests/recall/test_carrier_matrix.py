"""Every fact is found in every carrier, and no near miss is taken for one."""

from tests.recall.carrier_matrix import outcomes


def test_every_cell_of_the_matrix():
    wrong = [
        (carrier, kind.value, wanted, text) for carrier, kind, wanted, text, right in outcomes() if not right
    ]
    assert wrong == []
