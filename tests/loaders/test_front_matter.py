"""Front matter: where it ends, what it says, and what no file can make of it."""

from collections.abc import Callable
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders import front_matter
from loaders.article import Value
from loaders.clean import clean
from loaders.front_matter import (
    MAX_BYTES,
    MAX_DEPTH,
    MAX_NODES,
    Fields,
    FrontMatterError,
    RefusedError,
    Split,
    line_of,
    read_front_matter,
    rescue_fields,
    split_front_matter,
)

PARSERS = [
    pytest.param(front_matter._Parser, id="c"),
    pytest.param(yaml.SafeLoader, id="python"),
]


@pytest.fixture(params=PARSERS)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read with PyYAML's C parser, and with its own."""
    monkeypatch.setattr(front_matter, "_Parser", request.param)
    monkeypatch.setattr(front_matter, "read_plain_fields", lambda _: None)


@pytest.fixture
def events(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Note each event that is asked of the parser."""
    asked: list[Any] = []

    class Counting:
        def __init__(self, text: str) -> None:
            self._next: Callable[[], Any] = parse(text).get_event

        def get_event(self) -> Any:
            asked.append(None)
            return self._next()

    parse = front_matter._Parser
    monkeypatch.setattr(front_matter, "_Parser", Counting)
    return asked


# Where it ends


@pytest.mark.parametrize(
    ("text", "split"),
    [
        ("---\na: 1\n---\nbody\n", Split("a: 1\n", "body\n")),
        ("---\na: 1\n...\nbody", Split("a: 1\n", "body")),
        ("---\na: 1\n---", Split("a: 1\n", "")),
        ("--- \na: 1\n---\t\n\n    code\n", Split("a: 1\n", "\n    code\n")),
        ("---\n---\nbody", Split("", "body")),
        ("---\na: 1\n---\nx\n---\ny\n", Split("a: 1\n", "x\n---\ny\n")),
        ("---\na: |\n  ---\n---\n", Split("a: |\n  ---\n", "")),
        ("---\na: ----\n----\n---\n{not: json", Split("a: ----\n----\n", "{not: json")),
    ],
)
def test_front_matter_ends_at_the_next_fence(text: str, split: Split) -> None:
    assert split_front_matter(text) == split


@pytest.mark.parametrize(
    "text", ["", "body", "\n---\na: 1\n---\n", "----\na\n----\n", " ---\na: 1\n---\n", "+++\na = 1\n+++"]
)
def test_a_text_that_begins_otherwise_is_all_body(text: str) -> None:
    assert split_front_matter(text) == Split(None, text)


@pytest.mark.parametrize("text", ["---", "---\n", "---\na: 1\n", "---\na: 1\n ---\n", "---\na: 1\n----\n"])
def test_front_matter_that_never_ends_is_told_and_kept_as_body(text: str) -> None:
    assert split_front_matter(text) == Split(None, text, closed=False)


@given(st.lists(st.text(st.characters(exclude_characters="\n-."))), st.text())
def test_no_character_is_lost_between_the_fences_and_after_them(lines: list[str], body: str) -> None:
    front = "".join(f"{line}\n" for line in lines)
    assert split_front_matter(f"---\n{front}---\n{body}") == Split(front, body)


# What it says


@pytest.mark.parametrize(
    ("front", "values"),
    [
        ("", {}),
        ("# only a remark\n", {}),
        ("a: no\nb: 0777\nc: 12:30:45", {"a": "no", "b": "0777", "c": "12:30:45"}),
        ("d: .nan\ne: 1_000\nf: .inf", {"d": ".nan", "e": "1_000", "f": ".inf"}),
        ("date: 2024-99-99\nn: !!int ''\nt: !!timestamp x", {"date": "2024-99-99", "n": "", "t": "x"}),
        ("a: !!python/object/apply:os.system [echo]", {"a": ["echo"]}),
        ("1: a\ntrue: b\nnull: c", {"1": "a", "true": "b", "null": "c"}),
        ("content: a\nhandler: b\nself: c", {"content": "a", "handler": "b", "self": "c"}),
        ("root: a\nrepeated: b", {"root": "a", "repeated": "b"}),
        ("a:\n", {"a": ""}),
        ("a: >-\n    one\n    two\nb: |\n    x\n    y\n", {"a": "one two", "b": "x\ny\n"}),
        ("a: 'it''s'\nb: \"x\\ty\"", {"a": "it's", "b": "x\ty"}),
        ("a: [b, {c: d}]\ne:\n  f:\n    - g", {"a": ["b", {"c": "d"}], "e": {"f": ["g"]}}),
        ("a: \\frac{1}{2} \\n $x$", {"a": "\\frac{1}{2} \\n $x$"}),
        ("<<: {a: b}", {"<<": {"a": "b"}}),
        ("a: 😀 漢字", {"a": "😀 漢字"}),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("parser")
def test_every_scalar_is_the_string_that_stands_there(front: str, values: dict[str, Value]) -> None:
    assert read_front_matter(front) == (values, ())


@pytest.mark.usefixtures("parser")
def test_escapes_of_yaml_bring_no_control_characters_in() -> None:
    fields = read_front_matter('"\\e[31m": "\\e]52;c;x\\a\\u202e\\x9b\\0\\r\\N"')
    assert fields.values == {"␛[31m": "␛]52;c;x␇<U+202E><U+009B>␀␍<U+0085>"}


@pytest.mark.usefixtures("parser")
def test_of_a_name_that_stands_twice_the_first_holds_and_the_line_of_the_second_is_told() -> None:
    fields = read_front_matter("a: 1\nb:\n  a: 2\n  c: 3\n  c: {d: [4]}\na:\n  x: y\nb: 5\n")
    assert fields.values == {"a": "1", "b": {"a": "2", "c": "3"}}
    assert fields.repeated == (("c", 4), ("a", 5), ("b", 7))


VALUES = st.recursive(
    st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


def cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [cleaned(entry) for entry in value]
    return {clean(name): cleaned(entry) for name, entry in value.items()}


def depth(value: Any) -> int:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else None
    return 0 if inner is None else 1 + max(map(depth, inner), default=0)


@given(
    st.dictionaries(st.text(), VALUES, max_size=4).filter(lambda value: depth(value) <= MAX_DEPTH), st.booleans()
)
def test_what_yaml_writes_is_read_back_the_same(values: dict[str, Any], flow: bool) -> None:
    front = yaml.safe_dump(values, default_flow_style=flow, default_style='"', allow_unicode=True)
    expected = cleaned(values)
    read = read_front_matter(clean(front))
    assert len(read.repeated) == 0 or len(expected) < len(values)
    if not read.repeated:
        assert read.values == expected


# What is refused


BOMB = "a: &a [x, x]\n" + "".join(
    f"{name}: &{name} [*{before}, *{before}]\n" for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
MERGES = "a: &a {x: y}\nb: &b {<<: [*a, *a, *a]}\nc: {<<: [*b, *b, *b]}\n"

REFUSED = {
    "an anchor": "a: &x b",
    "an alias": "a: *x",
    "an anchor on a mapping": "a: &x {b: c}",
    "an alias as a name": "*x : a",
    "a bomb of aliases": BOMB,
    "a bomb of merges": MERGES,
    "a list that holds itself": "a: &a [*a]",
    "100,000 lists in each other": "a: " + "[" * 100_000,
    "50,000 mappings in each other": "{a: " * 50_000,
    "80,000 items in each other": "- " * 80_000,
    "100,000 names that are mappings": "? " * 100_000,
    "a mapping as a name": "? {a: b}\n: c",
    "a list as a name": "[a, b]: c",
    "a second document": "a: b\n--- \nc: d",
    "too many names": "".join(f"k{number}: v\n" for number in range(MAX_NODES + 1)),
    "too many items": "a: [" + "x, " * (2 * MAX_NODES) + "]",
    "too long a text": f"a: {'x' * MAX_BYTES}",
    "too long in bytes": f"a: {'漢' * (MAX_BYTES // 3)}",
}  # fmt: skip


@pytest.mark.parametrize("front", REFUSED.values(), ids=REFUSED)
def test_more_than_an_article_needs_is_refused_after_few_steps(front: str, events: list[Any]) -> None:
    with pytest.raises(RefusedError) as refused:
        read_front_matter(front)
    assert refused.value.message
    assert len(events) <= 2 * MAX_NODES


BROKEN = {
    "a list": "- a\n- b",
    "a word": "hello",
    "an open list": "a: [b",
    "an open string": 'a: "b',
    "a colon in a title": "title: Foo: bar",
    "a tab as indentation": "a:\n\tb: c",
    "a wrong indentation": "a: b\n  c: d",
    "an unknown escape": 'a: "\\z"',
    "100,000 open strings": '"' * 100_001,
    "a directive alone": "%YAML 9.9\n",
    "a sign that means nothing": "a: @b",
    "half a character": 'a: "\\ud800"',
}


@pytest.mark.parametrize("front", BROKEN.values(), ids=BROKEN)
def test_what_is_no_mapping_is_an_error_with_its_reason(front: str, events: list[Any]) -> None:
    with pytest.raises(FrontMatterError) as broken:
        read_front_matter(front)
    assert broken.value.message
    assert not isinstance(broken.value, RefusedError)
    assert len(events) <= 2 * MAX_NODES


@pytest.mark.usefixtures("parser")
def test_an_error_names_its_line() -> None:
    with pytest.raises(FrontMatterError) as broken:
        read_front_matter("a: b\nc: d\ntitle: Foo: bar\n")
    assert broken.value.line == 2
    with pytest.raises(RefusedError) as refused:
        read_front_matter("a: b\nc: &x d\n")
    assert refused.value.line == 1


@pytest.mark.usefixtures("parser")
def test_the_limits_themselves_are_allowed() -> None:
    assert MAX_DEPTH > 3
    deepest = "{a: " * (MAX_DEPTH - 1) + "{a: b}" + "}" * (MAX_DEPTH - 1)
    assert depth(read_front_matter(deepest).values) == MAX_DEPTH
    with pytest.raises(RefusedError, match="deeper"):
        read_front_matter(f"{{a: {deepest}}}")
    longest = f"a: {'x' * (MAX_BYTES - 3)}"
    assert len(read_front_matter(longest).values["a"]) == MAX_BYTES - 3
    with pytest.raises(RefusedError, match="longer"):
        read_front_matter(f"{longest}x")


def fields_or_error(front: str) -> Fields | FrontMatterError:
    try:
        return read_front_matter(front)
    except FrontMatterError as error:
        return error


@given(st.text(st.characters() | st.sampled_from("{}[]:-?&*!|>'\"%@#,\n \t\\")))
@settings(max_examples=300)
def test_any_text_is_fields_or_an_error_that_says_why(text: str) -> None:
    read = fields_or_error(clean(text))
    if isinstance(read, FrontMatterError):
        assert read.message
        assert read.line is None or 0 <= read.line <= text.count("\n") + 1
    else:
        assert all(clean(name) == name for name in read.values)


# What can be had of what is broken


def test_of_broken_front_matter_the_plain_lines_are_rescued() -> None:
    front = (
        "title: Foo: bar\n"
        "answer: >-\n    one\n    two: three\n"
        "'quoted': no\n  more\n"
        'author: "A. Smith"\n'
        "# remark\n"
        "title: again\n  and more\n"
        "empty:\n"
        "url: 'x'\n"
    )
    assert rescue_fields(front) == (
        {"title": "Foo: bar", "answer": "one two: three", "author": "A. Smith", "empty": "", "url": "x"},
        (),
    )


@given(st.text(st.characters() | st.sampled_from("ab:>-|\"'\n \t")))
def test_any_text_can_be_searched_for_fields(text: str) -> None:
    fields = rescue_fields(text)
    assert all(isinstance(value, str) for value in fields.values.values())


def test_the_line_of_a_name_is_found_where_it_is_plainly_written() -> None:
    front = "a: b\n'c' : d\nx:\n  e: f\n\"g\": h\n"
    assert [line_of(front, name) for name in "acxeg"] == [0, 1, 2, None, 4]


def test_a_plain_null_is_nothing_and_a_quoted_one_a_word() -> None:
    fields = read_front_matter('a: null\nb: ~\nc: "null"\nd:\n')
    assert fields.values == {"a": "", "b": "", "c": "null", "d": ""}
