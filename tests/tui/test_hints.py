"""The labels that links are followed by."""

from hypothesis import given
from hypothesis import strategies as st

from tui.hints import LETTERS, labels


@given(st.integers(0, 1500))
def test_labels_differ_and_none_begins_another(count: int) -> None:
    made = labels(count)
    assert len(set(made)) == len(made) == count
    assert len({len(label) for label in made}) <= 1


def test_one_key_is_enough_for_as_many_links_as_there_are_letters() -> None:
    assert max(map(len, labels(len(LETTERS)))) == 1
    assert max(map(len, labels(len(LETTERS) + 1))) == 2
