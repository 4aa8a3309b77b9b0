"""How an article lies in the search index: its fields, and its card."""

import hashlib
from typing import NamedTuple, Self

import tantivy

from loaders.article import Searchable
from loaders.function_words import TITLE_FILLERS
from loaders.tokens import CUT, STEMS, WORDS, exact_title, spaced, stem_of, stems_of_each, with_scripts, words_of

SCHEMA_VERSION = 4
"""Counts up whenever the fields, their words or the card change; an index of another version is rebuilt."""

STEMMED_FIELDS = ("title", "keywords", "description")
"""The fields that a search looks through by stems."""
ANSWER = "answer"
"""The field of the long texts, whose words stand as written: stemming each would cost as much as all the rest."""
WRITTEN_FIELDS = (ANSWER, "title_word", "keyword_word")
"""Words as written, to find the ends of beginnings and the right spelling of wrong ones.

Those of descriptions are not among them: of four hundred all but one stand in an answer, a title or a keyword too.
"""

LARGEST_NUMBER = 2**62
"""Ids beyond this are no numbers to the index."""


def schema() -> tantivy.Schema:
    """Make the schema of the index."""
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("title", tokenizer_name=STEMS)
    # The sign between keywords counts as a word: no phrase reaches from one into the next.
    builder.add_text_field("keywords", tokenizer_name=CUT)
    builder.add_text_field("description", tokenizer_name=STEMS)
    builder.add_text_field(ANSWER, tokenizer_name=WORDS)
    builder.add_text_field("author", tokenizer_name=WORDS)
    builder.add_text_field("title_word", tokenizer_name=WORDS, index_option="basic")
    builder.add_text_field("keyword_word", tokenizer_name=WORDS, index_option="basic")
    builder.add_text_field("subject", tokenizer_name="raw", index_option="basic", fast=True)
    # Integer, not unsigned: Tantivy 0.27 deletes nothing by an unsigned term made of a Python int.
    builder.add_integer_field("row", indexed=True, fast=True)
    builder.add_integer_field("title_code", indexed=True)
    builder.add_integer_field("number", indexed=False, fast=True)
    builder.add_integer_field("day", indexed=False, fast=True)
    builder.add_bytes_field("card", stored=True, indexed=False)
    builder.add_text_field("kind", tokenizer_name="raw", index_option="basic")
    builder.add_text_field("stamp", tokenizer_name="raw", stored=True, index_option="basic")
    return builder.build()


def title_code(title: str) -> int:
    """Give the number of a title, which is the same whatever its case, accents and signs.

    A dictionary of numbers takes less time to write than one of whole titles. Two other titles share a number as
    rarely as a guess among 2⁶⁴ is right.
    """
    return int.from_bytes(hashlib.blake2b(exact_title(title).encode(), digest_size=8).digest(), signed=True)


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
    """The stems of each keyword, with ` | ` between keywords."""

    @classmethod
    def of(cls, article: Searchable) -> Self:
        """Make the card of an article."""
        words = words_of(article.title)
        stems = [*map(stem_of, words)]
        telling = [stem for word, stem in zip(words, stems, strict=True) if word not in TITLE_FILLERS]
        return cls(
            article.title,
            article.subject_key,
            article.key if article.id is None else f"{article.id} {article.slug}",
            " ".join(dict.fromkeys(telling) or words),
            " ".join(words),
            " ".join(stems),
            stems_of_each(article.keywords),
        )

    def to_bytes(self) -> bytes:
        """Write the card down."""
        return "\0".join(self).encode("utf-8", "surrogatepass")

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """Read a card."""
        return cls._make(data.decode("utf-8", "surrogatepass").split("\0"))


def document_of(row: int, article: Searchable) -> tantivy.Document:
    """Make the document of an article that stands in a row of the store."""
    card = Card.of(article)
    document = tantivy.Document()
    titles = with_scripts(article.title)
    codes = {title_code(article.title)}
    if article.question not in ("", article.title):
        titles += with_scripts(article.question)
        codes.add(title_code(article.question))
    for text in titles:
        document.add_text("title", text)
        document.add_text("title_word", text)
    for code in codes:
        document.add_integer("title_code", code)
    document.add_text("keywords", card.keywords)
    document.add_text("keyword_word", spaced("\n".join(article.keywords)))
    for text in with_scripts(article.description):
        document.add_text("description", text)
    for text in with_scripts(article.text):
        document.add_text(ANSWER, text)
    document.add_text("author", article.author)
    document.add_text("subject", article.subject_key)
    document.add_integer("row", row)
    document.add_bytes("card", card.to_bytes())
    if isinstance(article.id, int) and abs(article.id) < LARGEST_NUMBER:
        document.add_integer("number", article.id)
    if article.date:
        document.add_integer("day", article.date.toordinal())
    return document
