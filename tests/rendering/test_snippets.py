"""The sentences that a search shows, with their formulas."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.expansion import Wanted
from loaders.plain_text import plain
from loaders.snippets import Marker
from tui.rendering.mathematics import in_a_sentence


def marker_of(*words: str) -> Marker:
    return Marker(Wanted(word, {word: 1.0}, 3.0) for word in words)


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("the spacecraft *New Horizons* showed", "the spacecraft New Horizons showed"),
        ("See [the other](/learn/test/questions/b).", "See the other."),
        ("See [the *other*](/a_(b)) and ![a map](x.png)", "See the other and a map"),
        ("***Both*** and __bold__ and _soft_ snake_case_name", "Both and bold and soft snake_case_name"),
        ("Call `f(*args, **more)` or `__init__`", "Call f(*args, **more) or __init__"),
        ("a \\* b costs \\$5", "a * b costs $5"),
        ("2 * 3 * 4 is 24", "2 * 3 * 4 is 24"),
        ("> ## Tin ##", "Tin"),
        ("H<sub>2</sub>O", "H2O"),
        ("| *moon* | oː | uː |", "moon · oː · uː"),
        (r"it is $\mathrm{H_2O}$", "it is H₂O"),
        (r"takes \(O(N \log N)\) steps", "takes O(N log N) steps"),
        (r"It is \( x^2 \), or $a_1$, for $5.", "It is x², or a₁, for $5."),
        ("*so $a*b$ is*", "so a * b is"),
    ],
)
def test_a_sentence_shows_without_marks_of_markdown_and_tex(source: str, shown: str) -> None:
    assert plain(source, in_a_sentence) == shown


def test_a_row_of_a_table_gives_way_to_a_sentence() -> None:
    text = "| Word | Then |\n|---|---|\n| moon food | oː |\n\nLong before, the word moon had another vowel."
    assert marker_of("moon", "food").snippet(text).text == "Long before, the word moon had another vowel."
    assert marker_of("food").snippet(text.partition("\n\n")[0]).text == "moon food · oː"


def test_a_sentence_ends_with_its_line_whatever_the_next_line_begins_with() -> None:
    text = "A pear is green.\n![An apple](apple.png) lies beside it.\n.NET is no fruit."
    assert marker_of("pear").snippet(text).text == "A pear is green."
    assert marker_of("apple").snippet(text).text == "An apple lies beside it."
    assert marker_of("fruit").snippet(text).text == ".NET is no fruit."


def test_the_first_of_sentences_with_the_same_words_is_shown() -> None:
    text = (
        "First, some plain words that have nothing. Here stands a pear for the first time. A pear stands here too."
    )
    assert marker_of("pear").snippet(text).text == "Here stands a pear for the first time."


def test_a_drawing_and_a_list_of_links_give_way_to_a_sentence() -> None:
    drawing = "```text\n0 │ ●─┼──▶ pear: green apple\n```"
    text = f"{drawing}\n\n- [Pear and green apple](/b)\n\nA pear hangs in the bucket for it."
    assert marker_of("pear", "green", "apple").snippet(text).text == "A pear hangs in the bucket for it."


def test_a_displayed_formula_of_several_lines_is_one_sentence() -> None:
    text = "Burn it.\n\n$$\n\\text{Wax}\n+ \\ce{O2 -> CO2 + H2O}\n$$\n"
    shown = marker_of("wax").snippet(text, in_a_sentence)
    assert shown.text.startswith("Wax")
    assert not {"$", "\\"} & {*shown.text}


def test_a_long_sentence_is_never_cut_within_the_source_of_a_formula() -> None:
    text = (
        "word " * 35
        + r"and $\frac{\mathrm{tin}}{\mathrm{lead}} + \frac{\mathrm{tin}}{\mathrm{lead}}$ "
        + "more " * 30
    )
    shown = marker_of("word").snippet(text, in_a_sentence).text
    assert "\\" not in shown
    assert "$" not in shown


@given(st.text(alphabet="$\\()[]{}^_*`|<>#~-!.ax 1\n\ue000", max_size=80))
@settings(deadline=None)
def test_no_sentence_is_too_strange_to_be_shown(text: str) -> None:
    plain(text, in_a_sentence)
    marker_of("a", "x").snippet(text, in_a_sentence)
