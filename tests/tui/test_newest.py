"""Questions that come faster than they are answered, and what is brought back of past ones."""

from hypothesis import given
from hypothesis import strategies as st

from tui.newest import Newest
from tui.past import PastQueries


@given(st.lists(st.booleans(), max_size=60))
def test_one_is_worked_on_at_a_time_in_order_and_the_last_one_always(steps: list[bool]) -> None:
    newest: Newest[str] = Newest()
    begun: list[str] = []
    asked: list[str] = []
    working = False
    for asks in [*steps, *[False] * 3]:
        if asks:
            asked.append(f"question {len(asked)}")
            begin = newest.ask(asked[-1])
            assert (begin is None) == working
        elif working:
            begin = newest.answered()
            working = False
        else:
            continue
        if begin is not None:
            begun.append(begin[1])
            working = True
    assert not working
    assert begun == [question for question in asked if question in begun]
    assert begun[-1:] == asked[-1:]


def test_what_is_forgotten_is_not_begun_and_its_answers_are_not_wanted() -> None:
    newest: Newest[str] = Newest()
    first = newest.ask("one")
    assert first
    assert newest.wants(first[0])
    assert newest.ask("two") is None
    newest.forget()
    assert not newest.wants(first[0])
    assert newest.answered() is None
    third = newest.ask("three")
    assert third
    assert newest.wants(third[0])


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
