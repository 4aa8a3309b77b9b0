"""The bytes of one file, read into an article and its problems."""

import dataclasses
import datetime
import math
import unicodedata
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders import Article, ArticleStore, Parsed, Problem, RelatedLink, parse_article
from loaders.article import MAX_FILE_BYTES
from loaders.clean import clean, one_line
from tests.writing import Written

PATH = "physics/why-is-the-sky-blue.md"


def read(text: str, path: str = PATH) -> Article:
    """Read a file that holds an article without problems."""
    article, problems = parse_article(path, text.encode())
    assert problems == ()
    assert article is not None
    return article


def parsed(text: str | bytes, path: str = PATH) -> tuple[Article, list[tuple[str, int | None]]]:
    """Read a file, and give its article with the codes and lines of its problems."""
    article, problems = parse_article(path, text.encode() if isinstance(text, str) else text)
    assert article is not None
    assert all(problem.path == path for problem in problems)
    return article, [(problem.code, problem.line) for problem in problems]


def front(*lines: str, body: str = "") -> str:
    return "\n".join(["---", *lines, "---", body])


# Every field


def test_every_field_of_a_real_file_has_its_place() -> None:
    ice = Written(
        id=7, title="Why does ice float?", slug="ice", subject="Earth Science", subject_slug="earth-science"
    )
    file = Written(answer="One.\n\n- **two**\n- $x \\times y$", related=[ice.link()], no_index=True)
    assert read(file.text()) == Article(
        key="/learn/physics/questions/why-is-the-sky-blue",
        path=PATH,
        slug="why-is-the-sky-blue",
        subject_key="physics",
        subject="Physics",
        title="Why is the sky blue?",
        question="Why is the sky blue?",
        answer="One.\n\n- **two**\n- $x \\times y$",
        body="\n&nbsp;\n",
        id=1,
        url="/learn/physics/questions/why-is-the-sky-blue",
        date=datetime.date(2025, 3, 14),
        date_format="MMM DD, YYYY",
        post_on_text="Posted on",
        author="Carrel",
        keywords=("sky", "scattering"),
        description="Why air scatters blue light.",
        score=-1.0,
        no_index=True,
        schema="default",
        article_title="Why is the sky blue?",
        seo_title="Carrel | Physics",
        file_name="why-is-the-sky-blue.md",
        related=(RelatedLink(1, 7, "Why does ice float?", "Earth Science", "/learn/earth-science/questions/ice"),),
        extra={},
    )


def test_fields_without_a_place_of_their_own_are_kept_as_read() -> None:
    article = read(
        front(
            "title: T",
            "colour: no",
            "tags: [a, {b: c}]",
            "seo:",
            "  title: S",
            "  robots: none",
            "related_article2:",
            "  url: /x",
            "  weight: 5",
            "related_article6:",
            "  url: /y",
        )
    )
    assert article.extra == {
        "colour": "no",
        "tags": ["a", {"b": "c"}],
        "seo": {"robots": "none"},
        "related_article2": {"weight": "5"},
        "related_article6": {"url": "/y"},
    }


def test_related_links_keep_the_numbers_of_the_file() -> None:
    lines = [f"related_article{number}: {{id: {number}, url: /u{number}}}" for number in (5, 2)]
    assert [(link.number, link.id, link.url) for link in read(front(*lines)).related] == [
        (2, 2, "/u2"),
        (5, 5, "/u5"),
    ]
    assert read(front("related_article1: {}", "related_article2:", "related_article3: {subject: S}")).related == ()


# Keys, titles, subjects


def test_without_a_url_the_path_is_the_key() -> None:
    article = read(front("title: T", "file_name: other.md"), "notes/sky.md")
    assert (article.key, article.slug, article.url) == ("notes/sky.md", "other", "")
    assert read(front("title: T"), "notes/sky.MARKDOWN").slug == "sky"


def test_keys_and_urls_are_composed_however_their_accents_are_written() -> None:
    split, whole = unicodedata.normalize("NFD", "/é"), "/é"
    article = read(front(f"url: {split}", f"related_article1: {{url: {split}}}"))
    assert (article.key, article.url, article.slug, article.related[0].url) == (whole, whole, "é", whole)
    assert read(front("title: T"), unicodedata.normalize("NFD", "é.md")).key == "é.md"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (front("title: A", "question: B"), "A"),
        (front("question: B", "answer: '# C'"), "B"),
        (front("title: ' '", "answer: text\\n## C ##\\n# D"), "C"),
        (front("x: y", body="text\n\n# E\n"), "E"),
        (front("x: y", body="```\n# no\n```\n~~~\n# no\n```\n~~~\n   ###   F #\t"), "F"),
        (front("x: y", body="#\n# #\n#no\n    # no\n# What is C#\n"), "What is C#"),
        (front("x: y", body="no heading"), "why-is-the-sky-blue"),
        (front("title: \"one\\n two\\e\""), "one  two␛"),
    ],
)  # fmt: skip
def test_a_title_is_found_for_every_article(text: str, title: str) -> None:
    assert read(text).title == title


@pytest.mark.parametrize(
    ("lines", "path", "key", "name"),
    [
        (("url: /learn/art/questions/x", "subject: Fine Arts"), "a/x.md", "art", "Fine Arts"),
        (("url: /learn/art/questions/x",), "a/x.md", "art", "a"),
        (("url: /x", "subject: Fine Arts"), "a/x.md", "fine-arts", "Fine Arts"),
        (("title: T",), "Fine Arts/deep & old/x.md", "deep-and-old", "deep & old"),
        (("title: T",), "x.md", "unfiled", "Unfiled"),
    ],
)
def test_every_article_has_a_subject(lines: tuple[str, ...], path: str, key: str, name: str) -> None:
    article = read(front(*lines), path)
    assert (article.subject_key, article.subject) == (key, name)


def test_the_text_is_the_answer_with_its_newlines_else_the_body_as_it_is() -> None:
    assert read(front("answer: a\\n\\nb \\nabla", body="&nbsp;")).text == "a\n\nb \nabla"
    assert read(front("title: T", body="\n    code\n\\n\n")).text == "\n    code\n\\n\n"


def test_names_of_files_show_no_control_characters_while_the_path_stays_true() -> None:
    assert read(front("x: y"), " .md").title == ".md"
    article = read(front("x: y"), "a\x1b/b\n\udcff.md")
    assert article.path == "a\x1b/b\n\udcff.md"
    assert (article.key, article.title, article.subject) == ("a␛/b <U+DCFF>.md", "b <U+DCFF>", "a␛")


# Dates, numbers, words


@pytest.mark.parametrize(
    ("text", "date"),
    [("2024-12-11", (2024, 12, 11)), ("'0001-01-01'", (1, 1, 1)), ("9999-12-31", (9999, 12, 31)), ("", None)],
)
def test_a_date_is_a_day(text: str, date: tuple[int, int, int] | None) -> None:
    assert read(front(f"date: {text}")).date == (date and datetime.date(*date))


@pytest.mark.parametrize("text", ["2024-12-11T10:30:00Z", "2024-12-11 10:30"])
def test_the_time_of_day_of_a_date_is_kept_beside_it(text: str) -> None:
    article = read(front(f"date: {text}"))
    assert article.date == datetime.date(2024, 12, 11)
    assert article.extra == {"date": text}


@pytest.mark.parametrize(
    "text", ["2024-02-31", "2024-99-99", "11.12.2024", "2024-12-11x", "2024-12-11 or so", "soon"]
)
def test_a_bad_date_is_a_problem_of_its_article_and_not_its_end(text: str) -> None:
    article, problems = parsed(front("title: T", f"date: {text}", "author: A"))
    assert (article.date, article.author, article.extra) == (None, "A", {"date": text})
    assert problems == [("bad-date", 3)]


@pytest.mark.parametrize(
    ("text", "score"), [("-1.0", -1.0), ("5", 5.0), ("+.5", 0.5), ("1e3", 1000.0), ("2.", 2.0), ("", None)]
)
def test_a_score_is_a_number(text: str, score: float | None) -> None:
    assert read(front(f"score: {text}")).score == score


@pytest.mark.parametrize("text", [".nan", "nan", "inf", "1e999", "0x10", "1_000", "9" * 5000, "high", "."])
def test_a_bad_score_is_a_problem_and_kept_as_read(text: str) -> None:
    article, problems = parsed(front(f"score: {text}"))
    assert (article.score, article.extra, problems) == (None, {"score": text}, [("bad-number", 2)])


@pytest.mark.parametrize(
    ("text", "value"),
    [("5", 5), ("-13", -13), ("'5'", 5), ("a-5", "a-5"), ("1.5", "1.5"), ("9" * 30, "9" * 30), ("", None)],
)
def test_an_id_is_a_number_or_a_word(text: str, value: int | str | None) -> None:
    assert read(front(f"id: {text}")).id == value


@pytest.mark.parametrize(
    ("text", "flag"), [("true", True), ("Yes", True), ("on", True), ("false", False), ("no", False), ("", False)]
)
def test_no_index_is_yes_or_no(text: str, flag: bool) -> None:
    assert read(front(f"no_index: {text}")).no_index is flag


def test_a_flag_that_is_neither_is_a_problem_and_hides_nothing() -> None:
    article, problems = parsed(front("no_index: perhaps"))
    assert (article.no_index, article.extra, problems) == (False, {"no_index": "perhaps"}, [("bad-flag", 2)])


@pytest.mark.parametrize(
    ("text", "words"),
    [("a, b,c ,, d e", ("a", "b", "c", "d e")), ("[a, ' b, c ', '']", ("a", "b, c")), ("", ()), (" , ", ())],
)
def test_keywords_are_separated_by_commas_or_listed(text: str, words: tuple[str, ...]) -> None:
    quoted = text if text.startswith("[") else f"'{text}'"
    article = read(front("seo:", f"  page_keywords: {quoted}"))
    assert (article.keywords, article.extra) == (words, {})


@pytest.mark.parametrize(
    ("lines", "line", "extra"),
    [
        (["id: 1", "title: [a]"], 3, {"title": ["a"]}),
        (["answer:", "  x: y"], 2, {"answer": {"x": "y"}}),
        (["seo: words"], 2, {"seo": "words"}),
        (["seo: [a]"], 2, {"seo": ["a"]}),
        (["seo:", "  title: [a]"], 2, {"seo": {"title": ["a"]}}),
        (["seo:", "  page_keywords: [[a]]"], 2, {"seo": {"page_keywords": [["a"]]}}),
        (["id: 1", "related_article1: word"], 3, {"related_article1": "word"}),
        (["id: 1", "related_article1:", "  id: [a]"], 3, {"related_article1": {"id": ["a"]}}),
    ],
)
def test_a_value_that_does_not_fit_its_place_is_a_problem_and_kept_as_read(
    lines: list[str], line: int, extra: dict[str, Any]
) -> None:
    article, problems = parsed(front(*lines))
    assert (article.extra, problems) == (extra, [("bad-field", line)])


# Files of all kinds


@pytest.mark.parametrize(
    ("data", "code"), [(b"", "empty-file"), (b" \r\n\n", "empty-file"), (b"\xef\xbb\xbf", "empty-file")]
)
def test_an_empty_file_is_an_article_with_a_problem(data: bytes, code: str) -> None:
    article, problems = parsed(data)
    assert (article.title, article.subject, problems) == ("why-is-the-sky-blue", "physics", [(code, None)])


def test_a_file_without_front_matter_is_an_article_with_some_information() -> None:
    article, problems = parse_article("notes/sky.md", b"text\n\n# The sky\n\nis blue")
    assert article is not None
    assert (article.title, article.subject, article.key) == ("The sky", "notes", "notes/sky.md")
    assert article.text == "text\n\n# The sky\n\nis blue"
    assert [(problem.code, problem.severity) for problem in problems] == [("no-front-matter", "information")]


def test_front_matter_without_an_end_is_shown_as_text_with_a_warning() -> None:
    article, problems = parsed("---\ntitle: T\n\n# H\n")
    assert (article.title, article.text, problems) == ("H", "---\ntitle: T\n\n# H\n", [("open-front-matter", 1)])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_a_file_reads_the_same_in_every_encoding_with_a_mark_and_with_all_line_ends(
    encoding: str, newline: str
) -> None:
    text = Written(title="Größe und 漢字 😀?").text()
    data = text.replace("\n", newline).encode(encoding)
    assert parse_article(PATH, data) == Parsed(read(text), ())


@pytest.mark.parametrize(("bom", "encoding"), [(b"\xfe\xff", "utf-16-be"), (b"\x00\x00\xfe\xff", "utf-32-be")])
def test_the_mark_tells_the_order_of_bytes(bom: bytes, encoding: str) -> None:
    assert parse_article(PATH, bom + Written().text().encode(encoding)) == Parsed(read(Written().text()), ())


def test_bytes_that_are_no_utf_8_show_as_such_and_name_their_line() -> None:
    article, problems = parsed(front("title: Größe", "author: A").encode("latin-1"))
    assert (article.title, article.author, problems) == ("Gr��e", "A", [("bad-encoding", 2)])


@pytest.mark.parametrize(
    "data", [b"\xff\xfea", b"\xff\xfe\x00\xd8", b"\x00\x00\xfe\xff\xff\xff\xff\xff", b"\xed\xa0\x80"]
)
def test_half_characters_are_a_problem(data: bytes) -> None:
    _, problems = parsed(data)
    assert ("bad-encoding", 1) in problems


def test_a_file_that_is_too_large_is_no_article() -> None:
    largest = b"x" * MAX_FILE_BYTES
    assert parse_article(PATH, largest).article is not None
    article, (problem,) = parse_article(PATH, largest + b"x")
    assert article is None
    assert (problem.code, problem.severity, problem.path, problem.line) == ("too-large", "error", PATH, None)


def test_control_characters_become_visible_in_every_field() -> None:
    dirty = "a\x1b]0;x\x07\u202e"
    shown = "a␛]0;x␇<U+202E>"
    article = read(
        front(f"title: {dirty}", f"author: '{dirty}'", f"{dirty}: {dirty}", f"answer: {dirty}", body=dirty)
    )
    assert (article.title, article.author, article.answer, article.body) == (shown, shown, shown, shown)
    assert article.extra == {shown: shown}


def test_broken_front_matter_gives_what_its_lines_say_and_a_problem() -> None:
    article, problems = parsed(front("id: 5", "title: Foo: bar", "answer: >-", "    one\\ntwo", body="b"))
    assert (article.id, article.title, article.answer, article.body) == (5, "Foo: bar", "one\ntwo", "b")
    assert problems == [("bad-front-matter", 3)]


@pytest.mark.parametrize(
    "bomb",
    [
        "a: &a [b]",
        "a: *b",
        "a: " + "[" * 100_000,
        "- " * 100_000,
        "? [a, b]\n: c",
        "a: b\n--- {c: d}",
        "".join(f"k{number}: v\n" for number in range(5_000)),
        "a: |\n" + "  x\n" * 100_000,
        "b: >-\n" + " x\n" * 300_000,
    ],
    ids=["anchor", "alias", "depth", "items", "complex name", "second document", "names", "long", "longest"],
)
def test_of_hostile_front_matter_the_title_is_still_read(bomb: str) -> None:
    article, problems = parsed(front("title: T", bomb, body="text"))
    assert (article.title, article.body) == ("T", "text")
    assert [code for code, _ in problems if code != "bad-field"] in (
        ["refused-front-matter"],
        ["bad-front-matter"],
    )


def test_a_field_that_stands_twice_is_a_problem_on_its_second_line() -> None:
    article, problems = parsed(front("title: A", "author: B", "title: C", "seo:", "  title: D", "  title: E"))
    assert (article.title, article.seo_title) == ("A", "D")
    assert problems == [("repeated-field", 4), ("repeated-field", 7)]


@pytest.mark.parametrize(
    "line", ["# x" + " " * 500_000 + "y", "# " + "# " * 250_000, "#" * 500_000, "`" * 500_000]
)
def test_a_very_long_line_is_searched_for_a_heading_once(line: str) -> None:
    article, _ = parsed(line)
    assert article.title


# Whatever a file holds


def texts_of(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from texts_of(name)
            yield from texts_of(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from texts_of(inner)


def hold_for_any_file(path: str, data: bytes) -> None:
    """Check what is true of every file, and that the store gives back what was read."""
    article, problems = parse_article(path, data)
    lines = data.replace(b"\r", b"\n").count(b"\n") + 1
    for problem in problems:
        assert problem.path == path
        assert problem.line is None or 1 <= problem.line <= lines
        assert problem.message == clean(problem.message)
    if article is None:
        assert problems
        return
    assert article.path == path
    assert article.key
    assert article.title
    assert article.subject_key
    assert article.subject
    assert article.score is None or math.isfinite(article.score)
    fields = dataclasses.asdict(article)
    del fields["path"]
    for text in texts_of(list(fields.values())):
        assert text == clean(text)
    for text in (article.key, article.title, article.subject, article.author, *article.keywords):
        assert one_line(text) == text
    store = ArticleStore()
    store.save([article], problems)
    assert store.article(article.key) == article
    assert sorted(map(repr, store.problems())) == sorted(map(repr, problems))
    store.close()


SIGNS = st.sampled_from([
    "---\n", ": ", "\n", "\r\n", "\r", "\t", "title: ", "answer: >-\n    ", "seo:\n  ", "related_article1:\n    ",
    "url: ", "id: 1\n", "date: ", "score: ", "no_index: ", "&a ", "*a", "[", "]", "{", "}", '"', "'", "\\e", "\\n",
    "\x00", "\x1b", "\ufeff", "\u202e", "# ", "```\n",
])  # fmt: skip
HOSTILE = st.lists(SIGNS | st.text(max_size=5), max_size=30).map("".join)


@given(st.binary(max_size=300))
@settings(max_examples=50)
def test_any_bytes_are_an_article_or_a_problem(data: bytes) -> None:
    hold_for_any_file("a/b.md", data)


@given(HOSTILE, st.sampled_from(["utf-8", "utf-16", "utf-32", "utf-8-sig"]))
@settings(max_examples=120)
def test_any_front_matter_is_an_article_or_a_problem(text: str, encoding: str) -> None:
    hold_for_any_file("a/b.md", f"---\n{text}\n---\nbody".encode(encoding, "surrogatepass"))


@given(st.data())
@settings(max_examples=120)
def test_a_damaged_article_is_an_article_or_a_problem(data: st.DataObject) -> None:
    file = Written(related=[Written(slug="other").link()]).text().encode()
    start = data.draw(st.integers(0, len(file)), label="start")
    end = data.draw(st.integers(start, min(len(file), start + 20)), label="end")
    put = data.draw(st.binary(max_size=8) | HOSTILE.map(lambda text: text.encode()), label="put")
    hold_for_any_file("a/b.md", file[:start] + put + file[end:])


@given(st.text(st.characters(exclude_characters="\0/"), min_size=1).map(lambda name: f"{name}.md"))
@settings(max_examples=50)
def test_any_name_of_a_file_makes_a_key_and_a_title(name: str) -> None:
    hold_for_any_file(name.encode("utf-8", "replace").decode(), Written().text().encode())
    hold_for_any_file(name.encode("utf-8", "replace").decode(), b"---\nx: y\n---\n")


# An article that was written reads back the same

LETTERS = st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\t:#'\"-&*[]{}\\$漢é")
LINES = st.text(LETTERS).map(str.strip)
SENTENCES = LINES.filter(bool)
PLAIN = st.sampled_from(["Physics", "Fine Arts", "History of the world"]) | st.text(
    "abcXYZ", min_size=1, max_size=6
)
SLUGS = st.sampled_from(["why-is-it-so", "2", "a-1"]) | st.text("abcxyz019", min_size=1, max_size=6)
IDS = st.integers(-(10**17), 10**17)
# In code and in formulas a line's end, once it is stored, cannot be told from the two characters.
ANSWERS = st.lists(LINES).map("\n".join).filter(lambda text: not any(sign in text for sign in ("\\n", "`", "$$")))
WRITTEN = st.builds(
    Written,
    title=SENTENCES,
    answer=ANSWERS,
    subject=PLAIN,
    slug=SLUGS,
    subject_slug=SLUGS,
    id=IDS,
    date=st.dates().map(datetime.date.isoformat),
    description=LINES,
    keywords=st.lists(st.text(LETTERS.filter(lambda character: character != ",")).map(str.strip).filter(bool)),
    author=PLAIN,
    no_index=st.booleans(),
)
RELATED = st.builds(Written, title=SENTENCES, subject=PLAIN, slug=SLUGS, subject_slug=SLUGS, id=IDS)


@given(WRITTEN, st.lists(RELATED, max_size=5))
@settings(max_examples=60)
def test_an_article_that_was_written_reads_back_the_same(written: Written, related: list[Written]) -> None:
    file = dataclasses.replace(written, related=[other.link() for other in related])
    title = one_line(clean(file.title))
    assert read(file.text(), file.path) == Article(
        key=file.url,
        path=file.path,
        slug=file.slug,
        subject_key=file.subject_slug,
        subject=file.subject,
        title=title,
        question=title,
        answer=clean(file.answer),
        body="\n&nbsp;\n",
        id=file.id,
        url=file.url,
        date=datetime.date.fromisoformat(file.date),
        date_format="MMM DD, YYYY",
        post_on_text="Posted on",
        author=file.author,
        keywords=tuple(one_line(clean(word)) for word in file.keywords),
        description=one_line(clean(file.description)),
        score=-1.0,
        no_index=file.no_index,
        schema="default",
        article_title=title,
        seo_title=f"{file.author} | {file.subject}",
        file_name=f"{file.slug}.md",
        related=tuple(
            RelatedLink(number, other.id, one_line(clean(other.title)), other.subject, other.url)
            for number, other in enumerate(related, 1)
        ),
    )


def test_problems_name_the_file_as_it_was_given() -> None:
    _, problems = parse_article("a\udcff.md", b"")
    assert problems == (Problem("empty-file", "warning", "a\udcff.md", None, "the file is empty"),)


def test_an_id_with_leading_zeros_stays_as_it_is_written() -> None:
    article = parse_article("a.md", b"---\nid: 007\n---\n").article
    assert article
    assert article.id == "007"
