"""Text that is safe to show."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.clean import clean, one_line

ANY_TEXT = st.text(st.characters() | st.sampled_from("\x00\x1b\x07\x7f\x9b\u202e\u200b\ufeff\ud800\r\n\t"))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b]52;c;aGk=\x07", "␛]52;c;aGk=␇"),
        ("a\x00b\x7f", "a␀b␡"),
        ("one\rtwo", "one␍two"),
        ("\x9b31m", "<U+009B>31m"),
        ("abc\u202edef", "abc<U+202E>def"),
        ("\ufeffa\u200bb\u2028c", "<U+FEFF>a<U+200B>b<U+2028>c"),
        ("tag \U000e0041", "tag <U+E0041>"),
        ("half \ud800, whole 😀", "half <U+D800>, whole 😀"),
        ("none \ufffe\uffff", "none <U+FFFE><U+FFFF>"),
    ],
)
def test_what_could_steer_a_terminal_or_hide_text_becomes_a_visible_sign(text: str, shown: str) -> None:
    assert clean(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "plain",
        "tab\tand\nnewline",
        "Größe – “quoted” …",
        "漢字、かな",
        "שלום العربية",
        "👩‍🔬 ❤️",
        "می‌خواهم",
        "a\u00a0b\u00ad",
    ],
)
def test_ordinary_text_of_any_script_stays_as_it_is(text: str) -> None:
    assert clean(text) == text


@given(ANY_TEXT)
def test_no_control_character_survives(text: str) -> None:
    for character in clean(text):
        assert character in "\t\n" or unicodedata.category(character) not in {"Cc", "Cs", "Zl", "Zp"}
        assert unicodedata.bidirectional(character) not in {"LRE", "RLE", "PDF", "LRO", "RLO"}
        assert unicodedata.bidirectional(character) not in {"LRI", "RLI", "FSI", "PDI"}


@given(ANY_TEXT)
def test_cleaning_twice_gives_the_same_as_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(ANY_TEXT)
def test_clean_text_can_be_written_as_utf_8(text: str) -> None:
    assert clean(text).encode().decode() == clean(text)


def test_one_line_turns_newlines_and_tabs_into_spaces() -> None:
    assert one_line("  one\ntwo\tthree \n") == "one two three"
    assert one_line("as it is") == "as it is"
