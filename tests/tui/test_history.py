"""The way through the articles, as a browser keeps it."""

from hypothesis import given
from hypothesis import strategies as st

from tui.history import History, Place, SearchPlace

STEPS = st.lists(st.sampled_from(["a", "b", "c", "<", ">"]), max_size=30)


def walk(steps: list[str]) -> History:
    history = History()
    history.start("start")
    for step in steps:
        if step == "<":
            history.back()
        elif step == ">":
            history.forward()
        else:
            history.visit(step)
    return history


@given(STEPS)
def test_back_and_forward_again_is_the_same_place(steps: list[str]) -> None:
    history = walk(steps)
    here = history.here
    if here is not None:
        history.back()
        assert history.forward() == here


@given(STEPS)
def test_going_back_always_ends_in_the_library(steps: list[str]) -> None:
    history = walk(steps)
    for _ in range(len(steps) + 1):
        history.back()
    assert history.here is None


@given(STEPS)
def test_a_visit_leaves_nothing_ahead(steps: list[str]) -> None:
    history = walk(steps)
    history.visit("new")
    assert history.forward() is None
    assert history.here == Place("new")


def test_a_noted_place_is_returned_to() -> None:
    history = walk(["a"])
    history.note(Place("a", 300, neighbour=2, in_panel=True))
    history.visit("b")
    assert history.back() == Place("a", 300, neighbour=2, in_panel=True)


def test_a_note_on_another_article_changes_nothing() -> None:
    history = walk(["a"])
    history.note(Place("b", 300))
    assert history.here == Place("a")


def test_leaving_leads_to_before_the_search_that_led_here() -> None:
    history = walk(["a"])
    history.visit("hit", SearchPlace("words"))
    history.visit("b")
    assert history.leave() == SearchPlace("words")
    assert history.here == Place("a")
    assert history.leave() is None
    assert history.here == Place("a")


def test_starting_from_the_library_begins_a_new_way() -> None:
    history = walk(["a", "b"])
    history.start("c")
    assert history.back() is None
    assert history.forward() == Place("c")


def test_back_from_a_hit_that_was_stepped_to_leads_to_the_hit_before_and_leaving_to_before_both() -> None:
    history = walk(["a"])
    history.visit("hit", SearchPlace("words", key="hit"))
    history.visit("next", SearchPlace("words", key="next", stepped=True))
    assert history.back() == Place("hit", search=SearchPlace("words", key="hit"))
    history.forward()
    assert history.leave() == SearchPlace("words", key="next")
    assert history.here == Place("a")


def test_the_hits_beyond_one_are_those_after_it_or_before_it_the_nearest_first() -> None:
    place = SearchPlace("words", key="c", hits=tuple("abcde"))
    assert "".join(place.beyond(1)) == "de"
    assert "".join(place.beyond(-1)) == "ba"
