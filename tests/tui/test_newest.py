"""Questions that come faster than they are answered, and what is brought back of past ones."""

from hypothesis import given
from hypothesis import strategies as st

from tui.newest import Newest
from tui.past import PastQueries


@given(st.lists(st.booleans(), max_size=60))
def test_one_is_worked_on_at_a_time_in_order_and_the_last_one_always(steps: list[bool]) -> None:
    newest: Newest[int] = Newest()
    begun: list[int] = []
    working = False
    asked = 0
    for asks in steps:
        if asks:
            asked += 1
            begin = newest.ask(asked)
            assert (begin is None) == working
        elif working:
            begin = newest.answered()
            working = False
        else:
            continue
        if begin is not None:
            begun.append(begin)
        working = working or begin is not None
    while working:
        begin = newest.answered()
        working = begin is not None
        if begin is not None:
            begun.append(begin)
    assert begun == sorted(set(begun))
    assert not asked or begun[-1] == asked


def test_what_is_forgotten_is_not_begun() -> None:
    newest: Newest[str] = Newest()
    assert newest.ask("one") == "one"
    assert newest.ask("two") is None
    newest.forget()
    assert newest.answered() is None
    assert newest.ask("three") == "three"


def test_past_searches_go_back_to_the_oldest_and_forward_to_the_newest() -> None:
    past = PastQueries(["b", "a"], lambda _: None)
    assert [past.older(), past.older(), past.older()] == ["b", "a", None]
    assert past.recalled
    assert [past.newer(), past.newer()] == ["b", None]
    assert not past.recalled


def test_a_search_that_is_repeated_becomes_the_newest() -> None:
    kept: list[str] = []
    past = PastQueries(["b", "a"], kept.append)
    past.note("  a ")
    past.note(" ")
    assert past.queries == ["a", "b"]
    assert kept == ["a"]
