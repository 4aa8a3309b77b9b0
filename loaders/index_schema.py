"""How an article lies in the search index: its fields, how they are cut into words, and its card."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple, Self

import tantivy

from loaders.article import Article, fold
from loaders.function_words import TITLE_FILLERS

SCHEMA_VERSION = 3
"""Counts up whenever the fields, their words or the card change; an index of another version is rebuilt."""

STEMMED_FIELDS = ("title", "keywords", "description")
"""The fields that a search looks through by stems."""
ANSWER = "answer"
"""The field of the long texts, whose words stand as written: stemming each would cost as much as all the rest."""
WRITTEN_FIELDS = (ANSWER, "title_word", "other_word")
"""The words of all fields as written, to find the ends of beginnings and the right spelling of wrong ones."""

_STEMS = "stems"
_PLAIN = "plain"
_LONGEST_WORD = 100
"""Bytes of a word; what is longer, such as a picture written as text, is in no index."""
LARGEST_NUMBER = 2**62
"""Ids beyond this are no numbers to the index."""
_CJK = re.compile("([\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff])")
_CJK_LEADS = bytes((*range(0xE3, 0xEA), 0xEF))
"""The bytes that such characters begin with in UTF-8, and few others do."""
_SIGNS = {"++": "plusplus", "#": "sharp"}
# Each begins with the sign itself, which is found in no time in a text that has none.
_SIGNED = {
    sign: re.compile(rf"{re.escape(sign)}(?<=(?<![^\W_])[A-Za-z]{re.escape(sign)})(?![^\W_])") for sign in _SIGNS
}
_SCRIPT = re.compile(r"\$?[_^]\{?(\d{1,3})\}?\$?|<su[bp]>(\d{1,3})</su[bp]>")
_SCRIPT_SIGN = re.compile(r"[_^]\{?\d|<su[bp]>\d")
_SCRIPTED = re.compile(rf"(?<![^\W\d_])[^\W\d_]{{1,8}}(?:(?:{_SCRIPT.pattern})[^\W\d_]{{0,8}})+")
_BEFORE_SCRIPT_SIGN = 9
"""Characters: what is scripted begins no further before its first sign, eight letters and a `$`."""
_WORD = re.compile(r"[^\W_]+")


def schema() -> tantivy.Schema:
    """Make the schema of the index."""
    builder = tantivy.SchemaBuilder()
    for name in STEMMED_FIELDS:
        builder.add_text_field(name, tokenizer_name=_STEMS)
    builder.add_text_field(ANSWER, tokenizer_name=_PLAIN)
    builder.add_text_field("author", tokenizer_name=_PLAIN)
    builder.add_text_field("title_word", tokenizer_name=_PLAIN, index_option="basic")
    builder.add_text_field("other_word", tokenizer_name=_PLAIN, index_option="basic")
    builder.add_text_field("exact_title", tokenizer_name="raw", index_option="basic")
    builder.add_text_field("subject", tokenizer_name="raw", index_option="basic", fast=True)
    # Integer, not unsigned: Tantivy 0.27 deletes nothing by an unsigned term made of a Python int.
    builder.add_integer_field("row", indexed=True, fast=True)
    builder.add_integer_field("number", indexed=True, fast=True)
    builder.add_integer_field("day", indexed=True, fast=True)
    builder.add_bytes_field("card", stored=True, indexed=False)
    builder.add_text_field("kind", tokenizer_name="raw", index_option="basic")
    builder.add_text_field("stamp", tokenizer_name="raw", stored=True, index_option="basic")
    return builder.build()


def register_analyzers(index: tantivy.Index) -> None:
    """Tell an index how texts are cut into words: it forgets when it is closed."""
    index.register_tokenizer(_STEMS, _analyzer(stem=True, longest=_LONGEST_WORD))
    index.register_tokenizer(_PLAIN, _analyzer(stem=False, longest=_LONGEST_WORD))


@lru_cache(maxsize=1)
def _stemmer() -> tantivy.TextAnalyzer:
    return _analyzer(stem=True)


@lru_cache(maxsize=1)
def _splitter() -> tantivy.TextAnalyzer:
    return _analyzer(stem=False)


def _analyzer(*, stem: bool, longest: int | None = None) -> tantivy.TextAnalyzer:
    builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
    # Only the index leaves words out: one left out of a query would leave nothing to look for.
    if longest is not None:
        builder = builder.filter(tantivy.Filter.remove_long(longest))
    builder = builder.filter(tantivy.Filter.lowercase()).filter(tantivy.Filter.ascii_fold())
    return (builder.filter(tantivy.Filter.stemmer("english")) if stem else builder).build()


def spaced(text: str) -> str:
    """Set Chinese and Japanese characters apart, each a word, and make words of C++ and C#."""
    for sign, spelled in _SIGNS.items():
        if sign in text:
            text = _SIGNED[sign].sub(spelled, text)
    return _CJK.sub(r" \1 ", text) if _may_have_cjk(text) else text


def _spacing(*texts: str) -> Callable[[str], str]:
    """Give `spaced`, or where none of some short texts asks for it, what leaves a text alone in no time: `str`."""
    together = "\n".join(texts)
    return spaced if not together.isascii() or any(sign in together for sign in _SIGNS) else str


def _may_have_cjk(text: str) -> bool:
    """Rule most texts out, in less time than a search of them takes."""
    if text.isascii():
        return False
    data = text.encode("utf-8", "surrogatepass")
    return len(data.translate(None, _CJK_LEADS)) < len(data)


def as_typed(word: str) -> str:
    """Give a word of the index as people write it: C++."""
    for sign, spelled in _SIGNS.items():
        if len(word) == 1 + len(spelled) and word.endswith(spelled):
            return word[0] + sign
    return word


def _with_scripts(text: str) -> list[str]:
    """Give a text as it is cut into words, and as words the H2O and x2 that are written H_2O and x^{2}."""
    if "_" not in text and "^" not in text and "<su" not in text:
        return [spaced(text)]
    shown = {_SCRIPT.sub(r"\1\2", scripted) for scripted in _scripted(text)}
    return [spaced(text), " ".join(sorted(shown))] if shown else [spaced(text)]


def _scripted(text: str) -> Iterator[str]:
    """Give each word with a script, such as H_2O: those that begin a little before a sign of one."""
    end = 0
    for sign in _SCRIPT_SIGN.finditer(text):
        for start in range(max(end, sign.start() - _BEFORE_SCRIPT_SIGN), sign.start()):
            if found := _SCRIPTED.match(text, start):
                yield found[0]
                end = found.end()
                break


def stems_of(text: str) -> list[str]:
    """Cut a text into the stems of its words, as the index does."""
    return _stemmer().analyze(spaced(text))


def words_of(text: str) -> list[str]:
    """Cut a text into its words as they are written, folded, as the index does."""
    return _splitter().analyze(spaced(text))


@lru_cache(maxsize=50_000)
def stem_of(word: str) -> str:
    """Give the stem of one folded word."""
    stems = _stemmer().analyze(word)
    return stems[0] if stems else word


def exact_title(text: str) -> str:
    """Give what two titles share that are the same but for case, accents and signs."""
    return " ".join(_WORD.findall(fold(spaced(text))))


class Card(NamedTuple):
    """What the ranking knows of an article, kept in the index beside its words and made to be read fast."""

    title: str
    subject_key: str
    identity: str
    """What copies share, and no two other articles."""
    question: str
    """What titles share that ask the same in nearly the same words."""
    words: str
    """The title's words as written, folded."""
    stems: str
    """The stems of the title's words."""
    keywords: str
    """The stems of each keyword, with `|` between keywords."""

    @classmethod
    def of(cls, article: Article) -> Self:
        """Make the card of an article."""
        space = _spacing(article.title, *article.keywords)
        stems = _stemmer().analyze
        words = _splitter().analyze(space(article.title))
        telling = dict.fromkeys(stem_of(word) for word in words if word not in TITLE_FILLERS)
        return cls(
            article.title,
            article.subject_key,
            article.key if article.id is None else f"{article.id} {article.slug}",
            " ".join(telling) or exact_title(article.title),
            " ".join(words),
            " ".join(map(stem_of, words)),
            "|".join([" ".join(stems(space(keyword))) for keyword in article.keywords]),
        )

    def to_bytes(self) -> bytes:
        """Write the card down."""
        return "\0".join(self).encode("utf-8", "surrogatepass")

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """Read a card."""
        return cls._make(data.decode("utf-8", "surrogatepass").split("\0"))


def document_of(row: int, article: Article) -> tantivy.Document:
    """Make the document of an article that stands in a row of the store."""
    card = Card.of(article)
    titles = [article.title] if article.question in ("", article.title) else [article.title, article.question]
    texts = [part for title in titles for part in _with_scripts(title)]
    document = tantivy.Document()
    for text in texts:
        document.add_text("title", text)
        document.add_text("title_word", text)
    for text in map(_spacing(*article.keywords), article.keywords):
        document.add_text("keywords", text)
        document.add_text("other_word", text)
    for text in _with_scripts(article.description):
        document.add_text("description", text)
        document.add_text("other_word", text)
    for text in _with_scripts(article.text):
        document.add_text(ANSWER, text)
    for title in sorted({exact_title(title) for title in titles}):
        document.add_text("exact_title", title)
    document.add_text("author", article.author)
    document.add_text("subject", article.subject_key)
    document.add_integer("row", row)
    document.add_bytes("card", card.to_bytes())
    if isinstance(article.id, int) and abs(article.id) < LARGEST_NUMBER:
        document.add_integer("number", article.id)
    if article.date:
        document.add_integer("day", article.date.toordinal())
    return document
