r"""Newlines come back, and what their author wrote as backslash and n stays: `\nabla`, `"%d\n"`.

A library of real articles is tried too when there is one: `CARREL_TEST_LIBRARY=folder pytest tests/loaders`.
"""

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.answer import escape_newlines, restore_newlines
from loaders.front_matter import read_front_matter, split_front_matter
from loaders.mathematics import LONGEST

SAMPLE = Path(__file__).parents[2] / "sample_data"
REAL = os.environ.get("CARREL_TEST_LIBRARY", "")

# Pieces that mean something to the rule, so that texts made of them try its corners.
PIECES = [
    "\\n",
    "\\n\\n",
    "\\n  ",
    "\\",
    "\\\\",
    "`",
    "``",
    "```",
    "\\n```",
    "$",
    "$$",
    "\\(",
    "\\)",
    "\\[",
    "\\]",
]
PIECES += [
    "\\nu",
    "\\neq ",
    "\\ne) ",
    "\\n- ",
    "\\n1. ",
    "> ",
    '"',
    "'",
    '"""',
    "a",
    "n",
    "7",
    " ",
    "\t",
    "é",
    "😀",
]
stored_answers = st.lists(st.sampled_from(PIECES)).map("".join) | st.text().map(escape_newlines)


def stays(stored: str) -> None:
    assert restore_newlines(stored) == stored


def is_newlines(stored: str) -> None:
    assert restore_newlines(stored) == stored.replace("\\n", "\n")


# Newlines


@pytest.mark.parametrize(
    "stored",
    ["", "no newline", "one\\ntwo", "\\n", "\\n\\n\\n", "Ends so\\n", "\\nabla without a formula", "a \\ne) list"],
)
def test_outside_code_and_formulas_each_is_a_newline(stored: str) -> None:
    is_newlines(stored)


def test_nothing_but_backslash_n_is_undone() -> None:
    assert (
        restore_newlines("a\\tb \\\\ c\\r\\n $\\text{x} \\times \\theta$")
        == "a\\tb \\\\ c\\r\n $\\text{x} \\times \\theta$"
    )


def test_of_several_backslashes_all_but_one_stay() -> None:
    assert restore_newlines("ends in \\\\nnext") == "ends in \\\nnext"
    assert restore_newlines("$$a \\\\\\n b$$") == "$$a \\\\\n b$$"
    assert restore_newlines("\\\\\\\\n") == "\\\\\\\n"


def test_a_real_newline_stays_one() -> None:
    assert restore_newlines("one\ntwo\\nthree") == "one\ntwo\nthree"


# Formulas


@pytest.mark.parametrize(
    "stored",
    [
        "when $p \\neq 3$ it",
        "when $ p \\neq 3 $ it",
        "when \\(\\nabla f\\) is",
        "so \\[ \\neg (a \\land b) \\] holds",
        "$$ y \\notin S $$",
        "$G_{\\mu\\nu}$",
        "$ R \\not\\subset S $",
        "$a \\ne0$",
        "it costs $4, and $k \\nmid m$",
        "$$\\nu_\\tau$$",
        "$$\\nu = c / \\lambda$$ in a line",
        "$$\\nexists m$$",
    ],
)
def test_control_words_of_formulas_stay(stored: str) -> None:
    stays(stored)


@pytest.mark.parametrize(
    "stored",
    [
        "$$a\\nb$$",
        "$$\\nwhere = 1$$",
        "$$a \\\\neq b$$",
        "$$\\nuv = 3$$",
        "costs $5\\ne) costs $6",
        "US$ 2 or\\ne) US$ 3",
        "$ a\\n\\neq b $",
        "\\( a \\ne) b",
        "earns $$ fast\\n\\n\\ni) or $$ slowly",
        f"$$ {'long ' * (LONGEST // 5)} \\neq $$",
    ],
)
def test_other_words_and_what_is_no_formula_are_newlines(stored: str) -> None:
    is_newlines(stored)


@pytest.mark.parametrize("stored", ["$$\\nu = 3t\\n$$", "$$  \\nu = 3t\\n   $$", "text $$\\nu\\n$$ text"])
def test_a_block_that_closes_on_its_own_line_opens_on_one(stored: str) -> None:
    is_newlines(stored)


def test_a_control_word_after_the_newline_of_a_block_stays() -> None:
    assert restore_newlines("$$\\n\\nu = 3t\\n$$") == "$$\n\\nu = 3t\n$$"
    assert restore_newlines("$$\\n a\\n\\n\\nabla b\\n$$") == "$$\n a\n\n\\nabla b\n$$"


def test_a_lone_display_sign_spoils_no_formula_after_it() -> None:
    assert restore_newlines("Many $$ go.\\n\\n$$\\nx \\neq 1\\n$$") == "Many $$ go.\n\n$$\nx \\neq 1\n$$"


# Code


@pytest.mark.parametrize("stored", ["`x\\ny`", '`"\\n"`', "a `\\n` b `\\neq`", "``a`\\n``", "``` '\\n' ``` here"])
def test_in_inline_code_each_stays(stored: str) -> None:
    stays(stored)


@pytest.mark.parametrize(
    "stored",
    [
        "a ` lone\\n\\nmark ` here",
        "a ` lone\\n- item ` here",
        "a ` lone\\n  2. item ` here",
        "`one`\\n`two`",
        "`a\\n``",
        "so: ```c\\nint a;\\n``` done",
    ],
)
def test_backticks_that_are_no_pair_keep_nothing(stored: str) -> None:
    is_newlines(stored)


def in_fence(code: str) -> str:
    return f"So:\\n\\n   ```c\\n{code}\\n   ```\\nThen `x`.\\n"


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ('puts("a\\n");\\nputs("b");', 'puts("a\\n");\nputs("b");'),
        ('puts("a\\nb\\n");', 'puts("a\\nb\\n");'),
        ('f("x", "y\\n");\\n\\nf("");', 'f("x", "y\\n");\n\nf("");'),
        ("tr '\\n' ','\\ntr 'a' 'b\\n'", "tr '\\n' ','\ntr 'a' 'b\\n'"),
        ("'\\n'.join(w)", "'\\n'.join(w)"),
        ('say("\\"hm\\"\\n")', 'say("\\"hm\\"\\n")'),
        ('open("C:\\\\new")', 'open("C:\\\\new")'),
        ("# it's\\n# Ann's\\nf('b\\n')", "# it's\n# Ann's\nf('b\\n')"),
        ("(f 'up)\\n  (g 'down)", "(f 'up)\n  (g 'down)"),
        ("(f '(1))\\n(g '(2))", "(f '(1))\n(g '(2))"),
        ('"""One.\\nTwo.\\n"""\\nf("a\\n")', '"""One.\nTwo.\n"""\nf("a\\n")'),
        ('echo "one\\n  two"\\necho "three\\n"', 'echo "one\n  two"\necho "three\\n"'),
        ("/ \\\\n  C", "/ \\\n  C"),
        ("`a\\nb`", "`a\nb`"),
    ],
)
def test_in_a_fence_those_in_literals_stay(code: str, shown: str) -> None:
    assert restore_newlines(in_fence(code)) == f"So:\n\n   ```c\n{shown}\n   ```\nThen `x`.\n"


def test_a_fence_may_open_an_item_or_a_quotation() -> None:
    assert restore_newlines('1. ```c\\n   f("\\n")\\n   ```\\n> ```\\n> `\\n> ```\\n`\\n`') == (
        '1. ```c\n   f("\\n")\n   ```\n> ```\n> `\n> ```\n`\\n`'
    )


def test_a_fence_that_nothing_closes_reaches_to_the_end() -> None:
    assert restore_newlines('```\\nf("a\\n")\\n\\n`b\\nc`') == '```\nf("a\\n")\n\n`b\nc`'


def test_code_holds_no_formula_and_no_formula_reaches_over_code() -> None:
    is_newlines("```\\n$a \\neq b$\\n```")
    is_newlines("$$ a\\n```\\nx\\n```\\n\\neq $$")
    assert restore_newlines("`$` and \\ne) `$`, $ a \\neq b $") == "`$` and \ne) `$`, $ a \\neq b $"


# Back again


@given(stored_answers)
def test_escaping_gives_the_stored_answer_back(stored: str) -> None:
    assert escape_newlines(restore_newlines(stored)) == stored


@given(st.text(alphabet="\\n`$\"' \n()ue-", max_size=60))
def test_real_newlines_in_a_stored_answer_are_escaped_with_the_others(stored: str) -> None:
    assert escape_newlines(restore_newlines(stored)) == escape_newlines(stored)


@given(stored_answers)
def test_restoring_puts_newlines_and_nothing_else_in_place_of_backslash_n(stored: str) -> None:
    restored = restore_newlines(stored)
    assert restored.replace("\\n", "\n") == stored.replace("\\n", "\n")


@pytest.mark.parametrize(
    "piece",
    ["`", "` ", "\\n```", "\\n- ```", "$", "$$ ", "\\(", "\\[", "$\\nu ", "'\\n ", '"a\\n ', "\\'", '"""', "\\n "],
)
@pytest.mark.parametrize("before", ["$\\nu$ ", "$\\nu$ ```\\n"])
def test_a_hostile_answer_takes_time_in_proportion(before: str, piece: str) -> None:
    started = time.perf_counter()
    restore_newlines(before + piece * (100_000 // len(piece)) + " \\) $$ ` '")
    # A few tenths of a second; minutes if each piece were looked at from each other.
    assert time.perf_counter() - started < 5


# Libraries


def stored_of(folder: Path) -> Iterator[tuple[Path, str]]:
    for file in folder.rglob("*.md"):
        front = split_front_matter(file.read_text("utf-8"))[0]
        answer = read_front_matter(front)[0].get("answer") if front is not None else None
        if isinstance(answer, str):
            yield file, answer


@pytest.mark.parametrize(
    "folder",
    [
        SAMPLE,
        pytest.param(Path(REAL), marks=pytest.mark.skipif(not REAL, reason="CARREL_TEST_LIBRARY names no folder")),
    ],
    ids=["sample", "real"],
)
def test_each_answer_of_a_library_comes_back_as_stored(folder: Path) -> None:
    count = 0
    for file, stored in stored_of(folder):
        restored = restore_newlines(stored)
        assert escape_newlines(restored) == escape_newlines(stored), file
        if "\\n" in restored:
            assert any(sign in stored for sign in ("`", "$", "\\(", "\\[")), file
        count += 1
    assert count
