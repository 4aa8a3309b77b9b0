"""What people type into a search becomes a Query; every string is one."""

import calendar
import datetime
import re
from dataclasses import dataclass, field
from unicodedata import normalize

from loaders.clean import clean

_LONGEST = 1000
"""Characters of a query that are read."""
_MOST_WORDS = 32
_TOKEN = re.compile(
    r"""
    (?P<sign>-(?=[^\W\d_]|["“„]))?
    (?:(?P<field>subject|author|after|before):(?=\S))?
    (?:["“„](?P<quoted>[^"”“]*)(?P<closed>["”“])?|(?P<plain>[^\s"“”„]+))
    """,
    re.VERBOSE | re.IGNORECASE,
)
_WORD = re.compile(r"(?<![^\W_])[A-Za-z](?:\+\+|#)(?![^\W_])|[^\W_]+(?:['’][^\W_]+)*")
_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


@dataclass(frozen=True, slots=True)
class Query:
    """What to look for. Only the text ranks; the filters decide what may be found at all."""

    words: tuple[str, ...] = ()
    """All words to find in their order, those of phrases among them, as they were typed."""
    phrases: tuple[tuple[str, ...], ...] = ()
    """Words that must stand together, as they are; one alone is neither a beginning nor mended."""
    without: tuple[tuple[str, ...], ...] = ()
    """Words, or phrases, that must not stand in an article."""
    subjects: tuple[str, ...] = ()
    """An article must be of one of these, each the beginning of a subject's name or of a word of it."""
    authors: tuple[str, ...] = ()
    without_subjects: tuple[str, ...] = ()
    """An article must be of none of these."""
    without_authors: tuple[str, ...] = ()
    after: datetime.date | None = None
    """The first day."""
    before: datetime.date | None = None
    """The day after the last."""
    unfinished: bool = field(default=False, compare=False)
    """The last word may be the beginning of one: somebody is typing."""

    def __bool__(self) -> bool:
        """Tell whether there is anything to look for."""
        excluded = self.without or self.without_subjects or self.without_authors
        return bool(self.words or excluded or self.subjects or self.authors or self.after or self.before)


def parse_query(text: str, *, typing: bool = False) -> Query:
    """Read what somebody typed; while they are still typing, the last word is the beginning of one.

    `"two words"` is a phrase, `-word` must be absent; `subject:`, `author:`, `after:2024-12` (from then on) and
    `before:2025` (until then) filter, and each value may be quoted. A minus before `subject:` or `author:` keeps
    those out. Everything else is text.
    """
    reading = _Reading()
    text = normalize("NFC", clean(text[:_LONGEST]))
    for token in _TOKEN.finditer(text):
        reading.take(token)
    words = tuple(reading.words[:_MOST_WORDS])
    unfinished = typing and bool(words) and reading.ends_in_word and text[-1:].isalnum()
    return Query(
        words=words,
        phrases=tuple(reading.phrases),
        without=tuple(reading.without),
        subjects=tuple(reading.subjects),
        authors=tuple(reading.authors),
        without_subjects=tuple(reading.without_subjects),
        without_authors=tuple(reading.without_authors),
        after=reading.after,
        before=reading.before,
        unfinished=unfinished,
    )


class _Reading:
    """What has been read of a query so far."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.phrases: list[tuple[str, ...]] = []
        self.without: list[tuple[str, ...]] = []
        self.subjects: list[str] = []
        self.authors: list[str] = []
        self.without_subjects: list[str] = []
        self.without_authors: list[str] = []
        self.after: datetime.date | None = None
        self.before: datetime.date | None = None
        self.ends_in_word = False

    def take(self, token: re.Match[str]) -> None:
        name, quoted, plain = token["field"], token["quoted"], token["plain"]
        self.ends_in_word = False
        if name and self._take_filter(name.lower(), quoted or plain or "", excluded=bool(token["sign"])):
            return
        words = tuple(_WORD.findall(quoted if plain is None else plain))
        if name:
            words = (name, *words)
        if not words:
            return
        if token["sign"]:
            self.without.append(words[:_MOST_WORDS])
            return
        self.words.extend(words)
        if quoted is not None and not name:
            self.phrases.append(words[:_MOST_WORDS])
        self.ends_in_word = plain is not None

    def _take_filter(self, name: str, value: str, *, excluded: bool) -> bool:
        """Tell whether a filter could be made of this."""
        if not _WORD.search(value):
            return False
        if name == "subject":
            (self.without_subjects if excluded else self.subjects).append(value)
        elif name == "author":
            (self.without_authors if excluded else self.authors).append(value)
        elif excluded or (date := _first_day(value)) is None:
            return False
        elif name == "after":
            self.after = date
        else:
            self.before = date
        return True


def _first_day(text: str) -> datetime.date | None:
    """Give the first day of a year, a month or a day; None for anything else."""
    if not (match := _DATE.fullmatch(text)):
        return None
    year, month, day = int(match[1]), int(match[2] or 1), int(match[3] or 1)
    if year < datetime.MINYEAR or not 1 <= month <= 12:
        return None
    return datetime.date(year, month, min(max(day, 1), calendar.monthrange(year, month)[1]))
