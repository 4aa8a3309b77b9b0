"""Front matter that is read without a YAML parser says what the parser would say, or is left to it."""

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from loaders.clean import clean
from loaders.front_matter import Fields, read_yaml, split_front_matter
from loaders.plain_fields import read_plain_fields
from tests.writing import Written

LIBRARY = Path(__file__).parents[2] / "sample_data"

ARTICLE = Written(keywords=["sky", "light: scattered", "#blue"]).with_related([Written().link(), Written().link()])
FRONT = split_front_matter(ARTICLE.text()).front or ""

SIGNS = [
    *":#-'\"[]{},&*!|>%@`~?/(.=<\\ \t\n",
    ": ",
    " #",
    "- ",
    "--- ",
    "...",
    ">-",
    "null",
    "\\n",
    "  ",
    "\n  ",
    "\n\n",
]
WORDS = [
    "a",
    "b",
    "title",
    "x-y",
    "_schema",
    "1",
    "-1.0",
    "2025-01-29",
    "null",
    "~",
    "é",
    "中",
    "\xa0",
    "\u3000",
    "😀",
]
NAMES = st.sampled_from(["a", "b", "c", "d", "null", "x-y", "_z", "1", "é", '"a"', "? a", "- a"])
MARGINS = st.sampled_from(["", "", "", " ", "  ", "  ", "    "])
OPENINGS = st.sampled_from(
    [": ", ": ", ":", ": >-\n    ", ": >-\n  ", ": >-\n ", ": >-\n", ": |-\n    ", ": >\n  "]
)
VALUES = st.lists(st.sampled_from([*WORDS, *SIGNS]), max_size=4).map("".join) | st.sampled_from(
    ["", "a b", "w" * 1500]
)
ENTRIES = st.tuples(MARGINS, NAMES, OPENINGS, VALUES, st.sampled_from(["\n", "\n", "\n", "\n\n", ""])).map("".join)
PLAIN = st.builds(
    "{}{}{}{}\n".format,
    st.sampled_from(["", "", "  "]),
    st.sampled_from("abcdefgh"),
    st.sampled_from([": ", ": ", ": >-\n    ", ":"]),
    st.sampled_from(WORDS),
)
FRONTS = st.lists(PLAIN | PLAIN | PLAIN | ENTRIES, min_size=1, max_size=4).map("".join).map(clean)


def agree(front: str) -> bool:
    """Tell whether front matter was read; fail when it was, and YAML reads something else or nothing."""
    fields = read_plain_fields(front)
    if fields is None:
        return False
    assert Fields(fields) == read_yaml(front)
    assert str(fields) == str(read_yaml(front).values)  # in the same order
    return True


@settings(max_examples=500)
@given(FRONTS)
@example("a: >-\n    b  \nc: d\n")
@example("a:\n  b:\n    c: d\n  e: f\ng:\nh: i\n")
@example("a: b\n  c: d\n")
@example("a: >-\n  b\n   c: d\n")
@example("a:\nb: null\nc: ~\nnull: Null\n")
@example("a:\n  b: c\n d: e\n")
def test_whatever_stands_there_it_is_what_yaml_says_or_nothing(front: str) -> None:
    agree(front)


@settings(max_examples=500)
@given(st.integers(0, len(FRONT)), st.integers(0, 3), st.sampled_from([*WORDS, *SIGNS, ""]))
def test_one_slip_in_an_article_is_never_read_otherwise_than_yaml_reads_it(
    at: int, without: int, sign: str
) -> None:
    agree(clean(FRONT[:at] + sign + FRONT[at + without :]))


def test_an_article_as_the_real_library_writes_it_needs_no_yaml_parser() -> None:
    assert agree(FRONT)


def test_the_sample_library_says_the_same_either_way() -> None:
    fronts = [split_front_matter(file.read_text("utf-8")).front for file in sorted(LIBRARY.rglob("*.md"))]
    read = [agree(clean(front)) for front in fronts if front]
    assert read.count(True) > len(read) * 0.9


@pytest.mark.parametrize(
    "front",
    [
        "",
        "a: b",
        "a: 'b'\n",
        'a: "b"\n',
        "a: b # c\n",
        "a: b: c\n",
        "a: b:\n",
        "a: b \n",
        "a: b\n  c\n",
        "a: >-\n  b\n  c\n",
        "a: >-\n  b\n\n",
        "a: >-\nb: c\n",
        "a: |-\n  b\n",
        "a: [b]\n",
        "a: - b\n",
        "a: &b c\n",
        "a: b\na: c\n",
        "- a\n",
        "  a: b\nc: d\n",
        "a:\n    b: c\n  d: e\n",
        "a:\tb\n",
        "a: b\tc\n",
        "".join(f"a{number}: b\n" for number in range(3_000)),
        "".join(f"{' ' * level}a:\n" for level in range(20)),
    ],
)
def test_what_is_not_plain_is_left_to_yaml(front: str) -> None:
    assert read_plain_fields(front) is None
