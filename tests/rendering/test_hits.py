"""Hits as lines."""

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from loaders.snippets import Snippet
from tui.rendering.hits import HitStyles, ShownHit, render_hit, with_formulas
from tui.rendering.matches import marked as with_marks

BOLD = Style(bold=True)
STYLES = HitStyles(Style(), BOLD, Style(dim=True), BOLD, Style(italic=True))


def lines_of(hit: ShownHit, width: int) -> list[str]:
    return ["".join(segment.text for segment in line) for line in render_hit(hit, width, STYLES)]


def test_a_hit_is_its_question_with_the_subject_and_the_sentence_with_what_is_similar() -> None:
    hit = ShownHit(
        Snippet("Why is the sky blue?", ((11, 14),)), Snippet("The sky scatters light.", ()), "Physics", 2
    )
    first, second = lines_of(hit, 70)
    assert first.startswith("Why is the sky blue?")
    assert first.rstrip().endswith("Physics")
    assert second.startswith("The sky scatters light.")
    assert second.endswith("+2 similar")
    assert cell_len(second) == 70


def test_what_is_longer_than_a_few_lines_ends_in_dots() -> None:
    hit = ShownHit(Snippet("why " * 40, ()), Snippet("because " * 40, ()), "", 0)
    lines = lines_of(hit, 40)
    assert len(lines) == 5
    assert lines[2].endswith("…")
    assert lines[4].endswith("…")


marked = st.text(max_size=200).flatmap(
    lambda text: st.lists(st.integers(0, len(text)), max_size=6).map(
        lambda cuts: Snippet(text, tuple(zip(sorted(set(cuts))[::2], sorted(set(cuts))[1::2], strict=False)))
    )
)


@given(marked, marked, st.text(max_size=40), st.integers(0, 3), st.integers(1, 130))
@settings(deadline=None)
def test_no_line_is_wider_than_there_is_room(
    question: Snippet, sentence: Snippet, subject: str, similar: int, width: int
) -> None:
    hit = ShownHit(question, sentence, subject, similar)
    for line in lines_of(hit, width):
        assert cell_len(line) <= max(width, len("+3 similar") + 2)


@given(marked, st.lists(st.integers(1, 40), max_size=8))
def test_marking_changes_no_letter_and_marks_what_it_should(line: Snippet, lengths: list[int]) -> None:
    segments, at = [], 0
    for length in [*lengths, len(line.text) + 1]:
        segments.append(Segment(line.text[at : at + length]))
        at += length
    shown = with_marks(segments, [(*place, BOLD) for place in line.marks])
    assert "".join(segment.text for segment in shown) == line.text
    bold = [flag for s in shown for flag in [bool(s.style and s.style.bold)] * len(s.text)]
    assert bold == [any(start <= i < end for start, end in line.marks) for i in range(len(line.text))]


def test_formulas_of_a_sentence_are_shown_as_mathematics() -> None:
    snippet = with_formulas(Snippet(r"It is \( x^2 \), or $a_1$, for $5.", ()), lambda text: [(6, 8)])
    assert snippet == Snippet("It is x², or a₁, for $5.", ((6, 8),))


@given(st.text(alphabet=r"$\()[]{}^_ax 1", max_size=60))
def test_no_sentence_is_too_strange_to_be_shown(text: str) -> None:
    with_formulas(Snippet(text, ()), lambda _: [])
