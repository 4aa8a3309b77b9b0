"""The bytes of one file become an Article and its Problems."""

import codecs
import datetime
import re
import unicodedata
from typing import NamedTuple

from loaders.answer import restore_newlines, undo_csv_quoting
from loaders.article import (
    MAX_FILE_BYTES,
    Article,
    ArticleId,
    Problem,
    RelatedLink,
    Severity,
    Value,
    slug_of_url,
    slugify,
    subject_of_url,
    without_ending,
)
from loaders.clean import clean, one_line
from loaders.front_matter import (
    FrontMatterError,
    RefusedError,
    line_of,
    read_front_matter,
    rescue_fields,
    split_front_matter,
)

UNFILED = "Unfiled"
"""The subject of articles that name none and stand in no folder."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})((?:[Tt]|[ \t]+)\d{1,2}:\d{2}.*)?")
_INTEGER = re.compile(r"[-+]?(?:0|[1-9]\d{0,17})")  # 007 is no number: it would not come back as it was
_NUMBER = re.compile(r"[-+]?(?:\d{1,18}(?:\.\d{0,18})?|\.\d{1,18})(?:[eE][-+]?\d{1,2})?")
_TRUE = frozenset({"true", "yes", "on"})
_FALSE = frozenset({"false", "no", "off", ""})
_HEADING = re.compile(r" {0,3}#{1,6}[ \t](.*)")
_FENCE = re.compile(r" {0,3}(```|~~~)")


class Parsed(NamedTuple):
    """What one file holds. `article` is None for a file that is larger than MAX_FILE_BYTES, or cannot be read."""

    article: Article | None
    problems: tuple[Problem, ...]


def parse_article(path: str, data: bytes) -> Parsed:
    """Read one file of a library. Never raises: what is wrong with the file becomes Problems.

    `path` is relative to the library, with `/`. Control characters have become visible signs, and stored
    newlines real ones, in all that comes out.
    """
    if len(data) > MAX_FILE_BYTES:
        message = f"the file is larger than {MAX_FILE_BYTES // 1024} kB and is not read"
        return Parsed(None, (Problem("too-large", "error", path, None, message),))
    return _FileReader(path).read(data)


class _FileReader:
    """Reads the fields of one file, each out of `values` into its place; the rest becomes `extra`."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.front = ""
        self.values: dict[str, Value] = {}
        self.extra: dict[str, Value] = {}

    def read(self, data: bytes) -> Parsed:
        body = self._read_parts(clean(self._decode(data)))
        url = self._url(self.values)
        path = unicodedata.normalize("NFC", one_line(clean(self.path)))
        stem = one_line(without_ending(one_line(path.rpartition("/")[2])))
        file_name = self._line("file_name")
        subject_key, subject = self._subject(url, path)
        answer = self._text("answer")
        question = self._line("question")
        title = self._line("title") or question or _first_heading(answer or body) or stem
        seo = self._mapping("seo")
        related = tuple(link for number in range(1, 6) if (link := self._related(number)))
        article = Article(
            key=url or path,
            path=self.path,
            slug=slug_of_url(url) or without_ending(file_name) or stem,
            subject_key=subject_key,
            subject=subject,
            title=title,
            question=question,
            answer=answer,
            body=body,
            id=self._id(self.values),
            url=url,
            date=self._date("date"),
            date_format=self._line("date_format"),
            post_on_text=self._line("post_on_text"),
            author=self._line("author"),
            keywords=self._keywords(seo),
            description=self._line("page_description", seo, "seo"),
            score=self._score("score"),
            no_index=self._flag("no_index"),
            schema=self._line("_schema"),
            article_title=self._line("article_title"),
            seo_title=self._line("title", seo, "seo"),
            file_name=file_name,
            related=related,
            extra=self.extra,
        )
        if seo:
            self.extra["seo"] = seo
        self.extra |= self.values
        return Parsed(article, tuple(self.problems))

    def _problem(self, code: str, severity: Severity, message: str, line: int | None = None) -> None:
        self.problems.append(Problem(code, severity, self.path, line, message))

    def _field_problem(self, code: str, name: str, message: str) -> None:
        line = line_of(self.front, name)
        self._problem(code, "warning", message, None if line is None else line + 2)

    def _decode(self, data: bytes) -> str:
        encoding = "utf-8"
        for bom, named in _BOMS:
            if data.startswith(bom):
                data, encoding = data[len(bom) :], named
                break
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            self._problem(
                "bad-encoding", "warning", f"not {encoding.upper()}: what cannot be read shows as �", line
            )
            text = data.decode(encoding, "replace")
        if "\r" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        return text

    def _read_parts(self, text: str) -> str:
        """Take in the front matter and give the body."""
        front, body, closed = split_front_matter(text)
        if front is None:
            if not closed:
                self._problem("open-front-matter", "warning", "the front matter has no closing line `---`", 1)
            elif text.strip():
                self._problem(
                    "no-front-matter", "information", "no front matter: title and subject are guessed", 1
                )
            else:
                self._problem("empty-file", "warning", "the file is empty")
            return text
        self.front = front
        try:
            self.values, repeated = read_front_matter(front)
        except FrontMatterError as error:
            code = "refused-front-matter" if isinstance(error, RefusedError) else "bad-front-matter"
            line = None if error.line is None else error.line + 2
            self._problem(code, "error", f"front matter: {error.message}", line)
            self.values, repeated = rescue_fields(front)
        for name, at in repeated:
            self._problem("repeated-field", "warning", f"`{name}` stands twice; the first one holds", at + 2)
        return body

    def _take(self, name: str, values: dict[str, Value] | None = None, within: str = "") -> str:
        """Take a string out of its mapping. A list or a mapping stays where it is, with a Problem."""
        values = self.values if values is None else values
        value = values.pop(name, "")
        if isinstance(value, str):
            return value
        values[name] = value
        self._field_problem("bad-field", within or name, f"`{name}` should be one text")
        return ""

    def _line(self, name: str, values: dict[str, Value] | None = None, within: str = "") -> str:
        return one_line(self._take(name, values, within))

    def _url(self, values: dict[str, Value], within: str = "") -> str:
        """Take a url out of its mapping, composed: links and keys are compared."""
        return unicodedata.normalize("NFC", self._line("url", values, within))

    def _text(self, name: str) -> str:
        return undo_csv_quoting(restore_newlines(self._take(name)))

    def _mapping(self, name: str) -> dict[str, Value]:
        value = self.values.pop(name, "")
        if isinstance(value, dict):
            return value
        if value:
            self.extra[name] = value
            self._field_problem("bad-field", name, f"`{name}` should be a mapping")
        return {}

    def _subject(self, url: str, path: str) -> tuple[str, str]:
        """Give the subject's key and the name that this file has for it."""
        folder = path.rpartition("/")[0].rpartition("/")[2]
        name = self._line("subject")
        key = subject_of_url(url) or slugify(name) or slugify(folder) or slugify(UNFILED)
        return key, name or folder or UNFILED

    def _id(self, values: dict[str, Value], within: str = "") -> ArticleId | None:
        value = self._line("id", values, within)
        if _INTEGER.fullmatch(value):
            return int(value)
        return value or None

    def _date(self, name: str) -> datetime.date | None:
        value = self._line(name)
        if not value:
            return None
        if match := _DATE.fullmatch(value):
            try:
                date = datetime.date(int(match[1]), int(match[2]), int(match[3]))
            except ValueError:
                pass  # such as 2024-02-31: told below, with all that is no date
            else:
                if match[4]:
                    self.extra[name] = value  # the time of day has no other place
                return date
        self.extra[name] = value
        self._field_problem("bad-date", name, f"`{name}` is no date such as 2024-12-11: {value[:40]}")
        return None

    def _score(self, name: str) -> float | None:
        value = self._line(name)
        if not value:
            return None
        if _NUMBER.fullmatch(value):
            return float(value)
        self.extra[name] = value
        self._field_problem("bad-number", name, f"`{name}` is no number: {value[:40]}")
        return None

    def _flag(self, name: str) -> bool:
        value = self._line(name).lower()
        if value not in _TRUE and value not in _FALSE:
            self.extra[name] = value
            self._field_problem("bad-flag", name, f"`{name}` is neither true nor false: {value[:40]}")
        return value in _TRUE

    def _keywords(self, seo: dict[str, Value]) -> tuple[str, ...]:
        value = seo.get("page_keywords")
        if isinstance(value, list) and all(isinstance(entry, str) for entry in value):
            words = [str(entry) for entry in seo.pop("page_keywords")]
        else:
            words = self._take("page_keywords", seo, "seo").split(",")
        return tuple(word for entry in words if (word := one_line(entry)))

    def _related(self, number: int) -> RelatedLink | None:
        name = f"related_article{number}"
        values = self._mapping(name)
        if not values:
            return None
        link = RelatedLink(
            number=number,
            id=self._id(values, name),
            title=self._line("title", values, name),
            subject=self._line("subject", values, name),
            url=self._url(values, name),
        )
        if values:
            self.extra[name] = values
        return link if link.url or link.title or link.id is not None else None


def _first_heading(text: str) -> str:
    fence = ""
    for line in text.split("\n"):
        if match := _FENCE.match(line):
            fence = "" if fence == match[1] else fence or match[1]
        elif not fence and (heading := _HEADING.fullmatch(line)) and (title := _without_closing(heading[1])):
            return title
    return ""


def _without_closing(heading: str) -> str:
    """Take the `##` that may close a heading off it, but not the sign of `C#`."""
    heading = heading.strip(" \t")
    title = heading.rstrip("#")
    return title.rstrip(" \t") if not title or title[-1] in " \t" else heading
