"""The words of the data: an article, its links, and what is wrong with a file."""

import datetime
import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal, NamedTuple, TypeAlias

Value: TypeAlias = str | list["Value"] | dict[str, "Value"]
"""What front matter is made of: strings, and lists and mappings of values."""

ArticleId: TypeAlias = int | str
"""An article's `id`: a number in the real library, any word in others. Copies share it: it is not a key."""

Severity: TypeAlias = Literal["error", "warning", "information"]

WORDS_A_MINUTE = 230
MAX_FILE_BYTES = 1024 * 1024
"""A larger file is no article."""


class Problem(NamedTuple):
    """Something that an editor would want to know of one file."""

    code: str
    """A short, stable name such as `bad-date`."""
    severity: Severity
    path: str
    """The file, relative to the library, as `Article.path`."""
    line: int | None
    """Counted from 1; None where the whole file is meant."""
    message: str


class RelatedLink(NamedTuple):
    """One `related_article1` … `related_article5` as its file has it, resolved or not."""

    number: int
    """The article's own number for the link: `related_article3` is 3."""
    id: ArticleId | None
    title: str
    subject: str
    url: str

    @property
    def slug(self) -> str:
        """The article's part of the `url`; empty when there is no url."""
        return slug_of_url(self.url)


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One file of a library, every field in its place; texts are clean and hold real newlines."""

    key: str
    """The `url`; without one, the path relative to the library."""
    path: str
    """Relative to the library, with `/`; bytes that are no UTF-8 stand as surrogates: clean it to show it."""
    slug: str
    subject_key: str
    """The slug of the subject: from the `url`, else from `subject`, else from the folder."""
    subject: str
    """The subject's name as this file spells it; the library shows the most frequent spelling."""
    title: str
    question: str = ""
    answer: str = ""
    """The `answer` as its author wrote it, Markdown; empty when the text is the body."""
    body: str = ""
    """What stands under the front matter, unchanged but for clean characters; `&nbsp;` in the real files."""
    id: ArticleId | None = None
    url: str = ""
    date: datetime.date | None = None
    date_format: str = ""
    """Tokens of moment.js, such as `MMM DD, YYYY`."""
    post_on_text: str = ""
    author: str = ""
    keywords: tuple[str, ...] = ()
    description: str = ""
    score: float | None = None
    no_index: bool = False
    """True keeps the article out of its subject's list; links, keys and searches still reach it."""
    schema: str = ""
    article_title: str = ""
    seo_title: str = ""
    file_name: str = ""
    related: tuple[RelatedLink, ...] = ()
    """In the editors' order; repeated links and links to itself included, as the file has them."""
    extra: dict[str, Value] = field(default_factory=dict)
    """Fields that have no place of their own, and those whose value did not fit their place, as read."""

    @property
    def text(self) -> str:
        """The Markdown to read: the answer; without one, the body."""
        return self.answer or self.body

    @property
    def minutes(self) -> int:
        """Reading time in whole minutes, at least 1."""
        return max(1, round(count_words(self.text) / WORDS_A_MINUTE))


class Content(NamedTuple):
    """What a search looks through of an article: a whole `Article` would take twice the time to make."""

    key: str
    slug: str
    id: ArticleId | None
    subject_key: str
    title: str
    date: datetime.date | None
    question: str
    description: str
    keywords: tuple[str, ...]
    author: str
    text: str


Searchable: TypeAlias = Article | Content
"""What goes into a search index."""


class Subject(NamedTuple):
    """One subject with the number of articles in its list."""

    key: str
    name: str
    articles: int


class ArticleRow(NamedTuple):
    """What a list shows of one article."""

    row: int
    """The store's number of the article: the same while its file stays in the library."""
    key: str
    title: str
    subject_key: str
    subject: str
    date: datetime.date | None


class Neighbour(NamedTuple):
    """An article beside another: one that it names as related, or one that names it."""

    number: int | None
    """The article's own number for a related one; None for a backlink."""
    key: str
    """The neighbour's key; of one that is not in the library, the url that the link gives."""
    url: str
    title: str
    subject_key: str
    subject: str
    found: bool = True
    """False when nothing in this library answers the link."""


class Target(NamedTuple):
    """Where a link in a text leads."""

    key: str
    """The article's."""
    fragment: str
    """The part of the article that the link names after `#`; mostly empty."""


ENDINGS = (".md", ".markdown")
"""The ends, in any case, of the names of files that hold articles."""

# Not compiled here: a program that opens a cached library starts without them.
_CJK = "[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"
_NOT_SLUG = "[^a-z0-9]+"
_QUESTION_URL = "(?:^|/)([^/]+)/questions/[^/]+$"


def count_words(text: str) -> int:
    """Count words as a reader would; two Chinese or Japanese characters count as one."""
    rest, characters = re.subn(_CJK, " ", text)
    return len(rest.split()) + (characters + 1) // 2


@lru_cache(maxsize=1_000)
def slugify(text: str) -> str:
    """Turn a name into its slug: `Arts & Crafts` into `arts-and-crafts`; other scripts keep their letters."""
    folded = fold(text).replace("&", " and ").replace("’", "").replace("'", "")
    slug = re.sub(_NOT_SLUG, "-", folded).strip("-")
    return slug or re.sub(r"[\W_]+", "-", folded).strip("-")


def slug_of_url(url: str) -> str:
    """Give the last part of a url without its ending: the article's slug."""
    return without_ending(url.rstrip("/").rpartition("/")[2])


def without_ending(name: str) -> str:
    """Take the ending of an article's file off its name."""
    for ending in ENDINGS:
        if name.lower().endswith(ending) and len(name) > len(ending):
            return name[: -len(ending)]
    return name


def subject_of_url(url: str) -> str:
    """Give the subject's slug from `…/<subject>/questions/<article>`; empty for other urls."""
    match = re.search(_QUESTION_URL, url.rstrip("/"))
    return match[1] if match else ""


def fold(text: str) -> str:
    """Fold case and take accents off, for comparing and sorting."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def sort_key(title: str) -> str:
    """Give the string by which titles sort: folded, without leading quotes and other signs."""
    folded = fold(title)
    for position, character in enumerate(folded):
        if character.isalnum():
            return folded[position:]
    return folded
